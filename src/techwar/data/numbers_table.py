"""The table at the foot of a notebook: every number of its prose and where it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from numbers import Real
from typing import Any

from techwar.data.days import in_words
from techwar.data.errors import DataError
from techwar.data.facts import fact
from techwar.data.tables import did_you_mean, load
from techwar.data.wording import write
from techwar.notebook import names_of_caller

_NAME = re.compile(r"([A-Za-z_]\w*)((?:\[[^\[\]]+\])*)")
_CAPTION = "Numbers on this page and where they come from"


@dataclass(frozen=True)
class Number:
    """One row: the text that stands in the prose, the value behind it, and its origin."""

    text: str
    value: str
    origin: str
    terms: str = ""
    url: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        """Refuse what would break the table or be typeset as a formula."""
        for part in (self.text, self.value, self.origin, self.terms):
            if "|" in part or "\n" in part or "$" in part:
                raise DataError(
                    f"{part!r} cannot stand in prose, because it holds a bar, a line end or a "
                    "dollar sign: write it in words, such as '18.5 billion US dollars'."
                )


@dataclass(frozen=True)
class Numbers:
    """The numbers of a page; shows itself as a table, and as one line a number."""

    rows: tuple[Number, ...]

    def __repr__(self) -> str:
        """One line a number: text, value and unit, origin, with bars between."""
        return "\n".join(
            " | ".join(filter(None, (row.text, row.value, row.origin, row.terms)))
            for row in self.rows
        )

    def _repr_html_(self) -> str:
        body = "".join(
            f'<tr><th scope="row">{_safe(row.text)}</th><td>{_safe(row.value)}</td>'
            f"<td>{_linked(row)}</td><td>{_safe(row.terms)}</td></tr>"
            for row in self.rows
        )
        heads = "".join(
            f'<th scope="col">{head}</th>'
            for head in ("In the text", "Value and unit", "Where it comes from", "Terms of use")
        )
        return (
            f"<table><caption>{_CAPTION}</caption><thead><tr>{heads}</tr></thead>"
            f"<tbody>{body}</tbody></table>"
        )


def numbers(
    *specs: str, tables: Sequence[str] = (), namespace: Mapping[str, Any] | None = None
) -> Numbers:
    """Look up numbers of facts and variables, one row a spec, in the order given.

    A spec is "fact:ID", "fact:ID:FORMAT", "value:NAME" or "value:NAME:FORMAT". A fact
    without a format is written with its unit; its formats are those of `Fact.format`, those
    of a variable those of `techwar.data.wording.write` (".2f", ".0pc" for a fraction in per
    cent). NAME is a variable of the notebook, or an item of one: `world_2017_range[0]`,
    `shares[China]`. It is read from the globals of the first calling frame outside this
    package; `namespace` replaces them in tests. `tables` are those that the page computes
    from: each is a row of its own, after the numbers.

    >>> numbers("value:x:.1f", "value:x:.0pc", namespace={"x": 0.7386})
    0.7 | 0.7386 | computed on this page: x
    74 | 0.7386 | computed on this page: x
    """
    names = names_of_caller() if namespace is None else namespace
    found = [_number(spec, names) for spec in specs]
    return Numbers((*found, *map(_of_table, tables)))


def _of_table(name: str) -> Number:
    """Return the row of a table: its length, what each of its rows says, and its licence."""
    frame = load(name)
    cited = frame["source_id"].nunique() if "source_id" in frame else len(frame)
    each = (
        f"{cited} source{'s' if cited != 1 else ''}; each row names its own, "
        "how it was verified, and since when it was known"
        if "source_id" in frame
        else "each row is a source: publisher, date, address, terms of use"
    )
    return Number(name, f"{len(frame)} rows", f"a table that this page reads: {each}", "CC BY 4.0")


def _number(spec: str, names: Mapping[str, Any]) -> Number:
    kind, _, rest = spec.partition(":")
    name, _, form = rest.partition(":")
    if kind == "fact" and name:
        return _of_fact(name, form)
    if kind == "value" and name:
        return _of_value(name, form, names)
    raise DataError(f"{spec!r} names no number: write fact:ID or value:NAME, with :FORMAT or not.")


def _of_fact(fact_id: str, form: str) -> Number:
    found = fact(fact_id)
    return Number(
        text=found.format(form),
        value=found.text,
        origin=f"{found.table}, row {found.id} ({found.kind}, {found.verified} source): "
        f"{found.source.publisher}, known since {in_words(found.known_since)}",
        terms=found.source.terms,
        url=found.source.url,
        title=f"{found.source.title} ({found.source.short})",
    )


def _of_value(name: str, form: str, names: Mapping[str, Any]) -> Number:
    value = _look_up(name, names)
    try:
        shown = _shown(value)
        text = write(value, form)
    except DataError as error:
        raise DataError(f"In value:{name}: {error}") from None
    return Number(text=text, value=shown, origin=f"computed on this page: {name}")


def _shown(value: object) -> str:
    if not isinstance(value, Real):
        return write(value)
    # Fifteen digits would tie the stored table to one system's arithmetic.
    return write(value, ",.0f" if abs(float(value)) >= 1e6 else ".6g")


def _look_up(name: str, names: Mapping[str, Any]) -> object:
    match = _NAME.fullmatch(name)
    if match is None:
        raise DataError(f"{name!r} is no variable: write its name, or an item such as x[0].")
    variable, items = match.groups()
    if variable not in names:
        near = did_you_mean(variable, [key for key in names if not key.startswith("_")])
        raise DataError(f"This page has no variable {variable!r}{near}: set it in a cell above.")
    value: Any = names[variable]
    for item in re.findall(r"\[([^\[\]]+)\]", items):
        key = int(item) if re.fullmatch(r"-?\d+", item) else item.strip("'\"")
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            raise DataError(f"{variable} has no item {key!r}, which {name} asks for.") from None
    return value.date() if isinstance(value, date) and hasattr(value, "date") else value


def _safe(text: str) -> str:
    # JupyterLab typesets what stands between two dollar signs; titles of sources may hold them.
    return escape(text).replace("$", "&#36;")


def _linked(row: Number) -> str:
    if not row.url:
        return _safe(row.origin)
    return f'<a href="{_safe(row.url)}" title="{_safe(row.title)}">{_safe(row.origin)}</a>'

"""Where one row comes from, in full: sources, place, how it was made and since when it is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from techwar.data.citations import Source, source
from techwar.data.days import in_words, to_day
from techwar.data.errors import DataError
from techwar.data.tables import did_you_mean, load, resource, table_names


@dataclass(frozen=True)
class Provenance:
    """What stands behind one row; shows itself as lines of text and as an HTML table.

    `made`, `kind`, `verified` and `known_since_basis` are the words of the table, and
    `meanings` holds what the codebook says they mean. A column that the table of the row does
    not have is empty, and `known_since` is None where the row has no day.
    """

    id: str
    table: str
    text: str
    source: Source
    other_sources: tuple[Source, ...]
    locator: str
    made: str
    kind: str
    verified: str
    known_since: date | None
    known_since_basis: str
    note: str
    meanings: dict[str, str]

    def __repr__(self) -> str:
        """One line a fact about the row."""
        return "\n".join(f"{head}: {text}" for head, text, _ in self._lines())

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<tr><th scope="row">{_safe(head)}</th><td>{_linked(text, url)}</td></tr>'
            for head, text, url in self._lines()
        )
        caption = f"Where row {self.id} comes from"
        return f"<table><caption>{_safe(caption)}</caption><tbody>{rows}</tbody></table>"

    def _lines(self) -> Iterator[tuple[str, str, str]]:
        yield "Row", f"{self.id} of {self.table}", ""
        yield "It says", self.text, ""
        yield "Source", _cited(self.source), self.source.url
        yield "Place", self.locator, ""
        for other in self.other_sources:
            yield "Also", _cited(other), other.url
        for head, word in (("Made", self.made), ("Kind", self.kind), ("Verified", self.verified)):
            if word:
                yield head, self._explained(word), ""
        if self.known_since is not None:
            why = self._explained(self.known_since_basis)
            yield "Known since", f"{in_words(self.known_since)}; {why}", ""
        if self.note:
            yield "Note", self.note, ""

    def _explained(self, word: str) -> str:
        meaning = self.meanings.get(word, "")
        return f"{word} ({meaning})" if meaning else word


def provenance(row: pd.Series[Any] | str, *, folder: Path | None = None) -> Provenance:
    """Say where a row comes from: hand over a row of a table, or its id.

    A row is taken as it stands, so it needs the columns `id` and `source_id`; the table is the
    one that has the id. `DataError` names the nearest id where there is none.

    >>> provenance("ihs-china-share-2017").source.short
    'PSI Magazine, 29 October 2018'
    """
    row_id = row if isinstance(row, str) else _id_of(row)
    table = _table_of(row_id, folder)
    if isinstance(row, str):
        rows = load(table, folder=folder)
        row = rows[rows["id"] == row_id].iloc[0]
    cell = {str(name): "" if pd.isna(value) else value for name, value in row.items()}
    if not cell.get("source_id"):
        raise DataError(
            f"Row {row_id} of {table} names no source: it is a source itself, a word of general "
            "use, or a row from which the column 'source_id' was dropped."
        )
    others = [name for name in cell.get("other_sources", "").split("; ") if name]
    since = cell.get("known_since", "")
    return Provenance(
        id=row_id,
        table=table,
        text=cell.get("statement") or cell.get("definition") or cell.get("title", ""),
        source=source(cell["source_id"], folder=folder),
        other_sources=tuple(source(name, folder=folder) for name in others),
        locator=cell.get("source_locator", ""),
        made=cell.get("made", ""),
        kind=cell.get("kind", ""),
        verified=cell.get("verified", ""),
        known_since=to_day(str(since)[:10]) if since else None,
        known_since_basis=cell.get("known_since_basis", ""),
        note=cell.get("note", ""),
        meanings=_meanings(table, folder),
    )


def _id_of(row: object) -> str:
    if isinstance(row, pd.Series) and isinstance(row.get("id"), str):
        return str(row["id"])
    raise DataError(
        f"A value of type {type(row).__name__} is no row with the column 'id': hand over one row "
        'of a table, such as load("market").iloc[0], or an id in quotes.'
    )


def _table_of(row_id: str, folder: Path | None) -> str:
    known: list[str] = []
    for name in table_names(folder=folder):
        ids = load(name, folder=folder)["id"].tolist()
        if row_id in ids:
            return name
        known += ids
    raise DataError(
        f"There is no row {row_id!r}{did_you_mean(row_id, known)}: "
        "take an id from the first column of a table."
    )


def _meanings(table: str, folder: Path | None) -> dict[str, str]:
    fields = resource(table, folder=folder)["schema"]["fields"]
    words: dict[str, str] = {}
    for entry in fields:
        if entry["name"] in ("made", "kind", "verified", "known_since_basis"):
            words |= entry.get("meanings", {})
    return words


def _cited(one: Source) -> str:
    return f"{one.title} ({one.short})"


def _safe(text: str) -> str:
    # JupyterLab typesets what stands between two dollar signs, and titles may hold them.
    return escape(text).replace("$", "&#36;")


def _linked(text: str, url: str) -> str:
    return f'<a href="{_safe(url)}">{_safe(text)}</a>' if url else _safe(text)

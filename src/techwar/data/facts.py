"""Facts: one figure of a table, or the date of a source, found by its id."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from techwar.data.citations import Source, source
from techwar.data.days import in_words
from techwar.data.errors import DataError
from techwar.data.tables import did_you_mean, load, resources
from techwar.data.tables import row as row_of
from techwar.data.wording import write


@dataclass(frozen=True)
class Fact:
    """One figure with its unit and where it comes from.

    A row of a table with `value` and `unit` is a fact, and so is the publication date of
    each source (`value` is then the ISO date, and `unit` is empty).
    """

    id: str
    table: str
    value: float | str
    unit: str
    text: str
    statement: str
    source: Source = field(repr=False)
    known_since: date
    made: str
    kind: str
    verified: str
    locator: str

    def format(self, form: str = "") -> str:
        """Write the fact: "" with its unit, ".1f" the number only.

        Two more forms: "since" is the day on which it became public, "source" the publisher
        and date of its source.
        """
        if form == "since":
            return in_words(self.known_since)
        if form == "source":
            return self.source.short
        if not form:
            return self.text
        return write(self.value, form)


def fact(fact_id: str, *, folder: Path | None = None) -> Fact:
    """The fact with this id; `DataError` names the nearest one where there is none.

    >>> fact("ihs-china-share-2017").text
    '44 per cent'
    """
    places = _tables_of_facts(folder, tuple(entry["hash"] for entry in resources(folder=folder)))
    if fact_id not in places:
        raise DataError(
            f"There is no fact {fact_id!r}{did_you_mean(fact_id, places)}: "
            "take an id from the first column of a table with figures, or of 'sources'."
        )
    name = places[fact_id]
    return (_date if name == "sources" else _figure)(fact_id, name, folder)


@lru_cache(maxsize=4)
def _tables_of_facts(folder: Path | None, _: tuple[str, ...]) -> dict[str, str]:
    """Return which table holds each fact; found anew when a checksum changes."""
    places: dict[str, str] = {}
    for entry in resources(folder=folder):
        columns = {column["name"] for column in entry["schema"]["fields"]}
        if {"value", "unit"} <= columns or entry["name"] == "sources":
            ids = load(entry["name"], folder=folder)["id"]
            places |= dict.fromkeys(ids, entry["name"])
    return places


def _row(table: str, fact_id: str, folder: Path | None) -> pd.Series[Any]:
    found = row_of(table, fact_id, folder=folder)
    if found is None:  # the table changed between two looks at it
        raise DataError(f"data/{table}.csv has no row {fact_id!r} any more: try again.")
    return found


def _figure(fact_id: str, table: str, folder: Path | None) -> Fact:
    row = _row(table, fact_id, folder)
    return Fact(
        id=fact_id,
        table=table,
        value=float(row["value"]),
        unit=row["unit"],
        text=f"{write(row['value'])} {row['unit']}",
        statement=row["statement"],
        source=source(row["source_id"], folder=folder),
        known_since=row["known_since"].date(),
        made=row["made"],
        kind=row["kind"],
        verified=row["verified"],
        locator=row["source_locator"],
    )


def _date(fact_id: str, table: str, folder: Path | None) -> Fact:
    row = _row(table, fact_id, folder)
    origin = source(fact_id, folder=folder)
    return Fact(
        id=fact_id,
        table=table,
        value=origin.dated,
        unit="",
        text=in_words(origin.dated),
        statement=f"{origin.publisher} published it: {in_words(origin.dated)}.",
        source=origin,
        known_since=row["known_since"].date(),
        made="transcribed",
        kind="reported",
        verified="primary",
        locator="date of publication",
    )

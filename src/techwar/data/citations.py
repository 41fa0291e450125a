"""Where rows come from: sources, and the line of sources under a chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

from techwar.data.days import in_words, last_day
from techwar.data.errors import DataError
from techwar.data.tables import did_you_mean, load, resource

#: As many sources a chart names; of more it says how many they are.
MOST_NAMED = 6


@dataclass(frozen=True)
class Source:
    """A publication that rows of the tables rest on.

    `dated` is the date as far as it is known ("2018-10-29", "2018-10" or "2018");
    `published` is the day, or None where the source's day is not known.
    """

    id: str
    title: str
    publisher: str
    author: str
    dated: str
    url: str
    kind: str
    language: str
    terms: str

    @property
    def published(self) -> date | None:
        """The day of publication, or None where only a month or a year is known."""
        return last_day(self.dated) if len(self.dated) == len("2018-10-29") else None

    @property
    def short(self) -> str:
        """Publisher and date: "PSI Magazine, 29 October 2018"."""
        return f"{self.publisher}, {in_words(self.dated)}"


def source(source_id: str, *, folder: Path | None = None) -> Source:
    """The source with this id; `DataError` names the nearest one where there is none."""
    return _found(source_id, _shelf(folder, resource("sources", folder=folder)["hash"]))


def _found(source_id: str, shelf: Mapping[str, Source]) -> Source:
    if source_id not in shelf:
        raise DataError(
            f"There is no source {source_id!r}{did_you_mean(source_id, list(shelf))}: "
            "its id has to stand in the table 'sources'."
        )
    return shelf[source_id]


@lru_cache(maxsize=4)
def _shelf(folder: Path | None, _: str) -> dict[str, Source]:
    """Return all sources by id, once for each state of the table: a page cites dozens."""
    wanted = [field.name for field in fields(Source)]
    table = load("sources", folder=folder).fillna("").rename(columns={"published": "dated"})
    shelf = [Source(*cells) for cells in table[wanted].itertuples(index=False)]
    return {one.id: one for one in shelf}


def sources(rows: pd.DataFrame, *, folder: Path | None = None) -> list[Source]:
    """The main sources of some rows (column `source_id`), each once, the oldest first."""
    if "source_id" not in getattr(rows, "columns", ()):
        raise DataError(
            "These rows have no column 'source_id', so their sources cannot be named: keep that "
            "column when you choose columns."
        )
    named = rows["source_id"].dropna().unique()
    shelf = _shelf(folder, resource("sources", folder=folder)["hash"])
    found = [_found(str(name), shelf) for name in named]
    return sorted(found, key=lambda one: (last_day(one.dated), one.id))


def source_line(rows: pd.DataFrame, *, folder: Path | None = None) -> str:
    """The last line of a chart: "Source: SDM Magazine, 22 August 2017; PSI Magazine, ….".

    More sources than a reader would read are counted instead, with the first and the last.
    """
    shorts = [one.short for one in sources(rows, folder=folder)]
    if not shorts:
        raise DataError("There are no rows to cite: hand over the rows that are drawn.")
    return line_of(shorts)


def line_of(shorts: Iterable[str]) -> str:
    """Name publications in a source line, the oldest first, each once; count them if many."""
    named = list(dict.fromkeys(shorts))
    if len(named) > MOST_NAMED:
        return (
            f"Source: {len(named)} publications, from {named[0]} to {named[-1]}; "
            "each row names its own (column source_id)."
        )
    return f"Source: {'; '.join(named)}."

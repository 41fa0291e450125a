"""Where rows come from: sources, and the line of sources under a chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from techwar.data.days import in_words, last_day
from techwar.data.errors import DataError
from techwar.data.tables import did_you_mean, load, resource, row

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
    return _source(source_id, folder, resource("sources", folder=folder)["hash"])


@lru_cache(maxsize=1024)
def _source(source_id: str, folder: Path | None, _: str) -> Source:
    """Look a source up once for each state of the table: charts cite the same ones again."""
    found = row("sources", source_id, folder=folder)
    if found is None:
        known = load("sources", folder=folder)["id"]
        raise DataError(
            f"There is no source {source_id!r}{did_you_mean(source_id, known)}: "
            "its id has to stand in the table 'sources'."
        )
    return _as_source(found)


def sources(rows: pd.DataFrame, *, folder: Path | None = None) -> list[Source]:
    """The main sources of some rows (column `source_id`), each once, the oldest first."""
    if "source_id" not in getattr(rows, "columns", ()):
        raise DataError(
            "These rows have no column 'source_id', so their sources cannot be named: keep that "
            "column when you choose columns."
        )
    shelf = resource("sources", folder=folder)["hash"]
    named = rows["source_id"].dropna().unique()
    found = [_source(str(name), folder, shelf) for name in named]
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


def _as_source(found: pd.Series[Any]) -> Source:
    cell = found.fillna("")
    return Source(
        id=cell["id"],
        title=cell["title"],
        publisher=cell["publisher"],
        author=cell["author"],
        dated=cell["published"],
        url=cell["url"],
        kind=cell["kind"],
        language=cell["language"],
        terms=cell["terms"],
    )

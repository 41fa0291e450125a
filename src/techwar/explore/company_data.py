"""The figures behind *Company comparison*: which firms, which editions, which sources.

All that is chosen from the tables is chosen here, once, as plain data: the browser gets
the same and chooses nothing.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd

from techwar.data import as_of, latest, load
from techwar.data.citations import sources

#: The two states of knowledge that can be shown: the day of the article, and all rows.
DAY, ALL = "22 May 2019", "all"
_CUTS = {DAY: "2019-05-22", ALL: "2100-01-01"}

#: Those who speak or report in the article are no subject of a comparison.
SPEAKERS = ("news", "law", "market research")
LABELS = {
    "axis": "Axis Communications",
    "dji": "DJI",
    "iflytek": "iFlytek",
    "sensetime": "SenseTime",
    "zte": "ZTE",
}
FIRST_YEAR = 2014

_PROFIT = ("net profit attributable to owners", "net profit")
_MILLIONS = {"billion won": 1000}
Cell = list[Any]


def _rows(frame: pd.DataFrame) -> list[Any]:
    """Return the rows as tuples with a name for each cell."""
    return list(frame.itertuples())


@cache
def material() -> dict[str, Any]:
    """Return all that the explorer may show, as plain data.

    `firms`: one object a firm, with what the article and its row say of it. `cells`: by the
    day until which a figure had to be public, "firm/measure/year" leads to
    [value, currency, places in `sources`]; amounts are in millions, shares in per cent.
    `all` holds only what differs from the day of the article. `rates`: units of a currency
    for one US dollar. `sources`: publisher and date, the oldest first.
    """
    cells = {day: _cells(cut) for day, cut in _CUTS.items()}
    cited = _cited([cell for day in cells.values() for cell in day.values()])
    places = {name: place for place, name in enumerate(cited)}
    plain = {
        day: {
            key: [_short(cell[0]), cell[1], sorted(places[one] for one in cell[2])]
            for key, cell in of.items()
        }
        for day, of in cells.items()
    }
    plain[ALL] = {key: cell for key, cell in plain[ALL].items() if plain[DAY].get(key) != cell}
    return {
        "firms": _firms(),
        "cells": plain,
        "sources": list(cited.values()),
        "source_ids": list(cited),
        "years": {day: [FIRST_YEAR, _last_year(of)] for day, of in cells.items()},
    }


def by_firm(cells: dict[str, Cell]) -> dict[str, dict[str, dict[str, Cell]]]:
    """Return the cells by firm, measure and year: a page need not hold each name many times."""
    nested: dict[str, dict[str, dict[str, Cell]]] = {}
    for key, cell in cells.items():
        firm, measure, year = key.split("/")
        nested.setdefault(firm, {}).setdefault(measure, {})[year] = cell
    return nested


def _short(value: float) -> float:
    """Return a number as JSON writes it shortest."""
    return int(value) if value == int(value) else value


def _last_year(cells: dict[str, Cell]) -> int:
    keys = [key.split("/") for key in cells]
    return max(int(year) for _, measure, year in keys if measure == "revenue")


def _cited(cells: list[Cell]) -> dict[str, str]:
    """Return the ids of all sources, the oldest first, each with its publisher and date."""
    rows = pd.DataFrame({"source_id": sorted({one for cell in cells for one in cell[2]})})
    return {one.id: one.short for one in sources(rows)}


def _firms() -> list[dict[str, Any]]:
    rows = latest(load("companies"))
    first = load("companies").groupby("figure", sort=False)["known_since"].min()
    return [
        {
            "id": row.figure,
            "label": LABELS.get(row.figure, row.figure.replace("-", " ").title()),
            "named": bool(pd.notna(row.paragraphs)),
            "segments": row.segments.split("; "),
            "early": bool(first[row.figure] <= pd.Timestamp(_CUTS[DAY])),
        }
        for row in _rows(rows.sort_values("figure"))
        if not set(row.segments.split("; ")) & set(SPEAKERS)
    ]


def _cells(cut: str) -> dict[str, Cell]:
    """Return the figures public by a day; of several editions the last."""
    cells: dict[str, Cell] = {}
    for row in _rows(latest(as_of(load("companies"), cut))):
        if pd.notna(row.founded):
            cells[f"{row.figure}/founded/"] = [int(row.founded), "", [row.source_id]]
    listed = as_of(load("listings"), cut).query("action == 'added'").sort_values("effective")
    for row in _rows(listed.drop_duplicates("company")):
        cells[f"{row.company}/listed/"] = [int(row.effective.year), "", [row.source_id]]
    for row in _rows(latest(as_of(load("exchange_rates"), cut))):
        cells[f"{row.currency}/rate/{row.year}"] = [float(row.value), "", [row.source_id]]
    return cells | _figures(cut)


def _figures(cut: str) -> dict[str, Cell]:
    """Return revenue and the shares of it, year by year, of whole firms and whole years."""
    rows = latest(as_of(load("financials"), cut))
    rows = rows[rows["scope"].isna() & (rows["period"] == "FY") & (rows["kind"] == "reported")]
    by_firm: dict[tuple[str, int], dict[str, Any]] = {}
    for row in _rows(rows):
        by_firm.setdefault((row.company, int(row.year)), {})[row.metric] = row
    cells: dict[str, Cell] = {}
    for (firm, year), found in by_firm.items():
        if year < FIRST_YEAR:
            continue
        if revenue := found.get("revenue"):
            value = float(revenue.value) * _MILLIONS.get(revenue.unit, 1)
            cells[f"{firm}/revenue/{year}"] = [value, revenue.currency, [revenue.source_id]]
        for measure, cell in _shares(found).items():
            cells[f"{firm}/{measure}/{year}"] = cell
    return cells


def _shares(found: dict[str, Any]) -> dict[str, Cell]:
    """Return what one firm's figures of one year make as parts of its revenue, in per cent.

    A share is worked out from the two amounts where both are there; else it is the printed
    one. Revenue abroad is printed by few: there the printed share comes first, then the
    amount, then what the share at home leaves.
    """
    cells: dict[str, Cell | None] = {
        "margin": next(filter(None, (_part(found, name) for name in _PROFIT)), None),
        "research": _part(found, "R&D expense") or _printed(found, "R&D share of revenue"),
        "abroad": (
            _printed(found, "share of revenue from abroad")
            or _part(found, "revenue abroad")
            or _rest(_part(found, "revenue at home"))
        ),
    }
    return {measure: cell for measure, cell in cells.items() if cell}


def _part(found: dict[str, Any], metric: str) -> Cell | None:
    part, revenue = found.get(metric), found.get("revenue")
    if part is None or revenue is None or part.currency != revenue.currency:
        return None
    share = 100 * float(part.value) / float(revenue.value)
    return [round(share, 6), "", sorted({part.source_id, revenue.source_id})]


def _printed(found: dict[str, Any], metric: str) -> Cell | None:
    row = found.get(metric)
    return None if row is None else [float(row.value), "", [row.source_id]]


def _rest(cell: Cell | None) -> Cell | None:
    return None if cell is None else [round(100 - cell[0], 6), *cell[1:]]

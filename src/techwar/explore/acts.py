"""The acts behind *Move the start*, and the goods on the tariff lists, as places in time."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from techwar.data import as_of, in_force, latest, load, sources
from techwar.data.days import in_words

KNOWN = "2019-05-22"
OTHERS = "others"
SIDES = ("US", "China", OTHERS)
WITH_ARTICLE = ("US", "UK", "EU", "Netherlands")
DAYS = ("announced", "effective")


class Act(NamedTuple):
    """One row of `measures`: its codes, and its days as places and in words, by column."""

    id: str
    side: str
    kind: str
    direction: str
    at: Mapping[str, float]
    words: Mapping[str, str]
    actor: str
    title: str
    record: str


def place(day: str | pd.Timestamp) -> float:
    """Return a day as a place on the axis of years: 2018.5 is in the middle of 2018."""
    one = pd.Timestamp(day)
    return round(float(one.year + (one.day_of_year - 1) / (365 + one.is_leap_year)), 4)


def table(later: bool) -> pd.DataFrame:
    """Return the measures that were public on 22 May 2019, or all."""
    return load("measures") if later else as_of(load("measures"), KNOWN)


@cache
def acts(later: bool) -> list[Act]:
    """Return the acts that were public on 22 May 2019, or all, as plain values."""
    found, shorts = [], _shorts(later)
    for row in table(later).to_dict("records"):
        days = {name: row[name] for name in DAYS if pd.notna(row[name])}
        words = {name: in_words(one.date()) for name, one in days.items()}
        actor = row["actor"]
        applied = f"to apply from {words.get('effective', 'no day that the table has')}"
        record = f"{row['title']}. {_statement(row, later)}({actor}; {row['instrument']}; "
        record += f"{row['direction']}; announced {words['announced']}, {applied}; "
        record += f"{shorts[row['source_id']]})"
        found.append(
            Act(
                row["id"],
                actor if actor in SIDES else OTHERS,
                row["instrument"],
                row["direction"],
                {name: place(one) for name, one in days.items()},
                words,
                f"the {actor}" if actor in WITH_ARTICLE else actor,
                row["title"],
                record,
            )
        )
    return found


def packed(later: bool) -> str:
    """Return the acts as the browser gets them: a line each, days as 2019-05-22, cells by "|".

    The direction is its first letter; a second day like the first is "=".
    """
    found, shorts = [], _shorts(later)
    for row in table(later).to_dict("records"):
        days = [f"{row[day]:%Y-%m-%d}" if pd.notna(row[day]) else "" for day in DAYS]
        days[1] = "=" if days[1] == days[0] else days[1]
        coded = [row["id"], row["actor"], row["instrument"], row["direction"][0], *days]
        told = [row["title"], _statement(row, later)]
        found.append("|".join([*coded, *told, shorts[row["source_id"]]]))
    return "\n".join(found)


def _statement(row: Mapping[Any, Any], later: bool) -> str:
    """Return what an act says; of all acts that would be too much for one page."""
    return "" if later else f"{row['statement']} "


@cache
def _shorts(later: bool) -> Mapping[str, str]:
    """Return who published each source and when, and where there is room the source's id."""
    named = sources(table(later))
    return {one.id: one.short if later else f"{one.short}, source {one.id}" for one in named}


@cache
def _amounts(day: pd.Timestamp) -> dict[str, pd.Series]:
    """Return the goods of each side's lists in force on a day, in billions of US dollars."""
    rows = in_force(day)
    return {side: rows[rows["imposed_by"] == side]["trade_value"] for side in SIDES[:2]}


@cache
def goods(later: bool) -> dict[str, list[list[Any]]]:
    """Return where each side's goods under a duty changed, to what, and the day in words.

    A side's points end on the day on which a list came into force without a known amount.
    """
    steps = latest(load("tariff_steps")).dropna(subset=["start"])
    last = steps["start"].max() if later else pd.Timestamp(KNOWN)
    # The goods change when a list begins or ends; in between only its rates do.
    begun = {*steps.groupby("list_id")["start"].min(), *steps[steps["value"] == 0]["start"]}
    days = sorted({day for day in begun if day <= last} | {last})
    found: dict[str, list[list[Any]]] = {}
    for side in SIDES[:2]:
        points = found.setdefault(side, [[2012.0, 0.0, "2012"]])
        for day in days:
            amounts = _amounts(day)[side]
            ends = bool(amounts.isna().any()) or day == last
            value = points[-1][1] if amounts.isna().any() else float(amounts.sum())
            if ends or value != points[-1][1]:
                points.append([place(day), value, in_words(day.date())])
            if ends:
                break
    return found

"""The lists of the table `market_share`: who was named with which share, in which release.

A fence is one publisher's market: its definition, its geography, by year or by quarter.
A list is one release's figures on one period of a fence. Shares are added, ranked and
joined by a line inside one list or one release only.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from techwar.data import load, sources
from techwar.data.wording import capital
from techwar.explore.concentration import bounds, sums

DAY = pd.Timestamp("2019-05-22")
#: Releases that name the largest firms in order, so that nobody left out is larger than the last.
#: That holds for the newest period of a release: the firms of a list are those of that period.
TOP_LISTS = ("IDC",)
#: Where a firm changes under its name: what its line cannot be read across.
BREAKS = (("smartphones", "Huawei", 2020 + 10.5 / 12, "Honor leaves Huawei"),)
SELLERS = ("firm", "firms together", "largest firms")


class Fence(NamedTuple):
    """One publisher's market, by year or by quarter."""

    market: str
    geography: str
    publisher: str
    every: str

    @property
    def slug(self) -> str:
        """The name of the fence as a value of a control."""
        words = f"{self.market} {self.geography} {self.publisher} by {self.every}"
        return re.sub(r"[^a-z0-9]+", "-", words.lower().replace("'", "")).strip("-")

    @property
    def title(self) -> str:
        """The fence in words, its publisher left out."""
        return (
            f"{capital(self.market)}, {self.geography.replace('World', 'world')}, by {self.every}"
        )


def rows() -> pd.DataFrame:
    """Return the rows of `market_share` on sellers, with the fence that each stands in.

    Left out are whole markets, regions (buyers), and lists whose publisher or market is not named.
    """
    return _rows().copy()


@cache
def _rows() -> pd.DataFrame:
    table = load("market_share")
    named = (table["publisher"] != "not named") & (table["geography"] != "not named")
    sold = table["holder_kind"].isin([*SELLERS, "others"])
    kept = table[named & sold].copy()
    quarter = kept["period"].str.fullmatch(r"\d{4}-Q\d")
    kept["every"] = quarter.map({True: "quarter", False: "year"})
    fences = kept[["market", "geography", "publisher", "every"]].itertuples(index=False)
    kept["fence"] = [Fence(*fence).slug for fence in fences]
    return kept


@cache
def fences() -> Mapping[str, Fence]:
    """Return the fences by their slug, in the order of the markets in the table."""
    kept = rows()[["market", "geography", "publisher", "every"]].drop_duplicates()
    found = [Fence(*one) for one in kept.itertuples(index=False)]
    return {fence.slug: fence for fence in found}


@cache
def definitions() -> Mapping[str, str]:
    """Return how the publisher of each fence draws its market."""
    return dict(rows().drop_duplicates("fence").set_index("fence")["definition"])


def place_in_time(period: str, year: int) -> float:
    """Return where a period stands on an axis of years: a year at itself, a quarter in its year."""
    quarter = re.fullmatch(r"(\d{4})-Q(\d)", period)
    return int(quarter[1]) + (int(quarter[2]) - 1) / 4 if quarter else float(year)


@cache
def lists() -> Mapping[str, Sequence[dict[str, Any]]]:
    """Return the lists of each fence, the newest period first, the longest of a period first.

    A list holds `id`, `period`, `edition`, `x`, `own` (whether no later period stands in its
    release, so that its firms were chosen for this one), and `sellers` and `others` as rows
    of holder, kind of holder, value (per cent), kind of figure, place of its source among
    all, and whether it was known by 22 May 2019. The definition is its fence's.
    """
    table = rows()
    table["early"] = table["known_since"] <= DAY
    places = {one.id: place for place, one in enumerate(sources(table))}
    found: dict[str, list[dict[str, Any]]] = {slug: [] for slug in fences()}
    by_list: dict[tuple[str, str, str, float], list[list[Any]]] = {}
    for row in table.sort_values("value", ascending=False, kind="stable").to_dict("records"):
        key = row["fence"], row["edition"], row["period"], place_in_time(row["period"], row["year"])
        of_seller = [row["holder"], row["holder_kind"], row["value"], row["kind"]]
        entry = [*of_seller, places[row["source_id"]], row["early"]]
        by_list.setdefault(key, []).append(entry)
    for (fence, edition, period, x), entries in by_list.items():
        sellers = [entry for entry in entries if entry[1] != "others"]
        others = [entry for entry in entries if entry[1] == "others"]
        if sellers:
            one = {"id": f"{period} (release {edition})", "period": period, "edition": edition}
            found[fence].append(one | {"x": x, "sellers": sellers, "others": others})
    for slug in found:
        found[slug].sort(
            key=lambda one: (one["x"], len(one["sellers"]), one["edition"]), reverse=True
        )
        newest: dict[str, float] = {}
        for listed in found[slug]:
            x = listed["x"]
            listed["own"] = x == newest.setdefault(listed["edition"], x)
    return found


def known(entries: Sequence[Sequence[Any]], when: str) -> list[Sequence[Any]]:
    """Return the rows of a list that were known by 22 May 2019 ("2019"), or all ("all")."""
    return [entry for entry in entries if when == "all" or entry[5]]


def left_over(sellers: Sequence[Sequence[Any]], others: Sequence[Sequence[Any]]) -> float | None:
    """Return how much of the market a list leaves to nobody, in per cent; None where nothing.

    Groups of "the largest firms" hold firms that may be named as well, so they count only
    where no firm is named.
    """
    if others:
        return None
    alone = [entry for entry in sellers if entry[1] != "largest firms"] or sellers
    left = 100 - sum(entry[2] for entry in alone)
    return float(left) if left >= 1 else None


class Concentration(NamedTuple):
    """What the shares of a list say of concentration: CR4, and the ends of the HHI."""

    four: float | None
    low: float
    high: float


def concentration(
    sellers: Sequence[Sequence[Any]], others: Sequence[Sequence[Any]], *, top: bool
) -> Concentration:
    """Return the share of the four largest named, and the bounds of the Herfindahl-Hirschman index.

    The shares named count as printed. What is left may be dust (the lower end: nothing is added)
    or blocks as large as possible (the upper end): in a list of the largest firms no block is
    larger than the smallest firm named, elsewhere one firm may hold all of it.
    """
    firms = [entry[2] for entry in sellers if entry[1] == "firm"]
    named = sums(firms, top=top and bool(others) and bool(firms))
    low, high = bounds(*named) or (0.0, 0.0)  # any number of firms always fits
    return Concentration(sum(firms[:4]) if len(firms) >= 4 else None, low, high)


def ceiling(one: Mapping[str, Any], *, top: bool) -> float | None:
    """Return the most that a firm left out of a list can hold, or None where that is not known."""
    if not one["others"]:
        return None
    others = one["others"][0][2]
    firms = [entry[2] for entry in one["sellers"] if entry[1] == "firm"]
    return float(min([others, *firms])) if top and len(firms) >= 5 else float(others)

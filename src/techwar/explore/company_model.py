"""The arithmetic of *Company comparison*: what a firm's figure is in a state, or why none.

The browser does the same sums from the same data (`browser/company_model.js`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from techwar.explore.company_data import DAY

ARTICLE, OTHERS, EVERY, BY_NAME = "article", "others", "every", "names"
PERCENT = ("growth", "margin", "research", "abroad")
#: Properties of a firm that belong to no year.
TIMELESS = ("founded", "listed")


class Figure(NamedTuple):
    """A firm's figure, or None and the reason; `sources` are places in the list of sources."""

    value: float | None
    why: str
    sources: tuple[int, ...]


class Amount(NamedTuple):
    """Revenue of a year in millions, in its own currency or in US dollars."""

    value: float | None
    currency: str
    why: str
    sources: tuple[int, ...]


def firms(data: Mapping[str, Any], state: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the firms of a state, those of the article first."""
    chosen = [one for one in data["firms"] if _in_group(one, state)]
    return [one for one in chosen if one["named"]] + [one for one in chosen if not one["named"]]


def _in_group(firm: Mapping[str, Any], state: Mapping[str, Any]) -> bool:
    group = state["firms"]
    if group == BY_NAME:
        return bool(firm["id"] in state["names"])
    if state["known"] == DAY and not firm["early"]:
        return False
    if group in (ARTICLE, OTHERS):
        return bool(firm["named"] == (group == ARTICLE))
    return bool(group == EVERY or group in firm["segments"])


def _cell(data: Mapping[str, Any], known: str, key: str) -> Any:
    firm, measure, year = key.split("/")
    days = [DAY] if known == DAY else ["all", DAY]
    found = (data["cells"].get(day, {}).get(firm, {}).get(measure, {}).get(year) for day in days)
    return next(filter(None, found), None)


def figure(
    data: Mapping[str, Any], state: Mapping[str, Any], firm: str, measure: str, year: int
) -> Figure:
    """Return one figure: revenue in billions, years as numbers, the rest in per cent or points."""
    if measure in TIMELESS:
        cell = _cell(data, state["known"], f"{firm}/{measure}/")
        why = "founding year not verified" if measure == "founded" else "no entry on a US list"
        return Figure(None, why, ()) if cell is None else Figure(cell[0], "", tuple(cell[2]))
    if measure == "revenue":
        now = _revenue(data, state, firm, year)
        value = None if now.value is None else now.value / 1000
        return Figure(value, now.why, now.sources)
    if measure in ("growth", "index"):
        return _change(data, state, firm, measure, year)
    cell = _cell(data, state["known"], f"{firm}/{measure}/{year}")
    if cell is None:
        return Figure(None, f"no figure for {year}", ())
    return Figure(cell[0], "", tuple(cell[2]))


def _change(
    data: Mapping[str, Any], state: Mapping[str, Any], firm: str, measure: str, year: int
) -> Figure:
    start = int(state["base"]) if measure == "index" else year - 1
    now, before = (_revenue(data, state, firm, one) for one in (year, start))
    for amount in (before, now):
        if amount.value is None:
            return Figure(None, amount.why if measure == "index" else _lacks(amount.why), ())
    if now.currency != before.currency or not before.value or now.value is None:
        return Figure(None, f"two currencies in {start} and {year}", ())
    ratio = now.value / before.value
    places = tuple(sorted({*now.sources, *before.sources}))
    return Figure(100 * ratio if measure == "index" else 100 * (ratio - 1), "", places)


def _lacks(why: str) -> str:
    """Say whose figure is missing where the year is not the one that was asked for."""
    return why.replace("no figure for", "our table lacks the revenue of")


def _revenue(data: Mapping[str, Any], state: Mapping[str, Any], firm: str, year: int) -> Amount:
    cell = _cell(data, state["known"], f"{firm}/revenue/{year}")
    if cell is None:
        return Amount(None, "", f"no figure for {year}", ())
    value, currency, places = cell
    if state["currency"] == "reported" or currency == "USD":
        return Amount(value, currency, "", tuple(places))
    rate = _cell(data, state["known"], f"{currency}/rate/{year}")
    if rate is None:
        return Amount(None, "", f"no exchange rate for {year}", ())
    return Amount(value / rate[0], "USD", "", tuple(sorted({*places, *rate[2]})))


def currency(
    data: Mapping[str, Any], state: Mapping[str, Any], drawn: Iterable[Mapping[str, Any]], year: int
) -> str:
    """Return the currency of an axis of amounts: US dollars, or the one most firms report in."""
    if state["currency"] != "reported":
        return "USD"
    found = [_revenue(data, state, one["id"], year).currency for one in drawn]
    counted = sorted({one for one in found if one}, key=lambda one: (-found.count(one), one))
    return counted[0] if counted else "USD"


def on_axis(
    data: Mapping[str, Any],
    state: Mapping[str, Any],
    firm: str,
    measure: str,
    year: int,
    axis_currency: str,
) -> Figure:
    """Return a figure, or none where its currency is not that of the axis."""
    found = figure(data, state, firm, measure, year)
    if measure == "revenue" and found.value is not None:
        own = _revenue(data, state, firm, year).currency
        if own != axis_currency:
            return Figure(None, f"reported in {own}: choose US dollars to compare", ())
    return found


def median(values: Iterable[float]) -> float | None:
    """Return the middle value, or the mean of the two in the middle; None of none."""
    ordered = sorted(values)
    if not ordered:
        return None
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def open_ends(values: Sequence[float], number: int) -> tuple[float, float]:
    """Return the lowest and the highest median of `number` firms of which these are known."""
    missing = number - len(values)
    low, high = (median([*values, *[end] * missing]) for end in (-math.inf, math.inf))
    return (-math.inf if low is None else low), (math.inf if high is None else high)


def ends(values: Iterable[float], *, log: bool = False, from_zero: bool = True) -> list[float]:
    """Return round ends of an axis that hold all values."""
    found = list(values)
    if not found:
        return [1, 10] if log else [0, 1]
    low, high = min(found), max(found)
    if log:
        tens = [float(f"1e{power}") for power in range(-6, 10)]
        below = [ten for ten in tens if ten <= low] or tens[:1]
        above = [ten for ten in tens if ten >= high and ten > below[-1]] or tens[-1:]
        return [below[-1], above[0]]
    if from_zero:
        low, high = min(low, 0), max(high, 0)
    span = high - low or 1
    steps = [float(f"{digit}e{power}") for power in range(-6, 9) for digit in (1, 2, 5)]
    step = next(one for one in steps if one * 6 >= span)
    # A hair inside, so that a value that is a whole step does not add one.
    least, most = _whole(low / step + 1e-9, up=False), _whole(high / step - 1e-9, up=True)
    return [least * step, (most if most > least else least + 1) * step]


def _whole(number: float, *, up: bool) -> int:
    return -int(-number // 1) if up else int(number // 1)

"""The explorer *Rank shifter*: a firm's place, as the list, the measure and the year are chosen."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

import pandas as pd

from techwar.data import load, source_line
from techwar.data.wording import capital
from techwar.explore.controls import Dropdown, ExplorerError
from techwar.explore.explorer import COPIES, HERE, Explorer, Guess
from techwar.explore.rank_lists import DAY, OURS, SCOPES, UNIVIEW, List, lists
from techwar.explore.scene import Panel, Scene, bar_panel, beside_guess, guessed, part

MARKETS = {"cameras": "cameras and security", "phones": "smartphones", "telecom": "telecom"}
WHEN = {"2019": "known by 22 May 2019", "all": "known later, too"}
#: The place that is asked for first.
ASKED = {"market": "cameras", "scope": "as-security", "year": "2015", "firm": "Axis"}
#: The axis that all pictures of places share: its ends lie beyond every printed place.
PLACES: dict[str, Any] = {"min": 0.5, "max": 11, "ticks": [1, 3, 5, 7, 9]}
MISSING = "not in our rows"
Card = dict[str, Any]


def rank_shifter(*, guess_first: bool = False, **state: str) -> "RankShifter":
    """Open the explorer at a list, or with a place to guess.

    Args:
        guess_first: hide the places until one was guessed.
        state: controls in place of the opening ones: `known` ("2019" or "all"), `market`
            ("cameras", "phones", "telecom"), `scope`, `measure`, `year` and `firm`.

    Raises:
        ExplorerError: where a value is none that can be shown, or the place to guess is in
            no list.
    """
    return RankShifter(ASKED | state if guess_first or not state else state, guess_first)


def _of(when: str, market: str) -> list[List]:
    return [one for one in lists(when) if one.market == market]


def top(one: List) -> int:
    """Return down to which place, from the first on, a list prints every place."""
    reached = 0
    for rank, tied in groupby(sorted(rank for _, rank, _ in one.places)):
        if rank > reached + 1:
            break
        reached = rank + len(list(tied)) - 1
    return reached


@cache
def cards(when: str, market: str) -> list[Card]:
    """Return what of each list of a market is the same in every state."""
    beside = _of(when, market)
    dated = load("sources").set_index("id")["published"]
    read = {str(dated[name]) for one in beside for name in one.rows["source_id"]}
    copies = [COPIES] if when == "2019" and max(read) > DAY else []
    return [one | {"notes": one["notes"] + copies} for one in (card(o, beside) for o in beside)]


def card(one: List, beside: list[List]) -> Card:
    """Return what of a list is the same in every state: its words, and its rows as drawn.

    A row holds its place, its firm, the ends of its bar, and the words beside it; where the
    list leaves places out, those places alone.
    """
    rows: list[list[Any]] = []
    expected = 1
    for number, (name, rank, words) in enumerate(one.places):
        if rank > expected:
            rows.append([f"{expected}" if rank == expected + 1 else f"{expected}–{rank - 1}"])
        ends = [0, one.lengths[number]] if one.lengths else [rank - 0.25, rank + 0.25]
        rows.append([rank, name, *ends, words or f"place {rank}"])
        expected = max(expected, rank) + 1
    ranks, words = [rank for _, rank, _ in one.places], SCOPES[one.scope][2]
    heading = capital(words)
    axis = {"min": 0, "max": max(one.lengths), "unit": one.unit} if one.lengths else PLACES
    notes = {
        "Own order of what firms of our table printed: no list of the whole market.": one.key
        == OURS,
        "Firms with the same printed number share a place.": len(set(ranks)) < len(ranks),
        "Our rows hold no amounts beside these places.": not any(w for _, _, w in one.places),
    }
    absent = f"is not named here: not at places 1 to {top(one)}; below, nothing is known."
    if one.key == OURS:
        absent = "has no such figure in our table."
    elif top(one) == 0:
        absent = "is not named here, and nor is the first place."
    twice = sum(other.short == one.short for other in beside) > 1
    return {
        "is": [one.key, one.measure, one.year],
        "words": words,
        "short": f"{one.short}, {one.measure.split()[0]}" if twice else one.short,
        "heading": heading if one.lengths else f"{heading}: place",
        "axis": axis,
        "rows": rows,
        "absent": absent,
        "notes": [note for note, true in notes.items() if true],
        "source": f"This list: {source_line(one.rows).removeprefix('Source: ')} ",
    }


def rank_of(one: Card, firm: str) -> int | None:
    """Return a firm's place in a list, or None."""
    return next((row[0] for row in one["rows"] if row[1:2] == [firm]), None)


def told(one: Card, firm: str, beside: list[Card]) -> str:
    """Return the place in words, and its range over all lists."""
    rank, count = rank_of(one, firm), sum(len(row) > 1 for row in one["rows"])
    words = one["absent"] if rank is None else f"takes place {rank}, of {count} printed here."
    found = sorted(place for other in beside if (place := rank_of(other, firm)) is not None)
    if not found:
        return f"{firm} {words} Our rows of these {len(beside)} lists give it no place."
    best, worst = found[0], found[-1]
    places = f"places {best} to {worst}" if best < worst else f"place {best}"
    return f"{firm} {words} Over the {len(beside)} lists it is named in {len(found)}: {places}."


def list_panel(one: Card, firm: str) -> Panel:
    """Return the list in its order: bars where amounts are printed, else marks at the places."""
    rows = [
        _row(f"{row[0]} {row[1]}", [*row[2:], row[1] == firm]) if row[1:] else _row(row[0])
        for row in one["rows"]
    ]
    missing = [_row(firm)] if rank_of(one, firm) is None else []
    return {**bar_panel(one["heading"], [*rows, *missing], 0), **one["axis"]}


def places_panel(firm: str, beside: list[Card], shown: Card, **guess: Any) -> Panel:
    """Return the place of a firm in each of some lists; in the only one, it is guessed."""
    rows = []
    for one in beside:
        rank, name = rank_of(one, firm), "" if guess else one["short"]
        bar = [rank - 0.25, rank + 0.25, f"{rank}", one is shown] if rank is not None else []
        rows.append(_row(name, bar))
    where = " (1 is first)" if guess else " in each list (1 is first)"
    return bar_panel(f"Place of {firm}{where}", rows, 0, **guess) | PLACES


def _row(name: str, bar: Sequence[Any] = ()) -> dict[str, Any]:
    """Return a row with a bar (its ends, its words, whether it is followed), or what is missing."""
    if not bar:
        return {"name": name, "bars": [], "note": MISSING}
    start, end, words, followed = bar
    return {"name": name, "bars": [part("followed" if followed else "others", start, end, words)]}


def controls() -> list[Dropdown]:
    """Return the drop-down lists: what was known, the four parts of a rank, and the firm."""
    offers: dict[str, dict[str, dict[str, str]]] = {
        key: {} for key in ("scope", "measure", "year", "firm")
    }
    for when in WHEN:
        for one in lists(when):
            key, words = one.key, SCOPES[one.scope][2]
            beside = [when, one.market, key, one.measure]
            for depth, (name, value, said) in enumerate(
                [
                    ("scope", key, words),
                    ("measure", one.measure, one.measure),
                    ("year", one.year, one.year),
                ],
                2,
            ):
                offers[name].setdefault(" ".join(beside[:depth]), {})[value] = said
        for market in MARKETS:
            named = {name for one in _of(when, market) for name, _, _ in one.places}
            named |= {UNIVIEW} if market == "cameras" else set()
            offers["firm"][f"{when} {market}"] = {
                name: name for name in sorted(named, key=str.casefold)
            }
    return [
        Dropdown("known", "Rows", {"": WHEN}, "2019"),
        Dropdown("market", "Lists on", {"": MARKETS}, "cameras"),
        Dropdown(
            "scope", "Who is ranked, and where", offers["scope"], "ihs-equipment", "known market"
        ),
        Dropdown("measure", "By what", offers["measure"], "revenue", "known market scope"),
        Dropdown("year", "Year", offers["year"], "2017", "known market scope measure", place=99),
        Dropdown("firm", "Firm", offers["firm"], "Huawei", "known market"),
    ]


class RankShifter(Explorer):
    """The explorer *Rank shifter*; made by `rank_shifter`."""

    _esm = HERE / "static" / "rank_shifter.js"
    name = "rank-shifter"

    def __init__(self, state: Mapping[str, object], guess_first: bool) -> None:
        """Open at the lists of May 2019, or as `state` says."""
        shown = {f"{when} {market}": (when, market) for when in WHEN for market in MARKETS}
        # Many lists are the same in both views: each is sent once.
        once = list({str(one): one for of in shown.values() for one in cards(*of)}.values())
        super().__init__(
            controls(),
            state,
            title="Rank shifter",
            guess=Guess({"guess": "Your guess"}, "", 1, 10),
            guess_first=guess_first,
            colours={"followed": "#b45309", "others": "#828c9a"},
            data={
                "cards": once,
                "lists": {
                    key: [once.index(one) for one in cards(*of)] for key, of in shown.items()
                },
                "sources": {key: source_line(_rows(*of)) for key, of in shown.items()},
                "subtitles": {key: subtitle(*of) for key, of in shown.items()},
                "places": PLACES,
                "missing": MISSING,
            },
        )

    def _card(self) -> Card:
        state = self.shown
        wanted = [state["scope"], state["measure"], state["year"]]
        beside = cards(state["known"], state["market"])
        found: Card = next(one for one in beside if one["is"] == wanted)
        return found

    def rows(self) -> pd.DataFrame:
        """Return the sources of the market's lists, one for each of their rows."""
        return _rows(self.shown["known"], self.shown["market"])

    def drawn(self) -> Scene:
        """Return the list in its order, and the firm's place in each list."""
        state, one, data = self.shown, self._card(), self.spec["data"]
        what = f"by {state['measure']}, {state['year']}"
        firm, key = state["firm"], f"{state['known']} {state['market']}"
        beside, rank = cards(state["known"], state["market"]), rank_of(one, state["firm"])
        asked = self.spec["guess_first"] and state == self.spec["opening"]
        panels = [list_panel(one, firm), places_panel(firm, beside, one)]
        gap = ""
        if asked and rank is None:
            raise ExplorerError(f"{firm} has no place to guess here: choose a list that names it.")
        if asked and rank is not None:
            panels.insert(0, places_panel(firm, [one], one, guess=guessed(self.guess)))
            sides = "too near the top", "too far down"
            gap = beside_guess(self.guess, rank, noun="place", decimals=1, sides=sides)
        place = "has no place in our rows" if rank is None else f"takes place {rank}"
        return {
            "question": f"Which place does {firm} take {what} ({one['words']})?",
            "title": f"{firm} {place} {what}",
            "subtitle": data["subtitles"][key],
            "source": one["source"] + data["sources"][key],
            "sentence": told(one, firm, beside) + gap,
            "notes": one["notes"],
            "panels": panels,
        }


@cache
def _rows(when: str, market: str) -> pd.DataFrame:
    named = [name for one in _of(when, market) for name in one.rows["source_id"]]
    return pd.DataFrame({"source_id": named})


def subtitle(when: str, market: str) -> str:
    """Return whose places are shown, and when they were known."""
    return f"Places in lists on {MARKETS[market]}; {WHEN[when]}"

"""The explorer *Rank shifter*: a firm's place, as the list, the measure and the year are chosen."""

import math
from collections.abc import Mapping
from functools import cache
from itertools import groupby
from typing import Any

import pandas as pd

from techwar.data import source_line, sources
from techwar.data.wording import write
from techwar.explore.controls import Dropdown, ExplorerError
from techwar.explore.explorer import HERE, Explorer, Guess
from techwar.explore.rank_lists import OURS, SCOPES, UNIVIEW, List, lists
from techwar.explore.scene import Panel, Scene

MARKETS = {"cameras": "cameras and security", "phones": "smartphones", "telecom": "telecom"}
WHEN = {"2019": "known by 22 May 2019", "all": "known later, too"}
#: The place that is asked for first.
ASKED = {"market": "cameras", "scope": "as-security", "year": "2015", "firm": "Axis"}
#: Beyond every printed place, so that all pictures of places share one axis.
LAST = 11
HALF = 0.25
NOTES = {
    "ours": "Own order of what firms of our table printed: no list of the whole market.",
    "tie": "Firms with the same printed number share a place.",
    "bare": "Our rows hold no amounts beside these places.",
}


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


def firms(when: str, market: str) -> list[str]:
    """Return the firms that a market's lists name, and Uniview where cameras are ranked."""
    named = {name for one in _of(when, market) for name, _, _ in one.places}
    return sorted(named | ({UNIVIEW} if market == "cameras" else set()), key=str.casefold)


def rank_of(one: List, firm: str) -> int | None:
    """Return a firm's place in a list, or None."""
    return next((rank for name, rank, _ in one.places if name == firm), None)


def top(one: List) -> int:
    """Return down to which place, from the first on, a list prints every place."""
    reached = 0
    for rank, tied in groupby(sorted(rank for _, rank, _ in one.places)):
        if rank > reached + 1:
            break
        reached = rank + len(list(tied)) - 1
    return reached


def finding(one: List, firm: str) -> str:
    """Return the title of the picture."""
    rank = rank_of(one, firm)
    place = "has no place in our rows" if rank is None else f"takes place {rank}"
    return f"{firm} {place} by {one.measure}, {one.year}"


def question(one: List, firm: str) -> str:
    """Return what is asked while the answer is covered."""
    words = SCOPES[one.scope][2]
    return f"Which place does {firm} take by {one.measure}, {one.year} ({words})?"


def told(one: List, firm: str, beside: list[List], guess: float | None) -> str:
    """Return the place in words, its range over all lists, and how far a guess is from it."""
    rank, reached = rank_of(one, firm), top(one)
    if rank is not None:
        words = f"{firm}: place {rank}, of {len(one.places)} printed here."
    elif one.key == OURS:
        words = f"{firm}: our table holds no such figure."
    elif reached == 0:
        words = f"{firm} is not named here, and nor is the first place."
    else:
        words = f"{firm} is not named here: not at places 1 to {reached}; below, nothing is known."
    found = sorted(place for other in beside if (place := rank_of(other, firm)) is not None)
    if not found:
        words += f" Our rows of these {len(beside)} lists give it no place."
    else:
        places = (
            f"places {found[0]} to {found[-1]}" if found[0] < found[-1] else f"place {found[0]}"
        )
        words += f" Over the {len(beside)} lists it is named in {len(found)}: {places}."
    if guess is None or rank is None:
        return words
    off = math.floor(10 * abs(guess - rank) + 0.5) / 10
    if off == 0:
        return f"{words} Your guess of {write(guess)} is on the spot."
    size = "1 place" if off == 1 else f"{write(off)} places"
    side = "too near the top" if guess < rank else "too far down"
    return f"{words} Your guess of {write(guess)} is {size} {side}."


def waiting(guess: float | None) -> str:
    """Return what the status line says while the answer is covered."""
    if guess is None:
        return "Guess first: drag the bar or type a number."
    return f"Your guess: place {write(guess)}. Press Show to compare."


def capital(words: str) -> str:
    """Return the words with a capital at their beginning."""
    return words[0].upper() + words[1:]


def tile(rank: int, label: str, colour: str) -> dict[str, Any]:
    """Return a place as a mark on the axis of places: it is a position, no amount."""
    return {"colour": colour, "from": rank - HALF, "to": rank + HALF, "label": label}


def list_panel(one: List, firm: str) -> Panel:
    """Return the list in its order: bars where amounts are printed, else marks at the places."""
    rows: list[dict[str, Any]] = []
    expected = 1
    for number, (name, rank, words) in enumerate(one.places):
        if rank > expected:
            gap = str(expected) if rank == expected + 1 else f"{expected}–{rank - 1}"
            rows.append({"name": gap, "bars": [], "note": "not in our rows"})
        colour = "followed" if name == firm else "others"
        bar = tile(rank, words or f"place {rank}", colour)
        if one.lengths:
            bar |= {"from": 0, "to": one.lengths[number]}
        rows.append({"name": f"{rank} {name}", "bars": [bar]})
        expected = max(expected, rank) + 1
    if rank_of(one, firm) is None:
        rows.append({"name": firm, "bars": [], "note": "not in our rows"})
    bars, words = bool(one.lengths), capital(SCOPES[one.scope][2])
    return {
        "form": "bars",
        "heading": words if bars else f"{words}: place",
        "unit": one.unit if bars else "",
        "decimals": 0,
        "min": 0,
        "max": max(one.lengths) if bars else LAST,
        "rows": rows,
    }


def places_panel(shown: List, firm: str, beside: list[List]) -> Panel:
    """Return the place of a firm in each list of a market, list by list."""
    rows: list[dict[str, Any]] = []
    for one in beside:
        rank = rank_of(one, firm)
        row: dict[str, Any] = {"name": _short(one, beside), "bars": []}
        if rank is None:
            row["note"] = "not in our rows"
        else:
            row["bars"] = [tile(rank, str(rank), "followed" if one is shown else "others")]
        rows.append(row)
    return _placed(f"Place of {firm} in each list (1 is first)", rows)


def asked_panel(one: List, firm: str, guess: float | None, *, covered: bool) -> Panel:
    """Return the place that is guessed, covered or beside the guess."""
    rank = rank_of(one, firm)
    bars = [] if covered or rank is None else [tile(rank, f"place {rank}", "followed")]
    panel = _placed(f"Place of {firm} (1 is first)", [{"name": "", "bars": bars}])
    return {**panel, "guess": {"key": "guess", "row": 0, "value": guess, "covered": covered}}


def _placed(heading: str, rows: list[dict[str, Any]]) -> Panel:
    return {"form": "bars", "heading": heading, "unit": "", "decimals": 0} | {
        "min": 0,
        "max": LAST,
        "rows": rows,
    }


def _short(one: List, beside: list[List]) -> str:
    """Return a list's name, with its measure where another list has the same name."""
    twice = sum(other.short == one.short for other in beside) > 1
    return f"{one.short}, {one.measure.split()[0]}" if twice else one.short


def controls() -> list[Dropdown]:
    """Return the drop-down lists: what was known, the four parts of a rank, and the firm."""
    scopes: dict[str, dict[str, str]] = {}
    measures: dict[str, dict[str, str]] = {}
    years: dict[str, dict[str, str]] = {}
    for when in WHEN:
        for one in lists(when):
            market, scope = f"{when} {one.market}", f"{when} {one.market} {one.key}"
            scopes.setdefault(market, {})[one.key] = SCOPES[one.scope][2]
            measures.setdefault(scope, {})[one.measure] = one.measure
            years.setdefault(f"{scope} {one.measure}", {})[one.year] = one.year
    named = {f"{w} {m}": {one: one for one in firms(w, m)} for w in WHEN for m in MARKETS}
    return [
        Dropdown("known", "Rows", {"": WHEN}, "2019"),
        Dropdown("market", "Lists on", {"": MARKETS}, "cameras"),
        Dropdown("scope", "Who is ranked, and where", scopes, "ihs-equipment", "known market"),
        Dropdown("measure", "By what", measures, "revenue", "known market scope"),
        Dropdown("year", "Year", years, "2017", "known market scope measure", place=99),
        Dropdown("firm", "Firm", named, "Huawei", "known market"),
    ]


@cache
def _publications() -> list[Any]:
    named = [name for when in WHEN for one in lists(when) for name in one.rows["source_id"]]
    return sources(pd.DataFrame({"source_id": named}))


class RankShifter(Explorer):
    """The explorer *Rank shifter*; made by `rank_shifter`."""

    _esm = HERE / "static" / "rank_shifter.js"
    name = "rank-shifter"

    def __init__(self, state: Mapping[str, object], guess_first: bool) -> None:
        """Open at the lists of May 2019, or as `state` says."""
        super().__init__(
            controls(),
            state,
            title="Rank shifter",
            guess=Guess({"guess": "Your guess"}, "", 1, LAST - 1, "drag the bar or type one."),
            guess_first=guess_first,
            colours={"followed": "#b45309", "others": "#828c9a"},
            data={
                "lists": {when: _packed_lists(when) for when in WHEN},
                "sources": [one.short for one in _publications()],
                "markets": MARKETS,
                "when": WHEN,
                "notes": NOTES,
                "ours": OURS,
                "last": LAST,
                "half": HALF,
            },
        )
        opening = self.spec["opening"]
        if guess_first and rank_of(self._list(opening), opening["firm"]) is None:
            raise ExplorerError(
                f"{opening['firm']} has no place to guess here: choose a list that names it."
            )

    @property
    def _shown(self) -> Mapping[str, Any]:
        """The state that is drawn: while the answer is covered, the opening one."""
        return self.spec["opening"] if self.covered else self.state

    @staticmethod
    def _list(state: Mapping[str, Any]) -> List:
        wanted = state["scope"], state["measure"], state["year"]
        found = _of(state["known"], state["market"])
        return next(one for one in found if (one.key, one.measure, one.year) == wanted)

    def rows(self) -> pd.DataFrame:
        """Return the rows of the list, and those of the firm in the other lists."""
        state = self._shown
        one = self._list(state)
        if self.covered:
            return one.rows
        others = [
            other.rows[other.rows["holder"] == state["firm"]]
            for other in _of(state["known"], state["market"])
        ]
        found: pd.DataFrame = pd.concat([one.rows, *others])
        return found

    def scene(self) -> Scene:
        """Return the list in its order, and the firm's place in each list; covered, neither."""
        state = self._shown
        one, firm = self._list(state), state["firm"]
        beside = _of(state["known"], state["market"])
        asked = self.spec["guess_first"] and state == self.spec["opening"]
        guess = self.guess if asked else None
        panels = [list_panel(one, firm), places_panel(one, firm, beside)]
        if asked:
            panels = [asked_panel(one, firm, guess, covered=self.covered), *panels]
        scene: Scene = {
            "title": question(one, firm) if self.covered else finding(one, firm),
            "subtitle": f"Places in lists on {MARKETS[state['market']]}; {WHEN[state['known']]}",
            "source": source_line(self.rows()),
            "sentence": waiting(guess) if self.covered else told(one, firm, beside, guess),
            "panels": panels[:1] if self.covered else panels,
        }
        if not self.covered:
            scene |= {"notes": _notes(one), "table": _table(one, firm, beside)}
        return scene


def _notes(one: List) -> list[str]:
    ranks = [rank for _, rank, _ in one.places]
    found = {
        "ours": one.key == OURS,
        "tie": len(set(ranks)) < len(ranks),
        "bare": not any(words for _, _, words in one.places),
    }
    return [NOTES[key] for key, true in found.items() if true]


def _table(one: List, firm: str, beside: list[List]) -> dict[str, Any]:
    first, second = capital(SCOPES[one.scope][2]), f"Place of {firm} in each list"
    rows = [{"group": first, "cells": [name, rank, words]} for name, rank, words in one.places]
    rows += [
        {"group": second, "cells": [_short(other, beside), rank_of(other, firm), ""]}
        for other in beside
    ]
    return {"head": ["Row", "Place", "Amount"], "rows": rows}


@cache
def _packed_lists(when: str) -> list[list[Any]]:
    order = {source.id: place for place, source in enumerate(_publications())}
    return [_packed(one, order) for one in lists(when)]


def _packed(one: List, order: Mapping[str, int]) -> list[Any]:
    """Return a list as the browser gets it; each place with its publication."""
    by_firm: dict[str, list[int]] = {}
    for firm, name in zip(one.rows["holder"], one.rows["source_id"], strict=True):
        by_firm.setdefault(firm, []).append(order[name])
    places = [[*place, by_firm[place[0]]] for place in one.places]
    used = sorted({order[name] for name in one.rows["source_id"]})
    words = SCOPES[one.scope][2]
    named = [one.market, one.key, words, one.short, one.measure, one.year, one.unit]
    return [*named, places, one.lengths, used]

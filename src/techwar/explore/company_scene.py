"""What *Company comparison* draws and says of a state; the browser makes the same scene.

The twin of `browser/company_comparison.js`, function by function.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from techwar.data.citations import line_of
from techwar.data.wording import write
from techwar.explore.company_data import DAY
from techwar.explore.company_model import (
    EVERY,
    PERCENT,
    TIMELESS,
    Figure,
    currency,
    ends,
    firms,
    median,
    on_axis,
)
from techwar.explore.scene import Scene, fixed, guessed

GUESS_MAX = 50
ARTICLE_WORDS, OTHER_WORDS = "In the article", "Not in the article"


class Drawn(NamedTuple):
    """One firm of a scene with its figure of one measure."""

    firm: Mapping[str, Any]
    found: Figure


class Measured(NamedTuple):
    """A measure in a state: its words, and each firm's figure."""

    key: str
    words: str
    unit: str
    decimals: int
    drawn: list[Drawn]

    @property
    def known(self) -> list[Drawn]:
        """Those that have a figure."""
        return [one for one in self.drawn if one.found.value is not None]

    @property
    def values(self) -> list[float]:
        """The figures."""
        return [one.found.value for one in self.known if one.found.value is not None]


def scene(
    data: Mapping[str, Any],
    state: Mapping[str, Any],
    guess: float | None = None,
    *,
    covered: bool = False,
) -> Scene:
    """Return the scene of a state; covered, no figure of a firm outside the article is in it."""
    if state["view"] == "lines":
        return _over_years(data, state)
    across = measured(data, state, state["across"])
    if state["view"] == "bars":
        return _whole(data, state, [across], [_bars(data, state, across)])
    both = [across, measured(data, state, state["up"])]
    if across.key in TIMELESS:
        return _whole(data, state, both, [_dots(data, state, *both)])
    if covered and data["asks"]:
        shown = [_article_only(one) for one in both]
        panels = [
            _medians(data, state, across, guess, covered=True),
            _dots(data, state, *shown, covered=True),
        ]
        return _whole(data, state, shown, panels) | {"title": _question(state, across)}
    if any(state[key] != value for key, value in data["asked"].items()):
        guess = None  # it was a guess about other firms, or another measure
    panels = [_medians(data, state, across, guess), _dots(data, state, *both)]
    made = _whole(data, state, both, panels)
    if guess is not None:
        made["sentence"] += _gap(across, guess)
    return made


def measured(
    data: Mapping[str, Any], state: Mapping[str, Any], measure: str, axis: str = ""
) -> Measured:
    """Return a measure with the figure of each firm of the state, in the state's year.

    `axis` is the currency of an axis of amounts; by itself the one most of these firms use.
    """
    year, chosen = int(state["year"]), firms(data, state)
    axis = axis or currency(data, state, chosen, year)
    drawn = [Drawn(one, on_axis(data, state, one["id"], measure, year, axis)) for one in chosen]
    return Measured(measure, *_words(data, measure, axis, state), drawn)


def _words(
    data: Mapping[str, Any], measure: str, axis: str, state: Mapping[str, Any]
) -> tuple[str, str, int]:
    words, unit, decimals = data["measures"][measure]
    if measure == "revenue":
        return f"{words}, billion {data['currencies'][axis]}", unit, decimals
    if measure == "index":
        return f"{words}, {write(state['base'])} = 100", unit, decimals
    return words, unit, decimals


def _axis_values(data: Mapping[str, Any], state: Mapping[str, Any], of: Measured) -> list[float]:
    """Return the figures that an axis holds: for per cents those of all firms, so that it stays.

    Two settings can then be compared by eye. Amounts differ too much for one axis.
    """
    if of.key not in PERCENT:
        return of.values
    return measured(data, {**state, "firms": EVERY}, of.key).values


def _article_only(of: Measured) -> Measured:
    return of._replace(drawn=[one for one in of.drawn if one.firm["named"]])


def _number(value: float, of: Measured) -> str:
    return f"{fixed(value, of.decimals)} {of.unit}".strip()


def _name(firm: Mapping[str, Any]) -> str:
    """A firm's label, in brackets where the article does not name it: no colour is needed."""
    return str(firm["label"]) if firm["named"] else f"({firm['label']})"


def _colour(firm: Mapping[str, Any]) -> str:
    return "accent" if firm["named"] else "Rest of world"


def groups(of: Measured) -> list[tuple[str, list[Drawn], list[float]]]:
    """Return the firms in the article, then the others: words, all of them, their figures."""
    found = []
    for words, named in ((ARTICLE_WORDS, True), (OTHER_WORDS, False)):
        members = [one for one in of.drawn if one.firm["named"] == named]
        values = [one.found.value for one in members if one.found.value is not None]
        if members:
            found.append((words, members, values))
    return found


# -- forms ----------------------------------------------------------------------------------


def _bars(data: Mapping[str, Any], state: Mapping[str, Any], of: Measured) -> Scene:
    low, high = ends([] if of.key in TIMELESS else _axis_values(data, state, of))
    ordered = sorted(
        of.drawn,
        key=lambda one: (
            not one.firm["named"],
            one.found.value is None,
            -(one.found.value or 0),
            one.firm["label"],
        ),
    )
    rows: list[Scene] = []
    for place, one in enumerate(ordered):
        row: Scene = {"name": _name(one.firm), "bars": []}
        value = one.found.value
        if value is None:
            row["note"] = one.found.why
        elif of.key in TIMELESS:
            row["note"] = _number(value, of)
        else:
            row["bars"] = [_bar(one, value, of)]
        if place and one.firm["named"] != ordered[place - 1].firm["named"]:
            row["gap"] = True
        rows.append(row)
    return _panel(of, low, high) | {"form": "bars", "rows": rows}


def _panel(of: Measured, low: float, high: float) -> Scene:
    return {
        "heading": of.words,
        "unit": of.unit,
        "decimals": of.decimals,
        "min": low,
        "max": high,
    }


def _medians(
    data: Mapping[str, Any],
    state: Mapping[str, Any],
    of: Measured,
    guess: float | None,
    *,
    covered: bool = False,
) -> Scene:
    rows = [_median_row(of, *group, hidden=covered) for group in groups(of)]
    asked = covered or guess is not None
    if asked:
        low, high = ends([0, GUESS_MAX])
    elif data["asks"] and of.key == data["asked"]["across"]:
        low, high = ends([0, GUESS_MAX, *middles(of)])
    else:
        low, high = ends(_axis_values(data, state, of) if of.key in PERCENT else middles(of))
    panel = _panel(of, low, high) | {"form": "bars", "heading": f"Median: {of.words}", "rows": rows}
    if asked:
        panel["guess"] = guessed(guess, len(rows) - 1) | {"covered": covered}
    return panel


def _median_row(
    of: Measured, words: str, members: list[Drawn], values: list[float], *, hidden: bool
) -> Scene:
    named, middle = members[0].firm["named"], median(values)
    row: Scene = {"name": f"{words}: {len(values)} of {len(members)}", "bars": []}
    if middle is None:
        row["note"] = "no figure"
    elif named or not hidden:
        row["bars"] = [_bar(members[0], middle, of)]
    return row


def _bar(one: Drawn, value: float, of: Measured) -> Scene:
    return {
        "colour": _colour(one.firm),
        "from": min(value, 0),
        "to": max(value, 0),
        "label": _number(value, of),
    }


def middles(of: Measured) -> list[float]:
    """Return the median of each group that has one."""
    found = [median(values) for _, _, values in groups(of)]
    return [one for one in found if one is not None]


def _dots(
    data: Mapping[str, Any],
    state: Mapping[str, Any],
    across: Measured,
    up: Measured,
    *,
    covered: bool = False,
) -> Scene:
    dots: list[Scene] = [
        {"name": _name(x.firm), "colour": _colour(x.firm), "x": x.found.value, "y": y.found.value}
        for x, y in zip(across.drawn, up.drawn, strict=True)
        if x.found.value is not None and y.found.value is not None
    ]
    ends_of: dict[str, Scene] = {}
    for key, of in (("x", across), ("y", up)):
        values = [dot[key] for dot in dots]
        if of.key in PERCENT and not covered:
            values = _axis_values(data, state, of)
        ends_of[key] = _axis(state, of, values)
    return {"form": "dots", **ends_of, "dots": dots}


def _axis(state: Mapping[str, Any], of: Measured, values: list[float]) -> Scene:
    log = _is_log(state, of.key, values)
    low, high = ends(values, log=log, from_zero=of.key not in TIMELESS)
    return _panel(of, low, high) | ({"log": True} if log else {})


def _is_log(state: Mapping[str, Any], measure: str, values: list[float]) -> bool:
    """Only amounts and indexes, which are above zero, are drawn on a scale of equal factors."""
    return (
        state["scale"] == "log" and measure in ("revenue", "index") and min(values, default=1) > 0
    )


def _over_years(data: Mapping[str, Any], state: Mapping[str, Any]) -> Scene:
    first, last = data["years"][state["known"]]
    by_year = {
        year: measured(data, {**state, "year": year}, state["across"])
        for year in range(first, last + 1)
    }
    of = by_year[last]
    if of.key == "revenue":  # one currency for the whole axis, that of the state's year
        axis = currency(data, state, firms(data, state), int(state["year"]))
        by_year = {
            year: measured(data, {**state, "year": year}, "revenue", axis) for year in by_year
        }
        of = by_year[last]
    series: list[Scene] = []
    for place, one in enumerate(of.drawn):
        points = [[year, by_year[year].drawn[place].found.value] for year in by_year]
        if any(value is not None for _, value in points):
            series.append({"name": _name(one.firm), "colour": one.firm["label"], "points": points})
    values = [value for one in series for _, value in one["points"] if value is not None]
    log = _is_log(state, of.key, values)
    low, high = ends(values, log=log)
    panel = _panel(of, low, high) | {"form": "lines", "from": first, "to": last, "series": series}
    if log:
        panel["log"] = True
    return _words_of_lines(data, state, list(by_year.values()), panel)


# -- words ----------------------------------------------------------------------------------


def _known(state: Mapping[str, Any]) -> str:
    return f"public by {DAY}" if state["known"] == DAY else "all that our table holds"


def _subtitle(state: Mapping[str, Any], of: list[Measured], years: str) -> str:
    words = " against ".join(one.words for one in of)
    brackets = "; in brackets: firms that the article does not name"
    return f"{words}; {years}figures {_known(state)}{brackets}"


def _whole(
    data: Mapping[str, Any], state: Mapping[str, Any], of: list[Measured], panels: list[Scene]
) -> Scene:
    year = f"fiscal year {write(state['year'])}; " if _in_year(of) else ""
    across = of[0]
    places = _cites([one for measure in of for one in measure.known])
    return {
        "title": _title(state, across),
        "subtitle": _subtitle(state, of, year),
        "source": _source(data, places),
        "cites": places,
        "sentence": _sentence(state, across),
        "notes": _missing(of) + _method(data, state, of),
        "panels": panels,
        "table": {
            "head": ["Firm", "In the article", *(one.words for one in of)],
            "rows": [
                {
                    "cells": [
                        one.firm["label"],
                        "yes" if one.firm["named"] else "no",
                        *(_cell(measure, place) for measure in of),
                    ]
                }
                for place, one in enumerate(across.drawn)
            ],
        },
    }


def _in_year(of: list[Measured]) -> bool:
    return any(one.key not in TIMELESS for one in of)


def _cell(of: Measured, place: int) -> str:
    found = of.drawn[place].found
    return found.why if found.value is None else _number(found.value, of)


def _when(state: Mapping[str, Any], of: Measured) -> str:
    return "" if of.key in TIMELESS else f", {write(state['year'])}"


def _title(state: Mapping[str, Any], of: Measured) -> str:
    told = [
        f"{_number(middle, of)} {words[0].lower()}{words[1:]}"
        for words, _, values in groups(of)
        if (middle := median(values)) is not None
    ]
    if not told:
        return f"{of.words}{_when(state, of)}: no figure for these firms"
    return f"{of.words}{_when(state, of)}: the median is {', '.join(told)}"


def _sentence(state: Mapping[str, Any], of: Measured) -> str:
    told = []
    for words, members, values in groups(of):
        middle = median(values)
        known = f"{len(values)} of {len(members)} firms have a figure"
        told.append(
            f"{words}: {known}."
            if middle is None
            else f"{words}: {known}, median {_number(middle, of)}."
        )
    between, found = "", middles(of)
    if len(found) == 2:
        gap = fixed(abs(found[1] - found[0]), of.decimals)
        if float(gap) == 0:
            between = " The two medians are the same."
        else:
            side = "above" if found[1] > found[0] else "below"
            between = (
                f" The median of those outside the article is {gap}{_steps(of)} {side} the other."
            )
    return f"{of.words}{_when(state, of)}. {' '.join(told)}{between}"


def _steps(of: Measured) -> str:
    if of.key in PERCENT:
        return " points"
    return " years" if of.key in TIMELESS else ""


def _question(state: Mapping[str, Any], of: Measured) -> str:
    (_, _, inside), (_, _, outside) = groups(of)
    middle = median(inside)
    shown = "unknown" if middle is None else _number(middle, of)
    return (
        f"{of.words}{_when(state, of)}: the median of {len(inside)} firms in the article is "
        f"{shown}. What is the median of the {len(outside)} firms of our table that the article "
        "does not name?"
    )


def _gap(of: Measured, guess: float) -> str:
    outside = middles(of)[-1]
    points = fixed(abs(guess - outside), of.decimals)
    if float(points) == 0:
        return f" Your guess of {write(guess)} % is on the spot."
    side = "low" if guess < outside else "high"
    return f" Your guess of {write(guess)} % is {points} points too {side}."


def _missing(of: list[Measured]) -> list[str]:
    """Say of each measure which firms are not drawn, and why: one line a reason."""
    lines = []
    for measure in of:
        reasons: dict[str, list[str]] = {}
        for one in measure.drawn:
            if one.found.value is None:
                reasons.setdefault(one.found.why, []).append(_name(one.firm))
        lines += [f"{measure.words}, {why}: {', '.join(names)}." for why, names in reasons.items()]
    return list(dict.fromkeys(lines))


def _method(data: Mapping[str, Any], state: Mapping[str, Any], of: list[Measured]) -> list[str]:
    keys = [one.key for one in of]
    notes = [data["notes"][key] for key in dict.fromkeys(keys) if key in data["notes"]]
    if any(key not in TIMELESS for key in keys):
        notes.append(data["notes"]["year"])
    if state["currency"] != "reported" and {"revenue", "growth", "index"} & set(keys):
        notes.append(data["notes"]["usd"])
    if state["known"] == DAY:
        notes.append(data["notes"]["copy"])
    if state["view"] == "dots":
        notes.append(data["notes"]["names"])
    return notes


def _cites(drawn: list[Drawn]) -> list[int]:
    return sorted({place for one in drawn for place in one.found.sources})


def _source(data: Mapping[str, Any], places: list[int]) -> str:
    """Name the publications of what is drawn."""
    if not places:
        return "Source: none, because nothing is drawn."
    return line_of(data["sources"][place] for place in places)


def _words_of_lines(
    data: Mapping[str, Any], state: Mapping[str, Any], by_year: list[Measured], panel: Scene
) -> Scene:
    of, series = by_year[-1], panel["series"]
    first, last = panel["from"], panel["to"]
    drawn = {one["name"] for one in series}
    absent = [_name(one.firm) for one in of.drawn if _name(one.firm) not in drawn]
    gaps = [one["name"] for one in series if _has_gap([value for _, value in one["points"]])]
    notes = []
    if absent:
        notes.append(f"No line, because no year has a figure: {', '.join(absent)}.")
    if gaps:
        notes.append(f"Gaps are years without a figure: {', '.join(gaps)}.")
    words, sentence = _highest(of.words, series, of)
    places = _cites([one for year in by_year for one in year.known])
    return {
        "title": words,
        "subtitle": _subtitle(state, [of], f"fiscal years {first} to {last}; "),
        "source": _source(data, places),
        "cites": places,
        "sentence": sentence,
        "notes": notes + _method(data, state, [of]),
        "panels": [panel],
        "table": {
            "head": ["Firm", *(f"{year}" for year in range(first, last + 1))],
            "rows": [
                {
                    "cells": [
                        one["name"],
                        *(
                            None if value is None else fixed(value, of.decimals)
                            for _, value in one["points"]
                        ),
                    ]
                }
                for one in series
            ],
        },
    }


def _has_gap(values: list[float | None]) -> bool:
    """Tell whether a year without a figure stands between two that have one."""
    known = [place for place, value in enumerate(values) if value is not None]
    return known[-1] - known[0] >= len(known)


def _highest(words: str, series: list[Scene], of: Measured) -> tuple[str, str]:
    """Tell who stands highest and lowest in the last year of which most have a figure."""
    years = [year for year, _ in series[0]["points"]] if series else []
    for place in reversed(range(len(years))):
        found = [
            (one["points"][place][1], one["name"])
            for one in series
            if one["points"][place][1] is not None
        ]
        if len(found) >= 2 and 2 * len(found) >= len(series):
            high, low = max(found), min(found)
            told = (
                f"highest in {years[place]} is {high[1]} ({_number(high[0], of)}), "
                f"lowest {low[1]} ({_number(low[0], of)})"
            )
            return f"{words}: {told}", f"{words}: {told}, of {len(found)} firms with a figure."
    none = f"{words}: no year has figures of most of these firms"
    return none, f"{none}."

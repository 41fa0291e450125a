"""The explorer *Base year*: the same revenues as an index, from whichever year counts as 100."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from techwar.data import source_line
from techwar.data.wording import write
from techwar.explore.company_data import ALL, DAY, FIRST_YEAR, by_firm, material
from techwar.explore.company_model import Figure, ends, figure
from techwar.explore.controls import Checkboxes, Control, Dropdown, ExplorerError
from techwar.explore.explorer import COPIES, DRAW_A_LINE, HERE, Explorer, Guess
from techwar.explore.scene import Panel, Scene, fixed, line_to_draw
from techwar.figures import firm_colours

#: The last year that is drawn, and the last one that stays visible where a line is to be drawn.
EARLY, LATE = (2018, 2015), (2024, 2018)
GUESSED = 3
GUESS_MAX = 600
MOST = 6
OPENING = ("hikvision", "dahua", "iflytek")
SCALES = {"linear": "equal steps", "log": "equal factors (log)"}
MONEY = {"reported": "as reported", "usd": "in US dollars"}
#: Said below pictures: all, those of early figures, and where the axis or the money asks for it.
NOTES = {
    "": "Each line has its own 100: a higher line is no larger firm. Reported revenue of whole "
    "firms; each labels its fiscal year itself.",
    "log": "Equal slopes are equal rates of growth.",
    "copies": COPIES,
    "usd": "US dollars at the average rate of the calendar year (US Federal Reserve).",
}


def base_year(
    base: int = FIRST_YEAR,
    *,
    firms: Iterable[str] = OPENING,
    scale: str = "linear",
    currency: str = "reported",
    guess: str | None = None,
    later: bool = False,
) -> BaseYear:
    """Open the explorer with some firms and a base year, or with a firm's line to draw.

    Args:
        base: the year that counts as 100.
        firms: up to six firms, by their id in the table `companies`.
        scale: "linear", or "log" for an axis on which equal factors are equal steps.
        currency: "reported", or "usd" for US dollars at the average rate of each year.
        guess: one of `firms` whose last years are hidden until its line was drawn: 2016 to
            2018, or with `later` 2019 to 2021.
        later: show what became public after 22 May 2019 as well, up to 2024.

    Raises:
        ExplorerError: where a value is none that the controls can show.
    """
    state = {"base": f"{base}", "firms": list(firms), "scale": scale, "currency": currency}
    if guess is not None and guess not in state["firms"]:
        raise ExplorerError(f"{guess!r} cannot be guessed: it is none of {state['firms']}.")
    return BaseYear(state, guess=guess, later=later)


class Line(NamedTuple):
    """One firm's index year by year, and its growth a year from the base to the last year."""

    label: str
    points: list[Figure]
    rate: float | None


def _data(*, later: bool) -> dict[str, Any]:
    """Return revenues and rates of the years that are drawn, of firms with two years or more."""
    found, (last, shown) = material(), LATE if later else EARLY
    # One set of cells, whatever the day: the model takes it for what was known.
    cells = found["cells"][DAY] | (found["cells"][ALL] if later else {})
    years = range(FIRST_YEAR, last + 1)
    kept = {
        key: cell
        for key, cell in cells.items()
        if key.split("/")[1] in ("revenue", "rate") and int(key.split("/")[2]) in years
    }
    firms = {
        one["id"]: one["label"]
        for one in found["firms"]
        if sum(f"{one['id']}/revenue/{year}" in kept for year in years) >= 2
    }
    return {
        "cells": {DAY: by_firm(kept)},
        "firms": firms,
        "sources": found["sources"],
        "last": last,
        "figures": "figures that our table holds" if later else f"figures public by {DAY}",
        "money": MONEY,
        "notes": {key: words for key, words in NOTES.items() if not (later and key == "copies")},
        "years": [shown + step for step in range(1, GUESSED + 1)],
        "guess_max": GUESS_MAX,
    }


def controls(data: Mapping[str, Any]) -> list[Control]:
    """Return the controls: the base, the axis, the money and the firms."""
    bases = {f"{year}": f"{year}" for year in range(FIRST_YEAR, data["last"])}
    return [
        Dropdown("base", "Year that is 100", {"": bases}, f"{FIRST_YEAR}"),
        Dropdown("scale", "Axis", {"": SCALES}, "linear"),
        Dropdown("currency", "Amounts", {"": MONEY}, "reported"),
        Checkboxes("firms", "Firms", {"": data["firms"]}, OPENING, most=MOST),
    ]


def growth_a_year(index: float, years: int) -> float:
    """Return the yearly growth, in per cent, that leads from 100 to an index in so many years."""
    factor: float = (index / 100) ** (1 / years)
    return 100 * (factor - 1)


def lines_of(data: Mapping[str, Any], state: Mapping[str, Any]) -> list[Line]:
    """Return the line of each firm of a state, in the order of the check boxes."""
    base, last = int(state["base"]), data["last"]
    asked = {"known": DAY, "base": base, "currency": state["currency"]}
    lines = []
    for firm in state["firms"]:
        points = [figure(data, asked, firm, "index", year) for year in range(FIRST_YEAR, last + 1)]
        end = points[-1].value
        rate = None if end is None else growth_a_year(end, last - base)
        lines.append(Line(data["firms"][firm], points, rate))
    return lines


class BaseYear(Explorer):
    """The explorer *Base year*; made by `base_year`."""

    _esm = HERE / "static" / "base_year.js"
    name = "base-year"

    def __init__(self, state: Mapping[str, object], *, guess: str | None, later: bool) -> None:
        """Open with the base, the firms and the axis of `state`."""
        data = _data(later=later) | {"guessed": guess}
        self.variant = "later" if later else ""
        years = {f"{year}": f"{year}" for year in data["years"]}
        super().__init__(
            controls(data),
            state,
            title="Base year",
            guess=Guess(years, "", 0, GUESS_MAX, DRAW_A_LINE) if guess else None,
            guess_first=guess is not None,
            colours=firm_colours(data["firms"].values()),
            data=data,
        )

    def guessed(self, year: int) -> float | None:
        """Return the index that was guessed for a year, or None."""
        return (self.guess or {}).get(f"{year}")

    def rates(self) -> dict[str, float]:
        """Return each firm's growth from the base to the last year, in per cent a year."""
        lines = [] if self.covered else self._lines()
        return {line.label: line.rate for line in lines if line.rate is not None}

    def rows(self) -> pd.DataFrame:
        """Return the sources of the figures that are drawn, one a row."""
        points = [point for line in self._lines() for point in line.points]
        places = sorted({place for point in points for place in point.sources})
        ids = material()["source_ids"]
        return pd.DataFrame({"source_id": [ids[place] for place in places]})

    def _lines(self) -> list[Line]:
        """Return the lines that are drawn; covered, the guessed firm's without the answer."""
        data = self.spec["data"]
        if not self.covered:
            return lines_of(data, self.state)
        (line,) = lines_of(data, {**self.shown, "firms": [data["guessed"]]})
        return [line._replace(points=line.points[: data["years"][0] - FIRST_YEAR])]

    def drawn(self) -> Scene:
        """Return the lines of some firms; covered, one of them without its last years."""
        data, state, lines, covered = self.spec["data"], self.shown, self._lines(), self.covered
        opening, rows = self.spec["opening"], self.rows()
        same = all(state[key] == opening[key] for key in ("base", "currency"))
        asked = same and data["guessed"] in state["firms"] and (covered or bool(self.guess))
        guess = (self.guess or {}) if asked else None
        hundred = f"Revenue, {state['base']} = 100"
        none = "Source: none, because nothing is drawn."
        ask = f"how does {data['firms'].get(data['guessed'])}'s line go on after "
        ask += f"{data['years'][0] - 1}? Draw it for {data['years'][0]} to {data['years'][-1]}."
        told = _sentence(data, state["base"], lines)
        return {
            "title": f"{hundred}: {ask}" if covered else _title(data, state["base"], lines),
            "subtitle": f"{hundred}; {MONEY[state['currency']]}; {data['figures']}",
            "source": none if rows.empty else source_line(rows),
            "sentence": f"{_gaps(data, lines, guess)}{told}" if guess and not covered else told,
            "notes": _notes(data, state, lines),
            "panels": [_panel(data, state, lines, guess, covered=covered)],
        }


def _panel(
    data: Mapping[str, Any],
    state: Mapping[str, Any],
    lines: Sequence[Line],
    guess: Mapping[str, float] | None,
    *,
    covered: bool,
) -> Panel:
    drawn = {
        line.label: [[FIRST_YEAR + n, point.value] for n, point in enumerate(line.points)]
        for line in lines
        if any(point.value is not None for point in line.points)
    }
    values = [value for points in drawn.values() for _, value in points if value is not None]
    values += [GUESS_MAX] if covered else (guess or {}).values()
    log = state["scale"] == "log"
    low, high = log_ends(values) if log else ends([0, *values])
    years = data["years"]
    panel = {
        "form": "lines",
        "heading": f"Revenue, {state['base']} = 100",
        "unit": "",
        "decimals": 0,
        "from": FIRST_YEAR,
        "to": years[-1] if covered else data["last"],
        "min": low,
        "max": high,
        "log": log,
        "series": [{"name": name, "colour": name, "points": of} for name, of in drawn.items()],
    }
    if guess is None:
        return panel
    name = data["firms"][data["guessed"]]
    return panel | {"guess": line_to_draw(name, years, guess, covered=covered)}


def log_ends(values: Sequence[float]) -> tuple[float, float]:
    """Return ends of a logarithmic axis: the next of 1, 2, 5, 10, ... outside all values."""
    steps = [digit * 10**power for power in range(6) for digit in (1, 2, 5)]
    below = max(step for step in steps if step <= max(min(values, default=10), 1))
    return below, min(step for step in steps if step > below and step >= max(values, default=100))


def _ranked(lines: Sequence[Line]) -> list[tuple[str, float, float]]:
    """Return label, rate and last index of the lines that have a rate, the fastest first."""
    told = [
        (one.label, one.rate, one.points[-1].value or 0) for one in lines if one.rate is not None
    ]
    return sorted(told, key=lambda one: (-one[1], one[0]))


def _title(data: Mapping[str, Any], base: str, lines: Sequence[Line]) -> str:
    span, ranked = f"Revenue from {base} to {data['last']}", _ranked(lines)
    if not ranked:
        return f"{span}: no figures for both years"
    of = "" if len(ranked) == 1 else f" fastest of these {len(ranked)} firms,"
    return f"{span}: {ranked[0][0]} grew{of} by {fixed(ranked[0][1], 1)} % a year"


def _sentence(data: Mapping[str, Any], base: str, lines: Sequence[Line]) -> str:
    told = [
        f"{label} {fixed(last, 0)} ({fixed(rate, 1)} % a year)"
        for label, rate, last in _ranked(lines)
    ]
    if not told:
        return f"No firm shown has figures for both {base} and {data['last']}."
    return f"With {base} as 100, in {data['last']}: {', '.join(told)}."


def _gaps(data: Mapping[str, Any], lines: Sequence[Line], guess: Mapping[str, float]) -> str:
    firm = data["firms"][data["guessed"]]
    (line,) = [one for one in lines if one.label == firm]
    told = []
    for year, value in guess.items():
        found = line.points[int(year) - FIRST_YEAR].value
        reported = "no figure" if found is None else f"{fixed(found, 0)} reported"
        told.append(f"{year}: {write(value)} guessed, {reported}")
    return f"{firm}, {'; '.join(sorted(told))}. "


def _notes(data: Mapping[str, Any], state: Mapping[str, Any], lines: Sequence[Line]) -> list[str]:
    notes = []
    for line in lines:
        lost = line.points[int(state["base"]) - FIRST_YEAR].why
        why = list(dict.fromkeys(point.why for point in line.points if point.why))
        if lost:
            notes.append(f"{line.label}: no line, because of {lost}.")
        elif why:
            notes.append(f"{line.label}: {', '.join(why)}.")
    used = ("", "copies", state["scale"], state["currency"])
    return notes + [data["notes"][key] for key in used if key in data["notes"]]

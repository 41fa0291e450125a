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
from techwar.explore.explorer import HERE, Explorer, Guess
from techwar.explore.scene import Scene, fixed
from techwar.figures import firm_colours

#: The last year that is drawn, and the last one that stays visible where a line is to be drawn.
EARLY, LATE = (2018, 2015), (2024, 2018)
GUESSED = 3
GUESS_MAX = 600
MOST = 6
OPENING = ("hikvision", "dahua", "iflytek")
SCALES = {"linear": "equal steps", "log": "equal factors (log)"}
MONEY = {"reported": "as reported", "usd": "in US dollars"}
NOTES = {
    "size": "Each line has its own 100: a higher line is no larger firm.",
    "log": "Equal slopes are equal rates of growth.",
    "usd": "US dollars at the average rate of the calendar year (US Federal Reserve).",
    "year": "Reported revenue of whole firms; each labels its fiscal year itself.",
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

    @property
    def last(self) -> float | None:
        """The index of the last year."""
        return self.points[-1].value


def _data(*, later: bool) -> dict[str, Any]:
    """Return revenues and rates of the years that are drawn, of firms with two years or more."""
    found, last = material(), (LATE if later else EARLY)[0]
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
    }


def _controls(data: Mapping[str, Any]) -> list[Control]:
    bases = {f"{year}": f"{year}" for year in range(FIRST_YEAR, data["last"])}
    firms = Checkboxes("firms", "Firms", {"": data["firms"]}, OPENING, most=MOST)
    return [
        Dropdown("base", "Year that is 100", {"": bases}, f"{FIRST_YEAR}"),
        Dropdown("scale", "Axis", {"": SCALES}, "linear"),
        Dropdown("currency", "Amounts", {"": MONEY}, "reported"),
        firms,
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
        data = _data(later=later)
        shown = (LATE if later else EARLY)[1]
        years = [shown + step for step in range(1, GUESSED + 1)]
        data |= {"notes": NOTES, "guessed": guess, "years": years, "guess_max": GUESS_MAX}
        asked = Guess(
            {f"{year}": f"{year}" for year in years}, "", 0, GUESS_MAX, "draw the line or type."
        )
        super().__init__(
            _controls(data),
            state,
            title="Base year",
            guess=asked if guess else None,
            guess_first=guess is not None,
            colours=firm_colours(data["firms"].values()),
            data=data,
        )

    @property
    def picture_name(self) -> str:
        """Name of the file with the picture of the opening state; later figures are said in it."""
        usual = super().picture_name
        late = self.spec["data"]["last"] == LATE[0]
        return usual.replace(self.name, f"{self.name}-later") if late else usual

    def guessed(self, year: int) -> float | None:
        """Return the index that was guessed for a year, or None."""
        return (self.guess or {}).get(f"{year}")

    def rates(self) -> dict[str, float]:
        """Return each firm's growth from the base to the last year, in per cent a year."""
        lines = [] if self.covered else lines_of(self.spec["data"], self.state)
        return {line.label: line.rate for line in lines if line.rate is not None}

    def rows(self) -> pd.DataFrame:
        """Return the sources of the figures that are drawn, one a row."""
        ids = material()["source_ids"]
        return pd.DataFrame({"source_id": [ids[place] for place in self._places()]})

    def _shown(self) -> list[Line]:
        """Return the lines that are drawn; covered, the guessed firm's without the answer."""
        data, opening = self.spec["data"], self.spec["opening"]
        if not self.covered:
            return lines_of(data, self.state)
        (line,) = lines_of(data, {**opening, "firms": [data["guessed"]]})
        return [line._replace(points=line.points[: data["years"][0] - FIRST_YEAR])]

    def _places(self) -> list[int]:
        points = [point for line in self._shown() for point in line.points]
        return sorted({place for point in points for place in point.sources})

    def scene(self) -> Scene:
        """Return the lines of some firms; covered, one of them without its last years."""
        data, covered, lines = self.spec["data"], self.covered, self._shown()
        state = self.spec["opening"] if covered else self.state
        panel = _panel(data, state, lines)
        guess = self._guess_of(state)
        if guess is not None:
            _with_guess(panel, data, guess, covered=covered)
        whole: Scene = {
            "subtitle": f"Revenue, {state['base']} = 100; {MONEY[state['currency']]}; figures "
            f"{'public by ' + DAY if data['last'] == EARLY[0] else 'that our table holds'}",
            "source": source_line(self.rows())
            if self._places()
            else "Source: none, because nothing is drawn.",
            "notes": _notes(data, state, lines),
            "panels": [panel],
        }
        if covered:
            return whole | _question(data, state, guess or {})
        sentence = _sentence(data, state, lines)
        if guess:
            sentence = f"{_gaps(data, lines, guess)} {sentence}"
        words = {"title": _title(data, state, lines), "sentence": sentence}
        return whole | words | {"table": _table(data, state, lines)}

    def _guess_of(self, state: Mapping[str, Any]) -> Mapping[str, float] | None:
        """Return the guess where it belongs to the state, empty where there is none yet."""
        data, opening = self.spec["data"], self.spec["opening"]
        same = all(state[key] == opening[key] for key in ("base", "currency"))
        if data["guessed"] not in state["firms"] or not same:
            return None
        return self.guess or ({} if self.covered else None)


def _panel(data: Mapping[str, Any], state: Mapping[str, Any], lines: Sequence[Line]) -> Scene:
    series = [
        {
            "name": line.label,
            "colour": line.label,
            "points": [
                [FIRST_YEAR + place, point.value] for place, point in enumerate(line.points)
            ],
        }
        for line in lines
        if any(point.value is not None for point in line.points)
    ]
    values = [point.value for line in lines for point in line.points if point.value is not None]
    log = state["scale"] == "log"
    low, high = log_ends(values) if log else ends([0, *values])
    return {
        "form": "lines",
        "heading": f"Revenue, {state['base']} = 100",
        "unit": "",
        "decimals": 0,
        "from": FIRST_YEAR,
        "to": data["last"],
        "min": low,
        "max": high,
        "log": log,
        "series": series,
    }


def log_ends(values: Sequence[float]) -> tuple[float, float]:
    """Return ends of a logarithmic axis: the next of 1, 2, 5, 10, ... outside all values."""
    steps = [digit * 10**power for power in range(6) for digit in (1, 2, 5)]
    below = max(step for step in steps if step <= max(min(values, default=10), 1))
    return below, min(step for step in steps if step > below and step >= max(values, default=100))


def _with_guess(
    panel: Scene, data: Mapping[str, Any], guess: Mapping[str, float], *, covered: bool
) -> None:
    firm, years = data["firms"][data["guessed"]], data["years"]
    points = [[year, guess.get(f"{year}")] for year in years]
    panel["guess"] = {
        "series": firm,
        "points": points,
        "covered": covered,
        "after": years[0] - 1,
    }
    if covered:
        panel |= {"to": years[-1], "max": max(panel["max"], data["guess_max"])}
    elif not panel["log"]:
        panel["max"] = ends([0, panel["max"], *(value or 0 for _, value in points)])[1]


def _question(
    data: Mapping[str, Any], state: Mapping[str, Any], guess: Mapping[str, float]
) -> Scene:
    firm, years = data["firms"][data["guessed"]], data["years"]
    ready = len(guess) == len(years)
    return {
        "title": f"Revenue, {state['base']} = 100: how does {firm}'s line go on after "
        f"{years[0] - 1}? Draw it for {years[0]} to {years[-1]}.",
        "sentence": "Your line is drawn. Press Show to compare."
        if ready
        else "Guess first: draw the line, or type a number for each year.",
    }


def _ranked(lines: Sequence[Line]) -> list[Line]:
    with_rate = [line for line in lines if line.rate is not None]
    return sorted(with_rate, key=lambda line: (-(line.rate or 0), line.label))


def _title(data: Mapping[str, Any], state: Mapping[str, Any], lines: Sequence[Line]) -> str:
    span = f"Revenue from {state['base']} to {data['last']}"
    ranked = _ranked(lines)
    if not ranked:
        return f"{span}: no figures for both years"
    of = "" if len(ranked) == 1 else f" fastest of these {len(ranked)} firms,"
    return f"{span}: {ranked[0].label} grew{of} by {_rate(ranked[0])}"


def _rate(line: Line) -> str:
    return f"{fixed(line.rate or 0, 1)} % a year"


def _sentence(data: Mapping[str, Any], state: Mapping[str, Any], lines: Sequence[Line]) -> str:
    ranked = _ranked(lines)
    if not ranked:
        return f"No firm shown has figures for both {state['base']} and {data['last']}."
    told = [f"{line.label} {fixed(line.last or 0, 0)} ({_rate(line)})" for line in ranked]
    return f"With {state['base']} as 100, in {data['last']}: {', '.join(told)}."


def _gaps(data: Mapping[str, Any], lines: Sequence[Line], guess: Mapping[str, float]) -> str:
    firm = data["firms"][data["guessed"]]
    (line,) = [one for one in lines if one.label == firm]
    told = []
    for year in data["years"]:
        value = line.points[year - FIRST_YEAR].value
        if f"{year}" in guess:
            reported = "no figure" if value is None else f"{fixed(value, 0)} reported"
            told.append(f"{year}: {write(guess[f'{year}'])} guessed, {reported}")
    return f"{firm}, {'; '.join(told)}."


def _notes(data: Mapping[str, Any], state: Mapping[str, Any], lines: Sequence[Line]) -> list[str]:
    start = int(state["base"]) - FIRST_YEAR
    notes = []
    for line in lines:
        if line.points[start].value is None:
            notes.append(f"{line.label}: no line, because of {line.points[start].why}.")
        elif any(point.value is None for point in line.points):
            why = list(dict.fromkeys(point.why for point in line.points if point.why))
            notes.append(f"{line.label}: {', '.join(why)}.")
    used = ["size", *(["log"] if state["scale"] == "log" else [])]
    used += [*(["usd"] if state["currency"] == "usd" else []), "year"]
    return notes + [data["notes"][key] for key in used]


def _table(data: Mapping[str, Any], state: Mapping[str, Any], lines: Sequence[Line]) -> Scene:
    def written(value: float | None) -> str | None:
        return None if value is None else fixed(value, 1)

    rows = [
        {"cells": [f"{FIRST_YEAR + place}", *(written(line.points[place].value) for line in lines)]}
        for place in range(data["last"] - FIRST_YEAR + 1)
    ]
    rows.append({"cells": ["% a year", *(written(line.rate) for line in lines)]})
    head = [f"{state['base']} = 100", *(line.label for line in lines)]
    return {"head": head, "rows": rows}

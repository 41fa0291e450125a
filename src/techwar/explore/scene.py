"""A scene: all that a state of an explorer shows, as plain values. The browser makes the same.

A scene is a dict with `title`, `subtitle`, `source`, `sentence`, `notes`, `panels` and
perhaps a `table`; browser/scene.js says what each holds, and bars.js, lines.js, lanes.js
and dots.js what a panel of each form holds.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

from techwar.data.wording import write

Scene = dict[str, Any]
Panel = Mapping[str, Any]
#: Text alternatives and tables by form; an explorer with a form of its own adds to them.
DESCRIBE: dict[str, Callable[[Panel], str]] = {}
TABLE: dict[str, Callable[[Panel], dict[str, Any]]] = {}


def bar_panel(
    heading: str,
    rows: Sequence[Mapping[str, Any]],
    most: float,
    *,
    unit: str = "",
    decimals: int = 0,
    **more: Any,
) -> dict[str, Any]:
    """Return rows of bars on one axis from 0 to `most`; `more` may hold a `guess`."""
    axis = {"form": "bars", "heading": heading, "unit": unit, "decimals": decimals}
    return axis | {"min": 0, "max": most, "rows": rows} | more


def part(colour: str, start: float, end: float, label: str) -> dict[str, Any]:
    """Return one bar of a row."""
    return {"colour": colour, "from": start, "to": end, "label": label}


def guessed(value: float | None, row: int = 0) -> dict[str, Any]:
    """Return the `guess` of a panel of bars: its row is the one that is asked for."""
    return {"key": "guess", "row": row, "value": value, "covered": False}


def line_to_draw(
    name: str, years: Sequence[int], guess: Mapping[str, float], *, covered: bool
) -> dict[str, Any]:
    """Return the `guess` of a panel of lines: the years in which a line is to be drawn, or was."""
    points = [[year, guess.get(f"{year}")] for year in years]
    return {"series": name, "points": points, "covered": covered, "after": years[0] - 1}


def cover(scene: Scene, waiting: str) -> Scene:
    """Return the question that a scene answers, and no more of it than that asks for.

    The panels end with the one in which is guessed, and its row is empty. A scene without a
    `question` has left its answer out itself: only the sentence is put in.
    """
    if "question" not in scene:
        return scene | {"sentence": waiting}
    asked = next(place for place, panel in enumerate(scene["panels"]) if "guess" in panel)
    guess = scene["panels"][asked]["guess"]
    rows = list(scene["panels"][asked]["rows"])
    rows[guess["row"]] = rows[guess["row"]] | {"bars": []}
    empty = scene["panels"][asked] | {"rows": rows, "guess": guess | {"covered": True}}
    return {
        "title": scene["question"],
        "subtitle": scene["subtitle"],
        "source": scene["source"],
        "sentence": waiting,
        "panels": [*scene["panels"][:asked], empty],
    }


def beside_guess(
    guess: float | None,
    answer: float,
    *,
    unit: str = "",
    noun: str = "",
    decimals: int = 0,
    sides: tuple[str, str] = ("too low", "too high"),
) -> str:
    """Return how far a guess is from the answer, as a sentence after others; "" without one.

    `unit` follows the guess, `noun` (in the singular) the distance, which has `decimals`.
    """
    if guess is None:
        return ""
    off = write(float(fixed(abs(guess - answer), decimals)))
    words = f" Your guess of {f'{write(guess)} {unit}'.strip()} is"
    if off == "0":
        return f"{words} on the spot."
    size = f"{off} {noun if off == '1' or not noun else noun + 's'}".strip()
    return f"{words} {size} {sides[guess > answer]} for these settings."


def fixed(value: float, decimals: int) -> str:
    """Write a number with so many decimals; a half goes away from zero, as in the browser."""
    exact = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return write(float(exact), f".{decimals}f")


def describe(scene: Scene) -> str:
    """Return the text alternative of a scene."""
    told = [DESCRIBE[panel["form"]](panel) for panel in scene["panels"]]
    sentences = [scene["title"], *told, *scene.get("notes", [])]
    return " ".join(words if words[-1] in ".?!" else f"{words}." for words in sentences)


def table(scene: Scene) -> pd.DataFrame:
    """Return the numbers of a scene: a column for each of its heads, and `group` where it has any.

    What is not published is missing.
    """
    made = scene.get("table")
    if made is None:
        tables = [TABLE[panel["form"]](panel) for panel in scene["panels"]]
        made = {"head": tables[0]["head"], "rows": [row for one in tables for row in one["rows"]]}
    frame = pd.DataFrame([row["cells"] for row in made["rows"]], columns=made["head"])
    groups = [row.get("group") for row in made["rows"]]
    return frame.assign(group=groups) if any(groups) else frame


def _describe_bars(panel: Panel) -> str:
    def told(bar: Mapping[str, Any]) -> str:
        if bar.get("low") is None:
            return str(bar["label"])
        low, high = (fixed(bar[end] - bar["from"], panel["decimals"]) for end in ("low", "high"))
        return f"{bar['label']} ({low} to {high})"

    rows = []
    for row in panel["rows"]:
        parts = [told(bar) for bar in row["bars"]] + ([row["note"]] if row.get("note") else [])
        rows.append(f"{row['name']} {', '.join(parts) or '?'}".strip())
    return f"{panel['heading']}: {'; '.join(rows)}"


def _bars_table(panel: Panel) -> dict[str, Any]:
    def cell(row: Mapping[str, Any]) -> Any:
        bars = row["bars"]
        if row.get("note"):
            return row["note"]
        # Its length is a number only where it is measured from the beginning of the axis.
        if len(bars) == 1 and bars[0]["from"] == panel["min"] and not bars[0].get("hollow"):
            return bars[0]["to"] - bars[0]["from"]
        return ", ".join(bar["label"] for bar in bars)

    rows = [{"group": panel["heading"], "cells": [r["name"], cell(r)]} for r in panel["rows"]]
    return {"head": ["Row", "Value"], "rows": rows}


def _describe_lines(panel: Panel) -> str:
    def point(found: Sequence[Any] | None) -> str:
        if found is None:  # a break: the points beside it are not joined
            return "/"
        x, value, *period = found
        number = "not published" if value is None else fixed(value, panel["decimals"])
        return f"{period[0] if period else write(x)} {number}"

    told = [
        f"{one['name']}: {', '.join(map(point, one['points'])).replace(', /,', ' /')}"
        for one in panel["series"]
    ]
    rules = [
        rule["label"]
        for rule in panel.get("rules", [])
        if panel["from"] <= rule["x"] <= panel["to"]
    ]
    return f"{panel['heading']}. {'; '.join([*told, *rules])}"


def _lines_table(panel: Panel) -> dict[str, Any]:
    def cell(points: Sequence[Any], at: float) -> Any:
        # A place in time that two releases give has two numbers, and they may differ.
        found = [point[1] for point in points if point and point[0] == at and point[1] is not None]
        if len(found) > 1:
            return "; ".join(fixed(value, panel["decimals"]) for value in found)
        return found[0] if found else None

    series = [one["points"] for one in panel["series"]]
    named = {
        point[0]: point[2] if len(point) > 2 else write(point[0])
        for points in series
        for point in points
        if point
    }
    return {
        "head": ["Year", *(one["name"] for one in panel["series"])],
        "rows": [
            {"cells": [named[year], *(cell(points, year) for points in series)]}
            for year in sorted(named)
        ],
    }


def _describe_dots(panel: Panel) -> str:
    x, y = panel["x"], panel["y"]
    told = [
        f"{dot['name']} {fixed(dot['x'], x['decimals'])} and {fixed(dot['y'], y['decimals'])}"
        for dot in panel["dots"]
    ]
    return f"Across: {x['heading']}; up: {y['heading']}. {'; '.join(told)}"


def _dots_table(panel: Panel) -> dict[str, Any]:
    x, y = panel["x"], panel["y"]
    rows = [
        {"cells": [dot["name"], fixed(dot["x"], x["decimals"]), fixed(dot["y"], y["decimals"])]}
        for dot in panel["dots"]
    ]
    return {"head": ["Name", x["heading"], y["heading"]], "rows": rows}


def _describe_lanes(panel: Panel) -> str:
    lanes = "; ".join(f"{lane['name']}: {len(lane['days'])}" for lane in panel["lanes"])
    return f"{_describe_lines(panel)}. Acts, each a mark in its row: {lanes or 'none'}"


DESCRIBE |= {
    "bars": _describe_bars,
    "lines": _describe_lines,
    "lanes": _describe_lanes,
    "dots": _describe_dots,
}
TABLE |= {"bars": _bars_table, "lines": _lines_table, "lanes": _lines_table, "dots": _dots_table}

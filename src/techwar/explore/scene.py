"""A scene: all that a state of an explorer shows, as plain values. The browser makes the same.

A scene is a dict with `title`, `subtitle`, `source`, `sentence`, `notes`, `panels` and
perhaps a `table`; browser/scene.js says what each holds, and bars.js, lines.js and
dots.js what a panel of each form holds.
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
        if len(bars) == 1 and not bars[0].get("hollow"):
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


DESCRIBE |= {"bars": _describe_bars, "lines": _describe_lines, "dots": _describe_dots}
TABLE |= {"bars": _bars_table, "lines": _lines_table, "dots": _dots_table}

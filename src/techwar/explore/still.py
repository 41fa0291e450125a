"""The still picture of a scene: the marks of the live one, in Altair."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import altair as alt
import pandas as pd

from techwar.data import source_line
from techwar.data.wording import write
from techwar.explore.scene import Panel, Scene, describe
from techwar.figures import COLOURS, Finding, finding
from techwar.figures.theme import WIDTH

TALL, LOW = 26, 18
PLOT = 236
LABEL = 16
DOTS = (WIDTH - 60, 270)

Colours = Mapping[str, str]
#: How panels of each form are drawn; an explorer with a form of its own adds to it.
DRAW: dict[str, Callable[[Panel, Colours], Any]] = {}


def draw(scene: Scene, rows: pd.DataFrame, colours: Colours) -> Finding:
    """Return the picture of a scene, which rests on `rows`."""
    panels = [DRAW[panel["form"]](panel, colours) for panel in scene["panels"]]
    chart = alt.vconcat(*panels, spacing=26) if len(panels) > 1 else panels[0]
    # A finding writes the sources itself, from the rows.
    note = scene["source"].removesuffix(source_line(rows)).strip()
    return finding(
        chart,
        title=scene["title"],
        subtitle=scene["subtitle"],
        rows=rows,
        alt=describe(scene),
        note=" ".join([*scene.get("notes", []), note]).strip(),
    )


def _axis(unit: str, **more: Any) -> alt.Axis:
    shown = "replace(datum.label, '-', '−')" + (f" + ' {unit}'" if unit else "")
    return alt.Axis(grid=False, titleAnchor="start", labelExpr=shown, labelFlush=False, **more)


def _bars(panel: Panel, colours: Colours) -> Any:
    rows, guess = panel["rows"], panel.get("guess")
    tall = guess is not None or any(len(row["bars"]) > 1 for row in rows)
    size = TALL if tall else LOW
    keys = [f"{place:02}" for place in range(len(rows))]
    names = json.dumps([row["name"] for row in rows])
    y = alt.Y(
        "row:O",
        title=None,
        scale=alt.Scale(domain=keys),
        axis=alt.Axis(labelExpr=f"{names}[+datum.value]", labelLimit=240),
    )
    scale = alt.Scale(domain=[panel["min"], panel["max"]], clamp=True, nice=False)
    fixed = panel.get("ticks")
    axis = _axis(panel["unit"], **({"values": fixed} if fixed else {"tickCount": 4}))
    x = alt.X("from:Q", title=panel["heading"], axis=axis, scale=scale)
    drawn = pd.DataFrame(_bar_rows(panel, keys, colours))
    layers = [_track(keys, y, x, size), *_marks(drawn, y, x, size)]
    if drawn.empty and not guess:  # an axis without a mark is drawn as well
        unseen = alt.Chart(pd.DataFrame({"row": keys[:1], "from": [panel["min"]]}))
        layers.append(unseen.mark_point(opacity=0).encode(y=y, x=x))
    layers += _notes(rows, keys, y, x)
    if guess:
        layers += _guessed(guess, keys, y, x, size, panel)
    height = (62 if tall else 30) * len(rows)
    return alt.layer(*layers).properties(width=WIDTH - 60, height=height)


def _bar_rows(panel: Panel, keys: Sequence[str], colours: Colours) -> list[dict[str, Any]]:
    found = []
    for key, row in zip(keys, panel["rows"], strict=True):
        last = len(row["bars"]) - 1
        for place, bar in enumerate(row["bars"]):
            beside = last == 0 and panel.get("guess") is None
            at = max(bar["to"], bar.get("high") or bar["to"])
            end = last > 0 and place == last
            found.append(
                {
                    **{name: bar.get(name) for name in ("from", "to", "low", "high", "label")},
                    "row": key,
                    "fill": colours[bar["colour"]],
                    "hollow": bool(bar.get("hollow")),
                    "at": at if beside else bar["to"] if end else bar["from"],
                    "side": "beside" if beside else "end" if end else "start",
                }
            )
    return found


def _marks(drawn: pd.DataFrame, y: alt.Y, x: alt.X, size: int) -> list[Any]:
    if drawn.empty:
        return []
    base = alt.Chart(drawn).encode(y=y)
    solid = base.transform_filter("!datum.hollow").mark_bar(size=size)
    hollow = base.transform_filter("datum.hollow").mark_bar(
        size=size, fill=None, stroke=COLOURS["muted"], strokeDash=[4, 4]
    )
    layers = [
        solid.encode(x=x, x2="to:Q", color=alt.Color("fill:N", scale=None)),
        hollow.encode(x=x, x2="to:Q"),
    ]
    measured = base.transform_filter("isValid(datum.low)")
    for colour, width, cap in (("white", 4.5, 14), (COLOURS["ink"], 1.8, 12)):
        line = measured.mark_rule(color=colour, strokeWidth=width).encode(x="low:Q", x2="high:Q")
        ends = measured.mark_tick(color=colour, thickness=width, size=cap, opacity=1)
        layers += [line, ends.encode(x="low:Q"), ends.encode(x="high:Q")]
    places: dict[str, dict[str, Any]] = {
        "beside": {"align": "left", "dx": 7},
        "start": {"align": "left", "dy": -size / 2 - 9},
        "end": {"align": "right", "dy": -size / 2 - 9},
    }
    for side, place in places.items():
        named = base.transform_filter(alt.datum.side == side).mark_text(**place)
        layers.append(named.encode(x=alt.X("at:Q"), text="label:N"))
    return layers


def _track(keys: Sequence[str], y: alt.Y, x: alt.X, size: int) -> Any:
    """Return an empty place for every row, so that one without a bar is there as well."""
    empty = alt.Chart(pd.DataFrame({"row": list(keys)}))
    return empty.mark_bar(size=size, opacity=0).encode(y=y, x=alt.value(0), x2=alt.value(1))


def _notes(rows: Sequence[Any], keys: Sequence[str], y: alt.Y, x: alt.X) -> list[Any]:
    noted = [
        {"row": key, "note": row["note"]}
        for key, row in zip(keys, rows, strict=True)
        if row.get("note")
    ]
    if not noted:
        return []
    text = alt.Chart(pd.DataFrame(noted)).mark_text(
        align="left", fontStyle="italic", color=COLOURS["muted"]
    )
    return [text.encode(y=y, x=alt.value(4), text="note:N")]


def _guessed(
    guess: Mapping[str, Any], keys: Sequence[str], y: alt.Y, x: alt.X, size: int, panel: Panel
) -> list[Any]:
    row, value = keys[guess["row"]], guess["value"]
    layers = []
    if guess["covered"]:
        base = alt.Chart(pd.DataFrame({"row": [row], "from": [panel["min"]], "to": [panel["max"]]}))
        layers += [
            base.mark_bar(
                size=size, fill=COLOURS["grid"], stroke=COLOURS["muted"], strokeDash=[4, 4]
            ).encode(y=y, x=x, x2="to:Q"),
            base.mark_text(fontSize=15, color=COLOURS["muted"]).encode(
                y=y, x=alt.value((WIDTH - 60) / 2), text=alt.value("?")
            ),
        ]
    if value is not None:
        base = alt.Chart(pd.DataFrame({"row": [row], "from": [panel["min"]], "guess": [value]}))
        outline = base.mark_bar(
            size=size + 8, fill=None, stroke=COLOURS["guess"], strokeWidth=2.5, strokeDash=[6, 4]
        )
        words = f"your guess {write(value)} {panel['unit']}".strip()
        layers += [
            outline.encode(y=y, x=x, x2="guess:Q"),
            base.mark_text(dy=-size / 2 - 26, color=COLOURS["guess"]).encode(
                y=y, x="guess:Q", text=alt.value(words)
            ),
        ]
    return layers


def _along(measure: Mapping[str, Any], size: float) -> tuple[Callable[[float], float], Any]:
    """Return pixels from the top of a plot for a value of its axis, and the way back."""
    take = math.log10 if measure.get("log") else float
    low, high = take(measure["min"]), take(measure["max"])

    def pixel(value: float) -> float:
        return (high - take(value)) / (high - low) * size

    def value(at: float) -> float:
        found = high - at / size * (high - low)
        return 10**found if measure.get("log") else found

    return pixel, value


def _spread(pixels: Sequence[float], size: float) -> list[float]:
    """Move the places of labels apart, from the top down, and back above the bottom."""
    order = sorted(range(len(pixels)), key=pixels.__getitem__)
    placed = list(pixels)
    for above, below in pairwise(order):
        placed[below] = max(placed[below], placed[above] + LABEL)
    if order and placed[order[-1]] > size:
        floor = size
        for place in reversed(order):
            placed[place] = min(placed[place], floor)
            floor = placed[place] - LABEL
    return placed


def _scale(measure: Mapping[str, Any]) -> alt.Scale:
    kind: Any = "log" if measure.get("log") else "linear"
    return alt.Scale(
        domain=[measure["min"], measure["max"]], type=kind, nice=False, zero=False, clamp=True
    )


def _lines(panel: Panel, colours: Colours) -> Any:
    span = alt.Scale(domain=[panel["from"], panel["to"]], nice=False, zero=False)
    years = alt.Axis(
        format="d", grid=False, title=None, tickCount=min(8, panel["to"] - panel["from"])
    )
    x = alt.X("year:Q", scale=span, axis=years)
    axis = _axis(panel["unit"], tickCount=5, titleAngle=0, titleY=-12, titleAlign="left", titleX=-8)
    y = alt.Y("value:Q", title=panel["heading"], axis=axis, scale=_scale(panel))
    layers = []
    for band in panel.get("bands", []):
        frame = pd.DataFrame(band["points"], columns=["year", "low", "high"])
        area = alt.Chart(frame).mark_area(
            color=colours[band["colour"]],
            opacity=0.35,
            line={"color": COLOURS["muted"], "strokeDash": [4, 3]},
        )
        layers.append(area.encode(x=x, y=y.copy(), y2="high:Q").encode(y=alt.Y("low:Q")))
    for place, one in enumerate(panel["series"]):
        # A point without a number breaks the line; so does the place between two releases.
        points = [point[:2] if point else (None, None) for point in one["points"]]
        frame = pd.DataFrame(points, columns=["year", "value"]).astype(float)
        frame["order"] = range(len(frame))
        base = alt.Chart(frame).encode(x=x, y=y)
        shape: Any = "step-after" if one.get("steps") else "linear"
        colour = colours[one["colour"]]
        gaps: Any = "break-paths-show-domains"
        # The first line in steps shows on both sides of one that lies on it.
        size: Any = 6 if one.get("steps") and place == 0 else alt.Undefined
        line = base.mark_line(color=colour, interpolate=shape, invalid=gaps, strokeWidth=size)
        layers.append(line.encode(order="order:Q"))
        if not one.get("steps"):
            known = base.transform_filter("isValid(datum.value)")
            layers.append(known.mark_point(color=colour, size=45, opacity=1))
    layers += _dated(panel, x)
    layers += _names(panel, x, y)
    layers += _drawn(panel, x, y)
    return alt.layer(*layers).properties(width=WIDTH - 90, height=PLOT)


def _dated(panel: Panel, x: alt.X) -> list[Any]:
    rules = [
        {"year": rule["x"], "label": rule["label"]}
        for rule in panel.get("rules", [])
        if panel["from"] <= rule["x"] <= panel["to"]
    ]
    if not rules:
        return []
    base = alt.Chart(pd.DataFrame(rules)).encode(x=x)
    rule = base.mark_rule(strokeDash=[4, 4], color=COLOURS["muted"])
    text = base.mark_text(align="left", dx=4, color=COLOURS["muted"])
    return [rule, text.encode(text="label:N", y=alt.value(6))]


def _names(panel: Panel, x: alt.X, y: alt.Y) -> list[Any]:
    """Return a name beside the last point of each line, above it where the line ends early."""
    pixel, value = _along(panel, PLOT)
    last = [
        (one["name"], *known[-1][:2])
        for one in panel["series"]
        if (known := [point for point in one["points"] if point and point[1] is not None])
    ]
    early = [one for one in last if one[1] < panel["to"]]
    late = [one for one in last if one[1] >= panel["to"]]
    places = _spread([pixel(number) for _, _, number in late], PLOT)
    moved = [
        (name, year, value(place)) for (name, year, _), place in zip(late, places, strict=True)
    ]
    sides: list[tuple[list[Any], dict[str, Any]]] = [
        (early, {"align": "right", "dx": -4, "dy": -11}),
        (moved, {"align": "left", "dx": 9}),
    ]
    return [
        alt.Chart(pd.DataFrame(named, columns=["name", "year", "value"]))
        .mark_text(**side)
        .encode(x=x, y=y, text="name:N")
        for named, side in sides
        if named
    ]


def _drawn(panel: Panel, x: alt.X, y: alt.Y) -> list[Any]:
    guess = panel.get("guess")
    if not guess:
        return []
    layers = []
    if guess["covered"]:
        hidden = pd.DataFrame({"year": [guess["after"] + 0.5], "end": [panel["to"]]})
        base = alt.Chart(hidden)
        layers += [
            base.mark_rect(fill=COLOURS["grid"], stroke=COLOURS["muted"], strokeDash=[4, 4]).encode(
                x=x, x2="end:Q"
            ),
            base.transform_calculate(year="(datum.year + datum.end) / 2")
            .mark_text(fontSize=15, color=COLOURS["muted"])
            .encode(x=x, text=alt.value("?")),
        ]
    points = [point for point in guess["points"] if point[1] is not None]
    if points:
        frame = pd.DataFrame(points, columns=["year", "value"])
        dash = [] if guess["covered"] else [6, 4]
        line = alt.Chart(frame).mark_line(
            color=COLOURS["guess"], strokeDash=dash, point={"color": COLOURS["guess"], "size": 60}
        )
        layers.append(line.encode(x=x, y=y))
    return layers


def _dots(panel: Panel, colours: Colours) -> Any:
    across, up = panel["x"], panel["y"]
    x = alt.X("x:Q", title=across["heading"], axis=_axis(across["unit"]), scale=_scale(across))
    y = alt.Y("y:Q", title=up["heading"], axis=_axis(up["unit"]), scale=_scale(up))
    frame = pd.DataFrame([dot | {"fill": colours[dot["colour"]]} for dot in panel["dots"]])
    if frame.empty:
        frame = pd.DataFrame(columns=["name", "x", "y", "fill"])
    points = alt.Chart(frame).mark_point(size=110, opacity=1)
    named = pd.DataFrame(_dot_names(panel), columns=["x", "y", "name", "side"])
    sides: dict[str, Any] = {"start": "left", "end": "right", "middle": "center"}
    texts = [
        alt.Chart(named[named["side"] == side])
        .mark_text(align=align, baseline="alphabetic", clip=False)
        .encode(x=alt.X("x:Q"), y=alt.Y("y:Q"), text="name:N")
        for side, align in sides.items()
        if (named["side"] == side).any()
    ]
    return alt.layer(
        points.encode(x=x, y=y, color=alt.Color("fill:N", scale=None)), *texts
    ).properties(width=DOTS[0], height=DOTS[1])


#: Where a name may stand: right of its dot, left of it, then above and below.
BESIDE = (
    (10, 4, "start"),
    (-10, 4, "end"),
    (8, -8, "start"),
    (8, 16, "start"),
    (-8, -8, "end"),
    (-8, 16, "end"),
    (0, -12, "middle"),
    (0, 20, "middle"),
)


def _dot_names(panel: Panel) -> list[tuple[float, float, str, str]]:
    """Place the names of dots as the browser does, each where it touches nothing, if anywhere.

    Each is x and y of its anchor on the axes, the name, and the anchor.
    """
    width, height = DOTS
    (from_right, across), (from_top, up) = _along(panel["x"], width), _along(panel["y"], height)
    dots = [
        (width - from_right(d["x"]), from_top(d["y"]), d["name"], d["colour"] != "accent")
        for d in panel["dots"]
    ]
    placed: list[tuple[float, float, float]] = []
    names = []
    for at, top, name, _ in sorted(dots, key=lambda dot: (dot[3], -dot[1])):
        for right, down, side in BESIDE:
            x, y, size = at + right, top + down, 6.6 * len(name)
            start = x - {"start": 0, "end": size, "middle": size / 2}[side]
            end = start + size
            if start < 0 or end > width or not 0 <= y <= height:
                continue
            if any(a < end and start < b and abs(c - y) < 14 for a, b, c in placed):
                continue
            if any(start < a + 6 and a - 6 < end and abs(b + 4 - y) < 11 for a, b, *_ in dots):
                continue
            placed.append((start, end, y))
            names.append((across(width - x), up(y), name, side))
            break
    return names


def _lanes(panel: Panel, colours: Colours) -> Any:
    """Draw the lines, and below them a row of marks for each lane, on the same axis."""
    lanes = {f"{lane['name']}: {len(lane['days'])}": lane for lane in panel["lanes"]}
    marks = [
        {"lane": name, "year": day, "fill": colours[lane["colour"]]}
        for name, lane in lanes.items()
        for day in lane["days"]
    ]
    span = alt.Scale(domain=[panel["from"], panel["to"]], nice=False, zero=False)
    rows = alt.Chart(pd.DataFrame(marks, columns=["lane", "year", "fill"])).mark_tick(
        thickness=3, size=LOW, opacity=1
    )
    drawn = rows.encode(
        x=alt.X("year:Q", scale=span, axis=None),
        y=alt.Y("lane:N", sort=list(lanes), title=None, axis=alt.Axis(labelLimit=240)),
        color=alt.Color("fill:N", scale=None),
    )
    below = drawn.properties(width=WIDTH - 90, height=26 * len(lanes))
    return alt.vconcat(_lines(panel, colours), below)


DRAW |= {"bars": _bars, "lines": _lines, "lanes": _lanes, "dots": _dots}

"""The still picture of *What the printed numbers imply*: the marks of the live one, in Altair."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from techwar.data.wording import write
from techwar.explore.explorer import Explorer
from techwar.explore.implied_market_model import (
    NOTE,
    SLIDERS,
    SUBTITLE,
    drawn_rows,
    implied,
    marks,
    printed,
)
from techwar.figures import COLOURS, Finding, finding
from techwar.figures.theme import WIDTH

BAR, ROW = 26, 62
QUESTION = "How much of the world's growth was China's?"


def draw(explorer: Explorer) -> Finding:
    """Return the picture of an explorer as it stands."""
    state, covered = explorer.state, explorer.covered
    drawn = pd.DataFrame(marks(state, covered=covered))
    of_growth = drawn["row"] == "growth"
    part = _covered_part() if covered else _part(drawn[of_growth], explorer.guess)
    chart = alt.vconcat(_levels(drawn[~of_growth], explorer.spec["extent"]), part, spacing=26)
    return finding(
        chart,
        title=QUESTION if covered else _title(state),
        subtitle=SUBTITLE,
        rows=drawn_rows(),
        alt=explorer.description(),
        note=NOTE,
    )


def _title(state: Mapping[str, float]) -> str:
    part = write(implied(state)["china_part"].value, ".0f")
    share = write(state["share"])
    words = f"China, {share} % of the market, accounted for {part} % of the growth in 2017"
    is_printed = all(state[key] == printed(row) for key, row in SLIDERS.items())
    return words if is_printed else f"Assumed, not printed: {words}"


def _levels(drawn: pd.DataFrame, extent: float) -> Any:
    axis = alt.Axis(tickCount=4, grid=False, titleAnchor="start")
    base = alt.Chart(drawn).encode(y=alt.Y("row:O", title=None))
    x = alt.X("start:Q", title="Billion US dollars", axis=axis).scale(domain=[0, extent])
    china, rest = (alt.datum.series == series for series in ("China", "Rest of world"))
    amount = "format(datum.end - datum.start, '.2f')"
    label = base.mark_text(dy=-BAR / 2 - 9, align="left").transform_calculate(
        text=f"'China ' + {amount}"
    )
    names = [
        label.transform_filter(china).encode(x="start:Q", text="text:N"),
        base.mark_text(dy=-BAR / 2 - 9, align="right")
        .transform_calculate(text=f"'Rest of the world ' + {amount}")
        .transform_filter(rest)
        .encode(x="end:Q", text="text:N"),
    ]
    height = ROW * drawn["row"].nunique()
    return alt.layer(_bars(base, x), *_whiskers(base), *names).properties(
        width=WIDTH, height=height
    )


def _part(drawn: pd.DataFrame, guess: float | None) -> Any:
    base = alt.Chart(drawn).encode(y=alt.Y("row:O", title=None, axis=None))
    x = _percent("start:Q")
    amount = "format(datum.end - datum.start, '.0f') + ' %'"
    names = [
        base.mark_text(dy=-BAR / 2 - 9, align="left")
        .transform_filter(alt.datum.series == "China")
        .transform_calculate(text=f"'China ' + {amount}")
        .encode(x=alt.X("start:Q"), text="text:N"),
        base.mark_text(dy=-BAR / 2 - 9, align="right")
        .transform_filter(alt.datum.series == "Rest of world")
        .transform_calculate(text=f"'Rest of the world ' + {amount}")
        .encode(x=alt.X("end:Q"), text="text:N"),
    ]
    layers = [_bars(base, x), *_whiskers(base), *names]
    if guess is not None:
        outline = alt.Chart(pd.DataFrame({"row": ["growth"], "guess": [guess]})).encode(y="row:O")
        layers += [
            outline.mark_bar(
                size=BAR + 8, fill=None, stroke=COLOURS["guess"], strokeWidth=2.5, strokeDash=[6, 4]
            ).encode(x=alt.X("guess:Q")),
            outline.mark_text(dy=-BAR / 2 - 26, color=COLOURS["guess"]).encode(
                x="guess:Q", text=alt.value(f"your guess {write(guess)} %")
            ),
        ]
    return alt.layer(*layers).properties(width=WIDTH, height=ROW)


def _covered_part() -> Any:
    base = alt.Chart(pd.DataFrame({"row": ["growth"], "end": [100]})).encode(
        y=alt.Y("row:O", axis=None)
    )
    track = base.mark_bar(
        size=BAR, fill=COLOURS["grid"], stroke=COLOURS["muted"], strokeDash=[4, 4]
    ).encode(x=_percent("end:Q"))
    asked = base.mark_text(fontSize=15, color=COLOURS["muted"]).encode(
        x=alt.value(WIDTH / 2), text=alt.value("?")
    )
    return alt.layer(track, asked).properties(width=WIDTH, height=ROW)


def _percent(field: str) -> alt.X:
    axis = alt.Axis(
        tickCount=4,
        grid=False,
        titleAnchor="start",
        labelExpr="datum.label + ' %'",
        labelFlush=False,
    )
    return alt.X(field, title="China's part of the world's growth", axis=axis).scale(
        domain=[0, 100], clamp=True
    )


def _bars(base: alt.Chart, x: alt.X) -> Any:
    series = ["China", "Rest of world"]
    scale = alt.Scale(domain=series, range=[COLOURS[name] for name in series])
    return base.mark_bar(size=BAR).encode(
        x=x, x2="end:Q", color=alt.Color("series:N", scale=scale, legend=None)
    )


def _whiskers(base: alt.Chart) -> Any:
    measured = base.transform_filter("isValid(datum.low)")
    parts = []
    for colour, width, cap in (("white", 4.5, 14), (COLOURS["ink"], 1.8, 12)):
        line = measured.mark_rule(color=colour, strokeWidth=width).encode(x="low:Q", x2="high:Q")
        ends = measured.mark_tick(color=colour, thickness=width, size=cap, opacity=1)
        parts += [line, ends.encode(x="low:Q"), ends.encode(x="high:Q")]
    return parts

"""The look of every chart of the course: colours, sizes, quiet axes."""

from typing import Any, cast

import altair as alt

#: One colour a thing, the same in every chart and explorer. Chosen to differ in
#: lightness as well as in hue; none is a national colour. All reach a contrast
#: of 3:1 on white.
COLOURS: dict[str, str] = {
    "China": "#0f766e",
    "Rest of world": "#828c9a",
    "World": "#3f4a5a",
    "accent": "#b45309",
    "guess": "#6d28d9",
    "ink": "#1f2933",
    "muted": "#5a6675",
    "grid": "#e4e7eb",
}

#: Liberation Sans travels inside the renderer, so text has the same width, and
#: a picture the same bytes, whatever fonts the machine has.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"

#: Width of a chart's plotting area in pixels: with axes it fits a notebook cell.
WIDTH = 560


def configuration() -> dict[str, Any]:
    """Return the Vega-Lite configuration that the theme stands for."""
    ink, muted, grid = COLOURS["ink"], COLOURS["muted"], COLOURS["grid"]
    return {
        "config": {
            "view": {"continuousWidth": WIDTH, "continuousHeight": 260, "stroke": None},
            "background": "white",
            "padding": 12,
            "title": {
                "anchor": "start",
                "frame": "group",
                "fontSize": 16,
                "color": ink,
                "subtitleFontSize": 12.5,
                "subtitleColor": muted,
                "subtitlePadding": 6,
                "offset": 14,
            },
            "axis": {
                "labelFontSize": 12,
                "labelColor": ink,
                "titleFontSize": 12,
                "titleFontWeight": "normal",
                "titleColor": muted,
                "domainColor": muted,
                "gridColor": grid,
                "tickColor": muted,
            },
            "axisBand": {"grid": False, "ticks": False, "domain": False, "labelPadding": 8},
            "legend": {
                "labelFontSize": 12,
                "titleFontSize": 12,
                "orient": "bottom",
                "direction": "horizontal",
            },
            "bar": {"color": COLOURS["China"]},
            "point": {"color": COLOURS["China"], "filled": True, "size": 90},
            "rule": {"color": ink},
            "text": {"fontSize": 12, "color": ink},
        }
    }


def use_theme() -> None:
    """Make the course's look the one that Altair uses from here on."""
    alt.theme.register("techwar", enable=True)(_theme)


def _theme() -> alt.theme.ThemeConfig:
    return cast("alt.theme.ThemeConfig", configuration())

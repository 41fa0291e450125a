"""The explorer *What the printed numbers imply*: what follows from a share and two growth rates."""

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from techwar.data import source_line
from techwar.data.rounding import half_digit
from techwar.data.wording import write
from techwar.explore.controls import Slider, check_state
from techwar.explore.explorer import HERE, Explorer, Guess
from techwar.explore.implied_market_model import (
    HELD,
    NOTE,
    SLIDERS,
    SUBTITLE,
    Estimate,
    drawn_rows,
    implied,
    printed,
)
from techwar.explore.scene import Panel, Scene, bar_panel, fixed, guessed

BILLION, PERCENT = "billion US dollars", "per cent"
#: Words, unit and decimals of each quantity, in the order of the table.
QUANTITIES = {
    "china_2016": ("China, 2016", BILLION, 2),
    "rest_2016": ("Rest of the world, 2016", BILLION, 2),
    "world_2016": ("World, 2016", BILLION, 2),
    "china_2017": ("China, 2017", BILLION, 2),
    "rest_2017": ("Rest of the world, 2017", BILLION, 2),
    "world_2017": ("World, 2017", BILLION, 2),
    "china_added": ("Added in China", BILLION, 2),
    "world_added": ("Added in the world", BILLION, 2),
    "rest_growth": ("Growth of the rest of the world", PERCENT, 1),
    "china_part": ("China's part of the world's growth", PERCENT, 0),
}
#: Words, smallest value, largest value and step of each slider.
RANGES = {
    "share": ("China's share in 2017", 30, 60, 0.5),
    "china_growth": ("China's growth in 2017", 0, 30, 0.1),
    "world_growth": ("World growth in 2017", 2, 20, 0.1),
}


def implied_market(
    *,
    share: float | None = None,
    china_growth: float | None = None,
    world_growth: float | None = None,
    guess_first: bool = True,
) -> "ImpliedMarket":
    """Open the explorer at the printed numbers, or at others in their place.

    Args:
        share: China's part of the world market of 2017, 30 to 60 per cent.
        china_growth: growth of China's market in 2017, 0 to 30 per cent.
        world_growth: growth of the world market in 2017, 2 to 20 per cent.
        guess_first: hide China's part of the growth until it was guessed.

    Raises:
        ExplorerError: where a number is outside its range or between two steps.
    """
    given = {"share": share, "china_growth": china_growth, "world_growth": world_growth}
    state = {key: value for key, value in given.items() if value is not None}
    return ImpliedMarket(state, guess_first=guess_first)


def compare_settings(*settings: Mapping[str, float]) -> pd.DataFrame:
    """Return China's part of the world's growth, in per cent, for some settings of the sliders.

    A setting names what differs from the printed numbers: `{"share": 50}`. One row each:
    the three sliders, then `part` with its ends `low` and `high`.

    Raises:
        ExplorerError: where a setting is none that the sliders can show.
    """
    states = [check_state(controls(), setting) for setting in settings]
    parts = [implied(state)["china_part"] for state in states]
    return pd.DataFrame(
        [
            {**state, "part": value, "low": low, "high": high}
            for state, (value, low, high) in zip(states, parts, strict=True)
        ]
    )


def controls() -> list[Slider]:
    """Return the sliders, each at its printed number."""
    return [
        Slider(key, *RANGES[key], opening=number, printed=number, half=half_digit(number))
        for key, number in ((key, printed(row)) for key, row in SLIDERS.items())
    ]


def question(state: Mapping[str, float]) -> str:
    """Return what is asked while the answer is covered."""
    return (
        f"China is {write(state['share'])} % of the market and grows "
        f"{write(state['china_growth'])} % while the world grows {write(state['world_growth'])} %: "
        "how much of the world's growth is China's?"
    )


def result(state: Mapping[str, float], guess: float | None) -> str:
    """Return what follows from a state, and how far a guess is from it."""
    found = implied(state)
    part = found["china_part"]
    change = _moved(found["rest_growth"].value)
    rest = f"the rest of the world {change}"
    whole = f"more than the whole, because {rest}" if change.startswith("shrank") else rest
    words = (
        f"With {write(state['share'])} % of the market and growth of "
        f"{write(state['china_growth'])} % against the world's {write(state['world_growth'])} %, "
        f"China added {fixed(found['china_added'].value, 2)} of the world's "
        f"{fixed(found['world_added'].value, 2)} billion US dollars of growth. "
        f"That is {fixed(part.value, 0)} % ({fixed(part.low, 0)} to "
        f"{fixed(part.high, 0)} %); {whole}."
    )
    return (
        words if guess is None else f"{words} Your guess of {write(guess)} % {_gap(guess, part)}."
    )


def finding(state: Mapping[str, float]) -> str:
    """Return the title of the picture: the finding, and whether its numbers were printed."""
    part, share = fixed(implied(state)["china_part"].value, 0), write(state["share"])
    words = f"China, {share} % of the market, accounted for {part} % of the growth in 2017"
    is_printed = all(state[key] == printed(row) for key, row in SLIDERS.items())
    return words if is_printed else f"Assumed, not printed: {words}"


def levels(found: Mapping[str, Estimate], *, covered: bool, most: float) -> Panel:
    """Return the markets of two years as bars. 2016 would give a covered answer away."""
    rows: list[dict[str, Any]] = []
    for year in ("2016", "2017"):
        if covered and year == "2016":
            rows.append({"name": year, "bars": [], "note": "hidden until Show"})
            continue
        china, rest = found[f"china_{year}"], found[f"rest_{year}"]
        edge = china.value
        parts = [
            bar("China", 0, china, f"China {fixed(china.value, 2)}"),
            bar("Rest of world", edge, rest, f"Rest {fixed(rest.value, 2)}"),
        ]
        rows.append({"name": year, "bars": parts})
    heading = "World market, billion US dollars"
    return bar_panel(heading, rows, most, decimals=2)


def growth(part: Estimate, guess: float | None, *, covered: bool) -> Panel:
    """Return China's part of the growth as a bar, or the place where it is guessed."""
    china = bar("China", 0, part, f"China {fixed(part.value, 0)} %")
    china["beyond"] = "more than the whole"
    rest = {"colour": "Rest of world", "from": part.value, "to": 100}
    rest["label"] = f"Rest {fixed(100 - part.value, 0)} %"
    # A part below nothing or above the whole leaves no rest to draw.
    parts = [] if covered else [china, rest] if 0 < part.value < 100 else [china]
    asked = guessed(guess) | {"covered": covered}
    rows = [{"name": "", "bars": parts}]
    return bar_panel("China's part of the growth", rows, 100, unit="%", guess=asked)


def bar(colour: str, start: float, size: Estimate, label: str) -> dict[str, Any]:
    """Return a bar that begins at `start`, with the ends of its size."""
    ends = {"low": start + size.low, "high": start + size.high}
    return {"colour": colour, "from": start, "to": start + size.value, "label": label} | ends


def _moved(growth: float) -> str:
    size = fixed(abs(growth), 1)
    if size == fixed(0, 1):
        return "stood still"
    return f"{'grew' if growth > 0 else 'shrank'} {size} %"


def _gap(guess: float, part: Estimate) -> str:
    if part.low <= guess <= part.high:
        return "lies within what the rounding leaves open"
    points = math.floor(abs(guess - part.value) + 0.5)  # a half goes up, as in the browser
    size = {0: "less than 1 point", 1: "1 point"}.get(points, f"{points} points")
    return f"is {size} too {'low' if guess < part.value else 'high'} for these numbers"


class ImpliedMarket(Explorer):
    """The explorer *What the printed numbers imply*; made by `implied_market`."""

    _esm = HERE / "static" / "implied_market.js"
    name = "implied-market"

    def __init__(self, state: Mapping[str, object], *, guess_first: bool) -> None:
        """Open with the printed numbers, or with those of `state` in their place."""
        super().__init__(
            controls(),
            state,
            title="What the printed numbers imply",
            guess=Guess({"guess": "Your guess"}, "%", 0, 100),
            guess_first=guess_first,
            data={
                "subtitle": SUBTITLE,
                "source": f"{NOTE} {source_line(drawn_rows())}",
                "quantities": QUANTITIES,
                "held": [{"value": v, "half": half_digit(v)} for v in map(printed, HELD)],
                "extent": math.ceil(implied(check_state(controls(), {}))["world_2017"].high),
            },
        )

    def drawn(self) -> Scene:
        """Return the markets of two years and China's part of the growth between them."""
        state, data = self.shown, self.spec["data"]
        found = implied(state)
        return {
            "title": question(state) if self.covered else finding(state),
            "subtitle": data["subtitle"],
            "source": data["source"],
            "sentence": result(state, self.guess),
            "panels": [
                levels(found, covered=self.covered, most=data["extent"]),
                growth(found["china_part"], self.guess, covered=self.covered),
            ],
            "table": {
                "head": ["Quantity", "Value", "Lowest", "Highest"],
                "rows": [
                    {"group": unit, "decimals": decimals, "cells": [words, *found[name]]}
                    for name, (words, unit, decimals) in QUANTITIES.items()
                    if not self.covered or name.endswith("2017")
                ],
            },
        }

    def rows(self) -> pd.DataFrame:
        """Return the rows of the table `market` that the picture rests on."""
        return drawn_rows()

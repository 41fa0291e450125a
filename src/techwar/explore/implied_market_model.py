"""The arithmetic behind *What the printed numbers imply*: pure functions.

It stands here and once more in browser/implied_market_model.js, where it answers a slider;
property tests hold the two together.
"""

from collections.abc import Mapping
from functools import cache
from itertools import product
from typing import NamedTuple

import pandas as pd

from techwar.data import fact, load
from techwar.data.rounding import half_digit

SUBTITLE = "Professional video surveillance equipment, 2016 and 2017; whiskers: rounding only"
NOTE = "Own calculation from IHS Markit's numbers."
#: Rows of the table `market`: what the article prints of 2018, which no slider moves …
HELD = ("ihs-world-value-2018-article", "ihs-world-growth-2018-article")
#: … and the printed number that each slider starts from.
SLIDERS = {
    "share": "ihs-china-share-2017",
    "china_growth": "ihs-china-growth-2017",
    "world_growth": "ihs-world-growth-2017",
}


@cache
def printed(row: str) -> float:
    """Return the number of a row, in billion US dollars or per cent."""
    return float(fact(row).value)


def drawn_rows() -> pd.DataFrame:
    """Return the rows of the table `market` that the picture rests on."""
    market = load("market")
    return market[market["id"].isin([*HELD, *SLIDERS.values()])]


class Estimate(NamedTuple):
    """A number with the ends that the rounding of its parts leaves open."""

    value: float
    low: float
    high: float


def quantities(
    value: float, growth: float, share: float, china: float, world: float
) -> dict[str, float]:
    """Return what follows from five numbers, in billion US dollars and per cent.

    `value` and `growth` are the world's of 2018, `share` is China's part of the world of 2017,
    `china` and `world` are the growth of 2017; all but `value` in per cent.
    """
    world_2017 = value / (1 + growth / 100)
    china_2017 = world_2017 * share / 100
    world_2016 = world_2017 / (1 + world / 100)
    china_2016 = china_2017 / (1 + china / 100)
    rest_2017 = world_2017 - china_2017
    rest_2016 = world_2016 - china_2016
    china_added = china_2017 - china_2016
    world_added = world_2017 - world_2016
    return {
        "china_2016": china_2016,
        "rest_2016": rest_2016,
        "world_2016": world_2016,
        "china_2017": china_2017,
        "rest_2017": rest_2017,
        "world_2017": world_2017,
        "china_added": china_added,
        "world_added": world_added,
        "rest_growth": (rest_2017 / rest_2016 - 1) * 100,
        "china_part": china_added / world_added * 100,
    }


def implied(state: Mapping[str, float]) -> dict[str, Estimate]:
    """Return each quantity with its ends: all corners of the five rounded numbers."""
    numbers = [*map(printed, HELD), *(state[key] for key in SLIDERS)]
    halves = [half_digit(printed(row)) for row in (*HELD, *SLIDERS.values())]
    ranges = [(number - half, number + half) for number, half in zip(numbers, halves, strict=True)]
    point = quantities(*numbers)
    corners = [quantities(*corner) for corner in product(*ranges)]
    ends = {name: [corner[name] for corner in corners] for name in point}
    return {name: Estimate(point[name], min(ends[name]), max(ends[name])) for name in point}

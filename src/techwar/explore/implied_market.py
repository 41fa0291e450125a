"""The explorer *What the printed numbers imply*: what follows from a share and two growth rates."""

import math
from collections.abc import Mapping

import pandas as pd

from techwar.data import source_line
from techwar.data.rounding import half_digit
from techwar.data.wording import write
from techwar.explore.explorer import HERE, Control, Explorer, check_state
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
from techwar.figures import Finding

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


def controls() -> list[Control]:
    """Return the sliders, each at its printed number."""
    return [
        Control(key, *RANGES[key], printed=printed(row), half=half_digit(printed(row)))
        for key, row in SLIDERS.items()
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
        f"China added {write(found['china_added'].value, '.2f')} of the world's "
        f"{write(found['world_added'].value, '.2f')} billion US dollars of growth. "
        f"That is {write(part.value, '.0f')} % ({write(part.low, '.0f')} to "
        f"{write(part.high, '.0f')} %); {whole}."
    )
    return (
        words if guess is None else f"{words} Your guess of {write(guess)} % {_gap(guess, part)}."
    )


def describe(state: Mapping[str, float], *, covered: bool) -> str:
    """Return the text alternative of the picture of a state."""
    found = implied(state)
    years = {
        year: f"{year} China {write(found[f'china_{year}'].value, '.2f')}, "
        f"rest of the world {write(found[f'rest_{year}'].value, '.2f')}"
        for year in ("2016", "2017")
    }
    if covered:
        return (
            f"A bar of the world market in billion US dollars: {years['2017']}. {question(state)}"
        )
    value, low, high = (write(end, ".0f") for end in found["china_part"])
    return (
        f"Two bars of the world market in billion US dollars: {years['2016']}; {years['2017']}. "
        f"A third bar: China's part of the growth between them, {value} % ({low} to {high} %)."
    )


def _moved(growth: float) -> str:
    size = write(abs(growth), ".1f")
    if size == write(0, ".1f"):
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
            guess_first=guess_first,
            title="What the printed numbers imply",
            subtitle=SUBTITLE,
            source=f"{NOTE} {source_line(drawn_rows())}",
            guess={"label": "Your guess", "unit": "%", "min": 0, "max": 100},
            quantities=QUANTITIES,
            held=[{"value": value, "half": half_digit(value)} for value in map(printed, HELD)],
            extent=math.ceil(implied(check_state(controls(), {}))["world_2017"].high),
        )

    def sentence(self) -> str:
        """Return the result in words, or the question while the answer is covered."""
        return question(self.state) if self.covered else result(self.state, self.guess)

    def table(self) -> pd.DataFrame:
        """Return the numbers behind the picture: quantity, value, low, high, unit."""
        found = implied(self.state)
        return pd.DataFrame(
            [
                (words, *found[name], unit)
                for name, (words, unit, _) in QUANTITIES.items()
                if not self.covered or name.endswith("2017")
            ],
            columns=["quantity", "value", "low", "high", "unit"],
        )

    def picture(self) -> Finding:
        """Return the picture as it stands, with its sources, as a chart that can be kept."""
        from techwar.explore.implied_market_picture import draw

        return draw(self)

    def description(self) -> str:
        """Return the text alternative of the picture."""
        return describe(self.state, covered=self.covered)

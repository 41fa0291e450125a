"""The explorer *How concentrated?*: between which bounds the index of a market must lie."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd

from techwar.data import source_line
from techwar.data.wording import write
from techwar.explore.controls import Control, Dropdown, ExplorerError, Slider
from techwar.explore.explorer import HERE, Explorer, Guess
from techwar.explore.market_lists import DAY, TOP_LISTS, Fence, definitions, fences, lists, rows
from techwar.explore.scene import Panel, Scene, fixed

OPENING = "professional-video-surveillance-equipment-world-ihs-markit-by-year"
#: How many firms share what is not named: an assumption; 0 for any number.
FIRMS = {"any": 0, "50": 50, "20": 20, "10": 10, "5": 5}
#: Shares are reckoned in tenths of a per cent: whole numbers come out alike in both languages.
TENTHS = 10
Ends = tuple[float, float]


def how_concentrated(
    market: str = OPENING, *, largest: float = 100, firms: str = "any", guess_first: bool = False
) -> "HowConcentrated":
    """Open the explorer on a market's newest yearly list that was public on 22 May 2019.

    Args:
        market: one publisher's market, such as "smartphones-world-idc-by-year".
        largest: the most that a firm which is not named may hold, in per cent (100: no limit).
        firms: how many firms share what is not named, at most: "any", "50", "20", "10", "5".
        guess_first: hide the bounds until both ends were guessed.

    Raises:
        ExplorerError: where a value is none of these.
    """
    if market not in markets():
        raise ExplorerError(f"There is no market {market!r}; there are: {', '.join(markets())}.")
    state = {"market": market, "largest": largest, "firms": firms}
    return HowConcentrated(state, guess_first=guess_first)


@cache
def markets() -> Mapping[str, Mapping[str, Any]]:
    """Return the newest yearly list of each fence that named a firm by 22 May 2019.

    `held` are the shares of firms with their names, in per cent; `top` tells that no firm
    which is not named is larger than the smallest of them; `together` are groups of firms.
    """
    found = {}
    for slug, fence in fences().items():
        if fence.every == "year" and (one := _newest(slug)):
            found[slug] = one | {"title": f"{_name(fence)}, {one['period']}"}
    return found


def _newest(slug: str) -> dict[str, Any] | None:
    for one in lists()[slug]:  # the newest period first
        early = [entry for entry in one["sellers"] if entry[5]]
        held = [[entry[0], entry[2]] for entry in early if entry[1] == "firm"]
        if held:
            # A release that looks back names the largest of its own year, not of the one before.
            own = all(other["edition"] != one["edition"] for other in _later(slug, one["x"]))
            top = fences()[slug].publisher in TOP_LISTS and own and len(held) >= 5
            together = [[entry[0], entry[2]] for entry in early if entry[1] == "largest firms"]
            named = {"held": held, "top": top, "together": together}
            return named | {"period": one["period"], "edition": one["edition"]}
    return None


def _later(slug: str, x: float) -> list[dict[str, Any]]:
    return [other for other in lists()[slug] if other["x"] > x]


def _name(fence: Fence) -> str:
    return fence.title.removesuffix(", by year")


def bounds(
    held: Sequence[float], *, top: bool = False, largest: float = 100, firms: int = 0
) -> Ends | None:
    """Return the lowest and the highest Herfindahl-Hirschman index, in points.

    What is left over by the shares `held` (per cent, in tenths) goes to firms of which none
    holds more than `largest`, or with `top` than the smallest named; there are at most
    `firms` of them (0: any number). None where no market is like that.
    """
    named = [round(TENTHS * share) for share in held]
    left = max(0, 100 * TENTHS - sum(named))
    most = round(TENTHS * largest)
    most = min([most, *named]) if top else most
    if firms and firms * most < left:
        return None
    squares = sum(share * share for share in named)
    pieces = left // most
    high = squares + pieces * most**2 + (left - pieces * most) ** 2
    low = squares + (left * left / firms if firms else 0)
    return low / TENTHS**2, high / TENTHS**2


def controls() -> list[Control]:
    """Return the controls: the list, and two assumptions on what it does not name."""
    offered = {slug: one["title"] for slug, one in markets().items()}
    many = {key: f"at most {key}" if number else "any number" for key, number in FIRMS.items()}
    return [
        Dropdown("market", "Market", {"": offered}, OPENING),
        Slider("largest", "Largest firm not named", 1, 100, 0.2, 100),
        Dropdown("firms", "Firms not named", {"": many}, "any"),
    ]


class HowConcentrated(Explorer):
    """The explorer *How concentrated?*; made by `how_concentrated`."""

    _esm = HERE / "static" / "how_concentrated.js"
    name = "how-concentrated"

    def __init__(self, state: Mapping[str, object], *, guess_first: bool) -> None:
        """Open on the list and the assumptions that `state` names."""
        fields = {"low": "Lower end", "high": "Upper end"}
        super().__init__(
            controls(),
            state,
            title="How concentrated?",
            guess=Guess(fields, "points", 0, 10_000, "type both ends."),
            guess_first=guess_first,
            colours={"named": "#3f4a5a", "band": "#b45309", "list": "#828c9a"},
            data={
                slug: {**one, "definition": definitions()[slug], "source": source_line(_rows(slug))}
                for slug, one in markets().items()
            },
        )

    def guessed(self, end: str) -> float | None:
        """Return one end of the guess, "low" or "high", or None."""
        return (self.guess or {}).get(end)

    def ends(self) -> Ends | None:
        """Return both ends of the index as the explorer stands; None where no market fits."""
        return self._ends(self.state["largest"], FIRMS[self.state["firms"]])

    def _ends(self, largest: float, firms: int) -> Ends | None:
        one = markets()[self.state["market"]]
        held = [share for _, share in one["held"]]
        return bounds(held, top=one["top"], largest=largest, firms=firms)

    def rows(self) -> pd.DataFrame:
        """Return the rows of the list that is shown."""
        return _rows(self.state["market"])

    def scene(self) -> Scene:
        """Return the shares that are printed, and the band; covered, only the shares."""
        one = self.spec["data"][self.state["market"]]
        alone, ends = self._ends(100, 0), self.ends()
        band = band_panel(alone, ends, self.guess or {}, covered=self.covered)
        ask = "between which two numbers must its index of concentration lie?"
        title = f"{one['title']}: {ask if self.covered else finding(ends)}"
        sentence = waiting(self.guess or {}) if self.covered else self._told(ends)
        return {
            "title": title,
            "subtitle": f"{one['definition']}; shares in per cent, index in points",
            "source": one["source"],
            "sentence": sentence,
            "notes": notes(one),
            "panels": [shares_panel(one["held"]), band],
            "table": table(one["held"], [*_bands(alone, ends)] if not self.covered else []),
        }

    def _told(self, ends: Ends | None) -> str:
        if ends is None:
            return "No market is like that: so few firms, so small, cannot hold all that is left."
        low, high = ends
        words = f"{capital(finding(ends))}: as concentrated as {equal(high)} to {equal(low)} "
        words += "equal firms."
        return f"{words} {compared(ends, self.guess or {})}".strip()


def _rows(slug: str) -> pd.DataFrame:
    one, table = markets()[slug], rows()
    same = (table["fence"] == slug) & (table["period"] == one["period"])
    found: pd.DataFrame = table[
        same & (table["edition"] == one["edition"]) & (table["known_since"] <= DAY)
    ]
    return found


def left_of(held: Sequence[Sequence[Any]]) -> float:
    """Return what the named shares leave over, in per cent."""
    left: int = 100 * TENTHS - sum(round(TENTHS * share) for _, share in held)
    return max(0, left) / TENTHS


def finding(ends: Ends | None) -> str:
    """Return what is known of the index, without a stop."""
    if ends is None:
        return "no market fits these assumptions"
    return f"the index lies between {fixed(ends[0], 0)} and {fixed(ends[1], 0)}"


def equal(index: float) -> str:
    """Return how many equal firms have this index."""
    return fixed(10_000 / index, 1)


def capital(words: str) -> str:
    """Return the words with a capital at their beginning."""
    return words[0].upper() + words[1:]


def waiting(guess: Mapping[str, float]) -> str:
    """Return what the status line says while the answer is covered."""
    if len(guess) < 2:
        return "Guess first: type a lower and an upper end."
    return f"Your guess: {span(guess)}. Press Show to compare."


def span(guess: Mapping[str, float]) -> str:
    """Return both ends of a guess, the smaller first."""
    low, high = sorted(guess.values())
    return f"{write(low)} to {write(high)}"


def compared(ends: Ends, guess: Mapping[str, float]) -> str:
    """Return how a guess lies beside the band."""
    if len(guess) < 2:
        return ""
    low, high = sorted(guess.values())
    if low <= ends[0] and ends[1] <= high:
        words = "holds the whole band"
    elif high < ends[0] or ends[1] < low:
        words = "misses the band"
    else:
        words = "leaves a part of the band out"
    return f"Your guess of {span(guess)} {words}."


def notes(one: Mapping[str, Any]) -> list[str]:
    """Return what the list says beside its shares."""
    found = [
        f"The list also gives {name} together, {write(share)} %; the band does not use it."
        for name, share in one["together"]
    ]
    if one["top"]:
        name, share = one["held"][-1]
        found.append(f"A list of the largest: nobody left out is above {name}, {write(share)} %.")
    return [*found, "Shares count as printed; rounding is left out."]


def shares_panel(held: Sequence[Sequence[Any]]) -> Panel:
    """Return the shares that are printed, and an outline for what is not."""
    made: list[dict[str, Any]] = []
    for name, share in held:
        bar = {"colour": "named", "from": 0, "to": share, "label": f"{write(share)} %"}
        made.append({"name": name, "bars": [bar]})
    left = left_of(held)
    rest = {"colour": "list", "from": 0, "to": left, "label": f"{fixed(left, 1)} %"}
    made.append({"name": "Not named", "bars": [rest | {"hollow": True}]})
    return {"form": "bars", "heading": "Share of the market", "unit": "%", "decimals": 1} | {
        "min": 0,
        "max": 100,
        "rows": made,
    }


def _bands(alone: Ends | None, ends: Ends | None) -> list[tuple[str, str, Ends | None]]:
    if ends == alone:
        return [("The list alone", "band", alone)]
    return [("The list alone", "list", alone), ("As assumed", "band", ends)]


def band_panel(
    alone: Ends | None, ends: Ends | None, guess: Mapping[str, float], *, covered: bool
) -> Panel:
    """Return the band of the list, that of the assumptions, and the guess as an outline."""
    made: list[dict[str, Any]] = []
    for name, colour, pair in [] if covered else _bands(alone, ends):
        bar = {"colour": colour, "from": pair[0], "to": pair[1]} if pair else {}
        label = f"{fixed(pair[0], 0)} to {fixed(pair[1], 0)}" if pair else ""
        bars = [bar | {"label": label}] if pair else []
        made.append({"name": name, "bars": bars} | ({} if pair else {"note": "no market fits"}))
    if len(guess) == 2:
        low, high = sorted(guess.values())
        bar = {"colour": "list", "from": low, "to": high, "label": span(guess), "hollow": True}
        made.append({"name": "Your guess", "bars": [bar]})
    elif covered:
        made.append({"name": "Your guess", "bars": [], "note": "type both ends"})
    return {"form": "bars", "heading": "Index of concentration, points", "unit": ""} | {
        "decimals": 0,
        "min": 0,
        "max": 10_000,
        "rows": made,
    }


def table(
    held: Sequence[Sequence[Any]], bands: Sequence[tuple[str, str, Ends | None]]
) -> dict[str, Any]:
    """Return shares and bands as rows of two ends."""
    shares = [[name, fixed(share, 1), fixed(share, 1)] for name, share in held]
    left = fixed(left_of(held), 1)
    points = [[name, *(fixed(end, 0) for end in pair or ())] for name, _, pair in bands]
    cells = [*shares, ["Not named", left, left], *(row + [""] * (3 - len(row)) for row in points)]
    return {"head": ["What", "Lowest", "Highest"], "rows": [{"cells": row} for row in cells]}

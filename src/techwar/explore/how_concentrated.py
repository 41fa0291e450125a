"""The explorer *How concentrated?*: between which bounds the index of a market must lie."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd

from techwar.data import source_line
from techwar.data.wording import capital, write
from techwar.explore.concentration import Ends, bounds, sums, tenths
from techwar.explore.controls import Control, Dropdown, ExplorerError, Slider
from techwar.explore.explorer import HERE, Explorer, Guess
from techwar.explore.market_lists import DAY, TOP_LISTS, definitions, fences, lists, rows
from techwar.explore.scene import Panel, Scene, bar_panel, fixed, part

OPENING = "professional-video-surveillance-equipment-world-ihs-markit-by-year"
#: How many firms share what is not named: an assumption; 0 for any number.
FIRMS = {"any": 0, "50": 50, "20": 20, "10": 10, "5": 5}


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
            title = f"{fence.title.removesuffix(', by year')}, {one['period']}"
            found[slug] = one | {"title": title}
    return found


def _newest(slug: str) -> dict[str, Any] | None:
    for one in lists()[slug]:  # the newest period first
        early = [entry for entry in one["sellers"] if entry[5]]
        held = [(entry[0], entry[2]) for entry in early if entry[1] == "firm"]
        if held:
            top = fences()[slug].publisher in TOP_LISTS and one["own"] and len(held) >= 5
            together = [(entry[0], entry[2]) for entry in early if entry[1] == "largest firms"]
            named = {"held": held, "top": top, "together": together}
            return named | {"period": one["period"], "edition": one["edition"]}
    return None


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
            guess=Guess(fields, "points", 0, 10_000, "type a lower and an upper end"),
            guess_first=guess_first,
            colours={"named": "#3f4a5a", "band": "#b45309", "list": "#828c9a"},
            data={slug: shown(slug) for slug in markets()},
        )

    def guessed(self, end: str) -> float | None:
        """Return one end of the guess, "low" or "high", or None."""
        return (self.guess or {}).get(end)

    def ends(self) -> Ends | None:
        """Return both ends of the index as the explorer stands; None where no market fits."""
        squares, left, most = self.spec["data"][self.shown["market"]]["sums"]
        limit = min(most, tenths(self.shown["largest"]))
        return bounds(squares, left, limit, FIRMS[self.shown["firms"]])

    def rows(self) -> pd.DataFrame:
        """Return the rows of the list that is shown."""
        return _rows(self.shown["market"])

    def drawn(self) -> Scene:
        """Return the shares that are printed, and the band; covered, only the shares."""
        one, ends = self.spec["data"][self.shown["market"]], self.ends()
        guess = sorted((self.guess or {}).values())
        squares, left, most = one["sums"]
        alone = bounds(squares, left, most)
        limit, firms = tenths(self.shown["largest"]), FIRMS[self.shown["firms"]]
        given, short = ("", "") if ends == alone else assumed(limit if limit < most else 0, firms)
        bands = [("The list alone", "list" if given else "band", alone)]
        bands += [(short, "band", ends)] if given else []
        ask = "between which two numbers must its index of concentration lie?"
        return {
            "title": f"{one['title']}: {ask if self.covered else finding(ends, given)}",
            "subtitle": one["subtitle"],
            "source": one["source"],
            "sentence": told(ends, given, guess),
            "notes": one["notes"],
            "panels": [one["panel"], band_panel([] if self.covered else bands, guess)],
        }


def _rows(slug: str) -> pd.DataFrame:
    one, table = markets()[slug], rows()
    same = (table["fence"] == slug) & (table["period"] == one["period"])
    same &= (table["edition"] == one["edition"]) & (table["known_since"] <= DAY)
    found: pd.DataFrame = table[same]
    return found


def shown(slug: str) -> dict[str, Any]:
    """Return what of a list is the same in every state: words, shares, and their `sums`."""
    one = markets()[slug]
    totals = sums([share for _, share in one["held"]], top=one["top"])
    rows = [
        {"name": name, "bars": [part("named", 0, share, f"{share:.1f} %")]}
        for name, share in [*one["held"], ("Not named", totals[1] / 10)]
    ]
    rows[-1]["bars"][0]["hollow"] = True
    notes = [
        f"The list also gives {name} together, {write(share)} %; the band does not use it."
        for name, share in one["together"]
    ]
    if one["top"]:
        name, share = one["held"][-1]
        notes.append(f"A list of the largest: nobody left out is above {name}, {write(share)} %.")
    return {
        "title": one["title"],
        "subtitle": f"{definitions()[slug]}; shares in per cent, index in points",
        "source": source_line(_rows(slug)),
        "notes": [*notes, "Shares count as printed; rounding is left out."],
        "sums": totals,
        "panel": bar_panel("Share of the market", rows, 100, unit="%", decimals=1),
    }


def assumed(limit: int, firms: int) -> tuple[str, str]:
    """Return what is assumed of the firms that are not named, in words and as a bar's name.

    `limit` is the most that one holds, in tenths of a per cent, `firms` their number; 0 for none.
    """
    held = write(limit / 10)
    each = [f"no firm not named holds more than {held} %", f"at most {held} % each"]
    many = [f"at most {firms} firms are not named", f"at most {firms} firms"]
    parts = [*([each] if limit else []), *([many] if firms else [])]
    return " and ".join(part[0] for part in parts), f"If {', '.join(part[1] for part in parts)}"


def finding(ends: Ends | None, given: str) -> str:
    """Return what is known of the index, and if what, without a stop."""
    if ends is None:
        return "no market fits these assumptions"
    known = f"the index lies between {span(ends, 0).replace(' to ', ' and ')}"
    return f"if {given}, {known}" if given else known


def told(ends: Ends | None, given: str, guess: Sequence[float]) -> str:
    """Return the band in words, in equal firms, and how a guess lies beside it."""
    if ends is None:
        return "No market is like that: so few firms, so small, cannot hold all that is left."
    low, high = ends
    equal = span((10_000 / high, 10_000 / low), 1)
    words = f"{capital(finding(ends, given))}: as concentrated as {equal} equal firms."
    if len(guess) < 2:
        return words
    if guess[0] <= low and high <= guess[1]:
        beside = "holds the whole band"
    elif guess[1] < low or high < guess[0]:
        beside = "misses the band"
    else:
        beside = "leaves a part of the band out"
    return f"{words} Your guess of {span(guess)} {beside}."


def span(ends: Sequence[float], decimals: int | None = None) -> str:
    """Return both ends in words, with so many decimals or as they were typed."""
    return " to ".join(write(end) if decimals is None else fixed(end, decimals) for end in ends)


def band_panel(bands: Sequence[tuple[str, str, Ends | None]], guess: Sequence[float]) -> Panel:
    """Return the band of the list, that of the assumptions, and the guess as an outline."""
    rows: list[dict[str, Any]] = [
        {"name": name, "bars": [part(colour, ends[0], ends[1], span(ends, 0))]}
        if ends
        else {"name": name, "bars": [], "note": "no market fits"}
        for name, colour, ends in bands
    ]
    if len(guess) == 2:
        outline = part("list", guess[0], guess[1], span(guess)) | {"hollow": True}
        rows.append({"name": "Your guess", "bars": [outline]})
    elif not bands:
        rows.append({"name": "Your guess", "bars": [], "note": "type both ends"})
    return bar_panel("Index of concentration, points", rows, 10_000)

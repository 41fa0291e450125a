"""The explorer *Market shares*: who is named with which part of a market, and who is not."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from techwar.data import source_line, sources
from techwar.explore.controls import Checkboxes, Control, Dropdown, ExplorerError
from techwar.explore.explorer import DRAW_A_LINE, HERE, Explorer, Guess
from techwar.explore.market_lists import (
    BREAKS,
    DAY,
    TOP_LISTS,
    definitions,
    fences,
    known,
    lists,
    rows,
)
from techwar.explore.market_scenes import (
    GROUPS,
    GUESSED,
    List,
    asking,
    bars_panel,
    bounded,
    compared,
    gaps,
    lines_panel,
    moved,
    sentence_title,
    told,
    with_bounds,
    with_guess,
)
from techwar.explore.scene import Scene
from techwar.figures import firm_colours

WHEN = {"2019": "known by 22 May 2019", "all": "known later, too"}
VIEWS = {"one": "one list", "two": "two lists", "time": "over the years"}
OPENING = "smartphones-world-idc-by-year"
MOST_FIRMS = 6
CODES = {"firm": "f", "firms together": "t", "largest firms": "l", "others": "o"}


def market_shares(
    market: str = OPENING,
    *,
    guess: str | None = None,
    later: bool = True,
    **state: Any,
) -> "MarketShares":
    """Open the explorer at a market, or with a firm's share after 2018 as a line to draw.

    Args:
        market: one publisher's market, such as "smartphones-china-idc-by-year".
        later: whether rows known only after 22 May 2019 may be asked for; without them the
            page does not hold them at all.
        guess: a firm whose published shares after 2018 are hidden until they were guessed.
        state: other controls: `known` ("2019" or "all"), `view` ("one", "two", "time"),
            `list` and `beside` (as "2018 (release 2019-01)"), `firms`.

    Raises:
        ExplorerError: where the market, the firm or a state is none that can be shown.
    """
    if market not in fences():
        raise ExplorerError(f"There is no market {market!r}; there are: {', '.join(fences())}.")
    if guess is not None:
        named = _firms(market, "2019")
        if guess not in named:
            raise ExplorerError(f"{guess!r} is named in no list by 2019: {', '.join(named)}.")
        state = {"known": "all", "view": "time", "firms": [guess]} | state
    elif "known" not in state and market not in _markets("2019"):
        state = {"known": "all"} | state
    return MarketShares({"market": market} | state, guess, later=later)


def _offered(market: str, when: str) -> list[List]:
    """Return the lists of a market that name a seller, with the rows that were known then."""
    found: list[List] = [
        {**one, **{part: known(one[part], when) for part in ("sellers", "others")}}
        for one in lists()[market]
    ]
    return [one for one in found if one["sellers"]]


def _markets(when: str) -> dict[str, str]:
    return {
        slug: f"{fence.title} ({fence.publisher})"
        for slug, fence in fences().items()
        if _offered(slug, when)
    }


def _firms(market: str, when: str) -> list[str]:
    """Return the firms that are named in the lists of a market, the newest list first."""
    entries = [entry for one in _offered(market, when) for entry in one["sellers"]]
    return list(dict.fromkeys(entry[0] for entry in entries if entry[1] not in GROUPS)) or list(
        dict.fromkeys(entry[0] for entry in entries)
    )


def controls(*, later: bool = True) -> list[Control]:
    """Return the controls: what was known, the market, the view, then lists or firms."""
    when_known = WHEN if later else {"2019": WHEN["2019"]}
    pairs = [(when, market) for when in when_known for market in _markets(when)]
    offered = {pair: [one["id"] for one in _offered(pair[1], pair[0])] for pair in pairs}

    def offers(values: Mapping[tuple[str, str], Sequence[str]]) -> dict[str, dict[str, str]]:
        return {" ".join(pair): {value: value for value in values[pair]} for pair in pairs}

    ids = offers(offered)
    markets = {when: _markets(when) for when in when_known}
    firms = {pair: _firms(pair[1], pair[0]) for pair in pairs}
    depends = "known market"
    return [
        Dropdown("known", "Rows", {"": when_known}, "2019"),
        Dropdown("market", "Market", markets, OPENING, "known", from_data=True),
        Dropdown("view", "Show", {"": VIEWS}, "one"),
        Dropdown("list", "List", ids, "", depends, ("view", ("one", "two")), from_data=True),
        # The list before the newest, so that two different ones stand side by side.
        Dropdown("beside", "Beside it", ids, "", depends, ("view", ("two",)), place=1, like="list"),
        Checkboxes(
            "firms",
            "Firms",
            offers(firms),
            (),
            depends,
            most=MOST_FIRMS,
            only=("view", ("time",)),
            from_data=True,
        ),
    ]


class MarketShares(Explorer):
    """The explorer *Market shares*; made by `market_shares`."""

    _esm = HERE / "static" / "market_shares.js"
    name = "market-shares"

    def __init__(
        self, state: Mapping[str, object], guess: str | None, *, later: bool = True
    ) -> None:
        """Open with the newest list that was known by 22 May 2019, or as `state` says."""
        table = rows() if later else rows()[rows()["known_since"] <= DAY]
        here = {name: fence for name, fence in fences().items() if name in set(table["fence"])}
        when = "all" if later else "2019"
        cited = set(table["source_id"])
        holders = list(dict.fromkeys(table["holder"]))
        groups = dict.fromkeys(holders, firm_colours(["Apple"])["Apple"])
        firms = firm_colours(table.loc[table["holder_kind"] == "firm", "holder"].unique())
        asked = Guess(
            {str(year): str(year) for year in GUESSED},
            "%",
            0,
            100,
            DRAW_A_LINE,
            1,
        )
        super().__init__(
            controls(later=later),
            state,
            title="Market shares",
            guess=asked if guess else None,
            guess_first=guess is not None,
            colours=groups | firms,
            data={
                "fences": {
                    slug: [fence.title, fence.publisher, definitions()[slug], fence.market]
                    for slug, fence in here.items()
                },
                "lists": {
                    slug: [_packed(one, holders) for one in _offered(slug, when)] for slug in here
                },
                "known": list(WHEN) if later else ["2019"],
                "holders": holders,
                "sources": [one.short if one.id in cited else "" for one in sources(rows())],
                "top": TOP_LISTS,
                "breaks": BREAKS if later else [],
                "guessed": guess,
            },
        )

    @property
    def _when(self) -> str:
        """What is drawn of the rows: those known by 22 May 2019, or all."""
        return "2019" if self.covered else str(self.state["known"])

    def _lists(self) -> list[List]:
        state = self.shown
        offered = _offered(state["market"], self._when)
        if state["view"] == "time":
            return offered
        wanted = [state["list"], *([state["beside"]] if state["view"] == "two" else [])]
        by_id = {one["id"]: one for one in offered}
        return [by_id[name] for name in dict.fromkeys(wanted)]

    def rows(self) -> pd.DataFrame:
        """Return the rows of `market_share` that the picture rests on."""
        table, state = rows(), self.shown
        lists_of = table["period"] + " (release " + table["edition"] + ")"
        drawn = table["fence"] == state["market"]
        drawn &= lists_of.isin([one["id"] for one in self._lists()])
        if self._when == "2019":
            drawn &= table["known_since"] <= DAY
        if state["view"] == "time":
            drawn &= table["holder"].isin(state["firms"])
        found: pd.DataFrame = table.loc[drawn]
        return found

    def drawn(self) -> Scene:
        """Return one list or two as bars, or the lists of some firms over the years."""
        market = self.shown["market"]
        return {
            "subtitle": f"{definitions()[market]}; per cent; {WHEN[self._when]}",
            "source": source_line(self.rows()),
            **(self._over_time() if self.shown["view"] == "time" else self._bars()),
        }

    def _bars(self) -> Scene:
        shown = self._lists()
        fence = fences()[self.shown["market"]]
        words = compared if len(shown) == 2 else told
        return {
            "panels": [bars_panel(shown)],
            **words(fence.title, fence.publisher, shown),
        }

    @property
    def _asked(self) -> bool:
        """Whether the state is the one in which a line was to be drawn."""
        opening, state = self.spec["opening"], self.shown
        firm = self.spec["data"]["guessed"]
        same = (state["market"], state["firms"]) == (opening["market"], [firm])
        return same and (self.covered or state["known"] == "all")

    def _over_time(self) -> Scene:
        shown, firms, covered = self._lists(), self.shown["firms"], self.covered
        fence, firm = fences()[self.shown["market"]], self.spec["data"]["guessed"]
        breaks = BREAKS if self._when == "all" else ()
        panel = lines_panel(shown, firms, fence.market, covered=covered, breaks=breaks)
        notes = [f"Points joined by a line stand in one release of {fence.publisher}."]
        guess = (self.guess or {}) if self._asked else {}
        if self._asked:
            with_guess(panel, firm, guess, covered)
        if covered:
            title = asking(fence.title, fence.publisher, firm)
            return {"panels": [panel], "notes": notes, "title": title}
        limits = bounded(shown, firm, fence.publisher) if self._asked else {}
        notes += with_bounds(panel, firm, limits)
        sentence = moved(shown, firms, fence.publisher)
        if guess:
            sentence = f"{gaps(shown, firm, guess, limits)} {sentence}"
        title = f"{fence.title}: {sentence_title(shown, firms)}"
        return {"panels": [panel], "notes": notes, "title": title, "sentence": sentence}


def _packed(one: List, holders: Sequence[str]) -> list[Any]:
    """Return a list as the browser gets it, its rows in one text: "3f28.7r41+"."""
    rows = [
        f"{holders.index(name)}{CODES[kind]}{value:g}{figure[0]}{place}{'+' if early else '-'}"
        for name, kind, value, figure, place, early in [*one["sellers"], *one["others"]]
    ]
    return [one["period"], one["edition"], one["x"], "".join(rows)]

"""The explorer *Company comparison*: firms beside each other, by two measures or over years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from techwar.explore.company_data import ALL, DAY, FIRST_YEAR, by_firm, material
from techwar.explore.company_model import (
    ARTICLE,
    BY_NAME,
    EVERY,
    OTHERS,
    PERCENT,
    median,
    open_ends,
)
from techwar.explore.company_scene import (
    ARTICLE_WORDS,
    GUESS_MAX,
    OTHER_WORDS,
    groups,
    measured,
    middles,
    scene,
)
from techwar.explore.controls import (
    Checkboxes,
    Control,
    Dropdown,
    ExplorerError,
    Slider,
    check_state,
)
from techwar.explore.explorer import HERE, Explorer, Guess
from techwar.explore.scene import Scene
from techwar.figures import firm_colours

#: Words, unit and decimals of each measure.
MEASURES = {
    "research": ("R&D as part of revenue", "%", 1),
    "growth": ("Growth of revenue", "%", 1),
    "margin": ("Net profit as part of revenue", "%", 1),
    "abroad": ("Part of revenue from abroad", "%", 1),
    "revenue": ("Revenue", "", 1),
    "founded": ("Founding year", "", 0),
    "listed": ("Year of the first entry on a US list", "", 0),
    "index": ("Revenue as an index", "", 0),
}
IN_A_YEAR = [key for key in MEASURES if key != "index"]
OVER_YEARS = ["index", "revenue", "growth", "margin", "research", "abroad"]
VIEWS = {
    "dots": "dots: two measures",
    "bars": "list: one measure",
    "lines": "lines: over years",
}
CURRENCIES = {
    "CNY": "yuan",
    "EUR": "euros",
    "KRW": "won",
    "SEK": "Swedish kronor",
    "USD": "US dollars",
}
NOTES = {
    "margin": "Profit is that of the owners where it is printed, else that of the whole firm; "
    "accounting standards differ.",
    "research": "R&D that was booked as an expense, divided by revenue.",
    "founded": "A founding year may be that of a predecessor.",
    "listed": "A firm may have been taken off the list since.",
    "usd": "US dollars at the average rate of the calendar year (US Federal Reserve).",
    "year": "Reported figures of whole firms; each labels its fiscal year itself, "
    "and some end in January.",
    "copy": f"A source with a later date is the copy that we read; each figure was public by {DAY} "
    "(column known_since).",
    "names": "Where names would touch, a dot stands without one; the table of numbers has it.",
}
#: A guess belongs to these values; with others it is not shown.
ASKED = ("view", "firms", "names", "across", "year", "currency", "known")
YEAR = 2018
SOME = ("hikvision", "dahua", "intel")


def compare_companies(
    *,
    firms: str | Iterable[str] = EVERY,
    view: str = "dots",
    across: str = "",
    up: str = "growth",
    year: int = YEAR,
    base: int = FIRST_YEAR,
    currency: str = "reported",
    scale: str = "linear",
    known: str = DAY,
    later: bool = True,
    guess_first: bool = False,
) -> CompanyComparison:
    """Open the explorer with some firms and measures.

    Args:
        firms: "article", "others", "every", a segment such as "chips", or a list of firms by
            their id in the table `companies`.
        view: "dots" (one measure against another), "bars" (a list) or "lines" (over years).
        across: the measure: "research" unless another is named, or "index" in lines. One of
            revenue, growth, margin, research, abroad, founded, listed, and index in lines.
        up: the second measure of the dots.
        year: the fiscal year of the figures.
        base: the year that is 100 in an index.
        currency: "reported", or "usd" for US dollars at the average rate of the year.
        scale: "linear", or "log" for amounts and indexes.
        known: "22 May 2019" for what was public by that day, or "all".
        later: whether figures that became public later can be chosen at all.
        guess_first: hide the firms outside the article until their median was guessed; for
            a measure in per cent in the view of dots.

    Raises:
        ExplorerError: where a value is none that the controls can show.
    """
    by_name = not isinstance(firms, str)
    state: dict[str, object] = {
        "known": known,
        "view": view,
        "firms": BY_NAME if by_name else firms,
        "across": across or ("index" if view == "lines" else "research"),
        "up": up,
        "year": year,
        "base": base,
        "currency": currency,
        "scale": scale,
    }
    if by_name:
        state["names"] = list(firms)
    return CompanyComparison(state, later=later, guess_first=guess_first)


def _controls(data: Mapping[str, Any], *, later: bool) -> list[Control]:
    shown = [one for one in data["firms"] if later or one["early"]]
    segments = sorted({name for one in shown for name in one["segments"]})
    chosen = {EVERY: "all firms", ARTICLE: "in the article", OTHERS: "not in the article"}
    chosen |= {name: name for name in segments} | {BY_NAME: "chosen by name"}
    known = {DAY: f"by {DAY}"} | ({ALL: "all"} if later else {})
    last = data["years"][ALL if later else DAY][1]
    measures = {key: MEASURES[key][0] for key in IN_A_YEAR}
    over_years = {key: MEASURES[key][0] for key in OVER_YEARS}
    return [
        Dropdown("view", "View", {"": VIEWS}, "dots"),
        Dropdown("firms", "Firms", {"": chosen}, EVERY),
        Dropdown(
            "across",
            "Measure",
            {"dots": measures, "bars": measures, "lines": over_years},
            "research",
            depends="view",
        ),
        Dropdown("up", "Against", {"": measures}, "growth", only=("view", ("dots",))),
        Slider(
            "year", "Fiscal year", FIRST_YEAR, last, 1, YEAR, "", only=("view", ("dots", "bars"))
        ),
        Slider(
            "base",
            "Year that is 100",
            FIRST_YEAR,
            last,
            1,
            FIRST_YEAR,
            "",
            only=("across", ("index",)),
        ),
        Dropdown(
            "currency",
            "Amounts",
            {"": {"reported": "as reported", "usd": "in US dollars"}},
            "reported",
        ),
        Dropdown(
            "scale",
            "Scale",
            {"": {"linear": "equal steps", "log": "equal factors (log)"}},
            "linear",
            only=("view", ("dots", "lines")),
        ),
        Dropdown("known", "Public", {"": known}, DAY),
        Checkboxes(
            "names",
            "Firms by name",
            {"": {one["id"]: one["label"] for one in shown}},
            SOME,
            least=1,
            most=len(shown),
            only=("firms", (BY_NAME,)),
        ),
    ]


class CompanyComparison(Explorer):
    """The explorer *Company comparison*; made by `compare_companies`."""

    _esm = HERE / "static" / "company_comparison.js"
    name = "company-comparison"

    def __init__(
        self, state: Mapping[str, object], *, later: bool = True, guess_first: bool = False
    ) -> None:
        """Open with the firms, measures and year of `state`."""
        data = {key: value for key, value in material().items() if key != "source_ids"}
        controls = _controls(data, later=later)
        days = data["cells"] if later else [DAY]
        if not later:  # neither a firm nor a publication of later days may be read off the page
            cited = {place for cell in data["cells"][DAY].values() for place in cell[2]}
            shelf = enumerate(data["sources"])
            data["sources"] = [name if place in cited else "" for place, name in shelf]
            data["firms"] = [one for one in data["firms"] if one["early"]]
        data["cells"] = {day: by_firm(data["cells"][day]) for day in days}
        opening = check_state(controls, state)
        data |= {"asks": guess_first, "asked": {key: opening[key] for key in ASKED}}
        data |= {"measures": MEASURES, "currencies": CURRENCIES, "notes": NOTES}
        if guess_first:
            _need_an_answer(data, opening)
        super().__init__(
            controls,
            state,
            title="Company comparison",
            guess=Guess({"guess": "Your guess"}, "%", 0, GUESS_MAX, decimals=1),
            guess_first=guess_first,
            colours=firm_colours(one["label"] for one in data["firms"]),
            data=data,
        )

    @property
    def picture_name(self) -> str:
        """Name of the file with the picture of the opening state: what differs from the usual."""
        usual = check_state(self._controls, {})
        values = [
            "+".join(value) if isinstance(value, list) else f"{value}".replace(" ", "_")
            for key, value in self.spec["opening"].items()
            if value != usual[key]
        ]
        covered = ["covered"] if self.spec["guess_first"] else []
        return "-".join([self.name, *values, *covered]) + ".svg"

    def drawn(self) -> Scene:
        """Return what the explorer shows as it stands, the answer left out while it is covered."""
        return scene(self.spec["data"], self.shown, self.guess, covered=self.covered)

    def medians(self) -> tuple[float | None, float | None]:
        """Return the median of the measure for firms in the article, and for the others.

        In the fiscal year of the state; None where no firm has a figure, and for the
        others while they are covered.
        """
        found = groups(measured(self.spec["data"], self.state, self.state["across"]))
        of = {words: median(values) for words, _, values in found}
        return of.get(ARTICLE_WORDS), None if self.covered else of.get(OTHER_WORDS)

    def median_ranges(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return both ends of each median that the firms without a figure leave open.

        For firms in the article, then for the others: once with all that is missing below
        every figure, once above. An end is infinite where so many are missing that nothing
        holds the median, or where there is no firm, or while the answer is covered.
        """
        found = groups(measured(self.spec["data"], self.state, self.state["across"]))
        of = {words: open_ends(values, len(members)) for words, members, values in found}
        nothing = open_ends([], 1)
        outside = nothing if self.covered else of.get(OTHER_WORDS, nothing)
        return of.get(ARTICLE_WORDS, nothing), outside

    def rows(self) -> pd.DataFrame:
        """Return the sources of the figures that are drawn, one a row."""
        return pd.DataFrame({"source_id": [_ids()[place] for place in self.scene()["cites"]]})


def _ids() -> list[str]:
    return list(material()["source_ids"])


def _need_an_answer(data: Mapping[str, Any], state: Mapping[str, Any]) -> None:
    """Refuse to ask for a median that is not there to be shown."""
    if state["view"] == "dots" and state["across"] in PERCENT:
        asked = measured(data, state, state["across"])
        if len(middles(asked)) == len(groups(asked)) == 2:
            return
    raise ExplorerError(
        "Nothing can be guessed first here: choose view='dots', a measure in per cent "
        f"({', '.join(PERCENT)}), and firms both in the article and outside it with a figure."
    )

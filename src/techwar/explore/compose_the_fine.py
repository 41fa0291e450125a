"""The explorer *Compose the fine*: which parts are counted, and the total that comes out."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd

from techwar.data import as_of, load, printed_range, source_line
from techwar.data.days import in_words
from techwar.data.wording import capital, write
from techwar.explore.controls import Checkboxes, ExplorerError
from techwar.explore.explorer import HERE, Explorer, Guess
from techwar.explore.scene import Panel, Scene, bar_panel, beside_guess, fixed, guessed, part

DAY = "2019-05-22"
#: What each part is called in the picture.
LABELS = {
    "zte-2017-doj": "2017 Justice",
    "zte-2017-bis-payable": "2017 BIS, payable",
    "zte-2017-bis-suspended": "2017 BIS, suspended",
    "zte-2017-ofac": "2017 OFAC",
    "zte-2018-bis-fine": "2018 BIS, payable",
    "zte-2018-bis-escrow": "2018 BIS, escrow",
}
#: As long as the longest of the labels, so that both axes begin at one place.
SUM = "sum of ticked parts"
FIRST, SECOND = "us-zte-settlement-2017", "us-zte-superseding-settlement-2018"
UNIT = "billion US dollars"
#: The right end of the axis, in billions: a little more than all parts together.
MOST = 2.8
COLOURS = {"printed": "#828c9a", "sum": "#0f766e", "first": "#3f4a5a", "second": "#b45309"}


def compose_the_fine(
    parts: str | Sequence[str] = "paid", *, guess_first: bool = False
) -> "ComposeTheFine":
    """Open the explorer on some parts of what was agreed with ZTE in 2017 and 2018.

    Args:
        parts: a named total ("agreed 2017", "payable 2017", "agreed 2018", "payable 2018",
            "paid", "paid or escrow"), or a list of ids of the table `penalties`.
        guess_first: hide the total, which has to be a named one, until it was guessed.

    Raises:
        ExplorerError: where there is no such total or part, or a guess has no name.
    """
    totals = {key: ids for key, _, ids in material()["totals"]}
    if isinstance(parts, str) and parts not in totals:
        raise ExplorerError(f"There is no total {parts!r}: choose one of {', '.join(totals)}.")
    chosen = totals[parts] if isinstance(parts, str) else list(parts)
    if guess_first and not isinstance(parts, str):
        raise ExplorerError("A guess needs a total with a name: parts='paid', for one.")
    return ComposeTheFine({"parts": chosen}, guess_first=guess_first)


@cache
def material() -> dict[str, Any]:
    """Return the parts with amount and state, the totals with a name, and what P8 prints."""
    rows = as_of(load("penalties"), DAY)
    states = as_of(load("penalty_states"), DAY).sort_values("since", kind="stable")
    last = states.drop_duplicates("penalty_id", keep="last").set_index("penalty_id")
    state, since = rows["id"].map(last["state"]), last["since"][last["state"] == "paid"].max()
    ended = in_words(since.date())
    first = rows["measure_id"] == FIRST
    second = rows["measure_id"] == SECOND
    named = {
        "agreed 2017": ("what was agreed in 2017", first),
        "payable 2017": (
            "what was agreed in 2017, without the suspended part",
            first & (state == "paid"),
        ),
        "agreed 2018": ("what was agreed in 2018", second),
        "payable 2018": ("what was agreed in 2018, without the escrow", second & (state == "paid")),
        "paid": (f"what was called paid by {ended}, of both settlements", state == "paid"),
        "paid or escrow": (
            f"what was paid or in escrow by {ended}, of both settlements",
            state.isin(["paid", "in escrow"]),
        ),
    }
    claim = load("claims").set_index("id").loc["c18"]
    printed = float(str(claim["figures"]).split()[0])
    return {
        "parts": [
            [one, LABELS[one], "first" if early else "second", value]
            for one, early, value in zip(rows["id"], first, rows["value"], strict=True)
        ],
        "totals": [[key, words, list(rows["id"][mask])] for key, (words, mask) in named.items()],
        "printed": [printed, *printed_range(printed)],
        "most": MOST,
        "sum": SUM,
    }


def total(ids: Sequence[str]) -> float:
    """Return what some parts come to, in billions."""
    return float(sum(value for one, _, _, value in material()["parts"] if one in ids)) / 1000


def name_of(ids: Sequence[str]) -> str:
    """Return what a set of parts is called, or nothing."""
    return next((words for _, words, of in material()["totals"] if of == list(ids)), "")


def fits(amount: float) -> bool:
    """Tell whether an amount, in billions, can be printed as P8 prints it."""
    _, low, high = material()["printed"]
    return bool(low <= amount <= high)


def finding(ids: Sequence[str]) -> str:
    """Return the title of the picture."""
    words = name_of(ids) or f"{len(ids)} of {len(LABELS)} parts together"
    return f"{capital(words)}: {fixed(total(ids), 2)} {UNIT}"


def told(ids: Sequence[str]) -> str:
    """Return what a state shows in words."""
    can = "can" if fits(total(ids)) else "cannot"
    words = f"{finding(ids)}. This {can} be printed as {write(material()['printed'][0])}."
    unnamed = " It is neither a settlement nor another of the totals that we name."
    return words + ("" if name_of(ids) else unnamed)


def together(ids: Sequence[str], guess: float | None) -> Panel:
    """Return P8's amount with its rounding, and the total below it."""
    printed, low, high = material()["printed"]
    amount = total(ids)
    bar = part("printed", 0, printed, write(printed)) | {"low": low, "high": high}
    rows = [
        {"name": "printed in P8", "bars": [bar]},
        {"name": SUM, "bars": [part("sum", 0, amount, fixed(amount, 2))]},
    ]
    return bar_panel(f"Together, {UNIT}", rows, MOST, decimals=2, guess=guessed(guess, 1))


def one_by_one(ids: Sequence[str]) -> Panel:
    """Return the parts that count, each beginning where the one before ends."""
    rows: list[dict[str, Any]] = []
    before = 0.0
    for one, name, colour, value in material()["parts"]:
        if one not in ids:
            rows.append({"name": name, "bars": [], "note": "left out"})
            continue
        after = before + value / 1000
        bar = part(colour, before, after, fixed(value / 1000, 2))
        rows.append({"name": name, "bars": [bar]})
        before = after
    return bar_panel(f"Part by part, {UNIT}", rows, MOST, decimals=2)


class ComposeTheFine(Explorer):
    """The explorer *Compose the fine*; made by `compose_the_fine`."""

    _esm = HERE / "static" / "compose_the_fine.js"
    name = "compose-the-fine"

    def __init__(self, state: Mapping[str, object], *, guess_first: bool) -> None:
        """Open with the parts of `state` ticked."""
        subtitle = f"Parts of two settlements with ZTE, {UNIT}; as known on 22 May 2019"
        super().__init__(
            [Checkboxes("parts", "Parts that count", {"": LABELS}, [*LABELS])],
            state,
            title="Compose the fine",
            guess=Guess({"guess": "Your guess"}, UNIT, 0, MOST, decimals=1),
            guess_first=guess_first,
            colours=COLOURS,
            data=material()
            | {"unit": UNIT, "subtitle": subtitle, "source": source_line(self.rows())},
        )

    def drawn(self) -> Scene:
        """Return the total beside what P8 prints, and the parts."""
        data, ids, asked = self.spec["data"], self.shown["parts"], self.spec["opening"]["parts"]
        guess = self.guess if ids == asked else None
        return {
            "question": f"{capital(name_of(asked))}: how many {UNIT}?",
            "title": finding(ids),
            "subtitle": data["subtitle"],
            "source": data["source"],
            "sentence": told(ids) + beside_guess(guess, total(ids), unit=UNIT, decimals=2),
            "panels": [together(ids, guess), one_by_one(ids)],
        }

    def rows(self) -> pd.DataFrame:
        """Return the parts, their states and the claim of P8."""
        claims = load("claims")
        states = as_of(load("penalty_states"), DAY)
        return pd.concat([as_of(load("penalties"), DAY), states, claims[claims["id"] == "c18"]])

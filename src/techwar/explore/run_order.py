"""The explorer *Run order*: what three cells show, and what the kernel knows, after some steps."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from techwar.data.wording import write
from techwar.explore.controls import Control, Dropdown, ExplorerError, Slider
from techwar.explore.explorer import HERE, Explorer, Guess
from techwar.explore.run_order_model import (
    ASKED,
    BEFORE,
    CELLS,
    EDITED,
    RESTART,
    Page,
    codes,
    from_the_top,
    page_after,
)
from techwar.explore.scene import DESCRIBE, TABLE, Panel, Scene, fixed
from techwar.figures import Finding

SOURCE = "Practice numbers of this course; no data."
NOTHING = "none"
STEPS = {
    "step_1": "First step",
    "step_2": "Second step",
    "step_3": "Third step",
    "step_4": "Fourth step",
}
OPTIONS = {NOTHING: "nothing", **{cell: f"run cell {cell}" for cell in CELLS}, RESTART: "restart"}


def run_order(
    steps: str = " ".join(ASKED), *, market: float = EDITED, guess_first: bool = True
) -> "RunOrder":
    """Open the explorer on a page whose first cell was edited, and some steps after that.

    Args:
        steps: up to four, as in "1 3" or "restart 1 2 3": a cell by its number, or `restart`.
        market: what cell 1 says after the edit, 10 to 400 in steps of 10.
        guess_first: hide what the steps lead to until it was guessed.

    Raises:
        ExplorerError: where a step or the number is none that the controls can show.
    """
    asked = steps.split()
    if len(asked) > len(STEPS):
        raise ExplorerError(f"{steps!r} has {len(asked)} steps: give {len(STEPS)} at most.")
    chosen = dict(zip(STEPS, asked + [NOTHING] * len(STEPS), strict=False))
    return RunOrder({"market": market, **chosen}, guess_first=guess_first)


def compare_orders(*orders: str, market: float = EDITED) -> pd.DataFrame:
    """Return what some orders of steps lead to, one row each, as in `compare_orders("1 3", "3")`.

    Columns: the order; what the kernel then holds as `market` and `added`; what cell 3 shows;
    what the page gives from the top, in a fresh kernel. What is not there is missing.
    """
    fresh = from_the_top(market).shown
    rows = []
    for order in orders:
        page = page_after(market, order.split())
        held = [page.memory[name].value if name in page.memory else None for name in NAMES]
        rows.append([order, *held, page.shown, fresh])
    return pd.DataFrame(rows, columns=["order", *NAMES, "cell 3 shows", "from the top"])


NAMES = ("market", "added")


def steps_of(state: Mapping[str, Any]) -> list[str]:
    """Return the steps that a state asks for, in their order."""
    return [state[key] for key in STEPS if state[key] != NOTHING]


def _named(steps: Sequence[str]) -> str:
    named = ["restart" if step == RESTART else f"cell {step}" for step in steps]
    return ", then ".join(named) or "nothing"


def question(state: Mapping[str, Any]) -> str:
    """Return what is asked while the answer is covered."""
    return (
        f"The page was run from the top with market = {BEFORE}. Then cell 1 was changed to "
        f"{codes(state['market'])[0]}, and these are run: {_named(steps_of(state))}. "
        "What does cell 3 show then?"
    )


def finding(state: Mapping[str, Any], page: Page) -> str:
    """Return the title of the picture."""
    return (
        f"Practice: cell 3 shows {page.outputs[2].split(':')[0]}; "
        f"from the top, this page gives {from_the_top(state['market']).outputs[2]}"
    )


def result(state: Mapping[str, Any], page: Page, guess: float | None) -> str:
    """Return what the steps led to, and how far a guess is from it."""
    shown, fresh = page.outputs[2], from_the_top(state["market"]).outputs[2]
    same = "the same" if shown == fresh else "not the same"
    words = (
        f"Run after the change: {_named(steps_of(state))}. Cell 3 shows {shown}; "
        f"from the top, this page gives {fresh}: {same}."
    )
    if guess is None or page.shown != page.shown:  # an error is no number to compare with
        return words
    gap = guess - page.shown
    size = fixed(abs(gap), 1)
    far = "is right" if size == "0.0" else f"is {size} too {'low' if gap < 0 else 'high'}"
    return f"{words} Your guess of {write(guess)} {far}."


def _panel(page: Page, market: float, *, covered: bool) -> Panel:
    cells = [
        {"counter": counter, "code": code, "output": output}
        for counter, code, output in zip(page.counters, codes(market), page.outputs, strict=True)
    ]
    memory = [[name, str(page.memory[name])] for name in NAMES if name in page.memory]
    when = "Before the steps" if covered else "After the steps"
    return {"form": "page", "heading": when, "cells": cells, "memory": memory}


def _describe(panel: Panel) -> str:
    told = []
    for place, cell in enumerate(panel["cells"], 1):
        shows = f", which shows {cell['output']}" if cell["output"] else ""
        told.append(f"cell {place}, counter {cell['counter']}: {cell['code']}{shows}")
    held = ", ".join(f"{name} = {value}" for name, value in panel["memory"])
    return f"{panel['heading']}: {'; '.join(told)}. The kernel knows {held or 'no name'}"


def _table(panel: Panel) -> dict[str, Any]:
    rows = [
        {
            "group": "On the page",
            "cells": [f"Cell {place} [{cell['counter']}]", cell["code"], cell["output"] or None],
        }
        for place, cell in enumerate(panel["cells"], 1)
    ]
    rows += [
        {"group": "In the kernel", "cells": [name, value, None]} for name, value in panel["memory"]
    ]
    return {"head": ["Place", "Text or value", "Shows"], "rows": rows}


DESCRIBE["page"], TABLE["page"] = _describe, _table


class RunOrder(Explorer):
    """The explorer *Run order*; made by `run_order`."""

    _esm = HERE / "static" / "run_order.js"
    name = "run-order"

    def __init__(self, state: Mapping[str, object], *, guess_first: bool) -> None:
        """Open with the steps of `state`."""
        opening = dict(zip(STEPS, [*ASKED, NOTHING, NOTHING], strict=True))
        controls: list[Control] = [
            Slider("market", "Cell 1 says market =", 10, 400, 10, opening=EDITED, unit=""),
            *(Dropdown(key, STEPS[key], {"": OPTIONS}, opening[key]) for key in STEPS),
        ]
        super().__init__(
            controls,
            state,
            title="Run order",
            guess=Guess({"guess": "Your guess"}, "", 0, 999, "type a number", decimals=1),
            guess_first=guess_first,
            data={"source": SOURCE, "before": BEFORE, "nothing": NOTHING, "restart": RESTART},
        )

    def drawn(self) -> Scene:
        """Return what the explorer shows as it stands, the answer left out while it is covered."""
        state, covered = self.shown, self.covered
        page = page_after(state["market"], [] if covered else steps_of(state))
        return {
            "title": question(state) if covered else finding(state, page),
            "subtitle": "Three cells, the counters beside them, and the names in the kernel",
            "source": SOURCE,
            "sentence": result(state, page, self.guess),
            "panels": [_panel(page, state["market"], covered=covered)],
        }

    def picture(self) -> Finding:
        """Return the picture as it stands, as a chart that can be kept."""
        from techwar.explore.run_order_picture import draw

        return draw(self.scene())

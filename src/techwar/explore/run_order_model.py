"""What three cells leave behind when they are run in some order: pure functions.

It stands here and once more in browser/run_order.js; property tests hold the two together.
"""

from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

#: What is run: a cell by its number, or the kernel is started anew.
CELLS, RESTART = ("1", "2", "3"), "restart"
#: The number in cell 1 when the page was first run from the top, and after it was edited.
BEFORE, EDITED = 100, 200
#: The steps that the reader is asked about: cell 2 is skipped.
ASKED = ("1", "3")


class Stored(NamedTuple):
    """A number as Python writes it: `100` was typed, `110.0` was computed."""

    value: float
    computed: bool

    def __str__(self) -> str:
        """Write it as a notebook shows it."""
        return f"{self.value:.1f}" if self.computed else f"{self.value:.0f}"


class Page(NamedTuple):
    """A page of three cells and what the kernel behind it knows.

    `counters` and `outputs` stand beside the cells, "" where nothing does; `memory` holds a
    value for each name; `next` is the counter of the next run.
    """

    counters: tuple[str, str, str]
    outputs: tuple[str, str, str]
    memory: dict[str, Stored]
    next: int

    @property
    def shown(self) -> float:
        """The number that cell 3 shows; not-a-number where it shows none."""
        text = self.outputs[2]
        return float(text) if text and text[0].isdigit() else float("nan")


def codes(market: float) -> tuple[str, str, str]:
    """Return the text of the three cells."""
    return (f"market = {market:.0f}", "added = market / 10", "market = market + added; market")


def page_after(market: float, steps: Iterable[str]) -> Page:
    """Return the page after the steps: it was run from the top once, then cell 1 was edited.

    `market` is what cell 1 says after the edit. Counters and outputs outlive a restart, as
    they do in a notebook; names do not.
    """
    page = Page(("", "", ""), ("", "", ""), {}, 1)
    for cell in CELLS:
        page = _run(page, cell, BEFORE)
    for step in steps:
        page = page._replace(memory={}, next=1) if step == RESTART else _run(page, step, market)
    return page


def from_the_top(market: float) -> Page:
    """Return what a fresh kernel gives that runs each cell once, in the order of the page."""
    return page_after(market, (RESTART, *CELLS))


def every_order(most: int) -> list[str]:
    """Return every order of one to `most` runs of the three cells, as in "1 3"."""
    return [
        " ".join(order) for length in range(1, most + 1) for order in product(CELLS, repeat=length)
    ]


def _run(page: Page, cell: str, market: float) -> Page:
    place = CELLS.index(cell)
    memory, output = _computed(place, dict(page.memory), market)
    counters, outputs = list(page.counters), list(page.outputs)
    counters[place], outputs[place] = str(page.next), output
    return Page(tuple(counters), tuple(outputs), memory, page.next + 1)  # type: ignore[arg-type]


def _computed(
    place: int, memory: dict[str, Stored], market: float
) -> tuple[dict[str, Stored], str]:
    """Return the memory after a cell has run, and its output."""
    if place == 0:
        return memory | {"market": Stored(market, False)}, ""
    for name in ("market", "added")[:place]:
        if name not in memory:
            return memory, f"NameError: name '{name}' is not defined"
    if place == 1:
        return memory | {"added": Stored(memory["market"].value / 10, True)}, ""
    total = Stored(memory["market"].value + memory["added"].value, True)
    return memory | {"market": total}, str(total)

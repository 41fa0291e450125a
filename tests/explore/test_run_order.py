"""Run order: what three cells leave behind is what a kernel would leave behind."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from techwar.explore import (
    ExplorerError,
    compare_orders,
    draw_results,
    every_order,
    run_order,
)
from techwar.explore.run_order_model import (
    ASKED,
    BEFORE,
    CELLS,
    EDITED,
    RESTART,
    codes,
    page_after,
)

steps = st.lists(st.sampled_from([*CELLS, RESTART]), max_size=4)
markets = st.integers(1, 40).map(lambda n: 10 * n)


def by_python(market: int, order: list[str]) -> tuple[dict[str, Any], str]:
    """Run the cells' own text, and return the names and what cell 3 shows."""
    names: dict[str, Any] = {}
    shown = ""
    for number, step in [(BEFORE, cell) for cell in CELLS] + [(market, step) for step in order]:
        if step == RESTART:
            names.clear()
            continue
        first, _, last = codes(number)[CELLS.index(step)].partition("; ")
        try:
            exec(first, {}, names)
            shown = repr(eval(last, {}, names)) if last else shown
        except NameError as error:
            shown = f"NameError: {error}" if last else shown
    return names, shown


@given(markets, steps)
def test_it_does_what_python_does(market, order):
    names, shown = by_python(market, order)
    page = page_after(market, order)
    assert page.outputs[2] == shown
    assert {name: str(value) for name, value in page.memory.items()} == {
        name: repr(value) for name, value in names.items()
    }


def test_each_order_that_the_lesson_counts_shows_what_python_shows():
    for order in every_order(5):
        assert page_after(EDITED, order.split()).outputs[2] == by_python(EDITED, order.split())[1]


def test_a_skipped_cell_leaves_the_old_value_behind():
    page = page_after(EDITED, ASKED)
    assert page.counters == ("4", "2", "5")
    assert page.shown == EDITED + BEFORE / 10


@given(markets, steps)
def test_a_restart_and_the_order_of_the_page_forget_all_that_was_before(market, order):
    page = page_after(market, [*order, RESTART, *CELLS])
    assert page == page_after(market, [RESTART, *CELLS])
    assert page.counters == CELLS


def test_a_restart_empties_the_memory_and_leaves_the_page_as_it_was():
    before, after = page_after(EDITED, []), page_after(EDITED, [RESTART])
    assert after.memory == {}
    assert (after.counters, after.outputs) == (before.counters, before.outputs)


@pytest.mark.parametrize(("order", "name"), [("restart 3", "market"), ("restart 1 3", "added")])
def test_a_name_that_was_forgotten_is_an_error_in_words(order, name):
    explorer = run_order(order, guess_first=False)
    assert f"NameError: name '{name}' is not defined" in explorer.sentence()
    assert explorer.picture().title.startswith("Practice: cell 3 shows NameError; ")


def test_covered_the_page_stands_as_it_was_before_the_steps():
    explorer = run_order()
    shown = str(explorer.scene()) + explorer.table().to_string()
    assert "110.0" in shown
    assert "210" not in shown and "220" not in shown
    assert explorer.sentence().endswith("What does cell 3 show then?")


@pytest.mark.parametrize(
    ("guess", "words"),
    [(220, "220 is 10.0 too high"), (100.5, "100.5 is 109.5 too low"), (210, "210 is right")],
)
def test_a_guess_is_told_how_far_off_it_is(guess, words):
    explorer = run_order(guess_first=False)
    explorer.guess = guess
    assert explorer.sentence().endswith(f"Your guess of {words}.")


def test_orders_are_compared_in_a_table():
    table = compare_orders("1 3", "1 3 3", "restart 3")
    assert table["cell 3 shows"].tolist()[:2] == [210, 220]
    assert table["from the top"].tolist() == [220, 220, 220]
    assert pd.isna(table["cell 3 shows"][2]) and pd.isna(table["market"][2])


def test_every_order_is_there_once():
    orders = every_order(2)
    assert orders[:4] == ["1", "2", "3", "1 1"]
    assert len(orders) == len(set(orders)) == 3 + 9


def test_the_picture_has_a_bar_for_each_result_and_marks_the_fresh_one():
    orders = compare_orders("1 3", "1 2 3", "1 3 3", "3")
    picture = draw_results(orders)
    assert picture.title == "Practice: one page can show 3 results; from the top, 220"
    assert "120.0: 1; 210.0: 1; 220.0: 2, as from the top." in picture.alt
    assert "of 4 orders" in picture.subtitle and "; 2 give" in picture.subtitle


@pytest.mark.parametrize(
    "orders",
    [
        compare_orders(),
        compare_orders("1", "restart 3"),
        pd.concat([compare_orders("1"), compare_orders("1", market=300)]),
    ],
)
def test_orders_that_cannot_be_counted_are_refused_in_words(orders):
    with pytest.raises(ExplorerError, match="cannot be counted"):
        draw_results(orders)


@pytest.mark.parametrize(
    ("order", "message"),
    [("1 4", "step_2 cannot be '4'"), ("1 2 3 1 2", "has 5 steps: give 4 at most")],
)
def test_steps_that_cannot_be_taken_are_refused_in_words(order, message):
    with pytest.raises(ExplorerError, match=message):
        run_order(order)

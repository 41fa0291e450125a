"""The numbers of lesson 0 are those of the sums that it shows, and follow the tables."""

import pytest

from techwar.explore import run_order
from techwar.explore.run_order_model import ASKED, BEFORE, EDITED, from_the_top, page_after
from techwar.tasks import lesson00
from techwar.tasks.kinds import Interval, Number

RESULTS = {prediction.name: prediction.result() for prediction in lesson00.PREDICTIONS}


def test_the_lesson_expects_what_the_explorer_shows():
    assert RESULTS["guess_shown"] == page_after(EDITED, ASKED).shown
    assert f"shows {RESULTS['guess_shown']:.1f};" in run_order(guess_first=False).sentence()


def test_the_book_on_paper_is_what_the_explorer_shows():
    assert lesson00.last_shown() == page_after(EDITED, ["3", "2", "3"]).shown


def test_a_rate_multiplies():
    assert RESULTS["guess_gain"] == pytest.approx(2 * lesson00.rise_2017())
    assert lesson00.added_in_two_years() == pytest.approx(21.44, abs=0.005)


def test_a_name_holds_the_value_of_the_moment():
    price = lesson00.PRICE
    total = lesson00.TIMES * price
    price = 2 * price
    assert RESULTS["guess_total"] == total


def test_only_the_safe_order_agrees_with_a_fresh_run_at_both_settings():
    agree = {
        order: [
            page_after(slider, order.split()).shown == from_the_top(slider).shown
            for slider in (BEFORE, EDITED)
        ]
        for order in lesson00.SAFE
    }
    assert list(agree.values()) == [[True, False], [False, True], [True, True], [False, False]]


def test_a_changed_table_changes_each_answer(monkeypatch):
    parts = [part for task in lesson00.TASKS for part in task.parts]
    numbers = [
        part
        for part in parts
        if isinstance(part.kind, Number | Interval) and part.kind.unit != lesson00.PRACTICE
    ]
    before = [part.expected()["right"] for part in numbers]
    printed = lesson00._figure
    monkeypatch.setattr(lesson00, "_figure", lambda fact_id: printed(fact_id) * 1.1)
    assert numbers
    for part, old in zip(numbers, before, strict=True):
        assert part.expected()["right"] != old, part.name

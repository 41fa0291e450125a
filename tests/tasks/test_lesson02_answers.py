"""Lesson 2: its answers follow the tables, and the explorer says the same as the checker."""

from typing import Any

import pandas as pd
import pytest

from techwar.data import as_of, latest, load
from techwar.explore import compare_companies
from techwar.tasks import lesson02


def test_the_counts_that_the_lesson_rests_on() -> None:
    rows = latest(as_of(load("companies"), "2019-05-22"))
    assert (len(rows), int(rows["paragraphs"].notna().sum())) == (29, 16)
    assert len(lesson02.technology()) == 25
    assert lesson02.table_share() == pytest.approx(100 * 4 / 7)
    assert lesson02.all_share() == 60
    assert lesson02.hidden_tickers() == 4
    assert lesson02.young_range() == (8 / 25, 12 / 25)
    shares = [lesson02.listed_share(named=named) for named in (True, False)]
    assert shares == [7 / 12, 3 / 15]


def test_the_explorer_shows_the_result_of_the_guess_that_it_asks_for() -> None:
    _, outside = compare_companies(later=False).medians()
    assert outside == pytest.approx(lesson02.research_outside(), abs=1e-4)


def test_while_it_is_covered_the_explorer_keeps_the_result() -> None:
    inside, outside = compare_companies(guess_first=True).medians()
    assert (inside is not None, outside) == (True, None)


def test_answers_follow_the_tables(unmoved: Any) -> None:
    """A changed table changes the answers: none is typed into the checker."""

    def every_third_row_is_missing(name: str, rows: pd.DataFrame) -> pd.DataFrame:
        return rows if name == "sources" else rows[rows.index % 3 != 1]

    assert unmoved(lesson02, every_third_row_is_missing) == set()

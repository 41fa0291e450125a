"""Lesson 7: its rates reckoned another way, step by step; its answers follow the tables."""

import itertools
import math
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from techwar.data import load
from techwar.explore import base_year
from techwar.tasks import lesson07

COURSE = Path(__file__).parents[2] / "course/07-how-fast-is-meteoric"
amounts = st.floats(0.01, 1e6)


def compounded(first: float, rate: float, years: int) -> float:
    """Walk a rate a step at a time: no root, no power."""
    level = first
    for _ in range(years):
        level += level * rate / 100
    return level


@given(amounts, amounts, st.integers(1, 12))
def test_a_cagr_walked_step_by_step_lands_on_the_last_amount(
    first: float, last: float, years: int
) -> None:
    rate = lesson07.cagr(first, last, years)
    assert compounded(first, rate, years) == pytest.approx(last, rel=1e-6)


@given(st.lists(st.floats(-0.9, 3), min_size=1, max_size=8))
def test_a_cagr_is_the_geometric_mean_of_the_factors_and_below_their_mean(
    rates: list[float],
) -> None:
    factors = [1 + rate for rate in rates]
    rate = lesson07.cagr(1, math.prod(factors), len(factors))
    logs = [math.log(factor) for factor in factors]
    assert rate == pytest.approx(100 * (math.exp(sum(logs) / len(logs)) - 1), abs=1e-6)
    assert rate <= 100 * sum(rates) / len(rates) + 1e-6


def test_the_numbers_that_the_lesson_rests_on() -> None:
    assert lesson07.growth_2018() == pytest.approx(100 * (49837 - 41905) / 41905)
    assert lesson07.firm_cagr("hikvision", 2015, 2018) == pytest.approx(25.405, abs=5e-4)
    assert [round(rate, 1) for rate in lesson07.by_base().values()] == [
        38.9, 38.0, 38.0, 30.4, 25.4, 25.0, 18.9,
    ]  # fmt: skip
    assert lesson07.faster() == 5
    assert lesson07.market_a_year() == pytest.approx(100 * ((1.072 * 1.147) ** 0.5 - 1))
    low, high = lesson07.cut_range()
    assert low < lesson07.firm_cagr("hikvision", 2015, 2018) < high


def test_a_rate_by_pandas_own_way_is_the_rate_of_2018() -> None:
    own = 100 * lesson07.revenue("hikvision").loc[2014:].pct_change()
    assert lesson07.growth_2018() == pytest.approx(own[2018])
    printed = load("financials").set_index("id").loc["hikvision-revenue-growth-2018", "value"]
    assert own[2018] == pytest.approx(float(printed), abs=0.005)


def test_the_ends_of_the_range_by_trying_every_amount_between() -> None:
    starts = [25_200 + 100 * step / 50 for step in range(51)]
    ends = [49_836.5 + step / 10 for step in range(11)]
    tried = [lesson07.cagr(start, end, 3) for start in starts for end in ends]
    assert lesson07.cut_range() == pytest.approx((min(tried), max(tried)))


def test_the_explorer_shows_the_results_of_the_guesses_that_it_asks_for() -> None:
    early, late = base_year(), base_year(firms=["hikvision"], later=True)
    tables = [one.table().set_index("Year") for one in (early, late)]
    assert float(tables[0].loc["2018", "iFlytek"]) == pytest.approx(
        lesson07.iflytek_2018(), abs=0.05
    )
    assert float(tables[1].loc["2020", "Hikvision"]) == pytest.approx(
        lesson07.hikvision_2020(), abs=0.05
    )
    for firm, rate in (("Hikvision", "hikvision"), ("iFlytek", "iflytek")):
        assert early.rates()[firm] == pytest.approx(lesson07.firm_cagr(rate, 2014, 2018), abs=1e-6)


def test_answers_follow_the_tables(unmoved: Any) -> None:
    """A changed table changes the answers: none is typed into the checker."""

    def other(name: str, rows: pd.DataFrame) -> pd.DataFrame:
        if name == "financials":
            late = rows["year"].isin([2014, 2018])
            rows["value"] = rows["value"].where(~late, rows["value"] * 1.1 + 7)
            rows.loc[rows["year"] == 2017, "value"] *= 1.2
        return rows

    stay = {"up_and_down", "market_a_year", "turning_base", "same_rate_year"}
    assert unmoved(lesson07, other) == stay


def test_the_exercises_set_up_what_their_tasks_use() -> None:
    text = (COURSE / "exercises.md").read_text()
    set_up = text.partition("## Set up")[2].partition("\n## ")[0].partition('["solution"]')[0]
    names: dict[str, Any] = {}
    for code in re.findall(r"```{code-cell} ipython3\n(.*?)```", set_up, re.DOTALL):
        exec(code, names)
    assert {"cagr", "printed_range", "lowest_highest", "wide"} <= names.keys()
    assert names["cagr"](1, 1.5 * 0.5, 2) == pytest.approx(lesson07.cagr(1, 0.75, 2))


def test_one_base_turns_the_order_of_two_firms() -> None:
    levels = [lesson07.revenue(firm) for firm in ("hikvision", "meiya-pico")]
    above = {
        base: levels[0][2018] * levels[1][base] > levels[1][2018] * levels[0][base]
        for base in range(2014, 2018)
    }
    assert above == {base: base == lesson07.turning_base() for base in above}
    dahua = lesson07.revenue("dahua")
    assert all(dahua[2018] / dahua[y] > levels[0][2018] / levels[0][y] for y in above)


def test_the_invented_amounts_are_those_that_are_drawn() -> None:
    lesson, exercises = ((COURSE / f"{name}.md").read_text() for name in ("lesson", "exercises"))
    assert str(list(lesson07.INVENTED["alone"])) in lesson
    assert all(str(list(lesson07.INVENTED[firm])) in exercises for firm in "AB")
    added = [b - a for a, b in itertools.pairwise(lesson07.INVENTED["alone"])]
    assert added == sorted(added)
    assert lesson07.fastest_year() == 2
    assert lesson07.invented_rates("B")[4] > lesson07.invented_rates("A")[4]
    assert lesson07.same_rate_year() == 3

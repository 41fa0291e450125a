"""The figures of lesson 3, beside the same figures worked out another way."""

import itertools
import random

import pytest

from techwar import load
from techwar.tasks import lesson03 as lesson

MARKET = load("market").set_index("id")["value"]


def test_forward_from_what_was_worked_out_comes_the_printed_number_again() -> None:
    world_2017, china_2017 = lesson.world_2017(), lesson.china_2017()
    assert world_2017 * 1.102 == pytest.approx(MARKET["ihs-world-value-2018-article"])
    assert 100 * china_2017 / world_2017 == pytest.approx(MARKET["ihs-china-share-2017"])
    assert lesson.china_2016() * 1.147 == pytest.approx(china_2017)
    assert lesson.world_2016() * 1.093 == pytest.approx(world_2017)


def test_the_level_of_2016_is_the_one_that_an_older_forecast_implies() -> None:
    older = MARKET["ihs-world-forecast-value-2017"] / 1.055
    assert lesson.world_2016() == pytest.approx(older, abs=0.005)


def test_three_ways_to_chinas_part_of_the_growth_agree() -> None:
    by_rates = 0.44 * (0.147 / 1.147) / (0.093 / 1.093)
    rest_added = (lesson.world_2017() - lesson.china_2017()) - (
        lesson.world_2016() - lesson.china_2016()
    )
    by_rest = 1 - rest_added / (lesson.world_2017() - lesson.world_2016())
    assert lesson.china_part() == pytest.approx(by_rates)
    assert lesson.china_part() == pytest.approx(by_rest)


def test_the_corners_hold_every_value_between() -> None:
    """Ends from corners against a search over the whole box (brute force)."""
    draw = random.Random(2019)
    low, high = lesson.china_2016_range()
    inside = [
        draw.uniform(18.45, 18.55)
        / (1 + draw.uniform(0.1015, 0.1025))
        * draw.uniform(0.435, 0.445)
        / (1 + draw.uniform(0.1465, 0.1475))
        for _ in range(2000)
    ]
    assert low <= min(inside)
    assert max(inside) <= high
    assert high - low < 1.3 * (max(inside) - min(inside))


@pytest.mark.parametrize("inputs", lesson.UNSEEN)
def test_amount_added_is_the_extreme_over_a_grid(inputs: tuple[float, ...]) -> None:
    new, g, d_new, d_g = (*inputs, 0, 0)[:4]
    steps = [-1 + i / 10 for i in range(21)]
    grid = [
        (new + a * d_new) - (new + a * d_new) / (1 + g + b * d_g)
        for a, b in itertools.product(steps, steps)
    ]
    assert lesson.amount_added(*inputs) == pytest.approx((min(grid), max(grid)))


def test_the_unseen_inputs_hold_the_cases_where_a_short_cut_fails() -> None:
    assert any(len(inputs) == 2 for inputs in lesson.UNSEEN)  # the optional ones left out
    assert any(len(inputs) > 2 and inputs[1] < 0 < inputs[2] for inputs in lesson.UNSEEN)
    assert any(inputs[1] == 0 for inputs in lesson.UNSEEN)
    assert len(lesson.UNSEEN) == 8

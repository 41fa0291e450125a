"""Lesson 8: its bounds beside every market that fits; its answers follow the tables."""

import random
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techwar.explore import how_concentrated
from techwar.tasks import lesson08


def squares(shares: list[float]) -> float:
    total = 0.0
    for share in shares:
        total += share * share
    return total


def partitions(whole: int, most: int) -> Any:
    """Every way to cut a whole into whole parts, none above `most`."""
    if whole == 0:
        yield []
    for part in range(min(whole, most), 0, -1):
        for rest in partitions(whole - part, part):
            yield [part, *rest]


@pytest.mark.parametrize(("known", "most"), [([60, 15], 15), ([50, 20], 7), ([70], 30), ([], 40)])
def test_both_ends_hold_every_market_that_fits(known: list[int], most: int) -> None:
    scale = 1 if known else 4  # a whole market in steps of four: a hundred has too many parts
    parts = partitions((100 - sum(known)) // scale, most // scale)
    possible = [squares([*known, *[scale * part for part in cut]]) for cut in parts]
    low, high = lesson08.both_ends(known, most)
    assert low <= min(possible)
    assert low == squares(list(known))  # dust: below each of them, and come near at will
    assert high == pytest.approx(max(possible))


@pytest.mark.parametrize(
    ("leader", "total", "firms"), [(8, 20, 4), (6, 20, 5), (5, 16, 4), (10, 14, 3), (9, 26, 3)]
)
def test_a_group_and_its_leader_bound_every_market_that_fits(
    leader: int, total: int, firms: int
) -> None:
    """Brute force over a market of 40 steps: the group is cut in every way, then what is left."""
    whole, step = 40, 100 / 40
    possible = []
    for cut in partitions(total - leader, leader):
        if len(cut) > firms - 1:
            continue
        smallest = cut[-1] if len(cut) == firms - 1 else 0
        behind = partitions(whole - total, smallest) if smallest else [[]]
        possible += [squares([step * s for s in (leader, *cut, *rest)]) for rest in behind]
    low, high = lesson08.group_ends(step * leader, step * total, firms)
    assert low <= min(possible)
    assert high >= max(possible) - 1e-6


def test_no_market_with_the_three_printed_facts_passes_the_ends() -> None:
    leader, total = lesson08.leader(), lesson08.fifteen(2017)
    low, high = lesson08.surveillance_ends()
    steep = [leader, leader, total - 2 * leader]
    assert high == pytest.approx(squares(steep))
    draw = random.Random(8)
    for _ in range(3000):
        weights = sorted((draw.random() ** draw.choice((1, 3, 9)) for _ in range(14)), reverse=True)
        held = [weight * (total - leader) / sum(weights) for weight in weights]
        if held[0] > leader:
            continue
        behind, left = [], 100 - total
        while left > 1e-9 and held[-1] > 1e-3:
            behind.append(min(left, held[-1]))
            left -= behind[-1]
        assert low - 1e-9 <= squares([leader, *held, *behind]) <= high + 1e-9


@pytest.mark.parametrize("total", [57.5, 62, 66.5, 80, 95, 99])
@pytest.mark.parametrize("leader", [22.55, 22.6, 22.65])
def test_the_lessons_short_way_finds_the_ends_of_the_long_search(
    leader: float, total: float
) -> None:
    """Highest with the group packed and dust behind; the order stands beside mobile networks."""
    low, high = lesson08.group_ends(leader, total, 15)
    packed = squares([leader, *lesson08.packed(total - leader, leader)])
    assert high == pytest.approx(packed)
    assert low == pytest.approx(leader**2 + (total - leader) ** 2 / 14)
    mobile = lesson08.named("mobile infrastructure", "World", "2017", "2018-03")
    assert high < squares([share - 0.5 for share in mobile])


@pytest.mark.parametrize("leader", [24, 28, 31])
def test_the_order_stands_with_a_larger_share_and_the_highest_sum(leader: float) -> None:
    """What the lesson allows the firms behind is more than the long search finds for them."""
    total = 66.5
    found = lesson08.group_ends(leader, total, 15)[1]
    packed = squares([leader, *lesson08.packed(total - leader, leader)])
    allowed = packed + (100 - total) * (total - leader) / 14
    assert packed - 1e-6 <= found <= allowed
    mobile = lesson08.named("mobile infrastructure", "World", "2017", "2018-03")
    assert allowed < squares([share - 0.5 for share in mobile])


@settings(deadline=None)
@given(st.lists(st.integers(1, 300), max_size=4), st.integers(10, 1000))
def test_ends_are_in_order_and_a_tighter_limit_only_narrows(tenths: list[int], most: int) -> None:
    known = [share / 10 for share in tenths if share <= 250]
    low, high = lesson08.both_ends(known, most / 10)
    tighter = lesson08.both_ends(known, most / 20)
    assert low <= high + 1e-9
    assert tighter[0] == low
    assert tighter[1] <= high + 1e-6


def test_the_numbers_that_the_lesson_rests_on() -> None:
    assert lesson08.leader_ends() == pytest.approx((22.6**2, 22.6**2 + 77.4**2))
    assert lesson08.surveillance_ends() == pytest.approx((621.643, 1303.76), abs=1e-3)
    assert lesson08.phones_width() == pytest.approx(4 * 8.0**2 + 1)
    assert lesson08.ends_2016() == pytest.approx((58**2 / 15, 58**2))


def test_an_index_by_pandas_own_way() -> None:
    held = pd.Series(lesson08.phones())
    assert lesson08.hhi(lesson08.phones()) == pytest.approx(float(held.pow(2).sum()))
    assert lesson08.hhi(lesson08.phones()) == pytest.approx(float(held.dot(held)))


def test_the_explorer_gives_the_ends_that_the_lesson_asks_for() -> None:
    assert how_concentrated().ends() == pytest.approx(lesson08.leader_ends())
    china = how_concentrated("smartphones-china-idc-by-year")
    assert china.ends() == pytest.approx(lesson08.china_ends())
    world = how_concentrated("smartphones-world-idc-by-year").ends()
    assert world and world[1] - world[0] == pytest.approx(lesson08.phones_width())


def test_answers_follow_the_tables(unmoved: Any) -> None:
    """A changed table changes the answers: none is typed into the checker."""

    def smaller(name: str, rows: pd.DataFrame) -> pd.DataFrame:
        return rows.assign(value=rows["value"] * 0.9) if name == "market_share" else rows

    stay = {"practice_hhi", "practice_equal", "three_high", "listed_ends", "hhi_ends"}
    assert unmoved(lesson08, smaller) == stay

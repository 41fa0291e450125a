"""How concentrated?: its bounds beside brute force; nothing in it is later than the day."""

import itertools

import pytest
from every_market import herfindahl, partitions

from techwar.explore import ExplorerError, how_concentrated
from techwar.explore.concentration import bounds, sums, tenths
from techwar.explore.how_concentrated import markets
from techwar.explore.market_lists import DAY, lists


def fitted(held, largest, firms):
    squares, left, _ = sums(held)
    return bounds(squares, left, tenths(largest), firms)


@pytest.mark.parametrize(
    ("held", "largest", "firms"),
    [((60, 15), 15, 0), ((60, 15), 10, 5), ((50, 20), 7, 10), ((70,), 30, 5), ((80, 5), 4, 20)],
)
def test_every_market_that_fits_lies_between_the_bounds(held, largest, firms):
    left = 100 - sum(held)
    cuts = (cut for cut in partitions(left, largest) if not firms or len(cut) <= firms)
    possible = [herfindahl([*held, *cut]) for cut in cuts]
    low, high = fitted(held, largest, firms)
    assert low <= min(possible) + 1e-9
    assert high == pytest.approx(max(possible))
    even = left * left / firms if firms else 0
    assert low == pytest.approx(herfindahl(held) + even)


def test_where_no_market_fits_it_says_so():
    assert fitted((50, 20), 5, 5) is None
    explorer = how_concentrated(largest=5, firms="10")
    assert explorer.ends() is None
    assert "no market fits" in explorer.scene()["title"]
    assert explorer.sentence().startswith("No market is like that")


def test_a_limit_moves_the_upper_end_and_a_number_of_firms_the_lower_one():
    ends = {
        (largest, firms): how_concentrated(largest=largest, firms=firms).ends()
        for largest, firms in itertools.product((100, 10), ("any", "20"))
    }
    assert ends[10, "any"][0] == ends[100, "any"][0]
    assert ends[10, "any"][1] < ends[100, "any"][1]
    assert ends[100, "20"][1] == ends[100, "any"][1]
    assert ends[100, "20"][0] > ends[100, "any"][0]


def test_only_a_release_on_its_own_year_is_a_list_of_the_largest():
    """IDC's release about 2021 gives 2020 as well, and leaves a larger firm in its others."""
    ours = {slug for slug, one in markets().items() if one["top"]}
    assert ours == {"smartphones-world-idc-by-year", "smartphones-china-idc-by-year"}
    for slug in ours:
        one = markets()[slug]
        newest = max(x["x"] for x in lists()[slug] if x["edition"] == one["edition"])
        assert one["period"] == f"{newest:g}"


def test_a_band_that_rests_on_an_assumption_says_so_wherever_it_is_told():
    explorer = how_concentrated(largest=10)
    title = explorer.scene()["title"]
    assert "if no firm not named holds more than 10 %, the index lies between" in title
    assert "If no firm not named holds more than 10 %" in explorer.sentence()
    assert "If at most 10 % each" in explorer.description()
    both = how_concentrated(largest=10, firms="20")
    assert "10 % and at most 20 firms are not named" in both.scene()["title"]
    assert " if " not in how_concentrated().scene()["title"]


def test_it_holds_nothing_that_came_after_the_day():
    for slug in markets():
        assert (how_concentrated(slug).rows()["known_since"] <= DAY).all()


def test_covered_neither_picture_nor_table_gives_the_band_away():
    explorer = how_concentrated(guess_first=True)
    explorer.guess = {"low": 700, "high": 2000}
    shown = f"{explorer.scene()} {explorer.description()} {explorer.table()}"
    assert "511" not in shown and "6502" not in shown
    assert explorer.guessed("low") == 700


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (100, 9000, "holds the whole band"),
        (9000, 100, "holds the whole band"),
        (600, 2000, "leaves a part of the band out"),
        (7000, 8000, "misses the band"),
    ],
)
def test_a_guess_is_set_beside_the_band(low, high, words):
    explorer = how_concentrated(guess_first=True)
    explorer.guess = {"low": low, "high": high}
    explorer.revealed = True
    assert words in explorer.sentence()


def test_a_market_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(ExplorerError, match="smartphones-world-idc-by-year"):
        how_concentrated("cars")

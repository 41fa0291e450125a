"""What the printed numbers imply: the model in Python, and the same in the browser."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techwar.data import fact
from techwar.explore import ExplorerError, ImpliedMarket, compare_settings, implied_market
from techwar.explore.implied_market import RANGES
from techwar.explore.implied_market_model import implied, quantities


def steps(key: str) -> st.SearchStrategy[float]:
    _, low, high, step = RANGES[key]
    return st.integers(0, round((high - low) / step)).map(lambda n: round(low + n * step, 9))


states = st.fixed_dictionaries({key: steps(key) for key in RANGES})


def opened(state: dict[str, float], guess: float | None = None) -> ImpliedMarket:
    explorer = implied_market(**state, guess_first=False)
    explorer.guess = guess
    return explorer


def test_it_opens_at_the_printed_numbers():
    assert implied_market().state == {
        "share": fact("ihs-china-share-2017").value,
        "china_growth": fact("ihs-china-growth-2017").value,
        "world_growth": fact("ihs-world-growth-2017").value,
    }


def test_the_printed_numbers_imply_that_two_thirds_of_the_growth_was_chinas():
    found = {
        name: [round(end, 2) for end in ends] for name, ends in implied(opened({}).state).items()
    }
    assert found["world_2017"] == [16.79, 16.73, 16.84]
    assert found["china_2017"] == [7.39, 7.28, 7.49]
    assert found["china_2016"] == [6.44, 6.34, 6.54]
    assert found["china_part"] == [66.27, 65.01, 67.56]


def test_the_sentence_says_the_result_with_its_ends():
    assert "66 % (65 to 68 %); the rest of the world grew 5.4 %" in opened({}).sentence()


@settings(deadline=None)
@given(states)
def test_every_value_lies_between_its_ends(state):
    assert all(low <= value <= high for value, low, high in implied(state).values())


@settings(deadline=None)
@given(states)
def test_the_parts_make_the_whole(state):
    found = {name: estimate.value for name, estimate in implied(state).items()}
    for year in ("2016", "2017"):
        parts = found[f"china_{year}"] + found[f"rest_{year}"]
        assert parts == pytest.approx(found[f"world_{year}"])


@settings(deadline=None)
@given(states)
def test_a_market_that_grows_as_the_world_does_has_its_share_of_the_growth(state):
    level = fact("ihs-world-value-2018-article").value
    found = quantities(level, 0, state["share"], state["world_growth"], state["world_growth"])
    assert found["china_part"] == pytest.approx(state["share"])


def test_a_part_above_the_whole_is_said_in_words():
    explorer = opened({"share": 60, "china_growth": 30, "world_growth": 2})
    assert "more than the whole, because the rest of the world shrank" in explorer.sentence()


def test_china_standing_still_has_no_part_of_the_growth():
    assert "That is 0 % " in opened({"china_growth": 0}).sentence()


@pytest.mark.parametrize(
    ("guess", "words"),
    [
        (44, "is 22 points too low for these numbers"),
        (90, "is 24 points too high for these numbers"),
        (66.5, "lies within what the rounding leaves open"),
    ],
)
def test_a_guess_is_told_how_far_off_it_is(guess, words):
    assert opened({}, guess).sentence().endswith(f"Your guess of {guess} % {words}.")


def test_an_assumed_setting_says_so_in_the_title_of_its_picture():
    assert opened({"share": 50}).picture().title.startswith("Assumed, not printed")
    assert not opened({}).picture().title.startswith("Assumed")


def test_the_picture_names_the_sources_of_its_rows():
    picture = opened({}).picture()
    assert "South China Morning Post" in picture.sources
    assert picture.sources == implied_market().spec["data"]["source"]


def test_settings_are_compared_in_a_table():
    table = compare_settings({}, {"share": 50}, {"world_growth": 10.2})
    assert table["part"].round(1).tolist() == [66.3, 75.3, 60.9]
    assert table.columns.tolist() == [*RANGES, "part", "low", "high"]


def test_a_setting_that_no_slider_can_show_is_refused():
    with pytest.raises(ExplorerError, match="from 30 to 60"):
        compare_settings({"share": 61})

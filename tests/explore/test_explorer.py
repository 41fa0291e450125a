"""What every explorer does: its state, its guess, its cover and what a notebook stores of it."""

import math

import numpy as np
import pytest

from techwar.explore import ExplorerError, build_pictures, implied_market
from techwar.explore.explorer import PICTURES
from techwar.explore.implied_market_model import implied
from techwar.explore.openings import openings

WIDGET = "application/vnd.jupyter.widget-view+json"


def stored(explorer):
    data, _ = explorer._repr_mimebundle_()
    return {key: value for key, value in data.items() if key != WIDGET}


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"share": 75}, "share cannot be 75: give a number from 30 to 60 in steps of 0.5."),
        ({"share": 44.2}, "share cannot be 44.2: give a number from 30 to 60 in steps of 0.5."),
        ({"world_growth": 0}, "world_growth cannot be 0: give a number from 2 to 20"),
        ({"share": "44"}, "share cannot be '44': give a number"),
        ({"share": None}, "share cannot be None: give a number"),
        ({"share": True}, "share cannot be True: give a number"),
        ({"share": math.nan}, "share cannot be nan: give a number"),
        ({"share": math.inf}, "share cannot be inf: give a number"),
        ({"shares": 44}, "no control 'shares': the controls are share, china_growth, world_growth"),
    ],
)
def test_a_state_that_cannot_be_shown_is_refused_and_the_old_one_kept(state, message):
    explorer = implied_market()
    before = dict(explorer.state)
    with pytest.raises(ExplorerError) as refusal:
        explorer.state = state
    assert message in str(refusal.value)
    assert explorer.state == before


def test_a_state_from_the_start_is_checked_too():
    with pytest.raises(ExplorerError, match="share cannot be 75"):
        implied_market(share=75)


def test_assigning_a_part_of_the_state_keeps_the_rest():
    explorer = implied_market(china_growth=10)
    before = explorer.state
    explorer.state = {"share": np.int64(50)}
    assert explorer.state == {**before, "share": 50}


def test_changing_a_state_in_place_is_refused_because_the_browser_would_not_hear_of_it():
    with pytest.raises(ExplorerError, match=r"explorer\.state = {'share': 50}"):
        implied_market().state["share"] = 50


@pytest.mark.parametrize("guess", [-1, 101, "44", math.nan, True, [44]])
def test_a_guess_that_cannot_be_one_is_refused(guess):
    explorer = implied_market()
    with pytest.raises(ExplorerError, match="give a number from 0 to 100, or None"):
        explorer.guess = guess
    assert explorer.guess is None


def test_what_the_browser_says_arrives_in_python():
    explorer = implied_market()
    explorer.set_state({"guess": 44, "revealed": True, "state": {"share": 45.5}})
    assert (explorer.guess, explorer.revealed, explorer.state["share"]) == (44.0, True, 45.5)


def test_nonsense_from_the_browser_is_taken_back():
    explorer = implied_market()
    before = explorer.state
    with pytest.raises(ExplorerError):
        explorer.set_state({"state": {"share": 99}})
    assert explorer.state == before


def test_what_the_browser_owns_is_not_echoed():
    for name in ("state", "guess", "revealed"):
        assert implied_market().trait_metadata(name, "echo_update") is False


def test_covered_nothing_in_python_gives_the_answer_away():
    explorer = implied_market()
    chart = str(explorer.picture().chart.to_dict())
    said = [explorer.sentence(), explorer.description(), explorer.table().to_string(), chart]
    found = " ".join([*said, *stored(explorer).values()])
    answer = implied(explorer.state)
    for name in ("china_part", "china_2016", "china_added", "rest_2016"):
        assert f"{answer[name].value:.2f}" not in found
    assert f"{answer['china_part'].value:.0f} %" not in found


def test_a_notebook_stores_the_covered_picture_and_the_question():
    data = stored(implied_market())
    asked = implied_market().sentence()
    assert asked.endswith("how much of the world's growth is China's?")
    assert data["text/plain"].startswith(asked)
    assert data["text/html"].startswith('<img alt="China is 44 % of the market')


def test_a_running_notebook_gets_the_live_explorer():
    data, _ = implied_market()._repr_mimebundle_()
    assert WIDGET in data


def test_what_is_stored_stays_that_of_the_opening_state():
    explorer = implied_market()
    before = stored(explorer)
    explorer.state, explorer.revealed = {"share": 50}, True
    assert stored(explorer) == before


def test_a_state_without_a_picture_file_is_stored_in_words_only():
    data = stored(implied_market(share=50))
    assert data["text/plain"].startswith("China is 50 % of the market")
    assert "text/html" not in data


def test_the_stored_pictures_are_what_the_build_draws(tmp_path):
    written = build_pictures(tmp_path)
    assert {path.name for path in written} == {path.name for path in PICTURES.glob("*.svg")}
    for path in written:
        assert path.read_bytes() == (PICTURES / path.name).read_bytes(), path.name


def test_each_opening_asks_for_a_picture_of_its_own():
    names = [explorer.picture_name for explorer in openings()]
    assert len(set(names)) == len(names)


def test_displaying_an_explorer_renders_nothing(monkeypatch):
    def refuse(*_):
        pytest.fail("a cell must not wait for a picture")

    monkeypatch.setattr("vl_convert.vegalite_to_svg", refuse)
    monkeypatch.setattr("altair.TopLevelMixin.to_dict", refuse)
    assert "text/html" in stored(implied_market())
    assert "text/html" not in stored(implied_market(share=50))

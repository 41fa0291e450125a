"""Every explorer shows the same in Python and in the browser, whatever its state.

Each opening of the course is one case, so a new explorer is held to this by being opened.
"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techwar.explore import Explorer
from techwar.explore.controls import Checkboxes, Control, Dropdown, Slider, beside
from techwar.explore.openings import openings

OPENINGS = {explorer.picture_name: explorer for explorer in openings()}


@st.composite
def states(draw: st.DrawFn, controls: tuple[Control, ...]) -> dict[str, Any]:
    """Draw a legal value for each control, those first on which others depend."""
    state: dict[str, Any] = {}
    for control in controls:
        if isinstance(control, Slider):
            step = draw(st.integers(0, round((control.max - control.min) / control.step)))
            state[control.key] = round(control.min + step * control.step, 9)
            continue
        offered = list(control.offers[beside(control, state)])
        if isinstance(control, Dropdown):
            state[control.key] = draw(st.sampled_from(offered))
        elif isinstance(control, Checkboxes):
            most = min(control.most, len(offered))
            ticked = st.sets(st.sampled_from(offered), min_size=control.least, max_size=most)
            state[control.key] = sorted(draw(ticked), key=offered.index)
    return state


def guesses(explorer: Explorer) -> st.SearchStrategy[Any]:
    """A guess, whole or in part, or none."""
    asked = explorer._guess
    if asked is None:
        return st.none()
    number = st.integers(int(asked.min), int(asked.max)) | st.floats(asked.min, asked.max).map(
        lambda value: round(value, 1)
    )
    if len(asked.fields) == 1:
        return st.none() | number
    return st.none() | st.dictionaries(st.sampled_from(list(asked.fields)), number, min_size=1)


def plain(value: Any) -> Any:
    """A scene without what is empty, its numbers rounded: what both languages must agree on."""
    if isinstance(value, dict):
        kept = {key: plain(item) for key, item in value.items()}
        return {k: v for k, v in kept.items() if v is not None and v is not False and v != []}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return round(float(value), 6) + 0.0


def check_same(explorer: Explorer, browser: Any) -> None:
    shown = browser(explorer)
    scene = explorer.scene()
    assert plain(shown["scene"]) == plain(scene)
    assert shown["description"] == explorer.description()
    frame = explorer.table()
    cells = [row["cells"] for row in shown["table"]["rows"]]
    own = frame.drop(columns="group", errors="ignore")
    assert shown["table"]["head"] == list(own.columns)
    mine = own.astype(object).where(own.notna(), None).to_numpy().tolist()
    assert plain(cells) == plain(mine)


@pytest.mark.parametrize("name", OPENINGS)
def test_the_browser_shows_what_python_says(name, browser):
    opening = OPENINGS[name]

    @settings(deadline=None, max_examples=60)
    @given(states(opening._controls), guesses(opening), st.booleans())
    def same(state, guess, revealed):
        opening.state = state
        opening.guess = guess
        opening.revealed = revealed or not opening.spec["guess_first"]
        check_same(opening, browser)

    same()


@pytest.mark.parametrize("name", OPENINGS)
def test_the_browser_offers_what_python_allows(name, browser):
    made = browser(OPENINGS[name])["offers"]
    controls = {one.key: one for one in OPENINGS[name]._controls if getattr(one, "from_data", 0)}
    assert set(made) == set(controls)
    for key, control in controls.items():
        assert made[key] == {
            beside: [[value] if value == words else [value, words] for value, words in one.items()]
            for beside, one in control.offers.items()
        }


@pytest.mark.parametrize("name", OPENINGS)
def test_the_still_picture_holds_the_numbers_and_colours_of_the_scene(name):
    explorer = next(one for one in openings() if one.picture_name == name)
    scene = explorer.scene()
    picture = explorer.picture()
    text = str(picture.chart.to_dict())
    assert picture.sources.endswith(scene["source"])
    assert picture.alt == explorer.description()
    for number in drawn_numbers(scene):
        assert str(number) in text
    for colour in drawn_colours(scene):
        assert explorer.spec["colours"][colour] in text


@pytest.mark.parametrize("name", OPENINGS)
def test_an_explorer_is_complete_and_accessible_in_words(name):
    scene = OPENINGS[name].scene()
    assert all(scene[part] for part in ("title", "subtitle", "source", "sentence", "panels"))
    assert OPENINGS[name].spec["title"]


def drawn_numbers(scene):
    for panel in scene["panels"]:
        for row in panel.get("rows", []):
            yield from (bar["to"] for bar in row.get("bars", []))
        for series in panel.get("series", []):
            yield from (point[1] for point in series["points"] if point and point[1] is not None)
        for dot in panel.get("dots", []):
            yield from (dot["x"], dot["y"])


def drawn_colours(scene):
    for panel in scene["panels"]:
        for row in panel.get("rows", []):
            yield from (bar["colour"] for bar in row.get("bars", []) if not bar.get("hollow"))
        for thing in [*panel.get("series", []), *panel.get("dots", [])]:
            yield thing["colour"]

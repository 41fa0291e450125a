"""The explorer *What the printed numbers imply* in a real JupyterLab, as a reader uses it."""

import re

import pytest
from explorer_page import (
    field,
    overlapping,
    serious,
    show,
    status,
    too_wide,
    within,
)
from playwright.sync_api import Locator, expect

from techwar.explore import implied_market

CELLS = ("from techwar import implied_market", "explorer = implied_market()\nexplorer")
OPEN = implied_market(guess_first=False)
ANSWER = "66 %"


def slider(lesson, name: str) -> Locator:
    return within(lesson).get_by_role("slider", name=name)


def at(lesson, percent: float) -> tuple[float, float]:
    """Where a part of the growth stands on the page."""
    box = within(lesson).locator(".track rect").bounding_box()
    return box["x"] + box["width"] * percent / 100, box["y"] + box["height"] / 2


def grip(lesson) -> dict[str, float]:
    box = within(lesson).locator("[data-grip]").bounding_box()
    return {**box, "x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}


def bar(lesson, number: int) -> float:
    return float(within(lesson).locator(".bars rect").nth(number).get_attribute("width"))


def everything(lesson) -> str:
    """All that can be read in the explorer, shown or hidden; of attributes, those with words."""
    return within(lesson).evaluate(
        """(whole) => [whole.textContent, ...[...whole.querySelectorAll("*")].flatMap((one) =>
          [...one.attributes].filter(({ name }) => /^(aria-|data-|title|alt|value)/.test(name))
            .map(({ value }) => value))].join("\\n")"""
    )


def test_a_guess_is_dragged_with_the_pointer(lesson):
    start = grip(lesson)
    lesson.page.mouse.move(start["x"], start["y"])
    lesson.page.mouse.down()
    lesson.page.mouse.move(*at(lesson, 25), steps=5)
    lesson.page.mouse.move(*at(lesson, 44), steps=5)
    lesson.page.mouse.up()
    assert field(lesson).input_value() == "44"
    assert grip(lesson)["x"] == pytest.approx(at(lesson, 44)[0], abs=1)
    lesson.wait_until("explorer.guess, explorer.revealed", "(44.0, False)")


def test_a_guess_dragged_by_touch_lands_where_the_finger_lands(lesson):
    touch = lesson.page.context.new_cdp_session(lesson.page)
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})

    def send(kind: str, *points: tuple[float, float]) -> None:
        places = [{"x": x, "y": y} for x, y in points]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    start, (end, height) = grip(lesson), at(lesson, 58)
    scrolled = lesson.page.locator(".jp-WindowedPanel-outer").evaluate("one => one.scrollTop")
    send("touchStart", (start["x"], start["y"]))
    for step in range(1, 11):
        # A finger wanders: a page that scrolled along would end the drag here.
        send("touchMove", (start["x"] + (end - start["x"]) * step / 10, height + 4 * step))
    send("touchEnd")
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": False})
    assert field(lesson).input_value() == "58"
    assert scrolled == lesson.page.locator(".jp-WindowedPanel-outer").evaluate(
        "one => one.scrollTop"
    )


def test_the_grip_is_large_enough_for_a_finger(lesson):
    assert min(grip(lesson)["width"], grip(lesson)["height"]) >= 24


def test_a_guess_is_typed_and_moved_by_arrow_keys(lesson):
    field(lesson).focus()
    lesson.page.keyboard.type("43")
    lesson.page.keyboard.press("ArrowUp")
    assert field(lesson).input_value() == "44"
    assert grip(lesson)["x"] == pytest.approx(at(lesson, 44)[0], abs=1)
    lesson.wait_until("explorer.guess", "44.0")


@pytest.mark.parametrize("typed", ["140", "-3"])
def test_a_guess_out_of_range_is_refused_in_words(lesson, typed):
    field(lesson).fill(typed)
    expect(status(lesson)).to_have_text(re.compile("A guess is a number from 0 to 100"))
    show(lesson)
    expect(status(lesson)).to_have_text(re.compile("A guess is a number from 0 to 100"))
    lesson.wait_until("explorer.guess, explorer.revealed", "(None, False)")


def test_show_by_keyboard_reveals_the_result_beside_the_guess(lesson):
    field(lesson).fill("44")
    lesson.page.keyboard.press("Tab")
    lesson.page.keyboard.press("Enter")
    lesson.wait_until("explorer.guess, explorer.revealed", "(44.0, True)")
    expect(status(lesson)).to_have_text(lesson.python("print(explorer.sentence())"))
    expect(status(lesson)).to_contain_text("Your guess of 44 % is 22 points too low")
    expect(within(lesson).locator(".guess.outline rect")).to_have_count(1)
    expect(slider(lesson, "share")).to_be_focused()


def test_the_answer_is_nowhere_on_the_page_before_show(lesson):
    field(lesson).fill("44")
    within(lesson).get_by_text("The numbers").click()
    hidden = [f"{OPEN.table().loc[row, 'Value']:.2f}" for row in (0, 1, 6)]
    found = everything(lesson)
    assert not [words for words in (ANSWER, "65 to 68", *hidden) if words in found]
    show(lesson)
    expect(status(lesson)).to_contain_text(ANSWER)
    assert all(words in everything(lesson) for words in hidden)


def test_after_a_reset_one_may_guess_again(lesson):
    field(lesson).fill("44")
    show(lesson)
    slider(lesson, "share").press("ArrowRight")
    within(lesson).get_by_role("button", name="Reset").click()
    expect(status(lesson)).to_contain_text("Guess first")
    assert ANSWER not in everything(lesson)
    assert field(lesson).input_value() == ""
    expect(field(lesson)).to_be_focused()
    opening = {**OPEN.state}
    lesson.wait_until(
        "explorer.guess, explorer.revealed, explorer.state", f"(None, False, {opening})"
    )


@pytest.mark.parametrize(
    ("key", "value"), [("ArrowRight", 44.5), ("ArrowLeft", 43.5), ("Home", 30), ("End", 60)]
)
def test_a_slider_moves_by_keyboard_and_all_follows(lesson, key, value):
    field(lesson).fill("44")
    show(lesson)
    before, said = bar(lesson, 2), status(lesson).inner_text()
    slider(lesson, "share").press(key)
    assert float(slider(lesson, "share").input_value()) == value
    assert (bar(lesson, 2) > before) == (value > OPEN.state["share"])
    assert status(lesson).inner_text() != said
    lesson.wait_until("float(explorer.state['share'])", str(float(value)))
    expect(status(lesson)).to_have_text(lesson.python("print(explorer.sentence())"))
    expect(slider(lesson, "share")).to_be_focused()


def test_a_slider_moves_by_pointer(lesson):
    field(lesson).fill("44")
    show(lesson)
    rail = slider(lesson, "World growth").bounding_box()
    x, y = rail["x"] + rail["width"] / 2, rail["y"] + rail["height"] / 2
    lesson.page.mouse.click(x, y)
    moved = float(slider(lesson, "World growth").input_value())
    assert moved == pytest.approx(11, abs=0.2)
    lesson.wait_until("float(explorer.state['world_growth'])", str(moved))
    expect(status(lesson)).to_have_text(lesson.python("print(explorer.sentence())"))


def test_a_step_is_drawn_in_the_task_of_its_event_before_any_message(lesson):
    field(lesson).fill("44")
    show(lesson)
    lesson.wait_until("explorer.revealed", "True")
    changed = slider(lesson, "share").evaluate(
        """(input) => {
          const bar = input.closest(".techwar-explorer").querySelector(".bars rect");
          const before = bar.getAttribute("width");
          input.value = 50;
          input.dispatchEvent(new Event("input"));
          return before !== bar.getAttribute("width");
        }"""
    )
    assert changed
    lesson.wait_until("float(explorer.state['share'])", "50.0")


def test_python_moves_the_browser(lesson):
    lesson.python("explorer.guess = 30; explorer.revealed = True; explorer.state = {'share': 50}")
    expect(status(lesson)).to_have_text(lesson.python("print(explorer.sentence())"))
    expect(status(lesson)).to_contain_text("Your guess of 30 %")
    assert slider(lesson, "share").input_value() == "50"
    said = lesson.python("explorer.state = {'share': 70}")
    assert said == "share cannot be 70: give a number from 30 to 60 in steps of 0.5."
    assert slider(lesson, "share").input_value() == "50"


@pytest.mark.parametrize("shown", [False, True])
def test_axe_finds_nothing_serious(lesson, axe, shown):
    if shown:
        field(lesson).fill("44")
        show(lesson)
    within(lesson).get_by_text("The numbers").click()
    assert serious(lesson, axe) == []


@pytest.mark.parametrize("shown", [False, True])
def test_the_text_alternative_is_in_the_accessibility_tree(lesson, shown):
    if shown:
        field(lesson).fill("44")
        show(lesson)
    expected = lesson.python("print(explorer.description())") if not shown else OPEN.description()
    expect(within(lesson).get_by_role("img")).to_have_accessible_name(expected)
    tree = lesson.page.context.new_cdp_session(lesson.page).send("Accessibility.getFullAXTree")
    images = [
        n["name"]["value"] for n in tree["nodes"] if n.get("role", {}).get("value") == "image"
    ]
    assert expected in images


def test_a_saved_copy_is_alive_where_no_kernel_has_run_it(lesson, notebook):
    field(lesson).fill("44")
    show(lesson)
    lesson.wait_until("explorer.revealed", "True")
    copy = notebook(file=lesson.save())
    expect(status(copy)).to_contain_text("Your guess of 44 %")
    slider(copy, "share").press("ArrowRight")
    expect(status(copy)).to_contain_text("With 44.5 % of the market")
    assert copy.errors == []


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [320, 680])
def test_it_fits_where_it_stands(tall, screenshots, theme, width):
    tall.command("apputils:change-theme", theme=theme)
    within(tall).evaluate("(one, width) => { one.style.width = `${width}px`; }", width)
    for state in ("covered", "shown"):
        if state == "shown":
            field(tall).fill("44")
            show(tall)
            within(tall).get_by_text("The numbers").click()
        assert too_wide(tall) <= 0
        assert overlapping(tall) == []
        name = f"explorer-{state}-{width}-{theme.split()[-1].lower()}.png"
        within(tall).screenshot(path=screenshots / name)


@pytest.fixture
def tall(lesson):
    """The notebook in a window that shows the whole explorer, back to light afterwards."""
    before = lesson.page.viewport_size
    lesson.page.set_viewport_size({"width": 1100, "height": 2000})
    yield lesson
    lesson.command("apputils:change-theme", theme="JupyterLab Light")
    lesson.page.set_viewport_size(before)


def test_at_twice_the_size_nothing_is_cut_off(lesson):
    # What a window of 1100 by 1000 holds when its reader zooms to 200 per cent.
    before = lesson.page.viewport_size
    lesson.page.set_viewport_size({"width": before["width"] // 2, "height": before["height"] // 2})
    lesson.command("application:toggle-left-area")
    field(lesson).fill("44")
    show(lesson)
    assert too_wide(lesson) <= 0
    assert overlapping(lesson) == []
    lesson.command("application:toggle-left-area")
    lesson.page.set_viewport_size(before)

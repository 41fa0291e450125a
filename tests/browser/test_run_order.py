"""The explorer *Run order* in a real JupyterLab, as a reader uses it."""

import re

import pytest
from explorer_page import field, show, status, too_wide, within
from playwright.sync_api import Locator, expect

from techwar.explore import run_order

CELLS = ("from techwar import run_order", "explorer = run_order()\nexplorer")
OPEN = run_order(guess_first=False)
ANSWER = re.compile("210|220")


def step(lesson, name: str) -> Locator:
    return within(lesson).get_by_role("combobox", name=name)


def drawn(lesson) -> list[str]:
    """The counters, the cells and the names as they are drawn."""
    return within(lesson).locator("svg .code text").all_text_contents()


def guessed(lesson, number: str = "220") -> None:
    field(lesson).fill(number)
    show(lesson)


def test_a_guess_is_typed_and_shown_by_keyboard_alone(lesson):
    field(lesson).focus()
    lesson.page.keyboard.type("220")
    lesson.page.keyboard.press("Tab")
    lesson.page.keyboard.press("Enter")
    lesson.wait_until("explorer.guess, explorer.revealed", "(220.0, True)")
    expect(status(lesson)).to_have_text(lesson.python("print(explorer.sentence())"))
    expect(status(lesson)).to_contain_text("Your guess of 220 is 10.0 too high")
    expect(within(lesson).get_by_role("slider")).to_be_focused()


@pytest.mark.parametrize("typed", ["1400", "-3"])
def test_a_guess_out_of_range_is_refused_in_words(lesson, typed):
    guessed(lesson, typed)
    expect(status(lesson)).to_have_text("A guess is a number from 0 to 999: type a number.")
    lesson.wait_until("explorer.guess, explorer.revealed", "(None, False)")


def test_the_answer_is_nowhere_on_the_page_before_show(lesson):
    within(lesson).get_by_text("The numbers").click()
    whole = within(lesson).evaluate(
        """(one) => [one.textContent, one.querySelector("svg").getAttribute("aria-label"),
          one.querySelector("table").textContent].join()"""
    )
    assert not ANSWER.search(whole.replace("market = 200", ""))
    assert drawn(lesson)[:3] == ["[1]", "[2]", "[3]"]


def test_steps_are_chosen_by_keyboard_and_all_follows(lesson):
    guessed(lesson)
    step(lesson, "Second").focus()
    lesson.page.keyboard.press("ArrowUp")  # from cell 3 to cell 2
    expect(status(lesson)).to_contain_text("cell 1, then cell 2.")
    step(lesson, "Third").select_option("run cell 3")
    lesson.wait_until("explorer.state['step_3']", "3")
    expect(status(lesson)).to_contain_text("Cell 3 shows 220.0; from the top")
    assert drawn(lesson)[:3] == ["[4]", "[5]", "[6]"]
    expect(status(lesson)).to_have_text(lesson.python("print(explorer.sentence())"))


def test_after_a_restart_a_skipped_cell_is_an_error_beside_the_page(lesson):
    guessed(lesson)
    step(lesson, "First step").select_option("restart")
    expect(within(lesson).locator("svg .output")).to_contain_text(
        "NameError: name 'market' is not defined"
    )
    expect(within(lesson).locator("svg .code")).to_contain_text("no name")


def test_the_slider_changes_cell_1(lesson):
    guessed(lesson)
    within(lesson).get_by_role("slider").press("ArrowRight")
    lesson.wait_until("float(explorer.state['market'])", "210.0")
    assert "market = 210" in drawn(lesson)
    expect(status(lesson)).to_contain_text(
        "Cell 3 shows 220.0; from the top, this page gives 231.0"
    )


def test_after_a_reset_one_may_guess_again(lesson):
    guessed(lesson)
    step(lesson, "Third").select_option("run cell 3")
    within(lesson).get_by_role("button", name="Reset").click()
    expect(status(lesson)).to_contain_text("Guess first")
    expect(field(lesson)).to_be_focused()
    lesson.wait_until("explorer.guess, explorer.revealed", "(None, False)")
    lesson.wait_until("explorer.state", str({**OPEN.state}))


def test_python_moves_the_browser(lesson):
    lesson.python("explorer.revealed = True; explorer.state = {'step_1': '3', 'step_2': 'none'}")
    expect(status(lesson)).to_contain_text("Cell 3 shows 120.0")
    assert step(lesson, "First step").input_value() == "3"


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [320, 680])
def test_it_fits_where_it_stands(lesson, screenshots, theme, width):
    before = lesson.page.viewport_size
    lesson.page.set_viewport_size({"width": 1100, "height": 1600})
    lesson.command("apputils:change-theme", theme=theme)
    within(lesson).evaluate("(one, width) => { one.style.width = `${width}px`; }", width)
    for state in ("covered", "shown", "error"):
        if state == "shown":
            guessed(lesson)
        if state == "error":
            step(lesson, "First step").select_option("restart")
        assert too_wide(lesson) <= 0
        assert outside_the_drawing(lesson) == []
        name = f"run-order-{state}-{width}-{theme.split()[-1].lower()}.png"
        within(lesson).screenshot(path=screenshots / name)
    lesson.command("apputils:change-theme", theme="JupyterLab Light")
    lesson.page.set_viewport_size(before)


def outside_the_drawing(lesson) -> list[str]:
    """Words of the drawing that are cut off at its edge, once it is drawn at its width."""
    return within(lesson).evaluate(
        """async (whole) => {
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
          const { left, right, bottom } = whole.querySelector("svg").getBoundingClientRect();
          return [...whole.querySelectorAll("svg text")].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.left < left - 1 || box.right > right + 1 || box.bottom > bottom + 1;
          }).map((one) => one.textContent);
        }"""
    )

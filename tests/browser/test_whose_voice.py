"""The explorer *Whose voice?* in a real JupyterLab, as a reader uses it."""

import pytest
from explorer_page import field, overlapping, show, status, too_wide, within
from playwright.sync_api import expect

from techwar.explore import whose_voice

CELLS = ("from techwar import whose_voice", "explorer = whose_voice()\nexplorer")
OPEN = whose_voice(guess_first=False)
ANSWER = "22 %"


def guessed(lesson, guess: str = "40") -> None:
    field(lesson).fill(guess)
    show(lesson)


def choose(lesson, label: str, value: str) -> None:
    within(lesson).get_by_label(label).select_option(value)


def test_before_show_nothing_that_can_be_read_gives_the_answer_away(lesson):
    within(lesson).get_by_text("The numbers").click()
    held = within(lesson).evaluate(
        """(whole) => [whole.innerText, ...[...whole.querySelectorAll("svg, svg *, table")]
          .flatMap((one) => [one.textContent, one.getAttribute("aria-label") ?? ""])].join(" ")"""
    )
    assert ANSWER not in held
    assert "anonymous" not in held
    expect(within(lesson).locator(".controls")).to_be_hidden()


def test_a_guess_is_compared_with_the_share_and_reaches_python(lesson):
    guessed(lesson)
    expect(status(lesson)).to_contain_text(ANSWER)
    expect(status(lesson)).to_contain_text("18 points too high")
    lesson.wait_until("explorer.guess, explorer.revealed", "(40.0, True)")
    expect(status(lesson)).to_have_text(lesson.python("print(explorer.sentence())"))


@pytest.mark.parametrize(
    ("label", "value", "words"),
    [
        ("Kind of claim", "intention", "6 of 6 plans, 100 %"),
        ("Kind of speaker", "research firm", "Research firm: figures 3"),
        ("means", "wide", "leave open who stands behind them"),
        ("means", "narrow", "neither name nor firm"),
    ],
)
def test_each_list_redraws_the_bars_and_the_sentence(lesson, label, value, words):
    guessed(lesson)
    before = within(lesson).locator("svg").inner_html()
    choose(lesson, label, value)
    assert within(lesson).locator("svg").inner_html() != before
    expect(status(lesson)).to_contain_text(words)
    lesson.wait_until(f"{value!r} in explorer.state.values()", "True")
    expect(status(lesson)).to_have_text(lesson.python("print(explorer.sentence())"))


def test_a_list_moves_by_keyboard_and_keeps_the_focus(lesson):
    guessed(lesson)
    kinds = within(lesson).get_by_label("Kind of claim")
    expect(kinds).to_be_focused()
    kinds.press("ArrowDown")
    lesson.wait_until("explorer.state['kind']", "fact")
    expect(kinds).to_be_focused()
    expect(status(lesson)).to_contain_text("0 of 21 facts, 0 %")


def test_reset_covers_the_answer_again(lesson):
    guessed(lesson)
    choose(lesson, "Kind of claim", "opinion")
    within(lesson).get_by_role("button", name="Reset").click()
    expect(status(lesson)).to_contain_text("Guess first")
    lesson.wait_until("explorer.guess, explorer.state['kind']", "(None, 'all')")


def test_python_moves_the_browser(lesson):
    lesson.python("explorer.revealed = True; explorer.state = {'kind': 'forecast'}")
    expect(status(lesson)).to_contain_text("2 of 5 forecasts, 40 %")
    said = lesson.python("explorer.state = {'kind': 'rumour'}")
    assert said.startswith("kind cannot be 'rumour': choose one of")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [320, 680])
def test_it_fits_where_it_stands(lesson, screenshots, theme, width):
    before = lesson.page.viewport_size
    lesson.page.set_viewport_size({"width": 1100, "height": 2000})
    lesson.command("apputils:change-theme", theme=theme)
    within(lesson).evaluate("(one, width) => { one.style.width = `${width}px`; }", width)
    guessed(lesson)
    choose(lesson, "means", "wide")  # its labels are the longest
    assert too_wide(lesson) <= 0
    assert overlapping(lesson) == []
    assert cut_off(lesson) == []
    name = f"whose-voice-{width}-{theme.split()[-1].lower()}.png"
    within(lesson).screenshot(path=screenshots / name)
    lesson.command("apputils:change-theme", theme="JupyterLab Light")
    lesson.page.set_viewport_size(before)


def cut_off(lesson) -> list[str]:
    """Words that begin left of the drawing or end right of the explorer."""
    return within(lesson).evaluate(
        """(whole) => {
          const { left } = whole.querySelector("svg").getBoundingClientRect();
          const { right } = whole.getBoundingClientRect();
          return [...whole.querySelectorAll("svg text")].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.left < left - 14 || box.right > right;
          }).map((one) => one.textContent);
        }"""
    )

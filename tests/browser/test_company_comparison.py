"""The explorer *Company comparison* in a real JupyterLab, as a reader uses it."""

import re

import pytest
from explorer_page import field, serious, show, status, too_wide, within
from playwright.sync_api import expect

from techwar.explore import compare_companies

CELLS = (
    "from techwar import compare_companies",
    "explorer = compare_companies(guess_first=True)\nexplorer",
)
OPEN = compare_companies()
ANSWER = "18.8"


@pytest.fixture
def shown(lesson):
    """The same, guessed and shown."""
    field(lesson).fill("15")
    show(lesson)
    lesson.wait_until("explorer.guess, explorer.revealed", "(15.0, True)")
    return lesson


def choose(lesson, label: str, words: str) -> None:
    within(lesson).get_by_role("combobox", name=label, exact=True).select_option(label=words)


def same_words(lesson) -> None:
    """Python has heard of the change and says the same."""
    said = status(lesson).inner_text()
    lesson.wait_until("explorer.sentence()", said)


def test_a_guess_is_dragged_with_the_pointer(lesson):
    grip = within(lesson).locator("[data-grip]").bounding_box()
    track = within(lesson).locator(".track rect").bounding_box()
    y = grip["y"] + grip["height"] / 2
    lesson.page.mouse.move(grip["x"] + grip["width"] / 2, y)
    lesson.page.mouse.down()
    lesson.page.mouse.move(track["x"] + track["width"] * 0.4, y, steps=5)
    lesson.page.mouse.up()
    assert float(field(lesson).input_value()) == pytest.approx(20, abs=0.3)


def test_the_answer_is_nowhere_on_the_page_before_show(lesson):
    field(lesson).fill("15")
    within(lesson).get_by_text("The numbers").click()
    found = within(lesson).evaluate("one => one.outerHTML")
    assert ANSWER not in found
    assert "39.1" not in found  # the firm farthest to the right


def test_show_by_keyboard_reveals_the_others_beside_the_guess(lesson):
    field(lesson).fill("15")
    lesson.page.keyboard.press("Tab")
    lesson.page.keyboard.press("Enter")
    lesson.wait_until("explorer.guess, explorer.revealed", "(15.0, True)")
    expect(status(lesson)).to_contain_text("Your guess of 15 % is 3.8 points too low.")
    expect(within(lesson).locator(".points circle")).to_have_count(16)
    same_words(lesson)


def test_a_drop_down_changes_the_firms_and_all_follows(shown):
    choose(shown, "Firms", "video surveillance")
    expect(within(shown).locator(".points circle")).to_have_count(3)
    expect(status(shown)).to_contain_text("0.6 points below the other")
    expect(within(shown).get_by_role("listitem").first).to_contain_text("(Axis Communications)")
    same_words(shown)


def test_a_drop_down_moves_by_keyboard(shown):
    within(shown).get_by_role("combobox", name="Firms", exact=True).focus()
    shown.page.keyboard.press("ArrowDown")
    shown.wait_until("explorer.state['firms']", "article")
    same_words(shown)


def test_firms_are_ticked_by_name(shown):
    choose(shown, "Firms", "chosen by name")
    expect(within(shown).get_by_role("checkbox", name="Hikvision")).to_be_checked()
    within(shown).get_by_role("checkbox", name="ZTE").focus()
    shown.page.keyboard.press("Space")
    shown.wait_until("'zte' in explorer.state['names']", "True")
    same_words(shown)


def test_a_view_shows_the_controls_that_it_needs(shown):
    against = within(shown).get_by_role("combobox", name="Against")
    base = within(shown).get_by_role("slider", name="Year that is 100")
    expect(against).to_be_visible()
    expect(base).to_be_hidden()
    choose(shown, "View", "lines: over years")
    choose(shown, "Measure", "Revenue as an index")
    expect(against).to_be_hidden()
    base.press("ArrowRight")
    expect(status(shown)).to_contain_text("2015 = 100")
    same_words(shown)


def test_a_list_says_who_has_no_figure(shown):
    choose(shown, "View", "list: one measure")
    expect(within(shown).locator(".hidden text").first).to_have_text("no figure for 2018")
    choose(shown, "Measure", "Revenue")
    expect(within(shown)).to_contain_text("reported in USD: choose US dollars to compare")
    choose(shown, "Amounts", "in US dollars")
    expect(within(shown)).not_to_contain_text("choose US dollars to compare")
    same_words(shown)


def test_what_became_public_later_is_shown_only_when_asked_for(shown):
    expect(within(shown)).not_to_contain_text("Yixin,")
    choose(shown, "Public", "all")
    expect(status(shown)).to_contain_text("of 15 firms have a figure")
    same_words(shown)


def test_python_moves_the_browser(shown):
    shown.python("explorer.state = {'view': 'bars', 'across': 'founded'}")
    expect(status(shown)).to_contain_text("Founding year")
    said = shown.python("explorer.state = {'firms': 'cameras'}")
    assert said.startswith("firms cannot be 'cameras': choose one of")


def test_after_a_reset_one_may_guess_again(shown):
    choose(shown, "Firms", "chips")
    within(shown).get_by_role("button", name="Reset").click()
    expect(status(shown)).to_contain_text("Guess first")
    assert ANSWER not in within(shown).evaluate("one => one.outerHTML")
    shown.wait_until("explorer.guess, explorer.revealed", "(None, False)")


@pytest.mark.parametrize("view", ["dots", "bars", "lines"])
def test_axe_finds_nothing_serious(shown, axe, view):
    shown.python(f"explorer.state = {{'view': {view!r}, 'firms': 'names'}}")
    within(shown).get_by_text("The numbers").click()
    assert serious(shown, axe) == []


def test_the_text_alternative_is_in_the_accessibility_tree(shown):
    expect(within(shown).get_by_role("img")).to_have_accessible_name(OPEN.description())


def test_a_saved_copy_is_alive_where_no_kernel_has_run_it(shown, notebook):
    copy = notebook(file=shown.save())
    expect(status(copy)).to_contain_text("Your guess of 15 %")
    choose(copy, "Firms", "chips")
    expect(status(copy)).to_contain_text("5 of 5 firms")
    assert copy.errors == []


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [320, 680])
def test_it_fits_where_it_stands(tall, screenshots, theme, width):
    tall.command("apputils:change-theme", theme=theme)
    within(tall).evaluate("(one, width) => { one.style.width = `${width}px`; }", width)
    for view in ("covered", "dots", "bars", "lines"):
        if view == "dots":
            field(tall).fill("15")
            show(tall)
        if view in ("bars", "lines"):
            tall.python(f"explorer.state = {{'view': {view!r}, 'firms': 'article'}}")
            expect(status(tall)).not_to_contain_text("Your guess")
        assert too_wide(tall) <= 0
        name = f"companies-{view}-{width}-{theme.split()[-1].lower()}.png"
        within(tall).screenshot(path=screenshots / name)


@pytest.fixture
def tall(lesson):
    """The notebook in a window that shows the whole explorer, back to light afterwards."""
    before = lesson.page.viewport_size
    lesson.page.set_viewport_size({"width": 1100, "height": 2400})
    yield lesson
    lesson.command("apputils:change-theme", theme="JupyterLab Light")
    lesson.page.set_viewport_size(before)


def test_the_question_of_the_picture_is_the_one_of_python(lesson):
    expect(within(lesson).locator(".question")).to_have_text(
        re.compile(re.escape(compare_companies(guess_first=True).sentence()))
    )

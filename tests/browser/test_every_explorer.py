"""What every explorer does in a real JupyterLab, whichever it is: each opening is one case."""

from collections.abc import Callable
from typing import Any

import pytest
from explorer_page import overlapping, serious, status, too_wide, within
from playwright.sync_api import expect

from techwar.explore import Explorer
from techwar.explore.openings import openings

FOUND = {explorer.picture_name.removesuffix(".svg"): explorer for explorer in openings()}
CELL = "from techwar.explore.openings import OPENINGS\nexplorer = OPENINGS[number]()\nexplorer"


@pytest.fixture(scope="module")
def page(only_notebook: Callable[..., Any]) -> Any:
    """Return a notebook of one cell, which opens the explorer that has this number."""
    return only_notebook(CELL)


@pytest.fixture(scope="module", params=FOUND)
def opened(request: pytest.FixtureRequest, page: Any) -> Any:
    """Return the notebook with nothing but one explorer, run once."""
    page.page.set_viewport_size({"width": 1100, "height": 2400})
    page.python(f"number = {list(FOUND).index(request.param)}")
    page.run_all()
    page.wait_until("explorer.picture_name", f"{request.param}.svg")
    expect(page.page.locator(".techwar-explorer")).to_have_count(1, timeout=30_000)
    page.case = FOUND[request.param]
    page.name = request.param
    return page


@pytest.fixture
def case(opened: Any) -> Any:
    """Return the notebook with its explorer as it opened, and look for errors afterwards."""
    within(opened).get_by_role("button", name="Reset").click()
    opened.page.wait_for_timeout(200)  # the browser tells Python a tenth of a second later
    opened.wait_until("explorer.state == explorer.spec['opening']", "True")
    yield opened
    assert opened.errors == []
    assert opened.outside == []


def reveal(opened: Any) -> None:
    opened.python("explorer.revealed = True")
    expect(within(opened).locator(".ask")).to_be_hidden()


def explorer_of(opened: Any) -> Explorer:
    return opened.case


def test_the_page_says_what_python_says(case: Any) -> None:
    if explorer_of(case).spec["guess_first"]:
        expect(within(case).locator(".question")).to_have_text(
            case.python("print(explorer.sentence())")
        )
        reveal(case)
    expect(status(case)).to_have_text(case.python("print(explorer.scene()['sentence'])"))
    expect(within(case).get_by_role("img")).to_have_accessible_name(
        case.python("print(explorer.description())")
    )


def test_each_control_moves_by_keyboard_and_keeps_the_focus(case: Any) -> None:
    reveal(case)
    shown = within(case)
    for control in explorer_of(case)._controls:
        part = shown.locator(f"[name='{control.key}']:enabled").first
        if not part.is_visible():
            continue
        before = case.python(f"print(explorer.state[{control.key!r}])")
        kind = type(control).__name__
        if kind == "Checkboxes" and len(next(iter(control.offers.values()))) == 1:
            continue
        if kind == "Dropdown" and part.locator("option").count() == 1:
            continue
        part.focus()
        if kind == "Checkboxes":
            key = "Space"
        elif kind == "Slider":
            key = "ArrowLeft" if float(part.input_value()) == control.max else "ArrowRight"
        else:
            last = part.evaluate("one => one.selectedIndex === one.options.length - 1")
            key = "ArrowUp" if last else "ArrowDown"
        case.page.keyboard.press(key)
        expect(part).to_be_focused()
        case.wait_until(f"str(explorer.state[{control.key!r}]) != {before!r}", "True")
        expect(shown.get_by_role("status")).to_have_text(
            case.python("print(explorer.scene()['sentence'])")
        )


@pytest.mark.parametrize("shown", [False, True])
def test_axe_finds_nothing_serious(case: Any, axe: str, shown: bool) -> None:
    if shown:
        reveal(case)
    details = within(case).locator("details")
    if not details.evaluate("one => one.open"):
        details.locator("summary").click()
    assert serious(case, axe) == []


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [320, 680])
def test_it_fits_where_it_stands(case: Any, screenshots: Any, theme: str, width: int) -> None:
    case.command("apputils:change-theme", theme=theme)
    shown = within(case)
    shown.evaluate("(one, width) => { one.style.width = `${width}px`; }", width)
    for state in ("covered", "shown"):
        if state == "shown":
            reveal(case)
        assert too_wide(case) <= 0
        name = f"{explorer_of(case).name}-{list(FOUND).index(case.name)}-{state}-{width}"
        shown.screenshot(path=screenshots / f"{name}-{theme.split()[-1].lower()}.png")
        assert overlapping(case) == []
    expect(shown.locator("[data-grip]")).to_have_count(0)  # shown, nothing asks any more
    case.command("apputils:change-theme", theme="JupyterLab Light")


def test_at_twice_the_size_nothing_is_cut_off(case: Any) -> None:
    # What a window of 1100 pixels holds when its reader zooms to 200 per cent.
    case.page.set_viewport_size({"width": 550, "height": 2400})
    case.command("application:toggle-left-area")
    reveal(case)
    assert too_wide(case) <= 0
    assert overlapping(case) == []
    case.command("application:toggle-left-area")
    case.page.set_viewport_size({"width": 1100, "height": 2400})


def test_each_control_keeps_the_notebooks_shortcuts_away(case: Any) -> None:
    bare = "input, button, select, summary"
    marks = (
        within(case)
        .locator(bare)
        .evaluate_all("all => all.map((one) => one.dataset.lmSuppressShortcuts)")
    )
    assert set(marks) == {"true"}

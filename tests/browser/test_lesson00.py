"""The first page as somebody meets it who never saw a notebook: what it says to do works."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lesson_page import ALL_RAN
from playwright.sync_api import Locator, expect

from techwar.work import without_outputs

ROOT = Path(__file__).parents[2]
LESSON = ROOT / "lessons" / "00-how-does-a-notebook-answer.ipynb"
OUTPUTS = """() => jupyterapp.shell.currentWidget.content.widgets
  .filter((cell) => cell.model.type === "code")
  .flatMap((cell) => cell.model.outputs.toJSON())"""


@pytest.fixture(scope="module")
def page(notebook: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return the student's copy of the page: no outputs, nothing run."""
    copy = tmp_path_factory.mktemp("work") / LESSON.name
    copy.write_text(without_outputs(LESSON), encoding="utf-8")
    return notebook(file=copy)


def cell(page: Any, text: str) -> Locator:
    """The code cell with this text."""
    return page.page.locator(".jp-CodeCell").filter(has_text=text).first


def menu(page: Any, name: str, item: str) -> Locator:
    """An entry of a menu, which is opened."""
    page.page.get_by_role("menuitem", name=name, exact=True).click()
    return page.page.get_by_role("menuitem", name=item).first


def test_shift_and_enter_runs_a_cell_and_the_counter_says_so(page: Any) -> None:
    first = cell(page, "This cell ran.")
    first.locator(".cm-content").click()
    page.page.keyboard.press("Shift+Enter")
    expect(first.locator(".jp-OutputArea-output")).to_contain_text("This cell ran.")
    expect(first.locator(".jp-InputPrompt").first).to_have_text("[1]:")


def test_the_button_above_the_page_runs_a_cell_as_well(page: Any) -> None:
    first = cell(page, "This cell ran.")
    first.locator(".cm-content").click()
    before = first.locator(".jp-InputPrompt").first.inner_text()
    page.page.get_by_role("button", name="Run this cell and advance").first.click()
    expect(first.locator(".jp-InputPrompt").first).not_to_have_text(before)


def test_the_menus_hold_what_the_page_names(page: Any) -> None:
    for name, item in (
        ("Run", "Restart Kernel and Run All Cells"),
        ("Kernel", "Restart Kernel"),
        ("Edit", "Undo Cell Operation"),
        ("File", "Download"),
    ):
        expect(menu(page, name, item)).to_be_visible()
        page.page.keyboard.press("Escape")
        page.page.keyboard.press("Escape")
    expect(page.page.get_by_role("button", name="Upload Files")).to_be_visible()


def test_a_deleted_cell_lives_on_in_the_kernel_and_comes_back_by_undo(page: Any) -> None:
    for text in ("draft = 12", "draft + 1"):
        cell(page, text).locator(".cm-content").click()
        page.page.keyboard.press("Shift+Enter")
    cells = page.page.locator(".jp-CodeCell")
    draft = cells.filter(has_text="draft = 12")
    draft.locator(".jp-InputPrompt").first.click()
    page.page.keyboard.press("d")
    page.page.keyboard.press("d")
    expect(draft).to_have_count(0)
    again = cell(page, "draft + 1")
    again.locator(".cm-content").click()
    page.page.keyboard.press("Shift+Enter")
    expect(again.locator(".jp-OutputArea-output")).to_contain_text("13")
    menu(page, "Edit", "Undo Cell Operation").click()
    expect(draft).to_have_count(1)


def test_run_from_the_top_it_reaches_its_end_past_the_error_made_on_purpose(
    page: Any,
) -> None:
    menu(page, "Run", "Restart Kernel and Run All Cells").click()
    page.page.locator(".jp-Dialog .jp-mod-accept").click()
    page.page.wait_for_function(ALL_RAN, timeout=60_000)
    outputs = page.page.evaluate(OUTPUTS)
    assert [one["ename"] for one in outputs if one["output_type"] == "error"] == ["NameError"]
    assert not [one for one in outputs if one.get("name") == "stderr"]
    assert page.errors == []
    assert page.outside == []

"""Lesson 3 as a student meets it: opened, run from the top, guessed in, saved and reopened."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lesson_page import LOST, PICTURES, run_through
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
LESSON = ROOT / "lessons" / "03-how-big-is-the-market.ipynb"
EXERCISES = ROOT / "exercises" / "03-how-big-is-the-market.ipynb"
# What stands between the top of the notebook's window and the heading that a link leads to.
DISTANCE = """() => {
  const heading = [...document.querySelectorAll('.jp-Notebook h2')]
    .find((h2) => h2.textContent.startsWith('Numbers on this page'));
  const window = document.querySelector('.jp-WindowedPanel-outer');
  if (!heading) return Infinity;  // Lab lays the cells out one by one after it has opened
  return heading.getBoundingClientRect().top - window.getBoundingClientRect().top;
}"""


@pytest.fixture(scope="module")
def shipped(notebook: Callable[..., Any]) -> Any:
    """Return the lesson as it is shipped, opened and not run."""
    return notebook(file=LESSON)


@pytest.fixture(scope="module")
def ran(notebook: Callable[..., Any]) -> Any:
    """Return the lesson, run from the top by a student who wrote nothing."""
    return run_through(notebook(file=LESSON))


def figure(page: Page) -> Any:
    return page.locator(".techwar-explorer").first


def test_the_first_picture_of_the_explorer_asks_and_does_not_answer(shipped: Any) -> None:
    # Lab lays the outputs out one by one after it has opened.
    shipped.page.wait_for_function(f"() => ({PICTURES})().length > 1")
    covered = shipped.page.evaluate(PICTURES)[1][1]
    assert "how much of the world's growth is China's?" in covered


def test_a_number_leads_to_the_table_at_the_foot_at_the_first_click(shipped: Any) -> None:
    shipped.page.wait_for_function(f"() => Number.isFinite(({DISTANCE})())")
    shipped.page.locator('.jp-Notebook a[href="#numbers"]').first.click()
    shipped.page.wait_for_function(f"() => Math.abs(({DISTANCE})()) < 150", timeout=10_000)


def test_a_guess_in_the_picture_reaches_the_prediction_log(ran: Any) -> None:
    explorer = figure(ran.page)
    explorer.locator('input[name="guess"]').fill("44")
    explorer.locator("button.show").click()
    expect(explorer.locator('[role="status"]')).to_contain_text("22 points too low")
    ran.wait_until("explorer.guess == 44", "True")
    said = ran.python(
        "from techwar import prediction_log; print(prediction_log('3', 'guess_part', "
        "namespace={'guess_part': explorer.guess}))"
    )
    assert "44 | 66 per cent | 22 less than the result" in said


def test_saved_and_reopened_the_explorers_place_is_not_lost(
    ran: Any, notebook: Callable[..., Any], screenshots: Path
) -> None:
    copy = notebook(file=ran.save())
    place = copy.page.locator('.techwar-explorer, .jp-OutputArea-output img[alt*="China is 44"]')
    expect(place.first).to_be_visible()
    assert not LOST.search(copy.page.inner_text("body"))
    assert copy.errors == []
    copy.page.screenshot(path=str(screenshots / "lesson03-reopened.png"))


def test_the_exercises_wait_and_a_right_answer_is_done(notebook: Callable[..., Any]) -> None:
    opened = notebook(file=EXERCISES)
    opened.run_all()
    done = opened.page.locator(".jp-OutputArea-output strong", has_text="Not started")
    expect(done).to_have_count(6, timeout=60_000)
    said = opened.python(
        "world_2016 = world_2017 / (1 + world_growth_2017 / 100); print(check('3.1').state)"
    )
    assert said == "done"

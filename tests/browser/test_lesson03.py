"""Lesson 3 as a student meets it: opened, run from the top, guessed in, saved and reopened."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Page, expect

from techwar.authoring.companion import alt_texts

ROOT = Path(__file__).parents[2]
LESSON = ROOT / "lessons" / "03-how-big-is-the-market.ipynb"
EXERCISES = ROOT / "exercises" / "03-how-big-is-the-market.ipynb"
LOST = re.compile("model not found|Error displaying widget", re.IGNORECASE)

# Every picture of the page: is it drawn, and which words does it carry?
PICTURES = """() => [...document.querySelectorAll('.jp-OutputArea-output img')]
  .map((img) => [img.complete && img.naturalWidth > 100, img.alt])"""
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
    opened = notebook(file=LESSON)
    opened.run_all()
    opened.page.wait_for_function(
        """() => jupyterapp.shell.currentWidget.content.widgets
          .filter((cell) => cell.model.type === "code")
          .every((cell) => cell.model.executionCount !== null
            && cell.model.executionState === "idle")""",
        timeout=120_000,
    )
    return opened


def figure(page: Page) -> Any:
    return page.locator(".techwar-explorer").first


def test_opened_without_running_it_shows_its_pictures_with_their_words(shipped: Any) -> None:
    words = alt_texts(nbformat.read(LESSON, as_version=4))
    shipped.page.wait_for_function(f"() => ({PICTURES})().length === {len(words)}")
    shipped.page.wait_for_function(f"() => ({PICTURES})().every(([drawn]) => drawn)")
    assert [alt for _, alt in shipped.page.evaluate(PICTURES)] == words
    assert not LOST.search(shipped.page.inner_text("body"))
    assert shipped.errors == []
    assert shipped.outside == []


def test_the_first_picture_of_the_explorer_asks_and_does_not_answer(shipped: Any) -> None:
    covered = shipped.page.evaluate(PICTURES)[1][1]
    assert "how much of the world's growth is China's?" in covered


def test_a_number_leads_to_the_table_at_the_foot_at_the_first_click(shipped: Any) -> None:
    shipped.page.wait_for_function(f"() => Number.isFinite(({DISTANCE})())")
    shipped.page.locator('.jp-Notebook a[href="#numbers"]').first.click()
    shipped.page.wait_for_function(f"() => Math.abs(({DISTANCE})()) < 150", timeout=10_000)


def test_run_from_the_top_nothing_stops_and_nothing_warns(ran: Any) -> None:
    spoilt = ran.page.locator('[data-mime-type="application/vnd.jupyter.stderr"]')
    expect(spoilt).to_have_count(0)
    states = ran.page.locator(".jp-OutputArea-output strong", has_text="Not started")
    expect(states).to_have_count(4)
    assert ran.errors == []
    assert ran.outside == []


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
    assert "44 | 66 per cent | 22 below the result" in said


def test_axe_finds_nothing_serious_in_the_outputs(ran: Any, axe: str) -> None:
    ran.page.evaluate(axe)
    found = ran.page.evaluate(
        "() => axe.run('.jp-OutputArea-output').then((r) => r.violations"
        ".filter((v) => ['serious', 'critical'].includes(v.impact))"
        ".map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 200))]))"
    )
    assert found == []


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


def test_the_lesson_looks_like_a_page(ran: Any, screenshots: Path) -> None:
    """Pictures for a person to look at: each screen of the lesson, as it ran."""
    ran.page.set_viewport_size({"width": 1100, "height": 1400})
    panel = ".jp-WindowedPanel-outer"
    height = ran.page.evaluate(f"() => document.querySelector('{panel}').scrollHeight")
    for number, top in enumerate(range(0, height, 1250)):
        ran.page.evaluate(f"() => {{ document.querySelector('{panel}').scrollTop = {top}; }}")
        ran.page.wait_for_timeout(150)
        ran.page.screenshot(path=str(screenshots / f"lesson03-{number:02}.png"))
    assert height > 3000

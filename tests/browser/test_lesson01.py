"""Lesson 1 as a student meets it: opened, run from the top, guessed in, exercises checked."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import expect

from techwar.authoring.companion import alt_texts

ROOT = Path(__file__).parents[2]
LESSON = ROOT / "lessons" / "01-who-says-so.ipynb"
EXERCISES = ROOT / "exercises" / "01-who-says-so.ipynb"
LOST = re.compile("model not found|Error displaying widget", re.IGNORECASE)
PICTURES = """() => [...document.querySelectorAll('.jp-OutputArea-output img')]
  .map((img) => [img.complete && img.naturalWidth > 100, img.alt])"""


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


def test_opened_without_running_it_shows_its_pictures_with_their_words(
    notebook: Callable[..., Any],
) -> None:
    shipped = notebook(file=LESSON)
    words = alt_texts(nbformat.read(LESSON, as_version=4))
    shipped.page.wait_for_function(f"() => ({PICTURES})().length === {len(words)}")
    shipped.page.wait_for_function(f"() => ({PICTURES})().every(([drawn]) => drawn)")
    assert [alt for _, alt in shipped.page.evaluate(PICTURES)] == words
    assert not LOST.search(shipped.page.inner_text("body"))
    assert (shipped.errors, shipped.outside) == ([], [])


def test_run_from_the_top_nothing_stops_and_nothing_warns(ran: Any) -> None:
    expect(ran.page.locator('[data-mime-type="application/vnd.jupyter.stderr"]')).to_have_count(0)
    states = ran.page.locator(".jp-OutputArea-output strong", has_text="Not started")
    expect(states).to_have_count(4)
    assert (ran.errors, ran.outside) == ([], [])


def test_a_guess_in_the_picture_reaches_the_prediction_log(ran: Any) -> None:
    explorer = ran.page.locator(".techwar-explorer").first
    explorer.locator('input[name="guess"]').fill("40")
    explorer.locator("button.show").click()
    expect(explorer.locator('[role="status"]')).to_contain_text("18 points too high")
    ran.wait_until("explorer.guess == 40", "True")
    said = ran.python(
        "from techwar import prediction_log; print(prediction_log('1', 'guess_unnamed', "
        "namespace={'guess_unnamed': explorer.guess}))"
    )
    assert "40 | 22 per cent | 18 above the result" in said


def test_axe_finds_nothing_serious_in_the_outputs(ran: Any, axe: str) -> None:
    ran.page.evaluate(axe)
    found = ran.page.evaluate(
        "() => axe.run('.jp-OutputArea-output').then((r) => r.violations"
        ".filter((v) => ['serious', 'critical'].includes(v.impact))"
        ".map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 200))]))"
    )
    assert found == []


def test_the_exercises_wait_and_a_right_answer_is_done(notebook: Callable[..., Any]) -> None:
    opened = notebook(file=EXERCISES)
    opened.run_all()
    waiting = opened.page.locator(".jp-OutputArea-output strong", has_text="Not started")
    expect(waiting).to_have_count(6, timeout=60_000)
    said = opened.python(
        'terms = pd.read_csv(path("glossary"))[["term_zh", "term", "id"]]; '
        'print(check("1.2").state); '
        'bars = alt.Chart(claims).mark_bar().encode(x="count()", y=alt.Y("speaker_kind"))\n'
        'says = "The newspaper makes 21 of 45 claims, by our count."; print(check("1.4").hint)'
    )
    assert said.split() == ["done", "by", "name"]


def test_the_lesson_looks_like_a_page(ran: Any, screenshots: Path) -> None:
    """Pictures for a person to look at: each screen of the lesson, as it ran."""
    ran.page.set_viewport_size({"width": 1100, "height": 1400})
    panel = ".jp-WindowedPanel-outer"
    height = ran.page.evaluate(f"() => document.querySelector('{panel}').scrollHeight")
    for number, top in enumerate(range(0, height, 1250)):
        ran.page.evaluate(f"() => {{ document.querySelector('{panel}').scrollTop = {top}; }}")
        ran.page.wait_for_timeout(150)
        ran.page.screenshot(path=str(screenshots / f"lesson01-{number:02}.png"))
    assert height > 3000

"""Lesson 1 as a student uses it: guessed in, exercises checked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lesson_page import run_through
from playwright.sync_api import expect

ROOT = Path(__file__).parents[2]
LESSON = ROOT / "lessons" / "01-who-says-so.ipynb"
EXERCISES = ROOT / "exercises" / "01-who-says-so.ipynb"


@pytest.fixture(scope="module")
def ran(notebook: Callable[..., Any]) -> Any:
    """Return the lesson, run from the top by a student who wrote nothing."""
    return run_through(notebook(file=LESSON))


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
    assert "40 | 22 per cent | 18 more than the result" in said


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

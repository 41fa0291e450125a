"""Every lesson as a student meets it: opened, and run from the top without an answer."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from explorer_page import serious
from lesson_page import LOST, PICTURES, run_through
from playwright.sync_api import expect

from techwar.authoring.companion import alt_texts

ROOT = Path(__file__).parents[2]
LESSONS = sorted(ROOT.glob("lessons/[0-9]*.ipynb"))
CHECK = re.compile(r"^check\(", re.MULTILINE)
WAITING = ".jp-OutputArea-output strong"


@pytest.fixture(scope="module", params=LESSONS, ids=lambda file: file.stem)
def lesson(request: pytest.FixtureRequest) -> Path:
    """Return the file of one lesson after the other."""
    return request.param


@pytest.fixture(scope="module")
def shipped(lesson: Path, only_notebook: Callable[..., Any]) -> Any:
    """Return the lesson as it is shipped, opened and not run."""
    return only_notebook(file=lesson)


@pytest.fixture(scope="module")
def as_shipped(shipped: Any, lesson: Path) -> Any:
    """Return what the lesson's page says and shows before a cell is run."""
    count = len(alt_texts(nbformat.read(lesson, as_version=4)))
    shipped.page.wait_for_function(f"() => ({PICTURES})().length === {count}")
    shipped.page.wait_for_function(f"() => ({PICTURES})().every(([drawn]) => drawn)")
    pictures = [alt for _, alt in shipped.page.evaluate(PICTURES)]
    return pictures, shipped.page.inner_text("body"), [*shipped.errors, *shipped.outside]


@pytest.fixture(scope="module")
def ran(shipped: Any, as_shipped: Any) -> Any:
    """Return the lesson, run from the top, once it was looked at."""
    return run_through(shipped)


def checks(file: Path) -> int:
    """How many cells of a notebook look at an answer."""
    cells = nbformat.read(file, as_version=4).cells
    return sum(bool(CHECK.search(cell.source)) for cell in cells if cell.cell_type == "code")


def on_purpose(file: Path) -> int:
    """How many cells of a notebook stopped when it was built; the companion test knows why."""
    cells = nbformat.read(file, as_version=4).cells
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return sum(output.output_type == "error" for output in outputs)


def test_opened_without_running_it_shows_its_pictures_with_their_words(
    lesson: Path, as_shipped: Any
) -> None:
    pictures, words, wrong = as_shipped
    assert pictures == alt_texts(nbformat.read(lesson, as_version=4))
    assert not LOST.search(words)
    assert wrong == []


def test_run_from_the_top_nothing_stops_and_nothing_warns(lesson: Path, ran: Any) -> None:
    # Lab shows an error where it shows a warning: only one made on purpose may stand there.
    spoilt = ran.page.locator('[data-mime-type="application/vnd.jupyter.stderr"]')
    expect(spoilt).to_have_count(on_purpose(lesson))
    expect(ran.page.locator(WAITING, has_text="Not started")).to_have_count(checks(lesson))
    assert (ran.errors, ran.outside) == ([], [])


def test_axe_finds_nothing_serious_in_the_outputs(ran: Any, axe: str) -> None:
    assert serious(ran, axe, ".jp-OutputArea-output") == []


def test_the_lesson_looks_like_a_page(lesson: Path, ran: Any, screenshots: Path) -> None:
    """Pictures for a person to look at: each screen of the lesson, as it ran."""
    ran.page.set_viewport_size({"width": 1100, "height": 1400})
    panel = ".jp-WindowedPanel-outer"
    height = ran.page.evaluate(f"() => document.querySelector('{panel}').scrollHeight")
    for number, top in enumerate(range(0, height, 1250)):
        ran.page.evaluate(f"() => {{ document.querySelector('{panel}').scrollTop = {top}; }}")
        ran.page.wait_for_timeout(150)
        name = f"lesson{lesson.stem[:2]}-{number:02}.png"
        ran.page.screenshot(path=str(screenshots / name))
    assert height > 3000


def test_the_exercises_wait(lesson: Path, only_notebook: Callable[..., Any]) -> None:
    file = ROOT / "exercises" / lesson.name
    opened = only_notebook(file=file)
    opened.run_all()
    waiting = opened.page.locator(WAITING, has_text="Not started")
    expect(waiting).to_have_count(checks(file), timeout=60_000)

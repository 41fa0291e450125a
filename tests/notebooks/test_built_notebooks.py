"""Every built notebook is what its text says, ran, and keeps the rules that nbval cannot see.

nbval itself runs each notebook once, beside this file (stage "notebooks").
"""

from pathlib import Path

import nbformat
import pytest

from techwar.authoring.companion import problems
from techwar.authoring.lesson import lesson_folders, read_lesson
from techwar.authoring.notebooks import differences, stale_numbers
from techwar.authoring.prose import bare_numbers, dollars

ROOT = Path(__file__).parents[2]
ROOMS = ("lessons", "exercises", "solutions")
BUILT = [file for room in ROOMS for file in sorted((ROOT / room).glob("*.ipynb"))]
LESSONS = lesson_folders(ROOT / "course")
TEXTS = [file for folder in LESSONS for file in sorted(folder.glob("*.*"))]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("folder", LESSONS, ids=name)
def test_the_notebooks_are_what_the_texts_say(folder: Path) -> None:
    found = differences(read_lesson(folder), ROOT)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("file", BUILT, ids=name)
def test_a_built_notebook_keeps_the_rules(file: Path) -> None:
    found = problems(nbformat.read(file, as_version=4), file.parent.name, name(file))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("file", BUILT, ids=name)
def test_the_facts_on_a_page_are_those_of_the_tables(file: Path) -> None:
    found = stale_numbers(nbformat.read(file, as_version=4), name(file))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("file", TEXTS, ids=name)
def test_nobody_types_a_number_into_prose(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".md" and text.startswith("---"):
        text = (
            "\n" * text[: text.index("\n---", 3)].count("\n") + text[text.index("\n---", 3) + 4 :]
        )
    if file.suffix == ".csv":
        text = "\n".join(line.partition(",")[2] for line in text.splitlines())  # without the ids
    found = [
        f"{name(file)}, line {place.line}: {place.text} is typed" for place in bare_numbers(text)
    ]
    found += [f"{name(file)}, line {place.line}: a dollar sign" for place in dollars(text)]
    assert not found, "\n".join(found)


def test_every_lesson_has_its_three_notebooks_and_no_notebook_lacks_a_text() -> None:
    wanted = {
        f"{room}/{folder.name}.ipynb"
        for folder in LESSONS
        for room in (ROOMS if folder.name[0].isdigit() else ROOMS[:1])
    }
    assert {name(file) for file in BUILT} == wanted


@pytest.mark.parametrize("file", [f for f in BUILT if f.parent.name == "lessons"], ids=name)
def test_a_lesson_stays_small(file: Path) -> None:
    assert file.stat().st_size < 300_000

"""The first page leads to every lesson, and promises what that lesson says of itself."""

import re
from pathlib import Path

import pytest

from techwar.authoring.lesson import lesson_folders

ROOT = Path(__file__).parents[2]
NUMBERED = [folder for folder in lesson_folders(ROOT / "course") if folder.name[0].isdigit()]
FIRST = NUMBERED[0]
ROW = re.compile(
    r"^\| \[Lesson (?P<number>\d+): (?P<title>.+?)\]\((?P<file>\S+)\) \| (?P<answer>.+?) "
    r"\| (?P<teach>\d+) min / (?P<practise>\d+) min \|$",
    re.MULTILINE,
)
ROAD = [match.groupdict() for match in ROW.finditer((FIRST / "lesson.md").read_text("utf-8"))]


def test_the_road_lists_the_lessons_that_exist_in_their_order() -> None:
    assert [row["file"] for row in ROAD] == [f"{folder.name}.ipynb" for folder in NUMBERED]


@pytest.mark.parametrize("folder", NUMBERED, ids=lambda folder: folder.name)
def test_a_lesson_stands_on_the_road_as_it_calls_itself(folder: Path) -> None:
    """Its number, its title, and its minutes for teaching and for practice."""
    text = (folder / "lesson.md").read_text("utf-8")
    title = re.search(r"^# (.+)$", text, re.MULTILINE)
    teach, practise = re.search(r"Teach (\d+) min", text), re.search(r"ractise (\d+) min", text)
    assert title and teach and practise, f"{folder.name} says no title or no minutes"
    (row,) = [row for row in ROAD if row["file"] == f"{folder.name}.ipynb"]
    assert int(row["number"]) == int(folder.name[:2])
    assert row["title"] == title[1]
    assert (row["teach"], row["practise"]) == (teach[1], practise[1])
    assert row["answer"].strip()


def test_the_methods_route_names_lessons_that_exist() -> None:
    text = (FIRST / "lesson.md").read_text("utf-8")
    route = re.search(r"Only the methods\?\*\* Lessons? ([\d, and]+)", text)
    assert route
    assert {int(number) for number in re.findall(r"\d+", route[1])} <= {
        int(folder.name[:2]) for folder in NUMBERED
    }

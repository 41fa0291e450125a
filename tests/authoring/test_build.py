"""From texts to notebooks: the same bytes each time, and no edit lost."""

import json
from pathlib import Path

import nbformat
import pytest

from techwar.authoring.companion import problems
from techwar.authoring.lesson import find_lesson, read_lesson
from techwar.authoring.notebooks import build, differences, shown_numbers, stale_numbers
from techwar.authoring.prose import AuthoringError


def lesson_folder(course: Path) -> Path:
    return find_lesson(course / "course", "7")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_lesson_becomes_three_notebooks_and_a_guide(course: Path) -> None:
    lesson = read_lesson(lesson_folder(course))
    written = build(lesson, course)
    assert [file.relative_to(course).as_posix() for file in written] == [
        "lessons/07-a-share.ipynb",
        "exercises/07-a-share.ipynb",
        "solutions/07-a-share.ipynb",
        "solutions/07-a-share.md",
    ]
    first = [file.read_bytes() for file in written]
    assert [file.read_bytes() for file in build(lesson, course)] == first
    assert differences(lesson, course) == []
    notebook = nbformat.read(written[0], as_version=4)
    assert problems(notebook, "lessons", "x") == []
    assert '[44 per cent](#numbers "PSI Magazine, 29 October 2018")' in notebook.cells[0].source
    assert shown_numbers(notebook) == {
        "fact:ihs-china-share-2017": "44 per cent",
        "value:double:.0f": "88",
    }
    assert written[3].read_text(encoding="utf-8") == "Most guess 88.\n"
    assert set(notebook.metadata) == {"kernelspec", "language_info", "techwar"}

    # A hand edit is not written over, and not passed over in silence.
    change(written[0], "double is", "double may be")
    assert "cell 1" in differences(lesson, course)[0]
    with pytest.raises(AuthoringError, match="edited by hand") as refusal:
        build(lesson, course)
    assert "--force" in str(refusal.value)
    assert "-China held" in str(refusal.value)
    build(lesson, course, force=True)
    assert differences(lesson, course) == []

    # A number in the stored table that is no longer the table's is named with its cell.
    change(written[0], "44 per cent | 44 per cent", "45 per cent | 45 per cent")
    stale = stale_numbers(nbformat.read(written[0], as_version=4), "lessons/07-a-share.ipynb")
    assert stale == [
        "lessons/07-a-share.ipynb, cell 5: the page says 45 per cent for ihs-china-share-2017, "
        "the table 44 per cent: build the lesson again."
    ]

    # A file that is no notebook is said to be none.
    written[0].write_text("{", encoding="utf-8")
    assert "is no notebook" in differences(lesson, course)[0]
    written[0].unlink()
    assert "is missing" in differences(lesson, course)[0]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("double\n```", "1 / 0\n```", "cell 2 stops: ZeroDivisionError"),
        ("ihs-china-share-2017`; d", "ihs-china-shaer-2017`; d", "ihs-china-share-2017"),
        ("{value}`double:.0f`", "{value}`duoble:.0f`", "no variable 'duoble'"),
        (
            "double\n```",
            "double = 1\n```\n\n```{code-cell} ipython3\ndouble = 2\n```",
            "bound in 2 cells",
        ),
    ],
)
def test_what_cannot_be_built_is_a_sentence(course: Path, old: str, new: str, words: str) -> None:
    change(lesson_folder(course) / "lesson.md", old, new)
    with pytest.raises(AuthoringError, match=words):
        build(read_lesson(lesson_folder(course)), course)


def test_an_unknown_task_or_lesson_is_a_sentence(course: Path) -> None:
    change(lesson_folder(course) / "exercises.md", "{form}`3.1`", "{form}`3.11`")
    with pytest.raises(AuthoringError, match=r"task 3\.11"):
        build(read_lesson(lesson_folder(course)), course)
    with pytest.raises(AuthoringError, match="no lesson 9 in course/; there are: 07"):
        find_lesson(course / "course", "9")


@pytest.mark.parametrize("file", ["lesson.md", "exercises.md", "quiz.csv", "guide.md"])
def test_a_missing_text_is_named(course: Path, file: str) -> None:
    folder = lesson_folder(course)
    (folder / file).unlink()
    with pytest.raises(AuthoringError, match=f"has no {file}"):
        read_lesson(folder)


def test_a_page_beside_the_lessons_is_one_notebook(course: Path) -> None:
    page = course / "course" / "about-us"
    page.mkdir()
    lesson = lesson_folder(course) / "lesson.md"
    text = lesson.read_text(encoding="utf-8").replace("{quiz}`all`", "")
    (page / "lesson.md").write_text(text, encoding="utf-8")
    read = read_lesson(find_lesson(course / "course", "about-us"))
    assert [file.name for file in build(read, course)] == ["about-us.ipynb"]
    assert differences(read, course) == []


def test_a_guide_that_names_an_unknown_variable_is_refused(course: Path) -> None:
    change(lesson_folder(course) / "guide.md", "double:.0f", "treble:.0f")
    with pytest.raises(AuthoringError, match=r"guide\.md uses treble"):
        build(read_lesson(lesson_folder(course)), course)


def test_stored_notebooks_are_plain_json_with_a_last_newline(course: Path) -> None:
    file = build(read_lesson(lesson_folder(course)), course)[1]
    text = file.read_text(encoding="utf-8")
    assert text.endswith("}\n")
    assert json.loads(text)["nbformat"] == 4

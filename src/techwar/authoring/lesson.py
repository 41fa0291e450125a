"""A lesson as its author wrote it: the texts of one folder under course/."""

import re
from dataclasses import dataclass
from pathlib import Path

import jupytext
from nbformat import NotebookNode

from techwar.authoring.prose import AuthoringError
from techwar.authoring.quiz import Item, read_quiz


@dataclass(frozen=True)
class Lesson:
    """The texts of one lesson, or of a page that stands beside the lessons.

    `name` is the folder's name, "03-how-big-is-the-market"; `lesson` and
    `exercises` are lists of notebook cells with roles in place of numbers. A
    page, "data-tour", has no number and nothing but its `lesson`.
    """

    folder: Path
    lesson: list[NotebookNode]
    exercises: list[NotebookNode]
    quiz: list[Item]
    guide: str

    @property
    def name(self) -> str:
        """The name that its notebooks have as well."""
        return self.folder.name

    @property
    def is_page(self) -> bool:
        """Whether this is a page without number, exercises, quiz and guide."""
        return not self.name[:2].isdigit()


def read_lesson(folder: Path) -> Lesson:
    """Read the four texts of a lesson, or the one of a page.

    Raises:
        AuthoringError: for a folder whose name is neither NN-words nor words, or a
            text that is missing; it names the file.
    """
    if not re.fullmatch(r"(\d\d-)?[a-z]+(-[a-z0-9]+)*", folder.name):
        raise AuthoringError(
            f"{folder.name} is no lesson's name: two digits, then words-with-hyphens."
        )
    if not folder.name[:2].isdigit() and (folder / "lesson.md").is_file():
        return Lesson(folder, _cells(folder / "lesson.md"), [], [], "")
    for file in ("lesson.md", "exercises.md", "quiz.csv", "guide.md"):
        if not (folder / file).is_file():
            raise AuthoringError(
                f"{folder.name} has no {file}: write it, or take it from another lesson."
            )
    return Lesson(
        folder,
        _cells(folder / "lesson.md"),
        _cells(folder / "exercises.md"),
        read_quiz(folder / "quiz.csv"),
        (folder / "guide.md").read_text(encoding="utf-8"),
    )


def find_lesson(course: Path, number: str) -> Path:
    """Return the folder of the lesson of this number ("3" or "03"), or of a page by its name."""
    folders = lesson_folders(course)
    for folder in folders:
        if _short(folder) in (number, number.zfill(2)):
            return folder
    known = ", ".join(_short(folder) for folder in folders)
    raise AuthoringError(f"There is no lesson {number} in course/; there are: {known}.")


def lesson_folders(course: Path) -> list[Path]:
    """Return the folders of all lessons in their order, then those of the pages."""
    return sorted(path for path in course.iterdir() if (path / "lesson.md").is_file())


def _short(folder: Path) -> str:
    return folder.name[:2] if folder.name[:2].isdigit() else folder.name


def _cells(file: Path) -> list[NotebookNode]:
    text = file.read_text(encoding="utf-8")
    cells: list[NotebookNode] = jupytext.reads(text, fmt="md:myst").cells
    return cells

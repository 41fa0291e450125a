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
    """The texts of one lesson.

    `name` is the folder's name, "03-how-big-is-the-market"; `lesson` and
    `exercises` are lists of notebook cells with roles in place of numbers.
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
    def number(self) -> str:
        """Its number as people say it: "3"."""
        return str(int(self.name[:2]))


def read_lesson(folder: Path) -> Lesson:
    """Read the four texts of a lesson.

    Raises:
        AuthoringError: for a folder whose name is not NN-words, or a text that
            is missing; it names the file.
    """
    if not re.fullmatch(r"\d\d(-[a-z0-9]+)+", folder.name):
        raise AuthoringError(
            f"{folder.name} is no lesson's name: two digits, then words-with-hyphens."
        )
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
    """Return the folder of the lesson of this number ("3" or "03")."""
    folders = lesson_folders(course)
    for folder in folders:
        if number.isdigit() and int(folder.name[:2]) == int(number):
            return folder
    known = ", ".join(folder.name[:2] for folder in folders)
    raise AuthoringError(f"There is no lesson {number} in course/; there are: {known}.")


def lesson_folders(course: Path) -> list[Path]:
    """Return the folders of all lessons in their order."""
    return sorted(path for path in course.glob("[0-9][0-9]-*") if path.is_dir())


def _cells(file: Path) -> list[NotebookNode]:
    text = file.read_text(encoding="utf-8")
    cells: list[NotebookNode] = jupytext.reads(text, fmt="md:myst").cells
    return cells

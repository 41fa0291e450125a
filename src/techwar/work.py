"""The student's folder work/: copies of the lessons to write in, for `start` and for Binder."""

import contextlib
import hashlib
import json
from pathlib import Path

from techwar.errors import TechwarError

KINDS = ("lessons", "exercises")
EDITIONS = ".editions.json"


class WorkError(TechwarError):
    """The student's folder cannot be found or filled."""


def course_folder() -> Path:
    """Return the folder that holds the lessons: this checkout, or else where we were called.

    Binder installs the package itself and not a link to it, so there only the second finds them.

    Raises:
        WorkError: neither holds the course.
    """
    for folder in (Path(__file__).resolve().parents[2], Path.cwd()):
        if (folder / "run.py").is_file() and (folder / "pyproject.toml").is_file():
            return folder
    raise WorkError(
        f"There are no lessons in {Path.cwd()}: go to the folder that holds run.py, and try again."
    )


def fill_work(course: Path) -> list[str]:
    """Copy what is missing in `course`/work and return a sentence for each newer edition.

    A copy has no outputs, because results would spoil the guesses. A file that is there is
    never touched; which edition it was copied from is noted beside it.

    Raises:
        WorkError: a notebook cannot be read, or the folder cannot be written.
    """
    work = course / "work"
    news = []
    try:
        work.mkdir(exist_ok=True)
        noted = _noted_editions(work / EDITIONS)
        for kind in KINDS:
            (work / kind).mkdir(exist_ok=True)
            for source in sorted((course / kind).glob("*.ipynb")):
                name = f"{kind}/{source.name}"
                content = without_outputs(source)
                edition = hashlib.sha256(content.encode()).hexdigest()
                if not (work / name).exists():
                    _write(work / name, content)
                    noted[name] = edition
                elif noted.get(name, edition) != edition:
                    news.append(
                        f"There is a newer edition of {name}: to get it, rename yours in work/ "
                        "and start again."
                    )
        _write(work / EDITIONS, json.dumps(noted, indent=1, sort_keys=True) + "\n")
    except OSError as error:
        raise WorkError(
            f"{error.filename or work} cannot be written ({error.strerror}): "
            "copy the course to a folder of your own and start there."
        ) from error
    return news


def first_page(course: Path, lesson: str | None = None) -> str | None:
    """Return the path in work/ of a lesson, by default the first; None while there is none.

    Raises:
        WorkError: there is no lesson of that number.
    """
    lessons = sorted(file.name for file in (course / "work" / "lessons").glob("*.ipynb"))
    if lesson is None:
        return f"lessons/{lessons[0]}" if lessons else None
    for name in lessons:
        if name.split("-")[0] == lesson.zfill(2):
            return f"lessons/{name}"
    numbers = ", ".join(name.split("-")[0] for name in lessons) or "none yet"
    raise WorkError(f"There is no lesson {lesson}; the lessons are: {numbers}.")


def _noted_editions(file: Path) -> dict[str, str]:
    # Without its note a copy counts as the present edition.
    with contextlib.suppress(FileNotFoundError, ValueError):
        noted = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(noted, dict):
            return noted
    return {}


def without_outputs(source: Path) -> str:
    """Return the text of a notebook for somebody who has to guess first: no outputs.

    Raises:
        WorkError: the file is no notebook.
    """
    try:
        notebook = json.loads(source.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"], cell["execution_count"] = [], None
    except (ValueError, KeyError, TypeError) as error:
        raise WorkError(
            f"{source} is not a notebook ({error!r}): get it again from where the course came from."
        ) from error
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _write(file: Path, content: str) -> None:
    # In one move: what is interrupted leaves no half notebook that would be kept for ever.
    half = file.with_name(f".{file.name}.half")
    half.write_text(content, encoding="utf-8", newline="\n")
    half.replace(file)

"""What students get of one lesson: a zip that needs nothing of the repository."""

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import techwar
from techwar.authoring.prose import AuthoringError
from techwar.work import without_outputs

NOTE = """# {title}

This folder holds one lesson: `lesson.ipynb`, its tasks `exercises.ipynb`, and
the course's package `{wheel}` with the tables.

## Open it

You need Python 3.11, 3.12, 3.13 or 3.14. In a terminal, in this folder:

    python -m pip install {wheel} jupyterlab
    python -m jupyter lab lesson.ipynb

On Windows write `py` instead of `python`. The first line needs the internet
once; after that everything works without it.

## Work on it

Run each cell with Shift+Enter, from the top down. Save with Ctrl+S (on a Mac
Cmd+S): your work stays in this folder. A line such as `check("{number}.1")` looks
at your answer and says what is next.

Code: MIT. Text and data: CC BY 4.0, the techwar authors.
"""


def release(lesson: str, out: Path, root: Path) -> Path:
    """Write a lesson's zip into the folder `out` and return its path.

    Only the built lesson and exercises go in, without their outputs, since results
    would spoil the guesses; never a solution or a guide. The same notebooks and
    package give the same bytes.

    Raises:
        AuthoringError: for a lesson that is not built, or an `out` that is a file.
    """
    found = [
        file
        for file in sorted((root / "lessons").glob("[0-9][0-9]-*.ipynb"))
        if lesson.isdigit() and int(file.name[:2]) == int(lesson)
    ]
    if not found:
        raise AuthoringError(f"There is no built lesson {lesson} in lessons/: build it first.")
    if out.exists() and not out.is_dir():
        raise AuthoringError(f"{out} is a file; --out takes a folder.")
    name = found[0].stem
    exercises = root / "exercises" / f"{name}.ipynb"
    if not exercises.exists():
        raise AuthoringError(f"exercises/{name}.ipynb is missing: build lesson {lesson} first.")
    wheel_name, wheel = _wheel(root)
    title = name[3:].replace("-", " ").capitalize()
    note = NOTE.format(title=title, wheel=wheel_name, number=int(lesson))
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{name}.zip"
    target.write_bytes(
        _zip(
            {
                f"{name}/how-to-open.md": note.encode(),
                f"{name}/lesson.ipynb": without_outputs(found[0]).encode(),
                f"{name}/exercises.ipynb": without_outputs(exercises).encode(),
                f"{name}/{wheel_name}": wheel,
            }
        )
    )
    return target


def _wheel(root: Path) -> tuple[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        made = subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            last = (made.stderr or made.stdout).strip().splitlines()[-1:]
            raise AuthoringError(f"The package could not be made for the zip: {' '.join(last)}")
        file = next(Path(folder).glob(f"{techwar.__name__}-*.whl"))
        return file.name, file.read_bytes()


def _zip(files: dict[str, bytes]) -> bytes:
    """Pack files with a fixed date, so that the same files give the same zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=(2019, 5, 22, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return packed.getvalue()

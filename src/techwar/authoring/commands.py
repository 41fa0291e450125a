"""What `python3 run.py build` and `release` do, a line of result for each file."""

from pathlib import Path

import techwar
from techwar.authoring.prose import AuthoringError


def checkout() -> Path:
    """Return the root of the checkout that this package runs from.

    Raises:
        AuthoringError: where the package was installed without its texts.
    """
    root = Path(techwar.__file__).resolve().parents[2]
    if not (root / "pyproject.toml").is_file():
        raise AuthoringError(
            "This needs the course's own checkout: run it there as python3 run.py."
        )
    return root


def build(words: list[str], *, force: bool = False) -> int:
    """Build everything (no word), the tables' checksums ("data") or one lesson ("03").

    Prints the name of each file written; returns 0. `force` writes over built
    files that somebody edited.
    """
    from techwar.authoring.lesson import find_lesson, lesson_folders, read_lesson
    from techwar.authoring.notebooks import build as build_notebooks

    root = checkout()
    if not words or "data" in words:
        from techwar.data import renew

        renew(root / "data")
        print("data/datapackage.json and data/README.md say what the tables hold")
    if words != ["data"]:  # a lesson stores the pictures that its explorers open with
        from techwar.explore import build_pictures

        for file in build_pictures(root / "src/techwar/explore/pictures"):
            print(file.relative_to(root).as_posix())
    numbers = [word for word in words if word != "data"]
    folders = (
        [find_lesson(root / "course", word) for word in numbers]
        if words
        else lesson_folders(root / "course")
    )
    for folder in folders:
        for file in build_notebooks(read_lesson(folder), root, force=force):
            print(file.relative_to(root).as_posix())
    if not words:
        from techwar.authoring.links import renew_links

        renew_links(root)
        print("README.md")
    return 0


def release(lesson: str, out: Path) -> int:
    """Write the zip that students get of one lesson, print its path, return 0."""
    from techwar.authoring.release import release as write_release

    print(write_release(lesson, out, checkout()))
    return 0

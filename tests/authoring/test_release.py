"""What students get: one zip, no solution, the same bytes each time."""

import re
import zipfile
from pathlib import Path

import pytest

from techwar.authoring.prose import AuthoringError
from techwar.authoring.release import release

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release("3", tmp_path_factory.mktemp("out") / "for students", ROOT)


def test_the_zip_holds_a_lesson_its_tasks_and_the_package(released: Path) -> None:
    with zipfile.ZipFile(released) as archive:
        names = [name.split("/", 1)[1] for name in archive.namelist()]
    assert released.name == "03-how-big-is-the-market.zip"
    assert names[:3] == ["how-to-open.md", "lesson.ipynb", "exercises.ipynb"]
    assert re.fullmatch(r"techwar-.*\.whl", names[3])


def test_no_solution_and_no_guide_is_in_it(released: Path) -> None:
    with zipfile.ZipFile(released) as archive:
        texts = {
            name: archive.read(name) for name in archive.namelist() if not name.endswith(".whl")
        }
    for name, content in texts.items():
        assert b"SOLUTION" not in content, name
        assert b"execute_result" not in content, name
        assert b"Where students stumble" not in content, name
        assert b"min(corners), max(corners)\n    return" not in content, name


def test_the_same_lesson_gives_the_same_zip(released: Path, tmp_path: Path) -> None:
    assert release("03", tmp_path, ROOT).read_bytes() == released.read_bytes()


def test_what_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AuthoringError, match="no built lesson 11"):
        release("11", tmp_path, ROOT)
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(AuthoringError, match="--out takes a folder"):
        release("3", file, ROOT)

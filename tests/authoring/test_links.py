"""Launch links come from one setting."""

from pathlib import Path

import pytest

from techwar.authoring.links import launch_link, renew_links
from techwar.authoring.prose import AuthoringError

ROOT = Path(__file__).parents[2]


def checkout(folder: Path, address: str) -> Path:
    (folder / "pyproject.toml").write_text(f'[project.urls]\nRepository = "{address}"\n')
    (folder / "lessons").mkdir()
    (folder / "lessons" / "03-x.ipynb").touch()
    (folder / "README.md").write_text("Open `https://mybinder.org/v2/gh/OLD/techwar/HEAD`.\n")
    return folder


def test_the_readme_holds_the_link_that_the_setting_makes() -> None:
    assert launch_link(ROOT) in (ROOT / "README.md").read_text(encoding="utf-8")


def test_a_new_setting_reaches_the_readme(tmp_path: Path) -> None:
    root = checkout(tmp_path, "https://github.com/a-school/our.course.git")
    renew_links(root)
    assert (root / "README.md").read_text() == (
        "Open `https://mybinder.org/v2/gh/a-school/our.course/HEAD"
        "?urlpath=lab/tree/work/lessons/03-x.ipynb`.\n"
    )


def test_another_kind_of_address_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AuthoringError, match=r"github\.com/OWNER/techwar"):
        launch_link(checkout(tmp_path, "our server"))

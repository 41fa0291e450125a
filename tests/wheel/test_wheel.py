"""The wheel: what is in it, and that it works where there is no checkout."""

import zipfile
from pathlib import Path

import pytest

COURSE = Path(__file__).parents[2]
PACKAGE = COURSE / "src" / "techwar"


@pytest.fixture(scope="module")
def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_it_holds_the_whole_package_but_the_sources_of_the_browser_side(names):
    own = {
        path.relative_to(COURSE / "src").as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    browser = {name for name in own if name.startswith("techwar/explore/browser/")}
    assert own - browser <= names
    assert browser
    assert not browser & names


def test_it_holds_every_table(names):
    tables = {f"techwar/data/tables/{path.name}" for path in (COURSE / "data").iterdir()}
    assert "techwar/data/tables/market.csv" in tables
    assert tables <= names


def test_it_holds_nothing_else(names):
    tops = {name.split("/")[0] for name in names}
    assert tops == {
        "techwar",
        "techwar_saved_copies.py",
        "techwar-0.1.0.dist-info",
        "techwar-0.1.0.data",
    }
    assert not [name for name in names if any(word in name for word in ("solution", "guide"))]
    assert not [name for name in names if name.endswith((".ipynb", ".md")) and "tables" not in name]


def test_its_licences_are_with_it(names):
    assert {f"techwar-0.1.0.dist-info/licenses/{n}" for n in ("LICENSE", "LICENSE-DATA")} <= names


def test_it_loads_its_own_tables_far_from_the_checkout(installed, tmp_path):
    done = installed(
        "-c",
        "import techwar; print(len(techwar.load('market'))); print(techwar.path('market'))",
        cwd=tmp_path,
    )
    assert not done.stderr
    rows, path = done.stdout.splitlines()
    assert int(rows) == len((COURSE / "data" / "market.csv").read_bytes().splitlines()) - 1
    assert Path(path).is_relative_to(installed.folder)


@pytest.mark.parametrize(
    "place",
    [
        "share/jupyter/lab/settings/overrides.d/techwar.json",
        "etc/jupyter/jupyter_server_config.d/techwar.json",
    ],
)
def test_its_settings_are_where_jupyter_reads_them(installed, place):
    assert (installed.folder / place).is_file()


def test_the_server_can_import_the_extension_without_the_course(installed, tmp_path):
    code = "import sys, techwar_saved_copies as t; print('techwar' in sys.modules, t.__file__)"
    done = installed("-c", code, cwd=tmp_path)
    loaded, file = done.stdout.split(" ", 1)
    assert loaded == "False"
    assert Path(file.strip()).is_relative_to(installed.folder)

import shutil
from pathlib import Path

import pytest
from table_checks import checksum_faults

from techwar.data.codebook import renew
from techwar.data.tables import package

DATA = Path(__file__).parents[2] / "data"


def pytest_collection_modifyitems(config, items):
    """Let one test speak when a table was edited: all the others would say the same."""
    entries = package(folder=DATA)["resources"]
    found = all((DATA / entry["path"]).is_file() for entry in entries)
    if found and not checksum_faults(DATA, entries):
        return
    silent = [item for item in items if _is_here(item) and not _speaks(item)]
    config.hook.pytest_deselected(items=silent)
    items[:] = [item for item in items if item not in silent]


def _is_here(item):
    return Path(__file__).parent in item.path.parents


def _speaks(item):
    return item.name == "test_the_tables_are_what_the_package_file_says"


@pytest.fixture
def copied(tmp_path):
    """The tables in a folder of their own, free to be broken."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def edit(copied):
    """Replace a text that stands once in a table of the copy; renew the checksum on request."""

    def _edit(table, old, new, renewed=False):
        file = copied / f"{table}.csv"
        text = file.read_bytes().decode()
        assert text.count(old) == 1, f"{old!r} does not stand once in {table}"
        file.write_bytes(text.replace(old, new).encode())
        if renewed:
            renew(copied)
        return copied

    return _edit

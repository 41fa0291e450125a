"""What a lesson says of 22 May 2019 comes out the same where later rows do not exist.

Every lesson is run up to its envelope in a copy of the checkout from whose tables
all rows that became known later are deleted, and compared with the stored outputs.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from techwar.authoring.companion import ENVELOPE, before_the_envelope

ROOT = Path(__file__).parents[2]
DAY = "2019-05-22"
LESSONS = sorted((ROOT / "lessons").glob("[0-9][0-9]-*.ipynb"))
RUN = """
import json, sys
from nbclient import NotebookClient
import nbformat
notebook = nbformat.from_dict(json.load(sys.stdin))
settings = {"store_widget_state": False, "coalesce_streams": True}
NotebookClient(notebook, timeout=120, kernel_name="python3", **settings).execute()
json.dump(notebook, sys.stdout)
"""


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the package and its tables as they stood on the day."""
    copy = tmp_path_factory.mktemp("past")
    skip = shutil.ignore_patterns("node_modules", "__pycache__")
    shutil.copytree(ROOT / "src", copy / "src", ignore=skip)
    shutil.copytree(ROOT / "data", copy / "data")
    shutil.copy(ROOT / "pyproject.toml", copy)
    gone = sum(delete_later_rows(table) for table in (copy / "data").glob("*.csv"))
    assert gone > 0
    ask(copy, "-c", "import pathlib, techwar.data as d; d.renew(pathlib.Path('data'))")
    return copy


def delete_later_rows(table: Path) -> int:
    """Delete the rows known after the day; sources stay, a row says which it rests on."""
    if table.stem == "sources":
        return 0
    with table.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = list(reader.fieldnames or ()), list(reader)
    kept = [row for row in rows if row.get("known_since", "") <= DAY]
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
    return len(rows) - len(kept)


def ask(copy: Path, *words: str, given: str = "") -> str:
    offline = str(ROOT / "tests" / "offline")
    path = os.pathsep.join([str(copy / "src"), offline])
    done = subprocess.run(
        [sys.executable, *words],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def shown(cell: Any) -> list[Any]:
    """Return what a cell shows, without the widget views that a built page lacks."""
    found = []
    for output in cell["outputs"]:
        data = {k: v for k, v in output.get("data", {}).items() if "widget-view" not in k}
        found.append((output["output_type"], output.get("text"), data))
    return found


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.stem)
def test_the_part_before_the_envelope_needs_no_later_row(file: Path, past: Path) -> None:
    stored = nbformat.read(file, as_version=4)
    part = before_the_envelope(stored)
    assert len(part.cells) < len(stored.cells), f"{file.name} has no cell “{ENVELOPE}”"
    ran = json.loads(ask(past, "-c", RUN, given=json.dumps(part)))
    for place, (old, new) in enumerate(zip(part.cells, ran["cells"], strict=True), 1):
        if old.cell_type == "code":
            assert shown(new) == shown(old), f"lessons/{file.name}, cell {place} knows the future"

"""Started anywhere: another environment active, a machine's settings set, other modules about."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COURSE = Path(__file__).parents[2]
# run.py as it is, but its environment is the one that runs this test.
START = """
import pathlib, runpy, sys
run = runpy.run_path({run!r})
inside = run["main"].__globals__
inside.update(is_ready=lambda lock: True, PYTHON=pathlib.Path(sys.executable))
sys.exit(run["main"](["test", "untit"]))
"""
BROKEN = 'raise SystemExit("a module of this folder was imported")\n'
SETTINGS = {
    "an environment of conda": {"CONDA_PREFIX": "conda-environment", "CONDA_DEFAULT_ENV": "base"},
    "another virtual environment": {"VIRTUAL_ENV": "another-environment"},
    "settings of pip": {
        "PIP_TARGET": "no-such-folder",
        "PIP_REQUIRE_VIRTUALENV": "1",
        "PIP_USER": "1",
    },
    "settings of uv": {"UV_PYTHON": "3.6", "UV_SYSTEM_PYTHON": "1"},
    "a folder of other modules": {"PYTHONPATH": "{folder}"},
    "all at once": {
        "CONDA_PREFIX": "conda-environment",
        "PIP_TARGET": "no-such-folder",
        "PYTHONPATH": "{folder}",
    },
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_the_course_that_answers_is_this_one(settings, tmp_path):
    for name in ("techwar", "pandas", "jupyterlab"):
        (tmp_path / f"{name}.py").write_text(BROKEN, encoding="utf-8")
    given = {name: value.format(folder=tmp_path) for name, value in settings.items()}
    done = subprocess.run(
        [sys.executable, "-c", START.format(run=str(COURSE / "run.py"))],
        cwd=tmp_path,  # a folder that is not the course, with modules of the same names
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("There is no stage 'untit'"), done.stderr

"""What all tests share: no internet, and the course as a wheel in an environment of its own."""

import importlib.util
import os
import runpy
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

COURSE = Path(__file__).parents[1]
OFFLINE = COURSE / "tests" / "offline"

# For the processes that tests start, and for this one, which runs already; a stage has done it.
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, [str(OFFLINE), os.environ.get("PYTHONPATH", "")])
)
runpy.run_path(str(OFFLINE / "sitecustomize.py"))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The course, built as a wheel from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=COURSE, check=True, capture_output=True)
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory):
    """A function that runs Python where the wheel is installed, and the checkout unknown."""
    folder = tmp_path_factory.mktemp("fresh environment 新")
    venv.create(folder, symlinks=os.name != "nt")
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if importlib.util.find_spec("pip"):
        install = [sys.executable, "-m", "pip", "--python", python, "install", "--no-index"]
    else:  # made by uv
        install = ["uv", "pip", "install", "--python", python, "--offline"]
    subprocess.run([*install, "--no-deps", wheel], check=True, capture_output=True)
    # The packages that the course needs; the link to the checkout counts only in their own home.
    packages = os.pathsep.join([str(OFFLINE), sysconfig.get_path("purelib")])

    def run(*words, cwd):
        return subprocess.run(
            [python, "-P", *words],
            cwd=cwd,
            env=dict(os.environ, PYTHONPATH=packages),
            capture_output=True,
            encoding="utf-8",
        )

    run.folder = folder
    return run

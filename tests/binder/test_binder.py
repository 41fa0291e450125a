"""binder/: what repo2docker makes of it, and that its last line fills work/."""

import json
import re
from pathlib import Path

import pytest
from repo2docker.buildpacks import PythonBuildPack

COURSE = Path(__file__).parents[2]
POST_BUILD = (COURSE / "binder" / "postBuild").read_text(encoding="utf-8")


@pytest.fixture
def dockerfile(monkeypatch):
    monkeypatch.chdir(COURSE)
    # Both have no default of their own outside of repo2docker's command line.
    pack = PythonBuildPack("buildpack-deps:jammy")
    pack.platform = "linux/amd64"
    assert pack.detect()
    assert pack.binder_dir == "binder"
    return pack.render({})


def test_the_image_has_a_python_that_the_course_can_use(dockerfile):
    # repo2docker writes - as -2d and . as -2e: environment.py-3.13-linux-64.lock
    assert "environment-2epy-2d3-2e13-2dlinux" in dockerfile


def test_packages_are_installed_before_the_repository_is_copied(dockerfile):
    # So that a commit which leaves the lock alone finds them installed.
    copied = dockerfile.index("COPY --chown=1000:1000 src/binder/requirements.txt")
    packages = dockerfile.index('pip install --no-cache-dir -r "binder/requirements.txt"')
    repository = dockerfile.index("COPY --chown=1000:1000 src/ ${REPO_DIR}")
    post_build = dockerfile.index("RUN ./binder/postBuild")
    assert copied < packages < repository < post_build


def test_the_repository_itself_is_not_among_the_packages():
    # A local reference would move their installation behind the copy.
    requirements = (COURSE / "binder" / "requirements.txt").read_text(encoding="utf-8")
    assert not re.search(r"^\s*(-e|-r|-c|\.|/|file:)", requirements, re.MULTILINE)


def test_the_course_is_installed_with_nothing_fetched():
    assert POST_BUILD.startswith("#!/usr/bin/env bash\n")
    *_, stop_at_errors, install, work = POST_BUILD.splitlines()
    assert stop_at_errors == "set -euo pipefail"
    assert install == "python -m pip install --no-deps --no-build-isolation ."
    assert work == "python -m techwar work"


def test_post_build_can_be_run():
    assert (COURSE / "binder" / "postBuild").stat().st_mode & 0o111


def test_the_last_line_fills_work_from_the_folder_it_runs_in(installed, tmp_path):
    for name in ("run.py", "pyproject.toml"):
        (tmp_path / name).touch()
    for kind in ("lessons", "exercises"):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / "03-how-big.ipynb").write_text(json.dumps({"cells": []}))
    _, *words = POST_BUILD.splitlines()[-1].split()
    done = installed(*words, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    copies = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("work/*/*"))
    assert copies == ["work/exercises/03-how-big.ipynb", "work/lessons/03-how-big.ipynb"]

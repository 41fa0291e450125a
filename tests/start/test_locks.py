"""The lock files: what they are made from, and that they agree with each other."""

import re
import tomllib
from pathlib import Path

import pytest

from techwar.authoring import locks

COURSE = Path(__file__).parents[2]
PROJECT = tomllib.loads((COURSE / "pyproject.toml").read_text(encoding="utf-8"))


def pins(name):
    text = (COURSE / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def named(requirements):
    return {re.split(r"[^\w.-]", requirement)[0] for requirement in requirements}


def test_what_the_project_asks_for_is_locked():
    groups = PROJECT["dependency-groups"]
    student = named(PROJECT["project"]["dependencies"]) | named(groups["student"])
    assert student | named(PROJECT["build-system"]["requires"]) <= pins(locks.STUDENT).keys()
    assert named(groups["dev"]) <= pins(locks.DEVELOPER).keys()


def test_developers_have_the_versions_of_students():
    assert pins(locks.STUDENT).items() <= pins(locks.DEVELOPER).items()


@pytest.mark.parametrize("name", [locks.STUDENT, locks.DEVELOPER])
def test_every_package_has_a_hash_and_no_second_version(name):
    text = (COURSE / name).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=\S)", text.strip())
    assert len(packages) == len(pins(name))
    assert all("--hash=sha256:" in package for package in packages)


def test_an_intel_mac_can_install_what_is_locked():
    assert int(pins(locks.STUDENT)["argon2-cffi-bindings"].split(".")[0]) < 26


def test_binder_installs_what_students_do():
    assert (COURSE / locks.BINDER).read_bytes() == (COURSE / locks.STUDENT).read_bytes()


def test_a_machines_own_index_is_not_asked(monkeypatch, tmp_path):
    for name in ("UV_INDEX_URL", "UV_DEFAULT_INDEX", "PIP_EXTRA_INDEX_URL"):
        monkeypatch.setenv(name, "leaking")
    monkeypatch.setattr(locks.shutil, "which", lambda name: "uv")
    (tmp_path / "binder").mkdir()
    (tmp_path / locks.STUDENT).touch()
    asked = []

    def resolve(command, *, env, **_):
        asked.append(command)
        assert "leaking" not in env.values()
        return type("Done", (), {"returncode": 0})

    monkeypatch.setattr(locks.subprocess, "run", resolve)
    assert locks.write_locks(tmp_path) == 0
    assert all("--no-config" in command for command in asked)
    assert f"--constraints={tmp_path / locks.STUDENT}" in asked[1]


def test_without_uv_the_sentence_says_how_to_get_it(monkeypatch, tmp_path):
    monkeypatch.setattr(locks.shutil, "which", lambda name: None)
    with pytest.raises(locks.LockError, match="pip install uv"):
        locks.write_locks(tmp_path)


def test_what_cannot_be_resolved_is_told_in_one_line(monkeypatch, tmp_path):
    monkeypatch.setattr(locks.shutil, "which", lambda name: "uv")
    refused = type("Done", (), {"returncode": 1, "stderr": "error: no\n  altair==9 exists\n"})
    monkeypatch.setattr(locks.subprocess, "run", lambda *_, **__: refused)
    with pytest.raises(locks.LockError, match="altair==9 exists") as error:
        locks.write_locks(tmp_path)
    assert "\n" not in str(error.value)

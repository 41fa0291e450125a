"""run.py: what it makes, when it makes it anew, and the sentences it ends with."""

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from techwar.__main__ import main

COURSE = Path(__file__).parents[2]
MADE_FROM = [
    "run.py",
    "pyproject.toml",
    "requirements.lock",
    "requirements-dev.lock",
    "src/jupyter/lab-settings.json",
    "src/jupyter/server-extension.json",
]


def load_run(course):
    spec = importlib.util.spec_from_file_location("run", course / "run.py")
    run = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(run)
    return run


class Tools:
    """Stand in for uv, venv and pip: note each command, and make what it would make."""

    def __init__(self, run):
        self.run, self.commands, self.output, self.code = run, [], b"", 0

    def __call__(self, command, *, stdout, **_):
        self.commands.append(command)
        stdout.write(self.output)
        stdout.flush()
        if "venv" in command and not self.code:
            self.run.PYTHON.parent.mkdir(parents=True)
            self.run.PYTHON.touch()
        return self.code


@pytest.fixture
def course(tmp_path):
    folder = tmp_path / "大课 two words"
    for name in MADE_FROM:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(COURSE / name, folder / name)
    return folder


@pytest.fixture
def run(course, monkeypatch):
    run = load_run(course)
    monkeypatch.setattr(run.shutil, "which", lambda name: None)
    monkeypatch.setattr(run, "hand_over", lambda words: 0)
    return run


@pytest.fixture
def tools(run, monkeypatch):
    tools = Tools(run)
    monkeypatch.setattr(subprocess, "call", tools)
    return tools


def test_it_is_short_and_an_old_python_can_read_it():
    source = (COURSE / "run.py").read_text(encoding="utf-8")
    assert len(source.splitlines()) < 150
    ast.parse(source, feature_version=(3, 6))
    assert not re.search(r"shell=True|os\.(fork|exec|kill|getuid)", source)


def test_it_knows_the_words_of_the_command_line(run, capsys):
    main(["tset"])
    words = capsys.readouterr().err.partition("the words are ")[2].rstrip(".\n").split(", ")
    assert sorted(run.LOCKS) == sorted(words)


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13), (3, 15, 0)])
def test_a_python_that_does_not_do_is_told_which_ones_do(run, tools, monkeypatch, capsys, version):
    monkeypatch.setattr(run, "sys", SimpleNamespace(version_info=version, stderr=sys.stderr))
    assert run.main(["start"]) == 1
    said = capsys.readouterr().err
    assert "3.11, 3.12, 3.13 or 3.14; this is {}.{}".format(*version) in said
    assert "python3.12 run.py start" in said
    assert not tools.commands


@pytest.mark.parametrize("words", [[], ["tset"]])
def test_an_unknown_word_makes_nothing_and_names_the_words(run, tools, capsys, words):
    assert run.main(words) == 1
    assert "start, work, release, build, test, bench, lock" in capsys.readouterr().err
    assert not tools.commands


def test_a_python_without_venv_is_told_the_line_to_type(run, tools, monkeypatch, capsys):
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: None)
    assert run.main(["start"]) == 1
    package = "python{}.{}-venv".format(*sys.version_info)
    assert f"sudo apt install {package}" in capsys.readouterr().err
    assert not tools.commands


@pytest.mark.parametrize("uv", [None, "/somewhere/uv"])
def test_both_tools_install_the_same_lock_and_check_it(run, tools, monkeypatch, uv):
    monkeypatch.setattr(run.shutil, "which", lambda name: uv)
    monkeypatch.setattr(run.subprocess, "run", lambda *_, **__: SimpleNamespace(returncode=0))
    assert run.main(["start"]) == 0
    _, locked, own = tools.commands
    assert locked[-5:] == ["--require-hashes", "--only-binary", ":all:", "-r", str(run.STUDENT)]
    assert own[-5:] == ["--no-deps", "--no-build-isolation", "--no-index", "--editable", "."]
    assert all((command[0] == uv) == bool(uv) for command in tools.commands)


def test_a_uv_that_does_not_run_is_not_used(run, tools, monkeypatch):
    monkeypatch.setattr(run.shutil, "which", lambda name: "/somewhere/uv")
    monkeypatch.setattr(run.subprocess, "run", lambda *_, **__: SimpleNamespace(returncode=127))
    run.main(["start"])
    assert tools.commands[0][1:3] == ["-m", "venv"]


def test_each_step_is_one_line(run, tools, capsys):
    tools.output = b"a wall of output\n" * 50
    run.main(["start"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(tools.commands) + 1
    assert re.fullmatch(r"Ready after \d+ s\.", lines[-1])
    assert run.LOG.read_bytes().count(b"wall") == 150


def test_a_second_start_does_nothing(run, tools, capsys):
    run.main(["start"])
    del tools.commands[:]
    capsys.readouterr()
    assert run.main(["start"]) == 0
    assert not tools.commands
    assert capsys.readouterr().out == ""


def test_the_developers_environment_serves_a_student_but_not_the_other_way_round(run, tools):
    run.main(["test"])
    del tools.commands[:]
    run.main(["start"])
    assert not tools.commands
    run.STAMP.write_text(run.fingerprint(run.STUDENT))
    run.main(["test"])
    assert str(run.DEVELOPER) in tools.commands[1]


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml", MADE_FROM[-1]])
def test_a_changed_file_makes_the_environment_anew(run, tools, course, name):
    run.main(["start"])
    del tools.commands[:]
    with (course / name).open("a") as file:
        file.write("\n")
    run.main(["start"])
    assert len(tools.commands) == 3


def test_a_moved_checkout_gets_a_new_environment(run, tools, course, monkeypatch):
    run.main(["start"])
    moved = load_run(course.rename(course.with_name("moved")))
    monkeypatch.setattr(moved, "hand_over", lambda words: 0)
    tools.run = moved
    del tools.commands[:]
    assert moved.main(["start"]) == 0
    assert len(tools.commands) == 3


def test_a_half_made_environment_is_made_anew(run, tools):
    tools.code = 1
    assert run.main(["start"]) == 1
    (run.VENV / "half").mkdir(parents=True)
    tools.code = 0
    assert run.main(["start"]) == 0
    assert not (run.VENV / "half").exists()
    assert run.is_ready(run.STUDENT)


@pytest.mark.parametrize(
    "output",
    [
        b"WARNING: Retrying: NewConnectionError: Failed to establish a new connection\n"
        b"ERROR: No matching distribution found for altair==6.3.0\n",
        b"error: Failed to fetch altair\n  Caused by: dns error\n",
    ],
)
def test_without_a_network_the_sentence_says_so(run, tools, capsys, output):
    tools.output, tools.code = output, 1
    assert run.main(["start"]) == 1
    said = capsys.readouterr().err
    assert "go online" in said
    assert str(run.LOG) in said
    assert said.count("\n") == 1


def test_another_failure_is_told_in_the_tools_own_words(run, tools, capsys):
    tools.output, tools.code = b"Collecting x\nERROR: No space left on device\n\n[notice] pip\n", 1
    assert run.main(["start"]) == 1
    said = capsys.readouterr().err
    assert "ERROR: No space left on device" in said
    assert str(run.LOG) in said
    assert said.count("\n") == 1


def test_a_folder_that_cannot_be_written_is_named(run, tools, monkeypatch, capsys):
    def refuse(path, *_, **__):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert run.main(["start"]) == 1
    said = capsys.readouterr().err
    assert f"{run.LOG.parent} cannot be used (Permission denied)" in said
    assert "copy the course" in said


def test_a_machines_settings_reach_packages_but_do_not_move_them(run, monkeypatch):
    kept = {"PIP_INDEX_URL", "PIP_CERT", "PIP_FIND_LINKS", "UV_CACHE_DIR", "HTTPS_PROXY"}
    dropped = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "CONDA_PREFIX", "PIP_TARGET"}
    dropped |= {"PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "UV_SYSTEM_PYTHON", "UV_PYTHON"}
    for name in kept | dropped | {"PIP_USER"}:
        monkeypatch.setenv(name, "1")
    environment = run.environment()
    assert kept <= environment.keys()
    assert not dropped & environment.keys()
    assert environment["PIP_USER"] == "0"


class Child:
    """Stand in for a process that ends with a code, perhaps after Ctrl-C."""

    def __init__(self, *ends):
        self.ends, self.terminated = list(ends), False

    def __call__(self, command, **_):
        self.command = command
        return self

    def wait(self, timeout=None):
        end = self.ends.pop(0)
        if isinstance(end, BaseException):
            raise end
        return end

    def terminate(self):
        self.terminated = True


@pytest.mark.parametrize(("code", "passed_on"), [(0, 0), (1, 1), (7, 7), (-9, 137)])
def test_exit_codes_pass_through(course, monkeypatch, code, passed_on):
    run, child = load_run(course), Child(code)
    monkeypatch.setattr(run.subprocess, "Popen", child)
    assert run.hand_over(["start", "--port", "9000"]) == passed_on
    assert child.command[-3:] == ["start", "--port", "9000"]


def test_ctrl_c_waits_for_the_course_to_end(course, monkeypatch):
    run, child = load_run(course), Child(KeyboardInterrupt(), 0, 0)
    monkeypatch.setattr(run.subprocess, "Popen", child)
    assert run.hand_over(["start"]) == 130


def test_ctrl_c_ends_a_course_that_does_not_end_by_itself(course, monkeypatch):
    run, child = load_run(course), Child(KeyboardInterrupt(), subprocess.TimeoutExpired("", 5), 0)
    monkeypatch.setattr(run.subprocess, "Popen", child)
    assert run.hand_over(["start"]) == 130
    assert child.terminated


def test_ctrl_c_during_a_step_leaves_no_traceback(run, monkeypatch, capsys):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "call", interrupt)
    assert run.main(["start"]) == 130
    assert capsys.readouterr().err.strip() == "Stopped."

"""The command line: one sentence for what cannot be done, and how JupyterLab is started."""

import contextlib
import socket

import pytest
from jupyterlab.labapp import LabApp

import techwar.__main__
from techwar.__main__ import main


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["tset"],
            "There is no 'tset': the words are start, work, test, build, release, bench, lock.",
        ),
        (["test", "untit"], "There is no stage 'untit': the stages are text, unit, "),
        (["test", "browser-code/03"], "The stage browser-code has no parts"),
        (["start", "--port", "eighty"], "'eighty' is no port"),
        (["start", "--port", "70000"], "'70000' is no port"),
        (["start", "--colour"], "--colour"),
        (["release", "03"], "--out"),
        ([], "WORD"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(words, sentence, capsys):
    assert main(words) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1


@pytest.fixture
def lab(monkeypatch, tmp_path):
    options = []
    monkeypatch.setattr(LabApp, "launch_instance", options.extend)
    monkeypatch.setattr(techwar.__main__, "course_folder", lambda: tmp_path)
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "03-how-big.ipynb").write_text('{"cells": []}', encoding="utf-8")
    return options


def test_jupyterlab_opens_the_first_lesson_in_work(lab, tmp_path, capsys):
    assert main(["start"]) == 0
    assert f"--ServerApp.root_dir={tmp_path / 'work'}" in lab
    assert "--LabApp.default_url=/lab/tree/lessons/03-how-big.ipynb" in lab
    assert "--ServerApp.open_browser=True" in lab
    assert not any("port" in option for option in lab)
    assert "lessons/03-how-big.ipynb" in capsys.readouterr().out


def test_a_port_that_is_named_is_the_only_one(lab):
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as server:
        free = server.getsockname()[1]
    assert main(["start", "--no-browser", "--port", str(free)]) == 0
    assert {f"--ServerApp.port={free}", "--ServerApp.port_retries=0"} <= set(lab)
    assert "--ServerApp.open_browser=False" in lab


def test_a_port_that_is_taken_is_said(lab, capsys):
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as server:
        assert main(["start", "--port", str(server.getsockname()[1])]) == 1
    assert "is taken by another program" in capsys.readouterr().err
    assert not lab


def test_a_lesson_that_does_not_exist_is_said(lab, capsys):
    assert main(["start", "--lesson", "9"]) == 1
    assert capsys.readouterr().err == "There is no lesson 9; the lessons are: 03.\n"

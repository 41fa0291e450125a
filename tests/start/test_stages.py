"""The stages of `run.py test`: what they hold, and that nothing passes that was not proven."""

import shutil
from pathlib import Path

import pytest

from techwar.authoring import proof
from techwar.authoring.proof import STAGES, Command, Outcome, Stage, Tool, choose, prove

TESTS = Path(__file__).parents[1]
GOOD = "def test_good():\n    pass\n"
BAD = 'def test_bad():\n    assert False, "the share is 22.6, not 22.7"\n'
SKIPPED = "import pytest\n\n@pytest.mark.skip(reason='later')\ndef test_skipped():\n    pass\n"
XFAIL = "import pytest\n\n@pytest.mark.xfail\ndef test_wrong():\n    assert False\n"
WHOLE_FILE = "import pytest\n\npytest.skip('later', allow_module_level=True)\n"


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course whose only stage is `tiny`: the files of tests/tiny."""
    (tmp_path / "tests" / "tiny").mkdir(parents=True)
    shutil.copytree(TESTS / "offline", tmp_path / "tests" / "offline")
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = -p no:cacheprovider\n")
    monkeypatch.setattr(proof, "STAGES", (Stage("tiny", (proof.pytest("tests/tiny"),)),))
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    return tmp_path


def tiny(course, **files):
    for name, source in files.items():
        (course / "tests" / "tiny" / f"test_{name}.py").write_text(source, encoding="utf-8")


def test_every_folder_of_tests_belongs_to_a_stage():
    run = {word for stage in STAGES for command in stage.commands for word in command.words}
    folders = {
        f"tests/{folder.name}"
        for folder in TESTS.iterdir()
        if folder.is_dir() and any(folder.glob("test_*.py"))
    }
    assert folders <= run


def test_all_that_passes_is_one_line_and_the_total(course, capsys):
    tiny(course, a=GOOD, b=GOOD)
    assert prove([], course) == 0
    line, total = capsys.readouterr().out.splitlines()
    assert line.split()[:2] == ["tiny", "passed"]
    assert total == "2 passed, 0 failed"


def test_a_failure_is_named_with_its_sentence_and_its_log(course, capsys):
    tiny(course, a=GOOD, b=BAD)
    assert prove([], course) == 1
    line, failure, total = capsys.readouterr().out.splitlines()
    assert "FAILED" in line
    assert "see build/proof/tiny.log" in line
    assert "tests/tiny/test_b.py::test_bad: " in failure
    assert "the share is 22.6, not 22.7" in failure
    assert total == "1 passed, 1 failed"
    assert "test_bad" in (course / "build" / "proof" / "tiny.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(("part", "code"), [("tiny/first", 0), ("tiny/second", 1)])
def test_a_part_runs_only_what_has_its_name(course, part, code):
    tiny(course, first=GOOD, second=BAD)
    assert prove([part], course) == code


def test_no_test_at_all_is_a_failure(course, capsys):
    assert prove([], course) == 1
    assert "no test was run by pytest tests/tiny" in capsys.readouterr().out


def test_a_part_that_no_test_has_is_a_failure(course, capsys):
    tiny(course, first=GOOD)
    assert prove(["tiny/third"], course) == 1
    assert "no test has 'third' in its file or name" in capsys.readouterr().out


def test_a_folder_that_is_missing_is_a_failure(course, monkeypatch, capsys):
    monkeypatch.setattr(proof, "STAGES", (Stage("tiny", (proof.pytest("tests/gone"),)),))
    assert prove([], course) == 1
    assert "tests/gone" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_a_failure(course):
    tiny(course, a=GOOD, b="import nothing_of_that_name\n")
    assert prove([], course) == 1


@pytest.mark.parametrize("source", [SKIPPED, XFAIL, WHOLE_FILE])
def test_in_ci_what_is_skipped_has_failed(course, monkeypatch, capsys, source):
    tiny(course, a=GOOD, b=source)
    assert prove([], course) == 0
    monkeypatch.setenv("CI", "1")
    assert prove([], course) == 1
    assert "it was skipped" in capsys.readouterr().out


def test_a_known_skip_is_allowed_in_ci(course, monkeypatch):
    tiny(course, a=GOOD, b=SKIPPED)
    monkeypatch.setenv("CI", "1")
    monkeypatch.setitem(proof.KNOWN_SKIPS, "tests/tiny/test_b.py::test_skipped", "a reason")
    assert prove([], course) == 0


def test_what_is_only_skipped_is_a_failure_anywhere(course):
    tiny(course, b=SKIPPED)
    assert prove([], course) == 1


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("false", 0), ("1", 1), ("true", 1)])
def test_a_missing_tool_is_named_with_its_command_and_fails_in_ci(
    course, monkeypatch, capsys, ci, code
):
    tool = Tool("Chromium", lambda: False, "`get chromium`")
    needing = Stage("shown", (proof.pytest("tests/tiny"),), (tool,))
    monkeypatch.setattr(proof, "STAGES", (*proof.STAGES, needing))
    monkeypatch.setenv("CI", ci)
    tiny(course, a=GOOD)
    assert prove([], course) == code
    assert "shown was not run. Get Chromium: `get chromium`." in capsys.readouterr().out


def test_a_failing_tool_shows_its_last_lines(course, monkeypatch, capsys):
    stage = Stage("tiny", (Command("json.tool", ("nowhere.json",)),))
    monkeypatch.setattr(proof, "STAGES", (stage,))
    assert prove([], course) == 1
    said = capsys.readouterr().out
    assert "json.tool nowhere.json:" in said
    assert "No such file" in said


def test_what_does_not_end_has_failed(course, monkeypatch, capsys):
    monkeypatch.setattr(proof, "LIMIT", 0.1)
    tiny(course, a=GOOD)
    assert prove([], course) == 1
    assert "had not ended after 0.1 s" in capsys.readouterr().out


def test_tests_of_a_stage_have_no_internet(course):
    tiny(course, a="import sitecustomize\n\ndef test_it():\n    assert sitecustomize.refuse\n")
    assert prove([], course) == 0


def test_npm_packages_are_fetched_once_for_each_lock_file(course, monkeypatch):
    folder = course / proof.BROWSER_SOURCES
    (folder / "node_modules").mkdir(parents=True)
    (folder / "package-lock.json").write_text("{}", encoding="utf-8")
    fetched = []

    def note(command, *_, **__):
        fetched.append(command.words[0])
        return Outcome(passed=1)

    monkeypatch.setattr(proof, "run_command", note)
    log = course / "log"
    for _ in range(2):
        proof.fetch_npm_packages(course, log)
    assert fetched == ["ci"]
    (folder / "package-lock.json").write_text('{"new": 1}', encoding="utf-8")
    proof.fetch_npm_packages(course, log)
    assert fetched == ["ci", "ci"]


def test_an_unknown_stage_names_those_that_exist():
    with pytest.raises(proof.ProofError, match="no stage 'units': the stages are text, unit, data"):
        choose("units")


def test_a_stage_of_tools_has_no_parts():
    with pytest.raises(proof.ProofError, match="browser-code has no parts"):
        choose("browser-code/03")


def test_a_cell_that_differs_is_told_with_its_values():
    message = (
        "#x1B[91mNotebook cell execution failed#x1B[0m\n#x1B[94mCell 1: Cell outputs differ\n\n"
        "Input:\n#x1B[0mshare\n\n#x1B[94mTraceback:#x1B[0m\n"
        " assert reference_output == test_output failed:\n\n  '22.6' == '22.7'\n  - 22.7\n"
    )
    assert proof.first_sentence(message) == "Cell outputs differ: '22.6' == '22.7'"

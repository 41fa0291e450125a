"""The proof proves: each deliberate fault turns its stage red with a sentence that names it.

Every case spoils a copy of the checkout and runs the tests of the stage that
should notice, in a process of its own.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from checkout_copy import ask, copy_checkout

NAME = "03-how-big-is-the-market"


@dataclass(frozen=True)
class Fault:
    """What is spoilt, which tests should notice, and what they should say."""

    spoil: Callable[[Path], None]
    tests: str
    says: str
    first: str = ""  # a command of the author that comes after the fault


def replace(file: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(copy: Path) -> None:
        path = copy / file
        text = path.read_bytes().decode("utf-8")
        assert old in text, f"{file} no longer holds {old}"
        path.write_bytes(text.replace(old, new, 1).encode("utf-8"))

    return spoil


def notebook(room: str, change: Callable[[list[dict[str, Any]]], None]) -> Callable[[Path], None]:
    def spoil(copy: Path) -> None:
        path = copy / room / f"{NAME}.ipynb"
        content = json.loads(path.read_text(encoding="utf-8"))
        change(content["cells"])
        path.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")

    return spoil


def cell_with(cells: list[dict[str, Any]], words: str) -> dict[str, Any]:
    return next(cell for cell in cells if words in "".join(cell["source"]))


def code_ran(cells: list[dict[str, Any]]) -> dict[str, Any]:
    return next(cell for cell in cells if cell["cell_type"] == "code" and cell["outputs"])


def never_run(cells: list[dict[str, Any]]) -> None:
    code_ran(cells)["execution_count"] = None


def with_error(cells: list[dict[str, Any]]) -> None:
    error = {"output_type": "error", "ename": "NameError", "evalue": "x", "traceback": []}
    code_ran(cells)["outputs"].append(error)


def with_warning(cells: list[dict[str, Any]]) -> None:
    code_ran(cells)["outputs"].append(
        {"output_type": "stream", "name": "stderr", "text": ["FutureWarning"]}
    )


def looked_away(cells: list[dict[str, Any]]) -> None:
    code_ran(cells)["metadata"]["tags"] = ["nbval-ignore-output"]


def leaked(cells: list[dict[str, Any]]) -> None:
    cell_with(cells, "world_2016 = ...")["source"] = ["world_2016 = 15.36\n", 'check("3.1")']


def without_alt(cells: list[dict[str, Any]]) -> None:
    for cell in cells:
        for output in cell.get("outputs", []):
            page = output.get("data", {}).get("text/html", [])
            if any("<img" in line for line in page):
                output["data"]["text/html"] = [
                    re.sub(r'alt="[^"]*"', 'alt=""', line) for line in page
                ]
                return
    raise AssertionError("no picture to spoil")


def other_digit(cells: list[dict[str, Any]]) -> None:
    cell = cell_with(cells, "[10.2 per cent]")
    cell["source"] = [line.replace("[10.2 per cent]", "[10.3 per cent]") for line in cell["source"]]


def other_output(cells: list[dict[str, Any]]) -> None:
    for cell in cells:
        for output in cell.get("outputs", []):
            if "16.79" in "".join(output.get("text", [])):
                output["text"] = [line.replace("16.79", "16.78") for line in output["text"]]
                return
    raise AssertionError("no output to spoil")


SHARE = ("2017,share of world revenue,44,per cent", "2017,share of world revenue,45,per cent")
LESSON, EXERCISES = f"course/{NAME}/lesson.md", f"course/{NAME}/exercises.md"
BUILD_DATA, BUILD_3 = "build(['data'])", "build(['3'], force=True)"
NOTEBOOKS = "tests/notebooks/test_built_notebooks.py"
NBVAL = f"--nbval lessons/{NAME}.ipynb"

FAULTS = {
    "a value, old checksum": Fault(
        replace("data/market.csv", *SHARE),
        "tests/data",
        r"data/market\.csv .*row ihs-china-share-2017",
    ),
    "a value, checksum renewed": Fault(
        replace("data/market.csv", *SHARE),
        NOTEBOOKS,
        r"cell \d+: the page says 44 per cent for ihs-china-share-2017, the table 45 per cent",
        BUILD_DATA,
    ),
    "a value, checksum renewed, before nbval": Fault(
        replace("data/market.csv", *SHARE), NBVAL, r"mismatch|Traceback|failed", BUILD_DATA
    ),
    "a digit in a built page": Fault(
        notebook("lessons", other_digit), NOTEBOOKS, r"cell 2: the page says .*10\.3"
    ),
    "a digit in a stored output": Fault(
        notebook("lessons", other_output), NOTEBOOKS, r"was changed after it was built"
    ),
    "a digit typed into a text": Fault(
        replace(LESSON, "made up {fact}`ihs-china-share-2017`", "made up 44 per cent"),
        NOTEBOOKS,
        r"lesson\.md, line \d+: 44 is typed",
    ),
    "a dollar sign in a text": Fault(
        replace(LESSON, "One box is full", "One US$ box is full"),
        NOTEBOOKS,
        r"lesson\.md, line \d+: a dollar sign",
    ),
    "a text changed and not built": Fault(
        replace(LESSON, "One box is full", "One box is filled"),
        NOTEBOOKS,
        r"lessons/03-\S+, cell \d+: the page says .*One box",
    ),
    "an alt text removed": Fault(
        notebook("lessons", without_alt),
        NOTEBOOKS,
        r"cell \d+: shows a picture without an alt text",
    ),
    "a solution's operator": Fault(
        replace(EXERCISES, "world_2016 = world_2017 / (1 +", "world_2016 = world_2017 * (1 +"),
        NOTEBOOKS,
        r"solutions/\S+, cell \d+: task 3\.1 is “not yet”",
        BUILD_3,
    ),
    "an answer in the exercises": Fault(
        notebook("exercises", leaked), NOTEBOOKS, r"cell \d+: holds an answer: world_2016"
    ),
    "a cell never run": Fault(
        notebook("solutions", never_run), NOTEBOOKS, r"solutions/\S+, cell \d+: was never run"
    ),
    "an error nobody meant": Fault(
        notebook("lessons", with_error), NOTEBOOKS, r"cell \d+: stops with NameError"
    ),
    "a warning": Fault(notebook("lessons", with_warning), NOTEBOOKS, r"cell \d+: prints a warning"),
    "a cell that asks nbval to look away": Fault(
        notebook("exercises", looked_away), NOTEBOOKS, r"cell \d+: asks nbval to look away"
    ),
    "a notebook lost": Fault(
        lambda copy: (copy / "exercises" / f"{NAME}.ipynb").unlink(),
        NOTEBOOKS,
        rf"exercises/{NAME}\.ipynb is missing",
    ),
    "a guide edited where it is built": Fault(
        replace(f"solutions/{NAME}.md", "Board plan", "Plan"),
        NOTEBOOKS,
        r"is not what guide\.md makes",
    ),
    "an operator in a checker": Fault(
        replace("src/techwar/tasks/lesson03.py", "world_2018() / (1 +", "world_2018() * (1 +"),
        "tests/tasks/test_lesson03_arithmetic.py",
        r"FAILED \S+test_forward_from",
    ),
    "a hint lost": Fault(
        replace("src/techwar/tasks/lesson03.py", '"lied", "A"', '"lied", "X"'),
        "tests/tasks/test_every_task.py -k option",
        r"FAILED \S+every_option.*3\.6",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_turns_its_stage_red_and_is_named(name: str, tmp_path: Path) -> None:
    fault = FAULTS[name]
    copy = tmp_path / "checkout"
    copy_checkout(copy)
    fault.spoil(copy)
    if fault.first:
        made = ask(copy, "-c", f"from techwar.authoring import build\n{fault.first}")
        assert made.returncode == 0, made.stderr
    said = ask(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *fault.tests.split())
    assert said.returncode == 1, said.stdout + said.stderr
    assert re.search(fault.says, said.stdout), said.stdout[-3000:]

"""Exercises are made from solutions: the answer goes, its name stays."""

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from techwar.authoring.prose import AuthoringError
from techwar.authoring.variants import exercises, solutions


def cell(body: str, **metadata: object) -> NotebookNode:
    return new_code_cell(body, metadata=metadata)


SOLVED = cell(
    "### BEGIN SOLUTION\nhalf = 2\nworld_2016 = half * 2\n### END SOLUTION\n\ncheck('3.1')"
)


def test_students_get_a_name_that_waits() -> None:
    assert exercises([SOLVED])[0].source == "world_2016 = ...\n\ncheck('3.1')"


def test_a_function_waits_under_its_name() -> None:
    body = "### BEGIN SOLUTION\ndef amount_added(new):\n    return new\n### END SOLUTION\n"
    assert exercises([cell(body)])[0].source == "amount_added = ..."


def test_the_solution_has_the_answer_and_no_marker() -> None:
    source = solutions([SOLVED])[0].source
    assert "half * 2" in source
    assert "SOLUTION" not in source


def test_cells_for_the_solutions_stay_there() -> None:
    only = new_markdown_cell("Because.", metadata={"tags": ["solution"]})
    assert exercises([only]) == []
    assert solutions([only])[0].source == "Because."
    assert "tags" not in solutions([only])[0].metadata


@pytest.mark.parametrize("body", ["### BEGIN SOLUTION\nworld_2016 = 1\n", "### END SOLUTION\n"])
def test_an_open_marker_is_refused(body: str) -> None:
    with pytest.raises(AuthoringError, match="not closed"):
        exercises([cell(body)])


def test_a_solution_that_answers_nothing_is_refused() -> None:
    body = "### BEGIN SOLUTION\nwrold_2016 = 1\n### END SOLUTION\n"
    with pytest.raises(AuthoringError, match="wrold_2016"):
        exercises([cell(body)])

"""What nbval cannot see, each rule with a notebook that breaks it."""

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from techwar.authoring.companion import problems


def page(*cells: NotebookNode) -> NotebookNode:
    return new_notebook(cells=list(cells))


def ran(
    source: str, *outputs: NotebookNode, count: int = 1, tags: tuple[str, ...] = ()
) -> NotebookNode:
    metadata = {"tags": list(tags)} if tags else {}
    return new_code_cell(source, outputs=list(outputs), execution_count=count, metadata=metadata)


def shown(text: str = "", page: str = "") -> NotebookNode:
    data = {"text/plain": text} | ({"text/html": page} if page else {})
    return new_output("execute_result", data=data, execution_count=1)


ERROR = new_output("error", ename="NameError", evalue="x", traceback=[])
STDERR = new_output("stream", name="stderr", text="FutureWarning")


@pytest.mark.parametrize(
    ("cell", "room", "words"),
    [
        (new_code_cell("1"), "lessons", "was never run"),
        (ran("1", count=2), "lessons", "out of order"),
        (ran("x", ERROR), "lessons", "stops with NameError"),
        (ran("x", STDERR), "lessons", "prints a warning"),
        (ran("1", tags=("nbval-ignore-output",)), "lessons", "look away"),
        (ran("# NBVAL_SKIP\n1"), "lessons", "look away"),
        (ran("c", shown("x", '<img src="data:">')), "lessons", "without an alt text"),
        (ran("c", shown("x", '<img alt="" src="data:">')), "lessons", "without an alt text"),
        (
            ran("c", shown("x", '<img alt="bar chart. No description written." src="">')),
            "lessons",
            "alt text",
        ),
        (ran("c", shown("x", "<td>US$5</td>")), "lessons", "dollar sign"),
        (new_markdown_cell("It cost US$5"), "lessons", "dollar sign in line 1"),
        (new_markdown_cell("word " * 200), "lessons", "200 words"),
        (ran("x = 1\n" * 20), "lessons", "lines of code"),
        (ran("x = '" + "y" * 90 + "'"), "lessons", "cut off"),
        (ran('check("3.1")', shown("3.1 done: Well.")), "exercises", "“done”"),
        (ran('check("3.1")', shown("3.1 not yet: Hm.")), "solutions", "“not yet”"),
        (ran('check("3.1")'), "solutions", "no answer of the check"),
        (ran('check("3.2")', shown("3.2 not started: S.")), "exercises", "stands nowhere above"),
        (ran("world_2016 = 15.36"), "exercises", "holds an answer: world_2016"),
        (
            ran("def amount_added(new):\n    return new"),
            "exercises",
            "holds an answer: amount_added",
        ),
        (ran("### BEGIN SOLUTION"), "exercises", "marker"),
        (ran("1", tags=("solution",)), "exercises", "cell of the solutions"),
    ],
)
def test_a_broken_rule_is_named_with_its_cell(cell: NotebookNode, room: str, words: str) -> None:
    found = problems(page(new_markdown_cell("# A"), cell), room, f"{room}/x.ipynb")
    assert any(line.startswith(f"{room}/x.ipynb, cell 2: ") and words in line for line in found), (
        found
    )


def test_a_clean_page_has_no_problem() -> None:
    cells = [
        new_markdown_cell("# 3.1 A"),
        ran("world_2016 = ...\n\ncheck('3.1')", shown("3.1 not started: Store.")),
        ran("1 / 0", ERROR, count=2, tags=("raises-exception",)),
        ran("c", shown("Two bars.", '<img alt="Two bars." src="data:">'), count=3),
    ]
    assert problems(page(*cells), "exercises", "x") == []

"""One text with solutions becomes two notebooks: the exercises and the solutions."""

import ast
import re
from collections.abc import Callable
from functools import partial

from nbformat import NotebookNode

from techwar.authoring.prose import AuthoringError
from techwar.tasks.checking import tasks

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
_REGION = re.compile(rf"^{BEGIN}\n(.*?)^{END}\n?", re.DOTALL | re.MULTILINE)

#: A cell of this tag stands in the solutions only.
SOLUTION = "solution"


def exercises(cells: list[NotebookNode]) -> list[NotebookNode]:
    """Return the cells that students get: each answer is a name that waits for its value."""
    kept = [cell for cell in cells if SOLUTION not in cell.metadata.get("tags", [])]
    return [_changed(cell, partial(_waiting, answers=_asked(cell))) for cell in kept]


def solutions(cells: list[NotebookNode]) -> list[NotebookNode]:
    """Return the cells with the answers in place and the markers gone."""
    plain = [_changed(cell, lambda body: body) for cell in cells]
    for cell in plain:
        tags = [tag for tag in cell.metadata.get("tags", []) if tag != SOLUTION]
        cell.metadata = {"tags": tags} if tags else {}
    return plain


def _changed(cell: NotebookNode, change: Callable[[str], str]) -> NotebookNode:
    source = cell.source + "\n"
    if source.count(BEGIN) != source.count(END) or len(_REGION.findall(source)) != source.count(
        BEGIN
    ):
        raise AuthoringError(f"A solution is not closed: each “{BEGIN}” needs its “{END}”.")
    copy = NotebookNode(cell)
    copy.metadata = NotebookNode(cell.metadata)
    copy.source = _REGION.sub(lambda m: change(m[1]), source).rstrip("\n")
    return copy


def _asked(cell: NotebookNode) -> set[str]:
    """Return the names that the check of this cell reads (of all tasks, if it has none)."""
    called = re.findall(r"^check\(['\"](.+?)['\"]", cell.source, re.MULTILINE)
    return {
        part.name
        for task in tasks().values()
        if task.id in called or not called
        for part in task.parts
    }


def _waiting(body: str, answers: set[str]) -> str:
    """Return `name = ...` for each answer that a solution gives; its way there is left out."""
    names: list[str] = []
    for statement in ast.parse(body).body:
        if isinstance(statement, ast.FunctionDef):
            names.append(statement.name)
        elif isinstance(statement, ast.Assign):
            names += [target.id for target in statement.targets if isinstance(target, ast.Name)]
    wanted = [name for name in names if name in answers]
    if not wanted:
        raise AuthoringError(
            f"A solution answers no task that exists; it binds: {', '.join(names)}."
        )
    return "".join(f"{name} = ...\n" for name in dict.fromkeys(wanted))

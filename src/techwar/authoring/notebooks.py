"""Make a lesson's notebooks from its texts, and tell where the two differ."""

import ast
import difflib
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from techwar.authoring.lesson import Lesson
from techwar.authoring.prose import NUMBER_ROLES, AuthoringError, Role, fill, replace_roles, roles
from techwar.authoring.quiz import Item, as_markdown
from techwar.authoring.variants import exercises, solutions
from techwar.data import fact
from techwar.tasks.checking import find
from techwar.tasks.kinds import Choice

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
FOOT = '<a id="numbers"></a>\n\n## Numbers on this page'
FOOT_CODE = "from techwar import numbers\n\nnumbers(\n"
# Functions that read tables which no cell names.
READ_BY = {"in_force(": ("tariff_lists", "tariff_steps"), "convert(": ("exchange_rates",)}
HEADER = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def draft(lesson: Lesson) -> dict[str, NotebookNode]:
    """Return a lesson's notebooks before they run, by room: no outputs, roles not filled."""
    if lesson.is_page:
        return {"lessons": _assemble(lesson.lesson, lesson)}
    return {
        "lessons": _assemble(lesson.lesson, lesson),
        "exercises": _assemble(exercises(lesson.exercises), lesson),
        "solutions": _assemble(solutions(lesson.exercises), lesson),
    }


def build(lesson: Lesson, root: Path, *, force: bool = False) -> list[Path]:
    """Make, run and write a lesson's notebooks and its guide; return the files written.

    Each notebook runs once. The same texts and tables give the same bytes.

    Raises:
        AuthoringError: where a cell stops that is not marked to, where a role
            names nothing, or where somebody edited a built file by hand and
            `force` is not set.
    """
    written = []
    shown: dict[str, str] = {}
    for room, notebook in draft(lesson).items():
        file = root / room / f"{lesson.name}.ipynb"
        _execute(notebook, file, root)
        numbers = shown_numbers(notebook)
        shown |= numbers
        _fill(notebook, numbers)
        text = _sealed(notebook)
        if file.exists() and not force:
            _refuse_if_edited(file, notebook)
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        written.append(file)
    if lesson.is_page:
        return written
    guide = root / "solutions" / f"{lesson.name}.md"
    guide.write_text(filled_guide(lesson, shown), encoding="utf-8", newline="\n")
    return [*written, guide]


def differences(lesson: Lesson, root: Path) -> list[str]:
    """Say where the built files are not what the texts and tables make; run nothing.

    Each sentence names the file, the cell (from 1) and, for a number, what the
    page says and what the table at its foot says.
    """
    found = []
    shown: dict[str, str] = {}
    unread = False
    for room, notebook in draft(lesson).items():
        name = f"{room}/{lesson.name}.ipynb"
        built, problem = _read_built(root / name, name)
        if built is None:
            found.append(problem)
            unread = True
            continue
        if len(built.cells) != len(notebook.cells):
            found.append(
                f"{name} has {len(built.cells)} cells, its text {len(notebook.cells)}: "
                "build it again."
            )
            continue
        numbers = shown_numbers(built)
        shown |= numbers
        _fill(notebook, numbers)
        found += [
            f"{name}, cell {place}: {_first_difference(old.source, new.source)}"
            for place, (old, new) in enumerate(zip(built.cells, notebook.cells, strict=True), 1)
            if (old.source, old.id, old.cell_type) != (new.source, new.id, new.cell_type)
        ]
        if built.metadata.get("techwar", {}).get("built") != _digest(built):
            found.append(f"{name} was changed after it was built: put the change into its text.")
    if unread or lesson.is_page:  # a guide's numbers are read off the notebooks
        return found
    guide = root / "solutions" / f"{lesson.name}.md"
    if not guide.exists() or guide.read_text(encoding="utf-8") != filled_guide(lesson, shown):
        found.append(f"solutions/{guide.name} is not what guide.md makes: build it again.")
    return found


def stale_numbers(notebook: NotebookNode, name: str) -> list[str]:
    """Say which facts on a built page are no longer what their table says."""
    found = []
    place = len(notebook.cells)
    for spec, text in shown_numbers(notebook).items():
        kind, _, content = spec.partition(":")
        if kind == "fact" and (now := _shown_fact(content)) != text:
            found.append(
                f"{name}, cell {place}: the page says {text} for {content}, the table {now}: "
                "build the lesson again."
            )
    return found


def shown_numbers(notebook: NotebookNode) -> dict[str, str]:
    """Return the text of each number as the table at the foot of the page holds it."""
    specs = list(dict.fromkeys(_specs(notebook.cells)))
    if not specs:
        return {}
    lines = _plain_text(notebook.cells[-1]).splitlines()
    return {spec: line.split(" | ")[0].strip() for spec, line in zip(specs, lines, strict=False)}


def filled_guide(lesson: Lesson, shown: dict[str, str]) -> str:
    """Return the guide with its numbers written in, as plain text."""

    def write(role: Role) -> str:
        if role.kind not in NUMBER_ROLES:
            return _expand(role, lesson)
        if role.kind == "fact":
            return _shown_fact(role.content)
        if role.spec not in shown:
            raise AuthoringError(
                f"course/{lesson.name}/guide.md uses {role.content}, which the lesson does not use."
            )
        return shown[role.spec]

    return replace_roles(lesson.guide, write)


def _assemble(cells: Iterable[NotebookNode], lesson: Lesson) -> NotebookNode:
    copies = []
    for cell in cells:
        copy = NotebookNode(cell)
        copy.metadata = NotebookNode(cell.metadata)
        if copy.cell_type == "markdown":
            copy.source = replace_roles(copy.source, lambda role: _expand(role, lesson))
        copies.append(copy)
    _refuse_rebound(copies)
    specs = list(dict.fromkeys(_specs(copies)))
    if specs:
        tables = ", ".join(f'"{name}"' for name in _tables(copies))
        lines = [*(f'"{spec}"' for spec in specs), *([f"tables=[{tables}]"] if tables else [])]
        call = FOOT_CODE + "".join(f"    {line},\n" for line in lines) + ")"
        copies += [new_markdown_cell(FOOT), new_code_cell(call)]
    _name_cells(copies)
    notebook: NotebookNode = new_notebook(cells=copies)
    notebook.metadata = NotebookNode(json.loads(json.dumps(HEADER)))
    return notebook


def _expand(role: Role, lesson: Lesson) -> str:
    """Write what a role stands for, where that is known before the notebook runs."""
    if role.kind in NUMBER_ROLES:
        return f"{{{role.kind}}}`{role.content}`"
    if role.kind == "quiz":
        return as_markdown(_chosen(lesson, role.content))
    task = find(role.content)
    if task is None:
        raise AuthoringError(
            f"course/{lesson.name} names task {role.content}, which does not exist."
        )
    if role.kind == "form":
        lines = [f"- `{part.name}`: {part.kind.form}" for part in task.parts]
        return "\n".join(lines)
    choices = [part.kind for part in task.parts if isinstance(part.kind, Choice)]
    return "\n".join(
        f"- **{letter}** {option}"
        for kind in choices
        for letter, option in zip(kind.letters, kind.options, strict=True)
    )


def _chosen(lesson: Lesson, name: str) -> list[Item]:
    """Return the question of this id, or all of them for "all"."""
    found = [item for item in lesson.quiz if name in (item.id, "all")]
    if not found:
        known = ", ".join(item.id for item in lesson.quiz)
        raise AuthoringError(f"course/{lesson.name}/quiz.csv has no {name}; it has: {known}.")
    return found


def _specs(cells: Iterable[NotebookNode]) -> Iterable[str]:
    """Yield the specs of a page: from its roles, or, once filled, from its last cell."""
    cells = list(cells)
    found = [
        role.spec
        for cell in cells
        if cell.cell_type == "markdown"
        for role in roles(cell.source)
        if role.kind in NUMBER_ROLES
    ]
    if found or not cells or not cells[-1].source.startswith(FOOT_CODE):
        return found
    call = ast.parse(cells[-1].source).body[-1]
    assert isinstance(call, ast.Expr) and isinstance(call.value, ast.Call)  # noqa: S101 - we wrote it
    return [ast.literal_eval(argument) for argument in call.value.args]


def _tables(cells: list[NotebookNode]) -> list[str]:
    """Return the tables that the code of a page reads: those it names, then those behind."""
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    named = re.findall(r"\b(?:load|path)\(\s*\"(\w+)\"", code)
    behind = [table for use, tables in READ_BY.items() if use in code for table in tables]
    return list(dict.fromkeys([*named, *behind]))


def _refuse_rebound(cells: list[NotebookNode]) -> None:
    """Refuse a `{value}` whose name two cells bind: it is read at the page's end."""
    bound = Counter(
        name for cell in cells if cell.cell_type == "code" for name in _bound_names(cell.source)
    )
    for spec in _specs(cells):
        kind, _, content = spec.partition(":")
        name = content.partition(":")[0].partition("[")[0]
        if kind == "value" and bound[name] > 1:
            raise AuthoringError(
                f"{name} is bound in {bound[name]} cells; a number needs a name of its own."
            )


def _bound_names(source: str) -> set[str]:
    try:
        tree = ast.parse(source)
    except SyntaxError:  # a cell may be broken on purpose
        return set()
    names = {
        n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }
    return names | {n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}


def _name_cells(cells: list[NotebookNode]) -> None:
    """Give each cell an id made from its text, so that every build gives the same."""
    used: Counter[str] = Counter()
    for cell in cells:
        key = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:8]
        used[key] += 1
        cell.id = key if used[key] == 1 else f"{key}-{used[key]}"


def _execute(notebook: NotebookNode, file: Path, root: Path) -> None:
    client = NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        store_widget_state=False,
        # How a long text arrives, in one piece or in several, depends on how busy the machine is.
        coalesce_streams=True,
        resources={"metadata": {"path": str(root)}},
    )
    try:
        client.execute()
    except Exception as error:
        last = re.sub(r"\x1b\[[\d;]*m", "", str(error).strip().splitlines()[-1])
        place = next(
            (
                number
                for number, cell in enumerate(notebook.cells, 1)
                if any(output.output_type == "error" for output in cell.get("outputs", []))
            ),
            "?",
        )
        raise AuthoringError(
            f"{file.parent.name}/{file.name}, cell {place} stops: {last}"
        ) from error
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)


def _fill(notebook: NotebookNode, shown: dict[str, str]) -> None:
    origin = {spec: _origin(spec) for spec in shown}
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            missing = [r.spec for r in roles(cell.source) if r.spec not in shown]
            if not missing:
                cell.source = fill(cell.source, shown, origin)


def _origin(spec: str) -> str:
    kind, _, content = spec.partition(":")
    if kind == "value":
        return "computed on this page"
    return fact(content.partition(":")[0]).source.short


def _shown_fact(content: str) -> str:
    name, _, form = content.partition(":")
    return fact(name).format(form)


def _plain_text(cell: NotebookNode) -> str:
    for output in cell.get("outputs", []):
        if text := output.get("data", {}).get("text/plain"):
            return str(text)
    return ""


def _digest(notebook: NotebookNode) -> str:
    """Return what tells a built notebook from one that was edited since."""
    cells = [
        [cell.cell_type, cell.source, json.dumps(cell.get("outputs", []), sort_keys=True)]
        for cell in notebook.cells
    ]
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()[:16]


def _sealed(notebook: NotebookNode) -> str:
    notebook.metadata["techwar"] = NotebookNode(built=_digest(notebook))
    nbformat.validate(notebook)
    text: str = nbformat.writes(notebook, version=4)
    return text.rstrip("\n") + "\n"


def _read_built(file: Path, name: str) -> tuple[Any, str]:
    if not file.exists():
        return None, f"{name} is missing: build it."
    try:
        return nbformat.read(file, as_version=4), ""
    except Exception as error:
        return None, f"{name} is no notebook ({type(error).__name__}): build it again with --force."


def _refuse_if_edited(file: Path, new: NotebookNode) -> None:
    name = f"{file.parent.name}/{file.name}"
    old, problem = _read_built(file, name)
    if old is None:
        raise AuthoringError(problem)
    if old.metadata.get("techwar", {}).get("built") == _digest(old):
        return
    lines = difflib.unified_diff(
        [line for cell in old.cells for line in [*cell.source.splitlines(), ""]],
        [line for cell in new.cells for line in [*cell.source.splitlines(), ""]],
        f"{name} (as edited)",
        f"{name} (as its text makes it)",
        lineterm="",
        n=1,
    )
    shown = "\n".join(list(lines)[:40])
    raise AuthoringError(
        f"{name} was edited by hand, and building would lose that: put the change into "
        f"course/{file.stem}/, or build with --force.\n{shown}"
    )


def _first_difference(old: str, new: str) -> str:
    for before, after in zip(old.splitlines(), new.splitlines(), strict=False):
        if before != after:
            start = next(
                (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
                min(len(before), len(after)),
            )
            start = max(0, start - 20)
            page, text = before[start : start + 60], after[start : start + 60]
            return f"the page says “{page}”, its text “{text}”."
    return "the page and its text differ in length."

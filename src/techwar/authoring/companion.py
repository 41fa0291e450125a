"""What nbval cannot see of a built notebook: cells never run, hidden errors, leaked answers."""

import html
import re
from collections.abc import Iterator
from itertools import takewhile

from nbformat import NotebookNode

from techwar.authoring.prose import dollars
from techwar.authoring.variants import BEGIN, END, SOLUTION
from techwar.tasks.checking import tasks

#: The only tag by which a cell may stop: an error that a lesson provokes on purpose.
MAY_STOP = "raises-exception"

#: How long a lesson's cells may be: what a reader takes in at once.
MOST_WORDS, MOST_LINES, MOST_COLUMNS = 100, 12, 86

#: The heading from which on a lesson shows what became known after 22 May 2019.
ENVELOPE = "Open the envelope"

_STATE = re.compile(r"^(\S+) (not started|not yet|done): ")
_IMAGE = re.compile(r'<img alt="([^"]*)"')


def problems(notebook: NotebookNode, room: str, name: str) -> list[str]:
    """Return a sentence for each rule that a built notebook breaks.

    `room` is lessons, exercises or solutions; `name` is the file as people know
    it. Cells count from 1.
    """
    found = [*_running(notebook), *_showing(notebook), *_reading(notebook, room)]
    found += _tasks(notebook, room)
    if room == "exercises":
        found += _leaks(notebook)
    return [f"{name}, cell {place}: {words}" for place, words in found]


def _code(notebook: NotebookNode) -> Iterator[tuple[int, NotebookNode]]:
    return ((n, cell) for n, cell in enumerate(notebook.cells, 1) if cell.cell_type == "code")


def _running(notebook: NotebookNode) -> Iterator[tuple[int, str]]:
    """Every code cell was run, in order, and said nothing that a reader should not see."""
    for count, (place, cell) in enumerate(_code(notebook), 1):
        tags = cell.metadata.get("tags", [])
        if cell.execution_count is None:
            yield place, "was never run: build the lesson again."
        elif cell.execution_count != count:
            yield place, "was run out of order: build the lesson again."
        if any("nbval" in tag for tag in tags) or "# NBVAL" in cell.source:
            yield place, "asks nbval to look away; no cell may."
        for output in cell.outputs:
            if output.output_type == "error" and MAY_STOP not in tags:
                yield place, f"stops with {output.ename}; only a cell tagged {MAY_STOP} may."
            if output.get("name") == "stderr":
                yield place, "prints a warning; mend what causes it."


def _showing(notebook: NotebookNode) -> Iterator[tuple[int, str]]:
    """Every picture says in words what it shows; no output holds what a page typesets."""
    for place, cell in _code(notebook):
        for output in cell.outputs:
            data = output.get("data", {})
            page = data.get("text/html", "")
            for words in _IMAGE.findall(page):
                if not words.strip() or "No description written" in words:
                    yield place, "shows a picture without an alt text: give the chart one."
            if "<img" in page and not _IMAGE.search(page):
                yield place, "shows a picture without an alt text: give the chart one."
            if "$" in page:
                yield place, "has a dollar sign in its output: write “US dollars”."
            if any("widget-view" in kind for kind in data):
                yield place, "holds a widget's view, which hides its picture: build again."


def _reading(notebook: NotebookNode, room: str) -> Iterator[tuple[int, str]]:
    for place, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "markdown":
            for found in dollars(cell.source):
                yield place, f"has a dollar sign in line {found.line}: write “US dollars”."
            words = len(
                re.sub(r"<details>.*?</details>|\]\([^)]*\)", " ", cell.source, flags=re.S).split()
            )
            if room == "lessons" and words > MOST_WORDS and "<details>" not in cell.source:
                yield place, f"has {words} words; {MOST_WORDS} is the most: split it."
        elif room == "lessons" and not cell.source.startswith("from techwar import numbers"):
            lines = len(cell.source.splitlines())
            if lines > MOST_LINES:
                yield place, f"has {lines} lines of code; {MOST_LINES} is the most: split it."
            widest = max(map(len, cell.source.splitlines()), default=0)
            if widest > MOST_COLUMNS:
                yield place, f"has a line of {widest} signs; beyond {MOST_COLUMNS} it is cut off."


def _tasks(notebook: NotebookNode, room: str) -> Iterator[tuple[int, str]]:
    """Every task stands as it should: waiting in what students get, done in the solutions."""
    wanted = "done" if room == "solutions" else "not started"
    for place, cell in _code(notebook):
        called = re.search(r"^check\(['\"](.+?)['\"]", cell.source, re.MULTILINE)
        if not called:
            continue
        above = " ".join(c.source for c in notebook.cells[: place - 1] if c.cell_type == "markdown")
        if room != "solutions" and not re.search(rf"(\*\*|# ){re.escape(called[1])}\b", above):
            yield place, f"checks task {called[1]}, whose text stands nowhere above it."
        texts = [output.get("data", {}).get("text/plain", "") for output in cell.outputs]
        states = [match for text in texts if (match := _STATE.match(text))]
        if not states:
            yield place, "checks a task and shows no answer of the check."
        for match in states:
            if match[2] != wanted:
                yield place, f"task {match[1]} is “{match[2]}”; in {room} it has to be “{wanted}”."


def _leaks(notebook: NotebookNode) -> Iterator[tuple[int, str]]:
    """Nothing of a solution stands in what students get."""
    names = {part.name for task in tasks().values() for part in task.parts}
    binding = re.compile(
        rf"^(?:def )?({'|'.join(sorted(names))})\b(?!\s*=\s*\.\.\.)\s*[=(,]", re.MULTILINE
    )
    for place, cell in enumerate(notebook.cells, 1):
        if BEGIN in cell.source or END in cell.source:
            yield place, "still holds a solution's marker."
        if SOLUTION in cell.metadata.get("tags", []):
            yield place, "is a cell of the solutions."
        if cell.cell_type == "code" and (match := binding.search(cell.source)):
            yield place, f"holds an answer: {match[1]}."


def before_the_envelope(notebook: NotebookNode) -> NotebookNode:
    """Return the cells of a page up to the heading of its envelope, their outputs with them."""
    part = NotebookNode(notebook)
    part.cells = list(
        takewhile(lambda cell: not cell.source.startswith(f"## {ENVELOPE}"), notebook.cells)
    )
    return part


def alt_texts(notebook: NotebookNode) -> list[str]:
    """Return the alt text of each picture of a page, in order."""
    pages = [
        output.get("data", {}).get("text/html", "")
        for _, cell in _code(notebook)
        for output in cell.outputs
    ]
    return [html.unescape(words) for page in pages for words in _IMAGE.findall(page)]

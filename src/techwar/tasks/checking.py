"""`check("3.2")`: read a task's answers from the notebook, and say what is next."""

import difflib
import html
import importlib
import os
import pkgutil
import re
from dataclasses import dataclass
from typing import Any

import techwar.tasks
from techwar.notebook import names_of_caller
from techwar.tasks.task import Part, State, Task, Verdict

#: From this try on, a hint is followed by a smaller question.
TRIES_BEFORE_SMALLER = 3

_tries: dict[str, int] = {}

_LOOK = {
    "not started": ("○", "Not started", "#5a6675"),
    "not yet": ("◐", "Not yet", "#b45309"),
    "done": ("●", "Done", "#0f766e"),
}


@dataclass(frozen=True)
class Feedback:
    """What a check says: a state, the hint's id and a message; it shows itself.

    Where nbgrader marks the notebook the text form is the score, as it expects
    of an output; `score` counts the parts that are done, out of `marks`.
    """

    task: str
    state: State
    message: str
    hint: str
    score: float
    marks: float

    def _repr_html_(self) -> str:
        sign, words, colour = _LOOK[self.state]
        return (
            f'<div style="border-left: 4px solid {colour}; padding: 6px 12px; margin: 4px 0">'
            f'<strong style="color: {colour}">{sign} {html.escape(self.task)} {words}.</strong> '
            f"{_with_code(self.message)}</div>"
        )

    def __repr__(self) -> str:
        if os.environ.get("NBGRADER_EXECUTION") == "autograde":
            return f"{self.score:g}"
        return f"{self.task} {self.state}: {self.message}"


def check(task_id: object = "", *, namespace: dict[str, Any] | None = None) -> Feedback:
    """Look at the answers of one task, by their names, and say what is next.

    Args:
        task_id: the task's number as text, as in `check("3.2")`.
        namespace: where the names are looked up; the calling notebook's own
            names unless a test or a marker gives others.

    Never raises and never shows a traceback: an unknown task, a missing name, a
    value of any type gets a sentence.
    """
    wanted = str(task_id).strip()
    task = find(wanted)
    if task is None:
        return Feedback(wanted, "not started", _unknown(wanted), "unknown task", 0, 0)
    names = names_of_caller() if namespace is None else namespace
    verdicts = [_verdict(part, names.get(part.name)) for part in task.parts]
    tries = 1 if namespace is not None else _count_try(task, verdicts)
    return feedback(task, verdicts, tries)


def _verdict(part: Part, value: Any) -> Verdict:
    """Look at one answer and judge it; a student may interrupt one that comes to no end."""
    try:
        return part.kind.judge(part.kind.observe(value), part.expected())
    except KeyboardInterrupt:
        words = "You stopped it before it came to an end."
        words = f"{words} Is there a `while` whose condition stays true?"
        return Verdict("not yet", "interrupted", words)


def feedback(task: Task, verdicts: list[Verdict], tries: int = 1) -> Feedback:
    """Put the verdicts on a task's parts into one message.

    The first answer that fails speaks; a name without an answer only after all of those.
    Of the remarks on what is done the first alone is said: one thing at a time.

    From the third of `tries` on, a hint that has one is followed by a smaller question.
    """
    done = sum(verdict.state == "done" for verdict in verdicts)
    score = task.marks * done / len(verdicts)
    if all(verdict.state == "not started" for verdict in verdicts):
        names = " and ".join(f"`{part.name}`" for part in task.parts)
        return Feedback(
            task.id, "not started", f"Store your answer as {names}.", "not started", 0, task.marks
        )
    pairs = list(zip(task.parts, verdicts, strict=True))
    for state in ("not yet", "not started"):
        for part, verdict in pairs:
            if verdict.state == state:
                return _not_done(task, part, verdict, score, tries)
    remarks = [verdict.message for verdict in verdicts if verdict.message]
    words = " ".join(filter(None, [task.meaning, *remarks[:1], task.unchecked]))
    return Feedback(task.id, "done", words, verdicts[-1].hint, score, task.marks)


def _not_done(task: Task, part: Part, verdict: Verdict, score: float, tries: int) -> Feedback:
    message = verdict.message
    if verdict.state == "not started":
        message = "No answer yet under this name."
    if len(task.parts) > 1:
        message = f"`{part.name}`: {message}"
    if verdict.smaller and tries >= TRIES_BEFORE_SMALLER:
        message = f"{message} {verdict.smaller}"
    return Feedback(task.id, "not yet", message, verdict.hint, score, task.marks)


def _count_try(task: Task, verdicts: list[Verdict]) -> int:
    """Count the tries of this session, in memory only."""
    if any(verdict.state == "not yet" for verdict in verdicts):
        _tries[task.id] = _tries.get(task.id, 0) + 1
    return _tries.get(task.id, 0)


def _with_code(message: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(message))


def find(task_id: str) -> Task | None:
    """Return the task of this number, or None."""
    return tasks().get(task_id)


def tasks() -> dict[str, Task]:
    """Return every task of the course by its number, lesson by lesson."""
    return {task.id: task for module in lessons().values() for task in module.TASKS}


def lessons() -> dict[str, Any]:
    """Return the module of each lesson that has tasks, by the lesson's number."""
    names = [info.name for info in pkgutil.iter_modules(techwar.tasks.__path__)]
    return {
        name.removeprefix("lesson").lstrip("0") or "0": importlib.import_module(
            f"techwar.tasks.{name}"
        )
        for name in sorted(names)
        if name.startswith("lesson")
    }


def _unknown(task_id: str) -> str:
    if not task_id or task_id == "None":
        return 'Name the task in the brackets, as in check("3.2").'
    of_lesson = [name for name in tasks() if re.fullmatch(rf"{re.escape(task_id)}\.\d+", name)]
    near = of_lesson[:3] or difflib.get_close_matches(task_id, tasks(), n=3, cutoff=0.3)
    there = f" Did you mean {' or '.join(near)}?" if near else ""
    return f"There is no task “{task_id}”.{there} The number stands above the cell."

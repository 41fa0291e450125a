"""What the tests of several lessons' tasks share."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pandas as pd
import pytest

from techwar.data import load
from techwar.tasks.kinds import Choice, Text

Change = Callable[[str, pd.DataFrame], pd.DataFrame]


@pytest.fixture
def unmoved(monkeypatch: pytest.MonkeyPatch) -> Callable[[ModuleType, Change], set[str]]:
    """Return a function that changes a lesson's tables and names the answers that stay.

    It takes the lesson's module, and a function from a table's name and rows to its rows as
    they should be. An answer that stays is typed in, or rests on something else.
    """

    def names(lesson: ModuleType, change: Change) -> set[str]:
        before = _answers(lesson)
        monkeypatch.setattr(lesson, "load", lambda name, **more: change(name, load(name, **more)))
        after = _answers(lesson)
        _forget(lesson)
        return {name for name in before if before[name] == after[name]}

    return names


def _answers(lesson: ModuleType) -> dict[str, Any]:
    """Compute each answer of a lesson that is no letter and no sentence."""
    _forget(lesson)
    return {
        part.name: part.expected()["right"]
        for task in lesson.TASKS
        for part in task.parts
        if not isinstance(part.kind, Choice | Text)
    }


def _forget(lesson: ModuleType) -> None:
    for thing in vars(lesson).values():
        if hasattr(thing, "cache_clear"):
            thing.cache_clear()

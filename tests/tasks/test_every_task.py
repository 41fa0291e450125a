"""Every task of the course: right answers pass, each named mistake gets its own hint."""

import math
import re
from collections.abc import Iterator
from typing import Any

import altair as alt
import numpy as np
import pandas as pd
import pytest

from techwar.tasks import check, checking
from techwar.tasks.checking import tasks
from techwar.tasks.kinds import Choice, Interval, Number, Text
from techwar.tasks.kinds.text import LOADED
from techwar.tasks.task import Mistake, Part, Task

ALL = list(tasks().values())


class Hostile:
    """A value that answers nothing it is asked."""

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("no")

    def __iter__(self) -> Iterator[int]:
        raise RuntimeError("no")

    __hash__ = None  # type: ignore[assignment]


PAIRS = pd.DataFrame({"kind": ["a", "b", "a"], "n": [1, 2, 3]})

NONSENSE: list[Any] = [
    "", " ", "abc", "18,5", "16.79", "18.5 billion", 0, -1, 1e9, math.nan, math.inf, 16.8, 44,
    True, False, 3 + 4j, b"18", [], (), {}, [None], [None, None], [1], [1, 2], (2, 1), [1, 2, 3],
    ["a", "b"], {"lo": 1, "hi": 2}, {"x": 1}, {1, 2}, pd.Series([1.0]), pd.Series([1, 2]),
    pd.DataFrame({"a": [1]}), np.float64(1.5), np.array([1.0, 2.0]), np.array([[1, 2], [3, 4]]),
    pd.NA, pd.NaT, print, len, math, int, lambda: 1, lambda *a: a, lambda *a, **k: 1 / 0, Hostile(),
    PAIRS, PAIRS["kind"], PAIRS["n"] > 1, PAIRS.groupby("kind"), PAIRS.groupby("kind")["n"].mean(),
    PAIRS.columns, PAIRS["kind"].unique(), PAIRS.pivot(columns="kind"), pd.DataFrame(), pd.Series(),
    PAIRS.set_index(["kind", "n"]), PAIRS.loc[[0, 0]].T, PAIRS["kind"].value_counts(),
    alt.Chart(PAIRS), alt.Chart(PAIRS).mark_bar(), alt.Chart().mark_bar().encode(x="n"), alt.Chart,
    alt.Chart(PAIRS).mark_bar().encode(x="n", y="kind"), alt.layer(), alt.X("n"), alt.Chart("x"),
    Hostile, range(3), iter([1, 2]), object(), "x" * 100_000, list(range(10_000)),
]  # fmt: skip


def messages(task: Task) -> Iterator[str]:
    yield task.meaning
    for part in task.parts:
        for mistake in part.mistakes:
            yield mistake.hint
            if mistake.smaller:
                yield mistake.smaller


@pytest.fixture(autouse=True)
def no_tries_before() -> None:
    checking._tries.clear()


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.id)
def test_right_answers_of_different_form_pass(task: Task) -> None:
    assert len(task.right) >= 2
    for answer in task.right:
        said = check(task.id, namespace=answer())
        assert said.state == "done", said
        assert said.score == task.marks


MISTAKES = [
    pytest.param(task, part, mistake, id=f"{task.id}-{part.name}-{mistake.id}")
    for task in ALL
    for part in task.parts
    for mistake in part.mistakes
]


@pytest.mark.parametrize(("task", "part", "mistake"), MISTAKES)
def test_each_named_mistake_gets_its_own_hint(task: Task, part: Part, mistake: Mistake) -> None:
    answers = task.right[0]() | {part.name: part.kind.given(mistake.answer)}
    said = check(task.id, namespace=answers)
    assert (said.state, said.hint) == ("not yet", mistake.id), said
    assert mistake.hint in said.message


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.id)
def test_slips_of_form_get_theirs(task: Task) -> None:
    assert task.wrong
    for answer, hint in task.wrong:
        said = check(task.id, namespace=answer())
        assert (said.state, said.hint) == ("not yet", hint), said


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.id)
def test_no_task_goes_without_two_typical_mistakes(task: Task) -> None:
    assert sum(len(part.mistakes) for part in task.parts) + len(task.wrong) >= 4


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.id)
def test_nothing_is_not_started_and_no_error(task: Task) -> None:
    names = [part.name for part in task.parts]
    for nothing in ({}, dict.fromkeys(names), dict.fromkeys(names, ...)):
        said = check(task.id, namespace=nothing)
        assert said.state == "not started", said
        assert all(name in said.message for name in names)


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.id)
def test_nonsense_of_each_type_gets_a_sentence(task: Task) -> None:
    for value in NONSENSE:
        said = check(task.id, namespace={part.name: value for part in task.parts})
        assert said.state in ("not started", "not yet"), (value, said)
        assert said.message.rstrip("”").endswith((".", "?")), said
        assert "Traceback" not in said.message


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.id)
def test_messages_are_short_and_give_no_answer_away(task: Task) -> None:
    answers = {
        f"{right:.2f}"
        for part in task.parts
        if isinstance(right := part.expected()["right"], float)
    }
    for words in messages(task):
        assert len(words.split()) <= 30, words
        assert not re.search(r"\berror\b|\bwrong!|color\b|percent\b", words, re.IGNORECASE), words
        assert not any(answer in words for answer in answers), words


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.id)
def test_what_is_said_of_a_done_task_is_short_with_all_its_remarks(task: Task) -> None:
    for answer in task.right:
        asked = [
            {part.name: f"{answer()[part.name]} {word}"}
            for part in task.parts
            if isinstance(part.kind, Text)
            for word in (*LOADED, *part.kind.questions)
        ]
        for question in ({}, *asked):
            said = check(task.id, namespace=answer() | question)
            assert said.state == "done"
            assert len(said.message.split()) <= 30, said.message


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.id)
def test_every_option_but_the_right_one_has_a_hint(task: Task) -> None:
    for part in task.parts:
        if isinstance(part.kind, Choice):
            hints = {mistake.answer for mistake in part.mistakes}
            assert hints == set(part.kind.letters) - {part.answer}
            assert len(part.kind.options) >= 4


@pytest.mark.parametrize("task", ALL, ids=lambda task: task.id)
def test_what_a_student_hands_in_is_said_in_words(task: Task) -> None:
    for part in task.parts:
        assert part.kind.form
        assert "$" not in part.kind.form


def test_answers_follow_the_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed table changes the answer: none is typed into the checker."""
    from techwar.tasks import lesson03

    tasks_3 = lesson03.TASKS
    before = {
        (task.id, part.name): part.expected()["right"] for task in tasks_3 for part in task.parts
    }
    printed = lesson03._figure
    monkeypatch.setattr(lesson03, "_figure", lambda fact_id: printed(fact_id) * 1.1)
    for task in tasks_3:
        for part in task.parts:
            if isinstance(part.kind, Number | Interval):
                assert part.expected()["right"] != before[task.id, part.name], part.name

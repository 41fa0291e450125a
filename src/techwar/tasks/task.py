"""What a task is: parts, each with a kind, a right answer and named mistakes."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from techwar.tasks.observation import Seen

State = Literal["not started", "not yet", "done"]


@dataclass(frozen=True)
class Verdict:
    """What a judge says of one answer.

    `hint` is the id of what was recognised ("subtracted", "is text"); `message`
    is for the student; `smaller` is the question that follows a third try.
    """

    state: State
    hint: str = ""
    message: str = ""
    smaller: str = ""


@dataclass(frozen=True)
class Mistake:
    """A typical wrong answer: what it looks like, and the hint that it earns.

    `answer` makes the wrong value the way a student makes it, from the same
    tables as the right one; for a choice it is a letter, for a function the
    wrong function. The tests feed each of them and expect this hint.
    """

    id: str
    answer: Any
    hint: str
    smaller: str = ""


class Kind(Protocol):
    """One way to look at an answer and to judge it."""

    @property
    def form(self) -> str:
        """What the student hands in, in words: type, unit, tolerance."""

    def plain(self, answer: Any) -> Any:
        """Turn a task's answer, right or wrong, into the JSON that values are compared with."""

    def given(self, answer: Any) -> Any:
        """Return the value that a student with this answer would hand in."""

    def observe(self, value: Any) -> Seen:
        """Turn the student's value into plain JSON, beside the student's code."""

    def judge(self, seen: Seen, expected: dict[str, Any]) -> Verdict:
        """Judge what was seen; pure, from JSON alone."""


@dataclass(frozen=True)
class Part:
    """One answer of a task: the name it is read by, its kind, and how it is made.

    `answer` computes the right value from the tables; it is never typed in. For
    a choice it is a letter, for a function the function.
    """

    name: str
    kind: Kind
    answer: Any
    mistakes: Sequence[Mistake] = ()

    def expected(self) -> dict[str, Any]:
        """Return the right answer and the named wrong ones as plain JSON."""
        return {
            "right": self.kind.plain(self.answer),
            "mistakes": [
                {
                    "id": mistake.id,
                    "value": self.kind.plain(mistake.answer),
                    "hint": mistake.hint,
                    "smaller": mistake.smaller,
                }
                for mistake in self.mistakes
            ],
        }


@dataclass(frozen=True)
class Task:
    """A task as data.

    Args:
        id: "3.2"; warm-ups are "3.w1", the steps inside a lesson "3.y1".
        parts: the answers it asks for, judged in this order.
        meaning: said when it is done: what the result means, and what to ask next.
        right: answers of different form that must all pass, one dict of names each.
        wrong: (answers, id of the hint) pairs that the tests feed beside the named
            mistakes of the parts.
        marks: what full credit is worth.
        unchecked: what the check does not look at, said with a done answer.
    """

    id: str
    parts: Sequence[Part]
    meaning: str
    right: Sequence[Callable[[], dict[str, Any]]]
    wrong: Sequence[tuple[Callable[[], dict[str, Any]], str]]
    marks: float = 2
    unchecked: str = ""


@dataclass(frozen=True)
class Prediction:
    """A guess that a lesson asks for before it shows the result.

    `result` computes what came out, in the same unit as the guess. What is no `whole`
    number where one is asked for, or lies outside the `limits`, is no guess.
    """

    name: str
    question: str
    unit: str
    result: Callable[[], float]
    decimals: int = 1
    whole: bool = False
    limits: tuple[float, float] = (-math.inf, math.inf)

"""The prediction log: your guesses beside what came out."""

import html
from dataclasses import dataclass
from typing import Any

import pandas as pd

from techwar.errors import TechwarError
from techwar.notebook import names_of_caller
from techwar.tasks.checking import lessons
from techwar.tasks.observation import observe
from techwar.tasks.task import Prediction


class TaskError(TechwarError):
    """A task, lesson or prediction that does not exist."""


@dataclass(frozen=True)
class PredictionLog:
    """A table of guesses and results; it shows itself. `frame` has one row a guess.

    Columns: question, guess, result, gap (guess minus result), unit; a guess
    that was not made, or is no number, is missing. With `guess_first` a result is
    shown only beside a guess. `unread` are the questions whose guess is no number.
    """

    frame: pd.DataFrame
    decimals: tuple[int, ...]
    guess_first: bool = False
    unread: frozenset[str] = frozenset()

    def _lines(self) -> list[tuple[str, str, str, str]]:
        lines = []
        for row, decimals in zip(self.frame.to_dict("records"), self.decimals, strict=True):
            guessed = bool(pd.notna(row["guess"]))
            lines.append(
                (
                    str(row["question"]),
                    f"{row['guess']:g}" if guessed else self._missing(str(row["question"])),
                    "guess first, then run this cell"
                    if self.guess_first and not guessed
                    else f"{row['result']:.{decimals}f} {row['unit']}",
                    _gap_in_words(row["gap"], decimals) if guessed else "",
                )
            )
        return lines

    def _missing(self, question: str) -> str:
        return "no number: no quotes, and a point" if question in self.unread else "no guess"

    def __repr__(self) -> str:
        """Return a line a guess: question, guess, result, gap in words."""
        return "\n".join(" | ".join(filter(None, line)) for line in self._lines())

    def _repr_html_(self) -> str:
        head = "".join(
            f'<th scope="col" style="text-align: left">{name}</th>'
            for name in ("You were asked", "Your guess", "Result", "The gap")
        )
        body = "".join(
            "<tr>"
            + "".join(f'<td style="text-align: left">{html.escape(cell)}</td>' for cell in line)
            + "</tr>"
            for line in self._lines()
        )
        return (
            "<table><caption>Your predictions, kept in this notebook only</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


def prediction_log(
    lesson: str | int, *guesses: str, namespace: dict[str, Any] | None = None
) -> PredictionLog:
    """Set the guesses of one lesson beside the results.

    Args:
        lesson: its number.
        guesses: names of single guesses, as in `prediction_log("3", "guess_part")`;
            the result is shown once there is a guess. Without any, all that the
            lesson asked for, results included.
        namespace: where the guesses are read; the calling notebook's own names
            unless a test gives others.

    Raises:
        TaskError: where the lesson asks for no prediction, or not for this one.
    """
    module = lessons().get(str(lesson))
    asked: tuple[Prediction, ...] = getattr(module, "PREDICTIONS", ())
    if not asked:
        known = ", ".join(number for number, m in lessons().items() if hasattr(m, "PREDICTIONS"))
        raise TaskError(f"Lesson {lesson} asks for no prediction; lessons that do: {known}.")
    unknown = [str(name) for name in guesses if name not in {item.name for item in asked}]
    if unknown:
        known = ", ".join(item.name for item in asked)
        raise TaskError(f"Lesson {lesson} has no guess called {unknown[0]}; it has: {known}.")
    asked = tuple(item for item in asked if item.name in guesses or not guesses)
    names = names_of_caller() if namespace is None else namespace
    rows, unread = [], set()
    for item in asked:
        seen = observe(names.get(item.name))
        guess = seen["value"] if seen["type"] == "number" else None
        if seen["type"] not in ("number", "nothing"):
            unread.add(item.question)
        result = item.result()
        gap = None if guess is None else guess - result
        rows.append((item.question, guess, result, gap, item.unit))
    frame = pd.DataFrame(rows, columns=["question", "guess", "result", "gap", "unit"])
    frame = frame.astype({"guess": float, "gap": float})
    decimals = tuple(item.decimals for item in asked)
    return PredictionLog(frame, decimals, bool(guesses), frozenset(unread))


def _gap_in_words(gap: float, decimals: int) -> str:
    size = f"{abs(gap):.{decimals}f}"
    if float(size) == 0:
        return "on the spot"
    return f"{size} {'above' if gap > 0 else 'below'} the result"

"""The prediction log: your guesses beside what came out."""

import html
import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from techwar.errors import TechwarError
from techwar.notebook import names_of_caller
from techwar.tasks.checking import lessons
from techwar.tasks.observation import Seen, observe
from techwar.tasks.task import Prediction


class TaskError(TechwarError):
    """A task, lesson or prediction that does not exist."""


@dataclass(frozen=True)
class PredictionLog:
    """A table of guesses and results; it shows itself. `frame` has one row a guess.

    Columns: question, guess, result, gap (guess minus result), unit; a guess
    that was not made, or makes no sense, is missing. With `guess_first` a result is
    shown only beside a guess. `unread` says by question why what is stored is no guess.
    """

    frame: pd.DataFrame
    decimals: tuple[int, ...]
    guess_first: bool = False
    unread: Mapping[str, str] = field(default_factory=dict)

    def _lines(self) -> list[tuple[str, str, str, str]]:
        lines = []
        for row, decimals in zip(self.frame.to_dict("records"), self.decimals, strict=True):
            guessed = bool(pd.notna(row["guess"]))
            lines.append(
                (
                    str(row["question"]),
                    _guess_in_words(row)
                    if guessed
                    else self.unread.get(str(row["question"]), "no guess"),
                    "guess first, then run this cell"
                    if self.guess_first and not guessed
                    else f"{row['result']:.{decimals}f} {row['unit']}",
                    _gap_in_words(row["gap"], decimals) if guessed else "",
                )
            )
        return lines

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
    rows, unread = [], {}
    for item in asked:
        seen = observe(names.get(item.name))
        fault = _fault(seen, item)
        if fault:
            unread[item.question] = fault
        guess = seen["value"] if seen["type"] == "number" and not fault else None
        result = item.result()
        gap = None if guess is None else guess - result
        rows.append((item.question, guess, result, gap, item.unit))
    frame = pd.DataFrame(rows, columns=["question", "guess", "result", "gap", "unit"])
    frame = frame.astype({"guess": float, "gap": float})
    decimals = tuple(item.decimals for item in asked)
    return PredictionLog(frame, decimals, bool(guesses), unread)


def _fault(seen: Seen, asked: Prediction) -> str:
    """Say why what is stored is no guess; nothing where it is one, or is not there."""
    if seen["type"] == "nothing":
        return ""
    if seen["type"] == "text":
        return "no number: leave out the quotes"
    if seen["type"] == "list":
        return "no number: a decimal takes a point"
    if seen["type"] != "number" or seen["value"] is None:
        return "no number"
    if asked.whole and seen["value"] != round(seen["value"]):
        return "a whole number is asked for"
    low, high = asked.limits
    if not low <= seen["value"] <= high:
        return f"from {low:g} to {high:g} is possible" if high < math.inf else f"{low:g} or more"
    return ""


def _guess_in_words(row: dict[Hashable, Any]) -> str:
    """Return the guess; one below 1 per cent, where far more came out, is asked for its unit."""
    words = f"{row['guess']:g}"
    if row["unit"] == "per cent" and 0 < row["guess"] < 1 < row["result"]:
        return f"{words} (a fraction? per cent is asked for)"
    return words


def _gap_in_words(gap: float, decimals: int) -> str:
    size = f"{abs(gap):.{decimals}f}"
    if float(size) == 0:
        return "on the spot"
    return f"{size} {'more' if gap > 0 else 'less'} than the result"

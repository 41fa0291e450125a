"""What the judges of all kinds share: verdicts, the wrong type in words, equality of numbers."""

import re
from typing import Any

from techwar.tasks.observation import Seen, observe
from techwar.tasks.task import Verdict

DONE = Verdict("done")
NOT_STARTED = Verdict("not started", "not started", "No answer yet.")


def not_yet(hint: str, message: str, smaller: str = "") -> Verdict:
    """Return the verdict on an answer that is not right yet, with its hint."""
    return Verdict("not yet", hint, message, smaller)


def wrong_type(seen: Seen, wanted: str) -> Verdict:
    """Say what was handed in instead of a number, in the words of a beginner."""
    kind = seen["type"]
    if kind == "text":
        if re.fullmatch(r"\s*[\d.,]+\s*", seen["value"]):
            return not_yet("is text", "This is text. A number carries no quotes.")
        return not_yet("is text", f"This is text; the task asks for {wanted}.")
    if kind == "list" and [item["type"] for item in seen["items"]] == ["number", "number"]:
        words = "These are two numbers; the task asks for one."
        return not_yet("comma", f"{words} A decimal takes a point, as in 1.5.")
    if kind in ("series", "table"):
        piece = "the single value" if wanted == "one number" else wanted
        return not_yet("is a table", f"This is a piece of a table. Take {piece} out of it.")
    if kind == "function":
        return not_yet(
            "is a function", "This is a function. Call it with brackets, and store what it returns."
        )
    if kind == "other" and seen["name"] == "Fact":
        return not_yet("is a row", "This is a row of a table, not its number. Add .value to it.")
    if kind == "other" and seen["name"] in ("Timedelta", "timedelta", "timedelta64"):
        words = "This is a span of time, no number."
        return not_yet("is a span", f"{words} Take its `.days`; of a column `.dt.days`, first.")
    if kind == "yes-no":
        return not_yet("is yes-no", f"This is True or False; the task asks for {wanted}.")
    return not_yet("wrong type", f"This is no number; the task asks for {wanted}.")


def same(a: float | None, b: float | None, tolerance: float) -> bool:
    """Tell whether two numbers differ by no more than the tolerance; a missing one never fits."""
    # A rounding of the last bit must not decide: 0.005 itself is inside.
    return a is not None and b is not None and abs(a - b) <= tolerance * (1 + 1e-9)


class Computed:
    """A kind whose answers are computed by a function, and seen as they are."""

    def plain(self, answer: Any) -> Any:
        """Compute the answer."""
        return answer()

    def given(self, answer: Any) -> Any:
        """Hand the computed answer in."""
        return answer()

    def observe(self, value: Any) -> Seen:
        """Describe the value."""
        return observe(value)

"""One number."""

from dataclasses import dataclass
from typing import Any

from techwar.tasks.kinds.judging import DONE, NOT_STARTED, Computed, not_yet, same, wrong_type
from techwar.tasks.observation import Seen
from techwar.tasks.task import Verdict


@dataclass(frozen=True)
class Number(Computed):
    """One number, right within a tolerance in its own unit."""

    unit: str
    tolerance: float
    example: str = "12.34"

    @property
    def form(self) -> str:
        """A number, its unit and how near it must be."""
        if not self.tolerance:
            return f"a whole number, as in {self.example} ({self.unit})"
        return f"a number, as in {self.example} ({self.unit}, ± {self.tolerance:g})"

    def judge(self, seen: Seen, expected: dict[str, Any]) -> Verdict:
        """Compare one number with the right one and with the named mistakes."""
        if seen["type"] == "nothing":
            return NOT_STARTED
        value, right = seen.get("value"), expected["right"]
        if seen["type"] == "list" and any(
            item["type"] == "number" and same(item["value"], right, self.tolerance)
            for item in seen["items"]
        ):
            return not_yet(
                "several", "Several values. Take the one that is asked for, as in values[0]."
            )
        if seen["type"] != "number":
            return wrong_type(seen, "one number")
        if value is None:
            return not_yet(
                "no value", "This number has no value: an empty cell, or a division by nothing."
            )
        if same(value, right, self.tolerance):
            return DONE
        fitting = [m for m in expected["mistakes"] if same(value, m["value"], self.tolerance)]
        # The right number, rounded, may lie nearer to a wrong one: it is no such mistake.
        if _is_rounded(value, right) and all(m["value"] != value for m in fitting):
            return not_yet(
                "rounded", "Rounded too early. Keep all digits; round only what you show."
            )
        if fitting:  # two wrong ways may lead near each other
            mistake = min(fitting, key=lambda one: abs(value - one["value"]))
            return not_yet(mistake["id"], mistake["hint"], mistake["smaller"])
        return self._general(value, right)

    def _general(self, value: float, right: float) -> Verdict:
        near = 100 * self.tolerance
        if same(value, 100 * right, near) or same(100 * value, right, self.tolerance):
            return not_yet(
                "factor 100", f"Per cent or fraction? The unit asked for is: {self.unit}."
            )
        if same(value, -right, self.tolerance):
            return not_yet("sign", "The sign is reversed. What did you take away from what?")
        size = "too large" if value > right else "too small"
        if not self.tolerance:  # a count, a place or a year, which nobody adds up
            return not_yet(
                "off", f"This is {size}. Say in words what your line does, step by step."
            )
        return not_yet(
            "off", f"This is {size}. Write the sum out in words, then look at each step."
        )


def _is_rounded(value: float, right: float) -> bool:
    return any(value == round(right, digits) for digits in range(4))

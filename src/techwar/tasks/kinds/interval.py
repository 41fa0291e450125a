"""Two ends of a range."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from techwar.tasks.kinds.judging import DONE, NOT_STARTED, Computed, not_yet, same, wrong_type
from techwar.tasks.observation import Seen
from techwar.tasks.task import Verdict


@dataclass(frozen=True)
class Interval(Computed):
    """Two ends, the smaller first, each right within a tolerance."""

    unit: str
    tolerance: float

    @property
    def form(self) -> str:
        """Two ends, their unit and how near each must be."""
        near = f"{self.unit}, ± {self.tolerance:g} at each end"
        return f"two ends, smallest first, as in (1.5, 2.5) ({near})"

    def plain(self, answer: Callable[[], Any]) -> Any:
        """Compute the two ends."""
        return list(answer())

    def judge(self, seen: Seen, expected: dict[str, Any]) -> Verdict:
        """Compare both ends with the right ones and with the named mistakes."""
        if seen["type"] == "nothing":
            return NOT_STARTED
        if seen["type"] == "number":
            return not_yet("one number", "A range has two ends. Give both, as in (1.5, 2.5).")
        is_pair = seen["type"] == "series" and seen["length"] == 2
        if seen["type"] != "list" and not is_pair:
            return wrong_type(seen, "two numbers")
        items = seen["items"]
        if any(item["type"] == "text" for item in items):
            return not_yet("is text", "An end is text. A number carries no quotes.")
        blank = [item["type"] == "nothing" for item in items]
        if all(blank):
            return NOT_STARTED
        if any(blank):
            return not_yet("one blank", "One end is still blank. A range has two ends.")
        if any(item["type"] != "number" or item["value"] is None for item in items):
            return not_yet("wrong type", "An end is no number. Give two numbers, as in (1.5, 2.5).")
        ends = [item["value"] for item in items]
        if len(ends) == 2 and _fit(ends, expected["right"], self.tolerance):
            return DONE
        if _holds_commas(ends, expected["right"]):
            return not_yet("comma", "A comma makes two numbers of one. Write a point, as in 1.5.")
        if len(ends) != 2:
            words = f"A range has two ends; this has {len(ends)}."
            return not_yet("not two", f"{words} Keep the smallest and the largest.")
        return self._compare(ends, expected)

    def _compare(self, ends: list[float], expected: dict[str, Any]) -> Verdict:
        def fits(pair: Sequence[float]) -> bool:
            return _fit(ends, pair, self.tolerance)

        if ends[0] == ends[1]:
            return not_yet("equal ends", "Both ends are the same. A range has two ends.")
        low, high = expected["right"]
        if ends[0] > ends[1] and fits((high, low)):
            return not_yet("reversed", "Smallest first: swap the two ends.")
        middle, half = (low + high) / 2, (high - low) / 2
        if same(ends[0], middle, half / 2) and same(ends[1], half, half / 2):
            return not_yet("half-width", "Give two ends, not a middle and half a width.")
        if ends[0] > ends[1]:
            return not_yet("reversed", "Smallest first: swap the two ends.")
        for mistake in expected["mistakes"]:
            if fits(mistake["value"]):
                return not_yet(mistake["id"], mistake["hint"], mistake["smaller"])
        for factor in (100, 0.01):
            near = self.tolerance * max(factor, 0.1)
            if _fit(ends, [end * factor for end in expected["right"]], near):
                words = "Per cent or fraction? The unit asked for is"
                return not_yet("factor 100", f"{words}: {self.unit}.")
        for digits in (3, 2, 1, 0):
            if ends == [round(end, digits) for end in expected["right"]]:
                return not_yet("rounded", "Rounded too early. Keep all digits of each end.")
        off = [not same(ends[0], low, self.tolerance), not same(ends[1], high, self.tolerance)]
        if all(off):
            return not_yet("off", "Neither end is right yet. What can move here, and by how much?")
        end = "lower" if off[0] else "upper"
        return not_yet("one end", f"One end is right. Look again at the {end} end.")


def _holds_commas(ends: Sequence[float], right: Sequence[float]) -> bool:
    """Tell whether whole numbers stand where 1,5 was typed for 1.5."""
    if any(end != int(end) for end in ends) or ends[:1] != [int(right[0])]:
        return False
    digits = f"{right[0]:.9f}".partition(".")[2]
    return len(ends) == 4 or (len(ends) == 2 and digits.startswith(str(int(ends[1]))))


def _fit(ends: Sequence[float], pair: Sequence[float], tolerance: float) -> bool:
    return all(same(a, b, tolerance) for a, b in zip(ends, pair, strict=True))

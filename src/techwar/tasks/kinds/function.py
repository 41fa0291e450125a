"""A function, called on inputs that the student has not seen."""

import contextlib
import copy
import inspect
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from techwar.tasks.kinds.judging import DONE, NOT_STARTED, Computed, not_yet, same
from techwar.tasks.observation import Seen, observe
from techwar.tasks.task import Verdict

#: What one call gives back, as it is compared: its numbers, or None.
Result = list[float] | None


@dataclass(frozen=True)
class Function(Computed):
    """A function, called on inputs that the student has not seen.

    `inputs` are tuples of positional arguments, numbers or lists of them. Each result
    is a pair of ends, one number or a list of numbers, as `returns` says; None where the
    right answer is None.
    """

    inputs: Sequence[tuple[Any, ...]]
    tolerance: float
    signature: str
    returns: Literal["ends", "number", "list"] = "ends"

    @property
    def form(self) -> str:
        """A function, its arguments and what it returns."""
        wanted = {
            "ends": f"two ends, smallest first (± {self.tolerance:g})",
            "number": f"one number (± {self.tolerance:g})",
            "list": f"a list of numbers (each ± {self.tolerance:g})",
        }[self.returns]
        return f"a function {self.signature} that returns {wanted}"

    def plain(self, answer: Callable[..., Any]) -> list[Result]:
        """Call the answer on the unseen inputs."""
        return [_numbers(observe(answer(*arguments))) for arguments in self.inputs]

    def given(self, answer: Callable[..., Sequence[float]]) -> Any:
        """Hand the function in."""
        return answer

    def observe(self, value: Any) -> Seen:
        """Call the function twice on each input and describe what came back."""
        seen = observe(value)
        if seen["type"] == "function":
            seen["calls"] = [_call(value, arguments) for arguments in self.inputs]
        return seen

    def judge(self, seen: Seen, expected: dict[str, Any]) -> Verdict:
        """Compare the results with the right ones and with those of named mistakes."""
        if seen["type"] == "nothing":
            return NOT_STARTED
        if seen["type"] != "function":
            return not_yet(
                "no function", "This is no function. Begin with def, and don't call it yet."
            )
        calls = seen["calls"]
        if problem := self._problem(calls, expected["right"]):
            return problem
        results = [_numbers(call["result"]) for call in calls]
        if self._fits(results, expected["right"]):
            return DONE
        for mistake in expected["mistakes"]:
            if self._fits(results, mistake["value"]):
                return not_yet(mistake["id"], mistake["hint"], mistake["smaller"])
        if self.returns == "ends" and any(r is not None and r[0] > r[1] for r in results):
            return self._reversed(results)
        if all(result == results[0] for result in results):
            return not_yet(
                "constant", "Every input gives the same. Use the names in the brackets of def."
            )
        wrong = [
            arguments
            for arguments, result, right in zip(
                self.inputs, results, expected["right"], strict=True
            )
            if not self._fits([result], [right])
        ]
        words = f"{len(wrong)} of {len(results)} results are not right yet."
        return not_yet("off", f"{words} Work out {wrong[0]} by hand and compare.")

    def _fits(self, results: Sequence[Result], wanted: Sequence[Result]) -> bool:
        return all(
            result == right
            if result is None or right is None
            else len(result) == len(right)
            and all(same(a, b, self.tolerance) for a, b in zip(result, right, strict=True))
            for result, right in zip(results, wanted, strict=True)
        )

    def _problem(self, calls: list[Seen], right: Sequence[Result]) -> Verdict | None:
        """Return what keeps the results from being compared at all, or None."""
        for call in calls:
            where = tuple(call["arguments"])
            if call.get("error") == "arguments":
                words = f"It cannot be called with {where}. Begin with def {self.signature}:"
                return not_yet("arguments", f"{words} and mind the optional ones.")
            if "error" in call:
                words = f"The function stops for {where} ({call['error']})."
                return not_yet("stops", f"{words} Call it so yourself and read the message.")
        # None is an answer where the task has a case without one; but not if nothing else comes.
        silent = all(call["result"]["type"] == "nothing" for call in calls)
        for call in calls:
            if self._has_shape(call["result"]):
                continue
            if call["result"]["type"] == "nothing":
                if None in right and not silent:
                    continue
                return _nothing_back(call)
            return self._wrong_shape(call["result"])
        if any(call["changed"] for call in calls):
            words = "The function changes the list that it is given."
            return not_yet("changes its input", f"{words} Make a copy first, as in list(…).")
        if not all(call["same"] for call in calls):
            return not_yet("changes", "The same input gives another result the second time.")
        return None

    def _reversed(self, results: Sequence[Result]) -> Verdict:
        """Tell ends that always stand the wrong way round from ends that cross now and then."""
        if all(result is None or result[0] >= result[1] for result in results):
            return not_yet("reversed", "Smallest first: return the lower end before the upper one.")
        where = next(
            arguments
            for arguments, result in zip(self.inputs, results, strict=True)
            if result is not None and result[0] > result[1]
        )
        words = f"For {where} the larger end comes first."
        return not_yet("reversed", f"{words} Let min(…) and max(…) pick the two.")

    def _has_shape(self, result: Seen) -> bool:
        if self.returns == "number":
            return result["type"] == "number" and result["value"] is not None
        fits = result["type"] == "list" and all(
            item["type"] == "number" and item["value"] is not None for item in result["items"]
        )
        return fits and (self.returns == "list" or result["length"] == 2)

    def _wrong_shape(self, result: Seen) -> Verdict:
        if self.returns == "number":
            return not_yet(
                "no number", f"The function should give back one number: {_name(result)} came."
            )
        if self.returns == "list":
            return not_yet(
                "no list", f"The function should give back a list of numbers: {_name(result)} came."
            )
        if result["type"] == "number":
            return not_yet("one number", "The function gives one number. It should give two ends.")
        return not_yet(
            "no pair", "The function should give back two numbers, as in return low, high."
        )


def _numbers(result: Seen) -> Result:
    if result["type"] == "nothing":
        return None
    if result["type"] == "number":
        return [result["value"]]
    return [item["value"] for item in result["items"]]


def _name(result: Seen) -> str:
    names = {"number": "one number", "text": "text", "list": "several values", "table": "a table"}
    if result["type"] == "number" and result["value"] is None:
        return "a number without a value"
    return names.get(result["type"], "something else")


def _nothing_back(call: Seen) -> Verdict:
    if call["printed"]:
        return not_yet("prints", "print shows a result, return gives it back. Return it.")
    return not_yet("returns nothing", "The function gives nothing back. Does it end with return?")


def _call(function: Any, arguments: tuple[Any, ...]) -> Seen:
    call: Seen = {"arguments": list(arguments)}
    try:
        inspect.signature(function).bind(*arguments)
    except TypeError:
        return call | {"error": "arguments"}
    except ValueError:  # some built-in functions do not tell what they take
        pass
    printed = io.StringIO()
    # A function may change a list that it is given; the next call gets a fresh one.
    first, second = copy.deepcopy(arguments), copy.deepcopy(arguments)
    try:
        with contextlib.redirect_stdout(printed):
            result, again = observe(function(*first)), observe(function(*second))
    except (Exception, SystemExit) as error:  # something to say to a student, not to raise
        return call | {"error": type(error).__name__}
    return call | {
        "result": result,
        "printed": bool(printed.getvalue()),
        "same": result == again,
        "changed": observe(first) != observe(arguments),
    }

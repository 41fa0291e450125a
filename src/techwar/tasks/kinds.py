"""The kinds of answer, and the rules by which two answers count as the same.

Order of the tests in each judge: is it there, is it of the right type, has it
the right shape and unit, is it a named mistake, is it right. The first that
fails speaks; the rest is silent.
"""

import contextlib
import inspect
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from techwar.tasks.observation import Seen, observe
from techwar.tasks.task import Verdict

DONE = Verdict("done")
NOT_STARTED = Verdict("not started", "not started", "No answer yet.")


def _not_yet(hint: str, message: str, smaller: str = "") -> Verdict:
    return Verdict("not yet", hint, message, smaller)


def _wrong_type(seen: Seen, wanted: str) -> Verdict:
    """Say what was handed in instead of a number, in the words of a beginner."""
    kind = seen["type"]
    if kind == "text":
        if re.fullmatch(r"\s*[\d.,]+\s*", seen["value"]):
            return _not_yet("is text", "This is text. A number carries no quotes.")
        return _not_yet("is text", f"This is text; the task asks for {wanted}.")
    if kind == "list" and [item["type"] for item in seen["items"]] == ["number", "number"]:
        return _not_yet("comma", "A comma makes two numbers. Write a point, as in 1.5.")
    if kind in ("series", "table"):
        return _not_yet(
            "is a table", "This is a piece of a table. Take the single value out of it."
        )
    if kind == "function":
        return _not_yet(
            "is a function", "This is a function. Call it with brackets, and store what it returns."
        )
    if kind == "other" and seen["name"] == "Fact":
        return _not_yet("is a row", "This is a row of a table, not its number. Add .value to it.")
    if kind == "yes-no":
        return _not_yet("is yes-no", f"This is True or False; the task asks for {wanted}.")
    return _not_yet("wrong type", f"This is no number; the task asks for {wanted}.")


def _same(a: float | None, b: float | None, tolerance: float) -> bool:
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


@dataclass(frozen=True)
class Number(Computed):
    """One number, right within a tolerance in its own unit."""

    unit: str
    tolerance: float
    example: str = "12.34"

    @property
    def form(self) -> str:
        """A number, its unit and how near it must be."""
        return f"a number, as in {self.example} ({self.unit}, ± {self.tolerance:g})"

    def judge(self, seen: Seen, expected: dict[str, Any]) -> Verdict:
        """Compare one number with the right one and with the named mistakes."""
        if seen["type"] == "nothing":
            return NOT_STARTED
        if seen["type"] != "number":
            return _wrong_type(seen, "one number")
        value, right = seen["value"], expected["right"]
        if value is None:
            return _not_yet(
                "no value", "This number has no value. A step before it divided by nothing."
            )
        if _same(value, right, self.tolerance):
            return DONE
        for mistake in expected["mistakes"]:
            if _same(value, mistake["value"], self.tolerance):
                return _not_yet(mistake["id"], mistake["hint"], mistake["smaller"])
        return self._general(value, right)

    def _general(self, value: float, right: float) -> Verdict:
        near = 100 * self.tolerance
        if _same(value, 100 * right, near) or _same(100 * value, right, self.tolerance):
            return _not_yet(
                "factor 100", f"Per cent or fraction? The unit asked for is: {self.unit}."
            )
        if _same(value, -right, self.tolerance):
            return _not_yet("sign", "The sign is reversed. What did you take away from what?")
        for digits in range(4):
            if value == round(right, digits):
                return _not_yet(
                    "rounded", "Rounded too early. Keep all digits; round only what you show."
                )
        size = "too large" if value > right else "too small"
        return _not_yet(
            "off", f"This is {size}. Write the sum out in words, then look at each step."
        )


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
            return _not_yet("one number", "A range has two ends. Give both, as in (1.5, 2.5).")
        is_pair = seen["type"] == "series" and seen["length"] == 2
        if seen["type"] != "list" and not is_pair:
            return _wrong_type(seen, "two numbers")
        items = seen["items"]
        if any(item["type"] == "text" for item in items):
            return _not_yet("is text", "An end is text. A number carries no quotes.")
        if any(item["type"] == "nothing" for item in items):
            return NOT_STARTED
        if any(item["type"] != "number" or item["value"] is None for item in items):
            return _not_yet(
                "wrong type", "An end is no number. Give two numbers, as in (1.5, 2.5)."
            )
        ends = [item["value"] for item in items]
        if _holds_commas(ends, expected["right"]):
            return _not_yet("comma", "A comma makes two numbers of one. Write a point, as in 1.5.")
        if len(ends) != 2:
            words = f"A range has two ends; this has {len(ends)}."
            return _not_yet("not two", f"{words} Keep the smallest and the largest.")
        return self._compare(ends, expected)

    def _compare(self, ends: list[float], expected: dict[str, Any]) -> Verdict:
        def fits(pair: Sequence[float]) -> bool:
            return all(_same(a, b, self.tolerance) for a, b in zip(ends, pair, strict=True))

        if ends[0] == ends[1]:
            return _not_yet("equal ends", "Both ends are the same. A range has two ends.")
        low, high = expected["right"]
        if low <= ends[0] <= high and 0 < ends[1] < 0.75 * (high - low):
            return _not_yet("half-width", "Give two ends, not a middle and half a width.")
        if ends[0] > ends[1]:
            return _not_yet("reversed", "Smallest first: swap the two ends.")
        if fits(expected["right"]):
            return DONE
        for mistake in expected["mistakes"]:
            if fits(mistake["value"]):
                return _not_yet(mistake["id"], mistake["hint"], mistake["smaller"])
        for digits in (2, 1, 0):
            if ends == [round(end, digits) for end in expected["right"]]:
                return _not_yet("rounded", "Rounded too early. Give each end with three decimals.")
        off = [not _same(ends[0], low, self.tolerance), not _same(ends[1], high, self.tolerance)]
        if all(off):
            return _not_yet(
                "off", "Neither end is right yet. Which printed numbers can move, and by how much?"
            )
        end = "lower" if off[0] else "upper"
        return _not_yet("one end", f"One end is right. Look again at the {end} end.")


def _holds_commas(ends: Sequence[float], right: Sequence[float]) -> bool:
    """Tell whether whole numbers stand where 1,5 was typed for 1.5."""
    whole = all(end == int(end) for end in ends) and any(end != int(end) for end in right)
    return whole and len(ends) in (2, 4) and ends[0] == int(right[0])


@dataclass(frozen=True)
class Function(Computed):
    """A function, called on inputs that the student has not seen.

    `inputs` are tuples of positional arguments; each result is a pair of ends.
    """

    inputs: Sequence[tuple[float, ...]]
    tolerance: float
    signature: str

    @property
    def form(self) -> str:
        """A function and its arguments."""
        ends = f"two ends, smallest first (± {self.tolerance:g})"
        return f"a function {self.signature} that returns {ends}"

    def plain(self, answer: Callable[..., Sequence[float]]) -> list[list[float]]:
        """Call the answer on the unseen inputs."""
        return [list(answer(*arguments)) for arguments in self.inputs]

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
            return _not_yet(
                "no function", "This is no function. Begin with def, and don't call it yet."
            )
        calls = seen["calls"]
        if problem := _problem(calls, self.signature):
            return problem
        results = [[item["value"] for item in call["result"]["items"]] for call in calls]
        if self._fits(results, expected["right"]):
            return DONE
        for mistake in expected["mistakes"]:
            if self._fits(results, mistake["value"]):
                return _not_yet(mistake["id"], mistake["hint"], mistake["smaller"])
        if any(low > high for low, high in results):
            words = "For some inputs the larger end comes first. Take min and max of all corners."
            return _not_yet("reversed", words)
        if all(result == results[0] for result in results):
            return _not_yet(
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
        return _not_yet("off", f"{words} Work out {wrong[0]} by hand and compare.")

    def _fits(self, results: Sequence[Sequence[float]], wanted: Sequence[Sequence[float]]) -> bool:
        return all(
            _same(a, b, self.tolerance)
            for result, pair in zip(results, wanted, strict=True)
            for a, b in zip(result, pair, strict=True)
        )


def _call(function: Any, arguments: tuple[float, ...]) -> Seen:
    call: Seen = {"arguments": list(arguments)}
    try:
        inspect.signature(function).bind(*arguments)
    except TypeError:
        return call | {"error": "arguments"}
    except ValueError:  # some built-in functions do not tell what they take
        pass
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            result, again = observe(function(*arguments)), observe(function(*arguments))
    except (Exception, SystemExit) as error:  # something to say to a student, not to raise
        return call | {"error": type(error).__name__}
    return call | {"result": result, "printed": bool(printed.getvalue()), "same": result == again}


def _problem(calls: list[Seen], signature: str) -> Verdict | None:
    """Return what keeps the results from being compared at all, or None."""
    for call in calls:
        where = tuple(call["arguments"])
        if call.get("error") == "arguments":
            words = f"It cannot be called with {where}. Begin with def {signature}:"
            return _not_yet("arguments", f"{words} and mind the optional ones.")
        if "error" in call:
            words = f"The function stops for {where} ({call['error']})."
            return _not_yet("stops", f"{words} Call it so yourself and read the message.")
    first = next((call for call in calls if not _is_pair(call["result"])), None)
    if first is None:
        if not all(call["same"] for call in calls):
            return _not_yet("changes", "The same input gives another result the second time.")
        return None
    if first["result"]["type"] == "nothing":
        if first["printed"]:
            return _not_yet("prints", "print shows a result, return gives it back. Return it.")
        return _not_yet(
            "returns nothing", "The function gives nothing back. Does it end with return?"
        )
    if first["result"]["type"] == "number":
        return _not_yet("one number", "The function gives one number. It should give two ends.")
    return _not_yet("no pair", "The function should give back two numbers, as in return low, high.")


def _is_pair(result: Seen) -> bool:
    return (
        result["type"] == "list"
        and result["length"] == 2
        and all(item["type"] == "number" and item["value"] is not None for item in result["items"])
    )


@dataclass(frozen=True)
class Choice(Computed):
    """One option: its letter in any case, its number, or its text."""

    options: Sequence[str]

    @property
    def form(self) -> str:
        """One letter of those that exist."""
        return f'one letter, as in "{self.letters[0]}" ({self.letters[0]} to {self.letters[-1]})'

    @property
    def letters(self) -> list[str]:
        """The letters of the options, from A."""
        return [chr(ord("A") + place) for place in range(len(self.options))]

    def plain(self, answer: str) -> str:
        """Return the letter."""
        return answer

    def given(self, answer: str) -> str:
        """Hand the letter in."""
        return answer

    def judge(self, seen: Seen, expected: dict[str, Any]) -> Verdict:
        """Compare the option with the right letter; each other letter has its hint."""
        if seen["type"] == "nothing" or (seen["type"] == "text" and not seen["value"].strip()):
            return NOT_STARTED
        letter = self._letter(seen)
        if letter is None:
            last = self.letters[-1]
            return _not_yet("no option", f"Give one letter from A to {last}, in quotes.")
        if letter == expected["right"]:
            return DONE
        for mistake in expected["mistakes"]:
            if letter == mistake["value"]:
                return _not_yet(mistake["id"], mistake["hint"], mistake["smaller"])
        raise AssertionError(f"option {letter} has no hint")

    def _letter(self, seen: Seen) -> str | None:
        if seen["type"] == "number" and seen["value"] is not None:
            place = int(seen["value"]) - 1
            exact = seen["value"] == place + 1
            return self.letters[place] if exact and 0 <= place < len(self.options) else None
        if seen["type"] != "text":
            return None
        said = seen["value"].strip().strip(".)(").casefold().removeprefix("option ")
        if said.isdigit():
            return self._letter({"type": "number", "value": float(said)})
        for letter, option in zip(self.letters, self.options, strict=True):
            words = option.strip().strip(".").casefold()
            plain = letter.casefold()
            if said in (plain, words) or re.fullmatch(rf"{plain}[).: ]+{re.escape(words)}", said):
                return letter
        return None


#: Words that take a side unless somebody is named who says them.
LOADED = ("lied", "punished", "admitted", "revealed", "exposed", "blacklisted", "crackdown")
ATTRIBUTION = (
    "said",
    "says",
    "according",
    "reported",
    "reports",
    "forecast",
    "expected",
    "expects",
    "projected",
    "predicted",
    "anticipated",
    "estimated",
    "announced",
    "printed",
    "prints",
    "wrote",
    "writes",
    "put",
    "gave",
)


@dataclass(frozen=True)
class Text(Computed):
    """A short text, checked for its form only: an instructor reads what it says.

    The expected answer of such a part is the list of source ids that exist.
    """

    words: int
    needs: Sequence[str] = ()
    questions: Mapping[str, str] = field(default_factory=dict)

    @property
    def form(self) -> str:
        """How long the text is, and what must stand in it."""
        needs = "".join(f", {_NEEDS[need][1]}" for need in self.needs)
        return f"text in quotes, at least {self.words} words{needs}"

    def judge(self, seen: Seen, expected: dict[str, Any]) -> Verdict:
        """Look for length and for what the task needs in the text, never for an opinion."""
        if seen["type"] == "nothing" or (seen["type"] == "text" and not seen["value"].strip()):
            return NOT_STARTED
        if seen["type"] != "text":
            return _not_yet("no text", "This is no text. Put your sentence between quotes.")
        text = seen["value"]
        if len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)) < self.words:
            return _not_yet("short", f"Too short: use at least {self.words} words.")
        for need in self.needs:
            present, name = _NEEDS[need]
            if not present(text, expected["right"]):
                return _not_yet(f"no {need}", f"Something is missing: {name}.")
        for word, question in {**dict.fromkeys(LOADED, "says who?"), **self.questions}.items():
            if re.search(rf"\b{word}\b", text, re.IGNORECASE):
                return Verdict(
                    "done", "loaded", f"A question to your wording: “{word}”: {question}"
                )
        return DONE


def _has_date(text: str, ids: Sequence[str]) -> bool:
    for name in ids:  # an id may hold a year; a date is what the student writes beside it
        text = text.replace(name, "")
    return bool(re.search(r"\b(19|20)\d\d\b", text))


def _has_source(text: str, ids: Sequence[str]) -> bool:
    return any(
        re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE) for name in ids
    )


def _has_unit(text: str, _: Sequence[str]) -> bool:
    return bool(
        re.search(r"\d[\d.,]*\s*(per cent|percent|%|billion|million|bn|points?|dollars)", text)
    )


def _has_attribution(text: str, _: Sequence[str]) -> bool:
    return any(re.search(rf"\b{word}\b", text, re.IGNORECASE) for word in ATTRIBUTION)


_NEEDS = {
    "date": (_has_date, "a date (at least its year)"),
    "source": (_has_source, 'the id of a source, as it stands in load("sources")'),
    "unit": (_has_unit, "a number with its unit"),
    "attribution": (_has_attribution, "who says so (a word such as “according to”)"),
}

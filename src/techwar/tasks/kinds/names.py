"""A set of names: order, case and repeats count for nothing."""

import numbers
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from techwar.tasks.kinds.judging import DONE, NOT_STARTED, Computed, not_yet
from techwar.tasks.observation import Seen, observe
from techwar.tasks.task import Verdict


@dataclass(frozen=True)
class Names(Computed):
    """A set of names, in any container that holds them.

    `of` says what is named ("firms"), `example` shows the form with names that
    are no answer. Numbers are names too, as in a set of paragraphs. With `one` a
    single name is asked for, and said so.
    """

    of: str
    example: str = '["Ann", "Bo"]'
    one: bool = False

    @property
    def form(self) -> str:
        """A list, what it names, and that order does not count."""
        if self.one:
            return f"one of the {self.of}, as in {self.example}"
        return f"a list of {self.of} in any order, as in {self.example}"

    def plain(self, answer: Callable[[], Iterable[Any]]) -> list[str]:
        """Compute the names."""
        return [str(name) for name in answer()]

    def observe(self, value: Any) -> Seen:
        """Describe the names; a table of one column is that column."""
        try:
            if isinstance(value, pd.DataFrame) and len(value.columns) == 1:
                value = value.iloc[:, 0]
            row = isinstance(value, pd.Series) and _is_row(value)
        except Exception:  # a table may be of a kind of its own, and break when it is read
            return {"type": "other", "name": type(value).__name__}
        return {**observe(value), "row": row}

    def judge(self, seen: Seen, expected: dict[str, Any]) -> Verdict:
        """Compare the set with the right one and with the named mistakes."""
        if seen["type"] == "nothing":
            return NOT_STARTED
        if seen.get("row"):
            cell = "its `id`" if self.of.startswith("ids ") else "its name"
            return not_yet("whole row", f"This is a whole row of a table. Take only {cell}.")
        if seen["type"] == "text" and len(expected["right"]) == 1:
            seen = {"type": "list", "length": 1, "items": [seen]}
        if seen["type"] not in ("list", "set", "series"):
            return self._wrong_type(seen)
        kinds = {item["type"] for item in seen["items"]}
        if not seen["items"]:
            return not_yet(
                "empty", "This list is empty; something belongs in it. What is asked for?"
            )
        if kinds == {"nothing"}:
            return NOT_STARTED
        if kinds & {"nothing"} or any(_is_blank(item) for item in seen["items"]):
            return not_yet("blank", "One item is blank. An empty cell names nothing: leave it out.")
        if kinds == {"yes-no"}:
            return not_yet("mask", "These are True and False. Use them in brackets to pick rows.")
        right = {_key(name): name for name in expected["right"]}
        if kinds == {"number"} and not any(_is_number(name) for name in right):
            return not_yet(
                "numbers", f"These are numbers, not {self.of}. Do the names stand in the index?"
            )
        if not kinds <= {"text", "number"}:
            return not_yet("wrong items", f"An item is no name. Give a list of {self.of}.")
        return self._compare(seen, right, expected["mistakes"])

    def _compare(
        self, seen: Seen, right: dict[str, str], mistakes: list[dict[str, Any]]
    ) -> Verdict:
        said = {_key(_text(item)): _text(item) for item in seen["items"]}
        if set(said) == set(right) and seen["length"] == len(seen["items"]):
            return DONE
        for mistake in mistakes:
            if set(said) == {_key(name) for name in mistake["value"]}:
                return not_yet(mistake["id"], mistake["hint"], mistake["smaller"])
        extra_keys = [key for key in said if key not in right]
        missing = sorted(set(right) - set(said))
        if not self.one and any(_holds_several(key, right) for key in extra_keys):
            words = "Several names stand in one pair of quotes."
            return not_yet("one item", f"{words} Give each its own, as in {self.example}.")
        if not set(said) & set(right):
            return not_yet("none", f"None of these belongs. Which {self.of} does the task ask for?")
        if extra_keys:
            also = f"; {_too_few(len(missing))}" if missing else ""
            first = said[extra_keys[0]][:60]
            return not_yet("extra", f"{_too_many(len(extra_keys))}{also}. Look at “{first}”.")
        if missing:
            words = f"{_too_few(len(missing))}.".capitalize()
            # Where one is missing, its name would be the rest of the answer.
            named = f"Look at “{right[missing[0]]}”." if len(missing) > 1 else ""
            return not_yet("missing", words, named or "Go through them once more, one by one.")
        return not_yet("long", f"This list is very long. Give only the {self.of} asked for.")

    def _wrong_type(self, seen: Seen) -> Verdict:
        kind = seen["type"]
        if kind == "text":
            return not_yet("one text", f"This is one text. Make a list, as in {self.example}.")
        if kind == "table":
            words = f"This table has {len(seen['columns'])} columns."
            return not_yet("columns", f"{words} Keep the one that holds the {self.of}.")
        if kind == "function":
            return not_yet("is a function", "This is a function. Call it with brackets.")
        asked = "name" if self.one else "list"
        return not_yet("no list", f"This is no {asked}. Give one, as in {self.example}.")


def _is_row(series: "pd.Series[Any]") -> bool:
    """Tell whether a series is one row of a table: named by its place, labelled by columns."""
    return (
        isinstance(series.name, numbers.Integral)
        and len(series) > 1
        and all(isinstance(label, str) for label in series.index)
    )


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _holds_several(key: str, right: Iterable[str]) -> bool:
    """Tell whether one text lists two or more of the names, whatever stands between them."""
    found = 0
    for name in sorted(right, key=len, reverse=True):
        found += name in key
        key = key.replace(name, "", 1)
    return found > 1


def _text(item: Seen) -> str:
    return f"{item['value']:g}" if item["type"] == "number" else str(item["value"])


def _is_blank(item: Seen) -> bool:
    """Tell whether an item is an empty text or a missing number."""
    if item["type"] == "text":
        return not item["value"].strip()
    return item["type"] == "number" and item["value"] is None


def _is_number(name: str) -> bool:
    return name.replace(".", "", 1).isdigit()


def _too_many(count: int) -> str:
    return "One does not belong" if count == 1 else f"{count} do not belong"


def _too_few(count: int) -> str:
    return "one is missing" if count == 1 else f"{count} are missing"

"""One option of several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from techwar.tasks.kinds.judging import DONE, NOT_STARTED, Computed, not_yet
from techwar.tasks.observation import Seen
from techwar.tasks.task import Verdict


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
            return not_yet("no option", f"Give one letter from A to {last}, in quotes.")
        if letter == expected["right"]:
            return DONE
        for mistake in expected["mistakes"]:
            if letter == mistake["value"]:
                return not_yet(mistake["id"], mistake["hint"], mistake["smaller"])
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

"""A short text, looked at for its form."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from techwar.tasks.kinds.judging import DONE, NOT_STARTED, Computed, not_yet
from techwar.tasks.observation import Seen
from techwar.tasks.task import Verdict

#: Words that take a side unless somebody is named who says them.
LOADED = ("lied", "punished", "admitted", "revealed", "exposed", "blacklisted", "crackdown")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
#: Words that say whose statement it is, as patterns; a capital letter in the last ones is one.
ATTRIBUTION = (
    "according",
    "sa(?:id|ys)",
    "told",
    "wr(?:ote|ites?)",
    "reports?",
    "reported",
    "prints?",
    "printed",
    "publish(?:es|ed)",
    "quot(?:es?|ed|ing)",
    "cit(?:es?|ed|ing)",
    "credit(?:s|ed)",
    "announce[sd]?",
    "claimed",
    "stated",
    "forecasts?",
    "expect(?:s|ed)",
    "project(?:s|ed)",
    "predict(?:s|ed)",
    "anticipate[sd]",
    "estimate[sd]?",
    "calculate[sd]",
    "measured",
    "puts?",
    "g(?:ave|ives|iven by)",
    "count(?:s|ed)?",
    "cod(?:ed|ing)",
    "(?:data|figures?|numbers?) (?:by|from)",
    "has it",
    "by our",
    "sources?:",
    r"(?-i:(?:rank|plac|list|nam|call|see|put)(?:e?s|e?d) [A-Z]\w*)",
    rf"(?-i:[Aa]fter (?!(?:{_MONTHS})\b)[A-Z]\w*)",
    r"(?-i:[Pp]er [A-Z]\w*)",
    r"(?-i:[Bb]y (?:[A-Z]\w* ){0,2}[A-Z]\w*['’]s?)",
)

#: What tells a day, a year or a paragraph; "1950 points" is an amount all the same.
_WHEN = (
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\b"
    rf"|\b(?:{_MONTHS}) \d{{1,2}}\b(?!\d)"
    r"|\bP\d+\b"
    r"|\b(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?(?:-\d\d)?\b"
    r"(?!\.\d| *(?:per cent|percent|%|points?))"
)

#: An amount with its unit: a currency may stand before it.
_AMOUNT = (
    r"\d[\d.,]*\s*(?:per cent|percent|%|[bm]illion|[bm]n?\b|points?|(?:U\.?S\.? )?dollars|USD)"
    r"|(?:\$|USD|dollars) ?\d"
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
            return not_yet("no text", "This is no text. Put your sentence between quotes.")
        text = seen["value"]
        if len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)) < self.words:
            return not_yet("short", self._too_short(text))
        for need in self.needs:
            present, name = _NEEDS[need]
            if not present(text, expected["right"]):
                words = f"The check does not find {name}.{_near_miss(need, text)}"
                return not_yet(f"no {need}", words)
        for word, question in {**dict.fromkeys(LOADED, "says who?"), **self.questions}.items():
            if re.search(rf"\b{word}\b", text, re.IGNORECASE):
                return Verdict("done", "loaded", f"Your word “{word}”: {question}")
        return DONE

    def _too_short(self, text: str) -> str:
        words = f"Too short: use at least {self.words} words."
        if re.search(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", text):
            words = f"{words} The check counts by the blanks between them: write in English."
        return words


def _near_miss(need: str, text: str) -> str:
    """Return a sentence on what looks like the thing needed, and is none."""
    if "number" in need and re.search(r"\d", text):
        return " A year, a day or an id does not count."
    if "number" in need:
        return " It looks for digits."
    if need == "date" and re.search(r"\d[/.-]\d\d?[/.-]\d\d\b|['’]\d\d\b", text):
        return " Write the year in four digits."
    if need == "source" and re.search(r"(?<![\w-])(?=[\w-]*\d)[a-z]+-\w+-[\w-]+", text):
        return " An id of another table does not do: take the row's `source_id`."
    return ""


def _has_date(text: str, ids: Sequence[str]) -> bool:
    return bool(re.search(r"\b(19|20)\d\d\b", _without_ids(text, ids)))


def _has_year_or_none(text: str, ids: Sequence[str]) -> bool:
    return _has_date(text, ids) or bool(
        re.search(r"\b(years?|dates?|when|empty)\b", text, re.IGNORECASE)
    )


def _without_ids(text: str, ids: Sequence[str]) -> str:
    """Return the text without ids: one may hold a year, but says no date."""
    for name in ids:
        text = text.replace(name, "")
    return text


def _has_source(text: str, ids: Sequence[str]) -> bool:
    return any(
        re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE) for name in ids
    )


def _has_unit(text: str, _: Sequence[str]) -> bool:
    return bool(re.search(_AMOUNT, text, re.IGNORECASE))


def _has_number(text: str, ids: Sequence[str]) -> bool:
    return bool(re.search(r"\d", re.sub(_WHEN, "", _without_ids(text, ids))))


def _has_four_numbers(text: str, ids: Sequence[str]) -> bool:
    return len(re.findall(r"\d+(?:[.,]\d+)*", re.sub(_WHEN, "", _without_ids(text, ids)))) >= 4


def _has_attribution(text: str, _: Sequence[str]) -> bool:
    return any(re.search(rf"\b{word}(?!\w)", text, re.IGNORECASE) for word in ATTRIBUTION)


_NEEDS = {
    "date": (_has_date, "a date (at least its year)"),
    "year or none": (_has_year_or_none, "a year (or that none is given)"),
    "source": (_has_source, 'the id of a source, as it stands in load("sources")'),
    "number": (_has_number, "a number"),
    "four numbers": (_has_four_numbers, "four numbers"),
    "unit": (_has_unit, "a number with its unit"),
    "attribution": (_has_attribution, "who says so (a word such as “according to”)"),
}

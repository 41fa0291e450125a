"""How a number is written in prose: the one place that formats."""

from __future__ import annotations

import re
from datetime import date
from numbers import Real

from techwar.data.days import in_words
from techwar.data.errors import DataError

_NUMERIC = re.compile(r"[+]?,?(?:\.\d+)?[fg]")
_HUNDREDFOLD = re.compile(r"([+]?,?(?:\.\d+)?)pc")


def write(value: object, form: str = "") -> str:
    """Write a number, a date or a text as prose shows it.

    `form` is empty (all digits, no trailing zero), a number format such as ".1f", "+.1f"
    or ",.0f", or the same with "pc" for a fraction written in per cent: 0.663 with ".0pc"
    is "66" (the words "per cent" belong to the prose). A minus is a real minus sign.

    >>> write(18.50), write(-3.4, ".1f"), write(0.663, ".0pc")
    ('18.5', '−3.4', '66')
    """
    if isinstance(value, date):
        return _plain(value, form, in_words(value))
    if isinstance(value, str):
        return _plain(value, form, value)
    if not isinstance(value, Real) or isinstance(value, bool):
        raise DataError(
            f"{_kind(value)} cannot be written as one number: name a number, a text or a date, "
            "or one item of it, such as my_range[0]."
        )
    number = float(value)
    if number != number or number in (float("inf"), float("-inf")):
        raise DataError(f"The value {number} is no number that can be written: mend its cell.")
    if match := _HUNDREDFOLD.fullmatch(form):
        text = format(number * 100, f"{match[1]}f")
    elif not form:
        text = format(number, ".12g")
    elif _NUMERIC.fullmatch(form):
        text = format(number, form)
    else:
        raise DataError(f"The format {form!r} is not known: write one such as .1f or .0pc.")
    if not text.strip("+-0.,"):
        text = text.lstrip("+-")
    return text.replace("-", "−")


def capital(words: str) -> str:
    """Return the words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def _plain(value: object, form: str, text: str) -> str:
    if form:
        raise DataError(f"The format {form!r} is for numbers, and {value} is none: leave it out.")
    return text


def _kind(value: object) -> str:
    return "None" if value is None else f"A value of type {type(value).__name__}"

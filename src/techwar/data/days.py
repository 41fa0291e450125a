"""Days as the tables write them: 2018-10-29, 2018-10 or 2018, and the same in words."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime

import pandas as pd

from techwar.data.errors import DataError

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def in_words(day: str | date) -> str:
    """Spell a day as prose does: "29 October 2018", "August 2019" or "2018"."""
    year, month, number = _parts(str(day)[:10])
    if month is None:
        return f"{year}"
    name = calendar.month_name[month]
    return f"{name} {year}" if number is None else f"{number} {name} {year}"


def last_day(day: str) -> date:
    """The last day that an ISO date may mean: the end of its month or year where no day stands."""
    year, month, number = _parts(day)
    month = month or 12
    return date(year, month, number or calendar.monthrange(year, month)[1])


def to_day(on: str | date) -> date:
    """Read "2019-05-22", a date, a datetime or a pandas Timestamp as a day."""
    if isinstance(on, datetime) and not pd.isna(on):
        return on.date()
    if isinstance(on, date) and not pd.isna(on):
        return on
    try:
        return date.fromisoformat(on)
    except (TypeError, ValueError):
        raise DataError(
            f"{on!r} is not a day that exists: write year, month and day, such as '2019-05-22'."
        ) from None


def _parts(day: str) -> tuple[int, int | None, int | None]:
    match = _ISO.fullmatch(day)
    if match is None:
        raise DataError(f"{day!r} is not a date: write 2018-10-29, 2018-10 or 2018.")
    year, month, number = match.groups()
    return int(year), int(month) if month else None, int(number) if number else None

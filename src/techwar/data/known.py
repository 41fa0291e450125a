"""What was known when: filters over the columns `known_since` and `figure`."""

from __future__ import annotations

from datetime import date

import pandas as pd

from techwar.data.days import to_day
from techwar.data.errors import DataError


def as_of(frame: pd.DataFrame, on: str | date) -> pd.DataFrame:
    """Keep the rows that were public on a day, that day included.

    `on` is "2019-05-22", a date or a Timestamp. The frame needs the column `known_since`;
    a row without a date is not kept. Returns a new frame with the same columns, numbered
    anew: gaps in the old numbers would tell how much came later.

    >>> from techwar.data import load
    >>> bool((as_of(load("market"), "2017-12-31")["known_since"] <= "2017-12-31").all())
    True
    """
    day = pd.Timestamp(to_day(on))
    _need(frame, "known_since", "as_of")
    known = pd.to_datetime(frame["known_since"], format="%Y-%m-%d", errors="coerce")
    return frame[known <= day].reset_index(drop=True)


def latest(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep the last edition of each figure: of rows with one `figure`, the one known last.

    A forecast and a report of the same amount are two figures, so neither hides the other.
    Apply it after `as_of` to see the editions of that day. Returns a new frame in the same
    order.
    """
    _need(frame, "figure", "latest")
    _need(frame, "known_since", "latest")
    by_day = frame.sort_values("known_since", kind="stable")
    superseded = by_day["figure"].notna() & by_day.duplicated("figure", keep="last")
    return frame[~superseded.reindex(frame.index)].copy()


def _need(frame: pd.DataFrame, column: str, function: str) -> None:
    if column not in getattr(frame, "columns", ()):
        raise DataError(
            f"{function} needs a table with the column {column!r}, which this one has not: "
            'hand it a table as load("market") returns it, before you choose columns.'
        )

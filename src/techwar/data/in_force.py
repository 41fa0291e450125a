"""Tariffs in force on a day: one row a list, however often its rate was changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd

from techwar.data.days import in_words, to_day
from techwar.data.errors import DataError
from techwar.data.known import latest
from techwar.data.tables import load

_COLUMNS = (
    "list_id",
    "name",
    "imposed_by",
    "trade_value",
    "rate",
    "lowest",
    "highest",
    "since",
    "source_id",
)


def in_force(on: str | date, *, folder: Path | None = None) -> pd.DataFrame:
    """The tariff lists of the US and China in force on a day, one row a list.

    `on` is "2019-05-22", a date or a Timestamp. The columns: `list_id`, `name`, `imposed_by`
    (US or China), `trade_value` (billion US dollars a year in the goods of the list; missing
    where no source gives it), `rate` (per cent on top of the ordinary duty; missing where
    parts of the list have different rates), `lowest` and `highest` (per cent), `since` (the
    first day of that rate) and `source_id` (of the rate). A list that has ended, or never
    began, is not there. Rates of two lists add up where their goods overlap; only those of
    the four-year review of 2024 take the place of an older rate on the same goods.

    Raises `DataError` for a day outside the tables, or for what is no day.

    >>> now = in_force("2019-05-22")
    >>> float(now.loc[now["imposed_by"] == "US", "trade_value"].sum())
    250.0
    """
    day = pd.Timestamp(to_day(on))
    steps = latest(load("tariff_steps", folder=folder))
    first, last = steps["start"].min(), steps["start"].max()
    if not first <= day <= last:
        raise DataError(
            f"The tariff tables do not reach {in_words(day.date())}: choose a day from "
            f"{in_words(first.date())} to {in_words(last.date())}."
        )
    begun = steps[steps["start"] <= day]
    # A new step replaces all parts of its list, so those of the newest day are the ones in force.
    newest = begun[begun["start"] == begun.groupby("list_id")["start"].transform("max")]
    rates = newest.groupby("list_id", as_index=False).agg(
        lowest=("value", "min"),
        highest=("value", "max"),
        since=("start", "first"),
        source_id=("source_id", "first"),
    )
    rates["rate"] = rates["lowest"].where(rates["lowest"] == rates["highest"])
    lists = load("tariff_lists", folder=folder)[["id", "name", "imposed_by", "value"]]
    named = lists.rename(columns={"id": "list_id", "value": "trade_value"})
    found = named.merge(rates[rates["highest"] > 0], on="list_id", validate="one_to_one")
    return found[list(_COLUMNS)]

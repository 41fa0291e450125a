"""The view of a day, and the last edition of a figure."""

from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from techwar.data import DataError, as_of, latest, load, path

THE_DAY = "2019-05-22"


@pytest.mark.parametrize(
    "day", [THE_DAY, date(2019, 5, 22), datetime(2019, 5, 22, 18), pd.Timestamp(THE_DAY)]
)
def test_a_day_may_be_written_in_four_ways(day):
    assert as_of(load("market"), day).equals(as_of(load("market"), THE_DAY))


def test_the_day_itself_is_included_and_the_day_before_is_not():
    market = load("market")
    assert "ihs-world-growth-2018-article" in set(as_of(market, THE_DAY)["id"])
    assert "ihs-world-growth-2018-article" not in set(as_of(market, "2019-05-21")["id"])


@given(st.dates(date(2015, 1, 1), date(2026, 12, 31)))
def test_a_view_holds_all_rows_known_by_then_and_no_others(day):
    market = load("market")
    known = market["known_since"].dt.date <= day
    assert as_of(market, day).equals(market[known].reset_index(drop=True))


def test_a_view_is_a_copy():
    market = load("market")
    view = as_of(market, THE_DAY)
    view.loc[:, "value"] = 0
    assert market.equals(load("market"))


def test_a_table_read_with_plain_pandas_can_be_viewed_too():
    plain = pd.read_csv(path("market"))
    assert list(as_of(plain, THE_DAY)["id"]) == list(as_of(load("market"), THE_DAY)["id"])


def test_a_row_without_a_day_is_not_known():
    rows = pd.DataFrame({"known_since": [None, "2018-01-01"], "id": ["a", "b"]})
    assert as_of(rows, THE_DAY)["id"].tolist() == ["b"]


def test_a_view_has_no_gap_that_tells_of_later_rows():
    view = as_of(load("market"), THE_DAY)
    assert view.index.tolist() == list(range(len(view)))


@pytest.mark.parametrize("day", ["22 May 2019", "2019-02-30", "2019", 2019, None, pd.NaT])
def test_what_is_no_day_is_named(day):
    with pytest.raises(DataError, match="is not a day that exists: write year, month and day"):
        as_of(load("market"), day)


@pytest.mark.parametrize("thing", [pd.DataFrame({"a": [1]}), pd.Series([1]), "market"])
def test_what_has_no_known_since_is_refused_in_words(thing):
    with pytest.raises(DataError, match="as_of needs a table with the column 'known_since'"):
        as_of(thing, THE_DAY)


def test_the_last_edition_of_a_forecast_replaces_the_first():
    last = latest(as_of(load("market"), THE_DAY)).set_index("id")
    assert "ihs-world-expected-2018-12" in last.index
    assert "ihs-world-forecast-growth-2018" not in last.index


def test_before_the_last_edition_the_first_is_the_last():
    ids = set(latest(as_of(load("market"), "2018-11-30"))["id"])
    assert "ihs-world-forecast-growth-2018" in ids


def test_a_report_does_not_replace_a_forecast():
    ids = set(latest(load("market"))["id"])
    assert {"ihs-world-forecast-value-2018", "ihs-world-value-2018-article"} <= ids


def test_the_last_editions_keep_their_order():
    assert latest(load("market")).index.is_monotonic_increasing


def test_a_table_without_figures_has_no_editions():
    with pytest.raises(DataError, match="latest needs a table with the column 'figure'"):
        latest(load("sources"))

"""Tariff lists, their rates step by step, the day's view of them, and the averages."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from techwar.data import DataError, as_of, fact, in_force, latest, load

FIRST, LAST = date(2018, 7, 6), date(2026, 2, 24)


def us(on):
    found = in_force(on)
    return found[found["imposed_by"] == "US"].set_index("list_id")


def mean_rate(lists):
    return (lists["rate"] * lists["trade_value"]).sum() / lists["trade_value"].sum()


def test_on_the_day_of_the_article_us_lists_cover_250_billion_at_25_per_cent():
    lists = us("2019-05-22")
    assert lists["trade_value"].to_dict() == {
        "tariff-us-list1": 34,
        "tariff-us-list2": 16,
        "tariff-us-list3": 200,
    }
    assert lists["trade_value"].sum() == 250
    assert mean_rate(lists) == 25


def test_before_10_may_2019_the_mean_rate_was_13_per_cent():
    assert us("2019-05-09")["trade_value"].sum() == 250
    assert mean_rate(us("2019-05-09")) == 13
    assert mean_rate(us("2019-05-10")) == 25


def test_a_list_has_its_trade_value_once():
    lists = load("tariff_lists")
    assert lists["name"].is_unique
    assert "trade_value" not in load("tariff_steps")
    # Of all US lists, not only those of one day, the sum would be this.
    assert lists.loc[lists["imposed_by"] == "US", "value"].sum() == 530


@given(st.dates(FIRST, LAST))
def test_no_list_counts_twice_on_a_day(day):
    found = in_force(day)
    assert found["list_id"].is_unique
    assert (found["highest"] > 0).all()
    assert (found["since"].dt.date <= day).all()


@given(st.dates(FIRST, LAST))
def test_a_rate_stands_only_where_the_whole_list_has_one(day):
    found = in_force(day)
    assert (found["rate"].isna() == (found["lowest"] != found["highest"])).all()


@pytest.mark.parametrize(
    ("list_id", "day", "lowest", "highest"),
    [
        ("tariff-cn-list3", "2019-05-31", 5, 10),
        ("tariff-cn-list3", "2019-06-01", 5, 25),
        ("tariff-us-list4a", "2019-09-01", 15, 15),
        ("tariff-us-list4a", "2020-02-13", 15, 15),
        ("tariff-us-list4a", "2020-02-14", 7.5, 7.5),
        ("tariff-cn-list4-first", "2020-02-14", 2.5, 5),
        ("tariff-us-reciprocal", "2025-04-08", 10, 10),
        ("tariff-us-reciprocal", "2025-04-09", 84, 84),
        ("tariff-us-reciprocal", "2025-05-13", 125, 125),
        ("tariff-us-reciprocal", "2025-05-14", 10, 10),
        ("tariff-cn-counter", "2025-04-10", 84, 84),
        ("tariff-cn-counter", "2025-04-12", 125, 125),
        ("tariff-us-fentanyl", "2025-11-09", 20, 20),
        ("tariff-us-fentanyl", "2025-11-10", 10, 10),
    ],
)
def test_the_rate_changes_on_its_day(list_id, day, lowest, highest):
    row = in_force(day).set_index("list_id").loc[list_id]
    assert (row["lowest"], row["highest"]) == (lowest, highest)


@pytest.mark.parametrize(
    ("list_id", "last_day", "first_day_without"),
    [
        ("tariff-us-fentanyl", "2026-02-23", "2026-02-24"),
        ("tariff-us-reciprocal", "2026-02-23", "2026-02-24"),
        ("tariff-cn-farm", "2025-11-09", "2025-11-10"),
    ],
)
def test_an_end_is_a_step(list_id, last_day, first_day_without):
    assert list_id in set(in_force(last_day)["list_id"])
    assert list_id not in set(in_force(first_day_without)["list_id"])


@given(st.dates(FIRST, LAST))
def test_a_list_that_never_began_is_never_in_force(day):
    never = {"tariff-us-list4b", "tariff-cn-list4-second"}
    assert not never & set(in_force(day)["list_id"])


@pytest.mark.parametrize("day", ["2018-07-05", "2026-02-25", date(1930, 6, 17)])
def test_a_day_outside_the_tables_gets_a_sentence(day):
    with pytest.raises(
        DataError, match=r"do not reach .*: choose a day from 6 July 2018 to 24 February 2026\."
    ):
        in_force(day)


def test_what_is_no_day_gets_a_sentence():
    with pytest.raises(DataError, match="is not a day that exists"):
        in_force("May 2019")


def test_the_first_and_the_last_day_are_inside():
    assert set(in_force(FIRST)["list_id"]) == {"tariff-us-list1", "tariff-cn-list1"}
    assert "tariff-us-section122" in set(in_force(pd.Timestamp(LAST))["list_id"])


def test_the_editions_of_a_step_are_of_one_list_and_named_after_the_first():
    for figure, editions in load("tariff_steps").groupby("figure"):
        assert editions["list_id"].nunique() == 1, figure
        assert editions.sort_values("known_since", kind="stable").iloc[0]["id"] == figure


@pytest.mark.parametrize(
    ("on", "start"),
    [
        ("2018-09-30", "2019-01-01"),
        ("2018-12-31", "2019-03-02"),
        ("2019-03-31", None),
        ("2019-05-22", "2019-05-10"),
    ],
)
def test_the_rise_of_list_3_was_expected_on_the_day_last_announced(on, start):
    seen = latest(as_of(load("tariff_steps"), on)).set_index("figure")
    expected = seen.loc["step-us-list3-rise", "start"]
    assert pd.isna(expected) if start is None else expected == pd.Timestamp(start)


def test_a_step_begins_after_it_was_announced():
    steps = load("tariff_steps")
    begun = steps[steps["start"].notna()]
    assert (begun["start"] >= begun["known_since"]).all()


def test_a_step_and_its_measure_agree():
    measures = load("measures").set_index("id")
    for step in load("tariff_steps").to_dict("records"):
        measure = measures.loc[step["measure_id"]]
        assert measure["instrument"] in ("tariff", "court or settlement"), step["id"]
        assert measure["known_since"] == step["known_since"], step["id"]


def test_the_first_step_of_a_measure_begins_on_its_day():
    steps = load("tariff_steps")
    measures = load("measures").set_index("id")["effective"]
    first = steps[steps["start"].notna()].groupby("measure_id")["start"].min()
    for measure_id, start in first.items():
        moved = measure_id == "us-cn-truce-2018-12"  # in force at once: it moved a later step
        assert moved or start == measures[measure_id], measure_id


def test_each_list_has_a_step_and_each_step_a_list():
    assert set(load("tariff_steps")["list_id"]) == set(load("tariff_lists")["id"])


def test_the_steps_of_a_list_on_one_day_are_its_parts():
    steps = latest(load("tariff_steps"))
    for _, parts in steps[steps["start"].notna()].groupby(["list_id", "start"]):
        assert len(parts) == 1 or parts["band"].notna().all()
        assert parts["band"].is_unique or len(parts) == 1


def test_the_parts_of_chinas_list_3_make_the_list():
    steps = load("tariff_steps")
    listed = steps[steps["list_id"] == "tariff-cn-list3"]
    lines = listed["band"].str.extract(r"([\d,]+) tariff lines")[0].str.replace(",", "").astype(int)
    assert lines.groupby(listed["start"]).sum().tolist() == [5207, 5140]


def test_the_view_of_the_day_holds_no_later_step():
    steps = as_of(load("tariff_steps"), "2019-05-22")
    ahead = steps[steps["start"] > "2019-05-22"]
    assert set(ahead["measure_id"]) == {"cn-retaliation-list3-increase"}  # announced on 13 May
    assert set(as_of(load("tariff_lists"), "2019-05-22")["id"]) == {
        f"tariff-{side}-list{number}" for side in ("us", "cn") for number in (1, 2, 3)
    }
    assert as_of(load("tariff_averages"), "2019-05-22").empty


def test_the_statement_of_a_step_names_its_rate_and_day():
    for row in load("tariff_steps").to_dict("records"):
        if row["value"] and not pd.isna(row["start"]):
            assert f"{row['value']:g} per cent" in row["statement"], row["id"]
            assert f"{row['start']:%B %Y}" in row["statement"], row["id"]


def test_the_averages_have_both_editions_where_the_institute_revised():
    averages = load("tariff_averages")
    revised = averages[averages.duplicated("figure", keep=False)]
    assert revised.groupby("figure")["value"].apply(list).to_dict() == {
        "average-cn-2020-02": [20.3, 21.1],
    }
    assert latest(averages).set_index("figure").loc["average-cn-2020-02", "value"] == 21.1


def test_the_computed_average_of_2018_follows_from_what_is_printed():
    assert fact("average-us-2018-01").made == "computed"
    assert fact("average-us-2018-01").value == round(fact("average-us-2020-02").value - 16.2, 1)


def test_one_institute_gives_all_averages_and_none_before_its_day():
    averages = load("tariff_averages")
    assert averages["publisher"].nunique() == 1
    assert (averages["known_since"] >= averages["day"]).all()


def test_rates_and_averages_are_facts_with_a_unit():
    assert fact("step-us-list3-rise-begun").text == "25 per cent"
    assert fact("tariff-us-list3").text == "200 billion US dollars"
    assert fact("average-us-2020-02").text == "19.3 per cent"

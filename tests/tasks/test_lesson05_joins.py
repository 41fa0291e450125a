"""Lesson 5: its joins and sums against loops over single rows, without pandas' merge."""

from typing import Any

import pandas as pd
import pytest

from techwar.data import as_of, load
from techwar.tasks import lesson05

DAY = "2019-05-22"
Row = dict[str, Any]


def rows(table: str) -> list[Row]:
    """The rows of a table that were known on the day, one dict each."""
    return as_of(load(table), DAY).to_dict("records")


def partner(row: Row, column: str, right: list[Row], key: str) -> Row:
    """The one row on the right that fits, by looking at each of them."""
    (found,) = [other for other in right if other[key] == row[column]]
    return found


def state_on(part: Row, day: str) -> str:
    """The state of a part on a day: of those begun, the one that began last."""
    begun = [
        state
        for state in rows("penalty_states")
        if state["penalty_id"] == part["id"] and state["since"] <= pd.Timestamp(day)
    ]
    return str(max(begun, key=lambda state: state["since"])["state"])


def test_the_arithmetic_of_the_fine() -> None:
    """0.892 due and 0.300 suspended make 1.192; 1.0 and 0.4 make 1.4; 1.892 paid."""
    by_year: dict[int, float] = {}
    due_2017 = 0.0
    for part in rows("penalties"):
        by_year[part["imposed"].year] = by_year.get(part["imposed"].year, 0) + part["value"]
        if part["imposed"].year == 2017 and state_on(part, "2017-12-31") == "due":
            due_2017 += part["value"]
    assert {year: round(value / 1000, 3) for year, value in by_year.items()} == {
        2017: 1.192,
        2018: 1.4,
    }
    assert round(due_2017, 3) == 892.36
    assert lesson05.agreed_2018() == pytest.approx(1.4)
    assert lesson05.paid() == pytest.approx(1.892360064)


def test_a_part_finds_the_publisher_that_a_loop_finds() -> None:
    papers = load("sources").to_dict("records")
    loop = {
        part["id"]: partner(part, "source_id", papers, "id")["publisher"]
        for part in rows("penalties")
    }
    assert dict(lesson05.part_publishers().to_numpy()) == loop


def test_each_state_has_the_amount_of_its_part() -> None:
    parts = rows("penalties")
    loop = [
        (state["id"], partner(state, "penalty_id", parts, "id")["value"])
        for state in rows("penalty_states")
    ]
    made = lesson05.state_amounts()
    assert list(zip(made["id"], made["value"], strict=True)) == loop
    assert lesson05.summed_after_join() == pytest.approx(sum(value for _, value in loop) / 1000)
    assert sum(value for _, value in loop) == pytest.approx(2 * sum(p["value"] for p in parts))


@pytest.mark.parametrize("day", ["2017-12-31", "2018-06-30", "2018-07-13", "2019-05-22"])
def test_the_amounts_on_a_day_are_those_of_a_loop(day: str) -> None:
    loop: dict[str, float] = {}
    for part in rows("penalties"):
        if part["imposed"] <= pd.Timestamp(day):
            loop[state_on(part, day)] = loop.get(state_on(part, day), 0) + part["value"]
    made = lesson05.amounts_on(day)
    assert dict(made.to_numpy()) == pytest.approx(loop)


def test_what_an_authority_s_rows_call_paid_is_the_sum_of_a_loop() -> None:
    paid: dict[str, float] = {}
    imposed: dict[str, float] = {}
    for part in rows("penalties"):
        imposed[part["authority"]] = imposed.get(part["authority"], 0) + part["value"]
        states = [one for one in rows("penalty_states") if one["penalty_id"] == part["id"]]
        if "paid" in [one["state"] for one in states]:
            paid[part["authority"]] = paid.get(part["authority"], 0) + part["value"]
    assert dict(lesson05.known_paid().to_numpy()) == pytest.approx(paid)
    assert dict(lesson05.all_parts_by_authority().to_numpy()) == pytest.approx(imposed)
    assert sum(paid.values()) / 1000 == pytest.approx(lesson05.paid())


def test_the_rows_know_by_which_day_it_was_paid_and_no_day_of_payment() -> None:
    """Task 5.3 rests on it: all became known in July 2018, and each note says so."""
    paid = [one for one in rows("penalty_states") if one["state"] == "paid"]
    assert {str(one["since"].date()) for one in paid} == {"2018-07-13"}
    assert all(one["note"].startswith("The day of payment is not known") for one in paid)


def test_the_second_settlement_in_per_cent_of_the_revenue_of_its_year() -> None:
    agreed = sum(part["value"] for part in rows("penalties") if part["imposed"].year == 2018)
    (revenue,) = [
        row["value"]
        for row in rows("financials")
        if row["company"] == "zte" and row["metric"] == "revenue" and row["year"] == 2018
    ]
    (rate,) = [
        row["value"]
        for row in rows("exchange_rates")
        if row["year"] == 2018 and row["currency"] == "CNY"
    ]
    assert lesson05.per_cent_of_revenue() == pytest.approx(100 * agreed / (revenue / rate))


@pytest.mark.parametrize("printed", [1.2, 1.4, 1.9])
def test_selections_are_those_of_counting_in_binary(printed: float) -> None:
    """Each number from 1 to 63 says in its six digits which parts are in."""
    parts = rows("penalties")
    loop = set()
    for number in range(1, 2 ** len(parts)):
        chosen = [part for place, part in enumerate(parts) if number >> place & 1]
        if round(sum(part["value"] for part in chosen) / 1000, 1) == printed:
            loop.add(frozenset(part["id"] for part in chosen))
    assert {frozenset(one) for one in lesson05.selections(printed)} == loop


def test_four_selections_fit_and_one_of_them_is_a_whole_settlement() -> None:
    found = lesson05.selections(lesson05.printed_amount())
    parts = load("penalties")
    whole = [frozenset(ids) for _, ids in parts.groupby("measure_id")["id"]]
    assert len(found) == 4
    assert [set(one) for one in found if set(one) in map(set, whole)] == [
        set(parts[parts["imposed"].dt.year == 2017]["id"])
    ]


def test_one_selection_that_fits_the_other_amount_is_what_was_called_paid() -> None:
    """Task 5.6 says so; the others hold the escrow."""
    found = [set(one) for one in lesson05.selections(lesson05.OTHER)]
    paid = {p["id"] for p in rows("penalties") if state_on(p, lesson05.ENDED) == "paid"}
    assert round(lesson05.paid(), 1) == lesson05.OTHER
    assert [one for one in found if "zte-2018-bis-escrow" not in one] == [paid]
    assert len(found) > 1


def test_by_either_day_the_first_settlement_is_a_year_and_the_second_two_months_off() -> None:
    acts = {row["id"]: row for row in rows("measures")}
    stop = acts["us-zte-denial-2018"]
    for day in ("announced", "effective"):
        earlier = acts["us-zte-settlement-2017"][day]
        later = acts[lesson05.SETTLED_2018][day]
        assert earlier + pd.DateOffset(years=1) < stop[day]
        assert stop[day] < later < stop[day] + pd.DateOffset(months=2)


def test_revenue_in_dollars_takes_the_rate_of_its_own_year_and_currency() -> None:
    rates = rows("exchange_rates")
    loop = {}
    for row in rows("financials"):
        if row["company"] == "zte" and row["metric"] == "revenue":
            (rate,) = [
                one["value"]
                for one in rates
                if one["year"] == row["year"] and one["currency"] == row["currency"]
            ]
            loop[row["year"]] = row["value"] / rate
    assert dict(lesson05.zte_dollars().to_numpy()) == pytest.approx(loop)


def test_claims_without_a_partner_are_those_that_no_outcome_names() -> None:
    named = {outcome["claim_id"] for outcome in rows("outcomes")}
    loop = [c["id"] for c in rows("claims") if c["paragraph"] in (8, 9) and c["id"] not in named]
    assert lesson05.followed_up() == loop


def test_the_ban_starts_a_year_after_its_act() -> None:
    assert lesson05.days_to_effect() == 365
    assert pd.Timestamp(DAY) < lesson05._days("effective")


def test_answers_follow_the_tables(unmoved: Any) -> None:
    """A changed table changes the answers: none is typed into the checker."""

    def changed(name: str, rows: pd.DataFrame) -> pd.DataFrame:
        if "value" in rows and name != "exchange_rates":
            rows["value"] = rows["value"] * (1.2 if name == "financials" else 1.4)
        if "effective" in rows:
            rows["effective"] += pd.Timedelta(days=3)
        return rows.iloc[::2] if name == "outcomes" else rows

    assert unmoved(lesson05, changed) == {"part_publishers"}

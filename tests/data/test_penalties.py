"""The parts of the penalties on ZTE and what became of each."""

import pandas as pd
import pytest

from techwar.data import as_of, fact, load


@pytest.fixture(scope="module")
def parts():
    return load("penalties").set_index("id", drop=False)


def states_on(day):
    """Each part with the state that it is in on a day."""
    begun = load("penalty_states")
    begun = begun[begun["since"] <= day].sort_values("since", kind="stable")
    now = begun.drop_duplicates("penalty_id", keep="last")
    return now.merge(load("penalties"), left_on="penalty_id", right_on="id", validate="one_to_one")


def amounts_on(day):
    return states_on(day).groupby("state")["value"].sum().round(6).to_dict()


def test_each_settlement_has_its_own_sum(parts):
    sums = parts.groupby(parts["imposed"].dt.year)["value"].sum().round(6)
    assert sums.to_dict() == {2017: 1192.360064, 2018: 1400}


def test_what_was_due_in_2017_is_the_sum_without_the_suspended_part():
    assert amounts_on("2017-12-31") == {"due": 892.360064, "suspended": 300}


def test_what_the_second_settlement_left_of_the_first():
    assert amounts_on("2018-06-08") == {"due": 1892.360064, "replaced": 300, "suspended": 400}


def test_by_july_2018_all_was_paid_but_the_escrow():
    assert amounts_on("2018-07-13") == {"in escrow": 400, "paid": 1892.360064, "replaced": 300}


@pytest.mark.parametrize("day", ["2017-03-07", "2018-06-08", "2018-07-13", "2025-01-01"])
def test_no_day_has_all_six_parts_at_once(parts, day):
    alive = states_on(day).query("state != 'replaced'")["value"].sum()
    assert alive < parts["value"].sum()


def test_the_computed_parts_follow_from_what_is_printed(parts):
    computed = parts[parts["made"] == "computed"]
    assert set(computed["id"]) == {"zte-2017-bis-payable", "zte-2017-ofac"}
    assert parts.loc["zte-2017-bis-payable", "value"] == 661 - 300
    assert parts.loc["zte-2017-ofac", "value"] == pytest.approx(892.360064 - 430.488798 - 361)


def test_each_part_begins_with_a_state_and_the_states_follow_each_other(parts):
    for part, states in load("penalty_states").groupby("penalty_id"):
        assert states["since"].is_unique, part
        assert states["since"].min() == parts.loc[part, "imposed"]
        assert states.sort_values("since")["state"].iloc[0] in ("due", "suspended")


def test_nothing_is_known_before_it_was_so():
    states = load("penalty_states")
    assert (states["known_since"] >= states["since"]).all()
    assert (load("penalties")["known_since"] >= load("penalties")["imposed"]).all()


def test_a_view_of_2017_knows_nothing_of_2018():
    for table in ("penalties", "penalty_states"):
        seen = as_of(load(table), "2017-12-31")
        cells = seen.astype("object").fillna("").astype(str)
        assert len(seen) == 4
        assert not cells.apply(lambda column: column.str.contains("2018")).any().any()


def test_the_states_are_those_of_known_measures(parts):
    measures = load("measures").set_index("id")
    for row in parts.to_dict("records"):
        assert measures.loc[row["measure_id"], "instrument"] == "court or settlement"
        assert "zte" in measures.loc[row["measure_id"], "targets"]


def test_a_part_is_a_fact_with_its_unit():
    assert fact("zte-2017-doj").text == "430.488798 million US dollars"
    assert fact("zte-2018-bis-escrow").known_since == pd.Timestamp("2018-06-08").date()

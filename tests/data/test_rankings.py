"""Places in published lists: no gaps but ties, no firm twice."""

import pytest

from techwar.data import as_of, load


def lists():
    return load("rankings").groupby("list", sort=False)


def places(rows):
    """The places that a list would have if the places below each rank were all taken."""
    ranks = sorted(rows["rank"])
    return all(rank == 1 + sum(other < rank for other in ranks) for rank in ranks)


def test_a_list_from_the_top_has_no_gap_except_after_a_tie():
    for name, rows in lists():
        from_the_top = rows["part"].eq("from the top").all()
        assert from_the_top == places(rows), f"data/rankings.csv, list {name}"


def test_a_list_is_of_one_publisher_year_scope_and_measure():
    for name, rows in lists():
        columns = ["publisher", "scope", "measure", "part", "edition"]
        assert (rows[columns].nunique() == 1).all(), f"data/rankings.csv, list {name}"
        assert rows["year"].nunique(dropna=False) == 1, f"data/rankings.csv, list {name}"


def test_no_firm_stands_twice_in_a_list():
    for name, rows in lists():
        assert not rows["holder"].duplicated().any(), f"data/rankings.csv, list {name}"


def test_the_id_names_list_place_and_firm():
    for row in load("rankings").itertuples():
        assert row.id.startswith(f"{row.list}-{row.rank}-"), row.id


def test_publishers_that_contradict_each_other_both_stand():
    places = load("rankings").set_index("id")["rank"]
    assert places["ihs-2017-1-hikvision"] == 1
    assert places["frost-2019-10-2-hikvision"] == 2
    assert places["ihs-2017-3-axis"] == 3
    assert "ihs-2017-3-uniview" not in places


def test_ranks_by_share_agree_with_the_shares():
    shares = load("market_share").set_index(["publisher", "market", "geography", "edition"])
    checked = 0
    for name, rows in lists():
        if not name.startswith("delloro-20") or name in ("delloro-2014", "delloro-2018"):
            continue
        year, edition = name[-4:], rows["edition"].iloc[0]
        held = shares.loc[("Dell'Oro", "telecom equipment", "World", edition)]
        held = held[held["period"] == year].set_index("holder")["value"]
        ordered = [held[holder] for holder in rows.sort_values("rank")["holder"]]
        assert ordered == sorted(ordered, reverse=True), f"data/rankings.csv, list {name}"
        checked += 1
    assert checked == 3


def test_a_list_is_known_only_after_its_year_but_for_the_one_that_says_nine_months():
    for row in load("rankings").dropna(subset=["year"]).itertuples():
        if "nine months" not in row.measure:
            assert row.known_since.year > row.year or row.known_since.day == 31, row.id


@pytest.mark.parametrize("day", ["2019-05-22"])
def test_what_the_day_knew_of_the_places_of_2017(day):
    seen = as_of(load("rankings"), day)
    top = seen[seen["list"] == "ihs-2017"].sort_values("rank")
    assert top["holder"].tolist() == ["Hikvision", "Dahua", "Axis"]
    assert not seen["list"].str.startswith("asmag-2019").any()

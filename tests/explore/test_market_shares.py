"""Market shares: lists kept apart, what is left said, concentration bounded."""

import itertools
import re

import pytest
from every_market import herfindahl, partitions

from techwar.data import load, sources
from techwar.explore import ExplorerError, market_shares
from techwar.explore.market_lists import (
    BREAKS,
    DAY,
    concentration,
    fences,
    left_over,
    lists,
    rows,
)

SURVEILLANCE = "professional-video-surveillance-equipment-world-ihs-markit-by-year"
CHINA = "smartphones-china-idc-by-year"


def entry(holder, value, kind="firm"):
    return [holder, kind, value, "reported", 0, True]


def firms(*shares):
    return [entry(f"F{place}", share) for place, share in enumerate(shares)]


def test_every_share_of_a_named_seller_stands_in_one_list():
    listed = sum(len(one["sellers"]) + len(one["others"]) for of in lists().values() for one in of)
    alone = (
        rows()
        .groupby(["fence", "edition", "period"])["holder_kind"]
        .agg(lambda kinds: (kinds == "others").all())
    )
    lonely = rows().set_index(["fence", "edition", "period"]).index.isin(alone[alone].index)
    assert listed == len(rows()) - lonely.sum()


def test_no_list_adds_up_to_more_than_a_whole():
    for of in lists().values():
        for one in of:
            shares = [e[2] for e in [*one["sellers"], *one["others"]] if e[1] != "largest firms"]
            assert sum(shares) <= 100 + 0.05 * len(shares) + 2, one["id"]  # whole per cents


def test_opened_it_holds_nothing_that_came_after_the_day():
    for slug in fences():
        explorer = market_shares(slug)
        if explorer.state["known"] == "2019":
            assert (explorer.rows()["known_since"] <= DAY).all()


def test_without_what_came_later_the_page_holds_nothing_of_it():
    explorer = market_shares(SURVEILLANCE, later=False)
    early = {one.short for one in sources(rows()[rows()["known_since"] <= DAY])}
    assert set(explorer.spec["data"]["sources"]) <= early | {""}
    packed = "".join(one[-1] for of in explorer.spec["data"]["lists"].values() for one in of)
    assert "-" not in packed  # the mark of a row that was known later
    with pytest.raises(ExplorerError, match="known cannot be 'all'"):
        explorer.state = {"known": "all"}


def test_where_one_share_is_published_the_rest_says_so():
    explorer = market_shares(SURVEILLANCE)
    (panel,) = explorer.scene()["panels"]
    named, rest = panel["rows"]
    assert named["name"] == "Hikvision"
    assert rest["bars"][0]["hollow"]
    assert "not published whose" in rest["bars"][0]["label"]
    assert "may lie anywhere" in explorer.sentence()


@pytest.mark.parametrize(
    ("sellers", "others", "left"),
    [
        (firms(60, 20), [], 20),
        (firms(60, 20), [entry("Others", 20, "others")], None),
        ([entry("Ten", 95, "largest firms")], [], 5),
        ([entry("Ten", 95, "largest firms"), *firms(60)], [], 40),
        (firms(60, 39.5), [], None),
    ],
)
def test_what_is_left_is_told_apart_from_others(sellers, others, left):
    assert left_over(sellers, others) == left


@pytest.mark.parametrize("shares", [(40, 30, 10), (50, 25, 12, 6), (30, 30, 20, 8, 7)])
@pytest.mark.parametrize("top", [True, False])
def test_the_bounds_of_the_index_hold_every_market_that_fits_the_list(shares, top):
    """Brute force: the tail is cut in every way that the list allows."""
    tail = 100 - sum(shares)
    found = concentration(firms(*shares), [entry("Others", tail, "others")], top=top)
    possible = [
        herfindahl([*shares, *part]) for part in partitions(tail, min(shares) if top else tail)
    ]
    assert found.low <= min(possible)
    assert found.high == pytest.approx(max(possible))
    assert found.low == herfindahl(shares)


def test_the_four_largest_are_added_only_where_four_are_named():
    assert concentration(firms(40, 20, 10, 5, 5), [], top=False).four == 75
    assert concentration(firms(40, 20, 10), [], top=False).four is None


def test_a_line_joins_points_of_one_release_only():
    explorer = market_shares(known="all", view="time", firms=["Samsung"])
    (series,) = explorer.scene()["panels"][0]["series"]
    table = load("market_share")
    of_samsung = table[(table["holder"] == "Samsung") & (table["market"] == "smartphones")]
    groups = [
        list(part)
        for broken, part in itertools.groupby(series["points"], key=lambda point: point is None)
        if not broken
    ]
    for part in groups:
        editions = [
            set(
                of_samsung.loc[
                    (of_samsung["period"] == period) & (of_samsung["value"] == value), "edition"
                ]
            )
            for _, value, period in part
        ]
        assert set.intersection(*editions)


def test_two_lists_of_one_period_are_told_as_two_releases():
    explorer = market_shares(
        CHINA,
        known="all",
        view="two",
        list="2020 (release 2022-01)",
        beside="2020 (release 2021-02)",
    )
    assert "differs most between the releases" in explorer.sentence()
    assert "No longer named: Huawei; that is no share of zero." in explorer.sentence()
    named = [row for row in explorer.scene()["panels"][0]["rows"] if row.get("note")]
    assert named


def test_the_break_at_honors_sale_is_said_and_the_rows_say_it_too():
    ((market, firm, day, label),) = BREAKS
    notes = rows().loc[(rows()["market"] == market) & (rows()["holder"] == firm), "note"].dropna()
    assert notes.str.contains("until November 2020").any()
    assert int(day) == 2020 and label.startswith("Honor")
    explorer = market_shares(known="all", view="time", firms=["Huawei", "Apple"])
    assert [rule["label"] for rule in explorer.scene()["panels"][0]["rules"]] == [label]
    without = market_shares(known="all", view="time", firms=["Apple"])
    assert without.scene()["panels"][0]["rules"] == []


def test_a_line_to_draw_shows_nothing_after_2018_until_it_was_drawn():
    explorer = market_shares(guess="Huawei")
    panel = explorer.scene()["panels"][0]
    assert (
        max(point[0] for series in panel["series"] for point in series["points"] if point) == 2018
    )
    shown = " ".join([explorer.description(), explorer.sentence(), explorer.table().to_string()])
    later = rows()[(rows()["holder"] == "Huawei") & (rows()["year"] > 2018)]
    later = later[later["fence"] == explorer.state["market"]]
    for value in later["value"]:
        assert f"{value} %" not in shown
    assert not re.search(r"17\.6|17\.5", shown)


def test_a_drawn_line_is_set_beside_what_was_published_and_beside_what_is_possible():
    explorer = market_shares(guess="Huawei")
    explorer.guess = {"2019": 18, "2020": 20, "2021": 22, "2022": 23}
    explorer.revealed = True
    assert explorer.sentence().startswith("2019: 18 % guessed, 17.6 % published; 2020: 20 %")
    assert "2021: 22 % guessed, at most 9.5 % possible" in explorer.sentence()
    assert len(explorer.scene()["panels"][0]["bands"]) == 2


def test_a_market_and_a_firm_that_are_in_no_list_are_named_with_those_that_are():
    with pytest.raises(ExplorerError, match="no market 'phones'; there are: professional"):
        market_shares("phones")
    with pytest.raises(ExplorerError, match="'Honor' is named in no list by 2019"):
        market_shares(CHINA, guess="Honor")


def test_a_list_of_a_year_before_its_release_sets_no_limit_to_who_is_left_out():
    """IDC's release on 2021 gives 2020 for the five largest of 2021; others hold a larger one."""
    looking_back = market_shares(CHINA, list="2020 (release 2022-01)", known="all")
    assert "between 1011 and 1941" in looking_back.sentence()
    assert (
        "between 2350 and 2362"
        in market_shares(CHINA, list="2020 (release 2021-02)", known="all").sentence()
    )

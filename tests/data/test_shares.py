"""Shares of markets: lists that add up, editions kept apart, publishers never mixed."""

import re

import pandas as pd
import pytest

from techwar.data import as_of, half_digit, latest, load, printed_range

LIST = ["publisher", "market", "geography", "period", "edition"]
PARTS = ["firm", "firms together", "others"]


def shares():
    return load("market_share").fillna({"note": "", "other_sources": ""})


def lists():
    return shares().groupby(LIST, sort=False)


def named(key):
    return "data/market_share.csv, list " + " | ".join(key)


def row(row_id):
    return shares().set_index("id").loc[row_id]


def test_shares_of_one_list_do_not_exceed_a_hundred():
    for key, rows in lists():
        parts = rows[rows["holder_kind"].isin(PARTS)]["value"]
        assert parts.sum() <= 100 + sum(map(half_digit, parts)) + 1e-9, named(key)


def test_a_list_with_printed_others_makes_a_hundred():
    compared = 0
    for key, rows in lists():
        parts = rows[rows["holder_kind"].isin(PARTS)]
        others = parts[parts["holder_kind"] == "others"]
        # Others that were computed as the rest prove nothing.
        if len(parts) == 1 or others.empty or (others["made"] == "computed").any():
            continue
        rounding = sum(map(half_digit, parts["value"])) + 1e-9
        assert parts["value"].sum() == pytest.approx(100, abs=rounding), named(key)
        compared += 1
    assert compared >= 25


def test_no_list_holds_a_firm_twice():
    for key, rows in lists():
        assert not rows["holder"].duplicated().any(), named(key)


def test_a_list_has_one_definition_and_one_measure():
    for key, rows in lists():
        assert rows["definition"].nunique() == 1, named(key)
        assert rows["metric"].nunique() == 1, named(key)


def test_one_definition_belongs_to_one_publisher_so_that_no_series_mixes_them():
    assert (shares().groupby("definition")["publisher"].nunique() == 1).all()
    assert (shares().groupby(["publisher", "market"])["definition"].nunique() <= 2).all()


def whole_of(part, totals):
    """The amount of the whole market: of the same edition, or else of the next one."""
    same = totals[(totals[LIST[:-1]] == [getattr(part, name) for name in LIST[:-1]]).all(axis=1)]
    return same[same["edition"] >= part.edition].sort_values("edition").iloc[0]["amount"]


def test_printed_shares_follow_from_printed_amounts():
    compared = 0
    for _, rows in lists():
        whole = rows[rows["holder_kind"] == "total"]
        if whole.empty or "ounded" in whole["note"].iloc[0]:
            continue
        low, high = printed_range(whole["amount"].iloc[0])
        for part in rows[rows["amount"].notna() & (rows["holder_kind"] != "total")].itertuples():
            least, most = printed_range(part.amount)
            if "ounded" in part.note:
                continue
            share = printed_range(part.value)
            assert 100 * least / high <= share[1] + 0.005, part.id
            assert 100 * most / low >= share[0] - 0.005, part.id
            compared += 1
    assert compared >= 80


def test_shares_computed_from_amounts_are_what_the_amounts_give():
    totals = shares()[lambda table: table["holder_kind"] == "total"]
    compared = 0
    for part in shares().itertuples():
        if part.made != "computed" or pd.isna(part.amount) or part.market != "smartphones":
            continue
        if (part.geography, part.period) == ("World", "2018"):
            samsung = row("idc-smartphones-2018-samsung")
            whole = samsung["amount"] / samsung["value"] * 100
        else:
            whole = whole_of(part, totals)
        assert part.value == pytest.approx(100 * part.amount / whole, abs=0.051), part.id
        compared += 1
    assert compared >= 20


def test_shares_of_foundries_that_were_computed_use_the_market_that_the_note_names():
    for firm in ("umc", "smic"):
        part = row(f"trendforce-foundry-2022-q4-{firm}")
        assert "34,570 million" in part["note"]
        assert part["value"] == pytest.approx(100 * part["amount"] / 34_570, abs=0.051)


def test_computed_others_are_the_rest():
    compared = 0
    for key, rows in lists():
        others = rows[(rows["holder_kind"] == "others") & (rows["made"] == "computed")]
        if others.empty:
            continue
        firms = rows[rows["holder_kind"] == "firm"]
        assert len(firms) == 5, named(key)
        rest = 100 - firms["value"].sum()
        assert others["value"].iloc[0] == pytest.approx(rest, abs=0.11), named(key)
        compared += 1
    assert compared >= 8


@pytest.mark.parametrize(
    ("computed", "from_row", "change"),
    [
        ("delloro-telecom-2015-huawei", "delloro-telecom-2018-q3-huawei", -4),
        ("delloro-ran-2019-huawei", "delloro-ran-2020-huawei", -1),
        ("delloro-ran-exchina-2019-nokia", "delloro-ran-exchina-2020-nokia", -1),
        ("delloro-ran-china-2019-huawei", "delloro-ran-china-2020-huawei", -3),
        ("delloro-telecom-2023-cisco-2025-03", "delloro-telecom-2024-cisco", 2),
        ("delloro-telecom-2023-ciena", "delloro-telecom-2024-ciena", 1),
        ("counterpoint-phone-chips-2019-q2-hisilicon", None, 12),
        (
            "idc-china-smartphones-2018-huawei-2020-02",
            "idc-china-smartphones-2019-huawei-2020-02",
            -12.8,
        ),
        (
            "dii-drones-us-2019-middle-dji",
            "dii-drones-us-2018-01-2020-07-dji",
            0.7,
        ),
    ],
)
def test_shares_computed_from_a_change_in_points(computed, from_row, change):
    base = row(from_row)["value"] if from_row else 0
    assert row(computed)["value"] == pytest.approx(base + change)
    assert row(computed)["made"] == "computed"


def test_a_result_is_known_only_after_its_period_and_a_forecast_before():
    for one in shares().itertuples():
        if one.kind == "forecast":
            assert one.known_since <= one.period_end, one.id
        elif "year is that of the report" not in one.note:
            assert one.known_since >= one.period_end, one.id


def test_a_share_is_known_since_its_source_or_says_since_when_it_is_certain():
    since = load("sources").set_index("id")["known_since"]
    for one in shares().itertuples():
        cited = [
            since[name] for name in [one.source_id, *filter(None, one.other_sources.split("; "))]
        ]
        if "ertain since" in one.note:
            assert one.known_since == max(cited) or one.known_since_basis == "deadline", one.id
        else:
            assert one.known_since == min(cited), one.id


def test_only_a_filing_that_was_due_is_seen_before_the_copy_that_was_read():
    seen = as_of(shares(), "2019-05-22")
    since = load("sources").set_index("id")["known_since"]
    later = seen[seen["source_id"].map(since) > "2019-05-22"]
    assert later["id"].tolist() == ["ihs-surveillance-2017-hikvision"]
    assert later["known_since_basis"].tolist() == ["deadline"]


def test_editions_of_a_share_differ_in_nothing_but_edition_and_value():
    same = [*LIST[:-1], "holder", "holder_kind", "metric", "kind"]
    for figure, editions in shares().groupby("figure"):
        assert (editions[same].nunique() == 1).all(), figure
        assert not editions["edition"].duplicated().any(), figure
        first = editions.sort_values(["known_since", "edition"]).iloc[0]
        assert first["id"] == figure


def test_the_last_edition_of_a_holder_is_the_restated_one():
    last = set(latest(as_of(shares(), "2022-12-31"))["id"])
    assert "idc-smartphones-2019-huawei-2021-01" in last
    assert "idc-smartphones-2019-huawei-2020-01" not in last


def test_china_2020_stands_with_honor_inside_huawei_and_again_apart():
    china = shares()
    china = china[
        (china["publisher"] == "IDC")
        & (china["geography"] == "China")
        & (china["period"] == "2020")
    ]
    first = china[china["edition"] == "2021-02"].set_index("holder")["value"]
    again = china[china["edition"] == "2022-01"].set_index("holder")["value"]
    assert first["Huawei"] == 38.3 and "Honor" not in first
    assert again["Honor"] == 11.3 and "Huawei" not in again
    # Huawei's own phones moved to others, Honor to a row of its own.
    assert again["Others"] + again["Honor"] == pytest.approx(first["Others"] + 38.3, abs=0.2)
    assert china.groupby("holder")["figure"].nunique()["Others"] == 2


def test_huawei_and_honor_stand_side_by_side_only_after_the_sale():
    for key, rows in lists():
        if {"Huawei", "Honor"} <= set(rows["holder"]):
            assert rows["period_end"].min() > pd.Timestamp(2020, 11, 30), named(key)


def test_no_row_knew_of_the_sale_of_honor_before_it():
    early = shares()
    early = early[early["known_since"] < "2020-11-17"]
    assert not early["note"].str.contains("November 2020|Without Honor").any()


def test_the_wrong_total_of_2012_is_told_and_not_used():
    assert 545.2 not in set(shares()["amount"])
    assert row("idc-smartphones-2012-total")["amount"] == 725.3
    for firm in ("samsung-2013-01", "apple-2013-01", "nokia", "htc", "blackberry"):
        part = row(f"idc-smartphones-2012-{firm}")
        assert part["made"] == "computed"
        assert part["value"] == pytest.approx(100 * part["amount"] / 725.3, abs=0.051)
        assert "545.2" in part["note"]


def test_the_printed_figure_of_a_locator_is_the_share():
    compared = 0
    for one in shares().itertuples():
        printed = re.search(r'printed as "(.+)"', one.source_locator)
        if printed is None or one.holder_kind == "total":
            continue
        assert len(printed[1].split()) <= 4, one.id
        number = re.search(r"\d+(?:[.,]\d+)?", printed[1])
        if number is None:
            assert "written here" in one.note, one.id
            continue
        assert float(number[0].replace(",", ".")) == one.value, one.id
        compared += 1
    assert compared >= 400


def test_the_firms_are_written_one_way():
    firms = shares()[lambda table: table["holder_kind"] == "firm"]
    assert firms["holder"].str.casefold().nunique() == firms["holder"].nunique()
    linked = firms.dropna(subset=["company_id"])
    assert (linked.groupby("company_id")["holder"].nunique() == 1).all()
    assert (linked.groupby("holder")["company_id"].nunique() == 1).all()

"""The firms and the lists: who is named, who was listed when, and nothing before its day."""

import re

import pandas as pd
import pytest

from techwar.data import as_of, latest, load

THE_DAY = "2019-05-22"
NAMED_IN_THE_ARTICLE = {  # with the body paragraphs that name them
    "hikvision": "1; 2; 4; 9; 10; 12",
    "dahua": "1; 2; 4; 9",
    "huawei": "3; 5",
    "megvii": "4",
    "meiya-pico": "4",
    "iflytek": "4",
    "dji": "7",
    "zte": "8",
    "baidu": "18",
    "tencent": "18",
    "alibaba": "18",
    "uniview": "20",
    "bloomberg": "3; 4",
    "scmp": "10; 18",
    "ihs-markit": "19",
    "pinsent-masons": "23",
}
THE_FIVE = {"dahua", "hikvision", "megvii", "meiya-pico", "iflytek"}
LATER = re.compile(
    r"2019-(0[6-9]|1[0-2])|20[2-9]\d|"
    r"(June|July|August|September|October|November|December) 2019"
)


def on_list(name, day):
    """The firms that are on a list on a day, as far as it was published by then."""
    known = as_of(load("listings"), day)
    events = known[(known["list"] == name) & (known["effective"] <= day)]
    last = events.sort_values("effective").drop_duplicates("company", keep="last")
    return set(last.loc[last["action"] == "added", "company"])


def texts(table, day, columns):
    """Each cell of some columns of the view of a day, with the row that holds it."""
    for row in as_of(load(table), day)[["id", *columns]].fillna("").to_dict("records"):
        for column in columns:
            yield row["id"], row[column]


def test_every_firm_that_the_article_names_has_a_row_on_its_day():
    firms = as_of(load("companies"), THE_DAY).set_index("id")
    named = firms.loc[firms["paragraphs"].notna(), "paragraphs"].to_dict()
    assert named == NAMED_IN_THE_ARTICLE


def test_a_firm_that_the_article_names_has_a_part_in_it():
    firms = load("companies")
    assert (firms["paragraphs"].notna() == firms["role"].notna()).all()


def test_a_firm_has_one_row_on_any_day():
    for day in (THE_DAY, "2022-12-31", "2026-12-31"):
        firms = latest(as_of(load("companies"), day))
        assert not firms["figure"].duplicated().any(), day


def test_rows_of_a_firm_are_named_after_the_first():
    for firm, states in load("companies").groupby("figure"):
        assert states.sort_values("known_since").iloc[0]["id"] == firm


def test_a_firm_keeps_its_founding_year_and_country():
    for firm, states in load("companies").groupby("figure"):
        assert states["founded"].nunique() <= 1, firm
        assert states["country"].nunique() <= 1, firm


@pytest.mark.parametrize("table", ["listings", "financials"])
def test_figures_and_events_point_to_the_first_row_of_a_firm(table):
    firms = load("companies")
    assert set(load(table)["company"]) <= set(firms.loc[firms["id"] == firms["figure"], "id"])


def test_a_firm_with_figures_on_the_day_has_a_row_on_the_day():
    firms = set(as_of(load("companies"), THE_DAY)["figure"])
    assert set(as_of(load("financials"), THE_DAY)["company"]) <= firms


def test_a_ticker_belongs_to_each_exchange():
    for row in load("companies").dropna(subset=["exchange"]).to_dict("records"):
        assert len(row["exchange"].split("; ")) == len(row["ticker"].split("; ")), row["id"]


def test_later_names_are_not_in_the_view_of_the_day():
    names = " ".join(as_of(load("companies"), THE_DAY)["name"])
    assert "Hanwha Techwin" in names
    assert "Hanwha Vision" not in names
    assert "SDIC" not in names


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("companies", ["id", "name", "exchange", "role", "note", "source_locator"]),
        ("listings", ["id", "statement", "note", "citation", "source_id", "other_sources"]),
    ],
)
def test_the_view_of_the_day_tells_nothing_later(table, columns):
    for row, text in texts(table, THE_DAY, columns[1:]):
        assert not LATER.search(row), row
        assert not LATER.search(text), (row, text)


def test_no_event_is_told_before_its_day():
    listings = load("listings")
    assert (listings["known_since"] == listings["published"]).all()
    for row in listings.fillna("").to_dict("records"):
        years = [int(year) for year in re.findall(r"\b20\d\d\b", row["statement"] + row["note"])]
        assert max(years) <= max(row["published"].year, row["effective"].year), row["id"]


def test_a_firm_is_put_on_a_list_before_it_is_taken_off():
    for key, events in load("listings").groupby(["company", "list"]):
        in_order = events.sort_values("effective")
        expected = ["added", "removed"] * len(events)
        assert in_order["action"].tolist() == expected[: len(events)], key
        assert in_order["effective"].is_unique, key
        assert in_order["published"].is_monotonic_increasing, key


def test_an_event_is_written_with_its_list_and_day():
    for row in load("listings").to_dict("records"):
        day = row["effective"]
        assert f"{row['list']}, in force from {day.day} {day:%B %Y}" in row["statement"], row["id"]


def test_a_page_of_the_federal_register_is_named_or_its_absence_explained():
    for row in load("listings").fillna("").to_dict("records"):
        if not row["citation"]:
            assert "Federal Register" in row["note"], row["id"]


def test_none_of_the_five_was_on_a_list_on_the_day_of_the_article():
    assert not THE_FIVE & set(as_of(load("listings"), THE_DAY)["company"])


def test_huawei_was_on_the_entity_list_since_16_may_and_printed_on_21_may():
    row = load("listings").set_index("id").loc["huawei-entity-list-added-2019"]
    assert row["effective"] == pd.Timestamp("2019-05-16")
    assert row["published"] == pd.Timestamp("2019-05-21")
    assert on_list("Entity List", "2019-05-20") == set()
    assert on_list("Entity List", "2019-05-21") == {"huawei"}
    assert on_list("Entity List", THE_DAY) == {"huawei"}


def test_zte_was_on_and_off_two_lists_by_the_day_of_the_article():
    assert on_list("Entity List", "2016-12-31") == {"zte"}
    assert on_list("Denied Persons List", "2018-06-30") == {"zte"}
    assert "zte" not in on_list("Entity List", THE_DAY) | on_list("Denied Persons List", THE_DAY)


def test_all_five_and_three_more_were_put_on_the_entity_list_in_october_2019():
    assert on_list("Entity List", "2019-10-08") == {"huawei"}
    added = on_list("Entity List", "2019-10-09") - {"huawei"}
    assert added == THE_FIVE | {"sensetime", "yitu", "yixin"}


def test_the_view_of_the_day_cites_no_later_source_for_an_event():
    known = set(as_of(load("sources"), THE_DAY)["id"])
    seen = as_of(load("listings"), THE_DAY)
    cited = seen["source_id"].str.cat(seen["other_sources"].fillna(""), sep="; ")
    assert {one for cell in cited for one in cell.split("; ") if one} <= known

"""No hindsight in the tables of shares, places, claims, outcomes and words."""

import re

import pandas as pd
import pytest

from techwar.data import as_of, load

THE_DAY = "2019-05-22"
TABLES = ["market_share", "rankings", "claims", "outcomes", "glossary"]
SENTENCES = ["statement", "definition", "note", "known_by_then", "holder", "period"]
LATER = re.compile(
    r"2019-(0[6-9]|1[0-2])|2019-05-(2[3-9]|3)|20[2-9]\d|"
    r"(June|July|August|September|October|November|December) 2019|(2[3-9]|3[01]) May 2019"
)


def texts(frame):
    return frame.astype("object").fillna("").astype(str).to_dict("records")


@pytest.mark.parametrize("table", TABLES)
def test_the_view_of_the_day_tells_nothing_later(table):
    seen = as_of(load(table), THE_DAY)
    assert len(seen)
    for row in texts(seen):
        for column, cell in row.items():
            assert not LATER.search(cell), f"data/{table}.csv, row {row['id']}, column {column}"


@pytest.mark.parametrize("table", TABLES)
def test_no_sentence_names_a_year_after_the_day_on_which_its_row_was_known(table):
    frame = load(table).dropna(subset=["known_since"])
    for row in frame.astype("object").fillna("").to_dict("records"):
        allowed = row["known_since"].year
        if table == "market_share" and row["kind"] == "forecast":
            allowed = max(allowed, int(row["year"]))
        for column in set(SENTENCES) & set(row):
            years = [int(year) for year in re.findall(r"\b20\d\d\b", row[column])]
            assert all(year <= allowed for year in years), f"data/{table}.csv, row {row['id']}"


@pytest.mark.parametrize("table", ["rankings", "claims", "outcomes", "glossary"])
def test_the_view_of_the_day_cites_no_later_source(table):
    known = set(as_of(load("sources"), THE_DAY)["id"])
    seen = as_of(load(table), THE_DAY)
    seen = seen[seen["known_since_basis"] != "deadline"]  # a filing that was due, read in a copy
    cited = seen["source_id"].str.cat(seen["other_sources"].fillna(""), sep="; ")
    assert {one for cell in cited for one in cell.split("; ") if one} <= known


@pytest.mark.parametrize("table", TABLES)
def test_no_table_of_statements_holds_a_dollar_sign(table):
    assert not any("$" in cell for row in texts(load(table)) for cell in row.values())


@pytest.mark.parametrize("table", ["market_share", "rankings", "outcomes"])
def test_a_computed_row_says_how_and_no_other_row_does(table):
    for row in load(table).fillna({"note": ""}).to_dict("records"):
        says = "omputed" in row["note"] or "computed from" in row["source_locator"]
        if table == "outcomes":
            says = says or row["made"] == "computed"
        assert says == (row["made"] == "computed"), f"data/{table}.csv, row {row['id']}"


def test_places_and_shares_name_the_firms_in_the_same_words():
    shares, places = load("market_share"), load("rankings")
    for table in (shares, places):
        assert pd.Series(table["holder"]).str.strip().equals(pd.Series(table["holder"]))
    both = pd.concat([shares[["company_id", "holder"]], places[["company_id", "holder"]]])
    assert (both.dropna().groupby("company_id")["holder"].nunique() == 1).all()

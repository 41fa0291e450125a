"""Where one row comes from, for any table that names sources."""

from datetime import date

import pandas as pd
import pytest

from techwar.data import DataError, load, path, provenance, table_names
from techwar.data.tables import resource


def test_a_row_is_traced_by_its_id():
    found = provenance("ihs-china-share-2017")
    assert (found.table, found.source.id) == ("market", "psi-2018-11")
    assert [one.id for one in found.other_sources] == ["scmp-2019-05-22"]
    assert found.locator == 'page 42, printed as "44 percent"'
    assert (found.made, found.kind, found.verified) == ("transcribed", "reported", "secondary")
    assert (found.known_since, found.known_since_basis) == (date(2018, 10, 29), "source")


def test_a_row_of_a_frame_says_the_same_as_its_id():
    market = load("market").set_index("id", drop=False)
    assert provenance(market.loc["ihs-china-share-2017"]) == provenance("ihs-china-share-2017")


def test_a_row_read_with_plain_pandas_can_be_traced_too():
    plain = pd.read_csv(path("market_share"))
    assert provenance(plain.iloc[0]) == provenance(str(plain.iloc[0]["id"]))


def test_it_shows_itself_as_lines_with_the_words_explained():
    lines = repr(provenance("c37-o1")).splitlines()
    assert lines[0] == "Row: c37-o1 of outcomes"
    assert "Made: transcribed (the figure as printed, units converted at most)" in lines
    assert any(line.startswith("Known since: 31 July 2019; month end (") for line in lines)


def test_a_claim_tells_what_sort_of_claim_it_is():
    assert provenance("c24").kind == "opinion"
    assert "Kind: opinion (a judgement on worth or motive)" in repr(provenance("c24"))


def test_every_row_with_a_source_can_be_shown_and_no_page_gets_a_dollar_sign():
    for table in table_names():
        columns = {field["name"] for field in resource(table)["schema"]["fields"]}
        if "source_id" not in columns:
            continue
        rows = load(table).dropna(subset=["source_id"])
        for _, row in rows.iloc[:: max(1, len(rows) // 8)].iterrows():
            html = provenance(row)._repr_html_()
            assert "$" not in html, row["id"]
            assert html.count("<a href=") == 1 + len(provenance(row).other_sources)
            assert '<th scope="row">' in html


def test_titles_are_escaped():
    assert "<caption>Where row c37 comes from</caption>" in provenance("c37")._repr_html_()
    row = load("market").iloc[0].copy()
    row["note"] = "<b>"
    assert "<b>" not in provenance(row)._repr_html_()


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        ("ihs-china-shar-2017", r"no row .*did you mean 'ihs-china-share-2017'"),
        ("psi-2018-11", r"Row psi-2018-11 of sources names no source: it is a source itself"),
        ("term-base-year", r"of glossary names no source: .* a word of general use"),
        (3, r"type int is no row with the column 'id'"),
        (pd.Series({"value": 3}), r"type Series is no row with the column 'id'"),
    ],
)
def test_what_cannot_be_traced_gets_a_sentence(thing, words):
    with pytest.raises(DataError, match=words):
        provenance(thing)


def test_a_row_without_its_source_is_told_which_column_to_keep():
    row = load("market").drop(columns="source_id").iloc[0]
    with pytest.raises(DataError, match="the column 'source_id' was dropped"):
        provenance(row)

"""Loading: fresh, checked, and with a sentence when something is wrong."""

import time

import pandas as pd
import pytest

from techwar.data import DataError, load, path, table_names
from techwar.data.tables import package


def test_the_tables_stand_in_the_order_of_the_package_file():
    assert table_names()[:3] == ["market", "claims", "sources"]
    assert {"market_share", "rankings", "outcomes", "glossary"} <= set(table_names())
    assert {"companies", "listings", "financials", "exchange_rates"} <= set(table_names())


def test_a_loaded_table_is_fresh_whatever_was_done_to_the_last_one():
    spoilt = load("market")
    spoilt["value"] = 0
    spoilt.loc[0, "id"] = "spoilt"
    assert load("market").loc[0, "id"] != "spoilt"
    assert (load("market")["value"] != 0).all()


def test_columns_have_the_types_of_the_schema():
    market = load("market")
    assert str(market["value"].dtype) == "float64"
    assert str(market["year"].dtype) == "Int64"
    assert market["known_since"].dtype.kind == "M"
    assert market["id"].dtype == "str"


def test_a_plain_read_csv_sees_the_same_cells():
    plain = pd.read_csv(path("market"))
    assert list(plain.columns) == list(load("market").columns)
    assert plain["value"].equals(load("market")["value"])


def test_loading_again_takes_under_20_milliseconds():
    load("market")
    started = time.perf_counter()
    for _ in range(10):
        load("market")
    assert (time.perf_counter() - started) / 10 < 0.020


def test_an_unknown_table_names_the_nearest():
    with pytest.raises(DataError, match=r"no table 'markets' \(did you mean 'market'\?\)"):
        load("markets")


def test_a_missing_table_says_what_to_do(copied):
    (copied / "claims.csv").unlink()
    with pytest.raises(DataError, match=r"'claims' is missing: .*claims\.csv.*install"):
        load("claims", folder=copied)


def test_a_missing_package_file_says_what_to_do(copied):
    (copied / "datapackage.json").unlink()
    with pytest.raises(DataError, match=r"datapackage\.json does not exist: install"):
        load("claims", folder=copied)


def test_a_broken_package_file_says_where(copied):
    (copied / "datapackage.json").write_text("{")
    with pytest.raises(DataError, match=r"datapackage\.json is not valid JSON .*line 1"):
        load("claims", folder=copied)


def test_an_edited_value_is_refused_and_its_row_named(edit):
    folder = edit("market", "2017,growth,9.3,", "2017,growth,9.4,")
    with pytest.raises(DataError) as error:
        load("market", folder=folder)
    assert "data/market.csv" in str(error.value)
    assert "(row ihs-world-growth-2017)" in str(error.value)
    assert "python3 run.py build data" in str(error.value)
    assert str(error.value).count(". ") == 0


def test_a_removed_row_is_refused_and_its_place_named(copied):
    file = copied / "market.csv"
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:5] + lines[6:]))
    with pytest.raises(DataError, match=r"1 row missing before line 6"):
        load("market", folder=copied)


def test_converted_line_ends_do_no_harm(copied):
    file = copied / "market.csv"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert load("market", folder=copied).equals(load("market"))


def test_a_word_where_a_number_belongs_names_row_and_column(edit):
    with pytest.raises(DataError, match=r"'nine' in data/market\.csv, row ihs-world-growth-2017"):
        edit("market", "2017,growth,9.3,", "2017,growth,nine,", renewed=True)


def test_a_renamed_column_is_named(edit):
    with pytest.raises(DataError, match=r"data/claims\.csv names the columns id, paragraf"):
        edit("claims", "id,paragraph,", "id,paragraf,", renewed=True)


@pytest.mark.parametrize("table", table_names())
def test_files_have_a_byte_order_mark_lf_ends_and_one_line_a_row(table):
    content = path(table).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert len(content.splitlines()) == len(load(table)) + 1


def test_the_licence_of_the_tables_is_open():
    assert [licence["name"] for licence in package()["licenses"]] == ["CC-BY-4.0"]

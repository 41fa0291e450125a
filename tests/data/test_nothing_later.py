"""What was public on 22 May 2019 names nothing that came after it, in any table."""

import re

import pytest

from techwar.data import as_of, load, table_names

THE_DAY = "2019-05-22"
LATER_YEAR = re.compile(r"\b20(?:19|[2-9]\d)\b")
LATER_MONTH = re.compile(r"\b(June|July|August|September|October|November|December) 2019\b")
#: Names of rows and sources; the words are what a reader learns from.
NAMES = {"id", "figure", "source_id", "other_sources"}


def tells_of_later(words):
    years = [year for year in LATER_YEAR.findall(words) if year > "2019"]
    return bool(years or LATER_MONTH.search(words))


@pytest.mark.parametrize("table", [name for name in table_names() if name != "sources"])
def test_the_words_of_a_known_row_name_no_later_day(table):
    found = []
    for row in as_of(load(table), THE_DAY).to_dict("records"):
        for column, words in row.items():
            if column in NAMES or not isinstance(words, str) or not tells_of_later(words):
                continue
            # A forecast names its year; a step names the day for which it was announced.
            announced = table == "tariff_steps" and f"{row['start']:%B %Y}" in words
            if row.get("kind") != "forecast" and not announced:
                found.append(f"data/{table}.csv, row {row['id']}, column {column}: {words}")
    assert not found, "\n".join(found)


def test_the_search_finds_what_it_looks_for():
    assert tells_of_later("added in October 2019")
    assert tells_of_later("extended in 2021")
    assert not tells_of_later("announced on 13 May 2019")

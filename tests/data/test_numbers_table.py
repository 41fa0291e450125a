"""The table of the numbers of a page."""

from datetime import date
from html.parser import HTMLParser

import numpy as np
import pandas as pd
import pytest

from techwar.data import DataError, load, numbers


def test_one_line_a_spec_in_the_order_given_and_nothing_else():
    page = {"world_2017": 18.5 / 1.102, "world_2017_range": (16.735, 16.841)}
    table = numbers(
        "fact:ihs-world-value-2018-article",
        "fact:ihs-china-share-2017:.0f",
        "value:world_2017:.2f",
        "value:world_2017_range[0]:.1f",
        "value:world_2017:.2f",
        namespace=page,
    )
    row = "market, row ihs-world-value-2018-article (reported, primary source)"
    article = f"{row}: South China Morning Post"
    assert repr(table).splitlines() == [
        f"18.5 billion US dollars | 18.5 billion US dollars | {article}, known since 22 May 2019"
        " | copyright SCMP; cite, do not copy",
        "44 | 44 per cent | market, row ihs-china-share-2017 (reported, secondary source): "
        "PSI Magazine, known since 29 October 2018 | copyright PSI; cite, do not copy",
        "16.79 | 16.7877 | computed on this page: world_2017",
        "16.7 | 16.735 | computed on this page: world_2017_range[0]",
        "16.79 | 16.7877 | computed on this page: world_2017",
    ]


def test_a_name_is_read_from_the_globals_of_the_page_that_calls():
    page = {"__name__": "__main__", "numbers": numbers, "china_part": 0.6634}
    exec("table = numbers('value:china_part:.0pc')", page)
    assert [row.text for row in page["table"].rows] == ["66"]


def test_frames_of_the_package_are_passed_over():
    inside = {"__name__": "techwar.somewhere", "numbers": numbers, "x": "not this one"}
    exec("def call(): return numbers('value:x')", inside)
    page = {"__name__": "__main__", "call": inside["call"], "x": "this one"}
    exec("table = call()", page)
    assert [row.text for row in page["table"].rows] == ["this one"]


def test_a_page_without_a_name_is_a_page():
    page = {"numbers": numbers, "x": 3}
    exec("table = numbers('value:x')", page)
    assert repr(page["table"]) == "3 | 3 | computed on this page: x"


@pytest.mark.parametrize(
    ("spec", "text"),
    [
        ("value:pair[1]:.1f", "2.5"),
        ("value:pair[-1]:.1f", "2.5"),
        ("value:shares[China]:.0f", "44"),
        ("value:shares['China']:.0f", "44"),
        ("value:deep[a][0]", "7"),
        ("value:numpy_number:.2f", "1.50"),
        ("value:whole", "12"),
        ("value:word", "a forecast"),
        ("value:day", "22 May 2019"),
        ("value:stamp", "22 May 2019"),
        ("value:series[b]:.1f", "2.0"),
    ],
)
def test_a_value_may_be_a_name_or_an_item_of_it(spec, text):
    page = {
        "pair": (1.5, 2.5),
        "shares": {"China": 44},
        "deep": {"a": [7]},
        "numpy_number": np.float64(1.5),
        "whole": np.int64(12),
        "word": "a forecast",
        "day": date(2019, 5, 22),
        "stamp": pd.Timestamp("2019-05-22"),
        "series": pd.Series({"a": 1.0, "b": 2.0}),
    }
    assert numbers(spec, namespace=page).rows[0].text == text


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("value:word_2017", r"no variable 'word_2017' \(did you mean 'world_2017'\?\): set it"),
        ("value:pair[2]", r"pair has no item 2, which pair\[2\] asks for"),
        ("value:world_2017[0]", r"world_2017 has no item 0"),
        ("value:pair", r"In value:pair: A value of type tuple"),
        ("value:unset", r"In value:unset: None cannot be written"),
        ("value:world_2017:.2e", r"In value:world_2017: The format '\.2e' is not known"),
        ("value:1 + 1", r"'1 \+ 1' is no variable"),
        ("value:money", r"'US\$5' cannot stand in prose"),
        ("fact:ihs-china-shar-2017", r"no fact .*did you mean 'ihs-china-share-2017'"),
        ("value:", r"'value:' names no number: write fact:ID or value:NAME"),
        ("world_2017", r"names no number"),
        ("", r"names no number"),
    ],
)
def test_a_spec_that_cannot_be_looked_up_gets_a_sentence(spec, words):
    page = {"world_2017": 16.79, "pair": (1, 2), "unset": None, "money": "US$5"}
    with pytest.raises(DataError, match=words):
        numbers(spec, namespace=page)


class Outline(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.links, self.scopes = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag == "a":
            self.links.append(dict(attrs))
        if tag == "th":
            self.scopes.append(dict(attrs)["scope"])


def test_the_table_shows_itself_with_caption_scopes_and_linked_sources():
    table = numbers("fact:psi-2018-11", "value:x", namespace={"x": 1})
    outline = Outline(table._repr_html_())
    assert outline.tags[:2] == ["table", "caption"]
    assert outline.scopes == ["col", "col", "col", "col", "row", "row"]
    assert [link["href"] for link in outline.links] == [table.rows[0].url]
    assert outline.links[0]["title"].endswith("(PSI Magazine, 29 October 2018)")


def test_no_fact_brings_a_dollar_sign_into_the_page():
    specs = [f"fact:{fact_id}" for table in ("market", "sources") for fact_id in load(table)["id"]]
    assert "$" not in numbers(*specs)._repr_html_()


def test_words_of_a_page_are_escaped():
    assert "<b>" not in numbers("value:x", namespace={"x": "<b>"})._repr_html_()


def test_a_large_value_is_not_written_in_powers_of_ten():
    assert numbers("value:x", namespace={"x": 12_345_678}).rows[0].value == "12,345,678"


def test_an_empty_page_has_an_empty_table():
    assert repr(numbers()) == ""


def test_the_tables_that_a_page_computes_from_stand_below_its_numbers():
    found = numbers("value:x:.0f", tables=["claims", "sources"], namespace={"x": 3})
    first, claims, shelf = repr(found).splitlines()
    assert first == "3 | 3 | computed on this page: x"
    assert claims.startswith(
        f"claims | {len(load('claims'))} rows | a table that this page reads: 1 source;"
    )
    assert shelf.endswith("terms of use | CC BY 4.0")

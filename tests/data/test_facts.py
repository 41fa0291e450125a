"""Facts and sources: found by id, written in words."""

from datetime import date

import pytest

from techwar.data import DataError, as_of, fact, load, source, source_line, sources
from techwar.data.wording import write


@pytest.mark.parametrize(
    ("fact_id", "text"),
    [
        ("ihs-world-value-2018-article", "18.5 billion US dollars"),
        ("ihs-world-growth-2018-article", "10.2 per cent"),
        ("ihs-china-share-2017", "44 per cent"),
        ("novaira-world-growth-2022", "−3.4 per cent"),
        ("china-drone-makers-2022", "117 billion yuan"),
        ("ihs-cameras-installed-2014", "245 million"),
        ("psi-2018-11", "29 October 2018"),
        ("campussafety-2018", "2018"),
        ("idc-china-emsnow", "August 2019"),
    ],
)
def test_a_fact_is_written_with_its_unit(fact_id, text):
    assert fact(fact_id).text == text


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("", "18.5 billion US dollars"),
        (".1f", "18.5"),
        (".0f", "18"),
        ("since", "22 May 2019"),
        ("source", "South China Morning Post, 22 May 2019"),
    ],
)
def test_a_fact_is_written_in_the_form_that_is_asked_for(form, text):
    assert fact("ihs-world-value-2018-article").format(form) == text


def test_a_fact_knows_where_it_comes_from():
    found = fact("ihs-china-share-2017")
    assert found.table == "market"
    assert found.value == 44
    assert found.source.publisher == "PSI Magazine"
    assert found.known_since == date(2018, 10, 29)
    assert (found.kind, found.made, found.verified) == ("reported", "transcribed", "secondary")
    assert found.locator == 'page 42, printed as "44 percent"'


def test_every_figure_and_every_source_is_a_fact_without_a_dollar_sign():
    for table in ("market", "sources"):
        for fact_id in load(table)["id"]:
            assert fact(fact_id).text
            assert "$" not in fact(fact_id).text


def test_an_unknown_fact_names_the_nearest():
    with pytest.raises(DataError, match=r"no fact 'ihs-china-shar-2017' \(did you mean 'ihs-china"):
        fact("ihs-china-shar-2017")


def test_a_claim_is_no_figure():
    with pytest.raises(DataError, match="no fact 'c37'"):
        fact("c37")


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (18.50, "", "18.5"),
        (44.0, "", "44"),
        (2018, "", "2018"),
        (350.06, "", "350.06"),
        (0.1 + 0.2, "", "0.3"),
        (16.7877, ".2f", "16.79"),
        (0.6634, ".0pc", "66"),
        (0.419, ".1pc", "41.9"),
        (-0.154, "+.1pc", "−15.4"),
        (13.5, "+.1f", "+13.5"),
        (-0.001, ".1f", "0.0"),
        (12345.6, ",.0f", "12,346"),
        ("a forecast", "", "a forecast"),
        (date(2019, 5, 22), "", "22 May 2019"),
    ],
)
def test_a_value_is_written_as_prose_shows_it(value, form, text):
    assert write(value, form) == text


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (1.5, ".1%", "format '.1%' is not known"),
        (1.5, "d", "format 'd' is not known"),
        ("text", ".1f", "is for numbers, and text is none"),
        (None, "", "None cannot be written as one number"),
        (True, "", "type bool"),
        ([1, 2], "", "type list"),
        (float("nan"), "", "no number that can be written"),
    ],
)
def test_what_cannot_be_written_is_named(value, form, words):
    with pytest.raises(DataError, match=words):
        write(value, form)


def test_sources_come_once_each_and_oldest_first():
    market = load("market").set_index("id", drop=False)
    drawn = market.loc[["ihs-world-growth-2017", "ihs-world-growth-2016", "ihs-china-share-2017"]]
    assert [one.id for one in sources(drawn)] == ["sdm-2017", "psi-2018-11"]
    assert source_line(drawn) == (
        "Source: SDM Magazine, 22 August 2017; PSI Magazine, 29 October 2018."
    )


def test_a_source_without_a_day_says_what_is_known():
    campus = source("campussafety-2018")
    assert campus.published is None
    assert campus.short == "Campus Safety Magazine, 2018"
    assert source("psi-2018-11").published == date(2018, 10, 29)


def test_more_sources_than_a_reader_reads_are_counted():
    rows = as_of(load("market"), "2019-05-22")
    line = source_line(rows)
    assert line.startswith(f"Source: {len(sources(rows))} publications, from ")
    assert line.endswith(
        "to South China Morning Post, 22 May 2019; each row names its own (column source_id)."
    )


def test_rows_without_sources_are_refused_in_words():
    with pytest.raises(DataError, match="no column 'source_id'"):
        source_line(load("market")[["id", "value"]])
    with pytest.raises(DataError, match="no rows to cite"):
        source_line(load("market").head(0))
    with pytest.raises(DataError, match=r"no source 'psi'.*'sources'"):
        source_line(load("market").head(1).assign(source_id="psi"))

"""Words of the course, looked up in English and Chinese."""

import re

import pytest

from techwar.data import DataError, load, term


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("Entity List", "Entity List"),
        ("entity  LIST ", "Entity List"),
        ("实体清单", "Entity List"),
        ("EAR", "Export Administration Regulations"),
        ("hhi", "Herfindahl-Hirschman Index"),
        ("市场份额", "market share"),
    ],
)
def test_a_word_is_found_in_english_by_its_short_form_and_in_chinese(word, english):
    assert term(word).term == english


def test_every_word_is_found_by_each_of_its_names():
    for row in load("glossary").fillna("").itertuples():
        for name in filter(None, (row.term, row.term.upper(), row.short, row.term_zh)):
            assert term(name).id == row.id, name


@pytest.mark.parametrize(
    ("word", "nearest"),
    [("entety list", "entity list"), ("市场分额", "市场份额"), ("tarif", "tariff")],
)
def test_a_miss_names_the_nearest(word, nearest):
    with pytest.raises(DataError, match=rf"no word '{word}' \(did you mean '{nearest}'\?\)"):
        term(word)


@pytest.mark.parametrize("word", ["", "zzzzzz", "ё"])
def test_a_word_that_is_near_to_none_is_told_where_all_are(word):
    with pytest.raises(DataError, match=r'no word .*: load\("glossary"\) lists all its words'):
        term(word)


def test_a_word_says_where_it_comes_from():
    found = term("NDAA Section 889")
    assert found.source is not None
    assert found.source.published is None
    assert found.locator
    assert term("base year").source is None
    assert repr(term("tariff")).startswith("tariff, 关税 guānshuì: ")


def test_chinese_is_chinese_and_pinyin_is_not():
    for row in load("glossary").itertuples():
        assert re.search(r"[\u4e00-\u9fff]", row.term_zh), row.id
        assert not re.search(r"[\u4e00-\u9fff]", row.pinyin), row.id


def test_a_word_without_a_source_has_no_day_and_tells_no_year():
    for row in load("glossary").itertuples():
        has_source = isinstance(row.source_id, str)
        assert has_source == isinstance(row.known_since_basis, str), row.id
        assert has_source == isinstance(row.source_locator, str), row.id
        assert has_source or not re.search(r"\b(19|20)\d\d\b", row.definition), row.id

"""Rank shifter: its lists against the tables, and what it says of a firm that no list names."""

import re

import pytest

from techwar import as_of, load, rank_shifter
from techwar.explore import ExplorerError
from techwar.explore.rank_lists import DAY, SCOPES, SERIES, UNIVIEW, lists
from techwar.explore.rank_shifter import cards, rank_of, top
from techwar.tasks import lesson04


def test_every_printed_place_is_in_a_list() -> None:
    for when, rows in (("2019", as_of(load("rankings"), DAY)), ("all", load("rankings"))):
        printed = {(r.publisher, r.scope, r.holder, r.rank) for r in rows.itertuples()}
        shown = {
            (*one.scope, firm, rank)
            for one in lists(when)
            for firm, rank, _ in one.places
            if one.scope not in {(p, f"{m}, {w}") for p, m, w in SERIES}
        }
        assert printed <= shown


def test_what_was_known_early_holds_no_later_row() -> None:
    for one in lists("2019"):
        assert (one.rows["known_since"] <= DAY).all(), one.short


def test_places_by_share_are_counted_by_hand() -> None:
    """A place is one more than the number of larger shares: no use of `rank`."""
    series = [one for one in lists("all") if one.unit == "%" and one.lengths]
    assert series
    for one in series:
        for (_, rank, _), share in zip(one.places, one.lengths, strict=True):
            assert rank == 1 + sum(other > share for other in one.lengths)


def test_a_list_of_shares_is_one_release() -> None:
    for one in lists("all"):
        if "edition" in one.rows and one.lengths and one.key != "our-firms":
            assert one.rows["edition"].nunique() == 1


def test_the_own_order_is_that_of_the_lesson() -> None:
    own = next(
        one
        for one in lists("2019")
        if (one.key, one.year, one.unit[:2]) == ("our-firms", "2018", "bn")
    )
    places = lesson04.dollar_places().set_index("company")["place"]
    assert [rank for _, rank, _ in own.places] == sorted(places)
    assert own.places[0][0] == "Hikvision"
    dollars = sorted(lesson04.camera_firms()["dollars"] / 1000, reverse=True)
    assert own.lengths == [round(one, 2) for one in dollars]


def test_the_pair_that_the_lesson_asks_for_exists() -> None:
    first = {
        scope: rank_shifter(scope=scope, firm="Axis").scene()["panels"][0]["rows"][0]["name"]
        for scope in ("ihs-all-cameras", "ihs-network-cameras")
    }
    assert first == {"ihs-all-cameras": "1 Hikvision", "ihs-network-cameras": "1 Axis"}


def test_uniview_is_named_in_no_early_list_and_the_sentence_does_not_place_it() -> None:
    assert all(rank_of(one, UNIVIEW) is None for one in cards("2019", "cameras"))
    said = rank_shifter(firm=UNIVIEW).sentence()
    assert "below, nothing is known" in said
    assert "give it no place" in said


def test_a_list_without_its_first_place_says_so() -> None:
    frost = next(one for one in lists("all") if one.scope[0].startswith("Frost"))
    assert top(frost) == 0
    said = rank_shifter(known="all", scope="frost-surveillance", firm="Axis").sentence()
    assert "nor is the first place" in said


def test_the_guess_that_it_asks_for_is_the_one_of_the_lesson() -> None:
    covered = rank_shifter(guess_first=True)
    rank = int(lesson04.axis_in_security())
    assert covered.sentence().startswith("Which place does Axis take")
    assert not re.search(rf"\b{rank}\b|Hikvision|Dahua", covered.description())
    covered.state = {"scope": "ihs-equipment"}
    assert len(covered.scene()["panels"]) == 1
    covered.revealed = True
    covered.state = dict(covered.spec["opening"])
    for guess, words in ((rank, "on the spot"), (rank - 1, "1 place too near the top")):
        covered.guess = guess
        assert words in covered.sentence()


def test_every_scope_of_the_tables_has_its_words() -> None:
    rows = load("rankings")
    assert set(zip(rows["publisher"], rows["scope"], strict=True)) <= set(SCOPES)
    assert len({key for _, key, _, _ in SCOPES.values()}) == len(SCOPES)


def test_a_place_that_nobody_printed_cannot_be_guessed() -> None:
    with pytest.raises(ExplorerError, match="has no place to guess"):
        rank_shifter(guess_first=True, firm=UNIVIEW)


def test_a_setting_that_does_not_exist_is_a_sentence() -> None:
    with pytest.raises(ExplorerError, match="market cannot be 'boats'"):
        rank_shifter(market="boats")

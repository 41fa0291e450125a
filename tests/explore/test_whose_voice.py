"""Whose voice? The counts behind the picture, against the table and the lesson's tasks."""

import pytest

from techwar import load, whose_voice
from techwar.explore import ExplorerError
from techwar.explore.whose_voice import DEFINITIONS, KINDS, SPEAKERS, level, number
from techwar.tasks import lesson01

CLAIMS = load("claims")


def test_every_word_of_the_table_has_a_row_in_the_picture() -> None:
    assert set(CLAIMS["speaker_kind"]) == set(SPEAKERS)
    assert set(CLAIMS["kind"]) == set(KINDS)


def test_the_counts_are_those_of_the_table() -> None:
    assert number() == len(CLAIMS)
    for speaker in SPEAKERS:
        for kind in KINDS:
            chosen = (CLAIMS["speaker_kind"] == speaker) & (CLAIMS["kind"] == kind)
            assert number(speaker=speaker, kind=kind) == chosen.sum()


def test_as_coded_it_is_the_share_of_the_tasks() -> None:
    assert number(unnamed="coded") == lesson01.unnamed()
    assert lesson01.plans_unnamed() == 100
    assert "100 %" in whose_voice(kind="intention", guess_first=False).sentence()


@pytest.mark.parametrize("kind", [*KINDS, "all"])
def test_each_definition_is_wider_than_the_one_before(kind: str) -> None:
    counts = [number(kind=kind, unnamed=one) for one in DEFINITIONS]
    assert counts == sorted(counts)
    assert counts[-1] <= number(kind=kind)


@pytest.mark.parametrize(
    ("speaker", "chain", "expected"),
    [
        ("anonymous people, after an agency", "a paper, after an agency, after people", 1),
        ("anonymous executive", "a paper, after an executive", 2),
        ("reporter", "a paper, no source given", 3),
        ("government", "a paper, after media reports", 3),
        ("reporter", "a paper, own observation", 0),
        ("company", "a paper, after a firm", 0),
    ],
)
def test_what_counts_as_without_a_name(speaker: str, chain: str, expected: int) -> None:
    assert level(speaker, chain) == expected


@pytest.mark.parametrize(
    ("guess", "words"),
    [(22, "is on the spot"), (40, "is 18 points too high"), (21, "is 1 point too low")],
)
def test_a_guess_is_told_how_far_off_it_is(guess: float, words: str) -> None:
    explorer = whose_voice(guess_first=False)
    explorer.guess = guess
    assert words in explorer.sentence()


def test_covered_nothing_is_shown_but_the_question() -> None:
    covered = whose_voice()
    assert covered.sentence().endswith("people who are not named?")
    assert "22" not in covered.description()
    assert len(covered.scene()["panels"]) == 1


def test_a_setting_that_does_not_exist_is_a_sentence() -> None:
    with pytest.raises(ExplorerError, match="speaker cannot be 'rumour'"):
        whose_voice(speaker="rumour")

"""Compose the fine: its totals against loops over the rows, and against the lesson's tasks."""

import pytest

from techwar import compose_the_fine, load
from techwar.explore import ExplorerError
from techwar.explore.compose_the_fine import LABELS, fits, material, name_of, total
from techwar.tasks import lesson05

PARTS = {row["id"]: row for row in load("penalties").to_dict("records")}


def by_hand(year: int, *, without: str = "") -> float:
    """The parts of one settlement, one row after the other, in billions."""
    sums = 0.0
    for name, row in PARTS.items():
        if row["imposed"].year == year and not (without and name.endswith(without)):
            sums += row["value"]
    return sums / 1000


def test_every_part_has_its_words_in_the_order_of_the_table() -> None:
    assert list(LABELS) == list(PARTS)


def test_the_totals_with_a_name_are_those_of_a_loop() -> None:
    totals = {key: total(ids) for key, _, ids in material()["totals"]}
    assert totals == pytest.approx(
        {
            "agreed 2017": by_hand(2017),
            "payable 2017": by_hand(2017, without="suspended"),
            "agreed 2018": by_hand(2018),
            "payable 2018": by_hand(2018, without="escrow"),
            "paid": by_hand(2017, without="suspended") + by_hand(2018, without="escrow"),
            "paid or escrow": by_hand(2017, without="suspended") + by_hand(2018),
        }
    )


def test_the_guess_is_held_against_the_result_of_the_lesson() -> None:
    explorer = compose_the_fine("paid", guess_first=True)
    assert total(explorer.state["parts"]) == pytest.approx(lesson05.paid())
    explorer.guess = 1.4
    explorer.revealed = True
    assert explorer.sentence().endswith(
        "Your guess of 1.4 billion US dollars is 0.49 too low for these settings."
    )
    explorer.state = {"parts": ["zte-2017-ofac"]}
    assert "Your guess" not in explorer.sentence()


def test_the_same_selections_fit_as_in_the_lesson() -> None:
    found = lesson05.selections(lesson05.printed_amount())
    assert all(fits(total(ids)) for ids in found)
    assert [name_of(ids) for ids in found if name_of(ids)] == ["what was agreed in 2017"]


def test_covered_nothing_of_the_answer_is_shown() -> None:
    covered = compose_the_fine(guess_first=True)
    assert covered.sentence().endswith("how many billion US dollars?")
    assert "1.89" not in covered.description()
    assert "0.43" not in covered.description()


def test_each_part_begins_where_the_one_before_ends() -> None:
    scene = compose_the_fine(list(PARTS)).scene()
    bars = [row["bars"][0] for row in scene["panels"][1]["rows"]]
    assert [bar["from"] for bar in bars[1:]] == [bar["to"] for bar in bars[:-1]]
    assert bars[-1]["to"] == pytest.approx(total(list(PARTS)))


@pytest.mark.parametrize(
    ("parts", "guess_first", "words"),
    [
        ("everything", False, "There is no total 'everything'"),
        (["zte-2019"], False, "parts cannot hold 'zte-2019'"),
        (["zte-2017-doj"], True, "A guess needs a total with a name"),
    ],
)
def test_what_does_not_exist_is_a_sentence(parts, guess_first, words) -> None:
    with pytest.raises(ExplorerError, match=words):
        compose_the_fine(parts, guess_first=guess_first)

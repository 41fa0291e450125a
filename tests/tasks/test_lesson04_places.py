"""Lesson 4: its places, spans and ranges against counting by hand."""

from typing import Any

import pandas as pd
import pytest

from techwar.data import as_of, load
from techwar.data.rounding import lowest_highest, printed_range
from techwar.tasks import lesson04, prediction_log

DAY = "2019-05-22"


def by_hand(rows: list[tuple[str, int]]) -> dict[str, tuple[int, int, int]]:
    """Best place, worst place and number of places of each firm, by a loop."""
    found: dict[str, list[int]] = {}
    for firm, rank in rows:
        found.setdefault(firm, []).append(rank)
    return {firm: (min(p), max(p), len(p)) for firm, p in found.items()}


def test_spans_are_those_of_a_loop() -> None:
    rows = load("rankings")
    rows = rows[~rows["scope"].str.contains("telecom")]
    loop = by_hand(list(zip(rows["holder"], rows["rank"], strict=True)))
    table = lesson04.place_span().set_index("holder")
    assert set(table.index) == {firm for firm, (_, _, lists) in loop.items() if lists >= 3}
    for firm in table.index:
        assert tuple(table.loc[firm, ["best", "worst", "lists"]]) == loop[firm]


def test_places_of_smartphones_are_one_more_than_the_larger_shares() -> None:
    for geography in ("World", "China"):
        rows = lesson04.phones(2016, "2017-02")
        rows = rows[rows["geography"] == geography].set_index("holder")["value"]
        places = lesson04.phone_places(geography).set_index("holder")["place"]
        assert {firm: 1 + sum(rows > share) for firm, share in rows.items()} == dict(places)


def test_segments_are_counted_by_a_loop() -> None:
    firms = as_of(load("companies"), DAY)
    count: dict[tuple[str, str], int] = {}
    for row in firms.drop_duplicates("figure", keep="last").itertuples():
        for segment in row.segments.split("; "):
            if isinstance(row.country, str):
                pair = row.country, segment
                count[pair] = count.get(pair, 0) + 1
    table = lesson04.firms_per_segment()
    assert {(r.country, r.segment): r.number for r in table.itertuples()} == count


def test_the_worst_place_of_each_publisher_is_that_of_a_loop() -> None:
    worst: dict[str, int] = {}
    for row in as_of(load("rankings"), DAY).itertuples():
        worst[row.publisher] = max(worst.get(row.publisher, 0), row.rank)
    table = lesson04.worst_by_publisher()
    assert dict(zip(table["publisher"], table["worst"], strict=True)) == worst


def test_nobody_gives_uniview_place_three() -> None:
    assert lesson04.uniview_thirds() == 0
    rows = load("rankings")
    assert 3 not in set(rows[rows["holder"] == "Uniview"]["rank"])


def test_the_ratio_and_the_count_of_hikvision_are_far_apart() -> None:
    """The arithmetic of the lesson, once more from the printed numbers."""
    low, high = lowest_highest(
        lambda share, level, growth: (
            100 - 100 * (share / 100) * (level / (1 + growth / 100)) / (41.905 / 6.7569)
        ),
        *map(printed_range, (lesson04.hikvision_share(), 18.5, 10.2)),
    )
    assert (low, high) == (pytest.approx(38.5, abs=0.1), pytest.approx(39.2, abs=0.1))


def test_four_firms_have_more_than_the_whole_market() -> None:
    assert lesson04.camera_firms()["dollars"].sum() / 18_500 == pytest.approx(1.06, abs=0.005)


@pytest.mark.parametrize("guess", ["guess_thirds", "guess_vivo", "guess_axis", "guess_uniview"])
def test_half_a_place_is_no_guess(guess: str) -> None:
    assert "a whole number" in repr(prediction_log("4", guess, namespace={guess: 2.5}))
    assert "result" in repr(prediction_log("4", guess, namespace={guess: 2}))


def test_answers_follow_the_tables(unmoved: Any) -> None:
    """A changed table changes the answers: none is typed into the checker."""

    def every_third_row_is_missing(name: str, rows: pd.DataFrame) -> pd.DataFrame:
        if name == "exchange_rates":
            return rows.assign(value=rows["value"] * 1.1)
        rows = rows if name == "sources" else rows[rows.index % 3 != 1]
        return rows.assign(rank=rows["rank"] + 1) if "rank" in rows else rows

    of_invented_lists = {f"say_{box}" for box in ("by_what", "when", "where", "of_whom")}
    of_facts = {"dahua_ratio"}
    assert unmoved(lesson04, every_third_row_is_missing) == of_invented_lists | of_facts

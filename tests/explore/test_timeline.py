"""Move the start: its first acts, counts and levels against the tables, row by row."""

import csv
import itertools
from pathlib import Path

import pytest

from techwar.data import in_force
from techwar.explore import ExplorerError
from techwar.explore.acts import goods, place
from techwar.explore.timeline import starts, timeline

DATA = Path(__file__).parents[2] / "data"
DAY = "2019-05-22"


def acts(known: str = DAY) -> list[dict[str, str]]:
    with (DATA / "measures.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["known_since"] <= known]


@pytest.mark.parametrize("later", [False, True])
def test_the_first_act_and_those_before_the_tariff_are_those_of_a_loop(later: bool) -> None:
    rows = acts("9999" if later else DAY)
    shown = timeline(later=later)
    for start, day, which in itertools.product(
        starts(), ("announced", "effective"), ("all", "restricts", "entity list")
    ):
        shown.state = {"start": start, "day": day, "acts": which}
        since = f"{start}-01"
        kept = [
            row
            for row in rows
            if row[day] >= since and which in ("all", row["direction"], row["instrument"])
        ]
        scene = shown.scene()
        assert len(scene["table"]["rows"]) == len(kept)
        if not kept:
            assert scene["title"].startswith("No such act since")
            continue
        tariff = min(row[day] for row in rows if row["instrument"] == "tariff" and row[day])
        before = sum(row[day] < tariff for row in kept)
        assert f"; {before} before the first tariff list" in scene["title"]
        first = min(row[day] for row in kept)
        for row in kept:
            assert (row["title"] in scene["sentence"]) == (row[day] == first), (start, day, which)


def test_every_act_of_a_choice_is_a_mark_in_one_row() -> None:
    shown = timeline(acts="tariff")
    lanes = shown.scene()["panels"][1]["lanes"]
    assert sum(len(lane["days"]) for lane in lanes) == len(shown.table())
    assert len(shown.table()) == sum(row["instrument"] == "tariff" for row in acts())


def test_acts_without_a_day_are_named_and_not_dropped_in_silence() -> None:
    blank = [row["title"] for row in acts() if not row["effective"]]
    notes = " ".join(timeline(day="effective").scene()["notes"])
    assert blank
    assert all(title in notes for title in blank)


def test_the_levels_are_the_goods_in_force_on_each_day() -> None:
    for side, points in goods(False).items():
        for at, value, _ in points[1:]:
            days = [d for d in ("2018-07-06", "2018-08-23", "2018-09-24", DAY) if place(d) == at]
            rows = in_force(days[0])
            assert value == rows[rows["imposed_by"] == side]["trade_value"].sum()


def test_a_line_ends_with_the_first_list_whose_goods_no_source_counts() -> None:
    for side, points in goods(True).items():
        day = next(d for d in ("2019-09-01", "2024-09-27") if place(d) == points[-1][0])
        rows = in_force(day)
        assert rows[rows["imposed_by"] == side]["trade_value"].isna().any()


def test_what_came_later_is_neither_shown_nor_sent() -> None:
    later = {row["id"] for row in acts("9999")} - {row["id"] for row in acts()}
    sent = str(timeline().spec)
    assert len(later) > 100
    assert [name for name in later if f"'{name}'" in sent] == []
    assert "2025" not in sent


def test_a_record_opens_with_its_source() -> None:
    (note, *_) = timeline(record="us-ndaa2019-889").scene()["notes"]
    row = next(row for row in acts() if row["id"] == "us-ndaa2019-889")
    assert row["statement"] in note
    assert row["source_id"] in note


def test_while_it_is_covered_nothing_tells_how_many_came_before() -> None:
    covered = timeline(guess_first=True)
    assert "11" not in covered.sentence() + covered.description().replace("15 June 2018", "")
    assert covered.table().iloc[0, 1] == ""


@pytest.mark.parametrize(
    "state", [{"start": "2011-01"}, {"day": "known_since"}, {"actor": "UK"}, {"acts": "bans"}]
)
def test_what_it_cannot_show_is_refused_in_words(state: dict[str, str]) -> None:
    with pytest.raises(ExplorerError, match="choose one of"):
        timeline(**state)

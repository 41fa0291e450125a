"""Lesson 6: its windows, counts, means and levels against counting by hand, row by row."""

import csv
import datetime
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from techwar.tasks import lesson06

DATA = Path(__file__).parents[2] / "data"
DAY = "2019-05-22"


def rows(name: str, known: str = DAY) -> list[dict[str, str]]:
    """Read a table as text, without the package: the rows known on a day."""
    with (DATA / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["known_since"] <= known]


def months() -> list[str]:
    """The first of each month from January 2012 to May 2019."""
    named = [f"{year}-{month:02}-01" for year in range(2012, 2020) for month in range(1, 13)]
    return [day for day in named if day <= "2019-05-01"]


def first_by_hand(start: str, column: str, left_out: Collection[str] = ()) -> set[str]:
    """The ids of the acts on the first day from a start on, by a loop over texts."""
    best, found = "9999", set()
    for row in rows("measures"):
        day = row[column]
        if not day or day < start or day > best or row["id"] in left_out:
            continue
        found = {row["id"]} if day < best else found | {row["id"]}
        best = day
    return found


@pytest.mark.parametrize("column", ["announced", "effective"])
def test_the_first_acts_are_those_of_a_loop_for_every_month(column: str) -> None:
    for start in months():
        assert set(lesson06.first_acts(start, column)) == first_by_hand(start, column), start


def test_the_months_in_which_china_is_first_are_counted_one_by_one() -> None:
    actors = {row["id"]: row["actor"] for row in rows("measures")}
    firsts = [{actors[name] for name in first_by_hand(day, "announced")} for day in months()]
    assert len(firsts) == len(lesson06.STARTS) == 89
    assert lesson06.months_with_china_first() == sum(one == {"China"} for one in firsts)


def test_what_came_before_the_first_tariff_is_counted_one_by_one() -> None:
    table = rows("measures")
    first = min(row["announced"] for row in table if row["instrument"] == "tariff")
    assert lesson06.before_the_first_tariff() == sum(row["announced"] < first for row in table)


def test_each_pair_of_lists_applied_on_one_day_and_was_announced_one_day_apart() -> None:
    days = {row["id"]: row for row in rows("measures")}
    for ours, theirs in lesson06.PAIRS.items():
        assert days[ours]["effective"] == days[theirs]["effective"]
        apart = datetime.date.fromisoformat(days[theirs]["announced"]) - (
            datetime.date.fromisoformat(days[ours]["announced"])
        )
        assert apart.days == 1
    assert lesson06.pairs_us_earlier() == 0


def test_days_to_effect_are_those_of_the_calendar() -> None:
    found = {}
    for row in rows("measures"):
        if row["effective"]:
            one, other = (datetime.date.fromisoformat(row[c]) for c in ("announced", "effective"))
            found[row["id"]] = other.toordinal() - one.toordinal()
    assert lesson06.days_to_effect().dropna().astype(int).to_dict() == found
    assert lesson06.days_to_effect().mean() == pytest.approx(sum(found.values()) / len(found))


@pytest.mark.parametrize("column", ["announced", "effective"])
def test_acts_per_year_are_those_of_a_counter(column: str) -> None:
    counted = Counter(
        (int(row[column][:4]), row["actor"]) for row in rows("measures") if row[column]
    )
    wide = lesson06.per_year(column).set_index("year")
    long = {(year, actor): wide.loc[year, actor] for year in wide.index for actor in wide.columns}
    assert {key: count for key, count in long.items() if count} == dict(counted)


def level_by_hand(day: str, side: str) -> tuple[float, float]:
    """Goods on the lists of a side that had begun, and the sum of goods times rate."""
    lists = {row["id"]: row for row in rows("tariff_lists", "9999")}
    steps = {}
    for row in sorted(rows("tariff_steps", "9999"), key=lambda row: row["known_since"]):
        steps[row["figure"]] = row  # the last edition of a step counts
    rate: dict[str, tuple[str, float]] = {}
    for row in steps.values():
        if row["start"] and row["start"] <= day and lists[row["list_id"]]["imposed_by"] == side:
            rate[row["list_id"]] = max(
                rate.get(row["list_id"], ("", 0.0)), (row["start"], float(row["value"]))
            )
    worth = {name: float(lists[name]["value"]) for name in rate}
    return sum(worth.values()), sum(worth[name] * rate[name][1] for name in rate)


@pytest.mark.parametrize("day", ["2018-07-06", "2018-09-23", "2018-09-24", "2019-05-09", DAY])
def test_goods_and_mean_rates_are_those_of_a_loop(day: str) -> None:
    goods, duty = level_by_hand(day, "US")
    assert lesson06.goods(day) == goods
    assert lesson06.mean_rate(day) == pytest.approx(duty / goods)
    assert lesson06.goods(day, "China") == level_by_hand(day, "China")[0]


def test_the_arithmetic_of_the_syllabus_holds() -> None:
    assert lesson06.goods() == 250
    assert lesson06.mean_rate("2019-05-09") == pytest.approx(13)
    assert lesson06.mean_rate("2019-05-10") == pytest.approx(25)
    assert lesson06.mean_rate("2019-05-09", weighted=False) == pytest.approx(20)
    assert lesson06.days_to_effect()["us-ndaa2019-889"] == 365


def test_the_share_of_china_is_that_of_its_lists_and_not_of_its_rates() -> None:
    ours, _ = level_by_hand(lesson06.AUTUMN, "US")
    theirs, _ = level_by_hand(lesson06.AUTUMN, "China")
    assert lesson06.china_share() == pytest.approx(100 * theirs / (ours + theirs))
    third = next(row for row in rows("tariff_lists") if row["id"] == "tariff-cn-list3")
    twice = theirs + float(third["value"])
    assert lesson06.share_by_steps() == pytest.approx(100 * twice / (ours + twice))


def test_the_range_of_chinas_mean_holds_every_split_of_its_third_list() -> None:
    """The rates of each list on that day by hand; the goods at each rate are unknown."""
    worth = {row["id"]: float(row["value"] or 0) for row in rows("tariff_lists")}
    rates: dict[str, list[float]] = {}
    for row in rows("tariff_steps", lesson06.AUTUMN):
        if row["start"] <= lesson06.AUTUMN and row["list_id"].startswith("tariff-cn"):
            rates.setdefault(row["list_id"], []).append(float(row["value"]))
    whole = sum(worth[name] for name in rates)
    for part in (0, 0.25, 0.5, 1):
        mean = sum(
            worth[name] * (min(found) + part * (max(found) - min(found)))
            for name, found in rates.items()
        )
        low, high = lesson06.mean_range()
        assert low - 1e-9 <= mean / whole <= high + 1e-9
        if part in (0, 1):
            assert mean / whole == pytest.approx((low, high)[int(part)])
    # What the answer of task 6.4 says: both ends lie above, and the duty is smaller all the same.
    ours = lesson06.mean_rate(lesson06.AUTUMN)
    assert low > ours
    assert high * whole < ours * lesson06.goods(lesson06.AUTUMN)


def test_acts_per_class_are_those_of_a_counter() -> None:
    counted = Counter((row["instrument"], row["actor"]) for row in rows("measures"))
    wide = lesson06.per_class().set_index("instrument")
    long = {(kind, actor): wide.loc[kind, actor] for kind in wide.index for actor in wide.columns}
    assert {key: count for key, count in long.items() if count} == dict(counted)


def test_the_written_counts_of_the_sample_rules_are_those_of_the_table() -> None:
    """Task 6.6: all acts, those that restrict, those of them that name a firm; ZTE as one case."""
    firms = ("zte", "huawei", "hikvision", "fujian-jinhua", "micron", "qualcomm")
    table = rows("measures")
    restrict = [row for row in table if row["direction"] == "restricts"]
    named = [row for row in restrict if any(firm in row["targets"] for firm in firms)]
    counts = [Counter(row["actor"] for row in found) for found in (table, restrict, named)]
    assert [(one["US"], one["China"]) for one in counts] == [(27, 9), (12, 6), (5, 1)]
    zte = [row for row in table if row["targets"] == "zte"]
    assert {row["actor"] for row in zte} == {"US"}
    assert counts[0]["US"] - len(zte) + 1 == 20


def test_acts_of_the_us_that_name_no_country_are_not_what_keeps_china_first() -> None:
    """What the lesson says of three acts beside the Cybersecurity Law."""
    unnamed = {"us-ecra-2018", "us-firrma-2018", "us-eo13873"}
    of_china = {row["id"] for row in rows("measures") if row["actor"] == "China"}
    firsts = [first_by_hand(day, "announced") for day in months()]
    without = [first_by_hand(day, "announced", unnamed) for day in months()]
    assert unnamed <= {row["id"] for row in rows("measures") if row["direction"] == "restricts"}
    assert [one <= of_china for one in firsts] == [one <= of_china for one in without]


def test_a_row_counts_extensions_of_a_licence_that_have_no_row() -> None:
    """What the lesson says of gaps within the rule, before it invents a day for one of them."""
    of_zte = [row for row in rows("measures") if row["targets"] == "zte"]
    licences = {r["announced"]: r["statement"] for r in of_zte if "emporary licence" in r["title"]}
    assert sorted(licences) == ["2016-03-22", "2017-02-24"]
    assert "until 30 June 2016" in licences["2016-03-22"]
    assert "for the fourth time" in licences["2017-02-24"]


def test_levels_only_grow_up_to_the_day() -> None:
    """What the step chart of the exercises shows: each list came on top of those before."""
    wide = lesson06.levels_wide()
    assert wide["day"].is_monotonic_increasing
    assert wide["US"].is_monotonic_increasing and wide["China"].is_monotonic_increasing


def test_answers_follow_the_tables(unmoved: Any) -> None:
    """A changed table changes the answers: none is typed into the checker."""

    def without_some(name: str, rows: pd.DataFrame) -> pd.DataFrame:
        if name != "measures":
            return rows
        late = rows["effective"] + pd.Timedelta(days=400)
        ours = rows["actor"] == "US"
        return rows.assign(effective=rows["effective"].mask(ours, late))[rows.index % 4 != 3]

    by_in_force = {"china_goods_share", "china_mean", "long_levels", "levels_chart"}
    assert unmoved(lesson06, without_some) == by_in_force

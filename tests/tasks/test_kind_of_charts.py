"""A chart as an answer: compared by what it draws; each slip has its own hint."""

import json
from typing import Any

import altair as alt
import pandas as pd
import pytest

from techwar import load
from techwar.figures import finding
from techwar.tasks.kinds import ChartSpec
from techwar.tasks.task import Verdict

ROWS = pd.DataFrame({"kind": ["b", "a", "b", "c", "b", "c"], "n": [1, 2, 3, 4, 5, 60]})
COUNTS = ROWS.groupby("kind").size().reset_index(name="claims")
SPEC = ChartSpec(("bar", "point"), {"x": "number of claims", "y": "kind"}, ordered="y")


def bars(rows: pd.DataFrame = ROWS, x: Any = "count()", y: Any = None, **more: Any) -> alt.Chart:
    y = alt.Y("kind", sort="-x") if y is None else y
    return alt.Chart(rows).mark_bar().encode(x=x, y=y, **more)


RIGHT = {"right": SPEC.plain(bars), "mistakes": []}


def judged(value: Any, kind: ChartSpec = SPEC, expected: dict[str, Any] = RIGHT) -> Verdict:
    seen = json.loads(json.dumps(kind.observe(value), allow_nan=False))  # plain JSON, all of it
    return kind.judge(seen, expected)


def hint(value: Any, kind: ChartSpec = SPEC, expected: dict[str, Any] = RIGHT) -> str:
    verdict = judged(value, kind, expected)
    return verdict.state if verdict.state != "not yet" else verdict.hint


SHARES = COUNTS.assign(claims=COUNTS["claims"] / 6)
SORTED = COUNTS.sort_values("claims", ascending=False)
TIED = pd.DataFrame({"kind": ["b", "a", "c"], "n": [1, 1, 1]})


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (bars(), "done"), (bars(COUNTS, "claims"), "done"), (bars(x="count():Q"), "done"),
        (bars(SORTED, "claims", alt.Y("kind", sort=None)), "done"),
        (bars(COUNTS, "sum(claims)"), "done"), (bars().mark_point(), "done"),
        (bars(y=alt.Y("kind", sort=["b", "c", "a"])), "done"), (bars(color="kind"), "done"),
        (bars(color="n:N"), "done"),  # stacked: together as long as one
        (bars(COUNTS, "claims") + bars(COUNTS, "claims").mark_text().encode(text="claims"), "done"),
        (bars(y=alt.Y("kind:O", sort="-x")), "done"),
        (bars(y="kind"), "order"), (bars(y=alt.Y("kind", sort="x")), "order"),
        (alt.Chart(ROWS).mark_bar().encode(y="count()", x=alt.X("kind", sort="-y")), "swapped"),
        (bars().mark_line(), "mark"), (bars(x="sum(n)"), "other sum"), (bars(x="n"), "one a row"),
        (bars(SHARES, "claims"), "factor"), (bars(ROWS.iloc[:3]), "missing marks"),
        (bars(pd.concat([ROWS, ROWS.iloc[:1].assign(kind="z")])), "extra marks"),
        (bars(ROWS.assign(kind=list("uvwxyz"))), "categories"),
        (bars(ROWS.iloc[:5]), "off"), (bars().transform_filter("datum.n > 0"), "inside"),
        (alt.Chart(ROWS).mark_bar().encode(x="count()"), "no channel"),
        (alt.Chart().mark_bar().encode(x="count()", y="kind"), "no data"),
        (alt.Chart().mark_bar().encode(x="count()", y="kind:N"), "no data"),
        (alt.Chart(ROWS).encode(x="count()", y="kind"), "no mark"), (alt.layer(), "no mark"),
        (bars(COUNTS), "counted already"),
        (alt.Chart("claims").mark_bar().encode(x="count()", y="kind"), "quoted"),
        (alt.Chart("claims").mark_bar().encode(x="count()", y="kind:N"), "quoted"),
        (bars(y="kinds"), "no column"), (ROWS, "is a table"), (ROWS["kind"], "is a table"),
        (bars, "is a function"), ("chart", "no chart"), (alt.Chart, "is a function"),
        (None, "not started"), (..., "not started"),
    ],
)  # fmt: skip
def test_charts_are_the_same_by_what_they_draw(value: Any, said: str) -> None:
    assert hint(value) == said


def test_bars_that_tie_may_stand_either_way() -> None:
    expected = {"right": SPEC.plain(lambda: bars(TIED)), "mistakes": []}
    assert hint(bars(TIED, y=alt.Y("kind", sort=["c", "b", "a"])), SPEC, expected) == "done"


def test_a_finding_is_accepted_and_lacks_nothing_but_a_unit() -> None:
    chart = bars(x=alt.X("count()", title="claims"))
    shown = finding(chart, title="a", subtitle="b", rows=load("claims"), alt="c")
    assert judged(shown).message == ""


def test_a_colour_that_the_task_asks_for_is_not_called_idle() -> None:
    asked = ChartSpec(("line",), {"x": "the day", "y": "how many", "color": "the kind"})
    lines = alt.Chart(ROWS.assign(day=range(6))).mark_line().encode(x="day", y="n", color="kind")
    expected = {"right": asked.plain(lambda: lines), "mistakes": []}
    verdict = judged(lines, asked, expected)
    assert verdict.state == "done"
    assert "repeats" not in verdict.message


def test_what_a_reader_would_miss_is_a_remark_and_costs_nothing() -> None:
    verdict = judged(bars(color="kind"))
    assert verdict.state == "done"
    for words in ("title", "unit on x", "description", "colour repeats an axis"):
        assert words in verdict.message
    assert (
        "Still wanted"
        not in judged(
            bars(x=alt.X("count()", title="claims")).properties(
                title="Most are facts", description="Three bars."
            )
        ).message
    )


def test_a_named_mistake_speaks_before_the_general_words() -> None:
    mistake = {"id": "alphabet", "value": SPEC.plain(lambda: bars(y="kind")),
               "hint": "By name?", "smaller": ""}  # fmt: skip
    assert (
        hint(bars(COUNTS, "claims", "kind"), SPEC, {**RIGHT, "mistakes": [mistake]}) == "alphabet"
    )


RATES = pd.DataFrame({"day": pd.to_datetime(["2018-07-06", "2018-09-24"]), "rate": [25, 10]})
STEPS = ChartSpec(("line",), {"x": "day", "y": "rate"}, step=True)


def line(**way: Any) -> alt.Chart:
    return alt.Chart(RATES).mark_line(**way).encode(x="day:T", y="rate:Q")


def test_a_step_is_told_from_a_slope() -> None:
    expected = {"right": STEPS.plain(lambda: line(interpolate="step-after")), "mistakes": []}
    assert hint(line(interpolate="step-after"), STEPS, expected) == "done"
    assert hint(line(), STEPS, expected) == "interpolate"
    assert "slopes" in judged(line(), STEPS, expected).message
    assert hint(line(interpolate="step-before"), STEPS, expected) == "interpolate"


def test_amounts_as_categories_are_told_from_an_axis_that_measures() -> None:
    def drawn(x: str) -> alt.Chart:
        return alt.Chart(COUNTS).mark_bar().encode(x=x, y="kind:N")

    kind = ChartSpec(("bar",), {"x": "claims", "y": "kind"})
    expected = {"right": kind.plain(lambda: drawn("claims:Q")), "mistakes": []}
    assert hint(drawn("claims:Q"), kind, expected) == "done"
    for letter in "ON":
        verdict = judged(drawn(f"claims:{letter}"), kind, expected)
        assert (verdict.state, verdict.hint) == ("not yet", "categories for numbers")
        assert verdict.message.startswith("On x each")
    assert hint(drawn("claims:T"), kind, expected) == "other letter"
    layered = drawn("claims:Q") + drawn("claims:O")
    assert hint(layered, kind, expected) == "done"


def test_a_chart_that_filters_inside_is_refused_also_where_order_is_free() -> None:
    def drawn() -> alt.Chart:
        return alt.Chart(COUNTS).mark_bar().encode(x="claims:Q", y="kind:N")

    kind = ChartSpec(("bar",), {"x": "claims", "y": "kind"})
    expected = {"right": kind.plain(drawn), "mistakes": []}
    assert hint(drawn().transform_filter("datum.claims > 1"), kind, expected) == "inside"
    assert hint(drawn().transform_filter(alt.datum.kind == "a"), kind, expected) == "inside"


def test_bins_are_compared_by_their_channels() -> None:
    def histogram(field: str) -> alt.Chart:
        return alt.Chart(ROWS).mark_bar().encode(x=alt.X(f"{field}:Q", bin=True), y="count()")

    kind = ChartSpec(("bar",), {"x": "amount", "y": "rows"})
    expected = {"right": kind.plain(lambda: histogram("n")), "mistakes": []}
    assert hint(histogram("n"), kind, expected) == "done"
    assert hint(bars(), kind, expected) != "done"


def test_charts_that_break_get_a_sentence() -> None:
    class Broken(alt.Chart):
        def to_dict(self, *_: Any, **__: Any) -> Any:
            raise RuntimeError("no")

    mixed = pd.DataFrame({"kind": ["a", 1, None, 2.5], "n": [1, None, 3, 4]})
    values = [
        Broken(ROWS).mark_bar(), alt.Chart(mixed).mark_bar().encode(x="n:Q", y="kind:N"),
        alt.Chart(mixed).mark_bar().encode(x="count()", y=alt.Y("kind:N", sort="-x"), color="n:Q"),
        alt.Chart(pd.DataFrame({"n": range(6_000)})).mark_bar().encode(x="n:Q"),
        alt.Chart("file.csv").mark_bar().encode(x="count()", y="kind:N"), bars() | bars(x="n"),
        bars(x=alt.X(alt.repeat("column"), type="quantitative")).repeat(column=["n"]),
        alt.X("n"), alt.Chart(ROWS.iloc[:0]).mark_bar().encode(x="n:Q", y="kind:N"),
        alt.Chart(ROWS).mark_arc().encode(theta="count()", color="kind"),
    ]  # fmt: skip
    for value in values:
        verdict = judged(value)
        assert verdict.state in ("not yet", "done"), value
        assert verdict.message.endswith((".", "?")) or verdict.state == "done"
        assert len(verdict.message.split()) <= 30


def test_two_channels_of_any_name_that_changed_places_are_named() -> None:
    rows = pd.DataFrame({"day": [1, 2, 1, 2], "side": list("aabb"), "goods": [3, 4, 5, 6]})
    kind = ChartSpec(("line",), {"x": "the day", "y": "goods", "color": "the side"})
    line = alt.Chart(rows).mark_line()
    right = line.encode(x="day:Q", y="goods:Q", color="side:N")
    expected = {"right": kind.plain(lambda: right), "mistakes": []}
    assert judged(right, kind, expected).state == "done"
    verdict = judged(line.encode(x="day:Q", y="side:N", color="goods:Q"), kind, expected)
    assert verdict.hint == "swapped"
    assert "exchange y and color" in verdict.message


def test_a_title_in_a_layer_is_drawn_and_counts() -> None:
    titled = bars().properties(title="Most are b")
    names = bars().mark_text().encode(text="count()")
    assert "title" not in judged(titled + names).message
    assert "title" not in judged(names | titled).message
    assert "a finding as title" in judged(bars() + names).message

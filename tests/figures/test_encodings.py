"""What a chart draws is the same whichever way it was written."""

import altair as alt
import pandas as pd
import pytest

from techwar import load
from techwar.figures import FigureError, NoData, encodings, finding

FRAME = pd.DataFrame(
    {"kind": ["b", "a", "b", "c", "b", "c"], "n": [1, 2, 3, 4, 5, 60], "who": list("xyxyxy")}
)


def bars(**channels: object) -> alt.Chart:
    return alt.Chart(FRAME).mark_bar().encode(**channels)


def test_long_and_short_forms_are_one() -> None:
    short = bars(x="sum(n)", y="kind")
    long = bars(
        x=alt.X(field="n", aggregate="sum", type="quantitative"),
        y=alt.Y(field="kind", type="nominal"),
    )
    method = bars(x=alt.X("n:Q").aggregate("sum"), y=alt.Y("kind:N"))
    assert encodings(short) == encodings(long) == encodings(method)


@pytest.mark.parametrize(
    ("how", "values"),
    [
        ("count()", {"a": 1, "b": 3, "c": 2}), ("sum(n)", {"a": 2, "b": 9, "c": 64}),
        ("mean(n)", {"a": 2, "b": 3, "c": 32}), ("median(n)", {"a": 2, "b": 3, "c": 32}),
        ("min(n)", {"a": 2, "b": 1, "c": 4}), ("max(n)", {"a": 2, "b": 5, "c": 60}),
        ("distinct(who)", {"a": 1, "b": 1, "c": 1}), ("valid(n)", {"a": 1, "b": 3, "c": 2}),
    ],
)  # fmt: skip
def test_sums_inside_the_chart_are_worked_out(how: str, values: dict[str, float]) -> None:
    (unit,) = encodings(bars(x=f"{how}:Q", y="kind:N"))
    assert unit.values is not None
    assert {row["y"]: row["x"] for row in unit.values} == values


def test_grouping_inside_the_chart_is_worked_out_too() -> None:
    chart = bars(x="total:Q", y="kind:N").transform_aggregate(total="sum(n)", groupby=["kind"])
    (unit,) = encodings(chart)
    assert {row["y"]: row["x"] for row in unit.values or []} == {"a": 2, "b": 9, "c": 64}


def test_what_cannot_be_worked_out_has_no_values() -> None:
    for chart in (
        bars(x="n:Q", y="kind:N").transform_filter("datum.n > 2"),
        bars(x=alt.X("n:Q", bin=True), y="count()"),
        bars(x="stdev(n):Q", y="kind:N"),
    ):
        assert encodings(chart)[0].values is None


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("-x", ["c", "b", "a"]), ("x", ["a", "b", "c"]), ("ascending", ["a", "b", "c"]),
        ("descending", ["c", "b", "a"]), (None, ["b", "a", "c"]), (["c", "a"], ["c", "a", "b"]),
        (alt.EncodingSortField("n", op="sum", order="descending"), ["c", "b", "a"]),
        (alt.EncodingSortField("n", op="min", order="ascending"), ["b", "a", "c"]),
        (alt.SortByEncoding("x", order="descending"), ["c", "b", "a"]),
    ],
)  # fmt: skip
def test_the_order_of_the_bars_is_the_one_that_is_drawn(sort: object, order: list[str]) -> None:
    (unit,) = encodings(bars(x="sum(n)", y=alt.Y("kind:N", sort=sort)))
    assert unit.orders["y"] == order


def test_layers_rows_and_columns_are_walked_and_parents_count() -> None:
    plain = bars(x="sum(n)", y="kind")
    base = alt.Chart(FRAME).encode(x="sum(n)", y="kind")
    layered = base.mark_bar() + base.mark_text().encode(text="sum(n)")
    assert [unit.mark for unit in encodings(layered)] == ["bar", "text"]
    assert encodings(layered)[0] == encodings(plain)[0]
    shared = alt.layer(alt.Chart().mark_bar(), data=FRAME).encode(x="sum(n)", y="kind")
    assert encodings(shared)[0].values == encodings(plain)[0].values
    assert encodings(plain | plain) == encodings(plain & plain) == encodings(plain) * 2
    assert "facet" in encodings(plain.facet("who"))[0].channels


def test_a_finding_is_its_chart() -> None:
    rows = load("market").iloc[:1]
    shown = finding(bars(x="sum(n)", y="kind"), title="a", subtitle="b", rows=rows, alt="c")
    assert encodings(shown) == encodings(bars(x="sum(n)", y="kind"))


def test_a_chart_without_a_table_is_told_from_one_that_cannot_be_drawn() -> None:
    for empty in (alt.Chart().mark_bar().encode(x="n"), alt.Chart().mark_bar().encode(x="n:Q")):
        with pytest.raises(NoData, match="no table yet"):
            encodings(empty)
    for broken in (bars(x="nothing"), alt.Chart(FRAME).encode(x="n"), 3, None, FRAME):
        with pytest.raises(FigureError) as caught:
            encodings(broken)
        assert not isinstance(caught.value, NoData)

"""Names and tables: what counts as the same answer, and what each slip is told."""

import itertools
import json
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techwar.tasks.kinds import Function, Names, Number, Table
from techwar.tasks.task import Verdict

FIRMS = Names("firms")
NAMED = {"right": ["Dahua", "Hikvision", "Uniview"], "mistakes": []}


def judged(kind: Any, value: Any, expected: dict[str, Any]) -> Verdict:
    seen = json.loads(json.dumps(kind.observe(value), allow_nan=False))  # plain JSON, all of it
    return kind.judge(seen, expected)


def hint(kind: Any, value: Any, expected: dict[str, Any]) -> str:
    verdict = judged(kind, value, expected)
    return verdict.state if verdict.state != "not yet" else verdict.hint


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (["Dahua", "Hikvision", "Uniview"], "done"), (("uniview", " Dahua", "HIKVISION "), "done"),
        ({"Dahua", "Hikvision", "Uniview"}, "done"),
        (pd.Series(["Uniview", "Dahua", "Hikvision", "Dahua"]), "done"),
        (pd.Index(["Uniview", "Dahua", "Hikvision"]), "done"),
        (np.array(["Uniview", "Dahua", "Hikvision"]), "done"),
        (pd.Series(["Uniview", "Dahua", "Hikvision"], dtype="category").unique(), "done"),
        (pd.DataFrame({"name": ["Uniview", "Dahua", "Hikvision"]}), "done"),
        (["Dahua", "Hikvision"], "missing"), (["Dahua", "Hikvision", "Uniview", "Axis"], "extra"),
        (["Axis", "Sony"], "none"), ([], "empty"), ([None, None], "not started"),
        (["Dahua", None], "blank"), (["Dahua", ""], "blank"), ([np.nan, "Dahua"], "blank"),
        ([True, False], "mask"), ([1, 2], "numbers"), ("Dahua, Hikvision", "one text"),
        ([["Dahua"]], "wrong items"), (3, "no list"), (print, "is a function"),
        (pd.DataFrame({"a": ["Dahua"], "b": [1]}), "columns"), (None, "not started"),
        (["Dahua", "Hikvision", "Uniview"] * 200, "long"),
    ],
)  # fmt: skip
def test_names_are_a_set_whatever_holds_them(value: Any, said: str) -> None:
    assert hint(FIRMS, value, NAMED) == said


def test_missing_names_are_counted_before_one_is_told() -> None:
    verdict = judged(FIRMS, ["Dahua"], NAMED)
    assert verdict.message == "2 are missing."
    assert "Hikvision" in verdict.smaller
    verdict = judged(FIRMS, ["Dahua", "uniview"], NAMED)
    assert verdict.message == "One is missing."
    assert "ikvision" not in verdict.smaller  # it would be the rest of the answer


def test_names_in_one_pair_of_quotes_are_told_apart() -> None:
    letters = {"right": ["K", "L", "M"], "mistakes": []}
    for several in (["KLM"], ["K, L, M"], ["klm"], ("K,L",)):
        assert hint(Names("letters"), several, letters) == "one item"
    assert hint(Names("letters"), ["N"], letters) == "none"
    assert hint(FIRMS, ["Dahua; Hikvision"], NAMED) == "one item"
    assert hint(FIRMS, ["Axis, Inc.", "Dahua"], NAMED) == "extra"


def test_one_too_many_and_one_missing_are_said_in_one_number() -> None:
    verdict = judged(FIRMS, ["Dahua", "Axis", "Uniview"], NAMED)
    assert verdict.message == "One does not belong; one is missing. Look at “Axis”."
    verdict = judged(FIRMS, ["Dahua", "Axis", "Sony"], NAMED)
    assert verdict.message == "2 do not belong; 2 are missing. Look at “Axis”."
    assert "condition" not in judged(FIRMS, [], NAMED).message


def test_numbers_may_be_names_and_one_name_needs_no_list() -> None:
    paragraphs = {"right": ["2", "19"], "mistakes": []}
    assert hint(Names("paragraphs"), {2, 19.0}, paragraphs) == "done"
    assert hint(FIRMS, "dahua", {"right": ["Dahua"], "mistakes": []}) == "done"


def test_a_named_mistake_speaks_before_the_count() -> None:
    mistake = {"id": "all", "value": ["Dahua", "Axis"], "hint": "Which?", "smaller": ""}
    assert hint(FIRMS, ["axis", "dahua"], {**NAMED, "mistakes": [mistake]}) == "all"


INDEX = Table(("year", "index"), key="year", tolerance=0.05)
LEVELS = pd.Series({2014: 55.0066, 2015: 75.6078, 2016: 100.0}, name="dahua").rename_axis("year")
INDEXED = {"right": INDEX.plain(lambda: LEVELS), "mistakes": []}


@pytest.mark.parametrize(
    ("value", "said", "words"),
    [
        (LEVELS.rename_axis(None), "done", ""),
        (LEVELS.round(1), "done", ""),
        (LEVELS.to_frame("index").rename_axis(None), "done", ""),
        (LEVELS.round(), "rounded", "Keep all digits"),
        (LEVELS.round().astype(int), "rounded", "Keep all digits"),
        (LEVELS.reset_index(drop=True), "series", "without `year`"),
        (LEVELS.reindex(range(2014, 2018)), "empty rows", "“2017” has a row"),
        (LEVELS.add(1), "cell", "by hand"),
        (pd.concat([LEVELS, pd.Series({2017: 3.0})]), "extra rows", "such as “2017”"),
    ],
)
def test_a_series_by_year_is_told_what_is_the_matter(value: Any, said: str, words: str) -> None:
    assert hint(INDEX, value, INDEXED) == said
    assert words in judged(INDEX, value, INDEXED).message


CLAIMS = Table(("id", "kind", "n"), key="id", tolerance=0.01)


def claims() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "id": ["c1", "c2", "c3", "c4"],
            "kind": ["fact", "opinion", "fact", "forecast"],
            "n": [3, 0, 5, np.nan],
        }
    )


RIGHT = {"right": CLAIMS.plain(claims), "mistakes": []}


def with_cell(column: str, row: int, value: Any) -> pd.DataFrame:
    frame = claims().astype({column: object})
    frame.loc[row, column] = value
    return frame


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (claims(), "done"),
        (claims().sample(frac=1, random_state=3), "done"),
        (claims()[["n", "id", "kind"]].set_axis(list("wxyz"), axis=0), "done"),
        (claims().set_index("id"), "done"), (claims().set_index(["id", "kind"]), "done"),
        (claims().set_index("id").rename_axis(None), "done"),
        (claims().astype({"n": "Int64", "kind": "category"}), "done"),
        (claims().astype({"n": "float32", "kind": "string"}), "done"),
        (claims().assign(extra=1), "done"),
        (claims()[["id", "kind"]], "missing column"),
        (claims().rename(columns={"kind": "Kind "}), "column name"),
        (claims()["kind"], "series"), (claims()["kind"] == "fact", "mask"),
        (claims().iloc[:3], "missing rows"), (claims().iloc[:0], "empty"),
        (pd.concat([claims(), claims().iloc[:1]]), "repeated"),
        (pd.concat([claims(), claims().iloc[:1].assign(id="c9")]), "extra rows"),
        (claims().assign(id=["d1", "d2", "d3", "d4"]), "rows"),
        (with_cell("kind", 1, "fact"), "cell"), (with_cell("n", 0, 3.02), "cell"),
        (with_cell("n", 0, 3.009), "done"), (with_cell("n", 0, "3"), "is text"),
        (with_cell("n", 3, 0), "blank as zero"), (with_cell("n", 1, None), "zero as blank"),
        (with_cell("n", 0, None), "blank"), (claims().assign(n=claims()["n"] * 100), "factor 100"),
        (claims().assign(n=-claims()["n"]), "sign"),
        (claims().groupby("kind"), "groups"), ([1, 2], "list"), (None, "not started"),
        ("c1", "no table"), (print, "is a function"), (7, "no table"),
    ],
)  # fmt: skip
def test_tables_are_the_same_by_their_rows_and_each_slip_has_its_hint(
    value: Any, said: str
) -> None:
    assert hint(CLAIMS, value, RIGHT) == said


YEARS = Table(("year", "dollars"), key="year", tolerance=8)
DOLLARS = pd.DataFrame({"year": [2015, 2016], "dollars": [15937.3, 15237.6]})
PAID = {"right": YEARS.plain(lambda: DOLLARS), "mistakes": []}


@pytest.mark.parametrize(
    ("value", "said", "words"),
    [
        (DOLLARS.astype({"year": str}), "is text", "`year` holds text"),
        (DOLLARS.assign(year=[1915, 1916]), "rows", "None of these rows"),
        (DOLLARS.assign(dollars=DOLLARS["dollars"] / 1000), "other unit", "unit asked for"),
        (DOLLARS.assign(dollars=DOLLARS["dollars"] * 1e6), "other unit", "unit asked for"),
        (DOLLARS["dollars"] + DOLLARS.groupby("dollars").size().sum(), "series", "`year`"),
        (pd.concat([DOLLARS, DOLLARS.assign(year=[2017, 2018])]), "extra rows", "let them in"),
        (pd.concat([DOLLARS, DOLLARS]), "repeated", "By what did you join, or group?"),
        (DOLLARS.head(0), "empty", "no rows"), (DOLLARS.head(1), "missing rows", "left it out"),
        (DOLLARS.assign(dollars=[[1], [2]]), "lists", "holds lists"),
    ],
)  # fmt: skip
def test_a_join_that_went_astray_is_told_where(value: Any, said: str, words: str) -> None:
    assert hint(YEARS, value, PAID) == said
    assert words in judged(YEARS, value, PAID).message


def test_a_series_is_told_which_column_it_has_not() -> None:
    pairs = Table(("kind", "part", "n"), key=("kind", "part"))
    expected = {"right": pairs.plain(lambda: claims().assign(part="x")), "mistakes": []}
    grouped = claims().assign(parts="x").groupby(["kind", "parts"]).size()
    assert "without `part`" in judged(pairs, grouped, expected).message


def test_more_columns_than_asked_are_a_remark_only() -> None:
    verdict = judged(CLAIMS, claims().assign(extra=1), RIGHT)
    assert verdict.state == "done"
    assert "more columns" in verdict.message


def test_the_first_wrong_row_is_named_by_its_key_and_not_by_its_value() -> None:
    words = judged(CLAIMS, with_cell("kind", 3, "fact"), RIGHT).message
    assert "“c4”" in words
    assert "forecast" not in words


def test_a_column_that_is_missing_is_told_with_those_that_are_there() -> None:
    words = judged(CLAIMS, claims()[["id", "n"]], RIGHT).message
    assert "`kind` is missing" in words
    assert "`id`, `n`" in words


def test_a_series_with_its_key_in_the_index_is_a_table_of_one_value() -> None:
    counts = Table(("kind", "claims"), key="kind")
    right = {
        "right": counts.plain(lambda: claims().groupby("kind").size().reset_index(name="claims")),
        "mistakes": [],
    }
    assert hint(counts, claims()["kind"].value_counts(), right) == "done"
    assert hint(counts, claims().groupby("kind").size(), right) == "done"
    assert hint(counts, claims()["kind"].value_counts(normalize=True), right) == "cell"


def test_order_counts_only_where_it_is_the_task() -> None:
    kind = Table(("id", "n"), key="id", ordered=True, by="n")
    newest = claims().dropna().sort_values("n", ascending=False)
    tied = newest.assign(n=[5.0, 3.0, 3.0])
    right = {"right": kind.plain(lambda: newest), "mistakes": []}
    assert hint(kind, newest, right) == "done"
    assert hint(kind, newest.iloc[::-1], right) == "order"
    ties = {"right": kind.plain(lambda: tied), "mistakes": []}
    assert hint(kind, tied.iloc[[0, 2, 1]], ties) == "done"
    strict = Table(("id", "n"), key="id", ordered=True)
    assert hint(strict, tied.iloc[[0, 2, 1]], ties) == "order"


def test_a_key_may_be_two_columns_and_a_date_is_its_day() -> None:
    kind = Table(("actor", "on", "n"), key=("actor", "on"))
    frame = pd.DataFrame({"actor": ["US", "US"], "on": ["2018-07-06", "2018-08-23"], "n": [1, 2]})
    right = {"right": kind.plain(lambda: frame), "mistakes": []}
    assert hint(kind, frame.assign(on=pd.to_datetime(frame["on"])), right) == "done"
    assert hint(kind, frame.set_index(["actor", "on"])["n"], right) == "done"


def test_whole_tables_of_the_course_fit() -> None:
    from techwar import load

    for name, columns in {
        "claims": ("id", "statement", "chain"),
        "companies": ("id", "name"),
    }.items():
        kind = Table(columns, key="id")
        right = {"right": kind.plain(lambda name=name: load(name)), "mistakes": []}
        assert hint(kind, load(name).sample(frac=1, random_state=1), right) == "done"
        assert hint(kind, load(name).iloc[:-1], right) == "missing rows"


@settings(deadline=None)
@given(
    order=st.permutations(range(4)),
    columns=st.permutations(["id", "kind", "n"]),
    number=st.sampled_from(["float64", "float32", "Int64", "Float64", "object"]),
    text=st.sampled_from(["object", "string", "category", "str"]),
    index=st.sampled_from(["kept", "key", "nameless key", "letters", "dates"]),
)
def test_no_shuffle_and_no_type_makes_a_right_table_wrong(
    order: list[int], columns: list[str], number: str, text: str, index: str
) -> None:
    frame = claims().iloc[order][columns].astype({"n": number, "kind": text, "id": text})
    if "key" in index:
        frame = frame.set_index("id")
    if index == "nameless key":
        frame = frame.rename_axis(None)
    if index == "letters":
        frame.index = pd.Index(list("dcba"))
    if index == "dates":
        frame.index = pd.date_range("2019-05-22", periods=4)
    assert hint(CLAIMS, frame, RIGHT) == "done"


class Broken(pd.DataFrame):
    """A table that breaks when it is read."""

    @property
    def columns(self) -> Any:
        raise RuntimeError("no")


def test_tables_that_break_get_a_sentence() -> None:
    doubled = pd.DataFrame([[1, 2, "c1", 3]], columns=["id", "id", "kind", "n"])
    nested = pd.DataFrame({"id": [["a"], {"b": 1}], "kind": [np.array([1, 2]), set()], "n": [1, 2]})
    many = pd.DataFrame({"id": range(5_000), "kind": "x", "n": 1.5})
    wide = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_product([["id"], ["a", "b"]]))
    infinite = with_cell("n", 0, np.inf)
    for value, kind in itertools.product(
        (doubled, nested, many, wide, infinite, Broken(claims())), (CLAIMS, FIRMS, Number("x", 1))
    ):
        expected = {Table: RIGHT, Names: NAMED}.get(type(kind), {"right": 1.5, "mistakes": []})
        assert judged(kind, value, expected).state == "not yet", value


FEWEST = Function(((0.1, 0.05), (0.1, 0.5), (0.5, 0.2)), 1e-9, "fewest(p, target)", "number")


def fewest(p: float, target: float) -> int | None:
    return None if p == 0.5 else 1 + (p > target)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (fewest, "done"), (lambda p, t: np.float64(r) if (r := fewest(p, t)) else None, "done"),
        (lambda p, t: fewest(p, t) or 0, "off"), (lambda p, t: None, "returns nothing"),
        (lambda p, t: print(p), "prints"), (lambda p, t: (1, 2), "no number"),
        (lambda p, t: "2", "no number"), (lambda p: 1, "arguments"), (lambda p, t: 1, "constant"),
        (lambda p, t: p / 0, "stops"), (2, "no function"),
    ],
)  # fmt: skip
def test_a_function_may_give_one_number_and_none_where_there_is_no_answer(
    value: Any, said: str
) -> None:
    assert hint(FEWEST, value, {"right": FEWEST.plain(fewest), "mistakes": []}) == said


def test_a_function_may_give_a_list_of_any_length() -> None:
    kind = Function(((1,), (3,)), 1e-9, "steps(n)", "list")
    expected = {"right": kind.plain(lambda n: list(range(n))), "mistakes": []}
    assert hint(kind, lambda n: np.arange(n), expected) == "done"
    assert hint(kind, lambda n: n, expected) == "no list"
    assert hint(kind, lambda n: list(range(n + 1)), expected) == "off"


def test_a_pair_for_one_number_is_told_to_take_one_out() -> None:
    assert hint(Number("rows", 0), (45, 19), {"right": 45, "mistakes": []}) == "several"


def test_columns_that_changed_places_are_named() -> None:
    kind = Table(("day", "side", "goods"), ("day", "side"))
    wide = pd.DataFrame({"day": ["6 July", "23 August"], "US": [34, 50], "China": [34, 110]})
    right = wide.melt(id_vars="day", var_name="side", value_name="goods")
    expected = {"right": kind.plain(lambda: right), "mistakes": []}
    wrong = wide.melt(id_vars="day", var_name="goods", value_name="side")
    verdict = judged(kind, wrong, expected)
    assert verdict.hint == "swapped columns"
    assert "`side` belongs in `goods`" in verdict.message
    assert judged(kind, right, expected).state == "done"


def test_a_key_in_an_index_of_another_name_is_found() -> None:
    kind = Table(("year", "US"), "year")
    right = pd.DataFrame({"year": [2016.0, 2017.0], "US": [1, 2]})
    expected = {"right": kind.plain(lambda: right), "mistakes": []}
    counted = right.rename(columns={"year": "effective"}).set_index("effective")
    verdict = judged(kind, counted, expected)
    assert verdict.hint == "index name"
    assert "“effective”" in verdict.message
    assert judged(kind, counted.rename_axis("year"), expected).state == "done"
    assert judged(kind, counted.reset_index(drop=True), expected).hint == "missing column"

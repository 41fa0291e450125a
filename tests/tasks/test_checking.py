"""How a check finds answers, speaks, and never stops a notebook."""

import decimal
import sys
import threading
from typing import Any

import numpy as np
import pandas as pd
import pytest

from techwar.data import fact
from techwar.tasks import check, checking, prediction_log
from techwar.tasks.kinds import Choice, Interval, Names, Number, Text
from techwar.tasks.lesson03 import world_2016, world_2017
from techwar.tasks.predictions import TaskError
from techwar.tasks.task import Verdict

NUMBER = Number("billion US dollars", 0.005)
EXPECTED = {"right": 15.36, "mistakes": []}


@pytest.fixture(autouse=True)
def no_tries_before() -> None:
    checking._tries.clear()


def hint(value: Any, kind: Any = NUMBER, expected: dict[str, Any] = EXPECTED) -> str:
    verdict = kind.judge(kind.observe(value), expected)
    return verdict.state if verdict.state != "not yet" else verdict.hint


def test_the_answer_is_read_from_the_caller_by_its_name() -> None:
    namespace = {"world_2016": world_2016()}
    exec("from techwar import check\nsaid = check('3.1')", namespace)
    assert namespace["said"].state == "done"


def test_a_thread_without_ipython_reads_its_own_names_too() -> None:
    namespace = {"world_2016": world_2016()}
    code = compile("from techwar import check\nsaid = check('3.1')", "cell", "exec")
    thread = threading.Thread(target=exec, args=(code, namespace))
    thread.start()
    thread.join()
    assert namespace["said"].state == "done"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (15.36, "done"), (np.float64(15.361), "done"), (np.float32(15.36), "done"),
        (15.365, "done"), (15.3551, "done"), (15.37, "off"),
        ("15.36", "is text"), ("15,36", "is text"), ("about 15", "is text"),
        ((15, 36), "comma"), (pd.Series([15.36]), "is a table"), (True, "is yes-no"),
        (float("nan"), "no value"), (1536.0, "factor 100"), (0.1536, "factor 100"),
        (-15.36, "sign"), (15.4, "rounded"), (15, "rounded"), (print, "is a function"),
        (None, "not started"), (..., "not started"), (object(), "wrong type"),
        (pd.Timedelta(days=15), "is a span"), (np.timedelta64(15, "D"), "is a span"),
    ],
)  # fmt: skip
def test_a_number_is_judged_by_its_value_and_a_slip_by_its_kind(value: Any, said: str) -> None:
    assert hint(value) == said


def test_of_two_mistakes_within_the_tolerance_the_nearer_one_speaks() -> None:
    mistakes = [
        {"id": i, "value": v, "hint": "?", "smaller": ""} for i, v in (("a", 9.22), ("b", 9.24))
    ]
    kind, expected = Number("per cent", 0.05), {"right": 10.82, "mistakes": mistakes}
    assert [hint(value, kind, expected) for value in (9.22, 9.235, 9.25)] == ["a", "b", "b"]


def test_a_right_number_rounded_is_not_taken_for_a_wrong_one_nearby() -> None:
    mean = {"id": "mean", "value": 28.7986, "hint": "A mean.", "smaller": ""}
    expected = {"right": 28.7746, "mistakes": [mean]}
    kind = Number("per cent a year", 0.01)
    assert hint(28.8, kind, expected) == "rounded"
    assert hint(28.7986, kind, expected) == hint(28.799, kind, expected) == "mean"
    assert hint(28.8, kind, {**expected, "mistakes": [{**mean, "value": 28.8}]}) == "mean"


def test_text_that_looks_like_a_number_is_told_about_quotes_and_nothing_else() -> None:
    verdict = NUMBER.judge(NUMBER.observe("16.79"), EXPECTED)
    assert "quotes" in verdict.message
    assert "table" not in verdict.message


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ((1.0, 2.0), "done"), ([1.004, 1.996], "done"), (np.array([1.0, 2.0]), "done"),
        (pd.Series([1.0, 2.0]), "done"), (pd.Series([1.0]), "is a table"),
        ({"low": 1.0, "high": 2.0}, "done"),
        ((2.0, 1.0), "reversed"), ((1.0, 1.0), "equal ends"), (1.5, "one number"),
        ((1.0, 3.5), "one end"), ((1.5, 0.5), "half-width"), ((decimal.Decimal("1"), 2), "done"),
        ((0.5, 3.5), "off"), ((1.0, None), "one blank"), ((None, None), "not started"),
        ((0.01, 0.02), "factor 100"), ((100, 200), "factor 100"), (pd.DataFrame(), "is a table"),
        (("1", "2"), "is text"), ((1.1, 2.2, 3.3), "not two"), ([1.1, 1.2, 1.3, 1.4], "not two"),
    ],
)  # fmt: skip
def test_an_interval_is_two_ends_smallest_first(value: Any, said: str) -> None:
    assert hint(value, Interval("x", 0.005), {"right": [1.0, 2.0], "mistakes": []}) == said


@pytest.mark.parametrize("typed", [(1, 5), (1, 5, 2, 5)])
def test_commas_typed_for_points_are_noticed_in_a_range(typed: Any) -> None:
    assert hint(typed, Interval("x", 0.005), {"right": [1.5, 2.5], "mistakes": []}) == "comma"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ((224, 3364), "done"),
        ((224, 3300), "one end"),
        ((224, 900), "one end"),
        ((1800, 1500), "half-width"),
    ],
)
def test_a_wide_range_of_whole_numbers_is_no_comma_and_no_half_width(typed: Any, said: str) -> None:
    assert hint(typed, Interval("x", 0.5), {"right": [224.27, 3364.0], "mistakes": []}) == said


@pytest.mark.parametrize(("value", "said"), [(0.9, "off"), (1.23, "rounded")])
def test_ends_rounded_too_early_are_told_so(value: float, said: str) -> None:
    expected = {"right": [1.2345, 2.3456], "mistakes": []}
    assert hint((value, round(value + 1.12, 2)), Interval("x", 0.002), expected) == said


def test_a_row_is_told_from_its_number() -> None:
    assert hint(fact("ihs-china-share-2017")) == "is a row"


@pytest.mark.parametrize(
    "said", ["B", "b", " (B) ", "b.", 2, "2", "Option B", "two", "B: two", "B) Two."]
)
def test_an_option_is_known_by_letter_number_or_words(said: Any) -> None:
    kind = Choice(("one", "two", "three", "four"))
    assert hint(said, kind, {"right": "B", "mistakes": []}) == "done"


def test_a_function_with_other_brackets_is_shown_the_line_to_begin_with() -> None:
    said = check("3.4", namespace={"amount_added": lambda new, g, d_new, d_g: (new, g)})
    assert "def amount_added(new, g, d_new=0, d_g=0):" in said.message


def test_a_function_that_ends_the_program_is_only_said_to_stop() -> None:
    assert check("3.4", namespace={"amount_added": lambda *_: sys.exit()}).hint == "stops"


def test_a_text_is_checked_for_its_form_only() -> None:
    kind = Text(words=5, needs=("date", "source"))
    ids = {"right": ["psi-2018-11"], "mistakes": []}
    assert hint("In 2018 psi-2018-11 wrote that cats bark.", kind, ids) == "done"
    assert hint("In 2018 somebody wrote that cats bark.", kind, ids) == "no source"
    assert hint("psi-2018-112 wrote in 2018 that cats bark.", kind, ids) == "no source"
    assert hint("psi-2018-11 wrote that cats bark loudly.", kind, {"right": ["x"]}) == "no source"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In 2016 and in 2017 the sums tell nothing.", "no number"),
        ("On 22 May 2019, or May 22, nobody could tell.", "no number"),
        ("From 2015-2018, and 2019-05-22, by P19 nothing.", "no number"),
        ("In 2016 one of them held 40 per cent.", "done"),
        ("The index may be 1950 points in that year.", "done"),
        ("The index may be 1950.5 in that year, or less.", "done"),
        ("Their sum rose from 58 to 62 in 2017.", "done"),
    ],
)
def test_a_year_or_a_day_is_no_number_where_an_amount_is_asked(text: str, said: str) -> None:
    kind, expected = Text(words=6, needs=("number",)), {"right": [], "mistakes": []}
    assert hint(text, kind, expected) == said
    if said == "no number":
        assert "A year" in kind.judge(kind.observe(text), expected).message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hikvision quotes IHS Markit for this share", "done"),
        ("The share, quoted from IHS Markit, is high", "done"),
        ("Hikvision's report cites IHS Markit for it", "done"),
        ("IHS Markit gives it this share of all", "done"),
        ("By IHS Markit's measure it is the first", "done"),
        ("IHS Markit ranked Axis third of all", "done"),
        ("Omdia placed Uniview sixth of all firms", "done"),
        ("Third, after IHS Markit, of all firms", "done"),
        ("It is third. Source: SourceSecurity, its site", "done"),
        ("Uniview ranked third in the world then", "no attribution"),
        ("It became the third after May 2019", "no attribution"),
        ("Per IHS Markit it holds the first place", "done"),
        ("It holds 22 per cent of the market", "no attribution"),
        ("In the United States it holds rather little", "no attribution"),
        ("By May it held the first place there", "no attribution"),
    ],
)
def test_who_says_so_may_be_told_in_many_words(text: str, said: str) -> None:
    kind = Text(words=5, needs=("attribution",))
    assert hint(text, kind, {"right": [], "mistakes": []}) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("1,192,360,064 US dollars", "done"), ("US$1,192,360,064", "done"),
        ("1192 m dollars", "done"), ("1.19B dollars", "done"), ("USD 1.19 billion", "done"),
        ("1.19 bn", "done"), ("22 May 2018", "no unit"), ("7 boxes and 2 makers", "no unit"),
    ],
)  # fmt: skip
def test_an_amount_has_its_unit_however_it_is_written(amount: str, said: str) -> None:
    kind, expected = Text(words=4, needs=("unit",)), {"right": [], "mistakes": []}
    assert hint(f"The firm agreed to {amount}", kind, expected) == said


@pytest.mark.parametrize(
    ("need", "text", "words"),
    [
        ("date", "Signed on 13/08/18, to hold a year later.", "four digits"),
        ("date", "Agreed 3/7/17, after talks with the bureau.", "four digits"),
        ("source", "See zte-2017-doj for the fine of that year.", "`source_id`"),
        ("date", "这项禁令是在二零一八年八月签署的一年以后才开始生效", "in English"),
    ],
)
def test_what_comes_near_is_told_what_it_lacks(need: str, text: str, words: str) -> None:
    kind, expected = Text(words=6, needs=(need,)), {"right": ["iti-2018-06"], "mistakes": []}
    verdict = kind.judge(kind.observe(text), expected)
    assert verdict.state == "not yet"
    assert words in verdict.message
    plain = kind.judge(kind.observe("It was signed by somebody on one day."), expected)
    assert words not in plain.message


def test_a_loaded_word_is_a_question_and_costs_nothing() -> None:
    kind = Text(words=3)
    verdict = kind.judge(kind.observe("They punished the firm"), {"right": [], "mistakes": []})
    assert verdict.state == "done"
    assert "says who?" in verdict.message


def test_of_several_remarks_the_first_is_said() -> None:
    task = checking.tasks()["1.4"]
    verdicts = [Verdict("done", "remark", words) for words in ("First.", "Second.")]
    said = checking.feedback(task, verdicts)
    assert said.message == f"{task.meaning} First. {task.unchecked}"


def test_a_verb_that_the_task_asks_about_is_a_question() -> None:
    kind = Text(words=3, questions={"grew": "had it been counted?"})
    verdict = kind.judge(kind.observe("The market grew fast"), {"right": [], "mistakes": []})
    assert verdict.state == "done"
    assert "“grew”: had it been counted?" in verdict.message


def test_the_third_try_brings_a_smaller_question() -> None:
    names: dict[str, Any] = {"world_2016": world_2017() * (1 - 0.093)}
    tries = "from techwar import check\nsaid = [check('3.1').message for _ in range(3)]"
    exec(tries, names)
    first, second, third = names["said"]
    assert first == second
    assert third.startswith(first)
    assert len(third) > len(first)


def test_names_in_a_message_are_set_as_code() -> None:
    assert "<code>world_2016</code>" in check("3.1", namespace={})._repr_html_()


@pytest.mark.parametrize("unknown", ["9.9", "", "three", 3.2, None, "3,2", "<b>"])
def test_an_unknown_task_is_a_sentence(unknown: Any) -> None:
    said = check(unknown, namespace={})
    if str(unknown) == "3.2":
        assert said.state == "not started"
    else:
        assert said.hint == "unknown task"
        assert "There is no task" in said.message or "Name the task" in said.message
    assert "<b>" not in said._repr_html_()  # what a student types is shown as typed


def test_a_lesson_alone_is_answered_with_its_own_tasks() -> None:
    assert "Did you mean 6.1 or 6.2" in check("6", namespace={}).message


def test_a_whole_row_is_told_from_the_cell_that_names_it() -> None:
    acts = pd.DataFrame({"id": ["a", "b"], "actor": ["US", "China"], "day": [None, "2018"]})
    kind, right = Names("ids of acts", one=True), {"right": ["a"], "mistakes": []}
    for row in (acts.iloc[0], acts.iloc[0][["id", "actor"]]):
        verdict = kind.judge(kind.observe(row), right)
        assert verdict.hint == "whole row"
        assert "`id`" in verdict.message
    assert hint(acts["id"].head(1), kind, right) == "done"
    assert hint(acts.iloc[0]["id"], kind, right) == "done"


def test_under_nbgrader_the_text_is_the_score(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert repr(check("3.1", namespace={"world_2016": world_2016()})) == "2"
    assert repr(check("3.1", namespace={})) == "0"
    assert float(repr(check("3.5", namespace={"rest_2017": 9.40109}))) == pytest.approx(
        2 / 3, abs=1e-4
    )


def test_feedback_shows_its_state_in_words_and_not_by_colour_alone() -> None:
    page = check("3.1", namespace={})._repr_html_()
    assert "Not started" in page
    assert "$" not in page


def test_a_prediction_comes_back_with_its_gap_in_words() -> None:
    log = prediction_log("3", namespace={"guess_2017": 18, "guess_part": "44", "guess_width": None})
    text = repr(log)
    assert "1.2 more than the result" in text
    assert text.count("no guess") == len(log.frame) - 2  # one is a guess, one is text
    assert "leave out the quotes" in text
    assert log.frame["gap"].notna().sum() == 1


@pytest.mark.parametrize(
    ("guess", "said"),
    [
        (10, "on the spot"), (0, "10 less than"), (2.5, "a whole number"), (-3, "from 0 to 89"),
        (500, "from 0 to 89"), ("10", "leave out the quotes"), ((1, 5), "takes a point"),
        (float("nan"), "no number"), (print, "no number"), (None, "no guess"),
    ],
)  # fmt: skip
def test_a_guess_that_makes_no_sense_is_told_why(guess: Any, said: str) -> None:
    log = prediction_log("6", "guess_months", namespace={"guess_months": guess})
    assert said in repr(log)
    assert ("10 months" in repr(log)) == log.frame["guess"].notna().all()


def test_a_fraction_guessed_for_per_cent_is_asked_for_its_unit() -> None:
    assert "a fraction?" in repr(prediction_log("6", "guess_mean", namespace={"guess_mean": 0.13}))
    assert "fraction" not in repr(prediction_log("6", "guess_mean", namespace={"guess_mean": 13}))


@pytest.mark.parametrize(
    ("guess", "said"),
    [(2, "on the spot"), (2.5, "a whole number"), (1, "from 2 to 6"), (7, "2 to 6")],
)
def test_a_step_between_six_years_is_guessed_by_its_year(guess: float, said: str) -> None:
    assert said in repr(prediction_log("7", "guess_fastest", namespace={"guess_fastest": guess}))


def test_one_prediction_can_be_asked_for_alone() -> None:
    alone = prediction_log(3, "guess_part", namespace={})
    assert len(alone.frame) == 1
    assert "66" not in repr(alone)
    assert "66" in repr(prediction_log(3, "guess_part", namespace={"guess_part": 50}))
    assert "66" in repr(prediction_log(3, namespace={}))


def test_a_prediction_that_does_not_exist_is_a_sentence() -> None:
    with pytest.raises(TaskError, match=r"lessons that do: .*\b3\b"):
        prediction_log("99", namespace={})
    with pytest.raises(TaskError, match="no guess called guess_x"):
        prediction_log("3", "guess_x", namespace={})


def test_four_numbers_are_counted_in_digits_and_days_are_none() -> None:
    kind, none = Text(words=3, needs=("four numbers",)), {"right": [], "mistakes": []}
    assert hint("The US has 5 instead of 27, China 1 instead of 9.", kind, none) == "done"
    for few in ("On 22 May 2019 the US has 12, China 6.", "five of twenty-seven, one of nine"):
        assert hint(few, kind, none) == "no four numbers"
    assert "looks for digits" in kind.judge(kind.observe("five of twenty-seven"), none).message

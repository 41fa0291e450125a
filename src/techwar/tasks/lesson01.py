"""The tasks of lesson 1, "Who says so?": every answer counted from the table of claims."""

from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from techwar.data import load, path
from techwar.tasks.kinds import ChartSpec, Choice, Number, Table, Text
from techwar.tasks.task import Mistake, Part, Prediction, Task

#: The kinds of speaker who are not named, as the codebook codes them.
UNNAMED = (
    "anonymous executive",
    "anonymous people, after an agency",
    "anonymous people, to the newspaper",
)
NEWSPAPER = "reporter"


@cache
def _claims() -> pd.DataFrame:
    return load("claims")


@cache
def _glossary() -> pd.DataFrame:
    return load("glossary")


def claims() -> pd.DataFrame:
    """Return all claims of the article, one a row."""
    return _claims().copy()


def speakers() -> pd.Series:
    """Return how many claims each kind of speaker makes."""
    return _claims()["speaker_kind"].value_counts()


def kinds() -> pd.Series:
    """Return how many claims there are of each kind."""
    return _claims()["kind"].value_counts()


def _share(column: str, word: str) -> float:
    return float((_claims()[column] == word).mean())


def unnamed() -> int:
    """Return how many claims come from people who are not named."""
    return int(_claims()["speaker_kind"].isin(UNNAMED).sum())


def share_unnamed() -> float:
    """Return the share of all claims that comes from people not named, a fraction."""
    return unnamed() / len(_claims())


def share_outside() -> float:
    """Return the share not named among the claims that are not the newspaper's own."""
    return unnamed() / int((_claims()["speaker_kind"] != NEWSPAPER).sum())


def _outside(count: float) -> float:
    return count / int((_claims()["speaker_kind"] != NEWSPAPER).sum())


def plans_unnamed() -> float:
    """Return the share of claims about plans that comes from people not named, in per cent."""
    plans = _claims()[_claims()["kind"] == "intention"]
    return 100 * float(plans["speaker_kind"].isin(UNNAMED).mean())


def unnamed_checkable() -> int:
    """Return how many claims of people not named a public record can decide."""
    rows = _claims()[_claims()["speaker_kind"].isin(UNNAMED)]
    return int((rows["checkable"] == "yes").sum())


def _terms() -> pd.DataFrame:
    return _glossary()[["id", "term", "term_zh"]]


def _bars(column: str = "speaker_kind", sort: str | None = "-x") -> alt.Chart:
    y = alt.Y(column) if sort is None else alt.Y(column, sort=sort)
    # Only what is drawn: Altair copies every column of a table into a chart.
    drawn = claims()[["speaker_kind", "kind", "paragraph"]]
    chart: alt.Chart = alt.Chart(drawn).mark_bar().encode(x="count()", y=y)
    return chart


def _bars_of_counts() -> alt.Chart:
    counts = speakers().reset_index(name="claims")
    y = alt.Y("speaker_kind", sort=None)
    chart: alt.Chart = alt.Chart(counts).mark_bar().encode(x=alt.X("claims", title="claims"), y=y)
    return chart


def _source_ids() -> list[str]:
    return list(load("sources")["id"])


def _size() -> dict[str, Any]:
    rows, columns = _glossary().shape
    return {"n_rows": rows, "n_columns": columns, "last_label": rows - 1}


CLAIM_PARTS = (
    "The camera market is enormous",
    "As everybody knows, cameras sold well in 2018",
    "In October 2018 IHS Markit forecast growth of a tenth for the market of 2018",
    "A figure with a decimal was printed",
)

STORED = (
    "b is 20: it got its value before a changed",
    "b is 50: it follows a",
    "Python stops, because a was given two values",
    "It cannot be said without running it",
)

CHAIN = (
    "You read Bloomberg; Bloomberg heard one person who is not named",
    "You read the South China Morning Post; it repeats Bloomberg, the first to know",
    "You read the South China Morning Post; it repeats Bloomberg; "
    "Bloomberg heard one person who is not named",
    "You read the South China Morning Post; it heard one person who is not named",
)

_TRACE = {
    "chain": "C",
    "chain_reason": "The newspaper says that Bloomberg told it, and who told them.",
    "log_1": (
        "reuters-hikvision-source-2019, an agency, names no source but says that it has one "
        "of its own; the department declined to comment."
    ),
}
_LOG = {
    "log_2": (
        "straitstimes-nyt-2019-05-22 prints a report of the New York Times, whose evidence is "
        "people it does not name; Reuters had it too."
    ),
    "log_3": (
        "newsam-2019-05-22, a news site, only repeats the New York Times: the same "
        "evidence, so it does not count as another teller."
    ),
    "tellers": "Of my 3 sources, 1 tells of evidence of its own, and the others repeat a report.",
}
_REWRITTEN = {
    "rewritten": (
        "According to our table, 10 of 45 claims in the article come from people whose names "
        "the reader is not told."
    )
}
_WHOLE = {"share_says": "10 of the 24 claims that are not the newspaper's own are not named."}

TASKS = (
    Task(
        id="1.w1",
        parts=(
            Part(
                "w1",
                Choice(CLAIM_PARTS),
                "C",
                (
                    Mistake("no measure", "A", "How large is enormous, and who measured it when?"),
                    Mistake("no speaker", "B", "Whom could you ask? Everybody has no address."),
                    Mistake("no content", "D", "Printed by whom, and what does it say?"),
                ),
            ),
            Part("w1_reason", Text(words=8), _source_ids),
        ),
        meaning="What, when, according to whom: this lesson is about the third part.",
        right=(
            lambda: {
                "w1": "C",
                "w1_reason": "It says what, when, and who is the one that says so.",
            },
            lambda: {"w1": 3, "w1_reason": "Only here is there a date and a name to ask."},
        ),
        wrong=(
            (lambda: {"w1": "C", "w1_reason": "It is precise."}, "short"),
            (lambda: {"w1": "C"}, "not started"),
        ),
    ),
    Task(
        id="1.w2",
        parts=(
            Part(
                "w2",
                Choice(STORED),
                "A",
                (
                    Mistake("follows", "B", "Which line gives b its value, and what is a then?"),
                    Mistake(
                        "two values", "C", "A name may get a new value. What happens to the old?"
                    ),
                    Mistake("unknown", "D", "Go through the three lines with a pencil."),
                ),
            ),
            Part("w2_reason", Text(words=8), _source_ids),
        ),
        meaning="A name holds a value, not a formula. Cells run again in order bring both in step.",
        right=(
            lambda: {"w2": "A", "w2_reason": "The second line ran once, when a was still two."},
            lambda: {
                "w2": STORED[0],
                "w2_reason": "b holds a number and knows no formula any more.",
            },
        ),
        wrong=(
            (lambda: {"w2": "A", "w2_reason": "It is so."}, "short"),
            (lambda: {"w2": "Z", "w2_reason": ""}, "no option"),
        ),
    ),
    Task(
        id="1.y1",
        parts=(
            Part(
                "share_forecasts",
                Number("a fraction", 0.005, "0.25"),
                lambda: _share("kind", "forecast"),
                (
                    Mistake(
                        "count",
                        lambda: len(_claims()) * _share("kind", "forecast"),
                        "That is a count. A share is the count divided by the whole.",
                    ),
                    Mistake(
                        "kinds",
                        lambda: float(kinds()["forecast"] / len(kinds())),
                        "You divided by the number of kinds. How many claims are there?",
                    ),
                    Mistake(
                        "plans",
                        lambda: _share("kind", "intention"),
                        "That is the share of plans. Which word does the task name?",
                    ),
                    Mistake(
                        "plans too",
                        lambda: _share("kind", "forecast") + _share("kind", "intention"),
                        "You counted plans as well. The task asks for forecasts alone.",
                    ),
                    Mistake(
                        "upside down",
                        lambda: 1 / _share("kind", "forecast"),
                        "A part divided by its whole lies between 0 and 1. Turn it round.",
                    ),
                ),
            ),
        ),
        meaning=(
            "A forecast says what may come. Plans are counted apart: they say what somebody is "
            "said to intend."
        ),
        right=(
            lambda: {"share_forecasts": kinds()["forecast"] / len(_claims())},
            lambda: {"share_forecasts": (_claims()["kind"] == "forecast").mean()},
        ),
        wrong=(
            (lambda: {"share_forecasts": 100 * _share("kind", "forecast")}, "factor 100"),
            (lambda: {"share_forecasts": "0.11"}, "is text"),
        ),
    ),
    Task(
        id="1.y2",
        parts=(
            Part(
                "share_checkable",
                Number("a fraction", 0.005, "0.25"),
                lambda: _share("checkable", "yes"),
                (
                    Mistake(
                        "count",
                        lambda: len(_claims()) * _share("checkable", "yes"),
                        "That is a count. A share is the count divided by the whole.",
                    ),
                    Mistake(
                        "partly too",
                        lambda: 1 - _share("checkable", "no"),
                        "You counted partly as well. The task asks for yes alone.",
                    ),
                    Mistake(
                        "partly",
                        lambda: _share("checkable", "partly"),
                        "That is the share of partly. Which word does the task name?",
                    ),
                    Mistake(
                        "no",
                        lambda: _share("checkable", "no"),
                        "That is the share of no. Which word does the task name?",
                    ),
                    Mistake(
                        "words",
                        lambda: (
                            float((_claims()["checkable"] == "yes").sum())
                            / _claims()["checkable"].nunique()
                        ),
                        "You divided by the number of words. How many claims are there?",
                    ),
                ),
            ),
        ),
        meaning="Records could decide about half. Keep that: the lesson comes back to it.",
        right=(
            lambda: {"share_checkable": (_claims()["checkable"] == "yes").mean()},
            lambda: {
                "share_checkable": _claims()["checkable"].value_counts()["yes"] / len(_claims())
            },
        ),
        wrong=(
            (lambda: {"share_checkable": _claims()["checkable"].value_counts()}, "is a table"),
            (lambda: {"share_checkable": 100 * _share("checkable", "yes")}, "factor 100"),
        ),
    ),
    Task(
        id="1.1",
        parts=(
            Part(
                "n_rows",
                Number("rows", 0, "12"),
                lambda: _size()["n_rows"],
                (
                    Mistake(
                        "last label",
                        lambda: _size()["last_label"],
                        "Row labels start at 0. How many labels are there up to the last?",
                    ),
                    Mistake("swapped", lambda: _size()["n_columns"], "shape gives the rows first."),
                    Mistake(
                        "cells",
                        lambda: _size()["n_rows"] * _size()["n_columns"],
                        "That is every cell of the table. Each word is one row.",
                    ),
                    Mistake(
                        "claims",
                        lambda: len(_claims()),
                        "So many rows has the table of claims. Which table does the task name?",
                    ),
                ),
            ),
            Part(
                "n_columns",
                Number("columns", 0, "12"),
                lambda: _size()["n_columns"],
                (
                    Mistake("swapped", lambda: _size()["n_rows"], "shape gives the rows first."),
                    Mistake(
                        "one more",
                        lambda: _size()["n_columns"] + 1,
                        "The labels at the left are no column. Count the names, or ask shape.",
                    ),
                    Mistake(
                        "claims",
                        lambda: _claims().shape[1],
                        "So many columns has the table of claims. Which table does the task name?",
                    ),
                ),
            ),
            Part(
                "last_label",
                Number("a label", 0, "12"),
                lambda: _size()["last_label"],
                (
                    Mistake(
                        "counted from one",
                        lambda: _size()["n_rows"],
                        "The first label is 0. What does that make the last?",
                    ),
                ),
            ),
        ),
        meaning="A row a word. Labels count from 0, so the last is one less than the rows.",
        right=(
            lambda: _size(),
            lambda: {name: float(value) for name, value in _size().items()},
        ),
        wrong=(
            (lambda: {**_size(), "n_rows": _glossary().shape}, "several"),
            (lambda: {**_size(), "last_label": "67"}, "is text"),
            (lambda: {"n_rows": _size()["n_rows"]}, "not started"),
        ),
    ),
    Task(
        id="1.2",
        parts=(
            Part(
                "terms",
                Table(("id", "term", "term_zh"), key="id"),
                _terms,
                (
                    Mistake(
                        "first rows",
                        lambda: _terms().head(),
                        "head shows the first five rows. The task asks for all of them.",
                    ),
                    Mistake(
                        "without the first",
                        lambda: _terms().iloc[1:],
                        "The row with label 0 is a word, too.",
                    ),
                ),
            ),
        ),
        meaning="Every row, three columns. Now it fits a screen: scroll it, and keep it at hand.",
        right=(
            lambda: {"terms": _glossary()[["term_zh", "id", "term"]]},
            lambda: {"terms": _glossary().set_index("id")[["term", "term_zh"]].sample(frac=1)},
            lambda: {"terms": pd.read_csv(path("glossary"))[["id", "term", "term_zh", "pinyin"]]},
        ),
        wrong=(
            (lambda: {"terms": _glossary()["term"]}, "series"),
            (lambda: {"terms": _glossary()[["id", "term"]]}, "missing column"),
            (lambda: {"terms": _glossary()[["id", "term", "pinyin"]]}, "missing column"),
            (lambda: {"terms": ["id", "term", "term_zh"]}, "list"),
        ),
    ),
    Task(
        id="1.3",
        parts=(
            Part(
                "share_outside",
                Number("a fraction", 0.005, "0.25"),
                share_outside,
                (
                    Mistake(
                        "count",
                        lambda: float(unnamed()),
                        "A share lies between 0 and 1. This is a count: divide it by its whole.",
                    ),
                    Mistake(
                        "all claims",
                        share_unnamed,
                        "That is the share of all claims. Which claims does the task leave out?",
                        "How many claims are not the newspaper's own?",
                    ),
                    Mistake(
                        "by the newspaper",
                        lambda: unnamed() / int(speakers()[NEWSPAPER]),
                        "You divided by the newspaper's own claims. Divide by those that are left.",
                    ),
                    Mistake(
                        "agency only",
                        lambda: _outside(speakers()[UNNAMED[1]]),
                        "List the values of speaker_kind: who else is not named?",
                    ),
                    Mistake(
                        "without executives",
                        lambda: _outside(speakers()[UNNAMED[1]] + speakers()[UNNAMED[2]]),
                        "An executive may not be named either. How do their codes begin?",
                    ),
                    Mistake(
                        "executives only",
                        lambda: _outside(speakers()[UNNAMED[0]]),
                        "That is one kind of speaker. Which others are not named?",
                    ),
                    Mistake(
                        "what is left",
                        lambda: 1 - _share("speaker_kind", NEWSPAPER),
                        "That is what is left without the newspaper. Which part of it is asked?",
                    ),
                    Mistake(
                        "upside down",
                        lambda: 1 / share_outside(),
                        "A part divided by its whole lies between 0 and 1. Turn it round.",
                    ),
                    Mistake(
                        "named",
                        lambda: 1 - share_outside(),
                        "That is the share of those who are named. The task asks for the rest.",
                    ),
                ),
            ),
            Part("share_says", Text(8, ("number",)), _source_ids),
        ),
        meaning=(
            "Same count, smaller whole: the share nearly doubles. A share without its whole "
            "says little."
        ),
        right=(
            lambda: {"share_outside": share_outside(), **_WHOLE},
            lambda: {"share_outside": round(share_outside(), 3), **_WHOLE},
            lambda: {
                "share_outside": claims()
                .query(f"speaker_kind != '{NEWSPAPER}'")["speaker_kind"]
                .str.startswith("anonymous")
                .mean(),
                "share_says": "42 per cent of what others say comes from people not named.",
            },
        ),
        wrong=(
            (lambda: {"share_outside": 100 * share_outside(), **_WHOLE}, "factor 100"),
            (lambda: {"share_outside": speakers(), **_WHOLE}, "is a table"),
            (lambda: {"share_outside": share_outside()}, "not started"),
            (
                lambda: {
                    "share_outside": share_outside(),
                    "share_says": "Less than half of the claims that others make.",
                },
                "no number",
            ),
        ),
        marks=3,
        unchecked="Not checked: whether your sentence names the whole.",
    ),
    Task(
        id="1.4",
        parts=(
            Part(
                "bars",
                ChartSpec(("bar",), {"x": "number of claims", "y": "kind of speaker"}, ordered="y"),
                _bars,
                (
                    Mistake(
                        "kind of claim",
                        lambda: _bars("kind"),
                        "These bars are kinds of claim. The task asks who speaks.",
                    ),
                    Mistake(
                        "by name",
                        lambda: _bars(sort=None),
                        "These bars stand in order of the alphabet. Add sort='-x' inside alt.Y(…).",
                    ),
                    Mistake(
                        "shortest first",
                        lambda: _bars(sort="x"),
                        "Shortest first. What does a minus before the x do?",
                    ),
                ),
            ),
            Part("says", Text(8, ("number",)), _source_ids),
        ),
        meaning="Longest first, a reader finds the largest at once.",
        right=(
            lambda: {"bars": _bars(), "says": "The newspaper itself makes 21 of the 45 claims."},
            lambda: {
                "bars": _bars_of_counts(),
                "says": "Firms speak in 5 claims of 45, as our coding of the article has it.",
            },
            lambda: {
                "bars": _bars().encode(color="speaker_kind"),
                "says": "21 of 45 claims are the reporter's own words, by our count.",
            },
        ),
        wrong=(
            (lambda: {"bars": _bars().encode(x="sum(paragraph)"), "says": ""}, "other sum"),
            (lambda: {"bars": speakers(), "says": ""}, "is a table"),
            (lambda: {"bars": _swapped(), "says": ""}, "swapped"),
            (lambda: {"bars": _bars().mark_line(), "says": ""}, "mark"),
            (lambda: {"bars": _bars(), "says": "Most claims are made by the newspaper."}, "short"),
            (
                lambda: {"bars": _bars(), "says": "Most of the claims are made by the newspaper."},
                "no number",
            ),
        ),
        marks=3,
        unchecked="Not checked: your sentence.",
    ),
    Task(
        id="1.5",
        parts=(
            Part(
                "chain",
                Choice(CHAIN),
                "C",
                (
                    Mistake("newspaper left out", "A", "Where did you read it?"),
                    Mistake("agency first", "B", "Who told Bloomberg?"),
                    Mistake("agency left out", "D", "Whom does the newspaper name as its source?"),
                ),
            ),
            Part("chain_reason", Text(8, ("attribution",)), _source_ids),
            Part("log_1", Text(12, ("source",)), _source_ids),
        ),
        meaning="Two steps back, then it ends at one person who is not named: you can't ask.",
        right=(
            lambda: _TRACE,
            lambda: {
                **_TRACE,
                "chain": CHAIN[2],
                "chain_reason": "According to the column chain, two steps lie behind the page.",
            },
        ),
        wrong=(
            (lambda: {**_TRACE, "chain_reason": "It is longest."}, "short"),
            (
                lambda: {
                    **_TRACE,
                    "chain_reason": "There are two steps back from the page to the person.",
                },
                "no attribution",
            ),
            (
                lambda: {
                    **_TRACE,
                    "log_1": "An agency of the same day says that it has a source of its own too.",
                },
                "no source",
            ),
        ),
        marks=1,
        unchecked="Not checked: what your reason and your log say.",
    ),
    Task(
        id="1.6",
        parts=(
            *(Part(f"log_{n}", Text(12, ("source",)), _source_ids) for n in (2, 3)),
            Part("tellers", Text(8, ("number",)), _source_ids),
            Part(
                "rewritten",
                Text(
                    10,
                    ("number", "attribution"),
                    {"false": "which row shows that?", "invented": "which row shows that?"},
                ),
                _source_ids,
            ),
        ),
        meaning="The form is complete. Read it once more: did you count outlets, or first tellers?",
        right=(
            lambda: {**_LOG, **_REWRITTEN},
            lambda: {
                **_LOG,
                "rewritten": "By our coding, 22 per cent of the claims are credited to people "
                "who are not named, the course says.",
            },
            lambda: {
                **_LOG,
                "rewritten": "By the course's coding, 10 of 45 claims come from people not named.",
            },
        ),
        wrong=(
            (lambda: {**_LOG, **_REWRITTEN, "log_2": "newsam-2019-05-22 says the same."}, "short"),
            (
                lambda: {**_LOG, **_REWRITTEN, "tellers": "One of them has evidence of its own."},
                "no number",
            ),
            (
                lambda: {
                    **_LOG,
                    "rewritten": "Many claims in the article come from people who are not named.",
                },
                "no number",
            ),
            (
                lambda: {
                    **_LOG,
                    "rewritten": "Of all claims in the article 10 come from people not named.",
                },
                "no attribution",
            ),
        ),
        marks=1,
        unchecked="Not checked: whether the sources are independent.",
    ),
)


def _swapped() -> alt.Chart:
    x = alt.X("speaker_kind", sort="-y")
    chart: alt.Chart = alt.Chart(claims()).mark_bar().encode(y="count()", x=x)
    return chart


PREDICTIONS = (
    Prediction(
        "guess_claims",
        "How many claims does the article make?",
        "claims",
        lambda: float(len(_claims())),
        0,
    ),
    Prediction(
        "guess_unnamed",
        "What share of the claims comes from people who are not named?",
        "per cent",
        lambda: 100 * share_unnamed(),
        0,
    ),
    Prediction(
        "guess_plans",
        "And of the claims about plans?",
        "per cent",
        plans_unnamed,
        0,
    ),
    Prediction(
        "guess_checkable",
        "How many claims of people not named could a record decide?",
        "claims",
        lambda: float(unnamed_checkable()),
        0,
    ),
)

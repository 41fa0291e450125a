"""The tasks of lesson 5, "Which fine was it?": every answer made from the tables."""

import math
import re
from itertools import combinations
from typing import Any

import pandas as pd

from techwar.data import as_of, load
from techwar.data.rounding import printed_range
from techwar.tasks.kinds import Choice, Names, Number, Table, Text
from techwar.tasks.task import Mistake, Part, Prediction, Task

DAY = "2019-05-22"
#: The day of the report that the article begins with.
REPORT = "2019-05-21"
ENDED = "2018-07-13"
SETTLED_2018 = "us-zte-superseding-settlement-2018"
PROCUREMENT = "us-ndaa2019-889"
#: The amount of task 5.6, in billions: as P8 might have printed what was called paid.
OTHER = 1.9
BILLION, MILLION = "billion US dollars", "million US dollars"


def parts() -> pd.DataFrame:
    """Return the parts of the penalties on ZTE that were known on 22 May 2019."""
    return as_of(load("penalties"), DAY)


def states() -> pd.DataFrame:
    """Return the states of the parts that were known on 22 May 2019."""
    return as_of(load("penalty_states"), DAY)


def _papers() -> pd.DataFrame:
    papers = as_of(load("sources"), DAY)[["id", "publisher"]]
    return papers.rename(columns={"id": "source_id"})


def part_publishers() -> pd.DataFrame:
    """Return each part with the publisher of its main source: `id`, `publisher`."""
    papers = _papers()
    found = parts().merge(papers, on="source_id", how="left", validate="many_to_one")
    return found[["id", "publisher"]]


def _all_publishers(how: Any) -> pd.DataFrame:
    papers = _papers()
    return parts()[["id", "source_id"]].merge(papers, on="source_id", how=how)


def state_amounts() -> pd.DataFrame:
    """Return each state with the amount of its part, in millions: `id`, `state`, `value`."""
    amounts = parts()[["id", "value"]].rename(columns={"id": "penalty_id"})
    found = states().merge(amounts, on="penalty_id", how="left", validate="many_to_one")
    return found[["id", "penalty_id", "state", "since", "value"]]


def _by_position() -> pd.DataFrame:
    return states().assign(value=parts()["value"])[["id", "state", "value"]]


def amounts_on(day: str) -> pd.DataFrame:
    """Return the sum of the parts in each state on a day, in millions: `state`, `value`."""
    begun = state_amounts()
    begun = begun[begun["since"] <= day].sort_values("since", kind="stable")
    begun = begun.drop_duplicates("penalty_id", keep="last")
    sums: pd.DataFrame = begun.groupby("state")[["value"]].sum().reset_index()
    return sums


def known_paid(named: tuple[str, ...] = ("paid",), *, what: str = "sum") -> pd.DataFrame:
    """Return what an authority's rows call paid, in millions: `authority`, `known_paid`.

    Args:
        named: the states that count; no name at all counts every state.
        what: "sum", or "size" for the number of rows.
    """
    rows = states()[["penalty_id", "state"]]
    if named:
        rows = rows[rows["state"].isin(named)]
    amounts = parts()[["id", "authority", "value"]]
    found = rows.merge(amounts, left_on="penalty_id", right_on="id", validate="many_to_one")
    sums: pd.DataFrame = found.groupby("authority")["value"].agg(known_paid=what).reset_index()
    return sums


def all_parts_by_authority() -> pd.DataFrame:
    """Return what each authority imposed, in millions: `authority`, `known_paid`."""
    sums: pd.DataFrame = parts().groupby("authority")["value"].agg(known_paid="sum").reset_index()
    return sums


def agreed_2018() -> float:
    """Return what was agreed in June 2018, in billions."""
    rows = parts()
    return float(rows[rows["measure_id"] == SETTLED_2018]["value"].sum()) / 1000


def summed_after_join() -> float:
    """Return the sum of the amounts over all states, each part once a state, in billions."""
    return float(state_amounts()["value"].sum()) / 1000


def paid() -> float:
    """Return what was called paid when the stop ended, in billions."""
    return float(amounts_on(ENDED).set_index("state")["value"]["paid"]) / 1000


def selections(printed: float, *, half: float | None = None) -> list[tuple[str, ...]]:
    """Return every choice of parts whose sum, in billions, may be printed as a number."""
    low, high = printed_range(printed) if half is None else (printed - half, printed + half)
    values = parts().set_index("id")["value"]
    return [
        chosen
        for size in range(1, len(values) + 1)
        for chosen in combinations(values.index, size)
        if low <= values[list(chosen)].sum() / 1000 <= high
    ]


def printed_amount() -> float:
    """Return the amount that P8 prints, in billions."""
    figures: Any = load("claims").set_index("id")["figures"]["c18"]
    return float(str(figures).split()[0])


def zte_dollars(
    keys: tuple[str, ...] = ("year", "currency"), *, how: Any = "left", times: bool = False
) -> Any:
    """Return ZTE's revenue by year in million US dollars: `year`, `dollars`."""
    rows = as_of(load("financials"), DAY)
    rows = rows[(rows["company"] == "zte") & (rows["metric"] == "revenue")]
    rates = as_of(load("exchange_rates"), DAY)[["year", "currency", "value"]]
    rates = rates.rename(columns={"value": "per_dollar"})
    found = rows[["year", "currency", "value"]].merge(rates, on=list(keys), how=how)
    value, rate = found["value"], found["per_dollar"]
    return found.assign(dollars=value * rate if times else value / rate)[["year", "dollars"]]


def _still_yuan() -> pd.DataFrame:
    rows = as_of(load("financials"), DAY)
    rows = rows[(rows["company"] == "zte") & (rows["metric"] == "revenue")]
    return rows[["year", "value"]].rename(columns={"value": "dollars"})


def per_cent_of_revenue(of: str = "2018", *, year: int = 2018, yuan: bool = False) -> float:
    """Return the parts whose ids hold a word, in per cent of ZTE's revenue of a year."""
    rows = parts()
    amount = rows[rows["id"].str.contains(of)]["value"].sum()
    revenue = (_still_yuan() if yuan else zte_dollars()).set_index("year")["dollars"]
    return float(100 * amount / revenue[year])


def _one_rate(year: int) -> Any:
    rates = load("exchange_rates").set_index(["currency", "year"])["value"]
    yuan = zte_dollars(times=True)
    known = [rates["CNY", one] for one in yuan["year"]]
    return yuan.assign(dollars=yuan["dollars"] / known / rates["CNY", year])


def followed_up(paragraphs: tuple[int, ...] = (8, 9), *, partner: bool = False) -> list[str]:
    """Return the claims without an outcome known on 22 May 2019, or those with one."""
    claims = load("claims")
    claims = claims[claims["paragraph"].isin(paragraphs)]
    found = claims["id"].isin(as_of(load("outcomes"), DAY)["claim_id"])
    return list(claims[found if partner else ~found]["id"])


def _wrong_side() -> list[str]:
    known = as_of(load("outcomes"), DAY)["claim_id"]
    return [one for one in known if one not in followed_up(partner=True)]


def _days(name: str) -> pd.Timestamp:
    row: Any = load("measures").set_index("id").loc[PROCUREMENT]
    day: pd.Timestamp = row[name]
    return day


def days_to_effect() -> float:
    """Return the days from the signing of the act of 2018 to the start of its ban."""
    return float((_days("effective") - _days("announced")).days)


def monitor_left() -> float:
    """Return the year in which the monitor of the court left; known in 2022."""
    row: Any = load("outcomes").set_index("id").loc["c20-o2"]
    return float(re.findall(r"\b\d{4}\b", row["statement"])[-1])


def _source_ids() -> list[str]:
    return list(load("sources")["id"])


WARM_UP_ROUNDED = (
    "Exactly this amount, or the paper would have written “about”",
    "Any amount that rounds to it, half a last digit below to half a digit above",
    "Any amount up to a whole last digit below or above it",
    "Nothing, because rounded numbers carry no information",
)

WARM_UP_EMPTY = (
    "The act is in force to this day",
    "The act never had an end",
    "This row gives no end; why, the cell does not say",
    "The row is wrong and should be left out",
)

NO_ROW = (
    "They were still open on 22 May 2019",
    "They turned out to be false",
    "Our table has no row on them that was known by then",
    "Nobody had looked at them by then",
)

ROWS_DATE = (
    "The payments: on that day the money moved",
    "The days on which the parts fell due",
    "The statement that it was paid: the money moved on that day or before it",
    "Nothing, because the day of payment is not known",
)

BAN_WORDING = (
    "The US government banned these purchases in 2018, and has bought none since",
    "An act signed in 2018 bars agencies from buying such equipment "
    "for security purposes from August 2019 on",
    "No such ban existed in May 2019, so nothing had been decided",
    "The ban took effect in 2018 and was announced in 2019",
)

_W1 = "Half of the last printed digit may be missing at either side."
_W2 = "The cell is empty, and emptiness has more than one reason."
_BAN = "The act was signed in 2018, and its ban on purchases starts one year later."
_FINE = (
    "On 7 March 2017 ZTE agreed to 1.19 billion US dollars, 300 million of it suspended, "
    "according to freewechat-doj-2017-03; the settlement after the stop was another one."
)

TASKS = (
    Task(
        id="5.w1",
        parts=(
            Part(
                "w1",
                Choice(WARM_UP_ROUNDED),
                "B",
                (
                    Mistake("exact", "A", "What could the number have been before rounding?"),
                    Mistake("whole digit", "C", "Would all of these round to the printed number?"),
                    Mistake("nothing", "D", "Name an amount that cannot stand behind it."),
                ),
            ),
            Part("w1_reason", Text(words=8), _source_ids),
        ),
        meaning="A printed number is a range. Today sums are held against such a range.",
        right=(
            lambda: {"w1": "B", "w1_reason": _W1},
            lambda: {"w1": 2, "w1_reason": "Rounding moves a number by half a digit at most."},
        ),
        wrong=(
            (lambda: {"w1": "B", "w1_reason": "Rounded."}, "short"),
            (lambda: {"w1": "G", "w1_reason": _W1}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="5.w2",
        parts=(
            Part(
                "w2",
                Choice(WARM_UP_EMPTY),
                "C",
                (
                    Mistake("in force", "A", "Does an empty cell say *yes*? Lesson 2 had one."),
                    Mistake("never", "B", "That would be a statement. Does a blank make one?"),
                    Mistake("wrong", "D", "Is a row worthless because one of its cells is blank?"),
                ),
            ),
            Part("w2_reason", Text(words=8), _source_ids),
        ),
        meaning="A blank has more than one reason. A join, today's tool, makes new blanks.",
        right=(
            lambda: {"w2": "C", "w2_reason": _W2},
            lambda: {"w2": "c", "w2_reason": "It may have no end, or one that nobody looked up."},
        ),
        wrong=(
            (lambda: {"w2": "C", "w2_reason": 3}, "no text"),
            (lambda: {"w2": "blank", "w2_reason": _W2}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="5.y1",
        parts=(
            Part(
                "part_publishers",
                Table(("id", "publisher"), "id"),
                part_publishers,
                (
                    Mistake(
                        "no partner",
                        lambda: parts()[["id"]].assign(publisher=None),
                        "No row found a partner. Which column of `parts` holds the id of a source?",
                    ),
                    Mistake(
                        "right",
                        lambda: _all_publishers("right"),
                        "All sources are in it now. `how` decides whose rows are kept.",
                    ),
                    Mistake(
                        "outer",
                        lambda: _all_publishers("outer"),
                        "All sources are in it, also those of no part. Whose rows are to be kept?",
                    ),
                    Mistake(
                        "first",
                        lambda: parts()[["id"]].assign(
                            publisher=part_publishers()["publisher"].iloc[0]
                        ),
                        "Every row has one publisher. Join the rows; don't copy one of them.",
                    ),
                ),
            ),
        ),
        meaning="Now each part says where it was read. Which of these are in the government?",
        right=(
            lambda: {"part_publishers": part_publishers()},
            lambda: {"part_publishers": part_publishers().set_index("id")["publisher"]},
        ),
        wrong=(
            (lambda: {"part_publishers": parts()}, "missing column"),
            (lambda: {"part_publishers": part_publishers().head(4)}, "missing rows"),
            (lambda: {"part_publishers": list(part_publishers()["publisher"])}, "list"),
        ),
        marks=0,
    ),
    Task(
        id="5.y2",
        parts=(
            Part(
                "state_amounts",
                Table(("id", "state", "value"), "id", tolerance=0.01),
                state_amounts,
                (
                    Mistake(
                        "by position",
                        _by_position,
                        "The values came by row number. Which column says what belongs together?",
                    ),
                    Mistake(
                        "one each",
                        lambda: state_amounts().drop_duplicates("penalty_id", keep="last"),
                        "Each part has two states. Keep both rows of it.",
                    ),
                    Mistake(
                        "no partner",
                        lambda: state_amounts().assign(value=None),
                        "No state found its part. Which column of `states` holds the id of a part?",
                    ),
                    Mistake(
                        "no row",
                        lambda: state_amounts().head(0),
                        "No row is left. By which column did the two tables look for partners?",
                    ),
                ),
            ),
        ),
        meaning="As many rows as before, and each has the amount of its part.",
        right=(
            lambda: {"state_amounts": state_amounts()},
            lambda: {"state_amounts": state_amounts().drop(columns="since").iloc[::-1]},
        ),
        wrong=(
            (
                lambda: {
                    "state_amounts": states().merge(
                        parts(), left_on="penalty_id", right_on="id", how="left"
                    )
                },
                "missing column",
            ),
            (lambda: {"state_amounts": state_amounts()["value"]}, "series"),
        ),
        marks=0,
    ),
    Task(
        id="5.1",
        parts=(
            Part(
                "without_outcome",
                Names("ids of claims", '["c01", "c02"]'),
                followed_up,
                (
                    Mistake(
                        "with one",
                        lambda: followed_up(partner=True),
                        "These have a partner. Which value of `_merge` marks those without?",
                    ),
                    Mistake(
                        "wrong side",
                        _wrong_side,
                        "These come from the other table. left_only or right_only?",
                    ),
                    Mistake(
                        "all claims",
                        lambda: followed_up(tuple(range(1, 24))),
                        "These are claims of all paragraphs. The task asks for two of them.",
                    ),
                    Mistake(
                        "both",
                        lambda: followed_up() + followed_up(partner=True),
                        "These are all claims of the two paragraphs. Which found no partner?",
                    ),
                    Mistake(
                        "one paragraph",
                        lambda: ["c18"],
                        "This claim found a partner. Look at its `_merge`.",
                    ),
                ),
            ),
            Part(
                "no_row_means",
                Choice(NO_ROW),
                "C",
                (
                    Mistake("open", "A", "*Open* is a verdict. Does a missing row give one?"),
                    Mistake("false", "B", "A verdict stands in a row. Do these claims have one?"),
                    Mistake("nobody", "D", "Our table is not the world. What does it not know?"),
                ),
            ),
        ),
        meaning="No row in our table: that says nothing on whether these claims hold.",
        right=(
            lambda: {"without_outcome": followed_up(), "no_row_means": "C"},
            lambda: {"without_outcome": pd.Series(followed_up()[::-1]), "no_row_means": 3},
        ),
        wrong=(
            (lambda: {"without_outcome": [], "no_row_means": "C"}, "empty"),
            (lambda: {"without_outcome": followed_up()[1:], "no_row_means": "C"}, "missing"),
            (
                lambda: {
                    "without_outcome": load("claims")["id"].isin(followed_up()),
                    "no_row_means": "C",
                },
                "mask",
            ),
        ),
        marks=2,
    ),
    Task(
        id="5.2",
        parts=(
            Part(
                "zte_dollars",
                Table(("year", "dollars"), "year", tolerance=8),
                zte_dollars,
                (
                    Mistake(
                        "year only",
                        lambda: zte_dollars(("year",)),
                        "A year alone finds every currency of it. Which column completes the key?",
                    ),
                    Mistake(
                        "outer",
                        lambda: zte_dollars(how="outer"),
                        "Rates without a revenue have rows, too. `how` decides whose rows stay.",
                    ),
                    Mistake(
                        "times",
                        lambda: zte_dollars(times=True),
                        "A dollar costs several yuan. Are there more dollars than yuan?",
                    ),
                    Mistake(
                        "one rate",
                        lambda: _one_rate(2018),
                        "One rate for all years. Each year has a rate of its own: join by it.",
                    ),
                    Mistake(
                        "still yuan",
                        _still_yuan,
                        "These are still yuan. Divide by what one dollar costs in the year.",
                    ),
                ),
            ),
            Part(
                "second_in_per_cent",
                Number("per cent", 0.05),
                per_cent_of_revenue,
                (
                    Mistake(
                        "yuan",
                        lambda: per_cent_of_revenue(yuan=True),
                        "These are dollars over yuan. Which column of yours holds dollars?",
                    ),
                    Mistake(
                        "without escrow",
                        lambda: per_cent_of_revenue("2018-bis-fine"),
                        "This counts one part. How many parts does the second settlement have?",
                    ),
                    Mistake(
                        "year before",
                        lambda: per_cent_of_revenue(year=2017),
                        "This is the revenue of another year. When was it agreed?",
                    ),
                    Mistake(
                        "first",
                        lambda: per_cent_of_revenue("2017"),
                        "This counts the parts of the first settlement. Which is asked for?",
                    ),
                    Mistake(
                        "all parts",
                        lambda: per_cent_of_revenue("zte"),
                        "All six parts are in it. Which of them belong to 2018?",
                    ),
                    Mistake(
                        "upside down",
                        lambda: 10_000 / per_cent_of_revenue(),
                        "This is the revenue in per cent of the penalty. Which stands below?",
                    ),
                    Mistake(
                        "times over",
                        lambda: 100 / per_cent_of_revenue(),
                        "So many times the revenue holds the penalty. Which stands below the line?",
                    ),
                ),
            ),
        ),
        meaning="One row a year, by a key of two columns: now an amount has a size beside it.",
        right=(
            lambda: {
                "zte_dollars": zte_dollars(),
                "second_in_per_cent": per_cent_of_revenue(),
            },
            lambda: {
                "zte_dollars": zte_dollars().set_index("year")["dollars"].round(1),
                "second_in_per_cent": round(per_cent_of_revenue(), 1),
            },
        ),
        wrong=(
            (
                lambda: {
                    "zte_dollars": zte_dollars()["dollars"],
                    "second_in_per_cent": per_cent_of_revenue(),
                },
                "series",
            ),
            (
                lambda: {
                    "zte_dollars": zte_dollars().iloc[1:],
                    "second_in_per_cent": per_cent_of_revenue(),
                },
                "missing rows",
            ),
            (
                lambda: {
                    "zte_dollars": zte_dollars(),
                    "second_in_per_cent": per_cent_of_revenue() / 100,
                },
                "factor 100",
            ),
        ),
        marks=4,
    ),
    Task(
        id="5.3",
        parts=(
            Part(
                "paid_by_authority",
                Table(("authority", "known_paid"), "authority", tolerance=0.01),
                known_paid,
                (
                    Mistake(
                        "all parts",
                        all_parts_by_authority,
                        "All six parts are in it. Which of them do the rows never call paid?",
                    ),
                    Mistake(
                        "all states",
                        lambda: known_paid(()),
                        "Each part counts once for each of its states. Which state is asked for?",
                    ),
                    Mistake(
                        "with escrow",
                        lambda: known_paid(("paid", "in escrow")),
                        "Money in escrow is in it. Do the rows call that paid?",
                    ),
                    Mistake(
                        "billions",
                        lambda: known_paid().assign(known_paid=known_paid()["known_paid"] / 1000),
                        "These are billions. The table, and the task, count millions.",
                    ),
                    Mistake(
                        "counted",
                        lambda: known_paid(what="size"),
                        "You counted the parts. The task asks for the sum of their amounts.",
                    ),
                ),
            ),
            Part(
                "rows_date",
                Choice(ROWS_DATE),
                "C",
                (
                    Mistake("payment", "A", "Read the note of a row. Is the day of payment known?"),
                    Mistake("due", "B", "`due` is a state of its own. Which have these rows?"),
                    Mistake("nothing", "D", "*Paid by then*: does that rule out any later day?"),
                ),
            ),
        ),
        meaning="A day by which something is called paid is a bound; it dates no payment.",
        right=(
            lambda: {"paid_by_authority": known_paid(), "rows_date": "C"},
            lambda: {
                "paid_by_authority": known_paid().set_index("authority")["known_paid"].round(2),
                "rows_date": "c",
            },
        ),
        wrong=(
            (
                lambda: {"paid_by_authority": known_paid().head(2), "rows_date": "C"},
                "missing rows",
            ),
            (
                lambda: {
                    "paid_by_authority": parts().groupby("authority"),
                    "rows_date": "C",
                },
                "groups",
            ),
            (lambda: {"paid_by_authority": known_paid().head(0), "rows_date": "C"}, "empty"),
            (lambda: {"paid_by_authority": 1892.36, "rows_date": "C"}, "no table"),
        ),
        marks=3,
    ),
    Task(
        id="5.4",
        parts=(
            Part(
                "days_to_effect",
                Number("days", 0, "21"),
                days_to_effect,
                (
                    Mistake(
                        "reversed",
                        lambda: -days_to_effect(),
                        "The span runs backwards. Take the earlier day from the later one.",
                    ),
                    Mistake(
                        "from the article",
                        lambda: float((_days("effective") - pd.Timestamp(DAY)).days),
                        "That is counted from the article. From which act does the task count?",
                    ),
                    Mistake(
                        "from the report",
                        lambda: float((_days("effective") - pd.Timestamp(REPORT)).days),
                        "That is counted from the report of May 2019. Which act is meant here?",
                    ),
                    Mistake(
                        "until the article",
                        lambda: float((pd.Timestamp(DAY) - _days("announced")).days),
                        "That is counted up to the article. Take the day on which the ban starts.",
                    ),
                    Mistake(
                        "both ends",
                        lambda: days_to_effect() + 1,
                        "One day too many: from Monday to Tuesday is one day.",
                    ),
                ),
            ),
            Part(
                "ban_wording",
                Choice(BAN_WORDING),
                "B",
                (
                    Mistake("banned", "A", "Which of the two dates lies in 2018?"),
                    Mistake(
                        "nothing", "C", "Not in force is not undecided. What happened in 2018?"
                    ),
                    Mistake(
                        "swapped", "D", "Look at the two columns again: which day comes first?"
                    ),
                ),
            ),
            Part("ban_reason", Text(words=8, needs=("date",)), _source_ids),
        ),
        meaning="Signed, in force: two dates. P9 names one year and does not say of which.",
        right=(
            lambda: {
                "days_to_effect": days_to_effect(),
                "ban_wording": "B",
                "ban_reason": _BAN,
            },
            lambda: {
                "days_to_effect": int(days_to_effect()),
                "ban_wording": 2,
                "ban_reason": "What was signed in August 2018 was to bind agencies a year later.",
            },
        ),
        wrong=(
            (
                lambda: {"days_to_effect": 365, "ban_wording": "B", "ban_reason": "Dates."},
                "short",
            ),
            (
                lambda: {
                    "days_to_effect": pd.Series([365.0]),
                    "ban_wording": "B",
                    "ban_reason": _BAN,
                },
                "is a table",
            ),
        ),
        marks=2,
        unchecked="Not checked: your reason beyond its length and date.",
    ),
    Task(
        id="5.5",
        parts=(
            Part(
                "fine_sentence",
                Text(
                    words=15,
                    needs=("date", "unit", "source"),
                    questions={
                        "wrong": "the amount, its date, or what it is tied to?",
                        "paid": "by which day, and according to whom?",
                    },
                ),
                _source_ids,
            ),
        ),
        meaning="Now a reader can look it up. What is left out?",
        right=(
            lambda: {"fine_sentence": _FINE},
            lambda: {
                "fine_sentence": "After the stop of 2018 ZTE agreed to 1.4 billion US dollars, "
                "of which 400 million went into escrow, as iti-2018-06 reports."
            },
        ),
        wrong=(
            (lambda: {"fine_sentence": "It was another settlement."}, "short"),
            (
                lambda: {"fine_sentence": _FINE.replace("freewechat-doj-2017-03", "the press")},
                "no source",
            ),
            (
                lambda: {
                    "fine_sentence": "On one day in 2017 ZTE agreed to an amount, part of it "
                    "suspended, as can be read in freewechat-doj-2017-03 by everybody."
                },
                "no unit",
            ),
            (
                lambda: {"fine_sentence": _FINE.replace("freewechat-doj-2017-03", "zte-2017-doj")},
                "no source",
            ),
            (lambda: {"fine_sentence": ["It", "was"]}, "no text"),
        ),
        marks=1,
        unchecked="Not checked: whether it is true.",
    ),
    Task(
        id="5.6",
        parts=(
            Part(
                "fits_the_other",
                Number("selections", 0, "7"),
                lambda: float(len(selections(OTHER))),
                (
                    Mistake(
                        "none",
                        lambda: 0.0,
                        "None? A printed number is a range: `printed_range`. It is in billions.",
                    ),
                    Mistake(
                        "whole digit",
                        lambda: float(len(selections(OTHER, half=0.1))),
                        "Is your range half of the last digit at either side? See `printed_range`.",
                    ),
                    Mistake(
                        "of P8",
                        lambda: float(len(selections(printed_amount()))),
                        "So many fit the amount that P8 prints. Which amount is asked for here?",
                    ),
                    Mistake(
                        "tried",
                        lambda: float(2 ** len(parts()) - 1),
                        "These are all selections. How many of them pass the condition?",
                    ),
                ),
            ),
        ),
        meaning="One of them is what was called paid. The sum alone would not have told you.",
        right=(
            lambda: {"fits_the_other": len(selections(OTHER))},
            lambda: {"fits_the_other": float(len(selections(OTHER)))},
        ),
        wrong=(
            (lambda: {"fits_the_other": selections(OTHER)[0]}, "wrong type"),
            (lambda: {"fits_the_other": 1}, "off"),
        ),
        marks=2,
    ),
)

PREDICTIONS = (
    Prediction(
        "guess_2018",
        "What was agreed with ZTE after the stop of 2018, in billions?",
        BILLION,
        agreed_2018,
    ),
    Prediction(
        "guess_joined",
        "To what does the column of amounts add up after the join, in billions?",
        BILLION,
        summed_after_join,
    ),
    Prediction(
        "guess_paid",
        "What was called paid when the stop ended, in billions?",
        BILLION,
        paid,
    ),
    Prediction(
        "guess_fits",
        "How many selections of parts can be printed as P8's amount?",
        "selections",
        lambda: float(len(selections(printed_amount()))),
        0,
        whole=True,
        limits=(0, math.inf),
    ),
    Prediction(
        "guess_monitor",
        "In which year did the monitor of the court leave?",
        "(year)",
        monitor_left,
        0,
        whole=True,
    ),
)

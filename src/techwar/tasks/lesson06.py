"""The tasks of lesson 6, "When did it begin?": every answer made from the tables."""

import math
from typing import Any

import altair as alt
import pandas as pd

from techwar.data import as_of, in_force, latest, load
from techwar.tasks.kinds import ChartSpec, Choice, Interval, Names, Number, Table, Text
from techwar.tasks.task import Mistake, Part, Prediction, Task

DAY = "2019-05-22"
#: The first of each month that a story may start with, in the lesson's count of beginnings.
STARTS = pd.date_range("2012-01-01", "2019-05-01", freq="MS")
#: The lists of both sides that were set up as answers to each other, the US list first.
PAIRS = {
    "us-301-list1": "cn-retaliation-list1",
    "us-301-list2": "cn-retaliation-list2",
    "us-301-list3": "cn-retaliation-list3",
}
EXAMPLE_IDS = '["us-first-act", "cn-second-act"]'
#: A day on which the third lists of both sides had begun, and no rate had been raised.
AUTUMN = "2018-10-01"


def acts(*, later: bool = False) -> pd.DataFrame:
    """Return the measures that were public on 22 May 2019, or all."""
    rows = load("measures")
    return rows if later else as_of(rows, DAY)


def first_acts(start: str | pd.Timestamp, day: str = "announced") -> list[str]:
    """Return the ids of the acts on the first day from a start on, by a column of days."""
    rows = acts()
    window = rows[rows[day] >= pd.Timestamp(start)]
    return list(window[window[day] == window[day].min()]["id"])


def last_act(start: str, day: str = "announced") -> list[str]:
    """Return the id of the act that a window ends with."""
    rows = acts()
    return list(rows[rows[day] >= pd.Timestamp(start)].sort_values(day, kind="stable")["id"])[-1:]


def months_with_china_first() -> float:
    """Return in how many starts the first act that was announced is one of China's."""
    actors = acts().set_index("id")["actor"]
    return float(sum(set(actors[first_acts(start)]) == {"China"} for start in STARTS))


def before_the_first_tariff() -> float:
    """Return how many acts were announced before the first tariff."""
    rows = acts()
    first = rows[rows["instrument"] == "tariff"]["announced"].min()
    return float((rows["announced"] < first).sum())


def pairs_us_earlier() -> float:
    """Return in how many pairs of lists that of the US applied on an earlier day."""
    days = acts().set_index("id")["effective"]
    return float(sum(days[ours] < days[theirs] for ours, theirs in PAIRS.items()))


def china_in_2025() -> float:
    """Return how many acts of China, announced in 2025, the whole table holds."""
    rows = acts(later=True)
    return float(((rows["announced"].dt.year == 2025) & (rows["actor"] == "China")).sum())


def days_to_effect(rows: pd.DataFrame | None = None) -> "pd.Series[Any]":
    """Return for each act, by its id, the days from announcement to effect; blank if unknown."""
    rows = acts() if rows is None else rows
    table = rows.set_index("id")
    return (table["effective"] - table["announced"]).dt.days


def acts_where(mask: "pd.Series[bool]") -> list[str]:
    """Return the ids that a mask over `days_to_effect` picks."""
    return list(mask[mask].index)


def per_year(day: str = "effective", rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the acts of each year and actor, wide: a row a year, a column an actor."""
    rows = acts() if rows is None else rows
    found = rows.dropna(subset=[day])
    counts = found.groupby([found[day].dt.year.rename("year"), "actor"]).size()
    table: pd.DataFrame = counts.unstack(fill_value=0).reset_index()
    return table.rename_axis(columns=None)


def per_class(rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the acts of each class and actor, wide: a row a class, a column an actor."""
    rows = acts() if rows is None else rows
    wide = rows.groupby(["instrument", "actor"]).size().unstack(fill_value=0)
    return wide.reset_index().rename_axis(columns=None)


def us_lists(on: str = DAY) -> pd.DataFrame:
    """Return the US lists of goods in force on a day."""
    rows = in_force(on)
    return rows[rows["imposed_by"] == "US"]


def goods(on: str = DAY, side: str = "US") -> float:
    """Return the yearly trade in goods on one side's lists in force, in billion US dollars."""
    rows = in_force(on)
    return float(rows[rows["imposed_by"] == side]["trade_value"].sum())


def china_share(on: str = AUTUMN) -> float:
    """Return China's part of the goods on the lists of both sides, in per cent."""
    ours, theirs = goods(on), goods(on, "China")
    return 100 * theirs / (ours + theirs)


def share_by_steps(on: str = AUTUMN) -> float:
    """Return the share that comes out where each rate of a list brings its goods along again."""
    steps = latest(as_of(load("tariff_steps"), on))
    begun = steps[steps["start"] <= pd.Timestamp(on)]
    lists = load("tariff_lists")[["id", "imposed_by", "value"]]
    both = begun.merge(lists, left_on="list_id", right_on="id", suffixes=("", "_list"))
    sums = both.groupby("imposed_by")["value_list"].sum()
    return float(100 * sums["China"] / sums.sum())


def share_of_lists(on: str = AUTUMN) -> float:
    """Return China's part of the number of lists, in per cent."""
    return float(100 * (in_force(on)["imposed_by"] == "China").mean())


def mean_range(
    on: str = AUTUMN, sides: tuple[str, ...] = ("China",), *, weighted: bool = True
) -> tuple[float, float]:
    """Return the lowest and the highest mean rate that the lists of some sides allow."""
    rows = in_force(on)
    rows = rows[rows["imposed_by"].isin(sides)]
    worth = rows["trade_value"] if weighted else rows["trade_value"].notna().astype(float)
    ends = [float((rows[end] * worth).sum() / worth.sum()) for end in ("lowest", "highest")]
    return ends[0], ends[1]


def rates_of_the_split_list(on: str = AUTUMN) -> tuple[float, float]:
    """Return the two rates of the list that has no single one."""
    rows = in_force(on)
    split = rows[rows["rate"].isna()].iloc[0]
    return float(split["lowest"]), float(split["highest"])


def mean_rate(on: str, *, weighted: bool = True) -> float:
    """Return the mean additional duty on the goods of the US lists in force, in per cent."""
    rows = us_lists(on)
    if not weighted:
        return float(rows["rate"].mean())
    return float((rows["rate"] * rows["trade_value"]).sum() / rows["trade_value"].sum())


def levels_wide() -> pd.DataFrame:
    """Return the goods on the lists of both sides on each day of a change, and on the last day."""
    days = ["2018-07-06", "2018-08-23", "2018-09-24", DAY]
    made = {"day": pd.to_datetime(days)}
    return pd.DataFrame(made | {side: [goods(d, side) for d in days] for side in ("US", "China")})


def levels() -> pd.DataFrame:
    """Return the same long: a row a day and side."""
    return levels_wide().melt(id_vars="day", var_name="side", value_name="goods")


def levels_chart(interpolate: str = "step-after", rows: pd.DataFrame | None = None) -> Any:
    """Return the goods as a line for each side."""
    how: Any = {"interpolate": interpolate} if interpolate else {}
    chart = alt.Chart(levels() if rows is None else rows).mark_line(**how)
    return chart.encode(x="day:T", y="goods:Q", color="side:N")


def _source_ids() -> list[str]:
    return list(load("sources")["id"])


WARM_UP_BLANK = (
    "The act applied on the very day on which it was announced",
    "The act was announced, but in the end it never applied to anybody",
    "The row does not say when, or whether, it applied",
    "The row is mistaken, and should be left out",
)

WARM_UP_ROWS = (
    "The article says four times as much about that settlement as about anything else",
    "Somebody cut a sentence in four: a count depends on the cut",
    "Four people speak about that settlement",
    "Three of the four rows are repeats, and should be deleted",
)

WAYS = ("linear", "step", "step-before", "step-after")

WHOSE_MEAN = (
    "That of the US, because its lists held far more goods",
    "China's, at both ends; that says nothing of how much trade",
    "Nobody can tell, since the range holds the mean of the US",
    "China's, so China's tariffs weighed more in all than those of the US",
)

HEADLINE = (
    "That US acts were, taken together, about three times as strong",
    "That they were stronger, once the acts that ease are taken off",
    "That our choice of rows has more of the US; no column holds strength",
    "That China restricted nothing that the US had not restricted before",
)

_W1 = "A blank cell is unknown; it is no day, and no zero."
_W2 = "The table holds what we cut, so a count of rows is a count of our cuts."
_RULE = (
    "My rule lets in acts that restrict and name a firm; by our coding the US then has 5 acts "
    "instead of 27, and China 1 instead of 9. Direction alone takes them to 12 and 6."
)

TASKS = (
    Task(
        id="6.w1",
        parts=(
            Part(
                "w1",
                Choice(WARM_UP_BLANK),
                "C",
                (
                    Mistake("same day", "A", "Does the cell say so, or do you fill it in?"),
                    Mistake("never", "B", "“Never” would be knowledge. What does a blank know?"),
                    Mistake("mistaken", "D", "The other cells of the row may well be right."),
                ),
            ),
            Part("w1_reason", Text(words=8), _source_ids),
        ),
        meaning="Unknown is not the same day. It will matter for every mean of today.",
        right=(
            lambda: {"w1": "C", "w1_reason": _W1},
            lambda: {"w1": 3, "w1_reason": "Missing means that nobody wrote a day into the table."},
        ),
        wrong=(
            (lambda: {"w1": "C", "w1_reason": "Unknown."}, "short"),
            (lambda: {"w1": "X", "w1_reason": _W1}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="6.w2",
        parts=(
            Part(
                "w2",
                Choice(WARM_UP_ROWS),
                "B",
                (
                    Mistake("weight", "A", "Rows were counted. Was anything weighed?"),
                    Mistake("speakers", "C", "Who speaks is another column. What is a row?"),
                    Mistake("repeats", "D", "Each of the four can be true or false by itself."),
                ),
            ),
            Part("w2_reason", Text(words=8), _source_ids),
        ),
        meaning="A count depends on the cut. Today the rows are acts of governments and courts.",
        right=(
            lambda: {"w2": "B", "w2_reason": _W2},
            lambda: {
                "w2": "b)",
                "w2_reason": "Another reader would have made one row of it, or six rows.",
            },
        ),
        wrong=(
            (lambda: {"w2": "B", "w2_reason": 4}, "no text"),
            (lambda: {"w2": "both", "w2_reason": _W2}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="6.y1",
        parts=(
            Part(
                "first_announced",
                Names("ids of acts", '"us-first-act"', one=True),
                lambda: first_acts("2016-07-01"),
                (
                    Mistake(
                        "whole table",
                        lambda: first_acts("1900-01-01"),
                        "This act lies before your start. Which condition keeps it out?",
                    ),
                    Mistake(
                        "January",
                        lambda: first_acts("2016-01-01"),
                        "That is the first from January 2016 on. Which month does the task say?",
                    ),
                    Mistake(
                        "last",
                        lambda: last_act("2016-07-01"),
                        "That is the last act. Which end of the sorted table comes first?",
                    ),
                    Mistake(
                        "effective",
                        lambda: first_acts("2016-07-01", "effective"),
                        "That one applied first. Which column says when an act was announced?",
                    ),
                ),
            ),
        ),
        meaning="Another start, another actor: in our table, and known acts are not in it.",
        right=(
            lambda: {"first_announced": first_acts("2016-07-01")[0]},
            lambda: {"first_announced": pd.Series(first_acts("2016-07-01"))},
        ),
        wrong=(
            (lambda: {"first_announced": "China"}, "none"),
            (lambda: {"first_announced": acts()["announced"] >= "2016-07-01"}, "mask"),
            (lambda: {"first_announced": acts().iloc[3]}, "whole row"),
        ),
        marks=0,
    ),
    Task(
        id="6.y2",
        parts=(
            Part(
                "first_in_force",
                Names("ids of acts", '"us-first-act"', one=True),
                lambda: first_acts("2016-07-01", "effective"),
                (
                    Mistake(
                        "announced",
                        lambda: first_acts("2016-07-01"),
                        "That one was announced first. By which column do you sort now?",
                    ),
                    Mistake(
                        "whole table",
                        lambda: first_acts("1900-01-01", "effective"),
                        "This act applied before your start. Which condition keeps it out?",
                    ),
                    Mistake(
                        "last",
                        lambda: last_act("2016-07-01", "effective"),
                        "That is the last act. Which end of the sorted table comes first?",
                    ),
                ),
            ),
        ),
        meaning="One start, two columns, two actors. And does this act restrict anything?",
        right=(
            lambda: {"first_in_force": first_acts("2016-07-01", "effective")[0]},
            lambda: {"first_in_force": set(first_acts("2016-07-01", "effective"))},
        ),
        wrong=(
            (lambda: {"first_in_force": 4}, "no list"),
            (lambda: {"first_in_force": acts().head(2)}, "columns"),
        ),
        marks=0,
    ),
    Task(
        id="6.y3",
        parts=(
            Part(
                "by_class",
                Table(("instrument", "US", "China", "Australia"), "instrument"),
                per_class,
                (
                    Mistake(
                        "restricting only",
                        lambda: per_class(acts()[acts()["direction"] == "restricts"]).assign(
                            Australia=0
                        ),
                        "Only acts that restrict are counted here. Start from `kinds`.",
                    ),
                    Mistake(
                        "later acts",
                        lambda: per_class(acts(later=True)),
                        "Acts that became known later are in it. Start from `kinds`.",
                    ),
                ),
            ),
        ),
        meaning="The same rows, another cut. Which classes have acts of one actor alone?",
        right=(
            lambda: {"by_class": per_class().set_index("instrument")},
            lambda: {"by_class": per_class().iloc[::-1].astype({"US": float})},
        ),
        wrong=(
            (lambda: {"by_class": per_class().melt(id_vars="instrument")}, "missing column"),
            (lambda: {"by_class": per_class().replace(0, None)}, "zero as blank"),
        ),
        marks=0,
    ),
    Task(
        id="6.y4",
        parts=(
            Part(
                "interpolate_way",
                Choice(WAYS),
                "D",
                (
                    Mistake("slope", "A", "That is the slope of the picture above. Does a rate?"),
                    Mistake("halfway", "B", "It jumps halfway between two days. Which day is it?"),
                    Mistake("early", "C", "It has the new rate before its day. Which side holds?"),
                ),
            ),
        ),
        meaning="Each rate holds from its day on. The next cells draw it.",
        right=(
            lambda: {"interpolate_way": "step-after"},
            lambda: {"interpolate_way": "D"},
        ),
        wrong=((lambda: {"interpolate_way": "after"}, "no option"),),
        marks=0,
    ),
    Task(
        id="6.1",
        parts=(
            Part(
                "mean_lag",
                Number("days", 0.05, "7.5"),
                lambda: days_to_effect().mean(),
                (
                    Mistake(
                        "blanks as zero",
                        lambda: days_to_effect().fillna(0).mean(),
                        "Blanks were counted as the same day. Unknown is not the same day.",
                    ),
                    Mistake(
                        "without signs",
                        lambda: days_to_effect().abs().mean(),
                        "An act that applied early pulls the mean down. Did you drop its sign?",
                    ),
                    Mistake(
                        "median",
                        lambda: days_to_effect().median(),
                        "That is the median, the act in the middle. The task asks for the mean.",
                    ),
                    Mistake(
                        "later acts",
                        lambda: days_to_effect(acts(later=True)).mean(),
                        "Acts that became known later are in it. Start from `measures`.",
                    ),
                ),
            ),
            Part(
                "early_acts",
                Names("ids of acts", EXAMPLE_IDS),
                lambda: acts_where(days_to_effect() < 0),
                (
                    Mistake(
                        "same day too",
                        lambda: acts_where(days_to_effect() <= 0),
                        "Some of these applied on the very day. Which lie before it?",
                    ),
                    Mistake(
                        "blank",
                        lambda: acts_where(days_to_effect().isna()),
                        "Their day is unknown. An unknown day is no early day.",
                    ),
                    Mistake(
                        "later acts",
                        lambda: acts_where(days_to_effect(acts(later=True)) < 0),
                        "Acts that became known later are in it. Start from `measures`.",
                    ),
                    Mistake(
                        "late",
                        lambda: acts_where(days_to_effect() > 0),
                        "These applied after they were announced. Which sign has an early one?",
                    ),
                ),
            ),
        ),
        meaning="A mean that few acts make: look at how many lie near it. Which one pulls it up?",
        right=(
            lambda: {
                "mean_lag": days_to_effect().mean(),
                "early_acts": acts_where(days_to_effect() < 0),
            },
            lambda: {
                "mean_lag": round(float(days_to_effect().dropna().mean()), 2),
                "early_acts": acts_where(days_to_effect() < 0)[0],
            },
        ),
        wrong=(
            (
                lambda: {
                    "mean_lag": -days_to_effect().mean(),
                    "early_acts": acts_where(days_to_effect() < 0),
                },
                "sign",
            ),
            (
                lambda: {
                    "mean_lag": (acts()["effective"] - acts()["announced"]).mean(),
                    "early_acts": acts_where(days_to_effect() < 0),
                },
                "is a span",
            ),
            (
                lambda: {
                    "mean_lag": days_to_effect(),
                    "early_acts": acts_where(days_to_effect() < 0),
                },
                "is a table",
            ),
        ),
        marks=2,
    ),
    Task(
        id="6.2",
        parts=(
            Part(
                "by_effect",
                Table(("year", "US", "China", "Australia"), "year"),
                per_year,
                (
                    Mistake(
                        "announced",
                        lambda: per_year("announced"),
                        "These are the years of the announcements. Which day does the task name?",
                    ),
                    Mistake(
                        "later acts",
                        lambda: per_year(rows=acts(later=True)),
                        "Acts that became known later are in it. Start from `measures`.",
                    ),
                    Mistake(
                        "restricting only",
                        lambda: per_year(
                            rows=acts()[acts()["direction"] == "restricts"],
                        ).assign(Australia=0),
                        "Only acts that restrict are counted here. The task asks for all.",
                    ),
                ),
            ),
        ),
        meaning="The report of 2012 and the Qualcomm deal have no day. Which acts changed year?",
        right=(
            lambda: {"by_effect": per_year().set_index("year")},
            lambda: {
                "by_effect": per_year()
                .astype(float)
                .sample(frac=1, random_state=3)[["China", "US", "Australia", "year"]]
            },
        ),
        wrong=(
            (lambda: {"by_effect": per_year().melt(id_vars="year")}, "missing column"),
            (
                lambda: {"by_effect": pd.crosstab(acts()["effective"].dt.year, acts()["actor"])},
                "index name",
            ),
            (lambda: {"by_effect": per_year().astype({"year": str})}, "is text"),
            (
                lambda: {"by_effect": per_year().replace(0, None)},
                "zero as blank",
            ),
        ),
        marks=2,
    ),
    Task(
        id="6.3",
        parts=(
            Part(
                "china_goods_share",
                Number("per cent", 0.05, "7.5"),
                china_share,
                (
                    Mistake(
                        "list 3 twice",
                        share_by_steps,
                        "One list stands in it twice, once for each of its rates.",
                    ),
                    Mistake(
                        "against the other",
                        lambda: 100 * goods(AUTUMN, "China") / goods(AUTUMN),
                        "Two sides set against each other. A share is a part of the whole of both.",
                    ),
                    Mistake(
                        "of the US",
                        lambda: 100 - china_share(),
                        "That is the share of the US lists. Whose is asked for?",
                    ),
                    Mistake(
                        "lists",
                        share_of_lists,
                        "Half: did you count lists, or take the goods of an earlier day?",
                    ),
                    Mistake(
                        "goods of both",
                        lambda: goods(AUTUMN) + goods(AUTUMN, "China"),
                        "These are the goods of both sides, in billions. Which part is China's?",
                    ),
                    Mistake(
                        "goods of China",
                        lambda: goods(AUTUMN, "China"),
                        "These are China's goods, in billions. What are they a part of?",
                    ),
                ),
            ),
        ),
        meaning="Three lists each, and far from half of the goods: a list is a row, not a weight.",
        right=(
            lambda: {"china_goods_share": china_share()},
            lambda: {"china_goods_share": round(china_share(), 1)},
        ),
        wrong=(
            (lambda: {"china_goods_share": china_share() / 100}, "factor 100"),
            (lambda: {"china_goods_share": f"{china_share():g}"}, "is text"),
        ),
        marks=2,
        unchecked="Not checked: goods exempted one by one. No table has them.",
    ),
    Task(
        id="6.4",
        parts=(
            Part(
                "china_mean",
                Interval("per cent", 0.05),
                mean_range,
                (
                    Mistake(
                        "without weights",
                        lambda: mean_range(weighted=False),
                        "Each list counts the same here. Are their goods worth the same?",
                    ),
                    Mistake(
                        "both sides",
                        lambda: mean_range(sides=("US", "China")),
                        "The lists of both sides are in it. Whose mean is asked for?",
                    ),
                    Mistake(
                        "not divided",
                        lambda: [end * goods(AUTUMN, "China") for end in mean_range()],
                        "Rates times goods, added up. What turns such a sum into a mean?",
                    ),
                    Mistake(
                        "duty",
                        lambda: [end * goods(AUTUMN, "China") / 100 for end in mean_range()],
                        "That is the duty on a year's trade, in billions. A mean is a rate.",
                    ),
                    Mistake(
                        "third list alone",
                        rates_of_the_split_list,
                        "These are the two rates of one list. The mean is over all three.",
                    ),
                ),
            ),
            Part(
                "whose_mean",
                Choice(WHOSE_MEAN),
                "B",
                (
                    Mistake("more goods", "A", "Compare each end of your range with the US mean."),
                    Mistake("inside", "C", "Does the US mean lie between your two ends?"),
                    Mistake("burden", "D", "Mean times goods, for each side: which is larger?"),
                ),
            ),
        ),
        meaning="What is unknown makes a range, and a range can still answer a question.",
        right=(
            lambda: {"china_mean": mean_range(), "whose_mean": "B"},
            lambda: {
                "china_mean": [round(end, 1) for end in mean_range()],
                "whose_mean": 2,
            },
        ),
        wrong=(
            (
                lambda: {"china_mean": mean_range()[::-1], "whose_mean": "B"},
                "reversed",
            ),
            (
                lambda: {"china_mean": mean_range()[0], "whose_mean": "B"},
                "one number",
            ),
            (
                lambda: {"china_mean": [end / 100 for end in mean_range()], "whose_mean": "B"},
                "factor 100",
            ),
        ),
        marks=2,
    ),
    Task(
        id="6.5",
        parts=(
            Part(
                "long_levels",
                Table(("day", "side", "goods"), ("day", "side")),
                levels,
                (
                    Mistake(
                        "one side",
                        lambda: levels()[levels()["side"] == "US"],
                        "One side only. Both columns have to become rows.",
                    ),
                    Mistake(
                        "without the last day",
                        lambda: levels()[levels()["day"] < DAY],
                        "The last day is missing: the line would end in September.",
                    ),
                ),
            ),
            Part(
                "levels_chart",
                ChartSpec(
                    ("line",),
                    {"x": "the day", "y": "goods, billion US dollars", "color": "the side"},
                    step=True,
                ),
                levels_chart,
                (
                    Mistake(
                        "before",
                        lambda: levels_chart("step-before"),
                        "This line has the new value before its day. On which side does it hold?",
                    ),
                    Mistake(
                        "halfway",
                        lambda: levels_chart("step"),
                        "This line jumps halfway between two days. On which day did it change?",
                    ),
                ),
            ),
        ),
        meaning="A level holds until the next change, then it jumps.",
        right=(
            lambda: {"long_levels": levels(), "levels_chart": levels_chart()},
            lambda: {
                "long_levels": levels().set_index(["day", "side"])["goods"],
                "levels_chart": alt.Chart(levels().iloc[::-1])
                .mark_line(interpolate="step-after", point=True)
                .encode(alt.X("day"), alt.Y("goods", title="bn"), alt.Color("side")),
            },
        ),
        wrong=(
            (lambda: {"long_levels": levels(), "levels_chart": levels_chart("")}, "interpolate"),
            (lambda: {"long_levels": levels_wide(), "levels_chart": None}, "missing column"),
            (
                lambda: {
                    "long_levels": levels().rename(columns={"side": "goods", "goods": "side"}),
                    "levels_chart": levels_chart(),
                },
                "swapped columns",
            ),
            (
                lambda: {
                    "long_levels": levels(),
                    "levels_chart": alt.Chart(levels())
                    .mark_line(interpolate="step-after")
                    .encode(x="day:T", y="goods:Q"),
                },
                "no channel",
            ),
            (
                lambda: {
                    "long_levels": levels(),
                    "levels_chart": levels_chart().encode(y="side:N", color="goods:Q"),
                },
                "swapped",
            ),
        ),
        marks=3,
        unchecked="Not checked: title and labels.",
    ),
    Task(
        id="6.6",
        parts=(
            Part(
                "what_counts_show",
                Choice(HEADLINE),
                "C",
                (
                    Mistake("force", "A", "What was counted: acts, or what they did?"),
                    Mistake("netted", "B", "Does an act that eases undo one that restricts?"),
                    Mistake("answers", "D", "Is that in a count? Look for a counter-example."),
                ),
            ),
            Part("my_rule", Text(25, ("four numbers",)), _source_ids),
        ),
        meaning="A count is as good as its rule, and the rule now stands beside it.",
        right=(
            lambda: {"what_counts_show": "C", "my_rule": _RULE},
            lambda: {
                "what_counts_show": 3,
                "my_rule": (
                    "The case of ZTE counts once: the eight rows on it alone become one row, and "
                    "by our coding the US has 20 acts instead of 27, China 9, and 9 before."
                ),
            },
        ),
        wrong=(
            (lambda: {"what_counts_show": "C", "my_rule": "Only acts that restrict."}, "short"),
            (
                lambda: {
                    "what_counts_show": "C",
                    "my_rule": " ".join(["rule"] * 30),
                },
                "no four numbers",
            ),
            (
                lambda: {
                    "what_counts_show": "C",
                    "my_rule": "By my rule only acts that restrict are let in, as our table codes "
                    "them on 22 May 2019, and then the US has 12 of these acts, and China has 6.",
                },
                "no four numbers",
            ),
        ),
        marks=1,
        unchecked="Not checked: your counts, and how clear your rule is.",
    ),
)

PREDICTIONS = (
    Prediction(
        "guess_months",
        "Starts of a story, January 2012 to May 2019: in how many is China's act the first?",
        "months",
        months_with_china_first,
        0,
        whole=True,
        limits=(0, len(STARTS)),
    ),
    Prediction(
        "guess_pairs",
        "In how many of the three pairs of tariff lists did the US list apply on an earlier day?",
        "pairs",
        pairs_us_earlier,
        0,
        whole=True,
        limits=(0, len(PAIRS)),
    ),
    Prediction(
        "guess_mean",
        "What was the mean extra duty on goods of the US lists when the third list had begun?",
        "per cent",
        lambda: mean_rate("2018-09-24"),
        limits=(0, math.inf),
    ),
    Prediction(
        "guess_before",
        "How many acts known on 22 May 2019 came before the first tariff of our table?",
        "acts",
        before_the_first_tariff,
        0,
        whole=True,
        limits=(0, math.inf),
    ),
    Prediction(
        "guess_2025",
        "How many acts of China, announced in 2025, does the whole table hold?",
        "acts",
        china_in_2025,
        0,
        whole=True,
        limits=(0, math.inf),
    ),
)

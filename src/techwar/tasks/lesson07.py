"""The tasks of lesson 7, "How fast is meteoric?": every answer made from the tables."""

import math
from functools import cache, partial
from itertools import pairwise
from typing import Any

import pandas as pd

from techwar.data import as_of, fact, latest, load
from techwar.data.rounding import lowest_highest
from techwar.tasks.kinds import Choice, Interval, Number, Table, Text
from techwar.tasks.task import Mistake, Part, Prediction, Task

DAY = "2019-05-22"
FIRST, START, LAST = 2014, 2015, 2018
BASE = 2016
PER_CENT, INDEX = "per cent", "index points"
PER_YEAR = "per cent a year"
#: Amounts for practice, year by year, as the lesson and task 7.4 draw them.
INVENTED = {
    "alone": (10, 18, 29, 42, 56, 71),
    "A": (160, 240, 360, 540, 810),
    "B": (25, 30, 45, 90, 108),
}


@cache
def _revenue(day: str) -> Any:
    rows = latest(as_of(load("financials"), day))
    rows = rows[rows["scope"].isna() & (rows["period"] == "FY") & (rows["kind"] == "reported")]
    rows = rows[rows["metric"] == "revenue"]
    return rows.pivot(index="company", columns="year", values="value")


def revenue(firm: str, day: str = DAY) -> Any:
    """Return the yearly revenue of a firm that was public by a day, in millions, by year."""
    return _revenue(day).loc[firm].dropna()


def growth(first: float, last: float) -> float:
    """Return what was added, as per cent of the first amount."""
    return 100 * (last / first - 1)


def cagr(first: float, last: float, years: float) -> float:
    """Return the rate, in per cent a year, that leads from first to last in so many years."""
    factor: float = float(last / first) ** (1 / years)
    return 100 * (factor - 1)


def firm_cagr(firm: str, first: int, last: int) -> float:
    """Return the growth of a firm's revenue between two years, in per cent a year."""
    levels = revenue(firm)
    return cagr(levels[first], levels[last], last - first)


def index(firm: str, base: int, day: str = DAY) -> Any:
    """Return a firm's revenue by year as an index: that of the base year is 100."""
    levels = revenue(firm, day)
    return 100 * levels / levels[base]


def growth_2018() -> float:
    """Return the growth of Hikvision's revenue in 2018, in per cent."""
    levels = revenue("hikvision")
    return growth(levels[LAST - 1], levels[LAST])


def by_base() -> dict[int, float]:
    """Return Hikvision's growth up to 2018 in per cent a year, for each first year."""
    years = [int(year) for year in revenue("hikvision").index]
    return {year: firm_cagr("hikvision", year, LAST) for year in years if year < LAST}


def spread() -> float:
    """Return the points between the highest and the lowest of the rates in `by_base`."""
    rates = by_base().values()
    return max(rates) - min(rates)


def faster() -> float:
    """Return how many firms of the table grew faster than Hikvision from 2015 to 2018."""
    table = _revenue(DAY)[[START, LAST]].dropna()
    ratio = table[LAST] / table[START]
    return float((ratio > ratio["hikvision"]).sum())


def dahua_index(base: int = BASE) -> pd.DataFrame:
    """Return Dahua's revenue from 2014 to 2018 as an index, with the columns year and index."""
    levels: pd.Series[float] = index("dahua", base).loc[FIRST:LAST]
    return levels.rename_axis("year").reset_index(name="index")


def cut_range() -> tuple[float, float]:
    """Return both ends of Hikvision's growth 2015 to 2018, from the blog's figure of 2015.

    The blog cuts digits off: the amount was at least what it prints, and less than one
    step more. The amount of 2018 was rounded to a million.
    """
    return _blog_range(0, 1)


def _blog_range(below: float, above: float, last: float = 0.5) -> tuple[float, float]:
    """Return both ends of the rate; how far each amount may lie off, in steps of its digits."""
    printed, step = _printed("hikvision-revenue-2015-blog")
    exact, last_digit = _printed("hikvision-revenue-2018")
    starts = (printed - below * step, printed + above * step)
    ends = (exact - last * last_digit, exact + last * last_digit)
    return lowest_highest(lambda start, end: cagr(start, end, LAST - START), starts, ends)


def _cut_range_with_2018_in_billions(decimals: int, half: float) -> tuple[float, float]:
    """Return both ends where 2018 is first rounded to so many decimals of a billion."""
    printed, step = _printed("hikvision-revenue-2015-blog")
    last = round(_printed("hikvision-revenue-2018")[0] / 1000, decimals)
    ends = (last - half / 10**decimals, last + half / 10**decimals)
    starts = (printed / 1000, (printed + step) / 1000)
    return lowest_highest(lambda start, end: cagr(start, end, LAST - START), starts, ends)


def _printed(name: str) -> tuple[float, float]:
    """Return an amount in millions, and the step of its last printed digit."""
    table = load("financials").set_index("id")
    row: Any = table.loc[name]
    return float(row["value"]), float(row["rounded_to"])


def _blog_rate() -> float:
    printed, exact = (_printed(f"hikvision-revenue-{name}")[0] for name in ("2015-blog", "2018"))
    return cagr(printed, exact, LAST - START)


def turning_base() -> int:
    """Return the one base from 2014 to 2017 with which Hikvision ends above Meiya Pico."""
    ends = {
        base: index("hikvision", base)[LAST] > index("meiya-pico", base)[LAST]
        for base in range(FIRST, LAST)
    }
    (found,) = [base for base, above in ends.items() if above]
    return found


def invented_rates(firm: str) -> dict[int, float]:
    """Return the yearly growth of an invented firm, in per cent, by year (from 2)."""
    amounts = INVENTED[firm]
    steps = pairwise(amounts)
    return {year: growth(*step) for year, step in enumerate(steps, 2)}


def same_rate_year() -> int:
    """Return the one year in which the invented firms A and B grew at the same rate."""
    one, other = invented_rates("A"), invented_rates("B")
    (found,) = [year for year in one if abs(one[year] - other[year]) < 1]
    return found


def fastest_year() -> float:
    """Return the year of the highest growth, in per cent, of the lesson's invented firm."""
    rates = invented_rates("alone")
    return float(max(rates, key=rates.__getitem__))


def _market_rates() -> list[float]:
    return [float(fact(f"ihs-china-growth-{year}").value) for year in (2016, 2017)]


def market_total() -> float:
    """Return the growth of China's market from 2015 to 2017 by IHS Markit, in per cent."""
    factor = 1.0
    for rate in _market_rates():
        factor *= 1 + rate / 100
    return 100 * (factor - 1)


def market_a_year() -> float:
    """Return the growth of China's market from 2015 to 2017, in per cent a year."""
    return cagr(1, 1 + market_total() / 100, 2)


def iflytek_2018() -> float:
    """Return iFlytek's revenue of 2018 as an index, 2014 = 100."""
    return float(index("iflytek", FIRST)[LAST])


def hikvision_2020() -> float:
    """Return Hikvision's revenue of 2020 as an index, 2014 = 100; known in 2021."""
    return float(index("hikvision", FIRST, "2100-01-01")[2020])


def _source_ids() -> list[str]:
    return list(load("sources")["id"])


def _mean_rate(firm: str, first: int, last: int) -> float:
    """Return the mean of a firm's yearly rates, in per cent: what a CAGR is not."""
    rates = revenue(firm).loc[first:last].pct_change(fill_method=None)
    return float(100 * rates.mean())


def _dahua_growth() -> float:
    levels = revenue("dahua")
    return growth(levels[START], levels[LAST])


def _dahua_rate() -> float:
    return firm_cagr("dahua", START, LAST)


WARM_UP_FACTORS = (
    "Where it began",
    "Above where it began",
    "Below where it began",
    "It cannot be said without the revenue",
)

WARM_UP_CHOSEN = (
    "Firms in this business grow",
    "Nothing about firms that the list leaves out",
    "Most firms in this business grow",
    "The list is wrong",
)

INTO_FOUR = (
    "A at the higher rate, and A added more money",
    "A at the higher rate, but B added more money",
    "B at the higher rate, but A added more money",
    "B at the higher rate, and B added more money",
)

FOLLOWS = (
    "Hikvision's share of China's market grew by the difference of the two rates",
    "Hikvision's revenue grew faster than IHS Markit's measure of China's market",
    "Hikvision's revenue is wrong, because no firm outgrows its market",
    "China's market made Hikvision grow",
)

SLOWED = (
    "US measures against the firm slowed it",
    "The firm sold less than in the year before",
    "Its rate was lower than the year before; the rows do not say why",
    "The market for cameras was full",
)


def no_index(firm: str) -> tuple[Mistake, ...]:
    """Return what is taken for an index of a firm's revenue from the first year, and is none."""
    return (
        Mistake(
            "growth",
            lambda: growth(revenue(firm)[FIRST], revenue(firm)[LAST]),
            "That is the growth. In an index the base itself counts as 100.",
        ),
        Mistake(
            "reversed",
            lambda: 1e4 / float(index(firm, FIRST)[LAST]),
            "Turned over: divide the year that you ask for by the base.",
        ),
        Mistake(
            "level",
            lambda: revenue(firm)[LAST] / 1000,
            "That is the revenue. How many times the revenue of the base is it?",
        ),
    )


TASKS = (
    Task(
        id="7.w1",
        parts=(
            Part(
                "w1",
                Choice(WARM_UP_FACTORS),
                "C",
                (
                    Mistake("cancels", "A", "Take 100. Add a quarter. Then take off a quarter."),
                    Mistake("above", "B", "A quarter of which number is taken off?"),
                    Mistake("level", "D", "Rates multiply any start. Try it with 100."),
                ),
            ),
            Part("w1_reason", Text(words=8), _source_ids),
        ),
        meaning="Factors multiply, and the second rate had a larger base. Today they form chains.",
        right=(
            lambda: {
                "w1": "C",
                "w1_reason": "The fall is a quarter of the larger amount, so more.",
            },
            lambda: {
                "w1": "c",
                "w1_reason": "The two factors multiply to less than one, so below.",
            },
            lambda: {"w1": 3, "w1_reason": "From 100 to 125, then a quarter of 125 is lost."},
        ),
        wrong=(
            (lambda: {"w1": "C", "w1_reason": "It is below."}, "short"),
            (
                lambda: {"w1": "F", "w1_reason": "It multiplies, so it lands below the start."},
                "no option",
            ),
        ),
        marks=0,
    ),
    Task(
        id="7.w2",
        parts=(
            Part(
                "w2",
                Choice(WARM_UP_CHOSEN),
                "B",
                (
                    Mistake("business", "A", "Could a firm that shrank have entered this list?"),
                    Mistake(
                        "most", "C", "Most of which firms? Who was looked at, and who was not?"
                    ),
                    Mistake("wrong", "D", "Each row may be right. What did the rule choose by?"),
                ),
            ),
            Part("w2_reason", Text(words=8), _source_ids),
        ),
        meaning="The rule looked at the answer. Keep that for the firms that we compare today.",
        right=(
            lambda: {"w2": "B", "w2_reason": "The list was chosen by growth, so all in it grew."},
            lambda: {
                "w2": "b)",
                "w2_reason": "Firms that shrank could never have entered this list.",
            },
            lambda: {"w2": 2, "w2_reason": "The rule of the list decides the answer in advance."},
        ),
        wrong=(
            (lambda: {"w2": "B", "w2_reason": 7}, "no text"),
            (lambda: {"w2": 9, "w2_reason": "Firms that shrank are not on it."}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="7.y1",
        parts=(
            Part(
                "hik_2018_index",
                Number(INDEX, 0.05, "123.4"),
                lambda: float(index("hikvision", FIRST)[LAST]),
                (
                    Mistake(
                        "other base",
                        lambda: float(index("hikvision", BASE)[LAST]),
                        "That still has the base of the example. Which year is 100 now?",
                    ),
                    *no_index("hikvision"),
                ),
            ),
        ),
        meaning="An index says how many hundredths of the base. Its excess over 100 is the growth.",
        right=(
            lambda: {"hik_2018_index": float(index("hikvision", FIRST)[LAST])},
            lambda: {"hik_2018_index": round(float(index("hikvision", FIRST)[LAST]), 1)},
        ),
        wrong=(
            (lambda: {"hik_2018_index": index("hikvision", FIRST)}, "is a table"),
            (
                lambda: {"hik_2018_index": float(index("hikvision", FIRST)[LAST]) / 100},
                "factor 100",
            ),
        ),
        marks=0,
    ),
    Task(
        id="7.y2",
        parts=(
            Part(
                "dahua_2018_index",
                Number(INDEX, 0.05, "123.4"),
                lambda: float(index("dahua", FIRST)[LAST]),
                (
                    Mistake(
                        "hikvision",
                        lambda: float(index("hikvision", FIRST)[LAST]),
                        "That is Hikvision once more. Whose rows do you need?",
                    ),
                    Mistake(
                        "base of the other firm",
                        lambda: 100 * revenue("dahua")[LAST] / revenue("hikvision")[FIRST],
                        "You divided by the other firm. Each firm has a base of its own.",
                    ),
                    Mistake(
                        "other base",
                        lambda: float(index("dahua", BASE)[LAST]),
                        "The right firm; the base is another year's. Which year is 100?",
                    ),
                    Mistake(
                        "first year of the rates",
                        lambda: float(index("dahua", START)[LAST]),
                        "The right firm; the base is another year's. Which year is 100?",
                    ),
                    Mistake(
                        "year before",
                        lambda: float(index("dahua", FIRST)[LAST - 1]),
                        "The base is right. Which year does the task ask for?",
                    ),
                    *no_index("dahua"),
                ),
            ),
        ),
        meaning="Higher than Hikvision's. Does that make Dahua the larger firm? Read on.",
        right=(
            lambda: {"dahua_2018_index": float(index("dahua", FIRST)[LAST])},
            lambda: {"dahua_2018_index": round(float(index("dahua", FIRST)[LAST]), 1)},
        ),
        wrong=(
            (lambda: {"dahua_2018_index": str(float(index("dahua", FIRST)[LAST]))}, "is text"),
            (lambda: {"dahua_2018_index": float(index("dahua", FIRST)[LAST]) / 100}, "factor 100"),
        ),
        marks=0,
    ),
    Task(
        id="7.y3",
        parts=(
            Part(
                "dahua_a_year",
                Number(PER_YEAR, 0.05, "12.3"),
                _dahua_rate,
                (
                    Mistake(
                        "years counted",
                        lambda: cagr(100, 100 + _dahua_growth(), 4),
                        "From 2015 to 2018: four years stand there. How many steps lie between?",
                    ),
                    Mistake(
                        "divided",
                        lambda: _dahua_growth() / 3,
                        "Total growth, divided. Grow three times by that: do you land on 2018?",
                    ),
                    Mistake(
                        "total",
                        lambda: _dahua_growth(),
                        "That is the growth over all the years. What is it a year?",
                    ),
                    Mistake(
                        "brackets",
                        lambda: 100 * ((1 + _dahua_growth() / 100) / 3 - 1),
                        "Without brackets ** 1 / 3 divides by three. Put 1 / 3 in brackets.",
                    ),
                    Mistake(
                        "power",
                        lambda: 100 * ((1 + _dahua_growth() / 100) ** 3 - 1),
                        "You took the factor three times. Which factor, three times, gives it?",
                    ),
                    Mistake(
                        "square root",
                        lambda: cagr(100, 100 + _dahua_growth(), 2),
                        "That is the root of two steps. How many lie between 2015 and 2018?",
                    ),
                    Mistake(
                        "mean",
                        lambda: _mean_rate("dahua", START, LAST),
                        "That is the mean of the yearly rates. Rates multiply: use first and last.",
                    ),
                    Mistake(
                        "factor",
                        lambda: 1 + _dahua_rate() / 100,
                        "That is the yearly factor. What lies above one is the rate.",
                    ),
                    Mistake(
                        "whole factor",
                        lambda: 1 + _dahua_growth() / 100,
                        "That is the factor over all years. Which factor, three times, gives it?",
                    ),
                    Mistake(
                        "in hundredths",
                        lambda: 100 + _dahua_rate(),
                        "That is what a hundred becomes in a year. By how much did it grow?",
                    ),
                    Mistake(
                        "from 2014",
                        lambda: firm_cagr("dahua", FIRST, LAST),
                        "That begins in 2014. Which first year does the task name?",
                    ),
                    Mistake(
                        "hikvision",
                        lambda: firm_cagr("hikvision", START, LAST),
                        "That is Hikvision's rate. Whose factor do you need?",
                    ),
                ),
            ),
        ),
        meaning="The cube root of the factor, less one. Faster than Hikvision over the same years.",
        right=(
            lambda: {"dahua_a_year": _dahua_rate()},
            lambda: {"dahua_a_year": round(_dahua_rate(), 1)},
        ),
        wrong=(
            (lambda: {"dahua_a_year": str(_dahua_rate())}, "is text"),
            (lambda: {"dahua_a_year": _dahua_rate() / 100}, "factor 100"),
        ),
        marks=0,
    ),
    Task(
        id="7.1",
        parts=(
            Part(
                "dahua_index",
                Table(("year", "index"), key="year", tolerance=0.05),
                dahua_index,
                (
                    Mistake(
                        "subtracted",
                        lambda: dahua_index().assign(
                            index=lambda t: (
                                revenue("dahua").loc[FIRST:LAST].to_numpy() - revenue("dahua")[BASE]
                            )
                        ),
                        "You took the base away. An index divides by it.",
                    ),
                    Mistake(
                        "last year",
                        lambda: dahua_index(LAST),
                        "Your last year is 100. Which year should be?",
                    ),
                    Mistake(
                        "first year",
                        lambda: dahua_index(FIRST),
                        "Your first year is 100. Which year should be?",
                    ),
                    Mistake(
                        "fraction",
                        lambda: dahua_index().assign(index=lambda t: t["index"] / 100),
                        "Your base year is 1. Which number should stand there?",
                    ),
                    Mistake(
                        "excess",
                        lambda: dahua_index().assign(index=lambda t: t["index"] - 100),
                        "Your base year is zero. In an index it counts as a hundred.",
                    ),
                    Mistake(
                        "year to year",
                        lambda: dahua_index().assign(
                            index=100 * revenue("dahua").loc[FIRST:LAST].pct_change().to_numpy()
                        ),
                        "These are rates from year to year. An index compares each year with one.",
                    ),
                    Mistake(
                        "turned over",
                        lambda: dahua_index().assign(index=lambda t: 1e4 / t["index"]),
                        "It falls where revenue rose. What is divided by what?",
                    ),
                ),
            ),
            Part(
                "turning_base",
                Number("a year", 0, "2013"),
                turning_base,
                tuple(
                    Mistake(
                        f"{base}",
                        partial(float, base),
                        "With that base, which line ends higher? Compute both ends of 2018.",
                    )
                    for base in range(FIRST + 1, LAST)
                ),
            ),
        ),
        meaning="Another base moves a firm's whole line by one factor, each firm's by another.",
        right=(
            lambda: {"dahua_index": dahua_index(), "turning_base": turning_base()},
            lambda: {
                "dahua_index": dahua_index().set_index("year")["index"],
                "turning_base": float(turning_base()),
            },
            lambda: {
                "dahua_index": dahua_index().round(1).iloc[::-1],
                "turning_base": turning_base(),
            },
        ),
        wrong=(
            (lambda: {"dahua_index": dahua_index().drop(columns="index")}, "missing column"),
            (lambda: {"dahua_index": 100.0}, "no table"),
            (lambda: {"turning_base": LAST - 1}, f"{LAST - 1}"),
            (lambda: {"dahua_index": dahua_index(), "turning_base": "the first"}, "is text"),
        ),
        marks=3,
    ),
    Task(
        id="7.2",
        parts=(
            Part(
                "iflytek_cagr",
                Number(PER_YEAR, 0.05, "12.3"),
                lambda: firm_cagr("iflytek", FIRST, LAST),
                (
                    Mistake(
                        "years counted",
                        lambda: cagr(revenue("iflytek")[FIRST], revenue("iflytek")[LAST], 5),
                        "Five years stand there. How many steps lie between them?",
                    ),
                    Mistake(
                        "divided",
                        lambda: (
                            growth(revenue("iflytek")[FIRST], revenue("iflytek")[LAST])
                            / (LAST - FIRST)
                        ),
                        "Total growth, divided. Grow by that much each year: where do you land?",
                    ),
                    Mistake(
                        "mean",
                        lambda: _mean_rate("iflytek", FIRST, LAST),
                        "That is the mean of the yearly rates. Rates multiply: use first and last.",
                    ),
                    Mistake(
                        "total",
                        lambda: growth(revenue("iflytek")[FIRST], revenue("iflytek")[LAST]),
                        "That is the growth over all the years. How much is it a year?",
                    ),
                    Mistake(
                        "whole factor",
                        lambda: revenue("iflytek")[LAST] / revenue("iflytek")[FIRST],
                        "That is the factor over all the years. What is it a year?",
                    ),
                    Mistake(
                        "brackets",
                        lambda: (
                            100 * (revenue("iflytek")[LAST] / revenue("iflytek")[FIRST] / 4 - 1)
                        ),
                        "Without brackets ** 1 / 4 divides by four. Put 1 / 4 in brackets.",
                    ),
                    Mistake(
                        "factor",
                        lambda: 1 + firm_cagr("iflytek", FIRST, LAST) / 100,
                        "That is the yearly factor. What lies above one is the rate.",
                    ),
                    Mistake(
                        "in hundredths",
                        lambda: 100 + firm_cagr("iflytek", FIRST, LAST),
                        "That is what a hundred becomes in a year. By how much did it grow?",
                    ),
                    Mistake(
                        "three steps",
                        lambda: cagr(revenue("iflytek")[FIRST], revenue("iflytek")[LAST], 3),
                        "The lesson had three steps. How many lie between 2014 and 2018?",
                    ),
                    Mistake(
                        "from 2015",
                        lambda: firm_cagr("iflytek", START, LAST),
                        "That begins in 2015. Which first year does the task name?",
                    ),
                ),
            ),
            Part(
                "up_and_down",
                Number(PER_YEAR, 0.05, "-1.2"),
                lambda: cagr(1, 1.5 * 0.5, 2),
                (
                    Mistake(
                        "mean",
                        lambda: 0.0,
                        "The mean of the two rates. Walk it: 100, then up, then down. Back at 100?",
                    ),
                    Mistake(
                        "total",
                        lambda: growth(1, 1.5 * 0.5),
                        "That is the loss over both years. How much is it a year?",
                    ),
                    Mistake(
                        "half",
                        lambda: growth(1, 1.5 * 0.5) / 2,
                        "Half of the loss, twice: does it end where the firm ended?",
                    ),
                    Mistake(
                        "what is left",
                        lambda: 75.0,
                        "That is what is left of a hundred after both years. What is it a year?",
                    ),
                    Mistake(
                        "factor",
                        lambda: (1.5 * 0.5) ** 0.5,
                        "That is the yearly factor. What does it say as a rate, up or down?",
                    ),
                    Mistake(
                        "in hundredths",
                        lambda: 100 * (1.5 * 0.5) ** 0.5,
                        "That is what a hundred becomes in a year. By how much did it change?",
                    ),
                    Mistake(
                        "three steps",
                        lambda: cagr(1, 1.5 * 0.5, 3),
                        "How many steps does the firm take, from before the rise to the end?",
                    ),
                ),
            ),
        ),
        meaning="A mean of rates lies above the CAGR; the more the rates jump, the more so.",
        right=(
            lambda: _compounded(),
            lambda: {name: round(value, 1) for name, value in _compounded().items()},
        ),
        wrong=(
            (lambda: {**_compounded(), "up_and_down": -_compounded()["up_and_down"]}, "sign"),
            (lambda: {**_compounded(), "iflytek_cagr": (45, 3)}, "comma"),
            (lambda: {"iflytek_cagr": _compounded()["iflytek_cagr"]}, "not started"),
        ),
        marks=3,
    ),
    Task(
        id="7.3",
        parts=(
            Part(
                "cut_range",
                Interval(PER_YEAR, 0.0002),
                cut_range,
                (
                    Mistake(
                        "last year as exact",
                        lambda: _blog_range(0, 1, last=0),
                        "2015 is moved; 2018 is taken as exact. It was rounded, too: by how much?",
                    ),
                    *(
                        Mistake(
                            "last year rounded",
                            partial(_cut_range_with_2018_in_billions, decimals, half),
                            "2018 was rounded before its time. How many digits does the row have?",
                        )
                        for decimals in (1, 2)
                        for half in (0, 0.5)
                    ),
                    Mistake(
                        "last year moved too far",
                        lambda: _blog_range(0, 1, last=1),
                        "2018 was rounded, not cut: how far may the true amount lie on each side?",
                    ),
                    Mistake(
                        "rounded",
                        lambda: _blog_range(0.5, 0.5),
                        "You took it as rounded. What does the row's note say of the digits?",
                    ),
                    Mistake(
                        "on the result",
                        lambda: (_blog_rate() - 0.05, _blog_rate() + 0.05),
                        "You moved the result. Move what was printed; see where the result goes.",
                    ),
                    Mistake(
                        "one decimal of a million",
                        lambda: _blog_range(0, 0.01),
                        "The last digit that the blog prints stands for how many million?",
                    ),
                    Mistake(
                        "wrong way",
                        lambda: _blog_range(1, 0),
                        "With digits cut off, was the true amount larger or smaller than printed?",
                    ),
                    Mistake(
                        "years counted",
                        lambda: tuple(cagr(1, (1 + rate / 100) ** 3, 4) for rate in cut_range()),
                        "From 2015 to 2018: four years stand there. How many steps lie between?",
                    ),
                ),
            ),
        ),
        meaning=(
            "The better record's rate lies inside: the two records differ in digits, not in fact."
        ),
        right=(
            lambda: {"cut_range": cut_range()},
            lambda: {"cut_range": [round(end, 4) for end in cut_range()]},
        ),
        wrong=(
            (lambda: {"cut_range": cut_range()[::-1]}, "reversed"),
            (lambda: {"cut_range": _blog_rate()}, "one number"),
            (lambda: {"cut_range": [round(end, 2) for end in cut_range()]}, "rounded"),
            (lambda: {"cut_range": [round(end, 3) for end in cut_range()]}, "rounded"),
        ),
        marks=3,
    ),
    Task(
        id="7.4",
        parts=(
            Part(
                "same_rate_year",
                Number("a year of the picture", 0, "1"),
                same_rate_year,
                (
                    Mistake(
                        "b flatter",
                        lambda: 2.0,
                        "There B's line is flatter than A's. Where are both equal?",
                    ),
                    Mistake(
                        "b steeper",
                        lambda: 4.0,
                        "There B's line is steeper than A's. Where are both equal?",
                    ),
                    Mistake(
                        "b flat again", lambda: 5.0, "There B's line is flatter than A's once more."
                    ),
                ),
            ),
            Part(
                "into_the_fourth",
                Choice(INTO_FOUR),
                "C",
                (
                    Mistake("rate", "A", "On this axis a slope is a rate. Whose line is steeper?"),
                    Mistake(
                        "both",
                        "B",
                        "Slopes are rates. Amounts stand on the axis. Read each of them once more.",
                    ),
                    Mistake(
                        "money",
                        "D",
                        "The rate is read well. For the money, read two amounts of each firm.",
                    ),
                ),
            ),
        ),
        meaning="Side by side is the same rate. Steeper is a higher rate, not more money.",
        right=(
            lambda: {"same_rate_year": same_rate_year(), "into_the_fourth": "C"},
            lambda: {"same_rate_year": float(same_rate_year()), "into_the_fourth": "c"},
        ),
        wrong=(
            (lambda: {"same_rate_year": same_rate_year(), "into_the_fourth": "Z"}, "no option"),
            (lambda: {"same_rate_year": "three", "into_the_fourth": "C"}, "is text"),
            (lambda: {"into_the_fourth": "C"}, "not started"),
        ),
        marks=2,
    ),
    Task(
        id="7.5",
        parts=(
            Part(
                "market_a_year",
                Number(PER_YEAR, 0.01, "12.34"),
                market_a_year,
                (
                    Mistake(
                        "mean",
                        lambda: sum(_market_rates()) / 2,
                        "That is the mean of two rates. Multiply their factors; take the root.",
                    ),
                    Mistake(
                        "sum",
                        lambda: sum(_market_rates()),
                        "You added the rates. Multiply their factors.",
                    ),
                    Mistake(
                        "total",
                        market_total,
                        "That is the growth over both years. What is it a year?",
                    ),
                    Mistake(
                        "half",
                        lambda: market_total() / 2,
                        "Half of the growth over both years. Which rate, taken twice, gives it?",
                    ),
                ),
            ),
            Part(
                "hik_a_year",
                Number(PER_YEAR, 0.01, "12.34"),
                lambda: firm_cagr("hikvision", 2015, 2017),
                (
                    Mistake(
                        "mean",
                        lambda: _mean_rate("hikvision", 2015, 2017),
                        "That is the mean of two rates. Multiply their factors; take the root.",
                    ),
                    Mistake(
                        "half",
                        lambda: growth(revenue("hikvision")[2015], revenue("hikvision")[2017]) / 2,
                        "Half of the growth over both years. Which rate, taken twice, gives it?",
                    ),
                    Mistake(
                        "to 2018",
                        lambda: firm_cagr("hikvision", 2015, 2018),
                        "Those are other years than the market's. Compare the same ones.",
                    ),
                    Mistake(
                        "from 2014",
                        lambda: firm_cagr("hikvision", 2014, 2017),
                        "The market's first rate counts from which year? Begin there.",
                    ),
                    Mistake(
                        "from 2016",
                        lambda: firm_cagr("hikvision", 2016, 2017),
                        "A rate for 2016 begins in the year before. Where do two steps begin?",
                    ),
                    Mistake(
                        "total",
                        lambda: growth(revenue("hikvision")[2015], revenue("hikvision")[2017]),
                        "That is the growth over both years. What is it a year?",
                    ),
                ),
            ),
            Part(
                "follows",
                Choice(FOLLOWS),
                "B",
                (
                    Mistake(
                        "share",
                        "A",
                        "Is all of the firm's revenue in that market, and in equipment?",
                    ),
                    Mistake("wrong", "C", "Where else may a firm sell, and what else?"),
                    Mistake("cause", "D", "Two rates stand side by side. Which row shows a cause?"),
                ),
            ),
        ),
        meaning="Faster than one measure of one market. The revenue holds others, too.",
        right=(
            lambda: _beside(),
            lambda: {**_beside(), "market_a_year": round(market_a_year(), 2), "follows": 2},
        ),
        wrong=(
            (lambda: {**_beside(), "market_a_year": market_a_year() / 100}, "factor 100"),
            (lambda: {**_beside(), "hik_a_year": round(_beside()["hik_a_year"], 1)}, "rounded"),
            (lambda: {**_beside(), "follows": "Z"}, "no option"),
        ),
        marks=3,
    ),
    Task(
        id="7.6",
        parts=(
            Part(
                "slower",
                Choice(SLOWED),
                "C",
                (
                    Mistake("measures", "A", "Which row ties a measure to this revenue?"),
                    Mistake("fell", "B", "Look at the level: did it fall, or rise by less?"),
                    Mistake("full", "D", "Perhaps. Which row of these tables says so?"),
                ),
            ),
            Part(
                "instead",
                Text(
                    14,
                    ("unit", "date"),
                    {
                        "meteoric": "compared with what?",
                        "soared": "by how much, and since when?",
                        "exploded": "by how much, and since when?",
                    },
                ),
                _source_ids,
            ),
        ),
        meaning="The form is complete. Your instructor reads what it says.",
        right=(
            lambda: {
                "slower": "C",
                "instead": (
                    "Hikvision's revenue in yuan grew 25.4 per cent a year from 2015 to 2018, "
                    "less than that of five other firms in our table."
                ),
            },
            lambda: {
                "slower": "c",
                "instead": (
                    "By its reports Hikvision's revenue rose 18.9 per cent in 2018, after 31.3 "
                    "per cent in 2017; Dahua's rose faster."
                ),
            },
        ),
        wrong=(
            (
                lambda: {"slower": "C", "instead": "It grew by 25 per cent a year up to 2018."},
                "short",
            ),
            (
                lambda: {
                    "slower": "C",
                    "instead": (
                        "The firm has grown very much faster than nearly all of its many rivals "
                        "over the last few years, it says."
                    ),
                },
                "no unit",
            ),
        ),
        marks=1,
        unchecked="Not checked: whether base, period and comparison fit the number.",
    ),
)


def _compounded() -> dict[str, float]:
    return {
        "iflytek_cagr": firm_cagr("iflytek", FIRST, LAST),
        "up_and_down": cagr(1, 1.5 * 0.5, 2),
    }


def _beside() -> dict[str, Any]:
    return {
        "market_a_year": market_a_year(),
        "hik_a_year": firm_cagr("hikvision", 2015, 2017),
        "follows": "B",
    }


PREDICTIONS = (
    Prediction(
        "guess_growth",
        "By how many per cent did Hikvision's revenue grow in 2018?",
        PER_CENT,
        growth_2018,
        1,
    ),
    Prediction(
        "guess_spread",
        "From the best first year to the worst: how many points lie between the rates?",
        "points",
        spread,
        1,
    ),
    Prediction(
        "guess_fastest",
        "Into which year did the invented firm grow fastest, in per cent?",
        "(the year)",
        fastest_year,
        0,
        whole=True,
        limits=(2, len(INVENTED["alone"])),
    ),
    Prediction(
        "guess_faster",
        "How many firms of the table grew faster than Hikvision from 2015 to 2018?",
        "firms",
        faster,
        0,
        whole=True,
        limits=(0, math.inf),
    ),
    Prediction(
        "guess_iflytek",
        "Where did iFlytek's revenue of 2018 stand, with 2014 as 100?",
        INDEX,
        iflytek_2018,
        0,
    ),
    Prediction(
        "guess_2020",
        "Where did Hikvision's revenue of 2020 stand, with 2014 as 100?",
        INDEX,
        hikvision_2020,
        0,
    ),
)

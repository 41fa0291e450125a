"""The tasks of lesson 0, "How does a notebook answer a question?": answers made from the tables."""

from functools import cache
from typing import Any

from techwar.data import fact, load
from techwar.data.rounding import lowest_highest, printed_range
from techwar.tasks.kinds import Choice, Interval, Number, Text
from techwar.tasks.task import Mistake, Part, Prediction, Task

BILLION, PERCENT = "billion US dollars", "per cent"
#: Practice inputs, no facts: two markets; the price of the three lines on `=`; and what the
#: first cell of the explorer holds before and after it is edited.
FORTY, TWO_HUNDRED = 40, 200
PRICE, TIMES = 10, 3
BEFORE, EDITED = 100, 200
#: The explorer's page after its first run, from the top: `added`, and `market` as cell 3 left it.
ADDED = BEFORE / 10
MARKET = BEFORE + ADDED
PRACTICE = "(practice)"


@cache
def _figure(fact_id: str) -> float:
    return float(fact(fact_id).value)


def level_2018() -> float:
    """Return the world market of 2018 as the article prints it, in billion US dollars."""
    return _figure("ihs-world-value-2018-article")


def growth_2018() -> float:
    """Return the growth of the world market in 2018 as the article prints it, in per cent."""
    return _figure("ihs-world-growth-2018-article")


def rise_2017() -> float:
    """Return the growth of China's market in 2017 as it was printed, in per cent."""
    return _figure("ihs-china-growth-2017")


def grown(level: float, rate: float) -> float:
    """Return a level after growth at a rate in per cent."""
    return level * (1 + rate / 100)


def hundred_2018() -> tuple[float, float]:
    """Return both ends of what a hundred became at the growth of 2018, from its rounding."""
    return lowest_highest(lambda rate: grown(100, rate), printed_range(growth_2018()))


def added_in_two_years() -> float:
    """Return what is added to a hundred by two years of the growth of 2018."""
    return grown(grown(100, growth_2018()), growth_2018()) - 100


def factor_moved() -> float:
    """Return how much larger the growth factor is with China's rate than with the world's."""
    return rise_2017() / 100 - growth_2018() / 100


def last_shown() -> float:
    """Return what cell 3 of the explorer shows after cell 3, cell 2, cell 3."""
    market = MARKET + ADDED
    added = market / 10
    return market + added


def level_now() -> float:
    """Return `level` of task 0.4 after its cells were run in the order 1, 2, 3, 3, 2."""
    return level_2018() / 2 / 2


def _source_ids() -> list[str]:
    return list(load("sources")["id"])


WARM_UP_NUMBER = (
    'level = "2.5"',
    "level = 2,5",
    "level = 2.5",
    "2.5 = level",
)

WARM_UP_BASE = (
    "Ten",
    "It depends on how large the market was",
    "It depends on who says so",
    "The same for every market",
)

SAVED = (
    "On the same page: Binder keeps what was saved",
    "Nowhere, unless it was downloaded",
    "In the folder Downloads, because saving puts it there",
    "In the kernel, which still knows the names",
)

#: Orders of task 0.y4: two agree with a fresh run at one setting of the slider, one at each.
SAFE = ("1 3", "1 3 3", "3 1 2 3", "2 1 3")

RUNS = (
    "The first (cell 1)",
    "The second (cell 2)",
    "The third (cell 3)",
    "The fourth (cell 3 again)",
    "The fifth (cell 2 again)",
)

NOTICED = (
    "The first: Python reads a whole cell before it runs any of it",
    "The second: a name is looked up before the cell is run",
    "Both: Python looks for all errors first",
    "Neither: each was noticed when its line was run",
)

MISSING = ("What", "When", "According to whom", "None: all three are there")

CRITIQUE = (
    "None: the number stands on the page",
    "Restart, run all cells, and send the page again",
    "Work the sum out with a pocket calculator",
    "Delete the output, so that nobody is misled",
)

_CLAIM = {
    "missing_part": "B",
    "my_claim": (
        "According to IHS Markit, as the South China Morning Post printed it, "
        "the world market grew by 10.2 per cent in 2018."
    ),
}


def _run() -> dict[str, Any]:
    return {
        "level_now": level_now(),
        "double_now": 2 * level_now(),
        "double_fresh": 2 * level_2018(),
        "made_by": "D",
    }


def _factors() -> dict[str, Any]:
    return {
        "factor_2018": 1 + growth_2018() / 100,
        "hundred_2018": hundred_2018(),
        "factor_moved": factor_moved(),
        "moved_reason": "No: the line has to be run again before the name holds a new value.",
    }


TASKS = (
    Task(
        id="0.w1",
        parts=(
            Part(
                "w1",
                Choice(WARM_UP_NUMBER),
                "C",
                (
                    Mistake("quotes", "A", "What do quotes make of what stands between them?"),
                    Mistake("comma", "B", "To Python a comma separates two things. Which two?"),
                    Mistake("reversed", "D", "Which side of the sign holds the name?"),
                ),
            ),
            Part("w1_reason", Text(words=8), _source_ids),
        ),
        meaning="A point and no quotes. You edited a cell and ran it: that is all it takes.",
        right=(
            lambda: {
                "w1": "C",
                "w1_reason": "Numbers carry no quotes, and Python writes a point there.",
            },
            lambda: {
                "w1": "level = 2.5",
                "w1_reason": "The name stands left and the number has a point.",
            },
        ),
        wrong=(
            (lambda: {"w1": "C", "w1_reason": "It has a point."}, "short"),
            (lambda: {"w1": "F", "w1_reason": "Numbers have a point and no quotes."}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="0.w2",
        parts=(
            Part(
                "w2",
                Choice(WARM_UP_BASE),
                "B",
                (
                    Mistake("ten", "A", "Ten of what? Per cent is so much of each hundred."),
                    Mistake("speaker", "C", "That decides whether you believe it. And the amount?"),
                    Mistake("same", "D", "Take ten per cent of one hundred, and of two hundred."),
                ),
            ),
            Part("w2_reason", Text(words=8), _source_ids),
        ),
        meaning="A rate needs its base: per cent of what? Keep that question.",
        right=(
            lambda: {
                "w2": "B",
                "w2_reason": "Ten per cent of a large market is more than of a small one.",
            },
            lambda: {"w2": 2, "w2_reason": "A rate is a part of what was there before it."},
        ),
        wrong=(
            (lambda: {"w2": "B", "w2_reason": 10}, "no text"),
            (lambda: {"w2": 0, "w2_reason": ...}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="0.y1",
        parts=(
            Part(
                "after_growth",
                Number(BILLION, 0.005),
                lambda: grown(FORTY, rise_2017()),
                (
                    Mistake(
                        "gain only",
                        lambda: grown(FORTY, rise_2017()) - FORTY,
                        "That is what was added. How large is the market afterwards?",
                    ),
                    Mistake(
                        "added the rate",
                        lambda: FORTY + rise_2017(),
                        "You added the rate as an amount. It is for each hundred; multiply.",
                        "How much would a market of one hundred gain? And one of less than half?",
                    ),
                    Mistake(
                        "added the fraction",
                        lambda: FORTY + rise_2017() / 100,
                        "You added the fraction itself. It is a fraction of what?",
                    ),
                    Mistake(
                        "added the factor",
                        lambda: FORTY + 1 + rise_2017() / 100,
                        "The growth factor multiplies. You added it.",
                    ),
                    Mistake(
                        "rate in per cent",
                        lambda: FORTY * (1 + rise_2017()),
                        "The rate is in per cent. Divide it by a hundred before you add one.",
                    ),
                    Mistake(
                        "times the rate",
                        lambda: FORTY * rise_2017(),
                        "You multiplied by the rate. Multiply by the growth factor.",
                    ),
                    Mistake(
                        "divided",
                        lambda: FORTY / (1 + rise_2017() / 100),
                        "That is smaller than before. The market grew.",
                    ),
                    Mistake(
                        "another market",
                        lambda: grown(100, rise_2017()),
                        "That is what a hundred became. Where does this market begin?",
                    ),
                ),
            ),
        ),
        meaning="The factor is the same for every market; the amount is not.",
        right=(
            lambda: {"after_growth": grown(FORTY, rise_2017())},
            lambda: {"after_growth": round(grown(FORTY, rise_2017()), 2)},
        ),
        wrong=(
            (lambda: {"after_growth": str(grown(FORTY, rise_2017()))}, "is text"),
            (lambda: {"after_growth": (45, 88)}, "comma"),
        ),
        marks=0,
    ),
    Task(
        id="0.y2",
        parts=(
            Part(
                "added_in_two_years",
                Number("on each hundred", 0.005),
                added_in_two_years,
                (
                    Mistake(
                        "twice the rate",
                        lambda: 2 * growth_2018(),
                        "The second year grows from more than a hundred. From how much?",
                        "What did the hundred become in the first year?",
                    ),
                    Mistake(
                        "one year",
                        lambda: grown(100, growth_2018()) - 100,
                        "That is one year. Go on from where it ended.",
                    ),
                    Mistake(
                        "with the hundred",
                        lambda: added_in_two_years() + 100,
                        "That is the whole market. How much of it was added?",
                    ),
                    Mistake(
                        "factor",
                        lambda: 1 + added_in_two_years() / 100,
                        "That is the factor of two years. How much is added to a hundred?",
                    ),
                    Mistake(
                        "squared rate",
                        lambda: growth_2018() ** 2,
                        "Use the growth factor twice, not the rate.",
                    ),
                    Mistake(
                        "other market",
                        lambda: grown(grown(100, rise_2017()), rise_2017()) - 100,
                        "That rate is China's. Which market is asked for?",
                    ),
                ),
            ),
        ),
        meaning="More than twice the rate: the second year also grows what the first one added.",
        right=(
            lambda: {"added_in_two_years": added_in_two_years()},
            lambda: {"added_in_two_years": round(added_in_two_years(), 2)},
        ),
        wrong=(
            (lambda: {"added_in_two_years": added_in_two_years() / 100}, "factor 100"),
            (lambda: {"added_in_two_years": added_in_two_years}, "is a function"),
        ),
        marks=0,
    ),
    Task(
        id="0.y3",
        parts=(
            Part(
                "where_saved",
                Choice(SAVED),
                "B",
                (
                    Mistake("kept", "A", "Saved on which computer? What becomes of it?"),
                    Mistake("downloads", "C", "Which step puts a file there? Was it done?"),
                    Mistake("kernel", "D", "What does a kernel know after it has stopped?"),
                ),
            ),
            Part("where_reason", Text(words=8), _source_ids),
        ),
        meaning="Save, download, and next time upload. On your own machine saving is enough.",
        right=(
            lambda: {
                "where_saved": "B",
                "where_reason": "The borrowed computer is taken away with all its files.",
            },
            lambda: {
                "where_saved": "b)",
                "where_reason": "Saving wrote to a computer that is gone by tomorrow.",
            },
        ),
        wrong=(
            (lambda: {"where_saved": "B", "where_reason": "It is gone."}, "short"),
            (lambda: {"where_saved": "Binder", "where_reason": "It is kept there."}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="0.y4",
        parts=(
            Part(
                "last_shown",
                Number(PRACTICE, 0.005),
                last_shown,
                (
                    Mistake(
                        "old tenth",
                        lambda: MARKET + ADDED + ADDED,
                        "Cell 2 was run in between. What does `added` hold from then on?",
                    ),
                    Mistake(
                        "edit was run",
                        lambda: EDITED + EDITED / 10,
                        "Cell 1 was edited. Was it run?",
                    ),
                    Mistake(
                        "other steps",
                        lambda: EDITED + ADDED,
                        "That was after cell 1 and cell 3. Which steps are asked for here?",
                    ),
                    Mistake(
                        "one step",
                        lambda: MARKET + ADDED,
                        "That is what the first of the three steps shows. Go on from there.",
                    ),
                    Mistake(
                        "first run",
                        lambda: MARKET,
                        "That stood there before the steps. Now follow them one by one.",
                    ),
                    Mistake(
                        "only the tenth",
                        lambda: (MARKET + ADDED) / 10,
                        "That is `added`. What does cell 3 do with it?",
                    ),
                    Mistake(
                        "first tenth",
                        lambda: MARKET + ADDED + MARKET / 10,
                        "Cell 2 takes a tenth of the market of that moment. Which is it?",
                    ),
                ),
            ),
            Part(
                "safe_order",
                Choice(SAFE),
                "C",
                (
                    Mistake("at one hundred", "A", "Now set the slider to `200`. Still the same?"),
                    Mistake("at two hundred", "B", "Now set the slider to `100`. Still the same?"),
                    Mistake("cell 2 first", "D", "When cell 2 was run, what did `market` hold?"),
                ),
            ),
        ),
        meaning="An edit counts once it is run. On this practice page, all cells run in order "
        "at the end leave nothing of the runs before.",
        right=(
            lambda: {"last_shown": last_shown(), "safe_order": "C"},
            lambda: {"last_shown": round(last_shown()), "safe_order": SAFE[2]},
        ),
        wrong=(
            (lambda: {"last_shown": str(last_shown()), "safe_order": "C"}, "is text"),
            (lambda: {"last_shown": last_shown(), "safe_order": "2 3"}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="0.1",
        parts=(
            Part(
                "market_2018",
                Number(BILLION, 0.001),
                level_2018,
                (
                    Mistake(
                        "swapped", growth_2018, "That is the growth. Which of the two is in money?"
                    ),
                    Mistake(
                        "written out",
                        lambda: level_2018() * 1e9,
                        "The unit asked for is a billion, so leave the zeros away.",
                    ),
                ),
            ),
            Part(
                "rate_2018",
                Number(PERCENT, 0.001),
                growth_2018,
                (
                    Mistake(
                        "swapped", level_2018, "That is the market. Which of the two is a rate?"
                    ),
                    Mistake(
                        "fraction",
                        lambda: growth_2018() / 100,
                        "That is the fraction. Store it in per cent, as it was printed.",
                    ),
                    Mistake(
                        "factor",
                        lambda: 1 + growth_2018() / 100,
                        "That is the growth factor. Store the rate, as it was printed.",
                    ),
                ),
            ),
        ),
        meaning="Two numbers have names. In what follows, use the names and not the digits.",
        right=(
            lambda: {"market_2018": level_2018(), "rate_2018": growth_2018()},
            lambda: {
                "market_2018": float(str(level_2018())),
                "rate_2018": 100 * (growth_2018() / 100),
            },
        ),
        wrong=(
            (lambda: {"market_2018": str(level_2018()), "rate_2018": growth_2018()}, "is text"),
            (lambda: {"market_2018": (18, 5), "rate_2018": growth_2018()}, "comma"),
            (lambda: {"market_2018": level_2018()}, "not started"),
        ),
        marks=2,
    ),
    Task(
        id="0.2",
        parts=(
            Part(
                "factor_2018",
                Number("no unit", 0.0005, "1.234"),
                lambda: 1 + growth_2018() / 100,
                (
                    Mistake(
                        "rate",
                        growth_2018,
                        "Multiply a hundred by your factor: is the growth what was added?",
                    ),
                    Mistake(
                        "fraction",
                        lambda: growth_2018() / 100,
                        "Multiply a hundred by your factor: is the hundred still in it?",
                    ),
                    Mistake(
                        "one plus per cent",
                        lambda: 1 + growth_2018(),
                        "Per cent means hundredths. Divide the rate before you add one.",
                    ),
                    Mistake(
                        "of a hundred",
                        lambda: 100 + growth_2018(),
                        "That is what a hundred became. The factor does it to any number.",
                    ),
                    Mistake(
                        "taken off",
                        lambda: 1 - growth_2018() / 100,
                        "Multiply a hundred by your factor: did it grow?",
                    ),
                ),
            ),
            Part(
                "hundred_2018",
                Interval("for each hundred of 2017", 0.001),
                hundred_2018,
                (
                    Mistake(
                        "whole unit",
                        lambda: (
                            grown(100, growth_2018() - 0.1),
                            grown(100, growth_2018() + 0.1),
                        ),
                        "Rounding moves a number by half a unit of its last digit.",
                    ),
                    Mistake(
                        "only the rates",
                        lambda: tuple(printed_range(growth_2018())),
                        "Those are the two rates. What does a hundred become with each?",
                    ),
                    Mistake(
                        "factors",
                        lambda: tuple(end / 100 for end in hundred_2018()),
                        "Those are two factors. Multiply a hundred by each.",
                    ),
                ),
            ),
            Part(
                "factor_moved",
                Number("no unit", 0.0005, "0.123"),
                factor_moved,
                (
                    Mistake(
                        "of the rate",
                        lambda: rise_2017() - growth_2018(),
                        "So far apart are the rates. How far apart are the two factors?",
                    ),
                    Mistake(
                        "new factor",
                        lambda: 1 + rise_2017() / 100,
                        "That is the new factor. How much larger is it than the old one?",
                    ),
                    Mistake(
                        "new fraction",
                        lambda: rise_2017() / 100,
                        "That is the new rate as a fraction. What was the old one?",
                    ),
                    Mistake(
                        "nothing",
                        lambda: 0,
                        "Nothing moves by itself, true. And once the line was run again?",
                    ),
                    Mistake(
                        "divided",
                        lambda: (1 + rise_2017() / 100) / (1 + growth_2018() / 100),
                        "You divided one factor by the other. Take one away from the other.",
                    ),
                ),
            ),
            Part("moved_reason", Text(words=8), _source_ids),
        ),
        meaning="A factor and its doubt. It moves when its line is run, and not before.",
        right=(
            _factors,
            lambda: {
                "factor_2018": round(1 + growth_2018() / 100, 3),
                "hundred_2018": [round(end, 2) for end in hundred_2018()],
                "factor_moved": round(factor_moved(), 3),
                "moved_reason": "It does not follow, since the value was stored and not the sum.",
            },
        ),
        wrong=(
            (lambda: {**_factors(), "hundred_2018": hundred_2018()[::-1]}, "reversed"),
            (lambda: {**_factors(), "hundred_2018": grown(100, growth_2018())}, "one number"),
            (lambda: {**_factors(), "factor_moved": -factor_moved()}, "sign"),
            (lambda: {**_factors(), "moved_reason": "No."}, "short"),
        ),
        marks=3,
        unchecked="Not checked: your reason. Compare it with a neighbour's.",
    ),
    Task(
        id="0.3",
        parts=(
            Part(
                "half_market",
                Number(BILLION, 0.005),
                lambda: level_2018() / 2,
                (
                    Mistake(
                        "doubled", lambda: 2 * level_2018(), "That is twice the market, not half."
                    ),
                    Mistake(
                        "half the rate",
                        lambda: growth_2018() / 2,
                        "That is half the growth. Which name does the cell use?",
                    ),
                ),
            ),
            Part(
                "twice_market",
                Number(BILLION, 0.005),
                lambda: 2 * level_2018(),
                (
                    Mistake(
                        "twice the rate",
                        lambda: 2 * growth_2018(),
                        "That is twice the growth. Which name did the cell mean?",
                    ),
                    Mistake("once", level_2018, "That is the market itself. Is the two still in?"),
                    Mistake(
                        "squared",
                        lambda: level_2018() ** 2,
                        "Two stars raise to a power; one star multiplies.",
                    ),
                ),
            ),
            Part(
                "noticed",
                Choice(NOTICED),
                "A",
                (
                    Mistake("name first", "B", "Put a print above the line. Is it run or not?"),
                    Mistake("both", "C", "Put a print above each line. Which of them is run?"),
                    Mistake("neither", "D", "Put a print above each line. Which is not run?"),
                ),
            ),
        ),
        meaning="A cell that cannot be read does nothing; one that stops has done half its work.",
        right=(
            lambda: {
                "half_market": level_2018() / 2,
                "twice_market": 2 * level_2018(),
                "noticed": "A",
            },
            lambda: {
                "half_market": 0.5 * level_2018(),
                "twice_market": level_2018() + level_2018(),
                "noticed": 1,
            },
        ),
        wrong=(
            (
                lambda: {"half_market": str(level_2018() / 2), "twice_market": 37, "noticed": "A"},
                "is text",
            ),
            (
                lambda: {
                    "half_market": level_2018() / 2,
                    "twice_market": 2 * level_2018(),
                    "noticed": "X",
                },
                "no option",
            ),
        ),
        marks=2,
    ),
    Task(
        id="0.4",
        parts=(
            Part(
                "level_now",
                Number(BILLION, 0.005),
                level_now,
                (
                    Mistake(
                        "once",
                        lambda: level_2018() / 2,
                        "Cell 3 was run how often? Each run starts from what is stored.",
                    ),
                    Mistake(
                        "never",
                        level_2018,
                        "That is what cell 1 stored. Which cell stores anew under this name?",
                    ),
                ),
            ),
            Part(
                "double_now",
                Number(BILLION, 0.005),
                lambda: 2 * level_now(),
                (
                    Mistake(
                        "first run",
                        lambda: 2 * level_2018(),
                        "That was right after the first run of cell 2. It was run again.",
                    ),
                    Mistake(
                        "after one half",
                        level_2018,
                        "Write down `level` after each of the five runs. Which one counts?",
                    ),
                    Mistake(
                        "level itself", level_now, "That is `level`. What does cell 2 do with it?"
                    ),
                ),
            ),
            Part(
                "double_fresh",
                Number(BILLION, 0.005),
                lambda: 2 * level_2018(),
                (
                    Mistake(
                        "as before",
                        lambda: 2 * level_now(),
                        "A restart empties the memory. Begin with cell 1.",
                    ),
                    Mistake(
                        "follows",
                        level_2018,
                        "Cell 2 comes before cell 3. Does a stored value follow later?",
                        "When did Python work out the right side of cell 2?",
                    ),
                ),
            ),
            Part(
                "made_by",
                Choice(RUNS),
                "D",
                (
                    Mistake("stored first", "A", "Was anything stored under this name afterwards?"),
                    Mistake("other name", "B", "Under which name does cell 2 store its value?"),
                    Mistake("too early", "C", "Was this cell run once more?"),
                    Mistake(
                        "last run", "E", "That run was the last. Under which name did it store?"
                    ),
                ),
            ),
        ),
        meaning="One page, two results. Only the second follows from the page alone; "
        "for the first you would have to tell the order.",
        right=(
            _run,
            lambda: {
                name: answer if name == "made_by" else round(answer, 3)
                for name, answer in _run().items()
            },
        ),
        wrong=(
            (
                lambda: {
                    **_run(),
                    "level_now": str(level_now()),
                },
                "is text",
            ),
            (lambda: {"level_now": level_now()}, "not started"),
        ),
        marks=3,
    ),
    Task(
        id="0.5",
        parts=(
            Part(
                "missing_part",
                Choice(MISSING),
                "B",
                (
                    Mistake("what", "A", "It names a market and its growth. What is not named?"),
                    Mistake("who", "C", "A firm is named. What is not?"),
                    Mistake("none", "D", "Could you look it up? In which year's report?"),
                ),
            ),
            Part("my_claim", Text(12, ("unit", "date", "attribution")), _source_ids),
        ),
        meaning="The form is complete. Your instructor reads what it says.",
        right=(
            lambda: _CLAIM,
            lambda: {
                "missing_part": "when",
                "my_claim": (
                    "In its paragraph 19 the newspaper of 22 May 2019 prints, crediting IHS "
                    "Markit, a world market of 18.5 billion US dollars."
                ),
            },
        ),
        wrong=(
            (lambda: {**_CLAIM, "my_claim": "The market grew in 2018."}, "short"),
            (
                lambda: {
                    **_CLAIM,
                    "my_claim": "According to IHS Markit the world market for this equipment "
                    "grew by 10.2 per cent that year.",
                },
                "no date",
            ),
            (
                lambda: {
                    **_CLAIM,
                    "my_claim": "The world market for video surveillance equipment grew by "
                    "10.2 per cent in 2018.",
                },
                "no attribution",
            ),
        ),
        marks=2,
        unchecked="Not checked: whether the sentence says what the article says.",
    ),
    Task(
        id="0.6",
        parts=(
            Part(
                "ask_for",
                Choice(CRITIQUE),
                "B",
                (
                    Mistake("trust", "A", "Read the counters. When was the second cell last run?"),
                    Mistake(
                        "calculator", "C", "That checks a sum. Which of the cells' values is in it?"
                    ),
                    Mistake("delete", "D", "Then the page shows less. Is the result known now?"),
                ),
            ),
            Part("ask_reason", Text(words=12), _source_ids),
        ),
        meaning="After a fresh run counters stand in page order. "
        "But a cell edited since keeps its counter; only a restart tells.",
        right=(
            lambda: {
                "ask_for": "B",
                "ask_reason": "The second cell was last run before the last run of the first "
                "one, so its value may be old.",
            },
            lambda: {
                "ask_for": CRITIQUE[1],
                "ask_reason": "The counters are not in order, so the page alone may give "
                "something else.",
            },
        ),
        wrong=(
            (lambda: {"ask_for": "B", "ask_reason": "It may be old."}, "short"),
            (lambda: {"ask_for": "E", "ask_reason": "It may be old."}, "no option"),
        ),
        marks=1,
        unchecked="Not checked: your reason.",
    ),
)

PREDICTIONS = (
    Prediction(
        "guess_gain",
        "How much does a market of two hundred gain?",
        PRACTICE,
        lambda: grown(TWO_HUNDRED, rise_2017()) - TWO_HUNDRED,
    ),
    Prediction(
        "guess_total", "What is total after the three lines?", PRACTICE, lambda: PRICE * TIMES, 0
    ),
    Prediction(
        "guess_shown",
        "What does cell 3 show when cell 2 is skipped?",
        PRACTICE,
        lambda: EDITED + ADDED,
        0,
    ),
)

"""The tasks of lesson 3, "How big is the market?": every answer made from the tables."""

from functools import cache

from techwar.data import as_of, fact, load
from techwar.data.rounding import half_digit, lowest_highest, printed_range
from techwar.tasks.kinds import Choice, Function, Interval, Number, Text
from techwar.tasks.task import Mistake, Part, Prediction, Task

BILLION = "billion US dollars"


@cache
def _figure(fact_id: str) -> float:
    return float(fact(fact_id).value)


def world_2018() -> float:
    """Return the world market of 2018 as the article prints it, in billion US dollars."""
    return _figure("ihs-world-value-2018-article")


def growth_2018() -> float:
    """Return the growth of the world market in 2018 as the article prints it, a fraction."""
    return _figure("ihs-world-growth-2018-article") / 100


def share_2017() -> float:
    """Return China's share of the world market in 2017, a fraction."""
    return _figure("ihs-china-share-2017") / 100


def china_growth_2017() -> float:
    """Return the growth of China's market in 2017, a fraction."""
    return _figure("ihs-china-growth-2017") / 100


def world_growth_2017() -> float:
    """Return the growth of the world market in 2017, from the trade press of 2018, a fraction."""
    return _figure("ihs-world-growth-2017") / 100


def _percent_range(printed_fraction: float) -> tuple[float, float]:
    low, high = printed_range(round(printed_fraction * 100, 6))
    return low / 100, high / 100


def world_2017() -> float:
    """Return the world market of 2017: the level of 2018 without the growth of 2018."""
    return world_2018() / (1 + growth_2018())


def world_2017_range() -> tuple[float, float]:
    """Return both ends of the world market of 2017, from the rounding of both numbers."""
    return lowest_highest(
        lambda level, growth: level / (1 + growth),
        printed_range(world_2018()),
        _percent_range(growth_2018()),
    )


def china_2017() -> float:
    """Return China's market of 2017, in billion US dollars."""
    return world_2017() * share_2017()


def china_2016() -> float:
    """Return China's market of 2016, in billion US dollars."""
    return china_2017() / (1 + china_growth_2017())


def china_2016_range() -> tuple[float, float]:
    """Return both ends of China's market of 2016, from the rounding of four numbers."""
    return lowest_highest(
        lambda level, growth, share, rise: level / (1 + growth) * share / (1 + rise),
        printed_range(world_2018()),
        _percent_range(growth_2018()),
        _percent_range(share_2017()),
        _percent_range(china_growth_2017()),
    )


def world_2016() -> float:
    """Return the world market of 2016, in billion US dollars."""
    return world_2017() / (1 + world_growth_2017())


def china_part(world_growth: float | None = None) -> float:
    """Return China's part of the world's growth in 2017, a fraction.

    `world_growth` is another growth rate of the world (a fraction) than that of 2017.
    """
    rate = world_growth_2017() if world_growth is None else world_growth
    added_by_world = world_2017() - world_2017() / (1 + rate)
    return (china_2017() - china_2016()) / added_by_world


def amount_added(new: float, g: float, d_new: float = 0, d_g: float = 0) -> tuple[float, float]:
    """Return both ends of what growth at rate `g` (a fraction) added to reach `new`."""
    return lowest_highest(
        lambda level, rate: level - level / (1 + rate),
        (new - d_new, new + d_new),
        (g - d_g, g + d_g),
    )


def _fixed_corners(new: float, g: float, d_new: float = 0, d_g: float = 0) -> tuple[float, float]:
    def added(level: float, rate: float) -> float:
        return level - level / (1 + rate)

    low, high = added(new - d_new, g - d_g), added(new + d_new, g + d_g)
    return min(low, high), max(low, high)


def _careless_difference(
    new: float, g: float, d_new: float = 0, d_g: float = 0
) -> tuple[float, float]:
    old = lowest_highest(
        lambda level, rate: level / (1 + rate), (new - d_new, new + d_new), (g - d_g, g + d_g)
    )
    return new - d_new - old[1], new + d_new - old[0]


def rest_growth() -> float:
    """Return the growth of the world without China in 2017, in per cent."""
    rest_2017, rest_2016 = world_2017() - china_2017(), world_2016() - china_2016()
    return 100 * (rest_2017 / rest_2016 - 1)


def _rest() -> dict[str, float]:
    return {
        "rest_2016": world_2016() - china_2016(),
        "rest_2017": world_2017() - china_2017(),
        "rest_growth": rest_growth(),
    }


def sellers_printed() -> float:
    """Return how many firms had a printed share of IHS Markit's world market of 2017."""
    shares = as_of(load("market_share"), "2019-05-22")
    market = "professional video surveillance equipment"
    here = shares[(shares["publisher"] == "IHS Markit") & (shares["market"] == market)]
    firms = here[(here["year"] == 2017) & (here["holder_kind"] == "firm")]
    return float(firms["holder"].nunique())


def _source_ids() -> list[str]:
    return list(load("sources")["id"])


# Practice inputs, no facts: without the optional arguments, doubt in one number only,
# a shrinking market, no growth at all, and a market that doubles.
UNSEEN = (
    (100.0, 0.1),
    (90.0, 0.25, 1.5),
    (120.0, 0.2, 1.0, 0.0),
    (120.0, 0.2, 0.0, 0.01),
    (80.0, -0.2, 2.0, 0.01),
    (7.0, -0.05, 0.5, 0.0),
    (200.0, 0.0, 5.0, 0.02),
    (9.0, 1.0, 0.5, 0.05),
)

_UNDATED = "The trade press before the article gives psi-2018-11 as a forecast."
_UNSOURCED = "In October 2018 the trade press still gave the figure as a forecast."

_REWRITTEN = {
    "rewritten": "In October 2018 IHS Markit forecast growth of 10.2 per cent for all of 2018."
}

TENSE = (
    "The article stated knowingly what was untrue",
    "Nothing changed: the sources and the article say the same",
    "First a forecast, later told as an outcome; no document here shows the count",
    "The forecast for 2018 came true",
)

WARM_UP_GROWTH = (
    "Each gains the same amount",
    "Each is multiplied by the same factor",
    "The larger one grows faster",
    "It cannot be said without the years",
)

WARM_UP_MISSING = (
    "The value is zero",
    "Nobody published the value",
    "The table does not say: look at what the row means",
    "Somebody deleted the value",
)

TASKS = (
    Task(
        id="3.w1",
        parts=(
            Part(
                "w1",
                Choice(WARM_UP_GROWTH),
                "B",
                (
                    Mistake(
                        "adds",
                        "A",
                        "Ten per cent of a hundred is ten. What is ten per cent of two hundred?",
                    ),
                    Mistake("size", "C", "A rate says how much for each 100. Does size enter it?"),
                    Mistake(
                        "years", "D", "The rate is given. Which sum does it ask of each number?"
                    ),
                ),
            ),
            Part("w1_reason", Text(words=8), _source_ids),
        ),
        meaning="A growth rate multiplies. Keep that: this lesson walks it backwards.",
        right=(
            lambda: {
                "w1": "B",
                "w1_reason": "Ten per cent means times 1.1, whatever the start is.",
            },
            lambda: {
                "w1": "b",
                "w1_reason": "Growth is a share of the start, so it multiplies it.",
            },
            lambda: {
                "w1": 2,
                "w1_reason": "Each hundred gains ten, so both are multiplied by 1.1.",
            },
        ),
        wrong=(
            (lambda: {"w1": "B", "w1_reason": "It multiplies."}, "short"),
            (lambda: {"w1": "E", "w1_reason": "Each gains a tenth of its own start."}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="3.w2",
        parts=(
            Part(
                "w2",
                Choice(WARM_UP_MISSING),
                "C",
                (
                    Mistake(
                        "zero", "A", "Blank and 0 are two things. Which of them claims to be known?"
                    ),
                    Mistake(
                        "unpublished",
                        "B",
                        "Perhaps. But could it be published, and not in this table?",
                    ),
                    Mistake("deleted", "D", "Perhaps. But what tells you that it was ever there?"),
                ),
            ),
            Part("w2_reason", Text(words=8), _source_ids),
        ),
        meaning="An empty cell says that the table does not know. It says nothing of the world.",
        right=(
            lambda: {"w2": "C", "w2_reason": "A blank only says that this table holds no value."},
            lambda: {
                "w2": "c.",
                "w2_reason": "The reason for a blank stands outside the table itself.",
            },
            lambda: {
                "w2": 3,
                "w2_reason": "The reason for a blank stands outside the table itself.",
            },
        ),
        wrong=(
            (lambda: {"w2": "C", "w2_reason": 5}, "no text"),
            (lambda: {"w2": 0, "w2_reason": ...}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="3.y1",
        parts=(
            Part(
                "china_2017",
                Number(BILLION, 0.005),
                china_2017,
                (
                    Mistake(
                        "rounded input",
                        lambda: round(world_2017(), 1) * share_2017(),
                        "You went on with a number as shown. Use its name: it keeps all digits.",
                    ),
                    Mistake(
                        "wrong year",
                        lambda: world_2018() * share_2017(),
                        "That is a share of the market of 2018. The share belongs to which year?",
                    ),
                    Mistake(
                        "divided",
                        lambda: world_2017() / share_2017(),
                        "This is more than the world. A share is a part: which sum makes a part?",
                    ),
                    Mistake(
                        "rest",
                        lambda: world_2017() * (1 - share_2017()),
                        "That is what is left without China.",
                    ),
                    Mistake(
                        "per cent",
                        lambda: world_2017() * share_2017() * 100,
                        "A share in per cent is a number of hundredths. Divide by 100.",
                    ),
                ),
            ),
        ),
        meaning="China's market of 2017; none of our rows prints it. Now one more year back.",
        right=(
            lambda: {"china_2017": china_2017()},
            lambda: {"china_2017": round(china_2017(), 2)},
        ),
        wrong=(
            (lambda: {"china_2017": str(china_2017())}, "is text"),
            (lambda: {"china_2017": (7, 39)}, "comma"),
        ),
        marks=0,
    ),
    Task(
        id="3.y2",
        parts=(
            Part(
                "china_2016",
                Number(BILLION, 0.005),
                china_2016,
                (
                    Mistake(
                        "rounded input",
                        lambda: round(china_2017(), 1) / (1 + china_growth_2017()),
                        "You went on with a number as shown. Use its name: it keeps all digits.",
                    ),
                    Mistake(
                        "brackets",
                        lambda: china_2017() / 1 + china_growth_2017(),
                        "Python divides before it adds. Put brackets around one plus the rate.",
                    ),
                    Mistake(
                        "rate in per cent",
                        lambda: china_2017() / (1 + 100 * china_growth_2017()),
                        "The rate is in per cent. Divide it by a hundred before you add it to one.",
                    ),
                    Mistake(
                        "wrong level",
                        lambda: world_2018() * share_2017() / (1 + china_growth_2017()),
                        "You began with the market of 2018. The share belongs to which year?",
                    ),
                    Mistake(
                        "wrong market",
                        lambda: china_2017() / (1 + growth_2018()),
                        "That rate is the world's. Which market grew by the rate for China?",
                    ),
                    Mistake(
                        "subtracted",
                        lambda: china_2017() * (1 - china_growth_2017()),
                        "Grow your result again: does it come back to China's market of 2017?",
                        "Per cent of which year is the printed rate?",
                    ),
                    Mistake(
                        "forward",
                        lambda: china_2017() * (1 + china_growth_2017()),
                        "That is larger than 2017. Forward or back?",
                    ),
                    Mistake(
                        "points",
                        lambda: china_2017() / china_growth_2017(),
                        "The growth factor is one plus the rate.",
                    ),
                ),
            ),
        ),
        meaning="Four printed numbers gave a fifth that none of our rows prints. How sure is it?",
        right=(
            lambda: {"china_2016": china_2016()},
            lambda: {"china_2016": round(china_2016(), 2)},
        ),
        wrong=(
            (lambda: {"china_2016": (6, 44)}, "comma"),
            (lambda: {"china_2016": china_2016}, "is a function"),
        ),
        marks=0,
    ),
    Task(
        id="3.1",
        parts=(
            Part(
                "world_2016",
                Number(BILLION, 0.005),
                world_2016,
                (
                    Mistake(
                        "rounded input",
                        lambda: round(world_2017(), 1) / (1 + world_growth_2017()),
                        "You went on with a number as shown. Use its name: it keeps all digits.",
                    ),
                    Mistake(
                        "brackets",
                        lambda: world_2017() / 1 + world_growth_2017(),
                        "Python divides before it adds. Put brackets around one plus the rate.",
                    ),
                    Mistake(
                        "rate in per cent",
                        lambda: world_2017() / (1 + 100 * world_growth_2017()),
                        "The rate is in per cent. Divide it by a hundred before you add it to one.",
                    ),
                    Mistake(
                        "wrong market",
                        lambda: world_2017() / (1 + china_growth_2017()),
                        "That rate is China's. Which market is asked for?",
                    ),
                    Mistake(
                        "subtracted",
                        lambda: world_2017() * (1 - world_growth_2017()),
                        "Grow your result by the rate again: does it come back to 2017?",
                        "The rate is a part of which year's market?",
                    ),
                    Mistake(
                        "wrong year",
                        lambda: world_2018() / (1 + world_growth_2017()),
                        "You began with the level that the article prints. Of which year?",
                    ),
                    Mistake(
                        "forward",
                        lambda: world_2017() * (1 + world_growth_2017()),
                        "That is larger than 2017. Forward or back?",
                    ),
                    Mistake(
                        "wrong rate",
                        lambda: world_2017() / (1 + growth_2018()),
                        "You used the rate of 2018. Which year's growth leads from 2016 to 2017?",
                    ),
                ),
            ),
        ),
        meaning=(
            "An older IHS forecast, taken back to 2016 in the same way, gives the same level. "
            "Which two numbers would you need to check that?"
        ),
        right=(
            lambda: {"world_2016": world_2016()},
            lambda: {"world_2016": round(world_2016(), 2)},
        ),
        wrong=(
            (lambda: {"world_2016": round(world_2016(), 1)}, "rounded"),
            (lambda: {"world_2016": "16.79"}, "is text"),
            (lambda: {"world_2016": (15, 36)}, "comma"),
        ),
        marks=2,
    ),
    Task(
        id="3.2",
        parts=(
            Part(
                "world_2017_range",
                Interval(BILLION, 0.002),
                lambda: list(world_2017_range()),
                (
                    Mistake(
                        "one input",
                        lambda: [end / (1 + growth_2018()) for end in printed_range(world_2018())],
                        "You varied the level only. The growth rate is rounded too.",
                    ),
                    Mistake(
                        "on the result",
                        lambda: [world_2017() - 0.05, world_2017() + 0.05],
                        "You moved the result. Move what was printed; see where the result goes.",
                    ),
                    Mistake(
                        "only growth",
                        lambda: sorted(
                            world_2018() / (1 + end) for end in _percent_range(growth_2018())
                        ),
                        "You varied the rate only. The level is rounded too.",
                    ),
                    Mistake(
                        "same side",
                        lambda: [
                            (world_2018() + sign * half_digit(world_2018()))
                            / (1 + growth_2018() + sign * half_digit(growth_2018() * 100) / 100)
                            for sign in (-1, 1)
                        ],
                        "Both moved to one side. Does a higher rate make 2017 larger or smaller?",
                        "Try all four corners, and keep the smallest and the largest.",
                    ),
                ),
            ),
        ),
        meaning="Both ends were varied. Write the market of 2017 with this range from now on.",
        right=(
            lambda: {"world_2017_range": world_2017_range()},
            lambda: {"world_2017_range": [round(end, 3) for end in world_2017_range()]},
            lambda: {"world_2017_range": dict(zip(("lo", "hi"), world_2017_range(), strict=True))},
        ),
        wrong=(
            (lambda: {"world_2017_range": world_2017_range()[::-1]}, "reversed"),
            (lambda: {"world_2017_range": (world_2017(), world_2017())}, "equal ends"),
            (lambda: {"world_2017_range": world_2017()}, "one number"),
            (lambda: {"world_2017_range": (16, 73, 16, 84)}, "comma"),
        ),
        marks=2,
    ),
    Task(
        id="3.3",
        parts=(
            Part(
                "china_part",
                Number("a fraction between 0 and 1", 0.005, "0.12"),
                china_part,
                (
                    Mistake(
                        "rounded input",
                        lambda: (
                            (round(china_2017(), 1) - round(china_2016(), 1))
                            / (round(world_2017(), 1) - round(world_2016(), 1))
                        ),
                        "You subtracted rounded numbers. Use the names: they keep all digits.",
                    ),
                    Mistake(
                        "amount",
                        lambda: china_2017() - china_2016(),
                        "That is an amount. Which part is it of what the world added?",
                    ),
                    Mistake(
                        "rest",
                        lambda: 1 - china_part(),
                        "That is the part of the rest of the world.",
                    ),
                    Mistake(
                        "whole market",
                        lambda: (china_2017() - china_2016()) / world_2016(),
                        "You divided by the whole market. Divide by what the world added.",
                    ),
                    Mistake(
                        "share",
                        share_2017,
                        "That is China's part of the market, not of the growth.",
                    ),
                    Mistake(
                        "wrong year",
                        lambda: china_part(growth_2018()),
                        "The rate that the article prints is the growth of which year?",
                    ),
                    Mistake(
                        "rates",
                        lambda: china_growth_2017() / world_growth_2017(),
                        "You divided rates. Divide amounts: added here by added there.",
                    ),
                    Mistake(
                        "weighted rates",
                        lambda: share_2017() * china_growth_2017() / world_growth_2017(),
                        "Rates count from the old year; your share is of the new. Divide amounts.",
                    ),
                    Mistake(
                        "per cent",
                        lambda: 100 * china_part(),
                        "Per cent or fraction? A fraction lies between 0 and 1.",
                    ),
                ),
            ),
        ),
        meaning=(
            "Less than half of the market, about two thirds of its growth. "
            "Which of the two would a headline take?"
        ),
        right=(
            lambda: {"china_part": china_part()},
            lambda: {"china_part": round(china_part(), 2)},
        ),
        wrong=((lambda: {"china_part": load("market")["value"]}, "is a table"),),
        marks=2,
    ),
    Task(
        id="3.4",
        parts=(
            Part(
                "amount_added",
                Function(UNSEEN, 0.001, "amount_added(new, g, d_new=0, d_g=0)"),
                amount_added,
                (
                    Mistake(
                        "rounded",
                        lambda *arguments: tuple(round(end, 1) for end in amount_added(*arguments)),
                        "Rounded too early. Give back all digits; round only what you show.",
                    ),
                    Mistake(
                        "fixed corners",
                        _fixed_corners,
                        "Two corners are not enough. Which corner is largest when g is negative?",
                        "Compute all four corners; then take min and max.",
                    ),
                    Mistake(
                        "careless",
                        _careless_difference,
                        "New and old rest on one level and rate. Put all in one sum, then vary.",
                    ),
                    Mistake(
                        "no doubt in the rate",
                        lambda new, g, d_new=0, d_g=0: amount_added(new, g, d_new),
                        "The rate never moves in your function. Where does d_g come in?",
                    ),
                    Mistake(
                        "rate in per cent",
                        lambda new, g, d_new=0, d_g=0: amount_added(new, g / 100, d_new, d_g / 100),
                        "Here g is a fraction already: ten per cent is 0.1.",
                    ),
                    Mistake(
                        "no doubt",
                        lambda new, g, d_new=0, d_g=0: amount_added(new, g),
                        "Both ends are the same even with doubt. Where do d_new and d_g come in?",
                    ),
                    Mistake(
                        "wrong base",
                        lambda new, g, d_new=0, d_g=0: lowest_highest(
                            lambda level, rate: level * rate,
                            (new - d_new, new + d_new),
                            (g - d_g, g + d_g),
                        ),
                        "new times g takes the rate of the new level. It is a rate of the old one.",
                    ),
                    Mistake(
                        "old level",
                        lambda new, g, d_new=0, d_g=0: lowest_highest(
                            lambda level, rate: level / (1 + rate),
                            (new - d_new, new + d_new),
                            (g - d_g, g + d_g),
                        ),
                        "That is the old level. What was added is new less old.",
                    ),
                ),
            ),
        ),
        meaning="It holds for a shrinking market too. Use it on China in 2017: what was added?",
        right=(
            lambda: {"amount_added": amount_added},
            lambda: {"amount_added": _amount_added_as_list},
        ),
        wrong=(
            (lambda: {"amount_added": lambda new, g, d_new=0, d_g=0: new * g}, "one number"),
            (lambda: {"amount_added": lambda new, g, d_new=0, d_g=0: print(new)}, "prints"),
            (lambda: {"amount_added": lambda new, g, d_new=0, d_g=0: None}, "returns nothing"),
            (lambda: {"amount_added": lambda new, g: (new, g)}, "arguments"),
            (lambda: {"amount_added": lambda new, g, d_new, d_g: (new, g)}, "arguments"),
            (lambda: {"amount_added": lambda new, g, d_new=0, d_g=0: min(new)}, "stops"),
            (lambda: {"amount_added": lambda new, g, d_new=0, d_g=0: (1.0, 2.0)}, "constant"),
            (lambda: {"amount_added": 0.95}, "no function"),
        ),
        marks=3,
        unchecked="Not checked: whether a reader could follow the names inside.",
    ),
    Task(
        id="3.5",
        parts=(
            Part(
                "rest_2016",
                Number(BILLION, 0.005),
                lambda: world_2016() - china_2016(),
                (
                    Mistake(
                        "china",
                        china_2016,
                        "That is China. The rest is what is left of the world without it.",
                    ),
                    Mistake(
                        "share of 2017",
                        lambda: world_2016() * (1 - share_2017()),
                        "You used the share of 2017 for 2016. Take China's amount away.",
                    ),
                ),
            ),
            Part(
                "rest_2017",
                Number(BILLION, 0.005),
                lambda: world_2017() - china_2017(),
                (
                    Mistake(
                        "china",
                        china_2017,
                        "That is China. The rest is what is left of the world without it.",
                    ),
                    Mistake(
                        "level of 2018",
                        lambda: world_2018() - china_2017(),
                        "You began with the market of 2018. Which year is this amount for?",
                    ),
                ),
            ),
            Part(
                "rest_growth",
                Number("per cent", 0.05, "1.2"),
                rest_growth,
                (
                    Mistake(
                        "copied",
                        lambda: _figure("ihs-exchina-growth-2017"),
                        "That is the printed rate. Compute yours from the two amounts.",
                    ),
                    Mistake(
                        "factor",
                        lambda: rest_growth() + 100,
                        "That is the old level too. Growth is only what was added to it.",
                    ),
                    Mistake(
                        "growth factor",
                        lambda: 1 + rest_growth() / 100,
                        "That is the growth factor. Growth is what lies above one, in per cent.",
                    ),
                    Mistake(
                        "weights of the new year",
                        lambda: (
                            100
                            * (world_growth_2017() - share_2017() * china_growth_2017())
                            / (1 - share_2017())
                        ),
                        "Shares of which year weigh this growth? Divide the two amounts instead.",
                    ),
                    Mistake(
                        "wrong base",
                        lambda: (
                            100
                            * (1 - (world_2016() - china_2016()) / (world_2017() - china_2017()))
                        ),
                        "Growth is counted from the old level. Which amount do you divide by?",
                    ),
                ),
            ),
        ),
        meaning=(
            "IHS printed a rate for the world without China as well. Yours comes from "
            "other numbers, and within rounding the two overlap."
        ),
        right=(
            lambda: _rest(),
            lambda: {name: round(value, 2) for name, value in _rest().items()},
        ),
        wrong=(
            (lambda: {**_rest(), "rest_growth": -rest_growth()}, "sign"),
            (lambda: {**_rest(), "rest_growth": rest_growth() / 100}, "factor 100"),
            (lambda: {"rest_growth": rest_growth()}, "not started"),
        ),
        marks=2,
    ),
    Task(
        id="3.6",
        parts=(
            Part(
                "tense",
                Choice(TENSE),
                "C",
                (
                    Mistake(
                        "lied", "A", "What would you have to know to say so? Who documents it?"
                    ),
                    Mistake(
                        "nothing",
                        "B",
                        "Compare the verbs: what does October 2018 say, and what May 2019?",
                    ),
                    Mistake("came true", "D", "What was known on 22 May 2019?"),
                ),
            ),
            Part("tense_reason", Text(words=8, needs=("date", "source")), _source_ids),
            Part(
                "rewritten",
                Text(10, ("unit", "date", "attribution"), {"grew": "had it been counted?"}),
                _source_ids,
            ),
        ),
        meaning="The form is complete. Your instructor reads what it says.",
        right=(
            lambda: {
                "tense": "C",
                "tense_reason": "In October 2018 psi-2018-11 gave the figure as something to come.",
                **_REWRITTEN,
            },
            lambda: {
                "tense": TENSE[2].lower(),
                "tense_reason": "sourcesecurity-2018-12 in December 2018: the year is not counted.",
                **_REWRITTEN,
            },
        ),
        wrong=(
            (lambda: {"tense": "C", "tense_reason": "It was a forecast.", **_REWRITTEN}, "short"),
            (lambda: {"tense": "C", "tense_reason": _UNDATED, **_REWRITTEN}, "no date"),
            (lambda: {"tense": "C", "tense_reason": _UNSOURCED, **_REWRITTEN}, "no source"),
            (lambda: {"tense": "Z", "tense_reason": "", **_REWRITTEN}, "no option"),
        ),
        marks=1,
        unchecked="Not checked: whether the source says what you say it does.",
    ),
)

PREDICTIONS = (
    Prediction("guess_2017", "How large was the world market of 2017?", BILLION, world_2017, 1),
    Prediction(
        "guess_width",
        "How wide is the range of China's market of 2016?",
        BILLION,
        lambda: china_2016_range()[1] - china_2016_range()[0],
        2,
    ),
    Prediction(
        "guess_part",
        "How much of the world's growth in 2017 was China's?",
        "per cent",
        lambda: 100 * china_part(),
        0,
    ),
    Prediction(
        "guess_sellers",
        "For how many firms was a share of IHS Markit's world market of 2017 printed?",
        "firms",
        sellers_printed,
        0,
    ),
    Prediction(
        "guess_2020",
        "Which share of the world's smartphones had Huawei in 2020, by IDC?",
        "per cent",
        lambda: float(fact("idc-smartphones-2020-huawei").value),
    ),
)


def _amount_added_as_list(new: float, g: float, d_new: float = 0, d_g: float = 0) -> list[float]:
    """Do the same by hand, corner by corner, and hand it over as a list."""
    corners = [
        (new + a * d_new) - (new + a * d_new) / (1 + g + b * d_g) for a in (-1, 1) for b in (-1, 1)
    ]
    return [min(corners), max(corners)]

"""The tasks of lesson 8, "How concentrated is the market?": every answer made from the tables."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from techwar.data import as_of, load
from techwar.tasks.kinds import ChartSpec, Choice, Function, Interval, Number, Text
from techwar.tasks.task import Mistake, Part, Prediction, Task

DAY = "2019-05-22"
POINTS = "index points"
#: A market of the exercises in which every share is known: practice numbers.
PRACTICE = (30, 25, 20, 15, 10)
#: A practice list of the three largest makers.
THREE = (30, 20, 10)
#: Another one, for the exercises.
LISTED = (25, 15, 10)
FIFTEEN = 15
ENDS = tuple[float, float]


def hhi(held: Sequence[float]) -> float:
    """Return the Herfindahl-Hirschman index of shares in per cent: 0 to 10,000 points."""
    return float(sum(share * share for share in held))


def packed(amount: float, most: float) -> list[float]:
    """Return an amount in portions as large as possible, none above `most`."""
    whole = int(amount // most)
    return [most] * whole + [amount - whole * most]


def both_ends(known: Sequence[float], most: float) -> ENDS:
    """Return the lowest and the highest index of a market of which some shares are known.

    No firm that is not named holds more than `most`; what is left may be dust, or packed.
    Shares and `most` in per cent.
    """
    left = max(0.0, 100 - sum(known))
    high = [*known, *packed(left, most)] if left else known
    return hhi(known), hhi(high)


def group_ends(leader: float, total: float, firms: int) -> ENDS:
    """Return both ends where the largest share is known, and what the `firms` largest hold.

    The highest is searched over the share of the smallest of them, which no firm behind it
    may pass; nobody passes the leader. All shares in per cent.
    """
    others = firms - 1
    left = total - leader
    low = hhi([leader]) + left * left / others
    high = max(_with_smallest(leader, left, others, step / 2000, total) for step in range(2001))
    return low, high


def _with_smallest(leader: float, left: float, others: int, part: float, total: float) -> float:
    """Return the highest index where the smallest of a group holds a part of an even split."""
    smallest = part * left / others
    if smallest == 0:
        return hhi([leader, *packed(left, leader)])
    above = packed(left - others * smallest, leader - smallest) if part < 1 else []
    held = [smallest + piece for piece in above if piece > 0]
    behind = packed(100 - total, smallest)
    return hhi([leader, *held, *[smallest] * (others - len(held)), *behind])


@cache
def _table() -> pd.DataFrame:
    return as_of(load("market_share"), DAY)


def named(market: str, geography: str, period: str, edition: str) -> list[float]:
    """Return the shares of the firms that a list names, the largest first, in per cent."""
    rows = _table()
    wanted = {"market": market, "geography": geography, "period": period, "edition": edition}
    for column, value in wanted.items():
        rows = rows[rows[column] == value]
    firms = rows[rows["holder_kind"] == "firm"]
    return sorted((float(value) for value in firms["value"]), reverse=True)


def phones() -> list[float]:
    """Return the shares of IDC's five largest makers of smartphones in the world, 2018."""
    return named("smartphones", "World", "2018", "2019-01")


def china() -> list[float]:
    """Return the shares of IDC's five largest makers of smartphones in China, 2016."""
    return named("smartphones", "China", "2016", "2017-02")


def _share(row: str) -> float:
    table = load("market_share").set_index("id")
    value: Any = table.loc[row, "value"]
    return float(value)


def leader() -> float:
    """Return Hikvision's share of the world market for 2017, as IHS Markit is quoted."""
    return _share("ihs-surveillance-2017-hikvision")


def fifteen(year: int) -> float:
    """Return what the 15 largest vendors of video surveillance held together, in per cent."""
    return _share(f"ihs-surveillance-{year}-top-15-vendors")


def phones_alone() -> float:
    """Return the index of IDC's list of 2018 where one firm holds all that is left."""
    return both_ends(phones(), 100)[1]


def phones_width() -> float:
    """Return how far the ends lie apart where nobody passes the smallest firm named."""
    low, high = both_ends(phones(), min(phones()))
    return high - low


def china_ends(most: float | None = None) -> ENDS:
    """Return both ends for China's smartphones of 2016; nobody passes the smallest named."""
    return both_ends(china(), min(china()) if most is None else most)


def leader_ends() -> ENDS:
    """Return both ends for video surveillance where nothing but Hikvision's share is used."""
    return both_ends([leader()], 100)


def surveillance_ends() -> ENDS:
    """Return both ends where Hikvision is the largest, and the 15 largest are known together."""
    return group_ends(leader(), fifteen(2017), FIFTEEN)


def ends_2016() -> ENDS:
    """Return both ends of what the 15 largest of 2016 add to the index among themselves."""
    total = fifteen(2016)
    return total * total / FIFTEEN, total * total


def china_2020() -> float:
    """Return the lower end for China's smartphones of 2020, by the release of 2021."""
    rows = load("market_share")
    listed = rows["id"].str.startswith("idc-china-smartphones-2020") & (
        rows["edition"] == "2021-02"
    )
    return hhi(list(rows[listed & (rows["holder_kind"] == "firm")]["value"]))


def practice_index() -> float:
    """Return the index of the practice market."""
    return hhi(PRACTICE)


def bands() -> pd.DataFrame:
    """Return the bounds that task 8.5 draws, one market a row: market, low, high, width."""
    lists = {
        "mobile networks 2017": (named("mobile infrastructure", "World", "2017", "2018-03"), 100),
        "smartphones, China 2016": (china(), min(china())),
        "smartphones, world 2018": (phones(), min(phones())),
        "telecom equipment 2018": (named("telecom equipment", "World", "2018", "2019-03"), 100),
    }
    rows = [[name, *both_ends(held, most)] for name, (held, most) in lists.items()]
    table = pd.DataFrame(rows, columns=["market", "low", "high"])
    return table.assign(width=table["high"] - table["low"])


def _drawn(
    low: str = "low",
    high: str = "high",
    mark: str = "bar",
    letter: str = "Q",
    rows: pd.DataFrame | None = None,
) -> alt.Chart:
    base = alt.Chart(bands() if rows is None else rows)
    marked = {"bar": base.mark_bar, "rule": base.mark_rule}[mark]()
    chart: alt.Chart = marked.encode(
        x=alt.X(f"{low}:{letter}", title="index points"), x2=high, y="market:N"
    )
    return chart


def _limit(whose: str) -> str:
    """Return the hint on portions that are as large as a firm too high on the list."""
    return (
        f"Your portions are as large as {whose} firm. A firm of that size would be on the list. "
        "How large may one be that is not?"
    )


def _source_ids() -> list[str]:
    return list(load("sources")["id"])


#: What a student's function is called with: an empty list, a full one, a limit above what is
#: left, one that divides it, and shares that add up to a little more than a hundred.
UNSEEN: tuple[tuple[Any, ...], ...] = (
    ([40, 30, 10], 10),
    ([40, 30, 10], 8),
    ([60, 25], 50),
    ([], 20),
    ([], 30),
    ([50, 30, 20], 5),
    ([50.4, 49.9], 10),
    ([12.5], 12.5),
)

WARM_UP_NAMED = (
    "It sells nothing there",
    "It holds no more than the last firm on the list",
    "It is the sixth",
    "It has no share, so it may be left out of any sum",
)

WARM_UP_RANGES = (
    "The second, because the middle of its range is higher",
    "The first, because its range is narrower",
    "It cannot be said: the two ranges overlap",
    "They are equal, because the ranges touch",
)

EDITOR = (
    "The middle of the band: it is the best guess",
    "The lower end: it is the careful choice",
    "The upper end: nobody can say then that I played it down",
    "None of them alone: both ends, and what they rest on",
)

ROSE = (
    "Yes: the largest hold more, so the index must have risen",
    "No: the index does not depend on the largest",
    "No: two markets fit the two numbers in which it fell",
    "Yes, because the number of vendors stayed the same",
)

LEADS = (
    "True: a share of more than a fifth makes any market highly concentrated",
    "False: the index is the square of that share, and that is low",
    "Open: that share alone leaves room for nearly every verdict",
    "Open: without all shares nothing at all can be said",
)


def _practice() -> dict[str, float]:
    return {"practice_hhi": practice_index(), "practice_equal": 10_000 / practice_index()}


def _listed() -> dict[str, Any]:
    return {"listed_ends": both_ends(LISTED, min(LISTED))}


_ROSE = {"rose": "C"}

TASKS = (
    Task(
        id="8.w1",
        parts=(
            Part(
                "w1",
                Choice(WARM_UP_NAMED),
                "B",
                (
                    Mistake("nothing", "A", "Does a list of the five largest name everybody?"),
                    Mistake("sixth", "C", "How many firms may stand between it and the fifth?"),
                    Mistake("no share", "D", "Not printed and zero: are they the same?"),
                ),
            ),
            Part("w1_reason", Text(words=8), _source_ids),
        ),
        meaning="A missing name still says something: it sets a limit. That is today's tool.",
        right=(
            lambda: {"w1": "B", "w1_reason": "Whoever is not named is no larger than the fifth."},
            lambda: {
                "w1": "b",
                "w1_reason": "The list holds the five largest, so others are smaller.",
            },
            lambda: {"w1": 2, "w1_reason": "It may be small or nearly as large as the fifth."},
        ),
        wrong=(
            (lambda: {"w1": "B", "w1_reason": "It is smaller."}, "short"),
            (
                lambda: {"w1": "F", "w1_reason": "It may be just behind the fifth."},
                "no option",
            ),
        ),
        marks=0,
    ),
    Task(
        id="8.w2",
        parts=(
            Part(
                "w2",
                Choice(WARM_UP_RANGES),
                "C",
                (
                    Mistake("middle", "A", "What says that the true value lies in the middle?"),
                    Mistake("narrow", "B", "Narrow is not high. Try a value that fits both."),
                    Mistake("equal", "D", "They may be equal. Must they?"),
                ),
            ),
            Part("w2_reason", Text(words=8), _source_ids),
        ),
        meaning="Only ranges that lie apart decide which is larger. Keep that for the end.",
        right=(
            lambda: {"w2": "C", "w2_reason": "Seventeen lies in both, so either may be larger."},
            lambda: {"w2": "c)", "w2_reason": "The two ranges overlap, so the order stays open."},
            lambda: {
                "w2": 3,
                "w2_reason": "The first may be near its upper end, so larger.",
            },
        ),
        wrong=(
            (lambda: {"w2": "C", "w2_reason": 7}, "no text"),
            (
                lambda: {"w2": 9, "w2_reason": "The two ranges overlap one another."},
                "no option",
            ),
        ),
        marks=0,
    ),
    Task(
        id="8.y1",
        parts=(
            Part(
                "phones_high",
                Number(POINTS, 0.5, "1234.5"),
                phones_alone,
                (
                    Mistake(
                        "dust",
                        lambda: hhi(phones()),
                        "That is the lower end. One firm more holds all that is left.",
                    ),
                    Mistake(
                        "not squared",
                        lambda: hhi(phones()) + 100 - sum(phones()),
                        "What is left was added as it is. In the index each share is squared.",
                    ),
                    Mistake(
                        "only the rest",
                        lambda: (100 - sum(phones())) ** 2,
                        "That is the one firm alone. Where are the five that IDC names?",
                    ),
                    Mistake(
                        "square of the sum",
                        lambda: sum(phones()) ** 2,
                        "You squared the sum of five firms. Square each, then add.",
                    ),
                ),
            ),
        ),
        meaning="Possible by arithmetic. But did IDC's list not say something about that one firm?",
        right=(
            lambda: {"phones_high": phones_alone()},
            lambda: {"phones_high": round(phones_alone())},
        ),
        wrong=(
            (lambda: {"phones_high": [phones_alone()]}, "several"),
            (lambda: {"phones_high": str(phones_alone())}, "is text"),
        ),
        marks=0,
    ),
    Task(
        id="8.y2",
        parts=(
            Part(
                "three_high",
                Number(POINTS, 0.5, "1234"),
                lambda: both_ends(THREE, min(THREE))[1],
                (
                    Mistake(
                        "dust",
                        lambda: hhi(THREE),
                        "That is the lower end. Pack what is left into portions.",
                    ),
                    Mistake(
                        "one firm",
                        lambda: both_ends(THREE, 100)[1],
                        "One firm with all that is left would be the largest, and named.",
                    ),
                    Mistake(
                        "square of the sum",
                        lambda: float(sum(THREE)) ** 2,
                        "You squared the sum of three firms. Square each, then add.",
                    ),
                    Mistake(
                        "only the rest",
                        lambda: both_ends(THREE, min(THREE))[1] - hhi(THREE),
                        "That is what the unnamed firms add. Where are the three?",
                    ),
                    Mistake(
                        "second as limit",
                        lambda: both_ends(THREE, THREE[1])[1],
                        _limit("the second"),
                    ),
                    Mistake(
                        "largest as limit",
                        lambda: both_ends(THREE, max(THREE))[1],
                        _limit("the largest"),
                    ),
                    Mistake(
                        "not squared",
                        lambda: hhi(THREE) + 100 - sum(THREE),
                        "What is left was added as it is. In the index each share is squared.",
                    ),
                ),
            ),
        ),
        meaning="Whoever is not named is no larger than the last firm named: that is the limit.",
        right=(
            lambda: {"three_high": both_ends(THREE, min(THREE))[1]},
            lambda: {"three_high": int(both_ends(THREE, min(THREE))[1])},
        ),
        wrong=(
            (lambda: {"three_high": both_ends(THREE, min(THREE))}, "several"),
            (lambda: {"three_high": "1800"}, "is text"),
        ),
        marks=0,
    ),
    Task(
        id="8.y3",
        parts=(
            Part(
                "china_ends",
                Interval(POINTS, 0.5),
                china_ends,
                (
                    Mistake(
                        "one firm",
                        lambda: china_ends(100),
                        "One firm with all that is left would be the largest. Would IDC miss it?",
                    ),
                    Mistake(
                        "largest as limit",
                        lambda: china_ends(max(china())),
                        _limit("the largest"),
                    ),
                    Mistake(
                        "no remainder",
                        lambda: (
                            hhi(china()),
                            hhi(china()) + (100 - sum(china())) // min(china()) * min(china()) ** 2,
                        ),
                        "A portion is lost: what is left after the full ones counts as well.",
                    ),
                    Mistake(
                        "the world's limit",
                        lambda: china_ends(min(phones())),
                        "That limit belongs to the other list. Who is the smallest in this one?",
                    ),
                ),
            ),
        ),
        meaning="A third of the market is unknown; the band is narrow, because of the limit.",
        right=(
            lambda: {"china_ends": china_ends()},
            lambda: {"china_ends": [round(end, 1) for end in china_ends()]},
        ),
        wrong=(
            (lambda: {"china_ends": china_ends()[::-1]}, "reversed"),
            (lambda: {"china_ends": hhi(china())}, "one number"),
        ),
        marks=0,
    ),
    Task(
        id="8.y4",
        parts=(
            Part(
                "editor",
                Choice(EDITOR),
                "D",
                (
                    Mistake("middle", "A", "One market lies near it. What makes it likelier?"),
                    Mistake("lower", "B", "Which of the four markets is far from that number?"),
                    Mistake("upper", "C", "Which of the four markets is far from that number?"),
                ),
            ),
        ),
        meaning="Two numbers are longer than one, and both are true.",
        right=(lambda: {"editor": "D"}, lambda: {"editor": 4}),
        wrong=((lambda: {"editor": "E"}, "no option"), (lambda: {"editor": 963}, "no option")),
        marks=0,
    ),
    Task(
        id="8.1",
        parts=(
            Part(
                "practice_hhi",
                Number(POINTS, 0.5, "1234"),
                practice_index,
                (
                    Mistake(
                        "fractions",
                        lambda: practice_index() / 10_000,
                        "You squared fractions. The unit asked for is points: shares in per cent.",
                    ),
                    Mistake(
                        "caret",
                        lambda: float(sum(share ^ 2 for share in PRACTICE)),
                        "In Python `^` is no power. A square is `** 2`.",
                    ),
                    Mistake(
                        "doubled",
                        lambda: float(2 * sum(PRACTICE)),
                        "You doubled the shares. A square is a number times itself.",
                    ),
                    Mistake(
                        "mean of squares",
                        lambda: practice_index() / len(PRACTICE),
                        "That is the mean of the squares. The index is their sum.",
                    ),
                    Mistake(
                        "root",
                        lambda: practice_index() ** 0.5,
                        "You took a root at the end. The index is the sum of the squares itself.",
                    ),
                    Mistake(
                        "sum",
                        lambda: float(sum(PRACTICE)),
                        "You added the shares. Square each one first.",
                    ),
                    Mistake(
                        "square of the sum",
                        lambda: float(sum(PRACTICE)) ** 2,
                        "You squared the sum. That is one firm that holds everything.",
                    ),
                    Mistake(
                        "four largest",
                        lambda: hhi(PRACTICE[:4]),
                        "One firm is missing. How many shares does the market have?",
                    ),
                ),
            ),
            Part(
                "practice_equal",
                Number("equal firms", 0.005, "3.21"),
                lambda: 10_000 / practice_index(),
                (
                    Mistake(
                        "counted",
                        lambda: float(len(PRACTICE)),
                        "So many firms there are. How many of one size give the same index?",
                    ),
                    Mistake(
                        "turned over",
                        lambda: practice_index() / 10_000,
                        "Turned over. Two equal firms give 5000 points: what leads back to two?",
                    ),
                    Mistake(
                        "hundred",
                        lambda: 100 / practice_index(),
                        "The square of a hundred per cent is not a hundred.",
                    ),
                ),
            ),
        ),
        meaning="Five unequal firms are as concentrated as fewer equal ones.",
        right=(
            _practice,
            lambda: {"practice_hhi": int(practice_index()), "practice_equal": 4.44},
        ),
        wrong=(
            (lambda: {**_practice(), "practice_hhi": None}, "not started"),
            (lambda: {**_practice(), "practice_equal": [1, 2, 3]}, "wrong type"),
        ),
        marks=2,
    ),
    Task(
        id="8.2",
        parts=(
            Part(
                "ends_2016",
                Interval(POINTS, 0.5),
                ends_2016,
                (
                    Mistake(
                        "mean share",
                        lambda: (fifteen(2016) / FIFTEEN, fifteen(2016)),
                        "These are shares. The index wants squares: of each, then added.",
                    ),
                    Mistake(
                        "one of fifteen",
                        lambda: ((fifteen(2016) / FIFTEEN) ** 2, fifteen(2016) ** 2),
                        "That is the square of one of them. How many such firms are there?",
                    ),
                    Mistake(
                        "other year",
                        lambda: (fifteen(2017) ** 2 / FIFTEEN, fifteen(2017) ** 2),
                        "That is the total of another year. Which row does the task name?",
                    ),
                    Mistake(
                        "all of it",
                        lambda: (fifteen(2016) ** 2 / FIFTEEN, 1e4),
                        "How much do the fifteen hold together? One of them cannot hold more.",
                    ),
                ),
            ),
        ),
        meaning="One sum, a band of thousands: a total without its largest part says little.",
        right=(
            lambda: {"ends_2016": ends_2016()},
            lambda: {"ends_2016": [round(end, 1) for end in ends_2016()]},
        ),
        wrong=(
            (lambda: {"ends_2016": ends_2016()[::-1]}, "reversed"),
            (lambda: {"ends_2016": fifteen(2016) ** 2}, "one number"),
        ),
        marks=2,
    ),
    Task(
        id="8.3",
        parts=(
            Part(
                "listed_ends",
                Interval(POINTS, 0.5),
                lambda: both_ends(LISTED, min(LISTED)),
                (
                    Mistake(
                        "one firm",
                        lambda: both_ends(LISTED, 100),
                        "One firm with all that is left would be the largest, and named.",
                    ),
                    Mistake(
                        "second as limit",
                        lambda: both_ends(LISTED, LISTED[1]),
                        _limit("the second"),
                    ),
                    Mistake(
                        "largest as limit",
                        lambda: both_ends(LISTED, max(LISTED)),
                        _limit("the largest"),
                    ),
                    Mistake(
                        "not squared",
                        lambda: (hhi(LISTED), hhi(LISTED) + 100 - sum(LISTED)),
                        "What is left was added as it is. In the index each share is squared.",
                    ),
                ),
            ),
            Part(
                "hhi_ends",
                Function(UNSEEN, 0.01, "hhi_ends(known, most)"),
                both_ends,
                (
                    Mistake(
                        "no limit",
                        lambda known, most: both_ends(known, 100),
                        "The limit never acts. Where does `most` come in?",
                    ),
                    Mistake(
                        "no remainder",
                        lambda known, most: (
                            hhi(known),
                            hhi(known) + max(0, 100 - sum(known)) // most * most**2,
                        ),
                        "Full portions only. What is left after them counts as well.",
                    ),
                    Mistake(
                        "more than a hundred",
                        lambda known, most: (hhi(known), _unclipped(known, most)),
                        "Try shares that add up to a little over a hundred: what is left then?",
                        "max(0, …) keeps a number from falling below zero.",
                    ),
                    Mistake(
                        "even split",
                        lambda known, most: (
                            hhi(known),
                            hhi(known) + max(0, 100 - sum(known)) * most,
                        ),
                        "What is left, times the limit: but the last portion is smaller.",
                    ),
                ),
            ),
        ),
        meaning="It holds for every list: named shares, what is left, and a limit.",
        right=(
            lambda: {**_listed(), "hhi_ends": both_ends},
            lambda: {
                "listed_ends": list(both_ends(LISTED, min(LISTED))),
                "hhi_ends": lambda known, most: [float(end) for end in both_ends(known, most)],
            },
        ),
        wrong=(
            (lambda: {**_listed(), "hhi_ends": lambda known, most: hhi(known)}, "one number"),
            (lambda: {**_listed(), "hhi_ends": lambda known: (0, 1)}, "arguments"),
            (
                lambda: {**_listed(), "hhi_ends": lambda known, most: both_ends(known, most)[::-1]},
                "reversed",
            ),
            (lambda: {**_listed(), "hhi_ends": _grown}, "changes its input"),
        ),
        marks=3,
    ),
    Task(
        id="8.4",
        parts=(
            Part(
                "rose",
                Choice(ROSE),
                "C",
                (
                    Mistake("must", "A", "Let one firm lead the first year, and none the second."),
                    Mistake("not at all", "B", "It does depend on them. On their sum alone?"),
                    Mistake("number", "D", "Fifteen in both years. How is the sum split?"),
                ),
            ),
            Part("rose_reason", Text(12, ("number",)), _source_ids),
        ),
        meaning="One pair of examples is enough to refute a must. Whether it fell stays open, too.",
        right=(
            lambda: {
                **_ROSE,
                "rose_reason": (
                    "If one firm held 40 of the 58 and all were equal in 2017, the index fell."
                ),
            },
            lambda: {
                "rose": "c",
                "rose_reason": (
                    "In 2016 the index may be 3364, in 2017 only 256, and both fit the sums."
                ),
            },
        ),
        wrong=(
            (lambda: {**_ROSE, "rose_reason": "It may have fallen."}, "short"),
            (
                lambda: {
                    **_ROSE,
                    "rose_reason": (
                        "The sum of the largest says nothing of how they share it among themselves."
                    ),
                },
                "no number",
            ),
            (
                lambda: {
                    **_ROSE,
                    "rose_reason": (
                        "The sums of 2016 and of 2017 say nothing of how it is shared among them."
                    ),
                },
                "no number",
            ),
        ),
        marks=2,
    ),
    Task(
        id="8.5",
        parts=(
            Part(
                "band_chart",
                ChartSpec(
                    ("bar", "rule"),
                    {"x": "lower end", "x2": "upper end", "y": "market"},
                    tolerance=0.5,
                ),
                _drawn,
                (
                    Mistake(
                        "turned over",
                        lambda: _drawn("high", "low"),
                        "The same picture; but put the lower end on x, as the task says.",
                    ),
                    Mistake(
                        "width",
                        lambda: _drawn("low", "width"),
                        "Your bars end at the width. Where does the band itself end?",
                    ),
                ),
            ),
        ),
        meaning="Bands that lie apart decide an order; bands that overlap do not.",
        right=(
            lambda: {"band_chart": _drawn()},
            lambda: {"band_chart": _drawn(mark="rule")},
        ),
        wrong=(
            (
                lambda: {
                    "band_chart": alt.Chart(bands()).mark_bar().encode(x="low:Q", y="market:N")
                },
                "no channel",
            ),
            (lambda: {"band_chart": bands()}, "is a table"),
            (lambda: {"band_chart": _drawn(letter="O")}, "categories for numbers"),
            (
                lambda: {"band_chart": _drawn().transform_filter("datum.width < 1000")},
                "inside",
            ),
            (lambda: {"band_chart": _drawn(rows=bands().iloc[1:])}, "missing marks"),
        ),
        marks=2,
    ),
    Task(
        id="8.6",
        parts=(
            Part(
                "leads",
                Choice(LEADS),
                "C",
                (
                    Mistake("fifth", "A", "Could all the others be tiny? What is the index then?"),
                    Mistake("square", "B", "What did you assume about everybody who is not named?"),
                    Mistake("nothing", "D", "Nothing? Which values of the index are ruled out?"),
                ),
            ),
            Part(
                "instead_of_it",
                Text(
                    18,
                    ("number", "date", "attribution"),
                    {
                        "dominates": "by which measure, and how far?",
                        "monopoly": "which share would that be?",
                        "highly": "compared with what?",
                    },
                ),
                _source_ids,
            ),
        ),
        meaning="The form is complete. Your instructor reads what it says.",
        right=(
            lambda: {
                "leads": "C",
                "instead_of_it": (
                    "By IHS Markit's count, as Hikvision's report prints it, one firm held 22.6 "
                    "per cent, for a year read as 2017; that alone leaves 511 to 6502 points."
                ),
            },
            lambda: {
                "leads": "C",
                "instead_of_it": (
                    "Hikvision's report quotes IHS Markit: it held 22.6 per cent in 2017, and this "
                    "share alone leaves 511 to 6502 points."
                ),
            },
            lambda: {
                "leads": 3,
                "instead_of_it": (
                    "According to IHS Markit, Hikvision led the world market in 2017; with the sum "
                    "of the 15 largest the index lies between 622 and 1304 points."
                ),
            },
        ),
        wrong=(
            (lambda: {"leads": "C", "instead_of_it": "It lies between 511 and 6502."}, "short"),
            (
                lambda: {
                    "leads": "C",
                    "instead_of_it": (
                        "The index of this market lies between 511 and 6502 points, because most "
                        "of the shares are not known at all."
                    ),
                },
                "no date",
            ),
        ),
        marks=1,
        unchecked="Not checked: both ends, the market and the publisher.",
    ),
)


def _grown(known: list[float], most: float) -> ENDS:
    """Return both ends, but pack what is left into the caller's own list."""
    low, left = hhi(known), max(0.0, 100 - sum(known))
    known += packed(left, most)
    return low, hhi(known)


def _unclipped(known: Sequence[float], most: float) -> float:
    """Return the upper end where what is left may fall below zero."""
    return hhi([*known, *packed(100 - sum(known), most)])


PREDICTIONS = (
    Prediction(
        "guess_phones",
        "How far apart are the ends for smartphones in 2018, by all that IDC's list says?",
        POINTS,
        phones_width,
        0,
    ),
    Prediction(
        "guess_lowest",
        "How low may the index of video surveillance be, when one share is known?",
        POINTS,
        lambda: leader_ends()[0],
        0,
    ),
    Prediction(
        "guess_highest",
        "How high may it be?",
        POINTS,
        lambda: leader_ends()[1],
        0,
    ),
    Prediction(
        "guess_fifteen",
        "Where is the upper end, when the sum of the 15 largest is known?",
        POINTS,
        lambda: surveillance_ends()[1],
        0,
    ),
    Prediction(
        "guess_china_2020",
        "How low may the index of China's smartphones in 2020 be, by the release of 2021?",
        POINTS,
        china_2020,
        0,
    ),
)

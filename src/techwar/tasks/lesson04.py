"""The tasks of lesson 4, "What does 'No 3' mean?": every answer made from the tables."""

import math
from typing import Any

import pandas as pd

from techwar.data import as_of, convert, fact, latest, load
from techwar.tasks.kinds import Choice, Names, Number, Table, Text
from techwar.tasks.task import Mistake, Part, Prediction, Task

DAY = "2019-05-22"
PER_CENT, PLACE = "per cent", "place"
#: The market below the line of task 4.4.
FORECAST_2017 = "ihs-world-forecast-value-2017"
#: After a number, in the log of predictions.
IN_LOG = "(place)"
#: Which boxes each of the invented sentences of task 4.1 fills.
FILLED = {
    "K": {"of whom", "where"},
    "L": {"of whom", "when"},
    "M": {"of whom", "where", "when", "by what"},
    "N": {"by what"},
}


def rankings(*, later: bool = False) -> pd.DataFrame:
    """Return the places in published lists: those known on 22 May 2019, or all."""
    rows = load("rankings")
    return rows if later else as_of(rows, DAY)


def camera_lists(*, later: bool = False) -> pd.DataFrame:
    """Return the places in lists of firms for cameras and security."""
    rows = rankings(later=later)
    return rows[~rows["scope"].str.contains("telecom")]


def uniview_thirds() -> float:
    """Return in how many lists known on that day Uniview stands at place three."""
    rows = rankings()
    return float(((rows["holder"] == "Uniview") & (rows["rank"] == 3)).sum())


def uniview_best() -> float:
    """Return the best place of Uniview in any list, later ones included."""
    rows = rankings(later=True)
    return float(rows[rows["holder"] == "Uniview"]["rank"].min())


def axis_in_security() -> float:
    """Return the place of Axis in the a&s list on the sales of 2015."""
    rows = rankings().set_index("id")
    return float(rows["rank"]["asmag-2015-8-axis"])


def phones(year: int, edition: str) -> pd.DataFrame:
    """Return the firms of one release of IDC on smartphones, world and China."""
    rows = load("market_share")
    chosen = rows["market"].eq("smartphones") & rows["publisher"].eq("IDC")
    chosen &= rows["period"].eq(str(year)) & rows["edition"].eq(edition)
    return rows[chosen & rows["holder_kind"].eq("firm")]


def phone_places(geography: str, *, ascending: bool = False) -> pd.DataFrame:
    """Return holder and place among the firms named for 2016, by units."""
    rows = phones(2016, "2017-02")
    if geography:
        rows = rows[rows["geography"] == geography]
    return rows.assign(place=rows["value"].rank(ascending=ascending))[["holder", "place"]]


def vivo_in_china() -> float:
    """Return the place of vivo in China in 2016."""
    return float(phone_places("China").set_index("holder")["place"]["vivo"])


def camera_firms() -> pd.DataFrame:
    """Return the makers of cameras in our table that printed a revenue for 2018."""
    firms = latest(as_of(load("companies"), DAY))
    cameras = firms[firms["segments"].str.contains("video surveillance")]["figure"]
    rows = latest(as_of(load("financials"), DAY))
    chosen = (rows["metric"] == "revenue") & (rows["period"] == "FY") & rows["scope"].isna()
    chosen &= (rows["year"] == 2018) & rows["company"].isin(cameras)
    found = rows[chosen][["company", "value", "currency"]]
    return found.assign(dollars=[_dollars(*row[1:]) for row in found.itertuples(index=False)])


def _dollars(value: float, currency: str, year: int = 2018) -> float:
    return float(value) if currency == "USD" else convert(value, currency, year).amount


def dollar_places(column: str = "dollars", *, ascending: bool = False) -> pd.DataFrame:
    """Return company and place among the camera makers, by a column of `camera_firms`."""
    firms = camera_firms()
    return firms.assign(place=firms[column].rank(ascending=ascending))[["company", "place"]]


def that_say(box: str) -> list[str]:
    """Return the letters of the invented sentences that fill a box."""
    return [letter for letter, boxes in FILLED.items() if box in boxes]


def _say(box: str, *mistakes: Mistake) -> Part:
    name = f"say_{box.replace(' ', '_')}"
    return Part(name, Names("letters", '["X", "Z"]'), lambda: that_say(box), mistakes)


def _four_lists() -> dict[str, list[str]]:
    boxes = ("of whom", "where", "when", "by what")
    return {f"say_{box.replace(' ', '_')}": that_say(box) for box in boxes}


def worst_by_publisher(how: str = "max", column: str = "publisher") -> pd.DataFrame:
    """Return publisher and the worst place that the table held of it on 22 May 2019."""
    places = rankings().groupby(column)["rank"].agg(how)
    table: pd.DataFrame = places.rename("worst").rename_axis("publisher").reset_index()
    return table


def _worst_by_both() -> pd.DataFrame:
    places = rankings().groupby(["publisher", "list"])["rank"].max()
    return places.to_frame("worst").reset_index()


def firms_per_segment(rows: pd.DataFrame | None = None, *, at: str = "; ") -> pd.DataFrame:
    """Return country, segment and number of firms, each firm once in each of its segments.

    `at` is where a cell of segments is split; with "" it stays whole.
    """
    firms = latest(as_of(load("companies"), DAY)) if rows is None else rows
    segments = firms["segments"].str.split(at) if at else firms["segments"]
    long = firms.assign(segment=segments).explode("segment")
    counts = long.groupby(["country", "segment"]).size()
    table: pd.DataFrame = counts.to_frame("number").reset_index()
    return table


def _blackberry(column: str, method: Any, *, ascending: bool = False) -> float:
    rows = phones(2012, "2013-01").set_index("holder")
    return float(rows[column].rank(ascending=ascending, method=method)["BlackBerry"])


def dahua_ratio(
    revenue: str = "dahua-revenue-2017", year: int = 2017, market: str = FORECAST_2017
) -> float:
    """Return Dahua's revenue of 2017 over the forecast of the world market, in per cent."""
    billions = _dollars(float(fact(revenue).value), "CNY", year) / 1000
    return 100 * billions / float(fact(market).value)


def place_span(rows: pd.DataFrame | None = None, least: int = 3) -> pd.DataFrame:
    """Return best and worst place of each firm that stands in at least three camera lists."""
    found = camera_lists(later=True) if rows is None else rows
    spans = found.groupby("holder")["rank"].agg(best="min", worst="max", lists="count")
    table: pd.DataFrame = spans[spans["lists"] >= least].reset_index()
    return table


def hikvision_share() -> float:
    """Return the share of Hikvision in the world in 2017 as IHS Markit counted it, in per cent."""
    return float(fact("ihs-surveillance-2017-hikvision").value)


def _source_ids() -> list[str]:
    return list(load("sources")["id"])


WARM_UP_YEAR = (
    "Nothing: both numbers are printed in the same paragraph",
    "The share belongs to another year than the market",
    "A share cannot be multiplied by a market",
    "The market should have been taken without China",
)

WARM_UP_RULE = (
    "It is the largest firm of that country",
    "It is the largest firm of that country whose seat we know",
    "It is the largest of the firms that some rule let into this table",
    "The table is wrong, because it holds few firms",
)

RATIO = (
    "Yes: it is Dahua's part of the world market of 2017",
    "No, but only because one number was printed in yuan",
    "No: all that Dahua sells stands above the line, one kind of equipment below it",
    "No: a market share cannot be larger than ten per cent",
)

_REASON = (
    "Revenue counts everything that the firm sells, the market counts only "
    "professional video surveillance equipment, so the part is not inside the whole."
)
_RANK = (
    "SourceSecurity names Axis last of three firms, according to IHS Markit; I read this "
    "as third in the world in 2017, by revenue from professional video surveillance equipment."
)
_W1 = "The market is that of 2018, the share was counted for 2017."
_W2 = "Whoever filled the table decided which firms could be compared."

TASKS = (
    Task(
        id="4.w1",
        parts=(
            Part(
                "w1",
                Choice(WARM_UP_YEAR),
                "B",
                (
                    Mistake("nothing", "A", "Look for the year beside each of the two numbers."),
                    Mistake("never", "C", "A part is a share of its whole. Which whole is this?"),
                    Mistake("without", "D", "A share of the world needs the world. In which year?"),
                ),
            ),
            Part("w1_reason", Text(words=8), _source_ids),
        ),
        meaning="Part and whole must agree in year. Today: in what else must they agree?",
        right=(
            lambda: {"w1": "B", "w1_reason": _W1},
            lambda: {
                "w1": 2,
                "w1_reason": "Each number has its year, and these two years are not the same.",
            },
        ),
        wrong=(
            (lambda: {"w1": "B", "w1_reason": "Other year."}, "short"),
            (lambda: {"w1": "K", "w1_reason": _W1}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="4.w2",
        parts=(
            Part(
                "w2",
                Choice(WARM_UP_RULE),
                "C",
                (
                    Mistake("all", "A", "Does the table hold all firms of that country?"),
                    Mistake("seat", "B", "A known seat is one rule. Was it the only one?"),
                    Mistake("few", "D", "A short table may be right, row by row. What is it of?"),
                ),
            ),
            Part("w2_reason", Text(words=8), _source_ids),
        ),
        meaning="First of those who were let in. A rank inherits the rule of its list.",
        right=(
            lambda: {"w2": "C", "w2_reason": _W2},
            lambda: {
                "w2": "c)",
                "w2_reason": "A larger firm may exist that no rule of ours let in.",
            },
        ),
        wrong=(
            (lambda: {"w2": "C", "w2_reason": ["rule"]}, "no text"),
            (lambda: {"w2": "all", "w2_reason": _W2}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="4.y1",
        parts=(
            Part(
                "worst_by_publisher",
                Table(("publisher", "worst"), "publisher"),
                worst_by_publisher,
                (
                    Mistake(
                        "by list",
                        lambda: worst_by_publisher(column="list"),
                        "One row for each list. Which column holds who published them?",
                    ),
                    Mistake(
                        "by both",
                        _worst_by_both,
                        "One row for each list of a publisher. Group by one column only.",
                    ),
                    Mistake(
                        "best",
                        lambda: worst_by_publisher("min"),
                        "These are the best places. Is the worst the smallest number?",
                    ),
                    Mistake(
                        "count",
                        lambda: worst_by_publisher("count"),
                        "You counted rows. The line behind the three dots takes the largest place.",
                    ),
                ),
            ),
        ),
        meaning="One line for each publisher, whatever lists it printed. That is what groups do.",
        right=(
            lambda: {"worst_by_publisher": worst_by_publisher()},
            lambda: {"worst_by_publisher": worst_by_publisher().set_index("publisher")["worst"]},
        ),
        wrong=(
            (lambda: {"worst_by_publisher": rankings().groupby("publisher")}, "groups"),
            (lambda: {"worst_by_publisher": worst_by_publisher().head(1)}, "missing rows"),
        ),
        marks=0,
    ),
    Task(
        id="4.y2",
        parts=(
            Part(
                "china_places",
                Table(("holder", "place"), "holder"),
                lambda: phone_places("China"),
                (
                    Mistake(
                        "ascending",
                        lambda: phone_places("China", ascending=True),
                        "Place one went to the smallest share. Which word turns the order round?",
                    ),
                    Mistake(
                        "world",
                        lambda: phone_places("World"),
                        "These are the places in the world. Which table holds China only?",
                    ),
                    Mistake(
                        "shares",
                        lambda: (
                            phones(2016, "2017-02")
                            .query("geography == 'China'")
                            .rename(columns={"value": "place"})[["holder", "place"]]
                        ),
                        "These are shares. `rank` turns a column of them into places.",
                    ),
                    Mistake(
                        "both",
                        lambda: phone_places(""),
                        "World and China stand in one ranking here. Rank the rows of China alone.",
                    ),
                ),
            ),
        ),
        meaning="The same publisher, year and measure; only the *where* has changed, "
        "and with it who is in.",
        right=(
            lambda: {"china_places": phone_places("China")},
            lambda: {"china_places": phone_places("China").set_index("holder")["place"]},
        ),
        wrong=(
            (lambda: {"china_places": list(phone_places("China")["place"])}, "list"),
            (lambda: {"china_places": phone_places("China").head(3)}, "missing rows"),
        ),
        marks=0,
    ),
    Task(
        id="4.y3",
        parts=(
            Part(
                "dollar_places",
                Table(("company", "place"), "company"),
                dollar_places,
                (
                    Mistake(
                        "mixed",
                        lambda: dollar_places("value"),
                        "Yuan, kronor and dollars are ranked together. Which column has one unit?",
                    ),
                    Mistake(
                        "ascending",
                        lambda: dollar_places(ascending=True),
                        "Place one went to the smallest revenue. Which word turns it round?",
                    ),
                    Mistake(
                        "amounts",
                        lambda: camera_firms().rename(columns={"dollars": "place"})[
                            ["company", "place"]
                        ],
                        "These are amounts. Turn the column into places.",
                    ),
                ),
            ),
        ),
        meaning="In one currency the second place changes hands. Is it a rank of camera makers?",
        right=(
            lambda: {"dollar_places": dollar_places()},
            lambda: {"dollar_places": dollar_places().set_index("company")["place"].astype(int)},
        ),
        wrong=(
            (lambda: {"dollar_places": 4}, "no table"),
            (lambda: {"dollar_places": dollar_places()["place"]}, "series"),
        ),
        marks=0,
    ),
    Task(
        id="4.1",
        parts=(
            _say(
                "of whom",
                Mistake(
                    "all",
                    lambda: list(FILLED),
                    "One of the four never says among which firms. Which?",
                ),
                Mistake(
                    "numbers only",
                    lambda: ["K", "M"],
                    "“Largest” is a place, too. Does that sentence say among which firms?",
                ),
            ),
            _say(
                "where",
                Mistake(
                    "largest",
                    lambda: ["K", "L", "M"],
                    "Largest maker where? Look for a country or a continent in each.",
                ),
                Mistake(
                    "continent only", lambda: ["M"], "A country is a place, as a continent is."
                ),
            ),
            _say(
                "when",
                Mistake(
                    "tense",
                    lambda: ["K", "L", "M"],
                    "“Is” gives no day and no year. Look for one in each sentence.",
                ),
                Mistake(
                    "last word",
                    lambda: ["M"],
                    "Another sentence has a year as well. Look at how each begins.",
                ),
            ),
            _say(
                "by what",
                Mistake(
                    "largest",
                    lambda: ["L", "M", "N"],
                    "“Largest” by what? A size is no measure before it is named.",
                ),
                Mistake(
                    "revenue only",
                    lambda: ["M"],
                    "Revenue is a measure. Which other sentence names one?",
                ),
            ),
        ),
        meaning="One of four can be checked. The others leave a reader to guess.",
        right=(
            lambda: _four_lists(),
            lambda: {
                name: {letter.lower() for letter in letters}
                for name, letters in _four_lists().items()
            },
        ),
        wrong=(
            (lambda: {**_four_lists(), "say_when": ["L"]}, "missing"),
            (lambda: {**_four_lists(), "say_where": "K, M"}, "one text"),
        ),
        marks=2,
    ),
    Task(
        id="4.2",
        parts=(
            Part(
                "firms_per_segment",
                Table(("country", "segment", "number"), ("country", "segment")),
                firms_per_segment,
                (
                    Mistake(
                        "not split",
                        lambda: firms_per_segment(at=""),
                        "A firm with two segments forms a group of its own. Split, then `explode`.",
                    ),
                    Mistake(
                        "blank kept",
                        lambda: firms_per_segment(at=";"),
                        "A blank stays before each second segment, and makes a group of its own. "
                        "What stands between two segments?",
                    ),
                    Mistake(
                        "states",
                        lambda: firms_per_segment(load("companies")),
                        "Some firms have several rows, later ones too. `firms` has one a firm.",
                    ),
                    Mistake(
                        "as of without latest",
                        lambda: firms_per_segment(load("companies").drop_duplicates("figure")),
                        "One firm was not in the table on that day. Start from `firms`.",
                    ),
                ),
            ),
        ),
        meaning="A place is a place among these counts: third of four is not third of seven.",
        right=(
            lambda: {"firms_per_segment": firms_per_segment().sample(frac=1, random_state=1)},
            lambda: {
                "firms_per_segment": firms_per_segment().set_index(["country", "segment"])["number"]
            },
        ),
        wrong=(
            (
                lambda: {
                    "firms_per_segment": firms_per_segment()
                    .groupby("country", as_index=False)["number"]
                    .sum()
                },
                "missing column",
            ),
            (lambda: {"firms_per_segment": firms_per_segment().head(5)}, "missing rows"),
            (
                lambda: {"firms_per_segment": firms_per_segment().groupby("country")},
                "groups",
            ),
        ),
        marks=2,
    ),
    Task(
        id="4.3",
        parts=(
            Part(
                "blackberry_shared",
                Number(PLACE, 0, "7"),
                lambda: _blackberry("value", "min"),
                (
                    Mistake(
                        "average",
                        lambda: _blackberry("value", "average"),
                        "Half a place? Choose the `method` that gives both the better one.",
                    ),
                    Mistake(
                        "worse place",
                        lambda: _blackberry("value", "max"),
                        "This is the worse of the two places. Which `method` gives the better one?",
                    ),
                    Mistake(
                        "as it comes",
                        lambda: _blackberry("value", "average", ascending=True),
                        "Half a place, from the smallest on: look at `ascending` and `method`.",
                    ),
                    Mistake(
                        "smallest first",
                        lambda: 1.0,
                        "Place one went to the smallest share. Look at `ascending`.",
                    ),
                    Mistake(
                        "dense from below",
                        lambda: 2.0,
                        "Count how many firms have a larger share.",
                    ),
                ),
            ),
            Part(
                "blackberry_by_units",
                Number(PLACE, 0, "7"),
                lambda: _blackberry("amount", "min"),
                (
                    Mistake(
                        "still shares",
                        lambda: _blackberry("value", "min"),
                        "That is the place by share. Which column holds the units?",
                    ),
                    Mistake(
                        "smallest first",
                        lambda: 1.0,
                        "Place one went to the fewest units. Look at `ascending`.",
                    ),
                ),
            ),
        ),
        meaning="Rounding made the tie; the units, rounded as well, break it, barely.",
        right=(
            lambda: {
                "blackberry_shared": _blackberry("value", "min"),
                "blackberry_by_units": _blackberry("amount", "max"),
            },
            lambda: {
                "blackberry_shared": int(_blackberry("value", "dense")),
                "blackberry_by_units": int(_blackberry("amount", "first")),
            },
        ),
        wrong=(
            (
                lambda: {
                    "blackberry_shared": str(int(_blackberry("value", "min"))),
                    "blackberry_by_units": _blackberry("amount", "min"),
                },
                "is text",
            ),
            (lambda: {"blackberry_shared": _blackberry("value", "min")}, "not started"),
        ),
        marks=3,
        unchecked="Not checked: how you treat a tie that no second number breaks.",
    ),
    Task(
        id="4.4",
        parts=(
            Part(
                "dahua_ratio",
                Number(PER_CENT, 0.1, "12.3"),
                dahua_ratio,
                (
                    Mistake(
                        "in yuan",
                        lambda: dahua_ratio() / _dollars(1, "CNY", 2017),
                        "The revenue is in yuan, the market in US dollars. Convert first.",
                    ),
                    Mistake(
                        "times rate",
                        lambda: dahua_ratio() / _dollars(1, "CNY", 2017) ** 2,
                        "A dollar costs several yuan. Does an amount grow or shrink in dollars?",
                    ),
                    Mistake(
                        "other year",
                        lambda: dahua_ratio("dahua-revenue-2018", 2018),
                        "That is the revenue of 2018. Which year has the market below the line?",
                    ),
                    Mistake(
                        "rate of 2018",
                        lambda: dahua_ratio(year=2018),
                        "That is the exchange rate of 2018. Which year's revenue do you convert?",
                    ),
                    Mistake(
                        "market of 2018",
                        lambda: dahua_ratio(market="ihs-world-value-2018-article"),
                        "That is the market of P19. Which year's revenue stands above the line?",
                    ),
                    Mistake(
                        "million over billion",
                        lambda: 1000 * dahua_ratio(),
                        "Millions stand above the line and billions below it. Use one of them.",
                    ),
                    Mistake(
                        "upside down",
                        lambda: 10_000 / dahua_ratio(),
                        "You divided the market by the firm. Which one is the whole?",
                    ),
                ),
            ),
            Part(
                "ratio_is_share",
                Choice(RATIO),
                "C",
                (
                    Mistake("yes", "A", "What else is in the revenue?"),
                    Mistake("currency", "B", "You have converted it. Is the doubt gone?"),
                    Mistake("size", "D", "No size is too large for a share below a hundred."),
                ),
            ),
            Part("ratio_reason", Text(words=12), _source_ids),
        ),
        meaning="A ratio of two printed numbers, and no share: the part must lie inside the whole.",
        right=(
            lambda: {
                "dahua_ratio": dahua_ratio(),
                "ratio_is_share": "C",
                "ratio_reason": _REASON,
            },
            lambda: {
                "dahua_ratio": round(dahua_ratio(), 1),
                "ratio_is_share": 3,
                "ratio_reason": (
                    "IHS Markit counts equipment of one kind; the annual report counts all sales "
                    "of the firm, services included."
                ),
            },
        ),
        wrong=(
            (
                lambda: {
                    "dahua_ratio": dahua_ratio() / 100,
                    "ratio_is_share": "C",
                    "ratio_reason": _REASON,
                },
                "factor 100",
            ),
            (
                lambda: {
                    "dahua_ratio": dahua_ratio(),
                    "ratio_is_share": "C",
                    "ratio_reason": "It does not fit.",
                },
                "short",
            ),
        ),
        marks=2,
        unchecked="Not checked: what your reason says.",
    ),
    Task(
        id="4.5",
        parts=(
            Part(
                "place_span",
                Table(("holder", "best", "worst", "lists"), "holder"),
                place_span,
                (
                    Mistake(
                        "all firms",
                        lambda: place_span(least=1),
                        "A firm in one list has no span. Which condition keeps those out?",
                    ),
                    Mistake(
                        "two lists",
                        lambda: place_span(least=2),
                        "Some of these stand in two lists only. How many does the task ask for?",
                    ),
                    Mistake(
                        "more than three",
                        lambda: place_span(least=4),
                        "Three lists are enough. Does your condition let exactly three in?",
                    ),
                    Mistake(
                        "as of",
                        lambda: place_span(camera_lists()),
                        "These are the lists of May 2019. The task asks for the later ones, too.",
                    ),
                    Mistake(
                        "telecom too",
                        lambda: place_span(rankings(later=True)),
                        "Lists of telecom equipment are among them. Start from `security`.",
                    ),
                    Mistake(
                        "swapped",
                        lambda: place_span().rename(columns={"best": "worst", "worst": "best"}),
                        "Best and worst are swapped. Is the best place the smallest number?",
                    ),
                ),
            ),
        ),
        meaning="Each of these firms has several places. Which one would each like to print?",
        right=(
            lambda: {"place_span": place_span().iloc[::-1]},
            lambda: {"place_span": place_span().set_index("holder").astype(float)},
        ),
        wrong=(
            (lambda: {"place_span": place_span()[["holder", "best", "worst"]]}, "missing column"),
            (lambda: {"place_span": place_span()["best"]}, "series"),
        ),
        marks=4,
    ),
    Task(
        id="4.6",
        parts=(
            Part(
                "checkable_rank",
                Text(
                    15,
                    ("year or none", "attribution"),
                    {
                        "leading": "leading by how much, and who is behind?",
                        "global": "in which countries, counted by whom?",
                        "famous": "how would a stranger measure it?",
                        "top": "which place is that?",
                    },
                ),
                _source_ids,
            ),
        ),
        meaning="Now a reader can look the list up.",
        right=(
            lambda: {"checkable_rank": _RANK},
            lambda: {
                "checkable_rank": (
                    "Uniview, in May 2019 third among makers of surveillance cameras according to "
                    "the newspaper, which says neither where, nor for which year, nor by what."
                )
            },
            lambda: {
                "checkable_rank": (
                    "The South China Morning Post calls Uniview third among makers of cameras; "
                    "the boxes where, when and by what are empty."
                )
            },
        ),
        wrong=(
            (lambda: {"checkable_rank": "Uniview, the third largest in 2018."}, "short"),
            (lambda: {"checkable_rank": _RANK.replace(" in 2017,", ",")}, "no year or none"),
            (
                lambda: {
                    "checkable_rank": "Axis was third in the world in 2017, by revenue from "
                    "professional video surveillance equipment, of all its makers."
                },
                "no attribution",
            ),
            (lambda: {"checkable_rank": 3}, "no text"),
        ),
        marks=1,
        unchecked="Not checked: whether it holds all parts of a rank.",
    ),
)

#: The first place, and no last one.
PLACES = (1, math.inf)

PREDICTIONS = (
    Prediction(
        "guess_thirds",
        "In how many lists known on 22 May 2019 does our table have Uniview third?",
        "lists",
        uniview_thirds,
        0,
        whole=True,
        limits=(0, math.inf),
    ),
    Prediction(
        "guess_vivo",
        "vivo is fifth in the world in 2016. Which place does it take in China?",
        IN_LOG,
        vivo_in_china,
        0,
        whole=True,
        limits=PLACES,
    ),
    Prediction(
        "guess_share",
        "Which share of the world market did IHS Markit count for Hikvision (we read: 2017)?",
        PER_CENT,
        hikvision_share,
    ),
    Prediction(
        "guess_axis",
        "Which place does Axis take in the a&s list on the sales of 2015?",
        IN_LOG,
        axis_in_security,
        0,
        whole=True,
        limits=PLACES,
    ),
    Prediction(
        "guess_uniview",
        "What is the best place of Uniview in the lists that became known later?",
        IN_LOG,
        uniview_best,
        0,
        whole=True,
        limits=PLACES,
    ),
)

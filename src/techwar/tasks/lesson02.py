"""The tasks of lesson 2, "Which companies?": every answer made from the tables."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import pandas as pd

from techwar.data import as_of, latest, load
from techwar.tasks.kinds import Choice, Interval, Names, Number, Table, Text
from techwar.tasks.task import Mistake, Part, Prediction, Task

DAY = "2019-05-22"
#: Those who speak or report in the article; everybody else makes or sells technology.
SPEAKERS = ("news", "law", "market research")
NEWEST = 5
PER_CENT, FRACTION = "per cent", "fraction"


def firms(*, later: bool = False) -> pd.DataFrame:
    """Return one row a firm, speakers included: those known on 22 May 2019, or all."""
    rows = load("companies")
    return latest(rows if later else as_of(rows, DAY))


def technology(*, later: bool = False) -> pd.DataFrame:
    """Return the firms without those who speak or report in the article."""
    rows = firms(later=later)
    return rows[~rows["segments"].isin(SPEAKERS)]


def _named(rows: pd.DataFrame) -> pd.Series:
    return rows["paragraphs"].notna()


def _with(segment: str, rows: pd.DataFrame) -> pd.Series:
    return rows["segments"].str.contains(segment)


def _share_in_china(rows: pd.DataFrame) -> float:
    return 100 * float((rows["country"] == "China").mean())


def table_share() -> float:
    """Return how many per cent of the table's makers of cameras have their seat in China."""
    rows = firms()
    return _share_in_china(rows[_with("video surveillance", rows)])


def _cameras() -> int:
    return int(_with("video surveillance", firms()).sum())


def all_share() -> float:
    """Return how many per cent of the table's technology firms have their seat in China."""
    return _share_in_china(technology())


def hidden_tickers() -> float:
    """Return how many technology firms have a ticker and no exchange."""
    rows = technology()
    return float((rows["exchange"].isna() & rows["ticker"].notna()).sum())


def research_outside() -> float:
    """Return the median share of revenue spent on R&D in 2018 of firms not named, in per cent."""
    rows = latest(as_of(load("financials"), DAY))
    rows = rows[rows["scope"].isna() & (rows["period"] == "FY") & (rows["kind"] == "reported")]
    wide = rows[rows["year"] == 2018].pivot(index="company", columns="metric", values="value")
    share = 100 * wide["R&D expense"] / wide["revenue"]
    named = firms()[_named(firms())]["figure"]
    return float(share[~share.index.isin(named)].median())


def traded_in_china() -> list[str]:
    """Return the firms with seat in China of which an exchange stands in the table."""
    rows = technology()
    return list(rows[(rows["country"] == "China") & rows["exchange"].notna()]["name"])


def newest() -> pd.DataFrame:
    """Return the firms founded last, of those whose year is known."""
    rows = technology().sort_values(["founded", "name"], ascending=[False, True])
    return rows[["name", "founded"]].head(NEWEST)


def without_year() -> float:
    """Return how many technology firms have no founding year in the table."""
    return float(technology()["founded"].isna().sum())


@cache
def _added(*lists: str) -> frozenset[str]:
    """Return the firms that were put on one of these lists, or on any, after the day."""
    events = load("listings")
    events = events[(events["action"] == "added") & (events["effective"] > DAY)]
    return frozenset(events[events["list"].isin(lists)]["company"] if lists else events["company"])


def later_listed(rows: pd.DataFrame, *lists: str) -> float:
    """Return which part of some firms was put on one of these lists after the day."""
    return float(rows["figure"].isin(_added(*lists)).mean())


def listed_share(*, named: bool, lists: Iterable[str] = ("Entity List",)) -> float:
    """Return which part of the technology firms, named or not, was put on the list later."""
    rows = technology(later=True)
    return later_listed(rows[_named(rows) == named], *lists)


def _listed(*, named: bool) -> pd.DataFrame:
    rows = technology(later=True)
    return rows[(_named(rows) == named) & rows["figure"].isin(_added("Entity List"))]


def by_rule() -> list[str]:
    """Return the firms that make cameras or the software that reads pictures."""
    rows = firms()
    wanted = _with("video surveillance", rows) | _with("computer vision", rows)
    return list(rows[wanted]["name"])


def young_range() -> tuple[float, float]:
    """Return both ends of the share of firms founded in 2000 or later, from the blanks."""
    years = technology()["founded"]
    young = (years >= 2000).fillna(False)
    return float(young.mean()), float((young | years.isna()).mean())


def _young_known() -> float:
    years = technology()["founded"].dropna()
    return float((years >= 2000).mean())


def _source_ids() -> list[str]:
    return list(load("sources")["id"])


def _names(rows: pd.DataFrame) -> list[str]:
    return list(rows["name"])


WARM_UP_RUN = (
    "The number is right",
    "The cells of this page make the number, from top to bottom, by themselves",
    "Nobody has changed the data since they were published",
    "The notebook is saved",
)

WARM_UP_SHARE = (
    "The first: ten claims are more than six",
    "The second: half of its claims, against less than a quarter",
    "Both alike: each leans on some unnamed speakers",
    "Neither: unnamed speakers are not to be counted",
)

VERDICTS = (
    "Yes: the table proves it, each of those firms has its seat in China",
    "No: Intel has its seat in the United States and stands in the table",
    "The table cannot decide it: it holds firms of one story, not the lists",
    "No: several Chinese firms of the table were on no list",
)

GAP = (
    "That the article names some: the gap is there whichever firms we take",
    "That we put in makers of chips",
    "That we put in makers of video surveillance",
    "That we took the year 2018",
)

_REASON = (
    "The course put firms into the table that belong to this article, "
    "so a listed firm of another country had no way in."
)
_DOOR = (
    "The table lets in firms that were listed with those of the article, "
    "and the listed others came in by that rule."
)
_RULE = (
    "All firms that showed products at the security fair in Hangzhou in April 2019, "
    "as its catalogue gives them, whatever their country."
)

TASKS = (
    Task(
        id="2.w1",
        parts=(
            Part(
                "w1",
                Choice(WARM_UP_RUN),
                "B",
                (
                    Mistake(
                        "right",
                        "A",
                        "A wrong sum comes out the same each time. What does the run prove?",
                    ),
                    Mistake(
                        "data", "C", "The run reads the file as it is now. Can it see last year's?"
                    ),
                    Mistake("saved", "D", "Running changes the memory. What writes the file?"),
                ),
            ),
            Part("w1_reason", Text(words=8), _source_ids),
        ),
        meaning="Repeatable is the first step. Right is another: it depends on the rows, as here.",
        right=(
            lambda: {
                "w1": "B",
                "w1_reason": "The memory was empty, so only the cells can have made it.",
            },
            lambda: {
                "w1": 2,
                "w1_reason": "After a restart nothing is left over from a deleted cell.",
            },
        ),
        wrong=(
            (lambda: {"w1": "B", "w1_reason": "It repeats."}, "short"),
            (lambda: {"w1": "G", "w1_reason": "The memory was empty."}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="2.w2",
        parts=(
            Part(
                "w2",
                Choice(WARM_UP_SHARE),
                "B",
                (
                    Mistake("count", "A", "Ten of how many? Six of how many?"),
                    Mistake("alike", "C", "Divide each count by its own total. Are they alike?"),
                    Mistake(
                        "not counted",
                        "D",
                        "Counting says nothing against a speaker. Which share is larger?",
                    ),
                ),
            ),
            Part("w2_reason", Text(words=8), _source_ids),
        ),
        meaning="A share needs its whole. This lesson asks, of each share: of which firms?",
        right=(
            lambda: {
                "w2": "B",
                "w2_reason": "Six of twelve is a half, ten of forty-five is much less.",
            },
            lambda: {
                "w2": WARM_UP_SHARE[1].upper(),
                "w2_reason": "To compare articles of different length I divide by all claims.",
            },
        ),
        wrong=(
            (lambda: {"w2": "B", "w2_reason": 0.5}, "no text"),
            (lambda: {"w2": 9, "w2_reason": ...}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="2.y1",
        parts=(
            Part(
                "table_share",
                Number(PER_CENT, 0.5, "12.5"),
                table_share,
                (
                    Mistake(
                        "article only",
                        lambda: _share_in_china(
                            firms()[_with("video surveillance", firms()) & _named(firms())]
                        ),
                        "That is the article's share again. Which rows does this line keep?",
                    ),
                    Mistake(
                        "all firms",
                        lambda: _share_in_china(firms()),
                        "That is the share among all rows. Take the rows that you kept.",
                    ),
                    Mistake(
                        "exact cell",
                        lambda: _share_in_china(
                            firms()[firms()["segments"] == "video surveillance"]
                        ),
                        "Some cells hold two segments. Does your condition find those, too?",
                    ),
                    Mistake(
                        "among Chinese firms",
                        lambda: (
                            100
                            * float(
                                _with(
                                    "video surveillance", firms()[firms()["country"] == "China"]
                                ).mean()
                            )
                        ),
                        "That is the part of Chinese firms that make cameras. Which is the whole?",
                    ),
                    Mistake(
                        "count",
                        lambda: table_share() / 100 * _cameras(),
                        "That is a count. What turns a mask of answers into a share?",
                    ),
                    Mistake(
                        "rest",
                        lambda: 100 - table_share(),
                        "That is the part outside China. Which one does the task ask for?",
                    ),
                ),
            ),
        ),
        meaning="Fewer than in the article, with the same firms in it: only the rule has changed.",
        right=(
            lambda: {"table_share": table_share()},
            lambda: {"table_share": round(table_share())},
        ),
        wrong=(
            (lambda: {"table_share": f"{table_share():.0f} per cent"}, "is text"),
            (lambda: {"table_share": table_share() / 100}, "factor 100"),
        ),
        marks=0,
    ),
    Task(
        id="2.y2",
        parts=(
            Part(
                "all_share",
                Number(PER_CENT, 0.5, "12.5"),
                all_share,
                (
                    Mistake(
                        "with speakers",
                        lambda: _share_in_china(firms()),
                        "The speakers are still in: their country is blank. Which mask drops them?",
                    ),
                    Mistake(
                        "named only",
                        lambda: _share_in_china(technology()[_named(technology())]),
                        "You kept the firms of the article. The task asks for all of the table.",
                    ),
                    Mistake(
                        "cameras",
                        table_share,
                        "That is still the share of the camera makers. Which rows are asked for?",
                    ),
                    Mistake(
                        "speakers only",
                        lambda: 0.0,
                        "You kept the speakers. Which sign turns a mask round?",
                    ),
                    Mistake(
                        "count",
                        lambda: all_share() / 100 * len(technology()),
                        "That is a count. What turns a mask of answers into a share?",
                    ),
                    Mistake(
                        "rest",
                        lambda: 100 - all_share(),
                        "That is the part outside China. Which one does the task ask for?",
                    ),
                ),
            ),
        ),
        meaning="A third rule, a third share. The chart below sets them side by side.",
        right=(
            lambda: {"all_share": all_share()},
            lambda: {"all_share": round(all_share())},
        ),
        wrong=(
            (lambda: {"all_share": technology()["country"] == "China"}, "is a table"),
            (lambda: {"all_share": all_share() / 100}, "factor 100"),
        ),
        marks=0,
    ),
    Task(
        id="2.y3",
        parts=(
            Part(
                "which_choice",
                Choice(GAP),
                "B",
                (
                    Mistake(
                        "named",
                        "A",
                        "Look at makers of video surveillance alone. Is the gap still there?",
                    ),
                    Mistake(
                        "cameras",
                        "C",
                        "Set *Firms* to these, then to chips. Which median is above the article's?",
                    ),
                    Mistake("year", "D", "Move the slider *Fiscal year*. Does the gap go?"),
                ),
            ),
            Part("which_choice_reason", Text(words=8), _source_ids),
        ),
        meaning="Among firms with a figure, the gap comes in with makers of chips that we chose. "
        "With all blanks its sign stays open.",
        right=(
            lambda: {
                "which_choice": "B",
                "which_choice_reason": "Chips alone are above; cameras and hard disks are below.",
            },
            lambda: {
                "which_choice": "b",
                "which_choice_reason": (
                    "The five firms far to the right make chips; without them it turns round."
                ),
            },
        ),
        wrong=(
            (lambda: {"which_choice": "B", "which_choice_reason": "All, and chips."}, "short"),
            (lambda: {"which_choice": "chips", "which_choice_reason": _REASON}, "no option"),
        ),
        marks=0,
    ),
    Task(
        id="2.1",
        parts=(
            Part(
                "traded_in_china",
                Names("names of firms", '["Acme Ltd.", "Bolt Inc."]'),
                traded_in_china,
                (
                    Mistake(
                        "blanks in",
                        lambda: _names(technology()[technology()["country"] == "China"]),
                        "Some of these have an empty `exchange`. Keep only the filled ones.",
                    ),
                    Mistake(
                        "turned round",
                        lambda: _names(
                            technology()[
                                (technology()["country"] == "China")
                                & technology()["exchange"].isna()
                            ]
                        ),
                        "These are the firms whose `exchange` is empty. Turn that condition round.",
                    ),
                    Mistake(
                        "all countries",
                        lambda: _names(technology()[technology()["exchange"].notna()]),
                        "The exchange is there, the country is free. Join a second condition.",
                    ),
                    Mistake(
                        "named only",
                        lambda: [
                            name
                            for name in traded_in_china()
                            if name in _names(firms()[_named(firms())])
                        ],
                        "You kept only firms of the article. The task asks for the whole table.",
                    ),
                    Mistake(
                        "short names",
                        lambda: list(
                            technology().set_index("name").loc[traded_in_china(), "figure"]
                        ),
                        "These are the table's short names. Take the column `name`.",
                    ),
                    Mistake(
                        "exchange in China",
                        lambda: _names(
                            technology()[
                                technology()["exchange"].str.contains("Shenzhen|Hong Kong")
                            ]
                        ),
                        "Their seat should be in China; the exchange may be anywhere.",
                    ),
                    Mistake(
                        "or",
                        lambda: _names(
                            technology()[
                                (technology()["country"] == "China")
                                | technology()["exchange"].notna()
                            ]
                        ),
                        "One condition is enough to enter here. Which sign asks for both?",
                    ),
                ),
            ),
        ),
        meaning="Of the other Chinese firms the table does not say. What would settle one of them?",
        right=(
            lambda: {"traded_in_china": traded_in_china()},
            lambda: {"traded_in_china": set(traded_in_china())},
            lambda: {
                "traded_in_china": technology()[technology()["name"].isin(traded_in_china())][
                    ["name"]
                ]
            },
        ),
        wrong=(
            (lambda: {"traded_in_china": traded_in_china()[1:]}, "missing"),
            (
                lambda: {
                    "traded_in_china": technology()[technology()["name"].isin(traded_in_china())]
                },
                "columns",
            ),
        ),
        marks=2,
    ),
    Task(
        id="2.2",
        parts=(
            Part(
                "newest",
                Table(("name", "founded"), key="name", ordered=True, by="founded"),
                newest,
                (
                    Mistake(
                        "oldest",
                        lambda: technology().sort_values("founded").head(NEWEST),
                        "These are the oldest. Which end of the sorted table is newest?",
                    ),
                    Mistake(
                        "blanks last",
                        lambda: technology().sort_values("founded").tail(NEWEST),
                        "Empty cells sort to the end. A blank is no year: leave those rows out.",
                    ),
                    Mistake(
                        "article only",
                        lambda: (
                            technology()[_named(technology())]
                            .sort_values("founded", ascending=False)
                            .head(NEWEST)
                        ),
                        "You kept only firms of the article. Which of the others are as young?",
                    ),
                    Mistake(
                        "reversed",
                        lambda: newest().iloc[::-1],
                        "The rows are right. The newest should come first.",
                    ),
                ),
            ),
            Part(
                "without_year",
                Number("firms", 0, "7"),
                without_year,
                (
                    Mistake(
                        "with speakers",
                        lambda: float(firms()["founded"].isna().sum()),
                        "You counted the speakers, too. Start from `tech`.",
                    ),
                    Mistake(
                        "filled",
                        lambda: float(technology()["founded"].notna().sum()),
                        "Those are the filled cells. How many are empty?",
                    ),
                    Mistake(
                        "article only",
                        lambda: float(technology()[_named(technology())]["founded"].isna().sum()),
                        "That counts the firms of the article. How many in the whole table?",
                    ),
                ),
            ),
        ),
        meaning="Any of those without a year could belong among the newest: say so with the list.",
        right=(
            lambda: {"newest": newest(), "without_year": without_year()},
            lambda: {
                "newest": technology()
                .dropna(subset=["founded"])
                .sort_values("founded", ascending=False)
                .head(NEWEST),
                "without_year": int(without_year()),
            },
        ),
        wrong=(
            (lambda: {"newest": newest()["name"], "without_year": without_year()}, "series"),
            (lambda: {"newest": newest().head(3), "without_year": without_year()}, "missing rows"),
        ),
        marks=2,
    ),
    Task(
        id="2.3",
        parts=(
            Part(
                "young_range",
                Interval(FRACTION, 0.005),
                young_range,
                (
                    Mistake(
                        "known only",
                        lambda: (young_range()[0], _young_known()),
                        "The upper end leaves the blanks out. Which firms may be young, too?",
                    ),
                    Mistake(
                        "known as lower",
                        lambda: (_young_known(), young_range()[1]),
                        "The lower end divides by the known years only. Keep one base: all firms.",
                    ),
                    Mistake(
                        "article only",
                        lambda: _young_article(),
                        "That is the range of the firms in the article. Start from `tech`.",
                    ),
                    Mistake(
                        "counts",
                        lambda: tuple(end * len(technology()) for end in young_range()),
                        "These are counts. A share divides each by the number of all firms.",
                    ),
                    Mistake(
                        "per cent",
                        lambda: tuple(100 * end for end in young_range()),
                        "Per cent or fraction? The task asks for fractions, between 0 and 1.",
                    ),
                    Mistake(
                        "after 2000",
                        lambda: _young_from(2001),
                        "One firm was founded in the year 2000 itself. Does the task count it?",
                    ),
                ),
            ),
        ),
        meaning="That width comes from empty cells. One number alone would hide it.",
        right=(
            lambda: {"young_range": young_range()},
            lambda: {"young_range": [round(end, 2) for end in young_range()]},
        ),
        wrong=(
            (lambda: {"young_range": young_range()[::-1]}, "reversed"),
            (lambda: {"young_range": young_range()[0]}, "one number"),
        ),
        marks=2,
    ),
    Task(
        id="2.4",
        parts=(
            Part(
                "verdict",
                Choice(VERDICTS),
                "C",
                (
                    Mistake("proves it", "A", "Which firms could ever have entered this table?"),
                    Mistake(
                        "no list", "B", "Was that firm on a list? The sentence is about those only."
                    ),
                    Mistake(
                        "converse",
                        "D",
                        "That tests another sentence: “all Chinese firms are listed”.",
                    ),
                ),
            ),
            Part("verdict_reason", Text(words=12), _source_ids),
        ),
        meaning="The table was made around one article. It can raise this question, not settle it.",
        right=(
            lambda: {"verdict": "C", "verdict_reason": _REASON},
            lambda: {
                "verdict": 3,
                "verdict_reason": (
                    "Only a look at the whole Entity List could show firms of other countries; "
                    "our table holds a few firms."
                ),
            },
        ),
        wrong=(
            (lambda: {"verdict": "C", "verdict_reason": "It is a sample."}, "short"),
            (lambda: {"verdict": "yes", "verdict_reason": _REASON}, "no option"),
        ),
        marks=1,
        unchecked="Not checked: what your reason says.",
    ),
    Task(
        id="2.5",
        parts=(
            Part(
                "by_rule",
                Names("names of firms", '["Acme Ltd.", "Bolt Inc."]'),
                by_rule,
                (
                    Mistake(
                        "and",
                        lambda: _names(
                            firms()[
                                _with("video surveillance", firms())
                                & _with("computer vision", firms())
                            ]
                        ),
                        "These do both. The rule says one *or* the other.",
                    ),
                    Mistake(
                        "exact cell",
                        lambda: _names(
                            firms()[
                                firms()["segments"].isin(["video surveillance", "computer vision"])
                            ]
                        ),
                        "A cell may hold two segments. Look for the words inside the cell.",
                    ),
                    Mistake(
                        "vision only",
                        lambda: _names(firms()[_with("computer vision", firms())]),
                        "These read pictures. Who makes the cameras?",
                    ),
                    Mistake(
                        "cameras only",
                        lambda: _names(firms()[_with("video surveillance", firms())]),
                        "These make cameras. Who makes the software that reads pictures?",
                    ),
                    Mistake(
                        "named only",
                        lambda: [
                            name for name in by_rule() if name in _names(firms()[_named(firms())])
                        ],
                        "The rule does not ask who is in the article. Which condition is too many?",
                    ),
                    Mistake(
                        "China only",
                        lambda: [
                            name
                            for name in by_rule()
                            if name in _names(firms()[firms()["country"] == "China"])
                        ],
                        "The rule names no country. Which condition is too many?",
                    ),
                ),
            ),
            Part(
                "my_rule",
                Text(
                    15,
                    (),
                    {
                        "listed": "could your rule have been used in May 2019?",
                        "important": "important to whom, and measured how?",
                        "relevant": "relevant to what, and who decides?",
                        "famous": "how would a stranger measure it?",
                    },
                ),
                _source_ids,
            ),
        ),
        meaning="With this rule a stranger picks the same firms.",
        right=(
            lambda: {"by_rule": by_rule(), "my_rule": _RULE},
            lambda: {
                "by_rule": firms()[firms()["name"].isin(by_rule())]["name"],
                "my_rule": (
                    "Every firm that IHS Markit counted among the fifteen largest by revenue "
                    "from cameras in 2017."
                ),
            },
        ),
        wrong=(
            (lambda: {"by_rule": by_rule(), "my_rule": "Hikvision and Dahua."}, "short"),
            (lambda: {"by_rule": by_rule()[2:], "my_rule": _RULE}, "missing"),
        ),
        marks=2,
        unchecked="Not checked: how clear your rule is.",
    ),
    Task(
        id="2.6",
        parts=(
            Part(
                "named_listed",
                Number(FRACTION, 0.005, "0.25"),
                lambda: listed_share(named=True),
                (
                    Mistake(
                        "any list",
                        lambda: listed_share(named=True, lists=()),
                        "Too many are in: only the Entity List, and only days after 22 May 2019.",
                    ),
                    Mistake(
                        "with speakers",
                        lambda: later_listed(
                            firms(later=True)[_named(firms(later=True))], "Entity List"
                        ),
                        "The newspaper and the law firm are in your base. Start from `all_tech`.",
                    ),
                    Mistake(
                        "base of all",
                        lambda: len(_listed(named=True)) / len(technology(later=True)),
                        "You divided by all firms. What is the base of a share among named firms?",
                    ),
                    Mistake(
                        "all listed",
                        lambda: (
                            (len(_listed(named=True)) + len(_listed(named=False)))
                            / int(_named(technology()).sum())
                        ),
                        "You counted the listed firms of both groups. Which are in the article?",
                    ),
                    Mistake(
                        "nobody",
                        lambda: 0.0,
                        "Nobody was found. Compare `company` with the short names in `figure`.",
                    ),
                    Mistake(
                        "base of listed",
                        lambda: (
                            len(_listed(named=True))
                            / (len(_listed(named=True)) + len(_listed(named=False)))
                        ),
                        "That is the part of the listed firms that is named. Turn it round.",
                    ),
                    Mistake(
                        "swapped",
                        lambda: listed_share(named=False),
                        "That is the share of the other group. Which group is this?",
                    ),
                    Mistake(
                        "count",
                        lambda: float(len(_listed(named=True))),
                        "A count is no share: divide it by the firms of its group.",
                    ),
                ),
            ),
            Part(
                "others_listed",
                Number(FRACTION, 0.005, "0.25"),
                lambda: listed_share(named=False),
                (
                    Mistake(
                        "nobody",
                        lambda: 0.0,
                        "None is left, or none was found. Count all firms that the article "
                        "does not name.",
                    ),
                    Mistake(
                        "table of the day",
                        lambda: later_listed(technology()[~_named(technology())], "Entity List"),
                        "You used the firms known in May 2019. Start from `all_tech`.",
                    ),
                    Mistake(
                        "wrong group",
                        lambda: len(_listed(named=False)) / int(_named(technology()).sum()),
                        "You divided by the size of the other group. Which group is this?",
                    ),
                    Mistake(
                        "base of all",
                        lambda: len(_listed(named=False)) / len(technology(later=True)),
                        "You divided by all firms. What is the base of this share?",
                    ),
                    Mistake(
                        "count",
                        lambda: float(len(_listed(named=False))),
                        "A count is no share: divide it by the firms of its group.",
                    ),
                ),
            ),
            Part("listed_reason", Text(words=12), _source_ids),
        ),
        meaning=(
            "Two shares, far apart. Before you explain the gap, ask how each firm came "
            "into the table."
        ),
        right=(
            lambda: {
                "named_listed": listed_share(named=True),
                "others_listed": listed_share(named=False),
                "listed_reason": _DOOR,
            },
            lambda: {
                "named_listed": round(listed_share(named=True), 3),
                "others_listed": round(listed_share(named=False), 2),
                "listed_reason": (
                    "We looked these firms up because the notice of October 2019 names them, "
                    "so their share measures our rule."
                ),
            },
        ),
        wrong=(
            (
                lambda: {
                    "named_listed": 100 * listed_share(named=True),
                    "others_listed": listed_share(named=False),
                    "listed_reason": _DOOR,
                },
                "factor 100",
            ),
            (lambda: {"others_listed": listed_share(named=False)}, "not started"),
            (
                lambda: {
                    "named_listed": listed_share(named=True),
                    "others_listed": listed_share(named=False),
                    "listed_reason": "They were listed later.",
                },
                "short",
            ),
        ),
        marks=3,
        unchecked="Not checked: what your reason says.",
    ),
)


def _young_from(year: int, rows: pd.DataFrame | None = None) -> tuple[float, float]:
    years = (technology() if rows is None else rows)["founded"]
    young = (years >= year).fillna(False)
    return float(young.mean()), float((young | years.isna()).mean())


def _young_article() -> tuple[float, float]:
    rows = technology()
    return _young_from(2000, rows[_named(rows)])


def _later(**options: Any) -> float:
    return 100 * listed_share(lists=(), **options)


PREDICTIONS = (
    Prediction(
        "guess_china",
        "Of the camera makers in our table, how many per cent have their seat in China?",
        PER_CENT,
        table_share,
        0,
    ),
    Prediction(
        "guess_hidden",
        "How many firms have an empty exchange, and a ticker all the same?",
        "firms",
        hidden_tickers,
        0,
    ),
    Prediction(
        "guess_research",
        "What part of revenue does the median firm outside the article spend on R&D?",
        PER_CENT,
        research_outside,
        1,
    ),
    Prediction(
        "guess_named",
        "Of the firms in the article, how many per cent were put on a US list of our table later?",
        PER_CENT,
        lambda: _later(named=True),
        0,
    ),
    Prediction(
        "guess_others",
        "Of the other firms, how many per cent were put on a US list of our table later?",
        PER_CENT,
        lambda: _later(named=False),
        0,
    ),
)

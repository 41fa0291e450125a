"""The lists behind *Rank shifter*: who stands where, in which list, by which measure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import pandas as pd

from techwar.data import DataError, as_of, convert, latest, load

DAY = "2019-05-22"
UNIVIEW = "Uniview"
OURS = "our-firms"
#: What is read of the table `market_share`: few columns are copied faster than all.
USED = ["publisher", "market", "geography", "period", "edition", "metric", "holder", "value"]
USED += ["source_id", "known_since"]
GROWTH = "growth of the whole firm's revenue"
#: Who is ranked, and where: publisher and scope as the tables write them, then market,
#: key, words and a short name.
SCOPES = {
    ("IHS Markit", "world, professional video surveillance equipment"): (
        "cameras",
        "ihs-equipment",
        "world, professional equipment, by IHS Markit",
        "IHS Markit, equipment",
    ),
    ("IHS Markit", "world, installed security cameras"): (
        "cameras",
        "ihs-all-cameras",
        "world, all cameras in use, by IHS Markit",
        "IHS Markit, all cameras",
    ),
    ("IHS Markit", "world, installed network cameras"): (
        "cameras",
        "ihs-network-cameras",
        "world, network cameras in use, by IHS Markit",
        "IHS Markit, network cameras",
    ),
    ("a&s Security 50", "world, security firms that report their sales"): (
        "cameras",
        "as-security",
        "world, security firms that report, by a&s",
        "a&s, security firms",
    ),
    ("Omdia", "world, professional video surveillance equipment"): (
        "cameras",
        "omdia-equipment",
        "world, professional equipment, by Omdia",
        "Omdia, equipment",
    ),
    ("Omdia", "world, intelligent video security equipment"): (
        "cameras",
        "omdia-intelligent",
        "world, intelligent video security, by Omdia",
        "Omdia, intelligent video",
    ),
    ("Frost & Sullivan", "world, video surveillance"): (
        "cameras",
        "frost-surveillance",
        "world, video surveillance, by Frost & Sullivan",
        "Frost & Sullivan",
    ),
    ("our table", "makers of cameras"): (
        "cameras",
        OURS,
        "our table, makers of cameras, own order",
        "our table",
    ),
    ("IDC", "smartphones, World"): ("phones", "idc-world", "world, by IDC", "world"),
    ("IDC", "smartphones, China"): ("phones", "idc-china", "China, by IDC", "China"),
    ("Dell'Oro", "world, telecom equipment"): (
        "telecom",
        "delloro-world",
        "world, telecom equipment, by Dell'Oro",
        "Dell'Oro, world",
    ),
    ("Dell'Oro", "telecom equipment, World excluding China"): (
        "telecom",
        "delloro-without-china",
        "world without China, telecom equipment, by Dell'Oro",
        "Dell'Oro, without China",
    ),
    ("IHS Markit", "mobile infrastructure, World"): (
        "telecom",
        "ihs-mobile",
        "world, mobile networks only, by IHS Markit",
        "IHS Markit, mobile",
    ),
}
#: Series of shares, and how many firms a release must name to count as a list.
SERIES = {
    ("IDC", "smartphones", "World"): 5,
    ("IDC", "smartphones", "China"): 5,
    ("IHS Markit", "mobile infrastructure", "World"): 3,
    ("Dell'Oro", "telecom equipment", "World excluding China"): 3,
}
#: As many makers of cameras of our table must print a figure for a year to be put in order.
LEAST = 4
NAMES = {
    "axis": "Axis",
    "bosch": "Bosch",
    "dahua": "Dahua",
    "hanwha-techwin": "Hanwha Vision",
    "hikvision": "Hikvision",
    "motorola-solutions": "Motorola Solutions",
    "qianfang": "Qianfang",
    "uniview": UNIVIEW,
}


@dataclass(frozen=True)
class List:
    """One list: what it ranks, by what, of which year, and its places.

    Each place is firm, rank and the words of its amount ("" where none is printed);
    `lengths` holds the amounts that bars may show, none where a place is all there is.
    """

    scope: tuple[str, str]
    measure: str
    year: str
    unit: str
    places: list[tuple[str, int, str]]
    lengths: list[float]
    rows: pd.DataFrame = field(compare=False, repr=False)

    @property
    def market(self) -> str:
        """The key of its market."""
        return SCOPES[self.scope][0]

    @property
    def key(self) -> str:
        """The key of who is ranked, and where."""
        return SCOPES[self.scope][1]

    @property
    def short(self) -> str:
        """Its name beside other lists."""
        return f"{SCOPES[self.scope][3]} {self.year}".strip()


@cache
def lists(when: str) -> tuple[List, ...]:
    """Return the lists known by 22 May 2019 ("2019"), or all ("all"), by year."""
    found = [*_printed(when), *_shares(when), *_own(when)]
    return tuple(sorted(found, key=lambda one: (one.year[:4], one.market, one.short)))


def _known(table: str, when: str) -> pd.DataFrame:
    rows = load(table)
    known = as_of(rows, DAY) if when == "2019" else rows
    return latest(known) if "figure" in known else known


def _printed(when: str) -> Iterator[List]:
    for _, rows in _known("rankings", when).groupby("list", sort=False):
        rows = rows.sort_values("rank")
        first = rows.iloc[0]
        year = "year not printed" if pd.isna(first["year"]) else str(int(first["year"]))
        amounts = ["" if pd.isna(one) else f"{one / 1000:.1f} bn dollars" for one in rows["amount"]]
        places = list(zip(rows["holder"], map(int, rows["rank"]), amounts, strict=True))
        scope = str(first["publisher"]), str(first["scope"])
        yield List(scope, str(first["measure"]), year, "", places, [], rows)


def _shares(when: str) -> Iterator[List]:
    rows = as_of(load("market_share"), DAY) if when == "2019" else load("market_share")
    yearly = (rows["holder_kind"] == "firm") & (rows["period"].str.len() == len("2018"))
    rows = rows.loc[yearly, USED]
    for (publisher, market, where), least in SERIES.items():
        chosen = (rows["publisher"] == publisher) & (rows["market"] == market)
        series = rows[chosen & (rows["geography"] == where)]
        for year, of_year in series.groupby("period"):
            releases = [one for _, one in of_year.groupby("edition") if len(one) >= least]
            if not releases:
                continue
            release = max(reversed(releases), key=len).assign(
                rank=lambda one: one["value"].rank(ascending=False, method="min").astype(int)
            )
            release = release.sort_values(["rank", "holder"])
            words = [f"{one:g} %" for one in release["value"]]
            measure = "units" if "unit" in str(release["metric"].iloc[0]) else "revenue"
            yield List(
                (publisher, f"{market}, {where}"),
                measure,
                str(year),
                "%",
                list(zip(release["holder"], map(int, release["rank"]), words, strict=True)),
                [float(one) for one in release["value"]],
                release,
            )


def _own(when: str) -> Iterator[List]:
    """Yield the makers of cameras of our table, in the order of their revenue and its growth."""
    firms = _known("companies", when)
    cameras = firms[firms["segments"].str.contains("video surveillance")]["figure"]
    rows = _known("financials", when)
    rows = rows[(rows["metric"] == "revenue") & (rows["period"] == "FY") & rows["scope"].isna()]
    kept = rows["company"].isin(cameras) & rows["unit"].str.startswith("million")
    rows = rows.loc[kept, ["company", "year", "currency", "value", "source_id", "known_since"]]
    rows = rows.drop_duplicates(["company", "year"])
    before = rows.assign(year=rows["year"] + 1)[["company", "year", "currency", "value"]]
    rows = rows.merge(before, "left", ["company", "year", "currency"], suffixes=("", "_before"))
    rows["billions"] = [_billions(*one) for one in rows[["value", "currency", "year"]].values]
    rows["growth"] = 100 * (rows["value"] / rows["value_before"] - 1)
    for measure, column in (("revenue of the whole firm", "billions"), (GROWTH, "growth")):
        for year, of_year in rows.dropna(subset=[column]).groupby("year"):
            if len(of_year) < LEAST:
                continue
            of_year = of_year.sort_values(column, ascending=False)
            values = [float(one) for one in of_year[column]]
            lengths = [round(one, 2) for one in values] if column == "billions" else []
            form = "{:.2f} bn dollars" if lengths else "{:+.1f} %"
            words = [form.format(one).replace("-", "−") for one in values]
            ranks = range(1, len(values) + 1)
            names = [NAMES[one] for one in of_year["company"]]
            of_year = of_year.assign(holder=names)
            unit = "bn dollars" if lengths else "%"
            places = list(zip(names, ranks, words, strict=True))
            scope = "our table", "makers of cameras"
            used = pd.concat([of_year, _rates(of_year, when)]) if lengths else of_year
            yield List(scope, measure, str(year), unit, places, lengths, used)


@cache
def _all_rates(when: str) -> pd.DataFrame:
    rates = _known("exchange_rates", when)
    return rates[["year", "currency", "source_id", "known_since"]]


def _rates(rows: pd.DataFrame, when: str) -> pd.DataFrame:
    """Return the rates by which the amounts of one year were converted."""
    rates = _all_rates(when)
    return rates[rates["year"].isin(rows["year"]) & rates["currency"].isin(rows["currency"])]


@cache
def _billions(value: float, currency: str, year: int) -> float:
    """Return an amount in millions of a currency as billions of US dollars; NaN without a rate."""
    if currency == "USD":
        return float(value) / 1000
    try:
        return convert(float(value), currency, int(year)).amount / 1000
    except DataError:
        return float("nan")

"""What the rows say fits together, and no row knows the future."""

import re

import pandas as pd
import pytest

from techwar.data import as_of, fact, load, lowest_highest, printed_range, table_names

THE_DAY = "2019-05-22"
WORDS = ["statement", "note", "segment", "holder", "known_by_then"]
FOR_LESSON_3 = [
    "ihs-world-growth-2018-article",
    "ihs-world-value-2018-article",
    "ihs-china-growth-2017",
    "ihs-china-share-2017",
    "ihs-world-growth-2017",
    "ihs-exchina-growth-2017",
    "ihs-world-growth-2016",
    "ihs-world-growth-2015",
    "ihs-china-growth-2016",
    "ihs-exchina-growth-2016",
    "ihs-world-forecast-growth-2017",
    "ihs-world-forecast-value-2017",
    "ihs-world-forecast-growth-2018",
    "ihs-world-forecast-value-2018",
    "ihs-china-share-forecast-2018",
    "ihs-world-expected-2018-12",
]
IN_THE_ENVELOPE = [
    "ihs-world-value-2018-result",
    "ihs-china-share-2018-result",
    "ihs-china-growth-2018",
    "ihs-exchina-growth-2018",
    "idc-china-value-2018",
    "frost-world-2019",
]


def years_of(text):
    return [int(year) for year in re.findall(r"\b20\d\d\b", text)]


def rows():
    for table in ("market", "claims"):
        for row in load(table).to_dict("records"):
            yield {key: "" if pd.isna(value) else value for key, value in row.items()}


def ends(fact_id):
    return printed_range(fact(fact_id).value)


def overlap(one, other):
    return one[0] <= other[1] and other[0] <= one[1]


def test_lesson_3_finds_its_rows_on_the_day_of_the_article():
    assert set(FOR_LESSON_3) <= set(as_of(load("market"), THE_DAY)["id"])


def test_the_envelope_of_lesson_3_was_not_known_on_that_day():
    market = load("market")
    assert set(IN_THE_ENVELOPE) <= set(market["id"])
    assert not set(IN_THE_ENVELOPE) & set(as_of(market, THE_DAY)["id"])


def test_a_result_is_known_only_after_its_year():
    for row in rows():
        if row.get("year") and row["kind"] in ("reported", "estimate"):
            late_enough = row["known_since"] >= pd.Timestamp(int(row["year"]), 12, 31)
            assert late_enough or "year is that of the report" in row["note"], row["id"]


def test_a_forecast_is_known_before_its_year_is_over():
    for row in rows():
        if row.get("year") and row["kind"] == "forecast":
            assert row["known_since"] <= pd.Timestamp(int(row["year"]), 12, 31), row["id"]


def test_no_sentence_names_a_year_after_the_day_on_which_its_row_was_known():
    for row in rows():
        allowed = row["known_since"].year
        if row.get("year") and row["kind"] == "forecast":
            allowed = max(allowed, int(row["year"]))
        for column in WORDS:
            assert all(year <= allowed for year in years_of(row.get(column, ""))), row["id"]


def test_the_view_of_the_day_names_nothing_later():
    later = re.compile(
        r"2019-(0[6-9]|1[0-2])|20[2-9]\d-\d\d|"
        r"(June|July|August|September|October|November|December) 2019"
    )
    for table in ("market", "claims", "sources"):
        seen = as_of(load(table), THE_DAY)
        for row in seen.astype("object").fillna("").astype(str).to_dict("records"):
            assert not any(later.search(cell) for cell in row.values()), row["id"]


def test_the_view_of_the_day_cites_no_later_source():
    known = set(as_of(load("sources"), THE_DAY)["id"])
    for table in ("market", "claims"):
        seen = as_of(load(table), THE_DAY)
        cited = seen["source_id"].str.cat(seen["other_sources"].fillna(""), sep="; ")
        assert {one for cell in cited for one in cell.split("; ") if one} <= known


def test_a_row_is_known_since_its_earliest_source_or_says_why_not():
    since = load("sources").set_index("id")["known_since"]
    for row in load("market").fillna({"note": "", "other_sources": ""}).to_dict("records"):
        cited = [row["source_id"], *filter(None, row["other_sources"].split("; "))]
        at_the_earliest = row["known_since"] == min(since[one] for one in cited)
        assert at_the_earliest or "certain since" in row["note"], row["id"]


def test_the_day_of_a_source_is_the_last_that_its_date_may_mean():
    for row in load("sources").to_dict("records"):
        span = pd.Period(row["published"])
        assert row["known_since"].normalize() == span.end_time.normalize(), row["id"]


def test_editions_of_a_figure_are_of_one_kind_and_named_after_the_first():
    for figure, editions in load("market").groupby("figure"):
        assert editions["kind"].nunique() == 1, figure
        assert editions.sort_values("known_since").iloc[0]["id"] == figure


def test_the_printed_figure_of_a_locator_is_the_value():
    for row in load("market").to_dict("records"):
        printed = re.search(r'printed as "(.+)"', row["source_locator"])[1]
        assert len(printed.split()) <= 4, row["id"]
        if row["made"] == "computed":
            continue
        number = float(re.search(r"\d+(?:[.,]\d+)?", printed)[0].replace(",", "."))
        if re.search("[亿億]", printed):
            number /= 10  # a hundred million is a tenth of a billion
        assert number == pytest.approx(abs(row["value"])), row["id"]


def test_no_table_of_statements_holds_a_dollar_sign():
    for table in ("market", "claims"):
        cells = load(table).astype(str)
        assert not cells.apply(lambda column: column.str.contains("$", regex=False)).any().any()


def test_claims_hold_what_was_said_and_not_what_became_of_it():
    claims = load("claims")
    assert not {"outcome", "outcome_date", "verdict"} & set(claims.columns)
    assert (claims["source_id"] == "scmp-2019-05-22").all()


def test_the_rows_of_a_claim_are_figures_that_the_article_prints():
    market = load("market").set_index("id")
    for claim in load("claims").dropna(subset=["market_ids"]).to_dict("records"):
        for row_id in claim["market_ids"].split("; "):
            row = market.loc[row_id]
            assert "scmp-2019-05-22" in f"{row['source_id']}; {row['other_sources']}"
            assert f"{row['value']:g} " in claim["figures"]


def test_every_source_is_cited_by_a_row():
    cited = set()
    for table in set(table_names()) - {"sources"}:
        for column in {"source_id", "other_sources"} & set(load(table).columns):
            cited |= {one for cell in load(table)[column].dropna() for one in cell.split("; ")}
    assert set(load("sources")["id"]) == cited


def test_printed_growth_follows_from_printed_amounts_or_the_row_says_that_it_does_not():
    market = load("market")
    counted = market["kind"] != "forecast"  # a forecast is no base of a later rate
    amounts = market[(market["metric"] == "value") & counted]
    compared = 0
    for row in market[(market["metric"] == "growth") & counted].to_dict("records"):
        series = amounts[
            (amounts["publisher"] == row["publisher"])
            & (amounts["segment"] == row["segment"])
            & (amounts["geography"] == row["geography"])
        ].set_index("year")["value"]
        if not {row["year"], row["year"] - 1} <= set(series.index):
            continue
        new, old = series.loc[[row["year"]]].iloc[-1], series.loc[[row["year"] - 1]].iloc[-1]
        growth = lowest_highest(
            lambda new, old: 100 * (new / old - 1), printed_range(new), printed_range(old)
        )
        follows = overlap(growth, printed_range(row["value"]))
        compared += 1
        assert follows != ("Does not follow" in str(row["note"])), row["id"]
    assert compared


def test_two_releases_give_one_world_market_of_2016():
    from_2018 = lowest_highest(
        lambda value, g18, g17: value / (1 + g18 / 100) / (1 + g17 / 100),
        ends("ihs-world-forecast-value-2018"),
        ends("ihs-world-forecast-growth-2018"),
        ends("ihs-world-growth-2017"),
    )
    from_2017 = lowest_highest(
        lambda value, g17: value / (1 + g17 / 100),
        ends("ihs-world-forecast-value-2017"),
        ends("ihs-world-forecast-growth-2017"),
    )
    assert overlap(from_2018, from_2017)


@pytest.mark.parametrize("year", [2016, 2017])
def test_growth_outside_china_follows_from_the_other_printed_figures(year):
    rest = lowest_highest(
        # Growth is weighted with shares of the year before. What is printed on them is "more
        # than 40 per cent" for 2016 and 44 for 2017, and China's share rose in both years.
        lambda share, china, world: (world - share * china) / (1 - share),
        (0.40, 0.44),
        ends(f"ihs-china-growth-{year}"),
        ends(f"ihs-world-growth-{year}"),
    )
    assert overlap(rest, ends(f"ihs-exchina-growth-{year}"))


def test_what_the_article_prints_as_results_had_been_a_forecast():
    for metric in ("growth", "value"):
        article = fact(f"ihs-world-{metric}-2018-article")
        forecast = fact(f"ihs-world-forecast-{metric}-2018")
        assert article.value == forecast.value
        assert (article.kind, forecast.kind) == ("reported", "forecast")
        assert forecast.known_since < article.known_since


@pytest.mark.parametrize("table", ["market", "market_share", "rankings", "tariff_averages"])
def test_the_editions_of_a_figure_have_one_publisher_and_one_unit(table):
    rows = load(table)
    if "figure" not in rows:
        rows = rows.assign(figure=rows["id"])
    for column in {"publisher", "unit", "segment", "definition", "geography"} & set(rows):
        mixed = rows.groupby("figure")[column].nunique()
        assert not (mixed > 1).any(), f"data/{table}.csv: {mixed[mixed > 1].index[0]}, {column}"

"""The claims of the article, and what became of them in rows of their own."""

import re
from datetime import date

import pytest

from techwar.data import as_of, fact, latest, load
from techwar.data.errors import DataError
from techwar.data.tables import resource

THE_DAY = "2019-05-22"
BEFORE = "Known before the article"


def outcome(outcome_id):
    return load("outcomes").set_index("id").loc[outcome_id]


def test_every_claim_of_the_article_has_a_row():
    claims = load("claims")
    assert claims["id"].tolist() == [f"c{number:02}" for number in range(1, 46)]
    assert claims["paragraph"].is_monotonic_increasing
    assert set(claims["paragraph"]) == set(range(1, 24))


def test_a_claim_is_found_in_the_paragraph_that_its_row_names():
    for claim in load("claims").itertuples():
        assert claim.source_locator == f"paragraph {claim.paragraph}", claim.id
        assert claim.known_since == as_of(load("claims"), THE_DAY)["known_since"].max()


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("claims", "speaker_kind"),
        ("claims", "kind"),
        ("claims", "checkable"),
        ("outcomes", "verdict"),
    ],
)
def test_every_code_has_a_rule_an_example_that_bears_it_and_a_border_case(table, column):
    rows = load(table).set_index("id")
    (field,) = [entry for entry in resource(table)["schema"]["fields"] if entry["name"] == column]
    assert set(rows[column]) == set(field["cases"])
    for word, case in field["cases"].items():
        assert rows.loc[case["example"], column] == word
        border = re.match(r"(c\d\d(-o\d)?): .+", case["border"])
        assert border and border[1] in rows.index, f"data/{table}, column {column}: {word}"


def test_what_could_be_known_cites_only_what_was_out():
    since = load("sources").set_index("id")["known_since"]
    for claim in load("claims").dropna(subset=["other_sources"]).itertuples():
        for name in claim.other_sources.split("; "):
            assert since[name] <= claim.known_since, f"{claim.id}: {name}"


def test_every_outcome_belongs_to_a_claim_and_all_but_two_claims_have_one():
    claims, outcomes = set(load("claims")["id"]), load("outcomes")
    assert claims - set(outcomes["claim_id"]) == {"c01", "c05"}
    assert set(outcomes["claim_id"]) <= claims
    for row in outcomes.itertuples():
        assert row.id.startswith(f"{row.claim_id}-o"), row.id


def test_outcomes_of_a_claim_stand_in_the_order_in_which_they_became_known():
    for claim, rows in load("outcomes").groupby("claim_id"):
        assert rows["known_since"].is_monotonic_increasing, claim
        assert rows["id"].tolist() == [f"{claim}-o{n}" for n in range(1, len(rows) + 1)]


def test_an_outcome_comes_after_the_article_or_says_that_it_was_known_before():
    for row in load("outcomes").fillna("").itertuples():
        known_before = row.known_since <= as_of(load("claims"), THE_DAY)["known_since"].max()
        assert known_before == (BEFORE in row.note), f"data/outcomes.csv, row {row.id}"


def test_an_outcome_is_known_since_its_earliest_source_or_says_why_not():
    since = load("sources").set_index("id")["known_since"]
    for row in load("outcomes").fillna("").itertuples():
        cited = [row.source_id, *filter(None, row.other_sources.split("; "))]
        days = [since[name] for name in cited]
        if "ertain since" in row.note:
            assert min(days) <= row.known_since or row.known_since_basis == "month end", row.id
        else:
            assert row.known_since == min(days), row.id


def test_the_verdict_of_a_day_is_that_of_the_last_row_known_by_then():
    of_c06 = load("outcomes")[lambda table: table["claim_id"] == "c06"]
    by_day = {
        day: as_of(of_c06, day)["verdict"].tolist()[-1:]
        for day in (THE_DAY, "2019-05-23", "2019-10-09")
    }
    assert by_day == {THE_DAY: [], "2019-05-23": ["still open"], "2019-10-09": ["held up"]}


def test_no_claim_that_looks_ahead_is_decided_on_the_day():
    claims = load("claims")
    ahead = set(claims[claims["kind"].isin(["intention", "forecast"])]["id"])
    assert not ahead & set(as_of(load("outcomes"), THE_DAY)["claim_id"])


def test_figures_of_market_that_an_outcome_names_stand_in_its_sentence():
    checked = 0
    for row in load("outcomes").dropna(subset=["market_ids"]).itertuples():
        if row.made == "computed":
            continue
        for market_id in row.market_ids.split("; "):
            number = f"{fact(market_id).value:g}"
            assert number in row.statement or "about half" in row.statement, row.id
            checked += 1
    assert checked >= 8


def test_the_growth_of_the_world_in_2018_follows_from_the_rates_reported_later():
    share = fact("ihs-china-share-2017").value / 100
    china, rest = fact("ihs-china-growth-2018").value, fact("ihs-exchina-growth-2018").value
    computed = outcome("c37-o2")
    assert computed["made"] == "computed"
    assert f"{share * china + (1 - share) * rest:.1f} per cent" in computed["statement"]


def test_the_growth_of_the_world_in_2017_follows_from_its_parts():
    world, china = fact("ihs-world-growth-2017").value, fact("ihs-china-growth-2017").value
    before = fact("ihs-china-share-2017").value * (1 + world / 100) / (1 + china / 100)
    made = before * china / 100 + (1 - before / 100) * fact("ihs-exchina-growth-2017").value
    statement = outcome("c38-o1")["statement"]
    assert f"about {before:.0f} per cent" in statement
    assert f"make {made:.1f} for the world" in statement


def test_days_and_ratios_in_outcomes_are_right():
    assert (date(2019, 10, 9) - date(2019, 5, 22)).days == 140
    assert "140 days" in outcome("c25-o1")["statement"]
    dahua, hikvision = map(float, re.findall(r"\d\d\.\d\d", outcome("c02-o1")["statement"]))
    assert dahua / hikvision == pytest.approx(1 / 3, abs=0.03)


def test_outcomes_have_no_editions():
    with pytest.raises(DataError, match="needs a table with the column 'figure'"):
        latest(load("outcomes"))

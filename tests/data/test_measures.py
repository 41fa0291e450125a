"""What the measures say, how they are coded, and that no row tells what came later."""

import re
from datetime import datetime

import pandas as pd
import pytest

from techwar.data import as_of, load
from techwar.data.codebook import codebook
from techwar.data.tables import resource, tables_folder

THE_DAY = "2019-05-22"
WORDS = ["title", "statement", "legal_citation", "note"]
MONTHS = "January February March April May June July August September October November December"

# An act is in force after it is announced. These two are not, and their notes say why.
IN_FORCE_BEFORE_ANNOUNCED = {
    "us-zte-denial-2018": "dated on a Sunday and made public the day after",
    "us-huawei-tgl-2020-expiry": "a licence lapsed, and the rule that says so came days later",
}

# Days and years that an act itself named for later, beside the first and last day of its own.
NAMED_BY_THE_ACT = {
    "us-301-list3": ["2019-01-01"],  # its rate was to rise then
    "us-301-list4a": ["2019-12-15"],  # the second of its two lists
    "us-301-list4-raised-2019": ["2019-12-15"],
    "cn-retaliation-list4": ["2019-12-15"],  # the second batch
    "us-cn-truce-2018-12": ["2019-03-02"],  # the day to which a rise was moved
    "us-cn-phase-one": ["2021-12-31"],  # purchases over two years
    "uk-huawei-2020-07": ["2027-12-31"],  # a plan to remove equipment by then
    "uk-huawei-designation-2022": ["2027-12-31"],
    "us-eo14032": ["2022-06-03"],  # sales stayed open to then
    "us-chip-controls-2022-10": ["2022-10-21"],  # the last step of the rule
    "us-tariff-301-final-2024": ["2026-01-01"],  # the last step of the notice
    "us-chip-controls-2024-12": ["2024-12-31"],  # when many parts had to be followed
    "us-reciprocal-tariff-2025-04": ["2025-04-09"],  # the rate for China alone
}

THE_SAME_ACT = [
    ["us-301-list1", "cn-retaliation-list1"],
    ["us-301-list3-increase", "cn-retaliation-list3-increase"],
    ["us-301-exclusions-2018", "cn-tariff-exclusions-2020"],
    ["us-301-list4b-suspended", "cn-retaliation-list4-suspended-2019"],
    ["us-cn-geneva-2025", "cn-geneva-2025"],
    ["us-huawei-entity-list-2019", "cn-unreliable-2023-02", "cn-export-control-list-2025-01"],
    ["us-busan-affiliates-suspended-2025", "cn-unreliable-2025-11"],
    ["us-chip-controls-2022-10", "cn-gallium-germanium-2023"],
    ["us-meu-rule-2020", "nl-dutch-controls-2023", "jp-controls-2023", "cn-drone-controls-2023"],
    ["us-ecra-2018", "cn-export-control-law-2020"],
    ["us-ndaa2019-889", "uk-cctv-2022", "cn-micron-2023"],
    ["us-eo13873", "cn-cybersecurity-law"],
    ["us-firrma-2018", "ca-hikvision-2025"],
    ["eu-uyghur-2021", "cn-counter-eu-2021", "us-visa-xinjiang-2019-10"],
    ["us-301-initiation", "cn-analog-antidumping-2025", "cn-nvidia-probe-2024"],
    ["cn-micron-injunction-2018", "ca-hikvision-court-2025"],
    ["us-court-hikvision-fcc-2024", "us-zte-settlement-2017"],
    ["au-huawei-2018", "uk-huawei-2020-01", "us-dhs-drone-alert-2019"],
]

PLANS = [
    "cn-unreliable-announce-2019",
    "uk-huawei-2020-07",
    "uk-cctv-removal-2023",
    "au-cctv-2023",
    "us-tariff-301-review-2024",
]


@pytest.fixture(scope="module")
def measures():
    return load("measures").set_index("id", drop=False)


def days_named(text):
    """Every day or year that a text names; a month or year counts from its first day."""
    named = [
        datetime.strptime(day, "%d %B %Y")
        for day in re.findall(rf"\b\d{{1,2}} (?:{MONTHS.replace(' ', '|')}) 20\d\d\b", text)
    ]
    named += [
        datetime.strptime(month, "%B %Y")
        for month in re.findall(rf"(?<!\d )\b(?:{MONTHS.replace(' ', '|')}) 20\d\d\b", text)
    ]
    return named + [datetime(int(year), 1, 1) for year in re.findall(r"\b20\d\d\b", text)]


def test_an_act_applies_from_its_announcement_on_or_is_a_listed_exception(measures):
    early = measures[measures["effective"] < measures["announced"]]
    assert set(early["id"]) == set(IN_FORCE_BEFORE_ANNOUNCED)
    for row in early.to_dict("records"):
        assert "before it was" in row["note"], row["id"]


def test_an_act_is_known_from_its_announcement_on_or_says_why_later(measures):
    assert (measures["known_since"] >= measures["announced"]).all()
    later = measures[measures["known_since"] > measures["announced"]]
    for row in later.to_dict("records"):
        assert "the row counts from" in row["note"], row["id"]


def test_an_act_ends_after_it_begins(measures):
    ended = measures[measures["until"].notna()]
    assert (ended["until"] > ended["effective"]).all()


def test_no_row_names_a_day_that_was_not_known_with_it(measures):
    for row in measures.fillna({"legal_citation": "", "note": ""}).to_dict("records"):
        named_ahead = [row["effective"], row["until"], *NAMED_BY_THE_ACT.get(row["id"], [])]
        known = [pd.Timestamp(day) for day in named_ahead if not pd.isna(day)]
        for day in days_named(" ".join(row[column] for column in WORDS)):
            is_known = day <= row["known_since"] or any(
                day == one or day in (one.replace(day=1), one.replace(month=1, day=1))
                for one in known
            )
            assert is_known, f"data/measures.csv, row {row['id']} names {day:%d %B %Y}"


def test_no_row_tells_what_came_of_it(measures):
    told = re.compile(
        r"\b(later|afterwards|eventually|since then|in the end|never)\b|fell short|followed in"
    )
    allowed = {
        "us-ndaa2019-889": "From another year later",  # said by the act itself
        "us-firrma-2018": "18 months later at the latest",
        "us-zte-settlement-2017": "later in March",  # before the day of the row
    }
    for row in measures.to_dict("records"):
        text = row["statement"].replace(allowed.get(row["id"], "\n"), "")
        assert not told.search(text), f"data/measures.csv, row {row['id']}: {told.search(text)}"


def test_the_view_of_the_day_names_nothing_later():
    seen = as_of(load("measures"), THE_DAY)
    assert len(seen) == 37
    assert (seen["announced"] <= THE_DAY).all()
    later = re.compile(
        r"\b20[2-9]\d\b|(June|July|August|September|October|November|December) 2019|2019-(0[6-9]|1)"
    )
    for row in seen.drop(columns=["effective", "until"]).to_dict("records"):
        for column, cell in row.items():
            assert not later.search(str(cell)), f"{row['id']}, {column}: {cell}"


def test_what_applies_after_the_day_had_been_announced_by_then():
    seen = as_of(load("measures"), THE_DAY)
    ahead = seen[(seen["effective"] > THE_DAY) | (seen["until"] > THE_DAY)]
    assert set(ahead["id"]) == {
        "us-ndaa2019-889",
        "cn-retaliation-list3-increase",
        "us-zte-denial-2018",
        "us-301-exclusions-2018",
        "us-huawei-tgl-2019-05",
    }


@pytest.mark.parametrize(
    "after",
    [
        "us-zte-denial-lifted-2018",
        "us-xinjiang-28-2019-10",
        "us-huawei-tgl-2019-08",
        "us-ndaa2019-889-part-a-rule",
        "us-uniview-entity-list-2024",
    ],
)
def test_a_later_act_is_a_row_of_its_own(measures, after):
    row = measures.loc[after]
    assert after not in set(as_of(measures, row["announced"] - pd.Timedelta(days=1))["id"])
    assert after in set(as_of(measures, row["known_since"])["id"])


def test_the_view_of_the_day_cites_no_later_source():
    known = set(as_of(load("sources"), THE_DAY)["id"])
    for table in ("measures", "tariff_lists", "tariff_steps", "penalties"):
        seen = as_of(load(table), THE_DAY)
        cited = seen["source_id"].str.cat(seen["other_sources"].fillna(""), sep="; ")
        assert {one for cell in cited for one in cell.split("; ") if one} <= known, table


@pytest.mark.parametrize("pair", THE_SAME_ACT, ids="-".join)
def test_the_same_act_has_the_same_class_whoever_does_it(measures, pair):
    assert measures.loc[pair, "instrument"].nunique() == 1
    assert measures.loc[pair, "direction"].nunique() == 1


@pytest.mark.parametrize("column", ["instrument", "direction"])
def test_each_class_has_a_rule_an_example_and_a_border_case_in_the_codebook(measures, column):
    (field,) = [one for one in resource("measures")["schema"]["fields"] if one["name"] == column]
    allowed = field["constraints"]["enum"]
    assert len(allowed) <= 12
    assert set(measures[column]) == set(allowed) == set(field["cases"]) == set(field["meanings"])
    text = codebook(tables_folder())
    for word, case in field["cases"].items():
        count = (measures[column] == word).sum()
        assert measures.loc[case["example"], column] == word
        assert f"| *{word}* | {field['meanings'][word]} | `{case['example']}` |" in text
        assert f"{case['border']} | {count} |" in text


@pytest.mark.parametrize("column", ["instrument", "direction"])
def test_the_rows_that_border_cases_name_exist(measures, column):
    (field,) = [one for one in resource("measures")["schema"]["fields"] if one["name"] == column]
    for case in field["cases"].values():
        for name in re.findall("`(.+?)`", case["border"]):
            assert name in measures.index


def test_counts_per_class(measures):
    assert measures["instrument"].value_counts().to_dict() == {
        "entity list": 42,
        "tariff": 40,
        "export control": 23,
        "equipment and procurement": 17,
        "court or settlement": 9,
        "investment ban": 6,
        "investigation": 6,
        "sanction": 5,
        "guidance": 4,
        "investment screening": 3,
        "agreement": 1,
        "industrial policy": 1,
    }
    assert measures["direction"].value_counts().to_dict() == {
        "restricts": 97,
        "eases": 36,
        "other": 24,
    }


@pytest.mark.parametrize("kind", ["industrial policy", "guidance", "investigation"])
def test_what_restricts_nothing_by_itself_is_other(measures, kind):
    assert set(measures.loc[measures["instrument"] == kind, "direction"]) == {"other"}


def test_a_plan_is_other_and_has_no_day_in_force(measures):
    assert set(measures.loc[PLANS, "direction"]) == {"other"}
    assert measures.loc[PLANS, "effective"].isna().all()


def test_money_and_rates_are_written_in_words(measures):
    for column in ("title", "statement", "note"):
        cells = measures[column].fillna("")
        assert not cells.str.contains(r"[$%]").any()
        amounts = cells.str.extractall(r"(\d[\d.,]* (?:million|billion)[^;,.]{0,20})")[0]
        assert amounts.str.contains("US dollars|in escrow|customers|in penalties|of it|were").all()


def test_a_quotation_of_a_locator_has_at_most_four_words():
    for table in ("measures", "tariff_lists", "tariff_steps", "tariff_averages", "penalties"):
        for row in load(table).to_dict("records"):
            for quoted in re.findall('"(.+?)"', row["source_locator"]):
                assert len(quoted.split()) <= 4, f"data/{table}.csv, row {row['id']}"

"""Company comparison: figures of the tables, reasons where there is none, both halves."""

import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techwar.data import as_of, convert, fact, latest, load, source_line
from techwar.explore import CompanyComparison, ExplorerError, compare_companies
from techwar.explore.company_comparison import IN_A_YEAR, OVER_YEARS, PERCENT
from techwar.explore.company_data import ALL, DAY, SPEAKERS, material
from techwar.explore.company_model import ends, figure, median, open_ends

OPEN = compare_companies()
GROUPS = ["every", "article", "others", "names", "video surveillance", "chips", "drones"]


@st.composite
def states(draw) -> CompanyComparison:
    view = draw(st.sampled_from(["dots", "bars", "lines"]))
    later = draw(st.booleans())
    last = material()["years"][ALL if later else DAY][1]
    group = draw(st.sampled_from(GROUPS))
    known = [one["id"] for one in material()["firms"] if later or one["early"]]
    names = draw(st.lists(st.sampled_from(known), min_size=1, max_size=6, unique=True))
    return compare_companies(
        view=view,
        firms=names if group == "names" else group,
        across=draw(st.sampled_from(OVER_YEARS if view == "lines" else IN_A_YEAR)),
        up=draw(st.sampled_from(IN_A_YEAR)),
        year=draw(st.integers(2014, last)),
        base=draw(st.integers(2014, last)),
        currency=draw(st.sampled_from(["reported", "usd"])),
        scale=draw(st.sampled_from(["linear", "log"])),
        known=draw(st.sampled_from([DAY, ALL])) if later else DAY,
        later=later,
    )


def plain(value):
    """JSON as the browser writes it: 3.0 is 3, and the last digit of a double is free."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return pytest.approx(value, rel=1e-12, abs=1e-9)
    return value


def same(explorer, browser):
    said = browser(explorer)
    assert said["scene"] == plain(json.loads(json.dumps(explorer.scene())))
    assert said["description"] == explorer.description()
    assert said["table"]["head"] == list(explorer.table().columns)


@settings(deadline=None, max_examples=150)
@given(states())
def test_both_halves_make_the_same_scene(browser, explorer):
    same(explorer, browser)


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(PERCENT[:-1]), st.integers(2016, 2018), st.floats(0, 50) | st.none())
def test_both_halves_agree_on_a_guess_and_its_cover(browser, across, year, guess):
    explorer = compare_companies(across=across, year=year, guess_first=True)
    explorer.guess = None if guess is None else round(guess, 1)
    same(explorer, browser)
    explorer.revealed = True
    same(explorer, browser)
    explorer.state = {"firms": "video surveillance"}
    same(explorer, browser)
    assert "Your guess" not in explorer.sentence()


@settings(deadline=None)
@given(states())
def test_what_is_not_drawn_is_said(explorer):
    scene = explorer.scene()
    firms = {row["cells"][0] for row in scene["table"]["rows"]}
    assert firms or scene["notes"]
    drawn = json.dumps(scene["panels"], ensure_ascii=False)
    notes = " ".join(scene["notes"])
    assert all(firm.strip("()") in drawn + notes for firm in firms)


def test_figures_are_those_of_the_tables():
    data, state = OPEN.spec["data"], OPEN.state
    revenue = fact("hikvision-revenue-2018").value
    assert figure(data, state, "hikvision", "revenue", 2018).value == revenue / 1000
    dollars = convert(revenue, "CNY", 2018).amount
    found = figure(data, {**state, "currency": "usd"}, "hikvision", "revenue", 2018)
    assert found.value == pytest.approx(dollars / 1000)
    index = figure(data, {**state, "base": 2015}, "hikvision", "index", 2018).value
    assert index == pytest.approx(100 * revenue / fact("hikvision-revenue-2015").value)


def test_the_speakers_of_the_article_are_no_firms_of_a_comparison():
    rows = latest(load("companies"))
    wanted = rows[~rows["segments"].isin(SPEAKERS)]["figure"]
    assert {one["id"] for one in material()["firms"]} == set(wanted)


def test_by_the_day_of_the_article_nothing_later_is_there():
    early = as_of(load("financials"), "2019-05-22")
    known = {(row.company, row.year) for row in early.itertuples()}
    cells = compare_companies(later=False).spec["data"]["cells"]
    assert list(cells) == [DAY]
    firms = {one["id"] for one in material()["firms"]}
    for firm in firms & set(cells[DAY]):
        for measure, years in cells[DAY][firm].items():
            for year in filter(None, years):
                assert (firm, int(year)) in known, (firm, measure, year)
    with pytest.raises(ExplorerError, match="known cannot be 'all'"):
        compare_companies(later=False, known="all")


def test_a_page_without_what_came_later_names_no_later_firm_and_no_later_publication():
    data = compare_companies(later=False).spec["data"]
    assert all(one["early"] for one in data["firms"])
    whole = compare_companies().spec["data"]
    cited = {
        place
        for firm in data["cells"][DAY].values()
        for years in firm.values()
        for _, _, places in years.values()
        for place in places
    }
    wanted = [name if place in cited else "" for place, name in enumerate(whole["sources"])]
    assert data["sources"] == wanted
    assert "" in data["sources"]


def test_the_later_edition_of_a_figure_replaces_the_earlier_one():
    data, state = OPEN.spec["data"], OPEN.state
    at = {known: figure(data, {**state, "known": known}, "qualcomm", "revenue", 2018)
          for known in (DAY, ALL)}  # fmt: skip
    editions = load("financials").query("company == 'qualcomm' and year == 2018")
    values = sorted(editions[editions["metric"] == "revenue"]["value"] / 1000)
    assert sorted(found.value for found in at.values()) == values


def test_amounts_of_two_currencies_share_no_axis():
    explorer = compare_companies(firms=["hikvision", "dahua", "intel"], view="bars",
                                 across="revenue")  # fmt: skip
    assert "reported in USD: choose US dollars to compare: (Intel)." in explorer.scene()["notes"][0]
    explorer.state = {"currency": "usd"}
    assert not any("(Intel)" in note for note in explorer.scene()["notes"])


def test_nobody_is_drawn_as_zero():
    row = {row["name"]: row for row in compare_companies(view="bars").scene()["panels"][0]["rows"]}
    assert row["DJI"] == {"name": "DJI", "bars": [], "note": "no figure for 2018"}


def test_the_gap_of_all_firms_is_gone_among_makers_of_cameras():
    assert "12.3 %" in OPEN.sentence()
    assert OPEN.sentence().endswith("is 6.5 points above the other.")
    assert "below the other" in compare_companies(firms="video surveillance").sentence()


def test_firms_without_a_figure_leave_a_median_two_ends():
    assert open_ends([3, 5, 9], 3) == (5, 5)
    assert open_ends([3, 5, 9], 5) == (3, 9)
    assert open_ends([3], 3) == (-math.inf, math.inf)
    (low, high), (lowest, highest) = OPEN.median_ranges()
    inside, outside = OPEN.medians()
    assert low < inside < high
    assert lowest < outside < highest
    covered = compare_companies(guess_first=True).median_ranges()
    assert covered == ((low, high), (-math.inf, math.inf))


@pytest.mark.parametrize("view", ["dots", "bars"])
def test_an_axis_of_per_cents_stays_whichever_firms_are_chosen(view):
    def axes(firms):
        panels = compare_companies(firms=firms, view=view).scene()["panels"]
        return [(one["min"], one["max"]) for one in panels if "min" in one] + [
            (one[key]["min"], one[key]["max"]) for one in panels for key in "xy" if key in one
        ]

    assert axes("video surveillance") == axes("every")


def test_covered_no_firm_outside_the_article_is_anywhere():
    explorer = compare_companies(guess_first=True)
    shown = json.dumps([explorer.scene(), explorer.table().to_dict(), explorer.description()])
    outside = [one["label"] for one in material()["firms"] if not one["named"]]
    assert not [label for label in outside if label in shown]
    assert "18.8" not in shown


@pytest.mark.parametrize(
    "wrong", [{"view": "bars"}, {"across": "founded"}, {"firms": "article"}, {"across": "revenue"}]
)
def test_what_has_no_answer_is_not_asked(wrong):
    with pytest.raises(ExplorerError, match="Nothing can be guessed first"):
        compare_companies(guess_first=True, **wrong)


def test_a_picture_names_the_sources_of_what_is_drawn():
    for explorer in (OPEN, compare_companies(firms="video surveillance")):
        assert explorer.picture().sources.endswith(source_line(explorer.rows()))
        assert explorer.scene()["source"] == source_line(explorer.rows())


@pytest.mark.parametrize(
    ("values", "log", "expected"),
    [
        ([], False, [0, 1]),
        ([3, 47], False, [0, 50]),
        ([-8, 12], False, [-10, 15]),
        ([5, 900], True, [1, 1000]),
        ([0, 0], False, [0, 0.2]),
    ],
)
def test_an_axis_has_round_ends(values, log, expected):
    assert ends(values, log=log) == expected


def test_the_median_is_the_middle_one():
    assert [median([]), median([3, 1, 2]), median([4, 1, 2, 3])] == [None, 2, 2.5]

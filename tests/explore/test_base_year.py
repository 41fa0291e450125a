"""Base year: its index and rates against the table itself, and what it keeps to itself."""

import pytest

from techwar.data import as_of, latest, load
from techwar.explore import ExplorerError, base_year
from techwar.explore.base_year import growth_a_year, log_ends


def revenue(firm: str, day: str = "2019-05-22") -> dict[int, float]:
    rows = latest(as_of(load("financials"), day))
    rows = rows[(rows["company"] == firm) & (rows["metric"] == "revenue") & rows["scope"].isna()]
    rows = rows[(rows["period"] == "FY") & (rows["kind"] == "reported")]
    return dict(zip(rows["year"], rows["value"], strict=True))


@pytest.mark.parametrize("base", [2014, 2015, 2016, 2017])
@pytest.mark.parametrize("firm", ["hikvision", "dahua", "intel"])
def test_an_index_is_the_amount_in_hundredths_of_the_base(base: int, firm: str) -> None:
    own = revenue(firm)
    shown = base_year(base, firms=[firm]).table().set_index("Year").iloc[:, 0]
    for year in range(2014, 2019):
        assert float(shown[f"{year}"]) == pytest.approx(100 * own[year] / own[base], abs=0.05)
    level = own[base]
    for _ in range(2018 - base):
        level *= 1 + growth_a_year(100 * own[2018] / own[base], 2018 - base) / 100
    assert level == pytest.approx(own[2018])


def test_dollars_change_the_rate_by_the_rate_of_exchange() -> None:
    rates = as_of(load("exchange_rates"), "2019-05-22")
    yuan = rates[rates["currency"] == "CNY"].set_index("year")["value"]
    own = revenue("hikvision")
    factor = own[2018] / own[2015] * yuan[2015] / yuan[2018]
    (rate,) = base_year(2015, firms=["hikvision"], currency="usd").rates().values()
    assert (1 + rate / 100) ** 3 == pytest.approx(factor)


def test_another_base_moves_a_line_and_never_bends_it() -> None:
    def points(base: int) -> list[float]:
        panel = base_year(base, firms=["dahua"]).scene()["panels"][0]
        return [value for _, value in panel["series"][0]["points"]]

    ratios = [one / other for one, other in zip(points(2014), points(2017), strict=True)]
    assert ratios == pytest.approx([ratios[0]] * 5)


def test_covered_no_number_of_the_answer_is_told() -> None:
    explorer = base_year(guess="iflytek")
    told = explorer.description() + explorer.sentence() + str(explorer.table())
    assert "446" not in told and "187" not in told
    assert explorer.rates() == {}
    assert explorer.guessed(2018) is None
    explorer.guess = {"2016": 180, "2017": 240, "2018": 300}
    explorer.revealed = True
    assert explorer.guessed(2018) == 300
    assert "2018: 300 guessed, 446 reported" in explorer.scene()["sentence"]
    explorer.state = {"base": "2016"}
    assert "guessed" not in explorer.scene()["sentence"]


def test_before_the_envelope_no_later_year_is_there_at_all() -> None:
    early = base_year(guess="iflytek").spec["data"]
    firms = [firm for day in early["cells"].values() for firm in day.values()]
    years = {int(year) for firm in firms for measure in firm.values() for year in measure}
    assert max(years) == 2018


def test_a_firm_without_a_figure_in_the_base_year_says_so() -> None:
    scene = base_year(2014, firms=["axis"]).scene()
    assert scene["notes"][0] == "Axis Communications: no line, because of no figure for 2014."
    assert scene["title"].endswith("no figures for both years")


def test_only_a_firm_that_is_shown_can_be_guessed() -> None:
    with pytest.raises(ExplorerError, match="'intel' cannot be guessed"):
        base_year(guess="intel")


def test_a_logarithmic_axis_ends_just_outside_the_values() -> None:
    assert log_ends([33, 145]) == (20, 200)
    assert log_ends([100, 100]) == (100, 200)
    assert log_ends([]) == (10, 100)

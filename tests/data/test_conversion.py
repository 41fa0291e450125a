"""Amounts in US dollars, and the rates behind them."""

import re

import pandas as pd
import pytest

from techwar.data import DataError, convert, fact, load


def test_hikvision_sold_for_about_seven_and_a_half_billion_dollars_in_2018():
    revenue = fact("hikvision-revenue-2018").value / 1000
    assert revenue == 49.837
    assert convert(revenue, "CNY", 2018).amount == pytest.approx(7.54, abs=0.005)


def test_an_amount_keeps_its_scale():
    in_millions, in_billions = convert(49_837, "CNY", 2018), convert(49.837, "CNY", 2018)
    assert in_millions.amount == pytest.approx(1000 * in_billions.amount)


def test_a_loss_stays_a_loss():
    assert convert(-3350, "CNY", 2018).amount == pytest.approx(-506.9, abs=0.05)


def test_a_conversion_names_its_rate_and_where_the_rate_comes_from():
    converted = convert(58_010, "KRW", 2019)
    assert converted.rate == fact(converted.rate_id).value == 1165.8016
    assert converted.source.publisher == "Board of Governors of the Federal Reserve System"
    assert converted.text == (
        "58,010 KRW are 49.76 USD at 1165.8016 KRW per USD, the average of 2019"
    )
    assert "$" not in converted.text


def test_a_whole_number_of_pandas_is_a_year():
    row = load("financials").set_index("id").loc["hikvision-revenue-2018"]
    assert convert(row["value"], row["currency"], row["year"]).amount == pytest.approx(7540.8, 1e-4)


@pytest.mark.parametrize(
    ("amount", "currency", "year", "words"),
    [
        (1, "RMB", 2018, r"no rate for the currency 'RMB': .* holds CNY, EUR, KRW, SEK\.$"),
        (1, "CNX", 2018, r"currency 'CNX' \(did you mean 'CNY'\?\)"),
        (1, None, 2018, r"no rate for the currency None"),
        (1, "USD", 2018, r"in US dollars already: hand over those in CNY, EUR, KRW, SEK only"),
        (1, "CNY", 2013, r"no rate of 2013 for CNY in data/exchange_rates\.csv: it holds 2014 to"),
        (1, "CNY", 2025, r"no rate of 2025 for CNY .* 2014 to 2024"),
        (1, "CNY", "2018", r"no rate of '2018' for CNY .* as a whole number"),
        (1, "CNY", pd.NA, r"no rate of <NA> for CNY"),
        ("49.837", "CNY", 2018, r"'49\.837' is no amount: take a row's value"),
        (True, "CNY", 2018, r"True is no amount"),
    ],
)
def test_what_cannot_be_converted_is_told_in_one_sentence(amount, currency, year, words):
    with pytest.raises(DataError, match=words) as error:
        convert(amount, currency, year)
    assert str(error.value).count(". ") == 0


def test_a_rate_that_was_edited_is_refused(edit):
    folder = edit("exchange_rates", ",CNY,2018,6.609,", ",CNY,2018,6.9,")
    with pytest.raises(DataError, match=r"exchange_rates\.csv is not the table .*row cny-2018"):
        convert(1, "CNY", 2018, folder=folder)


def test_there_is_one_rate_for_each_currency_and_year():
    rates = load("exchange_rates")
    pairs = {(currency, year) for currency in rates["currency"] for year in range(2014, 2025)}
    assert not rates.duplicated(["currency", "year"]).any()
    assert set(zip(rates["currency"], rates["year"], strict=True)) == pairs


def test_every_amount_of_these_years_can_be_converted():
    money = load("financials").dropna(subset=["currency"])
    money = money[(money["currency"] != "USD") & money["year"].between(2014, 2024)]
    assert len(money) > 200
    for row in money.to_dict("records"):
        dollars = convert(row["value"], row["currency"], row["year"]).amount
        assert (dollars > 0) == (row["value"] > 0)


def test_euros_are_the_inverse_of_what_the_federal_reserve_prints():
    inverted = load("exchange_rates").query("made == 'computed'")
    assert set(inverted["currency"]) == {"EUR"}
    for row in inverted.to_dict("records"):
        printed = float(re.match(r"Computed: 1 / ([\d.]+)\. ", row["note"])[1])
        assert f'printed as "{printed:.4f}"' in row["source_locator"]
        assert round(1 / printed, 4) == row["value"], row["id"]


def test_an_average_is_known_after_its_year():
    rates = load("exchange_rates")
    assert (rates["known_since"].dt.year > rates["year"]).all()


def test_the_rates_of_2018_were_known_on_the_day_of_the_article():
    rates = load("exchange_rates")
    assert (rates.loc[rates["year"] == 2018, "known_since"] <= "2019-05-22").all()
    assert not (rates.loc[rates["year"] == 2019, "known_since"] <= "2019-05-22").any()

"""Amounts in US dollars, at the average rate of their year and with where the rate comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from numbers import Integral, Real
from pathlib import Path

from techwar.data.citations import Source, source
from techwar.data.errors import DataError
from techwar.data.known import latest
from techwar.data.tables import did_you_mean, load, resource
from techwar.data.wording import write


@dataclass(frozen=True)
class Converted:
    """An amount in US dollars and the rate that made it so.

    `amount` is in the scale that was handed over: millions stay millions. `rate` is in units
    of the currency per US dollar, the average of the year; `source` says where it was read.
    """

    amount: float
    rate: float
    rate_id: str
    source: Source = field(repr=False)
    text: str


def convert(amount: float, currency: str, year: int, *, folder: Path | None = None) -> Converted:
    """Convert an amount of a year into US dollars, at the average rate of that year.

    `currency` is its code (ISO 4217), such as "CNY". Rates: the table `exchange_rates`.
    Right for what flows through a year, such as revenue; a stock at one day wants its rate.

    Raises `DataError` for what is no amount, an unknown currency or a year without a rate.

    >>> convert(49_837, "CNY", 2018).text
    '49,837 CNY are 7,541 USD at 6.609 CNY per USD, the average of 2018'
    """
    if not isinstance(amount, Real) or isinstance(amount, bool):
        raise DataError(f"{amount!r} is no amount: take a row's value, a number without quotes.")
    rates = _rates(folder, resource("exchange_rates", folder=folder)["hash"])
    _need_currency(currency, sorted(rates))
    by_year = rates[currency]
    if not isinstance(year, Integral) or int(year) not in by_year:
        raise DataError(
            f"There is no rate of {year!r} for {currency} in data/exchange_rates.csv: "
            f"it holds {min(by_year)} to {max(by_year)}, "
            "so take a year from there, as a whole number."
        )
    rate, rate_id, source_id = by_year[int(year)]
    dollars = float(amount) / rate
    return Converted(
        amount=dollars,
        rate=rate,
        rate_id=rate_id,
        source=source(source_id, folder=folder),
        text=f"{_short(float(amount))} {currency} are {_short(dollars)} USD at {write(rate)} "
        f"{currency} per USD, the average of {year}",
    )


@lru_cache(maxsize=4)
def _rates(folder: Path | None, _: str) -> dict[str, dict[int, tuple[float, str, str]]]:
    """Return the last edition of each rate by currency and year: value, id, id of its source."""
    found: dict[str, dict[int, tuple[float, str, str]]] = {}
    for row in latest(load("exchange_rates", folder=folder)).to_dict("records"):
        rate = float(row["value"]), str(row["id"]), str(row["source_id"])
        found.setdefault(str(row["currency"]), {})[int(row["year"])] = rate
    return found


def _need_currency(currency: str, known: list[str]) -> None:
    if currency == "USD":
        raise DataError(
            "An amount in USD is in US dollars already: hand over those in "
            f"{', '.join(known)} only."
        )
    if currency not in known:
        raise DataError(
            f"There is no rate for the currency {currency!r}{did_you_mean(currency, known)}: "
            f"data/exchange_rates.csv holds {', '.join(known)}."
        )


def _short(amount: float) -> str:
    """Four digits where there are fewer before the point, else no digit after it."""
    return write(amount, ",.0f") if abs(amount) >= 1000 else write(float(f"{amount:.4g}"))

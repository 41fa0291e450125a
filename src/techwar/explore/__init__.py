"""The explorers: pictures that answer at the speed of the hand."""

from techwar.explore.base_year import BaseYear, base_year
from techwar.explore.company_comparison import CompanyComparison, compare_companies
from techwar.explore.compose_the_fine import ComposeTheFine, compose_the_fine
from techwar.explore.controls import ExplorerError
from techwar.explore.explorer import Explorer
from techwar.explore.how_concentrated import HowConcentrated, how_concentrated
from techwar.explore.implied_market import ImpliedMarket, compare_settings, implied_market
from techwar.explore.market_shares import MarketShares, market_shares
from techwar.explore.openings import build_pictures
from techwar.explore.rank_shifter import RankShifter, rank_shifter
from techwar.explore.run_order import RunOrder, compare_orders, run_order
from techwar.explore.run_order_model import every_order
from techwar.explore.run_order_results import draw_results
from techwar.explore.timeline import Timeline, timeline
from techwar.explore.whose_voice import WhoseVoice, whose_voice

__all__ = [
    "BaseYear",
    "CompanyComparison",
    "ComposeTheFine",
    "Explorer",
    "ExplorerError",
    "HowConcentrated",
    "ImpliedMarket",
    "MarketShares",
    "RankShifter",
    "RunOrder",
    "Timeline",
    "WhoseVoice",
    "base_year",
    "build_pictures",
    "compare_companies",
    "compare_orders",
    "compare_settings",
    "compose_the_fine",
    "draw_results",
    "every_order",
    "how_concentrated",
    "implied_market",
    "market_shares",
    "rank_shifter",
    "run_order",
    "timeline",
    "whose_voice",
]

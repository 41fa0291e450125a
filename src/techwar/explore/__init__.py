"""The explorers: pictures that answer at the speed of the hand."""

from techwar.explore.controls import ExplorerError
from techwar.explore.explorer import Explorer
from techwar.explore.implied_market import ImpliedMarket, compare_settings, implied_market
from techwar.explore.openings import build_pictures

__all__ = [
    "Explorer",
    "ExplorerError",
    "ImpliedMarket",
    "build_pictures",
    "compare_settings",
    "implied_market",
]

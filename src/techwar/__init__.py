"""A course on the US-China tech war through the data of one newspaper article.

What a lesson needs is here: `from techwar import check, fact, load, …`.
Importing the package gives every chart of the notebook the course's look and
an alt text.
"""

from techwar.data import (
    as_of,
    fact,
    in_force,
    latest,
    load,
    lowest_highest,
    numbers,
    path,
    printed_range,
    sources,
)
from techwar.explore import (
    base_year,
    compare_companies,
    compose_the_fine,
    how_concentrated,
    implied_market,
    market_shares,
    rank_shifter,
    run_order,
    timeline,
    whose_voice,
)
from techwar.figures import finding, use_renderer, use_theme
from techwar.tasks import check, prediction_log

__all__ = [
    "as_of",
    "base_year",
    "check",
    "compare_companies",
    "compose_the_fine",
    "fact",
    "finding",
    "how_concentrated",
    "implied_market",
    "in_force",
    "latest",
    "load",
    "lowest_highest",
    "market_shares",
    "numbers",
    "path",
    "prediction_log",
    "printed_range",
    "rank_shifter",
    "run_order",
    "sources",
    "timeline",
    "whose_voice",
]

use_theme()
use_renderer()

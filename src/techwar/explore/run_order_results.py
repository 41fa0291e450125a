"""The picture of all that one page can show: a bar for each result of many orders."""

from typing import Any

import altair as alt
import pandas as pd

from techwar.explore.controls import ExplorerError
from techwar.explore.run_order import SOURCE
from techwar.figures import COLOURS, Finding, practice
from techwar.figures.theme import WIDTH

#: Pixels a bar takes, and how much of the width the longest may fill: its words stand behind it.
ROW, FILLED = 17, 0.75


def draw_results(orders: pd.DataFrame) -> Finding:
    """Draw how many orders end with each result of cell 3, that of a fresh run marked.

    Args:
        orders: what `compare_orders` returned, all of one market.

    Raises:
        ExplorerError: where there is no order, an order ends in an error, or the orders are
            of pages that give different results from the top.
    """
    fresh = orders["from the top"].unique()
    if len(fresh) != 1 or orders["cell 3 shows"].isna().any():
        raise ExplorerError(
            "These orders cannot be counted: give one table of compare_orders, of one market, "
            "without orders that end in an error."
        )
    tally = orders.groupby("cell 3 shows").size().rename("orders").reset_index()
    tally["shows"] = [f"{shown:.1f}" for shown in tally["cell 3 shows"]]
    tally["fresh"] = tally["cell 3 shows"] == fresh[0]
    tally["words"] = [
        f"{n}, as from the top" if same else str(n)
        for n, same in zip(tally["orders"], tally["fresh"], strict=True)
    ]
    as_fresh = int(tally.loc[tally["fresh"], "orders"].sum())
    told = "; ".join(f"{row.shows}: {row.words}" for row in tally.itertuples())
    return practice(
        _drawn(tally),
        title=f"Practice: one page can show {len(tally)} results; from the top, {fresh[0]:.0f}",
        subtitle=f"How many of {len(orders)} orders of steps end with each result in cell 3; "
        f"{as_fresh} give what the page gives from the top",
        source=SOURCE,
        alt=f"A bar for each of {len(tally)} results of cell 3, as long as the number of orders "
        f"that end with it. {told}.",
    )


def _drawn(tally: pd.DataFrame) -> Any:
    most = int(tally["orders"].max())
    base = alt.Chart(tally).encode(
        alt.Y("shows:N", title="cell 3 shows", sort=None),
        alt.X("orders:Q", axis=None, scale=alt.Scale(domain=[0, most / FILLED])),
    )
    colour = alt.condition(
        alt.datum.fresh, alt.value(COLOURS["accent"]), alt.value(COLOURS["Rest of world"])
    )
    words = base.mark_text(align="left", dx=5).encode(text="words:N")
    return (base.mark_bar().encode(color=colour) + words).properties(
        width=WIDTH - 60, height=ROW * len(tally)
    )

"""A chart that says what it shows and where its numbers come from."""

import textwrap
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from techwar.data import source_line
from techwar.errors import TechwarError
from techwar.figures.renderer import mimebundle
from techwar.figures.theme import WIDTH

# Characters of a bold 16 px title, and of the smaller lines, to a pixel of width.
TITLE_CHARACTERS, LINE_CHARACTERS = WIDTH // 8, WIDTH // 6


class FigureError(TechwarError):
    """A chart of the course that lacks something its reader needs."""


@dataclass(frozen=True)
class Finding:
    """A chart under its finding, above its sources; it shows itself in a notebook.

    `chart` is the whole Altair chart, with `title`, `subtitle` and `sources` in it.
    """

    chart: alt.VConcatChart
    title: str
    subtitle: str
    sources: str
    alt: str

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return mimebundle(self.chart.to_dict())

    def __repr__(self) -> str:
        return self.alt


def finding(
    chart: alt.Chart | alt.LayerChart | alt.VConcatChart,
    *,
    title: str,
    subtitle: str,
    rows: pd.DataFrame,
    alt: str,
    note: str = "",
) -> Finding:
    """Put a chart under its finding and above its sources.

    Args:
        chart: one Altair chart, plain, layered or in rows.
        title: the finding, a sentence with its number.
        subtitle: what is measured, in which unit, when.
        rows: the rows of the tables that are drawn; the source line is made
            from their `source_id`, so it cannot name another source.
        alt: what the picture shows, for somebody who does not see it.
        note: what a reader has to know before the sources, such as "Own calculation."

    Raises:
        FigureError: where one of the words is missing, or `rows` has no row.
    """
    for name, words in {"title": title, "subtitle": subtitle, "alt": alt}.items():
        if not words.strip():
            raise FigureError(f"A finding needs words for its {name}: pass {name}='…'.")
    if rows.empty:
        raise FigureError("A finding needs the rows that it draws: `rows` is an empty table.")
    foot = f"{note} {source_line(rows)}".strip()
    return _assemble(chart, title, subtitle, foot, alt)


def practice(chart: Any, *, title: str, subtitle: str, source: str, alt: str) -> Finding:
    """Put a picture of practice numbers under its title; where sources stand it says so.

    Args:
        chart: one Altair chart, plain or layered.
        title: a sentence that begins with "Practice", or the question that is asked.
        subtitle: what is shown.
        source: that the numbers are for practice.
        alt: what the picture shows, for somebody who does not see it.
    """
    return _assemble(chart, title, subtitle, source, alt)


def _assemble(chart: Any, title: str, subtitle: str, sources: str, words: str) -> Finding:
    heading = alt.TitleParams(
        text=textwrap.wrap(title, TITLE_CHARACTERS),
        subtitle=textwrap.wrap(subtitle, LINE_CHARACTERS),
    )
    foot = alt.TitleParams(
        text=textwrap.wrap(sources, LINE_CHARACTERS),
        orient="bottom",
        anchor="start",
        fontSize=11,
        fontWeight="normal",
        color="#5a6675",
        offset=10,
    )
    # A concatenation of one chart has a title of its own, which can stand below.
    whole = alt.vconcat(chart.properties(title=heading), title=foot).properties(description=words)
    return Finding(whole, title, subtitle, sources, words)

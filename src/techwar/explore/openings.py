"""The states that notebooks open explorers with, and their pictures, which the build draws."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from techwar.explore.base_year import base_year
from techwar.explore.company_comparison import compare_companies
from techwar.explore.compose_the_fine import compose_the_fine
from techwar.explore.explorer import Explorer
from techwar.explore.how_concentrated import how_concentrated
from techwar.explore.implied_market import implied_market
from techwar.explore.market_shares import market_shares
from techwar.explore.rank_shifter import rank_shifter
from techwar.explore.run_order import run_order
from techwar.explore.timeline import timeline
from techwar.explore.whose_voice import whose_voice

SURVEILLANCE = "professional-video-surveillance-equipment-world-ihs-markit-by-year"
PHONE_MAKERS = ["Huawei", "Samsung", "Apple", "Xiaomi", "OPPO"]

#: How each explorer is opened; making one sends nothing until it is called.
OPENINGS: tuple[Callable[[], Explorer], ...] = (
    partial(base_year, guess="iflytek"),
    partial(base_year, firms=["hikvision"], guess="hikvision", later=True),
    base_year,
    partial(compare_companies, guess_first=True, later=False),
    partial(compose_the_fine, guess_first=True),
    compose_the_fine,
    partial(how_concentrated, guess_first=True),
    how_concentrated,
    partial(how_concentrated, largest=10),
    implied_market,
    partial(implied_market, guess_first=False),
    partial(market_shares, SURVEILLANCE, later=False),
    partial(market_shares, guess="Huawei"),
    partial(market_shares, known="all", view="time", firms=PHONE_MAKERS),
    partial(rank_shifter, guess_first=True),
    rank_shifter,
    partial(timeline, guess_first=True),
    timeline,
    partial(timeline, start="2018-01", later=True),
    whose_voice,
    partial(whose_voice, guess_first=False),
    partial(whose_voice, kind="intention", guess_first=False),
    run_order,
    partial(run_order, guess_first=False),
    partial(run_order, "restart 1 2 3", guess_first=False),
)


def openings() -> Iterator[Explorer]:
    """Yield each explorer as a notebook of the course opens it."""
    return (opened() for opened in OPENINGS)


def build_pictures(folder: Path) -> list[Path]:
    """Draw the picture of each opening into a folder, under the name that its explorer asks for.

    A picture there that no opening asks for any more is deleted.
    """
    from techwar.figures import use_theme
    from techwar.figures.renderer import render_svg

    use_theme()
    written = []
    for explorer in openings():
        written.append(folder / explorer.picture_name)
        svg = render_svg(explorer.picture().chart)
        written[-1].write_text(svg, encoding="utf-8", newline="\n")
    for file in set(folder.glob("*.svg")) - set(written):
        file.unlink()
    return written

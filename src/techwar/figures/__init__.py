"""Charts for students and authors: a theme, findings with sources, pictures with alt text."""

from techwar.figures.encodings import NoData, Unit, encodings
from techwar.figures.finding import FigureError, Finding, finding, practice
from techwar.figures.firms import firm_colours
from techwar.figures.renderer import use_renderer
from techwar.figures.theme import COLOURS, use_theme

__all__ = [
    "COLOURS",
    "FigureError",
    "Finding",
    "NoData",
    "Unit",
    "encodings",
    "finding",
    "firm_colours",
    "practice",
    "use_renderer",
    "use_theme",
]

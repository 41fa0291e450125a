"""The colours of firms: told apart from paper, white or dark, and fixed."""

import pytest

from techwar.figures.firms import FIRM_COLOURS, PALETTE, firm_colours


def luminance(colour: str) -> float:
    """The relative luminance of WCAG."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", PALETTE.values(), ids=PALETTE)
@pytest.mark.parametrize("paper", ["#ffffff", "#111111"])
def test_a_colour_stands_out_on_white_and_on_dark_paper(colour, paper):
    light, dark = sorted([luminance(colour), luminance(paper)], reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_a_firm_has_its_colour_whatever_stands_beside_it():
    alone, among = firm_colours(["Huawei"]), firm_colours(["Nokia", "Samsung", "Huawei"])
    assert alone["Huawei"] == among["Huawei"] == FIRM_COLOURS["Huawei"]


def test_a_firm_without_a_colour_of_its_own_gets_one():
    assert firm_colours(["A firm that nobody knows"]).popitem()[1] in PALETTE.values()

"""Pictures: the same bytes each time, an alt text, the sources at the foot."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import altair as alt
import pandas as pd
import pytest

import techwar
from techwar.figures import COLOURS, FigureError, finding
from techwar.figures.renderer import describe, mimebundle, render_svg

ROWS = techwar.load("market").query("id in ['ihs-china-share-2017', 'ihs-world-growth-2017-x']")


def bars(**properties: object) -> alt.Chart:
    frame = pd.DataFrame({"firm": ["a & b", "c < d"], "share": [1.5, 2.25]})
    return alt.Chart(frame).mark_bar().encode(x="share:Q", y="firm:N").properties(**properties)


def svg_of(bundle: dict[str, str]) -> str:
    data = re.search(r"image/svg\+xml,([^\"]+)", bundle["text/html"])
    assert data
    return unquote(data[1])


def test_a_plain_chart_of_a_student_is_a_picture_that_says_what_can_be_read_off_it() -> None:
    bundle = mimebundle(bars(title="Shares").to_dict())
    assert bundle["text/plain"] == ("bar chart. Shares. x: share, y: firm. No description written.")
    assert "<svg" in svg_of(bundle)
    assert len(bundle["text/html"]) < 20_000


def test_the_description_is_the_alt_text_whatever_signs_it_holds() -> None:
    bundle = mimebundle(bars(description='It\'s "5 %" <of> a\n& b').to_dict())
    assert 'alt="It&#x27;s &quot;5 %&quot; &lt;of&gt; a &amp; b"' in bundle["text/html"]
    assert bundle["text/plain"] == 'It\'s "5 %" <of> a & b'


def test_quotation_marks_in_a_picture_are_those_of_its_words() -> None:
    svg = render_svg(bars(title=['Firms "as named"', "it's so"]))
    assert "Firms &quot;as named&quot;" in svg
    assert "it&#39;s so" in svg
    assert ET.fromstring(svg).tag.endswith("svg")


def test_altair_uses_the_renderer_after_the_import() -> None:
    assert alt.renderers.active == "techwar"
    assert alt.theme.active == "techwar"


def test_two_processes_draw_the_same_bytes() -> None:
    code = (
        "import techwar, altair as alt, pandas as pd, sys;"
        "from techwar.figures.renderer import render_svg;"
        "f = pd.DataFrame({'x': [1, 2], 'y': [3, 4]});"
        "c = alt.Chart(f).mark_line(clip=True).encode(x='x:Q', y='y:Q');"
        "[render_svg(c) for _ in range(int(sys.argv[1]))];"
        "print(render_svg(c))"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code, times], capture_output=True, text=True, check=True
        )
        for times in ("0", "2")
    ]
    assert made[0].stdout == made[1].stdout
    assert "clip0" in made[0].stdout


def test_a_chart_that_answers_the_pointer_says_that_its_picture_stands_still() -> None:
    still = mimebundle(bars().to_dict())["text/html"]
    moving = mimebundle(bars().interactive().to_dict())["text/html"]
    hovering = mimebundle(bars().encode(tooltip="share").to_dict())["text/html"]
    assert "JupyterChart" not in still
    assert "JupyterChart" in moving
    assert "JupyterChart" in hovering


def test_links_keep_the_picture_valid() -> None:
    frame = pd.DataFrame({"x": [1], "u": ["page.html"]})
    chart = alt.Chart(frame).mark_point().encode(x="x:Q", href="u:N")
    assert "xlink" in render_svg(chart)


def test_a_finding_cites_the_rows_that_it_draws() -> None:
    shown = finding(bars(), title="A rose", subtitle="per cent, 2017", rows=ROWS, alt="Two bars.")
    drawing = svg_of(shown._repr_mimebundle_())
    assert "Source: PSI Magazine, 29 October 2018." in drawing
    assert "A rose" in drawing
    assert shown._repr_mimebundle_()["text/plain"] == "Two bars."


def test_a_finding_without_words_or_rows_is_refused() -> None:
    with pytest.raises(FigureError, match="alt"):
        finding(bars(), title="A", subtitle="b", rows=ROWS, alt=" ")
    with pytest.raises(FigureError, match="empty"):
        finding(bars(), title="A", subtitle="b", rows=ROWS.iloc[:0], alt="c")


def test_describe_reads_layers_without_a_description() -> None:
    layered = (bars() + bars().mark_point()).to_dict()
    assert describe(layered) == "combined chart. No description written."


def test_colours_stand_out_from_white() -> None:
    for name, colour in COLOURS.items():
        if name != "grid":
            assert contrast_with_white(colour) >= 3, name


def contrast_with_white(colour: str) -> float:
    """Contrast ratio as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)

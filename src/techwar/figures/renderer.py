"""Turn a chart into the one form of picture that shows everywhere, with its alt text.

The stored output is an `<img>` with the drawing inside it: drawn in JupyterLab
and Notebook, trusted or not, live or reopened, in nbconvert and on a page, with
nothing fetched. The same chart gives the same bytes on every run.
"""

import html
import re
import xml.etree.ElementTree as ET
from typing import Any
from urllib.parse import quote

import altair as alt

from techwar.figures.theme import FONT

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
UNUSED = ("class", "role", "pointer-events")
# What an SVG means where it does not say so: Vega sets these on shapes, never on a group of them.
DEFAULTS = {
    "opacity": "1",
    "fill-opacity": "1",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "transform": "translate(0,0)",
    "font-weight": "normal",
    "text-anchor": "start",
    "version": "1.1",
}
LIVE = (
    "This picture stands still. For the one that answers the pointer: "
    "alt.JupyterChart.enable_offline(), then alt.JupyterChart(your_chart)."
)


def render_svg(chart: alt.TopLevelMixin | dict[str, Any]) -> str:
    """Draw a chart, or its Vega-Lite specification, as a small SVG.

    The same chart gives the same text in every process and on every machine.
    Raises `ValueError` (from Vega-Lite) where the specification is no chart.
    """
    import vl_convert

    spec: dict[str, Any] = chart if isinstance(chart, dict) else chart.to_dict()
    spec = {**spec, "config": {"font": FONT, **spec.get("config", {})}}
    return _slim(vl_convert.vegalite_to_svg(spec))


def img(svg: str, alt_text: str) -> str:
    """Return the HTML of a picture: `svg` inside an `<img>` that says `alt_text`."""
    # A quarter shorter than base64, where an SVG has its attributes in single quotes.
    data = quote(svg, safe=" '()*+,-./:;=?@!$[]|")
    return f'<img alt="{html.escape(alt_text)}" src="data:image/svg+xml,{data}">'


def describe(spec: dict[str, Any]) -> str:
    """Return the alt text of a specification: its description, or what can be read off it."""
    if written := " ".join(str(spec.get("description", "")).split()):
        return written
    mark = spec.get("mark", "combined")
    kind = mark["type"] if isinstance(mark, dict) else mark
    title = spec.get("title", "")
    heading = title.get("text", "") if isinstance(title, dict) else title
    heading = " ".join(heading) if isinstance(heading, list) else heading
    channels = ", ".join(
        f"{name}: {channel.get('title') or channel.get('field') or channel.get('aggregate')}"
        for name, channel in spec.get("encoding", {}).items()
        if isinstance(channel, dict) and ("field" in channel or "aggregate" in channel)
    )
    parts = [f"{kind} chart", heading, channels, "No description written"]
    return ". ".join(part for part in parts if part) + "."


def mimebundle(spec: dict[str, Any], **_: Any) -> dict[str, str]:
    """Return what a notebook stores of a chart: the picture, and its alt text as plain text."""
    words = describe(spec)
    picture = img(render_svg(spec), words)
    if _answers_the_pointer(spec):
        picture += f"<p>{html.escape(LIVE)}</p>"
    return {"text/html": picture, "text/plain": words}


def use_renderer() -> None:
    """Draw every chart of this session this way, a student's own included.

    In the browser's Python there is no vl-convert: Altair's own renderer stays.
    """
    try:
        import vl_convert  # noqa: F401
    except ImportError:
        return
    alt.renderers.register("techwar", mimebundle)
    alt.renderers.enable("techwar")


def _slim(svg: str) -> str:
    """Drop what an `<img>` cannot use, and numbers that differ from run to run."""
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    root = ET.fromstring(_renumbered(svg))
    for parent in list(root.iter()):
        for child in list(parent):
            if _draws_nothing(child):
                parent.remove(child)
        for name in list(parent.attrib):
            value = parent.attrib[name]
            if name in UNUSED or name.startswith("aria-") or value == DEFAULTS.get(name):
                del parent.attrib[name]
            elif name in ("d", "transform"):
                parent.attrib[name] = _two_decimals(value)
            elif name == "font-family" and value == FONT:
                del parent.attrib[name]
    root.set("font-family", FONT)
    _unwrap(root)
    return _in_single_quotes(root)


def _unwrap(parent: ET.Element) -> None:
    """Put what a group holds in its place, where the group says nothing of its own."""
    held = []
    for child in parent:
        _unwrap(child)
        held += list(child) if child.tag == f"{{{SVG}}}g" and not child.attrib else [child]
    parent[:] = held


def _in_single_quotes(root: ET.Element) -> str:
    for element in root.iter():
        element.text = element.text and element.text.replace('"', "\0")
        element.tail = element.tail and element.tail.replace('"', "\0")
    text = ET.tostring(root, encoding="unicode").replace(" />", "/>")
    return text.replace("'", "&#39;").replace('"', "'").replace("\0", "&quot;")


def _draws_nothing(element: ET.Element) -> bool:
    """Tell whether a path is hidden, or one of Vega's empty frames."""
    if element.tag != f"{{{SVG}}}path":
        return False
    hidden = element.get("display") == "none" or element.get("opacity") == "0"
    frame = element.get("class") == "background"
    return hidden or (frame and not element.get("stroke") and not element.get("fill"))


def _renumbered(svg: str) -> str:
    """Number clip and gradient ids from 0: vl-convert counts them on through a process."""
    order: dict[str, str] = {}
    for name in re.findall(r'id="([^"]+)"', svg):
        order.setdefault(name, f"{name.rstrip('0123456789')}{len(order)}")
    for old, new in order.items():
        svg = svg.replace(f'id="{old}"', f'id="\0{new}"').replace(f"#{old})", f"#\0{new})")
    return svg.replace("\0", "")


def _two_decimals(text: str) -> str:
    return re.sub(
        r"-?\d+\.\d{3,}", lambda m: f"{float(m.group()):.2f}".rstrip("0").rstrip("."), text
    )


def _answers_the_pointer(spec: Any) -> bool:
    """Tell whether a chart has tooltips or selections, which a still picture loses."""
    if isinstance(spec, list):
        return any(_answers_the_pointer(item) for item in spec)
    if not isinstance(spec, dict):
        return False
    if "tooltip" in spec or any("select" in p or "bind" in p for p in spec.get("params", [])):
        return True
    inner = ("mark", "encoding", "layer", "hconcat", "vconcat", "concat", "spec")
    return any(_answers_the_pointer(spec[key]) for key in inner if key in spec)

"""The still picture of *Run order*: boxes and words, placed as the browser places them."""

from typing import Any

import altair as alt
import pandas as pd

from techwar.explore.scene import Panel, Scene, describe
from techwar.figures import COLOURS, Finding, practice
from techwar.figures.theme import WIDTH

CODE = "Liberation Mono, Courier New, monospace"
#: Pixels: where the cells begin, how far a cell is from the next, how wide the kernel's box is.
LEFT, TOP, ROW, CELL, KERNEL = 48, 26, 62, 32, 150
INSIDE = WIDTH - 40


def draw(scene: Scene) -> Finding:
    """Return the picture of a scene of one page."""
    (panel,) = scene["panels"]
    return practice(
        _drawn(panel),
        title=scene["title"],
        subtitle=scene["subtitle"],
        source=scene["source"],
        alt=describe(scene),
    )


def _drawn(panel: Panel) -> Any:
    kernel = INSIDE - KERNEL
    height = TOP + ROW * len(panel["cells"])
    boxes = [[kernel, TOP, INSIDE, height - ROW + CELL + 22]]
    words = [
        [LEFT, 12, panel["heading"], "label"],
        [kernel, 12, "The kernel knows", "label"],
    ]
    for place, cell in enumerate(panel["cells"]):
        top = TOP + ROW * place
        boxes.append([LEFT, top, kernel - 16, top + CELL])
        words.append([0, top + CELL / 2, f"[{cell['counter']}]", "code"])
        words.append([LEFT + 10, top + CELL / 2, cell["code"], "code"])
        if cell["output"]:
            words.append([LEFT + 10, top + CELL + 14, cell["output"], "output"])
    held = [f"{name} = {value}" for name, value in panel["memory"]] or ["no name"]
    words += [[kernel + 10, TOP + 20 + 24 * n, text, "code"] for n, text in enumerate(held)]
    return _placed(boxes, words, height)


def _placed(boxes: list[list[Any]], words: list[list[Any]], height: int) -> Any:
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, INSIDE], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    frames = alt.Chart(pd.DataFrame(boxes, columns=["x", "y", "right", "bottom"])).mark_rect(
        fill=COLOURS["grid"], fillOpacity=0.45, stroke=COLOURS["muted"], strokeOpacity=0.5
    )
    text = alt.Chart(pd.DataFrame(words, columns=["x", "y", "text", "kind"]))
    styles: dict[str, dict[str, Any]] = {
        "label": {"color": COLOURS["muted"]},
        "code": {"font": CODE, "fontSize": 13},
        "output": {"font": CODE, "fontSize": 13, "fontWeight": "bold"},
    }
    layers = [frames.encode(x=x, y=y, x2="right:Q", y2="bottom:Q")]
    for kind, style in styles.items():
        some = text.transform_filter(alt.datum.kind == kind)
        layers.append(some.mark_text(align="left", **style).encode(x=x, y=y, text="text:N"))
    return alt.layer(*layers).properties(width=INSIDE, height=height)

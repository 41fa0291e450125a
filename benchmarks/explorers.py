"""How fast the explorers answer: `python3 run.py bench`.

Each explorer stands beside the same pictures redrawn by `ipywidgets.interact` through Altair,
measured back to back in one real JupyterLab. Of a key press: milliseconds until the chart has
changed, and until the frame that shows it is painted (median, and what 95 of 100 do not pass).
Of 90 steps at 27 a second: how many were never drawn. Of a cell: milliseconds from running it
to its picture, in a kernel that has imported the package, and the kilobytes that a second one
of its kind adds.
"""

import itertools
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from techwar.authoring.lab import Lab, Notebook, headless, open_notebook, running_lab
from techwar.authoring.proof import BROWSER, find_browser
from techwar.explore import Explorer
from techwar.explore.controls import Checkboxes, Dropdown, Slider, beside
from techwar.explore.openings import openings

PRESSES, STEPS, PER_SECOND = 64, 90, 27
HEAD = ("", "changed", "", "painted", "", "dropped", "first", "second")
UNDER = ("", "p50 ms", "p95 ms", "p50 ms", "p95 ms", f"of {STEPS}", "ms", "kB")

SETUP = """
from IPython.display import display
from ipywidgets import interact
from techwar.explore.openings import OPENINGS
def opened(place):
    explorer = OPENINGS[place]()
    explorer.revealed = True
    return explorer
"""
EXPLORER = "opened({place})"
INTERACT = """
plain, states = opened({place}), {states!r}
def draw(moved):
    plain.state = states[moved]
    display(plain.picture())
interact(draw, moved=False);
"""
# From a key press to the first change of the chart, and to the first task after its frame.
WATCH = """(chart) => {
  const seen = { started: null, changed: [], painted: [], drawn: 0, fresh: false };
  window.seen = seen;
  document.addEventListener("keydown", ({ timeStamp }) => {
    seen.started = timeStamp;
    seen.fresh = true;
  }, true);
  new MutationObserver((records) => {
    // An explorer's own attributes are its text alternative, which follows later; of the redrawn
    // output only the new picture counts, not the place that is kept free for it.
    const drawn = chart.matches("svg")
      ? records.some(({ target }) => target !== chart)
      : records.some(({ addedNodes }) => [...addedNodes].some((one) => one.querySelector?.("img")));
    if (!drawn) return;
    if (seen.fresh) seen.drawn += 1;
    seen.fresh = false;
    if (seen.started === null) return;
    const { started } = seen;
    seen.started = null;
    seen.changed.push(performance.now() - started);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => seen.painted.push(performance.now() - started);
      port2.postMessage(null);
    });
  }).observe(chart, { subtree: true, childList: true, attributes: true, characterData: true });
}"""
# From running a cell to its picture.
RUN = """async ([place, mark]) => {
  const panel = jupyterapp.shell.currentWidget.content;
  panel.activeCellIndex = place;
  const there = document.querySelectorAll(mark).length;
  const began = performance.now();
  jupyterapp.commands.execute("notebook:run-cell");
  while (document.querySelectorAll(mark).length === there) {
    if (performance.now() - began > 30000) throw new Error("no picture within half a minute");
    await new Promise((go) => setTimeout(go, 1));
  }
  return performance.now() - began;
}"""


@dataclass(frozen=True)
class Way:
    """One way to show a chart: its cell, its picture on the page, what holds it, what moves it."""

    cell: str
    picture: str
    chart: str
    control: str
    keys: tuple[str, str]


@dataclass(frozen=True)
class Speed:
    """What was measured of one way: times in milliseconds, steps not drawn, kilobytes."""

    changed: Sequence[float]
    painted: Sequence[float]
    dropped: int
    first: float
    second: float

    @property
    def cells(self) -> list[str]:
        """The figures as the table shows them."""
        times = [f(values) for values in (self.changed, self.painted) for f in (p50, p95)]
        rest = [str(self.dropped), f"{self.first:.0f}", f"{self.second:.0f}"]
        return [*(f"{time:.1f}" for time in times), *rest]


p50 = statistics.median


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 do not pass."""
    return sorted(values)[int(0.95 * (len(values) - 1))]


def ways(place: int, explorer: Explorer) -> tuple[Way, Way]:
    """Return an opening and its rival, both moving between the same two states."""
    control, keys, state = moved(explorer)
    states = [{key: explorer.state[key] for key in state}, state]
    own = Way(
        EXPLORER.format(place=place),
        ".techwar-explorer svg g.panel",
        ".techwar-explorer svg",
        f".techwar-explorer {control}",
        keys,
    )
    rival = Way(
        INTERACT.format(place=place, states=states),
        ".widget-interact img",
        ".widget-interact .widget-output",
        ".widget-interact input[type=checkbox]",
        (" ", " "),  # JupyterLab keeps the arrow keys from the sliders of ipywidgets
    )
    return own, rival


def moved(explorer: Explorer) -> tuple[str, tuple[str, str], dict[str, object]]:
    """Return the first control that can move, keys that move it there and back, and the state."""
    state = explorer.state
    for control in explorer._controls:
        at = f"[name={control.key}]:enabled"
        hidden = control.only and state[control.only[0]] not in control.only[1]
        if hidden or control.key == "known":
            continue
        if isinstance(control, Slider):
            there = state[control.key] + control.step
            return at, ("ArrowRight", "ArrowLeft"), {control.key: round(there, 9)}
        offered = list(control.offers[beside(control, state)])
        if isinstance(control, Dropdown) and len(offered) > 1:
            place = offered.index(state[control.key])
            step, keys = (1, ("ArrowDown", "ArrowUp"))
            if place == len(offered) - 1:
                step, keys = (-1, ("ArrowUp", "ArrowDown"))
            return at, keys, {control.key: offered[place + step]}
        if isinstance(control, Checkboxes) and len(offered) > 1:
            first = offered[0]
            ticked = [one for one in offered if (one in state[control.key]) != (one == first)]
            return at, (" ", " "), {control.key: ticked}
    raise ValueError(f"{explorer.name} has no control that moves")


def speed(lab: Lab, browser: Browser, way: Way) -> Speed:
    """Measure one way in a notebook of its own."""
    notebook = open_notebook(lab, browser, way.cell, way.cell)
    notebook.python(SETUP)
    try:
        first = notebook.page.evaluate(RUN, [0, way.picture])
        notebook.page.wait_for_timeout(1000)
        seen = watched(notebook, way)
        before = sum(notebook.received)
        notebook.page.evaluate(RUN, [1, way.picture])
        notebook.page.wait_for_timeout(1000)
        second = (sum(notebook.received) - before) / 1000
        return Speed(seen["changed"], seen["painted"], STEPS - seen["drawn"], first, second)
    finally:
        notebook.page.close()


def watched(notebook: Notebook, way: Way) -> dict[str, object]:
    """Press keys one by one, each when the last is painted; then at 27 a second."""
    page, pressed = notebook.page, itertools.cycle(way.keys)
    page.locator(way.chart).first.evaluate(WATCH)
    page.locator(way.control).first.focus()
    for number in range(PRESSES):
        page.keyboard.press(next(pressed))
        page.wait_for_function("n => window.seen.painted.length > n", arg=number, timeout=5000)
        page.wait_for_timeout(15)
    page.evaluate("() => { window.seen.drawn = 0; window.seen.fresh = false; }")
    single = page.evaluate("() => ({ ...window.seen })")
    for _ in range(STEPS):
        page.keyboard.press(next(pressed))
        page.wait_for_timeout(1000 / PER_SECOND)
    page.wait_for_timeout(1000)
    return {**single, "drawn": page.evaluate("() => window.seen.drawn")}


def main() -> None:
    """Print the table, one explorer after the other."""
    program = find_browser()
    if program is None:
        raise SystemExit(f"The benchmark needs {BROWSER.name}: {BROWSER.get}.")
    one_each = {one.name: (place, one) for place, one in enumerate(openings())}
    for line in (HEAD, UNDER):
        print(f"{line[0]:<28}" + "".join(f"{word:>9}" for word in line[1:]))
    with (
        tempfile.TemporaryDirectory() as home,
        running_lab(Path(home)) as lab,
        headless(program) as browser,
    ):
        for name, opening in one_each.items():
            own, rival = (speed(lab, browser, way) for way in ways(*opening))
            for words, one in ((name, own), ("  interact with Altair", rival)):
                print(f"{words:<28}" + "".join(f"{cell:>9}" for cell in one.cells))
            times = (
                p50(rival.changed) / p50(own.changed),
                p95(rival.changed) / p95(own.changed),
            )
            print("  times faster".ljust(28) + "".join(f"{ratio:>9.0f}" for ratio in times))


if __name__ == "__main__":
    main()

"""All explorers on one page: in JupyterLab and Notebook 7, live, and reopened, trusted or not."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import expect

from techwar.explore.openings import openings

ONE_EACH = {explorer.name: explorer for explorer in openings()}
FIND = (
    "from techwar.explore.openings import openings\nfound = {one.name: one for one in openings()}"
)
CELLS = [FIND, *(f"found[{name!r}]" for name in ONE_EACH)]
LOST = re.compile("model not found|Error displaying widget", re.IGNORECASE)
# The static pictures are drawn where no explorer is.
DRAWN = """(words) => words.filter((alt) => {
  const found = [...document.querySelectorAll("img")].find((one) => one.alt === alt);
  return !(found?.complete && found.naturalWidth > 100);
})"""


# All explorers at once: what is below the window's end, Jupyter draws when it finds the time.
TALL: Any = {"width": 1100, "height": 12_000}
# Notebook 7 says this of itself when it opens, an empty notebook included.
OF_NOTEBOOK_7 = {
    "Cannot read properties of undefined (reading 'schema')",
    "Command 'filebrowser:open-path' not registered.",
}
# Jupyter's server remembers files by name: a font that Lab had first is refused to Notebook 7.
FONT = re.compile(r"Failed to load resource: .* 403 .*/static/notebook/\w+\.woff2")


def wrong(opened: Any) -> list[str]:
    """What went wrong in a tab, beside what Notebook 7 always says."""
    own = [words for words in opened.errors if words not in OF_NOTEBOOK_7]
    return [words for words in own if not FONT.fullmatch(words)]


@pytest.fixture(scope="module", params=["lab", "notebook"])
def page(request: pytest.FixtureRequest, notebook: Callable[..., Any]) -> Any:
    """Return a notebook with one explorer of each kind, run from the top."""
    opened = notebook(*CELLS, app=request.param)
    opened.app = request.param
    opened.page.set_viewport_size(TALL)
    opened.run_all()
    expect(opened.page.locator(".techwar-explorer")).to_have_count(len(ONE_EACH), timeout=60_000)
    return opened


def test_every_explorer_answers_and_python_hears_of_it(page: Any) -> None:
    for name in ONE_EACH:
        page.python(f"found[{name!r}].revealed = True")
    shown = page.page.locator(".techwar-explorer")
    for place, name in enumerate(ONE_EACH):
        one = shown.nth(place)
        expect(one.locator(".ask")).to_be_hidden()
        said = page.python(f"print(found[{name!r}].scene()['sentence'])")
        expect(one.get_by_role("status")).to_have_text(said)
        control = one.locator("select:visible:enabled, input:visible:enabled").first
        before = page.python(f"print(found[{name!r}].state)")
        control.focus()
        kind = control.get_attribute("type")
        page.page.keyboard.press("Space" if kind == "checkbox" else "ArrowDown")
        page.page.wait_for_timeout(200)
        if page.python(f"print(found[{name!r}].state)") == before:  # it stood at the end
            page.page.keyboard.press("ArrowUp")
        page.wait_until(f"str(found[{name!r}].state) != {before!r}", "True")
        expect(control).to_be_focused()
    assert wrong(page) == []
    assert page.outside == []


def test_axe_finds_nothing_serious_on_the_whole_page(page: Any, axe: str) -> None:
    page.page.evaluate(axe)
    found = page.page.evaluate(
        "() => axe.run('.jp-OutputArea-output').then((r) => r.violations"
        ".filter((v) => ['serious', 'critical'].includes(v.impact))"
        ".map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 200))]))"
    )
    assert found == []


def test_reopened_where_it_was_saved_every_explorer_is_alive(
    page: Any, notebook: Callable[..., Any]
) -> None:
    copy = notebook(file=page.save(), app=page.app)
    copy.page.set_viewport_size(TALL)
    expect(copy.page.locator(".techwar-explorer")).to_have_count(len(ONE_EACH), timeout=30_000)
    assert not LOST.search(copy.page.inner_text("body"))
    assert wrong(copy) == []


def test_reopened_by_somebody_else_every_explorer_is_its_picture(
    page: Any, notebook: Callable[..., Any], tmp_path: Path
) -> None:
    saved = nbformat.read(page.save(), as_version=4)
    # Changed outside Jupyter, so nobody here has vouched for its outputs.
    saved.cells.append(nbformat.v4.new_markdown_cell("from another machine"))
    nbformat.write(saved, tmp_path / "copy.ipynb")
    copy = notebook(file=tmp_path / "copy.ipynb", app=page.app)
    copy.page.set_viewport_size(TALL)
    words = [explorer.description() for explorer in ONE_EACH.values()]
    copy.page.wait_for_function(f"(words) => ({DRAWN})(words).length === 0", arg=words)
    expect(copy.page.locator(".techwar-explorer")).to_have_count(0)
    assert not LOST.search(copy.page.inner_text("body"))
    assert wrong(copy) == []

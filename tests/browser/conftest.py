"""A real JupyterLab and a headless Chromium, for all tests of this folder.

`notebook` opens cells or a file in a tab of its own, `only_notebook` in the one that all tests
share; its `python` asks the notebook's kernel.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from explorer_page import untouched
from playwright.sync_api import Browser, expect

from techwar.authoring.lab import Lab, Notebook, headless, open_instead, open_notebook, running_lab
from techwar.authoring.proof import find_browser

ROOT = Path(__file__).parents[2]
expect.set_options(timeout=15_000)  # patience for a busy machine: what is right does not wait


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab over an empty folder, with settings of its own."""
    with running_lab(tmp_path_factory.mktemp("jupyter")) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Headless Chromium or Chrome that resolves no name and reaches 127.0.0.1 only."""
    program = find_browser()
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(
            "neither Chromium nor Chrome is here"
        )
    with headless(program) as browser:
        yield browser


@pytest.fixture(scope="module")
def notebook(lab: Lab, chromium: Browser) -> Iterator[Callable[..., Notebook]]:
    """Open a notebook, given as cells of code or as a file; not run yet."""
    opened: list[Notebook] = []

    def open_one(*cells: str, file: Path | None = None, app: str = "lab") -> Notebook:
        opened.append(open_notebook(lab, chromium, *cells, file=file, app=app))
        return opened[-1]

    yield open_one
    for one in opened:
        one.page.close()


@pytest.fixture(scope="session")
def tab(lab: Lab, chromium: Browser) -> Notebook:
    """The tab of JupyterLab that tests share, for a fresh one costs seconds."""
    return open_notebook(lab, chromium)


@pytest.fixture(scope="session")
def only_notebook(lab: Lab, tab: Notebook) -> Callable[..., Notebook]:
    """Open a notebook, given as cells of code or as a file, in place of the last one."""

    def open_one(*cells: str, file: Path | None = None) -> Notebook:
        tab.page.set_viewport_size({"width": 1100, "height": 1000})
        return open_instead(lab, tab, *cells, file=file)

    return open_one


@pytest.fixture(scope="module")
def opened(request: pytest.FixtureRequest, only_notebook: Callable[..., Notebook]) -> Notebook:
    """Return a notebook with the cells that a file of tests names, CELLS."""
    return only_notebook(*request.module.CELLS)


@pytest.fixture
def lesson(opened: Notebook) -> Iterator[Notebook]:
    """Return the notebook with an explorer that nobody has touched."""
    with untouched(opened) as found:
        yield found


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which finds what keeps people out of a page."""
    source = ROOT / "src/techwar/explore/browser/node_modules/axe-core/axe.min.js"
    if not source.is_file():
        message = "axe-core is missing: npm ci in src/techwar/explore/browser"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    return source.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """The folder for pictures that a person looks at."""
    folder = ROOT / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder

"""A real JupyterLab and a headless Chromium that can reach nothing but this machine.

`notebook` opens cells or a file in a tab of its own; its `python` asks the notebook's kernel.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from techwar.authoring.proof import find_browser

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOOPBACK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
READY = """() => {
  const session = window.jupyterapp?.shell.currentWidget?.sessionContext?.session;
  return session?.kernel?.status === "idle";
}"""
# The kernel's own answer, through the connection that the notebook has to it.
ASK = """async (code) => {
  const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
  const asked = kernel.requestExecute({ code, store_history: false });
  let answer = "";
  asked.onIOPub = ({ content }) => { answer += content.text ?? content.evalue ?? ""; };
  await asked.done;
  return answer;
}"""


@dataclass
class Lab:
    """A running JupyterLab and the folder that it serves."""

    address: str
    token: str
    root: Path

    def url(self, path: str) -> str:
        """Where a notebook opens: in a workspace of its own, or Lab reopens earlier tabs."""
        workspace = path.removesuffix(".ipynb")
        return f"{self.address}/lab/workspaces/{workspace}/tree/{path}?token={self.token}"


@dataclass
class Notebook:
    """A notebook in a tab, with what went wrong in it."""

    page: Page
    path: Path
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def command(self, name: str, **arguments: Any) -> None:
        """Run one of JupyterLab's commands."""
        self.page.evaluate(
            "([name, args]) => jupyterapp.commands.execute(name, args)", [name, arguments]
        )

    def run_all(self) -> None:
        """Run every cell from the top."""
        self.command("notebook:run-all-cells")

    def save(self) -> Path:
        """Save the notebook, and return its file once it is written."""
        before = self.path.stat().st_mtime_ns
        self.command("docmanager:save")
        end = time.monotonic() + 10
        while self.path.stat().st_mtime_ns == before and time.monotonic() < end:
            time.sleep(0.05)
        return self.path

    def python(self, code: str) -> str:
        """What `code` prints in the notebook's kernel."""
        answer: str = self.page.evaluate(ASK, code)
        return answer.strip()

    def wait_until(self, code: str, expected: str) -> None:
        """Wait until `code` prints `expected`: the browser tells Python a little later."""
        end = time.monotonic() + 5
        while (found := self.python(f"print(({code}))")) != expected:
            assert time.monotonic() < end, f"{code} is {found}, not {expected}"
            time.sleep(0.05)


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab over an empty folder, with settings of its own."""
    home = tmp_path_factory.mktemp("jupyter")
    root = home / "root"
    root.mkdir()
    token = secrets.token_hex(16)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "IPYTHONDIR": "ipython"}
    own["JUPYTERLAB_WORKSPACES_DIR"] = own["JUPYTERLAB_SETTINGS_DIR"] = "lab"
    environment = {**os.environ, **{name: str(home / folder) for name, folder in own.items()}}
    options = {
        "ServerApp.port": port,
        "ServerApp.root_dir": root,
        "IdentityProvider.token": token,
        "LabApp.expose_app_in_browser": True,
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += [f"--{name}={value}" for name, value in options.items()]
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=root)
    found = Lab(f"http://127.0.0.1:{port}", token, root)
    try:
        _wait_for(f"{found.address}/api/status?token={token}", server, home / "server.log")
        yield found
    finally:
        server.terminate()
        server.wait(30)


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Headless Chromium or Chrome that resolves no name and reaches 127.0.0.1 only."""
    program = find_browser()
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(
            "neither Chromium nor Chrome is here"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*FLAGS, LOOPBACK])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def notebook(lab: Lab, chromium: Browser) -> Iterator[Callable[..., Notebook]]:
    """Open a notebook, given as cells of code or as a file; not run yet."""
    opened: list[Notebook] = []

    def open_notebook(*cells: str, file: Path | None = None) -> Notebook:
        path = lab.root / f"n{len(list(lab.root.iterdir()))}.ipynb"
        if file:
            shutil.copy(file, path)
        else:
            written = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
            written.metadata.kernelspec = KERNEL
            nbformat.write(written, path)
        page = chromium.new_page(viewport={"width": 1100, "height": 1000})
        found = Notebook(page, path)
        opened.append(found)
        page.on("console", lambda said: said.type == "error" and found.errors.append(said.text))
        page.on("pageerror", lambda error: found.errors.append(str(error)))
        page.on("request", lambda asked: _note_outside(asked.url, lab, found))
        page.goto(lab.url(path.name))
        page.wait_for_function(READY, timeout=60_000)
        return found

    yield open_notebook
    for one in opened:
        one.page.close()


def _note_outside(url: str, lab: Lab, found: Notebook) -> None:
    own = (lab.address, "data:", "blob:", lab.address.replace("http", "ws", 1))
    if not url.startswith(own):
        found.outside.append(url)


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

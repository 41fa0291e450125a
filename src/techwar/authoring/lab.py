"""A real JupyterLab (and Notebook 7) and a headless Chromium that reach nothing but this machine.

Used by the browser tests and by the benchmark of the explorers; needs playwright.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from techwar.errors import TechwarError

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
READY = """(path) => {
  const context = window.jupyterapp?.shell.currentWidget?.sessionContext;
  return context?.path === path && context.session?.kernel?.status === "idle";
}"""
# Every notebook of a tab, away with its kernel, and nothing of it on the page.
CLOSE = """async () => {
  for (const widget of [...jupyterapp.shell.widgets("main")]) {
    await widget.sessionContext?.shutdown();
    widget.dispose();
  }
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


class LabError(TechwarError):
    """JupyterLab did not start, or did not do what a test waits for."""


@dataclass
class Lab:
    """A running server of JupyterLab and Notebook 7, and the folder that it serves."""

    address: str
    token: str
    root: Path

    def url(self, path: str, app: str = "lab") -> str:
        """Where a notebook opens: in a workspace of its own, or Lab reopens earlier tabs."""
        if app == "notebook":
            return f"{self.address}/notebooks/{path}?token={self.token}"
        workspace = path.removesuffix(".ipynb")
        return f"{self.address}/lab/workspaces/{workspace}/tree/{path}?token={self.token}"


@dataclass
class Notebook:
    """A notebook in a tab, what went wrong in it, and the bytes that it got from its kernel."""

    page: Page
    path: Path
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    received: list[int] = field(default_factory=list)

    def command(self, name: str, **arguments: Any) -> None:
        """Run one of Jupyter's commands."""
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
        """Return what `code` prints in the notebook's kernel."""
        answer: str = self.page.evaluate(ASK, code)
        return answer.strip()

    def wait_until(self, code: str, expected: str) -> None:
        """Wait until `code` prints `expected`: the browser tells Python a little later.

        Raises:
            LabError: where it does not within fifteen seconds.
        """
        end = time.monotonic() + 15
        while (found := self.python(f"print(({code}))")) != expected:
            if time.monotonic() > end:
                raise LabError(f"{code} is {found}, not {expected}")
            time.sleep(0.05)


@contextmanager
def running_lab(home: Path) -> Iterator[Lab]:
    """Start a server over the empty folder `home / "root"`, with settings of its own.

    Raises:
        LabError: where it does not answer within a minute; the message holds its log.
    """
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
        "JupyterNotebookApp.expose_app_in_browser": True,
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
    raise LabError(f"JupyterLab did not start:\n{log.read_text()}")


@contextmanager
def headless(program: str) -> Iterator[Browser]:
    """Open a Chromium or Chrome that resolves no name and reaches 127.0.0.1 only."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


def open_notebook(
    lab: Lab, browser: Browser, *cells: str, file: Path | None = None, app: str = "lab"
) -> Notebook:
    """Open a notebook in a tab of its own, given as cells of code or as a file; not run yet.

    `app` is "lab" or "notebook".
    """
    path = _write(lab, cells, file)
    page = browser.new_page(viewport={"width": 1100, "height": 1000})
    found = Notebook(page, path)
    page.on("console", lambda said: _note_error(said, found))
    page.on("pageerror", lambda error: found.errors.append(str(error)))
    page.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda said: found.received.append(len(said))),
    )
    page.on("request", lambda asked: _note_outside(asked.url, lab, found))
    page.goto(lab.url(path.name, app))
    page.wait_for_function(READY, arg=path.name, timeout=60_000)
    return found


def open_instead(lab: Lab, tab: Notebook, *cells: str, file: Path | None = None) -> Notebook:
    """Close the notebook of a tab of JupyterLab, and open another there.

    Much faster than a new tab, which reads all of JupyterLab again.
    """
    tab.page.evaluate(CLOSE)
    for noted in (tab.errors, tab.outside, tab.received):
        noted.clear()
    path = _write(lab, cells, file)
    tab.command("docmanager:open", path=path.name)
    tab.page.wait_for_function(READY, arg=path.name, timeout=60_000)
    return replace(tab, path=path)


def _write(lab: Lab, cells: tuple[str, ...], file: Path | None) -> Path:
    path = lab.root / f"n{len(list(lab.root.glob('*.ipynb')))}.ipynb"
    if file:
        shutil.copy(file, path)
    else:
        written = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
        written.metadata.kernelspec = KERNEL
        nbformat.write(written, path)
    return path


def _note_error(said: ConsoleMessage, found: Notebook) -> None:
    if said.type == "error":  # of what did not load, the text holds no address
        lost = f" {said.location['url']}" if said.text.startswith("Failed to load") else ""
        found.errors.append(said.text + lost)


def _note_outside(url: str, lab: Lab, found: Notebook) -> None:
    own = (lab.address, "data:", "blob:", lab.address.replace("http", "ws", 1))
    if not url.startswith(own):
        found.outside.append(url)

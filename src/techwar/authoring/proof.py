"""What `python3 run.py test` does: named stages, a line for each, and what to look at.

A stage is data: its commands, the tools it needs, what has to be fetched for it. All but the
fetching runs without the internet (tests/offline blocks it in every Python process).
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree import ElementTree

from techwar.errors import TechwarError

BROWSER_SOURCES = "src/techwar/explore/browser"
# Tests that may be skipped in CI, by `folder/file.py::name`, each with the reason.
KNOWN_SKIPS: dict[str, str] = {}
LIMIT = 900  # seconds for one command; the whole proof takes less on a machine of its own
ROOMS = ("lessons", "exercises", "solutions")
NO_TESTS = 5  # pytest's exit code when it found none
SHOWN = 10  # failures of a stage that are named on the terminal; all are in its log


class ProofError(TechwarError):
    """A stage that does not exist was asked for."""


@dataclass(frozen=True)
class Tool:
    """A program that Python does not bring: how it is found, and the command that gets it."""

    name: str
    is_here: Callable[[], bool]
    get: str


@dataclass(frozen=True)
class Command:
    """One program run by a stage: `pytest` and other modules by this Python, `npm` by its own."""

    program: str
    words: tuple[str, ...] = ()
    folder: str = "."

    def __str__(self) -> str:
        """Return the command as one types it."""
        return " ".join([self.program, *self.words])


@dataclass(frozen=True)
class Stage:
    """A named part of the proof."""

    name: str
    commands: tuple[Command, ...]
    tools: tuple[Tool, ...] = ()
    npm_packages: bool = False
    part: str = ""


@dataclass
class Outcome:
    """How many checks passed, failed and were skipped, and a line for each that failed."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many were run to their end."""
        return self.passed + self.failed

    def add(self, other: "Outcome") -> None:
        """Add the figures and lines of `other`."""
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.lines += other.lines

    def __str__(self) -> str:
        """Return the figures as a reader wants them: `12 passed, 1 failed`."""
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def pytest(*words: str) -> Command:
    """Return the command that runs pytest with `words`."""
    return Command("pytest", words)


def side_by_side(*words: str, dist: str = "worksteal") -> Command:
    """Return the command that runs pytest with `words` in a process for each core, up to four."""
    return pytest(*words, "-n", "auto", "--maxprocesses", "4", "--dist", dist)


def has_node() -> bool:
    """Say whether Node 20 or later and npm are here."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    said = subprocess.run([node, "--version"], capture_output=True, encoding="utf-8").stdout
    version = said.removeprefix("v").split(".")[0]
    return version.isdigit() and int(version) >= 20


def find_browser() -> str | None:
    """Return the path of Chromium or Chrome, or None."""
    places = (
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
    )
    return next(filter(None, map(shutil.which, places)), None)


NODE = Tool("Node 20 or later", has_node, "nodejs.org, or `sudo apt install nodejs npm`")
BROWSER = Tool(
    "Chromium or Chrome",
    lambda: find_browser() is not None,
    "`sudo apt install chromium`, `brew install --cask chromium` or `winget install Google.Chrome`",
)

STAGES = (
    Stage(
        "text",
        (
            Command("ruff", ("check", "--output-format=concise")),
            Command("ruff", ("format", "--check")),
            Command("mypy"),
            Command("codespell_lib", ("course", "README.md", "ARCHITECTURE.md")),
            pytest("tests/text"),
        ),
    ),
    Stage(
        "unit",
        (
            pytest("--doctest-modules", "src/techwar"),
            side_by_side(
                "tests/figures",
                "tests/explore",
                "tests/tasks",
                "tests/authoring",
                "tests/start",
                "tests/offline",
            ),
        ),
    ),
    Stage("data", (side_by_side("tests/data"),)),
    Stage(
        "notebooks",
        (
            # The cells of a notebook stay together, in their order.
            side_by_side("--nbval", "--nbval-current-env", *ROOMS, dist="loadfile"),
            side_by_side("tests/notebooks"),
        ),
    ),
    Stage("wheel", (pytest("tests/wheel"),)),
    Stage(
        "browser-code",
        (
            Command("npm", ("run", "check"), BROWSER_SOURCES),
            Command("npm", ("test",), BROWSER_SOURCES),
        ),
        tools=(NODE,),
        npm_packages=True,
    ),
    Stage(
        "browser",
        (side_by_side("tests/browser"),),
        tools=(BROWSER, NODE),
        npm_packages=True,
    ),
    Stage("binder", (pytest("tests/binder"),)),
)


def prove(words: Sequence[str], course: Path) -> int:
    """Run the stages that `words` name (all, if none) and return 0 if nothing failed, else 1.

    A word is a stage, or a stage and a part: `notebooks/03` runs only those of its tests whose
    file or name has the part in it.

    Raises:
        ProofError: a word names no stage, or a part of a stage that has none.
    """
    chosen = [choose(word) for word in words] or list(STAGES)
    in_ci = os.environ.get("CI", "").lower() not in ("", "0", "false")
    total, not_run = Outcome(), {}
    for stage in chosen:
        print(f"{stage.name:<13}", end="", flush=True)
        missing = [tool for tool in stage.tools if not tool.is_here()]
        if missing:
            not_run[stage.name] = missing
            print("not run: it needs " + " and ".join(tool.name for tool in missing))
            continue
        began = time.monotonic()
        log = course / "build" / "proof" / f"{stage.name}.log"
        outcome = run(stage, course, log, in_ci=in_ci)
        seconds = f"{time.monotonic() - began:.0f} s"
        where = f"; see {log.relative_to(course).as_posix()}" if outcome.failed else ""
        print(f"{'FAILED' if outcome.failed else 'passed'} {seconds:>6}   {outcome}{where}")
        for line in outcome.lines[:SHOWN]:
            print(f"    {line}")
        if len(outcome.lines) > SHOWN:
            print(f"    … and {len(outcome.lines) - SHOWN} more")
        total.add(outcome)
    for name, tools in not_run.items():
        for tool in tools:
            print(f"{name} was not run. Get {tool.name}: {tool.get}.")
    if in_ci:
        total.failed += len(not_run)
    print(f"{total.passed} passed, {total.failed} failed")
    return 1 if total.failed else 0


def choose(word: str) -> Stage:
    """Return the stage, or the part of one, that `word` names.

    Raises:
        ProofError: there is none.
    """
    name, _, part = word.partition("/")
    stages = {stage.name: stage for stage in STAGES}
    if name not in stages:
        raise ProofError(f"There is no stage {name!r}: the stages are {', '.join(stages)}.")
    stage = stages[name]
    if not part:
        return stage
    narrowed = tuple(
        pytest("-k", part, *command.words)
        for command in stage.commands
        if command.program == "pytest"
    )
    if not narrowed:
        raise ProofError(f"The stage {name} has no parts: type it without {'/' + part!r}.")
    return replace(stage, commands=narrowed, part=part)


def run(stage: Stage, course: Path, log: Path, *, in_ci: bool) -> Outcome:
    """Run all commands of `stage`, whatever fails, their output going to `log`."""
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_bytes(b"")
    outcome = Outcome()
    if stage.npm_packages:
        fetched = fetch_npm_packages(course, log)
        if fetched.failed:
            return fetched
    for command in stage.commands:
        ran = run_command(command, course, log, in_ci=in_ci)
        if ran.count == 0 and not stage.part:
            ran = Outcome(failed=1, lines=[f"no test was run by {command}"])
        outcome.add(ran)
    if outcome.count == 0:
        outcome = Outcome(failed=1, lines=[f"no test has {stage.part!r} in its file or name"])
    return outcome


def fetch_npm_packages(course: Path, log: Path) -> Outcome:
    """Run `npm ci` where its packages are not those of the lock file; this needs the internet."""
    lock = course / BROWSER_SOURCES / "package-lock.json"
    made_from = lock.parent / "node_modules" / ".made-from"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    if made_from.is_file() and made_from.read_text(encoding="utf-8") == digest:
        return Outcome()
    npm_ci = Command("npm", ("ci", "--no-audit", "--no-fund"), BROWSER_SOURCES)
    outcome = run_command(npm_ci, course, log, in_ci=False)
    if not outcome.failed:
        made_from.write_text(digest, encoding="utf-8")
    return outcome


def run_command(command: Command, course: Path, log: Path, *, in_ci: bool) -> Outcome:
    """Run one command, its output going to the end of `log`."""
    report = log.with_suffix(".xml")
    report.unlink(missing_ok=True)
    program = (
        [str(shutil.which("npm"))]
        if command.program == "npm"
        else [sys.executable, "-m", command.program]
    )
    if command.program == "pytest":
        program += [f"--junit-xml={report}", "-o", "junit_family=xunit1"]
    environment = dict(os.environ, PYTHONPATH=str(course / "tests" / "offline"))
    with log.open("ab+") as output:
        start = output.tell()
        try:
            code = subprocess.call(
                [*program, *command.words],
                cwd=course / command.folder,
                env=environment,
                stdout=output,
                stderr=output,
                timeout=LIMIT,
            )
        except subprocess.TimeoutExpired:
            return Outcome(failed=1, lines=[f"{command} had not ended after {LIMIT} s"])
        output.seek(start)
        said = output.read().decode("utf-8", "replace")
    if report.is_file():
        outcome = read_report(report, in_ci=in_ci)
    else:
        outcome = Outcome(passed=int(code == 0))
    if code not in (0, NO_TESTS) and not outcome.failed:
        last = [line.strip() for line in said.splitlines() if line.strip()][-5:]
        outcome.add(Outcome(failed=1, lines=[f"{command}:", *last]))
    return outcome


def read_report(report: Path, *, in_ci: bool) -> Outcome:
    """Count what pytest wrote to a JUnit file; in CI a test that is skipped has failed."""
    outcome = Outcome()
    for case in ElementTree.parse(report).iter("testcase"):
        name = f"{case.get('file')}::{case.get('name')}"
        failures = [*case.iter("failure"), *case.iter("error")]
        skips = list(case.iter("skipped"))
        if failures:
            said = first_sentence(failures[0].get("message") or "failed")
            outcome.add(Outcome(failed=1, lines=[f"{name}: {said}"]))
        elif skips and in_ci and name not in KNOWN_SKIPS:
            reason = f"it was skipped ({skips[0].get('message')}), which in CI is a failure"
            outcome.add(Outcome(failed=1, lines=[f"{name}: {reason}"]))
        elif skips:
            outcome.skipped += 1
        else:
            outcome.passed += 1
    return outcome


def first_sentence(message: str) -> str:
    """Return what a failed test says first; of a notebook's cell, also what differs if short."""
    lines = [line.strip() for line in re.sub(r"(#x1B|\x1b)\[\d+m", "", message).splitlines()]
    if lines[0] != "Notebook cell execution failed":
        return lines[0]
    short = [line for line in lines if "' == '" in line and len(line) < 200]
    return ": ".join([lines[1].partition(": ")[2], *short[:1]])

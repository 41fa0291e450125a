"""The browser's half of the explorers, answering in a Node process."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from techwar.explore import Explorer
from techwar.explore.explorer import HERE

Browser = Callable[[Explorer], dict[str, Any]]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """What the built bundle of an explorer says of it: scene, description, table, offers."""
    node = shutil.which("node")
    if node is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("Node 20 or later is not installed")
    script = Path(__file__).with_name("answer.mjs")
    with subprocess.Popen(
        [node, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdin and process.stdout

        def ask(explorer: Explorer) -> dict[str, Any]:
            names = ("state", "guess", "covered", "revealed", "spec")
            view = {name: getattr(explorer, name) for name in names}
            bundle = HERE / "static" / f"{explorer.name.replace('-', '_')}.js"
            process.stdin.write(json.dumps({"path": str(bundle), "view": view}) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield ask
        process.stdin.close()

"""The browser's half of the explorers, answering in a Node process."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from techwar.explore import ImpliedMarket
from techwar.explore.explorer import HERE

Browser = Callable[[ImpliedMarket], dict[str, Any]]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """What the built bundle says of an explorer as it stands."""
    node = shutil.which("node")
    if node is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("Node 20 or later is not installed")
    script = Path(__file__).with_name("answer.mjs")
    bundle = HERE / "static" / "implied_market.js"
    with subprocess.Popen(
        [node, str(script), str(bundle)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdin and process.stdout

        def ask(explorer: ImpliedMarket) -> dict[str, Any]:
            view = {name: getattr(explorer, name) for name in ("state", "guess", "covered", "spec")}
            process.stdin.write(json.dumps(view) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield ask
        process.stdin.close()

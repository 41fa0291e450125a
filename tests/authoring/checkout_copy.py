"""A copy of the checkout that a test may spoil, and commands that run in it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_COPIED = shutil.ignore_patterns(
    ".git",
    ".venv",
    "build",
    "dist",
    "work",
    "node_modules",
    "__pycache__",
    ".*_cache",
    ".hypothesis",
)


def copy_checkout(to: Path) -> None:
    """Copy what a fresh clone would hold, with the changes that are not committed."""
    shutil.copytree(ROOT, to, ignore=NOT_COPIED)


def ask(copy: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a copy, with the copy's own package."""
    environment = os.environ | {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *words],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

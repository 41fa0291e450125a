"""What tests of lessons look at on the page, the same for each."""

import re
from typing import Any

LOST = re.compile("model not found|Error displaying widget", re.IGNORECASE)
# Every picture of the page: is it drawn, and which words does it carry?
PICTURES = """() => [...document.querySelectorAll('.jp-OutputArea-output img')]
  .map((img) => [img.complete && img.naturalWidth > 100, img.alt])"""
ALL_RAN = """() => jupyterapp.shell.currentWidget.content.widgets
  .filter((cell) => cell.model.type === "code")
  .every((cell) => cell.model.executionCount !== null && cell.model.executionState === "idle")"""


def run_through(opened: Any) -> Any:
    """Run every cell from the top, wait for the last, and return the notebook."""
    opened.run_all()
    opened.page.wait_for_function(ALL_RAN, timeout=120_000)
    return opened

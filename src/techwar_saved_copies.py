"""A Jupyter server extension: a saved notebook keeps the widgets it shows, and no dead ones.

JupyterLab saves every widget that was ever made, one more for each run of a cell, and shows an
error in the place of one that was not saved. Standard library only: the server imports it.
"""

import json
import re
from typing import Any

VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"


def keep_shown_widgets(model: dict[str, Any], **_: Any) -> None:
    """Prune the notebook in `model`, which the server is about to save, in place."""
    if model["type"] != "notebook" or model["content"]["nbformat"] != 4:
        return
    cells, metadata = model["content"]["cells"], model["content"]["metadata"]
    data = [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]
    saved = metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    shown, waiting = set[str](), [shows[VIEW]["model_id"] for shows in data if VIEW in shows]
    while waiting:
        name = waiting.pop()
        if name in saved and name not in shown:
            shown.add(name)
            waiting += re.findall(r"IPY_MODEL_([\w-]+)", json.dumps(saved[name]))
    for name in saved.keys() - shown:
        del saved[name]
    for shows in data:
        if VIEW in shows and "text/html" in shows and shows[VIEW]["model_id"] not in shown:
            del shows[VIEW]


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "techwar_saved_copies"}]


def _load_jupyter_server_extension(app: Any) -> None:
    app.contents_manager.register_pre_save_hook(keep_shown_widgets)

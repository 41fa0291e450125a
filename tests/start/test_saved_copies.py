"""The hook that a student's own notebook goes through when it is saved."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from jupyter_server.services.contents.largefilemanager import LargeFileManager
from nbformat.v4 import new_code_cell, new_notebook, new_output

import techwar_saved_copies
from techwar_saved_copies import STATE, VIEW, keep_shown_widgets

COURSE = Path(__file__).parents[2]


def shows(model_id, **also):
    data = {VIEW: {"model_id": model_id}, "text/plain": "an explorer", **also}
    return new_code_cell("show", outputs=[new_output("display_data", data=data)])


def saved(notebook):
    model = {"type": "notebook", "content": notebook}
    keep_shown_widgets(model, path="a.ipynb", contents_manager=None)
    return model["content"]


def with_widgets(*cells, **models):
    state = {name: {"state": {"refers": refers}} for name, refers in models.items()}
    return new_notebook(cells=list(cells), metadata={"widgets": {STATE: {"state": state}}})


def kept(notebook):
    return set(notebook["metadata"]["widgets"][STATE]["state"])


def test_models_of_earlier_runs_are_dropped():
    assert kept(saved(with_widgets(shows("now"), now="", run1="", run2=""))) == {"now"}


def test_a_model_keeps_all_that_it_refers_to():
    notebook = with_widgets(
        shows("box"),
        box=["IPY_MODEL_slider"],
        slider={"style": "IPY_MODEL_style"},
        style="",
        old="",
    )
    assert kept(saved(notebook)) == {"box", "slider", "style"}


def test_models_that_refer_to_each_other_end_the_search():
    notebook = with_widgets(shows("a"), a="IPY_MODEL_b", b="IPY_MODEL_a")
    assert kept(saved(notebook)) == {"a", "b"}


def test_a_place_without_its_model_shows_the_picture_instead_of_an_error():
    with_picture, without = shows("gone", **{"text/html": "<img>"}), shows("gone")
    cells = saved(new_notebook(cells=[with_picture, without]))["cells"]
    assert set(cells[0]["outputs"][0]["data"]) == {"text/html", "text/plain"}
    assert VIEW in cells[1]["outputs"][0]["data"]


def test_a_place_with_its_model_stays_alive():
    notebook = with_widgets(shows("now", **{"text/html": "<img>"}), now="")
    assert VIEW in saved(notebook)["cells"][0]["outputs"][0]["data"]


@pytest.mark.parametrize(
    "model",
    [
        {"type": "file", "content": "text"},
        {"type": "directory", "content": None},
        {"type": "notebook", "content": {"nbformat": 3, "worksheets": []}},
    ],
)
def test_other_files_are_left_alone(model):
    before = json.dumps(model)
    keep_shown_widgets(model)
    assert json.dumps(model) == before


def test_a_real_server_saves_through_it(tmp_path):
    manager = LargeFileManager(root_dir=str(tmp_path))
    (point,) = techwar_saved_copies._jupyter_server_extension_points()
    sys.modules[point["module"]]._load_jupyter_server_extension(
        SimpleNamespace(contents_manager=manager)
    )
    notebook = with_widgets(shows("now"), now="", old="")
    manager.save({"type": "notebook", "format": "json", "content": notebook}, "mine.ipynb")
    assert kept(nbformat.read(tmp_path / "mine.ipynb", as_version=4)) == {"now"}


@pytest.mark.parametrize(
    ("installed", "source"),
    [
        ("share/jupyter/lab/settings/overrides.d/techwar.json", "lab-settings.json"),
        ("etc/jupyter/jupyter_server_config.d/techwar.json", "server-extension.json"),
    ],
)
def test_an_install_from_the_checkout_puts_the_settings_in_place(installed, source):
    assert (Path(sys.prefix) / installed).read_text(encoding="utf-8") == (
        COURSE / "src" / "jupyter" / source
    ).read_text(encoding="utf-8")

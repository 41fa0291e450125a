"""The examples in the docstrings of the data room run."""

import doctest
import importlib

import pytest


@pytest.mark.parametrize(
    "name",
    [
        "tables",
        "known",
        "wording",
        "facts",
        "in_force",
        "numbers_table",
        "glossary",
        "provenance",
        "conversion",
    ],
)
def test_the_examples_run(name):
    result = doctest.testmod(importlib.import_module(f"techwar.data.{name}"))
    assert result.attempted > 0
    assert result.failed == 0

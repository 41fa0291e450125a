"""The recipe in CONTRIBUTING.md, followed step by step in a copy of the checkout."""

import re
from pathlib import Path

import pytest
from checkout_copy import ask, copy_checkout

SOURCE = (
    "a-new-source-2024,A new source,A publisher,,2024-03-05,2024-03-05,source,"
    "https://example.org/a,news,en,copyright of the publisher,A figure for 2023,\n"
)
ROW = (
    "a-new-row-2023,a-new-row-2023,A publisher puts the market at 1.5 billion US dollars in 2023.,"
    "World,video surveillance,,2023,value,1.5,billion US dollars,A publisher,A publisher,reported,"
    "transcribed,primary,2024-03-05,source,a-new-source-2024,,"
    '"body text, printed as ""1.5 billion""",\n'
)
BUILD = "from techwar.authoring import build; build({words!r}, force=True)"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    copy_checkout(tmp_path / "checkout")
    return tmp_path / "checkout"


def said(copy: Path, *tests: str) -> tuple[bool, str]:
    """Run the tests of a stage; return whether they passed, and what they said."""
    done = ask(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests)
    return done.returncode == 0, done.stdout


def build(copy: Path, *words: str) -> None:
    done = ask(copy, "-c", BUILD.format(words=list(words)))
    assert done.returncode == 0, done.stderr


def append(file: Path, line: str) -> None:
    file.write_bytes(file.read_bytes() + line.encode())


def test_a_source_and_a_row_are_added(copy: Path) -> None:
    append(copy / "data" / "sources.csv", SOURCE)
    append(copy / "data" / "market.csv", ROW)
    passed, words = said(copy, "tests/data/test_package.py")
    assert not passed
    assert re.search(r"row a-new-row-2023|row a-new-source-2024", words)
    build(copy, "data")
    passed, words = said(copy, "tests/data")
    assert passed, words
    ids = ask(copy, "-c", "import techwar; print(*techwar.load('market')['id'])").stdout
    assert "a-new-row-2023" in ids


def test_a_value_is_corrected_and_the_pages_that_show_it_are_named(copy: Path) -> None:
    table = copy / "data" / "market.csv"
    text = table.read_text(encoding="utf-8")
    old = next(line for line in text.splitlines() if line.startswith("ihs-china-growth-2017,"))
    new = old.replace("14.7", "14.8")
    table.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    build(copy, "data")
    passed, words = said(copy, "tests/notebooks/test_built_notebooks.py")
    assert not passed
    assert re.search(
        r"lessons/03-\S+, cell \d+: the page says 14\.7 per cent .* 14\.8 per cent", words
    )
    shown = sorted(set(re.findall(r"\w+/(\d\d-\S+)\.ipynb, cell \d+: the page says", words)))
    for lesson in shown:
        build(copy, lesson[:2])
    passed, words = said(copy, "tests/notebooks/test_built_notebooks.py", "-k", " or ".join(shown))
    assert passed, words

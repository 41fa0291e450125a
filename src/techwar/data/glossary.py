"""The glossary: a word of the course, looked up in English or Chinese."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from techwar.data.citations import Source, source
from techwar.data.errors import DataError
from techwar.data.tables import did_you_mean, load


@dataclass(frozen=True, repr=False)
class Term:
    """A word with its Chinese, its meaning here, and the source that uses or explains it.

    `short` is empty where no short form is used; `source` is None for a word of general use.
    """

    id: str
    term: str
    short: str
    chinese: str
    pinyin: str
    definition: str
    source: Source | None = field(repr=False)
    locator: str

    def __repr__(self) -> str:
        """The word, its Chinese and its meaning in one line, as a notebook shows it."""
        short = f" ({self.short})" if self.short else ""
        return f"{self.term}{short}, {self.chinese} {self.pinyin}: {self.definition}"


def term(word: str, *, folder: Path | None = None) -> Term:
    """Look a word up: in English, by its short form or in Chinese; capitals do not count.

    `DataError` names the nearest word where there is none.

    >>> term("entity list").chinese
    '实体清单'
    >>> term("关税")
    tariff, 关税 guānshuì: Tax on imported goods, mostly a percentage of their value.
    """
    known = {}
    for row in load("glossary", folder=folder).fillna("").to_dict("records"):
        for name in (row["term"], row["short"], row["term_zh"]):
            known[_plain(name)] = row
    known.pop("", None)
    found = known.get(_plain(word))
    if found is None:
        raise DataError(
            f"The glossary has no word {word!r}{did_you_mean(_plain(word), known)}: "
            'load("glossary") lists all its words in English and Chinese.'
        )
    return Term(
        id=found["id"],
        term=found["term"],
        short=found["short"],
        chinese=found["term_zh"],
        pinyin=found["pinyin"],
        definition=found["definition"],
        source=source(found["source_id"], folder=folder) if found["source_id"] else None,
        locator=found["source_locator"],
    )


def _plain(word: str) -> str:
    return " ".join(str(word).casefold().split())

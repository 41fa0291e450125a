"""Lesson 1's answers are counted from the table: other rows give other answers."""

from typing import Any

import pytest

from techwar.data import load
from techwar.tasks import lesson01


def answers() -> dict[str, Any]:
    counted = ("1.y1", "1.y2", "1.1", "1.2", "1.3", "1.4")
    return {
        part.name: part.expected()["right"]
        for task in lesson01.TASKS
        if task.id in counted
        for part in task.parts
        if part.name not in ("says", "share_says", "n_columns")
    }


def test_the_article_makes_45_claims_ten_of_them_by_people_not_named() -> None:
    assert lesson01.unnamed() == 10
    assert round(lesson01.share_unnamed(), 3) == 0.222
    assert round(lesson01.share_outside(), 3) == 0.417
    assert lesson01.unnamed_checkable() == 6


def test_other_rows_give_other_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    before = answers()
    for table in ("claims", "glossary"):
        fewer = load(table).iloc[3:].reset_index(drop=True)
        monkeypatch.setattr(lesson01, f"_{table}", lambda rows=fewer: rows)
    after = answers()
    assert [name for name in before if before[name] == after[name]] == []

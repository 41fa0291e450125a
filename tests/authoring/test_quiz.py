"""The self-check: every question has one right option, every option answers back."""

from pathlib import Path

import pytest

from techwar.authoring.prose import AuthoringError
from techwar.authoring.quiz import as_markdown, read_quiz

HEAD = "id,stem,option,right,feedback\n"


def quiz(folder: Path, rows: str) -> Path:
    file = folder / "quiz.csv"
    file.write_text(HEAD + rows, encoding="utf-8")
    return file


def test_each_option_can_be_opened_and_says_why(tmp_path: Path) -> None:
    items = read_quiz(
        quiz(tmp_path, "q,Why?,a,no,Because not.\nq,Why?,b,yes,Because.\nq,Why?,c,no,No.\n")
    )
    text = as_markdown(items)
    assert text.count("<details>") == text.count("</details>") == 3
    assert "Yes. Because." in text
    assert "Not quite. Because not." in text


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("q,Why?,a,yes,\n", "row 2"),
        ("q,Why?,a,perhaps,x\n", "row 2"),
        ("q,Why?,a,yes,x\nq,Why?,b,yes,x\nq,Why?,c,no,x\n", "question q"),
        ("q,Why?,a,yes,x\n", "question q"),
    ],
)
def test_a_broken_question_is_named(tmp_path: Path, rows: str, words: str) -> None:
    with pytest.raises(AuthoringError, match=words):
        read_quiz(quiz(tmp_path, rows))


def test_a_wrong_header_is_named(tmp_path: Path) -> None:
    file = tmp_path / "quiz.csv"
    file.write_text("id,question\n", encoding="utf-8")
    with pytest.raises(AuthoringError, match="needs the columns id, stem"):
        read_quiz(file)

"""The self-check at a lesson's end: questions whose options answer back."""

import csv
from dataclasses import dataclass
from pathlib import Path

from techwar.authoring.prose import AuthoringError

COLUMNS = ["id", "stem", "option", "right", "feedback"]


@dataclass(frozen=True)
class Option:
    """One option of a question, whether it is right, and what it says when opened."""

    text: str
    right: bool
    feedback: str


@dataclass(frozen=True)
class Item:
    """One question with its options, in the order of the file."""

    id: str
    stem: str
    options: tuple[Option, ...]


def read_quiz(file: Path) -> list[Item]:
    """Read quiz.csv: a row an option; rows of one question stand together.

    Raises:
        AuthoringError: for a missing column, an option without feedback, or a
            question without exactly one right option; it names file and row.
    """
    with file.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        if reader.fieldnames != COLUMNS:
            raise AuthoringError(
                f"{file.name} needs the columns {', '.join(COLUMNS)} in its first row."
            )
        grouped: dict[str, list[dict[str, str]]] = {}
        for number, row in enumerate(reader, 2):
            if row["right"] not in ("yes", "no") or not row["feedback"]:
                raise AuthoringError(
                    f"{file.name}, row {number}: `right` is yes or no, and feedback says why."
                )
            grouped.setdefault(row["id"], []).append(row)
    for name, rows in grouped.items():
        if [row["right"] for row in rows].count("yes") != 1 or len(rows) < 3:
            raise AuthoringError(
                f"{file.name}: question {name} needs three options, one of them right."
            )
    return [
        Item(
            name,
            rows[0]["stem"],
            tuple(Option(row["option"], row["right"] == "yes", row["feedback"]) for row in rows),
        )
        for name, rows in grouped.items()
    ]


def as_markdown(items: list[Item]) -> str:
    """Write the questions for a notebook: open an option to read what it says."""
    parts = []
    for item in items:
        parts.append(f"**{item.stem}**\n")
        for letter, option in zip("ABCDEFGH", item.options, strict=False):
            verdict = "Yes." if option.right else "Not quite."
            # The option stands outside: a summary is raw HTML, where a number's link is not read.
            parts.append(
                f"{letter}. {option.text}\n\n"
                f"<details><summary>I choose {letter}</summary>\n\n"
                f"{verdict} {option.feedback}\n\n</details>\n"
            )
    return "\n".join(parts).rstrip()

"""Checksums and the codebook `data/README.md`, both renewed from the tables by the build."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from techwar.data.tables import PACKAGE_FILE, digest, load, package, row_digests

_BOM = b"\xef\xbb\xbf"


def renew(folder: Path) -> list[Path]:
    """Accept the tables of a folder as they stand; returns the files that were rewritten.

    Puts size, checksum and row digests of each table into the package file, gives a table
    back its byte-order mark and LF line ends if a spreadsheet took them, and writes the
    codebook. Call it only from `python3 run.py build data`: it is what makes an edit count.

    Raises `DataError` if a table is missing or cannot be read as its schema says.
    """
    described = package(folder=folder)
    before = {file: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    for entry in described["resources"]:
        file = folder / entry["path"]
        if file.is_file():
            content = _BOM + file.read_bytes().removeprefix(_BOM).replace(b"\r\n", b"\n")
            file.write_bytes(content)
            entry["bytes"] = len(content)
            entry["hash"] = digest(content)
            entry["rowHashes"] = row_digests(content)
    (folder / PACKAGE_FILE).write_bytes(_as_json(described).encode())
    (folder / "README.md").write_bytes(codebook(folder).encode())
    return sorted(file for file in folder.iterdir() if before.get(file) != file.read_bytes())


def codebook(folder: Path) -> str:
    """The codebook of a folder of tables, as Markdown: each table, column, unit and word."""
    described = package(folder=folder)
    licence = described["licenses"][0]
    parts = [
        f"# {described['title']}",
        "Written by `python3 run.py build data` from the tables and `datapackage.json`.",
        described["description"],
        f"**How to cite:** {described['citation']}\n\n"
        f"**Licence:** [{licence['title']}]({licence['path']}). The publications that the rows "
        "name belong to their publishers.",
        *(_table(entry, folder) for entry in described["resources"]),
        *(_citable(entry, folder) for entry in described["resources"] if entry.get("citable")),
        "## What is missing\n\n" + "\n".join(f"- {line}" for line in described["missing"]),
    ]
    return "\n\n".join(parts) + "\n"


def _table(entry: dict[str, Any], folder: Path) -> str:
    frame = load(entry["name"], folder=folder)
    lines = [
        f"## {entry['name']}: {entry['title']}",
        "",
        f"{entry['description']} {len(frame)} rows, file `{entry['path']}`.",
        "",
        f"**How it came to be:** {entry['origin']}",
        "",
        "| column | type | what it holds | filled |",
        "| --- | --- | --- | ---: |",
    ]
    for field in entry["schema"]["fields"]:
        meaning = field["description"] + _words(field)
        filled = frame[field["name"]].notna().sum()
        lines.append(f"| `{field['name']}` | {field['type']} | {meaning} | {filled} |")
    if "kind" in frame and "value" in frame:
        lines += ["", *_counts(frame["kind"].value_counts().items())]
    for field in entry["schema"]["fields"]:
        if "cases" in field:
            lines += ["", *_cases(field, frame)]
    return "\n".join(lines)


def _citable(entry: dict[str, Any], folder: Path) -> str:
    """The figures of a table as a list to cite from, each with its source and day."""
    frame = load(entry["name"], folder=folder)
    publishers = load("sources", folder=folder).set_index("id")["publisher"]
    rows = zip(
        frame["id"], frame["statement"], frame["source_id"], frame["known_since"], strict=True
    )
    return "\n".join(
        [
            f"## Citable facts: {entry['title']}",
            "",
            "Rows of other tables with a value and a unit can be cited in the same way.",
            "",
            "| row | what it says | read in | known since |",
            "| --- | --- | --- | --- |",
            *(
                f"| `{name}` | {statement} | {publishers.get(source, source)} | {day:%Y-%m-%d} |"
                for name, statement, source, day in rows
            ),
        ]
    )


def _words(field: dict[str, Any]) -> str:
    meanings: dict[str, str] = field.get("meanings", {})
    allowed = field.get("constraints", {}).get("enum", [])
    if not allowed:
        return ""
    if "cases" in field:
        return f" One of {len(allowed)} words, each with its rule below."
    listed = [
        f"*{word}*: {meanings[word]}" if word in meanings else f"*{word}*" for word in allowed
    ]
    return f" One of: {'; '.join(listed)}."


def _cases(field: dict[str, Any], frame: pd.DataFrame) -> list[str]:
    """The rule of each word of a field, with an example, a border case and how often it stands."""
    name, counts = field["name"], frame[field["name"]].value_counts()
    return [
        f"How `{name}` is coded:",
        "",
        f"| {name} | rule | example | border case | rows |",
        "| --- | --- | --- | --- | ---: |",
        *(
            f"| *{word}* | {field['meanings'][word]} | `{case['example']}` | {case['border']} "
            f"| {counts.get(word, 0)} |"
            for word, case in field["cases"].items()
        ),
    ]


def _counts(kinds: Iterable[tuple[Any, int]]) -> list[str]:
    return ["By kind: " + ", ".join(f"{count} {kind}" for kind, count in kinds) + "."]


def _as_json(described: dict[str, Any]) -> str:
    """Indented JSON with each list of plain values on one line, so that a diff is readable."""
    text = json.dumps(described, ensure_ascii=False, indent=2)
    for entry in described["resources"]:
        digests = entry["rowHashes"]
        spread = json.dumps(digests, indent=2).replace("\n", "\n      ")
        text = text.replace(spread, json.dumps(digests), 1)
    return text + "\n"

"""What is wrong with a folder of tables, in sentences that name file, row and column."""

import csv
from pathlib import Path

from frictionless import Error, Package, system

from techwar.data.tables import changed_rows, digest, package


def check_tables(folder: Path) -> list[str]:
    """Every fault of the tables in a folder; an empty list where there is none."""
    described = package(folder=folder)["resources"]
    missing = [entry["path"] for entry in described if not (folder / entry["path"]).is_file()]
    if missing:
        return [f"data/{name} is missing." for name in missing]
    return [*checksum_faults(folder, described), *_schemas(folder), *_references(folder, described)]


def checksum_faults(folder: Path, described: list[dict]) -> list[str]:
    """The tables that are not what their checksums say, each with the rows that differ."""
    faults = []
    for entry in described:
        content = (folder / entry["path"]).read_bytes()
        if digest(content) != entry["hash"]:
            places = ", ".join(changed_rows(content, entry["rowHashes"]))
            faults.append(
                f"data/{entry['path']} is not what its checksum says ({places}): "
                "if the edit is meant, run `python3 run.py build data`."
            )
    return faults


def _schemas(folder: Path) -> list[str]:
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    return [
        _sentence(f"data/{task.place}", error)
        for task in report.tasks
        for error in task.errors
        if error.type not in ("hash-count", "byte-count")  # checksum_faults says it better
    ] + [f"datapackage.json: {error.message}" for error in report.errors]


def _sentence(file: str, error: Error) -> str:
    cells = getattr(error, "cells", None)
    row = f", row {cells[0]}" if cells else ""
    column = getattr(error, "field_name", "")
    return f"{file}{row}{f', column {column}' if column else ''}: {error.note}."


def _references(folder: Path, described: list[dict]) -> list[str]:
    tables = {entry["path"]: _rows(folder / entry["path"]) for entry in described}
    places: dict[str, list[str]] = {}
    for name, rows in tables.items():
        for row in rows:
            places.setdefault(row["id"], []).append(f"data/{name}")
    faults = [
        f"The id {key} stands in {' and in '.join(found)}: ids are unique in all tables."
        for key, found in places.items()
        if len(found) > 1
    ]
    for name, rows in tables.items():
        targets = {
            "other_sources": "sources.csv",
            "market_ids": "market.csv",
            "company": "companies.csv",
            "figure": name,
        }
        for row in rows:
            for column, target in targets.items():
                known = {other["id"] for other in tables[target]}
                faults += [
                    f"data/{name}, row {row['id']}, column {column}: there is no {key} in {target}."
                    for key in filter(None, (row.get(column) or "").split("; "))
                    if key not in known
                ]
    return faults


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))

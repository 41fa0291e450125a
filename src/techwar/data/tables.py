"""The tables: where they are, what the package file says of them, and loading them checked."""

from __future__ import annotations

import copy
import difflib
import functools
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pandas as pd

from techwar.data.errors import DataError

PACKAGE_FILE = "datapackage.json"
_IN_WHEEL = Path(__file__).parent / "tables"
_IN_CHECKOUT = Path(__file__).parents[3] / "data"
_WHAT_TO_DO = (
    "install the course again to get the table back, or, if you edited it on purpose, "
    "run `python3 run.py build data`"
)


def load(table: str, *, folder: Path | None = None) -> pd.DataFrame:
    """Load a table, checked against its checksum, as a DataFrame of its own.

    What you do to the frame changes neither the file nor the next `load`. Dates come as
    `datetime64`, numbers as floats, whole numbers as `Int64` and the rest as strings; an
    empty cell is missing. `folder` is for authors and tests: another folder of tables.

    Raises `DataError` for an unknown, missing, edited or unreadable table.

    >>> load("market").loc[0, "unit"]
    'per cent'
    """
    file = path(table, folder=folder)
    described = resource(table, folder=folder)
    # A checkout may have converted line ends; the content is the same.
    content = file.read_bytes().replace(b"\r\n", b"\n")
    if digest(content) != described["hash"]:
        raise DataError(_edited(file, content, described))
    fields = tuple((field["name"], field["type"]) for field in described["schema"]["fields"])
    return _parse(content, fields, file.name).copy()


def row(table: str, row_id: str, *, folder: Path | None = None) -> pd.Series[Any] | None:
    """One row of a table by its id, empty cells missing; None where there is none."""
    entry = resource(table, folder=folder)
    indexed = _indexed(table, folder, entry["hash"])
    if row_id not in indexed.index:
        return None
    return indexed.loc[[row_id]].iloc[0]


@functools.lru_cache(maxsize=64)
def _indexed(table: str, folder: Path | None, _: str) -> pd.DataFrame:
    return load(table, folder=folder).set_index("id", drop=False)


def path(table: str, *, folder: Path | None = None) -> Path:
    """Where the CSV file of a table is, for `pd.read_csv` and for spreadsheets."""
    folder = folder or tables_folder()
    file = folder / str(resource(table, folder=folder)["path"])
    if not file.is_file():
        raise DataError(f"The table {table!r} is missing: {file} does not exist; {_WHAT_TO_DO}.")
    return file


def table_names(*, folder: Path | None = None) -> list[str]:
    """The names of all tables, in the order of the package file."""
    return [str(entry["name"]) for entry in _package(folder)["resources"]]


def resource(table: str, *, folder: Path | None = None) -> dict[str, Any]:
    """What the package file says of one table: its path, schema and checksum."""
    entries = {entry["name"]: entry for entry in _package(folder)["resources"]}
    if table not in entries:
        raise DataError(
            f"There is no table {table!r}{did_you_mean(table, entries)}: "
            f"the tables are {', '.join(entries)}."
        )
    found: dict[str, Any] = entries[table]
    return found


def resources(*, folder: Path | None = None) -> list[dict[str, Any]]:
    """What the package file says of each table, in its order; to read, not to change."""
    found: list[dict[str, Any]] = _package(folder)["resources"]
    return found


def package(*, folder: Path | None = None) -> dict[str, Any]:
    """The package file (Frictionless Data Package) of the tables; a copy of your own."""
    return copy.deepcopy(_package(folder))


def _package(folder: Path | None) -> dict[str, Any]:
    file = (folder or tables_folder()) / PACKAGE_FILE
    try:
        return _parsed_package(file, file.read_bytes())
    except FileNotFoundError:
        raise DataError(
            f"The tables cannot be found, because {file} does not exist: install the course again."
        ) from None


@functools.lru_cache(maxsize=4)
def _parsed_package(file: Path, content: bytes) -> dict[str, Any]:
    try:
        parsed: dict[str, Any] = json.loads(content)
    except ValueError as error:
        raise DataError(
            f"{file} is not valid JSON ({error}): mend that place, or install the course again."
        ) from None
    return parsed


def tables_folder() -> Path:
    """The folder of the tables: inside the installed package, or `data/` of a checkout."""
    return _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT


def digest(content: bytes) -> str:
    """The checksum of a file's content as the package file writes it."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def row_digests(content: bytes) -> list[str]:
    """A short digest for each line, so that a wrong checksum can name the row that changed."""
    return [hashlib.sha256(line).hexdigest()[:8] for line in content.splitlines()]


def did_you_mean(word: str, known: Any) -> str:
    """A remark that names the nearest known word, or nothing where none is near."""
    near = difflib.get_close_matches(str(word), list(known), n=1, cutoff=0.5)
    return f" (did you mean {near[0]!r}?)" if near else ""


@functools.lru_cache(maxsize=64)
def _parse(content: bytes, fields: tuple[tuple[str, str], ...], name: str) -> pd.DataFrame:
    try:
        text = pd.read_csv(
            io.BytesIO(content),
            encoding="utf-8-sig",
            dtype="str",
            keep_default_na=False,
            na_values=[""],
        )
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise DataError(
            f"data/{name} is no table that can be read ({str(error).strip()}): "
            "put a cell that holds a comma between double quotes, and save as UTF-8."
        ) from None
    expected = [field for field, _ in fields]
    if list(text.columns) != expected:
        raise DataError(
            f"The first line of data/{name} names the columns {', '.join(text.columns)}, "
            f"but {PACKAGE_FILE} describes {', '.join(expected)}: make the two agree."
        )
    return pd.DataFrame({field: _typed(text, field, kind, name) for field, kind in fields})


def _typed(text: pd.DataFrame, field: str, kind: str, name: str) -> pd.Series[Any]:
    column = text[field]
    if kind == "date":
        typed: pd.Series[Any] = pd.to_datetime(column, format="%Y-%m-%d", errors="coerce")
    elif kind in ("number", "integer"):
        typed = pd.to_numeric(column, errors="coerce")
    else:
        return column
    unread = text.loc[typed.isna() & column.notna()]
    if len(unread):
        row = unread.iloc[0]
        raise DataError(
            f"The value {row[field]!r} in data/{name}, row {row.iloc[0]}, column {field} "
            f"is not a {kind}: write it as in the other rows."
        )
    return typed.astype("Int64") if kind == "integer" else typed


def _edited(file: Path, content: bytes, described: dict[str, Any]) -> str:
    places = changed_rows(content, described["rowHashes"])
    where = ", ".join(places[:3]) + (f" and {len(places) - 3} more" if len(places) > 3 else "")
    return (
        f"data/{file.name} is not the table that its checksum describes ({where}): {_WHAT_TO_DO}."
    )


def changed_rows(content: bytes, before: list[str]) -> list[str]:
    """Where a table differs from its stored row digests, such as "line 9 (row c37)"."""
    lines = [line.decode("utf-8-sig", errors="replace") for line in content.splitlines()]
    places: list[str] = []
    steps = difflib.SequenceMatcher(None, before, row_digests(content), autojunk=False)
    for tag, old_start, old_end, start, end in steps.get_opcodes():
        if tag == "equal":
            continue
        places += [f"line {n + 1} (row {lines[n].split(',')[0]})" for n in range(start, end)]
        gone = (old_end - old_start) - (end - start)
        if gone > 0:
            places.append(f"{gone} {'row' if gone == 1 else 'rows'} missing before line {end + 1}")
    return places or ["its line ends"]

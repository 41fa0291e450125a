"""What a student's table looks like as plain JSON; runs beside the student's code."""

import datetime
import math
import numbers
from collections.abc import Sequence
from typing import Any

import pandas as pd

from techwar.tasks.observation import MOST_CHARACTERS, Seen, observe

#: More rows than any table of the course has; what is longer is counted, not copied.
MOST_ROWS = 1_000


def see_table(value: Any, columns: Sequence[str], keys: Sequence[str]) -> Seen:
    """Describe the asked columns of a table, cell by cell.

    Args:
        value: what the student handed in.
        columns: the columns asked for, key included.
        keys: the columns of the key. They may stand in the index, also in one
            without a name.

    Returns `{"type": "table"}` with `length`, `rows` (cells by column),
    `missing` and `present` columns, the name of the `index` and whether there
    are `more`; another type as `observe` tells it, a series with `mask` and
    `missing` columns beside it. Never raises.
    """
    try:
        return _see(value, columns, keys)
    except Exception:  # a table may be of a kind of its own, and break when it is read
        return {"type": "other", "name": type(value).__name__}


def _see(value: Any, columns: Sequence[str], keys: Sequence[str]) -> Seen:
    if isinstance(value, pd.Series):
        frame = _as_table(value, columns, keys)
        if frame is None:
            there = {str(name) for name in (value.name, *value.index.names)}
            absent = [name for name in columns if name not in there]
            mask = pd.api.types.is_bool_dtype(value)
            return {**observe(value), "mask": mask, "missing": absent}
    elif isinstance(value, pd.DataFrame):
        frame = value
    else:
        return observe(value)
    frame = _with_index(frame, columns, keys)
    present = [_label(name) for name in frame.columns]
    frame = frame.set_axis(present, axis=1)
    frame = frame.loc[:, ~frame.columns.duplicated()]
    asked = [name for name in columns if name in frame.columns]
    cells = {name: [_cell(item) for item in frame[name].iloc[:MOST_ROWS]] for name in asked}
    return {
        "type": "table",
        "length": len(frame),
        "rows": [
            {name: cells[name][place] for name in asked}
            for place in range(min(len(frame), MOST_ROWS))
        ],
        "missing": [name for name in columns if name not in frame.columns],
        "present": present,
        "index": "" if frame.index.name is None else _label(frame.index.name)[:30],
        "more": len(value.columns) > len(asked) if isinstance(value, pd.DataFrame) else False,
    }


def _as_table(series: pd.Series, columns: Sequence[str], keys: Sequence[str]) -> Any:
    """Return a series as a table where it can be one: its key in the index, one value asked."""
    values = [name for name in columns if name not in keys]
    named = all(name in series.index.names for name in keys)
    bare = len(keys) == 1 and series.index.names == [None] and _are_labels(series.index, keys[0])
    if len(values) == 1 and (named or bare):
        return series.rename(values[0]).to_frame()
    if not values and len(keys) == 1 and series.name == keys[0]:
        return series.to_frame()
    return None


def _with_index(frame: pd.DataFrame, columns: Sequence[str], keys: Sequence[str]) -> pd.DataFrame:
    """Return the table with the asked columns that stand in its index as columns."""
    missing = [name for name in keys if name not in frame.columns]
    if len(missing) == 1 and frame.index.names == [None] and _are_labels(frame.index, missing[0]):
        frame = frame.rename_axis(missing[0])
    inside = [name for name in frame.index.names if name in columns and name not in frame.columns]
    return frame.reset_index(level=inside) if inside else frame


def _are_labels(index: pd.Index, key: str) -> bool:
    """Tell whether an index without a name holds the key: years, or anything but row numbers."""
    if not pd.api.types.is_integer_dtype(index):
        return True
    return key == "year" and len(index) > 0 and bool(((index > 1900) & (index < 2100)).all())


def _label(name: Any) -> str:
    return f"{name:g}" if isinstance(name, float) else str(name)


def _cell(item: Any) -> Any:
    """Return one cell as JSON: None where it is missing, dates as their ISO text."""
    if not pd.api.types.is_scalar(item):
        return str(item)[:MOST_CHARACTERS]
    if pd.isna(item):
        return None
    if isinstance(item, bool) or type(item).__name__ == "bool":
        return bool(item)
    if isinstance(item, numbers.Integral):
        return int(item)
    if isinstance(item, numbers.Real):
        return float(item) if math.isfinite(item) else None
    if isinstance(item, datetime.datetime):
        return item.isoformat().removesuffix("T00:00:00")
    if isinstance(item, datetime.date):
        return item.isoformat()
    return str(item)[:MOST_CHARACTERS]

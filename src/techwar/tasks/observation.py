"""What a student's value looks like as plain JSON: all that a judge may see.

This half runs beside the student's code; the judge may run anywhere, also where
that code must not. So nothing leaves here but numbers, text, lists and objects.
"""

import decimal
import math
import numbers
from collections.abc import Mapping
from typing import Any

import pandas as pd

Seen = dict[str, Any]

#: More items than any answer has; what is longer is counted, not copied.
MOST_ITEMS = 200
MOST_CHARACTERS = 5_000


def observe(value: Any) -> Seen:
    """Describe one value: `{"type": …}` and what else a judge needs of it.

    Types: nothing, yes-no, number, text, list (also a mapping with two ends),
    set, series, table, function, other. Of a table only its size and columns are
    told here: a kind that needs the cells looks at them itself. Never raises,
    whatever the value does.
    """
    try:
        return _observe(value)
    except Exception:  # a value may define anything, its own comparison included
        return {"type": "other", "name": type(value).__name__}


def _observe(value: Any) -> Seen:
    if value is None or value is ...:
        return {"type": "nothing"}
    if isinstance(value, bool) or type(value).__name__ == "bool_":
        return {"type": "yes-no"}
    if isinstance(value, numbers.Real | decimal.Decimal):
        plain = float(value)
        return {"type": "number", "value": plain if math.isfinite(plain) else None}
    if isinstance(value, str):
        return {"type": "text", "value": str(value)[:MOST_CHARACTERS]}
    if isinstance(value, pd.DataFrame):
        return {"type": "table", "rows": len(value), "columns": [str(c) for c in value.columns]}
    if isinstance(value, pd.Series):
        items = [observe(item) for item in value.iloc[:MOST_ITEMS]]
        return {"type": "series", "length": len(value), "items": items}
    if isinstance(value, Mapping):
        return _observe_ends(value)
    if callable(value):
        return {"type": "function", "name": getattr(value, "__name__", "")}
    if isinstance(value, set | frozenset):
        items = sorted(value, key=repr)
        return {
            "type": "set",
            "length": len(items),
            "items": [observe(x) for x in items[:MOST_ITEMS]],
        }
    if _is_list(value):
        items = list(value)
        return {
            "type": "list",
            "length": len(items),
            "items": [observe(x) for x in items[:MOST_ITEMS]],
        }
    return {"type": "other", "name": type(value).__name__}


def _is_list(value: Any) -> bool:
    arrays = pd.Index | pd.api.extensions.ExtensionArray
    return isinstance(value, list | tuple | arrays) or type(value).__name__ == "ndarray"


def _observe_ends(value: Mapping[Any, Any]) -> Seen:
    """Read a mapping with two ends (lo and hi, low and high, min and max) as a list."""
    by_name = {str(key).lower(): item for key, item in value.items()}
    for low, high in (("lo", "hi"), ("low", "high"), ("lower", "upper"), ("min", "max")):
        if set(by_name) == {low, high}:
            items = [observe(by_name[low]), observe(by_name[high])]
            return {"type": "list", "length": 2, "items": items}
    return {"type": "other", "name": "dict"}

"""What a chart draws, whichever way it was written: marks, channels and plotted values.

The checks compare charts by this. Short and long forms, layers and sums made in
pandas or in the chart come out alike.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from techwar.figures.finding import FigureError, Finding

Spec = dict[str, Any]
Row = dict[str, Any]

#: Parts of a channel that change what is drawn; the rest is wording and looks.
_SAME_DRAWING = ("field", "type", "aggregate", "sort", "bin", "timeUnit", "value", "datum")


class NoData(FigureError):
    """A chart into which no table was put."""


@dataclass(frozen=True)
class Unit:
    """One layer of a chart.

    `channels` holds, by channel, the parts that change the drawing: field, type,
    aggregate, sort, bin, timeUnit, and whether it has a title. `values` are the
    plotted marks as {channel: value}, None where they cannot be worked out
    here (a filter or formula inside the chart, bins, units of time). `orders`
    holds the categories of x and y as they are drawn, left to right and from
    the top down.
    """

    mark: str
    interpolate: str
    channels: dict[str, dict[str, Any]]
    values: list[Row] | None
    orders: dict[str, list[Any]]


def encodings(chart: Any) -> list[Unit]:
    """Return the layers of a chart, or of the chart of a `Finding`, in their order.

    Raises:
        NoData: where no table was put into the chart.
        FigureError: where the value is no chart, or one that cannot be drawn.
    """
    return units(specification(chart))


def units(spec: Spec) -> list[Unit]:
    """Return the layers of a chart's specification; raises `NoData` as `encodings` does."""
    sets = spec.get("datasets", {})
    found = [_unit(part, sets) for part in _walk(spec, {}, None, ())]
    if any(unit is None for unit in found):
        raise NoData("The chart has no table yet: put one into alt.Chart(…).")
    return [unit for unit in found if unit is not None]


def specification(chart: Any) -> Spec:
    """Return the Vega-Lite specification of a chart or a finding.

    Raises:
        NoData: where no table was put into the chart.
        FigureError: where the value is no chart, or one that cannot be drawn.
    """
    import altair as alt

    if isinstance(chart, Finding):
        chart = chart.chart
    if not isinstance(chart, alt.TopLevelMixin):
        raise FigureError("This is no chart: begin with alt.Chart(…).")
    try:
        spec: Spec = chart.to_dict()
    except Exception as error:
        data = getattr(chart, "data", alt.Undefined)
        if data is alt.Undefined and not hasattr(chart, "layer"):
            raise NoData("The chart has no table yet: put one into alt.Chart(…).") from error
        raise FigureError(f"The chart cannot be drawn: {str(error).splitlines()[0]}") from error
    return spec


def _walk(spec: Spec, encoding: Spec, data: Any, transform: tuple[Spec, ...]) -> Iterator[Spec]:
    """Yield the layers, each with what its parents say of encoding, data and transforms."""
    encoding = {**encoding, **spec.get("encoding", {})}
    if "facet" in spec:
        facet = spec["facet"]
        encoding |= {"facet": facet} if "field" in facet else facet
    data = spec.get("data", data)
    transform = (*transform, *spec.get("transform", []))
    inner = [spec[key] for key in ("layer", "hconcat", "vconcat", "concat") if key in spec]
    children = [child for group in inner for child in group]
    if "spec" in spec:
        children.append(spec["spec"])
    for child in children:
        yield from _walk(child, encoding, data, transform)
    if "mark" in spec:
        yield {"mark": spec["mark"], "encoding": encoding, "data": data, "transform": transform}


def _unit(part: Spec, sets: dict[str, list[Row]]) -> Unit | None:
    """Describe one layer; None where it has no table."""
    data = part["data"]
    if not data or data.get("name") == "empty":
        return None
    rows = data["values"] if "values" in data else sets.get(data.get("name", ""))
    mark = part["mark"] if isinstance(part["mark"], dict) else {"type": part["mark"]}
    channels = {
        name: {key: channel[key] for key in _SAME_DRAWING if key in channel}
        | {"titled": bool(channel.get("title") or (channel.get("axis") or {}).get("title"))}
        | {"scale": (channel.get("scale") or {}).get("type", "")}
        for name, channel in part["encoding"].items()
        if isinstance(channel, dict)
    }
    rows = _transformed(rows, part["transform"]) if isinstance(rows, list) else None
    values = None if rows is None else _plotted(rows, channels)
    orders = {} if values is None or rows is None else _orders(rows, channels, values)
    return Unit(mark["type"], mark.get("interpolate", ""), channels, values, orders)


def _transformed(rows: list[Row], transforms: tuple[Spec, ...]) -> list[Row] | None:
    """Return the rows after the chart's own grouping, or None where it does something else."""
    for transform in transforms:
        if "aggregate" not in transform:
            return None
        names = transform.get("groupby", [])
        groups = _grouped(rows, names)
        rows = [
            dict(zip(names, key, strict=True))
            | {
                item["as"]: _aggregated(item["op"], item.get("field", ""), group)
                for item in transform["aggregate"]
            }
            for key, group in groups.items()
        ]
    return rows


def _plotted(rows: list[Row], channels: dict[str, dict[str, Any]]) -> list[Row] | None:
    """Return what each mark shows, by channel: groups are made as Vega-Lite makes them."""
    if any("bin" in channel or "timeUnit" in channel for channel in channels.values()):
        return None
    fields = {
        name: channel["field"]
        for name, channel in channels.items()
        if "field" in channel and "aggregate" not in channel
    }
    sums = {name: channel for name, channel in channels.items() if "aggregate" in channel}
    if any(not isinstance(channel["aggregate"], str) for channel in sums.values()):
        return None
    if not sums:
        return [{name: row.get(field) for name, field in fields.items()} for row in rows]
    groups = _grouped(rows, list(fields.values()))
    plotted = [
        dict(zip(fields, key, strict=True))
        | {
            name: _aggregated(channel["aggregate"], channel.get("field", ""), group)
            for name, channel in sums.items()
        }
        for key, group in groups.items()
    ]
    return None if any(math.nan in row.values() for row in plotted) else plotted


def _grouped(rows: list[Row], names: list[str]) -> dict[tuple[Any, ...], list[Row]]:
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row.get(name) for name in names), []).append(row)
    return groups


def _aggregated(how: str, field: str, rows: list[Row]) -> Any:
    """Return one sum of a group; NaN where it is of a sort that is not worked out here."""
    if how == "count":
        return len(rows)
    numbers = [row[field] for row in rows if isinstance(row.get(field), int | float)]
    if how == "distinct":
        return len({row.get(field) for row in rows})
    if how in ("valid", "sum") or not numbers:
        return {"valid": len(numbers), "sum": sum(numbers)}.get(how)
    if how in ("mean", "average"):
        return sum(numbers) / len(numbers)
    if how == "median":
        middle = sorted(numbers)
        half = len(middle) // 2
        return middle[half] if len(middle) % 2 else (middle[half - 1] + middle[half]) / 2
    return {"min": min(numbers), "max": max(numbers)}.get(how, math.nan)


def _orders(
    rows: list[Row], channels: dict[str, dict[str, Any]], values: list[Row]
) -> dict[str, list[Any]]:
    return {
        name: _order(channel, name, rows, values)
        for name, channel in channels.items()
        if name in ("x", "y")
        and channel.get("type") in ("nominal", "ordinal")
        and "field" in channel
    }


def _order(channel: dict[str, Any], name: str, rows: list[Row], values: list[Row]) -> list[Any]:
    """Return the categories of one axis as Vega-Lite sorts them."""
    sort = channel.get("sort", "ascending")
    seen = list(dict.fromkeys(row.get(channel["field"]) for row in rows))
    if sort is None:
        return seen
    if isinstance(sort, list):
        return [item for item in sort if item in seen] + [item for item in seen if item not in sort]
    other, field, how, down = _sorted_by(sort)
    if other in ("x", "y", "color", "size") and values and other in values[0]:
        weight = {
            item: sum(row[other] or 0 for row in values if row[name] == item)
            if all(isinstance(row[other], int | float | None) for row in values)
            else str(next(row[other] for row in values if row[name] == item))
            for item in seen
        }
        return sorted(seen, key=lambda item: weight[item], reverse=down)
    if field:
        groups = _grouped(rows, [channel["field"]])
        size = {item: _aggregated(how, field, group) or 0 for (item,), group in groups.items()}
        return sorted(seen, key=lambda item: size[item], reverse=down)
    return sorted(seen, key=lambda item: (item is None, _sortable(item)), reverse=down)


def _sorted_by(sort: Any) -> tuple[str, str, str, bool]:
    """Read one way to ask for an order: by a channel, by a field, or by name; and whether down."""
    if isinstance(sort, dict):
        down = sort.get("order") == "descending"
        return sort.get("encoding", ""), sort.get("field", ""), sort.get("op", "sum"), down
    text = str(sort)
    if text in ("ascending", "descending"):
        return "", "", "", text == "descending"
    return text.lstrip("-"), "", "", text.startswith("-")


def _sortable(item: Any) -> tuple[bool, Any]:
    return (isinstance(item, str), item if isinstance(item, str | int | float) else str(item))

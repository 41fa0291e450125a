"""A chart: the same marks, channels and plotted values, whichever way it was written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from techwar.figures.encodings import NoData, Unit, specification, units
from techwar.figures.finding import FigureError, Finding
from techwar.tasks.kinds.judging import DONE, NOT_STARTED, not_yet, same
from techwar.tasks.observation import Seen, observe
from techwar.tasks.task import Verdict

#: More marks than any chart of a task has; what is beyond is counted, not copied.
MOST_MARKS = 2_000

#: Layers of these marks label a chart; they are looked at only where a task asks for them.
LABELS = ("text", "rule")

_NAMES = {"bar": "bars", "point": "dots", "line": "a line", "area": "an area", "tick": "ticks"}

Point = tuple[Any, ...]


@dataclass(frozen=True)
class ChartSpec:
    """A chart, compared by what it draws: one of its layers has to show what is asked.

    Args:
        marks: the marks that are right, the usual one first, as in ("bar", "point").
        shows: what each channel has to show, in words, as in {"x": "number of claims"}.
        ordered: the channel whose order of categories is part of the task, if any.
        order: that order in words.
        step: whether the line's way from point to point is part of the task.
        tolerance: how far a plotted number may be off.
    """

    marks: Sequence[str]
    shows: Mapping[str, str]
    ordered: str = ""
    order: str = "longest first"
    step: bool = False
    tolerance: float = 1e-6

    @property
    def form(self) -> str:
        """A chart, its marks and what its channels show."""
        channels = ", ".join(f"{name}: {words}" for name, words in self.shows.items())
        order = f"; {self.order}" if self.ordered else ""
        return f"an Altair chart with {self._mark_name()} ({channels}{order})"

    def plain(self, answer: Callable[[], Any]) -> Seen:
        """Draw the chart and describe it as a student's is described."""
        seen = self.observe(answer())
        if "units" not in seen:
            raise FigureError(f"A task's own chart cannot be drawn: {seen}")
        return seen

    def given(self, answer: Callable[[], Any]) -> Any:
        """Hand the chart in."""
        return answer()

    def observe(self, value: Any) -> Seen:
        """Describe each layer of the chart, its plotted values and its words."""
        try:
            return _see(value)
        except Exception:  # a chart may be half built in ways that nobody foresaw
            return observe(value)

    def judge(self, seen: Seen, expected: dict[str, Any]) -> Verdict:
        """Compare the layers with the right chart and with the named mistakes."""
        if seen["type"] == "nothing":
            return NOT_STARTED
        if seen["type"] != "chart":
            return _wrong_type(seen)
        if "problem" in seen:
            return not_yet(seen["problem"], seen["words"])
        right = self._main(expected["right"]) or {}
        fitting = [unit for unit in seen["units"] if self._fits(unit, right)]
        if fitting and all(self._misread(unit, right) for unit in fitting):
            return self._other_letter(fitting[0], self._misread(fitting[0], right))
        if fitting:
            return self._done(seen)
        for mistake in expected["mistakes"]:
            wrong = self._main(mistake["value"])
            if wrong and any(self._fits(unit, wrong) for unit in seen["units"]):
                return not_yet(mistake["id"], mistake["hint"], mistake["smaller"])
        return self._diagnose(seen, right)

    def _main(self, chart: Seen) -> Seen | None:
        """Return the layer of a chart that carries its marks."""
        units: list[Seen] = chart.get("units", [])
        drawn = [unit for unit in units if unit["mark"] not in LABELS] or units
        return next((unit for unit in drawn if unit["mark"] in self.marks), None) or next(
            iter(drawn), None
        )

    def _fits(self, unit: Seen, right: Seen) -> bool:
        return (
            self._same_mark(unit, right)
            and self._same_points(unit, right)
            and (not self.ordered or self._same_order(unit, right))
            and (not self.step or unit["interpolate"] == right["interpolate"])
        )

    def _same_mark(self, unit: Seen, right: Seen) -> bool:
        both = {unit["mark"], right["mark"]}
        return both <= set(self.marks) or len(both) == 1

    def _misread(self, unit: Seen, right: Seen) -> str:
        """Return the first channel that reads amounts or days as something else, or ""."""
        measured = {
            name: kind
            for name in self.shows
            if (kind := _type(right, name)) in ("quantitative", "temporal")
        }
        return next((name for name, kind in measured.items() if _type(unit, name) != kind), "")

    def _other_letter(self, unit: Seen, name: str) -> Verdict:
        if not _is_discrete(unit, name):
            words = f"Numbers and days are mixed up on {name}."
            return not_yet("other letter", f"{words} Which letter after the colon is right?")
        words = f"On {name} each value is a category of its own: distances say nothing."
        return not_yet("categories for numbers", f"{words} Which letter after the colon measures?")

    def _same_points(self, unit: Seen, right: Seen, swap: tuple[str, ...] = ()) -> bool:
        """Compare the plotted values; with `swap` as if those two channels changed places."""
        exchanged = dict(zip(swap, reversed(swap), strict=True))
        names = [exchanged.get(name, name) for name in self.shows]
        if any(name not in unit["channels"] for name in names):
            return False
        if (unit["values"] is None) != (right["values"] is None):
            return False  # what a filter inside the chart leaves is not known here
        if unit["values"] is None:
            return not swap and all(
                _drawing(unit["channels"][name]) == _drawing(right["channels"].get(name, {}))
                for name in names
            )
        return self._equal(_points(unit, names), _points(right, list(self.shows)))

    def _equal(self, points: list[Point], right: list[Point]) -> bool:
        return len(points) == len(right) and all(
            self._same(a, b)
            for point, other in zip(points, right, strict=True)
            for a, b in zip(point, other, strict=True)
        )

    def _same(self, a: Any, b: Any) -> bool:
        if _is_number(a) and _is_number(b):
            return same(a, b, self.tolerance)
        return bool(a == b)

    def _same_order(self, unit: Seen, right: Seen) -> bool:
        """Compare the sizes along the ordered axis: what ties may stand either way."""
        ours, theirs = self._sizes(unit), self._sizes(right)
        return len(ours) == len(theirs) and all(
            self._same(a, b) for a, b in zip(ours, theirs, strict=True)
        )

    def _sizes(self, unit: Seen) -> list[Any]:
        others = [name for name in self.shows if name != self.ordered]
        sizes = {point[0]: point[1:] for point in _points(unit, [self.ordered, *others])}
        order = unit["orders"].get(self.ordered, [])
        return [part for item in order if item in sizes for part in sizes[item]]

    def _diagnose(self, seen: Seen, right: Seen) -> Verdict:
        """Say what differs most: channels, sides, mark, way, order, or the values."""
        unit = self._main(seen)
        if unit is None:
            return not_yet("no mark", "This chart draws nothing yet. Which mark does it need?")
        for one, other in combinations(dict.fromkeys((*self.shows, "x", "y")), 2):
            if any(self._same_points(layer, right, (one, other)) for layer in seen["units"]):
                two = "The two axes" if {one, other} == {"x", "y"} else "Two channels"
                return not_yet("swapped", f"{two} are swapped: exchange {one} and {other}.")
        empty = next((name for name in self.shows if name not in unit["channels"]), None)
        if empty:
            return not_yet("no channel", f"Nothing is on {empty} yet: {self.shows[empty]}.")
        if unit["values"] is None and right["values"] is not None:
            words = "This chart filters or computes inside itself."
            return not_yet("inside", f"{words} Do that step with the table, then draw it.")
        if not self._same_points(unit, right):
            return self._other_values(unit, right)
        if not self._same_mark(unit, right):
            words = f"The values are right. The task asks for {self._mark_name()}"
            return not_yet("mark", f"{words}, as in mark_{self.marks[0]}().")
        if self.step and unit["interpolate"] != right["interpolate"]:
            return self._other_way(right["interpolate"])
        other = next((name for name in ("x", "y") if name != self.ordered), "x")
        words = f"The marks are right, their order is not: {self.order}. Try"
        return not_yet("order", f"{words} sort='-{other}' inside alt.{self.ordered.upper()}(…).")

    def _other_way(self, wanted: str) -> Verdict:
        if wanted.startswith("step"):
            words = "This line slopes between two points; the value jumps."
            return not_yet("interpolate", f"{words} Try mark_line(interpolate='{wanted}').")
        return not_yet("interpolate", "This line takes another way from point to point.")

    def _other_values(self, unit: Seen, right: Seen) -> Verdict:
        names = list(self.shows)
        points, wanted = _points(unit, names), _points(right, names)
        sums = {c["aggregate"] for c in unit["channels"].values() if "aggregate" in c}
        asked = {c["aggregate"] for c in right["channels"].values() if "aggregate" in c}
        groups = {_labels(point) for point in wanted}
        if sums and asked and sums != asked:
            words = f"This chart takes the {' and '.join(sorted(sums))}."
            return not_yet("other sum", f"{words} Should it add up a column, or count rows?")
        lengths = {part for point in points for part in point if _is_number(part)}
        if sums == {"count"} and lengths == {1} and {_labels(p) for p in points} == groups:
            words = "Every bar has the same length: this table was counted already."
            return not_yet("counted already", f"{words} Draw the column with its counts.")
        if (
            not sums
            and len(points) > len(wanted)
            and {_labels(point) for point in points} <= groups
        ):
            return not_yet("one a row", "One mark a row of the table: nothing is counted yet.")
        extra = sorted({_labels(p) for p in points} - groups, key=str)
        missing = groups - {_labels(p) for p in points}
        if extra and len(extra) == len({_labels(p) for p in points}):
            axis = next(iter(name for name in names if _is_discrete(right, name)), names[0])
            return not_yet("categories", f"Something else stands on {axis}: {self.shows[axis]}?")
        if extra:
            shown = ", ".join(str(part) for part in extra[0])[:60]
            words = "One mark does" if len(extra) == 1 else f"{len(extra)} marks do"
            return not_yet("extra marks", f"{words} not belong, such as “{shown}”.")
        if missing:
            words = "One mark is" if len(missing) == 1 else f"{len(missing)} marks are"
            return not_yet("missing marks", f"{words} missing. Which rows were left out?")
        if self._are_proportional(points, wanted):
            return not_yet("factor", "Right in proportion, another unit: a count, or a share?")
        wrong = next(
            (p for p, q in zip(points, wanted, strict=False) if not self._equal([p], [q])),
            points[0],
        )
        shown = ", ".join(str(part) for part in _labels(wrong))[:60]
        return not_yet("off", f"The mark of “{shown}” is not right yet. Work it out by hand.")

    def _are_proportional(self, points: list[Point], wanted: list[Point]) -> bool:
        pairs = [
            (a, b)
            for p, q in zip(points, wanted, strict=False)
            for a, b in zip(p, q, strict=True)
            if _is_number(a) and _is_number(b) and b
        ]
        ratios = [a / b for a, b in pairs]
        return len(ratios) > 1 and max(ratios) - min(ratios) < 1e-6 * max(ratios)

    def _done(self, seen: Seen) -> Verdict:
        """Say what a reader would still miss; it never costs a mark."""
        unit = self._main(seen)
        channels = unit["channels"] if unit else {}
        missing = [] if seen["title"] else ["a finding as title"]
        for name in self.shows:
            if (
                channels.get(name, {}).get("type") == "quantitative"
                and not channels[name]["titled"]
            ):
                missing.append(f"a unit on {name}")
        if not seen["description"]:
            missing.append("a description")
        words = f"Still wanted: {', '.join(missing)}." if missing else ""
        colour = channels.get("color", {}).get("field")
        axes = {channels.get(name, {}).get("field") for name in self.shows if name != "color"}
        if colour and colour in axes:
            words = f"{words} The colour repeats an axis.".strip()
        return Verdict("done", "remark", words) if words else DONE

    def _mark_name(self) -> str:
        return " or ".join(_NAMES.get(mark, f"{mark}s") for mark in self.marks)


def _see(value: Any) -> Seen:
    import altair as alt

    if not isinstance(value, Finding | alt.TopLevelMixin):
        return observe(value)
    if isinstance(getattr(value, "data", None), str):
        words = "The table stands in quotes, so a file of that name is looked for. Leave them out."
        return _problem("quoted", words)
    try:
        spec = specification(value)
        layers = units(spec)
    except NoData:
        return _problem("no data", "The chart has no table yet. Put one into alt.Chart(…).")
    except FigureError as error:
        if "'mark' is a required property" in str(error.__cause__):
            return _problem("no mark", "This chart draws nothing yet. Which mark does it need?")
        if "Unable to determine data type" in str(error):
            words = "A channel names a column that the table does not have. Compare the names."
            return _problem("no column", words)
        words = "This chart cannot be drawn. Show it alone in a cell, and read the last line."
        return _problem("not drawn", words)
    title = isinstance(value, Finding) or _has_title(spec)
    return {
        "type": "chart",
        "units": [_as_json(unit) for unit in layers],
        "title": title,
        "description": bool(spec.get("description")),
    }


def _has_title(spec: Mapping[str, Any]) -> bool:
    """Tell whether a chart, or one of the parts that it is put together from, has a title."""
    parts = [
        part for how in ("layer", "hconcat", "vconcat", "concat") for part in spec.get(how, [])
    ]
    return bool(spec.get("title")) or any(_has_title(part) for part in parts)


def _problem(hint: str, words: str) -> Seen:
    return {"type": "chart", "problem": hint, "words": words}


def _as_json(unit: Unit) -> Seen:
    values = unit.values if unit.values is None else unit.values[:MOST_MARKS]
    return {
        "mark": unit.mark,
        "interpolate": unit.interpolate,
        "channels": unit.channels,
        "values": values,
        "orders": unit.orders,
    }


def _points(unit: Seen, names: Sequence[str]) -> list[Point]:
    """Return the marks of a layer as tuples of the named channels, sorted.

    Bars and areas of one place that the chart stacks count as one, for together
    they are as long as the undivided one.
    """
    rows = unit["values"] or []
    points = [tuple(_comparable(row.get(name)) for name in names) for row in rows]
    summed = any("aggregate" in channel for channel in unit["channels"].values())
    if summed and unit["mark"] in ("bar", "area"):
        heights: dict[Point, Point] = {}
        for point in points:
            before = heights.get(_labels(point))
            heights[_labels(point)] = point if before is None else _stacked(before, point)
        points = list(heights.values())
    return sorted(points, key=lambda point: (str(_labels(point)), str(point)))


def _stacked(a: Point, b: Point) -> Point:
    return tuple(x + y if _is_number(x) and _is_number(y) else x for x, y in zip(a, b, strict=True))


def _labels(point: Point) -> Point:
    """Return what names a mark: all of it that is no number, or its first part."""
    return tuple(part for part in point if not _is_number(part)) or point[:1]


def _comparable(value: Any) -> Any:
    """Return a plotted value as it is compared; a moment of midnight is its day."""
    return value.removesuffix("T00:00:00") if isinstance(value, str) else value


def _drawing(channel: Mapping[str, Any]) -> dict[str, Any]:
    return {key: channel.get(key) for key in ("field", "aggregate", "bin", "timeUnit")}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _type(unit: Seen, name: str) -> str:
    return str(unit["channels"].get(name, {}).get("type", ""))


def _is_discrete(unit: Seen, name: str) -> bool:
    return _type(unit, name) in ("nominal", "ordinal")


def _wrong_type(seen: Seen) -> Verdict:
    kind = seen["type"]
    if kind in ("table", "series"):
        return not_yet("is a table", "This is a table. Put it into alt.Chart(…), and add a mark.")
    if kind == "function":
        words = "This is a function, not a chart. Is a pair of brackets missing at its end?"
        return not_yet("is a function", words)
    if kind == "other" and "Mark" in seen["name"]:
        return not_yet("no chart", "This is a mark alone. Begin with alt.Chart(…).")
    return not_yet("no chart", "This is no chart. Begin with alt.Chart(…), and add a mark.")

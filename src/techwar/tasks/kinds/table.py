"""A table: the same rows by their key, whatever their order, index and types."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from techwar.tasks.kinds.judging import DONE, NOT_STARTED, not_yet, same
from techwar.tasks.kinds.table_seen import see_table
from techwar.tasks.observation import Seen
from techwar.tasks.task import Verdict

#: One row as it is compared: the cells of its key, and all its cells by column.
Row = dict[str, Any]
Key = tuple[Any, ...]

# More columns than these are counted in a message, not listed.
MOST_NAMED = 6


@dataclass(frozen=True)
class Table:
    """A table with the asked columns; each row is known by its key.

    Args:
        columns: the columns asked for, key included.
        key: the column, or columns, that tell one row from another.
        tolerance: how far a number may be off.
        ordered: whether the order of the rows is part of the task.
        by: with `ordered`, the column that the order goes by: rows that tie in
            it may stand either way.
    """

    columns: Sequence[str]
    key: str | Sequence[str]
    tolerance: float = 0
    ordered: bool = False
    by: str = ""

    @property
    def form(self) -> str:
        """A table, its columns and whether order counts."""
        names = ", ".join(f"`{name}`" for name in self.columns)
        near = f", numbers ± {self.tolerance:g}" if self.tolerance else ""
        order = "rows in the order asked for" if self.ordered else "rows in any order"
        return f"a table with the columns {names} ({order}{near})"

    @property
    def keys(self) -> list[str]:
        """The columns of the key."""
        return [self.key] if isinstance(self.key, str) else list(self.key)

    @property
    def values(self) -> list[str]:
        """The columns beside the key."""
        return [name for name in self.columns if name not in self.keys]

    def plain(self, answer: Callable[[], Any]) -> Seen:
        """Compute the table and describe it as a student's is described."""
        return self.observe(answer())

    def given(self, answer: Callable[[], Any]) -> Any:
        """Hand the computed table in."""
        return answer()

    def observe(self, value: Any) -> Seen:
        """Describe the columns that are asked for, cell by cell."""
        return see_table(value, self.columns, self.keys)

    def judge(self, seen: Seen, expected: dict[str, Any]) -> Verdict:
        """Compare the rows with the right ones and with the named mistakes, by their key."""
        if seen["type"] == "nothing":
            return NOT_STARTED
        if seen["type"] != "table":
            return self._wrong_type(seen)
        right = expected["right"]
        if self._fits(seen, right):
            return self._done(seen)
        for mistake in expected["mistakes"]:
            if self._fits(seen, mistake["value"]):
                return not_yet(mistake["id"], mistake["hint"], mistake["smaller"])
        return (
            self._missing_column(seen)
            or self._swapped_columns(seen, right)
            or self._other_rows(seen, right)
            or self._other_cells(seen, right)
            or not_yet("order", "The rows are right, their order is not. What should come first?")
        )

    def _fits(self, seen: Seen, right: Seen) -> bool:
        if right["type"] != "table" or seen["missing"] != right["missing"]:
            return False
        if seen["length"] != right["length"]:
            return False
        found, wanted = self._by_key(seen), self._by_key(right)
        if found.keys() != wanted.keys():
            return False
        for key, row in wanted.items():
            if any(not self._same(found[key][name], row[name]) for name in row):
                return False
        return not self.ordered or self._order(seen) == self._order(right)

    def _by_key(self, table: Seen) -> dict[Key, Row]:
        """Return the rows by their key; a key that repeats is told apart by its place."""
        rows: dict[Key, Row] = {}
        times: Counter[Key] = Counter()
        for row in table["rows"]:
            key = self._key(row)
            times[key] += 1
            rows[key if times[key] == 1 else (*key, times[key])] = row
        return rows

    def _key(self, row: Row) -> Key:
        return tuple(_plain(row.get(name)) for name in self.keys)

    def _order(self, table: Seen) -> list[Any]:
        if self.by:
            return [_plain(row.get(self.by)) for row in table["rows"]]
        return [self._key(row) for row in table["rows"]]

    def _same(self, a: Any, b: Any) -> bool:
        if isinstance(a, bool) or isinstance(b, bool):
            return a is b
        if isinstance(a, int | float) and isinstance(b, int | float):
            return same(a, b, self.tolerance)
        return bool(_plain(a) == _plain(b))

    def _done(self, seen: Seen) -> Verdict:
        if not seen["more"]:
            return DONE
        words = "Your table has more columns than asked; that does no harm."
        return Verdict("done", "more columns", words)

    def _missing_column(self, seen: Seen) -> Verdict | None:
        if not seen["missing"]:
            return None
        there = seen["present"]
        close = {name.strip().casefold(): name for name in there}
        absent = seen["missing"][0]
        if absent.casefold() in close:
            words = (
                f"The column `{absent}` is asked for; yours is called “{close[absent.casefold()]}”."
            )
            return not_yet("column name", words)
        if absent in self.keys and seen["index"]:
            words = f"The column `{absent}` is missing. Is it your index, called “{seen['index']}”?"
            return not_yet("index name", f"{words} Then give it its name: rename_axis().")
        listed = ", ".join(f"`{name[:30]}`" for name in there[:MOST_NAMED])
        more = f" and {len(there) - MOST_NAMED} more" if len(there) > MOST_NAMED else ""
        return not_yet(
            "missing column", f"The column `{absent}` is missing. Yours has {listed}{more}."
        )

    def _swapped_columns(self, seen: Seen, right: Seen) -> Verdict | None:
        for one, other in combinations(self.columns, 2):
            swapped = [{**row, one: row[other], other: row[one]} for row in seen["rows"]]
            if self._fits({**seen, "rows": swapped}, right):
                words = f"What stands in `{one}` belongs in `{other}`, and the other way round."
                return not_yet("swapped columns", f"{words} Swap their names.")
        return None

    def _other_rows(self, seen: Seen, right: Seen) -> Verdict | None:
        found, wanted = self._by_key(seen), self._by_key(right)
        asked = Counter(self._key(row) for row in right["rows"])
        times = Counter(self._key(row) for row in seen["rows"])
        twice = [key for key, count in times.items() if key in asked and count > asked[key]]
        if twice:
            words = f"{self._named(twice[0])} stands in {times[twice[0]]} rows."
            return not_yet(
                "repeated", f"{words} One row each is asked for. By what did you join, or group?"
            )
        extra = [key for key in found if key not in wanted]
        missing = [key for key in wanted if key not in found]
        if seen["length"] == 0:
            return not_yet("empty", "This table has no rows. Which condition let nothing through?")
        if extra and not set(found) & set(wanted):
            for place, name in enumerate(self.keys):
                yours, asked_for = ({key[place] for key in rows} for rows in (found, wanted))
                if yours >= {str(part) for part in asked_for} and not yours & asked_for:
                    return self._is_text(name)
            words = "None of these rows is asked for."
            return not_yet("rows", f"{words} What should stand in `{self.keys[0]}`?")
        blank = [key for key in extra if all(found[key].get(n) is None for n in self.values)]
        if extra and blank == extra and self.values:
            words = f"{self._named(extra[0])} has a row in your table, but no value."
            return not_yet("empty rows", f"{words} Leave out what is empty, as dropna() does.")
        if extra:
            words = "One row does" if len(extra) == 1 else f"{len(extra)} rows do"
            words = f"{words} not belong, such as {self._named(extra[0])}."
            return not_yet("extra rows", f"{words} What let {_them(extra)} in?")
        if missing:
            words = "One row is" if len(missing) == 1 else f"{len(missing)} rows are"
            return not_yet(
                "missing rows",
                f"{words} missing. What left {_them(missing)} out?",
                f"Look for {self._named(missing[0])}.",
            )
        if seen["length"] > len(seen["rows"]):
            return not_yet("long", f"This table has {seen['length']} rows. Which are asked for?")
        return None

    def _other_cells(self, seen: Seen, right: Seen) -> Verdict | None:
        found, wanted = self._by_key(seen), self._by_key(right)
        for name in self.values:
            pairs = [(key, found[key][name], row[name]) for key, row in wanted.items()]
            wrong = [pair for pair in pairs if not self._same(pair[1], pair[2])]
            if wrong:
                return self._wrong_cells(name, wrong, len(pairs))
        return None

    def _wrong_cells(self, name: str, wrong: list[tuple[Key, Any, Any]], rows: int) -> Verdict:
        key, yours, right = wrong[0]
        where = f"`{name}` of {self._named(key)}"
        if right is None and yours == 0:
            return not_yet("blank as zero", f"{where}: you give 0. Unknown is not zero.")
        if yours is None and right == 0:
            words = f"{where} is blank in yours. Is nothing found here the same as unknown?"
            return not_yet("zero as blank", words)
        if yours is None:
            return not_yet("blank", f"{where} is blank in yours. What stands there in the table?")
        if isinstance(right, int | float) and isinstance(yours, str):
            return self._is_text(name, yours)
        numbers = [(a, b) for _, a, b in wrong if _is_number(a) and _is_number(b)]
        if len(numbers) == len(wrong) and right:
            for factor in (100, 0.01):
                if all(same(a, b * factor, max(self.tolerance * factor, 1e-9)) for a, b in numbers):
                    return not_yet("factor 100", f"`{name}`: per cent or fraction?")
            for factor in (1e3, 1e-3, 1e6, 1e-6):
                if all(same(a, b * factor, max(self.tolerance * factor, 1e-9)) for a, b in numbers):
                    words = f"`{name}`: in thousands, millions or billions?"
                    return not_yet("other unit", f"{words} Look at the unit asked for.")
            if self.tolerance and _are_rounded(numbers):
                words = f"`{name}` was rounded too early."
                return not_yet("rounded", f"{words} Keep all digits; round only what you show.")
            if all(same(a, -b, self.tolerance) for a, b in numbers):
                return not_yet("sign", f"`{name}`: the sign is reversed. What from what?")
        count = f"{len(wrong)} of {rows} values" if len(wrong) > 1 else "One value"
        verb = "are" if len(wrong) > 1 else "is"
        words = f"{count} in `{name}` {verb} not right yet."
        return not_yet("cell", f"{words} Work out {self._named(key)} by hand.")

    def _is_text(self, name: str, cell: str = "") -> Verdict:
        if cell.startswith("["):
            return not_yet("lists", f"`{name}` holds lists. How many items has each?")
        return not_yet("is text", f"`{name}` holds text. A number carries no quotes.")

    def _named(self, key: Key) -> str:
        shown = ", ".join("(blank)" if part is None else f"{part}"[:40] for part in key)
        return f"“{shown}”"

    def _wrong_type(self, seen: Seen) -> Verdict:
        kind = seen["type"]
        if kind == "series" and seen["mask"]:
            return not_yet(
                "mask", "This is a column of True and False. Put it in brackets after the table."
            )
        if kind == "series" and seen["missing"]:
            words = f"This is one column, a Series, without `{seen['missing'][0]}`."
            return not_yet("series", f"{words} Keep it as labels, or make a table with it.")
        if kind == "series":
            return not_yet("series", "This is one column, a Series. Two brackets keep a table.")
        if kind == "other" and "GroupBy" in seen["name"]:
            return not_yet("groups", "These are groups only. Say what to compute of each of them.")
        if kind == "function":
            return not_yet("is a function", "This is a function. Call it with brackets.")
        if kind == "list":
            return not_yet("list", "This is a list. Keep the rows in a table instead.")
        return not_yet("no table", "This is no table. Start from one, and pick rows and columns.")


def _plain(cell: Any) -> Any:
    """Return a cell as it is compared: whole floats as whole numbers, text without its margins."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell.strip() if isinstance(cell, str) else cell


def _them(rows: Sequence[Key]) -> str:
    return "it" if len(rows) == 1 else "them"


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _are_rounded(pairs: Sequence[tuple[float, float]]) -> bool:
    """Tell whether all of a column's wrong numbers are the right ones, rounded alike."""
    return any(all(a == round(b, digits) for a, b in pairs) for digits in range(4))

"""The explorer *Move the start*: which act comes first, from the start that you choose."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from techwar.data import as_of, load, source_line
from techwar.data.days import in_words
from techwar.explore.acts import KNOWN, OTHERS, SIDES, WITH_ARTICLE, Act, acts, goods, packed, place
from techwar.explore.controls import Dropdown
from techwar.explore.explorer import HERE, Explorer, Guess
from techwar.explore.scene import Panel, Scene, bar_panel, beside_guess, guessed, part

ALL = "all"
DAYS = {"announced": "its announcement", "effective": "its day of effect"}
BEFORE = {
    "announced": "had been announced before the first tariff list",
    "effective": "were to apply before the first tariff list",
}
DIRECTIONS = {"restricts": "acts that restrict", "eases": "acts that ease", "other": "other acts"}
SUBTITLE = "Acts in the course's table{}; goods on its tariff lists, billion US dollars a year"
NOTE = "Own choice and coding of acts."
NO_DAY = "Not counted here, because the table has no day from which they were to apply: "
NO_AMOUNT = "A line of goods ends where no source gives the amount for a list that came into force."


def timeline(
    *,
    start: str = "2012-01",
    day: str = "announced",
    actor: str = ALL,
    acts: str = ALL,
    record: str = "",
    later: bool = False,
    guess_first: bool = False,
) -> "Timeline":
    """Open the explorer on the acts that were public on 22 May 2019, or on all.

    Args:
        start: the month that the story starts with, "2012-01" to "2019-01" in half years.
        day: which day counts, "announced" or "effective".
        actor: "all", "US", "China" or "others".
        acts: "all", a direction ("restricts", "eases", "other") or a class such as "tariff".
        record: the id of the act whose record is opened; else that of the first.
        later: with the acts that became known after 22 May 2019; their records name the act,
            its days and its source, and leave out what it says.
        guess_first: hide the acts until it was guessed how many came before the first tariff.

    Raises:
        ExplorerError: where a value is none of these.
    """
    state = {"start": start, "day": day, "actor": actor, "acts": acts, "record": record}
    return Timeline(state, later=later, guess_first=guess_first)


def starts() -> dict[str, str]:
    """Return the months that a story may start with, and their words."""
    months = [f"{year}-{month}" for year in range(2012, 2020) for month in ("01", "07")]
    return {month: in_words(month) for month in months[:-1]}


def counted(number: int) -> str:
    """Return a number of acts in words."""
    return "1 act" if number == 1 else f"{number} acts"


def controls(rows: Sequence[Act]) -> list[Dropdown]:
    """Return the drop-down lists; classes and records are those of the acts."""
    kinds = {one: f"class: {one}" for one in sorted({row.kind for row in rows})}
    records = {row.id: f"{row.words['announced']}: {row.title}" for row in rows}
    offered = {"": {"": "the first act"} | records}
    return [
        Dropdown("start", "The story starts in", {"": starts()}, "2012-01"),
        Dropdown("day", "An act counts from", {"": DAYS}, "announced"),
        Dropdown("actor", "Who acts", {"": {one: one for one in (ALL, *SIDES)}}, ALL),
        Dropdown("acts", "Which acts", {"": {ALL: "all acts"} | DIRECTIONS | kinds}, ALL),
        Dropdown("record", "Open the record of", offered, "", from_data=True),
    ]


class Timeline(Explorer):
    """The explorer *Move the start*; made by `timeline`."""

    _esm = HERE / "static" / "timeline.js"
    name = "timeline"

    def __init__(self, state: Mapping[str, object], *, later: bool, guess_first: bool) -> None:
        """Open on the acts known on 22 May 2019, or on all."""
        self._later, rows = later, acts(later)
        self.variant = "later" if later else ""
        lists = [row for row in rows if row.kind == "tariff"]
        first = {day: min(lists, key=lambda row: row.at.get(day, 9999)) for day in DAYS}
        super().__init__(
            controls(rows),
            state,
            title="Move the start",
            guess=Guess({"guess": "Your guess"}, "acts", 0, len(rows)),
            guess_first=guess_first,
            colours={"before": "#b45309", "rest": "#828c9a", "US": "#64748b", "China": "#0e7490"},
            data={
                "acts": packed(later),
                "with_article": WITH_ARTICLE,
                "levels": goods(later),
                "starts": {month: [place(month), words] for month, words in starts().items()},
                "tariff": {day: [row.at[day], row.words[day]] for day, row in first.items()},
                "before": BEFORE,
                "sides": SIDES,
                "directions": list(DIRECTIONS.items()),
                "subtitle": SUBTITLE.format("" if later else ", as known on 22 May 2019"),
                "source": f"{NOTE} {source_line(self.rows())}",
                "no_day": NO_DAY,
                "no_amount": NO_AMOUNT if later else "",
                "known": place(KNOWN),
                "to": 2027 if later else 2020,
            },
        )

    def rows(self) -> pd.DataFrame:
        """Return the measures and the steps of tariffs."""
        both = [load("measures"), load("tariff_steps")]
        kept = both if self._later else [as_of(one, KNOWN) for one in both]
        return pd.concat([one[["id", "source_id"]] for one in kept])

    def drawn(self) -> Scene:
        """Return the acts from the start on, and how many of them came before the first tariff."""
        data, state, day = self.spec["data"], self.shown, self.shown["day"]
        (begin, since), (first, when) = data["starts"][state["start"]], data["tariff"][day]
        kept = [row for row in acts(self._later) if _chosen(row, state)]
        rows = [row for row in kept if row.at.get(day, 0) >= begin]
        rows.sort(key=lambda row: (row.at[day], row.id))
        before = sum(row.at[day] < first for row in rows)
        title = _title(rows, before, day, since, when)
        ahead = [row.title for row in rows if row.at[day] == rows[0].at[day]]
        told = f"{title}. First: {'; '.join(ahead)}." if rows else f"{title}."
        opened = [row for row in acts(self._later) if row.id == state["record"]] or rows[:1]
        blank = [row.title for row in kept if day not in row.at and row.at["announced"] >= begin]
        notes = [f"Record: {row.record}." for row in opened]
        notes += [f"{NO_DAY}{'; '.join(blank)}."] if blank else []
        cells = [[row.title, row.words[day], row.side, row.kind] for row in rows]
        return {
            "question": f"Of {counted(len(rows))}, how many {BEFORE[day]} ({when})?",
            "title": title,
            "subtitle": data["subtitle"],
            "source": data["source"],
            "sentence": told + beside_guess(self.guess, before, decimals=1),
            "notes": notes + [one for one in [data["no_amount"]] if one],
            "panels": [
                asked_panel(before, len(rows), when, len(acts(self._later)), self.guess),
                lanes_panel(data, [(row, row.at[day]) for row in rows], int(begin)),
            ],
            "table": {
                "head": ["Act", "Day", "By", "Class"],
                "rows": [{"cells": one} for one in cells],
            },
        }


def _chosen(row: Act, state: Mapping[str, Any]) -> bool:
    by = state["actor"] in (ALL, row.side)
    return by and state["acts"] in (ALL, row.kind, row.direction)


def _title(rows: Sequence[Act], before: int, day: str, since: str, when: str) -> str:
    if not rows:
        return f"No such act since {since}"
    first = [row for row in rows if row.at[day] == rows[0].at[day]]
    actors = " and ".join(dict.fromkeys(row.actor for row in first))
    title = f"Since {since}: {counted(len(rows))}, the first by {actors}, "
    return f"{title}{first[0].words[day]}; {before} before the first tariff list ({when})"


def asked_panel(before: int, number: int, when: str, most: int, guess: float | None) -> Panel:
    """Return the acts before the first tariff and those from it on, as one bar."""
    parts = [
        part("before", 0, before, f"before {before}"),
        part("rest", before, number, f"from it on {number - before}"),
    ]
    row = {"name": "", "bars": [bar for bar in parts if bar["from"] != bar["to"]]}
    return bar_panel(
        f"Acts before the first tariff list ({when})", [row], most, guess=guessed(guess)
    )


def lanes_panel(data: Mapping[str, Any], rows: Sequence[tuple[Act, float]], begin: int) -> Panel:
    """Return each side's goods under a duty, and below them its acts by direction."""
    lanes = []
    for side in SIDES:
        for direction, words in DIRECTIONS.items():
            days = [at for row, at in rows if (row.side, row.direction) == (side, direction)]
            colour = "rest" if side == OTHERS else side
            lanes += [{"name": f"{side}, {words}", "colour": colour, "days": days}] if days else []
    series = []
    for side, points in data["levels"].items():
        held = [value for at, value, _ in points if at <= begin][-1]
        shown = [[begin, held, f"{begin}"], *(one for one in points if one[0] > begin)]
        series.append({"name": side, "colour": side, "steps": True, "points": shown})
    axis = {"from": begin, "to": data["to"], "min": 0, "max": 400, "decimals": 0}
    rule = {"x": data["known"], "label": "22 May 2019"}
    return {"form": "lanes", "heading": "Goods on the tariff lists", "unit": "bn", **axis} | {
        "series": series,
        "rules": [rule],
        "lanes": lanes,
    }

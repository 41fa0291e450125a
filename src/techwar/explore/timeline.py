"""The explorer *Move the start*: which act comes first, from the start that you choose."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd

from techwar.data import as_of, in_force, latest, load, source, source_line
from techwar.data.days import in_words
from techwar.data.wording import write
from techwar.explore.controls import Dropdown
from techwar.explore.explorer import HERE, Explorer, Guess
from techwar.explore.scene import DESCRIBE, Panel, Scene
from techwar.figures import Finding

KNOWN = "2019-05-22"
ALL, OTHERS = "all", "others"
SIDES = ("US", "China", OTHERS)
WITH_ARTICLE = ("US", "UK", "EU", "Netherlands")
DAYS = {"announced": "its announcement", "effective": "its day of effect"}
BEFORE = {
    "announced": "had been announced before the first tariff",
    "effective": "were to apply before the first tariff",
}
DIRECTIONS = {"restricts": "acts that restrict", "eases": "acts that ease", "other": "other acts"}
SUBTITLE = "Acts in the course's table{}; goods on its tariff lists, billion US dollars a year"
NOTE = "Own choice and coding of acts."
NO_DAY = "Not counted here, because the table has no day from which they were to apply: "
NO_AMOUNT = "A line of goods ends where no source gives the amount for a list that came into force."
#: Columns of an act as the scene reads them.
ID, SIDE, CLASS, DIRECTION, AT, WORDS, ACTOR, TITLE, RECORD = range(9)
Act = list[Any]


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


def place(day: str | pd.Timestamp) -> float:
    """Return a day as a place on the axis of years: 2018.5 is in the middle of 2018."""
    one = pd.Timestamp(day)
    return round(float(one.year + (one.day_of_year - 1) / (365 + one.is_leap_year)), 4)


def table(later: bool) -> pd.DataFrame:
    """Return the measures that were public on 22 May 2019, or all."""
    return load("measures") if later else as_of(load("measures"), KNOWN)


@cache
def measures(later: bool) -> list[Act]:
    """Return the acts as plain values; places and words of their days by column."""
    found = []
    for row in table(later).to_dict("records"):
        days = {name: row[name] for name in DAYS if pd.notna(row[name])}
        words = {name: in_words(one.date()) for name, one in days.items()}
        actor = row["actor"]
        side = actor if actor in SIDES else OTHERS
        named = f"the {actor}" if actor in WITH_ARTICLE else actor
        applied = f"to apply from {words.get('effective', 'no day that the table has')}"
        record = f"{row['title']}. {_statement(row, later)}({actor}; {row['instrument']}; "
        record += f"{row['direction']}; announced {words['announced']}, {applied}; "
        record += f"{_source(row, later)})"
        at = {name: place(one) for name, one in days.items()}
        coded = [row["id"], side, row["instrument"], row["direction"]]
        found.append([*coded, at, words, named, row["title"], record])
    return found


def _statement(row: Mapping[Any, Any], later: bool) -> str:
    """Return what an act says; of all acts that would be too much for one page."""
    return "" if later else f"{row['statement']} "


def _source(row: Mapping[Any, Any], later: bool) -> str:
    """Return who published it and when, and where there is room the source's id."""
    short, name = source(row["source_id"]).short, row["source_id"]
    return short if later else f"{short}, source {name}"


def packed(later: bool) -> str:
    """Return the acts as the browser gets them: a line each, days as 2019-05-22, cells by "|"."""
    found = []
    for row in table(later).to_dict("records"):
        days = [f"{row[day]:%Y-%m-%d}" if pd.notna(row[day]) else "" for day in DAYS]
        coded = [row["id"], row["actor"], row["instrument"], row["direction"], *days]
        told = [row["title"], _statement(row, later)]
        found.append("|".join([*coded, *told, _source(row, later)]))
    return "\n".join(found)


@cache
def levels(later: bool) -> dict[str, list[list[Any]]]:
    """Return where each side's goods under a duty changed, to what, and the day in words.

    A side's points end on the day on which a list came into force without a known amount.
    """
    steps = latest(load("tariff_steps")).dropna(subset=["start"])
    last = steps["start"].max() if later else pd.Timestamp(KNOWN)
    # The goods change when a list begins or ends; in between only its rates do.
    begun = {*steps.groupby("list_id")["start"].min(), *steps[steps["value"] == 0]["start"]}
    days = sorted({day for day in begun if day <= last} | {last})
    found: dict[str, list[list[Any]]] = {}
    for side in SIDES[:2]:
        points = found.setdefault(side, [[2012.0, 0.0, "2012"]])
        for day in days:
            rows = in_force(day)
            goods = rows[rows["imposed_by"] == side]["trade_value"]
            ends = bool(goods.isna().any()) or day == last
            value = points[-1][1] if goods.isna().any() else float(goods.sum())
            if ends or value != points[-1][1]:
                points.append([place(day), value, in_words(day.date())])
            if ends:
                break
    return found


def starts() -> dict[str, str]:
    """Return the months that a story may start with, and their words."""
    months = [f"{year}-{month}" for year in range(2012, 2020) for month in ("01", "07")]
    return {month: in_words(month) for month in months[:-1]}


def counted(number: int) -> str:
    """Return a number of acts in words."""
    return "1 act" if number == 1 else f"{number} acts"


class Timeline(Explorer):
    """The explorer *Move the start*; made by `timeline`."""

    _esm = HERE / "static" / "timeline.js"
    name = "timeline"

    def __init__(self, state: Mapping[str, object], *, later: bool, guess_first: bool) -> None:
        """Open on the acts known on 22 May 2019, or on all."""
        self._later = later
        rows = measures(later)
        acts = {ALL: "all acts"} | DIRECTIONS
        acts |= {name: f"class: {name}" for name in sorted({row[CLASS] for row in rows})}
        records = {row[ID]: f"{row[WORDS]['announced']}: {row[TITLE]}" for row in rows}
        offered = {"": {"": "the first act"} | records}
        tariffs = [row for row in rows if row[CLASS] == "tariff"]
        first = {day: min(tariffs, key=lambda row: row[AT].get(day, 9999)) for day in DAYS}
        controls = [
            Dropdown("start", "The story starts in", {"": starts()}, "2012-01"),
            Dropdown("day", "An act counts from", {"": DAYS}, "announced"),
            Dropdown("actor", "Who acts", {"": {ALL: "all"} | {one: one for one in SIDES}}, ALL),
            Dropdown("acts", "Which acts", {"": acts}, ALL),
            Dropdown("record", "Open the record of", offered, "", from_data=True),
        ]
        super().__init__(
            controls,
            state,
            title="Move the start",
            guess=Guess({"guess": "Your guess"}, "acts", 0, len(rows), "drag the bar or type one."),
            guess_first=guess_first,
            colours={"before": "#b45309", "rest": "#828c9a", "US": "#64748b", "China": "#0e7490"},
            data={
                "acts": packed(later),
                "with_article": WITH_ARTICLE,
                "levels": levels(later),
                "starts": {month: [place(month), words] for month, words in starts().items()},
                "tariff": {day: [row[AT][day], row[WORDS][day]] for day, row in first.items()},
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

    @property
    def picture_name(self) -> str:
        """Name of the file with the picture of the opening state."""
        name = super().picture_name
        return name.replace("timeline-", "timeline-later-", 1) if self._later else name

    def chosen(self) -> list[Act]:
        """Return the acts of the choice that have a day, in the order of their days."""
        begin, day = self.spec["data"]["starts"][self.state["start"]][0], self.state["day"]
        dated = [row for row in self._kept() if row[AT].get(day, 0) >= begin]
        return sorted(dated, key=lambda row: (row[AT][day], row[ID]))

    def _kept(self) -> list[Act]:
        actor, acts = self.state["actor"], self.state["acts"]
        kept = [row for row in measures(self._later) if actor in (ALL, row[SIDE])]
        return [row for row in kept if acts in (ALL, row[CLASS], row[DIRECTION])]

    def scene(self) -> Scene:
        """Return the acts from the start on; covered, only how many there are to guess about."""
        data, day, guess = self.spec["data"], self.state["day"], self.guess
        rows = self.chosen()
        at, when = data["tariff"][day]
        before = sum(row[AT][day] < at for row in rows)
        asked = self._asked(before, len(rows), when)
        scene = {"subtitle": data["subtitle"], "source": data["source"]}
        if self.covered:
            said = "Guess first: drag the bar or type a number."
            if guess is not None:
                said = f"Your guess: {write(guess)}. Press Show to compare."
            title = f"Of {counted(len(rows))}, how many {BEFORE[day]} ({when})?"
            return scene | {"title": title, "sentence": said, "panels": [asked]}
        title, sentence = self._told(rows, before)
        if guess is not None:
            side = "low" if guess < before else "high"
            gap = f"{write(abs(guess - before))} too {side}" if guess != before else "on the spot"
            sentence += f" Your guess of {write(guess)} is {gap} for these settings."
        panels = [asked, self._drawn(rows)]
        cells = [[row[TITLE], row[WORDS][day], row[SIDE], row[CLASS]] for row in rows]
        table = {"head": ["Act", "Day", "By", "Class"], "rows": [{"cells": one} for one in cells]}
        scene |= {"title": title, "sentence": sentence, "panels": panels, "table": table}
        return scene | {"notes": self._notes(rows)}

    def rows(self) -> pd.DataFrame:
        """Return the measures and the steps of tariffs."""
        both = [load("measures"), load("tariff_steps")]
        kept = both if self._later else [as_of(one, KNOWN) for one in both]
        return pd.concat([one[["id", "source_id"]] for one in kept])

    def _told(self, rows: list[Act], before: int) -> tuple[str, str]:
        since, day = self.spec["data"]["starts"][self.state["start"]][1], self.state["day"]
        if not rows:
            return f"No such act since {since}", f"No such act since {since}."
        first = [row for row in rows if row[AT][day] == rows[0][AT][day]]
        actors = " and ".join(dict.fromkeys(row[ACTOR] for row in first))
        title = f"Since {since}: {counted(len(rows))}, the first by {actors}, "
        title += f"{first[0][WORDS][day]}; {before} before the first tariff "
        title += f"({self.spec['data']['tariff'][day][1]})"
        return title, f"{title}. First: {'; '.join(row[TITLE] for row in first)}."

    def picture(self) -> Finding:
        """Return the picture as it stands, with its sources, as a chart that can be kept."""
        from techwar.explore.still import DRAW

        DRAW["timeline"] = _draw
        return super().picture()

    def _notes(self, rows: list[Act]) -> list[str]:
        data, state = self.spec["data"], self.state
        begin, day = data["starts"][state["start"]][0], state["day"]
        blank = [r for r in self._kept() if day not in r[AT] and r[AT]["announced"] >= begin]
        opened = [row for row in measures(self._later) if row[ID] == state["record"]] or rows[:1]
        notes = [f"Record: {row[RECORD]}." for row in opened]
        notes += [f"{NO_DAY}{'; '.join(row[TITLE] for row in blank)}."] if blank else []
        return notes + ([data["no_amount"]] if data["no_amount"] else [])

    def _asked(self, before: int, number: int, when: str) -> Panel:
        after = number - before
        parts = [
            {"colour": "before", "from": 0, "to": before, "label": f"before {before}"},
            {"colour": "rest", "from": before, "to": number, "label": f"from it on {after}"},
        ]
        bars = [bar for bar in parts if bar["from"] != bar["to"] and not self.covered]
        return {
            "form": "bars",
            "heading": f"Acts before the first tariff ({when})",
            "unit": "",
            "decimals": 0,
            "min": 0,
            "max": len(measures(self._later)),
            "rows": [{"name": "", "bars": bars}],
            "guess": {"key": "guess", "row": 0, "value": self.guess, "covered": self.covered},
        }

    def _drawn(self, rows: list[Act]) -> Panel:
        data, day = self.spec["data"], self.state["day"]
        begin = int(data["starts"][self.state["start"]][0])
        series, lanes = [], []
        for side in SIDES:
            colour = "rest" if side == OTHERS else side
            for direction, words in DIRECTIONS.items():
                found = [r[AT][day] for r in rows if (r[SIDE], r[DIRECTION]) == (side, direction)]
                lane = {"name": f"{side}, {words}", "colour": colour, "acts": found}
                lanes += [lane] if found else []
        for side, points in data["levels"].items():
            held = [value for at, value, _ in points if at <= begin][-1]
            shown = [[begin, held, f"{begin}"], *(one for one in points if one[0] > begin)]
            series.append({"name": side, "colour": side, "steps": True, "points": shown})
        return {
            "form": "timeline",
            "heading": "Goods on the tariff lists",
            "unit": "bn",
            "decimals": 0,
            "from": begin,
            "to": data["to"],
            "min": 0,
            "max": 400,
            "series": series,
            "rules": [{"x": data["known"], "label": "22 May 2019"}],
            "lanes": lanes,
        }


def _describe(panel: Panel) -> str:
    lanes = "; ".join(f"{lane['name']}: {len(lane['acts'])}" for lane in panel["lanes"])
    return f"{DESCRIBE['lines'](panel)}. Acts, each a mark in its row: {lanes or 'none'}"


def _draw(panel: Panel, colours: Mapping[str, str]) -> Any:
    """Draw the lines, and below them a row of marks for each lane, on the same axis."""
    import altair as alt

    from techwar.explore.still import DRAW, LOW
    from techwar.figures.theme import WIDTH

    goods = DRAW["lines"](panel, colours)
    lanes = {f"{lane['name']}: {len(lane['acts'])}": lane for lane in panel["lanes"]}
    marks = [
        {"lane": name, "year": at, "fill": colours[lane["colour"]]}
        for name, lane in lanes.items()
        for at in lane["acts"]
    ]
    span = alt.Scale(domain=[panel["from"], panel["to"]], nice=False, zero=False)
    rows = alt.Chart(pd.DataFrame(marks, columns=["lane", "year", "fill"])).mark_tick(
        thickness=3, size=LOW, opacity=1
    )
    drawn = rows.encode(
        x=alt.X("year:Q", scale=span, axis=None),
        y=alt.Y("lane:N", sort=list(lanes), title=None, axis=alt.Axis(labelLimit=240)),
        color=alt.Color("fill:N", scale=None),
    )
    return alt.vconcat(goods, drawn.properties(width=WIDTH - 90, height=26 * len(lanes)))


DESCRIBE["timeline"] = _describe

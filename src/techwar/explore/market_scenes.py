"""What the lists of published shares come to: panels, titles and sentences, as pure functions.

It stands here and once more in browser/market_shares.js; property tests hold the two together.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from techwar.data.wording import write
from techwar.explore.market_lists import TOP_LISTS, ceiling, concentration, left_over
from techwar.explore.scene import Panel, Scene, bar_panel, fixed, line_to_draw, part

#: The years that a guess is drawn for, and the last one that is shown before.
GUESSED, LAST_SHOWN = (2019, 2020, 2021, 2022), 2018
KINDS = {"forecast": " (forecast)", "estimate": " (estimate)"}
GROUPS = ("firms together", "largest firms")
Entry = Sequence[Any]
List = dict[str, Any]


def percent(value: float) -> str:
    """Write a share with the digits that it was published with."""
    return f"{write(value)} %"


def upper(value: float) -> int:
    """Return the end of an axis from 0 that holds a value: the next ten."""
    return min(100, int(-(-value // 10)) * 10) or 10


def bar(name: str, entry: Entry, **more: Any) -> dict[str, Any]:
    """Return a row with one bar."""
    holder, kind, value, figure, *_ = entry
    label = f"{percent(value)}{KINDS.get(figure, '')}"
    colour = "Rest of world" if kind == "others" else holder
    return {"name": name, "bars": [part(colour, 0, value, label)]} | more


def unknown(name: str, value: float) -> dict[str, Any]:
    """Return a row for what is left to nobody: an outline, because no share is published."""
    one = part("Rest of world", 0, value, f"{fixed(value, 1)} %: not published whose")
    return {"name": name, "bars": [one | {"hollow": True}]}


def bars_panel(shown: Sequence[List]) -> Panel:
    """Return one list as bars, the largest first; two as pairs of bars, holder by holder."""
    made: list[dict[str, Any]] = []
    if len(shown) == 1:
        made = [bar(entry[0], entry) for entry in [*shown[0]["sellers"], *shown[0]["others"]]]
        if (left := left_over(shown[0]["sellers"], shown[0]["others"])) is not None:
            made.append(unknown("All the rest", left))
    else:
        by_holder = [{e[0]: e for e in [*one["sellers"], *one["others"]]} for one in shown]
        holders = dict.fromkeys(name for found in by_holder for name in found)
        for holder in sorted(holders, key=lambda name: name == "Others"):
            for place, (one, entries) in enumerate(zip(shown, by_holder, strict=True)):
                words = one["id"] if shown[0]["period"] == shown[1]["period"] else one["period"]
                name = f"{holder} {words}" if place == 0 else words
                gap = {"gap": True} if place == 0 else {}
                if holder in entries:
                    made.append(bar(name, entries[holder], **gap))
                else:
                    made.append({"name": name, "bars": [], "note": "not named"} | gap)
    most = max(one["to"] for row in made for one in row["bars"])
    return bar_panel("Share of the market", made, upper(most), unit="%", decimals=1)


def _named(one: List) -> list[Entry]:
    return [entry for entry in one["sellers"] if entry[1] == "firm"]


def told(title: str, publisher: str, shown: Sequence[List]) -> Scene:
    """Return the title and the sentence of one list: its leader, and how concentrated it is."""
    (one,) = shown
    firms = _named(one)
    leader = (firms or one["sellers"])[0]
    where = f"{title}, {one['period']}"
    top = publisher in TOP_LISTS and one["own"]
    found = concentration(one["sellers"], one["others"], top=top)
    if len(one["sellers"]) == 1:
        rest = fixed(100 - leader[2], 1)
        grouped = leader[1] in GROUPS
        whose = "how they share it" if grouped else f"who held the other {rest} %"
        return {
            "title": f"{where}: the only share published is {percent(leader[2])}, {leader[0]}",
            "sentence": f"Only one share is published, {percent(leader[2])}, {leader[0]}; {whose} "
            f"is not. So the Herfindahl-Hirschman index may lie anywhere from "
            f"{fixed(found.low, 0)} to {fixed(found.high, 0)}.",
        }
    four = (
        f"The four largest named held {fixed(found.four, 1)} % (CR4). "
        if found.four is not None
        else f"Firms named: {len(firms)}. "
    )
    return {
        "title": f"{where}: the largest share named is {leader[0]}'s, {percent(leader[2])}",
        "sentence": f"{publisher} names {leader[0]} with the largest share, {percent(leader[2])}. "
        f"{four}The Herfindahl-Hirschman index lies between {fixed(found.low, 0)} and "
        f"{fixed(found.high, 0)}: what is left may be dust, or blocks as large as the list allows.",
    }


def compared(title: str, publisher: str, shown: Sequence[List]) -> Scene:
    """Return the title and the sentence of two lists: which share differs most."""
    first, second = sorted(shown, key=lambda one: (one["x"], one["edition"]))
    before = {entry[0]: entry for entry in _named(first)}
    both = [(before[entry[0]], entry) for entry in _named(second) if entry[0] in before]
    where = f"{title}: {first['id']} and {second['id']}"
    if not both:
        words = "No firm is named in both lists, so no share can be compared."
        return {"title": f"{where}: no firm in both", "sentence": words}
    old, new = max(both, key=lambda pair: abs(round(pair[1][2] - pair[0][2], 6)))
    change = f"from {percent(old[2])} to {percent(new[2])}"
    same = first["period"] == second["period"]
    what = "moved most between the two lists" if not same else "differs most between the releases"
    out = [e[0] for e in _named(first) if e[0] not in {e[0] for e in _named(second)}]
    left = f" No longer named: {', '.join(out)}; that is no share of zero." if out else ""
    return {
        "title": f"{where}: {old[0]} {change}",
        "sentence": f"Of the shares named in both, that of {old[0]} {what}: {change}, "
        f"by {publisher}.{left}",
    }


def releases(shown: Sequence[List], firm: str) -> list[list[list[Any]]]:
    """Return a firm's points, those of each release together, the earliest release first."""
    found: dict[str, list[list[Any]]] = {}
    for one in sorted(shown, key=lambda one: (one["edition"], one["x"])):
        for entry in one["sellers"]:
            if entry[0] == firm:
                found.setdefault(one["edition"], []).append([one["x"], entry[2], one["period"]])
    return sorted(found.values(), key=lambda points: (points[-1][0], points[0][0]))


def lines_panel(
    shown: Sequence[List],
    firms: Sequence[str],
    market: str,
    *,
    covered: bool,
    breaks: Sequence[Sequence[Any]],
) -> dict[str, Any]:
    """Return the shares of some firms over the years: a line joins points of one release only."""
    series = []
    for firm in firms:
        points: list[Any] = []
        for release in releases(shown, firm):
            kept = [point for point in release if not covered or point[0] <= LAST_SHOWN]
            if points and kept:
                points.append(None)
            points += kept
        series.append({"name": firm, "colour": firm, "points": points})
    values = [point for one in series for point in one["points"] if point]
    rules = [
        {"x": x, "label": label}
        for where, firm, x, label in breaks
        if where == market and firm in firms
    ]
    start, end = min(point[0] for point in values), max(point[0] for point in values)
    return {"form": "lines", "heading": "Share of the market, per cent", "unit": "%"} | {
        "decimals": 1,
        "from": int(start) if start < end else int(start) - 1,
        "to": -int(-end // 1) if start < end else int(end) + 1,
        "min": 0,
        "max": upper(max(point[1] for point in values) * 1.1),
        "series": series,
        "rules": rules,
    }


def with_guess(panel: dict[str, Any], firm: str, guess: Mapping[str, float], covered: bool) -> None:
    """Add the years in which a firm's line is to be drawn, or was, and make room for them."""
    panel["guess"] = line_to_draw(firm, GUESSED, guess, covered=covered)
    panel["to"] = GUESSED[-1] if covered else max(panel["to"], GUESSED[-1])
    highest = max([panel["max"] / 1.1, *guess.values()])
    panel["max"] = 50 if covered else upper(highest)


def asking(where: str, publisher: str, firm: str) -> str:
    """Return the question for a line to draw."""
    return (
        f"{where}, by {publisher}: how does {firm}'s share go on after {LAST_SHOWN}? "
        f"Draw the line for {GUESSED[0]} to {GUESSED[-1]}."
    )


def with_bounds(panel: dict[str, Any], firm: str, limits: Mapping[int, float]) -> list[str]:
    """Draw what a firm can at most have held in years without a share, and say it in notes."""
    if limits:
        panel["bands"] = [
            {"colour": firm, "points": [[year - 0.2, 0, most], [year + 0.2, 0, most]]}
            for year, most in limits.items()
        ]
    return [
        f"{year}: no share of {firm} is published; left out of the list, it held no more than "
        f"{percent(most)}."
        for year, most in limits.items()
    ]


def _ends(shown: Sequence[List], firm: str) -> tuple[list[Any], list[Any]]:
    points = [point for part in releases(shown, firm) for point in part]
    return min(points, key=lambda point: point[0]), max(points, key=lambda point: point[0])


def sentence_title(shown: Sequence[List], firms: Sequence[str]) -> str:
    """Return what moved most, as the end of a title."""
    firm, first, last = widest(shown, firms)
    if first[0] == last[0]:
        return f"{firm} {percent(last[1])} in {last[2]}"
    return f"{firm} {percent(first[1])} in {first[2]}, {percent(last[1])} in {last[2]}"


def widest(shown: Sequence[List], firms: Sequence[str]) -> tuple[str, list[Any], list[Any]]:
    """Return the firm whose published share moved most, with its first and its last point."""
    ends = [(firm, *_ends(shown, firm)) for firm in firms]
    return max(ends, key=lambda one: abs(round(one[2][1] - one[1][1], 6)))


def moved(shown: Sequence[List], firms: Sequence[str], publisher: str) -> str:
    """Return what moved most over the years, in a sentence."""
    firm, first, last = widest(shown, firms)
    among = "" if len(firms) == 1 else "Of the firms shown, "
    if first[0] == last[0]:
        return f"{publisher} gives {firm} {percent(last[1])} in {last[2]}, and no other year."
    verb = "went" if among == "" else "moved most:"
    return (
        f"{among}{firm}'s published share {verb} from {percent(first[1])} ({first[2]}) to "
        f"{percent(last[1])} ({last[2]}), by {publisher}."
    )


def bounded(shown: Sequence[List], firm: str, publisher: str) -> dict[int, float]:
    """Return the guessed years in which no list names a firm, with the most it can have held."""
    found = {}
    for year in GUESSED:
        of_year = [one for one in shown if one["x"] == year]
        if any(entry[0] == firm for one in of_year for entry in one["sellers"]):
            continue
        top = publisher in TOP_LISTS
        limits = [ceiling(one, top=top and one["own"]) for one in of_year]
        if known_limits := [limit for limit in limits if limit is not None]:
            found[year] = min(known_limits)
    return found


def gaps(
    shown: Sequence[List], firm: str, guess: Mapping[str, float], limits: Mapping[int, float]
) -> str:
    """Return a guessed line beside what was published, year by year."""
    words = []
    points = [point for part in releases(shown, firm) for point in part]
    for year in GUESSED:
        if str(year) not in guess:
            continue
        said = percent(guess[str(year)])
        published = [point for point in points if point[0] == year]
        if published:
            words.append(f"{year}: {said} guessed, {percent(published[0][1])} published")
        elif year in limits:
            words.append(f"{year}: {said} guessed, at most {percent(limits[year])} possible")
        else:
            words.append(f"{year}: {said} guessed, nothing published")
    return f"{'; '.join(words)}."

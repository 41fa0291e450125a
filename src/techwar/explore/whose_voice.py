"""The explorer *Whose voice?*: who speaks in the article, and in which kinds of claim."""

import math
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd

from techwar.data import load, source_line
from techwar.data.wording import capital
from techwar.explore.controls import Dropdown
from techwar.explore.explorer import HERE, Explorer, Guess
from techwar.explore.scene import Panel, Scene, bar_panel, beside_guess, guessed, part

ALL = "all"
#: The kinds of speaker as the table codes them, in the order of the rows, and their words.
SPEAKERS = {
    "reporter": "the newspaper itself",
    "company": "firm",
    "named analyst": "named analyst",
    "research firm": "research firm",
    "government": "government",
    "anonymous people, after an agency": "unnamed, after an agency",
    "anonymous executive": "unnamed executive",
    "anonymous people, to the newspaper": "unnamed, to the newspaper",
}
FIRST_UNNAMED = "anonymous people, after an agency"
KINDS = {
    "fact": "facts",
    "figure": "figures",
    "intention": "plans",
    "forecast": "forecasts",
    "opinion": "opinions",
}
#: What may count as “not named”, each wider than the one before: option, and what such a
#: claim does.
DEFINITIONS = {
    "narrow": ("neither name nor firm", "come from people of whom neither name nor firm is given"),
    "coded": ("not named", "come from people who are not named"),
    "wide": ("no name or no source", "leave open who stands behind them"),
}
#: Chains that name nobody, though a newspaper or a government speaks.
OPEN_CHAINS = ("no source given", "after media reports")
SUBTITLE = "Claims of one article of 22 May 2019, counted as the course coded them"
NOTE = "Own coding."


def whose_voice(
    *,
    speaker: str = ALL,
    kind: str = ALL,
    unnamed: str = "coded",
    guess_first: bool = True,
) -> "WhoseVoice":
    """Open the explorer on all claims, or on those of one kind and one speaker.

    Args:
        speaker: a value of `speaker_kind`, or "all".
        kind: a value of `kind`, or "all".
        unnamed: what counts as not named: "narrow", "coded" or "wide".
        guess_first: hide the counts of speakers until their share was guessed.

    Raises:
        ExplorerError: where a value is none of these.
    """
    state = {"speaker": speaker, "kind": kind, "unnamed": unnamed}
    return WhoseVoice(state, guess_first=guess_first)


def level(speaker: str, chain: str) -> int:
    """Return from which definition on a claim counts as not named: 1, 2, 3, or 0 for never."""
    if speaker.startswith("anonymous people"):
        return 1
    if speaker.startswith("anonymous"):
        return 2
    return 3 if chain.endswith(OPEN_CHAINS) else 0


@cache
def counts() -> list[list[Any]]:
    """Return [speaker, kind, level, number of claims] for each combination that occurs."""
    claims = load("claims")
    columns = (claims[name].astype(str) for name in ("speaker_kind", "kind", "chain"))
    found = Counter(
        (who, what, level(who, chain)) for who, what, chain in zip(*columns, strict=True)
    )
    return [[*key, number] for key, number in sorted(found.items())]


def number(*, speaker: str = ALL, kind: str = ALL, unnamed: str = "") -> int:
    """Return how many claims there are; with a definition, only those not named."""
    most = list(DEFINITIONS).index(unnamed) + 1 if unnamed else 0
    return sum(
        count
        for who, what, lowest, count in counts()
        if speaker in (ALL, who) and kind in (ALL, what) and (not unnamed or 0 < lowest <= most)
    )


def share(state: Mapping[str, str]) -> float:
    """Return the share not named among the claims of a state's kind, in per cent."""
    kind = state["kind"]
    return 100 * number(kind=kind, unnamed=state["unnamed"]) / number(kind=kind)


def whole(percent: float) -> int:
    """Return a share without decimals; a half goes up, as in the browser."""
    return math.floor(percent + 0.5)


def noun(kind: str) -> str:
    """Return what claims of a kind are called."""
    return KINDS.get(kind, "claims")


def question(state: Mapping[str, str]) -> str:
    """Return what is asked while the answer is covered."""
    phrase = DEFINITIONS[state["unnamed"]][1]
    return f"What share of the article's {number(kind=state['kind'])} {noun(state['kind'])} " + (
        f"{phrase}?".replace("come from", "comes from").replace("leave open", "leaves open")
    )


def finding(state: Mapping[str, str]) -> str:
    """Return the title of the picture."""
    kind, unnamed = state["kind"], state["unnamed"]
    words = f"{number(kind=kind, unnamed=unnamed)} of {number(kind=kind)} {noun(kind)}"
    words += f", {whole(share(state))} %,"
    return f"{words} {DEFINITIONS[unnamed][1]}"


def result(state: Mapping[str, str], guess: float | None) -> str:
    """Return what a state shows in words, and how far a guess is from it."""
    words = f"{finding(state)}."
    if (speaker := state["speaker"]) != ALL:
        made = [(number(speaker=speaker, kind=kind), name) for kind, name in KINDS.items()]
        listed = ", ".join(f"{name} {count}" for count, name in made if count)
        words += f" {capital(SPEAKERS[speaker])}: {listed}."
    return words + beside_guess(guess, share(state), unit="%", noun="point")


def share_panel(state: Mapping[str, str], guess: float | None) -> Panel:
    """Return the share not named as a bar, the one that is guessed."""
    named = DEFINITIONS[state["unnamed"]][0]
    held, rest = share(state), 100 - whole(share(state))
    bars = [
        part("unnamed", 0, held, f"{named} {whole(held)} %"),
        part("others", held, 100, f"others {rest} %"),
    ]
    row = {"name": "", "bars": [bar for bar in bars if bar["to"] != bar["from"]]}
    return bar_panel("Share of these claims", [row], 100, unit="%", guess=guessed(guess))


def speakers_panel(state: Mapping[str, str], most: int) -> Panel:
    """Return how many claims of the chosen kind each kind of speaker makes."""
    rows = []
    for speaker, name in SPEAKERS.items():
        chosen = {"speaker": speaker, "kind": state["kind"]}
        count, without = number(**chosen), number(**chosen, unnamed=state["unnamed"])
        label = f"{count} ({without} without)" if 0 < without < count else f"{count}"
        colour = "unnamed" if count and without == count else "others"
        row = {"name": name, "bars": [part(colour, 0, count, label)]}
        rows.append(row | ({"gap": True} if speaker == FIRST_UNNAMED else {}))
    return bar_panel(f"Who makes the {noun(state['kind'])}", rows, most)


def kinds_panel(state: Mapping[str, str], most: int) -> Panel:
    """Return which kinds of claim the chosen kind of speaker makes."""
    speaker = state["speaker"]
    found = [(name, number(speaker=speaker, kind=kind)) for kind, name in KINDS.items()]
    rows = [{"name": name, "bars": [part("kinds", 0, n, f"{n}")]} for name, n in found]
    whose = "all speakers" if speaker == ALL else SPEAKERS[speaker]
    return bar_panel(f"Kinds of claim: {whose}", rows, most)


def controls() -> list[Dropdown]:
    """Return the three drop-down lists."""
    speakers = {ALL: "all speakers"} | SPEAKERS
    kinds = {ALL: "all claims"} | KINDS
    definitions = {key: option for key, (option, _) in DEFINITIONS.items()}
    return [
        Dropdown("kind", "Kind of claim", {"": kinds}, ALL),
        Dropdown("speaker", "Kind of speaker", {"": speakers}, ALL),
        Dropdown("unnamed", "“Not named” means", {"": definitions}, "coded"),
    ]


class WhoseVoice(Explorer):
    """The explorer *Whose voice?*; made by `whose_voice`."""

    _esm = HERE / "static" / "whose_voice.js"
    name = "whose-voice"

    def __init__(self, state: Mapping[str, object], *, guess_first: bool) -> None:
        """Open on all claims, or on those that `state` chooses."""
        most = max(number(speaker=one) for one in SPEAKERS)
        super().__init__(
            controls(),
            state,
            title="Whose voice?",
            guess=Guess({"guess": "Your guess"}, "%", 0, 100),
            guess_first=guess_first,
            colours={"unnamed": "#b45309", "others": "#828c9a", "kinds": "#3f4a5a"},
            data={
                "subtitle": SUBTITLE,
                "source": f"{NOTE} {source_line(self.rows())}",
                "counts": counts(),
                "speakers": list(SPEAKERS.items()),
                "kinds": list(KINDS.items()),
                "phrases": [[key, phrase, option] for key, (option, phrase) in DEFINITIONS.items()],
                "first_unnamed": FIRST_UNNAMED,
                "most": most,
            },
        )

    def drawn(self) -> Scene:
        """Return who speaks, and what is claimed."""
        state, data = self.shown, self.spec["data"]
        return {
            "question": question(state),
            "title": finding(state),
            "subtitle": data["subtitle"],
            "source": data["source"],
            "sentence": result(state, self.guess),
            "panels": [
                share_panel(state, self.guess),
                speakers_panel(state, data["most"]),
                kinds_panel(state, data["most"]),
            ],
        }

    def rows(self) -> pd.DataFrame:
        """Return the claims."""
        return load("claims")

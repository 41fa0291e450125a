"""The base of the explorers: drawn in the browser, with their state in Python."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import pandas as pd
import traitlets

from techwar.data.wording import write
from techwar.explore.controls import (
    Control,
    ExplorerError,
    State,
    check_state,
    number_or_nan,
)
from techwar.explore.scene import Scene, cover, describe, table
from techwar.figures import COLOURS, Finding
from techwar.figures.renderer import img

HERE = Path(__file__).parent
#: Drawn by the build: rendering one while a cell waits would take seconds in a fresh kernel.
PICTURES = HERE / "pictures"
#: What to do where a line is guessed.
DRAW_A_LINE = "draw the line, or type a number for each year"
#: Said where an early figure was read in a later copy.
COPIES = "A source dated later is a copy: what is shown was public by then."


@dataclass(frozen=True)
class Guess:
    """What is asked: a number, or one for each of several fields (key and words).

    `how` says what to do: it ends the sentence that asks, and the one that refuses a guess.
    """

    fields: Mapping[str, str]
    unit: str
    min: float
    max: float
    how: str = "drag the bar or type a number"
    decimals: int = 0

    def checked(self, value: object) -> float | dict[str, float] | None:
        """Return a legal guess; raises `ExplorerError` for any other."""
        if value is None:
            return None
        if len(self.fields) == 1:
            return self._number(value)
        if not isinstance(value, Mapping) or not set(value) <= set(self.fields):
            wanted = ", ".join(map(repr, self.fields))
            raise ExplorerError(f"guess cannot be {value!r}: give a number for each of {wanted}.")
        return {key: self._number(value[key]) for key in self.fields if key in value} or None

    def _number(self, value: object) -> float:
        if self.min <= (number := number_or_nan(value)) <= self.max:
            return number
        raise ExplorerError(
            f"guess cannot be {value!r}: give a number from {write(self.min)} to "
            f"{write(self.max)}, or None."
        )

    def waiting(self, guess: Any) -> str:
        """Return what is said while the answer is covered."""
        if guess is None or (len(self.fields) > 1 and len(guess) < len(self.fields)):
            return f"Guess first: {self.how}."
        if len(self.fields) > 1:
            return "Your guess is complete. Press Show to compare."
        return f"Your guess: {write(guess)} {self.unit}".strip() + ". Press Show to compare."

    def spec(self) -> dict[str, Any]:
        """Return what the browser needs to ask it."""
        fields = [{"key": key, "label": label} for key, label in self.fields.items()]
        return vars(self) | {"fields": fields}


class Explorer(anywidget.AnyWidget):
    """A picture that answers its controls in the browser, with its state and guess in Python.

    Traits:
        state: the values of the controls. Assigning some of them keeps the others, and moves
            the browser; a move in the browser arrives here a tenth of a second later.
        guess: the number guessed in the picture (a dict of numbers where several are asked),
            or None.
        revealed: whether the answer is shown. Until then neither the picture nor
            `sentence()`, `table()` and `picture()` give it away.

    A subclass sets `_esm` and `name`, and writes `drawn` and `rows`.
    """

    _css = HERE / "static" / "explorer.css"
    name: ClassVar[str]
    #: What tells pictures apart that no control tells apart, such as "later".
    variant = ""

    spec = traitlets.Dict().tag(sync=True)
    # No echo: an older value that comes back would throw the slider back under the hand.
    state = traitlets.Dict().tag(sync=True, echo_update=False)
    guess = traitlets.Any(None, allow_none=True).tag(sync=True, echo_update=False)
    revealed = traitlets.Bool(False).tag(sync=True, echo_update=False)

    def __init__(
        self,
        controls: Iterable[Control],
        state: Mapping[str, object],
        *,
        title: str,
        guess: Guess | None = None,
        guess_first: bool = False,
        colours: Mapping[str, str] | None = None,
        data: Any = None,
    ) -> None:
        """Open with each control's opening value, or with those of `state` in their place."""
        self._controls = tuple(controls)
        self._guess = guess
        opening = check_state(self._controls, state)
        spec = {
            "title": title,
            "guess_first": guess_first,
            "opening": opening,
            "controls": [control.spec() for control in self._controls],
            "guess": guess.spec() if guess else None,
            "colours": COLOURS | dict(colours or {}),
            "data": data,
        }
        super().__init__(spec=spec, state=opening, revealed=not guess_first)
        self._opening_words = self.description()

    @property
    def picture_name(self) -> str:
        """Name of the file with the picture of the opening state."""
        values = [_in_a_name(value) for value in self.spec["opening"].values()]
        covered = ["covered"] if self.spec["guess_first"] else []
        named = [self.name, self.variant] if self.variant else [self.name]
        return "-".join([*named, *values, *covered]) + ".svg"

    @property
    def covered(self) -> bool:
        """Whether the answer is still hidden."""
        return not self.revealed

    @property
    def shown(self) -> State:
        """The state that is drawn: while the answer is covered, the opening one."""
        return State(self.spec["opening"] if self.covered else self.state)

    def drawn(self) -> Scene:
        """Return the scene of the state that is drawn, its `question` included.

        A scene without one leaves the answer out itself while it is covered.
        """
        raise NotImplementedError

    def scene(self) -> Scene:
        """Return what the explorer shows as it stands, the answer left out while it is covered."""
        drawn = self.drawn()
        if not self.covered or self._guess is None:
            return {key: part for key, part in drawn.items() if key != "question"}
        return cover(drawn, self._guess.waiting(self.guess))

    def rows(self) -> pd.DataFrame:
        """Return the rows of the tables that the picture rests on."""
        raise NotImplementedError

    def sentence(self) -> str:
        """Return the result in words, or the question while the answer is covered."""
        scene = self.scene()
        return str(scene["title"] if self.covered else scene["sentence"])

    def table(self) -> pd.DataFrame:
        """Return the numbers behind the picture."""
        return table(self.scene())

    def picture(self) -> Finding:
        """Return the picture as it stands, with its sources, as a chart that can be kept."""
        from techwar.explore.still import draw

        return draw(self.scene(), self.rows(), self.spec["colours"])

    def description(self) -> str:
        """Return the text alternative of the picture."""
        return describe(self.scene())

    @traitlets.validate("state")
    def _validate_state(self, proposal: Any) -> State:
        return check_state(self._controls, proposal["value"], self.state)

    @traitlets.validate("guess")
    def _validate_guess(self, proposal: Any) -> Any:
        if self._guess is None and proposal["value"] is not None:
            raise ExplorerError("This explorer asks for no guess.")
        return self._guess.checked(proposal["value"]) if self._guess else None

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data: dict[str, Any]
        data, metadata = super()._repr_mimebundle_(**kwargs)  # type: ignore[misc]
        data["text/plain"] = self._opening_words
        drawn = PICTURES / self.picture_name
        if drawn.is_file():
            data["text/html"] = img(drawn.read_text(encoding="utf-8"), self._opening_words)
        return data, metadata


def _in_a_name(value: object) -> str:
    words = "+".join(value) if isinstance(value, list) else value
    text = words if isinstance(words, str) else write(words)
    return re.sub(r"[^\w.+-]+", "-", text).strip("-")

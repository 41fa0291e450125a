"""The base of the explorers: drawn in the browser, with their state in Python."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from numbers import Real
from pathlib import Path
from typing import Any, ClassVar, NoReturn

import anywidget
import pandas as pd
import traitlets

from techwar.data.wording import write
from techwar.errors import TechwarError
from techwar.figures import COLOURS, Finding
from techwar.figures.renderer import img

HERE = Path(__file__).parent
#: Drawn by the build: rendering one while a cell waits would take seconds in a fresh kernel.
PICTURES = HERE / "pictures"


class ExplorerError(TechwarError, traitlets.TraitError):
    """A state or a guess that an explorer cannot show (traitlets takes it back)."""


@dataclass(frozen=True)
class Control:
    """One slider: what it sets, how far it goes, and where the printed number stands on it."""

    key: str
    label: str
    min: float
    max: float
    step: float
    printed: float
    half: float
    unit: str = "%"

    @property
    def allowed(self) -> str:
        """The legal values in words."""
        return f"a number from {write(self.min)} to {write(self.max)} in steps of {self.step}"

    def checked(self, value: object) -> float:
        """Return a legal value as a float; raises `ExplorerError` for any other."""
        number = number_or_nan(value)
        if self.min <= number <= self.max:
            nearest = self.min + round((number - self.min) / self.step) * self.step
            if math.isclose(number, nearest, abs_tol=1e-9):
                return round(nearest, 9)
        raise ExplorerError(f"{self.key} cannot be {value!r}: give {self.allowed}.")


def number_or_nan(value: object) -> float:
    """Return a number as a float, and not-a-number for anything else."""
    is_number = isinstance(value, Real) and not isinstance(value, bool)
    return float(value) if is_number else math.nan  # type: ignore[arg-type]


class State(dict[str, float]):
    """The values of the controls. Read-only, because the browser hears only of a whole state."""

    def __setitem__(self, key: str, value: float) -> NoReturn:
        """Refuse, and say how a state is changed."""
        raise ExplorerError(
            f"A state is not changed in place: assign it, explorer.state = {{{key!r}: {value!r}}}."
        )


def check_state(controls: Iterable[Control], given: Mapping[str, object]) -> State:
    """Return a whole state: the values given, and the printed ones for the rest.

    Raises:
        ExplorerError: where a key is no control, or a value none that its slider can show.
    """
    known = {control.key: control for control in controls}
    for key in given:
        if key not in known:
            raise ExplorerError(
                f"There is no control {key!r}: the controls are {', '.join(known)}."
            )
    return State(
        {key: control.checked(given.get(key, control.printed)) for key, control in known.items()}
    )


class Explorer(anywidget.AnyWidget):
    """A picture that answers a slider in the browser, with its state and guess in Python.

    Traits:
        state: the values of the controls. Assigning some of them keeps the others, and moves
            the browser; a move in the browser arrives here a tenth of a second later.
        guess: the number guessed in the picture, or None.
        revealed: whether the answer is shown. Until then neither the picture nor
            `sentence()`, `table()` and `picture()` give it away.

    A subclass sets `_esm` and `name`, and writes the four methods that raise here.
    """

    _css = HERE / "static" / "explorer.css"
    name: ClassVar[str]

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
        guess_first: bool,
        **spec: Any,
    ) -> None:
        """Open with the printed numbers, or with those of `state` in their place."""
        self._controls = tuple(controls)
        opening = check_state(self._controls, state)
        shared = {
            "opening": opening,
            "controls": [vars(control) for control in self._controls],
            "colours": COLOURS,
            "guess_first": guess_first,
        }
        super().__init__(spec=shared | spec, state=opening, revealed=not guess_first)
        self._opening_words = self.description()

    @property
    def picture_name(self) -> str:
        """Name of the file with the picture of the opening state."""
        values = [write(value) for value in self.spec["opening"].values()]
        covered = ["covered"] if self.spec["guess_first"] else []
        return "-".join([self.name, *values, *covered]) + ".svg"

    @property
    def covered(self) -> bool:
        """Whether the answer is still hidden."""
        return not self.revealed

    def sentence(self) -> str:
        """Return the result in words, or the question while the answer is covered."""
        raise NotImplementedError

    def table(self) -> pd.DataFrame:
        """Return the numbers behind the picture: quantity, value, low, high, unit."""
        raise NotImplementedError

    def picture(self) -> Finding:
        """Return the picture as it stands, with its sources, as a chart that can be kept."""
        raise NotImplementedError

    def description(self) -> str:
        """Return the text alternative of the picture."""
        raise NotImplementedError

    @traitlets.validate("state")
    def _validate_state(self, proposal: Any) -> State:
        return check_state(self._controls, {**self.state, **proposal["value"]})

    @traitlets.validate("guess")
    def _validate_guess(self, proposal: Any) -> float | None:
        value, limits = proposal["value"], self.spec["guess"]
        if value is None:
            return None
        if limits["min"] <= (number := number_or_nan(value)) <= limits["max"]:
            return number
        raise ExplorerError(
            f"guess cannot be {value!r}: give a number from {limits['min']} to {limits['max']}, "
            "or None."
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data: dict[str, Any]
        data, metadata = super()._repr_mimebundle_(**kwargs)  # type: ignore[misc]
        data["text/plain"] = self._opening_words
        drawn = PICTURES / self.picture_name
        if drawn.is_file():
            data["text/html"] = img(drawn.read_text(encoding="utf-8"), self._opening_words)
        return data, metadata

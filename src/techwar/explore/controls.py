"""The controls of an explorer, and the rule by which a state is legal."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Any, NoReturn

import traitlets

from techwar.data.wording import write
from techwar.errors import TechwarError

#: Values and their words, for each value of the controls that they depend on ("" for none;
#: the values of several stand in their order, a blank between them).
Offers = Mapping[str, Mapping[str, str]]
#: Another control, and those of its values beside which this one is shown.
Only = tuple[str, tuple[str, ...]]


class ExplorerError(TechwarError, traitlets.TraitError):
    """A state or a guess that an explorer cannot show (traitlets takes it back)."""


def number_or_nan(value: object) -> float:
    """Return a number as a float, and not-a-number for anything else."""
    is_number = isinstance(value, Real) and not isinstance(value, bool)
    return float(value) if is_number else math.nan  # type: ignore[arg-type]


@dataclass(frozen=True)
class Slider:
    """A number in steps. `printed` and `half` mark where a source printed it, and its rounding."""

    key: str
    label: str
    min: float
    max: float
    step: float
    opening: float
    unit: str = "%"
    printed: float | None = None
    half: float | None = None
    only: Only | None = None

    @property
    def allowed(self) -> str:
        """The legal values in words."""
        return f"a number from {write(self.min)} to {write(self.max)} in steps of {self.step}"

    def checked(self, value: object, state: Mapping[str, Any]) -> float:
        """Return a legal value as a float; raises `ExplorerError` for any other."""
        number = number_or_nan(value)
        if self.min <= number <= self.max:
            nearest = self.min + round((number - self.min) / self.step) * self.step
            if math.isclose(number, nearest, abs_tol=1e-9):
                return round(nearest, 9)
        raise ExplorerError(f"{self.key} cannot be {value!r}: give {self.allowed}.")

    def settled(self, value: float, state: Mapping[str, Any]) -> float:
        """Return the value as it is: a slider depends on no other control."""
        return value

    def spec(self) -> dict[str, Any]:
        """Return what the browser needs to draw it."""
        marks = {"printed": self.printed, "half": self.half}
        kept = {key: value for key, value in marks.items() if value is not None}
        ends = {"min": self.min, "max": self.max, "step": self.step, "unit": self.unit}
        return _spec(self, "slider") | ends | kept


@dataclass(frozen=True)
class Dropdown:
    """One of several values; which are on offer may depend on others ("market year").

    Where neither the value kept nor the opening one is on offer, the one at `place` is taken.
    `like` names a control that offers the same, so that the browser gets the offers once;
    with `from_data` it makes them from the data of the explorer, and gets none.
    """

    key: str
    label: str
    offers: Offers
    opening: str
    depends: str = ""
    only: Only | None = None
    place: int = 0
    like: str = ""
    from_data: bool = False

    def checked(self, value: object, state: Mapping[str, Any]) -> str:
        """Return a value that is on offer; raises `ExplorerError` for any other."""
        offered = _offered(self, state)
        if isinstance(value, str) and value in offered:
            return value
        raise ExplorerError(f"{self.key} cannot be {value!r}: choose one of {_listed(offered)}.")

    def settled(self, value: str, state: Mapping[str, Any]) -> str:
        """Return the value if it is still on offer, else the opening one, else that at `place`."""
        offered = list(_offered(self, state))
        last = offered[min(self.place, len(offered) - 1)]
        return next((one for one in (value, self.opening) if one in offered), last)

    def spec(self) -> dict[str, Any]:
        """Return what the browser needs to draw it."""
        like = {"like": self.like} if self.like else {}
        return _spec(self, "dropdown") | _offers(self) | like | {"place": self.place}


@dataclass(frozen=True)
class Checkboxes:
    """Several values at once, at least `least` and at most `most` of those on offer.

    With `from_data` the browser makes the offers from the data of the explorer.
    """

    key: str
    label: str
    offers: Offers
    opening: Sequence[str]
    depends: str = ""
    least: int = 1
    most: int = 6
    only: Only | None = None
    from_data: bool = False

    def checked(self, value: object, state: Mapping[str, Any]) -> list[str]:
        """Return the values in the order of the offer; raises `ExplorerError` for others."""
        offered = _offered(self, state)
        given = list(value) if isinstance(value, list | tuple | set) else [value]
        unknown = [one for one in given if not isinstance(one, str) or one not in offered]
        if unknown:
            raise ExplorerError(
                f"{self.key} cannot hold {unknown[0]!r}: choose of {_listed(offered)}."
            )
        ticked = [one for one in offered if one in given]
        if self.least <= len(ticked) <= self.most:
            return ticked
        raise ExplorerError(f"{self.key} takes {self.least} to {self.most} of {_listed(offered)}.")

    def settled(self, value: Sequence[str], state: Mapping[str, Any]) -> list[str]:
        """Return those values that are still on offer, else the opening ones, else the first."""
        offered = list(_offered(self, state))
        first = offered[: self.most]
        legal = [
            [one for one in offered if one in ticked][: self.most]
            for ticked in (value, self.opening, first)
        ]
        return next((ticked for ticked in legal if len(ticked) >= self.least), legal[-1])

    def spec(self) -> dict[str, Any]:
        """Return what the browser needs to draw it."""
        return _spec(self, "checkboxes") | _offers(self) | {"least": self.least, "most": self.most}


Control = Slider | Dropdown | Checkboxes


def _spec(control: Control, kind: str) -> dict[str, Any]:
    spec: dict[str, Any] = {"control": kind, "key": control.key, "label": control.label}
    spec["opening"] = control.opening
    if control.only:
        key, values = control.only
        spec["only"] = {"key": key, "values": list(values)}
    return spec


def _offers(control: Dropdown | Checkboxes) -> dict[str, Any]:
    depends: dict[str, Any] = {"depends": control.depends}
    if control.from_data or (isinstance(control, Dropdown) and control.like):
        return depends
    options = {
        beside: [[value] if value == words else [value, words] for value, words in offered.items()]
        for beside, offered in control.offers.items()
    }
    return depends | {"options": options}


def _offered(control: Dropdown | Checkboxes, state: Mapping[str, Any]) -> Mapping[str, str]:
    return control.offers[beside(control, state)]


def beside(control: Dropdown | Checkboxes, state: Mapping[str, Any]) -> str:
    """Return the values of the controls that this one depends on, as `offers` names them."""
    return " ".join(str(state[key]) for key in control.depends.split())


def _listed(offered: Mapping[str, str]) -> str:
    return ", ".join(map(repr, offered))


class State(dict[str, Any]):
    """The values of the controls. Read-only, because the browser hears only of a whole state."""

    def __setitem__(self, key: str, value: Any) -> NoReturn:
        """Refuse, and say how a state is changed."""
        raise ExplorerError(
            f"A state is not changed in place: assign it, explorer.state = {{{key!r}: {value!r}}}."
        )


def check_state(
    controls: Iterable[Control],
    given: Mapping[str, object],
    kept: Mapping[str, Any] | None = None,
) -> State:
    """Return a whole state: the values given, and for the rest those kept or the opening ones.

    A value that is kept gives way where it is no longer on offer; a value that is given does not.

    Raises:
        ExplorerError: where a key is no control, or a value none that its control can show.
    """
    known = {control.key: control for control in controls}
    for key in given:
        if key not in known:
            raise ExplorerError(
                f"There is no control {key!r}: the controls are {', '.join(known)}."
            )
    state: dict[str, Any] = {}
    for key, control in known.items():
        if key in given:
            state[key] = control.checked(given[key], state)
        else:
            value: Any = (kept or {}).get(key, control.opening)
            state[key] = control.settled(value, state)
    return State(state)

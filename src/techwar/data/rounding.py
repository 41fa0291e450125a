"""What a printed number may have been before it was rounded."""

import itertools
import math
from collections.abc import Callable
from numbers import Real

from techwar.data.errors import DataError


def half_digit(printed: float) -> float:
    """Return half of the last printed digit: 0.05 for 18.5, 0.5 for 44.

    `printed` is the number as a table holds it; a whole number counts as
    printed without decimals. Unit: that of the number.
    """
    if not isinstance(printed, Real) or isinstance(printed, bool):
        raise DataError(f"{printed!r} is no number: take a row's .value, without quotes.")
    text = f"{printed:.10f}".rstrip("0").rstrip(".")
    decimals = len(text.partition(".")[2])
    return 0.5 / float(10**decimals)


def printed_range(printed: float) -> tuple[float, float]:
    """Return the two ends between which a printed number lay before rounding."""
    half = half_digit(printed)
    return printed - half, printed + half


def lowest_highest(
    function: Callable[..., float], *ranges: tuple[float, float]
) -> tuple[float, float]:
    """Return the smallest and the largest result of a function over all corners.

    `ranges` is one (low, high) an argument, in the order of the arguments.
    Right where the function rises or falls all the way in each argument, as
    products and quotients of positive numbers do.

    Raises `DataError` for a range that is no pair, and `ValueError` where a
    corner has no finite value.
    """
    for given in ranges:
        if not hasattr(given, "__len__") or len(given) != 2:
            raise DataError(
                f"{given!r} is no range: give one pair (low, high) for each argument of the "
                "function. A list of pairs needs a star: lowest_highest(f, *ranges)."
            )
    results = [function(*corner) for corner in itertools.product(*ranges)]
    if not all(math.isfinite(result) for result in results):
        raise ValueError("a corner of these ranges has no finite value")
    return min(results), max(results)

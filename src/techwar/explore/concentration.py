"""The ends of the Herfindahl-Hirschman index of a market of which only some shares are printed.

Shares are reckoned in tenths of a per cent, the last digit that is printed: whole numbers come
out alike here and in browser/concentration.js.
"""

from collections.abc import Sequence

WHOLE = 1000
Ends = tuple[float, float]


def tenths(share: float) -> int:
    """Return a share, in per cent, in tenths of a per cent."""
    return round(10 * share)


def sums(held: Sequence[float], *, top: bool = False) -> tuple[int, int, int]:
    """Return of named shares the sum of squares, what they leave, and the most of one not named.

    In tenths of a per cent and their squares; with `top` nobody passes the smallest named.
    """
    named = [tenths(share) for share in held]
    squares = sum(share * share for share in named)
    return squares, max(0, WHOLE - sum(named)), min(named) if top else WHOLE


def bounds(squares: int, left: int, most: int, firms: int = 0) -> Ends | None:
    """Return the lowest and the highest Herfindahl-Hirschman index, in points.

    `squares` and `left` come from `sums`. What is left goes to firms of which none holds more
    than `most`, and at most `firms` of them (0: any number). None where no market is like that.
    """
    if firms and firms * most < left:
        return None
    pieces = left // most
    high = squares + pieces * most**2 + (left - pieces * most) ** 2
    return (squares + (left * left / firms if firms else 0)) / 100, high / 100

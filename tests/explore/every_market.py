"""Brute force beside the bounds of the Herfindahl-Hirschman index: every market that fits."""

from collections.abc import Iterable, Iterator


def herfindahl(shares: Iterable[float]) -> float:
    """The index of a market whose shares are all known, in per cent."""
    return sum(share**2 for share in shares)


def partitions(whole: int, most: int) -> Iterator[list[int]]:
    """Every way to cut a whole into whole parts, none above `most`."""
    if whole == 0:
        yield []
    for part in range(min(whole, most), 0, -1):
        for rest in partitions(whole - part, part):
            yield [part, *rest]

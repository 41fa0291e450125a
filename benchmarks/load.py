"""How long `load` takes, the first time and after: `python benchmarks/load.py`.

Prints a line for each table: rows, the first load of a fresh process, the median
of fifty after it, and beside it plain `pandas.read_csv` of the same file.
"""

import statistics
import time
from collections.abc import Callable

import pandas as pd

from techwar.data import load, path, table_names

RUNS = 50


def milliseconds(call: Callable[[], object]) -> float:
    """Return how long one call takes."""
    began = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - began)


def main() -> None:
    """Print the table."""
    print(
        f"{'table':<18}{'rows':>6}{'first ms':>10}{'after ms':>10}{'read_csv ms':>13}{'ratio':>7}"
    )
    for name in table_names():
        first = milliseconds(lambda name=name: load(name))
        pairs = [
            (
                milliseconds(lambda name=name: load(name)),
                milliseconds(lambda name=name: pd.read_csv(path(name))),
            )
            for _ in range(RUNS)
        ]
        after, plain = (statistics.median(column) for column in zip(*pairs, strict=True))
        rows = len(load(name))
        print(f"{name:<18}{rows:>6}{first:>10.1f}{after:>10.2f}{plain:>13.2f}{after / plain:>7.2f}")


if __name__ == "__main__":
    main()

"""What `import techwar` adds to the libraries that it needs: `python benchmarks/imports.py`.

Starts fresh processes in turn, libraries alone and with the course, and prints
the best of each and their ratio.
"""

import subprocess
import sys
import time

LIBRARIES = "import pandas, altair, anywidget"
COURSE = f"{LIBRARIES}, techwar"
RUNS = 10


def seconds(code: str) -> float:
    """Return how long a fresh process takes to run `code`."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - began


def main() -> None:
    """Print a line for each import and the ratio between them."""
    pairs = [(seconds(LIBRARIES), seconds(COURSE)) for _ in range(RUNS)]
    libraries, course = (min(column) for column in zip(*pairs, strict=True))
    print(f"{'best of ' + str(RUNS):<36}seconds")
    print(f"{LIBRARIES:<36}{libraries:7.3f}")
    print(f"{'… and techwar':<36}{course:7.3f}")
    print(f"{'ratio':<36}{course / libraries:7.3f}")


if __name__ == "__main__":
    main()

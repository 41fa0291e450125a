"""A course of one tiny lesson, in a folder of its own."""

from pathlib import Path

import pytest

HEAD = """---
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---
"""
LESSON = (
    HEAD
    + """
# A share

China held {fact}`ihs-china-share-2017`; double is {value}`double:.0f`.
So: {fact}`ihs-china-share-2017`!

```{code-cell} ipython3
from techwar import check, fact

double = fact("ihs-china-share-2017").value * 2
double
```

+++

{quiz}`all`
"""
)
EXERCISES = (
    HEAD
    + """
# Task

{form}`3.1`

```{code-cell} ipython3
from techwar import check, fact
from techwar.tasks.lesson03 import world_2017

### BEGIN SOLUTION
world_2016 = world_2017() / 1.093
### END SOLUTION

check("3.1")
```
"""
)
QUIZ = "id,stem,option,right,feedback\n" + "".join(
    f"q,Which?,{name},{right},Because.\n"
    for name, right in (("a", "no"), ("b", "yes"), ("c", "no"))
)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return the root of a checkout with one lesson, 07-a-share; nothing is built."""
    folder = tmp_path / "course" / "07-a-share"
    folder.mkdir(parents=True)
    (folder / "lesson.md").write_text(LESSON, encoding="utf-8")
    (folder / "exercises.md").write_text(EXERCISES, encoding="utf-8")
    (folder / "quiz.csv").write_text(QUIZ, encoding="utf-8")
    (folder / "guide.md").write_text("Most guess {value}`double:.0f`.\n", encoding="utf-8")
    for room in ("lessons", "exercises", "solutions"):
        (tmp_path / room).mkdir()
    return tmp_path

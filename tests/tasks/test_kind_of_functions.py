"""A function as an answer: called on copies, never left to run for ever, told what it does."""

import signal
from collections.abc import Callable
from typing import Any

import pytest

from techwar.tasks import check
from techwar.tasks.kinds import Function
from techwar.tasks.lesson08 import LISTED, both_ends
from techwar.tasks.task import Verdict

KIND = Function((([3, 1], 2), ([5], 1), ([], 4)), 0.01, "ends(known, most)")


def ends(known: list[float], most: float) -> tuple[float, float]:
    return sum(known), sum(known) + most


EXPECTED = {"right": KIND.plain(ends), "mistakes": []}


def judged(function: Callable[..., Any]) -> Verdict:
    return KIND.judge(KIND.observe(function), EXPECTED)


def grows(known: list[float], most: float) -> tuple[float, float]:
    low = sum(known)
    known.append(most)
    return low, sum(known)


def sorts(known: list[float], most: float) -> tuple[float, float]:
    known.sort()
    return ends(known, most)


def works_on_a_copy(known: list[float], most: float) -> tuple[float, float]:
    held = list(known)
    held.append(most)
    return sum(known), sum(held)


@pytest.mark.parametrize("function", [grows, sorts])
def test_right_ends_by_way_of_a_changed_list_are_refused(function: Any) -> None:
    verdict = judged(function)
    assert (verdict.state, verdict.hint) == ("not yet", "changes its input")
    assert "copy" in verdict.message


def test_a_function_may_do_as_it_likes_with_a_copy() -> None:
    assert judged(works_on_a_copy).state == "done"


def test_ends_that_are_always_swapped_are_told_from_ends_that_cross() -> None:
    swapped = judged(lambda known, most: ends(known, most)[::-1])
    crossed = judged(lambda known, most: (sum(known), most))
    assert swapped.hint == crossed.hint == "reversed"
    assert "lower end before the upper" in swapped.message
    assert "([3, 1], 2)" in crossed.message
    assert "corner" not in swapped.message + crossed.message


def endless(known: list[float], most: float) -> tuple[float, float]:
    while most > 0:
        pass
    return ends(known, most)


@pytest.fixture
def interrupts_soon() -> Any:
    """Interrupt as Jupyter's menu does: a signal to the main thread."""
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="no alarm on this system")
@pytest.mark.usefixtures("interrupts_soon")
def test_an_interrupted_check_says_a_sentence_and_keeps_the_other_answers() -> None:
    answers = {"listed_ends": both_ends(LISTED, min(LISTED)), "hhi_ends": endless}
    said = check("8.3", namespace=answers)
    assert (said.state, said.hint) == ("not yet", "interrupted")
    assert "`while`" in said.message
    assert 0 < said.score < said.marks

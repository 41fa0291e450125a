"""What tests of explorers look at and do on the page, the same for each."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Locator, expect

# Words of the drawing that stand on other words, once it is drawn at its width.
OVERLAPPING = """async (whole) => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  const words = [...whole.querySelectorAll("svg text")].filter((one) => one.textContent)
    .map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }));
  return words.flatMap((one, number) => words.slice(0, number).filter(({ box }) =>
    box.left < one.box.right && one.box.left < box.right &&
    box.top < one.box.bottom && one.box.top < box.bottom,
  ).map(({ text }) => [text, one.text]));
}"""
SERIOUS = """(part) => axe.run(part).then(({ passes, violations }) => {
  if (passes.length === 0) throw new Error("axe found nothing to look at");
  return violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
    .map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]);
})"""


def within(opened: Any) -> Locator:
    """The explorer of a notebook."""
    return opened.page.locator(".techwar-explorer")


def status(opened: Any) -> Locator:
    """The sentence below its drawing."""
    return within(opened).get_by_role("status")


def field(opened: Any) -> Locator:
    """The field for the one number that is guessed."""
    return within(opened).get_by_label("Your guess")


def show(opened: Any) -> None:
    """Press Show."""
    within(opened).get_by_role("button", name="Show").click()


@contextmanager
def untouched(opened: Any) -> Iterator[Any]:
    """The notebook with an explorer that nobody has touched; no error and no request after it."""
    opened.run_all()
    expect(within(opened)).to_have_count(1)
    expect(status(opened)).to_contain_text("Guess first")
    yield opened
    assert opened.errors == []
    assert opened.outside == []


def overlapping(opened: Any) -> list[list[str]]:
    """Pairs of words of the drawing that stand on each other."""
    return within(opened).evaluate(OVERLAPPING)


def too_wide(opened: Any) -> int:
    """By how many pixels the explorer is wider than its place."""
    return within(opened).evaluate("one => one.scrollWidth - one.clientWidth")


def serious(opened: Any, axe: str, part: str = ".techwar-explorer") -> list[Any]:
    """What axe finds in a part of the page that keeps people out."""
    opened.page.evaluate(axe)
    return opened.page.evaluate(SERIOUS, part)

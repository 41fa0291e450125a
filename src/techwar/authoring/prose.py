"""Numbers in prose: an author names a fact or a variable, the build writes the number."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from techwar.errors import TechwarError


class AuthoringError(TechwarError):
    """Something in a lesson's texts that the build cannot use."""


@dataclass(frozen=True)
class Place:
    """A piece of text and the line (from 1) that it stands in."""

    line: int
    text: str


@dataclass(frozen=True)
class Role:
    """One `` {fact}`id:format` `` or `` {value}`name:format` `` in a text."""

    kind: str
    content: str

    @property
    def spec(self) -> str:
        """The role as `numbers` takes it."""
        return f"{self.kind}:{self.content}"


NUMBER_ROLES = ("fact", "value")

# What stands in code is shown to the reader as it is: fences, then spans.
_CODE = r"(?P<code>^```.*?^```|^~~~.*?^~~~|``.+?``)"
_ROLE = r"\{(?P<kind>fact|value|form|options|quiz)\}`(?P<content>[^`]+)`"
_PARTS = re.compile(f"{_CODE}|{_ROLE}", re.DOTALL | re.MULTILINE)


def roles(text: str) -> Iterator[Role]:
    """Yield the roles of a Markdown text in their order, those shown as code left out."""
    for match in _PARTS.finditer(text):
        if match["kind"]:
            yield Role(match["kind"], match["content"])


def replace_roles(text: str, write: Callable[[Role], str]) -> str:
    """Return the text with each role replaced by what `write` makes of it."""
    return _PARTS.sub(lambda m: write(Role(m["kind"], m["content"])) if m["kind"] else m[0], text)


def fill(text: str, shown: dict[str, str], origin: dict[str, str]) -> str:
    """Write the numbers into one Markdown cell.

    Args:
        text: the cell's text with its roles.
        shown: the text of each number, by spec.
        origin: where each number comes from, by spec: the link's tooltip.

    The first use of a number in a cell is a link to the table at the foot of
    the page; a repeat is plain text, so that a reader who goes from link to
    link is not held up.
    """
    seen: set[str] = set()

    def write(role: Role) -> str:
        number = shown[role.spec]
        if role.spec in seen:
            return number
        seen.add(role.spec)
        return f'[{number}](#numbers "{html.escape(origin[role.spec])}")'

    return replace_roles(text, write)


# Digits that a writer may type: they name a thing and measure nothing.
_ALLOWED = (
    r"\b22 May 2019\b",  # the day up to which a lesson looks; before the years, which hold its end
    r"\b(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?\b",  # years
    r"\[\d\d(?:-[a-z\d]+)+",  # a notebook's name as a link
    r"\bP\d{1,2}\b",  # paragraphs of the article
    r"\b\d{1,2}\.[wy]\d\b",  # warm-ups and steps of a lesson: 3.w1, 3.y2
    r"^#+ \d{1,2}\.\d\b",  # a task's heading
    r"\b[Tt]asks? \d{1,2}\.\d(?:(?:,| and| to|–|, and) \d{1,2}\.\d)*\b",
    r"\b(?:[Ll]essons?|[Tt]asks?|[Cc]ells?|[Ss]teps?|[Ss]ections?) \d+(?:(?:,| and| to|–) ?\d+)*",
    r"\bMisconceptions? \d+",
    r"\b\d+ (?:minutes|min|marks?)\b",
    r"\bExercises \d+\b",
    r"^\s*\d+\. ",  # items of a numbered list
    r"\bCC BY 4\.0\b",
    r"\b(?:P|p)ython 3(?:\.\d+)?\b",
    r"\bNo 3\b",  # the article's term
)
_MARKUP = (
    r"<[^>]+>",  # tags and their attributes
    r"\]\([^)]*\)",  # where links lead
    r"(?<!`)`[^`\n]+`(?!`)",  # code
    r"\{[a-z]+\}`[^`]+`",  # roles
)


def bare_numbers(text: str) -> list[Place]:
    """Return the digits that somebody typed into prose.

    Allowed are years, 22 May 2019, the numbers of paragraphs, tasks, lessons
    and list items, minutes, and whatever stands in code. All else is a number
    that could drift: it has to be a role.
    """
    for pattern in ("(?ms)^```.*?^```", *_MARKUP, *_ALLOWED):
        text = re.sub(pattern, _blank, text, flags=re.MULTILINE)
    return [
        Place(number, match.group())
        for number, line in enumerate(text.splitlines(), 1)
        for match in re.finditer(r"\d[\d.,]*", line)
    ]


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def dollars(text: str) -> list[Place]:
    """Return the dollar signs in prose: a notebook typesets what stands between two."""
    return [
        Place(number, line.strip())
        for number, line in enumerate(text.splitlines(), 1)
        if "$" in line
    ]

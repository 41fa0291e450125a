"""Numbers in prose: found, filled, and refused where somebody typed them."""

import pytest

from techwar.authoring.prose import bare_numbers, dollars, fill, roles

SHOWN = {"fact:a": "44 per cent", "value:b:.1f": "7.4"}
ORIGIN = {"fact:a": 'PSI Magazine, "November"', "value:b:.1f": "computed on this page"}


def test_a_role_shown_as_code_stays() -> None:
    text = "Write `` {fact}`a` `` for {fact}`a`.\n\n```\n{value}`b:.1f`\n```\n"
    assert [role.spec for role in roles(text)] == ["fact:a"]
    assert "`` {fact}`a` ``" in fill(text, SHOWN, ORIGIN)


def test_the_first_use_is_a_link_with_its_origin_and_a_repeat_is_plain() -> None:
    filled = fill("{fact}`a`, then {fact}`a` and {value}`b:.1f`", SHOWN, ORIGIN)
    assert filled == (
        '[44 per cent](#numbers "PSI Magazine, &quot;November&quot;"), then 44 per cent '
        'and [7.4](#numbers "computed on this page")'
    )


@pytest.mark.parametrize(
    "allowed",
    [
        "In 2017 and May 2019, on 22 May 2019", "P19 says", "tasks 3.1 to 3.4 and 3.y2",
        "Lesson 3", "lessons 0, 1 and 2", "40 minutes", "1. first", "`x = 18.5`",
        "```\n18.5\n```", "{fact}`a:.1f`", "[x](page-3.html)", '<a id="n1"></a>', "Python 3.11",
        "Misconception 2", "2 marks",
    ],
)  # fmt: skip
def test_digits_that_measure_nothing_may_be_typed(allowed: str) -> None:
    assert bare_numbers(allowed) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("It grew 10.2 per cent.", "10.2"), ("about 7 billion", "7"), ("44%", "44"),
        ("- 3 firms", "3"), ("on 29 October 2018", "29"), ("**18.5**", "18.5"),
    ],
)  # fmt: skip
def test_a_typed_number_is_found_with_its_line(typed: str, found: str) -> None:
    places = bare_numbers(f"A line.\n{typed}")
    assert [(place.line, place.text.strip(".,")) for place in places] == [(2, found)]


def test_a_dollar_sign_is_found_with_its_line() -> None:
    assert [place.line for place in dollars("a\nUS$18.5\nb")] == [2]

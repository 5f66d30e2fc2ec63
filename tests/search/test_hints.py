"""Hints for what the networks are bad at, and none for what they can do."""

import pytest

from mindseye.search import format_query, read_query
from mindseye.search.hints import Kind, hints_for


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("three dogs", {Kind.COUNT}),
        ("exactly 2 people", {Kind.COUNT}),
        ("a cat left of a dog", {Kind.SIDE}),
        ("a beach without people", {Kind.ABSENCE}),
        ("street, no cars", {Kind.ABSENCE}),
        ("a sign that says stop", {Kind.TEXT}),
        ("three dogs without a leash", {Kind.COUNT, Kind.ABSENCE}),
        ("dog in the snow", set()),
        ("northern lights", set()),
        ("a nose", set()),
        ("12:30 train", set()),
        ("-(three dogs) cat", set()),
        ("date:2022 is:portrait", set()),
    ],
)
def test_hints_are_given_where_they_help(text: str, kinds: set[Kind]) -> None:
    found = hints_for(read_query(text))
    assert {hint.kind for hint in found} == kinds
    assert all(hint.sentence for hint in found)


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("a beach without people", "a beach -people"),
        ("street with no parked cars^2 date:2022", "street^2 -(parked cars) date:2022"),
        ("no people", "-people"),
        ("a beach without people -people^2", "a beach -people^2"),
    ],
)
def test_what_is_to_be_missing_is_offered_as_a_negative_part(text: str, better: str) -> None:
    (hint,) = hints_for(read_query(text))
    assert hint.suggestion is not None
    assert format_query(hint.suggestion) == better
    assert better in hint.sentence

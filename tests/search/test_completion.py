"""What is offered while a query is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindseye.search import Filter, parse_query
from mindseye.search.completion import MOST, Vocabulary, complete

WORDS = Vocabulary(
    {
        "camera": ("FUJIFILM X-T3", "Canon EOS 5D"),
        "tag": ("beach", "Places/Norway", 'the "big" one'),
        "folder": ("Holidays", "Summer 2022"),
    },
    ("dog in the snow", "beach at night"),
)


def texts(text: str, cursor: int | None = None) -> list[str]:
    return [each.text for each in complete(text, len(text) if cursor is None else cursor, WORDS)]


def applied(text: str, number: int = 0) -> str:
    chosen = complete(text, len(text), WORDS)[number]
    return text[: chosen.start] + chosen.text + text[chosen.end :]


def test_the_beginning_of_a_filter_is_completed() -> None:
    assert texts("cam") == ["camera:"]
    assert texts("dog -ra") == ["-rating:"]
    assert not complete("cam", 3, WORDS)[0].finished


def test_the_values_of_the_library_are_offered_and_quoted_where_they_must_be() -> None:
    assert texts("camera:") == ['camera:"FUJIFILM X-T3" ', 'camera:"Canon EOS 5D" ']
    assert texts("camera:eos") == ['camera:"Canon EOS 5D" ']
    assert texts("tag:be") == ["tag:beach "]
    assert texts("-tag:no") == ["-tag:Places/Norway "]
    assert texts('tag:"the') == ['tag:"the ""big"" one" ']
    assert texts('folder:"summer 2') == ['folder:"Summer 2022" ']


def test_the_last_of_several_values_is_completed() -> None:
    assert texts("type:jpg,hei") == ["type:jpg,heic ", "type:jpg,heif "]


def test_states_and_kinds_need_no_library() -> None:
    assert "is:portrait " in texts("is:por")
    assert texts("type:ra") == ["type:raw "]


def test_a_word_that_is_a_tag_or_a_folder_is_offered_as_one() -> None:
    assert "tag:beach " in texts("bea")
    assert "folder:Holidays " in texts("dog hol")


def test_earlier_searches_are_offered_whole() -> None:
    assert "dog in the snow" in texts("dog i")
    assert texts("") == ["dog in the snow", "beach at night"]
    assert applied("beach at") == "beach at night"


@pytest.mark.parametrize("text", ["camera:", "camera:x-t", "tag:", "folder:sum", "is:", "type:", "rating:"])
def test_what_is_offered_is_read_without_a_mistake(text: str) -> None:
    for number in range(len(complete(text, len(text), WORDS))):
        read = parse_query(applied(text, number))
        assert not read.mistakes
        assert isinstance(read.pieces[0].value, Filter)


@given(st.text(max_size=30), st.integers(0, 30))
def test_whatever_is_typed_something_sensible_is_offered(text: str, at: int) -> None:
    cursor = min(at, len(text))
    found = complete(text, cursor, WORDS)
    assert len(found) <= MOST
    assert all(0 <= each.start <= cursor <= each.end <= len(text) for each in found)

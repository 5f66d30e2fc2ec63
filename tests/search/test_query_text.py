"""The text of a query: what people write, what it means, where it is wrong; and the way back."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.search.queries import CONDITIONS, PARTS, QUERIES

from mindseye.errors import InputError
from mindseye.search.query import (
    Box,
    Condition,
    Exact,
    Filter,
    Part,
    PictureFile,
    Query,
    SimilarTo,
    SimilarToContent,
    Words,
    negated,
)
from mindseye.search.query_text import format_piece, format_query, parse_query, read_query


@given(QUERIES)
def test_what_is_written_is_read_as_it_was(query: Query) -> None:
    parsed = parse_query(format_query(query))
    assert not parsed.mistakes
    assert parsed.query == query


@given(PARTS | CONDITIONS)
def test_a_piece_by_itself_is_read_as_it_was(piece: Part | Condition) -> None:
    (read,) = parse_query(format_piece(piece)).pieces
    assert read.value == piece
    assert negated(negated(piece)) == piece


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [
                '"',
                "(",
                ")",
                "-",
                "^",
                "^2",
                "date:",
                "date:2022",
                "near:1,",
                "photo:#3",
                "[0,0,1,1]",
                "[",
                "picture:",
                "tag:",
                ",",
                " ",
                "dog",
                "“",
                "”",
                "\\",
                "is:",
                "foto:x",
                ":",
                "..",
                "🦄",
                "ä",
            ]
        )
    ).map("".join)
)
def test_no_text_is_too_odd_and_every_place_is_inside_it(text: str) -> None:
    parsed = parse_query(text)
    for each in (*parsed.pieces, *parsed.mistakes):
        assert 0 <= each.start < each.end <= len(text)
    starts = [(piece.start, piece.end) for piece in parsed.pieces]
    assert all(end <= start for (_, end), (start, _) in pairwise(starts))
    # What was read of it is a query that can be written again.
    again = parse_query(format_query(parsed.query))
    assert (again.query, again.mistakes) == (parsed.query, ())


@pytest.mark.parametrize(
    ("text", "parts", "conditions"),
    [
        ("", (), ()),
        ("  ", (), ()),
        ("dog in the snow", (Words("dog in the snow"),), ()),
        ("Hund im Schnee über Österreich 🦄", (Words("Hund im Schnee über Österreich 🦄"),), ()),
        ("dog -crowd", (Words("dog"), Words("crowd", -1)), ()),
        ("dog -(crowd of people)^2", (Words("dog"), Words("crowd of people", -2)), ()),
        ("(a dog) (a red car)^0.5", (Words("a dog"), Words("a red car", 0.5)), ()),
        ("snowy mountain^2 lake", (Words("snowy mountain", 2), Words("lake")), ()),
        ('"IMG_20" -"copy of"', (), (Exact("IMG_20"), Exact("copy of", negative=True))),
        ("„Prüfung“ “smart quotes”", (), (Exact("Prüfung"), Exact("smart quotes"))),
        ('"a ""quoted"" word"', (), (Exact('a "quoted" word'),)),
        ("date:2022..2023-06", (), (Filter("date", ("2022..2023-06",)),)),
        ('Camera:"X-T3",Nikon', (), (Filter("camera", ("X-T3", "Nikon")),)),
        ("-is:portrait near:52.52,13.40,5km", (),
         (Filter("is", ("portrait",), negative=True), Filter("near", ("52.52,13.40,5km",)))),
        ("photo:#17^2 -photo:3F9AC2d1", (SimilarTo(17, 2), SimilarToContent("3f9ac2d1", -1)), ()),
        ('picture:"/a b"[0.1,0.2,0.5,0.6]^2', (PictureFile(Path("/a b"), 2, Box(0.1, 0.2, 0.5, 0.6)),), ()),
        ("picture:/a/c.jpg[0,0,1,1]", (PictureFile(Path("/a/c.jpg"), 1, Box(0, 0, 1, 1)),), ()),
        (r'picture:"C:\Users\me\new.jpg"', (PictureFile(Path(r"C:\Users\me\new.jpg")),), ()),
        # What only looks like the language is words.
        ("12:30 train", (Words("12:30 train"),), ()),
        (r"C:\photos\x", (Words(r"C:\photos\x"),), ()),
        ("re: holiday", (Words("re: holiday"),), ()),
        ("note: buy milk", (Words("note: buy milk"),), ()),
        ("https://example.org", (Words("https://example.org"),), ()),
        ("black-and-white - old", (Words("black-and-white - old"),), ()),
        ('a 5" disk', (Words('a 5" disk'),), ()),
        ("rock'n'roll", (Words("rock'n'roll"),), ()),
        ("x^y", (Words("x^y"),), ()),
        ("(foto:bar)", (Words("foto:bar"),), ()),
        ("--", (Words("--"),), ()),
        # What is to be taken away is still being typed.
        ("beach -", (Words("beach"),), ()),
        ("- ", (), ()),
        ("(-)", (Words("-"),), ()),
    ],
)  # fmt: skip
def test_what_people_write(text: str, parts: tuple[Part, ...], conditions: tuple[Condition, ...]) -> None:
    parsed = parse_query(text)
    assert parsed.mistakes == ()
    assert parsed.query == Query(parts, conditions)


def test_everything_at_once() -> None:
    text = 'dog in the snow -crowd date:2022..2023-06 camera:"X-T3" near:52.52,13.40,5km is:portrait'
    query = read_query(text)
    assert query.parts == (Words("dog in the snow"), Words("crowd", -1.0))
    assert [each.field for each in query.conditions if isinstance(each, Filter)] == [
        "date",
        "camera",
        "near",
        "is",
    ]
    assert format_query(query) == text.replace('"', "")


@pytest.mark.parametrize(
    ("text", "marked", "expected", "rest"),
    [
        ("dog foto:beach", "foto:beach", "photo:", (Words("dog"),)),
        ("dog date:tomorow", "tomorow", "2022", (Words("dog"),)),
        ("dog date:", "date:", "", (Words("dog"),)),
        ("date: 2022", "date:", "", (Words("2022"),)),
        ("date:2023..2022", "2023..2022", "2022", ()),
        ("date:2022-02-30", "2022-02-30", "2022", ()),
        ("dog is:portrait,tall", "tall", "portrait", (Words("dog"),)),
        ("near:here", "here", "52.52,13.40", ()),
        ("near:95,13", "95,13", "52.52,13.40", ()),
        ("size:12", "12", ">10MB", ()),
        ("rating:>=9", ">=9", "5", ()),
        ('dog "unfinished', '"unfinished', '"', (Words("dog"),)),
        ("(unfinished dog", "(unfinished dog", ")", (Words("unfinished dog"),)),
        ("dog^900", "^900", "", (Words("dog"),)),
        ("dog^-1", "^-1", "", (Words("dog"),)),
        ("photo:summer", "photo:summer", "", ()),
        ("photo:#3[0.5,0,0.2,1]", "[0.5,0,0.2,1]", "[0.25,0.25,0.75,0.75]", (SimilarTo(3),)),
        ("()", "()", "", ()),
        ('""', '""', "", ()),
    ],
)
def test_a_mistake_is_marked_in_place_and_the_rest_is_read(
    text: str, marked: str, expected: str, rest: tuple[Part, ...]
) -> None:
    parsed = parse_query(text)
    (mistake,) = parsed.mistakes
    assert text[mistake.start : mistake.end] == marked
    assert mistake.sentence.endswith(".")
    assert (mistake.expected or ("",))[0] == expected
    assert parsed.query.parts == rest
    with pytest.raises(InputError, match="In the query, at "):
        read_query(text)


def test_pieces_know_where_they_stand() -> None:
    text = "dog in snow -crowd date:2022"
    assert [text[each.start : each.end] for each in parse_query(text).pieces] == [
        "dog in snow",
        "-crowd",
        "date:2022",
    ]


def test_pieces_are_added_taken_away_and_changed() -> None:
    query = read_query("dog date:2022")
    assert format_query(query.and_also(Words("crowd", -1))) == "dog -crowd date:2022"
    assert format_query(query.without(Words("dog"))) == "date:2022"
    assert format_query(query.instead(Words("dog"), Words("cat", 2.0))) == "cat^2 date:2022"
    with pytest.raises(ValueError, match="not in"):
        query.without(Words("cat"))
    with pytest.raises(ValueError, match="cannot take the place"):
        query.instead(Words("dog"), Exact("dog"))
    assert Query().empty
    assert query.positive == (Words("dog"),)
    assert query.negative == ()


@pytest.mark.parametrize(
    "make",
    [
        lambda: Words(" \n"),
        lambda: Words("dog", 0.0),
        lambda: Words("dog", float("nan")),
        lambda: Words("dog", 1e6),
        lambda: Box(0.5, 0, 0.5, 1),
        lambda: Box(0, 0, 1.2, 1),
        lambda: SimilarTo(-1),
        lambda: SimilarToContent("xyz"),
        lambda: PictureFile(Path("a\0b")),
        lambda: Filter("date", ()),
        lambda: Filter("date", ("soon",)),
        lambda: Filter("colour", ("red",)),
        lambda: Exact("  "),
    ],
)
def test_values_that_mean_nothing_cannot_be_made(make: object) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match=r".+"):
        make()

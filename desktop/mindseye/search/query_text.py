r"""A query as text, both ways: ``parse_query(format_query(query)).query == query``.

The language, which `resources/query-language.md` explains to people, in short::

    text     = { piece }                        pieces stand apart by white space
    piece    = [ "-" ] ( exact | group | picture | filter | word { word } ) [ "^" weight ]
    exact    = '"' any text, a quotation mark doubled '"'
    group    = "(" words ")" | '("' any text '")'
    picture  = "photo:" ( "#" number | content hash ) [ box ] | "picture:" value [ box ]
    box      = "[" left "," top "," right "," bottom "]"       each 0 to 1
    filter   = field ":" value { "," value }
    value    = characters without white space and commas | exact

Words that stand together are one phrase. What only looks a little like a filter (``12:30``, ``C:\photos``,
``re: holiday``, ``https://…``) is words. A mistake is kept with its place, and the rest is read as if it were
not there, so that a search can go on while somebody types.
"""

import re
from dataclasses import dataclass

from mindseye.errors import InputError
from mindseye.phrases import Phrase
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
)
from mindseye.search.query_reader import Mistake, Piece, Reader

_BARE_VALUE = re.compile(r"[^\s,\"“„«^\[\]()]+")
_BARE_WORDS = re.compile(r"[^\s]+(?: [^\s]+)*")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text says."""

    pieces: tuple[Piece, ...]
    mistakes: tuple[Mistake, ...]

    @property
    def query(self) -> Query:
        """The query, of what could be read."""
        values = [piece.value for piece in self.pieces]
        return Query(
            tuple(value for value in values if not isinstance(value, Filter | Exact)),
            tuple(value for value in values if isinstance(value, Filter | Exact)),
        )


def parse_query(text: str) -> Parsed:
    """Reads a text; whatever it holds, this raises nothing."""
    reader = Reader(text)
    reader.read()
    return Parsed(tuple(reader.pieces), tuple(reader.mistakes))


def read_query(text: str) -> Query:
    """Reads a text that has to be right.

    Raises:
        InputError: it holds a mistake; the message says where.
    """
    parsed = parse_query(text)
    for mistake in parsed.mistakes:
        place = text[mistake.start : mistake.end]
        raise InputError(
            Phrase("In the query, at {place}: {mistake}", place=place, mistake=mistake.sentence)
            if place.strip()
            else mistake.sentence
        )
    return parsed.query


def format_query(query: Query) -> str:
    """The text that is read as this query."""
    written: list[str] = []
    after_words = False
    for value in (*query.parts, *query.conditions):
        text = (
            _format_words(value, after_words=after_words) if isinstance(value, Words) else format_piece(value)
        )
        after_words = isinstance(value, Words) and value.weight == 1 and not text.startswith("(")
        written.append(text)
    return " ".join(written)


def format_piece(piece: Part | Condition) -> str:
    """The text of one part or condition by itself."""
    match piece:
        case Words():
            return _format_words(piece, after_words=False)
        case Exact(text, negative):
            return _sign(negative) + _quoted(text)
        case Filter(field, values, negative):
            return f"{_sign(negative)}{field}:{_values(field, values)}"
        case SimilarTo(photo_id, weight, box):
            return f"{_sign(weight < 0)}photo:#{photo_id}{_box(box)}{_weight(weight)}"
        case SimilarToContent(content, weight, box):
            return f"{_sign(weight < 0)}photo:{content}{_box(box)}{_weight(weight)}"
        case PictureFile(path, weight, box):
            return f"{_sign(weight < 0)}picture:{_quoted(str(path))}{_box(box)}{_weight(weight)}"


def _format_words(words: Words, *, after_words: bool) -> str:
    sign, weight = _sign(words.weight < 0), _weight(words.weight)
    grouped = f"{sign}({words.text}){weight}"
    candidates = [grouped, f"{sign}({_quoted(words.text)}){weight}"]
    if (not after_words or sign) and _BARE_WORDS.fullmatch(words.text):
        candidates.insert(0, f"{sign}{words.text}{weight}")
    for candidate in candidates:
        read = parse_query(candidate)
        if not read.mistakes and [piece.value for piece in read.pieces] == [words]:
            return candidate
    raise AssertionError(f"{words} has no text")


def _sign(negative: bool) -> str:
    return "-" if negative else ""


def _weight(weight: float) -> str:
    return "" if abs(weight) == 1 else f"^{_number(abs(weight))}"


def _box(box: Box | None) -> str:
    if box is None:
        return ""
    return f"[{','.join(_number(side) for side in (box.left, box.top, box.right, box.bottom))}]"


def _number(value: float) -> str:
    return repr(float(value)).removesuffix(".0")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _values(field: str, values: tuple[str, ...]) -> str:
    if field == "near":  # the comma is part of a place
        (first, *others) = values
        return first if not others and re.fullmatch(r"[\w.,+-]+", first) else ",".join(map(_quoted, values))
    return ",".join(value if _BARE_VALUE.fullmatch(value) else _quoted(value) for value in values)

"""What could be typed next: filters, their values, and what was searched before."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from mindseye.phrases import Phrase
from mindseye.search.fields import FIELDS, FORMATS, STATES
from mindseye.search.query import Filter
from mindseye.search.query_text import parse_query

MOST = 8


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a library knows that can be asked for, the most frequent first."""

    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For a field (``camera``, ``tag``, ``folder`` ...) its values."""
    searches: tuple[str, ...] = ()
    """What was searched before, the latest first."""


@dataclass(frozen=True, slots=True)
class Completion:
    """Something to put in the place of ``text[start:end]``."""

    start: int
    end: int
    text: str
    shown: str
    meaning: str
    """What it is, for people: of a filter what it narrows by."""
    finished: bool
    """Whether nothing has to follow it."""


def complete(text: str, cursor: int, vocabulary: Vocabulary) -> list[Completion]:
    """What could stand at the cursor, the likeliest first: at most ``MOST``.

    The word before the cursor is the beginning of a filter, of a filter's value, or of a search of earlier
    times. Values come from the library, so nothing is offered that no photo has.
    """
    start, quoted = _token_start(text, cursor)
    token = text[start:cursor]
    sign, bare = ("-", token[1:]) if token.startswith("-") else ("", token)
    name, colon, value = bare.partition(":")
    found: list[Completion] = []
    if colon and name.casefold() in FIELDS:
        # Of several values the last one is being written.
        already, comma, last = value.rpartition(",") if not quoted else ("", "", value)
        before = f"{sign}{name}:{already}{comma}"
        found = [
            Completion(start, cursor, f"{before}{_quoted(each)} ", each, meaning, finished=True)
            for each, meaning in _matching(_values(name.casefold(), vocabulary), last.strip('"'))
        ]
    elif not quoted:
        if bare:
            found = [
                Completion(start, cursor, f"{sign}{each}:", f"{each}:", meaning, finished=False)
                for each, meaning in ((each.name, each.meaning) for each in FIELDS.values())
                if each.startswith(bare.casefold())
            ]
            found += _tags(start, cursor, sign, bare, vocabulary)
        found += [
            Completion(0, len(text), each, each, Phrase("searched before"), finished=True)
            for each in vocabulary.searches
            if each.casefold().startswith(text.casefold().strip()) and each != text.strip()
        ]
    return found[:MOST]


def _tags(start: int, cursor: int, sign: str, bare: str, vocabulary: Vocabulary) -> list[Completion]:
    """Tags, albums and cameras that begin with the word itself, without their filter."""
    if len(bare) < 2:
        return []
    return [
        Completion(start, cursor, f"{sign}{name}:{_quoted(each)} ", f"{name}: {each}", "", finished=True)
        for name in ("tag", "album", "camera", "folder")
        for each in vocabulary.values.get(name, ())
        if each.casefold().startswith(bare.casefold())
    ]


def _values(name: str, vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    match name:
        case "is":
            return STATES.items()
        case "type":
            return ((each, "") for each in FORMATS)
        case _:
            known = [(each, "") for each in vocabulary.values.get(name, ())]
            examples = () if name in {"folder", "camera", "lens", "tag", "album"} else FIELDS[name].examples
            return known + [(each.strip('"'), FIELDS[name].meaning) for each in examples]


def _matching(known: Iterable[tuple[str, str]], begun: str) -> list[tuple[str, str]]:
    """Those that begin with what was typed, then those that hold it; what is complete is left out."""
    word = begun.casefold()
    listed = [each for each in known if each[0].casefold() != word]
    first = [each for each in listed if each[0].casefold().startswith(word)]
    return first + [each for each in listed if word and word in each[0].casefold() and each not in first]


def _token_start(text: str, cursor: int) -> tuple[int, bool]:
    """Where the word at the cursor begins, and whether it is inside quotation marks."""
    start, quoted = cursor, text[:cursor].count('"') % 2 == 1
    inside = quoted
    while start > 0:
        before = text[start - 1]
        if before == '"':
            inside = not inside
        elif before.isspace() and not inside:
            break
        start -= 1
    return start, quoted


def _quoted(value: str) -> str:
    read = parse_query(f"camera:{value}")
    whole = not read.mistakes and [piece.value for piece in read.pieces] == [Filter("camera", (value,))]
    return value if whole else '"' + value.replace('"', '""') + '"'

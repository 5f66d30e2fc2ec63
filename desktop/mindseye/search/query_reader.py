"""Reading the text of a query from left to right: its pieces, their places, and the mistakes in it."""

import difflib
import re
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from mindseye.phrases import Phrase
from mindseye.search.fields import FIELDS, UnreadableValueError
from mindseye.search.query import (
    LARGEST_WEIGHT,
    LEAST_WEIGHT,
    Box,
    Condition,
    Exact,
    Filter,
    Part,
    PictureFile,
    SimilarTo,
    SimilarToContent,
    Words,
)

_CLOSING = MappingProxyType({'"': '"', "“": "”", "„": "“", "«": "»"})
"""Quotation marks that open a text, and what closes it; keyboards and word processors make all of them."""

_PICTURES = MappingProxyType(
    {
        "photo": Phrase("the content hash or the number of a photo: photo:3f9ac2d1 or photo:#17"),
        "picture": Phrase("the path of a picture file"),
    }
)

_NAME = re.compile(r"([^\W\d_]+):")
_WEIGHT = re.compile(r"\^(\d{1,4}(?:\.\d{1,20})?|\.\d{1,20})(?=\s|$)", re.ASCII)
_WEIGHT_BELOW_0 = re.compile(r"\^-[\d.]+", re.ASCII)
_BOX = re.compile(r"\[([^\[\]\s]*)\]")
_LOOKS_LIKE_A_FILTER = re.compile(r"[^\W\d_]{3,}:[\w\"“„«]")


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in the text that cannot be read: ``text[start:end]``."""

    start: int
    end: int
    sentence: str
    """What is wrong there and what was expected, for people."""
    expected: tuple[str, ...] = ()
    """What could stand there instead, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part or a condition, and where it stands: ``text[start:end]``."""

    start: int
    end: int
    value: Part | Condition


class Reader:
    """Goes through a text once, from left to right; ``read`` fills the lists."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self.mistakes: list[Mistake] = []
        self._words: list[str] = []
        self._words_start = self._words_end = 0

    def read(self) -> None:
        at = 0
        while (at := self._past_space(at)) < len(self.text):
            at = self._piece(at)
        self._end_phrase()

    def _piece(self, start: int) -> int:
        """Reads what begins at ``start``; gives where it ends."""
        at = start
        if self.text[at:].rstrip() == "-":
            return len(self.text)  # what it is to take away was not typed yet
        negative = self.text[at] == "-" and at + 1 < len(self.text) and self.text[at + 1] not in "-^ \t\r\n"
        at += negative
        if self.text[at].isspace():
            return self._word(start, start, negative=False)
        if self.text[at] in _CLOSING:
            self._end_phrase()
            return self._exact(start, at, negative=negative)
        if self.text[at] == "(":
            self._end_phrase()
            return self._group(start, at, negative=negative)
        if named := _NAME.match(self.text, at):
            name = named[1].casefold()
            if name in _PICTURES:
                if self._has_value(start, named.end(), name, _PICTURES[name]):
                    self._end_phrase()
                    return self._picture(start, named.end(), name, negative=negative)
                return self._token_end(start)
            if name in FIELDS:
                if self._has_value(start, named.end(), name, FIELDS[name].expected):
                    self._end_phrase()
                    return self._filter(start, named.end(), name, negative=negative)
                return self._token_end(start)
            if _LOOKS_LIKE_A_FILTER.match(self.text, at):
                return self._unknown(start, at, named)
        return self._word(start, at, negative=negative)

    def _word(self, start: int, at: int, *, negative: bool) -> int:
        end = self._token_end(at)
        word, weight = self._weighed(at, end)
        if negative:
            self._end_phrase()
            self._add_words(start, end, word, -weight)
        else:
            if not self._words:
                self._words_start = start
            self._words.append(word)
            self._words_end = end
            if len(word) != end - at:
                self._end_phrase(weight)
        return end

    def _weighed(self, start: int, end: int) -> tuple[str, float]:
        """A word less the weight that hangs on it, and the weight."""
        token = self.text[start:end]
        caret = token.rfind("^")
        if caret > 0 and _WEIGHT_BELOW_0.fullmatch(token, caret):
            self._mistake(
                start + caret,
                end,
                Phrase(
                    "A weight is above 0. To take something away put a minus before it: -{word}.",
                    word=token[:caret],
                ),
            )
            return token[:caret], 1.0
        found = _WEIGHT.match(self.text, start + caret) if caret > 0 else None
        if found is None:
            return token, 1.0
        return token[:caret], self._checked_weight(found)

    def _checked_weight(self, found: re.Match[str]) -> float:
        weight = float(found[1])
        if LEAST_WEIGHT <= weight <= LARGEST_WEIGHT:
            return weight
        self._mistake(
            found.start(),
            found.end(),
            Phrase("A weight is {least} to {most}.", least=LEAST_WEIGHT, most=int(LARGEST_WEIGHT)),
        )
        return 1.0

    def _weight_at(self, at: int) -> tuple[float, int]:
        """The weight after a group or a picture, 1 where there is none, and where it ends."""
        found = _WEIGHT.match(self.text, at)
        return (self._checked_weight(found), found.end()) if found else (1.0, at)

    def _end_phrase(self, weight: float = 1.0) -> None:
        if self._words:
            self._add_words(self._words_start, self._words_end, " ".join(self._words), weight)
            self._words.clear()

    def _add_words(self, start: int, end: int, text: str, weight: float) -> None:
        if text.split():
            self.pieces.append(Piece(start, end, Words(text, weight)))

    def _exact(self, start: int, at: int, *, negative: bool) -> int:
        text, end = self._quotation(at)
        if text.strip():
            self.pieces.append(Piece(start, end, Exact(text, negative)))
        elif text is not None:
            self._mistake(start, end, Phrase("Between the quotation marks belong the words to look for."))
        return end

    def _quotation(self, at: int) -> tuple[str, int]:
        """The text in quotation marks that open at ``at``, and where they end."""
        closing = _CLOSING[self.text[at]]
        found: list[str] = []
        position = at + 1
        while (closes := self.text.find(closing, position)) >= 0:
            found.append(self.text[position:closes])
            if closing == '"' and self.text.startswith('""', closes):
                found.append('"')
                position = closes + 2
                continue
            return "".join(found), closes + 1
        found.append(self.text[position:])
        self._mistake(at, len(self.text), Phrase("The closing quotation mark is missing."), (closing,))
        return "".join(found), len(self.text)

    def _group(self, start: int, at: int, *, negative: bool) -> int:
        if self.text.startswith('("', at):
            text, end = self._quotation(at + 1)
            if self.text.startswith(")", end):
                end += 1
            elif end < len(self.text):
                self._mistake(at, end, Phrase("The closing parenthesis is missing."), (")",))
        else:
            text, end = self._parenthesis(at)
        if not text.split():
            self._mistake(start, end, Phrase("Between the parentheses belong words."))
            return end
        weight, end = self._weight_at(end)
        self._add_words(start, end, text, -weight if negative else weight)
        return end

    def _parenthesis(self, at: int) -> tuple[str, int]:
        depth = 0
        for position in range(at, len(self.text)):
            depth += {"(": 1, ")": -1}.get(self.text[position], 0)
            if depth == 0:
                return self.text[at + 1 : position], position + 1
        self._mistake(at, len(self.text), Phrase("The closing parenthesis is missing."), (")",))
        return self.text[at + 1 :], len(self.text)

    def _has_value(self, start: int, at: int, name: str, expected: str) -> bool:
        if at < len(self.text) and not self.text[at].isspace():
            return True
        self._end_phrase()
        self._mistake(
            start,
            at,
            Phrase("After {name}: belongs, without a space, {expected}.", name=name, expected=expected),
        )
        return False

    def _picture(self, start: int, at: int, name: str, *, negative: bool) -> int:
        value, end = self._picture_value(at)
        box, end = self._box_at(end)
        weight, end = self._weight_at(end)
        if end < len(self.text) and not self.text[end].isspace():
            end = self._token_end(end)
            self._mistake(
                start, end, Phrase("After {name}: belongs {expected}.", name=name, expected=_PICTURES[name])
            )
            return end
        signed = -weight if negative else weight
        made: Part
        if name == "picture":
            if not value or "\0" in value:
                self._mistake(
                    start,
                    end,
                    Phrase("After {name}: belongs {expected}.", name=name, expected=_PICTURES[name]),
                )
                return end
            made = PictureFile(Path(value), signed, box)
        elif number := re.fullmatch(r"#(\d{1,18})", value, re.ASCII):
            made = SimilarTo(int(number[1]), signed, box)
        elif re.fullmatch("[0-9a-f]{6,32}", value.lower()):
            made = SimilarToContent(value.lower(), signed, box)
        else:
            self._mistake(
                start, end, Phrase("After {name}: belongs {expected}.", name=name, expected=_PICTURES[name])
            )
            return end
        self.pieces.append(Piece(start, end, made))
        return end

    def _picture_value(self, at: int) -> tuple[str, int]:
        if self.text[at] in _CLOSING:
            return self._quotation(at)
        end = self._token_end(at)
        bare = re.sub(r"\^[\d.]+$", "", self.text[at:end])
        bare = re.sub(r"\[[^\[\]]*\]$", "", bare)
        return bare, at + len(bare)

    def _box_at(self, at: int) -> tuple[Box | None, int]:
        found = _BOX.match(self.text, at)
        if found is None:
            return None, at
        try:
            left, top, right, bottom = (float(each) for each in found[1].split(","))
            return Box(left, top, right, bottom), found.end()
        except ValueError:
            sentence = Phrase("A region is left, top, right, bottom, each 0 to 1: [0.1,0.2,0.5,0.6].")
            self._mistake(found.start(), found.end(), sentence, ("[0.25,0.25,0.75,0.75]",))
            return None, found.end()

    def _filter(self, start: int, at: int, name: str, *, negative: bool) -> int:
        values: list[tuple[str, int, int]] = []
        end = at
        while True:
            value, after = self._filter_value(end, name)
            values.append((value, end, after))
            end = after
            if not self.text.startswith(",", end):
                break
            end += 1
        trailing = end
        end = end if end == len(self.text) or self.text[end].isspace() else self._token_end(end)
        if trailing != end:
            values[-1] = (values[-1][0] + self.text[trailing:end], values[-1][1], end)
        field = FIELDS[name]
        good: list[str] = []
        for value, begins, ends in values:
            try:
                field.read(value)
                good.append(value)
            except UnreadableValueError:
                shown = (begins, ends) if ends > begins else (start, end)
                sentence = Phrase("After {name}: belongs {expected}.", name=name, expected=field.expected)
                self._mistake(*shown, sentence, field.examples)
        if good:
            self.pieces.append(Piece(start, end, Filter(name, tuple(good), negative)))
        return end

    def _filter_value(self, at: int, name: str) -> tuple[str, int]:
        if at < len(self.text) and self.text[at] in _CLOSING:
            return self._quotation(at)
        stop = r"[^\s]*" if name == "near" else r"[^\s,]*"
        found = re.compile(stop).match(self.text, at)
        assert found is not None  # it matches nothing as well
        return found[0], found.end()

    def _unknown(self, start: int, at: int, named: re.Match[str]) -> int:
        self._end_phrase()
        end = self._token_end(at)
        known = [*FIELDS, *_PICTURES]
        near = tuple(f"{name}:" for name in difflib.get_close_matches(named[1].casefold(), known, n=3))
        names = ", ".join(known)
        sentence = (
            Phrase(
                "There is no filter {filter} Did you mean {near}? Known are {names}; to search for these "
                "words put them in parentheses.",
                filter=named[0],
                near=near[0],
                names=names,
            )
            if near
            else Phrase(
                "There is no filter {filter} Known are {names}; to search for these words put them in "
                "parentheses.",
                filter=named[0],
                names=names,
            )
        )
        self._mistake(start, end, sentence, near or tuple(f"{name}:" for name in known))
        return end

    def _mistake(self, start: int, end: int, sentence: str, expected: tuple[str, ...] = ()) -> None:
        self.mistakes.append(Mistake(start, end, sentence, expected))

    def _past_space(self, at: int) -> int:
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        return at

    def _token_end(self, at: int) -> int:
        while at < len(self.text) and not self.text[at].isspace():
            at += 1
        return at

"""What the search bar holds: pieces of a query as chips, and the text that is being typed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self, TypeAlias

from PySide6.QtGui import QImage

from mindseye.phrases import quoted
from mindseye.search import (
    Condition,
    Exact,
    Filter,
    Part,
    PictureFile,
    PicturePart,
    Query,
    SimilarTo,
    SimilarToContent,
    Words,
    parse_query,
)
from mindseye.search.query import LARGEST_WEIGHT, LEAST_WEIGHT, negated
from mindseye.search.query_text import Parsed, format_piece
from mindseye.ui.translating import figure, listed, tr, translated

Piece: TypeAlias = Part | Condition

_STEPS = (0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0)
"""Weights that a key or a notch of the wheel goes to."""


@dataclass(frozen=True, slots=True)
class SearchPicture:
    """A picture that is searched by, with a small image for its chip."""

    part: PicturePart
    name: str
    image: QImage


@dataclass(frozen=True, slots=True)
class Chip:
    """One piece of the query, as it is shown in the bar."""

    piece: Piece
    name: str
    image: QImage | None = None

    @classmethod
    def of(cls, piece: Piece) -> Self:
        """The chip of a piece that has no image."""
        return cls(piece, _name(piece))

    @property
    def negative(self) -> bool:
        """Whether it pushes down or shuts out."""
        if isinstance(self.piece, Filter | Exact):
            return self.piece.negative
        return self.piece.weight < 0

    @property
    def has_parts(self) -> bool:
        """Whether it is a picture of which a part can be chosen."""
        return isinstance(self.piece, PictureFile | SimilarTo)

    @property
    def weight(self) -> float | None:
        """How much it weighs, without its sign; None for a condition, which holds or does not."""
        return None if isinstance(self.piece, Filter | Exact) else abs(self.piece.weight)

    def negated(self) -> Self:
        """The same chip with the other sign."""
        return replace(self, piece=negated(self.piece))

    def weighing(self, weight: float) -> Self:
        """The same chip with another weight, as near to it as is allowed; a condition stays as it is."""
        if isinstance(self.piece, Filter | Exact):
            return self
        held = min(max(round(weight, 2), LEAST_WEIGHT), LARGEST_WEIGHT)
        return replace(self, piece=replace(self.piece, weight=-held if self.negative else held))

    def stepped(self, step: int) -> Self:
        """The same chip one step (1) heavier or (-1) lighter."""
        if self.weight is None:
            return self
        beyond = [each for each in _STEPS if (each - self.weight) * step > 1e-6]
        return self.weighing(min(beyond, key=lambda each: abs(each - (self.weight or 1)))) if beyond else self

    @property
    def text(self) -> str:
        """What would be typed for it."""
        return format_piece(self.piece)

    @property
    def spoken(self) -> str:
        """What it is, for a screen reader."""
        words = self.name
        if not isinstance(self.piece, Words | Filter | Exact):
            words = tr("the picture {name}", name=words)
        if self.negative:
            words = tr("not {what}", what=words)
        weight = self.weight
        return (
            words if weight in (None, 1) else tr("{what}, weight {weight}", what=words, weight=figure(weight))
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What the search bar holds."""

    words: str = ""
    """The text in the line, as it was typed."""
    chips: tuple[Chip, ...] = ()

    @classmethod
    def of(cls, pieces: Sequence[Piece], known: Sequence[Chip] = ()) -> Self:
        """Pieces of a query as chips, the last plain words as text; chips that are known keep their image."""
        plain = [piece for piece in pieces if isinstance(piece, Words) and piece.weight == 1]
        # Words that are written in parentheses would be read differently without them.
        kept = plain[-1] if plain and parse_query(plain[-1].text).query == Query((plain[-1],)) else None
        there = {chip.piece: chip for chip in known}
        chips = tuple(there.get(piece, Chip.of(piece)) for piece in pieces if piece is not kept)
        return cls("" if kept is None else kept.text, chips)

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.words.strip() and not self.chips

    @property
    def with_picture(self) -> bool:
        """Whether a picture is searched by."""
        return not self.query().only_words

    @property
    def with_words(self) -> bool:
        """Whether words say what is to be seen."""
        return any(isinstance(part, Words) for part in self.query().positive)

    def parsed(self) -> Parsed:
        """What the text in the line says."""
        return parse_query(self.words)

    def query(self) -> Query:
        """The query it stands for, of what can be read."""
        query = self.parsed().query
        for chip in self.chips:
            query = query.and_also(chip.piece)
        return query

    def settled(self) -> Self:
        """The same with every finished piece as a chip; the last plain words stay text, as do mistakes."""
        parsed = self.parsed()
        if parsed.mistakes:
            return self
        made = self.of([piece.value for piece in parsed.pieces])
        return replace(self, words=made.words, chips=(*self.chips, *made.chips))

    def with_chip_instead(self, place: int, chip: Chip | None) -> Self:
        """The same with another chip in this place, or none."""
        chips = list(self.chips)
        chips[place : place + 1] = [] if chip is None else [chip]
        return replace(self, chips=tuple(chips))

    def spoken(self) -> str:
        """What is asked for, as part of a sentence: “dog” like sea.jpg without “people”."""
        query = self.query()
        words = [translated(quoted(part.text)) for part in query.positive if isinstance(part, Words)]
        pictures = [chip.name for chip in self.chips if not isinstance(chip.piece, Words | Filter | Exact)
                    and not chip.negative]  # fmt: skip
        unwanted = [translated(quoted(part.text)) for part in query.negative if isinstance(part, Words)]
        parts = [listed(words)]
        if pictures:
            parts.append(tr("like {pictures}", pictures=listed(pictures)))
        if unwanted:
            parts.append(tr("without {words}", words=listed(unwanted)))
        return " ".join(part for part in parts if part)


def _name(piece: Piece) -> str:
    match piece:
        case Words(text):
            return text
        case Exact(text):
            return translated(quoted(text))
        case Filter(field, values):
            return f"{field}: {', '.join(values)}"
        case PictureFile(path, _, box):
            return path.name if box is None else tr("part of {name}", name=path.name)
        case SimilarTo(_, _, box) | SimilarToContent(_, _, box):
            return tr("a photo") if box is None else tr("part of a photo")

"""What is asked for, as a value: words and pictures with weights, and conditions that narrow.

`query_text.py` writes a query as text and reads it again.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self, TypeAlias

from mindseye.search.fields import check_value

LEAST_WEIGHT, LARGEST_WEIGHT = 0.01, 100.0
"""How little and how much a part can weigh, apart from its sign."""

_BOX_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A region of a picture as it is shown, upright; each side 0 to 1 of its width or height."""

    left: float
    top: float
    right: float
    bottom: float

    def __post_init__(self) -> None:
        for side in ("left", "top", "right", "bottom"):
            object.__setattr__(self, side, round(float(getattr(self, side)), _BOX_DECIMALS) + 0.0)
        if not (0 <= self.left < self.right <= 1 and 0 <= self.top < self.bottom <= 1):
            raise ValueError(f"{self} has no area, or reaches beyond the picture")


@dataclass(frozen=True, slots=True)
class Words:
    """A phrase, white space made single; a negative weight pushes its photos down."""

    text: str
    weight: float = 1.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", " ".join(self.text.split()))
        if not self.text:
            raise ValueError("a phrase needs words")
        _check_weight(self.weight)


@dataclass(frozen=True, slots=True)
class SimilarTo:
    """A photo of this library by its number, or a region of it."""

    photo_id: int
    weight: float = 1.0
    box: Box | None = None

    def __post_init__(self) -> None:
        if self.photo_id < 0:
            raise ValueError("a photo's number is not negative")
        _check_weight(self.weight)


@dataclass(frozen=True, slots=True)
class SimilarToContent:
    """A photo by its content, which is the same in every library, or a region of it."""

    content: str
    """The content hash in lower-case hexadecimal, whole or its first digits (6 or more)."""
    weight: float = 1.0
    box: Box | None = None

    def __post_init__(self) -> None:
        if not 6 <= len(self.content) <= 32 or set(self.content) - set("0123456789abcdef"):
            raise ValueError(f"{self.content!r} is no content hash")
        _check_weight(self.weight)


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that need not be in the library, by its file, or a region of it."""

    path: Path
    weight: float = 1.0
    box: Box | None = None

    def __post_init__(self) -> None:
        if "\0" in str(self.path):
            raise ValueError("no file has such a name")
        _check_weight(self.weight)


Part: TypeAlias = Words | SimilarTo | SimilarToContent | PictureFile
PicturePart: TypeAlias = SimilarTo | SimilarToContent | PictureFile


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on one field: any of the values holds, or none of them when it is negative."""

    field: str
    """A name of ``fields.FIELDS``."""
    values: tuple[str, ...]
    """As they are written; read with ``fields.FIELDS[field].read``."""
    negative: bool = False

    def __post_init__(self) -> None:
        if not self.values:
            raise ValueError(f"the filter {self.field} needs a value")
        for value in self.values:
            check_value(self.field, value)


@dataclass(frozen=True, slots=True)
class Exact:
    """Text that a file name, a tag or a caption holds, whatever the case."""

    text: str
    negative: bool = False

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("exact words need words")


Condition: TypeAlias = Filter | Exact


@dataclass(frozen=True, slots=True)
class Query:
    """Parts, whose directions are added up by weight, and conditions, which must all hold."""

    parts: tuple[Part, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.parts and not self.conditions

    @property
    def only_words(self) -> bool:
        """Whether no picture is part of it."""
        return all(isinstance(part, Words) for part in self.parts)

    @property
    def positive(self) -> tuple[Part, ...]:
        """The parts that pull up."""
        return tuple(part for part in self.parts if part.weight > 0)

    @property
    def negative(self) -> tuple[Part, ...]:
        """The parts that push down."""
        return tuple(part for part in self.parts if part.weight < 0)

    def and_also(self, piece: Part | Condition) -> Self:
        """The query with one more part or condition."""
        if isinstance(piece, Filter | Exact):
            return replace(self, conditions=(*self.conditions, piece))
        return replace(self, parts=(*self.parts, piece))

    def without(self, piece: Part | Condition) -> Self:
        """The query less the first part or condition that is equal to ``piece``.

        Raises:
            ValueError: it has none.
        """
        return self._with(piece, ())

    def instead(self, old: Part | Condition, new: Part | Condition) -> Self:
        """The query with ``new`` in the place of the first part or condition equal to ``old``.

        Raises:
            ValueError: it has none, or one is a part and the other a condition.
        """
        if isinstance(old, Filter | Exact) != isinstance(new, Filter | Exact):
            raise ValueError("a part cannot take the place of a condition")
        return self._with(old, (new,))

    def _with(self, old: Part | Condition, new: tuple[Part | Condition, ...]) -> Self:
        pieces: list[Part | Condition] = [*self.parts, *self.conditions]
        where = pieces.index(old)
        pieces[where : where + 1] = new
        return replace(
            self,
            parts=tuple(each for each in pieces if not isinstance(each, Filter | Exact)),
            conditions=tuple(each for each in pieces if isinstance(each, Filter | Exact)),
        )


def negated(piece: Part | Condition) -> Part | Condition:
    """The same piece with the other sign."""
    if isinstance(piece, Filter | Exact):
        return replace(piece, negative=not piece.negative)
    return replace(piece, weight=-piece.weight)


def _check_weight(weight: float) -> None:
    if not LEAST_WEIGHT <= abs(weight) <= LARGEST_WEIGHT:
        raise ValueError(f"a weight is {LEAST_WEIGHT} to {LARGEST_WEIGHT:g}, not {weight}")

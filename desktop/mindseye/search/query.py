"""What is asked for: words, photos of the library and outside pictures, each with a weight."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """A phrase; a negative weight pushes its photos down."""

    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class SimilarTo:
    """A photo of the library."""

    photo_id: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture from outside: the bytes of a file, dropped or pasted, and a name to show for it."""

    data: bytes
    name: str
    weight: float = 1.0


Part: TypeAlias = Words | SimilarTo | Picture


@dataclass(frozen=True, slots=True)
class Query:
    """The parts of a query; their directions are added up by weight."""

    parts: tuple[Part, ...]

    @property
    def only_words(self) -> bool:
        """Whether no picture is part of it."""
        return all(isinstance(part, Words) for part in self.parts)

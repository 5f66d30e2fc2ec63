"""The words that a model of few words knows, from the list beside its networks.

A small model answers a word it never saw with nonsense and cannot tell; its list can. Models that learnt from
the whole web bring no list and know every word well enough.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mindseye.errors import ModelError
from mindseye.phrases import Phrase

FILE_NAME = "vocabulary.txt"

FEWEST_PHOTOS = 3
"""Photos of the training that must have shown a word before it counts as known. With fewer the starter ranks
hardly better than chance: `python -m evaluate.known_words` in models/."""

_WORD = re.compile(r"([^\W\d_]+)(?:['’][^\W\d_]+)?")  # noqa: RUF001 - people type this apostrophe

_IRREGULAR = (
    ("man", "men"), ("woman", "women"), ("child", "children"), ("person", "people"), ("mouse", "mice"),
    ("foot", "feet"), ("tooth", "teeth"), ("goose", "geese"), ("leaf", "leaves"), ("knife", "knives"),
    ("wolf", "wolves"), ("calf", "calves"), ("shelf", "shelves"), ("life", "lives"), ("loaf", "loaves"),
)  # fmt: skip

_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
    a about above across after against all along also am among an and another any anybody anyone
    anything are aren around as at away back be because been before behind being below beneath beside
    besides between beyond both but by can could couldn did didn do does doesn doing don done down
    during each eight either else every everybody everyone everything few first five for four from get
    gets getting give given gives had hadn has hasn have haven having he her here hers herself him
    himself his how i if in inside into is isn it its itself just kind let like lot lots many may me
    might mine more most much must my myself near neither next nine no nobody none nor not nothing of
    off on once one only onto or other others our ours out outside over own per quite rather second
    seven shall she should shouldn show showing shows since six so some somebody someone something
    somewhere such ten than that the their theirs them themselves then there these they thing things
    this those though three through throughout to together too toward towards two under underneath until
    up upon us very via was wasn we were weren what when where whether which while who whom whose why
    will with within without would wouldn yes you your yours image images photo photograph photographs
    photos pic pics picture pictures
        """,
    )
)
"""Words that say nothing of what is seen, or are said of every photo."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """The content words of a text, as they were typed, in order and each once."""

    known: tuple[str, ...]
    unknown: tuple[str, ...]


class Vocabulary:
    """The words of a model, each with the number of training photos that showed it."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """The list in a model folder; None where there is none, since every word is known then.

        Raises:
            ModelError: the list cannot be read.
        """
        path = folder / FILE_NAME
        if not path.exists():
            return None
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
            return cls({word: int(count) for word, count in (line.split("\t") for line in lines)})
        except (OSError, ValueError) as error:
            raise ModelError(
                Phrase("The list of words {path} cannot be read ({error}).", path=path, error=error),
                path=path,
            ) from error

    def understand(self, text: str) -> Understanding:
        """Which content words of a text are known, plurals and other forms of a known word included."""
        words = _content_words(text)
        known = {plain for plain in words if self._knows(plain)}
        return Understanding(
            tuple(typed for plain, typed in words.items() if plain in known),
            tuple(typed for plain, typed in words.items() if plain not in known),
        )

    def _knows(self, word: str) -> bool:
        return sum(self._counts.get(form, 0) for form in {word, *_forms(word)}) >= FEWEST_PHOTOS


class EveryWord:
    """The vocabulary of a model that brings no list."""

    def understand(self, text: str) -> Understanding:
        """All content words of a text."""
        return Understanding(tuple(_content_words(text).values()), ())


def _content_words(text: str) -> dict[str, str]:
    """The words that say something of what is seen, each as it is looked up and as it was typed."""
    words: dict[str, str] = {}
    for match in _WORD.finditer(text):
        plain = _plain(match[1])
        if len(plain) > 1 and plain not in _FUNCTION_WORDS:
            words.setdefault(plain, match[1])
    return words


def _plain(word: str) -> str:
    """Lower case without accents, as the tokenizers of small models see it."""
    split = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in split if not unicodedata.combining(sign))


def _forms(word: str) -> Iterator[str]:
    """Other forms of an English word: plural and singular, -ing and -ed. Some that are none do no harm."""
    for one, many in _IRREGULAR:
        if word in (one, many):
            yield from (one, many)
    for stem in _stems(word):
        yield from (stem, f"{stem}s", f"{stem}es")
        if stem.endswith("y"):
            yield f"{stem[:-1]}ies"
        for verb in (stem, stem + stem[-1], stem.removesuffix("e")):
            yield from (f"{verb}ing", f"{verb}ed")


def _stems(word: str) -> Iterator[str]:
    yield word
    if word.endswith("ies") and len(word) > 4:
        yield f"{word[:-3]}y"
    if word.endswith("es") and len(word) > 4:
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        yield word[:-1]
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            yield from (stem, f"{stem}e")
            if stem[-1] == stem[-2]:
                yield stem[:-1]

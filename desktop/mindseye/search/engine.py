"""Answering queries over one library and one embedding space."""

import threading
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import Catalog
from mindseye.clip import ClipModel
from mindseye.errors import InputError
from mindseye.search import relevance
from mindseye.search.bank import bank_mean
from mindseye.search.directions import centred, library_mean, weighted_sum
from mindseye.search.pictures import PictureReader
from mindseye.search.query import Part, Query, SimilarTo, Words
from mindseye.vectors import Neighbours, VectorIndex, best_of_each

PROMPTS = ("{}", "a photo of {}")
"""A phrase is embedded in each of these forms and their mean is its direction."""

_TIES = 10
"""Results looked at when one of several equal pictures has to come first."""

_OVERSAMPLE = 4
"""Candidates for each look-alike that is wanted, since the index ranks by the bare cosine."""

NOTHING = "There is nothing to search for: give words or a picture."


@dataclass(frozen=True, slots=True)
class Hit:
    """A photo that answers a query."""

    photo_id: int
    score: float
    """Cosine with the query's direction; comparable within one answer only."""
    likely: bool
    """Whether it lies above the relevance line."""


class SearchEngine:
    """Searches the photos of one space. Safe to use from several threads."""

    def __init__(
        self,
        catalog: Catalog,
        model: ClipModel,
        space_id: int,
        index: VectorIndex,
        *,
        bank: tuple[str, ...],
        cache: Path,
    ) -> None:
        self._model = model
        self._index = index
        self._pictures = PictureReader(catalog, model, space_id)
        self._bank = bank
        self._cache = cache
        self._bank_lock = threading.Lock()
        self._bank_mean: NDArray[np.float32] | None = None

    @property
    def ready(self) -> bool:
        """Whether words can be searched without loading anything first."""
        return self._bank_mean is not None

    def warm_up(self) -> None:
        """Loads the text tower and embeds the neutral words, so that the first search is not the slow one.

        Raises:
            ModelError: the text tower cannot be run.
        """
        self._model.embed_texts([PROMPTS[0].format("photo")])
        self._neutral()

    def search(self, query: Query, limit: int) -> list[Hit]:
        """The ``limit`` best photos for the query, best first.

        Raises:
            InputError: the query has no parts, or a part that cannot be embedded.
            ModelError: the model cannot be run.
        """
        parts = [self._recognised(part) for part in query.parts]
        if not parts:
            raise InputError(NOTHING)
        mean = library_mean(self._index.sample())
        direction = weighted_sum(
            np.stack([self._direction(part, mean) for part in parts]), [part.weight for part in parts]
        )
        if any(isinstance(part, Words) for part in parts):
            found = self._index.search(direction, limit)
            above = relevance.likely(found.scores, self._index.sample() @ direction, self._words_line())
        else:
            found = self._look_alikes(direction, mean, limit)
            library = centred(self._index.sample(), mean) @ direction
            above = relevance.likely(found.scores, library, relevance.PICTURES)
        hits = [
            Hit(int(photo_id), float(score), bool(is_likely))
            for photo_id, score, is_likely in zip(found.ids, found.scores, above, strict=True)
        ]
        match parts:
            case [SimilarTo(photo_id, _, None)]:
                hits = _first(photo_id, hits)
        return hits[:limit]

    def _look_alikes(
        self, direction: NDArray[np.float32], mean: NDArray[np.float32], limit: int
    ) -> Neighbours:
        """The nearest of the photos, each less what it has in common with the library."""
        candidates = self._index.search(direction, _OVERSAMPLE * limit + _TIES)
        ids, stored = self._index.vectors(candidates.ids)
        scores = centred(stored, mean) @ direction
        best = best_of_each(ids, scores)[: limit + _TIES]
        return Neighbours(ids[best], scores[best])

    def _words_line(self) -> relevance.Line:
        margin = self._model.manifest.calibration.line_margin
        return relevance.WORDS if margin is None else replace(relevance.WORDS, margin=margin)

    def _recognised(self, part: Part) -> Part:
        """A picture that is in the library stands for the photo, however it was named."""
        if isinstance(part, Words):
            return part
        photo_id = self._pictures.photo_id(part)
        return part if photo_id is None else SimilarTo(photo_id, part.weight)

    def _direction(self, part: Part, mean: NDArray[np.float32]) -> NDArray[np.float32]:
        """What one part asks for, unit length."""
        if not isinstance(part, Words):
            return _less(self._pictures.embedding(part), mean)
        # What a terminal passed on may be no text at all; the tokenizer takes nothing else.
        phrase = part.text.encode(errors="replace").decode()
        forms = self._model.embed_texts([prompt.format(phrase) for prompt in PROMPTS]).mean(axis=0)
        return _less(forms / np.linalg.norm(forms), self._neutral())

    def _neutral(self) -> NDArray[np.float32]:
        with self._bank_lock:
            if self._bank_mean is None:
                self._bank_mean = bank_mean(self._model, self._bank, self._cache)
            return self._bank_mean


def _less(vector: NDArray[np.float32], mean: NDArray[np.float32]) -> NDArray[np.float32]:
    (direction,) = centred(vector[np.newaxis], mean)
    unit: NDArray[np.float32] = direction
    return unit


def _first(photo_id: int, hits: list[Hit]) -> list[Hit]:
    """Puts a photo, which is what was asked for, before its equals; rounding would decide otherwise."""
    itself = [replace(hit, score=hits[0].score, likely=True) for hit in hits if hit.photo_id == photo_id]
    return itself + [hit for hit in hits if hit.photo_id != photo_id]

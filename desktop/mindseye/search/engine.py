"""Answering queries over one library and one embedding space."""

import threading
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import Catalog, selection
from mindseye.clip import ClipModel
from mindseye.errors import InputError
from mindseye.phrases import Phrase
from mindseye.search import relevance, why
from mindseye.search.bank import BestScores, bank_vectors
from mindseye.search.candidates import nearest
from mindseye.search.conditions import Selection, select
from mindseye.search.directions import centred, cosines, library_mean, weighted_sum
from mindseye.search.pictures import PictureReader
from mindseye.search.query import Condition, Part, Query, SimilarTo, Words
from mindseye.search.why import Explanation
from mindseye.vectors import Neighbours, VectorIndex, best_of_each, crops_of

PROMPTS = ("{}", "a photo of {}")
"""A phrase is embedded in each of these forms and their mean is its direction."""

NEGATIVE_SHARE = 0.4
"""How much of a negative part's weight is subtracted; the whole takes more of what is wanted along."""

NEGATIVE_MARGIN = 1.0
"""Deviations by which a photo must lie above the line of a negative part to be removed."""

_TIES = 10
"""Results looked at when one of several equal pictures has to come first."""

_OVERSAMPLE = 4
"""Candidates for each look-alike that is wanted, since the index ranks by the bare cosine."""

_GROWN = 1.1
"""How much a library grows before the best scores of the neutral words are looked for again."""

NOTHING = Phrase("There is nothing to search for: give words or a picture.")


@dataclass(frozen=True, slots=True)
class Hit:
    """A photo that answers a query."""

    photo_id: int
    score: float
    """Cosine with the query's direction; comparable within one answer only. 1 without parts."""
    likely: bool
    """Whether it lies above the relevance line."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A part as it is searched."""

    part: Part
    direction: NDArray[np.float32]
    """[dimension], unit length"""

    @property
    def weight(self) -> float:
        share = 1.0 if self.part.weight > 0 else NEGATIVE_SHARE
        return share * self.part.weight


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
        self._catalog = catalog
        self._model = model
        self._space_id = space_id
        self._index = index
        self._pictures = PictureReader(catalog, model, space_id)
        self._bank = bank
        self._cache = cache
        self._bank_lock = threading.Lock()
        self._bank_vectors: NDArray[np.float32] | None = None
        self._bank_best: tuple[int, NDArray[np.float32]] | None = None
        self._selected: tuple[int, tuple[Condition, ...], Selection] | None = None

    @property
    def ready(self) -> bool:
        """Whether words can be searched without loading anything first."""
        return self._bank_best is not None

    def warm_up(self) -> None:
        """Loads the text tower and embeds the neutral words, so that the first search is not the slow one.

        Raises:
            ModelError: the text tower cannot be run.
        """
        self._model.embed_texts([PROMPTS[0].format("photo")])
        self._best_of_bank()

    def search(self, query: Query, limit: int) -> list[Hit]:
        """The ``limit`` best photos for the query, best first; newest first where only filters are asked.

        Raises:
            InputError: nothing is asked for, or a part cannot be embedded.
            ModelError: the model cannot be run.
        """
        if query.empty:
            raise InputError(NOTHING)
        chosen = self._select(query.conditions)
        if not query.parts:
            return self._newest(chosen, limit)
        mean = library_mean(self._index.sample())
        asked = self._asked(query)
        wanted = limit
        while True:
            found, above = self._rank(asked, mean, wanted, chosen)
            stays = self._not_removed(asked, mean, found)
            if stays.sum() >= limit or len(found.ids) < wanted:
                break
            wanted *= 2  # what negative parts removed makes room for others
        hits = [
            Hit(int(photo_id), float(score), bool(is_likely))
            for photo_id, score, is_likely in zip(
                found.ids[stays], found.scores[stays], above[stays], strict=True
            )
        ]
        match [each.part for each in asked]:
            case [SimilarTo(photo_id, _, None)]:
                hits = _first(photo_id, hits)
        return hits[:limit]

    def direction(self, query: Query) -> NDArray[np.float32]:
        """What the parts of a query ask for together: [dimension], unit length.

        Raises:
            InputError: it has no parts, one cannot be embedded, or they cancel one another out.
            ModelError: the model cannot be run.
        """
        return _together(self._asked(query))

    def explain(self, query: Query, photo_id: int) -> Explanation:
        """Why a photo stands where it does in the answer to a query.

        Raises:
            InputError: the photo is not indexed, or a part of the query cannot be used.
            ModelError: the model cannot be run.
        """
        keys, stored = self._index.get(self._index.keys_of(np.array([photo_id], dtype=np.int64)))
        if not len(keys):
            raise InputError(
                Phrase("This photo is not indexed yet; try again when the indexer is done with it.")
            )
        vectors = stored.astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        asked = self._asked(query) if query.parts else []
        best = int(np.argmax(vectors @ _together(asked))) if asked else int(np.argmin(keys))
        sample, bank = self._index.sample(), self._neutral()
        known = [place for place, word in enumerate(self._bank) if not self._model.understand(word).unknown]
        return Explanation(
            why.shares(
                query.parts,
                [each.direction for each in asked],
                [each.weight for each in asked],
                vectors[best],
                sample,
            ),
            why.nearest_words(
                [self._bank[place] for place in known], bank[known], vectors[best], library_mean(sample)
            ),
            int(crops_of(keys)[best]),
        )

    def count(self, conditions: tuple[Condition, ...]) -> int:
        """How many photos that lie somewhere meet the conditions."""
        with self._catalog.read() as connection:
            lying = selection.lying(connection)
        return int(self._select(conditions).keeps(lying).sum())

    def _asked(self, query: Query) -> list[_Asked]:
        if not query.parts:
            raise InputError(NOTHING)
        mean = library_mean(self._index.sample())
        recognised = [self._recognised(part) for part in query.parts]
        return [_Asked(part, self._direction(part, mean)) for part in recognised]

    def _rank(
        self, asked: list[_Asked], mean: NDArray[np.float32], limit: int, chosen: Selection
    ) -> tuple[Neighbours, NDArray[np.bool_]]:
        """The best photos for the parts together, and which of them are likely."""
        direction = _together(asked)
        sample, size = self._index.sample(), len(self._index)
        if any(isinstance(each.part, Words) for each in asked):
            found = nearest(self._index, direction, limit, chosen)
            only_words = all(isinstance(each.part, Words) and each.weight > 0 for each in asked)
            bank_best = self._best_of_bank() if only_words else None
            return found, relevance.likely(
                found.scores, cosines(sample, direction), self._words_line(), size=size, bank_best=bank_best
            )
        found = self._look_alikes(direction, mean, limit, chosen)
        library = cosines(centred(sample, mean), direction)
        return found, relevance.likely(found.scores, library, relevance.PICTURES, size=size)

    def _look_alikes(
        self, direction: NDArray[np.float32], mean: NDArray[np.float32], limit: int, chosen: Selection
    ) -> Neighbours:
        """The nearest of the photos, each less what it has in common with the library."""
        candidates = nearest(self._index, direction, _OVERSAMPLE * limit + _TIES, chosen)
        ids, stored = self._index.vectors(candidates.ids)
        scores = cosines(centred(stored, mean), direction)
        best = best_of_each(ids, scores)[: limit + _TIES]
        return Neighbours(ids[best], scores[best])

    def _not_removed(
        self, asked: list[_Asked], mean: NDArray[np.float32], found: Neighbours
    ) -> NDArray[np.bool_]:
        """Which of the photos no negative part clearly matches."""
        stays = np.ones(len(found.ids), dtype=np.bool_)
        negative = [each for each in asked if each.weight < 0]
        if not negative or not len(found.ids):
            return stays
        ids, stored = self._index.vectors(found.ids)
        sample, size = self._index.sample(), len(self._index)
        centred_sample, centred_stored = centred(sample, mean), centred(stored, mean)
        for each in negative:
            words = isinstance(each.part, Words)
            line = self._words_line() if words else relevance.PICTURES
            (best,) = self._index.search(each.direction, 1).scores
            scores = cosines(stored if words else centred_stored, each.direction)
            above = relevance.likely(
                np.append(scores, best).astype(np.float32),
                cosines(sample if words else centred_sample, each.direction),
                replace(line, margin=line.margin + NEGATIVE_MARGIN),
                size=size,
                bank_best=self._best_of_bank() if words else None,
            )
            stays &= ~np.isin(found.ids, ids[above[:-1]])
        return stays

    def _newest(self, chosen: Selection, limit: int) -> list[Hit]:
        with self._catalog.read() as connection:
            ids = selection.lying(connection) if chosen.within is None else chosen.within
            newest = selection.newest_first(connection, ids[chosen.keeps(ids)])
        return [Hit(int(photo_id), 1.0, likely=True) for photo_id in newest[:limit]]

    def _select(self, conditions: tuple[Condition, ...]) -> Selection:
        """The photos that conditions leave; the last ones asked are remembered until the catalog changes."""
        if not conditions:
            return Selection(None, np.empty(0, np.int64))
        state, kept = self._catalog.state(), self._selected
        if kept is not None and kept[:2] == (state, conditions):
            return kept[2]
        with self._catalog.read() as connection:
            made = select(connection, self._space_id, conditions)
        self._selected = state, conditions, made
        return made

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
        return _less(forms / np.linalg.norm(forms), self._neutral().mean(axis=0))

    def _neutral(self) -> NDArray[np.float32]:
        """The embeddings [words, dimension] of the bank."""
        with self._bank_lock:
            if self._bank_vectors is None:
                self._bank_vectors = bank_vectors(self._model, self._bank, self._cache)
            return self._bank_vectors

    def _best_of_bank(self) -> NDArray[np.float32]:
        """The best score in the library of each neutral word [words]."""
        bank, size, kept = self._neutral(), len(self._index), self._bank_best
        if kept is None or not kept[0] / _GROWN <= size <= kept[0] * _GROWN:
            stored = BestScores(self._cache, bank, self._index.token)
            best = stored.read() if kept is None else None
            if best is None:
                directions = centred(bank, bank.mean(axis=0))
                best = np.concatenate([self._index.search(direction, 1).scores for direction in directions])
                if size:
                    stored.keep(best)
            kept = size, best
            self._bank_best = kept
        return kept[1]


def _together(asked: list[_Asked]) -> NDArray[np.float32]:
    return weighted_sum(np.stack([each.direction for each in asked]), [each.weight for each in asked])


def _less(vector: NDArray[np.float32], mean: NDArray[np.float32]) -> NDArray[np.float32]:
    (direction,) = centred(vector[np.newaxis], mean)
    unit: NDArray[np.float32] = direction
    return unit


def _first(photo_id: int, hits: list[Hit]) -> list[Hit]:
    """Puts a photo, which is what was asked for, before its equals; rounding would decide otherwise."""
    itself = [replace(hit, score=hits[0].score, likely=True) for hit in hits if hit.photo_id == photo_id]
    return itself + [hit for hit in hits if hit.photo_id != photo_id]

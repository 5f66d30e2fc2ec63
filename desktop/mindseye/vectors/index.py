"""Nearest neighbours among the photos of one embedding space."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye.vectors.keys import best_of_each, is_crop, photos_of
from mindseye.vectors.layer import Found, compare
from mindseye.vectors.store import KeyedVectors

SAMPLE_SIZE = 2_000
"""Vectors that stand for the whole library where only their distribution matters."""

_SUBSET_BY_READING = 60_000
_SUBSET_BY_CODES = 120_000

_READ_INSTEAD = 1_000
"""Photos up to which reading all their vectors costs no more than choosing among them."""

SUBSET_KEPT = 64 * 1024**2
"""Bytes of the vectors of a subset that are remembered, so that typing on under a filter reads them once."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What a search found, best first."""

    ids: NDArray[np.int64]
    """[k]"""
    scores: NDArray[np.float32]
    """[k], cosines with the direction searched"""


class VectorIndex(KeyedVectors):
    """The vectors of the photos that can be found. Safe to use from several threads.

    Vectors are added and removed by key (``keys.py``), of which a photo has one or several; a search gives
    each photo once, with the best score among its own.
    """

    def __init__(self, path: Path, *, dimension: int) -> None:
        """Opens the file; when it is missing or not whole the index is empty and ``was_damaged`` says so."""
        super().__init__(path, dimension=dimension)
        self._derived = threading.Lock()
        self._sample: tuple[int, NDArray[np.float32]] | None = None
        self._crops: tuple[int, NDArray[np.int64]] | None = None
        self._subset: _Subset | None = None

    def __len__(self) -> int:
        """How many photos can be found."""
        return super().__len__() - len(self._crop_keys())

    def ids(self) -> NDArray[np.int64]:
        """The photo ids in the index, ascending, int64 [n]."""
        keys = self.keys()
        return np.sort(keys[~is_crop(keys)])

    def search(self, direction: NDArray[np.float32], count: int) -> Neighbours:
        """The ``count`` photos with the largest cosine with ``direction`` [dimension], best first."""
        if count < 1:
            return Neighbours(np.empty(0, np.int64), np.empty(0, np.float32))
        wanted = count + min(count, len(self._crop_keys()))
        return _best_photos(partial(self.nearest, direction), count, wanted)

    def search_within(self, direction: NDArray[np.float32], ids: NDArray[np.int64], count: int) -> Neighbours:
        """The best ``count`` of the photos [n] that are there; every one is compared."""
        return _best_photos(self._comparison(direction, ids), count, count)

    @property
    def compares_up_to(self) -> int:
        """Photos among which ``search_within`` is faster than asking ``search`` for more and filtering."""
        return _SUBSET_BY_CODES if self.has_codes else _SUBSET_BY_READING

    def _comparison(self, direction: NDArray[np.float32], ids: NDArray[np.int64]) -> Callable[[int], Found]:
        """What gives the best keys and scores of photos."""
        if self.has_codes and len(ids) > _READ_INSTEAD:
            return partial(self.nearest_among, direction, np.concatenate([ids, self._crops_of(ids)]))
        subset = self._vectors_of(ids)

        def compared(count: int) -> Found:
            rows, scores = compare(subset.vectors, direction, count)
            return subset.keys[rows], scores

        return compared

    def _vectors_of(self, ids: NDArray[np.int64]) -> "_Subset":
        version, kept = self.version, self._subset
        if kept is not None and kept.version == version and np.array_equal(kept.ids, ids):
            return kept
        keys, stored = self.get(self.keys_of(ids))
        made = _Subset(version, ids, keys, stored)
        self._subset = made if stored.nbytes <= SUBSET_KEPT else None
        return made

    def vectors(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The vectors of those of the photos [n] that are there.

        Returns their ids [m], a photo with extra crops as often as it has vectors, and unit vectors
        [m, dimension].
        """
        keys, stored = self.get(self.keys_of(ids))
        return photos_of(keys), _unit(stored)

    def keys_of(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """The keys [m] in the index of photos [n], extra crops included."""
        return np.concatenate([ids[self.contains(ids)], self._crops_of(ids)])

    def _crops_of(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        crops = self._crop_keys()
        return crops[np.isin(photos_of(crops), ids)] if len(crops) else crops

    def sample(self) -> NDArray[np.float32]:
        """Up to ``SAMPLE_SIZE`` vectors, unit length, float32 [n, dimension]; the same until a change."""
        with self._derived:
            version = self.version
            if self._sample is None or self._sample[0] != version:
                keys = np.sort(self.keys())
                if len(keys) > SAMPLE_SIZE:
                    keys = np.random.default_rng(0).choice(keys, SAMPLE_SIZE, replace=False)
                self._sample = version, _unit(self.get(keys)[1])
            return self._sample[1]

    def _crop_keys(self) -> NDArray[np.int64]:
        """The keys of extra crops; the same until a change."""
        with self._derived:
            version = self.version
            if self._crops is None or self._crops[0] != version:
                keys = self.keys()
                self._crops = version, keys[is_crop(keys)]
            return self._crops[1]


@dataclass(frozen=True, slots=True)
class _Subset:
    version: int
    ids: NDArray[np.int64]
    keys: NDArray[np.int64]
    vectors: NDArray[np.float16]


def _best_photos(compared: Callable[[int], Found], count: int, wanted: int) -> Neighbours:
    """The best ``count`` photos; ``wanted`` keys are asked for first, as a photo may have several."""
    while True:
        keys, scores = compared(wanted)
        ids = photos_of(keys)
        best = best_of_each(ids, scores)[:count]
        if len(best) == count or len(keys) < wanted:
            return Neighbours(ids[best], scores[best])
        wanted *= 2


def _unit(stored: NDArray[np.float16]) -> NDArray[np.float32]:
    vectors = stored.astype(np.float32)
    unit: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit

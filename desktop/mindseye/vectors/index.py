"""Nearest neighbours among the vectors of one embedding space, kept in a usearch file."""

import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from usearch.index import Index

from mindseye.errors import CatalogError
from mindseye.vectors.checked_file import sealed_count, write_sealed
from mindseye.vectors.keys import best_of_each, is_crop, photos_of

EXACT_UP_TO = 20_000
"""Below so many vectors every one is compared; the graph is no faster there and misses some."""

EXPANSION_SEARCH = 256
"""Candidates the graph search keeps; 256 gave recall@100 of 0.98 in usearch's float16."""

SAMPLE_SIZE = 2_000
"""Vectors that stand for the whole library where only their distribution matters."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What a search found, best first."""

    ids: NDArray[np.int64]
    """[k]"""
    scores: NDArray[np.float32]
    """[k], cosines with the direction searched"""


class VectorIndex:
    """The vectors of the photos that can be found. Safe to use from several threads.

    Vectors are added and removed by key (``keys.py``), of which a photo has one or several; a search gives
    each photo once, with the best score among its own.

    The file is viewed in place until the first change, which loads it into memory.
    """

    def __init__(self, path: Path, *, dimension: int) -> None:
        """Opens the file; when it is missing or not whole the index is empty and ``was_damaged`` says so."""
        self._path = path
        self._dimension = dimension
        self._lock = threading.Lock()
        self._sample: NDArray[np.float32] | None = None
        self._crops: NDArray[np.int64] | None = None
        self._index = self._empty()
        self._viewed = False
        self._unsaved = False
        count = sealed_count(path)
        self.was_damaged = count is None and path.exists()
        if count is not None:
            self._index.view(path)
            self._viewed = True
            if len(self._index) != count or self._index.ndim != dimension:
                self._index = self._empty()
                self._viewed = False
                self.was_damaged = True

    def __len__(self) -> int:
        """How many photos can be found."""
        with self._lock:
            return len(self._index) - len(self._crop_keys())

    def keys(self) -> NDArray[np.int64]:
        """The keys in the index, ascending, int64 [n]."""
        with self._lock:
            return self._all_keys()

    def ids(self) -> NDArray[np.int64]:
        """The photo ids in the index, ascending, int64 [n]."""
        keys = self.keys()
        ids: NDArray[np.int64] = keys[~is_crop(keys)]
        return ids

    def contains(self, keys: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the keys [n] are in the index."""
        with self._lock:
            return np.asarray(self._index.contains(keys.astype(np.uint64)), dtype=np.bool_)

    def add(self, keys: NDArray[np.int64], vectors: NDArray[np.float16]) -> None:
        """Adds vectors [n, dimension] under keys [n]; a key that is there already gets the new vector."""
        if not len(keys):
            return
        with self._lock:
            self._make_writable()
            unsigned = keys.astype(np.uint64)
            there = self._index.contains(unsigned)
            if there.any():
                self._index.remove(unsigned[there])
            self._index.add(unsigned, np.ascontiguousarray(vectors, dtype=np.float16))
            self._changed()

    def remove(self, keys: NDArray[np.int64]) -> None:
        """Removes vectors; keys that are not there are passed over."""
        with self._lock:
            unsigned = keys.astype(np.uint64)
            unsigned = unsigned[self._index.contains(unsigned)] if len(keys) else unsigned
            if len(unsigned):
                self._make_writable()
                self._index.remove(unsigned)
                self._changed()

    def search(self, direction: NDArray[np.float32], count: int) -> Neighbours:
        """The ``count`` photos with the largest cosine with ``direction`` [dimension], best first."""
        with self._lock:
            size = len(self._index)
            if size == 0 or count < 1:
                return Neighbours(np.empty(0, np.int64), np.empty(0, np.float32))
            wanted = count + min(count, len(self._crop_keys()))
            while True:
                found = self._index.search(
                    direction.astype(np.float32), min(wanted, size), exact=size <= EXACT_UP_TO
                )
                ids = photos_of(np.asarray(found.keys).astype(np.int64))
                scores = (1.0 - np.asarray(found.distances)).astype(np.float32)
                best = best_of_each(ids, scores)[:count]
                if len(best) == count or wanted >= size:
                    return Neighbours(ids[best], scores[best])
                wanted *= 2

    def vectors(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The vectors of those of the photos [n] that are there.

        Returns their ids [m], a photo with extra crops as often as it has vectors, and unit vectors
        [m, dimension].
        """
        with self._lock:
            crops = self._crop_keys()
            keys = np.concatenate([ids, crops[np.isin(photos_of(crops), ids)]]).astype(np.uint64)
            keys = keys[self._index.contains(keys)] if len(keys) else keys
            return photos_of(keys.astype(np.int64)), self._unit_vectors(keys)

    def sample(self) -> NDArray[np.float32]:
        """Up to ``SAMPLE_SIZE`` vectors, unit length, float32 [n, dimension]; the same until a change."""
        with self._lock:
            if self._sample is None:
                keys = np.asarray(self._index.keys)
                if len(keys) > SAMPLE_SIZE:
                    keys = np.random.default_rng(0).choice(keys, SAMPLE_SIZE, replace=False)
                self._sample = self._unit_vectors(keys)
            return self._sample

    def save(self) -> None:
        """Writes the file anew when something has changed since it was opened or saved.

        Raises:
            CatalogError: the file cannot be written; the old one stays.
        """
        with self._lock:
            if not self._unsaved:
                return
            try:
                write_sealed(self._path, self._index.save, count=len(self._index))
            except (OSError, RuntimeError) as error:  # usearch says RuntimeError when a write fails
                raise CatalogError(
                    f"The search index {self._path} cannot be written ({error}). "
                    "Make room or check the folder; nothing that was indexed is lost.",
                    path=self._path,
                ) from error
            self._unsaved = False

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._index.reset()

    def _all_keys(self) -> NDArray[np.int64]:
        return np.sort(np.asarray(self._index.keys).astype(np.int64))

    def _crop_keys(self) -> NDArray[np.int64]:
        """The keys of extra crops; the same until a change."""
        if self._crops is None:
            keys = np.asarray(self._index.keys).astype(np.int64)
            self._crops = keys[is_crop(keys)]
        return self._crops

    def _unit_vectors(self, keys: NDArray[np.uint64]) -> NDArray[np.float32]:
        stored = self._index.get(keys) if len(keys) else np.empty((0, self._dimension))
        vectors = np.asarray(stored, dtype=np.float32)
        unit: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def _empty(self) -> Index:
        return Index(ndim=self._dimension, metric="cos", dtype="f16", expansion_search=EXPANSION_SEARCH)

    def _make_writable(self) -> None:
        if self._viewed:
            loaded = self._empty()
            loaded.load(self._path)
            self._index = loaded
            self._viewed = False

    def _changed(self) -> None:
        self._sample = None
        self._crops = None
        self._unsaved = True

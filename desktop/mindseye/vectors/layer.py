"""One usearch index: a graph, which is fast and misses a little, or a list that is compared whole."""

import struct
from pathlib import Path
from typing import Any, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray
from usearch.index import Index, MetricKind, search

from mindseye.vectors.mapped_file import MappedFile

EXPANSION_SEARCH = 2048
"""Candidates the graph search keeps. Words lie apart from all photos and need many times those that
another photo needs; `make bench NAME=index` has recall and time of others."""

EXPANSION_OF_LARGE = 4096
_LARGE = 300_000
"""Vectors from which a graph needs more of them."""

_AT_ONCE = 16_384
"""Rows compared in one call; more do not stay in the processor's cache."""

Found: TypeAlias = tuple[NDArray[np.int64], NDArray[np.float32]]
"""Keys [k] and cosines [k], best first."""

_CHUNK = 4096

_HEADER = 8
"""Bytes before the vectors in a usearch file: rows and bytes a row, 32 bits each."""


class Layer:
    """Vectors by key. Reading from several threads is safe while nobody changes it."""

    def __init__(self, index: Index, *, is_graph: bool, file: MappedFile | None = None) -> None:
        self._index = index
        self._file = file
        self.is_graph = is_graph

    @classmethod
    def graph(cls, dimension: int) -> Self:
        """An empty graph [dimension] (HNSW: Malkov and Yashunin, 2016), in memory."""
        return cls(_index(dimension), is_graph=True)

    @classmethod
    def flat(cls, dimension: int) -> Self:
        """An empty list [dimension]; adding costs a tenth of what the graph costs."""
        # usearch links its entries whatever it is used for; so few links cost next to nothing.
        index = Index(ndim=dimension, metric="cos", dtype="f16", connectivity=2, expansion_add=1)
        return cls(index, is_graph=False)

    @classmethod
    def view(cls, path: Path, dimension: int) -> Self:
        """A graph in a file, read in place. It cannot be changed; ``copy`` can."""
        index, file = _index(dimension), MappedFile(path)
        try:
            index.view(file.memory)
            file.let_go()  # usearch reads all keys, which are all over it
            index.expansion_search = expansion_for(len(index))
        except BaseException:
            file.close()
            raise
        return cls(index, is_graph=True, file=file)

    def copy(self) -> "Layer":
        """The same in memory, to be changed."""
        if not len(self._index):
            return Layer.graph(self.dimension)
        copied = self._index.copy()
        copied.expansion_search = expansion_for(len(copied))
        return Layer(copied, is_graph=self.is_graph)

    def rebuilt_without(self, keys: NDArray[np.int64]) -> "Layer":
        """A graph in memory of all but the keys [n], which knows nothing of what was removed."""
        made = Layer.graph(self.dimension)
        kept = np.setdiff1d(self.keys(), keys, assume_unique=True)
        for start in range(0, len(kept), _CHUNK):
            part = kept[start : start + _CHUNK]
            made.add(part, self.get(part))
        return made

    def __len__(self) -> int:
        return len(self._index)

    @property
    def dimension(self) -> int:
        return int(self._index.ndim)

    def keys(self) -> NDArray[np.int64]:
        """The keys [n], in no order."""
        keys: NDArray[np.int64] = np.asarray(self._index.keys).astype(np.int64)
        if self._file is not None:
            self._file.let_go()  # they are all over it
        return keys

    def contains(self, keys: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the keys [n] are there."""
        if not len(keys) or not len(self._index):
            return np.zeros(len(keys), dtype=np.bool_)
        return np.asarray(self._index.contains(keys.astype(np.uint64)), dtype=np.bool_)

    def get(self, keys: NDArray[np.int64]) -> NDArray[np.float16]:
        """The stored vectors [n, dimension] of keys that are all there."""
        if not len(keys):
            return np.empty((0, self.dimension), dtype=np.float16)
        found: NDArray[np.float16] = np.concatenate(self._index.get(keys.astype(np.uint64)))
        self._keep_small()
        return found.reshape(len(keys), -1)

    def add(self, keys: NDArray[np.int64], vectors: NDArray[np.float16]) -> None:
        """Adds vectors [n, dimension] under keys [n] that are not there."""
        if len(keys):
            self._index.add(keys.astype(np.uint64), np.ascontiguousarray(vectors, dtype=np.float16))
            if self.is_graph:
                self._index.expansion_search = expansion_for(len(self._index))

    def remove(self, keys: NDArray[np.int64]) -> None:
        """Removes keys [n] that are there."""
        if len(keys):
            self._index.remove(keys.astype(np.uint64))

    def search(self, direction: NDArray[np.float32], count: int, *, exact: bool) -> Found:
        """The keys [k] and cosines [k] of the ``count`` nearest to ``direction`` [dimension], best first."""
        wanted = min(count, len(self._index))
        if wanted < 1:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        found = self._index.search(
            direction.astype(np.float32), wanted, exact=exact or not self.is_graph, threads=1
        )
        self._keep_small()
        scores = (1.0 - np.asarray(found.distances)).astype(np.float32)
        return np.asarray(found.keys).astype(np.int64), scores

    def compare(self, keys: NDArray[np.int64], direction: NDArray[np.float32], count: int) -> Found:
        """The ``count`` best of keys [n] that are all there."""
        rows, scores = compare(self.get(keys), direction, count)
        return keys[rows], scores

    def save(self, path: Path) -> None:
        """Writes it to a file.

        Raises:
            RuntimeError: that failed.
        """
        self._index.save(path)

    def close(self) -> None:
        """Lets go of memory and file."""
        self._index.reset()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _keep_small(self) -> None:
        if self._file is not None:
            self._file.keep_small()


def expansion_for(count: int) -> int:
    """How many candidates the search of a graph of so many vectors keeps."""
    return EXPANSION_SEARCH if count < _LARGE else EXPANSION_OF_LARGE


def compare(vectors: NDArray[np.float16], direction: NDArray[np.float32], count: int) -> Found:
    """Rows [k] and cosines [k] of the ``count`` vectors of [n, dimension] nearest to ``direction``.

    Every one is compared, as they are stored; turning halves into floats would cost more than that.
    """
    wanted = min(count, len(vectors))
    if wanted < 1:
        return np.empty(0, np.int64), np.empty(0, np.float32)
    scores = _each(vectors, direction.astype(np.float16), MetricKind.Cos)
    best = np.argpartition(-scores, wanted - 1)[:wanted]
    best = best[np.argsort(-scores[best], kind="stable")]
    return best.astype(np.int64), scores[best]


def dot_products(codes: NDArray[np.int8], code: NDArray[np.int8]) -> NDArray[np.float32]:
    """The products [n] of codes [n, up to 1,024] with another [up to 1,024]; whole numbers, not rounded."""
    return _each(codes, code, MetricKind.IP)


def merged_best(one: Found, other: Found, count: int) -> Found:
    """The ``count`` best of both."""
    if not len(other[0]):
        return one
    keys, scores = np.concatenate((one[0], other[0])), np.concatenate((one[1], other[1]))
    best = np.argsort(-scores, kind="stable")[: max(count, 0)]
    return keys[best], scores[best]


def end_of_vectors(path: Path) -> int:
    """Where the vectors end in a file that ``save`` wrote and the graph begins, in bytes.

    A flipped bit in a vector makes a wrong score; one in the graph leads anywhere, out of the memory too.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        rows, bytes_a_row = struct.unpack("<II", file.read(_HEADER))
    return _HEADER + int(rows) * int(bytes_a_row)


def _each(rows: NDArray[Any], row: NDArray[Any], metric: MetricKind) -> NDArray[np.float32]:
    """How near each of the rows [n, d] is to one [d]."""
    # usearch takes ten times as long for a row of what is searched as for a query: the rows are the queries.
    nearness = np.empty(len(rows), np.float32)
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        found = search(row[np.newaxis], part, 1, metric, exact=True, threads=1)
        nearness[start : start + len(part)] = 1.0 - np.asarray(found.distances).reshape(-1)
    return nearness


def _index(dimension: int) -> Index:
    return Index(ndim=dimension, metric="cos", dtype="f16", expansion_search=EXPANSION_SEARCH)

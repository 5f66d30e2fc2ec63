"""Small codes of the vectors in an index file, all compared to find what is worth comparing exactly.

A graph leads from neighbour to neighbour, and the directions of words lie apart from all photos: it loses
its way there. Comparing everything does not, and is fast when each vector is a few bytes: its principal
components (Hotelling, 1933) rounded to 8 bits. The best by their codes are compared again as they are stored
(Jégou et al., "Searching in one billion vectors: re-rank with source coding", 2011).

The file lies beside that of the index, carries its token, and is made again whenever it is missing or belongs
to another. A flipped bit in it costs a result at most: nothing is believed that the index does not confirm.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from mindseye.vectors.checked_file import Seal, SealedFile, write_sealed
from mindseye.vectors.layer import dot_products
from mindseye.vectors.mapped_file import MappedFile

COMPONENTS = 256
"""Components kept of a vector. 192 need twice as many candidates for the same recall."""

_LEARNT_FROM = 4_000
"""Vectors from which the components are worked out."""

_DEVIATIONS = 4.5
"""Of the strongest component: beyond that values are cut off."""

_FORMAT = 1
"""Another number when what lies in the file changes; the seal has it where an index has its sequence."""

_LARGEST = 127
_NO_LENGTH = 1e-30
_CHUNK = 4_096
_STRIDE = 64
_ALL_INSTEAD = 4
"""Where more than one vector in so many is asked about, all are compared: picking them out costs more."""


def candidates_for(count: int) -> int:
    """How many of the best by their codes hold the ``count`` best (recall: `make bench NAME=search`)."""
    return count + min(3 * count, 3_000) + 200


def sketch_file(index_file: Path) -> Path:
    """Where the codes of an index file lie."""
    return index_file.with_name(f"{index_file.stem}.codes.bin")


class Sketch:
    """The codes of the vectors in an index file. It never changes."""

    def __init__(self, file: MappedFile, sealed: SealedFile, dimension: int) -> None:
        assert sealed.seal is not None
        self._file = file
        self._sealed = sealed
        count, kept = sealed.seal.count, min(COMPONENTS, dimension)
        self._keys = np.frombuffer(file.memory, np.int64, count)
        basis = np.frombuffer(file.memory, np.float32, dimension * kept, self._keys.nbytes)
        self._basis = basis.reshape(dimension, kept).copy()
        codes = np.frombuffer(file.memory, np.int8, count * kept, self._keys.nbytes + basis.nbytes)
        self._codes = codes.reshape(count, kept)

    @classmethod
    def open(cls, path: Path, token: bytes, dimension: int) -> Self | None:
        """The codes [n, components] of the index file with this token; None when there are none of it."""
        sealed = SealedFile(path)
        if sealed.seal is None or (sealed.seal.token, sealed.seal.sequence) != (token, _FORMAT):
            return None
        before = _before_codes(sealed.seal.count, dimension)
        if sealed.length != before + sealed.seal.count * min(COMPONENTS, dimension):
            return None
        if not sealed.is_whole(0, before):
            return None
        try:
            return cls(MappedFile(path, whole=True), sealed, dimension)
        except OSError:
            return None

    def __len__(self) -> int:
        return len(self._keys)

    def is_whole(self) -> bool:
        """Whether all of the file is as it was written; reads it."""
        return self._sealed.is_whole()

    def nearest(
        self,
        direction: NDArray[np.float32],
        count: int,
        *,
        among: NDArray[np.int64] | None,
        without: NDArray[np.int64],
    ) -> NDArray[np.int64]:
        """Keys [k] of about the ``count`` nearest to ``direction`` [dimension], in no order.

        ``among`` says which keys [m] are looked at, those ``without`` [h] are passed over.
        """
        # Without BLAS, whose threads take longer to wake than this takes.
        self._file.keep_small()
        query = np.einsum("d,dk->k", direction.astype(np.float32), self._basis)
        query *= _LARGEST / max(float(np.abs(query).max()), _NO_LENGTH)
        code = np.rint(query).astype(np.int8)
        if among is None:
            scores = dot_products(self._codes, code)
            scores[self._rows(without)] = -np.inf
            return self._keys[_best(scores, count)]
        rows = self._rows(among)
        if len(without):
            rows = rows[~np.isin(self._keys[rows], without)]
        if len(rows) * _ALL_INSTEAD > len(self):
            scores = dot_products(self._codes, code)[rows]
        else:
            parts = [
                dot_products(self._codes[rows[start : start + _CHUNK]], code)
                for start in range(0, len(rows), _CHUNK)
            ]
            scores = np.concatenate([np.empty(0, np.float32), *parts])
        return self._keys[rows[_best(scores, count)]]

    def close(self) -> None:
        """Lets go of the file."""
        self._keys, self._codes = np.empty(0, np.int64), np.empty((0, 0), np.int8)
        self._file.close()

    def _rows(self, keys: NDArray[np.int64]) -> NDArray[np.intp]:
        """Where those of the keys lie that are there."""
        places = np.searchsorted(self._keys, keys)
        places[places == len(self._keys)] = 0
        found: NDArray[np.intp] = places[self._keys[places] == keys] if len(self._keys) else places[:0]
        return found


def write_sketch(
    path: Path,
    token: bytes,
    keys: NDArray[np.int64],
    read: Callable[[NDArray[np.int64]], NDArray[np.float16]],
) -> None:
    """Writes the codes of the vectors that ``read`` gives for keys [n > 0] of the index file with this token.

    Raises:
        OSError: it cannot be written.
    """
    keys = np.sort(keys)
    learnt = _unit(read(keys[np.linspace(0, len(keys) - 1, min(_LEARNT_FROM, len(keys))).astype(np.int64)]))
    mean = learnt.mean(axis=0)
    basis = _principal(learnt - mean)
    strongest = float(((learnt - mean) @ basis[:, 0]).std())
    step = max(_DEVIATIONS * strongest / _LARGEST, _NO_LENGTH)

    def write(temporary: Path) -> None:
        with temporary.open("wb") as file:
            file.write(keys.tobytes() + basis.tobytes())
            for start in range(0, len(keys), _CHUNK):
                components = (_unit(read(keys[start : start + _CHUNK])) - mean) @ basis
                codes = np.clip(np.rint(components / step), -_LARGEST, _LARGEST).astype(np.int8)
                file.write(codes.tobytes())

    write_sealed(path, write, Seal(len(keys), token, _FORMAT))


def _before_codes(count: int, dimension: int) -> int:
    return 8 * count + 4 * dimension * min(COMPONENTS, dimension)


def _principal(centred: NDArray[np.float32]) -> NDArray[np.float32]:
    """The directions [dimension, components] in which vectors [n, dimension] differ most."""
    _, directions = np.linalg.eigh(centred.T @ centred)
    return np.ascontiguousarray(directions[:, ::-1][:, :COMPONENTS], dtype=np.float32)


def _unit(stored: NDArray[np.float16]) -> NDArray[np.float32]:
    vectors = stored.astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: NDArray[np.float32] = vectors / np.maximum(lengths, _NO_LENGTH)
    return unit


def _best(scores: NDArray[np.float32], count: int) -> NDArray[np.intp]:
    """Where the ``count`` largest lie, in no order."""
    if count >= len(scores):
        return np.arange(len(scores))
    # Some of them tell where the line lies; sorting all would take as long as comparing them did.
    some = scores[::_STRIDE]
    rank = 2 * count // _STRIDE + 8
    rows = (
        np.flatnonzero(scores >= np.partition(some, -rank)[-rank]) if rank <= len(some) else np.empty(0, int)
    )
    if len(rows) < count:
        rows = np.arange(len(scores))
    best: NDArray[np.intp] = rows[np.argpartition(scores[rows], -count)[-count:]]
    return best

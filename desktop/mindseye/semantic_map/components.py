"""Principal components of a library's vectors, a part at a time; the first two are the map at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

COMPONENTS = 64
"""Coordinates that are kept of a vector. Who is whose neighbour changes little by leaving the others out."""

FITTED_ON = 20_000
"""Photos that the components are taken from; more do not turn them."""

_CHUNK = 8_192

Ids = NDArray[np.int64]
Points = NDArray[np.float32]
Checkpoint = Callable[[float], None]
"""Called now and then with the share that is done, 0 to 1; may raise to end the work."""


class VectorSource(Protocol):
    """What is needed of a vector index: its ``get`` gives those of the keys that are there, in any order."""

    def get(self, keys: Ids) -> tuple[Ids, NDArray[np.float16]]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Reduced:
    """Photos by a few coordinates."""

    ids: Ids
    """[n], ascending"""
    points: Points
    """[n, components], the most telling coordinate first; about a mean of nought"""

    @property
    def plane(self) -> Points:
        """The first two coordinates [n, 2]: the map by principal components."""
        if self.points.shape[1] >= 2:
            return self.points[:, :2].copy()
        return np.pad(self.points, ((0, 0), (0, 2 - self.points.shape[1])))


def chunks(source: VectorSource, ids: Ids) -> Iterator[tuple[Ids, Points]]:
    """The unit vectors of photos, some thousand at a time.

    Yields:
        ids [m], ascending within and from chunk to chunk, of those photos [n] (ascending) that have a vector,
        and their vectors float32 [m, dimension].
    """
    for start in range(0, len(ids), _CHUNK):
        there, stored = source.get(ids[start : start + _CHUNK])
        if not len(there):
            continue
        order = np.argsort(there)
        vectors = stored[order].astype(np.float32)
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
        yield there[order], vectors


def reduce(
    source: VectorSource,
    ids: Ids,
    *,
    components: int = COMPONENTS,
    checkpoint: Checkpoint = lambda _: None,
) -> Reduced:
    """Projects photos on the principal components of their vectors (Pearson, 1901).

    Mean and covariance are summed over chunks of up to ``FITTED_ON`` photos drawn by a fixed seed, so no more
    than a chunk is in memory in full; a component points to where its largest part is positive. The same
    vectors give the same coordinates.

    Args:
        source: where the vectors are.
        ids: photo ids [n], ascending; those without a vector are left out.
        components: how many coordinates are kept, at most.
        checkpoint: told how far it is.
    """
    sample = ids
    if len(ids) > FITTED_ON:
        sample = np.sort(np.random.default_rng(0).choice(ids, FITTED_ON, replace=False))
    seen, total, products = 0, None, None
    for _, vectors in chunks(source, sample):
        checkpoint(0.5 * seen / len(sample))
        seen += len(vectors)
        total = vectors.sum(axis=0, dtype=np.float64) + (0 if total is None else total)
        products = vectors.T @ vectors + (0 if products is None else products)
    if total is None or products is None:
        return Reduced(np.empty(0, np.int64), np.empty((0, components), np.float32))
    mean = total / seen
    covariance = products.astype(np.float64) / seen - np.outer(mean, mean)
    basis = np.linalg.eigh(covariance)[1][:, ::-1][:, :components]
    basis *= np.where(basis[np.abs(basis).argmax(axis=0), np.arange(basis.shape[1])] < 0, -1, 1)
    axes, centre = basis.astype(np.float32), mean.astype(np.float32)
    there: list[Ids] = []
    points: list[Points] = []
    done = 0
    for found, vectors in chunks(source, ids):
        checkpoint(0.5 + 0.5 * done / len(ids))
        done += len(found)
        there.append(found)
        points.append((vectors - centre) @ axes)
    return Reduced(np.concatenate(there), np.concatenate(points))

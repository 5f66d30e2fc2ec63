"""Pairs of photos that the model finds very alike and that have something else in common as well."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from mindseye.duplicates.fingerprint_pairs import bits_apart
from mindseye.duplicates.groups import Pairs

ALIKE = 0.95
"""The least cosine of two photos that are very alike."""

ALIKE_BITS = 104
"""Of 255 bits of the fingerprint, at most so many differ: the same things lie at the same places."""

_PIVOTS = 2_048
_NEAREST = 3
"""Pivots whose company a photo keeps; two photos that are alike share one of them."""

_AT_ONCE = 4_096
_ROWS = 1_024

Ids = NDArray[np.int64]
Vectors = NDArray[np.float32]


class Index(Protocol):
    """What is needed of a vector index."""

    def get(self, keys: Ids) -> tuple[Ids, NDArray[np.float16]]: ...


def very_alike(
    index: Index,
    ids: Ids,
    bits: NDArray[np.uint8],
    burst: Callable[[Ids, Ids], NDArray[np.bool_]],
    checkpoint: Callable[[float], None] = lambda _: None,
) -> Pairs:
    """Pairs that are near in the space of a model, and whose fingerprints or times agree with that.

    The vector alone takes one blue mountain for another; crops and bursts share more than that.

    Each photo is put to the three nearest of some pivots, which are photos too, as many as the root of
    their number; those at one pivot are compared with one another (an inverted file, Jégou et al. 2011).

    Args:
        index: gives the vectors of those photos that have one, in any order.
        ids: photo ids [n], ascending, of the photos with a fingerprint.
        bits: their fingerprints [n, 32].
        burst: tells which of pairs of photo ids [k], [k] were taken in one go.
        checkpoint: called now and then with the share that is done, 0 to 1; may raise to end it.

    Returns:
        places in ``ids``, the smaller first, each pair once.
    """
    found: list[Ids] = [np.empty(0, np.int64)]
    companies = list(_companies(index, ids, lambda share: checkpoint(share / 2)))
    for number, company in enumerate(companies):
        checkpoint(0.5 + number / len(companies) / 2)
        there, vectors = _vectors(index, ids[company])
        places = np.searchsorted(ids, there)
        for start in range(0, len(places), _ROWS):
            rows, columns = np.nonzero(vectors[start : start + _ROWS] @ vectors.T >= ALIKE)
            left, right = places[rows + start], places[columns]
            left, right = left[left < right], right[left < right]
            agree = bits_apart(bits, left, right) <= ALIKE_BITS
            agree[~agree] = burst(ids[left[~agree]], ids[right[~agree]])
            found.append(left[agree] * len(ids) + right[agree])
    pairs = np.unique(np.concatenate(found))
    return Pairs(pairs // len(ids), pairs % len(ids)) if len(ids) else Pairs.none()


def _companies(index: Index, ids: Ids, checkpoint: Callable[[float], None]) -> Iterator[Ids]:
    """The places of the photos that are at each pivot, ascending; empty companies are left out."""
    count = min(round(len(ids) ** 0.5) + _NEAREST, _PIVOTS, len(ids))
    chosen = np.sort(np.random.default_rng(0).choice(ids, count, replace=False))
    pivots = _vectors(index, chosen)[1]
    if not len(pivots):
        return
    # What all photos share says nothing of who keeps whose company.
    mean = pivots.mean(axis=0)
    pivots = pivots - mean
    pivots /= np.maximum(np.linalg.norm(pivots, axis=1, keepdims=True), 1e-6)
    wanted = min(_NEAREST, len(pivots))
    members: list[tuple[Ids, Ids]] = []
    for start in range(0, len(ids), _AT_ONCE):
        checkpoint(start / len(ids))
        there, vectors = _vectors(index, ids[start : start + _AT_ONCE])
        nearest = np.argpartition((mean - vectors) @ pivots.T, wanted - 1, axis=1)[:, :wanted]
        members.append((nearest.ravel(), np.repeat(np.searchsorted(ids, there), wanted)))
    pivot, place = (np.concatenate(each) for each in zip(*members, strict=True))
    order = np.lexsort((place, pivot))
    for company in np.split(place[order], np.flatnonzero(np.diff(pivot[order])) + 1):
        if len(company) > 1:
            yield company


def _vectors(index: Index, ids: Ids) -> tuple[Ids, Vectors]:
    """Those of the photos that have a vector, ascending, and their unit vectors."""
    there, stored = index.get(ids)
    order = np.argsort(there)
    vectors = stored[order].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return there[order], vectors


def taken_together(
    times: Mapping[int, tuple[float, str | None]], seconds: float
) -> Callable[[Ids, Ids], NDArray[np.bool_]]:
    """Tells pairs of photo ids that one camera took within some seconds.

    Args:
        times: the moment, in seconds, and the camera of photos by id; those that do not say are left out.
        seconds: the longest time between the two.
    """

    def together(left: Ids, right: Ids) -> NDArray[np.bool_]:
        return np.array(
            [
                _together(times.get(int(a)), times.get(int(b)), seconds)
                for a, b in zip(left, right, strict=True)
            ],
            dtype=np.bool_,
        )

    return together


def _together(
    one: tuple[float, str | None] | None, other: tuple[float, str | None] | None, seconds: float
) -> bool:
    if one is None or other is None:
        return False
    return abs(one[0] - other[0]) <= seconds and one[1] == other[1]

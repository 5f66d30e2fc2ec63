"""How true a map is to the vectors that it was made of."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]


def trustworthiness(vectors: Array, places: Array, count: int) -> float:
    """How near, among the vectors, those are that lie beside one another on the map; 1 is best.

    Of Venna and Kaski ("Neighborhood preservation in nonlinear projection methods", 2001): a neighbour of the
    map that is none among the vectors costs by how far down their list it stands.

    Args:
        vectors: [n, d].
        places: [n, 2].
        count: neighbours of each that are looked at, less than half of n.
    """
    n = len(vectors)
    among_vectors, near_on_map = _order(vectors), _order(places)[:, 1 : count + 1]
    ranks = np.empty_like(among_vectors)
    ranks[np.arange(n)[:, np.newaxis], among_vectors] = np.arange(n)
    too_far = np.maximum(np.take_along_axis(ranks, near_on_map, axis=1) - count, 0).sum()
    return float(1 - 2 / (n * count * (2 * n - 3 * count - 1)) * too_far)


def kept_neighbours(vectors: Array, places: Array, count: int) -> float:
    """The share of the ``count`` nearest vectors that are among the nearest on the map, too."""
    left, right = (_order(each)[:, 1 : count + 1] for each in (vectors, places))
    return float(np.mean([np.isin(a, b).mean() for a, b in zip(left, right, strict=True)]))


def _order(points: Array) -> NDArray[np.int64]:
    """The others of each, nearest first, itself before them."""
    full = points.astype(np.float64)
    squares = (full**2).sum(axis=1)
    apart = squares[:, np.newaxis] + squares - 2 * full @ full.T
    np.fill_diagonal(apart, -1)
    return np.argsort(apart, axis=1, kind="stable")

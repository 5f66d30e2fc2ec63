"""Who is whose neighbour: the nearest of many points, exactly for few and nearly for many."""

import numpy as np
from numpy.typing import NDArray

from mindseye.semantic_map.components import Checkpoint, Points

EXACT_UP_TO = 6_000
"""Up to so many points every pair is compared."""

_PROBES = 10
"""Cells that a point looks for its neighbours in; with six, 97 of 100 are found, with ten more than 99."""

_CELL = 250
"""Points of a cell, about."""

_MOST = 5_000
"""Points that one is compared with; of more, which are nearly the same then, some are drawn."""

_ROWS = 1_024
_ROUNDS = 4

Places = NDArray[np.int64]


def nearest(
    points: Points, count: int, *, checkpoint: Checkpoint = lambda _: None
) -> tuple[Places, NDArray[np.float32]]:
    """The nearest others of each point, nearest first.

    Beyond ``EXACT_UP_TO`` the points are put into cells about centres (k-means on a sample; an inverted file,
    Jégou et al. 2011), and a point's neighbours are looked for in the cells whose centres are nearest to that
    of its own.

    Args:
        points: [n, d].
        count: how many, less than n.
        checkpoint: told how far it is.

    Returns:
        places [n, count] and squared distances [n, count].
    """
    if len(points) <= EXACT_UP_TO:
        everything = np.arange(len(points))
        return _among(points, everything, everything, count, checkpoint)
    generator = np.random.default_rng(0)
    centres, cell = _cells(points, generator, checkpoint)
    order = np.argsort(cell, kind="stable")
    starts = np.searchsorted(cell[order], np.arange(len(centres) + 1))
    probes = min(_PROBES, len(centres))
    near_cells = np.argsort(_distances(centres, centres), axis=1, kind="stable")[:, :probes]
    places = np.empty((len(points), count), np.int64)
    apart = np.empty((len(points), count), np.float32)
    for number in range(len(centres)):
        checkpoint(0.2 + 0.8 * number / len(centres))
        members = order[starts[number] : starts[number + 1]]
        if not len(members):
            continue
        reach = probes
        company = _company(order, starts, near_cells[number])
        while len(company) <= count:  # crowded cells beside empty ones
            reach *= 2
            wider = np.argsort(_distances(centres[[number]], centres)[0], kind="stable")[:reach]
            company = _company(order, starts, wider)
        if len(company) > _MOST:
            company = generator.choice(company, _MOST, replace=False)
        places[members], apart[members] = _among(points, members, company, count, lambda _: None)
    return places, apart


def _company(order: Places, starts: Places, cells: Places) -> Places:
    return np.concatenate([order[starts[cell] : starts[cell + 1]] for cell in cells])


def _among(
    points: Points, members: Places, company: Places, count: int, checkpoint: Checkpoint
) -> tuple[Places, NDArray[np.float32]]:
    """The nearest of ``company`` to each of ``members``, without itself."""
    others = points[company]
    found: list[tuple[Places, NDArray[np.float32]]] = []
    for start in range(0, len(members), _ROWS):
        checkpoint(start / len(members))
        part = members[start : start + _ROWS]
        apart = _distances(points[part], others)
        apart[part[:, np.newaxis] == company[np.newaxis]] = np.inf
        best = np.argpartition(apart, count - 1, axis=1)[:, :count]
        rows = np.arange(len(part))[:, np.newaxis]
        order = np.lexsort((company[best], apart[rows, best]), axis=1)
        best = best[rows, order]
        found.append((company[best], apart[rows, best]))
    return np.concatenate([each for each, _ in found]), np.concatenate([each for _, each in found])


def _cells(points: Points, generator: np.random.Generator, checkpoint: Checkpoint) -> tuple[Points, Places]:
    """Centres of cells of about the same size, and the cell of each point."""
    count = max(len(points) // _CELL, 2 * _PROBES)
    sample = points[generator.choice(len(points), min(len(points), 32 * count), replace=False)]
    centres = sample[:count].copy()
    for turn in range(_ROUNDS):
        checkpoint(0.15 * turn / _ROUNDS)
        cell = _nearest_centre(sample, centres)
        order = np.argsort(cell, kind="stable")
        used, first = np.unique(cell[order], return_index=True)
        sizes = np.diff(np.append(first, len(sample)))
        centres[used] = np.add.reduceat(sample[order], first, axis=0) / sizes[:, np.newaxis]
    return centres, _nearest_centre(points, centres)


def _nearest_centre(points: Points, centres: Points) -> Places:
    return np.concatenate(
        [
            _distances(points[start : start + _ROWS], centres).argmin(axis=1)
            for start in range(0, len(points), _ROWS)
        ]
    )


def _distances(left: Points, right: Points) -> NDArray[np.float32]:
    """Squared distances [m, n] of points [m, d] and [n, d]."""
    squares: NDArray[np.float32] = (left**2).sum(axis=1)[:, np.newaxis] + (right**2).sum(axis=1)
    squares -= 2 * (left @ right.T)
    return np.maximum(squares, 0, out=squares)

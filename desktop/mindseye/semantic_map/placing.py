"""New photos on a map that is there: each beside its neighbours, which stay where they are."""

import numpy as np
from numpy.typing import NDArray

from mindseye.semantic_map.components import Checkpoint, Ids, Points, VectorSource, chunks

NEIGHBOURS = 5
"""Photos whose places decide where a new one goes."""

_ASIDE = 0.2
"""How far beside its neighbours a photo is put, as a part of how far these are apart."""


def beside_neighbours(
    source: VectorSource,
    new: Ids,
    ids: Ids,
    places: Points,
    *,
    checkpoint: Checkpoint = lambda _: None,
) -> tuple[Ids, Points]:
    """Places for photos that came after a map was made.

    A photo goes to the place of that one of its nearest which is the most in the middle of them, a little
    aside; their mean would often lie between two crowds, among photos that are like neither.

    Args:
        source: where the vectors are.
        new: photo ids [m], ascending.
        ids: photo ids [n] on the map, ascending, at least one.
        places: theirs [n, 2].
        checkpoint: told how far it is.

    Returns:
        the ids [k] of those of the new photos that have a vector, and their places [k, 2].
    """
    parts = list(chunks(source, new))
    if not parts:
        return np.empty(0, np.int64), np.empty((0, 2), np.float32)
    found = np.concatenate([each for each, _ in parts])
    vectors = np.concatenate([each for _, each in parts])
    best = np.full((len(found), NEIGHBOURS), -np.inf, np.float32)
    near = np.zeros((len(found), NEIGHBOURS), np.int64)
    rows = np.arange(len(found))[:, np.newaxis]
    done = 0
    for there, others in chunks(source, ids):
        checkpoint(done / len(ids))
        done += len(there)
        scores = np.concatenate([best, vectors @ others.T], axis=1)
        candidates = np.concatenate(
            [near, np.broadcast_to(np.searchsorted(ids, there), (len(found), len(there)))], axis=1
        )
        chosen = np.argpartition(-scores, NEIGHBOURS - 1, axis=1)[:, :NEIGHBOURS]
        best, near = scores[rows, chosen], candidates[rows, chosen]
    # Where there are fewer on the map than neighbours are asked for, the nearest stands for the missing ones.
    order = np.argsort(-best, axis=1, kind="stable")
    best, near = best[rows, order], near[rows, order]
    near = np.where(np.isfinite(best), near, near[:, :1])
    return found, _middle_of(places[near], found)


def _middle_of(near: NDArray[np.float32], ids: Ids) -> Points:
    """Of each [m, k] of places the one that is the least far from the others, and a little aside."""
    apart = np.sqrt(((near[:, :, np.newaxis] - near[:, np.newaxis]) ** 2).sum(axis=-1))
    rows = np.arange(len(near))
    middle = apart.sum(axis=2).argmin(axis=1)
    reach = np.median(apart[rows, middle], axis=1)
    # The golden angle, so that photos which come together do not lie on one another.
    angle = ids * (np.pi * (3 - np.sqrt(5)))
    aside = np.stack([np.cos(angle), np.sin(angle)], axis=1) * (_ASIDE * reach)[:, np.newaxis]
    placed: Points = (near[rows, middle] + aside).astype(np.float32)
    return placed

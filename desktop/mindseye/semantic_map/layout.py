"""The better map: photos that are neighbours among the vectors become neighbours in the plane.

The method is PaCMAP (Wang, Huang, Rudin and Shaposhnik, "Understanding how dimension reduction tools work",
JMLR 22, 2021): pairs of neighbours and, to begin with, pairs of middling distance attract each other, pairs
drawn at random push each other away, and Adam (Kingma and Ba, 2015) moves all points at once. Two things
differ. The random pairs are drawn anew for each step, as permutations, so that nothing has to be scattered.
And a large library is laid out as a sample first; the others are put beside their neighbours and all moved a
little more.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mindseye.semantic_map.components import Checkpoint, Points
from mindseye.semantic_map.neighbours import nearest

SAMPLE = 8_000
"""Photos beyond which a sample of so many is laid out first."""

FEWEST = 8
"""Photos below which neighbours say nothing and the principal components stay."""

_NEIGHBOURS = 10
_CANDIDATES = 30
"""Neighbours that pairs are chosen from, by distance in proportion to how far the points' own ones are."""
_MIDDLING = 5
_DRAWS = 6
"""Of this many points drawn at random the second nearest is of middling distance."""
_REPELLED = 5
"""Permutations a step; each stands for four of the random pairs of a point, two of them its own."""
_ALL_REPELLED = 20

_STEPS = (100, 100, 250)
"""Steps in which the whole is arranged, the neighbourhoods are drawn together, and they are refined."""
_REFINING = 90
"""Steps of the last kind for all photos once the sample is laid out."""

Before = tuple[NDArray[np.int64], Points]

_OFF = 0.02
"""How far from its neighbours a photo begins, as a part of the width of the map."""

_RATE = 1.0
_BETAS = (0.9, 0.999)


def lay_out(
    points: Points, *, before: Before | None = None, seed: int = 0, checkpoint: Checkpoint = lambda _: None
) -> Points:
    """Places in the plane [n, 2], about (0, 0), of points [n, d] whose first two coordinates tell most.

    The plane is turned, mirrored and scaled so that it lies as near to the two first coordinates, or to the
    map before, as it can, so that what moves from one to the other goes the shortest way.

    Args:
        points: what is to be laid out.
        before: rows [k] of points that were on a map before, and their places [k, 2]; it begins with these.
        seed: everything random follows from it; the same call gives the same places on the same machine.
        checkpoint: called now and then with the share that is done, 0 to 1; may raise to end it.
    """
    first = points[:, :2]
    if len(points) < FEWEST or points.shape[1] < 2:
        return np.pad(first, ((0, 0), (0, 2 - first.shape[1]))).astype(np.float32)
    generator = np.random.default_rng(seed)
    aim = first if before is None else _spread(points, *before, generator, lambda: checkpoint(0.0))
    if len(points) <= SAMPLE:
        pairs = _pairs_of(points, lambda share: checkpoint(0.1 * share))
        made = _whole(points, pairs, aim, generator, lambda share: checkpoint(0.1 + 0.9 * share))
        return _turned_to(made, aim)
    chosen = np.sort(generator.choice(len(points), SAMPLE, replace=False))
    pairs = _pairs_of(points[chosen], lambda share: checkpoint(0.05 * share))
    sample = _whole(
        points[chosen], pairs, aim[chosen], generator, lambda share: checkpoint(0.05 + 0.25 * share)
    )
    pairs = _pairs_of(points, lambda share: checkpoint(0.3 + 0.3 * share))
    places = _spread(points, chosen, sample, generator, lambda: checkpoint(0.6))
    weights = [(1.0, 0.0)] * _REFINING
    made = _moved(places, pairs, None, weights, generator, lambda share: checkpoint(0.6 + 0.4 * share))
    return _turned_to(made, aim)


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    """Pairs [m] in the order of their first point, both ways round."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    starts: NDArray[np.int64]
    """Where the pairs of each point that has some begin."""
    owners: NDArray[np.int64]
    """The points that have some."""

    @classmethod
    def of(cls, left: NDArray[np.int64], right: NDArray[np.int64]) -> "_Pairs":
        both, others = np.concatenate((left, right)), np.concatenate((right, left))
        order = np.argsort(both, kind="stable")
        both = both[order]
        # np.unique would sort again, and hold Python's lock for that long.
        starts = np.flatnonzero(np.append(True, both[1:] != both[:-1]))
        return cls(both, others[order], starts, both[starts])

    def pull(self, places: Points, softness: float) -> Points:
        """The sum of 2c / (c + d)^2 (p - q) over the partners q of each point p, d = 1 + |p - q|^2."""
        pull = np.zeros_like(places)
        x, y = (places[:, axis][self.left] - places[:, axis][self.right] for axis in (0, 1))
        strength = x * x
        strength += y * y
        strength += 1 + softness
        np.square(strength, out=strength)
        np.divide(2 * softness, strength, out=strength)
        for axis, apart in enumerate((x, y)):
            pull[self.owners, axis] = np.add.reduceat(strength * apart, self.starts)
        return pull


def _whole(
    points: Points, pairs: _Pairs, start: Points, generator: np.random.Generator, checkpoint: Checkpoint
) -> Points:
    """The three phases of the method, from the beginning."""
    arranging, gathering, refining = _STEPS
    weights = [(2.0, 1000 * (1 - step / arranging) + 3 * step / arranging) for step in range(arranging)]
    weights += [(3.0, 3.0)] * gathering + [(1.0, 0.0)] * refining
    scale = np.abs(start).max() or 1.0
    places = 0.01 * start / scale + generator.normal(scale=1e-4, size=start.shape)
    middling = _middling(points, generator)
    return _moved(places.astype(np.float32), pairs, middling, weights, generator, checkpoint)


def _moved(
    places: Points,
    pairs: _Pairs,
    middling: _Pairs | None,
    weights: list[tuple[float, float]],
    generator: np.random.Generator,
    checkpoint: Checkpoint,
) -> Points:
    """Adam, one step for each pair of weights of near and middling pairs."""
    places = places.copy()
    momentum, squares = np.zeros_like(places), np.zeros_like(places)
    for step, (near, middle) in enumerate(weights, start=1):
        checkpoint(step / len(weights))
        force = near * pairs.pull(places, 10.0)
        if middling is not None and middle:
            force += middle * middling.pull(places, 10_000.0)
        for _ in range(_REPELLED):
            force -= 2 * _ALL_REPELLED / _REPELLED * _push(places, generator.permutation(len(places)))
        momentum = _BETAS[0] * momentum + (1 - _BETAS[0]) * force
        squares = _BETAS[1] * squares + (1 - _BETAS[1]) * force * force
        rate = _RATE * np.sqrt(1 - _BETAS[1] ** step) / (1 - _BETAS[0] ** step)
        places -= np.float32(rate) * momentum / (np.sqrt(squares) + 1e-7)
    return places


def _push(places: Points, partners: NDArray[np.int64]) -> Points:
    """2 / (1 + d)^2 (p - q) for each point p and its partner q, d = 1 + |p - q|^2."""
    apart = places - places[partners]
    squared = 2 + apart[:, 0] ** 2 + apart[:, 1] ** 2
    apart *= (2 / (squared * squared))[:, np.newaxis]
    return apart


def _pairs_of(points: Points, checkpoint: Checkpoint) -> _Pairs:
    """Each point with those of its nearest that are near for both."""
    count = min(_CANDIDATES, len(points) - 1)
    places, apart = nearest(points, count, checkpoint=checkpoint)
    apart = np.sqrt(apart)
    own = np.maximum(apart[:, 3:6].mean(axis=1), 1e-9)
    scaled = apart**2 / (own[:, np.newaxis] * own[places])
    wanted = min(_neighbours(len(points)), max(count // 2, 1))
    best = np.argsort(scaled, axis=1, kind="stable")[:, :wanted]
    rows = np.arange(len(points))[:, np.newaxis]
    return _Pairs.of(np.repeat(np.arange(len(points)), wanted), places[rows, best].ravel())


def _neighbours(count: int) -> int:
    return _NEIGHBOURS if count <= 10_000 else min(round(_NEIGHBOURS + 15 * (np.log10(count) - 4)), 20)


def _middling(points: Points, generator: np.random.Generator) -> _Pairs:
    count = len(points)
    own = np.arange(count)
    chosen = []
    for _ in range(_MIDDLING):
        drawn = generator.integers(0, count - 1, size=(count, _DRAWS))
        drawn += drawn >= own[:, np.newaxis]  # anybody but itself
        apart = np.stack([((points - points[drawn[:, each]]) ** 2).sum(axis=1) for each in range(_DRAWS)])
        chosen.append(drawn[own, np.argsort(apart, axis=0, kind="stable")[1]])
    return _Pairs.of(np.tile(own, _MIDDLING), np.concatenate(chosen))


def _spread(
    points: Points,
    chosen: NDArray[np.int64],
    sample: Points,
    generator: np.random.Generator,
    checkpoint: Callable[[], None],
) -> Points:
    """Everybody at the median of the three of the sample that are nearest, and a little off."""
    placed = np.empty((len(points), 2), np.float32)
    others, squares = points[chosen], (points[chosen] ** 2).sum(axis=1)
    several = min(3, len(chosen))
    for start in range(0, len(points), 1024):
        checkpoint()
        part = points[start : start + 1024]
        near = np.argpartition(squares - 2 * (part @ others.T), several - 1, axis=1)[:, :several]
        placed[start : start + 1024] = np.median(sample[near], axis=1)
    placed += generator.normal(scale=_OFF * sample.std(), size=placed.shape)
    placed[chosen] = sample
    return placed


def _turned_to(places: Points, aim: Points) -> Points:
    """Places turned, mirrored and scaled to lie as near to others as they can (Schönemann, 1966)."""
    places = places - places.mean(axis=0)
    aim = aim - aim.mean(axis=0)
    left, sizes, right = np.linalg.svd(places.T.astype(np.float64) @ aim)
    spread = float((places.astype(np.float64) ** 2).sum())
    scale = np.sqrt(float((aim.astype(np.float64) ** 2).sum()) / spread) if spread and sizes.any() else 1.0
    turned: Points = (scale * (places @ (left @ right))).astype(np.float32)
    return turned

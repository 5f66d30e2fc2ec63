"""The photos of the map as arrays: which lie in an area, which is nearest, which comes next; without Qt."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
Points = NDArray[np.float32]

_WALK = 200
"""Photos that are gone through from one that is shown large."""


@dataclass(frozen=True, eq=False)
class Scene:
    """``n`` photos with their places."""

    ids: NDArray[np.int64]
    """[n], ascending"""
    places: Points
    """[n, 2]"""
    aspects: NDArray[np.float32]
    """[n], width / height"""

    @classmethod
    def none(cls) -> Self:
        """No photos."""
        return cls(np.empty(0, np.int64), np.empty((0, 2), np.float32), np.empty(0, np.float32))

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """Left, top, right and bottom of the map; None without photos."""
        if not len(self.ids):
            return None
        x, y = self.places[:, 0], self.places[:, 1]
        return float(x.min()), float(y.min()), float(x.max()), float(y.max())

    def row_of(self, photo_id: int) -> int | None:
        """The row of a photo, if it is on the map."""
        row = int(np.searchsorted(self.ids, photo_id))
        return row if row < len(self.ids) and self.ids[row] == photo_id else None

    def within(self, low: tuple[float, float], high: tuple[float, float]) -> Rows:
        """The rows of the photos in a rectangle of the map."""
        x, y = self.places[:, 0], self.places[:, 1]
        return np.flatnonzero((x >= low[0]) & (x <= high[0]) & (y >= low[1]) & (y <= high[1]))

    def inside(self, outline: Points) -> Rows:
        """The rows of the photos inside a closed line of points [m, 2], counted by crossings."""
        if len(outline) < 3:
            return np.empty(0, np.int64)
        near = self.within(tuple(outline.min(axis=0).tolist()), tuple(outline.max(axis=0).tolist()))
        x, y = self.places[near, 0], self.places[near, 1]
        inside = np.zeros(len(near), dtype=np.bool_)
        for (x1, y1), (x2, y2) in zip(outline, np.roll(outline, -1, axis=0), strict=True):
            if y1 == y2:
                continue
            crosses = (y1 > y) != (y2 > y)
            inside ^= crosses & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
        return near[inside]

    def nearest(self, x: float, y: float, reach: float) -> int | None:
        """The row of the photo that is nearest to a point of the map, if it is within reach."""
        near = self.within((x - reach, y - reach), (x + reach, y + reach))
        if not len(near):
            return None
        apart = ((self.places[near] - (x, y)) ** 2).sum(axis=1)
        best = int(apart.argmin())
        return int(near[best]) if apart[best] <= reach * reach else None

    def towards(self, row: int, direction: tuple[int, int], step: float) -> int | None:
        """The row of the photo that lies next in a direction, at least a step away.

        Args:
            row: where one is.
            direction: (-1, 0), (1, 0), (0, -1) or (0, 1).
            step: in units of the map, so that one gets somewhere where photos lie on one another.
        """
        apart = self.places - self.places[row]
        along = apart[:, 0] * direction[0] + apart[:, 1] * direction[1]
        across = np.abs(apart[:, 0] * direction[1]) + np.abs(apart[:, 1] * direction[0])
        ahead = np.flatnonzero((along >= step) & (across <= along))
        if not len(ahead):
            return None
        return int(ahead[(along[ahead] + 2 * across[ahead]).argmin()])

    def around(self, row: int) -> NDArray[np.int64]:
        """The ids of a photo and of those about it, nearest first."""
        apart = ((self.places - self.places[row]) ** 2).sum(axis=1)
        count = min(_WALK, len(apart))
        near = np.argpartition(apart, count - 1)[:count]
        order = np.lexsort((near, apart[near]))
        ids: NDArray[np.int64] = self.ids[near[order]]
        return ids

    def most_central(self, rows: Rows) -> int:
        """The row of the photo that is nearest to the median of some."""
        middle = np.median(self.places[rows], axis=0)
        return int(rows[((self.places[rows] - middle) ** 2).sum(axis=1).argmin()])


def on_the_way(before: Scene, after: Scene, share: float) -> Points:
    """Places [n, 2] of the photos of ``after``, a share of the way from ``before``; new ones are there."""
    places = after.places.copy()
    there = np.isin(after.ids, before.ids)
    old = before.places[np.isin(before.ids, after.ids)]
    places[there] = old + np.float32(share) * (after.places[there] - old)
    return places

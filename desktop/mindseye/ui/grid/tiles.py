"""The photographs of a grid as arrays: their ids in order and their shapes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog.photos import PhotoTile


@dataclass(frozen=True, slots=True, eq=False)
class Tiles:
    """``n`` photographs in the order of the grid; 16 bytes each."""

    ids: NDArray[np.int64]
    aspects: NDArray[np.float32]
    """Width / height."""
    days: NDArray[np.int32]
    """When each was taken, in days counted from 1970."""

    @classmethod
    def of(cls, tiles: Sequence[PhotoTile]) -> Self:
        """The arrays of what the catalog gives."""
        count = len(tiles)
        return cls(
            np.fromiter((tile.id for tile in tiles), np.int64, count),
            np.fromiter((tile.width / max(tile.height, 1) for tile in tiles), np.float32, count),
            np.fromiter((tile.day for tile in tiles), np.int32, count),
        )

    @classmethod
    def none(cls) -> Self:
        """No photographs."""
        return cls.of(())

    def __len__(self) -> int:
        return len(self.ids)

    def same_as(self, other: "Tiles") -> bool:
        """Whether they are the same photographs in the same order."""
        return bool(
            np.array_equal(self.ids, other.ids)
            and np.array_equal(self.aspects, other.aspects)
            and np.array_equal(self.days, other.days)
        )

    def first(self, count: int) -> "Tiles":
        """The first ``count`` of them."""
        return Tiles(self.ids[:count], self.aspects[:count], self.days[:count])

    def rows_of(self, photo_ids: Iterable[int]) -> NDArray[np.int64]:
        """The places, ascending, of those of these photographs that are here."""
        wanted = np.fromiter(photo_ids, np.int64)
        return np.flatnonzero(np.isin(self.ids, wanted)) if len(wanted) else np.empty(0, np.int64)

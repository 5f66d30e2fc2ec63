"""The photographs of a grid as arrays: their ids in order and their shapes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
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
    folders: NDArray[np.int32] | None = None
    """Where they stand by folder: the place of each one's folder in ``folder_names``, ascending."""
    folder_names: tuple[str, ...] = ()

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
            and self.folder_names == other.folder_names
            and _same(self.folders, other.folders)
        )

    def first(self, count: int) -> "Tiles":
        """The first ``count`` of them."""
        folders = None if self.folders is None else self.folders[:count]
        return Tiles(self.ids[:count], self.aspects[:count], self.days[:count], folders, self.folder_names)

    def by_folder(self, folders: Sequence[Path | None]) -> "Tiles":
        """The same photographs, those of one folder together, folders by their path.

        Args:
            folders: of each photograph; those of one folder stay in their order.
        """
        places = sorted({each for each in folders if each is not None})
        number = {path: place for place, path in enumerate(places)}
        keys = np.fromiter(
            (number.get(each, len(places)) if each else len(places) for each in folders), np.int32
        )
        order = np.argsort(keys, kind="stable")
        names = (*map(str, places), "No folder")
        return Tiles(self.ids[order], self.aspects[order], self.days[order], keys[order], names)

    def rows_of(self, photo_ids: Iterable[int]) -> NDArray[np.int64]:
        """The places, ascending, of those of these photographs that are here."""
        wanted = np.fromiter(photo_ids, np.int64)
        return np.flatnonzero(np.isin(self.ids, wanted)) if len(wanted) else np.empty(0, np.int64)


def _same(one: NDArray[np.int32] | None, other: NDArray[np.int32] | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(np.array_equal(one, other))

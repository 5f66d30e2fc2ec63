"""The photographs of a grid as arrays: their ids in order and their shapes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog.tiles import Folders, PhotoTiles
from mindseye.ui.translating import tr


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
    def of(cls, tiles: PhotoTiles) -> Self:
        """The arrays of what the catalog gives."""
        return cls(tiles.ids, tiles.aspects, tiles.days)

    @classmethod
    def none(cls) -> Self:
        """No photographs."""
        return cls(np.empty(0, np.int64), np.empty(0, np.float32), np.empty(0, np.int32))

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

    def at(self, places: NDArray[np.int64]) -> "Tiles":
        """Those at some places, in this order; they stand by folder no longer."""
        return Tiles(self.ids[places], self.aspects[places], self.days[places])

    def first(self, count: int) -> "Tiles":
        """The first ``count`` of them."""
        folders = None if self.folders is None else self.folders[:count]
        return Tiles(self.ids[:count], self.aspects[:count], self.days[:count], folders, self.folder_names)

    def by_folder(self, folders: Folders) -> "Tiles":
        """The same photographs, those of one folder together in their order, folders by their path."""
        order = np.argsort(folders.places, kind="stable")
        names = (*map(str, folders.paths), tr("No folder"))
        return Tiles(self.ids[order], self.aspects[order], self.days[order], folders.places[order], names)

    def rows_of(self, photo_ids: Iterable[int]) -> NDArray[np.int64]:
        """The places, ascending, of those of these photographs that are here."""
        wanted = np.fromiter(photo_ids, np.int64)
        return np.flatnonzero(np.isin(self.ids, wanted)) if len(wanted) else np.empty(0, np.int64)


def _same(one: NDArray[np.int32] | None, other: NDArray[np.int32] | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(np.array_equal(one, other))

"""What a view needs to lay photos out, in the order in which they are shown.

As arrays: a library may have a million photos, which as objects of Python would take ten times the memory.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self, overload

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog.connection import Connection, id_list

UNKNOWN_DAY = -(2**31)
"""The day of a photo whose time cannot be understood."""

_FEW = 20_000
"""Photos without a time of their own up to which all are sorted; of more, files are gone through in order."""

_ROW = np.dtype([("id", np.int64), ("width", np.int32), ("height", np.int32), ("day", np.int32)])
_FOLDER_ROW = np.dtype([("id", np.int64), ("folder", np.int32)])


@dataclass(frozen=True, slots=True)
class PhotoTile:
    """What a view needs to lay a photo out before its thumbnail is loaded."""

    id: int
    width: int
    height: int
    day: int
    """When it was taken, or else when its oldest file was written, in days counted from 1970; UNKNOWN_DAY."""


class PhotoTiles(Sequence[PhotoTile]):
    """The tiles of ``n`` photos; 20 bytes each."""

    def __init__(self, rows: NDArray[np.void]) -> None:
        """Takes an array [n] of the fields of a tile."""
        self._rows = rows

    @classmethod
    def read(cls, connection: Connection, query: str, parameters: Sequence[object]) -> Self:
        """The tiles that a query gives as rows of id, width, height and day."""
        cursor = connection.cursor()
        cursor.row_factory = None  # plain tuples, as numpy takes them
        return cls(np.fromiter(cursor.execute(query, parameters), _ROW))

    @property
    def ids(self) -> NDArray[np.int64]:
        """The photos, int64 [n]."""
        return self._rows["id"].copy()

    @property
    def aspects(self) -> NDArray[np.float32]:
        """Width / height of each, float32 [n]."""
        ratios: NDArray[np.float32] = self._rows["width"] / np.maximum(self._rows["height"], 1)
        return ratios.astype(np.float32)

    @property
    def days(self) -> NDArray[np.int32]:
        """The day of each, int32 [n]; see :class:`PhotoTile`."""
        return self._rows["day"].copy()

    def newest_first(self) -> Self:
        """The same tiles by their day; those of one day stay in their order."""
        return type(self)(self._rows[np.argsort(-self._rows["day"].astype(np.int64), kind="stable")])

    def in_order_of(self, photo_ids: Sequence[int]) -> Self:
        """The tiles of these photos in this order; photos without one are left out."""
        by_id = self._rows[np.argsort(self._rows["id"])]
        wanted = np.asarray(photo_ids, np.int64)
        places = np.searchsorted(by_id["id"], wanted)
        there = places < len(by_id)
        there[there] = by_id["id"][places[there]] == wanted[there]
        return type(self)(by_id[places[there]])

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[PhotoTile]:
        return (PhotoTile(*row) for row in self._rows.tolist())

    @overload
    def __getitem__(self, place: int) -> PhotoTile: ...
    @overload
    def __getitem__(self, place: slice) -> Self: ...
    def __getitem__(self, place: int | slice) -> "PhotoTile | PhotoTiles":
        if isinstance(place, slice):
            return type(self)(self._rows[place])
        return PhotoTile(*self._rows[place].tolist())


# A photo counts from when it was taken, else from its oldest file; the last resort is UNKNOWN_DAY.
_TILES = """
SELECT id, width, height,
    coalesce(cast(julianday(date(taken)) - julianday('1970-01-01') AS INTEGER), -2147483648) FROM (
    SELECT photos.id, width, height,
        coalesce(taken_at, datetime(min(mtime_ns) / 1000000000, 'unixepoch', 'localtime')) AS taken
    FROM photos JOIN files ON files.photo_id = photos.id WHERE
"""
_LISTED = "photos.id IN (SELECT value FROM json_each(?))"
_OF_EACH = " GROUP BY photos.id)"
_NEWEST_FIRST = _OF_EACH + " ORDER BY taken DESC, id"


def tiles(connection: Connection, folder_id: int | None = None, below: bytes = b"") -> PhotoTiles:
    """Every photo that has a file, newest first: by when it was taken, else by the file.

    Args:
        connection: to the catalog.
        folder_id: only those in this folder.
        below: only those in this sub-folder of it; b"" for all.
    """
    first = below + os.fsencode(os.sep) if below else b""
    last = first[:-1] + bytes([first[-1] + 1]) if first else None
    return PhotoTiles.read(
        connection,
        _TILES
        + "(?1 IS NULL OR folder_id = ?1) AND (?3 IS NULL OR (files.path >= ?2 AND files.path < ?3))"
        + _NEWEST_FIRST,
        (folder_id, first, last),
    )


def first_tiles(connection: Connection, count: int) -> PhotoTiles:
    """The first ``count`` of ``tiles``, at a cost that does not grow with the library."""
    timed = connection.execute(
        "SELECT id FROM photos WHERE taken_at IS NOT NULL"
        " AND EXISTS (SELECT 1 FROM files WHERE photo_id = photos.id) ORDER BY taken_at DESC, id LIMIT ?",
        (count,),
    ).fetchall()
    untimed = connection.execute(
        "SELECT id FROM photos WHERE taken_at IS NULL LIMIT ?", (_FEW + 1,)
    ).fetchall()
    if len(untimed) > _FEW:
        # A photo counts from its oldest file.
        untimed = connection.execute(
            """
            SELECT photo_id FROM files INDEXED BY files_by_time CROSS JOIN photos ON photos.id = photo_id
            WHERE taken_at IS NULL AND mtime_ns = (
                SELECT min(mtime_ns) FROM files AS other WHERE other.photo_id = photos.id)
            ORDER BY mtime_ns DESC LIMIT ?
            """,
            (count,),
        ).fetchall()
    return PhotoTiles.read(
        connection,
        _TILES + _LISTED + _NEWEST_FIRST + " LIMIT ?",
        (id_list(row[0] for row in timed + untimed), count),
    )


def tiles_of(connection: Connection, photo_ids: Sequence[int]) -> PhotoTiles:
    """The tiles of these photos in this order; photos that lie nowhere are left out."""
    found = PhotoTiles.read(connection, _TILES + _LISTED + _OF_EACH, (id_list(photo_ids),))
    return found.in_order_of(photo_ids)


@dataclass(frozen=True, slots=True, eq=False)
class Folders:
    """The folders of ``n`` photos."""

    paths: tuple[Path, ...]
    """Each folder once, ascending."""
    places: NDArray[np.int32]
    """[n], the place of each photo's folder among the paths; one beyond the last where it has no file."""


def folders_of(connection: Connection, photo_ids: NDArray[np.int64]) -> Folders:
    """The folders in which the files lie that are shown of photos [n]."""
    cursor = connection.cursor()
    cursor.row_factory = None
    cursor.execute(
        """
        SELECT photo_id, folders.path, files.path FROM files JOIN folders ON folders.id = folder_id
        WHERE photo_id IN (SELECT value FROM json_each(?)) ORDER BY online, 2 DESC, 3 DESC
        """,
        (id_list(photo_ids.tolist()),),
    )
    separator = os.fsencode(os.sep)
    numbers: dict[tuple[bytes, bytes], int] = {}

    def number(root: bytes, path: bytes) -> int:
        return numbers.setdefault((root, path.rpartition(separator)[0]), len(numbers))

    rows = np.fromiter(((photo_id, number(root, path)) for photo_id, root, path in cursor), _FOLDER_ROW)
    # The best place of a photo comes last.
    ids, last = np.unique(rows["id"][::-1], return_index=True)
    shown, shown_of = np.unique(rows["folder"][::-1][last], return_inverse=True)
    every = [Path(os.fsdecode(root), os.fsdecode(below)) for root, below in numbers]
    of_shown = [every[each] for each in shown.tolist()]
    paths = sorted(set(of_shown))
    place_of = {path: place for place, path in enumerate(paths)}
    best = np.array([place_of[path] for path in of_shown], np.int32)[shown_of]
    places = np.full(len(photo_ids), len(paths), np.int32)
    there = np.isin(photo_ids, ids)
    places[there] = best[np.searchsorted(ids, photo_ids[there])]
    return Folders(tuple(paths), places)

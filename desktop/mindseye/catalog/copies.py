"""Photos with every file of theirs: what is needed to say which of several to keep."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mindseye.catalog.connection import Connection, id_list


@dataclass(frozen=True, slots=True)
class PlacedFile:
    """A file as it was when it was last looked at."""

    id: int
    photo_id: int
    path: Path
    size: int
    """Bytes."""
    mtime_ns: int
    online: bool
    """Whether its folder is there."""
    with_raw: bool = False
    """Whether the raw file of the same shot is one item with it."""


@dataclass(frozen=True, slots=True)
class PlacedPhoto:
    """A photo with its files."""

    id: int
    width: int
    height: int
    format: str
    taken_at: datetime | None
    files: tuple[PlacedFile, ...]

    @property
    def pixels(self) -> int:
        """How many it has at full resolution."""
        return self.width * self.height


def in_several_places(connection: Connection) -> list[int]:
    """The photos of which there are several files."""
    rows = connection.execute(
        "SELECT photo_id FROM files WHERE photo_id IS NOT NULL GROUP BY photo_id HAVING count(*) > 1"
        " ORDER BY photo_id"
    )
    return [row[0] for row in rows]


def times(connection: Connection) -> dict[int, tuple[float, str | None]]:
    """When photos were taken (seconds since 1970 in the camera's local time), and by which camera."""
    rows = connection.execute(
        "SELECT id, CAST(strftime('%s', taken_at) AS REAL), camera FROM photos WHERE taken_at IS NOT NULL"
    )
    return {row[0]: (row[1], row[2]) for row in rows if row[1] is not None}


def of_photos(connection: Connection, photo_ids: Iterable[int]) -> dict[int, PlacedPhoto]:
    """Those of these photos that have a file, with all their files."""
    wanted = id_list(photo_ids)
    placed: dict[int, list[PlacedFile]] = {}
    for file in _files(connection, "photo_id", wanted):
        placed.setdefault(file.photo_id, []).append(file)
    rows = connection.execute(
        "SELECT id, width, height, format, taken_at FROM photos WHERE id IN (SELECT value FROM json_each(?))",
        (wanted,),
    )
    return {
        row[0]: PlacedPhoto(
            row[0], row[1], row[2], row[3],
            None if row[4] is None else datetime.fromisoformat(row[4]),
            tuple(placed[row[0]]),
        )
        for row in rows
        if row[0] in placed
    }  # fmt: skip


def files(connection: Connection, file_ids: Sequence[int]) -> dict[int, PlacedFile]:
    """Those of these files that are known and hold a photo, or are one item with a file that does."""
    return {file.id: file for file in _files(connection, "id", id_list(file_ids))}


def _files(connection: Connection, column: str, wanted: str) -> list[PlacedFile]:
    rows = connection.execute(
        f"""
        SELECT files.id,
            coalesce(photo_id, (SELECT photo_id FROM files AS own WHERE own.id = files.beside)) AS shown,
            folders.path, files.path, size, mtime_ns, online,
            EXISTS (SELECT 1 FROM files AS raw WHERE raw.beside = files.id)
        FROM files JOIN folders ON folders.id = folder_id
        WHERE files.{column} IN (SELECT value FROM json_each(?)) AND shown IS NOT NULL
        ORDER BY mtime_ns, length(files.path), files.path
        """,  # noqa: S608 - one of two names of columns
        (wanted,),
    )
    return [
        PlacedFile(
            row[0],
            row[1],
            Path(os.fsdecode(row[2])) / os.fsdecode(row[3]),
            size=row[4],
            mtime_ns=row[5],
            online=bool(row[6]),
            with_raw=bool(row[7]),
        )
        for row in rows
    ]

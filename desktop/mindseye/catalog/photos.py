"""The photos in the catalog: content, what the camera wrote, and where they lie."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mindseye.catalog.connection import Connection, Row, id_list
from mindseye.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo with the places where it lies, those of folders that are there first."""

    id: int
    content_hash: bytes
    facts: Metadata
    paths: tuple[Path, ...]
    online: bool
    """Whether at least one of the paths is in a folder that is there."""


def find(connection: Connection, content_hash: bytes) -> int | None:
    """The id of the photo with this content."""
    row = connection.execute("SELECT id FROM photos WHERE content_hash = ?", (content_hash,)).fetchone()
    return None if row is None else int(row[0])


def with_content(connection: Connection, digits: str) -> list[int]:
    """The ids of up to two photos whose content hash begins with these hexadecimal digits."""
    low, high = (bytes.fromhex(digits.ljust(32, end)) for end in "0f")
    rows = connection.execute("SELECT id FROM photos WHERE content_hash BETWEEN ? AND ? LIMIT 2", (low, high))
    return [row[0] for row in rows]


def add(connection: Connection, content_hash: bytes, facts: Metadata) -> int:
    """Stores a photo, or updates what is known of it; gives its id."""
    taken_at = None if facts.taken_at is None else facts.taken_at.isoformat(sep=" ")
    row = connection.execute(
        """
        INSERT INTO photos (content_hash, width, height, format, taken_at, camera, lens, latitude, longitude,
                            iso, aperture, exposure_seconds, focal_length_mm)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (content_hash) DO UPDATE SET width = excluded.width, height = excluded.height
        RETURNING id
        """,
        (
            content_hash, facts.width, facts.height, facts.format, taken_at, facts.camera, facts.lens,
            facts.latitude, facts.longitude, facts.iso, facts.aperture, facts.exposure_seconds,
            facts.focal_length_mm,
        ),
    ).fetchone()  # fmt: skip
    return int(row[0])


def get(connection: Connection, photo_id: int) -> Photo | None:
    """One photo, whole."""
    row = connection.execute("SELECT * FROM photos WHERE id = ?", (photo_id,)).fetchone()
    if row is None:
        return None
    places = connection.execute(
        # The raw file of the same shot comes last: it is there when nothing else is.
        "SELECT folders.path, files.path, online FROM files JOIN folders ON folders.id = folder_id"
        " WHERE photo_id = ?1 OR beside IN (SELECT id FROM files WHERE photo_id = ?1)"
        " ORDER BY beside IS NOT NULL, online DESC, 1, 2",
        (photo_id,),
    ).fetchall()
    paths = tuple(Path(os.fsdecode(place[0])) / os.fsdecode(place[1]) for place in places)
    return Photo(photo_id, row["content_hash"], _facts(row), paths, any(place[2] for place in places))


@dataclass(frozen=True, slots=True)
class Brief:
    """The name of a photo's file, when it was taken, and whether it lies in a folder that is there."""

    name: str
    taken_at: datetime | None
    online: bool


def brief(connection: Connection, photo_ids: Sequence[int]) -> dict[int, Brief]:
    """The few facts of each of these photos that has a file."""
    rows = connection.execute(
        """
        SELECT photo_id, files.path, taken_at, online FROM files
        JOIN folders ON folders.id = folder_id JOIN photos ON photos.id = photo_id
        WHERE photo_id IN (SELECT value FROM json_each(?)) ORDER BY online, folders.path DESC, 2 DESC
        """,
        (id_list(photo_ids),),
    )
    # The best place comes last and stays.
    return {row[0]: Brief(Path(os.fsdecode(row[1])).name, _time(row[2]), bool(row[3])) for row in rows}


def first_paths(connection: Connection, photo_ids: Sequence[int]) -> dict[int, Path]:
    """For each photo that has a file, the path to show, one in a folder that is there if possible."""
    rows = connection.execute(
        """
        SELECT photo_id, folders.path, files.path FROM files JOIN folders ON folders.id = folder_id
        WHERE photo_id IN (SELECT value FROM json_each(?)) ORDER BY online, 2 DESC, 3 DESC
        """,
        (id_list(photo_ids),),
    )
    # The best place comes last and stays.
    return {row[0]: Path(os.fsdecode(row[1])) / os.fsdecode(row[2]) for row in rows}


def cameras_of(connection: Connection, photo_ids: Sequence[int]) -> dict[int, str]:
    """The cameras of those of these photos that name one."""
    rows = connection.execute(
        "SELECT id, camera FROM photos WHERE camera <> '' AND id IN (SELECT value FROM json_each(?))",
        (id_list(photo_ids),),
    )
    return {row[0]: row[1] for row in rows}


def contents_of(connection: Connection, photo_ids: Sequence[int]) -> dict[int, str]:
    """The content hashes of photos, in hexadecimal."""
    rows = connection.execute(
        "SELECT id, lower(hex(content_hash)) FROM photos WHERE id IN (SELECT value FROM json_each(?))",
        (id_list(photo_ids),),
    )
    return {row[0]: row[1] for row in rows}


def count(connection: Connection) -> int:
    """How many photos lie somewhere."""
    row = connection.execute("SELECT count(DISTINCT photo_id) FROM files").fetchone()
    return int(row[0])


def _time(stored: str | None) -> datetime | None:
    return None if stored is None else datetime.fromisoformat(stored)


def _facts(row: Row) -> Metadata:
    return Metadata(
        row["width"], row["height"], row["format"], _time(row["taken_at"]), row["camera"], row["lens"],
        row["latitude"], row["longitude"], row["iso"], row["aperture"], row["exposure_seconds"],
        row["focal_length_mm"],
    )  # fmt: skip

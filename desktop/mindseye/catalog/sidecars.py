"""The sidecars in the catalog, and what each said of a photo when it was read or written last."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mindseye.catalog.connection import Connection
from mindseye.catalog.files import KnownFile
from mindseye.metadata import FileLabels


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a file said; None where that is not known, as while it is being written."""

    keywords: tuple[str, ...]
    rating: int | None
    caption: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """When a sidecar was read for a photo, and what it said."""

    size: int
    mtime_ns: int
    labels: Remembered


def known(connection: Connection, folder_id: int) -> dict[bytes, KnownFile]:
    """Every sidecar of a folder by its path."""
    rows = connection.execute(
        "SELECT id, path, size, mtime_ns, inode FROM sidecars WHERE folder_id = ?", (folder_id,)
    )
    return {row[1]: KnownFile(*row) for row in rows}


def put(connection: Connection, folder_id: int, files: Iterable[tuple[bytes, int, int, int]]) -> None:
    """Stores how sidecars look now: (path, size in bytes, mtime in ns, inode) each."""
    connection.executemany(
        "INSERT INTO sidecars (folder_id, path, size, mtime_ns, inode) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (folder_id, path) DO UPDATE"
        " SET size = excluded.size, mtime_ns = excluded.mtime_ns, inode = excluded.inode, problem = NULL",
        ((folder_id, *file) for file in files),
    )


def put_one(
    connection: Connection, folder_id: int, path: bytes, *, size: int, mtime_ns: int, inode: int
) -> int:
    """Stores how a sidecar looks that was just written; gives its id."""
    row = connection.execute(
        "INSERT INTO sidecars (folder_id, path, size, mtime_ns, inode) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (folder_id, path) DO UPDATE"
        " SET size = excluded.size, mtime_ns = excluded.mtime_ns, inode = excluded.inode, problem = NULL"
        " RETURNING id",
        (folder_id, path, size, mtime_ns, inode),
    ).fetchone()
    return int(row[0])


def move(connection: Connection, moves: Sequence[tuple[int, bytes]]) -> None:
    """Gives sidecars a new path in their folder: (id, path) each."""
    connection.executemany("UPDATE sidecars SET path = CAST('/' || id AS BLOB) WHERE id = ?1", (
        (sidecar_id,) for sidecar_id, _ in moves))  # fmt: skip
    connection.executemany("UPDATE sidecars SET path = ?2 WHERE id = ?1", moves)


def remove(connection: Connection, sidecar_ids: Iterable[int]) -> None:
    """Forgets sidecars. What they said of photos stays said: files go for many reasons."""
    connection.executemany("DELETE FROM sidecars WHERE id = ?", ((each,) for each in sidecar_ids))


def at(connection: Connection, folder_id: int, path: bytes) -> KnownFile | None:
    """The sidecar at a path."""
    row = connection.execute(
        "SELECT id, path, size, mtime_ns, inode FROM sidecars WHERE folder_id = ? AND path = ?",
        (folder_id, path),
    ).fetchone()
    return None if row is None else KnownFile(*row)


def refuse(connection: Connection, sidecar_id: int, reason: str) -> None:
    """Sets a sidecar aside that cannot be read, until it changes."""
    connection.execute("UPDATE sidecars SET problem = ? WHERE id = ?", (reason, sidecar_id))


def refused(connection: Connection, folder_id: int) -> set[int]:
    """The sidecars of a folder that are set aside."""
    rows = connection.execute(
        "SELECT id FROM sidecars WHERE folder_id = ? AND problem IS NOT NULL", (folder_id,)
    )
    return {row[0] for row in rows}


def readings(connection: Connection, sidecar_id: int) -> dict[int, Reading]:
    """When a sidecar was read, by photo."""
    rows = connection.execute(
        "SELECT photo_id, size, mtime_ns, labels FROM labels_read WHERE sidecar_id = ?", (sidecar_id,)
    )
    return {row[0]: Reading(row[1], row[2], _unpack(row[3])) for row in rows}


def last_read(connection: Connection, folder_id: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Of every (sidecar, photo) of a folder that was read: size and mtime as they were then."""
    rows = connection.execute(
        "SELECT sidecar_id, photo_id, labels_read.size, labels_read.mtime_ns"
        " FROM labels_read JOIN sidecars ON sidecars.id = sidecar_id WHERE folder_id = ?",
        (folder_id,),
    )
    return {(row[0], row[1]): (row[2], row[3]) for row in rows}


def remember(
    connection: Connection,
    sidecar_id: int,
    photo_id: int,
    labels: FileLabels | Remembered,
    *,
    size: int,
    mtime_ns: int,
) -> None:
    """Stores what a sidecar of this size and time says of a photo."""
    connection.execute(
        "INSERT INTO labels_read (sidecar_id, photo_id, size, mtime_ns, labels) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET size = excluded.size, mtime_ns = excluded.mtime_ns,"
        " labels = excluded.labels",
        (sidecar_id, photo_id, size, mtime_ns, _pack(labels)),
    )


def _pack(labels: FileLabels | Remembered) -> str:
    stored = {"keywords": labels.keywords, "rating": labels.rating, "caption": labels.caption}
    return json.dumps(stored, ensure_ascii=False)


def _unpack(stored: str) -> Remembered:
    values = json.loads(stored)
    return Remembered(tuple(values["keywords"]), values["rating"], values["caption"])

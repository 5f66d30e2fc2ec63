"""The watched folders in the catalog."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mindseye.catalog.connection import Connection


@dataclass(frozen=True, slots=True)
class Folder:
    """A watched folder; ``online`` is false while it (or its drive) is away."""

    id: int
    path: Path
    online: bool
    excludes: tuple[str, ...] = ()
    """Patterns of what is left out of it; see ``folders.excludes``."""
    walk_seconds: float = 0.0
    """About how long it took to walk when it was walked last."""


def all_folders(connection: Connection) -> list[Folder]:
    """Every watched folder, by path."""
    rows = connection.execute("SELECT id, path, online, excludes, walk_seconds FROM folders ORDER BY path")
    return [
        Folder(row[0], Path(os.fsdecode(row[1])), bool(row[2]), tuple(row[3].splitlines()), row[4])
        for row in rows
    ]


def add(connection: Connection, path: Path) -> Folder:
    """Stores a folder that is not stored yet."""
    cursor = connection.execute("INSERT INTO folders (path) VALUES (?)", (os.fsencode(path),))
    assert cursor.lastrowid is not None
    return Folder(cursor.lastrowid, path, online=True)


def remove(connection: Connection, folder_id: int) -> None:
    """Forgets a folder and its files; the photos stay known."""
    connection.execute("DELETE FROM folders WHERE id = ?", (folder_id,))


def absorb(connection: Connection, outer: Folder, inner: Folder) -> None:
    """Gives the files of ``inner``, which lies inside ``outer``, to ``outer`` and forgets ``inner``."""
    prefix = os.fsencode(inner.path.relative_to(outer.path)) + os.fsencode(os.sep)
    connection.execute(
        "UPDATE files SET folder_id = ?, path = CAST(? || path AS BLOB) WHERE folder_id = ?",
        (outer.id, prefix, inner.id),
    )
    connection.execute(
        "UPDATE sidecars SET folder_id = ?, path = CAST(? || path AS BLOB) WHERE folder_id = ?",
        (outer.id, prefix, inner.id),
    )
    remove(connection, inner.id)


def set_excludes(connection: Connection, folder_id: int, patterns: Iterable[str]) -> None:
    """Stores the patterns of what is left out of a folder."""
    connection.execute("UPDATE folders SET excludes = ? WHERE id = ?", ("\n".join(patterns), folder_id))


def set_online(connection: Connection, folder_id: int, *, online: bool) -> bool:
    """Stores whether the folder is there; says whether that is news."""
    cursor = connection.execute(
        "UPDATE folders SET online = ? WHERE id = ? AND online IS NOT ?",
        (online, folder_id, online),
    )
    return cursor.rowcount > 0


def set_walk_seconds(connection: Connection, folder_id: int, seconds: float) -> None:
    """Stores how long it took to walk a folder."""
    connection.execute("UPDATE folders SET walk_seconds = ? WHERE id = ?", (seconds, folder_id))

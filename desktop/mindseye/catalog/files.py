"""The files in the catalog: where photos lie, which wait to be read, which were refused and why."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mindseye.catalog.connection import Connection, id_list
from mindseye.phrases import packed, unpacked

_SEPARATOR = os.fsencode(os.sep)


class KnownFile(NamedTuple):
    """What the catalog knows of a file; ``path`` is relative to its folder, as the system's bytes."""

    id: int
    path: bytes
    size: int
    mtime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A file that is to be read: it is new, has changed, or its photo lacks a vector in the space."""

    id: int
    folder: Path
    path: bytes
    size: int
    mtime_ns: int

    @property
    def full_path(self) -> Path:
        return self.folder / os.fsdecode(self.path)


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that was refused, and why."""

    file_id: int
    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class FileCounts:
    """How many files are known in some folders."""

    files: int
    failed: int
    waiting: int


def known(connection: Connection, folder_id: int) -> dict[bytes, KnownFile]:
    """Every file of a folder by its path."""
    cursor = connection.cursor()
    cursor.row_factory = None  # rows with names, and a call for each, would take twice as long
    rows = cursor.execute(
        "SELECT id, path, size, mtime_ns, inode FROM files WHERE folder_id = ?", (folder_id,)
    )
    return {row[1]: tuple.__new__(KnownFile, row) for row in rows}


def id_at(connection: Connection, folder_id: int, path: bytes) -> int | None:
    """The id of the file at a path of a folder."""
    row = connection.execute(
        "SELECT id FROM files WHERE folder_id = ? AND path = ?", (folder_id, path)
    ).fetchone()
    return None if row is None else int(row[0])


def add(connection: Connection, folder_id: int, files: Iterable[tuple[bytes, int, int, int]]) -> None:
    """Stores new files as waiting: (path, size in bytes, mtime in ns, inode) each."""
    connection.executemany(
        "INSERT INTO files (folder_id, path, size, mtime_ns, inode) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (folder_id, path) DO NOTHING",
        ((folder_id, *file) for file in files),
    )


def restat(connection: Connection, files: Iterable[tuple[int, int, int, int]]) -> None:
    """Makes changed files wait again, and remembers what they held: (id, size, mtime in ns, inode) each."""
    connection.executemany(
        "UPDATE files SET size = ?2, mtime_ns = ?3, inode = ?4, problem = NULL, passing = 0,"
        " edited_from = coalesce(photo_id, edited_from), photo_id = NULL"
        " WHERE id = ?1",
        files,
    )


def move(connection: Connection, moves: Sequence[tuple[int, bytes]]) -> None:
    """Gives files a new path in their folder: (id, path) each; photo and tags are not touched."""
    # Through names that no file has, so that two files may swap theirs.
    connection.executemany(
        "UPDATE files SET path = CAST('/' || id AS BLOB) WHERE id = ?",
        ((file_id,) for file_id, _ in moves),
    )
    connection.executemany("UPDATE files SET path = ?2 WHERE id = ?1", moves)


def remove(connection: Connection, file_ids: Iterable[int]) -> None:
    """Forgets files; their photos stay known, and what was said of them for the raw files beside them."""
    ids = [(file_id,) for file_id in file_ids]
    connection.executemany(
        "UPDATE files SET parted_from ="
        " (SELECT coalesce(photo_id, edited_from) FROM files AS own WHERE own.id = files.beside)"
        " WHERE beside = ?",
        ids,
    )
    connection.executemany("DELETE FROM files WHERE id = ?", ids)


def waiting(
    connection: Connection, space_id: int, folder_ids: Sequence[int], *, cropped_from: float
) -> list[WaitingFile]:
    """Files of these folders to read for this space, newest first; one a photo that only lacks vectors.

    From the ratio ``cropped_from`` of its sides on a photo is to have vectors of extra crops too.
    """
    # The photos that lack something first, and then where they lie: most often there are none.
    rows = connection.execute(
        """
        WITH lacking AS MATERIALIZED (
            SELECT id FROM photos
            WHERE NOT EXISTS (SELECT 1 FROM vectors WHERE space_id = ?2 AND photo_id = id)
            UNION
            SELECT id FROM photos
            WHERE max(width, height) >= ?3 * min(width, height)
                AND NOT EXISTS (SELECT 1 FROM crop_vectors WHERE space_id = ?2 AND photo_id = id)
        )
        SELECT files.id, folders.path AS folder, files.path, size, mtime_ns
        FROM files JOIN folders ON folders.id = folder_id
        WHERE folders.online AND photo_id IS NULL AND beside IS NULL AND (problem IS NULL OR passing)
            AND folder_id IN (SELECT value FROM json_each(?1))
        UNION ALL
        SELECT min(files.id), folders.path AS folder, files.path, size, mtime_ns
        FROM lacking CROSS JOIN files ON photo_id = lacking.id JOIN folders ON folders.id = folder_id
        WHERE folders.online AND folder_id IN (SELECT value FROM json_each(?1))
        GROUP BY photo_id
        ORDER BY mtime_ns DESC
        """,
        (id_list(folder_ids), space_id, cropped_from),
    )
    return [
        WaitingFile(row["id"], Path(os.fsdecode(row["folder"])), row["path"], row["size"], row["mtime_ns"])
        for row in rows
    ]


def link(connection: Connection, file_id: int, photo_id: int) -> None:
    """Says that a file holds this photo."""
    connection.execute(
        "UPDATE files SET photo_id = ?, problem = NULL, passing = 0, edited_from = NULL WHERE id = ?",
        (photo_id, file_id),
    )


def refuse(connection: Connection, file_id: int, reason: str, *, passing: bool = False) -> None:
    """Sets a file aside with the reason: until it changes, or until the next pass when that may help.

    A ``passing`` problem says nothing of the content, so the photo that was known there stays.
    """
    connection.execute(
        "UPDATE files SET photo_id = iif(?2, photo_id, NULL), problem = ?3, passing = ?2 WHERE id = ?1",
        (file_id, passing, packed(reason)),
    )


def photos_named(connection: Connection, words: Sequence[str]) -> list[int]:
    """The photos with a file whose name holds every one of these words, whatever the case, newest first."""
    wanted = [word.casefold() for word in words]
    rows = connection.execute(
        "SELECT path, coalesce(photo_id, (SELECT photo_id FROM files AS own WHERE own.id = files.beside))"
        " AS shown FROM files WHERE shown IS NOT NULL ORDER BY mtime_ns DESC"
    )
    found = (
        photo_id
        for path, photo_id in rows
        if all(word in os.fsdecode(path.rpartition(_SEPARATOR)[2]).casefold() for word in wanted)
    )
    return list(dict.fromkeys(found))


def problems(connection: Connection) -> list[Problem]:
    """Every refused file with its reason, by path."""
    rows = connection.execute(
        "SELECT files.id, folders.path, files.path, problem FROM files JOIN folders ON folders.id = folder_id"
        " WHERE problem IS NOT NULL ORDER BY 2, 3"
    )
    return [
        Problem(row[0], Path(os.fsdecode(row[1])) / os.fsdecode(row[2]), unpacked(row[3])) for row in rows
    ]


def retry(connection: Connection, file_ids: Iterable[int] | None = None) -> int:
    """Lets refused files, all or these, wait to be read again; says how many."""
    chosen = None if file_ids is None else id_list(file_ids)
    return connection.execute(
        "UPDATE files SET problem = NULL, passing = 0 WHERE problem IS NOT NULL"
        " AND (?1 IS NULL OR id IN (SELECT value FROM json_each(?1)))",
        (chosen,),
    ).rowcount


def places_of(connection: Connection, photo_ids: Sequence[int]) -> list[tuple[int, int, Path]]:
    """Every file of these photos in a folder that is there: (photo id, folder id, path) each, by path."""
    rows = connection.execute(
        """
        SELECT photo_id, folder_id, folders.path, files.path FROM files JOIN folders ON folders.id = folder_id
        WHERE online AND photo_id IN (SELECT value FROM json_each(?)) ORDER BY folders.path, files.path
        """,
        (id_list(photo_ids),),
    )
    return [(row[0], row[1], Path(os.fsdecode(row[2])) / os.fsdecode(row[3])) for row in rows]


def photos_of_folder(connection: Connection, folder_id: int) -> dict[bytes, int | None]:
    """The photo in each file of a folder by path; None where it waits or was refused.

    That of a raw file that is one item with a picture is the picture's.
    """
    rows = connection.execute(
        "SELECT path, coalesce(photo_id, (SELECT photo_id FROM files AS own WHERE own.id = files.beside))"
        " FROM files WHERE folder_id = ?",
        (folder_id,),
    )
    return {row[0]: row[1] for row in rows}


def photos_below(connection: Connection, folder_id: int, path: bytes) -> list[int]:
    """The photos in a file of a folder, or below a sub-folder of it, by path; b"" is the folder itself."""
    below = path + os.fsencode(os.sep) if path else b""
    rows = connection.execute(
        "SELECT photo_id FROM files WHERE folder_id = ?1 AND photo_id IS NOT NULL"
        " AND (path = ?2 OR substr(path, 1, length(?3)) = ?3) ORDER BY path",
        (folder_id, path, below),
    )
    return list(dict.fromkeys(row[0] for row in rows))


def subfolders(connection: Connection, folder_id: int, path: bytes, *, at_most: int = 10_000) -> list[bytes]:
    """The sub-folders of a folder (b"") or of one of its sub-folders that hold files, by path.

    Each is found by a step over everything in the one before, so the cost follows their number.
    """
    separator = os.fsencode(os.sep)
    below = path + separator if path else b""
    after, end = below, _beyond(below)
    found: list[bytes] = []
    while len(found) < at_most:
        row = connection.execute(
            "SELECT path FROM files WHERE folder_id = ?1 AND path >= ?2 AND (?3 IS NULL OR path < ?3)"
            " AND instr(substr(path, ?4), ?5) > 0 ORDER BY path LIMIT 1",
            (folder_id, after, end, len(below) + 1, separator),
        ).fetchone()
        if row is None:
            break
        name = row[0][len(below) :].split(separator, maxsplit=1)[0]
        found.append(below + name)
        beyond = _beyond(below + name + separator)
        assert beyond is not None
        after = beyond
    return found


def troubled_folders(connection: Connection) -> dict[int, int]:
    """How many files of each folder that has some could not be read."""
    rows = connection.execute(
        "SELECT folder_id, count(*) FROM files WHERE problem IS NOT NULL GROUP BY folder_id"
    )
    return {row[0]: row[1] for row in rows}


def _beyond(prefix: bytes) -> bytes | None:
    """What comes after everything that begins with a prefix, whose last byte is a separator; None for b""."""
    return prefix[:-1] + bytes([prefix[-1] + 1]) if prefix else None


def counts(connection: Connection, folder_ids: Sequence[int]) -> FileCounts:
    """Counts the files in these folders."""
    row = connection.execute(
        "SELECT count(*), count(problem), count(*) FILTER ("
        " WHERE photo_id IS NULL AND problem IS NULL AND beside IS NULL)"
        " FROM files WHERE folder_id IN (SELECT value FROM json_each(?))",
        (id_list(folder_ids),),
    ).fetchone()
    return FileCounts(*row)

"""Which photos meet one condition: ids from SQLite, in one string, which is the quickest way out of it.

Each function gives ids as int64 [n], ascending, each once. Whether a photo still lies somewhere is not asked
here; the index of what can be found knows.
"""

import os
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import tags
from mindseye.catalog.connection import Connection

Ids: TypeAlias = NDArray[np.int64]

Column = Literal["camera", "lens"]
Range: TypeAlias = tuple[float | None, float | None]
"""From and to, both included; None is open."""


def lying(connection: Connection) -> Ids:
    """The photos that lie somewhere."""
    return _ids(connection, "SELECT DISTINCT photo_id AS id FROM files WHERE photo_id IS NOT NULL")


def newest_first(connection: Connection, ids: Ids) -> Ids:
    """Those of the photos [n] that lie somewhere, newest first: by when they were taken, else by the file."""
    text = connection.execute(
        """
        SELECT group_concat(id) FROM (
            SELECT photos.id FROM photos JOIN files ON files.photo_id = photos.id
            WHERE photos.id IN (SELECT value FROM json_each(?)) GROUP BY photos.id
            ORDER BY coalesce(
                taken_at, datetime(min(mtime_ns) / 1000000000, 'unixepoch', 'localtime')) DESC, photos.id)
        """,
        (f"[{','.join(map(str, ids.tolist()))}]",),
    ).fetchone()[0]
    return _numbers(text)


def taken(connection: Connection, first: str | None, end: str | None) -> Ids:
    """Taken from ``first`` on and before ``end`` (ISO 8601, local time); without a date the file's counts."""
    # By the files' times a span between two days is found sooner than by all photos without a date.
    join = "JOIN" if first is None or end is None else "INDEXED BY files_by_time CROSS JOIN"
    return _ids(
        connection,
        f"""
        SELECT id FROM photos WHERE taken_at >= coalesce(?1, '') AND taken_at < coalesce(?2, '~')
        UNION ALL
        SELECT photo_id FROM files {join} photos ON photos.id = photo_id
        WHERE mtime_ns >= coalesce(strftime('%s', ?1, 'utc') * 1000000000, -9223372036854775807)
            AND mtime_ns < coalesce(strftime('%s', ?2, 'utc') * 1000000000, 9223372036854775807)
            AND taken_at IS NULL
        """,  # noqa: S608 - one of two words
        (first, end),
    )


def without(connection: Connection, column: Literal["taken_at", "camera", "lens", "latitude"]) -> Ids:
    """Photos whose file says nothing of this."""
    return _ids(connection, f"SELECT id FROM photos WHERE {column} IS NULL")  # noqa: S608 - one of four names


def below(connection: Connection, path: Path) -> Ids:
    """With a file anywhere below a folder, given by its whole path."""
    sep = os.fsencode(os.sep)
    wanted = os.fsencode(path).rstrip(sep) + sep
    found: list[Ids] = []
    for folder_id, stored in connection.execute("SELECT id, path FROM folders").fetchall():
        watched = stored.rstrip(sep) + sep
        if watched.startswith(wanted):
            found.append(_ids(connection, _IN_FOLDER, (folder_id, b"", None)))
        elif wanted.startswith(watched):
            start = wanted.removeprefix(watched)
            end = start[:-1] + bytes([start[-1] + 1])
            found.append(_ids(connection, _IN_FOLDER, (folder_id, start, end)))
    return _union(found)


_IN_FOLDER = """
    SELECT DISTINCT photo_id AS id FROM files
    WHERE folder_id = ?1 AND path >= ?2 AND (?3 IS NULL OR path < ?3) AND photo_id IS NOT NULL
"""


def in_folder_named(connection: Connection, name: str) -> Ids:
    """With a file below a folder of this name, or of these names one in the other: ``2022/Norway``."""
    parts = [_plain(part) for part in name.replace("\\", "/").split("/") if part]
    found: list[Ids] = []
    for folder_id, stored in connection.execute("SELECT id, path FROM folders").fetchall():
        if _holds_run([_plain(part) for part in Path(os.fsdecode(stored)).parts], parts):
            found.append(_ids(connection, _IN_FOLDER, (folder_id, b"", None)))
            continue
        above = [_plain(part) for part in Path(os.fsdecode(stored)).parts]
        rows = connection.execute(
            "SELECT path, photo_id FROM files"
            " WHERE folder_id = ? AND photo_id IS NOT NULL AND CAST(path AS TEXT) LIKE ? ESCAPE '\\'",
            (folder_id, f"%{_like(parts[-1])}%{_like(os.sep)}%" if parts else "%"),
        )
        within = _by_folder(rows)
        found.extend(
            np.unique(np.array(ids, dtype=np.int64))
            for path, ids in within.items()
            if _holds_run([*above, *(_plain(part) for part in Path(os.fsdecode(path)).parts)], parts)
        )
    return _union(found)


def values(connection: Connection, column: Column) -> list[str]:
    """Every camera or lens that any photo was taken with, by name."""
    rows = connection.execute(
        f"""
        WITH RECURSIVE each(value) AS (
            SELECT min({column}) FROM photos
            UNION ALL
            SELECT (SELECT min({column}) FROM photos WHERE {column} > value) FROM each
            WHERE value IS NOT NULL)
        SELECT value FROM each WHERE value IS NOT NULL
        """  # noqa: S608 - one of two names of columns
    )
    return [row[0] for row in rows]


def with_value(
    connection: Connection, column: Literal["camera", "lens", "format"], wanted: Iterable[str]
) -> Ids:
    """Photos with one of these values."""
    query = f"SELECT id FROM photos WHERE {column} = ?"  # noqa: S608 - one of three names
    return _union([_ids(connection, query, (value,)) for value in wanted])


def within(connection: Connection, north: Range, east: Range) -> tuple[Ids, NDArray[np.float64]]:
    """Photos taken in a box of degrees: ids [n], and degrees north and east [n, 2]."""
    rows = connection.execute(
        "SELECT id, latitude, longitude FROM photos"
        " WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ? ORDER BY id",
        (*north, *east),
    ).fetchall()
    ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
    places = np.array([(row[1], row[2]) for row in rows], dtype=np.float64).reshape(-1, 2)
    return ids, places


def rated(connection: Connection, lowest: int, highest: int) -> Ids:
    """Photos with 1 to 5 stars in this range."""
    return _ids(
        connection, "SELECT photo_id AS id FROM ratings WHERE rating BETWEEN ? AND ?", (lowest, highest)
    )


def captioned(connection: Connection) -> Ids:
    """Photos with a caption."""
    return _ids(connection, "SELECT photo_id AS id FROM captions")


def shaped(connection: Connection, expression: str, values: Sequence[float]) -> Ids:
    """Photos of whose ``width`` and ``height`` an expression of ours is true."""
    return _ids(connection, f"SELECT id FROM photos WHERE {expression}", values)  # noqa: S608 - of ours


def file_sized(connection: Connection, expression: str, values: Sequence[float]) -> Ids:
    """Photos with a file of whose ``size`` in bytes an expression of ours is true."""
    return _ids(
        connection,
        f"SELECT DISTINCT photo_id AS id FROM files WHERE photo_id IS NOT NULL AND ({expression})",  # noqa: S608
        values,
    )


def duplicates(connection: Connection) -> Ids:
    """Photos that lie in more than one place."""
    return _ids(
        connection,
        "SELECT photo_id AS id FROM files WHERE photo_id IS NOT NULL GROUP BY photo_id HAVING count(*) > 1",
    )


def away(connection: Connection) -> Ids:
    """Photos all of whose files lie in folders that are away."""
    return _ids(
        connection,
        "SELECT photo_id AS id FROM files JOIN folders ON folders.id = folder_id"
        " WHERE photo_id IS NOT NULL GROUP BY photo_id HAVING max(online) = 0",
    )


def tagged(connection: Connection) -> Ids:
    """Photos with a tag that somebody gave or confirmed."""
    return _ids(connection, "SELECT DISTINCT photo_id AS id FROM tags WHERE state = 'confirmed'")


def labels(connection: Connection, space_id: int) -> list[tuple[str, str]]:
    """Every (category, label) that was given or that the model of the space suggests."""
    rows = connection.execute(
        "SELECT DISTINCT category, label FROM tags UNION"
        " SELECT category, label FROM suggested_labels WHERE space_id = ? ORDER BY 1, 2",
        (space_id,),
    )
    return [(row[0], row[1]) for row in rows]


def with_label(connection: Connection, space_id: int, category: str, label: str) -> Ids:
    """Photos that carry a label, confirmed or suggested."""
    found = tags.photos_with(connection, space_id, category, label)
    return np.unique(np.array(found, dtype=np.int64))


def with_text(connection: Connection, text: str) -> Ids:
    """Photos with a file whose name, or with a caption that, holds a text, whatever the case."""
    plain = _plain(text)
    like = f"%{_like(text)}%"
    names = connection.execute(
        "SELECT photo_id, path FROM files"
        " WHERE photo_id IS NOT NULL AND CAST(path AS TEXT) LIKE ? ESCAPE '\\'",
        (like,),
    )
    found = [row[0] for row in names if plain in _plain(Path(os.fsdecode(row[1])).name)]
    captions = connection.execute(
        "SELECT photo_id, caption FROM captions WHERE caption LIKE ? ESCAPE '\\'", (like,)
    )
    found += [row[0] for row in captions if plain in _plain(row[1])]
    return np.unique(np.array(found, dtype=np.int64))


def plain_matcher(text: str) -> Callable[[str], bool]:
    """Says of names whether they hold every word of a text, whatever the case."""
    words = _plain(text).split()
    return lambda name: all(word in _plain(name) for word in words)


def same_text(one: str, other: str) -> bool:
    """Whether two names are the same, whatever the case and the way their accents are written."""
    return _plain(one) == _plain(other)


def _ids(connection: Connection, query: str, values: Sequence[object] = ()) -> Ids:
    text = connection.execute(
        f"SELECT group_concat(id) FROM ({query})",  # noqa: S608 - statements of this module
        values,
    ).fetchone()[0]
    ids = np.sort(_numbers(text))  # mostly in order already; np.unique would hash them all
    return ids[np.append(True, ids[1:] != ids[:-1])] if len(ids) else ids


def _numbers(text: str | None) -> Ids:
    return np.fromstring(text, dtype=np.int64, sep=",") if text else np.empty(0, np.int64)


def _union(found: list[Ids]) -> Ids:
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _like(text: str) -> str:
    """A pattern that holds for every way to write a text; what SQLite does not fold stands open."""
    escaped = "".join(f"\\{letter}" if letter in "%_\\" else letter for letter in text)
    return "".join(letter if letter.isascii() else "%" for letter in escaped)


def _by_folder(rows: Iterable[tuple[bytes, int]]) -> dict[bytes, list[int]]:
    sorted_in: dict[bytes, list[int]] = {}
    for path, photo_id in rows:
        sorted_in.setdefault(path.rpartition(os.fsencode(os.sep))[0], []).append(photo_id)
    return sorted_in


def _holds_run(parts: Sequence[str], wanted: Sequence[str]) -> bool:
    length = len(wanted)
    return any(
        list(parts[start : start + length]) == list(wanted) for start in range(len(parts) - length + 1)
    )

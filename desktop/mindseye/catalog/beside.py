"""Raw files that are one item with the picture of the same shot: they have no photo of their own then."""

from collections.abc import Mapping, Sequence

from mindseye.catalog import edited, meta
from mindseye.catalog.connection import Connection, id_list

_KEY = "raw_and_picture"
_TOGETHER = "together"

_LEAVE = (
    "UPDATE files SET beside = NULL, parted_from ="
    " (SELECT coalesce(photo_id, edited_from) FROM files AS own WHERE own.id = files.beside)"
)


def wished(connection: Connection) -> bool:
    """Whether the raw file and the picture of a shot are to be one item."""
    return meta.get(connection, _KEY) == _TOGETHER


def wish(connection: Connection, *, together: bool) -> None:
    """Stores whether they are to be one item."""
    meta.put(connection, _KEY, _TOGETHER if together else "apart")


def readable(connection: Connection, folder_id: int) -> dict[bytes, int]:
    """The files of a folder that were not refused: path and id."""
    rows = connection.execute(
        "SELECT path, id FROM files WHERE folder_id = ? AND (problem IS NULL OR passing)", (folder_id,)
    )
    return {row[0]: row[1] for row in rows}


def put(connection: Connection, folder_id: int, pairs: Mapping[int, int]) -> None:
    """Says which raw files of a folder are one item with which other file, by id; all others stand alone.

    A raw file that stands alone from now on waits to be read; if its photo is known nothing is embedded. What
    was said of one that joins a picture goes on to that, and what was said of both to one that leaves it.
    """
    rows = connection.execute(
        "SELECT id, beside FROM files WHERE folder_id = ? AND beside IS NOT NULL", (folder_id,)
    )
    before = {row[0]: row[1] for row in rows}
    connection.executemany(f"{_LEAVE} WHERE id = ?", [(each,) for each in before.keys() - pairs.keys()])
    for raw, picture in pairs.items():
        if before.get(raw) != picture:
            connection.execute(
                "UPDATE files SET beside = ?2, edited_from = coalesce(photo_id, edited_from),"
                " photo_id = NULL, parted_from = NULL, problem = NULL, passing = 0 WHERE id = ?1",
                (raw, picture),
            )
            row = connection.execute("SELECT photo_id FROM files WHERE id = ?", (picture,)).fetchone()
            photo_id = row[0]
            if photo_id is not None:
                join(connection, picture, photo_id)


def join(connection: Connection, file_id: int, photo_id: int) -> None:
    """Gives the photo in a file what was said of the raw files that are one item with it.

    And where the file is a raw file that was one item with a picture, what was said of that.
    """
    (parted,) = connection.execute("SELECT parted_from FROM files WHERE id = ?", (file_id,)).fetchone()
    if parted is not None:
        edited.hand_on(connection, parted, photo_id)
        connection.execute("UPDATE files SET parted_from = NULL WHERE id = ?", (file_id,))
    rows = connection.execute(
        "SELECT id, edited_from FROM files WHERE beside = ? AND edited_from IS NOT NULL", (file_id,)
    ).fetchall()
    for raw, before in rows:
        edited.hand_on(connection, before, photo_id)
        connection.execute("UPDATE files SET edited_from = NULL WHERE id = ?", (raw,))


def part(connection: Connection, picture: int) -> None:
    """Lets the raw files stand alone that were one item with a file that turned out to be no picture."""
    connection.execute(f"{_LEAVE} WHERE beside = ?", (picture,))


def raw_files(connection: Connection, pictures: Sequence[int]) -> list[int]:
    """The ids of the raw files that are one item with these files."""
    rows = connection.execute(
        "SELECT id FROM files WHERE beside IN (SELECT value FROM json_each(?))", (id_list(pictures),)
    )
    return [row[0] for row in rows]

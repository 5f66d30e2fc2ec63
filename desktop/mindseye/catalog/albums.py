"""Albums: manual ones, filled by hand and kept in order, and live ones, which keep a query.

A live album holds what its query found last (``album_matches``, a projection), with the photos that somebody
pinned and without those that somebody excluded; both are remembered whatever the query finds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from mindseye.catalog import selection
from mindseye.catalog.connection import Connection, id_list
from mindseye.catalog.selection import Ids


@dataclass(frozen=True, slots=True)
class Album:
    """An album, and how many photos that lie somewhere it holds."""

    id: int
    name: str
    query: str | None
    """The text of the query of a live album."""
    count: int

    @property
    def live(self) -> bool:
        """Whether a query fills it."""
        return self.query is not None


_IN_ALBUM = """
    SELECT album_id, photo_id, place, state = 'pinned' AS pinned FROM album_photos WHERE state <> 'excluded'
    UNION ALL
    SELECT album_id, photo_id, place, 0 FROM album_matches
    WHERE NOT EXISTS (
        SELECT 1 FROM album_photos
        WHERE album_photos.album_id = album_matches.album_id
            AND album_photos.photo_id = album_matches.photo_id)
"""
"""Every photo of every album, once."""

_LIES = "EXISTS (SELECT 1 FROM files WHERE files.photo_id = inside.photo_id)"


def all_albums(connection: Connection) -> list[Album]:
    """Every album, by name."""
    rows = connection.execute(
        f"""
        SELECT albums.id, name, query, count(inside.photo_id) FROM albums
        LEFT JOIN ({_IN_ALBUM}) AS inside ON inside.album_id = albums.id AND {_LIES}
        GROUP BY albums.id
        """  # noqa: S608 - constants of this module
    )
    return sorted((Album(*row) for row in rows), key=lambda album: album.name.casefold())


def find(connection: Connection, name: str) -> Album | None:
    """The album of this name, whatever the case."""
    for album in all_albums(connection):
        if selection.same_text(album.name, name):
            return album
    return None


def photos(connection: Connection, album_id: int) -> list[int]:
    """The photos of an album that lie somewhere: pinned ones first, then in order."""
    rows = connection.execute(
        f"SELECT photo_id FROM ({_IN_ALBUM}) AS inside WHERE album_id = ? AND {_LIES}"  # noqa: S608 - constants
        " ORDER BY pinned DESC, place, photo_id",
        (album_id,),
    )
    return [row[0] for row in rows]


def make(connection: Connection, name: str, query: str | None) -> int:
    """Stores a new album; gives its id. Its name must not be another's."""
    row = connection.execute(
        "INSERT INTO albums (name, query) VALUES (?, ?) RETURNING id", (name, query)
    ).fetchone()
    return int(row[0])


def rename(connection: Connection, album_id: int, name: str) -> None:
    """Gives an album another name, which must not be another's."""
    connection.execute("UPDATE albums SET name = ? WHERE id = ?", (name, album_id))


def set_query(connection: Connection, album_id: int, query: str) -> None:
    """Gives a live album another query; what was pinned and excluded stays."""
    connection.execute("UPDATE albums SET query = ? WHERE id = ?", (query, album_id))


def remove(connection: Connection, album_id: int) -> None:
    """Forgets an album; its photos stay where they are."""
    # By itself and not through the reference, so that undo makes the album first and then fills it.
    connection.execute("DELETE FROM album_photos WHERE album_id = ?", (album_id,))
    connection.execute("DELETE FROM albums WHERE id = ?", (album_id,))


def put_in(connection: Connection, album: Album, photo_ids: Iterable[int]) -> None:
    """Puts photos at the end of a manual album, or pins them to a live one; those inside keep their place."""
    state = "pinned" if album.live else "member"
    (last,) = connection.execute(
        "SELECT coalesce(max(place), 0) FROM album_photos WHERE album_id = ?", (album.id,)
    ).fetchone()
    connection.executemany(
        "INSERT INTO album_photos (album_id, photo_id, state, place) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET state = excluded.state, place = excluded.place"
        " WHERE state <> excluded.state",
        ((album.id, photo_id, state, last + number) for number, photo_id in enumerate(photo_ids, start=1)),
    )


def take_out(connection: Connection, album: Album, photo_ids: Sequence[int]) -> None:
    """Takes photos out of a manual album, or excludes them from a live one."""
    if not album.live:
        connection.execute(
            "DELETE FROM album_photos WHERE album_id = ? AND photo_id IN (SELECT value FROM json_each(?))",
            (album.id, id_list(photo_ids)),
        )
        return
    connection.executemany(
        "INSERT INTO album_photos (album_id, photo_id, state, place) VALUES (?, ?, 'excluded', 0)"
        " ON CONFLICT DO UPDATE SET state = 'excluded', place = 0 WHERE state <> 'excluded'",
        ((album.id, photo_id) for photo_id in photo_ids),
    )


def say_nothing(connection: Connection, album: Album, photo_ids: Sequence[int]) -> None:
    """Forgets that photos were pinned to a live album or excluded from it."""
    connection.execute(
        "DELETE FROM album_photos WHERE album_id = ? AND photo_id IN (SELECT value FROM json_each(?))",
        (album.id, id_list(photo_ids)),
    )


def order(connection: Connection, album_id: int, photo_ids: Sequence[int]) -> None:
    """Puts the members of a manual album into this order; those that are not named follow as they were."""
    rows = connection.execute(
        "SELECT photo_id FROM album_photos WHERE album_id = ? AND state = 'member' ORDER BY place, photo_id",
        (album_id,),
    ).fetchall()
    inside = [row[0] for row in rows]
    members, named = set(inside), set(photo_ids)
    wanted = [each for each in photo_ids if each in members] + [each for each in inside if each not in named]
    connection.executemany(
        "UPDATE album_photos SET place = ?1 WHERE album_id = ?2 AND photo_id = ?3 AND place <> ?1",
        ((place, album_id, photo_id) for place, photo_id in enumerate(wanted, start=1)),
    )


def said(connection: Connection, album_id: int) -> dict[int, str]:
    """What somebody said of photos and this album: ``member``, ``pinned`` or ``excluded``, by photo."""
    rows = connection.execute("SELECT photo_id, state FROM album_photos WHERE album_id = ?", (album_id,))
    return {row[0]: row[1] for row in rows}


def said_of(connection: Connection, photo_ids: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """What somebody said of each of these photos and albums: name and state (as :func:`said`), by name."""
    rows = connection.execute(
        "SELECT photo_id, name, state FROM album_photos JOIN albums ON albums.id = album_id"
        " WHERE photo_id IN (SELECT value FROM json_each(?)) ORDER BY name",
        (id_list(photo_ids),),
    )
    found: dict[int, list[tuple[str, str]]] = {}
    for photo_id, name, state in rows:
        found.setdefault(photo_id, []).append((name, state))
    return found


def excluded(connection: Connection, album_id: int) -> list[int]:
    """The photos that lie somewhere and were excluded from a live album."""
    rows = connection.execute(
        f"SELECT photo_id FROM album_photos AS inside WHERE album_id = ? AND state = 'excluded' AND {_LIES}"  # noqa: S608 - a constant
        " ORDER BY photo_id",
        (album_id,),
    )
    return [row[0] for row in rows]


def matches(connection: Connection, album_id: int) -> list[int]:
    """What the query of a live album found last, best first."""
    rows = connection.execute(
        "SELECT photo_id FROM album_matches WHERE album_id = ? ORDER BY place", (album_id,)
    )
    return [row[0] for row in rows]


def set_matches(connection: Connection, album_id: int, photo_ids: Sequence[int]) -> None:
    """Stores what the query of a live album finds now, best first."""
    connection.execute("DELETE FROM album_matches WHERE album_id = ?", (album_id,))
    connection.executemany(
        "INSERT OR IGNORE INTO album_matches (album_id, photo_id, place)"
        " SELECT id, ?2, ?3 FROM albums WHERE id = ?1",
        ((album_id, photo_id, place) for place, photo_id in enumerate(photo_ids)),
    )


def photos_in_any_named(connection: Connection, name: str) -> Ids:
    """The photos of the album of this name."""
    album = find(connection, name)
    return np.unique(np.array([] if album is None else photos(connection, album.id), dtype=np.int64))


def photos_in_any(connection: Connection) -> Ids:
    """The photos of any album."""
    rows = connection.execute(f"SELECT DISTINCT photo_id FROM ({_IN_ALBUM}) ORDER BY 1")  # noqa: S608 - the same
    return np.fromiter((row[0] for row in rows), dtype=np.int64)

"""Free tags: words that people give to photos by hand, or gave in another program; no category judges them.

They stand among the tags with ``tags.OWN`` as their category. A name may be a path: ``Places/Norway`` lies
below ``Places``. A confirmed tag says that a photo shows it, a rejected one that it does not, whatever a
model or a file says later; so the two are the examples and counter-examples of what is to be learnt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from mindseye.catalog.connection import Connection, id_list
from mindseye.catalog.tags import OWN

Source = Literal["user", "file"]


@dataclass(frozen=True, slots=True)
class TagCount:
    """A free tag, and how many photos that lie somewhere carry it or one below it."""

    name: str
    count: int


def give(
    connection: Connection,
    photo_ids: Iterable[int],
    names: Sequence[str],
    *,
    category: str = OWN,
    source: Source = "user",
) -> None:
    """Confirms tags for photos.

    A person's word takes rejections back; a file's does not, and leaves what a person confirmed alone.
    """
    connection.executemany(
        """
        INSERT INTO tags (photo_id, category, label, source, state) VALUES (?, ?, ?, ?, 'confirmed')
        ON CONFLICT (photo_id, category, label) DO UPDATE
            SET source = excluded.source, state = 'confirmed'
            WHERE state = 'rejected' AND excluded.source = 'user'
        """,
        ((photo_id, category, name, source) for photo_id in photo_ids for name in names),
    )


def reject(
    connection: Connection, photo_ids: Iterable[int], names: Sequence[str], *, category: str = OWN
) -> None:
    """Says that photos do not show these; nothing but a person takes that back."""
    connection.executemany(
        """
        INSERT INTO tags (photo_id, category, label, source, state) VALUES (?, ?, ?, 'user', 'rejected')
        ON CONFLICT (photo_id, category, label) DO UPDATE SET state = 'rejected' WHERE state <> 'rejected'
        """,
        ((photo_id, category, name) for photo_id in photo_ids for name in names),
    )


def take_away(
    connection: Connection, photo_ids: Sequence[int], names: Sequence[str], *, category: str = OWN
) -> None:
    """Takes tags off photos: forgets what a person gave, and rejects what came from anywhere else.

    Else a model or a file would bring it back.
    """
    for name in names:
        which = (category, name, id_list(photo_ids))
        connection.execute(
            "DELETE FROM tags WHERE source = 'user' AND state = 'confirmed' AND category = ? AND label = ?"
            " AND photo_id IN (SELECT value FROM json_each(?))",
            which,
        )
        connection.execute(
            "UPDATE tags SET state = 'rejected' WHERE state <> 'rejected' AND category = ? AND label = ?"
            " AND photo_id IN (SELECT value FROM json_each(?))",
            which,
        )


def forget(
    connection: Connection, photo_ids: Sequence[int], names: Sequence[str], *, category: str = OWN
) -> None:
    """Takes back whatever a person said of these tags, rejections included."""
    for name in names:
        connection.execute(
            "DELETE FROM tags WHERE category = ? AND label = ?"
            " AND photo_id IN (SELECT value FROM json_each(?))",
            (category, name, id_list(photo_ids)),
        )


def rename(connection: Connection, old: str, new: str) -> None:
    """Renames a tag and everything below it; where a photo has the new name too, that one stays."""
    connection.execute(
        "UPDATE OR IGNORE tags SET label = ?2 || substr(label, length(?1) + 1)"
        " WHERE category = '' AND (label = ?1 OR substr(label, 1, length(?1) + 1) = ?1 || '/')",
        (old, new),
    )
    connection.execute(
        "DELETE FROM tags WHERE category = ''"
        " AND (label = ?1 OR substr(label, 1, length(?1) + 1) = ?1 || '/')"
        " AND NOT (label = ?2 OR substr(label, 1, length(?2) + 1) = ?2 || '/')",
        (old, new),
    )


def names(connection: Connection) -> list[str]:
    """Every free tag that any photo carries or carried, by name."""
    rows = connection.execute("SELECT DISTINCT label FROM tags WHERE category = '' ORDER BY 1")
    return [row[0] for row in rows]


def counts(connection: Connection) -> list[TagCount]:
    """Every free tag that is confirmed somewhere, and the tags above it, by name."""
    rows = connection.execute(
        "SELECT label, photo_id FROM tags WHERE category = '' AND state = 'confirmed'"
        " AND EXISTS (SELECT 1 FROM files WHERE files.photo_id = tags.photo_id)"
    )
    photos: dict[str, set[int]] = {}
    for label, photo_id in rows:
        for name in with_above(label):
            photos.setdefault(name, set()).add(photo_id)
    return [TagCount(name, len(photos[name])) for name in sorted(photos, key=str.casefold)]


def photos_with(connection: Connection, name: str) -> list[int]:
    """The photos that carry a free tag or one below it, newest first."""
    rows = connection.execute(
        """
        SELECT photos.id FROM photos JOIN files ON files.photo_id = photos.id
        WHERE photos.id IN (
            SELECT photo_id FROM tags WHERE category = '' AND state = 'confirmed'
            AND (label = ?1 OR substr(label, 1, length(?1) + 1) = ?1 || '/'))
        GROUP BY photos.id
        ORDER BY coalesce(taken_at, datetime(min(mtime_ns) / 1000000000, 'unixepoch', 'localtime')) DESC,
            photos.id
        """,
        (name,),
    )
    return [row[0] for row in rows]


def is_below(name: str, above: str) -> bool:
    """Whether a name is another or lies below it."""
    return name == above or name.startswith(f"{above}/")


def with_above(name: str) -> list[str]:
    """A name with those it lies below, outermost first: ``Places``, ``Places/Norway``."""
    parts = name.split("/")
    return ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]

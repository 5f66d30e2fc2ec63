"""The tags in the catalog: what categories suggest, and what the user says of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mindseye.catalog.connection import Connection, id_list


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A label that a category suggests for a photo; probability 0 to 1."""

    photo_id: int
    category: str
    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag on a photo, as it is shown."""

    category: str
    label: str
    state: str
    """``suggested`` or ``confirmed``; rejected tags are not shown."""
    probability: float | None


def suggest(connection: Connection, space_id: int, suggestions: Iterable[Suggestion]) -> None:
    """Stores suggestions; what the user confirmed or rejected stays as it is."""
    connection.executemany(
        """
        INSERT INTO tags (photo_id, category, label, source, state, probability, space_id)
        VALUES (?, ?, ?, 'category', 'suggested', ?, ?)
        ON CONFLICT (photo_id, category, label) DO UPDATE
            SET probability = excluded.probability, space_id = excluded.space_id
            WHERE state = 'suggested'
        """,
        ((item.photo_id, item.category, item.label, item.probability, space_id) for item in suggestions),
    )


def forget_suggestions(connection: Connection) -> None:
    """Drops everything that categories suggested and nobody confirmed or rejected."""
    connection.execute("DELETE FROM tags WHERE source = 'category' AND state = 'suggested'")


def of_photos(connection: Connection, photo_ids: Sequence[int]) -> dict[int, list[Tag]]:
    """The tags of each of these photos that has any, by category and label."""
    rows = connection.execute(
        "SELECT photo_id, category, label, state, probability FROM tags WHERE state <> 'rejected'"
        " AND photo_id IN (SELECT value FROM json_each(?)) ORDER BY category, label",
        (id_list(photo_ids),),
    )
    found: dict[int, list[Tag]] = {}
    for photo_id, *tag in rows:
        found.setdefault(photo_id, []).append(Tag(*tag))
    return found


def counts(connection: Connection) -> dict[tuple[str, str], int]:
    """How many photos that lie somewhere carry each (category, label)."""
    rows = connection.execute(
        "SELECT category, label, count(*) FROM tags WHERE state <> 'rejected'"
        " AND EXISTS (SELECT 1 FROM files WHERE files.photo_id = tags.photo_id) GROUP BY category, label"
    )
    return {(row[0], row[1]): row[2] for row in rows}


def photos_with(connection: Connection, category: str, label: str) -> list[int]:
    """The photos that carry a label, most probable first."""
    rows = connection.execute(
        "SELECT photo_id FROM tags WHERE category = ? AND label = ? AND state <> 'rejected'"
        " AND EXISTS (SELECT 1 FROM files WHERE files.photo_id = tags.photo_id)"
        " ORDER BY state = 'confirmed' DESC, probability DESC, photo_id",
        (category, label),
    )
    return [row[0] for row in rows]

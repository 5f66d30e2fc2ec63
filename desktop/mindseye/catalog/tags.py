"""The tags of photos: what a person or a file said, and beside it what the model of a space suggests."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mindseye.catalog.connection import Connection, id_list

OWN = ""
"""The category of the tags that people name themselves."""

Said = Literal["confirmed", "rejected"]


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag on a photo, as it is shown."""

    category: str
    label: str
    state: str
    """``suggested`` or ``confirmed``; rejected tags are not shown."""
    probability: float | None
    """What the model of the space gives it, 0 to 1; None where it suggests nothing of the kind."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was said of one tag on one photo."""

    source: str
    """``category``, ``examples``: of a suggestion of that kind; ``user``: unasked; ``file``: read there."""
    state: Said


OPEN_SUGGESTIONS = """
    suggested_labels CROSS JOIN suggestions ON label_id = suggested_labels.id
    WHERE NOT EXISTS (
        SELECT 1 FROM tags
        WHERE tags.photo_id = suggestions.photo_id AND tags.category = suggested_labels.category
            AND (tags.label = suggested_labels.label OR (exclusive AND tags.state = 'confirmed'))
    )
"""
"""From and where of the suggestions that count, of every space: nothing was said of the label, and no other
label of an exclusive category was confirmed."""

_LIES = "EXISTS (SELECT 1 FROM files WHERE files.photo_id = {}.photo_id)"


def say(
    connection: Connection,
    category: str,
    label: str,
    said: Mapping[int, Decision | None],
) -> dict[int, Decision | None]:
    """Stores what was said of one tag on photos, None for nothing any more.

    Returns:
        What stood there before, of the photos where that was something else; saying it again undoes this.
    """
    before = decisions(connection, category, label, said)
    changed = {
        photo_id: before.get(photo_id) for photo_id, now in said.items() if before.get(photo_id) != now
    }
    connection.execute(
        "DELETE FROM tags WHERE category = ? AND label = ? AND photo_id IN (SELECT value FROM json_each(?))",
        (category, label, id_list(changed)),
    )
    connection.executemany(
        "INSERT INTO tags (photo_id, category, label, source, state) VALUES (?, ?, ?, ?, ?)",
        (
            (photo_id, category, label, now.source, now.state)
            for photo_id in changed
            if (now := said[photo_id]) is not None
        ),
    )
    return changed


def decisions(
    connection: Connection, category: str, label: str, photo_ids: Iterable[int] | None = None
) -> dict[int, Decision]:
    """What was said of one tag, by photo: of these photos, or of all."""
    rows = connection.execute(
        "SELECT photo_id, source, state FROM tags WHERE category = ? AND label = ?"
        " AND (?3 IS NULL OR photo_id IN (SELECT value FROM json_each(?3))) ORDER BY photo_id",
        (category, label, None if photo_ids is None else id_list(photo_ids)),
    )
    return {row[0]: Decision(row[1], row[2]) for row in rows}


def of_photos(connection: Connection, space_id: int, photo_ids: Sequence[int]) -> dict[int, list[Tag]]:
    """The tags of each of these photos that has any, by category and label."""
    chosen = id_list(photo_ids)
    rows = connection.execute(
        f"""
        SELECT photo_id, category, label, state,
            (SELECT probability FROM suggestions JOIN suggested_labels ON id = label_id
                WHERE space_id = ?1 AND suggested_labels.category = tags.category
                AND suggested_labels.label = tags.label AND suggestions.photo_id = tags.photo_id)
        FROM tags WHERE state = 'confirmed' AND photo_id IN (SELECT value FROM json_each(?2))
        UNION ALL
        SELECT suggestions.photo_id, category, label, 'suggested', probability FROM {OPEN_SUGGESTIONS}
            AND space_id = ?1 AND suggestions.photo_id IN (SELECT value FROM json_each(?2))
        ORDER BY category, label
        """,  # noqa: S608 - a constant of this module
        (space_id, chosen),
    )
    found: dict[int, list[Tag]] = {}
    for photo_id, *tag in rows:
        found.setdefault(photo_id, []).append(Tag(*tag))
    return found


def counts(connection: Connection, space_id: int) -> dict[tuple[str, str], int]:
    """How many photos that lie somewhere carry each (category, label)."""
    rows = connection.execute(
        f"""
        SELECT category, label, sum(photos) FROM (
            SELECT category, label, count(*) AS photos FROM tags
            WHERE state = 'confirmed' AND {_LIES.format("tags")} GROUP BY category, label
            UNION ALL
            SELECT category, label, count(*) FROM {OPEN_SUGGESTIONS}
            AND space_id = ? AND {_LIES.format("suggestions")} GROUP BY suggested_labels.id
        ) GROUP BY category, label
        """,  # noqa: S608 - constants of this module
        (space_id,),
    )
    return {(row[0], row[1]): row[2] for row in rows}


def photos_with(connection: Connection, space_id: int, category: str, label: str) -> list[int]:
    """The photos that carry a label: confirmed ones first, then the most probable."""
    rows = connection.execute(
        f"""
        SELECT photo_id, 2.0 AS likelihood FROM tags
        WHERE category = ?2 AND label = ?3 AND state = 'confirmed' AND {_LIES.format("tags")}
        UNION ALL
        SELECT suggestions.photo_id, probability FROM {OPEN_SUGGESTIONS}
        AND space_id = ?1 AND category = ?2 AND label = ?3 AND {_LIES.format("suggestions")}
        ORDER BY likelihood DESC, photo_id
        """,  # noqa: S608 - constants of this module
        (space_id, category, label),
    )
    return [row[0] for row in rows]

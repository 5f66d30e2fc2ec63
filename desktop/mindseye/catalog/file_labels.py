"""What files say of photos, taken over into what is said of them; and what the files are to say.

A file's word is taken by **what it changed**: against what it said when it was read or written last. A
keyword that came is given, unless a person rejected it; one that went is taken away; another rating or
caption stands. So where both sides changed, keywords are merged, and of ratings and captions the file's
newer one wins. A file that is read for the first time takes nothing away, and fills a rating or a caption
only where there is none.
"""

from collections.abc import Iterable, Sequence

from mindseye.catalog import free_tags, remarks
from mindseye.catalog.connection import Connection, id_list
from mindseye.catalog.sidecars import Remembered
from mindseye.catalog.tags import OWN
from mindseye.metadata import FileLabels


def merge(connection: Connection, photo_id: int, now: FileLabels, before: Remembered | None = None) -> None:
    """Takes over what a file says of a photo.

    Args:
        connection: the writing connection.
        photo_id: the photo.
        now: what the file says.
        before: what it said last; None where it is read for the first time.
    """
    last = set() if before is None else set(before.keywords)
    added = [name for name in now.keywords if name not in last]
    for category, label in _tags_named(connection, added):
        free_tags.give(connection, [photo_id], [label], category=category, source="file")
    connection.executemany(
        "DELETE FROM tags WHERE photo_id = ?1 AND state = 'confirmed'"
        " AND iif(category = '', label, category || '/' || label) = ?2",
        ((photo_id, name) for name in last - set(now.keywords)),
    )
    if before is None or before.rating is None:
        if now.rating and photo_id not in remarks.ratings_of(connection, [photo_id]):
            remarks.rate(connection, [(photo_id, now.rating)], source="file")
    elif before.rating != now.rating:
        remarks.rate(connection, [(photo_id, now.rating)], source="file")
    if before is None or before.caption is None:
        if now.caption and photo_id not in remarks.captions_of(connection, [photo_id]):
            remarks.caption(connection, [(photo_id, now.caption)], source="file")
    elif before.caption != now.caption:
        remarks.caption(connection, [(photo_id, now.caption)], source="file")


def take_embedded(connection: Connection, photo_id: int, labels: FileLabels) -> None:
    """Takes over what a photo's own file says, once: its content never changes."""
    cursor = connection.execute(
        "INSERT INTO labels_taken (photo_id) VALUES (?) ON CONFLICT DO NOTHING", (photo_id,)
    )
    if cursor.rowcount:
        merge(connection, photo_id, labels)


def never_asked(connection: Connection) -> list[int]:
    """The photos that lie somewhere whose own file was not asked what it says."""
    rows = connection.execute(
        "SELECT DISTINCT photo_id FROM files WHERE photo_id IS NOT NULL"
        " AND photo_id NOT IN (SELECT photo_id FROM labels_taken)"
    )
    return [row[0] for row in rows]


def wanted(connection: Connection, photo_ids: Sequence[int]) -> dict[int, FileLabels]:
    """What the files of these photos are to say; a label of a category is the keyword ``category/label``."""
    rows = connection.execute(
        "SELECT photo_id, iif(category = '', label, category || '/' || label) FROM tags"
        " WHERE state = 'confirmed' AND photo_id IN (SELECT value FROM json_each(?))"
        " ORDER BY photo_id, category, label",
        (id_list(photo_ids),),
    )
    keywords: dict[int, list[str]] = {}
    for photo_id, name in rows:
        keywords.setdefault(photo_id, []).append(name)
    ratings = remarks.ratings_of(connection, photo_ids)
    captions = remarks.captions_of(connection, photo_ids)
    return {
        each: FileLabels(tuple(keywords.get(each, [])), ratings.get(each, 0), captions.get(each, ""))
        for each in photo_ids
    }


def _tags_named(connection: Connection, names: Iterable[str]) -> list[tuple[str, str]]:
    """The tags (category, label) that keywords stand for: a label of a category, or else a free tag."""
    found: list[tuple[str, str]] = []
    for name in names:
        row = connection.execute(
            "SELECT category, label FROM suggested_labels"
            " WHERE category <> '' AND category || '/' || label = ?",
            (name,),
        ).fetchone()
        found.append((OWN, name) if row is None else (row[0], row[1]))
    return found

"""Ratings and captions in the catalog; a photo without a row has none."""

from collections.abc import Iterable, Sequence

from mindseye.catalog.connection import Connection, id_list
from mindseye.catalog.free_tags import Source


def rate(connection: Connection, ratings: Iterable[tuple[int, int]], *, source: Source = "user") -> None:
    """Rates photos: (photo id, 0 to 5) each; 0 takes the rating away."""
    for photo_id, rating in ratings:
        if rating:
            connection.execute(
                "INSERT INTO ratings (photo_id, rating, source) VALUES (?, ?, ?) ON CONFLICT (photo_id)"
                " DO UPDATE SET rating = excluded.rating, source = excluded.source"
                " WHERE rating <> excluded.rating",
                (photo_id, rating, source),
            )
        else:
            connection.execute("DELETE FROM ratings WHERE photo_id = ?", (photo_id,))


def caption(connection: Connection, captions: Iterable[tuple[int, str]], *, source: Source = "user") -> None:
    """Captions photos: (photo id, text) each; an empty text takes the caption away."""
    for photo_id, text in captions:
        if text:
            connection.execute(
                "INSERT INTO captions (photo_id, caption, source) VALUES (?, ?, ?) ON CONFLICT (photo_id)"
                " DO UPDATE SET caption = excluded.caption, source = excluded.source"
                " WHERE caption <> excluded.caption",
                (photo_id, text, source),
            )
        else:
            connection.execute("DELETE FROM captions WHERE photo_id = ?", (photo_id,))


def ratings_of(connection: Connection, photo_ids: Sequence[int]) -> dict[int, int]:
    """The ratings, 1 to 5, of those of these photos that have one."""
    rows = connection.execute(
        "SELECT photo_id, rating FROM ratings WHERE photo_id IN (SELECT value FROM json_each(?))",
        (id_list(photo_ids),),
    )
    return {row[0]: row[1] for row in rows}


def captions_of(connection: Connection, photo_ids: Sequence[int]) -> dict[int, str]:
    """The captions of those of these photos that have one."""
    rows = connection.execute(
        "SELECT photo_id, caption FROM captions WHERE photo_id IN (SELECT value FROM json_each(?))",
        (id_list(photo_ids),),
    )
    return {row[0]: row[1] for row in rows}

"""What was said of a photo that goes is said of the one that is kept in its place."""

from mindseye.catalog.connection import Connection


def take_over(connection: Connection, going: int, kept: int) -> None:
    """Gives one photo the confirmed tags, the rating, the caption and the albums of another.

    Nothing that is said of the kept one is taken back: its caption and what it was rejected for or excluded
    from stay, and of two ratings the higher one stands. What the other was rejected for is not handed on.
    """
    both = {"going": going, "kept": kept}
    connection.execute(
        """
        INSERT OR IGNORE INTO tags (photo_id, category, label, source, state)
        SELECT :kept, category, label, source, state FROM tags WHERE photo_id = :going AND state = 'confirmed'
        """,
        both,
    )
    connection.execute(
        """
        INSERT INTO ratings (photo_id, rating, source)
        SELECT :kept, rating, source FROM ratings WHERE photo_id = :going
        ON CONFLICT (photo_id) DO UPDATE SET rating = excluded.rating, source = excluded.source
            WHERE excluded.rating > ratings.rating
        """,
        both,
    )
    connection.execute(
        """
        INSERT OR IGNORE INTO captions (photo_id, caption, source)
        SELECT :kept, caption, source FROM captions WHERE photo_id = :going
        """,
        both,
    )
    # At the same place, so that a manual album keeps its order.
    connection.execute(
        """
        INSERT OR IGNORE INTO album_photos (album_id, photo_id, state, place)
        SELECT album_id, :kept, state, place FROM album_photos
        WHERE photo_id = :going AND state <> 'excluded'
        """,
        both,
    )

"""Photos of which somebody said that they are no duplicates of one another, and that is not asked again."""

from collections import Counter
from collections.abc import Iterable
from itertools import product

from mindseye.catalog.connection import Connection


def say(connection: Connection, photo_ids: Iterable[int]) -> None:
    """Says that none of these photos is a duplicate of another of them.

    A photo that is named more than once may from now on lie in several places.
    """
    times = Counter(photo_ids)
    # Both ways round, so that either of the two takes it along when its content changes.
    connection.executemany(
        "INSERT OR IGNORE INTO apart (photo_id, other_id) VALUES (?, ?)",
        ((one, other) for one, other in product(times, times) if one != other or times[one] > 1),
    )


def pairs(connection: Connection) -> set[tuple[int, int]]:
    """Every such pair, the smaller id first; a photo that may lie in several places is paired with itself."""
    rows = connection.execute("SELECT DISTINCT min(photo_id, other_id), max(photo_id, other_id) FROM apart")
    return {(row[0], row[1]) for row in rows}

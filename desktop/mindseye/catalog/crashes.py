"""Contents that were being decoded when Mindseye ended without a word, and how often that was so."""

from collections.abc import Iterable

from mindseye.catalog.connection import Connection


def add(connection: Connection, hashes: Iterable[bytes]) -> None:
    """Counts one more crash for each of these contents."""
    connection.executemany(
        "INSERT INTO crashes (content_hash, count) VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
        ((content_hash,) for content_hash in hashes),
    )


def counts(connection: Connection) -> dict[bytes, int]:
    """The crashes of every content that had any."""
    return {row[0]: row[1] for row in connection.execute("SELECT content_hash, count FROM crashes")}


def give_another_chance(connection: Connection) -> None:
    """Lets every content be decoded once more; it stays known as one to be careful with."""
    connection.execute("UPDATE crashes SET count = 1")

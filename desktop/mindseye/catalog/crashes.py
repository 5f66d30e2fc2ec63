"""Contents that were being decoded when Mindseye ended without a word, and how often that was so."""

from collections.abc import Iterable

from mindseye.catalog.connection import Connection


def add(connection: Connection, hashes: Iterable[bytes]) -> None:
    """Counts one more crash for each of these contents."""
    connection.executemany(
        "INSERT INTO crashes (content_hash, count) VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
        ((content_hash,) for content_hash in hashes),
    )


def suspects(connection: Connection) -> frozenset[bytes]:
    """Every content that has to be decoded with care."""
    return frozenset(row[0] for row in connection.execute("SELECT content_hash FROM crashes"))

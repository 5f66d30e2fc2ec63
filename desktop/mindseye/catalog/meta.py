"""Small facts about the library itself, by name."""

from mindseye.catalog.connection import Connection


def get(connection: Connection, key: str) -> str | None:
    """The stored value, or None."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def put(connection: Connection, key: str, value: str) -> None:
    """Stores or replaces a value."""
    connection.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def remove(connection: Connection, key: str) -> None:
    """Forgets a value; nothing happens where there is none."""
    connection.execute("DELETE FROM meta WHERE key = ?", (key,))

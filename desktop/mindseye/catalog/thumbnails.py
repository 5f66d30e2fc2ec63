"""The thumbnails, keyed by content, in a file of their own: a cache that may be lost at any time."""

import logging
import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from mindseye.catalog.connection import Connection, connect, connect_unwritable, spoken_errors

R = TypeVar("R")

log = logging.getLogger(__name__)

MAXIMUM_BYTES = 8 * 1024**3
"""Beyond this the oldest thumbnails go (about 200,000 photos)."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS thumbnails (
    content_hash BLOB PRIMARY KEY,
    jpeg BLOB NOT NULL
) STRICT
"""

_FIND = "SELECT jpeg FROM thumbnails WHERE content_hash = ?"
_STORE = "INSERT OR REPLACE INTO thumbnails (content_hash, jpeg) VALUES (?, ?)"


class ThumbnailCache:
    """JPEG thumbnails by content hash. Safe to use from several threads."""

    def __init__(self, path: Path, *, maximum_bytes: int = MAXIMUM_BYTES, read_only: bool = False) -> None:
        """Opens the cache; a damaged one is thrown away, since it can be made again.

        One that is ``read_only`` takes nothing, and is empty where it cannot be read.
        """
        self._path = path
        self._read_only = read_only
        self._maximum_bytes = maximum_bytes
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        if not read_only:
            self._healing(self._opened)

    def get(self, content_hash: bytes) -> bytes | None:
        """The JPEG bytes, or None when the photo has no thumbnail (any more)."""

        def find() -> bytes | None:
            row = self._opened().execute(_FIND, (content_hash,)).fetchone()
            return None if row is None else bytes(row[0])

        if not self._read_only:
            return self._healing(find)
        with self._lock:
            try:
                return find()
            except sqlite3.DatabaseError:
                return None

    def put(self, thumbnails: Sequence[tuple[bytes, bytes]]) -> None:
        """Stores thumbnails: (content hash, JPEG bytes) each, in one transaction."""
        if self._read_only:
            return

        def store() -> None:
            connection = self._opened()
            connection.execute("BEGIN IMMEDIATE")
            try:
                connection.executemany(_STORE, thumbnails)
                self._drop_oldest(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

        self._healing(store)

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._close()

    def _healing(self, work: Callable[[], R]) -> R:
        """Does the work; when the file turns out to be damaged, it is thrown away and the work done again."""
        with self._lock, spoken_errors(self._path):
            try:
                return work()
            except sqlite3.DatabaseError as error:
                if type(error) is not sqlite3.DatabaseError:  # only that one class tells of damage
                    raise
            log.info("The thumbnails in %s were damaged; they are made again", self._path)
            self._close()
            for suffix in ("", "-wal", "-shm"):
                Path(f"{self._path}{suffix}").unlink(missing_ok=True)
            return work()

    def _opened(self) -> Connection:
        if self._connection is None:
            if self._read_only:
                self._connection = connect_unwritable(self._path)
                return self._connection
            connection = connect(self._path)
            try:
                connection.execute(_SCHEMA)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _drop_oldest(self, connection: Connection) -> None:
        pages, free, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        if (pages - free) * size > self._maximum_bytes:
            # A twentieth at once, so that this does not run at every batch.
            connection.execute(
                "DELETE FROM thumbnails WHERE rowid IN (SELECT rowid FROM thumbnails ORDER BY rowid"
                " LIMIT (SELECT count(*) / 20 + 1 FROM thumbnails))"
            )

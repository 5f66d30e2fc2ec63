"""The door to the catalog: one thread writes, any thread reads."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from mindseye.catalog.connection import Connection, connect, spoken_errors
from mindseye.catalog.migrations import migrate
from mindseye.errors import CatalogError
from mindseye.tasks import Worker

R = TypeVar("R")


class Catalog:
    """An open catalog file.

    Writes run one after the other on the thread ``catalog-writer``, each in a transaction of its own;
    readers see the last committed state and never wait for the writer.
    """

    def __init__(self, path: Path) -> None:
        """Opens or creates the file and brings it to the newest schema.

        Raises:
            CatalogError: it cannot be opened, is damaged, or was written by a newer Mindseye.
        """
        self.path = path
        self._readers: list[Connection] = []
        self._readers_lock = threading.Lock()
        self._closed = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CatalogError(
                f"The library folder {path.parent} cannot be made ({error.strerror}). Choose another.",
                path=path,
            ) from error
        with spoken_errors(path):
            self._connection = connect(path)
            try:
                migrate(self._connection, path)
            except BaseException:
                self._connection.close()
                raise
        self._writer = Worker("catalog-writer")

    def write(self, work: Callable[[Connection], R]) -> R:
        """Runs ``work`` in a transaction on the writing thread and waits for what it returns.

        Nothing of it is stored when it raises. Never to be called from inside another write.
        """
        return self.write_later(work).result()

    def write_later(self, work: Callable[[Connection], R]) -> Future[R]:
        """Queues ``work`` for the writing thread."""
        if self._closed:
            raise CatalogError(f"The library in {self.path.parent} is closed.", path=self.path)
        return self._writer.submit(self._transaction, work)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lends a read-only connection; it must not leave the ``with`` block."""
        with spoken_errors(self.path):
            connection = self._take_reader()
            try:
                yield connection
            finally:
                self._give_back(connection)

    def close(self) -> None:
        """Finishes the queued writes and closes every connection."""
        self._closed = True
        self._writer.close(finish=True)
        with self._readers_lock:
            for connection in self._readers:
                connection.close()
            self._readers.clear()
        self._connection.close()

    def _transaction(self, work: Callable[[Connection], R]) -> R:
        connection = self._connection
        with spoken_errors(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
                connection.execute("COMMIT")
            except BaseException:
                # A failed COMMIT may have rolled back already.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        return result

    def _take_reader(self) -> Connection:
        if self._closed:
            raise CatalogError(f"The library in {self.path.parent} is closed.", path=self.path)
        with self._readers_lock:
            if self._readers:
                return self._readers.pop()
        return connect(self.path, read_only=True)

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._readers_lock:
            if not self._closed:
                self._readers.append(connection)
                return
        connection.close()

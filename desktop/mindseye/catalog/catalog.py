"""The door to the catalog: one thread writes, any thread reads."""

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from mindseye.catalog.connection import Connection, connect, connect_unwritable, may_write, spoken_errors
from mindseye.catalog.migrations import migrate
from mindseye.catalog.rescue import mark_damaged
from mindseye.errors import CatalogError, ReadOnlyError
from mindseye.phrases import Phrase
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
        self.read_only = path.exists() and not (may_write(path) and may_write(path.parent))
        """Whether it can only be read: each write is refused with a sentence."""
        self._copy: TemporaryDirectory[str] | None = None
        self._readers: list[Connection] = []
        self._readers_lock = threading.Lock()
        self._closed = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CatalogError(
                Phrase(
                    "The library folder {folder} cannot be made ({error}). Choose another.",
                    folder=path.parent,
                    error=error.strerror,
                ),
                path=path,
            ) from error
        with self._spoken():
            self._connection = self._connect_unwritable() if self.read_only else connect(path)
            try:
                migrate(self._connection, path, read_only=self.read_only)
            except BaseException:
                self._connection.close()
                raise
        self._others_version = self._own_view_of_others()
        self._writer = Worker("catalog-writer")
        self._witness: Connection | None = None
        self._witness_lock = threading.Lock()

    def write(self, work: Callable[[Connection], R]) -> R:
        """Runs ``work`` in a transaction on the writing thread and waits for what it returns.

        Nothing of it is stored when it raises. Never to be called from inside another write.
        """
        return self.write_later(work).result()

    def write_later(self, work: Callable[[Connection], R]) -> Future[R]:
        """Queues ``work`` for the writing thread."""
        if self._closed:
            raise CatalogError(
                Phrase("The library in {folder} is closed.", folder=self.path.parent), path=self.path
            )
        if self.read_only:
            raise ReadOnlyError(self.path.parent)
        return self._writer.submit(self._transaction, work)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lends a read-only connection; it must not leave the ``with`` block."""
        with self._spoken():
            connection = self._take_reader()
            try:
                yield connection
            finally:
                self._give_back(connection)

    def state(self) -> int:
        """Another number after each change that anybody committed, in this process or another."""
        with spoken_errors(self.path), self._witness_lock:
            if self._witness is None:
                if self._closed:
                    raise CatalogError(
                        Phrase("The library in {folder} is closed.", folder=self.path.parent), path=self.path
                    )
                self._witness = self._connect_reader()
            return int(self._witness.execute("PRAGMA data_version").fetchone()[0])

    def changed_elsewhere(self) -> bool:
        """Whether another process has committed something since this was asked last."""
        version = self._writer.submit(self._own_view_of_others).result()
        before, self._others_version = self._others_version, version
        return version != before

    def close(self) -> None:
        """Finishes the queued writes and closes every connection."""
        self._closed = True
        self._writer.close(finish=True)
        with self._witness_lock:
            if self._witness is not None:
                self._witness.close()
                self._witness = None
        with self._readers_lock:
            for connection in self._readers:
                connection.close()
            self._readers.clear()
        self._connection.close()
        if self._copy is not None:
            self._copy.cleanup()

    def _own_view_of_others(self) -> int:
        # On the connection that writes, the number stays while only that one writes.
        with self._spoken():
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _spoken(self) -> Iterator[None]:
        """Turns errors into sentences, and notes damage for the next start (see rescue.py)."""
        with spoken_errors(self.path):
            try:
                yield
            except sqlite3.DatabaseError as error:
                if type(error) is sqlite3.DatabaseError and not self.read_only:
                    mark_damaged(self.path)
                raise

    def _connect_unwritable(self) -> Connection:
        try:
            return connect_unwritable(self.path)
        except sqlite3.OperationalError:
            # Left with a log on a disk that became read-only: the newest of it is in the log.
            self._copy = TemporaryDirectory(prefix="mindseye-")
            copied = Path(self._copy.name, self.path.name)
            for suffix in ("", "-wal"):
                shutil.copyfile(f"{self.path}{suffix}", f"{copied}{suffix}")
            return connect(copied)

    def _connect_reader(self) -> Connection:
        if self._copy is not None:
            return connect(Path(self._copy.name, self.path.name), read_only=True)
        return connect_unwritable(self.path) if self.read_only else connect(self.path, read_only=True)

    def _transaction(self, work: Callable[[Connection], R]) -> R:
        connection = self._connection
        with self._spoken():
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
            raise CatalogError(
                Phrase("The library in {folder} is closed.", folder=self.path.parent), path=self.path
            )
        with self._readers_lock:
            if self._readers:
                return self._readers.pop()
        return self._connect_reader()

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._readers_lock:
            if not self._closed:
                self._readers.append(connection)
                return
        connection.close()

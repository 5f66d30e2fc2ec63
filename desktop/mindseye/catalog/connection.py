"""Opening SQLite the same way everywhere, and turning its errors into sentences."""

import errno
import json
import os
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mindseye.errors import (
    CatalogError,
    DamagedCatalogError,
    DiskFullError,
    InputError,
    ReadOnlyError,
)
from mindseye.phrases import Phrase

Connection = sqlite3.Connection
Row = sqlite3.Row

BUSY_SECONDS = 30.0
"""How long a statement waits for another process that is writing."""

_PAUSE_SECONDS = 0.02

_UNWRITABLE = frozenset({"SQLITE_CANTOPEN", "SQLITE_READONLY_DIRECTORY", "SQLITE_READONLY_CANTINIT"})
"""What SQLite says when it may not make the files it keeps beside a database in WAL mode."""

_NO_ROOM = 1 << 20
"""Free bytes below which an error of the disk is one of room."""


def database_version() -> str:
    """The version of SQLite, which comes with Python or with the system."""
    return sqlite3.sqlite_version


def connect(path: Path, *, read_only: bool = False) -> Connection:
    """Opens a database in WAL mode with explicit transactions.

    The connection may be handed from thread to thread, but only one may use it at a time.
    """
    connection = _open(path, "?mode=ro" if read_only else "")
    try:
        if not read_only:
            # So that a row which INSERT OR REPLACE drives out is noted too (see recording.py).
            connection.execute("PRAGMA recursive_triggers = ON")
            _use_wal(connection)
            # In WAL mode NORMAL survives a killed process; a power cut can lose the newest commits only.
            connection.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_unwritable(path: Path) -> Connection:
    """Opens a database for reading where nothing may be written beside it either, as on read-only media.

    Raises:
        sqlite3.OperationalError: it was left with a log that has to be played in first.
    """
    connection = _open(path, "?mode=ro")
    try:
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        log = Path(f"{path}-wal")
        if error.sqlite_errorname not in _UNWRITABLE or (log.exists() and log.stat().st_size):
            raise
        # Nobody can be writing it: whoever did would have a log.
        return _open(path, "?immutable=1")
    except BaseException:
        connection.close()
        raise
    return connection


def may_write(path: Path) -> bool:
    """Whether this process may write a file or folder that is there."""
    # Where the rights in force are another user's than the process began with, those count.
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _open(path: Path, options: str) -> Connection:
    connection = sqlite3.connect(
        path.absolute().as_uri() + options,
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _use_wal(connection: Connection) -> None:
    """Turns WAL mode on; SQLite does not wait by itself where another opens a new file at the same moment."""
    ends = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > ends:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def id_list(ids: Iterable[int]) -> str:
    """Ids as one parameter, for ``IN (SELECT value FROM json_each(?))``: as many as there are."""
    return json.dumps([int(each) for each in ids])


@contextmanager
def spoken_errors(path: Path) -> Iterator[None]:
    """Re-raises SQLite's errors about the world as a sentence; errors in our statements stay as they are."""
    try:
        yield
    except sqlite3.OperationalError as error:
        spoken = _operational(error, path)
        if spoken is None:
            raise
        raise spoken from error
    except UnicodeEncodeError as error:
        # Half a character, or bytes of the command line that are no text: people's own words, not ours.
        shown = str(error.object).encode("utf-8", errors="replace").decode("utf-8")
        raise InputError(
            Phrase("“{words}” cannot be kept, since it is no valid text. Type it anew.", words=shown[:60])
        ) from error
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:  # IntegrityError and the like are bugs of ours
            raise
        raise DamagedCatalogError(path, error) from error


def _operational(error: sqlite3.OperationalError, path: Path) -> CatalogError | None:
    folder = path.parent
    # Errors of Python's own module carry no name.
    match getattr(error, "sqlite_errorname", "SQLITE_ERROR").split("_")[1]:
        case "BUSY" | "LOCKED":
            sentence = Phrase(
                "The library in {folder} is busy in another program. Close it there and try again.",
                folder=folder,
            )
        case "FULL":
            return disk_full(folder)
        case "READONLY" | "PERM":
            return ReadOnlyError(folder)
        case "IOERR":
            # A file that may not grow (a quota, a limit of the process) is told like this.
            if shutil.disk_usage(folder).free < _NO_ROOM:
                return disk_full(folder)
            sentence = Phrase(
                "The disk that holds {folder} does not answer ({error}). Check drive and room.",
                folder=folder,
                error=error,
            )
        case "CANTOPEN":
            sentence = Phrase(
                "The library in {folder} cannot be opened. Check the folder and its permissions.",
                folder=folder,
            )
        case _:
            return None
    return CatalogError(sentence, path=path)


def file_error(error: OSError, path: Path) -> CatalogError:
    """What to say when a file beside the catalog cannot be read or written."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return disk_full(path.parent)
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return ReadOnlyError(path.parent)
    return CatalogError(
        Phrase(
            "The library in {folder} cannot be used ({error}). Check the drive.",
            folder=path.parent,
            error=error.strerror or error,
        ),
        path=path,
    )


def disk_full(folder: Path) -> DiskFullError:
    """Says that there is no room on the disk of a library."""
    return DiskFullError(
        Phrase(
            "The disk that holds {folder} is full. Make room; nothing that was stored is lost.", folder=folder
        ),
        path=folder,
    )

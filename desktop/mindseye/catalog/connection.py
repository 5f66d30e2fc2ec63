"""Opening SQLite the same way everywhere, and turning its errors into sentences."""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mindseye.errors import CatalogError

Connection = sqlite3.Connection
Row = sqlite3.Row

BUSY_SECONDS = 30.0
"""How long a statement waits for another process that is writing."""

_PAUSE_SECONDS = 0.02


def connect(path: Path, *, read_only: bool = False) -> Connection:
    """Opens a database in WAL mode with explicit transactions.

    The connection may be handed from thread to thread, but only one may use it at a time.
    """
    uri = path.absolute().as_uri() + ("?mode=ro" if read_only else "")
    connection = sqlite3.connect(
        uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        if not read_only:
            _use_wal(connection)
            # So that a row which INSERT OR REPLACE drives out is noted too (see recording.py).
            connection.execute("PRAGMA recursive_triggers = ON")
            # In WAL mode NORMAL survives a killed process; a power cut can lose the newest commits only.
            connection.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
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
        sentence = _operational(error, path)
        if sentence is None:
            raise
        raise CatalogError(sentence, path=path) from error
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:  # IntegrityError and the like are bugs of ours
            raise
        raise CatalogError(
            f"The catalog {path} is damaged ({error}). Restore the backup beside it, or move it away "
            "to index the folders anew.",
            path=path,
        ) from error


def _operational(error: sqlite3.OperationalError, path: Path) -> str | None:
    # Errors of Python's own module carry no name.
    match getattr(error, "sqlite_errorname", "SQLITE_ERROR").split("_")[1]:
        case "BUSY" | "LOCKED":
            return f"The library in {path.parent} is busy in another program. Close it there and try again."
        case "FULL":
            return f"The disk that holds {path.parent} is full. Make room; nothing that was stored is lost."
        case "READONLY" | "PERM":
            return (
                f"The library in {path.parent} cannot be written. Change its permissions or choose another."
            )
        case "IOERR":
            return f"The disk that holds {path.parent} does not answer ({error}). Check the drive."
        case "CANTOPEN":
            return f"The library in {path.parent} cannot be opened. Check the folder and its permissions."
        case _:
            return None

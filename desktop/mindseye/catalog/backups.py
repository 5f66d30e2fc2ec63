"""Copies of the catalog, made from time to time while it is in use, and never more than a few.

A copy is whole (one transaction's state), compact, and made only of a catalog that passes SQLite's own
check, so that damage never replaces the last good copy.
"""

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from mindseye.catalog.connection import connect, connect_unwritable, file_error, spoken_errors
from mindseye.errors import Cancelled, DamagedCatalogError

KEPT = 2
"""Copies that are kept of a catalog up to ``LARGE``; of a larger one only the newest."""

LARGE = 1 << 30
"""Bytes."""

AGE_SECONDS = 24 * 3600.0
"""How old the newest copy may be before another is due."""

_NAME = re.compile(r"catalog-(\d+)\.sqlite")
_STEPS_BETWEEN_QUESTIONS = 50_000


def existing(catalog: Path) -> list[Path]:
    """The copies of a catalog, the newest first. They are numbered, since clocks may go backwards."""
    numbered = [
        (int(match[1]), path)
        for path in _folder(catalog).glob("catalog-*.sqlite")
        if (match := _NAME.fullmatch(path.name))
    ]
    return [path for _, path in sorted(numbered, reverse=True)]


def is_due(catalog: Path, now: float) -> bool:
    """Whether the catalog has changed since its newest copy, which is a day old; ``now`` by ``time.time``."""
    copies = existing(catalog)
    if not copies:
        return True
    made = copies[0].stat().st_mtime
    files = (catalog, Path(f"{catalog}-wal"))
    changed = max((file.stat().st_mtime for file in files if file.exists()), default=0.0)
    # A copy from the future tells that the clock was put back; its age is not known then.
    return abs(now - made) >= AGE_SECONDS and (changed > made or made > now)


def make(catalog: Path, cancelled: Callable[[], bool]) -> Path:
    """Copies the catalog while others go on using it, and drops the oldest copies; gives the new one.

    Raises:
        Cancelled: called off; there is no new copy then.
        DamagedCatalogError: the catalog does not pass SQLite's check; the copies stay as they are.
        CatalogError: it cannot be read, or there is no room for a copy.
    """
    folder = _folder(catalog)
    with spoken_errors(catalog):
        try:
            folder.mkdir(exist_ok=True)
            target = folder / f"catalog-{_next_number(catalog):06}.sqlite"
            temporary = target.with_suffix(".part")
            temporary.unlink(missing_ok=True)
            try:
                _copy(catalog, temporary, cancelled)
                temporary.replace(target)
            finally:
                temporary.unlink(missing_ok=True)
        except OSError as error:
            raise file_error(error, catalog) from error
    for old in existing(catalog)[KEPT if target.stat().st_size <= LARGE else 1 :]:
        old.unlink(missing_ok=True)
    return target


def is_whole(catalog: Path, *, thorough: bool = False) -> bool:
    """Whether a file is a database that passes SQLite's check (``thorough``: indexes too)."""
    if not catalog.is_file() or catalog.stat().st_size == 0:
        return False
    try:
        with closing(connect_unwritable(catalog)) as connection:
            return passes(connection, thorough=thorough)
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:
            raise
        return False


def passes(connection: sqlite3.Connection, *, thorough: bool = False) -> bool:
    """Whether an open database passes SQLite's check (``thorough``: indexes too)."""
    check = "integrity_check" if thorough else "quick_check"
    try:
        return [row[0] for row in connection.execute(f"PRAGMA {check}(1)")] == ["ok"]
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:
            raise
        return False


def _copy(catalog: Path, target: Path, cancelled: Callable[[], bool]) -> None:
    with closing(connect(catalog, read_only=True)) as connection:
        connection.set_progress_handler(lambda: int(cancelled()), _STEPS_BETWEEN_QUESTIONS)
        try:
            if not passes(connection, thorough=True):
                raise DamagedCatalogError(catalog, "it does not pass the check")
            connection.execute("VACUUM INTO ?", (str(target),))
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
                raise Cancelled from error
            raise
    with target.open("r+b") as file:
        os.fsync(file.fileno())


def _next_number(catalog: Path) -> int:
    copies = existing(catalog)
    match = _NAME.fullmatch(copies[0].name) if copies else None
    return int(match[1]) + 1 if match else 1


def _folder(catalog: Path) -> Path:
    return catalog.with_name("backups")

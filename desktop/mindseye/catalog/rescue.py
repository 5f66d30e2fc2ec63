"""What happens to a damaged catalog: it is put aside, and the newest good backup takes its place.

Whether it is damaged is asked before it is opened, where something speaks for it: the file has no catalog's
beginning, the last close was not clean (a log was left), or damage was met while the catalog was in use. A
large catalog is not read through for a close that was not clean; the check before each backup does that.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock

from mindseye.catalog import backups
from mindseye.catalog.connection import file_error, may_write, spoken_errors
from mindseye.phrases import Phrase

_HEADER = b"SQLite format 3\0"
_CHECKED_AT_ONCE = 256 << 20
"""Bytes; SQLite's check reads them in half a second."""

_LOG = "-wal"
_BESIDE = ("", _LOG, "-shm")


@dataclass(frozen=True, slots=True)
class Rescue:
    """What was done about a damaged catalog."""

    made_at: datetime
    """When the backup was made that took its place."""
    put_aside: Path
    """Where the damaged file is now."""

    @property
    def sentence(self) -> str:
        """What to tell people."""
        return Phrase(
            "The catalog was damaged. The backup of {moment} took its place, and photos since then are found "
            "again by themselves; the damaged file is kept as {path}.",
            moment=f"{self.made_at:%Y-%m-%d %H:%M}",
            path=self.put_aside,
        )


def rescue(catalog: Path) -> Rescue | None:
    """Puts a backup in the place of a damaged catalog; None where there was nothing to do, or no backup.

    Raises:
        CatalogError: the backup cannot be put there.
    """
    if not catalog.exists() or not may_write(catalog.parent) or not backups.existing(catalog):
        return None
    if not _is_suspicious(catalog):
        return None
    with spoken_errors(catalog):
        try:
            # Two processes that find the damage at the same moment do not both put it right.
            with FileLock(catalog.with_name("rescue.lock"), timeout=30):
                if _is_damaged(catalog):
                    return _put_back(catalog)
                _mark(catalog).unlink(missing_ok=True)
                return None
        except OSError as error:  # a lock that is not given up is one too
            raise file_error(error, catalog) from error


def mark_damaged(catalog: Path) -> None:
    """Notes that damage was met; the next start looks closely."""
    try:
        _mark(catalog).touch()
    except OSError:
        return  # a disk that cannot be written; reading it will meet the damage again


def _is_suspicious(catalog: Path) -> bool:
    with catalog.open("rb") as file:
        begins_well = file.read(len(_HEADER)) == _HEADER
    log = Path(f"{catalog}{_LOG}")
    left_open = log.exists() and log.stat().st_size > 0 and catalog.stat().st_size <= _CHECKED_AT_ONCE
    return not begins_well or left_open or _mark(catalog).exists()


def _is_damaged(catalog: Path) -> bool:
    with catalog.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            return True
    try:
        with closing(sqlite3.connect(catalog, timeout=0, isolation_level=None)) as connection:
            # Only who has it alone can leave WAL mode; where others have it open, it was not left behind.
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return False
        raise
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:
            raise
        return True
    return not backups.is_whole(catalog, thorough=_mark(catalog).exists())


def _put_back(catalog: Path) -> Rescue | None:
    for backup in backups.existing(catalog):
        if not backups.is_whole(backup):
            continue
        made_at = datetime.fromtimestamp(backup.stat().st_mtime)
        temporary = catalog.with_suffix(".restored")
        shutil.copyfile(backup, temporary)
        with temporary.open("r+b") as file:
            os.fsync(file.fileno())
        put_aside = _put_aside(catalog)
        temporary.replace(catalog)
        _mark(catalog).unlink(missing_ok=True)
        return Rescue(made_at, put_aside)
    return None


def _put_aside(catalog: Path) -> Path:
    folder = catalog.with_name("damaged")
    folder.mkdir(exist_ok=True)
    number = 1 + len(list(folder.glob(f"{catalog.stem}-*{catalog.suffix}")))
    target = folder / f"{catalog.stem}-{number}{catalog.suffix}"
    # The log first: with the file gone and its log there, SQLite would play it into the backup.
    for suffix in reversed(_BESIDE):
        beside = Path(f"{catalog}{suffix}")
        if beside.exists():
            beside.replace(f"{target}{suffix}")
    return target


def _mark(catalog: Path) -> Path:
    return catalog.with_suffix(".damaged")

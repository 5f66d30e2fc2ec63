"""What people changed, entry by entry, in the catalog itself: so undo reaches across restarts and processes.

An entry is written in the transaction of the change it speaks of (:func:`record`), so there is never one
without the other. It holds every row that changed, before and after, compressed; undo and redo put rows back
**where they are still as the entry left them**. A row that something else has changed since (a sidecar that
was edited, a model that suggests anew) stays as it is, and is counted.

Entries are undone from the newest on, and redone in turn; a new change ends what could be redone.
"""

import base64
import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from mindseye.catalog import recording
from mindseye.catalog.connection import Connection
from mindseye.catalog.recording import Change, Row, Table
from mindseye.phrases import packed, unpacked

MOST_ENTRIES = 1000
"""Older ones are forgotten."""

MOST_BYTES = 256 * 1024**2
"""What the entries may hold together, compressed; beyond it the oldest are forgotten, never the newest."""

_BYTES = "\0bytes"
"""The name under which JSON carries what is no text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change that somebody made."""

    id: int
    words: str
    """What was done, after "undo": ``tagging 12 photos “boats”``."""
    made_at: str
    """ISO 8601, UTC, to the second."""
    rows: int
    undone: bool


@dataclass(frozen=True, slots=True)
class Step:
    """What undoing or redoing an entry came to."""

    entry: Entry
    put_back: int
    """Rows that are as they were."""
    left: int
    """Rows that something else has changed since; they stay."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file before and after; None where there is no file.

    Of a picture it is the part that differs, between ``head`` bytes that stay and ``tail`` bytes that stay.
    """

    path: Path
    before: bytes | None
    after: bytes | None
    head: int = 0
    tail: int = 0

    @classmethod
    def between(cls, path: Path, before: bytes, after: bytes) -> Self:
        """The change from one content to another, without what both begin and end with."""
        most = min(len(before), len(after))
        head = _alike(before, after, most)
        tail = _alike(before[: -most - 1 : -1], after[: -most - 1 : -1], most - head)
        return cls(path, before[head : len(before) - tail], after[head : len(after) - tail], head, tail)

    @property
    def back(self) -> Self:
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


def record(
    connection: Connection,
    work: Callable[[Connection], object],
    describe: Callable[[int], str],
    files: Sequence[FileChange] = (),
) -> Entry | None:
    """Runs ``work`` and makes one entry of what it changed in the tracked tables; None when that is nothing.

    To be called in a write of the catalog: change and entry are committed together.

    Args:
        connection: the writing connection, in a transaction.
        work: changes rows with ordinary statements.
        describe: gives the entry's words from the number of photos that were changed.
        files: what is to be written once this is committed; the entry keeps it.
    """
    changes = recording.changes_of(connection, work)
    if not changes and not files:
        return None
    connection.execute("DELETE FROM history WHERE undone")
    row = connection.execute(
        "INSERT INTO history (words, made_at, rows, changes)"
        " VALUES (?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?) RETURNING id, words, made_at, rows, undone",
        (packed(describe(_photos(changes))), len(changes) + len(files), _pack(changes)),
    ).fetchone()
    connection.executemany(
        "INSERT INTO history_files (entry_id, path, before, after, head, tail) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (row["id"], os.fsencode(each.path), _small(each.before), _small(each.after), each.head, each.tail)
            for each in files
        ),
    )
    _forget_oldest(connection)
    return _entry(row)


def undo(connection: Connection, only: int | None = None) -> Step | None:
    """Takes the newest entry back that is not undone; None when there is none, or it is not ``only``.

    Its files are the caller's business.
    """
    return _step(connection, only, back=True)


def redo(connection: Connection, only: int | None = None) -> Step | None:
    """Does the entry again that was undone last; None when there is none, or it is not ``only``."""
    return _step(connection, only, back=False)


def files_of(connection: Connection, entry_id: int) -> list[FileChange]:
    """The files that an entry wrote."""
    rows = connection.execute(
        "SELECT path, before, after, head, tail FROM history_files WHERE entry_id = ? ORDER BY path",
        (entry_id,),
    )
    return [
        FileChange(Path(os.fsdecode(row[0])), _large(row[1]), _large(row[2]), row[3], row[4]) for row in rows
    ]


def forget_files(connection: Connection, entry_id: int, paths: Sequence[Path]) -> None:
    """Takes files off an entry that could not be written after all; an entry without anything goes."""
    connection.executemany(
        "DELETE FROM history_files WHERE entry_id = ? AND path = ?",
        ((entry_id, os.fsencode(path)) for path in paths),
    )
    connection.execute(
        "DELETE FROM history WHERE id = ? AND rows <= ?"
        " AND NOT EXISTS (SELECT 1 FROM history_files WHERE entry_id = id)",
        (entry_id, len(paths)),
    )


def entries(connection: Connection, limit: int) -> list[Entry]:
    """The newest entries, newest first, undone ones included."""
    rows = connection.execute(
        "SELECT id, words, made_at, rows, undone FROM history ORDER BY id DESC LIMIT ?", (limit,)
    )
    return [_entry(row) for row in rows]


def next_undo(connection: Connection) -> Entry | None:
    """The entry that :func:`undo` takes back."""
    return _first(connection, "WHERE NOT undone ORDER BY id DESC LIMIT 1")


def next_redo(connection: Connection) -> Entry | None:
    """The entry that :func:`redo` does again."""
    return _first(connection, "WHERE undone ORDER BY id LIMIT 1")


def _step(connection: Connection, only: int | None, *, back: bool) -> Step | None:
    entry = next_undo(connection) if back else next_redo(connection)
    if entry is None or (only is not None and entry.id != only):
        return None
    stored = connection.execute("SELECT changes FROM history WHERE id = ?", (entry.id,)).fetchone()[0]
    changes = _unpack(connection, stored)
    # The last change first on the way back, so that what refers to a row comes after it.
    ordered = reversed(changes) if back else iter(changes)
    put_back = sum(_put(connection, change, back=back) for change in ordered)
    connection.execute("UPDATE history SET undone = ? WHERE id = ?", (back, entry.id))
    return Step(entry, put_back, len(changes) - put_back)


def _put(connection: Connection, change: Change, *, back: bool) -> bool:
    """Puts one row to the other side of a change if it still is on this one; says whether it was."""
    here, there = (change.after, change.before) if back else (change.before, change.after)
    some = here or there
    assert some is not None
    of = change.table
    key = _pick(of, some, of.key)
    owned = recording.TRACKED[of.name]
    now = recording.find(connection, of, key)
    if (None if now is None else _pick(of, now, owned)) != (None if here is None else _pick(of, here, owned)):
        return False
    try:
        recording.put(connection, of, key, there, is_new=here is None)
    except sqlite3.IntegrityError:  # what it refers to is gone, or another row has its name now
        return False
    return True


def _pick(of: Table, row: Row, columns: Iterable[str]) -> Row:
    return tuple(row[of.columns.index(column)] for column in columns)


def _photos(changes: Sequence[Change]) -> int:
    """How many photos the changed rows speak of."""
    found = set()
    for change in changes:
        row = change.after or change.before
        if row is not None and "photo_id" in change.table.columns:
            found.add(row[change.table.columns.index("photo_id")])
    return len(found)


def _pack(changes: Sequence[Change]) -> bytes:
    columns = {change.table.name: change.table.columns for change in changes}
    rows = [(change.table.name, change.before, change.after) for change in changes]
    text = json.dumps({"columns": columns, "rows": rows}, default=_as_text, separators=(",", ":"))
    return zlib.compress(text.encode())


def _unpack(connection: Connection, stored: bytes) -> list[Change]:
    """The changes, their rows in the columns that the tables have today."""
    packed = json.loads(zlib.decompress(stored), object_hook=_as_bytes)
    tables = {name: recording.table(connection, name) for name in packed["columns"]}
    kept = {
        name: [column for column in tables[name].columns if column in columns]
        for name, columns in packed["columns"].items()
    }
    places = {
        name: [columns.index(column) for column in kept[name]] for name, columns in packed["columns"].items()
    }

    def row(name: str, values: Sequence[Any] | None) -> Row | None:
        return None if values is None else tuple(values[place] for place in places[name])

    return [
        Change(Table(name, tuple(kept[name]), tables[name].key), row(name, before), row(name, after))
        for name, before, after in packed["rows"]
    ]


def _alike(one: bytes, other: bytes, most: int) -> int:
    """With how many bytes, at most, two contents begin alike; by halving, since comparing slices is quick."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _small(content: bytes | None) -> bytes | None:
    return None if content is None else zlib.compress(content)


def _large(stored: bytes | None) -> bytes | None:
    return None if stored is None else zlib.decompress(stored)


def _as_text(value: object) -> dict[str, str]:
    assert isinstance(value, bytes)
    return {_BYTES: base64.b64encode(value).decode()}


def _as_bytes(value: dict[str, Any]) -> Any:
    return base64.b64decode(value[_BYTES]) if value.keys() == {_BYTES} else value


def _forget_oldest(connection: Connection) -> None:
    connection.execute(
        """
        DELETE FROM history WHERE id IN (
            SELECT id FROM (
                SELECT id, row_number() OVER newest AS place, sum(size) OVER newest AS bytes FROM (
                    SELECT id, length(changes) + coalesce((
                        SELECT sum(coalesce(length(before), 0) + coalesce(length(after), 0))
                        FROM history_files WHERE entry_id = id), 0) AS size
                    FROM history)
                WINDOW newest AS (ORDER BY id DESC))
            WHERE place > ?1 OR (bytes > ?2 AND place > 1))
        """,
        (MOST_ENTRIES, MOST_BYTES),
    )


def _first(connection: Connection, which: str) -> Entry | None:
    row = connection.execute(
        f"SELECT id, words, made_at, rows, undone FROM history {which}"  # noqa: S608 - one of two constants
    ).fetchone()
    return None if row is None else _entry(row)


def _entry(row: sqlite3.Row) -> Entry:
    return Entry(row["id"], unpacked(row["words"]), row["made_at"], row["rows"], bool(row["undone"]))

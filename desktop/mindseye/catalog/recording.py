"""Noting which rows a piece of work changes, so that it can be taken back.

The work runs its statements as ever. Temporary triggers, there for as long as it runs, hand over every row of
the tracked tables as it was and as it is. So nothing is forgotten, whatever the statements are, and whoever
writes them need not know of the history.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from mindseye.catalog.connection import Connection

Row: TypeAlias = tuple[Any, ...]

TRACKED: Mapping[str, tuple[str, ...]] = {
    "tags": ("source", "state"),
    "ratings": ("rating",),
    "captions": ("caption",),
    "taught_tags": ("prompt",),
    "albums": ("name", "query"),
    "album_photos": ("state", "place"),
    "apart": ("other_id",),
}
"""The tables whose changes are noted, each with the columns that tell whether a row is as a change left it.

A table needs a primary key; the other columns (a probability that a model renews) travel with their row.
"""

_NOTE = "mindseye_note"


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a tracked table as they are now."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; None where there is none. The values stand in the order of its columns."""

    table: Table
    before: Row | None
    after: Row | None


def table(connection: Connection, name: str) -> Table:
    """Describes a table.

    Raises:
        KeyError: it is not tracked.
    """
    if name not in TRACKED:
        raise KeyError(name)
    rows = connection.execute(f"PRAGMA main.table_info({name})").fetchall()
    keyed = sorted((row["pk"], row["name"]) for row in rows if row["pk"])
    return Table(name, tuple(row["name"] for row in rows), tuple(column for _, column in keyed))


def changes_of(connection: Connection, work: Callable[[Connection], object]) -> list[Change]:
    """Runs ``work``, which must be inside a transaction, and gives what it changed, in order.

    A row that changed twice is one change; one that came out as it went in is none.
    """
    tables = {name: table(connection, name) for name in TRACKED}
    first: dict[tuple[str, Row], Row | None] = {}
    last: dict[tuple[str, Row], Row | None] = {}

    def note(name: str, of_old: int, *values: Any) -> None:
        columns = tables[name].columns
        old = values[: len(columns)] if of_old else None
        new = values[len(columns) if of_old else 0 :] or None
        for row, other in ((old, new), (new, old)):
            if row is None:
                continue
            place = (name, _key(tables[name], row))
            same_row = other is not None and _key(tables[name], other) == place[1]
            first.setdefault(place, old if row is old or same_row else None)
            last[place] = new if row is new or same_row else None

    # The number of arguments differs by table.
    connection.create_function(_NOTE, -1, note)
    triggers = [trigger for each in tables.values() for trigger in _triggers(each)]
    for name, statement in triggers:
        connection.execute(f"CREATE TEMP TRIGGER {name} {statement}")
    try:
        work(connection)
    finally:
        # A failed statement may have rolled everything back, the triggers included.
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER IF EXISTS temp.{name}")
        connection.create_function(_NOTE, -1, None)
    return [
        Change(tables[place[0]], before, last[place])
        for place, before in first.items()
        if before != last[place]
    ]


def find(connection: Connection, of: Table, key: Row) -> Row | None:
    """A row by its key."""
    row = connection.execute(
        f"SELECT {', '.join(of.columns)} FROM {of.name} WHERE {_is(of.key)}",  # noqa: S608 - our own schema
        key,
    ).fetchone()
    return None if row is None else tuple(row)


def put(connection: Connection, of: Table, key: Row, row: Row | None, *, is_new: bool) -> None:
    """Inserts, replaces or, without a row, deletes the row of a key."""
    if row is None:
        connection.execute(f"DELETE FROM {of.name} WHERE {_is(of.key)}", key)  # noqa: S608 - our own schema
    elif is_new:
        names, marks = ", ".join(of.columns), ", ".join("?" * len(of.columns))
        connection.execute(f"INSERT INTO {of.name} ({names}) VALUES ({marks})", row)  # noqa: S608 - the same
    else:
        values = ", ".join(f"{column} = ?" for column in of.columns)
        connection.execute(
            f"UPDATE {of.name} SET {values} WHERE {_is(of.key)}",  # noqa: S608 - our own schema
            (*row, *key),
        )


def _is(columns: tuple[str, ...]) -> str:
    return " AND ".join(f"{column} IS ?" for column in columns)


def _triggers(of: Table) -> list[tuple[str, str]]:
    old, new = (", ".join(f"{side}.{column}" for column in of.columns) for side in ("OLD", "NEW"))
    told = {"INSERT": f"0, {new}", "UPDATE": f"1, {old}, {new}", "DELETE": f"1, {old}"}
    return [
        (
            f"note_{of.name}_{verb}",
            f"AFTER {verb} ON main.{of.name} BEGIN SELECT {_NOTE}('{of.name}', {values}); END",
        )
        for verb, values in told.items()
    ]


def _key(of: Table, row: Row) -> Row:
    return tuple(row[of.columns.index(column)] for column in of.key)

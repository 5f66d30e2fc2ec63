"""What the photos of a library can be narrowed to, the most frequent first."""

import os
from pathlib import Path

from mindseye.catalog.connection import Connection

_COLUMNS = {
    "camera": "SELECT camera, count(*) FROM photos WHERE camera IS NOT NULL GROUP BY camera",
    "lens": "SELECT lens, count(*) FROM photos WHERE lens IS NOT NULL GROUP BY lens",
    "tag": "SELECT label, count(*) FROM tags WHERE state = 'confirmed' GROUP BY label"
    " UNION SELECT label, 0 FROM suggested_labels",
}
MOST = 500
"""Values of a field."""


def values(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The values of each field that is known by its photos."""
    found = {}
    for field, statement in _COLUMNS.items():
        rows = connection.execute(
            f"SELECT * FROM ({statement}) ORDER BY 2 DESC, 1 LIMIT {MOST}"  # noqa: S608 - constants above
        )
        found[field] = tuple(dict.fromkeys(row[0] for row in rows))
    return found | {"folder": folder_names(connection)}


def folder_names(connection: Connection) -> tuple[str, ...]:
    """The names of the watched folders and of those right inside them that hold photos."""
    names: dict[str, None] = {}
    for (path,) in connection.execute("SELECT path FROM folders ORDER BY path"):
        names[Path(os.fsdecode(path)).name] = None
    separator = os.sep.encode()
    rows = connection.execute(
        "SELECT DISTINCT substr(path, 1, instr(path, ?1) - 1) FROM files WHERE instr(path, ?1) > 0"
        " AND photo_id IS NOT NULL LIMIT ?2",
        (separator, MOST),
    )
    for (name,) in rows:
        names[os.fsdecode(bytes(name))] = None
    return tuple(name for name in names if name and name.isprintable())

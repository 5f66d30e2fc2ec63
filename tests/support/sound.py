"""What must be true of a library whatever happened to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np

from mindseye.catalog import vectors
from mindseye.library import Library
from mindseye.vectors import photos_of


def assert_catalog_whole(library: Path) -> None:
    """The catalog passes SQLite's own check, and nothing points nowhere."""
    with closing(sqlite3.connect(library / "catalog.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def assert_all_committed_is_found(library: Library) -> int:
    """Exactly the photos that have a vector and lie somewhere are found, each by its own; counts them."""
    space, index = library.space_id, library.spaces.active.index
    with library.catalog.read() as connection:
        wanted = vectors.searchable(connection, space)
        stored = vectors.get(connection, space, wanted.tolist())
    assert index.ids().tolist() == wanted.tolist()
    assert np.isin(photos_of(index.keys()), wanted).all()
    if len(wanted):
        assert index.holds(wanted, np.stack([stored[each] for each in wanted.tolist()])).all()
        found = index.search(np.ones(index.dimension, np.float32), len(wanted))
        assert sorted(found.ids.tolist()) == wanted.tolist()
    return len(wanted)

"""Which photos became findable or ceased to be, in order; the schema's triggers write it down.

An index file goes with the catalog when both hold the same token. Where they do not (the catalog or the file
was put back from a copy, or a process was killed between the two), nothing can be said of what is in it.
"""

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import meta
from mindseye.catalog.connection import Connection


def last(connection: Connection) -> int:
    """The number of the newest change; 0 before the first."""
    return int(connection.execute("SELECT coalesce(max(sequence), 0) FROM changes").fetchone()[0])


def of_files(connection: Connection) -> tuple[int, int, int, int]:
    """Numbers that are other ones after files came or went, drives too, or photos were told apart."""
    row = connection.execute(
        "SELECT (SELECT coalesce(max(id), 0) FROM files), (SELECT count(*) FROM files),"
        " (SELECT coalesce(sum(id), 0) FROM folders WHERE online), (SELECT count(*) FROM apart)"
    ).fetchone()
    return (row[0], row[1], row[2], row[3])


def since(connection: Connection, sequence: int) -> NDArray[np.int64]:
    """The ids [n] of photos that changed after the change of this number, in that order."""
    rows = connection.execute("SELECT photo_id FROM changes WHERE sequence > ? ORDER BY 1", (sequence,))
    return np.fromiter((row[0] for row in rows), dtype=np.int64)


def file_token(connection: Connection, space_id: int) -> bytes | None:
    """The token of the index file that was written last for a space."""
    stored = meta.get(connection, _key(space_id))
    return None if stored is None else bytes.fromhex(stored)


def set_file_token(connection: Connection, space_id: int, token: bytes) -> None:
    """Stores that this index file goes with the catalog."""
    meta.put(connection, _key(space_id), token.hex())


def forget_file(connection: Connection, space_id: int) -> None:
    """Says that no index file goes with the catalog any more."""
    meta.remove(connection, _key(space_id))


def _key(space_id: int) -> str:
    return f"index/{space_id}"

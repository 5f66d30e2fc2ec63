"""The embeddings in the catalog, float16: one a photo and space, and one for each extra crop."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import changes, photos
from mindseye.catalog.connection import Connection, id_list

STORED = np.dtype("<f2")
"""How a vector's numbers are stored."""


@dataclass(frozen=True, slots=True)
class SpaceCount:
    """A space with how many photos are embedded in it."""

    id: int
    fingerprint: str
    model: str
    """The name of the model it was first made with."""
    count: int


def space(connection: Connection, fingerprint: str, *, model: str, dimension: int) -> int:
    """The id of the embedding space with this fingerprint, made when it is new."""
    connection.execute(
        "INSERT INTO spaces (fingerprint, model, dimension) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (fingerprint, model, dimension),
    )
    row = connection.execute("SELECT id FROM spaces WHERE fingerprint = ?", (fingerprint,)).fetchone()
    return int(row[0])


def find_space(connection: Connection, fingerprint: str) -> int | None:
    """The id of the embedding space with this fingerprint, if the catalog has it."""
    row = connection.execute("SELECT id FROM spaces WHERE fingerprint = ?", (fingerprint,)).fetchone()
    return None if row is None else int(row[0])


def add(connection: Connection, space_id: int, vectors: Iterable[tuple[int, NDArray[np.floating]]]) -> None:
    """Stores vectors: (photo id, unit vector [dimension]) each."""
    connection.executemany(
        "INSERT INTO vectors (space_id, photo_id, vector) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET vector = excluded.vector",
        ((space_id, photo_id, vector.astype(STORED).tobytes()) for photo_id, vector in vectors),
    )


def add_crops(
    connection: Connection, space_id: int, vectors: Iterable[tuple[int, int, NDArray[np.floating]]]
) -> None:
    """Stores vectors of extra crops: (photo id, number of the crop from 1, unit vector [dimension]) each."""
    connection.executemany(
        "INSERT INTO crop_vectors (space_id, photo_id, crop, vector) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET vector = excluded.vector",
        ((space_id, photo_id, crop, vector.astype(STORED).tobytes()) for photo_id, crop, vector in vectors),
    )


def embedded_photo(connection: Connection, space_id: int, content_hash: bytes) -> int | None:
    """The id of the photo with this content, if it was embedded in this space."""
    photo_id = photos.find(connection, content_hash)
    return photo_id if photo_id is not None and has(connection, space_id, photo_id) else None


def is_complete(connection: Connection, space_id: int, content_hash: bytes, *, cropped_from: float) -> bool:
    """Whether the content has every vector in this space; extra crops from this ratio of its sides on."""
    row = connection.execute(
        "SELECT 1 FROM photos WHERE content_hash = ?2"
        " AND EXISTS (SELECT 1 FROM vectors WHERE space_id = ?1 AND photo_id = id)"
        " AND (max(width, height) < ?3 * min(width, height)"
        "      OR EXISTS (SELECT 1 FROM crop_vectors WHERE space_id = ?1 AND photo_id = id))",
        (space_id, content_hash, cropped_from),
    ).fetchone()
    return row is not None


def has(connection: Connection, space_id: int, photo_id: int) -> bool:
    """Whether the photo was embedded in this space."""
    row = connection.execute(
        "SELECT 1 FROM vectors WHERE space_id = ? AND photo_id = ?", (space_id, photo_id)
    ).fetchone()
    return row is not None


def get(connection: Connection, space_id: int, photo_ids: Sequence[int]) -> dict[int, NDArray[np.float16]]:
    """The vectors [dimension] of those of these photos that have one."""
    rows = connection.execute(
        "SELECT photo_id, vector FROM vectors"
        " WHERE space_id = ? AND photo_id IN (SELECT value FROM json_each(?))",
        (space_id, id_list(photo_ids)),
    )
    return {row[0]: np.frombuffer(row[1], dtype=STORED) for row in rows}


def get_crops(
    connection: Connection, space_id: int, photo_ids: Sequence[int]
) -> list[tuple[int, int, NDArray[np.float16]]]:
    """The extra crops of these photos: (photo id, number of the crop, vector [dimension]) each."""
    rows = connection.execute(
        "SELECT photo_id, crop, vector FROM crop_vectors"
        " WHERE space_id = ? AND photo_id IN (SELECT value FROM json_each(?))",
        (space_id, id_list(photo_ids)),
    )
    return [(row[0], row[1], np.frombuffer(row[2], dtype=STORED)) for row in rows]


def spaces(connection: Connection) -> list[SpaceCount]:
    """Every space that holds vectors."""
    rows = connection.execute(
        "SELECT id, fingerprint, model, count(*) FROM spaces JOIN vectors ON space_id = id GROUP BY id"
    )
    return [SpaceCount(*row) for row in rows]


def drop(connection: Connection, space_id: int) -> None:
    """Deletes the vectors of a space and what was suggested from them; its row stays for another time."""
    connection.execute("DELETE FROM vectors WHERE space_id = ?", (space_id,))
    connection.execute("DELETE FROM crop_vectors WHERE space_id = ?", (space_id,))
    connection.execute("DELETE FROM suggested_labels WHERE space_id = ?", (space_id,))
    connection.execute("DELETE FROM taught_models WHERE space_id = ?", (space_id,))
    changes.forget_file(connection, space_id)


def searchable(connection: Connection, space_id: int) -> NDArray[np.int64]:
    """The ids, ascending, of the photos that have a vector in this space and lie somewhere."""
    rows = connection.execute(
        "SELECT photo_id FROM vectors WHERE space_id = ?"
        " AND EXISTS (SELECT 1 FROM files WHERE files.photo_id = vectors.photo_id) ORDER BY photo_id",
        (space_id,),
    )
    return np.fromiter((row[0] for row in rows), dtype=np.int64)


def searchable_crops(connection: Connection, space_id: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The extra crops of photos that lie somewhere: photo ids [n] and the crops' numbers [n]."""
    rows = connection.execute(
        "SELECT photo_id, crop FROM crop_vectors WHERE space_id = ?"
        " AND EXISTS (SELECT 1 FROM files WHERE files.photo_id = crop_vectors.photo_id)",
        (space_id,),
    ).fetchall()
    found = np.array([tuple(row) for row in rows], dtype=np.int64).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def lying(connection: Connection, photo_ids: Sequence[int]) -> list[int]:
    """Those of these photos that lie somewhere."""
    rows = connection.execute(
        "SELECT DISTINCT photo_id FROM files WHERE photo_id IN (SELECT value FROM json_each(?))",
        (id_list(photo_ids),),
    )
    return [row[0] for row in rows]


def batches(
    connection: Connection, space_id: int, *, size: int = 4096
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float16]]]:
    """Every vector of a space in batches: photo ids [n] and vectors [n, dimension]."""
    cursor = connection.execute(
        "SELECT photo_id, vector FROM vectors WHERE space_id = ? ORDER BY photo_id", (space_id,)
    )
    while rows := cursor.fetchmany(size):
        ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
        vectors = np.frombuffer(b"".join(row[1] for row in rows), dtype=STORED).reshape(len(rows), -1)
        yield ids, vectors

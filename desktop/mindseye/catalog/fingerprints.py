"""What the photos look like, as far as it was worked out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog.connection import Connection


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """The photos that lie somewhere and are not too plain to be told by."""

    ids: NDArray[np.int64]
    """[n], ascending"""
    bits: NDArray[np.uint8]
    """[n, 32]"""

    @classmethod
    def none(cls) -> Self:
        """No photos."""
        return cls(np.empty(0, np.int64), np.empty((0, 32), np.uint8))


def add(connection: Connection, fingerprints: Iterable[tuple[int, bytes | None]]) -> None:
    """Stores fingerprints: (photo id, 32 bytes or None for a plain picture) each."""
    connection.executemany(
        "INSERT INTO fingerprints (photo_id, bits) VALUES (?, ?)"
        " ON CONFLICT DO UPDATE SET bits = excluded.bits",
        fingerprints,
    )


def missing(connection: Connection) -> list[int]:
    """The photos that lie somewhere and whose fingerprint was never made, as in older libraries."""
    rows = connection.execute(
        "SELECT DISTINCT photo_id FROM files WHERE photo_id IS NOT NULL"
        " AND photo_id NOT IN (SELECT photo_id FROM fingerprints) ORDER BY photo_id"
    )
    return [row[0] for row in rows]


def all_of(connection: Connection) -> Fingerprints:
    """Every fingerprint that tells something."""
    rows = connection.execute(
        "SELECT photo_id, bits FROM fingerprints WHERE bits IS NOT NULL"
        " AND EXISTS (SELECT 1 FROM files WHERE files.photo_id = fingerprints.photo_id) ORDER BY photo_id"
    ).fetchall()
    bits = np.frombuffer(b"".join(row[1] for row in rows), dtype=np.uint8)
    return Fingerprints(np.array([row[0] for row in rows], dtype=np.int64), bits.reshape(len(rows), 32))

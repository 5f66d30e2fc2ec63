"""Finding photos by words and pictures."""

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mindseye import imaging, paths
from mindseye.catalog import photos, vectors
from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.search import Hit, PictureFile, Query

PASTED_KEPT = 200
"""Pasted pictures that are kept."""


@dataclass(frozen=True, slots=True)
class FoundPhoto:
    """A photo that answers a query, with the place where it lies."""

    photo_id: int
    path: Path
    score: float
    likely: bool


def find(library: Library, query: Query, *, limit: int) -> list[Hit]:
    """The best photos for a query, best first.

    Raises:
        InputError: the query is empty, or speaks of a picture that cannot be used.
        ModelError: the model cannot be run.
    """
    if limit < 1:
        raise InputError(f"The limit must be 1 or more, not {limit}.")
    return library.engine.search(query, limit)


def locate(library: Library, hits: Sequence[Hit]) -> list[FoundPhoto]:
    """Adds a path to each hit; those whose files went meanwhile are left out."""
    with library.catalog.read() as connection:
        places = photos.first_paths(connection, [hit.photo_id for hit in hits])
    return [
        FoundPhoto(hit.photo_id, places[hit.photo_id], hit.score, hit.likely)
        for hit in hits
        if hit.photo_id in places
    ]


def searchable_count(library: Library) -> int:
    """How many photos can be found with the library's model."""
    with library.catalog.read() as connection:
        return len(vectors.searchable(connection, library.space_id))


def keep_picture(data: bytes, name: str) -> PictureFile:
    """A picture that lies in no file (pasted, or dropped as pixels) as part of a query.

    It is written into the user's data folder, so that the query can be written down and asked again; the
    oldest of many go.

    Raises:
        InputError: it cannot be written there.
    """
    folder = paths.pasted_pictures()
    plain = re.sub(r"[^\w. -]", "_", name).strip(" .")[:80] or "picture"
    path = folder / imaging.content_hash(data).hex()[:16] / plain
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        for old in sorted(folder.iterdir(), key=lambda each: -each.stat().st_mtime_ns)[PASTED_KEPT:]:
            shutil.rmtree(old)
    except OSError as error:
        raise InputError(
            f"{name} cannot be kept in {folder} ({error.strerror}). Save it as a file and search by that.",
            path=path,
        ) from error
    return PictureFile(path)

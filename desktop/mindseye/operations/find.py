"""Finding photos by words and pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mindseye.catalog import photos, vectors
from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.search import Hit, Picture, Query


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


def read_picture(path: Path) -> Picture:
    """A picture file as part of a query; whether it is a picture shows when it is searched.

    Raises:
        InputError: the file cannot be read.
    """
    try:
        return Picture(path.read_bytes(), path.name)
    except FileNotFoundError as error:
        raise InputError(f"There is no file {path}.", path=path) from error
    except IsADirectoryError as error:
        raise InputError(f"{path} is a folder, not a picture.", path=path) from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", path=path) from error

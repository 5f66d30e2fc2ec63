"""Finding photos by words and pictures."""

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mindseye import imaging, paths
from mindseye.catalog import files, photos, vectors
from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.phrases import Phrase
from mindseye.search import Hit, PictureFile, Query, Words

PASTED_KEPT = 200
"""Pasted pictures that are kept."""


@dataclass(frozen=True, slots=True)
class FoundPhoto:
    """A photo that answers a query, with the place where it lies."""

    photo_id: int
    path: Path
    score: float
    likely: bool
    content: str
    """The content hash, by which it can be asked for: ``photo:CONTENT``."""


def find(library: Library, query: Query, *, limit: int) -> list[Hit]:
    """The best photos for a query, best first.

    Raises:
        InputError: the query is empty, or speaks of a picture that cannot be used.
        ModelError: the model cannot be run.
    """
    if limit < 1:
        raise InputError(Phrase("The limit must be 1 or more, not {limit}.", limit=limit))
    hits = library.engine.search(query, limit)
    if understood(library, query).nothing:
        return [replace(hit, likely=False) for hit in hits]
    return hits


@dataclass(frozen=True, slots=True)
class Understood:
    """How much of a query's words the model knows."""

    unknown: tuple[str, ...] = ()
    """Content words that it does not know, as they were written."""
    nothing: bool = False
    """Whether these are all there is to go by, so that no result means anything."""


def understood(library: Library, query: Query) -> Understood:
    """Which words of a query the model that answers does not know; those of CLIP know every word.

    Raises:
        ModelError: the model's list of words cannot be read.
    """
    words = [part for part in query.parts if isinstance(part, Words)]
    each = [(part, library.model.understand(part.text)) for part in words]
    unknown = tuple(dict.fromkeys(word for _, found in each for word in found.unknown))
    known = any(part.weight > 0 and found.known for part, found in each)
    return Understood(unknown, bool(unknown) and query.only_words and not known)


def words_are_ready(library: Library) -> bool:
    """Whether words can be searched at once, or the model must be got ready first."""
    return library.engine.ready


def get_words_ready(library: Library) -> None:
    """Loads what searching for words needs, and nothing that only pictures need.

    Raises:
        ModelError: the model cannot be run.
    """
    library.engine.warm_up()


def find_by_name(library: Library, query: Query) -> list[int]:
    """Photos with file names that hold all words of a query, newest first: this needs no model."""
    words = [word for part in query.positive if isinstance(part, Words) for word in part.text.split()]
    with library.catalog.read() as connection:
        return files.photos_named(connection, words)


def locate(library: Library, hits: Sequence[Hit]) -> list[FoundPhoto]:
    """Adds a path to each hit; those whose files went meanwhile are left out."""
    with library.catalog.read() as connection:
        places = photos.first_paths(connection, [hit.photo_id for hit in hits])
        contents = photos.contents_of(connection, list(places))
    return [
        FoundPhoto(hit.photo_id, places[hit.photo_id], hit.score, hit.likely, contents[hit.photo_id])
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
            Phrase(
                "{name} cannot be kept in {folder} ({error}). Save it as a file and search by that.",
                name=name,
                folder=folder,
                error=error.strerror,
            ),
            path=path,
        ) from error
    return PictureFile(path)

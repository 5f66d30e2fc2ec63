"""Looking at what is in a library: the photos in order, one photo whole, its thumbnail."""

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye import imaging
from mindseye.catalog import files, photos, tags, tiles
from mindseye.catalog.photos import Photo
from mindseye.catalog.tiles import Folders, PhotoTiles
from mindseye.errors import UnreadablePictureError
from mindseye.library import Library

_WHOLE = Path()


def all_tiles(library: Library) -> PhotoTiles:
    """Every photo that lies somewhere, newest first."""
    with library.catalog.read() as connection:
        return tiles.tiles(connection)


def first_tiles(library: Library, count: int) -> PhotoTiles:
    """The newest ``count`` photos, at once in a library of any size."""
    with library.catalog.read() as connection:
        return tiles.first_tiles(connection, count)


def tiles_in_folder(library: Library, folder_id: int, below: Path = _WHOLE) -> PhotoTiles:
    """The photos that lie in a watched folder, or in a sub-folder of it, newest first."""
    with library.catalog.read() as connection:
        return tiles.tiles(connection, folder_id, _stored(below))


def named(library: Library, words: Sequence[str]) -> list[int]:
    """The photos with file names that hold all of these words, newest first."""
    with library.catalog.read() as connection:
        return files.photos_named(connection, words)


def folders_of(library: Library, photo_ids: NDArray[np.int64]) -> Folders:
    """The folders in which the files lie that are shown of photos [n]."""
    with library.catalog.read() as connection:
        return tiles.folders_of(connection, photo_ids)


def names_of(library: Library, photo_ids: Sequence[int]) -> list[str]:
    """For each photo the name of the file that is shown of it; empty where it has no file."""
    with library.catalog.read() as connection:
        places = photos.first_paths(connection, photo_ids)
    return [places[each].name if each in places else "" for each in photo_ids]


def subfolders(
    library: Library, folder_id: int, below: Path = _WHOLE, *, at_most: int = 10_000
) -> list[Path]:
    """The sub-folders with files in a watched folder or a sub-folder of it, relative to the watched one."""
    with library.catalog.read() as connection:
        found = files.subfolders(connection, folder_id, _stored(below), at_most=at_most)
    return [Path(os.fsdecode(each)) for each in found]


def _stored(below: Path) -> bytes:
    return b"" if below == _WHOLE else os.fsencode(below)


def tiles_of(library: Library, photo_ids: Sequence[int]) -> PhotoTiles:
    """The tiles of these photos, in this order; photos that are unknown are left out."""
    with library.catalog.read() as connection:
        return tiles.tiles_of(connection, photo_ids)


def tiles_with_label(library: Library, category: str, label: str) -> PhotoTiles:
    """The photos that carry a label, most probable first."""
    with library.catalog.read() as connection:
        return tiles.tiles_of(connection, tags.photos_with(connection, library.space_id, category, label))


def photo(library: Library, photo_id: int) -> Photo | None:
    """One photo with its metadata and places."""
    with library.catalog.read() as connection:
        return photos.get(connection, photo_id)


def paths_of(library: Library, photo_ids: Sequence[int]) -> list[Path]:
    """A path of each of these photos that lies somewhere, in this order."""
    with library.catalog.read() as connection:
        places = photos.first_paths(connection, photo_ids)
    return [places[photo_id] for photo_id in photo_ids if photo_id in places]


def photo_count(library: Library) -> int:
    """How many photos lie somewhere."""
    with library.catalog.read() as connection:
        return photos.count(connection)


def histogram(library: Library, photo_id: int) -> NDArray[np.float32] | None:
    """How often each brightness occurs in a photo, as ``imaging.histogram``; None when it cannot be read.

    It is that of the thumbnail, which has the same light and shade but for the finest specks.
    """
    jpeg = thumbnail(library, photo_id)
    if jpeg is None:
        return None
    try:
        return imaging.histogram(imaging.decode(jpeg, shortest=imaging.THUMBNAIL_SIDE).pixels)
    except UnreadablePictureError:  # a damaged thumbnail says nothing
        return None


def thumbnail(library: Library, photo_id: int) -> bytes | None:
    """A photo's thumbnail as JPEG; made again from a file when the cache has lost it.

    None when no file of the photo can be read.
    """
    found = photo(library, photo_id)
    if found is None:
        return None
    stored = library.thumbnails.get(found.content_hash)
    if stored is not None:
        return stored
    for path in found.paths:
        try:
            data = path.read_bytes()
            picture = library.decoder.decode(data, shortest=imaging.THUMBNAIL_SIDE)
        except (OSError, UnreadablePictureError):
            continue
        if imaging.content_hash(data) == found.content_hash:
            made = imaging.encode_thumbnail(picture.pixels)
            library.thumbnails.put([(found.content_hash, made)])
            return made
    return None

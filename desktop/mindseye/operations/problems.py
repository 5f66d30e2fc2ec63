"""The files that were refused: which, why, and once more."""

import os
from collections.abc import Collection
from pathlib import Path

from mindseye.catalog import files
from mindseye.catalog.files import Problem
from mindseye.errors import InputError
from mindseye.events import PhotosChanged
from mindseye.library import Library
from mindseye.phrases import Phrase


def problems(library: Library) -> list[Problem]:
    """The files that were refused, and why, by path."""
    with library.catalog.read() as connection:
        return files.problems(connection)


def problems_at(library: Library, places: Collection[Path]) -> list[Problem]:
    """The refused files at these places, or below where a place is a folder, by path.

    Raises:
        InputError: at one of the places nothing was refused.
    """
    known = problems(library)
    found: dict[int, Problem] = {}
    for place in places:
        wanted = {place.expanduser().absolute(), Path(os.path.realpath(place.expanduser()))}
        here = [each for each in known if any(each.path.is_relative_to(path) for path in wanted)]
        if not here:
            raise InputError(
                Phrase("{place} was not refused. See the files that were: mindseye problems", place=place),
                path=place,
            )
        found |= {each.file_id: each for each in here}
    return sorted(found.values(), key=lambda each: each.path)


def troubled_folders(library: Library) -> dict[int, int]:
    """How many files of each watched folder, by its id, were refused; folders without any are left out."""
    with library.catalog.read() as connection:
        return files.troubled_folders(connection)


def retry(library: Library, file_ids: Collection[int] | None = None) -> int:
    """Lets refused files, all or these, be read once more at the next pass; says how many.

    The indexer is asked to look.

    Raises:
        CatalogError: the library cannot be written.
    """
    count = library.catalog.write(lambda connection: files.retry(connection, file_ids))
    if count:
        library.events.publish(PhotosChanged(other=True))
        library.indexer.look()
    return count

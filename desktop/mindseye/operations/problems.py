"""The files that were refused: which, why, and once more."""

from collections.abc import Collection

from mindseye.catalog import files
from mindseye.catalog.files import Problem
from mindseye.events import PhotosChanged
from mindseye.library import Library


def problems(library: Library) -> list[Problem]:
    """The files that were refused, and why, by path."""
    with library.catalog.read() as connection:
        return files.problems(connection)


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

"""Whether the raw file and the picture of one shot are one item of the library, or two."""

from mindseye.catalog import beside
from mindseye.events import PhotosChanged
from mindseye.indexing.shots import follow_all
from mindseye.library import Library


def are_together(library: Library) -> bool:
    """Whether they are one item."""
    with library.catalog.read() as connection:
        return beside.wished(connection)


def set_together(library: Library, *, together: bool) -> None:
    """Makes them one item, or two, in the whole library from now on; the indexer is asked to look.

    One item is found, shown and tagged by its picture, and what was said of the raw file goes on to that.
    As two items the raw files are read again; those that were embedded before are not embedded again.

    Raises:
        CatalogError: the library cannot be written.
    """
    follow_all(library.catalog, together=together)
    library.sync_index()
    library.events.publish(PhotosChanged(other=True))
    library.indexer.look()

"""What is known: files, photos, vectors and tags in one SQLite file, the only truth of a library.

``catalog.py`` is the door (one writing thread, many readers); each other module holds the statements
about one kind of thing, as functions of an open connection. sqlite3 is imported in this room alone.
"""

from mindseye.catalog.catalog import Catalog
from mindseye.catalog.connection import Connection
from mindseye.catalog.thumbnails import ThumbnailCache

__all__ = ["Catalog", "Connection", "ThumbnailCache"]

"""What can be typed into the search: the library's own words, and what was searched before."""

import json

from mindseye.catalog import Connection, asked_values, meta
from mindseye.library import Library
from mindseye.search.completion import Vocabulary

KEPT = 100
"""Searches that are remembered."""

_KEY = "searches"


def vocabulary(library: Library) -> Vocabulary:
    """What the library knows that can be asked for."""
    with library.catalog.read() as connection:
        return Vocabulary(asked_values.values(connection), _searches(connection))


def remember_search(library: Library, text: str) -> None:
    """Keeps a search, as the latest; nothing happens for an empty one.

    Raises:
        CatalogError: the library cannot be written.
    """
    text = " ".join(text.split())
    if not text:
        return

    def store(connection: Connection) -> None:
        others = [each for each in _searches(connection) if each != text]
        meta.put(connection, _KEY, json.dumps([text, *others][:KEPT]))

    library.catalog.write(store)


def forget_searches(library: Library) -> None:
    """Forgets every search.

    Raises:
        CatalogError: the library cannot be written.
    """
    library.catalog.write(lambda connection: meta.remove(connection, _KEY))


def _searches(connection: Connection) -> tuple[str, ...]:
    stored = meta.get(connection, _KEY)
    return () if stored is None else tuple(json.loads(stored))

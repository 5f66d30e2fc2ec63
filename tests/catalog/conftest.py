"""A catalog in a file of its own, and short ways to put things into it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mindseye.catalog import Catalog, Connection, vectors


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the catalog lies."""
    return tmp_path / "catalog.sqlite"


@pytest.fixture
def catalog(path: Path) -> Iterator[Catalog]:
    """An empty open catalog."""
    opened = Catalog(path)
    yield opened
    opened.close()


@pytest.fixture
def connection(catalog: Catalog) -> Connection:
    """A connection that the test alone uses."""
    return catalog._connection


@pytest.fixture
def space(connection: Connection) -> int:
    """An embedding space of four dimensions."""
    return vectors.space(connection, "fingerprint", model="m", dimension=4)

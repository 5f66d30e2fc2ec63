"""A catalog in a file of its own, and short ways to put things into it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mindseye.catalog import Catalog


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

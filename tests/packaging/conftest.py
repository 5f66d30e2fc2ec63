"""The scripts of ``packaging``, which are no package: they are imported from their folder."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture(autouse=True, scope="session")
def scripts() -> Iterator[None]:
    """Makes them importable."""
    sys.path.insert(0, str(PACKAGING))
    yield
    sys.path.remove(str(PACKAGING))

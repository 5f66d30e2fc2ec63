"""A library over a folder of small pictures, with counted embeddings."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.support.counting import CountingLoader, Heard

from mindseye.clip import ModelManifest
from mindseye.indexing import RunSummary
from mindseye.library import Library
from mindseye.operations.watched_folders import add_folders


@pytest.fixture
def open_library(tmp_path: Path, manifest: ModelManifest, loader: CountingLoader) -> Callable[[], Library]:
    """Opens the library; the test closes it."""
    return lambda: Library.open(tmp_path / "library", manifest, load_session=loader)


@pytest.fixture
def library(open_library: Callable[[], Library]) -> Iterator[Library]:
    """The library, open."""
    with open_library() as opened:
        yield opened


@pytest.fixture
def heard(library: Library) -> Heard:
    """The events of the library."""
    return Heard(library.events)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of photographs, empty."""
    made = tmp_path / "photos"
    made.mkdir()
    return made


@pytest.fixture
def index(library: Library, folder: Path) -> Callable[[], RunSummary]:
    """Adds the folder and does one pass."""

    def run() -> RunSummary:
        add_folders(library, [folder])
        return library.indexer.index()

    return run

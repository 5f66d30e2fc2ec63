"""A new file in a watched folder: how long until a search finds it, with the model that ships."""

import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from mindseye import paths
from mindseye.events import IndexingProgress, Phase, PhotosChanged
from mindseye.library import Library
from mindseye.operations.browse import paths_of
from mindseye.operations.open_library import open_library
from mindseye.operations.watched_folders import add_folders
from mindseye.search import Query, Words
from tests.benchmarks.frame import Figure

_PATIENCE = 60.0


def measure(*, files: int = 9) -> Iterator[Figure]:
    """Sample pictures are dropped into a folder one by one, each when all is quiet."""
    samples = sorted(paths.resource("samples", "pictures").glob("*.jpg"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve() / "photos"
        folder.mkdir()
        shutil.copy(samples[0], folder)
        with open_library(Path(name) / "library") as library:
            idle, came = threading.Event(), threading.Event()
            library.events.subscribe(
                IndexingProgress, lambda event: idle.set() if event.phase is Phase.IDLE else None
            )
            library.events.subscribe(PhotosChanged, lambda event: came.set() if event.added else None)
            add_folders(library, [folder])
            library.indexer.start()
            assert idle.wait(_PATIENCE)
            _find(library)  # loads the text tower, as the window does when it opens
            times = []
            for sample in samples[1 : files + 1]:
                idle.clear()
                came.clear()
                dropped = folder / sample.name
                shutil.copy(sample, dropped)
                began = time.perf_counter()
                assert came.wait(_PATIENCE)
                assert dropped in _find(library)
                times.append(time.perf_counter() - began)
                assert idle.wait(_PATIENCE)
            yield Figure("new file to found, median", statistics.median(times), "s", aim=2.0)
            yield Figure("new file to found, slowest", max(times), "s")


def _find(library: Library) -> list[Path]:
    hits = library.engine.search(Query((Words("a photo"),)), 1000)
    return paths_of(library, [hit.photo_id for hit in hits])

"""What an open library costs while nobody asks for anything: no thread may spin, no timer may hurry.

Both towers are loaded and have run, the folder is watched, the indexer is up to date; then the processor time
of the process is read over some seconds.
"""

import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from mindseye import paths
from mindseye.clip.installed import open_manifest
from mindseye.events import IndexingProgress, Phase
from mindseye.library import Library
from mindseye.operations.find import find
from mindseye.operations.watched_folders import add_folders
from mindseye.search import Query, Words
from tests.benchmarks.frame import Figure


def measure(*, seconds: float = 10.0, model: str = "starter") -> Iterator[Figure]:
    """Processor time of an idle library, right after work and later."""
    manifest = open_manifest(model)
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder), manifest) as library:
        idle = threading.Event()
        library.events.subscribe(
            IndexingProgress, lambda told: idle.set() if told.phase is Phase.IDLE else idle.clear()
        )
        add_folders(library, [paths.resource("samples/pictures")])
        library.indexer.start()
        idle.wait()
        find(library, Query((Words("a boat on the sea"),)), limit=10)
        yield Figure("the second after a search", _busy(1.0), "ms a second", aim=20.0)
        yield Figure("any later second", _busy(seconds), "ms a second", aim=10.0)
        yield Figure("threads", threading.active_count(), note="of Python; ONNX Runtime's sleep")


def _busy(seconds: float) -> float:
    """Milliseconds of processor time a second, of all threads of this process."""
    began, spent = time.perf_counter(), time.process_time()
    time.sleep(seconds)
    return 1000 * (time.process_time() - spent) / (time.perf_counter() - began)

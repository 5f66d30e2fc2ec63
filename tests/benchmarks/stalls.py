"""How long the window's thread is ever busy at one go, while a library of many photographs is used.

A beat of a few milliseconds goes through the event loop. What delays it is told twice: by the clock, which
on a busy machine counts the other programs too, and by the processor time of the window's thread alone.
"""

import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mindseye import paths
from mindseye.events import Phase
from mindseye.operations.open_library import open_library
from mindseye.settings import Settings
from mindseye.ui.application import OpenWindow, make_application, spare_collector
from tests.benchmarks.big_library import big_library, open_big
from tests.benchmarks.frame import Figure

BEAT = 0.004
AIM = 50.0


class Beat:
    """Measures the gaps between the turns of the event loop."""

    def __init__(self) -> None:
        self._clock: list[float] = []
        self._work: list[float] = []
        self._timer = QTimer()
        self._timer.setInterval(round(BEAT * 1000))
        self._timer.timeout.connect(self._tick)
        self._last = (time.perf_counter(), time.thread_time())
        self._timer.start()

    def _tick(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self._clock.append(now[0] - self._last[0] - BEAT)
        self._work.append(now[1] - self._last[1])
        self._last = now

    def figures(self, name: str) -> Iterator[Figure]:
        """The longest stalls in milliseconds since the beat began."""
        self._timer.stop()
        yield Figure(f"{name}: longest work at one go", max(self._work) * 1000, "ms", aim=AIM)
        slow = statistics.quantiles(self._clock, n=100)[-1]
        yield Figure(f"{name}: longest stall by the clock", max(self._clock) * 1000, "ms")
        yield Figure(f"{name}: one turn in a hundred is later than", slow * 1000, "ms", aim=AIM)


def measure(*, photos: int = 100_000, indexed: int = 400, seconds: float = 10.0) -> Iterator[Figure]:
    """Yields the stalls while scrolling and searching many photographs, and while indexing real pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    folder = big_library(photos)
    opened = OpenWindow(application, Settings(), lambda: open_big(folder), start_indexer=False)
    spare_collector()
    opened.window.show()
    opened.wait_until_shown(seconds=120)
    yield from _scrolling(application, opened, seconds)
    yield from _searching(application, opened, seconds)
    opened.close()
    with TemporaryDirectory() as place:
        yield from _indexing(application, Path(place), indexed)


def _scrolling(application: QApplication, opened: OpenWindow, seconds: float) -> Iterator[Figure]:
    bar, beat = opened.window.grid.verticalScrollBar(), Beat()
    _turn(application, seconds, lambda: bar.setValue((bar.value() + 700) % max(bar.maximum(), 1)))
    yield from beat.figures("scrolling")


def _searching(application: QApplication, opened: OpenWindow, seconds: float) -> Iterator[Figure]:
    beat, words = Beat(), iter(f"a photo of {number}" for number in range(10**6))
    _turn(application, seconds, lambda: opened.showing.searching.search_words(next(words)))
    yield from beat.figures("searching")


def _indexing(application: QApplication, place: Path, count: int) -> Iterator[Figure]:
    samples = sorted(paths.resource("samples", "pictures").glob("*.jpg"))
    (place / "photos").mkdir()
    for number in range(count):
        sample = samples[number % len(samples)]
        copied = shutil.copyfile(sample, place / "photos" / f"{number:05}-{sample.name}")
        with copied.open("ab") as file:
            file.write(number.to_bytes(4, "little"))  # another content, the same picture
    opened = OpenWindow(application, Settings(), lambda: open_library(place / "library"))
    opened.window.show()
    opened.wait_until_shown(seconds=60)
    beat = Beat()
    opened.showing.add_folders([place / "photos"])
    began = time.monotonic()
    while time.monotonic() - began < 600:
        _turn(application, 0.2, lambda: None)
        progress = opened.showing.indexing.progress
        if progress.phase is Phase.IDLE and len(opened.showing.tiles) == count:
            break
    yield from beat.figures("indexing")
    opened.close()


def _turn(application: QApplication, seconds: float, step: Callable[[], object]) -> None:
    """Runs the event loop, and ``step`` some forty times a second."""
    stepper = QTimer()
    stepper.setInterval(25)
    stepper.timeout.connect(step)
    stepper.start()
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        application.processEvents()
        time.sleep(0.0005)
    stepper.stop()

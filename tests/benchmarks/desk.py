"""How long the labelling desk lets somebody wait who labels a thousand photos at the keyboard."""

import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mindseye.operations import history
from mindseye.search import Query, Words
from mindseye.settings import Settings
from mindseye.ui.application import OpenWindow, make_application
from mindseye.ui.label_desk import LabelDesk
from mindseye.ui.places import LABELLING
from tests.benchmarks.big_library import big_library, open_big
from tests.benchmarks.frame import Figure

AIM = 0.25
"""Seconds a page; thirty pages of looking take minutes, and waiting is not to be noticed beside it."""


def measure(*, photos: int = 100_000, labelled: int = 1000, wrong: int = 4) -> Iterator[Figure]:
    """Yields what turning a page takes, each with some photos unticked, from Enter to the next page."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    with TemporaryDirectory() as place:
        folder = Path(shutil.copytree(big_library(photos), Path(place) / "library"))
        opened = OpenWindow(application, Settings(), lambda: open_big(folder), start_indexer=False)
        opened.window.show()
        opened.wait_until_shown(seconds=120)
        yield from _label(application, opened, labelled, wrong)
        opened.close()


def _label(application: QApplication, opened: OpenWindow, labelled: int, wrong: int) -> Iterator[Figure]:
    desk, screen = opened.window.label_desk, opened.showing
    assert screen.library is not None
    desk.begin_with((), Query((Words("a boat at sea"),)))
    screen.go(LABELLING)
    _wait(application, lambda: bool(desk.grid.photo_ids()) and desk.idle)
    desk.grid.setFocus()
    waits: list[float] = []
    done = 0
    while done < labelled:
        done += len(desk.grid.photo_ids())
        waits.append(_turn_page(application, desk, wrong))
    yield Figure(
        f"a page of {done // len(waits)} tagged, the next one shown", statistics.median(waits), "s", aim=AIM
    )
    yield Figure("the slowest of them", max(waits), "s")
    yield Figure(f"waiting for all {len(waits)} pages", sum(waits), "s", note=f"{done:,} photos")
    begun = time.perf_counter()
    while history.undo(screen.library) is not None:
        pass
    yield Figure("taking all of it back", time.perf_counter() - begun, "s", aim=2.0)


def _turn_page(application: QApplication, desk: LabelDesk, wrong: int) -> float:
    shown = desk.grid.photo_ids()
    for _ in range(wrong):
        QTest.keyClick(desk.grid, Qt.Key.Key_Right)
        QTest.keyClick(desk.grid, Qt.Key.Key_Space)
    begun = time.perf_counter()
    QTest.keyClick(desk.grid, Qt.Key.Key_Return)
    _wait(application, lambda: desk.grid.photo_ids() != shown)
    return time.perf_counter() - begun


def _wait(application: QApplication, until: Callable[[], bool], patience: float = 60.0) -> None:
    ends = time.monotonic() + patience
    while not until():
        assert time.monotonic() < ends, "the desk does not answer"
        application.processEvents()
        time.sleep(0.001)

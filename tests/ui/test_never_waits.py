"""The window's thread asks the disk, the catalog and the model for nothing, whatever people do."""

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mindseye import paths
from mindseye.catalog.catalog import Catalog
from mindseye.catalog.thumbnails import ThumbnailCache
from mindseye.clip import ClipModel
from mindseye.events import Phase
from mindseye.ui.application import OpenWindow, spare_collector
from mindseye.ui.places import PROBLEMS, AllPhotos, InFolder
from tests.support.pictures import write_picture, write_pictures

_DISK = (
    "open",
    "os.listdir",
    "os.scandir",
    "os.rename",
    "os.remove",
    "os.mkdir",
    "sqlite3.connect",
    "socket",
)
_OF_THE_INTERPRETER = (".py", ".pyc", ".so", "/proc/", "/dev/")

_watching: list[list[str]] = []
"""Where what the main thread does is written down, while it is watched; a hook cannot be taken away again."""


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if (
        not _watching
        or not event.startswith(_DISK)
        or threading.current_thread() is not threading.main_thread()
    ):
        return
    what = str(arguments[0]) if arguments else ""
    if Path(what).is_relative_to(paths.resource()):
        return  # icons, once each
    if not what.endswith(_OF_THE_INTERPRETER[:3]) and not what.startswith(_OF_THE_INTERPRETER[3:]):
        _watching[-1].append(f"{event} {what}")


@pytest.fixture(scope="module", autouse=True)
def _ear() -> None:
    sys.addaudithook(_hear)


@pytest.fixture
def strays(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked in the window's thread that must be asked on a worker."""
    found: list[str] = []

    def watched(owner: type, name: str) -> None:
        done: Callable[..., Any] = getattr(owner, name)

        def asked(self: object, *arguments: Any, **named: Any) -> Any:
            if threading.current_thread() is threading.main_thread():
                found.append(f"{owner.__name__}.{name}")
            return done(self, *arguments, **named)

        monkeypatch.setattr(owner, name, asked)

    for owner, names in (
        (Catalog, ("read", "write")),
        (ThumbnailCache, ("get", "put")),
        (ClipModel, ("embed_texts", "embed_images")),
    ):
        for name in names:
            watched(owner, name)
    return found


@contextmanager
def watch(found: list[str]) -> Iterator[None]:
    _watching.append(found)
    try:
        yield
    finally:
        _watching.remove(found)


def test_people_look_search_and_index_and_the_window_never_waits(
    full_window: OpenWindow, qtbot: QtBot, photos: Path, strays: list[str]
) -> None:
    window, showing = full_window.window, full_window.showing
    write_pictures(photos / "more", 40)
    (photos / "broken.jpg").write_bytes(b"no picture")
    with watch(strays):
        showing.indexing.look_again()
        qtbot.keyClicks(window.search_bar.line, "green")
        full_window.wait_until_shown()
        showing.searching.set_unfolded(True)
        window.grid.go_to(int(window.grid.tiles.ids[2]))
        window.chosen.find_similar()
        full_window.wait_until_shown()
        qtbot.waitUntil(lambda: showing.indexing.progress.phase is Phase.IDLE, timeout=60_000)
        showing.searching.clear()
        qtbot.waitUntil(lambda: len(window.grid.tiles) == 40, timeout=20_000)
        for place in (InFolder(showing.survey.folders[0].id, photos), PROBLEMS, AllPhotos()):
            showing.go(place)
            full_window.wait_until_shown()
        window.grid.set_row_height(400)
        bar = window.grid.verticalScrollBar()
        for value in range(0, bar.maximum(), max(bar.maximum() // 10, 1)):
            bar.setValue(value)
            full_window.wait_until_shown()
        window.chosen.open_photo(int(window.grid.tiles.ids[5]))
        full_window.wait_until_shown()
        qtbot.keyClick(window.viewer, Qt.Key.Key_Right)
        full_window.wait_until_shown()
        window.viewer.leave()
        window.actions_by_name["palette"].trigger()
        window.palette_above.hide()
    assert not strays


def test_the_guard_sees_what_it_should(full_window: OpenWindow, tmp_path: Path, strays: list[str]) -> None:
    library = full_window.showing.library
    assert library is not None
    with watch(strays):
        write_picture(tmp_path / "here.jpg", "red", seed=1)
        with library.catalog.read():
            pass
    assert "Catalog.read" in strays
    assert any("here.jpg" in each for each in strays)


def test_the_collector_passes_over_what_is_there_for_good() -> None:
    """A whole collection of so large a program takes several frames, and fell to the window's thread."""
    here = ["for good"]
    spare_collector()
    try:
        assert not any(each is here for each in gc.get_objects())
    finally:
        gc.unfreeze()
    assert any(each is here for each in gc.get_objects())

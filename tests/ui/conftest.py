"""Windows without a display, on libraries whose model needs no network; nothing may be left behind."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindseye.library import Library
from mindseye.settings import Settings
from mindseye.ui.application import OpenWindow, make_application
from mindseye.ui.language import ENGLISH, speak
from tests.support.fake_model import FakeSession, write_fake_model
from tests.support.pictures import write_pictures

_HARMLESS = ("This plugin does not support propagateSizeHints()",)

StartWindow = Callable[..., OpenWindow]


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    application = make_application()
    speak(application, ENGLISH)  # whatever the system speaks
    return application


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Fails on Qt's warnings and on windows that are still there afterwards."""
    complaints: list[str] = []

    def listen(kind: QtMsgType, _: object, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and message not in _HARMLESS:
            complaints.append(message)

    before = set(map(id, QApplication.topLevelWidgets()))
    previous = qInstallMessageHandler(listen)
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qInstallMessageHandler(previous)
    left = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before]
    assert not [widget for widget in left if widget.isVisible()], left
    assert not complaints


@pytest.fixture(autouse=True)
def nothing_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is renewed only every few seconds while photos come in is renewed at once."""
    monkeypatch.setattr("mindseye.ui.albums.REFRESH_SECONDS", 0.05)
    monkeypatch.setattr("mindseye.ui.albums._PATIENCE", 0)
    monkeypatch.setattr("mindseye.ui.meaning_map.desk._REST", 0.05)
    monkeypatch.setattr("mindseye.ui.meaning_map.desk._PATIENCE", 0)


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Waits longer than usual before it gives up: what is waited for may come late on a busy machine."""
    monkeypatch.setattr(qtbot, "waitUntil", partial(qtbot.waitUntil, timeout=30_000))
    return qtbot


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A folder with twelve pictures: three each of red, green, blue and grey."""
    folder = tmp_path / "photos"
    write_pictures(folder, 12)
    return folder


@pytest.fixture
def start_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[StartWindow]:
    """Opens windows on a library in this test's folder, and closes them at the end."""
    started: list[OpenWindow] = []
    manifest = write_fake_model(tmp_path / "model")

    def start(directory: Path | None = None, *, settings: Settings | None = None) -> OpenWindow:
        opened = OpenWindow(
            qapp,
            settings or Settings(),
            lambda: Library.open(directory or tmp_path / "library", manifest, load_session=FakeSession),
        )
        opened.window.resize(1000, 700)
        opened.window.show()
        started.append(opened)
        return opened

    yield start
    for opened in started:
        opened.close()


@pytest.fixture
def full_window(start_window: StartWindow, qtbot: QtBot, photos: Path) -> OpenWindow:
    """A window on a library with the twelve pictures, all indexed."""
    opened = start_window()
    qtbot.waitUntil(lambda: opened.showing.library is not None, timeout=10_000)
    opened.showing.add_folders([photos])
    qtbot.waitUntil(lambda: len(opened.showing.tiles) == 12, timeout=20_000)
    opened.wait_until_shown()
    return opened

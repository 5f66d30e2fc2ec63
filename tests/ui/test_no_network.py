"""The window asks the network for nothing, and goes to the page with newer versions only when told to."""

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from mindseye import paths
from mindseye.events import Phase
from mindseye.ui import help as ui_help
from mindseye.ui.application import OpenWindow
from tests.ui.conftest import StartWindow

_ASKING = {"socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}

_listening: list[list[str]] = []


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if not _listening or event not in _ASKING:
        return
    of_this_computer = event in {"socket.connect", "socket.bind"} and isinstance(arguments[1], str | bytes)
    if not of_this_computer:
        _listening[-1].append(f"{event} {arguments[1:]}")


@pytest.fixture(scope="module", autouse=True)
def _ear() -> None:
    sys.addaudithook(_hear)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that a browser was asked to open."""
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(QUrl(url).toString()) is None)
    return found


def test_from_the_start_to_the_end_nothing_is_asked_of_the_network(
    start_window: StartWindow, qtbot: QtBot, photos: Path, tmp_path: Path, asked: list[str]
) -> None:
    heard: list[str] = []
    _listening.append(heard)
    try:
        opened = start_window(tmp_path / "library")
        opened.wait_until_shown()
        opened.showing.add_folders([photos])
        qtbot.waitUntil(lambda: len(opened.window.grid.tiles.ids) == 12, timeout=30_000)
        qtbot.waitUntil(lambda: opened.showing.indexing.progress.phase is Phase.IDLE, timeout=30_000)
        opened.showing.searching.search_words("red")
        opened.wait_until_shown()
        opened.close()
    finally:
        _listening.pop()
    assert heard == []
    assert asked == []


def test_a_published_copy_opens_its_page_when_the_button_is_pressed(
    full_window: OpenWindow, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ui_help, "releases_page", lambda: "https://example.org/releases")
    full_window.window.actions_by_name["updates"].trigger()
    dialog = full_window.window.findChild(QMessageBox)
    assert isinstance(dialog, QMessageBox)
    assert "https://example.org/releases" in dialog.informativeText()
    assert asked == []
    next(button for button in dialog.buttons() if button.text() == "Open the page").click()
    assert asked == ["https://example.org/releases"]


def test_a_copy_that_knows_no_page_says_so(full_window: OpenWindow, qtbot: QtBot, asked: list[str]) -> None:
    assert not paths.resource("releases.txt").exists()
    full_window.window.actions_by_name["updates"].trigger()
    dialog = full_window.window.findChild(QMessageBox)
    assert isinstance(dialog, QMessageBox)
    assert "where you got this one" in dialog.informativeText()
    assert [button.text().replace("&", "") for button in dialog.buttons()] == ["Close"]
    dialog.reject()
    assert asked == []

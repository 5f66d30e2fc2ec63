"""Why this photo: what the panel tells, and that it follows the photo that is looked at."""

import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mindseye.operations import explain
from mindseye.search import Box
from mindseye.ui.application import OpenWindow
from mindseye.ui.why_panel import HeatPicture, shade


def look_at(opened: OpenWindow, place: int) -> None:
    grid = opened.window.grid
    grid.setFocus()
    grid.go_to(int(grid.tiles.ids[place]))
    opened.wait_until_shown()


def told(opened: OpenWindow) -> list[str]:
    return [label.text() for label in opened.window.why_panel.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def searched(full_window: OpenWindow) -> OpenWindow:
    """A window with the answer to a query of several parts."""
    full_window.showing.searching.search_words("red -(green)^0.5")
    full_window.wait_until_shown()
    look_at(full_window, 0)
    return full_window


def test_a_key_opens_it_and_closes_it(searched: OpenWindow) -> None:
    panel, explaining = searched.window.why_panel, searched.window.explaining
    assert panel.button.accessibleName() == "Why this?"
    assert not panel.button.isChecked()
    assert explaining.why is None
    QTest.keyClick(searched.window.grid, Qt.Key.Key_W)
    searched.wait_until_shown()
    assert panel.button.isChecked()
    assert {"red", "not green", "Nearest words", "What the model sees", "Where in the photo"} <= set(
        told(searched)
    )
    assert sum(abs(row.share) for row in explaining.why.rows) == pytest.approx(1)
    assert explaining.warmth is not None
    assert panel.findChild(HeatPicture).isVisible()
    QTest.keyClick(searched.window.grid, Qt.Key.Key_W)
    assert explaining.why is None
    assert panel.findChild(HeatPicture) is None or not panel.findChild(HeatPicture).isVisible()


def test_it_follows_the_photo_and_the_search(searched: OpenWindow, qtbot: QtBot) -> None:
    panel, explaining = searched.window.why_panel, searched.window.explaining
    qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    searched.wait_until_shown()
    assert searched.window.actions_by_name["why"].isChecked()
    first = explaining.why
    look_at(searched, 1)
    assert explaining.why not in (None, first)
    searched.showing.searching.search_words("blue")
    searched.wait_until_shown()
    look_at(searched, 0)
    assert [row.name for row in explaining.why.rows] == ["blue"]
    searched.showing.searching.clear()
    searched.wait_until_shown()
    look_at(searched, 2)
    assert panel.button.accessibleName() == "What the model sees"
    assert explaining.why.rows == ()
    assert explaining.warmth is None
    assert "Where in the photo" not in told(searched)


def test_a_picture_is_told_by_its_name(full_window: OpenWindow) -> None:
    look_at(full_window, 0)
    full_window.window.actions_by_name["similar"].trigger()
    full_window.wait_until_shown()
    full_window.window.actions_by_name["why"].trigger()
    look_at(full_window, 0)
    (row,) = full_window.window.explaining.why.rows
    assert row.name.endswith(".jpg")


def test_it_opens_the_details_where_they_are_hidden(searched: OpenWindow) -> None:
    window = searched.window
    window.actions_by_name["details"].trigger()
    searched.wait_until_shown()
    assert window.details.isHidden()
    window.actions_by_name["why"].trigger()
    searched.wait_until_shown()
    assert window.details.isVisible()
    assert window.explaining.why is not None


def test_what_cannot_be_told_is_said(searched: OpenWindow, photos: Path) -> None:
    for path in photos.iterdir():
        path.unlink()
    searched.window.actions_by_name["why"].trigger()
    searched.wait_until_shown()
    assert any("is not there now" in text for text in told(searched))


def test_of_several_photos_nothing_is_told(searched: OpenWindow) -> None:
    searched.window.grid.selectAll()
    searched.wait_until_shown()
    assert searched.window.why_panel.isHidden()


def test_the_veil_is_clear_where_it_is_warm() -> None:
    veil = shade(np.array([[0, 0.5, 1]], dtype=np.float32))
    alphas = [veil.pixelColor(place, 0).alpha() for place in range(3)]
    assert alphas[0] > alphas[1] > alphas[2] == 0


def test_the_picture_darkens_what_is_cold(qtbot: QtBot) -> None:
    white = QImage(90, 60, QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    picture = HeatPicture(white, np.array([[0, 1]], dtype=np.float32), Box(0, 0, 1, 1))
    qtbot.addWidget(picture)
    picture.resize(180, picture.heightForWidth(180))
    assert picture.height() == 120
    image = picture.grab(picture.rect()).toImage()
    cold, warm = (image.pixelColor(QPoint(x, 60)).lightness() for x in (20, 160))
    assert cold < 120
    assert warm > 240


def shown_large(opened: OpenWindow, place: int) -> None:
    opened.window.chosen.open_photo(int(opened.window.grid.tiles.ids[place]))
    opened.wait_until_shown()


def test_a_key_shows_where_in_the_large_photo_it_lies_until_the_next_one(
    searched: OpenWindow, qtbot: QtBot
) -> None:
    window = searched.window
    shown_large(searched, 0)
    canvas = window.viewer.canvas
    plain = canvas.grab().toImage()
    QTest.keyClick(window.viewer, Qt.Key.Key_W)
    assert canvas.note == "Looking at its parts one by one…"
    assert not canvas.covered
    qtbot.waitUntil(lambda: canvas.covered)
    assert canvas.accessibleDescription() == "Bright is what looks most like what was searched for."
    assert canvas.grab().toImage() != plain
    assert not window.actions_by_name["why"].isChecked()  # the panel of the details is another matter
    QTest.keyClick(window.viewer, Qt.Key.Key_Right)
    searched.wait_until_shown()
    assert not canvas.covered
    assert canvas.note == ""
    QTest.keyClick(window.viewer, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: canvas.covered)
    QTest.keyClick(window.viewer, Qt.Key.Key_W)
    assert not canvas.covered
    window.viewer.leave()


def test_what_is_still_looked_for_does_not_come_over_the_next_photo(
    searched: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = searched.window
    begun, go_on = threading.Event(), threading.Event()
    real = explain.where

    def slow(*arguments: object, **named: object) -> object:
        begun.set()
        go_on.wait(10)
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(explain, "where", slow)
    shown_large(searched, 0)
    QTest.keyClick(window.viewer, Qt.Key.Key_W)
    assert begun.wait(10)
    QTest.keyClick(window.viewer, Qt.Key.Key_Right)
    go_on.set()
    searched.wait_until_shown()
    assert not window.viewer.canvas.covered
    assert window.viewer.canvas.note == ""
    window.viewer.leave()


def test_without_a_search_it_is_said_what_to_do(full_window: OpenWindow) -> None:
    window = full_window.window
    shown_large(full_window, 0)
    QTest.keyClick(window.viewer, Qt.Key.Key_W)
    assert "Search for words or a picture first" in window.viewer.canvas.note
    QTest.keyClick(window.viewer, Qt.Key.Key_Escape)
    assert window.viewer.canvas.note == ""


def test_of_photos_that_are_compared_the_current_one_is_covered(searched: OpenWindow, qtbot: QtBot) -> None:
    window = searched.window
    ids = [int(each) for each in window.grid.tiles.ids[:2]]
    window.viewer.compare(ids)
    searched.wait_until_shown()
    QTest.keyClick(window.viewer, Qt.Key.Key_W)
    first, second = window.viewer.compared.panes
    qtbot.waitUntil(lambda: first.canvas.covered)
    QTest.keyClick(window.viewer, Qt.Key.Key_Right)
    assert not first.canvas.covered
    assert not second.canvas.covered
    window.viewer.leave()

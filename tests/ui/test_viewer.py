"""The viewer: zoom about a point, better pixels when they are needed, what is beside read ahead."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindseye.ui.application import OpenWindow
from mindseye.ui.photo_canvas import GROUND, PhotoCanvas
from tests.ui.conftest import StartWindow

Key = Qt.Key


@pytest.fixture
def canvas(qtbot: QtBot) -> PhotoCanvas:
    canvas = PhotoCanvas()
    canvas.resize(800, 600)
    pixmap = QPixmap(1000, 500)
    pixmap.fill(QColor("white"))
    canvas.show_pixmap(pixmap, QSizeF(4000, 2000), whole=False)
    qtbot.addWidget(canvas)
    canvas.show()
    return canvas


def test_a_picture_is_fitted_whole_into_the_middle(canvas: PhotoCanvas) -> None:
    assert canvas.fitted
    assert canvas.area_of(QRectF(0, 0, 1, 1)) == QRectF(0, 100, 800, 400)
    assert canvas.point_at(QPointF(400, 300)) == QPointF(0.5, 0.5)


def test_zooming_keeps_the_point_under_the_pointer(canvas: PhotoCanvas) -> None:
    pointer = QPointF(650, 250)
    before = canvas.point_at(pointer)
    for _ in range(4):
        canvas.zoom_by(1, pointer)
        after = canvas.point_at(pointer)
        assert after.x() == pytest.approx(before.x(), abs=0.01)
    canvas.zoom_by(-30, pointer)
    assert canvas.fitted


def test_the_wheel_zooms(canvas: PhotoCanvas) -> None:
    at = QPointF(400, 300)
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, wheel)
    assert not canvas.fitted


def test_no_room_is_left_empty_that_the_picture_could_fill(canvas: PhotoCanvas) -> None:
    canvas.toggle_pixels()
    canvas.move_by(1e6, 1e6)
    place = canvas.area_of(QRectF(0, 0, 1, 1))
    assert place.topLeft() == QPointF(0, 0)
    canvas.move_by(-1e6, -1e6)
    place = canvas.area_of(QRectF(0, 0, 1, 1))
    assert place.bottomRight() == QPointF(800, 600)
    canvas.toggle_pixels()
    assert canvas.fitted


def test_more_pixels_are_wanted_only_when_they_would_be_seen(canvas: PhotoCanvas, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(canvas.more_wanted):
        canvas.zoom_by(0.5)
    with qtbot.waitSignal(canvas.more_wanted):
        canvas.toggle_pixels()
    whole = QPixmap(4000, 2000)
    whole.fill(QColor("white"))
    canvas.show_pixmap(whole, QSizeF(4000, 2000), whole=True)
    assert canvas.look.zoom == 1.0
    with qtbot.assertNotEmitted(canvas.more_wanted):
        canvas.zoom_by(2)
    canvas.grab()


def test_a_part_is_cut_where_the_picture_ends(canvas: PhotoCanvas) -> None:
    part = canvas.part_at(QRectF(-50, 0, 450, 300))
    assert np.allclose([part.x(), part.y(), part.width(), part.height()], [0, 0, 0.5, 0.5])
    assert canvas.part_at(QRectF(0, 0, 800, 90)).isEmpty()


def test_the_next_photo_is_there_at_once_when_it_was_read_ahead(
    full_window: OpenWindow, qtbot: QtBot
) -> None:
    window = full_window.window
    first = int(window.grid.tiles.ids[0])
    window.chosen.open_photo(first)
    full_window.wait_until_shown()
    qtbot.keyClick(window.viewer, Key.Key_Right)
    assert window.viewer.complete
    assert window.viewer.photo_id == int(window.grid.tiles.ids[1])
    qtbot.keyClick(window.viewer, Key.Key_Plus)
    qtbot.keyClick(window.viewer, Key.Key_Z)
    qtbot.keyClick(window.viewer, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    full_window.wait_until_shown()
    qtbot.keyClick(window.viewer, Key.Key_Right)
    assert window.viewer.canvas.fitted


def test_slides_follow_one_another_and_end_with_the_last(full_window: OpenWindow, qtbot: QtBot) -> None:
    window = full_window.window
    window.grid.go_to(int(window.grid.tiles.ids[10]))
    window.viewer._slides.setInterval(10)
    window.actions_by_name["slides"].trigger()
    qtbot.waitUntil(lambda: window.viewer.photo_id == int(window.grid.tiles.ids[11]))
    assert not window.viewer.showing_slides
    full_window.wait_until_shown()
    window.viewer.leave()
    assert not window.actions_by_name["slides"].isChecked()


def test_a_photo_is_chosen_in_the_film_strip(full_window: OpenWindow, qtbot: QtBot) -> None:
    window = full_window.window
    window.actions_by_name["strip"].trigger()
    window.chosen.open_photo(int(window.grid.tiles.ids[4]))
    full_window.wait_until_shown()
    strip = window.viewer.strip
    assert strip.isVisible()
    full_window.wait_until_shown()
    middle = strip.grab().toImage().pixelColor(strip._cell(strip._current).center())
    assert middle != GROUND
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip._cell(strip._current + 1).center())
    assert window.viewer.photo_id == int(window.grid.tiles.ids[5])
    full_window.wait_until_shown()
    window.viewer.leave()


def test_photos_are_compared_in_the_same_place(full_window: OpenWindow, qtbot: QtBot) -> None:
    window, compare = full_window.window, full_window.window.actions_by_name["compare"]
    window.grid.go_to(int(window.grid.tiles.ids[0]))
    assert not compare.isEnabled()
    window.grid.selectAll()
    assert not compare.isEnabled()  # twelve are too many
    index = window.grid.model().index(2, 0)
    window.grid.go_to(int(window.grid.tiles.ids[0]))
    window.grid.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    compare.trigger()
    full_window.wait_until_shown()
    viewer, (left, right) = window.viewer, window.viewer.compared.panes
    assert viewer.complete
    assert viewer.photo_id == left.photo_id == int(window.grid.tiles.ids[0])
    for _ in range(3):
        qtbot.keyClick(viewer, Key.Key_Plus)
    qtbot.keyClick(viewer, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert not right.canvas.fitted
    assert right.canvas.look.centre == left.canvas.look.centre
    qtbot.keyClick(viewer, Key.Key_Right)
    assert viewer.photo_id == right.photo_id == int(window.grid.tiles.ids[2])
    qtbot.mouseClick(left.canvas, Qt.MouseButton.LeftButton)
    assert viewer.photo_id == left.photo_id
    qtbot.keyClick(viewer, Key.Key_Escape)
    assert viewer.photo_id is None
    assert not viewer.compared.panes


def test_an_animation_moves_until_it_is_held(start_window: StartWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "moving"
    folder.mkdir()
    frames = [Image.new("RGB", (64, 48), colour) for colour in ("red", "lime", "blue")]
    frames[0].save(folder / "a.gif", save_all=True, append_images=frames[1:], duration=30, loop=0)
    opened = start_window()
    qtbot.waitUntil(lambda: opened.showing.library is not None, timeout=10_000)
    opened.showing.add_folders([folder])
    qtbot.waitUntil(lambda: len(opened.showing.tiles) == 1, timeout=20_000)
    viewer = opened.window.viewer
    opened.window.chosen.open_photo(int(opened.showing.tiles.ids[0]))
    qtbot.waitUntil(lambda: viewer.player.playing, timeout=20_000)
    seen: set[str] = set()

    def look() -> bool:
        canvas = viewer.canvas
        seen.add(canvas.grab().toImage().pixelColor(canvas.rect().center()).name())
        return len(seen) == 3

    qtbot.waitUntil(look, timeout=10_000)
    qtbot.keyClick(viewer, Key.Key_P)
    assert not viewer.player.playing
    viewer.leave()
    opened.window.actions_by_name["less_motion"].trigger()
    opened.window.chosen.open_photo(int(opened.showing.tiles.ids[0]))
    opened.wait_until_shown()
    assert not viewer.player.playing
    qtbot.keyClick(viewer, Key.Key_P)
    assert viewer.player.playing
    viewer.leave()
    assert not viewer.player.playing


def test_a_large_photo_has_a_menu(full_window: OpenWindow, qtbot: QtBot) -> None:
    window = full_window.window
    window.chosen.open_photo(int(window.grid.tiles.ids[0]))
    full_window.wait_until_shown()
    menu = window.chosen.made_menu(window.viewer, ("similar",))
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert names[0] == "similar"
    assert {"tag", "trash", "open_with", "add_to_album"} <= set(names)
    assert "open" not in names
    menu.deleteLater()
    window.viewer.leave()


def test_what_is_told_is_seen_above_a_large_photo(full_window: OpenWindow, qtbot: QtBot) -> None:
    window = full_window.window
    window.chosen.open_photo(int(window.grid.tiles.ids[0]))
    full_window.wait_until_shown()
    window.actions_by_name["rate_4"].trigger()
    qtbot.waitUntil(lambda: "Undo takes it back" in window.notice.sentence)
    seen = window.childAt(window.notice.mapTo(window, window.notice.rect().center()))
    assert seen is not None
    assert window.notice.isAncestorOf(seen)
    window.viewer.leave()
    full_window.wait_until_shown()

"""Two fingers, spread on a touch screen or on a touchpad, and what grows below them."""

import sys
from math import prod

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPixmap, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mindseye.ui.application import OpenWindow
from mindseye.ui.photo_canvas import PhotoCanvas
from mindseye.ui.pinch import Pinch

Seen = list[tuple[float, QPointF]]


@pytest.fixture
def watched(qtbot: QtBot) -> tuple[QWidget, Seen]:
    widget, seen = QWidget(), Seen()
    widget.resize(400, 400)
    Pinch(widget).zoomed.connect(lambda factor, about: seen.append((factor, about)))
    qtbot.addWidget(widget)
    widget.show()
    return widget, seen


def on_touchpad(widget: QWidget, value: float, at: QPointF) -> None:
    zoom, device = Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(zoom, device, 2, at, at, QPointF(widget.mapToGlobal(at)), value, QPointF())
    QApplication.sendEvent(widget, event)


@pytest.mark.skipif(sys.platform == "darwin", reason="touchpads are heard there, and no touch screens")
def test_fingers_that_are_spread_enlarge_as_far_as_they_went(watched: tuple[QWidget, Seen]) -> None:
    widget, seen = watched
    screen = QTest.createTouchDevice()

    def touch(step: str, apart: int) -> None:
        sequence = QTest.touchEvent(widget, screen, autoCommit=False)
        for finger, x in ((0, 200 - apart // 2), (1, 200 + apart // 2)):
            getattr(sequence, step)(finger, QPoint(x, 200))
        sequence.commit()

    touch("press", 40)
    for apart in (60, 100, 160):
        touch("move", apart)
    touch("release", 160)
    assert prod(factor for factor, _ in seen) == pytest.approx(160 / 40)
    assert all((about - QPointF(200, 200)).manhattanLength() < 8 for _, about in seen)


def test_a_touchpad_tells_how_much_larger(watched: tuple[QWidget, Seen]) -> None:
    widget, seen = watched
    on_touchpad(widget, 0.1, QPointF(10, 20))
    on_touchpad(widget, -3.0, QPointF(10, 20))
    assert seen == [(1.1, QPointF(10, 20)), (0.2, QPointF(10, 20))]


def test_a_large_photo_is_enlarged_about_the_fingers(qtbot: QtBot) -> None:
    canvas = PhotoCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 400)
    canvas.show_pixmap(QPixmap(400, 400), QPixmap(400, 400).size().toSizeF(), whole=True)
    held = canvas.point_at(QPointF(100, 100))
    on_touchpad(canvas, 1.0, QPointF(100, 100))
    assert canvas.look.zoom == pytest.approx(2 * canvas.fitting_zoom)
    assert (canvas.point_at(QPointF(100, 100)) - held).manhattanLength() < 1e-6


def test_photos_of_the_grid_grow_by_small_steps(full_window: OpenWindow) -> None:
    grid = full_window.window.grid
    grid.set_row_height(200)
    for _ in range(100):
        on_touchpad(grid.viewport(), 0.002, QPointF(50, 50))
    assert grid.row_height == pytest.approx(200 * 1.002**100, abs=1)
    grid.set_row_height(120)
    on_touchpad(grid.viewport(), 0.5, QPointF(50, 50))
    assert grid.row_height == 180

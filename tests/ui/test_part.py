"""A box drawn over a photo or over a picture that is searched by, and what it finds."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mindseye.search import Box, PictureFile, SimilarTo
from mindseye.ui.application import OpenWindow
from mindseye.ui.part_chooser import PartChooser, PartDialog
from tests.support.pictures import write_picture


@pytest.fixture
def large(full_window: OpenWindow, qtbot: QtBot) -> OpenWindow:
    """A window that shows its first photo large."""
    window = full_window.window
    window.chosen.open_photo(int(window.grid.tiles.ids[0]))
    qtbot.waitUntil(lambda: window.viewer.complete, timeout=10_000)
    return full_window


def drag(chooser: PartChooser, first: tuple[float, float], last: tuple[float, float]) -> None:
    """Draws from one point of the picture to another, given as fractions."""
    place = chooser._canvas._place

    def at(point: tuple[float, float]) -> QPoint:
        return QPoint(
            round(place.x() + point[0] * place.width()), round(place.y() + point[1] * place.height())
        )

    QTest.mousePress(chooser, Qt.MouseButton.LeftButton, pos=at(first))
    QTest.mouseMove(chooser, at(last))
    QTest.mouseRelease(chooser, Qt.MouseButton.LeftButton, pos=at(last))


def test_a_box_in_the_viewer_is_searched_by(large: OpenWindow) -> None:
    viewer, searching = large.window.viewer, large.showing.searching
    photo_id = viewer.photo_id
    QTest.keyClick(viewer, Qt.Key.Key_B)
    assert viewer.part.isVisible()
    drag(viewer.part, (0.25, 0.25), (0.75, 0.5))
    large.wait_until_shown()
    assert viewer.isHidden()
    (chip,) = searching.asked.chips
    assert isinstance(chip.piece, SimilarTo)
    assert chip.piece.photo_id == photo_id
    box = chip.piece.box
    assert box is not None
    wanted = (0.25, 0.25, 0.75, 0.5)
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx(wanted, abs=0.03)
    assert chip.name.startswith("part of ")
    assert searching.answer is not None
    assert len(searching.answer.tiles)


def test_a_key_or_the_menu_opens_the_photo_and_lets_a_box_be_drawn(
    full_window: OpenWindow, qtbot: QtBot
) -> None:
    window = full_window.window
    window.grid.setFocus()
    window.grid.go_to(int(window.grid.tiles.ids[3]))
    QTest.keyClick(window.grid, Qt.Key.Key_B)
    qtbot.waitUntil(window.viewer.part.isVisible)
    assert window.viewer.photo_id == int(window.grid.tiles.ids[3])
    window.viewer.part.hide()
    window.viewer.leave()
    window.actions_by_name["search_part"].trigger()
    qtbot.waitUntil(window.viewer.part.isVisible)
    QTest.keyClick(window.viewer.part, Qt.Key.Key_Escape)
    window.viewer.leave()


def test_keys_alone_move_size_and_search(large: OpenWindow) -> None:
    viewer = large.window.viewer
    viewer.choose_part()
    for _ in range(20):
        QTest.keyClick(viewer.part, Qt.Key.Key_Left)
    QTest.keyClick(viewer.part, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(viewer.part, Qt.Key.Key_Return)
    large.wait_until_shown()
    (chip,) = large.showing.searching.asked.chips
    assert isinstance(chip.piece, SimilarTo)
    assert chip.piece.box == Box(0, 0.3, 0.4, 0.75)


def test_escape_and_a_click_choose_nothing(large: OpenWindow) -> None:
    viewer = large.window.viewer
    viewer.choose_part()
    drag(viewer.part, (0.5, 0.5), (0.5, 0.5))
    assert viewer.part.isVisible()
    QTest.keyClick(viewer.part, Qt.Key.Key_Escape)
    assert viewer.part.isHidden()
    assert viewer.isVisible()
    assert large.showing.searching.asked.empty


def test_a_part_of_a_pasted_picture_is_searched_by(
    full_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    outside = write_picture(tmp_path / "outside.png", "red", seed=50)
    searching, bar = full_window.showing.searching, full_window.window.search_bar
    searching.search_by_bytes(outside.read_bytes(), "pasted")
    full_window.wait_until_shown()
    QTest.keyClick(bar.chips[0], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    full_window.wait_until_shown()
    QTest.keyClick(bar.chips[0], Qt.Key.Key_B)
    (dialog,) = full_window.window.findChildren(PartDialog)
    qtbot.waitUntil(dialog.chooser.isVisible, timeout=5000)
    QTest.keyClick(dialog.chooser, Qt.Key.Key_Return)
    full_window.wait_until_shown()
    (chip,) = searching.asked.chips
    assert isinstance(chip.piece, PictureFile)
    assert chip.piece.box == Box(0.3, 0.3, 0.7, 0.7)
    assert chip.weight == 1.5
    assert chip.name == "part of pasted"
    qtbot.waitUntil(lambda: not full_window.window.findChildren(PartDialog), timeout=5000)

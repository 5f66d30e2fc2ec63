"""The grid: selection, keys, growth without a jump, thumbnails for what is in view only."""

import threading
from collections.abc import Iterator, Sequence
from datetime import datetime

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindseye.catalog.tiles import UNKNOWN_DAY
from mindseye.operations.captions import Caption
from mindseye.ui.door import Door
from mindseye.ui.grid.accessible import let_readers_see_grids
from mindseye.ui.grid.captions import Captions
from mindseye.ui.grid.headings import Grouping, day_words
from mindseye.ui.grid.painting import GridColours
from mindseye.ui.grid.thumbnails import Thumbnails, scaled_image
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.grid.view import PhotoGrid
from tests.support.pictures import write_picture

Key = Qt.Key
GREY = QColor("grey")


class Source:
    """Gives the same JPEG for every photo and remembers for which it was asked."""

    def __init__(self, jpeg: bytes) -> None:
        self.jpeg = jpeg
        self.asked: list[int] = []

    def __call__(self, photo_id: int) -> bytes | None:
        self.asked.append(photo_id)
        return None if photo_id % 1000 == 13 else self.jpeg


@pytest.fixture(scope="module")
def jpeg(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("jpeg") / "picture.jpg"
    return write_picture(path, size=(512, 341)).read_bytes()


@pytest.fixture
def source(jpeg: bytes) -> Source:
    return Source(jpeg)


@pytest.fixture
def grid(qtbot: QtBot, source: Source) -> Iterator[PhotoGrid]:
    door = Door("test-thumbnails", threads=2)
    thumbnails = Thumbnails(door)
    thumbnails.read_from(source)
    captions = Captions(door)
    captions.read_from(lambda photo_ids: {each: caption(each) for each in photo_ids})
    grid = PhotoGrid(thumbnails, captions, GridColours(*[GREY] * 7))
    grid.resize(800, 600)
    grid.show()
    qtbot.addWidget(grid)
    yield grid
    door.close()


def caption(photo_id: int) -> Caption:
    taken_at = None if photo_id % 2 else datetime(2021, 5, 3, 12)
    return Caption(f"{photo_id}.jpg", taken_at, ("beach", "day"), ("Holiday", "beach"), photo_id != 4)


def tiles(*ids: int) -> Tiles:
    count = len(ids)
    return Tiles(np.array(ids, np.int64), np.full(count, 1.5, np.float32), np.zeros(count, np.int32))


def many(count: int, first: int = 1) -> Tiles:
    return tiles(*range(first, first + count))


def press(qtbot: QtBot, grid: PhotoGrid, key: Key, *modifiers: Qt.KeyboardModifier) -> None:
    both = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        both |= modifier
    qtbot.keyClick(grid, key, both)


def centre(grid: PhotoGrid, row: int) -> QPoint:
    return grid.visualRect(grid.model().index(row, 0)).center()


def test_arrows_move_and_ends_hold(grid: PhotoGrid, qtbot: QtBot) -> None:
    grid.show_tiles(many(40))
    for key, expected in [
        (Key.Key_Right, 1),
        (Key.Key_Right, 2),
        (Key.Key_Left, 1),
        (Key.Key_Left, 1),
        (Key.Key_End, 40),
        (Key.Key_Right, 40),
        (Key.Key_Home, 1),
    ]:
        press(qtbot, grid, key)
        assert grid.current_id == expected
    press(qtbot, grid, Key.Key_Down)
    below = grid.current_id
    assert below is not None
    assert below > 2
    press(qtbot, grid, Key.Key_Up)
    assert grid.current_id == 1
    press(qtbot, grid, Key.Key_PageDown)
    assert grid.current_id is not None
    assert grid.current_id > below


def test_shift_selects_in_reading_order_and_ctrl_adds(grid: PhotoGrid, qtbot: QtBot) -> None:
    grid.show_tiles(many(40))
    shift, ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(grid.viewport(), left, pos=centre(grid, 1))
    qtbot.mouseClick(grid.viewport(), left, shift, centre(grid, 7))
    assert grid.chosen_ids().tolist() == list(range(2, 9))
    qtbot.mouseClick(grid.viewport(), left, ctrl, centre(grid, 3))
    assert grid.chosen_ids().tolist() == [2, 3, 5, 6, 7, 8]
    press(qtbot, grid, Key.Key_A, ctrl)
    assert len(grid.chosen_ids()) == 40
    press(qtbot, grid, Key.Key_Home)
    press(qtbot, grid, Key.Key_Right, shift)
    press(qtbot, grid, Key.Key_Right, shift)
    assert grid.chosen_ids().tolist() == [1, 2, 3]


def test_space_and_double_click_open(grid: PhotoGrid, qtbot: QtBot) -> None:
    grid.show_tiles(many(10))
    press(qtbot, grid, Key.Key_Right)
    with qtbot.waitSignal(grid.opened) as opened:
        press(qtbot, grid, Key.Key_Space)
    assert opened.args == [1 if grid.current_id == 1 else grid.current_id]
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre(grid, 4))
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre(grid, 4))
    assert opened.args == [5]


def in_months(*counts: int) -> Tiles:
    """As many photos in each month, from January 2024 on."""
    count = sum(counts)
    first = np.datetime64("2024-01", "M")
    months = np.repeat(np.arange(len(counts)), counts)
    days = (first + months).astype("datetime64[D]").astype(np.int32) + np.arange(count) % 28
    return Tiles(np.arange(1, count + 1), np.full(count, 1.5, np.float32), days.astype(np.int32))


def pull(qtbot: QtBot, grid: PhotoGrid, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier) -> None:
    left, viewport = Qt.MouseButton.LeftButton, grid.viewport()
    qtbot.mousePress(viewport, left, modifier, start)
    for part in (0.25, 0.5, 0.75, 1.0):
        point = start + (end - start) * part
        QApplication.sendEvent(
            viewport,
            QMouseEvent(
                QEvent.Type.MouseMove,
                QPointF(point),
                QPointF(viewport.mapToGlobal(point)),
                left,
                left,
                modifier,
            ),
        )
    qtbot.mouseRelease(viewport, left, modifier, end)


def test_a_band_from_an_empty_place_selects_what_it_touches(grid: PhotoGrid, qtbot: QtBot) -> None:
    grid.show_tiles(many(6))
    below = QPoint(4, grid.visualRect(grid.model().index(5, 0)).bottom() + 40)
    plain, ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    pull(qtbot, grid, below, centre(grid, 4), plain)
    touched = set(grid.chosen_ids().tolist())
    assert 5 in touched
    assert 1 not in touched
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre(grid, 0))
    pull(qtbot, grid, below, centre(grid, 4), ctrl)
    assert set(grid.chosen_ids().tolist()) == touched | {1}
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert not len(grid.chosen_ids())


def test_pulling_a_photo_asks_for_a_drag(grid: PhotoGrid, qtbot: QtBot) -> None:
    grid.show_tiles(many(6))
    with qtbot.waitSignal(grid.drag_wanted):
        pull(qtbot, grid, centre(grid, 1), centre(grid, 4), Qt.KeyboardModifier.NoModifier)
    assert grid.chosen_ids().tolist() == [2]
    assert not grid.picture_of_chosen().isNull()


def test_headings_part_the_months_and_the_topmost_stays(grid: PhotoGrid, qtbot: QtBot) -> None:
    grid.set_grouping(Grouping.MONTH)
    grid.show_tiles(in_months(30, 40, 50), in_time=True)
    rects = [grid.visualRect(grid.model().index(row, 0)) for row in (29, 30, 69, 70)]
    assert rects[1].top() - rects[0].bottom() > 36
    assert rects[3].top() - rects[2].bottom() > 36
    grid.verticalScrollBar().setValue(rects[1].top() + 10)
    assert not grid.indexAt(QPoint(40, 5)).isValid()  # the heading of the second month is there
    grid.go_to(31)
    assert grid.visualRect(grid.model().index(30, 0)).top() >= 36  # not below the heading that stays
    grid.go_to(1)
    assert grid.verticalScrollBar().value() == 0
    grid.set_grouping(Grouping.NONE)
    assert grid.visualRect(grid.model().index(30, 0)).top() < rects[1].top()


def test_a_search_has_no_headings(grid: PhotoGrid) -> None:
    grid.set_grouping(Grouping.DAY)
    grid.show_tiles(in_months(30, 40))
    alone = grid.visualRect(grid.model().index(69, 0))
    grid.show_tiles(in_months(30, 40), in_time=True)
    assert grid.visualRect(grid.model().index(69, 0)).top() > alone.top()


@pytest.mark.parametrize(
    ("day", "grouping", "words"),
    [
        (0, Grouping.MONTH, "January 1970"),
        (-1, Grouping.DAY, "Wednesday, 31 December 1969"),
        (19_782, Grouping.DAY, "Thursday, 29 February 2024"),
        (UNKNOWN_DAY, Grouping.DAY, "Date not known"),
    ],
)
def test_headings_speak_of_days(day: int, grouping: Grouping, words: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    try:
        assert day_words(day, grouping) == words
    finally:
        QLocale.setDefault(before)


def test_a_photo_is_named_with_its_date_and_tags_for_screen_readers(grid: PhotoGrid, qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    grid.show_tiles(many(10))
    role = Qt.ItemDataRole.AccessibleTextRole
    index = grid.model().index(3, 0)
    assert index.data(role) == "Photo 4 of 10"
    qtbot.waitUntil(lambda: index.data(role) != "Photo 4 of 10")
    assert index.data(role) == "4.jpg, 3 May 2021, beach, day, away, photo 4 of 10"
    let_readers_see_grids()
    seen = QAccessible.queryAccessibleInterface(grid)
    assert seen is not None
    assert seen.role() == QAccessible.Role.List
    assert seen.childCount() == 10
    photo = seen.child(3)
    assert photo.text(QAccessible.Text.Name).startswith("4.jpg")
    assert photo.rect().size() == grid.visualRect(index).size()
    assert not photo.state().selected
    grid.go_to(4)
    assert photo.state().selected
    grid.show_tiles(Tiles.none())
    assert not photo.isValid()


def test_badges_tell_what_is_wrong_and_what_was_said_of_the_photo_in_focus(
    grid: PhotoGrid, qtbot: QtBot
) -> None:
    grid.show_tiles(many(10))
    qtbot.waitUntil(lambda: grid._captions.get(4) is not None)
    assert grid._badges(3, focused=False) == ("away",)
    assert grid._badges(0, focused=False) == ()
    assert grid._badges(0, focused=True) == ("Holiday", "beach")
    grid._hover(3)
    assert grid._badges(3, focused=False) == ("away", "Holiday")
    grid.grab()


def test_squares_are_square_and_go_back(grid: PhotoGrid) -> None:
    grid.show_tiles(many(40))
    whole = grid.visualRect(grid.model().index(0, 0))
    grid.set_squares(True)
    cell = grid.visualRect(grid.model().index(0, 0))
    assert abs(cell.width() - cell.height()) <= 1
    grid.set_squares(False)
    assert grid.visualRect(grid.model().index(0, 0)) == whole


def test_growing_keeps_selection_and_what_lies_under_the_eye(grid: PhotoGrid, qtbot: QtBot) -> None:
    grid.show_tiles(many(400, first=1000))
    grid.go_to(1200)
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum() // 2)
    seen = grid.indexAt(QPoint(40, 5)).row() if grid.indexAt(QPoint(40, 5)).isValid() else None
    first = next(row for row in range(400) if grid.visualRect(grid.model().index(row, 0)).bottom() > 0)
    photo, top = int(grid.tiles.ids[first]), grid.visualRect(grid.model().index(first, 0)).top()
    grid.show_tiles(tiles(*range(1, 51), *range(1000, 1400)))
    row = int(grid.tiles.rows_of([photo])[0])
    assert grid.visualRect(grid.model().index(row, 0)).top() == top, seen
    assert grid.current_id == 1200
    assert grid.chosen_ids().tolist() == [1200]


def test_another_view_starts_at_the_top_with_nothing_selected(grid: PhotoGrid) -> None:
    grid.show_tiles(many(400))
    grid.selectAll()
    grid.verticalScrollBar().setValue(900)
    grid.show_tiles(many(300), keep_place=False)
    assert grid.verticalScrollBar().value() == 0
    assert not len(grid.chosen_ids())


def test_a_photo_that_went_leaves_the_selection(grid: PhotoGrid, qtbot: QtBot) -> None:
    grid.show_tiles(many(10))
    grid.selectAll()
    with qtbot.waitSignal(grid.chosen_changed):
        grid.show_tiles(many(5))
    assert grid.chosen_ids().tolist() == [1, 2, 3, 4, 5]


def test_only_what_is_seen_or_about_to_be_is_loaded(grid: PhotoGrid, qtbot: QtBot, source: Source) -> None:
    grid.show_tiles(many(5000))
    qtbot.waitUntil(lambda: len(source.asked) >= 10 and grid._thumbnails.idle, timeout=10_000)
    assert set(source.asked) <= set(range(1, 60))
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: 5000 in source.asked and grid._thumbnails.idle, timeout=10_000)
    assert not set(range(200, 4900)) & set(source.asked)


def test_a_photo_without_thumbnail_is_asked_for_once(grid: PhotoGrid, qtbot: QtBot, source: Source) -> None:
    grid.show_tiles(tiles(13))
    qtbot.waitUntil(lambda: grid._thumbnails.is_missing(13))
    grid.set_row_height(240)
    qtbot.wait(60)
    assert source.asked == [13]


def test_the_cache_stays_within_its_bytes(qtbot: QtBot, jpeg: bytes) -> None:
    door = Door("test-cache")
    thumbnails = Thumbnails(door, maximum_bytes=10 * 300 * 200 * 4)
    thumbnails.read_from(lambda _: jpeg)
    size = scaled_image(jpeg, _size(300, 200)).size()
    thumbnails.want([(photo_id, size) for photo_id in range(30)])
    qtbot.waitUntil(lambda: thumbnails.idle)
    kept = [photo_id for photo_id in range(30) if thumbnails.get(photo_id) is not None]
    assert kept == list(range(20, 30))
    door.close()


def test_thumbnails_come_at_the_size_of_their_cell(jpeg: bytes) -> None:
    assert scaled_image(jpeg, _size(270, 180)).size() == _size(270, 180)
    assert scaled_image(jpeg, _size(100, 100)).size() == _size(100, 66)


def test_a_million_photos_are_shown_and_scrolled(grid: PhotoGrid, qtbot: QtBot) -> None:
    grid.show_tiles(many(1_000_000))
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    assert grid.indexAt(QPoint(20, grid.viewport().height() - 30)).row() > 999_900
    grid.selectAll()
    assert len(grid.chosen_ids()) == 1_000_000


def _size(width: int, height: int) -> QSize:
    return QSize(width, height)


def test_captions_that_were_read_before_a_change_are_read_again(qtbot: QtBot) -> None:
    door = Door("test-captions")
    captions, versions, held = Captions(door), [1], threading.Event()

    def read(photo_ids: Sequence[int]) -> dict[int, Caption]:
        version = versions[0]
        held.wait(10)
        return {each: Caption(f"{version}.jpg", None, (), (), online=True) for each in photo_ids}

    captions.read_from(read)
    captions.want([1])
    qtbot.waitUntil(lambda: not door.idle)
    versions[0] = 2
    captions.renew()
    held.set()
    with qtbot.waitSignal(captions.came):
        pass
    captions.want([1])
    qtbot.waitUntil(lambda: (captions.get(1) or caption(1)).name == "2.jpg")
    door.close()


def test_a_photo_of_which_nothing_can_be_shown_says_so(grid: PhotoGrid, qtbot: QtBot) -> None:
    grid.show_tiles(many(15))
    grid.go_to(13)
    qtbot.waitUntil(lambda: grid._thumbnails.is_missing(13) and grid._captions.get(13) is not None)
    assert grid._badges(12, focused=False) == ("unreadable",)
    assert grid._badges(12, focused=True) == ("unreadable", "Holiday")
    grid.grab()

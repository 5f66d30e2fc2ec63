"""The timeline: which months there are, where one is among them, and going from one to the other."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from mindseye.catalog.tiles import UNKNOWN_DAY
from mindseye.ui.application import OpenWindow
from mindseye.ui.timeline import Months
from tests.support.pictures import write_picture
from tests.ui.conftest import StartWindow


def day(text: str) -> int:
    return int(np.datetime64(text, "D").astype(np.int64))


def days_of(*texts: str) -> np.ndarray:
    return np.array([day(text) for text in texts], np.int32)


@pytest.fixture
def opened(start_window: StartWindow, qtbot: QtBot, tmp_path: Path) -> OpenWindow:
    """A window on sixty pictures of three years, five a month in four months of each."""
    from PIL import Image

    folder = tmp_path / "years"
    for number in range(60):
        path = write_picture(folder / f"{number:03}.jpg", "blue", seed=number)
        year, month = 2019 + number // 20, 1 + 3 * (number % 20 // 5)
        with Image.open(path) as picture:
            exif = picture.getexif()
            exif.get_ifd(0x8769)[0x9003] = f"{year}:{month:02}:{1 + number % 5:02} 12:00:00"
            picture.save(path, exif=exif)
    opened = start_window()
    qtbot.waitUntil(lambda: opened.showing.library is not None, timeout=10_000)
    opened.showing.add_folders([folder])
    qtbot.waitUntil(lambda: len(opened.showing.tiles) == 60, timeout=30_000)
    opened.wait_until_shown()
    return opened


def test_months_are_counted_from_the_oldest_and_empty_ones_lead_to_the_last_before() -> None:
    months = Months.of(days_of("2021-03-09", "2021-03-01", "2021-01-31", "2020-12-24", "2020-12-24"))
    assert months is not None
    assert months.counts.tolist() == [2, 1, 0, 2]
    assert months.rows.tolist() == [3, 2, 2, 0]
    assert [months.title(number) for number in (0, 3)] == ["December 2020", "March 2021"]
    assert months.year_of(0) == 2020
    assert months.in_view(range(1, 3)) == (1, 3)
    assert months.in_view(range(3, 5)) == (0, 0)


def test_photos_without_a_time_are_in_no_month() -> None:
    days = np.append(days_of("2021-03-09", "1969-12-31"), UNKNOWN_DAY).astype(np.int32)
    months = Months.of(days)
    assert months is not None
    assert months.counts.sum() == 2
    assert months.title(0) == "December 1969"
    assert months.in_view(range(2, 3)) is None


def test_one_month_and_none_need_no_timeline() -> None:
    assert Months.of(days_of("2021-03-09", "2021-03-01")) is None
    assert Months.of(np.empty(0, np.int32)) is None
    assert Months.of(np.array([UNKNOWN_DAY, UNKNOWN_DAY], np.int32)) is None


def test_a_click_goes_to_a_month_and_the_strip_shows_where_one_is(opened: OpenWindow, qtbot: QtBot) -> None:
    line, grid = opened.window.middle.timeline, opened.window.grid
    assert line.isVisible()
    assert line.months is not None
    assert len(line.months) == 34
    assert line.seen is not None
    assert line.seen[1] == 33
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(16, 20))
    assert line.seen[0] == 0
    middle = next(x for x in range(line.width()) if line.month_at(x) == 12)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(middle + 1, 20))
    first = grid.tiles.days[grid.in_view.start]
    assert first <= day("2020-01-31")
    assert line.seen[1] == 12
    assert line.accessibleDescription() == "January 2020: 5 photos"


def test_arrows_go_from_month_to_month(opened: OpenWindow, qtbot: QtBot) -> None:
    line = opened.window.middle.timeline
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Home)
    assert line.seen is not None
    assert line.seen[0] == 0
    qtbot.keyClick(line, Qt.Key.Key_End)
    assert line.seen[1] == 33
    qtbot.keyClick(line, Qt.Key.Key_PageDown)
    before = line.seen
    qtbot.keyClick(line, Qt.Key.Key_PageUp)
    assert line.seen != before


def test_scrolling_moves_the_mark(opened: OpenWindow) -> None:
    line, bar = opened.window.middle.timeline, opened.window.grid.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert line.seen is not None
    assert line.seen[0] == 0
    bar.setValue(0)
    assert line.seen[1] == 33


def test_it_is_hidden_on_request_and_where_photos_stand_in_no_order_of_time(opened: OpenWindow) -> None:
    line, actions = opened.window.middle.timeline, opened.window.actions_by_name
    actions["timeline"].trigger()
    assert not line.isVisible()
    actions["timeline"].trigger()
    assert line.isVisible()
    opened.showing.searching.search_words("blue")
    opened.wait_until_shown()
    assert not line.isVisible()


def test_photos_of_one_month_need_none(full_window: OpenWindow) -> None:
    assert not full_window.window.middle.timeline.isVisible()

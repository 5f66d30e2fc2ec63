"""The order that photos stand in, and what they are gathered under."""

import os
from datetime import date, datetime
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from mindseye.catalog.tiles import UNKNOWN_DAY
from mindseye.operations import browse
from mindseye.settings import Settings
from mindseye.ui.grid.headings import Grouping, Headings
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.order import Order, natural
from tests.support.pictures import write_picture
from tests.ui.conftest import StartWindow


def tiles(*days: date | None) -> Tiles:
    counted = [UNKNOWN_DAY if day is None else (day - date(1970, 1, 1)).days for day in days]
    count = len(counted)
    return Tiles(
        np.arange(1, count + 1, dtype=np.int64), np.ones(count, np.float32), np.array(counted, np.int32)
    )


def titles(shown: Tiles, grouping: Grouping) -> list[str]:
    headings = Headings.of(shown, grouping)
    return [headings.title(group) for group in range(len(headings.days))] if headings.shown else []


def test_years_and_months_are_told_and_what_has_no_date_stands_apart() -> None:
    shown = tiles(date(2023, 5, 9), date(2023, 5, 2), date(2023, 1, 1), date(2021, 5, 1), None, None)
    assert titles(shown, Grouping.YEAR) == ["2023", "2021", "Date not known"]
    assert titles(shown, Grouping.MONTH) == ["May 2023", "January 2023", "May 2021", "Date not known"]


def test_months_that_hold_a_photo_or_two_are_gathered_by_year() -> None:
    apart = tiles(*(date(2023, month, 1) for month in range(12, 0, -1)))
    assert titles(apart, Grouping.FITTING) == ["2023"]
    close = tiles(*(date(2023, 5, day) for day in range(20, 0, -1)), date(2021, 1, 1))
    assert titles(close, Grouping.FITTING) == ["May 2023", "January 2021"]


def test_numbers_in_names_count_as_numbers() -> None:
    names = ["img_10", "IMG_9", "", "b", "IMG_9a", "2 b", "10 a", "a²"]
    assert sorted(names, key=natural) == ["2 b", "10 a", "a²", "b", "IMG_9", "IMG_9a", "img_10", ""]


def test_photos_stand_in_the_order_that_is_chosen_and_it_is_kept(
    start_window: StartWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    for number, (name, day) in enumerate([("10", 3), ("9", 1), ("b", 2)]):
        path, when = write_picture(folder / f"{name}.jpg", seed=number), datetime(2023, 5, day).timestamp()
        os.utime(path, (when, when))
    opened = start_window()
    qtbot.waitUntil(lambda: opened.showing.library is not None)
    opened.showing.add_folders([folder])
    qtbot.waitUntil(lambda: len(opened.showing.tiles) == 3)
    opened.wait_until_shown()
    library, line = opened.showing.library, opened.window.middle.result_line
    assert library is not None

    def names() -> list[str]:
        return [path.stem for path in browse.paths_of(library, opened.window.grid.tiles.ids.tolist())]

    expected = {"newest": ["10", "b", "9"], "oldest": ["9", "b", "10"], "name": ["9", "10", "b"]}
    for action in opened.window.actions_by_name.choices["order"].actions():
        action.trigger()
        opened.wait_until_shown()
        if action.data() == "added":
            assert opened.window.grid.tiles.ids.tolist() == sorted(opened.window.grid.tiles.ids, reverse=True)
        else:
            assert names() == expected[action.data()]
        assert line.order.text() == action.text().replace("&", "")
    assert opened.showing.order is Order.NAME
    assert not opened.showing.in_time
    assert opened.window.keep(Settings()).order == "name"
    menu = [action.text().replace("&", "") for action in line.order.menu().actions() if action.text()]
    assert menu[:3] == ["Order", "Newest first", "Oldest first"]
    again = start_window(settings=Settings(order="oldest"))
    qtbot.waitUntil(lambda: len(again.showing.tiles) == 3)
    again.wait_until_shown()
    assert again.window.grid.tiles.days.tolist() == sorted(again.window.grid.tiles.days)
    assert again.window.middle.result_line.order.text() == "Oldest first"
    again.showing.searching.search_words("red")
    qtbot.waitUntil(lambda: again.showing.searching.answer is not None)
    assert again.window.middle.result_line.order.isHidden()

"""Going to a photo by typing, and photos under the names of their folders."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mindseye.catalog.tiles import Folders
from mindseye.operations import browse
from mindseye.ui.application import OpenWindow
from mindseye.ui.grid.headings import Grouping, Headings
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.jump import days_meant
from tests.support.pictures import write_pictures

Key = Qt.Key


def day(year: int, month: int, number: int) -> int:
    return (date(year, month, number) - date(1970, 1, 1)).days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", day(2023, 1, 1), day(2023, 12, 31)),
        ("2023-2", day(2023, 2, 1), day(2023, 2, 28)),
        ("2024.12", day(2024, 12, 1), day(2024, 12, 31)),
        (" 2024-02-29 ", day(2024, 2, 29), day(2024, 2, 29)),
        ("May 2021", day(2021, 5, 1), day(2021, 5, 31)),
        ("sep 1999", day(1999, 9, 1), day(1999, 9, 30)),
    ],
)
def test_dates_are_understood_as_they_are_written(text: str, first: int, last: int) -> None:
    assert days_meant(text) == (first, last)


@pytest.mark.parametrize("text", ["", "beach", "2023-13", "2023-02-30", "20231", "may", "IMG_2041"])
def test_other_words_are_no_dates(text: str) -> None:
    assert days_meant(text) is None


def test_typing_goes_to_names_and_enter_goes_on(full_window: OpenWindow, qtbot: QtBot) -> None:
    window, library = full_window.window, full_window.showing.library
    assert library is not None

    def name() -> str:
        current = window.grid.current_id
        return "" if current is None else browse.paths_of(library, [current])[0].name

    window.actions_by_name["jump"].trigger()
    assert window.jump.line.isVisible()
    qtbot.keyClicks(window.jump.line, "blue")
    full_window.wait_until_shown()
    first = name()
    assert "blue" in first
    qtbot.keyClick(window.jump.line, Key.Key_Return)
    full_window.wait_until_shown()
    assert "blue" in name()
    assert name() != first
    window.jump.line.clear()
    qtbot.keyClicks(window.jump.line, str(date.today().year))  # noqa: DTZ011 - as the files are dated
    assert window.grid.current_id == int(window.grid.tiles.ids[0])
    qtbot.keyClick(window.jump.line, Key.Key_Escape)
    assert not window.jump.line.isVisible()


def test_tiles_of_one_folder_stand_together() -> None:
    tiles = Tiles(np.arange(5), np.ones(5, np.float32), np.arange(5, dtype=np.int32))
    grouped = tiles.by_folder(Folders((Path("/a"), Path("/b")), np.array([1, 0, 2, 1, 0], np.int32)))
    assert grouped.ids.tolist() == [1, 4, 0, 3, 2]
    headings = Headings.of(grouped, Grouping.FOLDER)
    assert [headings.title(group) for group in range(3)] == ["/a", "/b", "No folder"]
    assert [headings.group_at(item) for item in range(5)] == [0, 0, 1, 1, 2]
    assert not Headings.of(tiles, Grouping.FOLDER).shown
    assert not Headings.of(grouped, Grouping.MONTH).shown
    assert not grouped.same_as(tiles)
    assert grouped.first(2).same_as(grouped.first(2))


def test_photos_stand_under_the_names_of_their_folders(
    full_window: OpenWindow, qtbot: QtBot, photos: Path, tmp_path: Path
) -> None:
    window = full_window.window
    for name, count in (("a", 2), ("b", 3)):
        write_pictures(tmp_path / name, count, seed=100 * count)
        (tmp_path / name).rename(photos / name)
    full_window.showing.indexing.look_again()
    qtbot.waitUntil(lambda: len(window.grid.tiles) == 17, timeout=20_000)
    by_folder = next(
        each for each in window.actions_by_name.choices["headings"].actions() if each.data() == "folder"
    )
    by_folder.trigger()
    qtbot.waitUntil(lambda: window.grid.tiles.folders is not None)
    full_window.wait_until_shown()
    assert window.grid._headings.names[:3] == (str(photos), str(photos / "a"), str(photos / "b"))
    assert np.bincount(window.grid.tiles.folders).tolist() == [12, 2, 3]
    window.grid.grab()

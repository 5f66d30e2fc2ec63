"""The side bar: folders that open, tags below tags, what was searched before."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from mindseye.operations import labelling
from mindseye.ui.application import OpenWindow
from mindseye.ui.place_tree import depth_of
from tests.support.pictures import write_pictures


def line(opened: OpenWindow, name: str) -> QTreeWidgetItem:
    return next(item for item in opened.window.sidebar.tree.items() if item.text(0) == name)


def names(opened: OpenWindow) -> list[str]:
    return [item.text(0) for item in opened.window.sidebar.tree.items()]


def press_arrow(opened: OpenWindow, qtbot: QtBot, item: QTreeWidgetItem) -> None:
    tree = opened.window.sidebar.tree
    where = tree.visualItemRect(item)
    qtbot.mouseClick(
        tree.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(where.x() + 4 + 14 * depth_of(item), where.center().y()),
    )


def test_folders_open_to_show_what_lies_below(
    full_window: OpenWindow, qtbot: QtBot, photos: Path, tmp_path: Path
) -> None:
    write_pictures(tmp_path / "2023" / "Oslo", 2, seed=100)
    write_pictures(tmp_path / "2023" / "Rome", 3, seed=200)
    write_pictures(tmp_path / "2024!", 1, seed=300)
    for name in ("2023", "2024!"):
        (tmp_path / name).rename(photos / name)
    full_window.showing.indexing.look_again()
    qtbot.waitUntil(lambda: len(full_window.showing.tiles) == 18, timeout=20_000)
    full_window.wait_until_shown()
    assert "2023" not in names(full_window)
    press_arrow(full_window, qtbot, line(full_window, "photos"))
    qtbot.waitUntil(lambda: "2023" in names(full_window))
    press_arrow(full_window, qtbot, line(full_window, "2023"))
    qtbot.waitUntil(lambda: {"Oslo", "Rome"} <= set(names(full_window)))
    shown = names(full_window)
    assert shown[shown.index("photos") :][:5] == ["photos", "2023", "Oslo", "Rome", "2024!"]
    assert depth_of(line(full_window, "Rome")) == 2
    full_window.window.sidebar.grab()
    full_window.window.sidebar.tree.setCurrentItem(line(full_window, "2023"))
    full_window.wait_until_shown()
    assert len(full_window.window.grid.tiles) == 5
    assert full_window.showing.title == "2023"
    assert line(full_window, "2023").isSelected()
    press_arrow(full_window, qtbot, line(full_window, "photos"))
    qtbot.waitUntil(lambda: "2023" not in names(full_window) or not line(full_window, "photos").isExpanded())
    shutil.rmtree(photos / "2023")
    full_window.showing.indexing.look_again()
    qtbot.waitUntil(lambda: not len(full_window.window.grid.tiles), timeout=20_000)


def test_tags_lie_below_tags(full_window: OpenWindow, qtbot: QtBot) -> None:
    library = full_window.showing.library
    assert library is not None
    ids = [int(each) for each in full_window.showing.tiles.ids[:3]]
    labelling.change_tags(library, ids, add=["Places/Norway/Oslo"], remove=[])
    labelling.change_tags(library, ids[:1], add=["boat"], remove=[])
    qtbot.waitUntil(lambda: "Norway" in names(full_window))
    assert depth_of(line(full_window, "Oslo")) == 2
    press_arrow(full_window, qtbot, line(full_window, "Places"))
    assert not line(full_window, "Places").isExpanded()
    labelling.change_tags(library, ids[:1], add=["car"], remove=[])
    qtbot.waitUntil(lambda: "car" in names(full_window))
    assert not line(full_window, "Places").isExpanded()


def test_a_search_made_before_is_made_again(full_window: OpenWindow, qtbot: QtBot) -> None:
    window, searching = full_window.window, full_window.showing.searching
    window.search_bar.take_focus()
    qtbot.keyClicks(window.search_bar.line, "red")
    qtbot.keyClick(window.search_bar.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "red" in names(full_window))
    searching.clear()
    full_window.wait_until_shown()
    where = window.sidebar.tree.visualItemRect(line(full_window, "red")).center()
    qtbot.mouseClick(window.sidebar.tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
    full_window.wait_until_shown()
    assert searching.answer is not None
    assert searching.asked.words == "red" or [chip.text for chip in searching.asked.chips] == ["red"]


def test_a_folder_tells_of_files_that_could_not_be_read(
    full_window: OpenWindow, qtbot: QtBot, photos: Path
) -> None:
    (photos / "notes.png").write_text("milk, bread, film", encoding="utf-8")
    full_window.showing.indexing.look_again()
    qtbot.waitUntil(
        lambda: "one file could not be read" in line(full_window, "photos").toolTip(0), timeout=20_000
    )


def test_a_name_that_is_cut_off_is_told_whole(
    full_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    shown = SimpleNamespace(showText=lambda _place, words, *_: told.append(words))
    monkeypatch.setattr("mindseye.ui.place_tree.QToolTip", shown)
    library = full_window.showing.library
    assert library is not None
    long = "Kilimanjaro by way of Machame, the second week of February"
    ids = [int(each) for each in full_window.window.grid.tiles.ids[:2]]
    labelling.give_tags(library, ids, [long, "Sea"])
    qtbot.waitUntil(lambda: long in names(full_window))
    full_window.wait_until_shown()
    tree = full_window.window.sidebar.tree
    for name in (long, "All photos"):
        where = tree.visualItemRect(line(full_window, name)).center()
        tip = QHelpEvent(QEvent.Type.ToolTip, where, tree.viewport().mapToGlobal(where))
        QApplication.sendEvent(tree.viewport(), tip)
    assert told == [long, ""]

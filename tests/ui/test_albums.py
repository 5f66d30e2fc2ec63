"""Albums in the window: kept from a search, filled by key and by drop, renamed, deleted, taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLabel, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from mindseye.operations import albums
from mindseye.search import read_query
from mindseye.ui.application import OpenWindow
from mindseye.ui.dropping import PHOTO_IDS
from mindseye.ui.places import AllPhotos, InAlbum, Page
from mindseye.ui.state_words import words_for
from tests.support.pictures import write_picture


def name_it(opened: OpenWindow, qtbot: QtBot, name: str) -> None:
    """Types a name into the dialog that is open."""
    qtbot.waitUntil(lambda: opened.window.findChild(QInputDialog) is not None, timeout=5000)
    dialog = opened.window.findChild(QInputDialog)
    dialog.setTextValue(name)
    dialog.accept()
    opened.wait_until_shown()
    qtbot.waitUntil(lambda: opened.window.findChild(QInputDialog) is None, timeout=5000)


def line_of(opened: OpenWindow, name: str) -> QTreeWidgetItem:
    (found,) = [item for item in opened.window.sidebar.tree.items() if item.text(0) == name]
    return found


def names(opened: OpenWindow) -> list[str]:
    return [each.name for each in opened.showing.survey.albums]


def choose(opened: OpenWindow, *places: int) -> list[int]:
    grid = opened.window.grid
    opened.window.activateWindow()  # a dialog may have been open
    grid.setFocus()
    ids = [int(grid.tiles.ids[place]) for place in places]
    grid.go_to(ids[0])
    for each in ids[1:]:
        index = grid.model().index(list(grid.tiles.ids).index(each), 0)
        grid.selectionModel().select(index, grid.selectionModel().SelectionFlag.Select)
    opened.wait_until_shown()
    return ids


def shown(opened: OpenWindow) -> list[int]:
    return [int(each) for each in opened.showing.visible_tiles.ids]


def settle(opened: OpenWindow, qtbot: QtBot, name: str, count: int) -> None:
    """Waits until the side bar counts so many photos of an album."""

    def counted() -> bool:
        return any(each.name == name and each.count == count for each in opened.showing.survey.albums)

    qtbot.waitUntil(counted, timeout=10_000)
    opened.wait_until_shown()


@pytest.fixture
def kept(full_window: OpenWindow, qtbot: QtBot) -> OpenWindow:
    """A window that shows a live album of what is red."""
    full_window.showing.searching.search_words('"red"')
    full_window.wait_until_shown()
    full_window.window.middle.result_line.keep.click()
    name_it(full_window, qtbot, "Sunsets")
    settle(full_window, qtbot, "Sunsets", 3)
    return full_window


def test_a_search_is_kept_and_shown_in_the_side_bar(kept: OpenWindow) -> None:
    assert isinstance(kept.showing.place, InAlbum)
    assert kept.showing.title == "Sunsets"
    assert len(kept.showing.tiles) == 3
    item = line_of(kept, "Sunsets")
    assert item.toolTip(0) == 'Kept by the search: "red"'
    assert kept.window.sidebar.tree.currentItem() is item
    assert kept.showing.searching.asked.empty


def test_it_is_refreshed_as_photos_come(kept: OpenWindow, qtbot: QtBot, photos: Path) -> None:
    write_picture(photos / "new-red.jpg", "red", seed=77)
    kept.showing.indexing.look_again()
    settle(kept, qtbot, "Sunsets", 4)
    qtbot.waitUntil(lambda: len(kept.showing.tiles) == 4, timeout=5000)


def test_photos_are_kept_out_and_pinned(kept: OpenWindow, qtbot: QtBot) -> None:
    actions = kept.window.actions_by_name
    (out,) = choose(kept, 0)
    QTest.keyClick(kept.window.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    settle(kept, qtbot, "Sunsets", 2)
    assert out not in shown(kept)
    kept.showing.go(AllPhotos())
    kept.wait_until_shown()
    assert not actions["pin"].isEnabled()
    kept.window.albums.put(InAlbum(album(kept, "Sunsets").id, "Sunsets", True), [out])
    settle(kept, qtbot, "Sunsets", 3)
    kept.showing.go(InAlbum(album(kept, "Sunsets").id, "Sunsets", True))
    kept.wait_until_shown()
    assert shown(kept)[0] == out, "pinned photos come first"
    (last,) = choose(kept, 2)
    QTest.keyClick(kept.window.grid, Qt.Key.Key_P)
    kept.wait_until_shown()
    assert albums.said(kept.showing.library, album(kept, "Sunsets")) == {out: "pinned", last: "pinned"}
    choose(kept, shown(kept).index(last))
    QTest.keyClick(kept.window.grid, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    kept.wait_until_shown()
    assert albums.said(kept.showing.library, album(kept, "Sunsets")) == {out: "pinned"}


def album(opened: OpenWindow, name: str) -> albums.Album:
    return albums.named(opened.showing.library, name)


def test_the_search_of_an_album_is_changed(kept: OpenWindow, qtbot: QtBot) -> None:
    kept.window.albums.open_search(kept.showing.place)
    kept.wait_until_shown()
    assert kept.showing.searching.asked.query() == read_query('"red"')
    kept.showing.searching.search_words('"blue"')
    kept.wait_until_shown()
    kept.window.actions_by_name["keep_search"].trigger()
    assert kept.window.findChild(QInputDialog).textValue() == "Sunsets"
    name_it(kept, qtbot, "sunsets")
    qtbot.waitUntil(lambda: len(kept.showing.tiles) == 3, timeout=5000)
    assert album(kept, "Sunsets").query == '"blue"'
    assert names(kept) == ["Sunsets"]


def test_an_album_by_hand_is_made_filled_and_emptied(full_window: OpenWindow, qtbot: QtBot) -> None:
    first, second = choose(full_window, 0, 3)
    full_window.window.actions_by_name["new_album"].trigger()
    name_it(full_window, qtbot, "Best")
    settle(full_window, qtbot, "Best", 2)
    assert shown(full_window) == [first, second]
    full_window.showing.go(AllPhotos())
    full_window.wait_until_shown()
    (third,) = choose(full_window, 5)
    QTest.keyClick(full_window.window.grid, Qt.Key.Key_A)
    name_it(full_window, qtbot, "best")
    settle(full_window, qtbot, "Best", 3)
    full_window.showing.go(InAlbum(album(full_window, "Best").id, "Best", False))
    full_window.wait_until_shown()
    assert shown(full_window) == [first, second, third]
    assert not full_window.window.actions_by_name["pin"].isEnabled()
    choose(full_window, 1)
    full_window.window.actions_by_name["take_out"].trigger()
    settle(full_window, qtbot, "Best", 2)
    assert shown(full_window) == [first, third]


def test_adding_to_an_album_that_is_not_there_makes_it(full_window: OpenWindow, qtbot: QtBot) -> None:
    choose(full_window, 0)
    full_window.window.actions_by_name["add_to_album"].trigger()
    name_it(full_window, qtbot, "Fresh")
    settle(full_window, qtbot, "Fresh", 1)


def test_keys_rename_and_delete_and_undo_brings_back(kept: OpenWindow, qtbot: QtBot) -> None:
    tree = kept.window.sidebar.tree
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_F2)
    name_it(kept, qtbot, "Evenings")
    settle(kept, qtbot, "Evenings", 3)
    assert kept.showing.title == "Evenings"
    tree.setCurrentItem(line_of(kept, "Evenings"))
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(kept) == [], timeout=5000)
    kept.wait_until_shown()
    assert kept.showing.place == AllPhotos()
    assert len(shown(kept)) == 12
    kept.window.actions_by_name["undo"].trigger()
    settle(kept, qtbot, "Evenings", 3)


def test_a_name_that_is_taken_is_told(kept: OpenWindow, qtbot: QtBot) -> None:
    said: list[str] = []
    kept.window.albums.told.connect(said.append)
    choose(kept, 0)
    kept.window.actions_by_name["new_album"].trigger()
    name_it(kept, qtbot, "Sunsets")
    qtbot.waitUntil(lambda: any("already" in each for each in said), timeout=5000)
    assert names(kept) == ["Sunsets"]


def test_the_menu_of_an_album_offers_what_it_can(kept: OpenWindow) -> None:
    def words(place: InAlbum) -> list[str]:
        menu = kept.window.sidebar.menu_of_album(place)
        found = [each.text().split("\t")[0] for each in menu.actions() if each.text()]
        menu.deleteLater()
        return found

    live = ["Show its search", "Show what is kept out", "Rename…", "Delete"]
    assert words(InAlbum(1, "Sunsets", live=True)) == live
    assert words(InAlbum(2, "By hand", live=False)) == ["Rename…", "Delete"]


def test_photos_are_dropped_on_an_album(kept: OpenWindow, qtbot: QtBot) -> None:
    kept.showing.go(AllPhotos())
    kept.wait_until_shown()
    inside = albums.photos_in(kept.showing.library, album(kept, "Sunsets"))
    dropped = next(each for each in shown(kept) if each not in inside)
    mime = QMimeData()
    mime.setData(PHOTO_IDS, str(dropped).encode())
    tree = kept.window.sidebar.tree
    on_album = tree.visualItemRect(line_of(kept, "Sunsets")).center()
    on_all = tree.visualItemRect(line_of(kept, "All photos")).center()
    assert not aims(kept, mime, on_all)
    assert not aims(kept, QMimeData(), on_album)
    assert aims(kept, mime, on_album)
    assert not drop(kept, mime, on_all)
    said: list[str] = []
    kept.window.albums.told.connect(said.append)
    assert drop(kept, mime, on_album)
    settle(kept, qtbot, "Sunsets", 4)
    qtbot.waitUntil(lambda: any("pinning 1 photo" in each for each in said), timeout=5000)


def aims(opened: OpenWindow, mime: QMimeData, point: QPoint) -> bool:
    event = QDragEnterEvent(
        point, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    opened.window.sidebar.tree.dragEnterEvent(event)
    return event.isAccepted()


def drop(opened: OpenWindow, mime: QMimeData, point: QPoint) -> bool:
    event = QDropEvent(
        QPointF(point),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    opened.window.sidebar.tree.dropEvent(event)
    return event.isAccepted()


def test_the_hint_offers_without_as_a_negative_part(full_window: OpenWindow) -> None:
    full_window.showing.searching.search_words("red without green")
    full_window.wait_until_shown()
    hint = full_window.window.middle.hint_line
    assert hint.isVisible()
    assert "hardly understood" in hint.sentence
    hint._do()
    full_window.wait_until_shown()
    assert full_window.showing.searching.asked.query() == read_query("red -green")
    assert not hint.isVisible()
    full_window.showing.searching.search_words("three red")
    full_window.wait_until_shown()
    assert "Numbers are hardly understood" in hint.sentence


def test_what_is_kept_out_is_seen_and_brought_back(kept: OpenWindow, qtbot: QtBot) -> None:
    actions, showing = kept.window.actions_by_name, kept.showing
    (out,) = choose(kept, 0)
    QTest.keyClick(kept.window.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    settle(kept, qtbot, "Sunsets", 2)
    actions["kept_out"].trigger()
    qtbot.waitUntil(lambda: shown(kept) == [out])
    kept.wait_until_shown()
    assert showing.title == "Kept out of Sunsets"
    assert actions["kept_out"].isChecked()
    assert not actions["take_out"].isEnabled()
    choose(kept, 0)
    qtbot.waitUntil(lambda: "Sunsets, kept out" in told_of_photo(kept))
    QTest.keyClick(kept.window.grid, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    settle(kept, qtbot, "Sunsets", 3)
    qtbot.waitUntil(lambda: showing.page is Page.NOTHING)
    assert words_for(showing.page, showing)[0] == "Nothing is kept out of Sunsets"
    actions["kept_out"].trigger()
    qtbot.waitUntil(lambda: out in shown(kept))
    kept.wait_until_shown()
    assert showing.title == "Sunsets"


def test_a_pinned_photo_says_so(kept: OpenWindow, qtbot: QtBot) -> None:
    (photo,) = choose(kept, 1)
    grid = kept.window.grid
    QTest.keyClick(grid, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: "Sunsets, pinned" in told_of_photo(kept))
    qtbot.waitUntil(lambda: "pinned to Sunsets" in spoken_of(kept, photo))
    place = list(grid.tiles.ids).index(photo)
    assert grid._badges(place, focused=True)[0] == "pinned to Sunsets"
    assert grid._badges(place, focused=False) == ()


def spoken_of(opened: OpenWindow, photo_id: int) -> str:
    grid = opened.window.grid
    index = grid.model().index(list(grid.tiles.ids).index(photo_id), 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def told_of_photo(opened: OpenWindow) -> list[str]:
    return [label.text() for label in opened.window.details.findChildren(QLabel)]

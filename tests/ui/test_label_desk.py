"""The labelling desk: page after page at the keyboard; and tags written to sidecars after a look."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mindseye.library import Library
from mindseye.operations import labelling
from mindseye.operations.label_desk import photos_to_judge
from mindseye.search import read_query
from mindseye.settings import Settings
from mindseye.ui import label_desk
from mindseye.ui.application import OpenWindow
from mindseye.ui.label_desk import LabelDesk
from mindseye.ui.sidecar_dialog import SidecarDialog
from tests.support import exiftool


def library_of(opened: OpenWindow) -> Library:
    library = opened.showing.library
    assert library is not None
    return library


@pytest.fixture
def desk(full_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> LabelDesk:
    """The desk, with pages of five."""
    monkeypatch.setattr(label_desk, "PAGE", 5)
    full_window.window.actions_by_name["label"].trigger()
    found = full_window.window.label_desk
    qtbot.waitUntil(found.isVisible)
    full_window.wait_until_shown()
    return found


def test_pages_are_ticked_unticked_and_tagged_by_keys_alone(
    full_window: OpenWindow, qtbot: QtBot, desk: LabelDesk
) -> None:
    library = library_of(full_window)
    qtbot.keyClicks(desk.query, "red")
    qtbot.keyClick(desk.query, Qt.Key.Key_Return)
    assert desk.tag.text() == "red"
    qtbot.keyClick(desk.tag, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.grid.photo_ids()) == 5)
    first = desk.grid.photo_ids()
    assert desk.grid.ticked() == first
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Right):
        qtbot.keyClick(desk.grid, key)
    qtbot.keyClick(desk.grid, Qt.Key.Key_Space)
    assert desk.grid.unticked() == first[3:]
    qtbot.keyClick(desk.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.grid.photo_ids() not in ([], first))
    assert not set(desk.grid.photo_ids()) & set(first)
    assert set(labelling.photos_with_free_tag(library, "red")) == set(first[:3])
    qtbot.keyClick(desk.grid, Qt.Key.Key_U)
    qtbot.keyClick(desk.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.grid.photo_ids()) == 2)
    qtbot.keyClick(desk.grid, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: desk.grid.photo_ids() == [])
    assert "3 photos tagged, 7 turned down" in desk._counted.text()
    assert "Nothing more to judge" in desk._words.text()


def test_undo_brings_a_page_back(full_window: OpenWindow, qtbot: QtBot, desk: LabelDesk) -> None:
    desk.tag.setText("boat")
    qtbot.keyClick(desk.tag, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.grid.photo_ids()) == 5)
    first = desk.grid.photo_ids()
    assert first == [int(each) for each in full_window.window.grid.tiles.ids[:5]]  # what was shown before
    desk.apply()
    qtbot.waitUntil(lambda: desk.grid.photo_ids() not in ([], first))
    undo = full_window.window.actions_by_name["undo"]
    qtbot.waitUntil(undo.isEnabled)
    undo.trigger()
    qtbot.waitUntil(lambda: desk.grid.photo_ids() == first)
    assert labelling.photos_with_free_tag(library_of(full_window), "boat") == []


def test_a_click_turns_a_tick(full_window: OpenWindow, qtbot: QtBot, desk: LabelDesk) -> None:
    desk.tag.setText("boat")
    qtbot.keyClick(desk.tag, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.grid.photo_ids()) == 5)
    centre = desk.grid.visualRect(desk.grid.model().index(1, 0)).center()
    qtbot.mouseClick(desk.grid.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert desk.grid.unticked() == [desk.grid.photo_ids()[1]]
    qtbot.mouseClick(desk.grid.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert desk.grid.unticked() == []


def test_a_tick_is_seen(full_window: OpenWindow, qtbot: QtBot, desk: LabelDesk) -> None:
    desk.tag.setText("boat")
    qtbot.keyClick(desk.tag, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.grid.photo_ids()) == 5)
    full_window.wait_until_shown()
    accent = full_window.theme.colour("accent").rgb()

    def ticks_seen() -> int:
        image = desk.grid.viewport().grab().toImage()
        cells = [desk.grid.visualRect(desk.grid.model().index(row, 0)) for row in range(5)]
        return sum(
            any(
                image.pixel(x, y) == accent
                for x in range(cell.left(), cell.right(), 2)
                for y in range(cell.top(), cell.bottom(), 2)
            )
            for cell in cells
        )

    assert ticks_seen() == 5
    desk.grid._turn(desk.grid.model().index(3, 0))  # the keyboard's ring is at the first one
    assert ticks_seen() == 4


def test_what_was_said_is_not_asked_again(full_window: OpenWindow) -> None:
    library = library_of(full_window)
    ids = [int(each) for each in full_window.window.grid.tiles.ids]
    labelling.judge(library, "boat", right=ids[:2], wrong=ids[2:4])
    assert photos_to_judge(library, "", ids, "boat", passed=ids[4:5], count=3) == ids[5:8]
    asked = photos_to_judge(library, "red", ids, "boat", count=100)
    assert sorted(asked) == sorted(ids[4:])


def test_sidecars_are_written_after_a_look_and_a_tick(
    full_window: OpenWindow, qtbot: QtBot, photos: Path
) -> None:
    window, library = full_window.window, library_of(full_window)
    ids = [int(each) for each in window.grid.tiles.ids]
    labelling.give_tags(library, ids[:2], ["Places/Norway"])
    window.grid.setFocus()
    window.grid.selectAll()
    window.actions_by_name["sidecars"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(SidecarDialog)))
    (dialog,) = window.findChildren(SidecarDialog)
    assert dialog.tree.topLevelItemCount() == 2
    assert dialog.tree.topLevelItem(0).child(0).text(0) == "+ Places/Norway"
    assert not dialog.write.isEnabled()
    assert not list(photos.glob("*.xmp"))
    dialog.box.click()
    dialog.write.click()
    qtbot.waitUntil(lambda: window.notice.sentence == "2 files written. Undo takes it back.")
    assert len(list(photos.glob("*.xmp"))) == 2
    assert window.keep(Settings()).sidecars
    qtbot.waitUntil(lambda: "sidecars" in window.actions_by_name["undo"].text())
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: not list(photos.glob("*.xmp")))
    full_window.wait_until_shown()
    window.actions_by_name["sidecars"].trigger()
    qtbot.waitUntil(lambda: bool([each for each in window.findChildren(SidecarDialog) if each.isVisible()]))
    dialog = next(each for each in window.findChildren(SidecarDialog) if each.isVisible())
    assert dialog.write.isEnabled()
    dialog.reject()


def test_the_desk_goes_through_what_was_searched_for(full_window: OpenWindow, qtbot: QtBot) -> None:
    searching = full_window.showing.searching
    searching.search_words("red -blue type:jpg")
    full_window.wait_until_shown()
    full_window.window.actions_by_name["label"].trigger()
    desk = full_window.window.label_desk
    qtbot.waitUntil(lambda: bool(desk.grid.photo_ids()))
    assert read_query(desk.query.text()) == read_query("red -blue type:jpg")
    assert desk.tag.text() == "red"


def test_tags_go_into_pictures_after_a_tick_each_time(
    full_window: OpenWindow, qtbot: QtBot, photos: Path
) -> None:
    exiftool.need_exiftool()
    window, library = full_window.window, library_of(full_window)
    ids = [int(each) for each in window.grid.tiles.ids]
    labelling.give_tags(library, ids[:1], ["Places/Norway"])
    window.sidecar_writing.allowed = True
    window.grid.setFocus()
    window.grid.go_to(ids[0])
    before = {path: path.read_bytes() for path in photos.iterdir()}
    window.actions_by_name["into_pictures"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(SidecarDialog)))
    (dialog,) = window.findChildren(SidecarDialog)
    assert dialog.tree.topLevelItem(0).child(0).text(0) == "+ Places/Norway"
    assert not dialog.write.isEnabled()
    dialog.box.click()
    dialog.write.click()
    qtbot.waitUntil(lambda: window.notice.sentence == "1 file written. Undo takes it back.", timeout=20_000)
    (written,) = [path for path, content in before.items() if path.read_bytes() != content]
    assert exiftool.words(exiftool.tell(written), exiftool.FLAT) == ["Norway"]
    qtbot.waitUntil(lambda: "picture" in window.actions_by_name["undo"].text())
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: {path: path.read_bytes() for path in photos.iterdir()} == before)

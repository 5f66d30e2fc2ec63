"""Files renamed and thrown away in the window, with a question before and undo after."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from mindseye.operations import browse, put_back, trash
from mindseye.ui.application import OpenWindow

Key = Qt.Key


@pytest.fixture
def own_trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A trash of the test's own, from which files can be put back."""
    target = tmp_path / "trash"
    target.mkdir()
    real_move = trash.move_to_trash

    def move(library, ids):  # type: ignore[no-untyped-def]
        return real_move(library, ids, put=lambda path: path.rename(target / path.name))

    def back(library, paths):  # type: ignore[no-untyped-def]
        for path in paths:
            (target / path.name).rename(path)
        library.indexer.look()
        return put_back.PutBack(tuple(paths), ())

    monkeypatch.setattr(trash, "move_to_trash", move)
    monkeypatch.setattr(put_back, "put_back", back)
    monkeypatch.setattr(put_back, "can_put_back", lambda: True)
    return target


def agree(opened: OpenWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: opened.window.findChild(QMessageBox) is not None)
    question = opened.window.findChild(QMessageBox)
    assert isinstance(question, QMessageBox)
    assert "trash" in question.text()
    next(each for each in question.buttons() if each.text() == "Move to the trash").click()


def test_photos_go_to_the_trash_and_come_back(full_window: OpenWindow, qtbot: QtBot, own_trash: Path) -> None:
    window, actions = full_window.window, full_window.window.actions_by_name
    first, second = (int(each) for each in window.grid.tiles.ids[:2])
    window.grid.setFocus()
    window.grid.go_to(first)
    qtbot.keyClick(window.grid, Key.Key_Delete)
    agree(full_window, qtbot)
    qtbot.waitUntil(lambda: len(window.grid.tiles) == 11, timeout=10_000)
    assert len(list(own_trash.iterdir())) == 1
    assert "in the trash" in window.notice.sentence
    assert window.grid.current_id == second
    assert actions["undo"].text().startswith("&Undo moving")
    actions["undo"].trigger()
    qtbot.waitUntil(lambda: len(window.grid.tiles) == 12, timeout=10_000)
    assert not list(own_trash.iterdir())


def test_the_next_photo_is_shown_large_when_one_goes(
    full_window: OpenWindow, qtbot: QtBot, own_trash: Path
) -> None:
    window = full_window.window
    ids = [int(each) for each in window.grid.tiles.ids]
    window.chosen.open_photo(ids[-1])
    full_window.wait_until_shown()
    window.actions_by_name["trash"].trigger()
    agree(full_window, qtbot)
    qtbot.waitUntil(lambda: window.viewer.photo_id == ids[-2])
    qtbot.waitUntil(lambda: len(window.grid.tiles) == 11, timeout=10_000)
    full_window.wait_until_shown()
    window.viewer.leave()


def test_a_photo_gets_another_name_and_its_old_one_back(
    full_window: OpenWindow, qtbot: QtBot, photos: Path
) -> None:
    window, library = full_window.window, full_window.showing.library
    assert library is not None
    window.grid.setFocus()
    current = int(window.grid.tiles.ids[0])
    window.grid.go_to(current)
    (before,) = browse.paths_of(library, [current])
    qtbot.keyClick(window.grid, Key.Key_F2)
    qtbot.waitUntil(lambda: window.findChild(QInputDialog, "rename") is not None)
    dialog = window.findChild(QInputDialog, "rename")
    assert isinstance(dialog, QInputDialog)
    assert dialog.textValue() == before.stem
    dialog.setTextValue("Harbour")
    dialog.accept()
    qtbot.waitUntil(lambda: browse.paths_of(library, [current]) == [photos / "Harbour.jpg"])
    qtbot.waitUntil(lambda: "is now Harbour.jpg" in window.notice.sentence)
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: browse.paths_of(library, [current]) == [before])
    full_window.wait_until_shown()

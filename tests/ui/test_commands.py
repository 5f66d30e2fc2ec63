"""The command palette, and keys that the user changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindseye.settings import Settings
from mindseye.ui.actions import MENUS, Choice, Verb
from mindseye.ui.application import OpenWindow
from mindseye.ui.keys_dialog import KeysDialog
from mindseye.ui.palette import rank
from tests.ui.conftest import StartWindow

Key = Qt.Key


@pytest.mark.parametrize(
    ("typed", "best", "worse"),
    [
        ("sim", "Find similar", "Show some images"),
        ("fi si", "Find similar", "Reflect similar"),
        ("large", "Larger photos", "Enlarge"),
        ("fsm", "Find similar", None),
        ("", "Anything", None),
    ],
)
def test_the_beginning_of_words_goes_before_letters(typed: str, best: str, worse: str | None) -> None:
    first = rank(best, typed)
    assert first is not None
    if worse is not None:
        second = rank(worse, typed)
        assert second is None or first < second


def test_what_is_not_there_is_not_found() -> None:
    assert rank("Find similar", "zebra") is None


def test_a_command_is_found_and_run_by_keys(full_window: OpenWindow, qtbot: QtBot) -> None:
    window = full_window.window
    window.grid.setFocus()
    window.actions_by_name["palette"].trigger()
    palette = window.palette_above
    qtbot.waitUntil(palette.line.hasFocus)
    assert palette.list.count() > 20
    qtbot.keyClicks(palette.line, "square")
    assert palette.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole).startswith("Square photos")
    qtbot.keyClick(palette.line, Key.Key_Return)
    assert window.grid.squares
    assert palette.isHidden()
    assert window.grid.hasFocus()


def test_escape_leaves_the_palette_and_nothing_happens(full_window: OpenWindow, qtbot: QtBot) -> None:
    window = full_window.window
    window.actions_by_name["palette"].trigger()
    qtbot.keyClicks(window.palette_above.line, "no such command at all")
    assert not window.palette_above.list.count()
    qtbot.keyClick(window.palette_above.line, Key.Key_Return)
    qtbot.keyClick(window.palette_above.line, Key.Key_Escape)
    assert window.palette_above.isHidden()


def test_everything_in_the_menus_is_in_the_palette(full_window: OpenWindow) -> None:
    offered = {command.words for command in full_window.window.actions_by_name.commands(all_of_them=True)}
    for _, verbs in MENUS:
        for verb in verbs:
            if isinstance(verb, Verb):
                assert verb.words.replace("&", "").rstrip("…") in offered
    now = {command.words for command in full_window.window.actions_by_name.commands()}
    for _, verbs in MENUS:
        for choice in (each for each in verbs if isinstance(each, Choice)):
            assert any(words.startswith(choice.words.replace("&", "")) for words in now)


def test_no_key_belongs_to_two_actions(full_window: OpenWindow) -> None:
    given = [key.toString() for action in full_window.window.actions_by_name for key in action.shortcuts()]
    assert len(given) == len(set(given))


def test_another_key_is_given_taken_and_kept(full_window: OpenWindow, qtbot: QtBot) -> None:
    window = full_window.window
    dialog = KeysDialog(window.actions_by_name, window)
    dialog.open()
    _choose(dialog, "similar")
    dialog.edit.setKeySequence(QKeySequence("Ctrl+F"))
    dialog.edit.editingFinished.emit()
    assert window.actions_by_name["similar"].shortcuts() == [QKeySequence("Ctrl+F")]
    assert window.actions_by_name["search"].shortcuts() == []
    assert "Search” has it no longer" in dialog.told.text()
    kept = window.keep(Settings()).keys
    assert kept == {"similar": ["Ctrl+F"], "search": []}
    dialog._restore()
    assert window.actions_by_name["similar"].shortcuts() == [QKeySequence("S")]
    dialog.close()
    QApplication.processEvents()


def test_kept_keys_come_back_and_strange_ones_are_passed_over(start_window: StartWindow) -> None:
    keys = {"similar": ["F9"], "no such action": ["F3"]}
    opened = start_window(settings=Settings(keys=keys))
    assert opened.window.actions_by_name["similar"].shortcuts() == [QKeySequence("F9")]


def _choose(dialog: KeysDialog, name: str) -> None:
    for number in range(dialog.list.topLevelItemCount()):
        menu = dialog.list.topLevelItem(number)
        for place in range(menu.childCount()) if menu is not None else ():
            item = menu.child(place) if menu is not None else None
            if item is not None and item.data(0, Qt.ItemDataRole.UserRole) == name:
                dialog.list.setCurrentItem(item)
                return
    raise AssertionError(name)


def test_every_action_has_a_key_of_its_own(full_window: OpenWindow) -> None:
    actions = full_window.window.actions_by_name
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert not [command.name for command in actions.commands(all_of_them=True) if not command.keys]
    assert len(keys) == len(set(keys))


def test_full_screen_shows_no_menu_and_keys_go_on_holding(full_window: OpenWindow, qtbot: QtBot) -> None:
    window, actions = full_window.window, full_window.window.actions_by_name
    actions["full_screen"].trigger()
    qtbot.waitUntil(lambda: window.isFullScreen() and window.menuBar().isHidden())
    assert actions["full_screen"].isChecked()
    window.grid.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.sidebar.isHidden()
    qtbot.keyClick(window.grid, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen() and not window.menuBar().isHidden())
    assert not actions["full_screen"].isChecked()

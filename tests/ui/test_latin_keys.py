"""Keys on a keyboard of other letters: those of the same place do what the Latin ones do."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mindseye.ui.application import OpenWindow
from mindseye.ui.latin_keys import LatinKeys, latin_key

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE = Modifier.NoModifier


def press(letter: str, scan: int = 0, virtual: int = 0, modifiers: Modifier = NONE) -> QKeyEvent:
    code = ord(letter.upper()) if len(letter.upper()) == 1 else ord(letter)
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, scan, virtual, 0, letter)


@pytest.mark.parametrize(
    ("event", "platform", "key"),
    [
        (press("и", scan=56), "linux", Key.Key_B),
        (press("ψ", scan=54), "linux", Key.Key_C),
        (press("נ", scan=56), "linux", Key.Key_B),
        (press("я", virtual=0x5A), "win32", Key.Key_Z),
        (press("я", virtual=6), "darwin", Key.Key_Z),
        (press("٣"), "linux", Key.Key_3),
        (press("ö", scan=47), "linux", None),
        (press("ł", scan=46), "linux", None),
        (press("b", scan=56), "linux", None),
        (press("ж", scan=47), "linux", None),
    ],
)
def test_the_place_of_a_key_tells_its_latin_letter(event: QKeyEvent, platform: str, key: Key | None) -> None:
    assert latin_key(event, platform) == key


def test_keys_that_are_no_letters_stay() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Escape, NONE)
    assert latin_key(event) is None


class Hearing(QWidget):
    """Keeps the keys that it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[int, str]] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self.heard.append((event.key(), event.text()))


@pytest.fixture
def hearing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Hearing:
    monkeypatch.setattr("mindseye.ui.latin_keys.latin_key.__defaults__", ("linux",))
    widget = Hearing()
    qtbot.addWidget(widget)
    return widget


def test_actions_come_before_keys_and_the_rest_is_told_in_latin(hearing: Hearing) -> None:
    done: list[str] = []
    own, general, off = (QAction(name, hearing) for name in ("own", "general", "off"))
    for action, keys in ((own, "S"), (general, "Ctrl+K"), (off, "T")):
        action.setShortcut(keys)
        action.triggered.connect(lambda _=False, action=action: done.append(action.text()))
    own.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    off.setEnabled(False)
    hearing.addAction(own)
    LatinKeys(hearing, [general, off])
    for event in (
        press("ы", scan=39),
        press("л", scan=45, modifiers=Modifier.ControlModifier),
        press("\N{CYRILLIC SMALL LETTER IE}", scan=28),
        press("И", scan=56, modifiers=Modifier.ShiftModifier),
        press("ж", scan=47),
    ):
        QApplication.sendEvent(hearing, event)
    assert done == ["own", "general"]
    assert hearing.heard == [(Key.Key_T, "t"), (Key.Key_B, "B"), (ord("Ж"), "ж")]


def test_photos_are_searched_by_and_a_part_is_chosen_with_cyrillic_letters(
    full_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mindseye.ui.latin_keys.latin_key.__defaults__", ("linux",))
    window = full_window.window
    window.grid.setFocus()
    window.grid.go_to(int(window.grid.tiles.ids[0]))
    QApplication.sendEvent(window.grid, press("ы", scan=39))
    qtbot.waitUntil(lambda: full_window.showing.searching.answer is not None)
    full_window.wait_until_shown()
    window.chosen.open_photo(int(window.grid.tiles.ids[0]))
    full_window.wait_until_shown()
    QApplication.sendEvent(window.viewer, press("и", scan=56))
    assert window.viewer.part.isVisible()
    window.viewer.leave()

"""Letters that are keys work on keyboards that write no Latin ones: by the place of the key that is pressed.

With Cyrillic, Greek, Hebrew or Arabic letters Qt tells those, and which of its own shortcuts fit them depends
on the system. Their keyboards are made like the American one, whose letter stands for the key then.
"""

import sys
import unicodedata
from collections.abc import Iterable
from types import MappingProxyType

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

_ROWS = ((24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM"))
_BY_SCAN_CODE = MappingProxyType(
    {first + at: letter for first, row in _ROWS for at, letter in enumerate(row)}
)
"""X11's and Wayland's numbers of keys."""

_BY_MAC_CODE = MappingProxyType(
    dict(enumerate("ASDFHGZXCV")) | {11: "B", 12: "Q", 13: "W", 14: "E", 15: "R", 16: "Y", 17: "T"}
    | {31: "O", 32: "U", 34: "I", 35: "P", 37: "L", 38: "J", 40: "K", 45: "N", 46: "M"}
)  # fmt: skip
"""macOS's numbers of keys."""


def latin_key(event: QKeyEvent, platform: str = sys.platform) -> Qt.Key | None:
    """The Latin letter or digit of a key that writes another alphabet's; None for every other key."""
    code = event.key()
    written = chr(code) if 0x80 <= code <= sys.maxunicode else ""
    if written.isdecimal():
        return Qt.Key(ord("0") + unicodedata.decimal(written))
    if not written.isalpha() or unicodedata.name(written, "LATIN").startswith("LATIN"):
        return None
    if platform == "win32":
        pressed = event.nativeVirtualKey()  # already the letter's
        letter = chr(pressed) if ord("A") <= pressed <= ord("Z") else None
    elif platform == "darwin":
        letter = _BY_MAC_CODE.get(event.nativeVirtualKey())
    else:
        letter = _BY_SCAN_CODE.get(event.nativeScanCode())
    return None if letter is None else Qt.Key(ord(letter))


class LatinKeys(QObject):
    """Gives a widget, in which no text is written, the Latin letter in place of another."""

    def __init__(self, widget: QWidget, actions: Iterable[QAction]) -> None:
        """``actions`` are those that hold in the whole window; the widget's own come before them."""
        super().__init__(widget)
        self._widget = widget
        self._actions = list(actions)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key, modifiers = latin_key(event), event.modifiers()
        if key is None:
            return super().eventFilter(watched, event)
        combined = QKeySequence(QKeyCombination(modifiers, key))
        for action in (*self._widget.actions(), *self._actions):
            if action.isEnabled() and combined in action.shortcuts():
                action.trigger()
                return True
        letter = chr(key) if modifiers & Qt.KeyboardModifier.ShiftModifier else chr(key).lower()
        again = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, letter, event.isAutoRepeat())
        QApplication.sendEvent(watched, again)
        return True

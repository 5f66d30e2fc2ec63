"""Small helpers for making widgets: named for the stylesheet, with what a screen reader says of them."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton, QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str) -> W:
    """The widget, under the name by which the stylesheet knows it."""
    widget.setObjectName(name)
    return widget


def tool_button(tip: str, *, icon_size: int = 20, name: str = "") -> QToolButton:
    """A button that shows an icon only.

    Args:
        tip: what it does; a key stands behind two spaces.
        icon_size: in device-independent pixels.
        name: for the stylesheet.
    """
    button = named(QToolButton(), name)
    button.setToolTip(tip)
    button.setAccessibleName(tip.split("  ", maxsplit=1)[0].rstrip("…"))
    button.setIconSize(QSize(icon_size, icon_size))
    return button


def icon_button(text: str, icon: QIcon | None = None) -> QPushButton:
    """A button with an icon before its text, which may also be set later."""
    # Qt puts 4 pixels between the two and has no setting for it; a thin space makes it 8.
    button = QPushButton(f"\N{FOUR-PER-EM SPACE}{text}")
    button.setAccessibleName(text.rstrip("…"))
    if icon is not None:
        button.setIcon(icon)
    return button


def open_roomily(dialog: QDialog) -> None:
    """Opens a dialog that Qt lays out, with the room about it that the others have."""
    dialog.open()
    layout = dialog.layout()
    if layout is not None:
        layout.setContentsMargins(16, 16, 16, 12)


def single_shot(parent: QObject, milliseconds: int, slot: Callable[[], object]) -> QTimer:
    """A timer that calls ``slot`` once, some time after it was last started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer


def give_property(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the stylesheet looks at, and lets it look."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)

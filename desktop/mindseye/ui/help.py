"""The list of keys, made from the actions themselves, and what this program is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mindseye import __version__, paths
from mindseye.ui.actions import MENUS, OTHER_KEYS, Verb
from mindseye.ui.parts import named
from mindseye.ui.theme import Theme

_ICON = 64


def show_keys(parent: QWidget) -> QDialog:
    """Opens the list of keys."""
    dialog = _dialog(parent, "Keys")
    body = named(QWidget(), "page")
    grid = QGridLayout(body)
    grid.setContentsMargins(24, 16, 24, 16)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 1)
    rows = [(words, keys) for words, keys in _all_keys() if keys]
    for number, (words, keys) in enumerate(rows):
        grid.addWidget(QLabel(words), number, 0)
        label = QLabel(keys)
        label.setProperty("role", "quiet")
        grid.addWidget(label, number, 1)
    scroll = named(QScrollArea(), "keys")
    scroll.setWidgetResizable(True)
    scroll.setWidget(body)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    _finish(dialog, scroll)
    dialog.resize(620, 620)
    dialog.open()
    return dialog


def show_about(parent: QWidget, theme: Theme) -> QDialog:
    """Opens what this program is."""
    dialog = _dialog(parent, "About Mindseye")
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(32, 32, 32, 16)
    column.setSpacing(8)
    icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
    icon.setPixmap(theme.pixmap("mindseye", _ICON))
    column.addWidget(icon)
    for text, role in (
        (f"Mindseye {__version__}", "title"),
        ("Finds pictures by what they show. Nothing leaves this computer.", ""),
        ("Free software under the MIT licence.", "quiet"),
        (f"Library and settings: {paths.data_home()}", "quiet"),
    ):
        label = QLabel(text, alignment=Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        label.setProperty("role", role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(label)
    _finish(dialog, body)
    dialog.resize(420, 300)
    dialog.open()
    return dialog


def _all_keys() -> list[tuple[str, str]]:
    written = [
        (verb.words.replace("&", "").rstrip("…"), ", ".join(_native(key) for key in verb.keys[:1]))
        for _, verbs in MENUS
        for verb in verbs
        if isinstance(verb, Verb)
    ]
    return [*OTHER_KEYS, *written]


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _dialog(parent: QWidget, title: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _finish(dialog: QDialog, body: QWidget) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 12)
    layout.addWidget(body, 1)
    row = QVBoxLayout()
    row.setContentsMargins(16, 0, 16, 0)
    row.addWidget(buttons)
    layout.addLayout(row)

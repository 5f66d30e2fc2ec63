"""The command palette: every action by its name, found by a few letters of it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mindseye.ui.actions import Actions, Command
from mindseye.ui.parts import named
from mindseye.ui.translating import tr

_WIDTH, _ROWS, _ROW_HEIGHT = 560, 9, 32
_TOP = 84
_AROUND_WORDS = 72
_NUMBER = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, order=True)
class _Rank:
    """How well a command answers what is typed; the lowest first."""

    kind: int
    place: int


def rank(words: str, typed: str) -> _Rank | None:
    """How well the words of a command answer what is typed; None where they do not.

    Every part that is typed must be found: as the beginning of a word, or else inside the words, or else all
    of them as letters in their order.
    """
    parts, low = typed.casefold().split(), words.casefold()
    begins = [at for at in range(len(low)) if low[at].isalnum() and (at == 0 or not low[at - 1].isalnum())]
    if all(any(low.startswith(part, at) for at in begins) for part in parts):
        return _Rank(0, low.find(parts[0]) if parts else 0)
    if all(part in low for part in parts):
        return _Rank(1, low.find(parts[0]))
    letters = iter(low)
    if all(letter in letters for letter in "".join(parts)):
        return _Rank(2, len(low))
    return None


class CommandPalette(QFrame):
    """A line to type into and the actions that answer it, above everything else."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName(tr("Commands"))
        self._actions, self._window = actions, window
        self._commands: list[Command] = []
        self._came_from: QWidget | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("What do you want to do?"))
        self.line.setAccessibleName(tr("Name of a command"))
        self.line.textChanged.connect(self._fill)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._run)
        self._nothing = QLabel(tr("No command is called so"))
        self._nothing.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for widget in (named(self.line, "paletteline"), self.list, self._nothing):
            column.addWidget(widget)
        self.hide()

    def open(self) -> None:
        """Shows all commands, the line empty."""
        self._came_from = QApplication.focusWidget()
        self._commands = self._actions.commands()
        self.setFixedWidth(min(_WIDTH, self._window.width() - 32))
        self.line.clear()
        self._fill()
        self.move((self._window.width() - self.width()) // 2, _TOP)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if watched is self.line and event.type() == QEvent.Type.FocusOut:
            self.hide()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentItem())
        elif key in steps and self.list.count():
            row = self.list.currentRow() + steps[key]
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        else:
            return False
        return True

    def _fill(self) -> None:
        typed = self.line.text()
        ranked = [
            (found, number)
            for number, command in enumerate(self._commands)
            if (found := rank(command.words, typed)) is not None
        ]
        self.list.clear()
        for _, number in sorted(ranked):
            self._add(number)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(ranked))
        self._nothing.setVisible(not ranked)
        self.list.setFixedHeight(min(len(ranked), _ROWS) * _ROW_HEIGHT + 4)
        self.adjustSize()

    def _add(self, number: int) -> None:
        command = self._commands[number]
        item = QListWidgetItem(self.list)
        item.setData(_NUMBER, number)
        item.setSizeHint(QSize(0, _ROW_HEIGHT))
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (command.words, command.keys)))
        )
        row = named(QWidget(), "paletterow")
        keys = QLabel(command.keys)
        keys.setProperty("role", "quiet")
        words = QLabel()
        room = self.width() - keys.sizeHint().width() - _AROUND_WORDS
        words.setText(words.fontMetrics().elidedText(command.words, Qt.TextElideMode.ElideRight, room))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(words, 1)
        layout.addWidget(keys)
        self.list.setItemWidget(item, row)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        action: QAction = self._commands[item.data(_NUMBER)].action
        self._leave()
        action.trigger()

    def _leave(self) -> None:
        came_from = self._came_from
        self.hide()
        if came_from is not None:
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)

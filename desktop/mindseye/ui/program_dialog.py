"""The programs that photos can be opened in: a list to choose from, found by the letters of their names."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mindseye.operations.other_programs import Offer
from mindseye.programs import Program
from mindseye.ui.parts import named
from mindseye.ui.translating import tr

_PROGRAM = Qt.ItemDataRole.UserRole
_UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ProgramDialog(QDialog):
    """Those that say that they open such files, and below them all others."""

    chosen = Signal(object)
    """The program (``Program``) that was chosen."""

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Open with"))
        self._offer = offer
        self.line = named(QLineEdit(), "tagline")
        self.line.setPlaceholderText(tr("Find a program"))
        self.line.setAccessibleName(tr("Find a program"))
        self.line.textChanged.connect(self._fill)
        self.line.installEventFilter(self)
        self.list = named(QListWidget(), "programs")
        self.list.setAccessibleName(tr("Programs"))
        self.list.itemActivated.connect(lambda _: self.accept())
        self.list.currentItemChanged.connect(self._enable)
        one = len(offer.paths) == 1
        words = QLabel(
            tr("Open {name} in", name=offer.paths[0].name)
            if one
            else tr("Open {count} photos in", count=len(offer.paths))
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._open = self._buttons.addButton(tr("Open", "button"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        for part in (words, self.line, self.list, self._buttons):
            column.addWidget(part)
        self.resize(400, 440)
        self._fill()
        self.line.setFocus()

    @property
    def program(self) -> Program | None:
        """The program that is marked."""
        found = self.list.currentIndex().data(_PROGRAM)
        return found if isinstance(found, Program) else None

    def accept(self) -> None:
        """Tells what was chosen, and closes."""
        program = self.program
        if program is not None:
            super().accept()
            self.chosen.emit(program)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that move in the list do so from the line, too."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._move(event)
        return super().eventFilter(watched, event)

    def _move(self, event: QKeyEvent) -> bool:
        moves = event.key() in _UP_AND_DOWN
        if moves:
            self.list.keyPressEvent(event)
        return moves

    def _fill(self) -> None:
        self.list.clear()
        wanted = self.line.text().strip().casefold()
        for heading, programs in (("", self._offer.suitable), (tr("Other programs"), self._offer.others)):
            found = [each for each in programs if wanted in each.name.casefold()]
            if found and heading and self._offer.suitable:
                title = QListWidgetItem(heading, self.list)
                title.setFlags(Qt.ItemFlag.NoItemFlags)
            for each in found:
                item = QListWidgetItem(each.name, self.list)
                item.setData(_PROGRAM, each)
        first = (row for row in range(self.list.count()) if self.list.item(row).data(_PROGRAM))
        self.list.setCurrentRow(next(first, -1))
        self._enable()

    def _enable(self) -> None:
        self._open.setEnabled(self.program is not None)

"""What comes up below the search bar while somebody types: what is wrong, and what could stand there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mindseye.search.completion import Completion
from mindseye.ui.parts import named
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr, translated

_ROW = 28


class Completions(QFrame):
    """A list below the bar; the keyboard stays in the bar and is passed on to it."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, below: QWidget) -> None:
        super().__init__(below)
        self.setObjectName("completions")
        self._theme, self._below = theme, below
        self._offers: Sequence[Completion] = ()
        self._icon = QLabel()
        self._sentence = named(QLabel(), "mistake")
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong = QWidget()
        line = QHBoxLayout(self._wrong)
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self._sentence, 1)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What could be typed"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self._choose(self.list.row(item)))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(2)
        column.addWidget(self._wrong)
        column.addWidget(self.list)
        self._wrong.hide()
        self.hide()
        below.installEventFilter(self)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def offer(self, completions: Sequence[Completion]) -> bool:
        """Shows what could be typed; says whether there is anything."""
        self._offers = completions
        self.list.clear()
        for each in completions:
            item = QListWidgetItem(
                f"{each.shown}    {translated(each.meaning)}" if each.meaning else each.shown
            )
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{each.shown}, {translated(each.meaning)}".rstrip(", ")
            )
            self.list.addItem(item)
        self.list.setFixedHeight(_ROW * len(completions) + 2)
        self.list.setVisible(bool(completions))
        self._place()
        return bool(completions)

    def tell(self, sentence: str) -> None:
        """Shows what is wrong; nothing takes no room."""
        self._sentence.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self._place()

    @property
    def sentence(self) -> str:
        """What is told to be wrong; empty when nothing is."""
        return "" if self._wrong.isHidden() else self._sentence.text()

    def key(self, event: QKeyEvent) -> bool:
        """Takes a key of the bar; says whether it was for the list."""
        if self.isHidden() or not self._offers:
            return False
        row = self.list.currentRow()
        match event.key():
            case Qt.Key.Key_Down if not event.modifiers():
                self.list.setCurrentRow((row + 1) % len(self._offers))
            case Qt.Key.Key_Up if not event.modifiers():
                self.list.setCurrentRow((row - 1) % len(self._offers) if row >= 0 else len(self._offers) - 1)
            case Qt.Key.Key_Tab:
                self._choose(max(row, 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row >= 0:
                self._choose(row)
            case Qt.Key.Key_Escape:
                self.offer([])
            case _:
                return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _choose(self, row: int) -> None:
        self.chosen.emit(self._offers[row])

    def _place(self) -> None:
        window = self._below.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        wanted = bool(self._offers) or bool(self._sentence.text())
        self.setVisible(wanted and self._below.isVisible())
        if wanted:
            corner = self._below.mapTo(window, QPoint(0, self._below.height() + 4))
            width, column = self._below.width(), self._column
            column.activate()
            grows = column.hasHeightForWidth()
            height = column.totalHeightForWidth(width) if grows else column.sizeHint().height()
            self.setFixedSize(width, height)
            self.move(corner)
            self.raise_()

    def _paint_icon(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("warning", 16, "error"))

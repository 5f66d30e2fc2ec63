"""A sentence that comes up over the photos and goes by itself: what went wrong, what was done."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from mindseye.ui.parts import single_shot, tool_button
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr

_SHOWN_MILLISECONDS = 8000
_WIDEST = 640
_ABOVE = 16


class Notice(QFrame):
    """Floats at the lower edge of what it is over, and above everything else in its parent."""

    def __init__(self, theme: Theme, over: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = theme
        self._over, self._in = over, parent
        self._icon = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._close = tool_button(tr("Close this message"), icon_size=16)
        self._close.clicked.connect(self.hide)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        self._timer = single_shot(self, _SHOWN_MILLISECONDS, self.hide)
        over.installEventFilter(self)
        theme.changed.connect(self._paint_icons)
        self._paint_icons()
        self.hide()

    def tell(self, sentence: str) -> None:
        """Shows a sentence for a while."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    @property
    def sentence(self) -> str:
        """What is told now; empty when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = QRect(self._over.mapTo(self._in, QPoint()), self._over.size())
        words = self._words.fontMetrics().horizontalAdvance(self._words.text())
        width = min(words + 96, _WIDEST, room.width() - 32)
        height = max(self._row.heightForWidth(width), 40)
        left = room.x() + (room.width() - width) // 2
        self.setGeometry(left, room.y() + room.height() - height - _ABOVE, width, height)

    def _paint_icons(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("info", 20, "icon"))
        self._close.setIcon(self._theme.icon("close"))

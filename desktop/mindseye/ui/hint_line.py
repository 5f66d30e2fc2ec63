"""A quiet line above the photos: something to know about the answer, and at most one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from mindseye.ui.parts import named
from mindseye.ui.theme import Theme


class HintLine(QFrame):
    """Is seen while it has something to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hintline")
        self._theme = theme
        self._icon = QLabel()
        self._words = named(QLabel(), "hint")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._button = QPushButton()
        self._button.setProperty("role", "link")
        self._button.clicked.connect(self._do)
        self._act: Callable[[], object] = lambda: None
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 8)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1000)
        row.addWidget(self._button)
        row.addStretch(1)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()
        self.hide()

    def tell(self, sentence: str, button: str = "", act: Callable[[], object] = lambda: None) -> None:
        """Says something, or nothing; the button does ``act``."""
        self._words.setText(sentence)
        # As wide as its one line where there is room, so that the button stands right behind it.
        self._words.setMaximumWidth(self._words.fontMetrics().horizontalAdvance(sentence) + 4)
        self.setAccessibleName(sentence)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._act = act
        self.setVisible(bool(sentence))

    @property
    def sentence(self) -> str:
        """What is said now."""
        return self._words.text()

    def _do(self) -> None:
        self._act()

    def _paint_icon(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("info", 16, "quiet"))

"""A label whose words are cut where there is no room for them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from mindseye.ui.parts import give_property


class CutLabel(QLabel):
    """Words on one line, cut where there is no room, for which they do not ask; the tip has all of them."""

    def __init__(self, cut: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__()
        self._words, self._where = "", cut
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str, *, strong: bool = False) -> None:
        """Shows words."""
        self._words = words
        give_property(self, "role", "strong" if strong else "quiet")
        self.setAccessibleName(words)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._words, self._where, self.width())
        self.setText(shown)
        self.setToolTip(self._words if shown != self._words else "")

"""A small sign beside the scroll bar that tells the date of what is in view while the bar is pulled."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel

from mindseye.ui.parts import single_shot

_LASTS_MILLISECONDS = 800


class DateHint(QLabel):
    """Stands beside the handle of the scroll bar; goes by itself."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self.setObjectName("datehint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view = view
        self._leave = single_shot(self, _LASTS_MILLISECONDS, self.hide)
        self.hide()

    def tell(self, words: str) -> None:
        """Shows a date at the place of the handle."""
        self.setText(words)
        self.adjustSize()
        bar, viewport = self._view.verticalScrollBar(), self._view.viewport()
        part = bar.value() / max(bar.maximum(), 1)
        y = round(part * (viewport.height() - self.height()))
        x = viewport.width() - self.width() - 8
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = viewport.x() + 8
        self.move(x, viewport.y() + y)
        self.show()
        self.raise_()
        self._leave.start()

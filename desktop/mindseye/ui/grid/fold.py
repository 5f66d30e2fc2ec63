"""The fold: the thin line between likely and less likely results, and the way past it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mindseye.ui.translating import tr

HEIGHT = 44


class FoldLine(QAbstractButton):
    """A line across the grid with the count of what lies below it; a click or a key opens and closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def tell(self, count: int, *, opened: bool) -> None:
        """Says how many lie below and whether they are shown."""
        self.setChecked(opened)
        if opened:
            self.setText(tr("Less likely: {count}  ·  hide", count=count))
            self.setAccessibleName(tr("Hide {count} less likely photos", count=count))
        else:
            self.setText(tr("Less likely: {count} more  ·  show", count=count))
            self.setAccessibleName(tr("Show {count} less likely photos", count=count))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            palette = self.palette()
            metrics = self.fontMetrics()
            words = metrics.boundingRect(self.text()).adjusted(-12, 0, 12, 0)
            words.moveCenter(self.rect().center())
            painter.setPen(QPen(palette.mid().color(), 1))
            middle = self.rect().center().y() + 0.5
            painter.drawLine(12, int(middle), words.left(), int(middle))
            painter.drawLine(words.right(), int(middle), self.width() - 12, int(middle))
            active = self.underMouse() or self.hasFocus()
            painter.setPen(palette.link().color() if active else palette.placeholderText().color())
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
            if self.hasFocus():
                painter.setPen(QPen(palette.highlight().color(), 2))
                painter.drawRoundedRect(words.adjusted(0, -4, 0, 4), 6, 6)

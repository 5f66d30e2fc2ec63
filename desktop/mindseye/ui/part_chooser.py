"""A box drawn over a picture, to search by that part of it: by mouse, or by keys alone."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mindseye.phrases import Phrase
from mindseye.search import Box
from mindseye.ui.photo_canvas import PhotoCanvas
from mindseye.ui.translating import tr, translated

HELP = Phrase(
    "Draw a box around what is wanted. Arrows move it, with Shift they size it; Return searches, Esc leaves."
)

_FIRST = QRectF(0.3, 0.3, 0.4, 0.4)
_STEP, _LEAST = 0.05, 0.03
"""Parts of the picture's sides."""

_VEIL = QColor(0, 0, 0, 150)


class PartChooser(QWidget):
    """Lies over a canvas while a part is chosen."""

    chosen = Signal(object)
    """The box."""
    left = Signal()

    def __init__(self, canvas: PhotoCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._part = QRectF(_FIRST)
        self._pressed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Part of the picture to search by"))
        self.setAccessibleDescription(translated(HELP))
        canvas.installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """Covers the canvas, with a box in its middle."""
        self._part, self._pressed = QRectF(_FIRST), None
        self.setGeometry(self._canvas.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Chooses nothing."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._canvas.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {
            Qt.Key.Key_Left: (-_STEP, 0.0),
            Qt.Key.Key_Right: (_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, -_STEP),
            Qt.Key.Key_Down: (0.0, _STEP),
        }
        key = Qt.Key(event.key())
        if key in steps:
            x, y = steps[key]
            part = QRectF(self._part)
            if shift:
                part.setSize(part.size() + QSizeF(x, y))
                part = part.intersected(QRectF(0, 0, 1, 1))
            else:
                part.moveTo(
                    min(max(part.x() + x, 0.0), 1 - part.width()),
                    min(max(part.y() + y, 0.0), 1 - part.height()),
                )
            if part.width() >= _LEAST and part.height() >= _LEAST:
                self._part = part
                self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._part = self._canvas.part_at(QRectF(self._pressed, event.position()).normalized())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self.mouseMoveEvent(event)
            self._pressed = None
            self._choose()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        area = self._canvas.area_of(self._part)
        outside = QPainterPath()
        outside.addRect(QRectF(self.rect()))
        outside.addRect(area)
        with QPainter(self) as painter:
            painter.fillPath(outside, _VEIL)
            painter.setPen(QPen(QColor("white"), 1.5))
            painter.drawRect(area)
            painter.drawText(
                self.rect().adjusted(16, 0, -16, -12),
                Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap,
                translated(HELP),
            )

    def _choose(self) -> None:
        part = self._part
        if part.width() < _LEAST or part.height() < _LEAST:  # a click is no box
            self._part = QRectF(_FIRST)
            self.update()
            return
        self.hide()
        self.chosen.emit(Box(part.left(), part.top(), min(part.right(), 1.0), min(part.bottom(), 1.0)))


class PartDialog(QDialog):
    """A picture that is searched by, to choose a part of it."""

    chosen = Signal(object)
    """The box."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Search by a part of {name}", name=name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 560)
        self.canvas = PhotoCanvas()
        self.chooser = PartChooser(self.canvas)
        self.chooser.chosen.connect(self._take)
        self.chooser.left.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.canvas, 1)

    def show_image(self, image: QImage) -> None:
        """Shows the picture, and lets a part of it be chosen."""
        self.canvas.show_pixmap(QPixmap.fromImage(image), QSizeF(image.size()), whole=True)
        self.chooser.begin()

    def _take(self, box: Box) -> None:
        self.chosen.emit(box)
        self.accept()

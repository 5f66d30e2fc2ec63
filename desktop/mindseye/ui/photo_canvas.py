"""A picture that can be looked at closely: fitted to its room, enlarged about a point, moved about.

A point of a picture is given as a pair of fractions, 0 to 1 from its upper left corner, so that it stays the
same when better pixels come.
"""

from dataclasses import dataclass
from math import log

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from mindseye.ui.pinch import Pinch

GROUND = QColor("#141517")
"""Behind a photo it is dark in both themes, as in a room where pictures are projected."""

PALE = QColor("#B9BDC4")
_STEP = 1.25
_LARGEST = 8.0
"""Screen pixels for a pixel of the picture, at most."""

_STILL = 4
"""Pixels that a pointer moves less in a click."""

_ABOVE = 36
"""Pixels from a sentence to the lower edge."""

_MIDDLE = QPointF(0.5, 0.5)


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is looked at."""

    zoom: float = 0.0
    """Device pixels for a pixel of the picture; 0 where it is fitted to its room."""
    centre: tuple[float, float] = (0.5, 0.5)
    """The point of the picture in the middle of the room."""


FITTED = Look()


class PhotoCanvas(QWidget):
    """One picture with its look."""

    look_changed = Signal(object)
    """It was enlarged, made smaller or moved by the user."""
    more_wanted = Signal()
    """It is enlarged beyond the pixels that are there."""

    clicked = Signal(QPointF)
    """It was clicked, and not moved, at this point of the picture."""

    def __init__(self, parent: QWidget | None = None, *, fills: bool = False) -> None:
        """``fills`` enlarges a picture that is smaller than its room, so that unlike sizes are seen alike."""
        super().__init__(parent)
        self._fills = fills
        self.message = ""
        """Words in place of the picture, or over what there is of it."""
        self._pixmap = QPixmap()
        self._size = QSizeF()
        self._whole = False
        self._final = False
        self._look = FITTED
        self._held: QPointF | None = None
        self._pressed: QPointF | None = None
        self._veil: QImage | None = None
        self._note = ""
        Pinch(self).zoomed.connect(lambda factor, about: self.zoom_by(log(factor, _STEP), about))

    # What is shown

    def show_pixmap(self, pixmap: QPixmap, size: QSizeF, *, whole: bool, final: bool = True) -> None:
        """Shows a picture, or better pixels of the one that is shown.

        Args:
            pixmap: the pixels that are there.
            size: of the whole picture in pixels, whatever there is of it.
            whole: whether there are no more pixels to be had.
            final: false for a stand-in of the right shape, which cannot be enlarged.
        """
        self._pixmap, self._size, self._whole, self._final = pixmap, size, whole, final
        self.update()

    def clear(self) -> None:
        """Shows nothing, and fits the next picture."""
        self._pixmap, self._size, self._look, self.message = QPixmap(), QSizeF(), FITTED, ""
        self._final = False
        self._show_hand()
        self.cover(None)

    def cover(self, veil: QImage | None, note: str = "") -> None:
        """Lays something over the whole picture and says a sentence below it; None lays nothing over it."""
        self._veil, self._note = veil, note
        self.setAccessibleDescription(note)
        self.update()

    @property
    def covered(self) -> bool:
        """Whether something lies over the picture."""
        return self._veil is not None

    @property
    def note(self) -> str:
        """The sentence below the picture."""
        return self._note

    @property
    def look(self) -> Look:
        """How the picture is looked at."""
        return self._look

    def set_look(self, look: Look) -> None:
        """Looks at the picture so; tells nobody."""
        self._look = look
        self._ask_for_more()
        self._show_hand()
        self.update()

    @property
    def fitted(self) -> bool:
        """Whether the whole picture is seen."""
        return self._look.zoom == 0

    @property
    def fitting_zoom(self) -> float:
        """Device pixels for a pixel of the picture where it just fills its room."""
        if self._size.isEmpty():
            return 1.0
        room = self.size() * self.devicePixelRatioF()
        return min(room.width() / self._size.width(), room.height() / self._size.height())

    def zoom_by(self, steps: float, about: QPointF | None = None) -> None:
        """Enlarges by steps, or makes smaller where they are negative, keeping a point where it is."""
        if not self._final:
            return
        zoom = self._scale * self.devicePixelRatioF() * _STEP**steps
        self._zoom_to(zoom, QPointF(self.rect().center()) if about is None else about)

    def zoom_at(self, zoom: float, point: QPointF) -> None:
        """Enlarges to so many device pixels for a pixel, with a point of the picture in the middle."""
        if self._final:
            self._look = Look(zoom, (point.x(), point.y()))
            self._change(Look(zoom, self._kept_inside((point.x(), point.y()))))

    def fit(self) -> None:
        """Shows the whole picture again."""
        self._change(FITTED)

    def toggle_pixels(self) -> None:
        """Shows a pixel of the picture as one of the screen, or the whole picture again."""
        if not self._final:
            return
        if self._look.zoom == 1.0:
            self._change(FITTED)
        else:
            self._zoom_to(1.0, QPointF(self.rect().center()))

    def move_by(self, x: float, y: float) -> None:
        """Moves the picture by pixels of the window."""
        if not self.fitted:
            place = self._place
            cx, cy = self._look.centre
            centre = (cx - x / place.width(), cy - y / place.height())
            self._change(Look(self._look.zoom, self._kept_inside(centre)))

    # Between the window and the picture

    def point_at(self, position: QPointF) -> QPointF:
        """The point of the picture at a position of the widget; outside 0 to 1 beside it."""
        place = self._place
        if place.isEmpty():
            return QPointF(_MIDDLE)
        return QPointF(
            (position.x() - place.x()) / place.width(), (position.y() - place.y()) / place.height()
        )

    def part_at(self, area: QRectF) -> QRectF:
        """The part of the picture below an area of the widget, cut where the picture ends."""
        first, last = self.point_at(area.topLeft()), self.point_at(area.bottomRight())
        return QRectF(first, last).normalized().intersected(QRectF(0, 0, 1, 1))

    def area_of(self, part: QRectF) -> QRectF:
        """The area of the widget that a part of the picture covers."""
        place = self._place
        return QRectF(
            place.x() + part.x() * place.width(),
            place.y() + part.y() * place.height(),
            part.width() * place.width(),
            part.height() * place.height(),
        )

    @property
    def _scale(self) -> float:
        """Pixels of the window for a pixel of the picture."""
        if self._look.zoom:
            return self._look.zoom / self.devicePixelRatioF()
        return self._least_zoom / self.devicePixelRatioF()

    @property
    def _least_zoom(self) -> float:
        return self.fitting_zoom if self._fills else min(self.fitting_zoom, 1.0)

    @property
    def _place(self) -> QRectF:
        """Where the whole picture lies, in pixels of the widget."""
        if self._size.isEmpty() or self.size().isEmpty():
            return QRectF()
        size = self._size * self._scale
        cx, cy = self._look.centre
        corner = QPointF(self.width() / 2 - cx * size.width(), self.height() / 2 - cy * size.height())
        return QRectF(corner, size)

    def _zoom_to(self, zoom: float, about: QPointF) -> None:
        ratio = self.devicePixelRatioF()
        zoom = min(zoom, max(_LARGEST, self.fitting_zoom))
        if zoom <= self._least_zoom:
            self._change(FITTED)
            return
        point, size = self.point_at(about), self._size * (zoom / ratio)
        centre = (
            point.x() + (self.width() / 2 - about.x()) / size.width(),
            point.y() + (self.height() / 2 - about.y()) / size.height(),
        )
        self._look = Look(zoom, centre)
        self._change(Look(zoom, self._kept_inside(centre)))

    def _kept_inside(self, centre: tuple[float, float]) -> tuple[float, float]:
        """The nearest centre at which no room is left empty that the picture could fill."""
        place = self._place

        def within(value: float, room: int, length: float) -> float:
            half = room / 2 / length
            return 0.5 if half >= 0.5 else min(max(value, half), 1 - half)

        return within(centre[0], self.width(), place.width()), within(
            centre[1], self.height(), place.height()
        )

    def _change(self, look: Look) -> None:
        self.set_look(look)
        self.look_changed.emit(look)

    def _ask_for_more(self) -> None:
        shown = self._pixmap.width() * 1.05
        if not self._whole and not self.fitted and self._size.width() * self._look.zoom > shown:
            self.more_wanted.emit()

    def _show_hand(self) -> None:
        if self.fitted:
            self.unsetCursor()
        else:
            held = self._held is not None
            self.setCursor(Qt.CursorShape.ClosedHandCursor if held else Qt.CursorShape.OpenHandCursor)

    # Events

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(event.angleDelta().y() / 120, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            if not self.fitted:
                self._held = event.position()
                self._show_hand()
        event.accept()  # what lies below must not be clicked through it

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            moved = event.position() - self._held
            self._held = event.position()
            self.move_by(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed, self._held = self._pressed, None, None
        self._show_hand()
        if pressed is not None and (event.position() - pressed).manhattanLength() < _STILL:
            self.clicked.emit(self.point_at(event.position()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.fitted:
            self._look = Look(self._look.zoom, self._kept_inside(self._look.centre))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), GROUND)
            if not self._pixmap.isNull():
                pixelated = self._look.zoom >= 2 and self._whole
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not pixelated)
                painter.drawPixmap(self._whole_pixels(self._place), self._pixmap, self._pixmap.rect())
                if self._veil is not None:
                    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                    painter.drawImage(self._whole_pixels(self._place), self._veil)
            words = self.rect().adjusted(48, 0, -48, 0)
            if self.message:
                # Below what there is of the picture, not across it.
                _paint_words(painter, words, self.message, low=not self._pixmap.isNull())
            if self._note:
                _paint_words(painter, words, self._note, low=True)

    def _whole_pixels(self, place: QRectF) -> QRect:
        return place.toRect() if self.fitted else place.toAlignedRect()


def _paint_words(painter: QPainter, room: QRect, words: str, *, low: bool) -> None:
    """Writes words so that they can be read whatever lies behind: in the middle, or at the lower edge."""
    how = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.setPen(PALE)
    box = painter.boundingRect(room, how, words)
    if low:
        box.moveBottom(room.bottom() - _ABOVE)
    painter.fillRect(box.adjusted(-16, -12, 16, 12), QColor(20, 21, 23, 220))
    painter.drawText(box, how, words)

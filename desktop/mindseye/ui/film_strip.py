"""The film strip: small pictures of the photos before and after the one that is shown large."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.photo_canvas import GROUND, PALE
from mindseye.ui.translating import tr

HEIGHT = 80
_SIDE, _GAP = 64, 6


def reach_in(width: int) -> int:
    """How many photos find room on either side of the middle of a strip."""
    return max((width // 2) // (_SIDE + _GAP), 1) + 1


class FilmStrip(QWidget):
    """A row of photos, the one that is shown in its middle."""

    chosen = Signal(int)
    """A photo is to be shown."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Photos before and after"))
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._thumbnails = thumbnails
        self._photos: list[int] = []
        self._current = 0
        thumbnails.came.connect(lambda _: self.update())

    def show_photos(self, photo_ids: Sequence[int], current: int) -> None:
        """Shows photos in their order, the one at place ``current`` in the middle."""
        self._photos, self._current = list(photo_ids), current
        self._wish()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wish()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, photo_id in enumerate(self._photos):
            if self._cell(place).contains(event.position().toPoint()):
                self.chosen.emit(photo_id)
                break
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), GROUND)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for place, photo_id in enumerate(self._photos):
                cell = self._cell(place)
                thumbnail = self._thumbnails.get(photo_id)
                if not cell.intersects(event.rect()) or thumbnail is None:
                    continue
                size = thumbnail.pixmap.size().scaled(cell.size(), Qt.AspectRatioMode.KeepAspectRatio)
                picture = QRect(0, 0, size.width(), size.height())
                picture.moveCenter(cell.center())
                painter.setOpacity(1.0 if place == self._current else 0.6)
                painter.drawPixmap(picture, thumbnail.pixmap)
                if place == self._current:
                    painter.setPen(QPen(PALE, 2))
                    painter.drawRect(picture.adjusted(-2, -2, 1, 1))

    def _cell(self, place: int) -> QRect:
        middle = self.width() // 2 - _SIDE // 2
        steps = place - self._current
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            steps = -steps
        return QRect(middle + steps * (_SIDE + _GAP), (HEIGHT - _SIDE) // 2, _SIDE, _SIDE)

    def _wish(self) -> None:
        if self.isVisible():
            side = QSize(_SIDE, _SIDE) * self.devicePixelRatioF()
            nearest = sorted(range(len(self._photos)), key=lambda place: abs(place - self._current))
            self._thumbnails.want([(self._photos[place], side) for place in nearest])

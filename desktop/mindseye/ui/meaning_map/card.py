"""The small card beside a point of the map: the photo's preview and its name."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from mindseye.ui.grid.captions import Captions
from mindseye.ui.grid.thumbnails import Thumbnails, Wish
from mindseye.ui.meaning_map.painting import cell_of
from mindseye.ui.meaning_map.scene import Scene
from mindseye.ui.theme import Theme

_SIDE = 176
_INSET = 8
_AWAY = 14


class Card:
    """Painted by the map, over everything else."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, captions: Captions, view: QWidget) -> None:
        self._theme, self._thumbnails, self._captions, self._view = theme, thumbnails, captions, view

    def wish(self, photo_id: int | None, scene: Scene, ratio: float) -> list[Wish]:
        """What thumbnail it needs for a photo."""
        row = None if photo_id is None else scene.row_of(photo_id)
        if photo_id is None or row is None:
            return []
        cell = cell_of(0, 0, float(scene.aspects[row]), _SIDE)
        return [(photo_id, QSize(cell.size() * ratio))]

    def paint(self, painter: QPainter, photo_id: int, point: QPointF, scene: Scene, room: QRect) -> None:
        """Paints the card of a photo beside its point, where there is room for it."""
        row = scene.row_of(photo_id)
        if row is None:
            return
        caption, thumbnail = self._captions.get(photo_id), self._thumbnails.get(photo_id)
        picture = cell_of(0, 0, float(scene.aspects[row]), _SIDE).size()
        line = painter.fontMetrics().height()
        width = max(picture.width(), 96) + 2 * _INSET
        height = picture.height() + line + 3 * _INSET
        x, y = point.x() + _AWAY, point.y() - height / 2
        if x + width > room.right() - 4:
            x = point.x() - _AWAY - width
        y = min(max(y, room.top() + 4.0), max(room.bottom() - height - 4.0, 4.0))
        x = max(x, room.left() + 4.0)
        box = QRectF(x, y, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(box, 6, 6)
        place = QRectF(x + (width - picture.width()) / 2, y + _INSET, picture.width(), picture.height())
        painter.fillRect(place, self._theme.colour("hover"))
        if thumbnail is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, thumbnail.pixmap, QRectF(thumbnail.pixmap.rect()))
        painter.setPen(self._theme.colour("text"))
        words = QRectF(x + _INSET, place.bottom() + _INSET, width - 2 * _INSET, line)
        name = caption.name if caption is not None else ""
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, shown)

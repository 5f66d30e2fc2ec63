"""How one photograph of the grid is painted: the picture, whole; a ring and a tick when it is selected."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from mindseye.phrases import Phrase

RING = 2
"""Pixels of the selection's ring, outside the picture; it fits into the gap between two."""

AWAY = Phrase("away")
"""The badge of a photograph whose drive or folder is not there."""

UNREADABLE = Phrase("unreadable")
"""The badge of a photograph of which nothing can be shown although its folder is there."""

RADIUS = 2
_TICK = 20
_SMALL = 112


@dataclass(frozen=True, slots=True)
class GridColours:
    """The colours of the grid."""

    ground: QColor
    placeholder: QColor
    line: QColor
    text: QColor
    quiet: QColor
    accent: QColor
    on_accent: QColor


@dataclass(frozen=True, slots=True)
class TileLook:
    """How a tile looks now."""

    selected: bool = False
    focused: bool = False
    missing: bool = False
    fills: bool = False
    """Whether the picture is cut to its cell; otherwise it lies inside it, whole."""
    badges: tuple[str, ...] = ()
    """Words in the lower corner, at most two."""
    opacity: float = 1.0


def paint_tile(
    painter: QPainter, cell: QRect, pixmap: QPixmap | None, look: TileLook, colours: GridColours
) -> None:
    """Paints a photograph into its cell."""
    picture = cell
    if pixmap is None or look.opacity < 1:
        painter.fillRect(cell, colours.placeholder)
    if pixmap is not None:
        painter.setOpacity(look.opacity)
        if look.fills:
            painter.drawPixmap(cell, pixmap, _middle(cell, pixmap))
        else:
            picture = _inside(cell, pixmap)
            painter.drawPixmap(picture, pixmap)
        painter.setOpacity(1.0)
    elif look.missing:
        _paint_missing(painter, cell, colours)
    if look.badges:
        _paint_badges(painter, picture, look.badges, colours)
    if look.selected:
        _paint_ring(painter, picture, colours.accent)
        _paint_tick(painter, picture, colours)
    elif look.focused:
        _paint_ring(painter, picture, colours.quiet)


def _paint_badges(painter: QPainter, picture: QRect, badges: tuple[str, ...], colours: GridColours) -> None:
    """Words on small grounds of their own, so that they can be read on any picture."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    metrics, x = painter.fontMetrics(), picture.left() + 6
    for words in badges:
        room = picture.right() - 6 - x - 12
        if room < 24:
            return
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        width, height = metrics.horizontalAdvance(shown) + 12, metrics.height() + 4
        ground = QRectF(x, picture.bottom() - height - 5, width, height)
        painter.setOpacity(0.9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.ground)
        painter.drawRoundedRect(ground, 4, 4)
        painter.setOpacity(1.0)
        painter.setPen(colours.text)
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, shown)
        x += width + 4


def small_picture(
    pixmap: QPixmap | None, count: int, colours: GridColours, ratio: float, *, opacity: float = 1.0
) -> QPixmap:
    """A small picture that stands for photographs, with their number where there are several."""
    cell = QRect(0, 0, _SMALL, _SMALL)
    picture = QRect(QPoint(), (cell if pixmap is None else _inside(cell, pixmap)).size())
    drawn = QPixmap(picture.size() * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(opacity)
        if pixmap is None:
            painter.fillRect(picture, colours.placeholder)
        else:
            painter.drawPixmap(picture, pixmap)
        if count > 1:
            painter.setOpacity(1.0)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            words = f"{count:,}"
            width = painter.fontMetrics().horizontalAdvance(words) + 12
            disc = QRectF(picture.right() - width - 3, picture.bottom() - _TICK - 3, width, _TICK)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawRoundedRect(disc, _TICK / 2, _TICK / 2)
            painter.setPen(colours.on_accent)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, words)
    return drawn


def _middle(cell: QRect, pixmap: QPixmap) -> QRect:
    """The middle of the picture that has the shape of its cell, in the picture's own pixels."""
    scale = min(pixmap.width() / cell.width(), pixmap.height() / cell.height())
    width, height = round(cell.width() * scale), round(cell.height() * scale)
    return QRect((pixmap.width() - width) // 2, (pixmap.height() - height) // 2, width, height)


def _inside(cell: QRect, pixmap: QPixmap) -> QRect:
    """The whole picture in its cell; the cell itself where the shapes agree up to rounding."""
    size = pixmap.deviceIndependentSize()
    scale = min(cell.width() / size.width(), cell.height() / size.height())
    width, height = round(size.width() * scale), round(size.height() * scale)
    if cell.width() - width <= 2 and cell.height() - height <= 2:
        return cell
    return QRect(
        cell.x() + (cell.width() - width) // 2, cell.y() + (cell.height() - height) // 2, width, height
    )


def _paint_ring(painter: QPainter, picture: QRect, colour: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(picture).adjusted(-1, -1, 1, 1), RADIUS, RADIUS)


def _paint_tick(painter: QPainter, picture: QRect, colours: GridColours) -> None:
    disc = QRectF(picture.right() - _TICK - 5, picture.top() + 6, _TICK, _TICK)
    painter.setPen(QPen(colours.ground, 1.5))
    painter.setBrush(colours.accent)
    painter.drawEllipse(disc)
    painter.setPen(
        QPen(colours.on_accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    centre = disc.center()
    painter.drawPolyline(
        QPolygonF([centre + QPointF(-4, 0.5), centre + QPointF(-1, 3.5), centre + QPointF(4.5, -3)])
    )


def _paint_missing(painter: QPainter, cell: QRect, colours: GridColours) -> None:
    """A torn-off corner and a stroke: the picture cannot be shown."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(28.0, cell.width() / 2, cell.height() / 2)
    frame = QRectF(0, 0, side, side * 0.8)
    frame.moveCenter(QRectF(cell).center())
    painter.setPen(QPen(colours.quiet, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath()
    path.addRoundedRect(frame, 3, 3)
    path.moveTo(frame.topLeft())
    path.lineTo(frame.bottomRight())
    painter.drawPath(path)

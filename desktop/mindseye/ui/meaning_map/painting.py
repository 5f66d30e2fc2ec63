"""How the map is painted: crowds as a haze, photos as dots, thumbnails and names where there is room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPixmap

from mindseye.semantic_map import Region

CELL = 2
"""Pixels along a side of what one photo darkens where there are many."""

APART_UP_TO = 1_500
"""Photos in view that are painted as dots of their own; more are painted as a haze."""

_SINGLE = 0.5
"""How much one photo covers what is behind it."""
_MOST = 255
_DOT = 8
_PADDING = 7
_AIR = 10

Points = NDArray[np.float32]


def paint_haze(
    painter: QPainter, seen: Points, size: tuple[int, int], anchor: tuple[float, float], colour: QColor
) -> None:
    """Paints many photos at once, the more of them lie in a place the stronger.

    Args:
        painter: paints in pixels of the view.
        seen: where the photos lie in the view [n, 2].
        size: of the view.
        anchor: where the origin of the map lies, so that the haze moves with the map and does not shimmer.
        colour: of the dots.
    """
    left, top = (value % CELL - CELL for value in anchor)
    columns, rows = size[0] // CELL + 3, size[1] // CELL + 3
    x = np.floor((seen[:, 0] - left) / CELL).astype(np.int32)
    y = np.floor((seen[:, 1] - top) / CELL).astype(np.int32)
    inside = (x >= 0) & (x < columns) & (y >= 0) & (y < rows)
    counts = np.bincount((y * columns + x)[inside], minlength=rows * columns)
    pixels = _shades(colour)[np.minimum(counts, _MOST)]
    image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    painter.drawImage(QRectF(left, top, columns * CELL, rows * CELL), image)


def _shades(colour: QColor) -> NDArray[np.uint32]:
    """The colour of a cell by how many photos lie in it, premultiplied; nothing where there is none."""
    cover = 1 - (1 - _SINGLE) ** np.arange(_MOST + 1) ** 0.7
    alpha = np.round(255 * cover).astype(np.uint32)
    red, green, blue = (
        np.round(part * cover).astype(np.uint32) for part in (colour.red(), colour.green(), colour.blue())
    )
    return ((alpha << 24) | (red << 16) | (green << 8) | blue).astype(np.uint32)


def dot(colour: QColor, ground: QColor, ratio: float) -> QPixmap:
    """A round dot with an edge in the colour of the ground, to be painted many times."""
    drawn = QPixmap(round(_DOT * ratio), round(_DOT * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for paint, radius in ((ground, _DOT / 2), (colour, _DOT / 2 - 1)):
            painter.setBrush(paint)
            painter.drawEllipse(QPointF(_DOT / 2, _DOT / 2), radius, radius)
    return drawn


def paint_dots(painter: QPainter, seen: Iterable[Sequence[float]], drawn: QPixmap) -> None:
    """Paints photos as dots of their own."""
    half = _DOT / 2
    for x, y in seen:
        painter.drawPixmap(QPointF(x - half, y - half), drawn)


def side_for(count: int, size: tuple[int, int]) -> int:
    """The side of thumbnails where so many photos are in view; one of a few, so that zooming keeps them."""
    fair = 0.7 * (size[0] * size[1] / max(count, 1)) ** 0.5
    return max((side for side in (40, 56, 80, 112, 160) if side <= fair), default=40)


def some_of(rows: NDArray[np.int64], priority: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """About as many of the rows as ``most``, in order of precedence; a few more in view keep them the same.

    Args:
        rows: [k].
        priority: of every row [n], 0 to 2^32, spread evenly; the least goes first.
        most: how many.
    """
    if len(rows) > most:
        halvings = int(np.ceil(np.log2(len(rows) / most)))
        rows = rows[priority[rows] < (1 << 32) >> halvings]
    ordered: NDArray[np.int64] = rows[np.argsort(priority[rows], kind="stable")]
    return ordered


def with_room(seen: Points, order: NDArray[np.int64], side: int) -> list[int]:
    """Those of the photos, in order of precedence, whose squares do not touch one of a photo before them."""
    taken: dict[tuple[int, int], list[tuple[float, float]]] = {}
    found: list[int] = []
    for row, (x, y) in zip(order.tolist(), seen[order].tolist(), strict=True):
        column, line = int(x // side), int(y // side)
        near = (
            place
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for place in taken.get((column + across, line + down), ())
        )
        if all(abs(x - other[0]) >= side or abs(y - other[1]) >= side for other in near):
            taken.setdefault((column, line), []).append((x, y))
            found.append(row)
    return found


def cell_of(x: float, y: float, aspect: float, side: int) -> QRect:
    """Where a thumbnail lies about a point: as large as fits a square of this side."""
    width = side if aspect >= 1 else max(round(side * aspect), 8)
    height = side if aspect <= 1 else max(round(side / aspect), 8)
    return QRect(round(x - width / 2), round(y - height / 2), width, height)


@dataclass(frozen=True, slots=True)
class Label:
    """A name of a crowd where it is painted."""

    region: Region
    box: QRectF


def labels_with_room(
    regions: Sequence[Region],
    seen: Points,
    size: tuple[int, int],
    nearness: float,
    font: QFont,
    *,
    keep_off: Sequence[QRectF] = (),
) -> Iterator[Label]:
    """The names that are to be seen, none over another, the larger crowds' first.

    Args:
        regions: coarse ones first.
        seen: where they lie in the view [n, 2].
        size: of the view.
        nearness: how much larger than fitted the map is; finer names come when one comes nearer.
        font: of the names.
        keep_off: where no name may be.
    """
    metrics = QFontMetricsF(font)
    height = metrics.height() + 6
    boxes = list(keep_off)
    names: set[str] = set()
    view = QRectF(0, 0, *size)
    for region, (x, y) in zip(regions, seen.tolist(), strict=True):
        if nearness < (0.0, 1.6, 3.2)[region.level] or region.name in names or not view.contains(x, y):
            continue
        width = metrics.horizontalAdvance(region.name) + 2 * _PADDING
        box = QRectF(x - width / 2, y - height / 2, width, height)
        box.moveLeft(min(max(box.left(), 4), max(size[0] - width - 4, 4)))
        box.moveTop(min(max(box.top(), 4), max(size[1] - height - 4, 4)))
        around = box.adjusted(-_AIR, -_AIR / 2, _AIR, _AIR / 2)
        if any(around.intersects(other) for other in boxes):
            continue
        boxes.append(box)
        names.add(region.name)
        yield Label(region, box)


def paint_label(painter: QPainter, label: Label, font: QFont, ink: QColor, ground: QColor) -> None:
    """Paints a name on a ground of its own, so that it can be read over anything."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    behind = QColor(ground)
    behind.setAlphaF(0.88)
    painter.setBrush(behind)
    painter.drawRoundedRect(label.box, 6, 6)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(label.box, Qt.AlignmentFlag.AlignCenter, label.region.name)

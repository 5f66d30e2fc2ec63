"""The plane of the map: where photos lie in the view, and everything that is painted of them."""

import time
from collections.abc import Callable, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from mindseye.semantic_map import Region
from mindseye.ui.grid.captions import Captions
from mindseye.ui.grid.painting import GridColours, TileLook, paint_tile
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.meaning_map import painting
from mindseye.ui.meaning_map.camera import Camera, scales_between
from mindseye.ui.meaning_map.card import Card
from mindseye.ui.meaning_map.hand import Pull, Tool
from mindseye.ui.meaning_map.scene import Scene, on_the_way
from mindseye.ui.parts import single_shot
from mindseye.ui.pinch import Pinch
from mindseye.ui.theme import Theme

PICTURES_UP_TO = 400
"""Photos in view that are shown as thumbnails where there is room; of more, a few are."""

MOVING_SECONDS = 0.7
"""How long photos take from one map to the next."""

_FRAME_MILLISECONDS = 16
_ZOOM = 1.25
_REACH = 9.0
_SAMPLES = 160
"""Photos that stand for the many in view, of which those with room are shown."""
_TICKED = 80
"""Side of thumbnails from which a selected one has a tick; smaller ones would be hidden by it."""
_SPREAD = 2_654_435_761

Ids = NDArray[np.int64]


class Plane(QWidget):
    """Photos at their places, from nearer or farther; some are selected, and one is current."""

    def __init__(
        self,
        theme: Theme,
        thumbnails: Thumbnails,
        captions: Captions,
        motion: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(200, 160)
        self.scene = Scene.none()
        self.regions: Sequence[Region] = ()
        self.camera = Camera()
        self.tool = Tool.MOVE
        self._theme, self._thumbnails, self._captions, self._motion = theme, thumbnails, captions, motion
        self._chosen = np.empty(0, np.int64)
        self._current: int | None = None
        self._before: tuple[Scene, float] | None = None
        self._touched = False
        self._by_key = False
        self._pull: Pull | None = None
        self._hovered: int | None = None
        self._pictures: dict[int, QRectF] = {}
        self._priority = np.empty(0, np.int64)
        self._card = Card(theme, thumbnails, captions, self)
        self._frames = QTimer(self)
        self._frames.setInterval(_FRAME_MILLISECONDS)
        self._frames.timeout.connect(self._step)
        self._wish_soon = single_shot(self, 30, self._wish)
        Pinch(self).zoomed.connect(lambda factor, about: self.zoom_by(log(factor, _ZOOM), about))
        thumbnails.came.connect(lambda _: self.update())
        captions.came.connect(self.update)
        captions.outdated.connect(self._wish_soon.start)
        theme.changed.connect(self.update)

    # What is shown

    def show_scene(self, scene: Scene) -> None:
        """Shows photos at their places; those that were there move to the new ones, if motion is welcome."""
        before, self.scene = self.scene, scene
        self._priority = (scene.ids * _SPREAD) % (1 << 32)
        self._chosen = self._chosen[np.isin(self._chosen, scene.ids)]
        if self._current is not None and scene.row_of(self._current) is None:
            self._current = None
        self._hovered = None
        if not len(before) or not self._touched:
            self.camera = Camera.fitted(scene.bounds, self._size)
        moves = len(before) > 0 and self._motion() and self.isVisible()
        self._before = (before, time.monotonic()) if moves else None
        if moves:
            self._frames.start()
        self._renew()

    def show_regions(self, regions: Sequence[Region]) -> None:
        """Names crowds, coarse ones first."""
        self.regions = regions
        self.update()

    @property
    def moving(self) -> bool:
        """Whether photos are on their way to their places."""
        return self._frames.isActive()

    @property
    def settled(self) -> bool:
        """Whether everything that is to be seen is there."""
        return not self.moving and not self._wish_soon.isActive()

    # From where it is seen

    def fit(self) -> None:
        """Shows the whole map."""
        self._touched = False
        self.camera = Camera.fitted(self.scene.bounds, self._size)
        self._renew()

    def zoom_by(self, steps: float, at: QPointF | None = None) -> None:
        """Comes nearer by steps, or goes farther where they are negative, keeping a point where it is."""
        if not len(self.scene):
            return
        point = QPointF(self.rect().center()) if at is None else at
        fitted = Camera.fitted(self.scene.bounds, self._size).scale
        camera = self.camera.zoomed(
            _ZOOM**steps,
            (point.x(), point.y()),
            self._size,
            between=scales_between(fitted, len(self.scene)),
        )
        self._look(camera)

    def move_by(self, x: float, y: float) -> None:
        """Pulls the map along by pixels."""
        self._look(self.camera.moved(x, y))

    @property
    def nearness(self) -> float:
        """How much larger than fitted the map is."""
        return self.camera.scale / max(Camera.fitted(self.scene.bounds, self._size).scale, 1e-9)

    @property
    def _size(self) -> tuple[int, int]:
        return self.width(), self.height()

    def _look(self, camera: Camera) -> None:
        self._touched = True
        self.camera = camera.kept_near(self.scene.bounds)
        self._renew()

    # What is there, in pixels

    def point_of(self, photo_id: int) -> QPointF:
        """Where a photo that is on the map lies in the view."""
        row = self.scene.row_of(photo_id)
        assert row is not None
        x, y = self.camera.on_screen(self._places()[[row]], self._size)[0].tolist()
        return QPointF(x, y)

    def photo_at(self, point: QPointF) -> int | None:
        """The photo at a pixel: the thumbnail there, or the nearest dot within reach."""
        for photo_id, box in self._pictures.items():
            if box.contains(point):
                return photo_id
        x, y = self.camera.on_map(point.x(), point.y(), self._size)
        row = self.scene.nearest(x, y, _REACH / self.camera.scale)
        return None if row is None else int(self.scene.ids[row])

    def _places(self) -> NDArray[np.float32]:
        if self._before is None:
            return self.scene.places
        before, began = self._before
        share = min((time.monotonic() - began) / MOVING_SECONDS, 1.0)
        return on_the_way(before, self.scene, 1 - (1 - share) ** 3)

    def _in_view(self, seen: NDArray[np.float32]) -> Ids:
        """The rows of the photos in view, and just beside it, of places in pixels [n, 2]."""
        x, y = seen[:, 0], seen[:, 1]
        inside = (x > -20) & (x < self.width() + 20) & (y > -20) & (y < self.height() + 20)
        return np.flatnonzero(inside)

    def _pictured(self, seen: NDArray[np.float32], rows: Ids) -> list[tuple[int, int]]:
        """Rows that are shown as thumbnails, with the side of these."""
        side = painting.side_for(len(rows), self._size)
        few = len(rows) <= PICTURES_UP_TO
        room = side + 4 if few else 2 * side
        order = painting.some_of(rows, self._priority, PICTURES_UP_TO if few else _SAMPLES)
        return [(row, side) for row in painting.with_room(seen, order, room)]

    # Inside

    def _step(self) -> None:
        if self._before is None or time.monotonic() - self._before[1] >= MOVING_SECONDS:
            self._before = None
            self._frames.stop()
            self._renew()
        self.update()

    def _renew(self) -> None:
        self._wish_soon.start()
        self.update()

    def _wish(self) -> None:
        """Asks for the thumbnails of what is in view, and the card's."""
        seen = self.camera.on_screen(self.scene.places, self._size)
        wishes = []
        ratio = self.devicePixelRatioF()
        for row, side in self._pictured(seen, self._in_view(seen)):
            cell = painting.cell_of(0, 0, float(self.scene.aspects[row]), side)
            wishes.append((int(self.scene.ids[row]), QSize(cell.size() * ratio)))
        wanted = self._card.wish(self._hovered or self._shown_current(), self.scene, ratio)
        self._captions.want([each for each in (self._hovered, self._current) if each is not None])
        self._thumbnails.want(wanted + [wish for wish in wishes if wish[0] not in dict(wanted)])

    def _shown_current(self) -> int | None:
        return self._current if self.hasFocus() and self._by_key else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._touched:
            self.camera = Camera.fitted(self.scene.bounds, self._size)
        self._renew()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        colours = self._theme.grid_colours()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colours.ground)
            if not len(self.scene):
                return
            seen = self.camera.on_screen(self._places(), self._size)
            rows = self._in_view(seen)
            pictured = [] if self.moving else self._pictured(seen, rows)
            self._paint_points(painter, seen, rows, colours)
            self._paint_pictures(painter, seen, pictured, colours)
            self._paint_current(painter, seen, colours)
            self._paint_names(painter, colours)
            if self._pull is not None and self._pull.moved and self._pull.tool is not Tool.MOVE:
                self._paint_pull(painter, self._pull, colours.accent)
            about = self._hovered if self._hovered is not None else self._shown_current()
            if about is not None and self._pull is None and not self.moving:
                row = self.scene.row_of(about)
                if row is not None:
                    painter.setFont(self.font())
                    self._card.paint(painter, about, QPointF(*seen[row].tolist()), self.scene, self.rect())

    def _paint_points(
        self, painter: QPainter, seen: NDArray[np.float32], rows: Ids, colours: GridColours
    ) -> None:
        chosen = np.zeros(len(rows), dtype=np.bool_)
        if len(self._chosen):
            chosen = np.isin(self.scene.ids[rows], self._chosen, assume_unique=True)
        quiet = QColor(colours.quiet)
        if len(self._chosen):
            quiet.setAlphaF(0.5)
        for part, colour in ((rows[~chosen], quiet), (rows[chosen], colours.accent)):
            if len(part) <= painting.APART_UP_TO:
                drawn = self._dot(colour, colours.ground)
                painting.paint_dots(painter, seen[part].tolist(), drawn)
            else:
                x, y = self.camera.on_screen(np.zeros((1, 2), np.float32), self._size)[0].tolist()
                painting.paint_haze(painter, seen[part], self._size, (x, y), colour)

    def _dot(self, colour: QColor, ground: QColor) -> QPixmap:
        return painting.dot(colour, ground, self.devicePixelRatioF())

    def _paint_pictures(
        self,
        painter: QPainter,
        seen: NDArray[np.float32],
        pictured: list[tuple[int, int]],
        colours: GridColours,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._pictures = {}
        focused = self.hasFocus()
        for row, side in pictured:
            photo_id = int(self.scene.ids[row])
            x, y = seen[row].tolist()
            cell = painting.cell_of(x, y, float(self.scene.aspects[row]), side)
            thumbnail = self._thumbnails.get(photo_id)
            look = TileLook(
                selected=side >= _TICKED and photo_id in self._chosen,
                focused=focused and photo_id == self._current,
                missing=self._thumbnails.is_missing(photo_id),
                fills=True,
            )
            paint_tile(painter, cell, thumbnail.pixmap if thumbnail else None, look, colours)
            if photo_id in self._chosen and side < _TICKED:
                painter.setPen(QPen(colours.accent, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(cell).adjusted(-1, -1, 1, 1))
            self._pictures[photo_id] = QRectF(cell)

    def _paint_current(self, painter: QPainter, seen: NDArray[np.float32], colours: GridColours) -> None:
        row = None if self._current is None else self.scene.row_of(self._current)
        if row is None or self._current in self._pictures or not self.hasFocus():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(*seen[row].tolist()), 8, 8)

    def _paint_names(self, painter: QPainter, colours: GridColours) -> None:
        if not self.regions or self.moving:
            return
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        places = np.array([(region.x, region.y) for region in self.regions], np.float32)
        seen = self.camera.on_screen(places, self._size)
        for label in painting.labels_with_room(self.regions, seen, self._size, self.nearness, font):
            painting.paint_label(painter, label, font, colours.text, colours.ground)

    def _paint_pull(self, painter: QPainter, pull: Pull, colour: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = QColor(colour)
        fill.setAlphaF(0.12)
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(fill)
        painter.drawPath(pull.path)

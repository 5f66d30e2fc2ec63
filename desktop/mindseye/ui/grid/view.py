"""The grid itself: an item view whose layout is arithmetic and whose cost follows what is visible."""

import time
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from mindseye.ui.grid.band import RubberBand
from mindseye.ui.grid.captions import Captions, pins
from mindseye.ui.grid.date_hint import DateHint
from mindseye.ui.grid.fades import Fades
from mindseye.ui.grid.headings import Grouping, day_words, paint_heading
from mindseye.ui.grid.laid_out_view import Index, LaidOutView
from mindseye.ui.grid.painting import AWAY, UNREADABLE, GridColours, TileLook, paint_tile, small_picture
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.parts import single_shot
from mindseye.ui.translating import tr, translated

_AROUND = 3
"""Pixels around a cell that its ring may reach."""
_SETTLING_MILLISECONDS = 120
"""While a window is being resized thumbnails are scaled quickly; this long after, well."""


class PhotoGrid(LaidOutView):
    """Photographs in justified rows, newest or likeliest first, with a fold where there is one."""

    opened = Signal(int)
    """A photograph is to be shown large."""
    chosen_changed = Signal()
    """Another photograph is current, or the selection changed."""
    escaped = Signal()
    drag_wanted = Signal()
    """The selected photographs are being pulled out of the grid."""

    def __init__(
        self,
        thumbnails: Thumbnails,
        captions: Captions,
        colours: GridColours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(captions, parent)
        self.setObjectName("grid")
        self.setAccessibleName(tr("Photos"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTabKeyNavigation(False)
        self.colours = colours
        self.fades = Fades(thumbnails, self._update_tiles, self)
        self.setMouseTracking(True)
        self._thumbnails, self._captions = thumbnails, captions
        self._hovered = -1
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        captions.came.connect(self._on_captions)
        self._band: RubberBand | None = None
        self._pulling = False
        self._date_hint = DateHint(self)
        self._wish_soon = single_shot(self, 15, self._wish)
        self.laid_out.connect(self._wish_soon.start)
        captions.outdated.connect(self._wish_soon.start)
        self._moving = single_shot(self, _SETTLING_MILLISECONDS, self._settle)
        thumbnails.came.connect(self._on_thumbnail)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._id_at(index.row())))

    # What is shown

    def show_tiles(
        self, tiles: Tiles, *, fold_at: int | None = None, in_time: bool = False, keep_place: bool = True
    ) -> None:
        """Shows photographs.

        Args:
            tiles: what to show, in order.
            fold_at: the place of the fold line, if there is one: before this photograph, or at the end.
            in_time: whether they stand in the order in which they were taken, so that headings make sense.
            keep_place: whether this is the same view grown or shrunk, so that the selection and what
                lies under the eye stay; otherwise it starts at the top.
        """
        chosen, current = self.chosen_ids(), self.current_id
        anchor = self._anchor() if keep_place else None
        if not self._take_tiles(tiles, fold_at, in_time=in_time):
            if not keep_place:
                self.verticalScrollBar().setValue(0)
            return
        self._lay_out(anchor)
        if keep_place:
            self._choose_again(chosen, current)
        else:
            self.verticalScrollBar().setValue(0)
            self.chosen_changed.emit()

    # What is chosen

    @property
    def current_id(self) -> int | None:
        """The photograph the keyboard is at."""
        index = self.currentIndex()
        return self._id_at(index.row()) if index.isValid() else None

    def chosen_ids(self) -> NDArray[np.int64]:
        """The selected photographs in the order of the grid."""
        ranges = sorted(
            (each.top(), each.bottom() + 1) for each in _ranges(self.selectionModel().selection())
        )
        parts = [self.tiles.ids[top:bottom] for top, bottom in ranges]
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)

    def go_to(self, photo_id: int) -> None:
        """Makes a photograph current and selected, and brings it into view."""
        rows = self.tiles.rows_of([photo_id])
        if len(rows):
            self.setCurrentIndex(self._photos.index(int(rows[0])))

    def picture_of_chosen(self) -> QPixmap:
        """What is pulled with the pointer: the current photograph small and pale, with the number of all."""
        thumbnail = None if self.current_id is None else self._thumbnails.get(self.current_id)
        pixmap, ratio = thumbnail.pixmap if thumbnail else None, self.devicePixelRatioF()
        return small_picture(pixmap, len(self.chosen_ids()), self.colours, ratio, opacity=0.85)

    def small_picture(self, photo_id: int, count: int) -> QPixmap | None:
        """A photograph small, with a number where there are several; None where its pixels are not there."""
        thumbnail = self._thumbnails.get(photo_id)
        if thumbnail is None:
            return None
        return small_picture(thumbnail.pixmap, count, self.colours, self.devicePixelRatioF())

    def next_to(self, photo_id: int, step: int) -> int | None:
        """The photograph ``step`` places after another; None beyond the ends."""
        rows = self.tiles.rows_of([photo_id])
        place = int(rows[0]) + step if len(rows) else -1
        return self._id_at(place) if 0 <= place < len(self.tiles) else None

    def beside(self, photo_id: int, count: int) -> tuple[list[int], list[int]]:
        """At most ``count`` photographs before another and after it, in their order."""
        rows = self.tiles.rows_of([photo_id])
        if not len(rows):
            return [], []
        place, ids = int(rows[0]), self.tiles.ids
        return ids[max(place - count, 0) : place].tolist(), ids[place + 1 : place + 1 + count].tolist()

    # Qt asks: where, what, how far

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        first, last = self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())
        selection = QItemSelection()
        if first.isValid() and last.isValid():
            # From one photograph to another: everything that lies between them in reading order.
            selection.select(*sorted((first, last), key=QModelIndex.row))
        else:
            selection = self._touched(rect.normalized().translated(0, self.verticalOffset()))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, visible = QRegion(), self._visible()
        for each in _ranges(selection):
            for item in range(max(each.top(), visible.start), min(each.bottom() + 1, visible.stop)):
                region += _with_ring(self.visualRect(self._photos.index(item)))
        return region

    # Qt tells: events

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._moving.start()
        super().resizeEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - there is no sideways
        self.updateGeometries()
        self._show_date()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.enlarge if event.angleDelta().y() > 0 else self.shrink)()
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pulling = False
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and not self.indexAt(point).isValid():
            keeps = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            self._band = RubberBand(self, point, self._touched, add=bool(event.modifiers() & keeps))
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._band is not None:
            self._band.move(event.position().toPoint())
            event.accept()
        elif self._pulling:
            event.accept()  # until the drag begins; otherwise it would select what it passes
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._band is not None and event.button() == Qt.MouseButton.LeftButton:
            self._band.end()
            self._band = None
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: ARG002, N803 - Qt's signature
        # Where the files lie must be asked for, and the window waits for nothing: whoever listens begins it.
        self._pulling = True
        self.drag_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.current_id
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if current is not None:
                self.opened.emit(current)
        elif plain and key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        # The ring lies outside the item's rectangle, which is all that the base class repaints.
        self.viewport().update()
        self.chosen_changed.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.chosen_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self.colours.ground)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not self._moving.isActive())
            now, region = time.monotonic(), event.region()
            offset, selection, focused = self.verticalOffset(), self.selectionModel(), self.hasFocus()
            current = self.currentIndex().row()
            top, bottom = event.rect().top() + offset - 3, event.rect().bottom() + offset + 4
            for item in self._rows.between(top, bottom):
                x, y, width, height = self._cell(item)
                cell = QRect(x, y - offset, width, height)
                if not region.intersects(_with_ring(cell)):
                    continue
                photo_id = self._id_at(item)
                thumbnail = self._thumbnails.get(photo_id)
                look = TileLook(
                    selected=selection.isSelected(self._photos.index(item)),
                    focused=focused and item == current,
                    missing=self._thumbnails.is_missing(photo_id),
                    fills=self._squares,
                    badges=self._badges(item, focused=focused and item == current),
                    opacity=self.fades.opacity(now - thumbnail.came) if thumbnail else 1.0,
                )
                pixmap = thumbnail.pixmap if thumbnail else None
                paint_tile(painter, cell, pixmap, look, self.colours)
            if self._headings.shown:
                self._paint_headings(painter, event.rect())

    def _paint_headings(self, painter: QPainter, area: QRect) -> None:
        """The headings in view; the topmost stays in view until the next one pushes it away."""
        offset, tops, height = self.verticalOffset(), self._rows.heading_tops, self._headings.height
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        width = self.viewport().width()
        first = max(int(np.searchsorted(tops, offset, side="right")) - 1, 0)
        last = int(np.searchsorted(tops, area.bottom() + offset, side="right"))
        for group in range(first, last):
            top = int(tops[group]) - offset
            if group == first:
                following = int(tops[group + 1]) - offset if group + 1 < len(tops) else height
                top = max(top, min(0, following - height))
            band = QRect(0, top, width, height)
            if band.intersects(area):
                colours = self.colours
                title = self._headings.title(group)
                paint_heading(painter, band, title, font=font, ink=colours.text, ground=colours.ground)

    # Inside

    def _show_date(self) -> None:
        """Tells the date of what is at the top while the scroll bar is pulled."""
        visible = self._visible()
        if self._in_time and visible and self.verticalScrollBar().isSliderDown():
            if self._headings.grouping is Grouping.FOLDER:
                words = self._headings.title(self._headings.group_at(visible.start))
            else:
                words = day_words(int(self.tiles.days[visible.start]), Grouping.MONTH)
            self._date_hint.tell(words)

    def _choose_again(self, chosen: Iterable[int], current: int | None) -> None:
        selection, before = self.selectionModel(), len(np.fromiter(chosen, np.int64))
        rows = self.tiles.rows_of(chosen)
        with QSignalBlocker(selection):
            picked = QItemSelection()
            for run in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1) if len(rows) else ():
                picked.select(self._photos.index(int(run[0])), self._photos.index(int(run[-1])))
            selection.select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            places = self.tiles.rows_of([] if current is None else [current])
            if len(places):
                index = self._photos.index(int(places[0]))
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        if len(rows) != before or (current is not None and not len(places)):
            self.chosen_changed.emit()

    def _wish(self) -> None:
        """Asks for the thumbnails in view, then those of a screen below and half a screen above."""
        top, room, ratio = self.verticalOffset(), self.viewport().height(), self.devicePixelRatioF()
        visible = self._visible()
        below = self._rows.between(top + room, top + 2 * room)
        above = self._rows.between(top - room // 2, top)
        items = dict.fromkeys((*visible, *below, *reversed(above)))
        self._thumbnails.want([(self._id_at(item), self._pixels(item) * ratio) for item in items])
        self._captions.want([self._id_at(item) for item in visible])

    def _hover(self, item: int) -> None:
        for each in (self._hovered, item):
            if 0 <= each < len(self.tiles):
                self.viewport().update(_with_ring(self.visualRect(self._photos.index(each))))
        self._hovered = item

    def _on_captions(self) -> None:
        visible = self._visible()
        if visible:
            # Screen readers read the names anew; badges are painted.
            self.dataChanged(self._photos.index(visible.start), self._photos.index(visible.stop - 1))

    def _badges(self, item: int, *, focused: bool) -> tuple[str, ...]:
        """The words in a corner: what is wrong; of the photograph that is looked at, what people said."""
        photo_id = self._id_at(item)
        caption = self._captions.get(photo_id)
        if caption is None:
            return ()
        wrong: tuple[str, ...] = () if caption.online else (translated(AWAY),)
        if caption.online and self._thumbnails.is_missing(photo_id):
            wrong = (translated(UNREADABLE),)
        looked_at = focused or item == self._hovered
        return (*wrong, *pins(caption), *map(translated, caption.said))[:2] if looked_at else wrong

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _on_thumbnail(self, photo_id: int) -> None:
        self._update_tiles([photo_id])
        self.fades.begin(photo_id)

    def _update_tiles(self, photo_ids: Iterable[int]) -> None:
        """Paints these photographs again, where they are in view."""
        visible = self._visible()
        wanted = np.fromiter(photo_ids, np.int64)
        for place in np.flatnonzero(np.isin(self.tiles.ids[visible.start : visible.stop], wanted)):
            cell = self.visualRect(self._photos.index(visible.start + int(place)))
            self.viewport().update(_with_ring(cell))

    def _settle(self) -> None:
        self.viewport().update()
        self._wish_soon.start()


def _ranges(selection: QItemSelection) -> list[QItemSelectionRange]:
    return [selection.at(number) for number in range(selection.count())]


def _with_ring(cell: QRect) -> QRect:
    return cell.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

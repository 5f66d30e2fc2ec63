"""The grid itself: an item view whose layout is arithmetic and whose cost follows what is visible."""

import time
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from mindseye.ui.grid.fold import HEIGHT as FOLD_HEIGHT
from mindseye.ui.grid.fold import FoldLine
from mindseye.ui.grid.layout import MARGIN, Rows, Section, Strip
from mindseye.ui.grid.model import PhotoModel
from mindseye.ui.grid.painting import GridColours, TileLook, paint_tile
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.parts import single_shot

LOWEST_ROW, HIGHEST_ROW = 96, 480
_FADE_SECONDS = 0.08
_AROUND = 3
"""Pixels around a cell that its ring may reach."""
_STEP = 1.15
_SETTLING_MILLISECONDS = 120
"""While a window is being resized thumbnails are scaled quickly; this long after, well."""

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction


class PhotoGrid(QAbstractItemView):
    """Photographs in justified rows, newest or likeliest first, with a fold where there is one."""

    opened = Signal(int)
    """A photograph is to be shown large."""
    chosen_changed = Signal()
    """Another photograph is current, or the selection changed."""
    row_height_changed = Signal(int)
    escaped = Signal()

    def __init__(self, thumbnails: Thumbnails, colours: GridColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("grid")
        self.setAccessibleName("Photos")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setTabKeyNavigation(False)
        self.colours = colours
        self.fades = True
        self.fold = FoldLine(self.viewport())
        self.fold.hide()
        self._thumbnails = thumbnails
        self._fold_at: int | None = None
        self._row_height = 180
        self._strip = Strip(np.empty(0, dtype=np.float32))
        self._rows = Rows(self._strip, 400, self._row_height)
        self._photos = PhotoModel(self)
        self.setModel(self._photos)
        self._wish_soon = single_shot(self, 15, self._wish)
        self._fresh: set[int] = set()
        self._moving = single_shot(self, _SETTLING_MILLISECONDS, self._settle)
        self._fading = QTimer(self)
        self._fading.setInterval(16)
        self._fading.timeout.connect(self._fade)
        thumbnails.came.connect(self._on_thumbnail)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._id_at(index.row())))

    # What is shown

    @property
    def tiles(self) -> Tiles:
        """The photographs in their order."""
        return self._photos.tiles

    def show_tiles(self, tiles: Tiles, *, fold_at: int | None = None, keep_place: bool = True) -> None:
        """Shows photographs.

        Args:
            tiles: what to show, in order.
            fold_at: the place of the fold line, if there is one: before this photograph, or at the end.
            keep_place: whether this is the same view grown or shrunk, so that the selection and what
                lies under the eye stay; otherwise it starts at the top.
        """
        if fold_at == self._fold_at and tiles.same_as(self.tiles):
            if not keep_place:
                self.verticalScrollBar().setValue(0)
            return
        chosen, current = self.chosen_ids(), self.current_id
        anchor = self._anchor() if keep_place else None
        self._photos.replace(tiles)
        self._strip = Strip(tiles.aspects)
        self._fold_at = fold_at
        self.fold.setVisible(fold_at is not None)
        self._lay_out(anchor)
        if keep_place:
            self._choose_again(chosen, current)
        else:
            self.verticalScrollBar().setValue(0)
            self.chosen_changed.emit()

    @property
    def fading(self) -> bool:
        """Whether a thumbnail is still fading in."""
        return self._fading.isActive()

    @property
    def row_height(self) -> int:
        """The wanted height of a row in device-independent pixels."""
        return self._row_height

    def set_row_height(self, height: int) -> None:
        """Makes the photographs larger or smaller, keeping what is in view there."""
        height = min(max(height, LOWEST_ROW), HIGHEST_ROW)
        if height != self._row_height:
            self._row_height = height
            self._lay_out(self._anchor(current_first=True))
            self.row_height_changed.emit(height)

    def enlarge(self) -> None:
        """One step larger."""
        self.set_row_height(round(self._row_height * _STEP))

    def shrink(self) -> None:
        """One step smaller."""
        self.set_row_height(round(self._row_height / _STEP))

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

    def next_to(self, photo_id: int, step: int) -> int | None:
        """The photograph ``step`` places after another; None beyond the ends."""
        rows = self.tiles.rows_of([photo_id])
        place = int(rows[0]) + step if len(rows) else -1
        return self._id_at(place) if 0 <= place < len(self.tiles) else None

    # Qt asks: where, what, how far

    def visualRect(self, index: _Index) -> QRect:
        if not 0 <= index.row() < len(self._rows):
            return QRect()
        x, y, width, height = self._rows.rect(index.row())
        return QRect(x, y - self.verticalOffset(), width, height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        item = self._rows.at(point.x(), point.y() + self.verticalOffset())
        return QModelIndex() if item is None else self._photos.index(item)

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not 0 <= index.row() < len(self._rows):
            return
        _, y, _, height = self._rows.rect(index.row())
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(y + height // 2 - room // 2)
        elif y - MARGIN < bar.value():
            bar.setValue(y - MARGIN)
        elif y + height + MARGIN > bar.value() + room:
            bar.setValue(y + height + MARGIN - room)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: _Index) -> bool:  # noqa: ARG002 - Qt's signature
        return False

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: ARG002
        count = len(self._rows)
        if not count:
            return QModelIndex()
        index = self.currentIndex()
        if not index.isValid():
            first = self._visible()
            return self._photos.index(first.start if first else 0)
        item = index.row()
        page = self._rows.rows_within(self.viewport().height())
        steps: dict[_Move, int] = {
            _Move.MoveLeft: item - 1,
            _Move.MovePrevious: item - 1,
            _Move.MoveRight: item + 1,
            _Move.MoveNext: item + 1,
            _Move.MoveHome: 0,
            _Move.MoveEnd: count - 1,
        }
        rows = {_Move.MoveUp: -1, _Move.MoveDown: 1, _Move.MovePageUp: -page, _Move.MovePageDown: page}
        target = self._rows.beside(item, rows[action]) if action in rows else steps.get(action, item)
        return self._photos.index(min(max(target, 0), count - 1))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        first, last = self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())
        selection = QItemSelection()
        if first.isValid() and last.isValid():
            # From one photograph to another: everything that lies between them in reading order.
            selection.select(*sorted((first, last), key=QModelIndex.row))
        else:
            band = rect.normalized().translated(0, self.verticalOffset())
            for item in self._rows.between(band.top(), band.bottom() + 1):
                if QRect(*self._rows.rect(item)).intersects(band):
                    index = self._photos.index(item)
                    selection.select(index, index)
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, visible = QRegion(), self._visible()
        for each in _ranges(selection):
            for item in range(max(each.top(), visible.start), min(each.bottom() + 1, visible.stop)):
                region += _with_ring(self.visualRect(self._photos.index(item)))
        return region

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here, not the beginning of a name."""

    def updateGeometries(self) -> None:
        super().updateGeometries()
        room = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(self._rows.height - room, 0))
        bar.setPageStep(room)
        bar.setEnabled(bar.maximum() > 0)  # its place is kept, so that rows do not jump when it is needed
        bar.setSingleStep(max(self._row_height // 3, 24))
        if self._fold_at is not None:
            top = self._rows.heading_tops[-1] - self.verticalOffset()
            self.fold.setGeometry(0, top, self.viewport().width(), FOLD_HEIGHT)
        self._wish_soon.start()

    # Qt tells: events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._rows.width:
            self._moving.start()
            self._lay_out(self._anchor())
        else:
            self.updateGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - there is no sideways
        self.updateGeometries()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.enlarge if event.angleDelta().y() > 0 else self.shrink)()
            event.accept()
        else:
            super().wheelEvent(event)

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

    def currentChanged(self, current: _Index, previous: _Index) -> None:
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
                x, y, width, height = self._rows.rect(item)
                cell = QRect(x, y - offset, width, height)
                if not region.intersects(_with_ring(cell)):
                    continue
                photo_id = self._id_at(item)
                thumbnail = self._thumbnails.get(photo_id)
                look = TileLook(
                    selected=selection.isSelected(self._photos.index(item)),
                    focused=focused and item == current,
                    missing=self._thumbnails.is_missing(photo_id),
                    opacity=self._opacity(now - thumbnail.came) if thumbnail else 1.0,
                )
                pixmap = thumbnail.pixmap if thumbnail else None
                paint_tile(painter, cell, pixmap, look, self.colours)

    # Inside

    def _id_at(self, row: int) -> int:
        return int(self.tiles.ids[row])

    def _visible(self) -> range:
        top = self.verticalOffset()
        return self._rows.between(top, top + self.viewport().height())

    def _lay_out(self, anchor: tuple[int, int] | None) -> None:
        sections: tuple[Section, ...] = (Section(0),)
        if self._fold_at is not None:
            sections = (Section(0), Section(self._fold_at, FOLD_HEIGHT))
        self._rows = Rows(self._strip, self.viewport().width(), self._row_height, sections)
        self.updateGeometries()
        if anchor is not None:
            photo_id, distance = anchor
            rows = self.tiles.rows_of([photo_id])
            if len(rows):
                self.verticalScrollBar().setValue(self._rows.rect(int(rows[0]))[1] - distance)
        self.viewport().update()

    def _anchor(self, *, current_first: bool = False) -> tuple[int, int] | None:
        """A visible photograph and its distance from the top, to come back to; None at the very top."""
        visible = self._visible()
        if not visible or self.verticalOffset() == 0:
            return None
        current = self.currentIndex().row()
        item = current if current_first and current in visible else visible.start
        return self._id_at(item), self._rows.rect(item)[1] - self.verticalOffset()

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
        sizes = ((item, self._rows.rect(item)) for item in items)
        self._thumbnails.want(
            [(self._id_at(item), QSize(round(w * ratio), round(h * ratio))) for item, (_, _, w, h) in sizes]
        )

    def _opacity(self, age: float) -> float:
        return min(max(age / _FADE_SECONDS, 0.0), 1.0) if self.fades else 1.0

    def _on_thumbnail(self, photo_id: int) -> None:
        self._update_tiles([photo_id])
        if self.fades:
            self._fresh.add(photo_id)
            if not self._fading.isActive():
                self._fading.start()

    def _fade(self) -> None:
        self._update_tiles(self._fresh)
        now = time.monotonic()
        found = ((photo_id, self._thumbnails.get(photo_id)) for photo_id in self._fresh)
        self._fresh = {
            photo_id for photo_id, thumbnail in found if thumbnail and now - thumbnail.came < _FADE_SECONDS
        }
        if not self._fresh:
            self._fading.stop()

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

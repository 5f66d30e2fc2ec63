"""The geometry of the grid: an item view whose layout is arithmetic; where things lie, and how one moves."""

import numpy as np
from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from mindseye.ui.grid.captions import Captions
from mindseye.ui.grid.fold import HEIGHT as FOLD_HEIGHT
from mindseye.ui.grid.fold import FoldLine
from mindseye.ui.grid.headings import HEIGHT as HEADING_HEIGHT
from mindseye.ui.grid.headings import Grouping, Headings
from mindseye.ui.grid.layout import MARGIN, Rows, Sections, Strip, square_height
from mindseye.ui.grid.model import PhotoModel
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.pinch import Pinch

LOWEST_ROW, HIGHEST_ROW = 96, 480
_STEP = 1.15

Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction


class LaidOutView(QAbstractItemView):
    """Photographs in rows below headings, with a fold where there is one; it paints nothing yet."""

    row_height_changed = Signal(int)
    laid_out = Signal()
    """What is in view changed: it was laid out anew, or scrolled."""

    def __init__(self, captions: Captions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.fold = FoldLine(self.viewport())
        self.fold.hide()
        self._fold_at: int | None = None
        self._in_time = False
        self._row_height = 180
        self._exact_height = 180.0
        Pinch(self.viewport()).zoomed.connect(lambda factor, _: self.scale_rows(factor))
        self._squares = False
        self._grouping = self._wanted_grouping = Grouping.NONE
        self._headings = Headings.of(Tiles.none(), Grouping.NONE)
        self._strip = Strip(np.empty(0, dtype=np.float32))
        self._rows = Rows(self._strip, 400, self._row_height)
        self._photos = PhotoModel(captions, self)
        self.setModel(self._photos)

    # What is laid out, and how

    @property
    def tiles(self) -> Tiles:
        """The photographs in their order."""
        return self._photos.tiles

    def _take_tiles(self, tiles: Tiles, fold_at: int | None, *, in_time: bool) -> bool:
        """Takes what ``_lay_out`` is to lay out; false where it is what is there already."""
        grouping = self._grouping if in_time and fold_at is None else Grouping.NONE
        same = fold_at == self._fold_at and in_time == self._in_time and tiles.same_as(self.tiles)
        if same and grouping is self._wanted_grouping:
            return False
        self._photos.replace(tiles)
        self._strip = self._make_strip()
        self._fold_at, self._in_time = fold_at, in_time
        self._wanted_grouping = grouping
        self._headings = Headings.of(tiles, grouping, height=self._heading_height())
        self.fold.setVisible(fold_at is not None)
        return True

    @property
    def grouping(self) -> Grouping:
        """What photographs in order of time are gathered under headings by."""
        return self._grouping

    def set_grouping(self, grouping: Grouping) -> None:
        """Gathers photographs under other headings, or none, keeping what is in view there."""
        if grouping is not self._grouping:
            self._grouping = grouping
            anchor = self._anchor(current_first=True)
            shown = grouping if self._in_time and self._fold_at is None else Grouping.NONE
            self._wanted_grouping = shown
            self._headings = Headings.of(self.tiles, shown, height=self._heading_height())
            self._lay_out(anchor)

    @property
    def squares(self) -> bool:
        """Whether photographs are cut to squares; otherwise they are shown whole."""
        return self._squares

    def set_squares(self, squares: bool) -> None:
        """Cuts photographs to squares, or shows them whole."""
        if squares is not self._squares:
            self._squares = squares
            anchor = self._anchor(current_first=True)
            self._strip = self._make_strip()
            self._lay_out(anchor)

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

    def scale_rows(self, factor: float) -> None:
        """Makes the photographs so many times as large; small factors one after another add up."""
        if round(self._exact_height) != self._row_height:
            self._exact_height = float(self._row_height)
        self._exact_height = min(max(self._exact_height * factor, LOWEST_ROW), HIGHEST_ROW)
        self.set_row_height(round(self._exact_height))

    def words_of(self, row: int) -> str:
        """What is read out of a photograph."""
        words = self._photos.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        return words if isinstance(words, str) else ""

    def place_of(self, photo_id: int) -> tuple[int, int] | None:
        """Which one a photograph is, from 1, of how many."""
        rows = self.tiles.rows_of([photo_id])
        return (int(rows[0]) + 1, len(self.tiles)) if len(rows) else None

    @property
    def in_view(self) -> range:
        """The rows of the photographs that are in view, below the heading at the top."""
        top = self.verticalOffset()
        return self._rows.between(top + self._sticky_bottom(), top + self.viewport().height())

    def bring_to_top(self, row: int) -> None:
        """Scrolls so that a photograph stands below the heading at the top."""
        if 0 <= row < len(self._rows):
            top = self._rows.rect(row)[1]
            self.verticalScrollBar().setValue(top - self._headings.height)

    # Qt asks: where, what, how far

    def visualRect(self, index: Index) -> QRect:
        if not 0 <= index.row() < len(self._rows):
            return QRect()
        x, y, width, height = self._cell(index.row())
        return QRect(x, y - self.verticalOffset(), width, height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        if 0 <= point.y() < self._sticky_bottom():
            return QModelIndex()
        x = self._rows.width - 1 - point.x() if self._mirrored else point.x()
        item = self._rows.at(x, point.y() + self.verticalOffset())
        return QModelIndex() if item is None else self._photos.index(item)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not 0 <= index.row() < len(self._rows):
            return
        _, y, _, height = self._rows.rect(index.row())
        bar, room = self.verticalScrollBar(), self.viewport().height()
        covered = self._headings.height  # by the heading that stays in view
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(y + height // 2 - room // 2)
        elif y - MARGIN - covered < bar.value():
            bar.setValue(y - MARGIN - covered)
        elif y + height + MARGIN > bar.value() + room:
            bar.setValue(y + height + MARGIN - room)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:  # noqa: ARG002 - Qt's signature
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
        onward = -1 if self._mirrored else 1
        steps: dict[_Move, int] = {
            _Move.MoveLeft: item - onward,
            _Move.MovePrevious: item - 1,
            _Move.MoveRight: item + onward,
            _Move.MoveNext: item + 1,
            _Move.MoveHome: 0,
            _Move.MoveEnd: count - 1,
        }
        rows = {_Move.MoveUp: -1, _Move.MoveDown: 1, _Move.MovePageUp: -page, _Move.MovePageDown: page}
        target = self._rows.beside(item, rows[action]) if action in rows else steps.get(action, item)
        return self._photos.index(min(max(target, 0), count - 1))

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
            top = int(self._rows.heading_tops[-1]) - self.verticalOffset()
            self.fold.setGeometry(0, top, self.viewport().width(), FOLD_HEIGHT)
        self.laid_out.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._rows.width:
            self._lay_out(self._anchor())
        else:
            self.updateGeometries()

    # Inside

    def _id_at(self, row: int) -> int:
        return int(self.tiles.ids[row])

    @property
    def _mirrored(self) -> bool:
        """Whether one reads from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _cell(self, item: int) -> tuple[int, int, int, int]:
        """Where a photograph lies in the content: x, y, width, height."""
        x, y, width, height = self._rows.rect(item)
        return (self._rows.width - x - width if self._mirrored else x), y, width, height

    def _visible(self) -> range:
        top = self.verticalOffset()
        return self._rows.between(top, top + self.viewport().height())

    def _lay_out(self, anchor: tuple[int, int] | None) -> None:
        sections = self._headings.sections
        if self._fold_at is not None:
            sections = Sections.of((0, 0), (self._fold_at, FOLD_HEIGHT), count=len(self.tiles))
        width = self.viewport().width()
        height = square_height(width, self._row_height) if self._squares else self._row_height
        self._rows = Rows(self._strip, width, height, sections)
        self.updateGeometries()
        if anchor is not None:
            photo_id, distance = anchor
            rows = self.tiles.rows_of([photo_id])
            if len(rows):
                self.verticalScrollBar().setValue(self._rows.rect(int(rows[0]))[1] - distance)
        self.viewport().update()

    def _sticky_bottom(self) -> int:
        """How far down the heading that stays in view reaches."""
        if not self._headings.shown:
            return 0
        tops, offset, height = self._rows.heading_tops, self.verticalOffset(), self._headings.height
        following = int(np.searchsorted(tops, offset, side="right"))
        return min(height, int(tops[following]) - offset) if following < len(tops) else height

    def _make_strip(self) -> Strip:
        aspects = self.tiles.aspects
        return Strip(np.ones_like(aspects) if self._squares else aspects)

    def _heading_height(self) -> int:
        return max(HEADING_HEIGHT, 2 * self.fontMetrics().height() + 8)

    def _anchor(self, *, current_first: bool = False) -> tuple[int, int] | None:
        """A visible photograph and its distance from the top, to come back to; None at the very top."""
        visible = self._visible()
        if not visible or self.verticalOffset() == 0:
            return None
        current = self.currentIndex().row()
        item = current if current_first and current in visible else visible.start
        return self._id_at(item), self._rows.rect(item)[1] - self.verticalOffset()

    def _pixels(self, item: int) -> QSize:
        """The size a photograph's thumbnail is painted at, in device-independent pixels."""
        _, _, width, height = self._rows.rect(item)
        if not self._squares:
            return QSize(width, height)
        aspect = float(self.tiles.aspects[item])
        return QSize(round(width * max(aspect, 1)), round(height * max(1 / max(aspect, 0.01), 1)))

    def _touched(self, band: QRect) -> QItemSelection:
        """What a rectangle of the content touches: a run of photographs in each row."""
        selection, run = QItemSelection(), range(0)
        for item in self._rows.between(band.top(), band.bottom() + 1):
            if not QRect(*self._cell(item)).intersects(band):
                continue
            if item != run.stop:
                self._select_run(selection, run)
                run = range(item, item)
            run = range(run.start, item + 1)
        self._select_run(selection, run)
        return selection

    def _select_run(self, selection: QItemSelection, run: range) -> None:
        if run:
            selection.select(self._photos.index(run.start), self._photos.index(run.stop - 1))

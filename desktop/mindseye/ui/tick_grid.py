"""A page of photos, each ticked or not: arrows go from one to the next, Space or a click turns its tick.

On a page to judge they are open at first, and right or wrong when somebody has said so.
"""

import math
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mindseye.phrases import Phrase
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr, translated

_ID = Qt.ItemDataRole.UserRole
_GAP = 8
_TICK = 24
_UNTICKED_OPACITY = 0.3
_CLICKS = {
    Qt.CheckState.PartiallyChecked: Qt.CheckState.Checked,
    Qt.CheckState.Checked: Qt.CheckState.Unchecked,
    Qt.CheckState.Unchecked: Qt.CheckState.Checked,
}
_SPOKEN = {Qt.CheckState.Checked: Phrase("right"), Qt.CheckState.Unchecked: Phrase("wrong")}

_Index = QModelIndex | QPersistentModelIndex


class TickGrid(QListView):
    """Fits a whole page of photos into its room, so that nothing needs scrolling."""

    changed = Signal()
    """A tick was turned."""
    said = Signal(int, bool)
    """Of a photo, on a page to judge: it is right, or wrong."""

    def __init__(
        self, theme: Theme, thumbnails: Thumbnails, *, judging: bool = False, parent: QWidget | None = None
    ) -> None:
        """The grid.

        Args:
            theme: the look.
            thumbnails: gives the pictures.
            judging: whether a photo is neither ticked nor unticked until somebody says so.
            parent: what it lies in.
        """
        super().__init__(parent)
        self.judging = judging
        """Whether a photo is open until somebody says that it is right or wrong."""
        self.setObjectName("ticks")
        self.setAccessibleName(tr("Photos of this page"))
        self._thumbnails = thumbnails
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(_Tile(theme, thumbnails, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._turn)
        self._items.itemChanged.connect(lambda _: self.changed.emit())
        thumbnails.came.connect(self._repaint)

    def show_photos(self, photo_ids: Sequence[int]) -> None:
        """Shows a page, all of it ticked (or open), the keyboard at its first photo."""
        self._items.clear()
        for number, photo_id in enumerate(photo_ids, start=1):
            item = QStandardItem()
            item.setData(photo_id, _ID)
            item.setData(
                tr("Photo {number} of {count}", number=number, count=len(photo_ids)),
                Qt.ItemDataRole.AccessibleTextRole,
            )
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.PartiallyChecked if self.judging else Qt.CheckState.Checked)
            self._items.appendRow(item)
        if photo_ids:
            self.setCurrentIndex(self._items.index(0, 0))
        self._fit()
        self.changed.emit()

    def photo_ids(self) -> list[int]:
        """The photos of the page."""
        return [int(item.data(_ID)) for item in self._all()]

    def ticked(self) -> list[int]:
        """Those of them that are ticked."""
        return [int(item.data(_ID)) for item in self._all() if item.checkState() == Qt.CheckState.Checked]

    def unticked(self) -> list[int]:
        """Those of them that are not."""
        return [int(item.data(_ID)) for item in self._all() if item.checkState() == Qt.CheckState.Unchecked]

    def judge_current(self, *, right: bool | None) -> None:
        """Says of the photo that the keyboard is at that it is right, wrong or open, and goes to the next."""
        index = self.currentIndex()
        if index.isValid():
            self._set(self._items.item(index.row()), _state(right))
            if right is not None:
                self.said.emit(int(index.data(_ID)), right)
            following = index.sibling(index.row() + 1, 0)
            if following.isValid() and right is not None:
                self.setCurrentIndex(following)

    def judge_all(self, *, right: bool | None) -> None:
        """Says so of every photo of the page."""
        for item in self._all():
            self._set(item, _state(right))

    def turn_current(self) -> None:
        """Turns the tick of the photo that the keyboard is at."""
        if self.currentIndex().isValid():
            self._turn(self.currentIndex())

    def tick_all(self, *, ticked: bool) -> None:
        """Ticks every photo of the page, or none."""
        for item in self._all():
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _repaint(self) -> None:
        self.viewport().update()

    def _all(self) -> list[QStandardItem]:
        return [self._items.item(row) for row in range(self._items.rowCount())]

    def _set(self, item: QStandardItem, state: Qt.CheckState) -> None:
        item.setCheckState(state)
        words = tr("Photo {number} of {count}", number=item.row() + 1, count=self._items.rowCount())
        if state in _SPOKEN:
            words = f"{words}, {translated(_SPOKEN[state])}"
        item.setData(words, Qt.ItemDataRole.AccessibleTextRole)

    def _turn(self, index: _Index) -> None:
        item = self._items.item(index.row())
        if self.judging:
            state = _CLICKS[item.checkState()]
            self._set(item, state)
            self.said.emit(int(item.data(_ID)), state == Qt.CheckState.Checked)
            return
        on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _fit(self) -> None:
        """Makes the tiles as large as they can be while all are seen, and asks for their pictures."""
        room, count = self.viewport().size(), max(self._items.rowCount(), 1)
        side = _largest_side(room.width() - 2, room.height() - 2, count)
        self.setGridSize(QSize(side, side))
        ratio = self.devicePixelRatioF()
        pixels = max(round((side - 2 * _GAP) * ratio), 16)
        self._thumbnails.want([(photo_id, QSize(pixels, pixels)) for photo_id in self.photo_ids()])


def _state(right: bool | None) -> Qt.CheckState:
    if right is None:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked if right else Qt.CheckState.Unchecked


def _largest_side(width: int, height: int, count: int) -> int:
    """The side of squares of which so many fit into a room, at most 240."""
    best = 24
    for columns in range(1, count + 1):
        side = min(width // columns, height // math.ceil(count / columns))
        best = max(best, side)
    return min(best, 240)


class _Tile(QStyledItemDelegate):
    """A photo in its square, whole; pale with an open box where it is not ticked."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: TickGrid) -> None:
        super().__init__(parent)
        self._theme, self._thumbnails, self._grid = theme, thumbnails, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all alike
        return self._grid.gridSize()

    def editorEvent(self, *_: object) -> bool:
        """A click anywhere turns the tick; the grid does that."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        cell = option.rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        found = self._thumbnails.get(int(index.data(_ID)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = cell
        if found is None:
            painter.fillRect(cell, self._theme.colour("raised"))
        else:
            size = found.pixmap.size().scaled(cell.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(cell.center())
            painter.setOpacity(_UNTICKED_OPACITY if state == Qt.CheckState.Unchecked else 1.0)
            painter.drawPixmap(place, found.pixmap)
            painter.setOpacity(1.0)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(-4, -4, 4, 4), 4, 4)
        if state != Qt.CheckState.PartiallyChecked:
            self._paint_tick(painter, place, ticked=state == Qt.CheckState.Checked)
        painter.restore()

    def _paint_tick(self, painter: QPainter, place: QRect, *, ticked: bool) -> None:
        box = QRect(place.left() + 6, place.top() + 6, _TICK, _TICK)
        painter.setPen(QPen(QColor("#FFFFFF"), 1.5))
        painter.setBrush(self._theme.colour("accent") if ticked else QColor(0, 0, 0, 150))
        painter.drawRoundedRect(box, 6, 6)
        if ticked:
            painter.drawPixmap(
                box.adjusted(4, 4, -4, -4), self._theme.pixmap("check", _TICK - 8, "accent_text")
            )
        elif self._grid.judging:
            cross = box.adjusted(7, 7, -7, -7)
            painter.drawLine(cross.topLeft(), cross.bottomRight())
            painter.drawLine(cross.topRight(), cross.bottomLeft())

"""The groups of near-duplicates in a list: a picture of each, how near they are, and which were accepted."""

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mindseye.ui.duplicates.review import Review
from mindseye.ui.duplicates.words import group_words
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.parts import named
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr

_ROW, _PICTURE, _EDGE, _MARK = 60, 48, 6, 16
_Index = QModelIndex | QPersistentModelIndex
_REVIEW = Qt.ItemDataRole.UserRole
_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class _Groups(QAbstractListModel):
    """The groups; rows are told when they are painted, so that their number does not matter."""

    def __init__(self) -> None:
        super().__init__()
        self.reviews: list[Review] = []

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.reviews)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        review = self.reviews[index.row()]
        if role == _REVIEW:
            return review
        if role == Qt.ItemDataRole.AccessibleTextRole:
            place = tr("Group {place} of {count}", place=index.row() + 1, count=len(self.reviews))
            said = [place, *group_words(review.kind, len(review.group.members))]
            return ", ".join([*said, tr("accepted")] if review.accepted else said)
        return None

    def show(self, reviews: list[Review]) -> None:
        self.beginResetModel()
        self.reviews = reviews
        self.endResetModel()


class GroupList(QListView):
    """Says which group is to be looked at; other keys than for that are passed on."""

    chosen = Signal(int)
    pressed = Signal(QKeyEvent)

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "ticks")
        self.setAccessibleName(tr("Groups of near-duplicates"))
        self._groups = _Groups()
        self._thumbnails = thumbnails
        self.setModel(self._groups)
        self.setItemDelegate(_Row(theme, thumbnails, self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFixedWidth(196)
        self.selectionModel().currentChanged.connect(lambda index: self.chosen.emit(index.row()))
        self.verticalScrollBar().valueChanged.connect(self.wish)
        thumbnails.came.connect(self._repaint)

    def show_reviews(self, reviews: list[Review], at: int) -> None:
        """Shows groups, and which of them is looked at."""
        with QSignalBlocker(self.selectionModel()):
            if reviews is not self._groups.reviews:
                self._groups.show(reviews)
            if reviews:
                here = self._groups.index(at, 0)
                self.selectionModel().setCurrentIndex(here, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.scrollTo(here)
        self.viewport().update()
        self.wish()

    def wish(self) -> None:
        """Asks for the pictures of the groups that are seen."""
        reviews = self._groups.reviews
        first = max(self.indexAt(self.viewport().rect().topLeft()).row(), 0)
        last = first + self.viewport().height() // _ROW + 2
        side = round(_PICTURE * self.devicePixelRatioF())
        ids = dict.fromkeys(review.group.members[0].photo.id for review in reviews[first:last])
        self._thumbnails.want([(photo_id, QSize(side, side)) for photo_id in ids])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()
            self.pressed.emit(event)

    def _repaint(self) -> None:
        self.viewport().update()


class _Row(QStyledItemDelegate):
    """The best photo, two lines of words, and a tick where the group was accepted."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: GroupList) -> None:
        super().__init__(parent)
        self._theme, self._thumbnails = theme, thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all alike
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        review = index.data(_REVIEW)
        assert isinstance(review, Review)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        row = option.rect.adjusted(1, 1, -1, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected:
            painter.setBrush(self._theme.colour("selection_fill"))
            painter.drawRoundedRect(row, 6, 6)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 6, 6)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        picture = QRect(row.left() + _EDGE, row.top() + (row.height() - _PICTURE) // 2, _PICTURE, _PICTURE)
        words = row.adjusted(2 * _EDGE + _PICTURE + 2, 8, -_EDGE - _MARK, -8)
        mark = QRect(row.right() - _EDGE - _MARK, row.center().y() - _MARK // 2, _MARK, _MARK)
        if mirrored:
            picture, words, mark = (_mirrored(each, row) for each in (picture, words, mark))
        self._paint_picture(painter, picture, review.group.members[0].photo.id)
        self._paint_words(painter, words, option.font, review, selected=selected)
        if review.accepted:
            painter.drawPixmap(mark, self._theme.pixmap("check", _MARK, "text"))
        painter.restore()

    def _paint_picture(self, painter: QPainter, room: QRect, photo_id: int) -> None:
        found = self._thumbnails.get(photo_id)
        if found is None:
            painter.fillRect(room, self._theme.colour("raised"))
            return
        size = found.pixmap.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.drawPixmap(place, found.pixmap)

    def _paint_words(
        self, painter: QPainter, room: QRect, font: QFont, review: Review, *, selected: bool
    ) -> None:
        half = room.height() // 2
        lines = group_words(review.kind, len(review.group.members))
        for number, (line, role) in enumerate(zip(lines, ("text", "quiet"), strict=True)):
            painter.setFont(font)
            painter.setPen(self._theme.colour("selection_text" if selected else role))
            place = QRect(room.left(), room.top() + number * half, room.width(), half)
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)


def _mirrored(place: QRect, row: QRect) -> QRect:
    return QRect(row.left() + row.right() - place.right(), place.top(), place.width(), place.height())

"""The list of the side bar: places with their counts, some below others, under headings."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QIcon, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from mindseye.ui.theme import Theme
from mindseye.ui.translating import grouped, tr

PLACE = Qt.ItemDataRole.UserRole
COUNT = Qt.ItemDataRole.UserRole + 1
SHARE = Qt.ItemDataRole.UserRole + 2

_GUTTER, _STEP = 14, 14
_ICON, _CHEVRON = 16, 12
_BELOW_HEADING = 6
_EDGE = 10
_BAR = 32
_WIDEST_COUNT = "00,000"
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: a place, or a heading where it has none."""

    name: str
    icon: str = ""
    place: object | None = None
    count: int | None = None
    tip: str = ""
    depth: int = 0
    """How many lines it lies below."""
    opens: bool = False
    """Whether there is something below it, shown or not."""
    opened: bool = False
    share: float = 0.0
    """Of the largest count beside it, 0 to 1; drawn as a thin bar."""

    @property
    def without_count(self) -> "Line":
        """The line as it is when only counts change."""
        return replace(self, count=None, share=0.0)


class PlaceTree(QTreeWidget):
    """Shows lines; what is clicked and opened it says by Qt's own signals."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(tr("Places"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Row(theme, self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_lines(self, lines: list[Line]) -> None:
        """Shows these in place of what was there."""
        scroll = self.verticalScrollBar().value()
        self.clear()
        above: list[QTreeWidgetItem] = []
        for line in lines:
            del above[line.depth :]
            parent = above[-1] if above else self.invisibleRootItem()
            item = QTreeWidgetItem(parent, [line.name])
            above.append(item)
            if line.place is None:
                self._make_heading(item)
                continue
            item.setIcon(0, self._theme.icon(line.icon, "quiet"))
            item.setData(0, PLACE, line.place)
            item.setToolTip(0, line.tip)
            if line.opens:
                item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            item.setExpanded(line.opened)
            show_count(item, line)
        self.verticalScrollBar().setValue(scroll)

    def items(self) -> list[QTreeWidgetItem]:
        """Every item, in the order of the lines."""
        found: list[QTreeWidgetItem] = []

        def add_below(item: QTreeWidgetItem) -> None:
            for number in range(item.childCount()):
                child = item.child(number)
                if child is not None:
                    found.append(child)
                    add_below(child)

        add_below(self.invisibleRootItem())
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.button() == Qt.MouseButton.LeftButton and _opens(item):
            place = self.visualItemRect(item)
            gutter = QRect(0, place.y(), _GUTTER + depth_of(item) * _STEP + 2, place.height())
            if QStyle.visualRect(self.layoutDirection(), place, gutter).contains(event.position().toPoint()):
                item.setExpanded(not item.isExpanded())
                return
        super().mousePressEvent(event)

    def _make_heading(self, item: QTreeWidgetItem) -> None:
        font = item.font(0)
        font.setPixelSize(self._theme.tokens.small)
        font.setWeight(font.Weight.DemiBold)
        item.setFont(0, font)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(0, QSize(0, self._theme.tokens.row + 12))


def show_count(item: QTreeWidgetItem, line: Line) -> None:
    """Writes the count of a place; nothing happens where it is the same."""
    if line.place is None:
        return
    item.setData(0, COUNT, "" if line.count is None else grouped(line.count))
    item.setData(0, SHARE, line.share)
    described = line.name if line.count is None else tr("{name}, {count}", name=line.name, count=line.count)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, described)
    item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, line.tip)


def depth_of(item: QTreeWidgetItem) -> int:
    """How many items it lies below."""
    depth, parent = 0, item.parent()
    while parent is not None:
        depth, parent = depth + 1, parent.parent()
    return depth


def _opens(item: QTreeWidgetItem) -> bool:
    shown = QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator
    return bool(item.childCount()) or item.childIndicatorPolicy() == shown


class _Row(QStyledItemDelegate):
    """An arrow where something lies below, the icon, the name, its share as a bar, its count at the end."""

    def __init__(self, theme: Theme, tree: PlaceTree) -> None:
        super().__init__(tree)
        self._theme, self._tree = theme, tree

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = QStyleOptionViewItem(option)
        self.initStyleOption(look, index)
        words, icon, whole = look.text, QIcon(look.icon), QRect(option.rect)
        look.text, look.icon = "", QIcon()
        self._tree.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, look, painter, self._tree)
        painter.save()
        painter.setFont(look.font)
        if index.data(PLACE) is None:
            self._paint_heading(painter, look, whole, words)
        else:
            self._paint_place(painter, look, whole, index, words, icon)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Tells the whole name where it is cut off, before what else there is to tell."""
        look = QStyleOptionViewItem(option)
        self.initStyleOption(look, index)
        item, tip = self._tree.itemFromIndex(index), index.data(Qt.ItemDataRole.ToolTipRole) or ""
        _, _, room = _divided(look, option.rect, depth_of(item), index.data(COUNT) or "")
        cut = look.fontMetrics.horizontalAdvance(look.text) > room
        lines = ([look.text] if cut and look.text not in tip else []) + ([tip] if tip else [])
        QToolTip.showText(event.globalPos(), "\n".join(lines), view, option.rect)
        return True

    def _paint_heading(self, painter: QPainter, look: QStyleOptionViewItem, whole: QRect, words: str) -> None:
        painter.setPen(self._theme.colour("quiet"))
        room = whole.adjusted(7, 0, -7, -_BELOW_HEADING)
        aligned = QStyle.visualAlignment(look.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, aligned | Qt.AlignmentFlag.AlignBottom, words)

    def _paint_place(
        self,
        painter: QPainter,
        look: QStyleOptionViewItem,
        whole: QRect,
        index: _Index,
        words: str,
        icon: QIcon,
    ) -> None:
        item = self._tree.itemFromIndex(index)
        left = whole.x() + depth_of(item) * _STEP
        middle = whole.center().y() + 1

        def turned(x: int, width: int, height: int) -> QRect:
            place = QRect(x, middle - height // 2, width, height)
            return QStyle.visualRect(look.direction, whole, place)

        if _opens(item):
            mirrored = look.direction == Qt.LayoutDirection.RightToLeft
            closed = "chevron-left" if mirrored else "chevron-right"
            name = "chevron-down" if item.isExpanded() else closed
            painter.drawPixmap(
                turned(left + 2, _CHEVRON, _CHEVRON), self._theme.pixmap(name, _CHEVRON, "quiet")
            )
        icon.paint(painter, turned(left + _GUTTER + 2, _ICON, _ICON))
        count, share = index.data(COUNT) or "", index.data(SHARE) or 0.0
        begins, taken, room = _divided(look, whole, depth_of(item), count)
        apart = max(taken, look.fontMetrics.horizontalAdvance(_WIDEST_COUNT) + _EDGE)
        beside_bar = whole.right() - apart - _BAR - 4 - begins
        if look.fontMetrics.horizontalAdvance(words) > beside_bar:
            share = 0.0  # a name that can be read is worth more than its bar
        if share:
            taken, room = apart, beside_bar
        chosen = bool(look.state & QStyle.StateFlag.State_Selected)
        painter.setPen(self._theme.colour("selection_text" if chosen else "text"))
        leading = QStyle.visualAlignment(look.direction, Qt.AlignmentFlag.AlignLeft)
        upright = Qt.AlignmentFlag.AlignVCenter
        shown = look.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(turned(begins, room, whole.height()), leading | upright, shown)
        if count:
            painter.setPen(self._theme.colour("selection_text" if chosen else "quiet"))
            place = turned(whole.right() - taken, taken - _EDGE, whole.height())
            trailing = QStyle.visualAlignment(look.direction, Qt.AlignmentFlag.AlignRight)
            painter.drawText(place, trailing | upright, count)
        if share:
            width = max(round(share * _BAR), 2)
            painter.fillRect(turned(whole.right() - taken - width, width, 6), self._theme.colour("line"))
        if look.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus"), 1.5))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 5, 5)


def _divided(look: QStyleOptionViewItem, whole: QRect, depth: int, count: str) -> tuple[int, int, int]:
    """Where the name of a place begins, what its count takes at the end, and the room between the two."""
    begins = whole.x() + depth * _STEP + _GUTTER + _ICON + 8
    taken = look.fontMetrics.horizontalAdvance(count) + _EDGE + (6 if count else 0)
    return begins, taken, max(whole.right() - taken - begins, 24)

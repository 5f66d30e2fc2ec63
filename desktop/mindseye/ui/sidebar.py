"""The side bar: the library, its folders and the categories, each a place to go to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mindseye.catalog.folders import Folder
from mindseye.folders.polling import Polled
from mindseye.operations.wording import polled_sentence
from mindseye.ui.parts import icon_button, named
from mindseye.ui.places import (
    LABELLING,
    MODELS,
    PROBLEMS,
    AllPhotos,
    InFolder,
    Place,
    Survey,
    WithLabel,
    WithTag,
)
from mindseye.ui.theme import Theme

_PLACE = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_BELOW_HEADING = 6
_STEP = "\N{EM SPACE}"
"""How far a tag stands in from the one that it lies below."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the list: a place, or a heading where it has none."""

    name: str
    icon: str = ""
    place: Place | None = None
    count: int | None = None
    tip: str = ""

    @property
    def without_count(self) -> "_Line":
        return replace(self, count=None)


class _Row(QStyledItemDelegate):
    """A name at the left, elided where it is too long, and its count at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        count = index.data(_COUNT)
        if count:
            width = option.fontMetrics.horizontalAdvance(count)
            whole = QRect(option.rect)
            super().paint(painter, option, index)
            painter.save()
            painter.setPen(self._theme.colour("quiet"))
            where = whole.adjusted(whole.width() - width - 10, 0, -10, 0)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
            painter.restore()
        else:
            super().paint(painter, option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        if index.data(_PLACE) is None:
            option.rect = option.rect.adjusted(0, 0, 0, -_BELOW_HEADING)
        count = index.data(_COUNT)
        if count:
            taken = option.fontMetrics.horizontalAdvance(count) + 52
            room = max(option.rect.width() - taken, 24)
            option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)


class SideBar(QFrame):
    """Places with their counts."""

    chosen = Signal(object)
    """A place to go to."""
    add_wanted = Signal()
    removal_wanted = Signal(object)
    """A folder that is to leave the library."""
    excludes_wanted = Signal(object)
    """A folder of which something is to be left out."""
    reveal_wanted = Signal(object)
    """The path of a folder to open in the file manager."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._theme = theme
        self._survey = Survey()
        self._filled_with: list[_Line] = []
        self._place: Place | None = AllPhotos()
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Places")
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setIconSize(QSize(16, 16))
        self.tree.setUniformRowHeights(False)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setItemDelegate(_Row(theme, self.tree))
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.tree.currentItemChanged.connect(self._go)
        self.tree.itemClicked.connect(self._go)
        self.add = icon_button("Add folder…")
        self.add.clicked.connect(self.add_wanted)
        foot = named(QFrame(), "sidebarfoot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tree, 1)
        layout.addWidget(foot)
        theme.changed.connect(self._repaint)
        self._fill()

    def show_survey(self, survey: Survey) -> None:
        """Shows what is in the library."""
        self._survey = survey
        self._fill()

    def show_place(self, place: Place | None) -> None:
        """Marks where we are; nothing while a search is shown."""
        self._place = place
        self._mark()

    def _fill(self) -> None:
        self.add.setIcon(self._theme.icon("folder-add"))
        lines = list(self._lines())
        with QSignalBlocker(self.tree):
            if [line.without_count for line in lines] == self._filled_with:
                for number, line in enumerate(lines):
                    item = self.tree.topLevelItem(number)
                    if item is not None:
                        _count(item, line)
                return
            scroll = self.tree.verticalScrollBar().value()
            self.tree.clear()
            for line in lines:
                self._add(line)
            self._filled_with = [line.without_count for line in lines]
            self.tree.verticalScrollBar().setValue(scroll)
        self._mark()

    def _repaint(self) -> None:
        self._filled_with = []
        self._fill()

    def _lines(self) -> Iterator[_Line]:
        found = self._survey
        yield _Line("Library")
        yield _Line("All photos", "photos", AllPhotos(), found.photos)
        if found.problems:
            yield _Line("Problems", "problem", PROBLEMS, found.problems)
        if found.photos:
            yield _Line("Label many", "tag", LABELLING)
        yield _Line("Models", "settings", MODELS)
        if found.folders:
            yield _Line("Folders")
        for folder, name in _named(found.folders):
            place = InFolder(folder.id, folder.path)
            if folder.online:
                yield _Line(name, "folder", place, tip=_tip(folder, found.polled.get(folder.path)))
            else:
                yield _Line(f"{name} (away)", "folder-away", place, tip=_away(folder))
        if found.tags:
            yield _Line("Tags")
        for tag in found.tags:
            *above, last = tag.name.split("/")
            indent = _STEP * len(above)
            yield _Line(f"{indent}{last}", "tag", WithTag(tag.name), tag.count, tip=tag.name)
        for category, labels in groupby(found.labels, lambda item: item.category):
            counted = [(item.label, item.count) for item in labels if item.label is not None and item.count]
            if counted:
                yield _Line(_capital(category))
            for label, count in counted:
                yield _Line(_capital(label), "tag", WithLabel(category, label), count)

    def _add(self, line: _Line) -> None:
        item = QTreeWidgetItem(self.tree, [line.name])
        if line.place is None:
            font = item.font(0)
            font.setPixelSize(self._theme.tokens.small)
            font.setWeight(font.Weight.DemiBold)
            item.setFont(0, font)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setForeground(0, self._theme.colour("quiet"))
            item.setSizeHint(0, QSize(0, 40))
            item.setTextAlignment(0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            return
        item.setIcon(0, self._theme.icon(line.icon, "quiet"))
        item.setData(0, _PLACE, line.place)
        item.setToolTip(0, line.tip)
        _count(item, line)

    def _mark(self) -> None:
        with QSignalBlocker(self.tree):
            self.tree.clearSelection()
            for number in range(self.tree.topLevelItemCount()):
                item = self.tree.topLevelItem(number)
                if item is not None and self._place is not None and item.data(0, _PLACE) == self._place:
                    self.tree.setCurrentItem(item)
                    return
            self.tree.setCurrentIndex(QModelIndex())

    def _go(self, item: QTreeWidgetItem | None) -> None:
        place = item.data(0, _PLACE) if item is not None else None
        if place is not None and place != self._place:
            self._place = place
            self.chosen.emit(place)

    def _menu(self, point: QPoint) -> None:
        item = self.tree.itemAt(point)
        place = item.data(0, _PLACE) if item is not None else None
        if not isinstance(place, InFolder):
            return
        folder = next((each for each in self._survey.folders if each.id == place.folder_id), None)
        if folder is None:
            return
        menu = QMenu(self)
        reveal = menu.addAction("Show in file manager", lambda: self.reveal_wanted.emit(folder.path))
        reveal.setEnabled(folder.online)
        menu.addAction("Leave out…", lambda: self.excludes_wanted.emit(folder))
        menu.addSeparator()
        menu.addAction("Remove from library…", lambda: self.removal_wanted.emit(folder))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(point))


def _count(item: QTreeWidgetItem, line: _Line) -> None:
    """Writes the count; nothing happens where it is the same."""
    if line.place is not None:
        item.setData(0, _COUNT, "" if line.count is None else f"{line.count:,}")
        described = line.name if line.count is None else f"{line.name}, {line.count:,}"
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, described)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _named(folders: Sequence[Folder]) -> list[tuple[Folder, str]]:
    """Folders by their last name; those that share one by the name above as well."""
    names = [folder.path.name or str(folder.path) for folder in folders]
    return [
        (folder, name if names.count(name) == 1 else f"{name} ({_parent(folder.path)})")
        for folder, name in zip(folders, names, strict=True)
    ]


def _parent(path: Path) -> str:
    return path.parent.name or str(path.parent)


def _tip(folder: Folder, polled: Polled | None) -> str:
    lines = [str(folder.path)]
    if polled is not None:
        lines.append(polled_sentence(folder.path.name or str(folder.path), polled))
    if folder.excludes:
        lines.append(f"Without {', '.join(folder.excludes)}")
    return "\n".join(lines)


def _away(folder: Folder) -> str:
    return f"{folder.path} is away. Its photos stay searchable; they open when it is back."

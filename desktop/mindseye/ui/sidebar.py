"""The side bar: the library, its folders and the categories, each a place to go to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QTreeWidgetItem, QVBoxLayout, QWidget

from mindseye.catalog.albums import Album
from mindseye.catalog.folders import Folder
from mindseye.catalog.free_tags import TagCount
from mindseye.folders.polling import Polled
from mindseye.operations.wording import polled_sentence
from mindseye.ui.album_tree import AlbumTree
from mindseye.ui.parts import icon_button, named
from mindseye.ui.place_tree import PLACE, Line, show_count
from mindseye.ui.places import (
    CATEGORIES,
    DUPLICATES,
    LABELLING,
    MAP,
    MODELS,
    PROBLEMS,
    TEACHING,
    AllPhotos,
    InAlbum,
    InFolder,
    Place,
    Survey,
    WithLabel,
    WithTag,
)
from mindseye.ui.theme import Theme
from mindseye.ui.translating import capital, category_words, keys, label_words, tr, tr_n, translated

RECENT = 5
"""Searches that are shown."""


@dataclass(frozen=True, slots=True)
class Searched:
    """A search that was made before."""

    text: str


class SideBar(QFrame):
    """Places with their counts."""

    chosen = Signal(object)
    """A place to go to."""
    add_wanted = Signal()
    removal_wanted = Signal(object)
    """A folder that is to leave the library."""
    excludes_wanted = Signal(object)
    """A folder of which something is to be left out."""
    teach_wanted = Signal(str)
    """A tag that is to learn."""
    reveal_wanted = Signal(object)
    """The path of a folder to open in the file manager."""
    search_wanted = Signal(str)
    """A query that was asked before, to be asked again."""
    album_renamed = Signal(object)
    """An album is to have another name."""
    album_deleted = Signal(object)
    """An album is to be forgotten."""
    album_search_opened = Signal(object)
    """The search of a live album is to be shown in the bar."""
    photos_dropped = Signal(object, object)
    """Photos (their ids) are to go into an album."""
    opened_changed = Signal(object)
    """The folders (``InFolder``) that are opened to show what lies below them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._theme = theme
        self._survey = Survey()
        self._searches: tuple[str, ...] = ()
        self._duplicates: int | None = None
        self._opened: frozenset[InFolder] = frozenset()
        self._closed_tags: frozenset[str] = frozenset()
        self._filled_with: list[Line] = []
        self._place: Place | None = AllPhotos()
        self.tree = AlbumTree(theme)
        self.tree.photos_dropped.connect(self.photos_dropped)
        self.tree.rename_wanted.connect(self.album_renamed)
        self.tree.delete_wanted.connect(self.album_deleted)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.tree.currentItemChanged.connect(self._go)
        self.tree.itemClicked.connect(self._go)
        self.tree.itemExpanded.connect(lambda item: self._open(item, opened=True))
        self.tree.itemCollapsed.connect(lambda item: self._open(item, opened=False))
        self.add = icon_button(tr("Add folder…"))
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

    def show_searches(self, searches: Sequence[str]) -> None:
        """Shows the latest of the searches that were made before."""
        self._searches = tuple(searches[:RECENT])
        self._fill()

    def show_duplicates(self, groups: int | None) -> None:
        """Shows how many groups of near-duplicates there are; None where nobody has looked yet."""
        self._duplicates = groups
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
                for item, line in zip(self.tree.items(), lines, strict=True):
                    show_count(item, line)
                return
            self.tree.show_lines(lines)
            self._filled_with = [line.without_count for line in lines]
        self._mark()

    def _repaint(self) -> None:
        self._filled_with = []
        self._fill()

    def _lines(self) -> Iterator[Line]:
        found = self._survey
        yield Line(tr("Library"))
        yield Line(tr("All photos"), "photos", AllPhotos(), found.photos)
        yield Line(tr("Map"), "map", MAP)
        if found.problems:
            yield Line(tr("Problems"), "problem", PROBLEMS, found.problems)
        if found.photos:
            yield Line(tr("Label many"), "tag", LABELLING)
            yield Line(tr("Teach a tag"), "tag", TEACHING)
            yield Line(tr("Categories"), "grid", CATEGORIES)
            yield Line(tr("Near-duplicates"), "copy", DUPLICATES, self._duplicates)
        yield Line(tr("Models"), "settings", MODELS)
        if self._searches:
            yield Line(tr("Recent searches"))
        for text in self._searches:
            yield Line(text, "recent", Searched(text), tip=text)
        if found.folders:
            yield Line(tr("Folders"))
        for folder, name in _named(found.folders):
            yield from self._folder_lines(folder, name)
        yield from _album_lines(found.albums)
        if found.tags:
            yield Line(tr("Tags"))
        yield from self._tag_lines(found.tags)
        for category, labels in groupby(found.labels, lambda item: item.category):
            counted = [(item.label, item.count) for item in labels if item.label is not None and item.count]
            if counted:
                yield Line(capital(category_words(category)))
            for label, count in counted:
                share = count / max(each for _, each in counted)
                yield Line(
                    capital(label_words(category, label)),
                    "tag",
                    WithLabel(category, label),
                    count,
                    share=share,
                )

    def _folder_lines(self, folder: Folder, name: str) -> Iterator[Line]:
        found, troubled = self._survey, self._survey.troubled.get(folder.id, 0)
        if not folder.online:
            words, icon, tip = tr("{name} (away)", name=name), "folder-away", _away(folder)
        elif troubled:
            words, icon, tip = name, "folder-problem", _troubled(folder, troubled)
        else:
            words, icon, tip = name, "folder", _tip(folder, found.polled.get(folder.path))

        def lines(place: InFolder, words: str, icon: str, tip: str, depth: int) -> Iterator[Line]:
            below = found.subfolders.get(place, ())
            opened = place in self._opened
            yield Line(words, icon, place, tip=tip, depth=depth, opens=bool(below), opened=opened)
            for each in below if opened else ():
                plain = "folder" if folder.online else "folder-away"
                yield from lines(each, each.path.name, plain, str(each.path), depth + 1)

        yield from lines(InFolder(folder.id, folder.path), words, icon, tip, 0)

    def _tag_lines(self, tags: Sequence[TagCount]) -> Iterator[Line]:
        names = {tag.name for tag in tags}
        largest = max((tag.count for tag in tags), default=1)
        for tag in tags:
            above = [each for each in _above(tag.name) if each in names]
            words = tag.name.removeprefix(f"{above[-1]}/") if above else tag.name
            opens = any(_above(each)[-1:] == [tag.name] for each in names)
            yield Line(
                words,
                "tag",
                WithTag(tag.name),
                tag.count,
                tip=tag.name,
                depth=len(above),
                opens=opens,
                opened=tag.name not in self._closed_tags,
                share=tag.count / largest,
            )

    def _open(self, item: QTreeWidgetItem, *, opened: bool) -> None:
        """A line was opened or closed by the user."""
        place = item.data(0, PLACE)
        if isinstance(place, InFolder):
            self._opened = self._opened | {place} if opened else self._opened - {place}
            self._filled_with = []  # the tree has changed by itself
            self.opened_changed.emit(self._opened)
        elif isinstance(place, WithTag):
            closed = self._closed_tags
            self._closed_tags = closed - {place.name} if opened else closed | {place.name}
            self._filled_with = []

    def _mark(self) -> None:
        with QSignalBlocker(self.tree):
            self.tree.clearSelection()
            for item in self.tree.items():
                if self._place is not None and item.data(0, PLACE) == self._place:
                    self.tree.setCurrentItem(item)
                    return
            self.tree.setCurrentIndex(QModelIndex())

    def _go(self, item: QTreeWidgetItem | None) -> None:
        place = item.data(0, PLACE) if item is not None else None
        if isinstance(place, Searched):
            self.search_wanted.emit(place.text)
        elif place is not None and place != self._place:
            self._place = place
            self.chosen.emit(place)

    def _menu(self, point: QPoint) -> None:
        item = self.tree.itemAt(point)
        place = item.data(0, PLACE) if item is not None else None
        if isinstance(place, WithTag):
            self._tag_menu(place.name, point)
        if isinstance(place, InAlbum):
            self.menu_of_album(place).popup(self.tree.viewport().mapToGlobal(point))
        if not isinstance(place, InFolder):
            return
        folder = next((each for each in self._survey.folders if each.id == place.folder_id), None)
        if folder is None:
            return
        menu = QMenu(self)
        reveal = menu.addAction(tr("Show in file manager"), lambda: self.reveal_wanted.emit(place.path))
        reveal.setEnabled(folder.online)
        menu.addAction(tr("Leave out…"), lambda: self.excludes_wanted.emit(folder))
        if place.below == Path():
            menu.addSeparator()
            menu.addAction(tr("Remove from library…"), lambda: self.removal_wanted.emit(folder))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(point))

    def _tag_menu(self, tag: str, point: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Teach this tag…"), lambda: self.teach_wanted.emit(tag))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(point))

    def menu_of_album(self, place: InAlbum) -> QMenu:
        """What can be done with an album."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if place.live:
            menu.addAction(tr("Show its search"), lambda: self.album_search_opened.emit(place))
            kept_out = replace(place, kept_out=True)
            menu.addAction(tr("Show what is kept out"), lambda: self.chosen.emit(kept_out))
            menu.addSeparator()
        menu.addAction(f"{tr('Rename…')}\tF2", lambda: self.album_renamed.emit(place))
        menu.addAction(f"{tr('Delete')}\t{keys('Del')}", lambda: self.album_deleted.emit(place))
        return menu


def _album_lines(albums: Sequence[Album]) -> Iterator[Line]:
    if albums:
        yield Line(tr("Albums"))
    for album in albums:
        place = InAlbum(album.id, album.name, album.live)
        tip = tr("Kept by the search: {query}", query=album.query) if album.live else ""
        yield Line(album.name, "search" if album.live else "album", place, album.count, tip=tip)


def _above(name: str) -> list[str]:
    """The names of the tags that a tag lies below, the outermost first."""
    parts = name.split("/")
    return ["/".join(parts[:number]) for number in range(1, len(parts))]


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
        lines.append(translated(polled_sentence(folder.path.name or str(folder.path), polled)))
    if folder.excludes:
        lines.append(tr("Without {patterns}", patterns=", ".join(folder.excludes)))
    return "\n".join(lines)


def _away(folder: Folder) -> str:
    return tr("{path} is away. Its photos stay searchable; they open when it is back.", path=folder.path)


def _troubled(folder: Folder, count: int) -> str:
    return tr_n(
        "{path}: one file could not be read; see Problems.",
        "{path}: {n} files could not be read; see Problems.",
        n=count,
        path=folder.path,
    )

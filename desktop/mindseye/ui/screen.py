"""The model of the window: what is shown and why. It asks the library through the door; widgets follow it.

It paints nothing and can be driven without a window.
"""

import time
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mindseye.errors import MindseyeError
from mindseye.events import FoldersChanged, ModelChanged, Phase, PhotosChanged, ProcessorFailed
from mindseye.library import Library
from mindseye.operations import browse, shots, watched_folders
from mindseye.operations.wording import photos, polled_sentence
from mindseye.ui.door import Door, Newest
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.indexing_state import IndexingState
from mindseye.ui.order import Order, arranged
from mindseye.ui.places import (
    AllPhotos,
    InAlbum,
    InFolder,
    OwnPage,
    Page,
    Place,
    Survey,
    grouped_by_folder,
    survey,
    tiles_at,
    title_of,
)
from mindseye.ui.renewal import Renewal
from mindseye.ui.searching import Searching
from mindseye.ui.translating import tr, tr_n, translated

REFRESH_SECONDS = 0.35
"""The shortest time from one refresh to the next while photos come in."""

_FIRST = 1000
"""Photos that are shown before all of a large library are known."""

_PATIENCE = 6
"""A refresh rests at least this many times as long as the one before took."""


class Screen(QObject):
    """What the window shows now: a place of the library, or the answer to a search."""

    shown = Signal(bool)
    """The page, its photos or its words changed; true when it is another view, false when it grew."""
    surveyed = Signal()
    """What the side bar tells changed."""
    opened = Signal()
    """The library is open."""
    renewed = Signal()
    """The library changed and what is shown was asked for again."""
    told = Signal(str)
    """Something to tell in a sentence: what went wrong, or what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.library: Library | None = None
        self._made: Library | None = None
        self.page = Page.OPENING
        self.place: Place = AllPhotos()
        self.tiles = Tiles.none()
        self._by_folder = False
        self._order = Order.NEWEST
        self.survey = Survey()
        self._opened_folders: frozenset[InFolder] = frozenset()
        self.failure = ""
        self._surveyed = False
        self._tiles_known = False
        self._reader = Door("window-reader", threads=2)
        self.searching = Searching(self._reader)
        self.indexing = IndexingState(self._reader)
        for door in (self._reader, self.searching.door, self.searching.model_door):
            door.went_wrong.connect(self.told)
        self.searching.answered.connect(lambda another: self._show_answer(another=another))
        self.searching.refolded.connect(lambda: self._show_answer(another=False))
        self.searching.ended.connect(self._return_to_place)
        self.indexing.changed.connect(self._on_progress)
        self.indexing.ended.connect(self._on_pass_ended)
        self._newest_tiles, self._newest_survey = Newest(self._reader), Newest(self._reader)
        self._renewal = Renewal(self, self._refresh, least=REFRESH_SECONDS, patience=_PATIENCE)

    # The library

    def open(self, opening: Callable[[], Library], *, start_indexer: bool = True) -> None:
        """Opens the library on a worker."""

        def make(_: object) -> Library:
            self._made = opening()
            return self._made

        self._reader.ask(make, lambda library: self._take(library, start_indexer), self._cannot_open)

    def close(self) -> None:
        """Ends the work of the window, then closes the library."""
        self._renewal.stop()
        self.searching.close()
        self._reader.close()
        # Where the window is closed before the library has come to it, it was made all the same.
        if self._made is not None:
            self._made.close()
        self.library = self._made = None

    @property
    def idle(self) -> bool:
        """Whether everything that was asked for is shown."""
        return self._reader.idle and self.searching.idle and not self._renewal.waiting

    def _take(self, library: Library, start_indexer: bool) -> None:
        self.library = library
        self._reader.listen(library.events, PhotosChanged, lambda _: self._renewal.soon())
        self._reader.listen(library.events, FoldersChanged, lambda _: self._renewal.soon())
        self._reader.listen(library.events, ModelChanged, self._hear_model)
        self._reader.listen(
            library.events, ProcessorFailed, lambda event: self.told.emit(translated(event.sentence))
        )
        self.searching.take(library)
        self.indexing.take(library, start=start_indexer)
        self.opened.emit()
        if library.rescue is not None:
            self.told.emit(translated(library.rescue.sentence))
        self._reader.ask(lambda _: Tiles.of(browse.first_tiles(library, _FIRST)), self._take_first)
        self._refresh()

    def _cannot_open(self, error: MindseyeError) -> None:
        self.failure = translated(error.message)
        self._turn_to(Page.FAILED)

    # Where we are

    def go(self, place: Place) -> None:
        """Shows a place; a search ends with it."""
        self.place = place
        self.indexing.prefer(place.path if isinstance(place, InFolder) else None)
        self.searching.forget()
        self._tiles_known = False
        self._load_tiles(another=True)

    def _return_to_place(self) -> None:
        self._show_place(another=True)
        self._load_tiles(another=False)

    def _load_tiles(self, *, another: bool) -> None:
        library, place = self.library, self.place
        own_order = isinstance(place, AllPhotos | InFolder)
        by_folder, order = self._by_folder and own_order, self._order if own_order else Order.NEWEST
        if library is None:
            return

        def read(_: object) -> Tiles:
            found = arranged(library, tiles_at(library, place), order)
            return grouped_by_folder(library, found) if by_folder else found

        began = time.monotonic()
        self._newest_tiles.ask(read, lambda found: self._take_tiles(found, began, another=another))

    def set_by_folder(self, by_folder: bool) -> None:
        """Shows the photos of one folder together, or all in order of time."""
        if by_folder is not self._by_folder:
            self._by_folder = by_folder
            self._load_tiles(another=True)

    @property
    def order(self) -> Order:
        """What comes first where photos are no answer to a search."""
        return self._order

    def set_order(self, order: Order) -> None:
        """Shows photos in another order."""
        if order is not self._order:
            self._order = order
            self._load_tiles(another=True)

    @property
    def orderable(self) -> bool:
        """Whether the order can be chosen of what is shown."""
        return self.searching.answer is None and isinstance(self.place, AllPhotos | InFolder)

    def _take_tiles(self, tiles: Tiles, began: float, *, another: bool) -> None:
        self._renewal.end(began)
        self._tiles_known = True
        self.tiles = tiles
        if self.searching.answer is None:
            self._show_place(another=another)

    def _take_first(self, tiles: Tiles) -> None:
        """Shows the newest photos until all of a large library are known."""
        usual = self._order is Order.NEWEST and not self._by_folder and isinstance(self.place, AllPhotos)
        if len(tiles) and not self._tiles_known and usual:
            self.tiles = tiles
            self._turn_to(Page.PHOTOS)

    def _show_place(self, *, another: bool) -> None:
        if not (self._surveyed and self._tiles_known):
            return
        if isinstance(self.place, OwnPage):
            page = Page.OWN
        elif len(self.tiles):
            page = Page.PHOTOS
        elif not self.survey.folders:
            page = Page.NO_FOLDERS
        elif self.indexing.busy and not self.survey.photos:
            page = Page.LOOKING
        else:
            page = Page.NOTHING
        self._turn_to(page, another=another)

    def _show_answer(self, *, another: bool) -> None:
        if self._surveyed and not self.survey.folders:
            self._turn_to(Page.NO_FOLDERS, another=another)
        elif self.searching.getting_ready:
            self._turn_to(Page.GETTING_READY, another=another)
        elif self.searching.probably_none:
            self._turn_to(Page.PROBABLY_NONE, another=another)
        else:
            self._turn_to(Page.PHOTOS, another=another)

    def _turn_to(self, page: Page, *, another: bool = True) -> None:
        changed = page is not self.page
        self.page = page
        self.shown.emit(another or changed)

    @property
    def title(self) -> str:
        """What is shown, in words: for the line above the photos."""
        if self.searching.answer is not None:
            return self.searching.title
        if isinstance(self.place, AllPhotos):
            return translated(photos(len(self.tiles))) if self._tiles_known else title_of(self.place)
        return title_of(self.place)

    @property
    def subtitle(self) -> str:
        """What the title leaves out."""
        if self.searching.answer is not None:
            return self.searching.subtitle
        return "" if isinstance(self.place, AllPhotos | OwnPage) else translated(photos(len(self.tiles)))

    @property
    def visible_tiles(self) -> Tiles:
        """The photos of the grid, or the nearest ones where none is likely."""
        return self.tiles if self.searching.answer is None else self.searching.visible_tiles

    @property
    def in_time(self) -> bool:
        """Whether the photos of the grid stand in the order in which they were taken, or by folder."""
        return self.orderable and (self._order.in_time or self._by_folder)

    # Folders

    def add_folders(self, paths: Sequence[Path]) -> None:
        """Watches folders from now on and indexes them."""
        library = self.library
        if library is None:
            return

        def add(_: object) -> None:
            watched_folders.add_folders(library, paths)
            library.indexer.look()

        self.place = AllPhotos()
        self._reader.ask(add, lambda _: None)

    def remove_folder(self, folder_id: int) -> None:
        """Takes a folder out of the library; its files are not touched."""
        library = self.library
        if library is None:
            return

        def remove(_: object) -> None:
            watched_folders.remove_folder(library, folder_id)
            library.indexer.look()

        if isinstance(self.place, InFolder) and self.place.folder_id == folder_id:
            self.place = AllPhotos()
        self._reader.ask(remove, lambda _: None)

    def set_shots(self, *, together: bool) -> None:
        """Makes the raw file and the picture of a shot one item, or two."""
        library = self.library
        if library is not None:
            self._reader.ask(lambda _: shots.set_together(library, together=together), lambda _: None)

    def set_excludes(self, folder_id: int, patterns: list[str]) -> None:
        """Leaves out of a folder what these patterns name."""
        library = self.library
        if library is not None:
            self._reader.ask(
                lambda _: watched_folders.set_excludes(library, folder_id, patterns), lambda _: None
            )

    # News

    def _on_progress(self) -> None:
        if self.page in (Page.NO_FOLDERS, Page.NOTHING) and self.indexing.progress.phase is Phase.INDEXING:
            self._renewal.soon()

    def _on_pass_ended(self) -> None:
        self._renewal.soon()
        self.searching.renew()

    def _hear_model(self, event: ModelChanged) -> None:
        """Another model answers: what is shown is asked for again."""
        sentence = tr("{title} answers now.", title=event.title)
        if event.missing:
            later = tr_n(
                "{n} photo can be found again when the drive or folder is back.",
                "{n} photos can be found again when the drive or folder is back.",
                n=event.missing,
            )
            sentence = f"{sentence} {later}"
        self.told.emit(sentence)
        self.indexing.changed.emit()
        self._renewal.soon()
        self.searching.renew()

    def _refresh(self) -> None:
        library = self.library
        if library is None:
            return
        self._renewal.begin()
        self._load_tiles(another=False)
        self._survey_again()
        self.renewed.emit()

    def open_folders(self, opened: Set[InFolder]) -> None:
        """Tells in the survey what lies below these folders."""
        self._opened_folders = frozenset(opened)
        self._survey_again()

    def _survey_again(self) -> None:
        library, opened = self.library, self._opened_folders
        if library is not None:
            self._newest_survey.ask(lambda _: survey(library, opened), self._take_survey)

    def _take_survey(self, found: Survey) -> None:
        self._tell_of_folders(found)
        if isinstance(self.place, InAlbum):
            self._follow_album(self.place, found)
        news, self.survey = found != self.survey or not self._surveyed, found
        self._surveyed = True
        if news:
            self.surveyed.emit()
        if self.searching.answer is None:
            self._show_place(another=False)
        elif (self.page is Page.NO_FOLDERS) is bool(found.folders):
            self._show_answer(another=False)

    def _follow_album(self, place: InAlbum, found: Survey) -> None:
        """An album that is shown may have got another name, or be gone."""
        there = {each.id: InAlbum(each.id, each.name, each.live) for each in found.albums}
        if place.album_id in there:
            self.place = replace(there[place.album_id], kept_out=place.kept_out)
        elif self.searching.answer is None:
            self.go(AllPhotos())
        else:
            self.place = AllPhotos()

    def _tell_of_folders(self, found: Survey) -> None:
        """Says which folders went away, came back, or are looked at by the clock, since the last survey."""
        before = {folder.id: folder.online for folder in self.survey.folders}
        for folder in found.folders:
            name = folder.path.name or str(folder.path)
            if before.get(folder.id, folder.online) and not folder.online:
                self.told.emit(
                    tr("{name} is away. Its photos stay searchable; they open when it is back.", name=name)
                )
            elif not before.get(folder.id, True) and folder.online:
                self.told.emit(tr("{name} is back.", name=name))
            polled = found.polled.get(folder.path)
            if polled is not None and folder.path not in self.survey.polled:
                self.told.emit(translated(polled_sentence(name, polled)))

"""The model of the window: what is shown and why. It asks the library through the door; widgets follow it.

It paints nothing and can be driven without a window.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mindseye.catalog.files import Problem
from mindseye.errors import MindseyeError
from mindseye.events import FoldersChanged, IndexingProgress, ModelChanged, Phase, PhotosChanged
from mindseye.library import Library
from mindseye.operations import browse, watched_folders
from mindseye.operations.wording import photos
from mindseye.ui.door import Door, Newest
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.outside_pictures import from_bytes, from_file, from_library
from mindseye.ui.parts import single_shot
from mindseye.ui.places import (
    NEAREST,
    AllPhotos,
    Answer,
    Asked,
    InFolder,
    Models,
    Page,
    Place,
    Problems,
    SearchPicture,
    Survey,
    WithLabel,
    answer,
    survey,
    tiles_at,
)

TYPING_MILLISECONDS = 200
"""Pause in typing after which is searched."""

REFRESH_SECONDS = 0.35
"""The shortest time from one refresh to the next while photos come in."""

_PATIENCE = 6
"""A refresh rests at least this many times as long as the one before took."""


class Screen(QObject):
    """What the window shows now."""

    shown = Signal(bool)
    """The page, its photos or its words changed; true when it is another view, false when it grew."""
    surveyed = Signal()
    """What the side bar tells changed."""
    progressed = Signal()
    """The indexer is further, or was paused or resumed."""
    asked_changed = Signal()
    """What the search bar holds changed, other than by typing."""
    opened = Signal()
    """The library is open."""
    told = Signal(str)
    """Something to tell in a sentence: what went wrong, or what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.library: Library | None = None
        self.page = Page.OPENING
        self.place: Place = AllPhotos()
        self.asked = Asked()
        self.answer: Answer | None = None
        self.unfolded = False
        self.nearest_anyway = False
        self.tiles = Tiles.none()
        self.survey = Survey()
        self.problems: Sequence[Problem] = ()
        self.progress = IndexingProgress(Phase.LOOKING)
        self.provider = ""
        self.failure = ""
        self._provider_asked = False
        self._surveyed = False
        self._tiles_known = False
        self._reader = Door("window-reader", threads=2)
        self._searcher = Door("window-search")
        for door in (self._reader, self._searcher):
            door.went_wrong.connect(self.told)
        self._newest_tiles, self._newest_survey = Newest(self._reader), Newest(self._reader)
        self._newest_search, self._newest_picture = Newest(self._searcher), Newest(self._reader)
        self._typing = single_shot(self, TYPING_MILLISECONDS, lambda: self._search(another=True))
        self._refreshing = single_shot(self, 0, self._refresh)
        self._began, self._rest = 0.0, REFRESH_SECONDS

    # The library

    def open(self, opening: Callable[[], Library], *, start_indexer: bool = True) -> None:
        """Opens the library on a worker."""
        self._reader.ask(
            lambda _: opening(), lambda library: self._take(library, start_indexer), self._cannot_open
        )

    def close(self) -> None:
        """Ends the work of the window, then closes the library."""
        for timer in (self._typing, self._refreshing):
            timer.stop()
        self._searcher.close()
        self._reader.close()
        if self.library is not None:
            self.library.close()
            self.library = None

    @property
    def idle(self) -> bool:
        """Whether everything that was asked for is shown."""
        timers = self._typing.isActive() or self._refreshing.isActive()
        return self._reader.idle and self._searcher.idle and not timers

    def _take(self, library: Library, start_indexer: bool) -> None:
        self.library = library
        self.progress = IndexingProgress(Phase.LOOKING if start_indexer else Phase.IDLE)
        self._reader.listen(library.events, PhotosChanged, lambda _: self._refresh_soon())
        self._reader.listen(library.events, FoldersChanged, lambda _: self._refresh_soon())
        self._reader.listen(library.events, IndexingProgress, self._hear_progress)
        self._reader.listen(library.events, ModelChanged, self._hear_model)
        if start_indexer:
            self._reader.ask(lambda _: library.indexer.start(), lambda _: None)
        self.opened.emit()
        self._refresh()

    def _cannot_open(self, error: MindseyeError) -> None:
        self.failure = error.message
        self._turn_to(Page.FAILED)

    # Where we are

    def go(self, place: Place) -> None:
        """Shows a place; a search ends with it."""
        self.place = place
        self._forget_search()
        self._tiles_known = False
        self._load_tiles(another=True)

    def _load_tiles(self, *, another: bool) -> None:
        library, place = self.library, self.place
        if library is None:
            return

        def load(_: object) -> tuple[Tiles, list[Problem]]:
            if isinstance(place, Problems):
                return Tiles.none(), browse.problems(library)
            return tiles_at(library, place), []

        self._newest_tiles.ask(load, lambda found: self._take_tiles(*found, another=another))

    def _take_tiles(self, tiles: Tiles, problems: list[Problem], *, another: bool) -> None:
        self._rest = max(REFRESH_SECONDS, _PATIENCE * (time.monotonic() - self._began))
        self._tiles_known = True
        self.tiles, self.problems = tiles, problems
        if self.answer is None:
            self._show_place(another=another)

    def _show_place(self, *, another: bool) -> None:
        if not (self._surveyed and self._tiles_known):
            return
        if isinstance(self.place, Problems):
            page = Page.PROBLEMS
        elif isinstance(self.place, Models):
            page = Page.MODELS
        elif len(self.tiles):
            page = Page.PHOTOS
        elif not self.survey.folders:
            page = Page.NO_FOLDERS
        elif self.progress.phase in (Phase.LOOKING, Phase.INDEXING) and not self.survey.photos:
            page = Page.LOOKING
        else:
            page = Page.NOTHING
        self._turn_to(page, another=another)

    def _turn_to(self, page: Page, *, another: bool = True) -> None:
        changed = page is not self.page
        self.page = page
        self.shown.emit(another or changed)

    @property
    def title(self) -> str:
        """What is shown, in words: for the line above the photos."""
        if self.answer is not None:
            return (
                f"{self.answer.likely:,} likely"
                if self.answer.likely
                else f"{len(self.answer.tiles):,} nearest"
            )
        match self.place:
            case AllPhotos():
                return photos(len(self.tiles))
            case InFolder(_, path):
                return f"{path.name or path}"
            case WithLabel(_, label):
                return label[:1].upper() + label[1:]
            case Problems():
                return "Problems"
            case Models():
                return "Models"

    @property
    def subtitle(self) -> str:
        """What the title leaves out."""
        if self.answer is not None:
            if not self.answer.likely:
                return "none of them stands out"
            return f"{self.answer.less_likely:,} less likely" if self.answer.less_likely else ""
        if isinstance(self.place, InFolder | WithLabel):
            return photos(len(self.tiles))
        return ""

    # Searching

    def type_words(self, words: str) -> None:
        """Takes what is typed; searches when the typing pauses."""
        self.asked = Asked(words, self.asked.picture)
        self._typing.start()

    def search_now(self) -> None:
        """Searches at once."""
        self._search(another=True)

    def search_words(self, words: str) -> None:
        """Searches for words that were not typed."""
        self.asked = Asked(words)
        self.asked_changed.emit()
        self._search(another=True)

    def find_similar(self, photo_id: int) -> None:
        """Searches for photos that look like one of the library."""
        library = self.library
        if library is not None:
            self._newest_picture.ask(
                lambda _: from_library(library, photo_id), lambda found: self._search_by(found, words="")
            )

    def search_by_file(self, path: Path) -> None:
        """Searches for photos that look like the picture in a file."""
        self._newest_picture.ask(lambda _: from_file(path), self._search_by)

    def search_by_bytes(self, data: bytes, name: str) -> None:
        """Searches for photos that look like a picture that was pasted or dropped."""
        self._newest_picture.ask(lambda _: from_bytes(data, name), self._search_by)

    def remove_picture(self) -> None:
        """Searches by the words alone."""
        self.asked = Asked(self.asked.words)
        self.asked_changed.emit()
        self._search(another=True)

    def clear_search(self) -> None:
        """Goes back to the place."""
        self._forget_search()
        self._show_place(another=True)
        self._load_tiles(another=False)

    def set_unfolded(self, unfolded: bool) -> None:
        """Opens or closes the fold."""
        self.unfolded = unfolded
        self.shown.emit(False)

    def show_nearest(self) -> None:
        """Shows all results although none is likely."""
        self.nearest_anyway = True
        self._turn_to(Page.PHOTOS)

    @property
    def visible_tiles(self) -> Tiles:
        """The photos of the grid, or the nearest ones where none is likely."""
        if self.answer is None:
            return self.tiles
        if self.page is Page.PROBABLY_NONE:
            return self.answer.tiles.first(NEAREST)
        if self.unfolded or not self.answer.likely:
            return self.answer.tiles
        return self.answer.tiles.first(self.answer.likely)

    @property
    def fold_at(self) -> int | None:
        """Where the fold lies in the grid; None when there is none."""
        if self.answer is None or not self.answer.likely or not self.answer.less_likely:
            return None
        return self.answer.likely

    def _search_by(self, picture: SearchPicture, words: str | None = None) -> None:
        self.asked = Asked(self.asked.words if words is None else words, picture)
        self.asked_changed.emit()
        self._search(another=True)

    def _search(self, *, another: bool) -> None:
        self._typing.stop()
        library, asked = self.library, self.asked
        if asked.empty:
            if self.answer is not None:
                self.clear_search()
            return
        if library is not None:
            self._newest_search.ask(
                lambda _: answer(library, asked.query()),
                lambda found: self._take_answer(found, another=another),
            )

    def _take_answer(self, found: Answer, *, another: bool) -> None:
        self.answer = found
        if another:
            self.nearest_anyway = False
            # Whoever asks for look-alikes has the picture itself already.
            self.unfolded = self.asked.picture is not None and found.likely <= 1
        if not self.survey.folders:
            self._turn_to(Page.NO_FOLDERS, another=another)
        elif found.likely or (len(found.tiles) and (self.nearest_anyway or self.asked.picture is not None)):
            self._turn_to(Page.PHOTOS, another=another)
        else:
            self._turn_to(Page.PROBABLY_NONE, another=another)

    def _forget_search(self) -> None:
        self._typing.stop()
        self._newest_search.cancel()
        self._newest_picture.cancel()
        self.answer = None
        self.unfolded = self.nearest_anyway = False
        if not self.asked.empty:
            self.asked = Asked()
            self.asked_changed.emit()

    # Folders and the indexer

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

    @property
    def paused(self) -> bool:
        """Whether the indexer is held."""
        return self.library is not None and self.library.indexer.paused

    def set_paused(self, paused: bool) -> None:
        """Holds the indexer, or lets it go on."""
        if self.library is not None:
            (self.library.indexer.pause if paused else self.library.indexer.resume)()
            self.progressed.emit()

    def look_again(self) -> None:
        """Looks for changes in all folders."""
        if self.library is not None:
            self.library.indexer.look()

    def _hear_progress(self, progress: IndexingProgress) -> None:
        ended = progress.phase is not self.progress.phase and progress.phase is Phase.IDLE
        self.progress = progress
        self.progressed.emit()
        if ended:
            self._refresh_soon()
            if self.answer is not None:
                self._search(another=False)
        elif self.page in (Page.NO_FOLDERS, Page.NOTHING) and progress.phase is Phase.INDEXING:
            self._refresh_soon()

    def _hear_model(self, event: ModelChanged) -> None:
        """Another model answers: what is shown is asked for again."""
        self.provider, self._provider_asked = "", False
        sentence = f"{event.title} answers now."
        if event.missing:
            sentence += f" {photos(event.missing)} can be found again when the drive or folder is back."
        self.told.emit(sentence)
        self.progressed.emit()
        self._refresh_soon()
        if self.answer is not None:
            self._search(another=False)

    def _refresh_soon(self) -> None:
        if not self._refreshing.isActive():
            since = time.monotonic() - self._began
            self._refreshing.start(round(1000 * max(self._rest - since, 0.02)))

    def _refresh(self) -> None:
        library = self.library
        if library is None:
            return
        self._began = time.monotonic()
        self._load_tiles(another=False)
        self._newest_survey.ask(lambda _: survey(library), self._take_survey)
        if not self._provider_asked:
            self._provider_asked = True
            self._reader.ask(lambda _: library.model.provider, self._take_provider, lambda _: None)

    def _take_survey(self, found: Survey) -> None:
        self._tell_of_folders(found)
        news, self.survey = found != self.survey or not self._surveyed, found
        self._surveyed = True
        if news:
            self.surveyed.emit()
        if self.answer is None:
            self._show_place(another=False)

    def _tell_of_folders(self, found: Survey) -> None:
        """Says when a folder went away or came back since it was last looked at."""
        before = {folder.id: folder.online for folder in self.survey.folders}
        for folder in found.folders:
            name = folder.path.name or str(folder.path)
            if before.get(folder.id, folder.online) and not folder.online:
                self.told.emit(f"{name} is away. Its photos stay searchable; they open when it is back.")
            elif not before.get(folder.id, True) and folder.online:
                self.told.emit(f"{name} is back.")

    def _take_provider(self, provider: str) -> None:
        self.provider = provider
        self.progressed.emit()

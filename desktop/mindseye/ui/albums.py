"""Albums in the window: kept from a search, filled, renamed, deleted, and kept up to date as photos come."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from mindseye.catalog.albums import Album
from mindseye.catalog.history import Entry
from mindseye.events import ModelChanged, PhotosChanged
from mindseye.library import Library
from mindseye.operations import albums
from mindseye.search import Query, read_query
from mindseye.ui.actions import Actions
from mindseye.ui.chosen_photos import ChosenPhotos
from mindseye.ui.door import Newest
from mindseye.ui.part import UnseenPart
from mindseye.ui.parts import named, open_roomily
from mindseye.ui.places import InAlbum
from mindseye.ui.renewal import Renewal
from mindseye.ui.screen import Screen
from mindseye.ui.translating import tr, translated

REFRESH_SECONDS = 2.0
"""The shortest time from one renewal of the live albums to the next while photos come in."""

_PATIENCE = 8
"""A renewal rests at least this many times as long as the one before took."""

T = TypeVar("T")


class Albums(UnseenPart):
    """Carries out on a worker what is done with albums, and tells what was done."""

    def __init__(self, window: QWidget, screen: Screen, chosen: ChosenPhotos, actions: Actions) -> None:
        super().__init__("window-albums", window)
        self._window, self._screen, self._chosen, self._actions = window, screen, chosen, actions
        self._opened = ""
        self._newest_refresh = Newest(self.door)
        self._renewal = Renewal(self, self._refresh, least=REFRESH_SECONDS, patience=_PATIENCE, soonest=0.1)
        self._problems: list[str] = []
        actions.connect(
            {
                "keep_search": self.keep_search,
                "new_album": self.new_album,
                "add_to_album": self.add_to_album,
                "pin": self.pin,
                "take_out": self.take_out,
                "leave_to_search": self.leave_to_search,
                "kept_out": self.show_kept_out,
            }
        )
        screen.shown.connect(self.update_actions)
        self.update_actions()

    def take(self, library: Library) -> None:
        """The library is open."""
        super().take(library)
        self.door.listen(library.events, PhotosChanged, lambda _: self._renewal.soon())
        self.door.listen(library.events, ModelChanged, lambda _: self._renewal.soon())
        self._renewal.soon()

    def end(self) -> None:
        """Ends what is under way."""
        self._renewal.stop()
        super().end()

    @property
    def idle(self) -> bool:
        """Whether everything that was asked for is done."""
        return super().idle and not self._renewal.waiting

    def update_actions(self) -> None:
        """What can be done now."""
        answer, current = self._screen.searching.answer, self._chosen.current is not None
        album = self._album
        self._actions["keep_search"].setEnabled(answer is not None)
        self._actions["add_to_album"].setEnabled(current)
        self._actions["take_out"].setEnabled(current and album is not None and not album.kept_out)
        self._actions["kept_out"].setEnabled(album is not None and album.live)
        self._actions["kept_out"].setChecked(album is not None and album.kept_out)
        for name in ("pin", "leave_to_search"):
            self._actions[name].setEnabled(current and album is not None and album.live)
        self._actions["take_out"].setText(
            tr("Take &out of this album")
            if album is None or not album.live
            else tr("Keep &out of this album")
        )

    @property
    def _album(self) -> InAlbum | None:
        """The album that is shown."""
        place = self._screen.place
        return place if isinstance(place, InAlbum) and self._screen.searching.answer is None else None

    # Made

    def keep_search(self) -> None:
        """Keeps what is searched for as a live album, or gives a live album of that name this search."""
        asked = self._screen.searching.asked
        query = asked.query()
        suggested = self._opened or ", ".join(
            [
                *([asked.words] if asked.words else []),
                *(chip.name for chip in asked.chips if not chip.negative),
            ]
        )
        self._ask_name(tr("Keep this search as an album"), suggested, lambda name: self._keep(name, query))

    def _keep(self, name: str, query: Query) -> None:
        def work(library: Library) -> Album:
            there = albums.find_named(library, name)
            if there is None or not there.live:
                return albums.create(library, name, query=query)
            albums.change_query(library, there, query)
            return albums.named(library, name)

        self._ask(
            work,
            lambda made: self._go(made, tr("“{name}” is kept up to date by this search.", name=made.name)),
        )

    def new_album(self) -> None:
        """Makes an album of the chosen photos."""
        ids = self._chosen.ids()
        self._ask_name(tr("New album"), "", lambda name: self._make(name, ids))

    def _make(self, name: str, ids: Sequence[int]) -> None:
        self._ask(
            lambda library: albums.create(library, name, photo_ids=ids),
            lambda made: self._go(
                made, tr("“{name}” is made. Drag photos onto it, or press A to add them.", name=made.name)
            ),
        )

    def _go(self, made: Album, sentence: str) -> None:
        self._opened = ""
        self._screen.go(InAlbum(made.id, made.name, made.live))
        self.told.emit(sentence)

    # Filled

    def add_to_album(self) -> None:
        """Asks for an album and puts the chosen photos into it."""
        ids = self._chosen.ids()
        if ids:
            self._ask(albums.list_albums, lambda found: self._choose(found, ids))

    def _choose(self, found: list[Album], ids: list[int]) -> None:
        dialog = named(QInputDialog(self._window), "album")
        dialog.setWindowTitle(tr("Add to album"))
        dialog.setLabelText(tr("An album, or the name of a new one:"))
        dialog.setComboBoxEditable(True)
        dialog.setComboBoxItems([each.name for each in found])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(lambda name: self._put_by_name(name, ids))
        open_roomily(dialog)

    def _put_by_name(self, name: str, ids: list[int]) -> None:
        def work(library: Library) -> Entry | Album | None:
            there = albums.find_named(library, name)
            if there is None:
                return albums.create(library, name, photo_ids=ids)
            return albums.add(library, there, ids)

        self._ask(
            work,
            lambda done: (
                self.told.emit(tr("“{name}” is made.", name=done.name))
                if isinstance(done, Album)
                else self._tell(done)
            ),
        )

    def put(self, place: InAlbum, ids: list[int]) -> None:
        """Puts photos into an album, or pins them to a live one."""
        self._change(place, lambda library, album: albums.add(library, album, ids))

    def pin(self) -> None:
        """Keeps the chosen photos in the live album that is shown, whatever its search finds."""
        self._with_chosen(albums.add)

    def take_out(self) -> None:
        """Takes the chosen photos out of the album that is shown; a live one does not take them again."""
        self._with_chosen(albums.remove)

    def leave_to_search(self) -> None:
        """Leaves the chosen photos to the search of the live album that is shown."""
        self._with_chosen(albums.let_be)

    def show_kept_out(self) -> None:
        """Shows the photos that are kept out of the live album that is shown, or the album again."""
        album = self._album
        if album is not None:
            self._screen.go(replace(album, kept_out=not album.kept_out))

    # Changed

    def rename(self, place: InAlbum) -> None:
        """Asks for another name."""
        self._ask_name(
            tr("Rename the album"),
            place.name,
            lambda name: self._change(place, lambda library, album: albums.rename(library, album, name)),
        )

    def delete(self, place: InAlbum) -> None:
        """Forgets an album; undo brings it back."""
        self._change(place, albums.delete)

    def open_search(self, place: InAlbum) -> None:
        """Shows the search of a live album in the bar, to be changed and kept again."""

        def show(album: Album | None) -> None:
            if album is not None and album.query is not None:
                self._screen.searching.search_query(read_query(album.query))
                self._opened = album.name

        self._ask(lambda library: albums.by_id(library, place.album_id), show)

    # Kept up to date

    def _refresh(self) -> None:
        library = self._library
        if library is None or library.read_only:
            return
        self._renewal.begin()
        self._newest_refresh.ask(lambda _: albums.refresh_all(library), self._take_problems)

    def _take_problems(self, problems: list[str]) -> None:
        self._renewal.end()
        for problem in problems:
            if problem not in self._problems:  # once, and not with every photo that comes
                self.told.emit(translated(problem))
        self._problems = problems

    # How

    def _with_chosen(self, work: Callable[[Library, Album, list[int]], Entry | None]) -> None:
        place, ids = self._album, self._chosen.ids()
        if place is not None and ids:
            self._change(place, lambda library, album: work(library, album, ids))

    def _change(self, place: InAlbum, work: Callable[[Library, Album], Entry | None]) -> None:
        def carry_out(library: Library) -> Entry | None:
            album = albums.by_id(library, place.album_id)
            return None if album is None else work(library, album)

        self._ask(carry_out, self._tell)

    def _tell(self, entry: Entry | None) -> None:
        if entry is not None:
            self.told.emit(tr("Done: {words}. Undo takes it back.", words=entry.words))

    def _ask(self, work: Callable[[Library], T], then: Callable[[T], None]) -> None:
        library = self._library
        if library is not None:
            self.door.ask(lambda _: work(library), then)

    def _ask_name(self, title: str, name: str, then: Callable[[str], None]) -> None:
        dialog = named(QInputDialog(self._window), "album")
        dialog.setWindowTitle(title)
        dialog.setLabelText(tr("Name:"))
        dialog.setTextValue(name)
        dialog.resize(380, 0)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(then)
        open_roomily(dialog)

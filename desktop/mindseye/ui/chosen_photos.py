"""What is done with the photos that are chosen: shown large, described, copied, searched by."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from mindseye.operations import browse
from mindseye.search import Box
from mindseye.ui.actions import Actions
from mindseye.ui.compare import FEWEST, MOST
from mindseye.ui.details import DetailsPanel, read_details
from mindseye.ui.door import Door, Newest
from mindseye.ui.dropping import PHOTO_IDS
from mindseye.ui.grid.view import PhotoGrid
from mindseye.ui.parts import single_shot
from mindseye.ui.places import InAlbum, Page, Place
from mindseye.ui.screen import Screen
from mindseye.ui.viewer import Viewer

_DETAILS_DELAY = 60
"""Milliseconds the keyboard rests on a photo before its details are read."""


FOR_ONE = ("similar", "search_part", "open", "open_outside", "rename", "confirm", "reject")
"""Actions that need a photo that the keyboard is at, or that is shown large."""

FOR_SOME = (
    *("copy", "copy_path", "reveal", "trash", "tag", "caption", "sidecars", "into_pictures", "ask_labels"),
    "open_with",
    *(f"rate_{rating}" for rating in range(6)),
)
"""Actions that need a photo, or several that are selected."""

IN_VIEWER = ("similar", "search_part", "copy", "why")
"""Actions whose keys hold for the photo that is shown large, too."""


class PhotoChooser(Protocol):
    """A view of photos in which some are selected and one is current."""

    @property
    def current_id(self) -> int | None:
        """The photo the keyboard is at."""
        ...

    def chosen_ids(self) -> NDArray[np.int64]:
        """The selected photos."""
        ...

    def go_to(self, photo_id: int) -> None:
        """Makes a photo current."""
        ...

    def next_to(self, photo_id: int, step: int) -> int | None:
        """The photo some places after another."""
        ...

    def beside(self, photo_id: int, count: int) -> tuple[list[int], list[int]]:
        """At most so many photos before another and after it."""
        ...

    def place_of(self, photo_id: int) -> tuple[int, int] | None:
        """Which one a photo is, from 1, of how many that are gone through."""
        ...

    def setFocus(self) -> None: ...


class ChosenPhotos(QObject):
    """The photos that are chosen in the grid or on a page, or the one that is shown large."""

    chose = Signal()
    """Another photo is current, or others are selected."""
    rested = Signal(object)
    """The details are about this photo now (its id), or about none or several (None)."""

    def __init__(
        self, showing: Screen, grid: PhotoGrid, viewer: Viewer, details: DetailsPanel, actions: Actions
    ) -> None:
        super().__init__()
        self._showing, self._grid, self._viewer = showing, grid, viewer
        self._details, self._actions = details, actions
        self.reader = Door("window-details")
        self._newest_details = Newest(self.reader)
        self._soon = single_shot(self, _DETAILS_DELAY, self._read_details)
        self._on_pages: dict[Place, PhotoChooser] = {}

    def let_choose(self, place: Place, chooser: PhotoChooser) -> None:
        """Takes what is chosen from another view than the grid where this place is shown."""
        self._on_pages[place] = chooser

    @property
    def chooser(self) -> PhotoChooser | None:
        """The view that photos are chosen in now; None where there is none."""
        if self._showing.page is Page.PHOTOS:
            return self._grid
        return self._on_pages.get(self._showing.place) if self._showing.page is Page.OWN else None

    @property
    def idle(self) -> bool:
        """Whether the details shown are those of the current photo."""
        return self.reader.idle and not self._soon.isActive()

    def close(self) -> None:
        """Ends what is under way."""
        self._soon.stop()
        self.reader.close()

    @property
    def current(self) -> int | None:
        """The photo that is shown large, or that the keyboard is at."""
        if self._viewer.photo_id is not None:
            return self._viewer.photo_id
        chooser = self.chooser
        return None if chooser is None else chooser.current_id

    def ids(self) -> list[int]:
        """The photos that are selected, or the current one where none is, or it is shown large."""
        if self._viewer.photo_id is not None:
            return [self._viewer.photo_id]
        chooser = self.chooser
        if chooser is None:
            return []
        chosen = [int(each) for each in chooser.chosen_ids()]
        current = chooser.current_id
        return chosen or ([] if current is None else [current])

    def picture(self, count: int) -> QPixmap | None:
        """The current photo small, with the number of photos where there are several; None without pixels."""
        return None if self.current is None else self._grid.small_picture(self.current, count)

    def on_chosen(self) -> None:
        """Another photo is current: what can be done with it, and soon its details."""
        for names, there in ((FOR_ONE, self.current is not None), (FOR_SOME, bool(self.ids()))):
            for name in names:
                self._actions[name].setEnabled(there)
        chosen = len(self._grid.chosen_ids()) if self._showing.page is Page.PHOTOS else 0
        self._actions["compare"].setEnabled(FEWEST <= chosen <= MOST)
        self._soon.start()
        self.chose.emit()

    def _read_details(self) -> None:
        library, photo_id = self._showing.library, self.current
        chooser = self.chooser
        chosen = 0 if chooser is None else len(chooser.chosen_ids())
        hidden = self._details.isHidden()
        self.rested.emit(None if hidden or chosen > 1 else photo_id)
        if hidden:
            return
        if library is None or photo_id is None:
            self._newest_details.cancel()
            selectable = chooser is not None
            self._details.show_details(None, 0, selectable=selectable)
            return
        self._newest_details.ask(
            lambda _: read_details(library, photo_id),
            lambda found: self._details.show_details(found, chosen),
        )

    def with_paths(self, then: Callable[[list[Path]], None]) -> None:
        """Gives the paths of the selected photos to ``then``, read off this thread."""
        library, wanted = self._showing.library, self.ids()
        if library is None or not wanted:
            return
        self.reader.ask(lambda _: browse.paths_of(library, wanted), then)

    def open_current(self) -> None:
        """Shows the current photo large."""
        if self.current is not None:
            self.open_photo(self.current)

    def open_photo(self, photo_id: int) -> None:
        """Shows a photo large."""
        chooser = self.chooser or self._grid
        chooser.go_to(photo_id)
        before, after = chooser.beside(photo_id, self._viewer.reach)
        self._viewer.show_photo(photo_id, before, after, chooser.place_of(photo_id))
        self.on_chosen()

    def compare(self) -> None:
        """Shows the selected photos beside one another."""
        chosen = [int(each) for each in self._grid.chosen_ids()]
        if FEWEST <= len(chosen) <= MOST:
            self._viewer.compare(chosen)
            self.on_chosen()

    def show_slides(self, wanted: bool) -> None:
        """Shows one photo after the other from the current one on, or stops."""
        if wanted and self._viewer.photo_id is None:
            self.open_current()
        self._viewer.show_slides(wanted and self._viewer.photo_id is not None)

    def step(self, step: int) -> None:
        """Shows the photo some places further on in the grid large."""
        photo_id = self._viewer.photo_id
        chooser = self.chooser or self._grid
        following = None if photo_id is None else chooser.next_to(photo_id, step)
        if following is not None:
            self.open_photo(following)

    def make_way(self, photo_ids: Collection[int]) -> None:
        """These are about to go: the nearest one that stays becomes the current one."""
        current, going = self.current, set(photo_ids)
        if current is None or current not in going:
            return
        large = self._viewer.photo_id is not None
        for step in (1, -1):
            other = self._grid.next_to(current, step)
            while other is not None and other in going:
                other = self._grid.next_to(other, step)
            if other is not None:
                (self.open_photo if large else self._grid.go_to)(other)
                return
        self._viewer.leave()

    def find_similar(self) -> None:
        """Searches for photos like the current one."""
        if self.current is not None:
            photo_id = self.current
            self._viewer.leave()
            self._showing.searching.find_similar(photo_id)

    def choose_part(self) -> None:
        """Shows the current photo large, if it is not yet, and lets a box be drawn on it."""
        if self._viewer.photo_id is None:
            self.open_current()
        self._viewer.choose_part()

    def find_part(self, photo_id: int, box: Box) -> None:
        """Searches for photos like a part of one that is shown large."""
        self._viewer.leave()
        self._showing.searching.find_similar(photo_id, box)

    def copy(self) -> None:
        """Puts the selected files on the clipboard."""
        self.with_paths(lambda found: QApplication.clipboard().setMimeData(_as_files(found)))

    def drag_out(self) -> None:
        """Lets the selected files be pulled to another program, as long as the button is held."""
        ids = [int(each) for each in self._grid.chosen_ids()]

        def begin(found: list[Path]) -> None:
            if found and QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
                drag = QDrag(self._grid)
                mime = _as_files(found)
                mime.setData(PHOTO_IDS, " ".join(map(str, ids)).encode())
                drag.setMimeData(mime)
                drag.setPixmap(self._grid.picture_of_chosen())
                drag.exec(Qt.DropAction.CopyAction)

        self.with_paths(begin)

    def copy_path(self) -> None:
        """Puts the paths of the selected photos on the clipboard."""
        self.with_paths(
            lambda found: QApplication.clipboard().setText("\n".join(str(path) for path in found))
        )

    def menu(self, point: QPoint) -> None:
        """Opens the menu of the photo at a point of the grid."""
        if self._grid.indexAt(point).isValid():
            view = self._grid.viewport()
            self.made_menu(view, ("similar", "search_part", "open", "compare", "why")).popup(
                view.mapToGlobal(point)
            )

    def menu_of_large(self, point: QPoint) -> None:
        """Opens the menu of the photo that is shown large."""
        self.made_menu(self._viewer, ("similar", "search_part", "why")).popup(self._viewer.mapToGlobal(point))

    def made_menu(self, view: QWidget, first: Sequence[str]) -> QMenu:
        """The menu of the chosen photos; it begins with these actions."""
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        album = ("take_out", "pin", "leave_to_search") if isinstance(self._showing.place, InAlbum) else ()
        photo = (*first, "", "tag", "caption", "")
        files = ("", "open_outside", "open_with", "reveal", "copy", "copy_path", "", "rename", "trash")
        for name in (*photo, "add_to_album", *album, *files):
            if not name:
                menu.addSeparator()
            elif self._actions[name].isEnabled():
                menu.addAction(self._actions[name])
        return menu


def _as_files(found: list[Path]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in found])
    mime.setText("\n".join(str(path) for path in found))
    return mime

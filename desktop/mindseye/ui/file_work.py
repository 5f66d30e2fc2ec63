"""What is done with the files of the chosen photos: renamed, moved to the trash, and put back."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from mindseye.catalog.copies import PlacedFile
from mindseye.library import Library
from mindseye.operations import browse, put_back, rename, trash
from mindseye.operations.put_back import PutBack
from mindseye.operations.rename import Renamed
from mindseye.operations.trash import Trashed
from mindseye.operations.wording import photos
from mindseye.ui.actions import Actions
from mindseye.ui.chosen_photos import ChosenPhotos
from mindseye.ui.labelling import Labelling, Pending
from mindseye.ui.part import UnseenPart
from mindseye.ui.parts import named
from mindseye.ui.questions import ask

IN_VIEWER = ("rename", "trash")
"""Actions whose keys hold for the photo that is shown large, too."""

T = TypeVar("T")


class FileWork(UnseenPart):
    """Asks first, works on a worker, tells what was done, and lets undo take it back."""

    going = Signal(object)
    """Photos (ids) whose files are going to the trash."""

    def __init__(self, window: QWidget, chosen: ChosenPhotos, labelling: Labelling, actions: Actions) -> None:
        super().__init__("window-files", window)
        self._window, self._chosen, self._labelling = window, chosen, labelling
        actions.connect({"rename": self.rename, "trash": self.trash})

    def trash(self) -> None:
        """Asks whether the files of the chosen photos are to go to the trash."""
        ids = self._chosen.ids()
        if ids:
            self._ask(lambda library: trash.files_of(library, ids), lambda files: self._ask_trash(ids, files))

    def rename(self) -> None:
        """Asks for another name of the current photo's file."""
        current = self._chosen.current
        if current is not None:
            self._ask(lambda library: browse.paths_of(library, [current]), self._ask_name)

    def _ask(self, work: Callable[[Library], T], then: Callable[[T], None]) -> None:
        library = self._library
        if library is not None:
            self.door.ask(lambda _: work(library), then)

    def _ask_trash(self, ids: list[int], files: list[PlacedFile]) -> None:
        if not files:
            self.told.emit("The files are away. They can go to the trash when their drive is back.")
            return
        if len(files) == 1:
            text = f"Move {files[0].path.name} to the trash?"
        elif len(files) == len(ids):
            text = f"Move {photos(len(ids))} to the trash?"
        else:
            text = f"Move {photos(len(ids))}, which are {len(files):,} files, to the trash?"
        if put_back.can_put_back():
            more = "Undo takes this back as long as the trash is not emptied."
        else:
            more = "What is in the trash of the system can be put back from there."
        going = [file.id for file in files]

        def agreed() -> None:
            self.going.emit(ids)
            self._ask(lambda library: trash.move_to_trash(library, going), self._tell_trashed)

        picture = self._chosen.picture(len(ids))
        ask(self._window, "Move to the trash", text, more, "Move to the trash", agreed, picture=picture)

    def _tell_trashed(self, done: Trashed) -> None:
        moved = list(done.moved)
        if moved and put_back.can_put_back():
            words = moved[0].name if len(moved) == 1 else f"{len(moved):,} files"
            self._labelling.offer(Pending(f"moving {words} to the trash", lambda: self._put_back(moved)))
        if done.refused:
            first = done.refused[0]
            if len(done.refused) == 1:
                self.told.emit(f"{first.path.name} stays. {first.reason}")
            else:
                self.told.emit(f"{len(done.refused):,} files stay. {first.path.name}: {first.reason}")
        elif len(moved) == 1:
            self.told.emit(f"{moved[0].name} is in the trash.")
        else:
            self.told.emit(f"{len(moved):,} files are in the trash.")

    def _put_back(self, paths: list[Path]) -> None:
        self._ask(lambda library: put_back.put_back(library, paths), self._tell_put_back)

    def _tell_put_back(self, done: PutBack) -> None:
        if not done.left:
            words = "1 file is" if len(done.back) == 1 else f"{len(done.back):,} files are"
            self.told.emit(f"{words} where they were.")
        else:
            name = done.left[0].name
            self.told.emit(f"{name} could not be put back: it has left the trash, or its place is taken.")

    def _ask_name(self, found: list[Path]) -> None:
        if not found:
            return
        path = found[0]
        dialog = named(QInputDialog(self._window), "rename")
        dialog.setWindowTitle("Rename")
        dialog.setLabelText(f"Another name for {path.name}:")
        dialog.setTextValue(path.stem)
        dialog.resize(420, 120)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(
            lambda name: self._ask(
                lambda library: rename.rename_photo(library, path, name), self._tell_renamed
            )
        )
        dialog.open()

    def _tell_renamed(self, done: Renamed) -> None:
        if done.after == done.before:
            return
        before, after = done.before, done.after

        def undo() -> None:
            self._ask(
                lambda library: rename.rename_photo(library, after, before.name),
                lambda _: self.told.emit(f"{before.name} has its old name again."),
            )

        self._labelling.offer(Pending(f"renaming {before.name}", undo))
        self.told.emit(f"{before.name} is now {after.name}.")

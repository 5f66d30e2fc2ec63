"""What is done with the files of the chosen photos: renamed, moved to the trash, and put back."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from mindseye.catalog.copies import PlacedFile
from mindseye.library import Library
from mindseye.operations import browse, put_back, rename, trash
from mindseye.operations.clear_duplicates import Cleared, take_back
from mindseye.operations.put_back import PutBack
from mindseye.operations.rename import Renamed
from mindseye.operations.trash import Trashed
from mindseye.ui.actions import Actions
from mindseye.ui.chosen_photos import ChosenPhotos
from mindseye.ui.labelling import Labelling, Pending
from mindseye.ui.part import UnseenPart
from mindseye.ui.parts import named, open_roomily
from mindseye.ui.questions import ask
from mindseye.ui.translating import tr, tr_n

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
            self.told.emit(tr("The files are away. They can go to the trash when their drive is back."))
            return
        if len(files) == 1:
            text = tr("Move {name} to the trash?", name=files[0].path.name)
        elif len(files) == len(ids):
            text = tr_n("Move {n} photo to the trash?", "Move {n} photos to the trash?", n=len(ids))
        else:
            text = tr_n(
                "Move {n} photo, which is {count} files, to the trash?",
                "Move {n} photos, which are {count} files, to the trash?",
                n=len(ids),
                count=len(files),
            )
        if put_back.can_put_back():
            more = tr("Undo takes this back as long as the trash is not emptied.")
        else:
            more = tr("What is in the trash of the system can be put back from there.")
        going = [file.id for file in files]

        def agreed() -> None:
            self.going.emit(ids)
            self._ask(lambda library: trash.move_to_trash(library, going), self._tell_trashed)

        picture = self._chosen.picture(len(ids))
        ask(
            self._window,
            tr("Move to the trash"),
            text,
            more,
            tr("Move to the trash"),
            agreed,
            picture=picture,
        )

    def tell_cleared(self, cleared: Cleared) -> None:
        """Near-duplicates went to the trash: tells of it, and lets undo put everything back."""
        self._tell_trashed(cleared.trashed, lambda library: take_back(library, cleared))

    def _tell_trashed(self, done: Trashed, back: Callable[[Library], PutBack] | None = None) -> None:
        moved = list(done.moved)
        undo = back or (lambda library: put_back.put_back(library, moved))
        if moved and put_back.can_put_back():
            words = (
                tr("moving {name} to the trash", name=moved[0].name)
                if len(moved) == 1
                else tr("moving {count} files to the trash", count=len(moved))
            )
            self._labelling.offer(Pending(words, lambda: self._ask(undo, self._tell_put_back)))
        if done.refused:
            first = done.refused[0]
            if len(done.refused) == 1:
                self.told.emit(tr("{name} stays. {reason}", name=first.path.name, reason=first.reason))
            else:
                self.told.emit(
                    tr(
                        "{count} files stay. {name}: {reason}",
                        count=len(done.refused),
                        name=first.path.name,
                        reason=first.reason,
                    )
                )
        elif len(moved) == 1:
            self.told.emit(tr("{name} is in the trash.", name=moved[0].name))
        else:
            self.told.emit(tr("{count} files are in the trash.", count=len(moved)))

    def _tell_put_back(self, done: PutBack) -> None:
        if not done.left:
            self.told.emit(tr_n("The file is back.", "{n} files are back.", n=len(done.back)))
        else:
            name = done.left[0].name
            self.told.emit(
                tr("{name} could not be put back: it has left the trash, or its place is taken.", name=name)
            )

    def _ask_name(self, found: list[Path]) -> None:
        if not found:
            return
        path = found[0]
        dialog = named(QInputDialog(self._window), "rename")
        dialog.setWindowTitle(tr("Rename"))
        dialog.setLabelText(tr("Another name for {name}:", name=path.name))
        dialog.setTextValue(path.stem)
        dialog.resize(420, 120)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(
            lambda name: self._ask(
                lambda library: rename.rename_photo(library, path, name), self._tell_renamed
            )
        )
        open_roomily(dialog)

    def _tell_renamed(self, done: Renamed) -> None:
        if done.after == done.before:
            return
        before, after = done.before, done.after

        def undo() -> None:
            self._ask(
                lambda library: rename.rename_photo(library, after, before.name),
                lambda _: self.told.emit(tr("{name} has its old name again.", name=before.name)),
            )

        self._labelling.offer(Pending(tr("renaming {name}", name=before.name), undo))
        self.told.emit(tr("{before} is now {after}.", before=before.name, after=after.name))

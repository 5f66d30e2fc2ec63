"""Photos in other programs: opened in the usual one or in one that is chosen, shown in the file manager."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from mindseye.operations import other_programs
from mindseye.operations.other_programs import Offer
from mindseye.phrases import Phrase
from mindseye.programs import Program, of_this_system
from mindseye.ui.actions import Actions
from mindseye.ui.chosen_photos import ChosenPhotos
from mindseye.ui.part import UnseenPart
from mindseye.ui.program_dialog import ProgramDialog
from mindseye.ui.translating import tr, translated

IN_VIEWER = ("open_outside", "open_with")
"""Actions whose keys hold for the photo that is shown large, too."""


class OtherPrograms(UnseenPart):
    """Asks the system on a worker, since it may wait for the disk and for other processes."""

    def __init__(self, window: QWidget, chosen: ChosenPhotos, actions: Actions, last: str) -> None:
        super().__init__("window-programs", window)
        self._window, self._chosen, self._programs = window, chosen, of_this_system()
        self.last = last
        """The id of the program that was chosen last; empty where none was."""
        actions.connect(
            {"open_outside": self.open_outside, "open_with": self.choose, "reveal": self.reveal_chosen}
        )

    def open_outside(self) -> None:
        """Opens the chosen photo in the program that the system has for such files."""
        library, photo_id = self._library, self._chosen.current
        if library is not None and photo_id is not None:
            self.door.ask(lambda _: other_programs.files_there(library, [photo_id]), self._open_first)

    def choose(self) -> None:
        """Lets a program be chosen for the photos that are chosen."""
        library, ids, last = self._library, self._chosen.ids(), self.last
        if library is None or not ids:
            return
        if self._programs.asks_itself:
            self.door.ask(lambda _: other_programs.files_there(library, ids), self._let_the_system_ask)
        else:
            self.door.ask(lambda _: other_programs.offer(library, ids, self._programs, last), self._show)

    def reveal_chosen(self) -> None:
        """Shows the chosen photos in the file manager."""
        library, ids = self._library, self._chosen.ids()
        if library is not None and ids:
            self.door.ask(lambda _: other_programs.files_there(library, ids), self.reveal)

    def reveal(self, paths: Sequence[Path]) -> None:
        """Shows files in the file manager, or the folder of the first where it cannot select."""
        if not paths:
            self.told.emit(translated(_AWAY))
            return
        self.door.ask(
            lambda _: other_programs.reveal(self._programs, paths),
            lambda shown: None if shown else self.open_folder(paths[0].parent),
        )

    def open_folder(self, path: Path) -> None:
        """Opens a folder in the system's file manager."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.told.emit(tr("{folder} cannot be opened in a file manager.", folder=path))

    def _open_first(self, paths: list[Path]) -> None:
        if not paths:
            self.told.emit(translated(_AWAY))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths[0]))):
            self.told.emit(tr("The system has no program that opens {name}.", name=paths[0].name))

    def _let_the_system_ask(self, paths: list[Path]) -> None:
        if paths:
            self.door.ask(lambda _: self._programs.ask(paths[0]), lambda _: None)
        else:
            self.told.emit(translated(_AWAY))

    def _show(self, offer: Offer) -> None:
        if not offer.paths:
            self.told.emit(translated(_AWAY))
        elif not offer.suitable and not offer.others:
            self.told.emit(tr("The system tells of no program that takes pictures."))
        else:
            dialog = ProgramDialog(offer, self._window)
            dialog.chosen.connect(lambda program: self._open(program, offer.paths))
            dialog.open()

    def _open(self, program: Program, paths: Sequence[Path]) -> None:
        self.last = program.id
        self.door.ask(
            lambda _: other_programs.open_in(self._programs, program, paths),
            lambda _: self.told.emit(tr("{name} is starting.", name=program.name)),
        )


_AWAY = Phrase("The file is away. It opens when its drive is back.")

"""The files that were refused, with the reason of each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mindseye.catalog.files import Problem
from mindseye.library import Library
from mindseye.operations import browse
from mindseye.ui.desk_page import DeskPage
from mindseye.ui.door import Door, Newest
from mindseye.ui.parts import named
from mindseye.ui.places import PROBLEMS

_PATH = Qt.ItemDataRole.UserRole


class ProblemsPage(DeskPage):
    """A list of files and reasons; opening a row shows the file in the file manager."""

    place = PROBLEMS

    reveal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._door = Door("window-problems")
        self._door.went_wrong.connect(self.told)
        self._newest = Newest(self._door)
        words = QLabel(
            "These files could not be read as pictures. They are left as they are, and tried again when "
            "they change. Double-click one to see it in the file manager."
        )
        words.setWordWrap(True)
        words.setProperty("role", "quiet")
        self.list = named(QTreeWidget(), "problems")
        self.list.setAccessibleName("Refused files")
        self.list.setHeaderLabels(["File", "Reason", "Folder"])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.itemActivated.connect(lambda item: self.reveal_wanted.emit(item.data(0, _PATH)))
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.resizeSection(0, 200)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(2, 240)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 8)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.list, 1)

    def take(self, library: Library) -> None:
        self._library = library

    def enter(self) -> None:
        library = self._library
        if library is not None:
            self._newest.ask(lambda _: browse.problems(library), self._show)

    def renew(self) -> None:
        self.enter()

    def end(self) -> None:
        self._door.close()

    @property
    def idle(self) -> bool:
        return self._door.idle

    def _show(self, problems: Sequence[Problem]) -> None:
        self.list.clear()
        self.list.addTopLevelItems([_row(problem.path, problem.reason) for problem in problems])


def _row(path: Path, reason: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([path.name, reason, str(path.parent)])
    item.setData(0, _PATH, path)
    item.setToolTip(0, str(path))
    item.setToolTip(1, reason)
    item.setToolTip(2, str(path.parent))
    return item

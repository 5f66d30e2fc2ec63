"""The files that were refused, with the reason of each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mindseye.catalog.files import Problem
from mindseye.ui.parts import named

_PATH = Qt.ItemDataRole.UserRole


class ProblemsPage(QFrame):
    """A list of files and reasons; opening a row shows the file in the file manager."""

    reveal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
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

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Fills the list."""
        self.list.clear()
        self.list.addTopLevelItems([_row(problem.path, problem.reason) for problem in problems])


def _row(path: Path, reason: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([path.name, reason, str(path.parent)])
    item.setData(0, _PATH, path)
    item.setToolTip(0, str(path))
    item.setToolTip(1, reason)
    item.setToolTip(2, str(path.parent))
    return item

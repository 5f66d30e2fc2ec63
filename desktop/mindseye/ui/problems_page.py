"""The files that were refused, with the reason of each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mindseye.catalog.files import Problem
from mindseye.library import Library
from mindseye.operations.problems import problems, retry
from mindseye.ui.desk_page import DeskPage
from mindseye.ui.door import Door, Newest
from mindseye.ui.parts import named
from mindseye.ui.places import PROBLEMS
from mindseye.ui.translating import tr, translated

_PATH = Qt.ItemDataRole.UserRole
_FILE = Qt.ItemDataRole.UserRole + 1


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
            tr(
                "These files could not be read as pictures. They are left as they are, and tried again when "
                "they change or when you ask for it. Double-click one to see it in the file manager."
            )
        )
        words.setWordWrap(True)
        words.setProperty("role", "quiet")
        self.list = named(QTreeWidget(), "problems")
        self.list.setAccessibleName(tr("Refused files"))
        self.list.setHeaderLabels([tr("File"), tr("Reason"), tr("Folder")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._offer)
        self.list.itemActivated.connect(lambda item: self.reveal_wanted.emit(item.data(0, _PATH)))
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.resizeSection(0, 200)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(2, 240)
        self.retry_chosen = QAction(tr("Try the chosen files again"), self)
        self.retry_chosen.setShortcut(QKeySequence("Ctrl+R"))
        self.retry_chosen.triggered.connect(
            lambda: self._retry([item.data(0, _FILE) for item in self.list.selectedItems()])
        )
        self.retry_all = QAction(tr("Try all again"), self)
        self.retry_all.setShortcut(QKeySequence("Ctrl+Shift+R"))
        self.retry_all.triggered.connect(lambda: self._retry(None))
        for action in (self.retry_chosen, self.retry_all):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setEnabled(False)
            self.addAction(action)
            self.list.addAction(action)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for action in (self.retry_chosen, self.retry_all):
            buttons.addWidget(_button(action))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 8)
        column.setSpacing(12)
        column.addWidget(words)
        column.addLayout(buttons)
        column.addWidget(self.list, 1)

    def take(self, library: Library) -> None:
        self._library = library

    def enter(self) -> None:
        library = self._library
        if library is not None:
            self._newest.ask(lambda _: problems(library), self._show)

    def renew(self) -> None:
        self.enter()

    def end(self) -> None:
        self._door.close()

    @property
    def idle(self) -> bool:
        return self._door.idle

    def _retry(self, file_ids: list[int] | None) -> None:
        library = self._library
        if library is not None:
            self._door.ask(lambda _: retry(library, file_ids), lambda _: self.enter())

    def _offer(self) -> None:
        self.retry_chosen.setEnabled(bool(self.list.selectedItems()))

    def _show(self, found: Sequence[Problem]) -> None:
        self.list.clear()
        self.list.addTopLevelItems([_row(problem) for problem in found])
        self.retry_all.setEnabled(bool(found))
        self._offer()


def _button(action: QAction) -> QPushButton:
    """A button that is the action: its words, its state."""
    button = QPushButton(action.text())
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    return button


def _row(problem: Problem) -> QTreeWidgetItem:
    path, reason = problem.path, translated(problem.reason)
    item = QTreeWidgetItem([path.name, reason, str(path.parent)])
    item.setData(0, _PATH, path)
    item.setData(0, _FILE, problem.file_id)
    item.setToolTip(0, str(path))
    item.setToolTip(1, reason)
    item.setToolTip(2, str(path.parent))
    return item

"""What the pages have in common on which photos are judged in a grid, by keys alone if one likes."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from mindseye.library import Library
from mindseye.operations import labelling
from mindseye.ui.desk_page import DeskPage
from mindseye.ui.door import Door, Newest
from mindseye.ui.parts import named
from mindseye.ui.tag_editor import completer_of
from mindseye.ui.tick_grid import TickGrid
from mindseye.ui.translating import tr


class JudgingPage(DeskPage):
    """Lines to type into above, a grid or words in its place, buttons below; the grid's keys come to it."""

    def __init__(self, door: str, grid: TickGrid, tag_hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._door = Door(door)
        self._door.went_wrong.connect(self.told)
        self._newest = Newest(self._door)
        self.tag = tag_line(tr("Tag"), tag_hint)
        self.grid = grid
        self.grid.changed.connect(self._count)
        self.grid.installEventFilter(self)
        self._words = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setProperty("role", "quiet")
        self._counted = QLabel()
        self._counted.setProperty("role", "quiet")

    def _put_together(
        self,
        lines: Iterable[tuple[str, QLineEdit, int]],
        told: QHBoxLayout | None,
        buttons: Iterable[QWidget],
    ) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for words, line, stretch in lines:
            label = QLabel(words)
            label.setBuddy(line)
            top.addWidget(label)
            top.addWidget(line, stretch)
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self._words)
        self._stack.addWidget(self.grid)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._counted, 1)
        for button in buttons:
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 12)
        column.setSpacing(8)
        column.addLayout(top)
        if told is not None:
            column.addLayout(told)
        column.addWidget(middle, 1)
        column.addLayout(foot)

    def take(self, library: Library) -> None:
        self._library = library

    def end(self) -> None:
        self._door.close()

    @property
    def idle(self) -> bool:
        return self._door.idle

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.grid and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """A key in the grid; whether it meant something."""
        raise NotImplementedError

    def _count(self) -> None:
        """Something was judged, or other photos came."""
        raise NotImplementedError

    def _read_tags(self) -> None:
        """Completes the tag by those that there are."""
        library = self._library
        if library is not None:
            self._door.ask(
                lambda _: [count.name for count in labelling.free_tag_counts(library)],
                lambda names: self.tag.setCompleter(completer_of(names, self)),
            )


def tag_line(name: str, hint: str) -> QLineEdit:
    """A line to type into, named for screen readers."""
    line = named(QLineEdit(), "tagline")
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line

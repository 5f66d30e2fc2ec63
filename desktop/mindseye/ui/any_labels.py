"""Any labels at once: which of those that are typed fit the chosen photos; kept as a category if wanted."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from mindseye.errors import MindseyeError
from mindseye.library import Library
from mindseye.operations import categories
from mindseye.operations.categorise import LabelProbability, judge_photos_by, parse_labels
from mindseye.ui.door import Door, Newest
from mindseye.ui.parts import named
from mindseye.ui.translating import percent, tr, translated


class AnyLabels(QWidget):
    """A line to type labels into, and the most probable of them for whatever photos are chosen."""

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._ids: Sequence[int] = ()
        self._told: Sequence[LabelProbability] = ()
        self.door = Door("window-any-labels")
        self.door.went_wrong.connect(self.told)
        self._newest = Newest(self.door)
        title = QLabel(tr("Which of these?"))
        title.setProperty("role", "section")
        self.line = named(QLineEdit(), "tagline")
        self.line.setAccessibleName(tr("Labels to choose from"))
        self.line.setPlaceholderText(tr("chihuahua, muffin, …"))
        title.setBuddy(self.line)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("role", "quiet")
        self._rows = QWidget()
        self.keep = QPushButton(tr("Keep as a category"))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        for part in (title, self.line, self._words, self._rows, self.keep):
            column.addWidget(part)
        self.line.returnPressed.connect(self.ask)
        self.keep.clicked.connect(self._keep)
        self._show(())

    def take(self, library: Library) -> None:
        """The library is open."""
        self._library = library

    def end(self) -> None:
        """Ends what is under way."""
        self.door.close()

    @property
    def idle(self) -> bool:
        """Whether everything that was asked for is told."""
        return self.door.idle

    def show_photos(self, photo_ids: Sequence[int]) -> None:
        """These photos are chosen now."""
        if list(photo_ids) != list(self._ids):
            self._ids = list(photo_ids)
            self.ask()
        self.setVisible(bool(self._ids))

    def ask(self) -> None:
        """Tells which labels fit."""
        library, ids, labels = self._library, self._ids, parse_labels(self.line.text())
        if library is None or not ids or not labels:
            self._newest.cancel()
            self._show(())
            return
        self._newest.ask(lambda _: judge_photos_by(library, ids, labels), self._show, self._refuse)

    def _refuse(self, error: MindseyeError) -> None:
        self._show(())
        self._words.setText(translated(error.message))
        self._words.show()

    def _show(self, found: Sequence[LabelProbability]) -> None:
        self._told = found
        self._words.setText(
            tr("Over {count} photos together", count=len(self._ids)) if len(self._ids) > 1 else ""
        )
        self._words.setVisible(bool(found) and len(self._ids) > 1)
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, each in enumerate(found):
            name, share, bar = QLabel(each.label), QLabel(percent(each.probability)), QProgressBar()
            name.setWordWrap(True)
            share.setProperty("role", "quiet")
            bar.setRange(0, 1000)
            bar.setValue(round(1000 * each.probability))
            bar.setTextVisible(False)
            bar.setFixedWidth(64)
            bar.setAccessibleName(f"{each.label}, {percent(each.probability)}")
            for column, part in enumerate((name, bar, share)):
                grid.addWidget(part, row, column)
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        self.keep.setVisible(bool(found))

    def _keep(self) -> None:
        library, labels = self._library, parse_labels(self.line.text())
        if library is not None:
            name = categories.free_name(library, labels)

            def work() -> None:
                categories.change_category(library, categories.as_category(name, labels))

            self._ask(
                work, tr("Kept as the category “{name}”; the Categories page (Ctrl+G) changes it.", name=name)
            )

    def _ask(self, work: Callable[[], None], sentence: str) -> None:
        self.door.ask(
            lambda _: work(),
            lambda _: self.told.emit(sentence),
            lambda error: self.told.emit(translated(error.message)),
        )

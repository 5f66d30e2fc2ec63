"""The tags of some photos, to be changed at the keyboard: type a name, Enter; Enter again when done."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mindseye.catalog.tags import OWN
from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.operations import labelling
from mindseye.ui.parts import named
from mindseye.ui.translating import tr, tr_n, translated

_ON, _SOME, _OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked
_TICKABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


@dataclass(frozen=True, slots=True)
class Tags:
    """The free tags of some photos."""

    photo_ids: Sequence[int]
    on_all: frozenset[str]
    on_some: frozenset[str]
    known: tuple[str, ...]
    """Every free tag of the library, to complete what is typed."""

    @classmethod
    def of(cls, library: Library, photo_ids: Sequence[int]) -> "Tags":
        """Reads them."""
        labels = labelling.labels_of(library, photo_ids).values()
        sets = [
            {tag.label for tag in each.tags if tag.category == OWN and tag.state == "confirmed"}
            for each in labels
        ]
        every, any_ = frozenset.intersection(*map(frozenset, sets)), frozenset().union(*sets)
        known = tuple(count.name for count in labelling.free_tag_counts(library))
        return cls(photo_ids, every, any_ - every, known)


class TagEditor(QDialog):
    """A line to type in, and below it the tags with a tick each; a half one is on some of the photos."""

    wanted = Signal(list, list)
    """Tags to give to all of the photos, and tags to take off."""

    def __init__(self, tags: Tags, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Tags"))
        self._tags = tags
        self.line = named(QLineEdit(), "tagline")
        self.line.setPlaceholderText(tr("A tag, or a path of tags: Places/Norway"))
        self.line.setAccessibleName(tr("Tag to add"))
        self.line.setCompleter(completer_of(tags.known, self))
        self.list = named(QListWidget(), "tags")
        self.list.setAccessibleName(tr("Tags of the photos"))
        for name in sorted(tags.on_all | tags.on_some, key=str.casefold):
            self._add(name, _ON if name in tags.on_all else _SOME)
        self._hint = QLabel()
        self._hint.setProperty("role", "quiet")
        self._hint.setWordWrap(True)
        self._explain(tr("Enter adds a tag; Enter on an empty line is done. Untick a tag to take it off."))
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self._finish)
        self._buttons.rejected.connect(self.reject)
        # Enter in the line adds; it must not press a button as well.
        for button in self._buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(QLabel(tr_n("Tags of {n} photo", "Tags of {n} photos", n=len(tags.photo_ids))))
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        column.addWidget(self._buttons)
        self.resize(400, 380)
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        text = self.line.text().strip()
        if not text:
            self._finish()
            return
        try:
            name = labelling.tag_name(text)
        except InputError as error:
            self._explain(translated(error.message))
            return
        self.line.clear()
        known = {each.casefold(): each for each in self._tags.known}
        self._tick(known.get(name.casefold(), name))

    def _tick(self, name: str) -> None:
        for item in self._items():
            if item.text() == name:
                item.setCheckState(_ON)
                self.list.setCurrentItem(item)
                return
        self._add(name, _ON, first=True)

    def _add(self, name: str, state: Qt.CheckState, *, first: bool = False) -> None:
        item = QListWidgetItem(name)
        item.setFlags(_TICKABLE)
        item.setCheckState(state)
        self.list.insertItem(0 if first else self.list.count(), item)

    def _finish(self) -> None:
        if self.line.text().strip():
            self._enter()
        ticked = {item.text() for item in self._items() if item.checkState() == _ON}
        unticked = {item.text() for item in self._items() if item.checkState() == _OFF}
        add = sorted(ticked - self._tags.on_all)
        remove = sorted(unticked & (self._tags.on_all | self._tags.on_some))
        if add or remove:
            self.wanted.emit(add, remove)
        self.accept()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _explain(self, words: str) -> None:
        self._hint.setText(words)


def completer_of(known: Sequence[str], parent: QWidget) -> QCompleter:
    """Completes the names of tags, from any part of them, in any letter case."""
    completer = QCompleter(list(known), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer

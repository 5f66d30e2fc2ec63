"""The bar: the pieces of a query as chips and the text that is typed, always visible at the top."""

import itertools

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QWidget

from mindseye.search.completion import Completion, Vocabulary, complete
from mindseye.ui.asked import Asked, Chip
from mindseye.ui.chip_view import ChipView
from mindseye.ui.completions import Completions
from mindseye.ui.parts import give_property, tool_button
from mindseye.ui.query_line import QueryLine
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr, translated, with_key

_NARROWEST_LINE = 160


class SearchBar(QFrame):
    """Chips, a line of text, and what can be typed next below it."""

    typed = Signal(str)
    """The words, at every change by the user."""
    entered = Signal()
    left = Signal()
    """The bar was empty and the user wants out of it."""
    cleared = Signal()
    chip_changed = Signal(int, object)
    """The chip at a place is to be another, or to go (None)."""
    chip_edited = Signal(int)
    """The chip at a place is to be text again."""
    chip_part_wanted = Signal(int)
    """A part of the picture of the chip at a place is to be chosen."""
    picture_wanted = Signal()
    """A picture is to be chosen from a file."""
    picture_pasted = Signal()
    """The clipboard holds a picture and the user pasted it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("field")
        self.setFixedHeight(38)
        self._theme = theme
        self._asked = Asked()
        self._focus_next: int | None = None
        self.vocabulary = Vocabulary()
        """What can be completed."""
        self._glass = QLabel()
        self.chips: list[ChipView] = []
        self._room = QScrollArea()
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setFixedHeight(32)
        self._room.hide()
        self.line = QueryLine()
        self.line.installEventFilter(self)
        self.completions = Completions(theme, self)
        self.completions.chosen.connect(self._complete)
        self._written = False  # Enter was pressed: nothing in the line is still being written
        self._clear = self._button(with_key(tr("Clear the search"), "Esc"), self.cleared)
        self._choose = self._button(tr("Search by a picture in a file…"), self.picture_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 6, 2)
        row.setSpacing(8)
        row.addWidget(self._glass)
        row.addWidget(self._room)
        row.addWidget(self.line, 1)
        for button in (self._clear, self._choose):
            row.addWidget(button)
        self.line.textEdited.connect(self._on_typed)
        self.line.cursorPositionChanged.connect(self._on_moved)
        theme.changed.connect(self._repaint)
        self._repaint()

    def show_asked(self, asked: Asked) -> None:
        """Shows a query that was not typed."""
        if self.line.text() != asked.words:
            self.line.setText(asked.words)
        self._show_chips(asked)
        self.line.setPlaceholderText(
            tr("Add words or a filter") if asked.chips else tr("Describe a photo, or drop a picture here")
        )
        self._mark()

    def take_focus(self) -> None:
        """Puts the cursor here with the words selected."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    # Keys of the line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                give_property(self, "active", event.type() == QEvent.Type.FocusIn)
                if event.type() == QEvent.Type.FocusOut:
                    self.completions.hide()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self.completions.key(event) or self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        empty = not self.line.text()
        back = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left)
        if event.key() == Qt.Key.Key_Escape:
            (self.left if empty and not self.chips else self.cleared).emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.completions.offer([])
            self._written = True
            self.entered.emit()
            self._mark()
        elif event.key() == Qt.Key.Key_Down:
            if empty and self.completions.offer(self._offers()):
                return True
            self.left.emit()
        elif back and self.chips and self.line.at_start and not event.modifiers():
            self.chips[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
        elif event.matches(QKeySequence.StandardKey.Paste) and _clipboard_is_picture():
            self.picture_pasted.emit()
        else:
            return False
        return True

    def _on_typed(self, text: str) -> None:
        self._asked = Asked(text, self._asked.chips)
        self._written = False
        self._mark()
        self.completions.offer(self._offers() if text.strip() else [])
        self.typed.emit(text)

    def _on_moved(self) -> None:
        self._mark()
        if self.completions.isVisible():
            self.completions.offer(self._offers())

    def _offers(self) -> list[Completion]:
        return complete(self.line.text(), self.line.cursorPosition(), self.vocabulary)

    def _complete(self, completion: Completion) -> None:
        self.line.replace_text(completion.start, completion.end, completion.text)
        if completion.finished:
            self.completions.hide()

    # What is shown

    def _mark(self) -> None:
        cursor = self.line.cursorPosition()
        # What is being written is not wrong yet.
        mistakes = [each for each in Asked(self.line.text()).parsed().mistakes
                    if each.end != cursor or self._written or not self.line.hasFocus()]  # fmt: skip
        self.line.mark(mistakes, self._theme.colour("error"))
        self.completions.tell(translated(mistakes[0].sentence) if mistakes and self.line.hasFocus() else "")
        self._clear.setVisible(bool(self.line.text()) or bool(self.chips))

    def _show_chips(self, asked: Asked) -> None:
        if asked.chips == self._asked.chips and len(self.chips) == len(asked.chips):
            self._asked = asked
            return
        self._asked = asked
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.chips = [self._chip_view(place, chip) for place, chip in enumerate(asked.chips)]
        for view in self.chips:
            row.addWidget(view)
        self._room.setWidget(held)
        for before, after in itertools.pairwise([*self.chips, self.line]):
            QWidget.setTabOrder(before, after)
        held.adjustSize()
        self._room.setVisible(bool(self.chips))
        self._fit()
        self._focus_chip()

    def _chip_view(self, place: int, chip: Chip) -> ChipView:
        view = ChipView(self._theme, chip)

        def change(new: Chip | None) -> None:
            self._focus_next = place if view.hasFocus() else None
            self.chip_changed.emit(place, new)

        view.changed.connect(change)
        view.part_wanted.connect(lambda: self.chip_part_wanted.emit(place))
        view.edited.connect(lambda: self._edit(place))
        view.left_to.connect(lambda step: self._go(place + step))
        view.escaped.connect(lambda: self._go(len(self.chips)))
        return view

    def _edit(self, place: int) -> None:
        self.chip_edited.emit(place)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.chips):
            self.chips[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._room.ensureWidgetVisible(self.chips[place])
        elif place >= 0:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_chip(self) -> None:
        """The keyboard stays where it was, at the chip that took the place of the one before."""
        place, self._focus_next = self._focus_next, None
        if place is not None:
            self._go(place)

    def _fit(self) -> None:
        held = self._room.widget()
        if held is not None:
            wanted = held.sizeHint().width()
            self._room.setFixedWidth(max(min(wanted, self.width() - _NARROWEST_LINE - 120), 60))
            self._room.horizontalScrollBar().setValue(self._room.horizontalScrollBar().maximum())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _button(self, tip: str, signal: SignalInstance) -> QToolButton:
        button = tool_button(tip)
        button.clicked.connect(signal)
        return button

    def _repaint(self) -> None:
        self._glass.setPixmap(self._theme.pixmap("search", 20, "quiet"))
        self._clear.setIcon(self._theme.icon("close"))
        self._choose.setIcon(self._theme.icon("image-search"))
        chips, self._asked = self._asked, Asked()
        self.show_asked(chips)


def _clipboard_is_picture() -> bool:
    mime = QApplication.clipboard().mimeData()
    return mime.hasImage() or mime.hasUrls()

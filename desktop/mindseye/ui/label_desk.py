"""Labelling many photos: a page of results, all ticked; untick the wrong ones; Enter tags the rest."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QPushButton,
    QWidget,
)

from mindseye.catalog.history import Entry
from mindseye.errors import MindseyeError
from mindseye.operations import labelling
from mindseye.operations.label_desk import photos_to_judge
from mindseye.phrases import Phrase
from mindseye.search import Query, Words, format_query
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.judging_page import JudgingPage, tag_line
from mindseye.ui.places import LABELLING
from mindseye.ui.theme import Theme
from mindseye.ui.tick_grid import TickGrid
from mindseye.ui.translating import tr, tr_n, translated

PAGE = 32
"""Photos of a page: as many as an eye takes in at once."""

_START = Phrase(
    "Say what to look for, or leave that empty for the photos shown before; then the tag, and Enter."
)
_DONE = Phrase("Nothing more to judge here. Look for something else, or give another tag.")


class LabelDesk(JudgingPage):
    """The desk. What is ticked gets the tag; what is unticked is remembered as not showing it."""

    place = LABELLING

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__("window-desk", TickGrid(theme, thumbnails), tr("The tag to give: Boats"), parent)
        self._shown: Sequence[int] = ()
        self._passed: set[int] = set()
        self._right = self._wrong = 0
        self.query = tag_line(tr("Look for"), tr("What to look for: a boat at sea"))
        self._words.setText(translated(_START))
        self.go_on = QPushButton(tr("Tag the ticked and go on"))
        self.go_on.setProperty("role", "primary")
        self.go_on.setToolTip(tr("Enter", "key"))
        self.skip = QPushButton(tr("Skip this page"))
        self.skip.setToolTip(tr("Page Down", "key"))
        self.none = QPushButton(tr("Untick all"))
        self.none.setToolTip(tr("U; A ticks all"))
        self._put_together(
            ((tr("Look for"), self.query, 3), (tr("Tag"), self.tag, 2)),
            None,
            (self.none, self.skip, self.go_on),
        )
        self.query.returnPressed.connect(self._begin)
        self.tag.returnPressed.connect(self._begin)
        self.go_on.clicked.connect(self.apply)
        self.skip.clicked.connect(self.pass_over)
        self.none.clicked.connect(lambda: self.grid.tick_all(ticked=False))
        self._count()

    # The page of the window

    def enter(self) -> None:
        self.query.setFocus()
        self._read_tags()
        self._load(keep=False)

    def renew(self) -> None:
        self._read_tags()
        self._load(keep=True)

    def begin_with(self, shown: Sequence[int], query: Query) -> None:
        """Sets out what to go through: a query, or photos where it is empty; its words offer themselves."""
        self._shown, self._passed = list(shown), set()
        self._right = self._wrong = 0
        self.query.setText(format_query(query))
        self.tag.setText(" ".join(part.text for part in query.positive if isinstance(part, Words)))

    # What is done

    def apply(self) -> None:
        """Gives the tag to what is ticked, remembers the rest as wrong, and shows the next page."""
        library, name = self._library, self.tag.text()
        right, wrong = self.grid.ticked(), self.grid.unticked()
        if library is None or not (right or wrong):
            return

        def done(_: Entry | None) -> None:
            self._right += len(right)
            self._wrong += len(wrong)
            self._load(keep=False)

        self.go_on.setEnabled(False)
        self._door.ask(lambda _: labelling.judge(library, name, right=right, wrong=wrong), done)

    def pass_over(self) -> None:
        """Shows the next page; nothing is said of this one."""
        self._passed.update(self.grid.photo_ids())
        self._load(keep=False)

    def _press(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.apply()
            case Qt.Key.Key_PageDown:
                self.pass_over()
            case Qt.Key.Key_U:
                self.grid.tick_all(ticked=False)
            case Qt.Key.Key_A:
                self.grid.tick_all(ticked=True)
            case Qt.Key.Key_Space:
                self.grid.turn_current()
            case Qt.Key.Key_Escape:
                self.query.setFocus()
                self.query.selectAll()
            case _:
                return False
        return True

    def _begin(self) -> None:
        """Enter in one of the lines: a tag is wanted first, then the page."""
        self._passed = set()
        if not self.tag.text().strip():
            self.tag.setText(self.query.text().strip())
            self.tag.setFocus()
            self.tag.selectAll()
            return
        self._load(keep=False, focus=True)

    def _load(self, *, keep: bool, focus: bool = False) -> None:
        library, asked, name = self._library, self.query.text(), self.tag.text()
        if library is None or not name.strip():
            self._show([], keep=keep, words=translated(_START))
            return
        shown, passed = self._shown, frozenset(self._passed)
        into = focus or self.grid.hasFocus()

        def take(found: list[int]) -> None:
            self._show(found, keep=keep, words=translated(_DONE if asked.strip() or shown else _START))
            if into and found:
                self.grid.setFocus()
            elif into:
                self.query.setFocus()
                self.query.selectAll()

        def fail(error: MindseyeError) -> None:
            self._show([], keep=False, words=translated(error.message))

        self._newest.ask(
            lambda _: photos_to_judge(library, asked, shown, name, passed=passed, count=PAGE), take, fail
        )

    def _show(self, found: Sequence[int], *, keep: bool, words: str) -> None:
        self._words.setText(words)
        if list(found) != self.grid.photo_ids() and not (keep and self.grid.unticked()):
            self.grid.show_photos(found)
        self._stack.setCurrentWidget(self.grid if self.grid.photo_ids() else self._words)
        self._count()

    def _count(self) -> None:
        ticked, unticked = len(self.grid.ticked()), len(self.grid.unticked())
        some = bool(ticked or unticked)
        for button in (self.go_on, self.skip, self.none):
            button.setEnabled(some)
        parts = [tr("{ticked} ticked, {unticked} not", ticked=ticked, unticked=unticked)] if some else []
        if self._right or self._wrong:
            parts.append(
                tr_n(
                    "so far {n} photo tagged, {wrong} turned down",
                    "so far {n} photos tagged, {wrong} turned down",
                    n=self._right,
                    wrong=self._wrong,
                )
            )
        self._counted.setText("; ".join(parts))

"""The first minutes with an empty library: choose folders, see photos appear, try a search."""

from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from mindseye.events import Phase
from mindseye.library import Library
from mindseye.operations import find
from mindseye.tasks import CancelToken
from mindseye.ui.asked import Asked
from mindseye.ui.door import Door, Newest
from mindseye.ui.places import Page
from mindseye.ui.screen import Screen

ENOUGH = 60
"""Photos with which a search is worth trying while others still come."""

SUGGESTED = 3
_CANDIDATES = (
    *("sunset", "snow", "the sea", "a dog", "flowers", "mountains", "a cat", "people", "a street at night"),
    *("food on a plate", "a car", "trees", "a house", "sky"),
)
"""What photo libraries often hold, in the language of every model; suggested where it is likely found."""


class Step(IntEnum):
    """Where the first run is."""

    OVER = 0
    CHOOSE = 1
    APPEAR = 2
    SEARCH = 3


class FirstRun(QObject):
    """Follows the screen from an empty library to the first search."""

    changed = Signal()
    """The step or the suggestions changed."""

    def __init__(self, screen: Screen, door: Door, *, welcomed: bool) -> None:
        super().__init__()
        self.welcomed = welcomed
        """Whether all this was done or waved away before."""
        self.step = Step.OVER
        self.suggestions: tuple[str, ...] = ()
        self._screen, self._newest = screen, Newest(door)
        screen.shown.connect(lambda _: self._look())
        screen.surveyed.connect(self._look)
        screen.indexing.changed.connect(self._look)
        screen.searching.answered.connect(lambda _: self._on_answer())

    def end(self) -> None:
        """It was done, or waved away, for good."""
        self.welcomed = True
        self._newest.cancel()
        self._go(Step.OVER)

    def _look(self) -> None:
        if self.welcomed:
            return
        screen = self._screen
        if screen.page is Page.NO_FOLDERS:
            self._go(Step.CHOOSE)
        elif self.step is Step.CHOOSE and screen.survey.folders:
            self._go(Step.APPEAR)
        elif self.step is Step.APPEAR:
            done = screen.indexing.progress.phase is Phase.IDLE
            if screen.survey.photos >= ENOUGH or (screen.survey.photos and done):
                self._go(Step.SEARCH)
                self._suggest()

    def _on_answer(self) -> None:
        if self.step is Step.SEARCH:
            self.end()

    def _go(self, step: Step) -> None:
        if step is not self.step:
            self.step = step
            self.changed.emit()

    def _suggest(self) -> None:
        library = self._screen.library
        if library is not None:
            self._newest.ask(lambda token: likely_words(library, token), self._take)

    def _take(self, words: tuple[str, ...]) -> None:
        self.suggestions = words
        self.changed.emit()


def likely_words(library: Library, token: CancelToken) -> tuple[str, ...]:
    """A few everyday words that likely find something in a library; none before its model can take words."""
    found: list[str] = []
    for words in _CANDIDATES if find.words_are_ready(library) else ():
        token.check()
        if any(hit.likely for hit in find.find(library, Asked(words).query(), limit=1)):
            found.append(words)
        if len(found) == SUGGESTED:
            break
    return tuple(found)

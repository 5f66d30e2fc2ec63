"""What the indexer is doing, as the window tells it, and the ways to hold it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mindseye.events import IndexingProgress, Phase
from mindseye.indexing.pace import Rules
from mindseye.library import Library
from mindseye.ui.door import Door


class IndexingState(QObject):
    """The indexer of the open library, and the processor that the model runs on."""

    changed = Signal()
    """It is further, was paused or resumed, or another model answers."""
    ended = Signal()
    """A pass came to its end."""

    def __init__(self, reader: Door) -> None:
        super().__init__()
        self.progress = IndexingProgress(Phase.LOOKING)
        self._reader = reader
        self._library: Library | None = None

    def take(self, library: Library, *, start: bool) -> None:
        """Follows the indexer of this library from now on, and starts it if so wished."""
        self._library = library
        self.progress = IndexingProgress(Phase.LOOKING if start else Phase.IDLE)
        self._reader.listen(library.events, IndexingProgress, self._hear)
        if start:
            self._reader.ask(lambda _: library.indexer.start(), lambda _: None)

    @property
    def provider(self) -> str:
        """The processor that looks at pictures; empty until it had to look at one."""
        return "" if self._library is None else self._library.model.provider or ""

    @property
    def busy(self) -> bool:
        """Whether it looks for changes or indexes."""
        return self.progress.phase in (Phase.LOOKING, Phase.INDEXING)

    @property
    def paused(self) -> bool:
        """Whether the indexer is held."""
        return self._library is not None and self._library.indexer.paused

    def set_paused(self, paused: bool) -> None:
        """Holds the indexer, or lets it go on."""
        if self._library is not None:
            (self._library.indexer.pause if paused else self._library.indexer.resume)()
            self.changed.emit()

    @property
    def hurried(self) -> bool:
        """Whether it works at full speed whatever the rules say."""
        return self._library is not None and self._library.indexer.pacer.hurried

    def set_hurried(self, hurried: bool) -> None:
        """Lets the indexer work at full speed whatever the rules say, or keep to them again."""
        if self._library is not None:
            self._library.indexer.pacer.hurried = hurried
            self.changed.emit()

    def set_rules(self, rules: Rules) -> None:
        """How fast it works on battery, and while others keep the computer busy."""
        if self._library is not None:
            self._library.indexer.pacer.rules = rules

    def prefer(self, folder: Path | None) -> None:
        """Does the files of this watched folder before others, since it is looked at."""
        if self._library is not None:
            self._library.indexer.looked_at = folder

    def look_again(self) -> None:
        """Looks for changes in all folders."""
        if self._library is not None:
            self._library.indexer.look()

    def _hear(self, progress: IndexingProgress) -> None:
        ended = progress.phase is not self.progress.phase and progress.phase is Phase.IDLE
        self.progress = progress
        self.changed.emit()
        if ended:
            self.ended.emit()

"""What the indexer is doing, as the window tells it, and the ways to hold it."""

from PySide6.QtCore import QObject, Signal

from mindseye.events import IndexingProgress, Phase
from mindseye.library import Library
from mindseye.ui.door import Door


class IndexingState(QObject):
    """The indexer of the open library, and the processor that the model runs on."""

    changed = Signal()
    """It is further, was paused or resumed, or the processor is known."""
    ended = Signal()
    """A pass came to its end."""

    def __init__(self, reader: Door) -> None:
        super().__init__()
        self.progress = IndexingProgress(Phase.LOOKING)
        self.provider = ""
        self._reader = reader
        self._library: Library | None = None
        self._provider_asked = False

    def take(self, library: Library, *, start: bool) -> None:
        """Follows the indexer of this library from now on, and starts it if so wished."""
        self._library = library
        self.progress = IndexingProgress(Phase.LOOKING if start else Phase.IDLE)
        self._reader.listen(library.events, IndexingProgress, self._hear)
        if start:
            self._reader.ask(lambda _: library.indexer.start(), lambda _: None)

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

    def look_again(self) -> None:
        """Looks for changes in all folders."""
        if self._library is not None:
            self._library.indexer.look()

    def forget_provider(self) -> None:
        """Another model answers: where it runs is to be asked again."""
        self.provider, self._provider_asked = "", False
        self.changed.emit()

    def ask_provider(self) -> None:
        """Finds out, once a model, which processor it runs on."""
        library = self._library
        if library is not None and not self._provider_asked:
            self._provider_asked = True
            self._reader.ask(lambda _: library.model.provider, self._take_provider, lambda _: None)

    def _take_provider(self, provider: str) -> None:
        self.provider = provider
        self.changed.emit()

    def _hear(self, progress: IndexingProgress) -> None:
        ended = progress.phase is not self.progress.phase and progress.phase is Phase.IDLE
        self.progress = progress
        self.changed.emit()
        if ended:
            self.ended.emit()

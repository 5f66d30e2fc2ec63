"""The line that tells how far the indexer is, on standard error and only on a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from mindseye.events import IndexingProgress, Phase
from mindseye.library import Library
from mindseye.operations.wording import indexing_sentence


@contextmanager
def progress_shown(library: Library) -> Iterator[None]:
    """While it lasts the line tells what the library's indexer does."""
    line = ProgressLine()
    library.events.subscribe(IndexingProgress, line.show)
    try:
        yield
    finally:
        line.end()


class ProgressLine:
    """Keeps one line of the terminal up to date."""

    def __init__(self) -> None:
        self._on_terminal = sys.stderr.isatty()
        self._width = 0

    def show(self, progress: IndexingProgress) -> None:
        """Shows the state; a state that needs the user's attention is shown off a terminal as well."""
        text = indexing_sentence(progress)
        if self._on_terminal:
            sys.stderr.write("\r" + text.ljust(self._width))
            sys.stderr.flush()
            self._width = len(text)
        elif progress.phase is Phase.WAITING:
            sys.stderr.write(text + "\n")

    def end(self) -> None:
        """Clears the line."""
        if self._on_terminal and self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()

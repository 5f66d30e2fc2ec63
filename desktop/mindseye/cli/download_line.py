"""The line that tells how far a download is, on standard error and only on a terminal."""

import sys
import time
from collections.abc import Callable

from mindseye.clip.download import Step
from mindseye.operations.wording import duration

_PAUSE = 0.1
"""Seconds between two pictures of the line."""


class DownloadLine:
    """Keeps one line of the terminal up to date."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._on_terminal = sys.stderr.isatty()
        self._clock = clock
        self._width = 0
        self._began: tuple[float, int] | None = None
        self._shown = float("-inf")

    def show(self, step: Step) -> None:
        """Shows the state, a few times a second at most."""
        now = self._clock()
        self._began = self._began or (now, step.done)
        complete = step.done == step.total
        if not self._on_terminal or (now - self._shown < _PAUSE and not complete):
            return
        self._shown = now
        text = sentence(step, now - self._began[0], step.done - self._began[1])
        sys.stderr.write("\r" + text.ljust(self._width))
        sys.stderr.flush()
        self._width = len(text)

    def end(self) -> None:
        """Clears the line."""
        if self._on_terminal and self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()


def sentence(step: Step, seconds: float, fetched: int) -> str:
    """How far a download is, in one line.

    Args:
        step: the state.
        seconds: since this run of the program began to fetch.
        fetched: bytes that came in that time.
    """
    parts = [f"{step.done / 1e6:,.1f} of {step.total / 1e6:,.1f} MB" if step.total
             else f"{step.done / 1e6:,.1f} MB"]  # fmt: skip
    if seconds > 1 and fetched:
        rate = fetched / seconds
        parts.append(f"{rate / 1e6:.1f} MB/s")
        if step.total and step.total > step.done:
            parts.append(f"{duration((step.total - step.done) / rate)} left")
    return f"{step.file}: {', '.join(parts)}"

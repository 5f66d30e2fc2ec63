"""Thumbnails that have just come fade in from the colour of their place."""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from mindseye.ui.grid.thumbnails import Thumbnails

_SECONDS = 0.08
_FRAME_MILLISECONDS = 16


class Fades(QObject):
    """Which photographs are fading in, and how far they are."""

    def __init__(
        self, thumbnails: Thumbnails, repaint: Callable[[Iterable[int]], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.wanted = True
        """False where motion is unwelcome: thumbnails are there at once."""
        self._thumbnails, self._repaint = thumbnails, repaint
        self._fresh: set[int] = set()
        self._frames = QTimer(self)
        self._frames.setInterval(_FRAME_MILLISECONDS)
        self._frames.timeout.connect(self._step)

    @property
    def active(self) -> bool:
        """Whether a thumbnail is still fading in."""
        return self._frames.isActive()

    def begin(self, photo_id: int) -> None:
        """A thumbnail has come."""
        if self.wanted:
            self._fresh.add(photo_id)
            if not self._frames.isActive():
                self._frames.start()

    def opacity(self, age: float) -> float:
        """Of a thumbnail that came ``age`` seconds ago, 0 to 1."""
        return min(max(age / _SECONDS, 0.0), 1.0) if self.wanted else 1.0

    def _step(self) -> None:
        self._repaint(self._fresh)
        now = time.monotonic()
        found = ((photo_id, self._thumbnails.get(photo_id)) for photo_id in self._fresh)
        self._fresh = {
            photo_id for photo_id, thumbnail in found if thumbnail and now - thumbnail.came < _SECONDS
        }
        if not self._fresh:
            self._frames.stop()

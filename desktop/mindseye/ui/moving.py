"""Shows the frames of an animation one after the other, over and over."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from mindseye.ui.motion import Motion
from mindseye.ui.parts import single_shot


class Player(QObject):
    """Plays what it is given; where motion is unwelcome it waits to be told."""

    def __init__(self, show: Callable[[QImage], object], motion: Motion, parent: QObject) -> None:
        super().__init__(parent)
        self._show, self._motion = show, motion
        self._frames: Sequence[QImage] = ()
        self._milliseconds: Sequence[int] = ()
        self._at = 0
        self._timer = single_shot(self, 0, self._step)

    @property
    def playing(self) -> bool:
        """Whether something moves."""
        return self._timer.isActive()

    def play(self, frames: Sequence[QImage], milliseconds: Sequence[int]) -> None:
        """Plays frames, each as long as it asks."""
        self._frames, self._milliseconds, self._at = frames, milliseconds, 0
        if self._motion.welcome:
            self.toggle()

    def toggle(self) -> None:
        """Holds what moves, or lets it go on."""
        if self._timer.isActive():
            self._timer.stop()
        elif self._frames:
            self._timer.start(self._milliseconds[self._at])

    def stop(self) -> None:
        """There is nothing to play any more."""
        self._timer.stop()
        self._frames, self._milliseconds = (), ()

    def _step(self) -> None:
        self._at = (self._at + 1) % len(self._frames)
        self._show(self._frames[self._at])
        self._timer.start(self._milliseconds[self._at])

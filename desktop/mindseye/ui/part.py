"""What the window's parts that work for themselves have in common."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from mindseye.library import Library
from mindseye.ui.door import Door


class Part(Protocol):
    """Works on the library with a worker of its own, from when it is opened until the window ends."""

    @property
    def told(self) -> SignalInstance:
        """Emits what is to be told, a sentence."""

    @property
    def idle(self) -> bool:
        """Whether everything that was asked for is done."""

    def take(self, library: Library) -> None:
        """The library is open."""

    def end(self) -> None:
        """Ends what is under way."""


class UnseenPart(QObject):
    """A part that is no widget, with one door to its worker."""

    told = Signal(str)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """``name`` is that of the worker's threads."""
        super().__init__(parent)
        self._library: Library | None = None
        self.door = Door(name)
        self.door.went_wrong.connect(self.told)

    def take(self, library: Library) -> None:
        """The library is open."""
        self._library = library

    def end(self) -> None:
        """Ends what is under way."""
        self.door.close()

    @property
    def idle(self) -> bool:
        """Whether everything that was asked for is done."""
        return self.door.idle

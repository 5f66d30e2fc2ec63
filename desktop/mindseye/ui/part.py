"""What the window's parts that work for themselves have in common."""

from typing import Protocol

from PySide6.QtCore import SignalInstance

from mindseye.library import Library


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

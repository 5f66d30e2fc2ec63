"""A page of the window that does its own work: how the window and such a page speak to each other."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from mindseye.library import Library
from mindseye.ui.places import OwnPage


class DeskPage(QFrame):
    """What fills the middle of the window in place of photos, with work and worker threads of its own.

    A page is added by listing it in ``Window``; the window shows it at its place, tells it when the library
    is open, when it is entered and when the library changed, and ends it before the library is closed.
    """

    place: ClassVar[OwnPage]
    """Where in the window it is."""

    told = Signal(str)
    """Something to tell in a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")

    def take(self, library: Library) -> None:
        """The library is open."""
        raise NotImplementedError

    def enter(self) -> None:
        """It is to be seen from now on: what it shows is read anew."""
        raise NotImplementedError

    def renew(self) -> None:
        """The library changed while it is to be seen."""

    def end(self) -> None:
        """Ends its work; the library is closed next."""
        raise NotImplementedError

    @property
    def idle(self) -> bool:
        """Whether it shows everything that it asked for."""
        raise NotImplementedError

"""Files that the desktop hands to the running program, as macOS does instead of starting it once more."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class OpenedFiles(QObject):
    """Hears an application being told to open files; to be installed as its event filter."""

    called = Signal(object)
    """The paths that were handed over."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.called.emit([Path(event.file())])
            return True
        return super().eventFilter(watched, event)

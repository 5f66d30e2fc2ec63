"""The window's life: made, opened on a library, closed cleanly."""

import gc
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from mindseye import paths
from mindseye.errors import MindseyeError
from mindseye.library import Library
from mindseye.operations.open_library import library_folder, open_library
from mindseye.settings import Settings
from mindseye.ui.dropping import meaning_of_files
from mindseye.ui.first_window import FirstWindow
from mindseye.ui.grid.accessible import let_readers_see_grids
from mindseye.ui.language import speak
from mindseye.ui.opened_files import OpenedFiles
from mindseye.ui.places import Page
from mindseye.ui.screen import Screen
from mindseye.ui.theme import Theme
from mindseye.ui.unseen import has_display
from mindseye.ui.window import Window

_LOOK_MILLISECONDS = 30
_WAITING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def run_window(library: Path | None, model: str | None, given: Sequence[Path] = ()) -> int:
    """Opens the window on a library (by default the user's own) and runs until it is closed.

    Folders and pictures that are given are taken as if they had been dropped on the window.

    Where the library has a window already, that one takes what is given and comes forward.

    Gives the exit status: 1 when the library could not be opened, which the window shows.

    Raises:
        InputError: the settings are damaged.
        MindseyeError: there is nothing to show a window on.
    """
    if not has_display() and "QT_QPA_PLATFORM" not in os.environ:
        raise MindseyeError(
            "There is no display to open the window on. The commands need none: mindseye --help"
        )
    settings = Settings.load(paths.settings_file())
    application = make_application()
    speak(application, settings.language)
    first = FirstWindow.claim(library_folder(library), given)
    if first is None:
        return 0
    opened = OpenWindow(application, settings, lambda: open_library(library, model=model))
    opened.take_when_open(given)
    first.called.connect(opened.come_forward)
    handed_over = OpenedFiles(application)
    handed_over.called.connect(opened.come_forward)
    application.installEventFilter(handed_over)
    spare_collector()
    opened.window.show()
    heartbeat = QTimer()
    heartbeat.setInterval(200)
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start()  # lets Python see signals: Ctrl+C in the terminal, the end of the session
    for ending in (signal.SIGINT, signal.SIGTERM):
        # Not at once: Python runs this between any two lines of ours, also while the window is being painted.
        signal.signal(ending, lambda *_: QTimer.singleShot(0, application.quit))
    application.exec()
    first.close()
    # Read again: the model may have been changed meanwhile.
    opened.window.keep(Settings.load(paths.settings_file())).save(paths.settings_file())
    return opened.close()


def spare_collector() -> None:
    """Has Python's collector of cycles pass over what is there for good: modules, classes, the window.

    A whole look at them takes some 50 milliseconds of whichever thread it falls to, again and again.
    """
    gc.freeze()


def make_application() -> QApplication:
    """The application, with its name and icon."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("mindseye")
    application.setApplicationDisplayName("Mindseye")
    application.setDesktopFileName("mindseye")
    let_readers_see_grids()
    application.setWindowIcon(QIcon(str(paths.resource("icons", "mindseye.svg"))))
    return application


class OpenWindow:
    """A window with what it stands on, and the order in which that ends."""

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        opening: Callable[[], Library],
        *,
        start_indexer: bool = True,
    ) -> None:
        self._application = application
        self.showing = Screen()
        self.theme = Theme(application, settings.theme)
        self.window = Window(self.showing, self.theme, settings)
        self.showing.open(opening, start_indexer=start_indexer)

    def take_when_open(self, given: Sequence[Path]) -> None:
        """Takes folders and pictures, as if they had been dropped, once the library is open."""
        if given:
            self.showing.opened.connect(lambda: self.window.requests.take(meaning_of_files(given)))

    def come_forward(self, given: Sequence[Path]) -> None:
        """Another start of the program: the window is shown above others and takes what that was given."""
        window = self.window
        if window.isMinimized():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if given and self.showing.library is not None:
            window.requests.take(meaning_of_files(given))
        else:
            self.take_when_open(given)

    def close(self) -> int:
        """Hides the window, ends its work, closes the library; gives the exit status."""
        failed = self.showing.page is Page.FAILED
        self.window.hide()
        self.window.end()
        self.showing.close()
        self.window.deleteLater()
        return 1 if failed else 0

    def wait_until_shown(self, *, seconds: float = 60.0) -> bool:
        """Runs the window until everything asked for is to be seen; says whether it came to that in time."""
        ends = time.monotonic() + seconds
        calm = 0
        beat = QTimer()
        beat.start(_LOOK_MILLISECONDS)
        while calm < 3 and time.monotonic() < ends:
            self._application.processEvents(_WAITING)
            calm = calm + 1 if self.window.idle and self.showing.page is not Page.OPENING else 0
        return calm >= 3

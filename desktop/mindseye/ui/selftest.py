"""The window's part of the self test: it opens on a library, shows all photos, searches, and closes."""

import os
import time
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from mindseye.errors import MindseyeError
from mindseye.operations.open_library import open_library
from mindseye.operations.selftest import WORDS
from mindseye.operations.wording import photos
from mindseye.settings import Settings
from mindseye.ui.application import OpenWindow, make_application
from mindseye.ui.unseen import has_display


def check_window(library: Path, model: str | None) -> str:
    """Opens and closes the window, in memory where there is no display; gives a line about it.

    Raises:
        MindseyeError: the library cannot be opened, or its photos were not shown.
    """
    if not has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    opened = OpenWindow(
        make_application(), Settings(), lambda: open_library(library, model=model), start_indexer=False
    )
    window, screen = opened.window, opened.showing
    window.show()
    shown = opened.wait_until_shown()
    seconds = time.monotonic() - began
    count = len(screen.tiles)
    screen.searching.search_words(WORDS)
    answered = opened.wait_until_shown() and screen.searching.answer is not None
    failure = screen.failure
    opened.close()
    if failure:
        raise MindseyeError(failure, path=library)
    if not (shown and count and answered):
        raise MindseyeError(f"The window showed {photos(count)} and did not come to rest.", path=library)
    platform = QGuiApplication.platformName()
    return f"window: {photos(count)} shown after {seconds:.1f} s, searched and closed ({platform})"

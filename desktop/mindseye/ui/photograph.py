"""A picture of the window, for machines without a display and for looking at."""

import os
from pathlib import Path

from mindseye.errors import MindseyeError
from mindseye.operations.open_library import open_library
from mindseye.settings import Settings
from mindseye.ui.application import OpenWindow, make_application
from mindseye.ui.unseen import pass_on_what_matters


def photograph_window(library: Path, target: Path, *, model: str | None = None, words: str = "") -> None:
    """Opens the window on a library, waits until everything is shown, and saves a picture of it as PNG.

    Nothing is indexed. Where there is no display the caller sets ``QT_QPA_PLATFORM=offscreen``.

    Args:
        library: the library's folder.
        target: the PNG file.
        model: the name or folder of the model.
        words: what to search for; nothing shows all photos.

    Raises:
        MindseyeError: the library cannot be opened, or the picture cannot be written.
    """
    pass_on_what_matters()
    application = make_application()
    opened = OpenWindow(
        application, Settings(), lambda: open_library(library, model=model), start_indexer=False
    )
    window = opened.window
    window.resize(1280, 800)
    window.show()
    opened.wait_until_shown()
    if words:
        window.showing.searching.search_words(words)
        opened.wait_until_shown()
    saved = window.grab().save(os.fspath(target), "PNG")
    failure = window.showing.failure
    opened.close()
    if failure:
        raise MindseyeError(failure, path=library)
    if not saved:
        raise MindseyeError(f"The picture of the window cannot be written to {target}.", path=target)

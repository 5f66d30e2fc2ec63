"""What ``make run`` does: opens the window on some photographs, or shows the same job without a screen.

    run.py [FOLDER]

Without FOLDER it takes the user's picture folder when that holds pictures, else the sample pictures.
"""

import os
import subprocess
import sys
from pathlib import Path

from mindseye import paths
from mindseye.errors import MindseyeError
from mindseye.folders.walk import walk
from mindseye.imaging import PICTURE_SUFFIXES
from mindseye.operations.open_library import open_library
from mindseye.operations.watched_folders import add_folders
from mindseye.tasks import CancelToken

WORDS = "snow mountain"
PICTURE = Path("build", "window.png")


def main(arguments: list[str]) -> int:
    samples = paths.resource("samples", "pictures")
    photos = Path(arguments[0]).expanduser() if arguments else _own_pictures() or samples
    # The samples get a library of their own, so that they never mix with the user's photographs.
    library = paths.data_home() / "sample-library" if photos == samples else paths.default_library()
    print(f"Photographs: {photos}\nLibrary:     {library}", flush=True)
    try:
        with open_library(library) as opened:
            add_folders(opened, [photos])
    except MindseyeError as error:
        print(error.message, file=sys.stderr)
        return 2
    if _has_display():
        return _mindseye("--library", str(library))
    print("There is no display, so here is the same on the command line.", flush=True)
    for command in (
        ["index", str(photos)],
        ["tags"],
        ["search", WORDS, "--limit", "8"],
    ):
        print(f"\n$ mindseye {' '.join(command)}", flush=True)
        status = _mindseye(*command, "--library", str(library))
        if status:
            return status
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from mindseye.ui.photograph import photograph_window

    PICTURE.parent.mkdir(exist_ok=True)
    photograph_window(library, PICTURE, words=WORDS)
    print(f"\nA picture of the window: {PICTURE.resolve()}")
    return 0


def _own_pictures() -> Path | None:
    folder = paths.pictures_folder()
    try:
        return folder if walk(folder, PICTURE_SUFFIXES, CancelToken()).files else None
    except OSError:
        return None


def _has_display() -> bool:
    if sys.platform in {"darwin", "win32"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _mindseye(*arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", "mindseye", *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

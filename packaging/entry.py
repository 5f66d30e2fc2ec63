"""Where the finished program starts; ``mindseye.spec`` freezes this file."""

import os
import sys

from mindseye.__main__ import main


def hide_own_libraries() -> None:
    """Keeps other programs (a browser, a file manager, ExifTool) from loading the libraries of this one.

    PyInstaller's loader puts them into ``LD_LIBRARY_PATH``; this process has read it, and others inherit it.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    elif getattr(sys, "frozen", False):
        os.environ.pop("LD_LIBRARY_PATH", None)


if __name__ == "__main__":
    hide_own_libraries()
    sys.exit(main())

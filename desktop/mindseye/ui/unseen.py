"""A window that nobody sees: whether it would be one, and what Qt says of every one of them."""

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_OF_EVERY_WINDOW = "This plugin does not support propagateSizeHints()"


def has_display() -> bool:
    """Whether a window would be seen; on Linux the session says so."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def pass_on_what_matters() -> None:
    """From now on Qt's messages go to standard error, but for that one."""
    qInstallMessageHandler(_pass_on)


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if message != _OF_EVERY_WINDOW:
        sys.stderr.write(message + "\n")

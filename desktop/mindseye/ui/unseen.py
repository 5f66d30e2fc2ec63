"""A window that nobody sees: what Qt says of every one of them is not passed on."""

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_OF_EVERY_WINDOW = "This plugin does not support propagateSizeHints()"


def pass_on_what_matters() -> None:
    """From now on Qt's messages go to standard error, but for that one."""
    qInstallMessageHandler(_pass_on)


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if message != _OF_EVERY_WINDOW:
        sys.stderr.write(message + "\n")

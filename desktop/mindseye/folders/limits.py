"""What the system allows in the way of watching."""

import ctypes
import errno
import os
import sys
from pathlib import Path

_IN_DELETE_SELF = 0x400


def can_watch_more(folder: Path) -> bool:
    """Whether the system would watch one more folder; True where it has no such bound, or does not tell.

    On Linux there are only so many inotify watches for a user, one for each folder on every depth, and
    watchdog passes over the sub-folders that it gets none for. Only a try shows whether there are any left.
    """
    if sys.platform != "linux":
        return True
    system = ctypes.CDLL(None, use_errno=True)
    instance = system.inotify_init1(os.O_CLOEXEC)
    if instance < 0:
        return True
    try:
        watch = system.inotify_add_watch(instance, os.fsencode(folder), _IN_DELETE_SELF)
        return watch >= 0 or ctypes.get_errno() != errno.ENOSPC
    finally:
        os.close(instance)

"""A file read in place, whose pages do not stay in the process's memory for ever.

A page that was read once counts as memory of the process until it is let go of, though the system keeps it in
its cache anyway. A graph is read all over, so after some searches all of a large file would be in use. To let
go of it costs no reading from the disk while the system has it: a search after that takes some 10 ms longer.
"""

import mmap
import os
import time
from pathlib import Path

PAGES_KEPT = 256 << 20
"""Bytes of file pages that may come into the process's memory before those of a mapped file are let go of."""

PAUSE_SECONDS = 0.25
"""The least time from one letting go to the next, so that searches in a row do not pay for it each time."""

_AT_ONCE = 32 << 20
"""Bytes given back at a time: a millisecond or two in which no other thread of Python runs."""

_STATM = Path("/proc/self/statm")


class MappedFile:
    """A whole file as read-only memory. Safe to use from several threads, until it is closed."""

    def __init__(self, path: Path) -> None:
        """Maps it.

        Raises:
            OSError: it cannot be read.
            ValueError: it is empty.
        """
        with path.open("rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if hasattr(mmap, "MADV_RANDOM"):
            # Each hop of a search leads elsewhere: what lies behind it need not be read ahead.
            self.memory.madvise(mmap.MADV_RANDOM)
        self._can_grow = len(self.memory) > PAGES_KEPT and hasattr(mmap, "MADV_DONTNEED")
        self._floor = _file_bytes()
        self._looked = time.monotonic()

    def keep_small(self) -> None:
        """Lets go of the file's pages when many have come (Linux); they are read again when needed."""
        now = time.monotonic()
        if not self._can_grow or now - self._looked < PAUSE_SECONDS:
            return
        self._looked = now
        if _file_bytes() - self._floor <= PAGES_KEPT:
            return
        for start in range(0, len(self.memory), _AT_ONCE):
            self.memory.madvise(mmap.MADV_DONTNEED, start, min(_AT_ONCE, len(self.memory) - start))
        self._floor = _file_bytes()

    def close(self) -> None:
        """Unmaps it; nothing may read it any more."""
        self.memory.close()


def _file_bytes() -> int:
    """The bytes of mapped files that are in this process's memory; 0 where the system does not say."""
    try:
        shared = _STATM.read_text(encoding="ascii").split()[2]
    except OSError:
        return 0
    return int(shared) * os.sysconf("SC_PAGE_SIZE")

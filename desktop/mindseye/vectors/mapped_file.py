"""A file read in place, whose pages do not stay in the process's memory for ever.

A page that was read once counts as memory of the process until it is let go of, though the system keeps it in
its cache anyway. A graph is read all over, so after some searches all of a large file would be in use. To let
go of it costs no reading from the disk while the system has it.
"""

import mmap
import os
import threading
import time
from pathlib import Path

PAGES_KEPT = 256 << 20
"""Bytes of file pages that may come into the process's memory before those of a mapped file are let go of."""

QUIET_SECONDS = 1.0
"""How long nobody must have read a file that is read whole before it is let go of: the next search has to
bring all of it back, and searches in a row shall not pay for that."""

_AT_ONCE = 32 << 20
"""Bytes given back at a time: a millisecond or two in which no other thread of Python runs."""

_STATM = Path("/proc/self/statm")


class MappedFile:
    """A whole file as read-only memory. Safe to use from several threads, until it is closed."""

    def __init__(self, path: Path, *, whole: bool = False) -> None:
        """Maps it; ``whole`` is for a file that each search reads from end to end.

        Raises:
            OSError: it cannot be read.
            ValueError: it is empty.
        """
        with path.open("rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if not whole and hasattr(mmap, "MADV_RANDOM"):
            # Each hop of a search leads elsewhere: what lies behind it need not be read ahead.
            self.memory.madvise(mmap.MADV_RANDOM)
        self._whole = whole
        self._can_grow = (whole or len(self.memory) > PAGES_KEPT) and hasattr(mmap, "MADV_DONTNEED")
        self._floor = _file_bytes()
        self._lock = threading.Lock()
        self._read = 0.0
        self._timer: threading.Timer | None = None

    def keep_small(self) -> None:
        """To be called after reading: lets go of pages when they are many, or once all is quiet (Linux)."""
        if not self._can_grow:
            return
        with self._lock:
            self._read = time.monotonic()
            if not self._whole:
                if _file_bytes() - self._floor > PAGES_KEPT:
                    self._drop_pages()
            elif self._timer is None:
                self._wait(QUIET_SECONDS)

    def let_go(self) -> None:
        """Lets go of every page now; to be called after something went through all of the file."""
        with self._lock:
            if self._can_grow:
                self._drop_pages()

    def close(self) -> None:
        """Unmaps it; nothing may read it any more."""
        with self._lock:
            self._can_grow = False
            timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
            timer.join()
        self.memory.close()

    def _wait(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._when_quiet)
        self._timer.name, self._timer.daemon = "index-pages", True
        self._timer.start()

    def _when_quiet(self) -> None:
        with self._lock:
            if self._timer is None:  # closed meanwhile
                return
            self._timer = None
            left = self._read + QUIET_SECONDS - time.monotonic()
            if left > 0:
                self._wait(left)
            else:
                self._drop_pages()

    def _drop_pages(self) -> None:
        for start in range(0, len(self.memory), _AT_ONCE):
            self.memory.madvise(mmap.MADV_DONTNEED, start, min(_AT_ONCE, len(self.memory) - start))
        self._floor = _file_bytes()


def _file_bytes() -> int:
    """The bytes of mapped files that are in this process's memory; 0 where the system does not say."""
    try:
        shared = _STATM.read_text(encoding="ascii").split()[2]
    except OSError:
        return 0
    return int(shared) * os.sysconf("SC_PAGE_SIZE")

"""Decoding for the indexer: ordinary files here, the others where they can do no harm, all in the journal.

What a process of its own costs a photo, and so which files go there, is in ``tests/benchmarks/README.md``.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from mindseye import imaging
from mindseye.decoding import Decoder
from mindseye.errors import UnreadablePictureError
from mindseye.imaging import Picture
from mindseye.indexing.journal import Journal

SET_ASIDE = (
    "Mindseye ended without a word while it decoded this file, twice. It is left alone until you retry it."
)
_CRASHES = 2

FILE_BYTES = 256 * 1024**2
"""Bytes of files in memory at a time, unless a single one is larger."""

PIXEL_BYTES = 256 * 1024**2
"""Bytes of pixels being decoded in this process at a time."""


class Budget:
    """A number of bytes that threads share; one that needs more than there is waits until it is alone."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._taken = 0
        self._condition = threading.Condition()

    @contextmanager
    def hold(self, amount: int) -> Iterator[None]:
        """Waits until there is room for ``amount`` and keeps it."""
        with self._condition:
            self._condition.wait_for(lambda: not self._taken or self._taken + amount <= self._total)
            self._taken += amount
        try:
            yield
        finally:
            with self._condition:
                self._taken -= amount
                self._condition.notify_all()


class CarefulDecoder:
    """Decodes the files of one pass. Safe to use from several threads."""

    def __init__(self, decoder: Decoder, journal: Journal, crashes: Mapping[bytes, int]) -> None:
        """Takes what it works with.

        Args:
            decoder: the processes for files that are not ordinary.
            journal: where it stands what is being decoded.
            crashes: how often Mindseye ended while it decoded a content, by hash.
        """
        self._decoder = decoder
        self._journal = journal
        self._crashes = crashes
        self._pixels = Budget(PIXEL_BYTES)
        self.files = Budget(FILE_BYTES)
        """To be held by who has a file in memory."""

    def decode(self, data: bytes, content_hash: bytes, *, shortest: int) -> Picture:
        """Decodes as ``imaging.decode`` does.

        Raises:
            UnreadablePictureError: as there, and for a content that ended the program twice.
            Cancelled: the library is being closed.
        """
        crashes = self._crashes.get(content_hash, 0)
        if crashes >= _CRASHES:
            raise UnreadablePictureError(SET_ASIDE)
        needed = imaging.decoding_bytes(data) if not crashes else None
        with self._journal.decoding(content_hash):
            if needed is None:
                return self._decoder.decode(data, shortest=shortest)
            with self._pixels.hold(needed):
                return imaging.decode(data, shortest=shortest)

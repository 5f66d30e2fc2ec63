"""Decoding for the indexer: ordinary files here and in the journal, the others where they can do no harm.

A content that was being decoded here when Mindseye ended is decoded in a process of its own from then on, and
refused when it ends that too. What is decoded there is not in the journal: it cannot end the program, and a
file that happens to be in flight whenever somebody kills the program is not to be blamed for it.

What a process of its own costs a photo, and so which files go there, is in ``tests/benchmarks/README.md``.
"""

import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from mindseye import imaging, machine
from mindseye.decoding import Decoder
from mindseye.imaging import Picture
from mindseye.indexing.journal import Journal

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

    def __init__(self, decoder: Decoder, journal: Journal, suspects: Collection[bytes]) -> None:
        """Takes what it works with.

        Args:
            decoder: the processes for files that are not ordinary.
            journal: where it stands what is being decoded in this process.
            suspects: the hashes of contents that were being decoded when Mindseye ended.
        """
        self._decoder = decoder
        self._journal = journal
        self._suspects = frozenset(suspects)
        machine.give_large_blocks_back()  # or what was freed would still take memory
        self._pixels = Budget(PIXEL_BYTES)
        self.files = Budget(FILE_BYTES)
        """To be held by who has a file in memory."""

    def decode(self, data: bytes, content_hash: bytes, *, shortest: int) -> Picture:
        """Decodes as ``imaging.decode`` does.

        Raises:
            UnreadablePictureError: as there, and for what crashes or takes too long or too much.
            Cancelled: the library is being closed.
        """
        needed = imaging.decoding_bytes(data) if content_hash not in self._suspects else None
        if needed is None:
            return self._decoder.decode(data, shortest=shortest)
        with self._journal.decoding(content_hash), self._pixels.hold(needed):
            return imaging.decode(data, shortest=shortest)

"""Which contents are being decoded at this moment, in a small file that outlives the process.

A decoder that kills the program leaves its content's hash there. The file is written in place and never
synced: what a process has written stays when the process dies, and a power cut tells nothing about a file.
That is two writes of 16 bytes for a photo.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from mindseye.errors import CatalogError
from mindseye.phrases import Phrase

HASH_BYTES = 16
_NOTHING = bytes(HASH_BYTES)


class Journal:
    """The journal of one pass; only who holds the library's indexing lock may open it."""

    def __init__(self, path: Path) -> None:
        """Reads what a crash left behind, and begins anew.

        Raises:
            CatalogError: the file cannot be written.
        """
        self._path = path
        self._lock = threading.Lock()
        self._free: list[int] = []
        self._slots = 0
        try:
            self._file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, 0o600), "r+b", buffering=0)
            content = self._file.read() or b""
        except OSError as error:
            raise CatalogError(
                Phrase(
                    "The library's journal {path} cannot be written ({error}). Check the folder's "
                    "permissions, or choose a library on another disk.",
                    path=path,
                    error=error.strerror,
                ),
                path=path,
            ) from error
        slots = (content[at : at + HASH_BYTES] for at in range(0, len(content), HASH_BYTES))
        self.left = sorted({slot for slot in slots if len(slot) == HASH_BYTES and slot != _NOTHING})
        """The hashes of contents that were being decoded when the process before ended."""

    def begin(self) -> None:
        """Forgets what was left; to be called when it has been taken note of elsewhere."""
        self._file.truncate(0)

    @contextmanager
    def decoding(self, content_hash: bytes) -> Iterator[None]:
        """While it lasts the content with this hash stands in the journal."""
        with self._lock:
            slot = self._free.pop() if self._free else self._slots
            self._slots = max(self._slots, slot + 1)
            self._put(slot, content_hash)
        try:
            yield
        finally:
            with self._lock:
                self._put(slot, _NOTHING)
                self._free.append(slot)

    def close(self) -> None:
        """Ends the journal: nothing is being decoded any more."""
        self._file.close()
        self._path.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _put(self, slot: int, content_hash: bytes) -> None:
        # On a full disk there is no journal; the catalog is the one to tell of it.
        with suppress(OSError):
            self._file.seek(slot * HASH_BYTES)
            self._file.write(content_hash)


_BINARY = getattr(os, "O_BINARY", 0)

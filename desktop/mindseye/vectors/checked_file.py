"""A file that knows whether it is whole: behind its content lie checksums of its pieces and a seal.

usearch loads damaged files without complaint, and passes over what follows its own data, so the seal
can lie in the same file and both are replaced in one rename. Each piece has a checksum of its own, so
that what must be right before it is used can be checked at once, and the rest of a large file later.
"""

import io
import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import xxhash

_MAGIC = b"MEYE2"
_FOOTER = struct.Struct("<5sQ16sQqQ16s")
_PIECE = 4 << 20
_DIGEST = 16


@dataclass(frozen=True, slots=True)
class Seal:
    """What is known of a sealed file's content."""

    count: int
    """Entries that can be found in it."""
    token: bytes = bytes(16)
    """16 bytes that no other file has."""
    sequence: int = 0
    """The last change of the catalog that is in it."""
    churn: int = 0
    """Entries that were taken out of it since it was made from nothing."""


class SealedFile:
    """A sealed file, open for checking."""

    def __init__(self, path: Path) -> None:
        """Reads the seal; ``seal`` is None when there is none or the file has another length than it says."""
        self.seal: Seal | None = None
        self.length = 0
        """Bytes of the content."""
        self._path = path
        self._digests: list[bytes] = []
        try:
            with path.open("rb") as file:
                self._read_footer(file.fileno())
        except OSError:
            self.seal = None

    def is_whole(self, start: int = 0, stop: int | None = None) -> bool:
        """Whether every piece that touches the bytes from ``start`` to ``stop`` is as it was written."""
        if self.seal is None:
            return False
        first = start // _PIECE
        last = -(-(self.length if stop is None else min(stop, self.length)) // _PIECE)
        try:
            with self._path.open("rb", buffering=0) as file:
                file.seek(first * _PIECE)
                buffer = memoryview(bytearray(_PIECE))
                for number in range(first, last):
                    wanted = min(_PIECE, self.length - number * _PIECE)
                    _fill(file.readinto, buffer[:wanted])
                    if xxhash.xxh3_128_digest(buffer[:wanted]) != self._digests[number]:
                        return False
        except OSError:
            return False
        return True

    def _read_footer(self, descriptor: int) -> None:
        size = os.fstat(descriptor).st_size
        if size < _FOOTER.size:
            return
        os.lseek(descriptor, size - _FOOTER.size, os.SEEK_SET)
        magic, length, token, count, sequence, churn, expected = _FOOTER.unpack(
            os.read(descriptor, _FOOTER.size)
        )
        table = -(-length // _PIECE) * _DIGEST
        if magic != _MAGIC or length + table + _FOOTER.size != size:
            return
        os.lseek(descriptor, length, os.SEEK_SET)
        stored = os.read(descriptor, table)
        if _footer_digest(stored, length, token, count, sequence, churn) != expected:
            return
        self.length = length
        self._digests = [stored[place : place + _DIGEST] for place in range(0, table, _DIGEST)]
        self.seal = Seal(count, token, sequence, churn)


def write_sealed(path: Path, write: Callable[[Path], None], seal: Seal) -> None:
    """Replaces ``path`` by what ``write`` puts into the file it is given, with checksums and seal behind it.

    A crash at any moment leaves the old file or the new one.

    Raises:
        OSError: it cannot be written; the old file stays, and nothing half-written beside it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".part")
    try:
        write(temporary)
        with temporary.open("r+b", buffering=0) as file:
            _append_seal(file, seal)
        temporary.replace(path)
    except BaseException:
        if temporary.is_file():  # it must not fill the disk that was too full for it
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def _append_seal(file: io.FileIO, seal: Seal) -> None:
    length = os.fstat(file.fileno()).st_size
    digests = bytearray()
    buffer = memoryview(bytearray(_PIECE))
    for start in range(0, length, _PIECE):
        piece = buffer[: min(_PIECE, length - start)]
        _fill(file.readinto, piece)
        digests += xxhash.xxh3_128_digest(piece)
    facts = (length, seal.token, seal.count, seal.sequence, seal.churn)
    left = memoryview(digests + _FOOTER.pack(_MAGIC, *facts, _footer_digest(bytes(digests), *facts)))
    file.seek(0, os.SEEK_END)
    while left:
        left = left[file.write(left) :]
    os.fsync(file.fileno())


def _footer_digest(digests: bytes, length: int, token: bytes, count: int, sequence: int, churn: int) -> bytes:
    facts = _FOOTER.pack(_MAGIC, length, token, count, sequence, churn, bytes(_DIGEST))
    return xxhash.xxh3_128_digest(digests + facts)


def _fill(read: Callable[[memoryview], int | None], buffer: memoryview) -> None:
    """Reads until the buffer is full."""
    while buffer:
        count = read(buffer)
        if not count:
            raise OSError("the file ends before it should")
        buffer = buffer[count:]


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # folders cannot be opened there, and renames are journalled
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

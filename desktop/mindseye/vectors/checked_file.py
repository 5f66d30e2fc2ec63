"""A file that knows whether it is whole: its last bytes hold a count and a checksum of the rest.

usearch loads damaged files without complaint, and passes over what follows its own data, so the seal
can lie in the same file and both are replaced in one rename.
"""

import os
import struct
from collections.abc import Callable
from pathlib import Path

import xxhash

_MAGIC = b"MEYE1"
_SEAL = struct.Struct("<5sQ16s")
_CHUNK = 1 << 20


def write_sealed(path: Path, write: Callable[[Path], None], *, count: int) -> None:
    """Replaces ``path`` by what ``write`` puts into the file it is given, with a seal behind it.

    A crash at any moment leaves the old file or the new one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".part")
    write(temporary)
    with temporary.open("r+b") as file:
        digest = _digest(file.fileno(), os.fstat(file.fileno()).st_size)
        file.seek(0, os.SEEK_END)
        file.write(_SEAL.pack(_MAGIC, count, digest))
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    _sync_folder(path.parent)


def sealed_count(path: Path) -> int | None:
    """The count in the seal of a file that is there and whole, else None."""
    try:
        with path.open("rb") as file:
            length = os.fstat(file.fileno()).st_size - _SEAL.size
            if length < 0:
                return None
            digest = _digest(file.fileno(), length)
            file.seek(length)
            magic, count, expected = _SEAL.unpack(file.read(_SEAL.size))
    except OSError:
        return None
    return int(count) if magic == _MAGIC and digest == expected else None


def _digest(descriptor: int, length: int) -> bytes:
    state = xxhash.xxh3_128()
    with open(descriptor, "rb", buffering=0, closefd=False) as file:
        file.seek(0)
        buffer = bytearray(_CHUNK)
        view = memoryview(buffer)
        left = length
        while left > 0:
            read = file.readinto(view[: min(left, _CHUNK)])
            if not read:
                break
            state.update(view[:read])
            left -= read
    return state.digest()


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # folders cannot be opened there, and renames are journalled
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""Files that are there whole or not at all: written under another name beside their place, then put there."""

import errno
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Gives a file to write that takes the place of ``path`` when the block ends well, with its permissions.

    A crash at any moment leaves the old file or the new one; a link at ``path`` stays one.

    Raises:
        OSError: it cannot be written, or what is there is no ordinary file; the old one stays, and nothing
            half-written beside it.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "It is no ordinary file", str(path))
    with _beside(target) as temporary:
        yield temporary
        with suppress(FileNotFoundError):
            shutil.copymode(target, temporary)
        _sync(temporary)
        temporary.replace(target)


@contextmanager
def making(path: Path) -> Iterator[Path]:
    """Gives a file to write that gets the name ``path`` when the block ends well, if nothing has it.

    Raises:
        FileExistsError: something has it, before or after the block.
        OSError: it cannot be written; nothing is left of it.
    """
    if os.path.lexists(path):
        raise _taken(path)
    with _beside(path) as temporary:
        yield temporary
        give_free_name(temporary, path)


def give_free_name(file: Path, name: Path) -> None:
    """Gives a file a name in its folder unless something has it already.

    Raises:
        FileExistsError: something has.
        OSError: it cannot be renamed.
    """
    try:
        os.link(file, name)
    except FileExistsError:
        raise
    except OSError:  # a disk without links: the gap between asking and moving cannot be closed there
        if os.path.lexists(name):
            raise _taken(name) from None
        file.rename(name)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    # Short, as the name itself may be as long as names can be.
    temporary = path.parent / f".{os.getpid()}-{threading.get_ident()}.part"
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _taken(path: Path) -> FileExistsError:
    return FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))

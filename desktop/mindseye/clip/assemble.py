"""Putting a model folder together out of sight, and making it visible as a whole."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from mindseye.clip.installed import UNFINISHED
from mindseye.errors import InputError, ModelError
from mindseye.phrases import Phrase

SPARE_BYTES = 64 * 1024**2
"""Room that must be left on the disk."""

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


@contextmanager
def assembling(home: Path, name: str) -> Iterator[Path]:
    """The folder in which the model ``name`` is put together; one process at a time.

    Raises:
        ModelError: another process is at it, or the folder cannot be made.
    """
    folder = home / f"{name}{UNFINISHED}"
    try:
        home.mkdir(parents=True, exist_ok=True)
        with FileLock(home / f".{name}.lock", timeout=0):
            folder.mkdir(exist_ok=True)
            yield folder
    except Timeout as error:
        raise ModelError(
            Phrase("Another Mindseye is getting the model {name} right now.", name=name)
        ) from error
    except OSError as error:
        raise ModelError(
            Phrase(
                "The model {name} cannot be put into {home}: {error}.",
                name=name,
                home=home,
                error=error.strerror or error,
            ),
            path=home,
        ) from error


def publish(folder: Path, final: Path) -> None:
    """Makes a finished folder visible under its name; a damaged one of that name gives way.

    Raises:
        OSError: it cannot be renamed.
    """
    if final.exists():
        retired = final.with_name(f"{final.name}.old{UNFINISHED}")
        shutil.rmtree(retired, ignore_errors=True)
        final.replace(retired)
        folder.replace(final)
        shutil.rmtree(retired, ignore_errors=True)
    else:
        folder.replace(final)
    if os.name == "posix":
        handle = os.open(final.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def check_room(home: Path, needed: int) -> None:
    """Asks for disk space before anything is written.

    Raises:
        ModelError: there is too little.
    """
    there = next(folder for folder in (home, *home.parents) if folder.is_dir())
    free = shutil.disk_usage(there).free
    if free < needed + SPARE_BYTES:
        wanted = (needed + SPARE_BYTES) / 1e6
        raise ModelError(
            Phrase(
                "The disk of {home} has {free:,.0f} MB free; {wanted:,.0f} MB are needed.",
                home=home,
                free=free / 1e6,
                wanted=wanted,
            ),
            path=home,
        )


def check_name(name: str) -> str:
    """The name of a model, which is that of its folder too.

    Raises:
        InputError: it cannot be one.
    """
    if not _NAME.fullmatch(name) or name.endswith(UNFINISHED):
        raise InputError(
            Phrase(
                "{name} cannot name a model: use small letters, digits, points and dashes, at most 64.",
                name=repr(name),
            )
        )
    return name

"""Walking a folder for picture files, without opening any."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from mindseye.folders.excludes import NOTHING, Excludes
from mindseye.tasks import CancelToken

_LITTER = frozenset(
    {
        b"@eaDir", b"#recycle", b"#snapshot", b"$RECYCLE.BIN", b"RECYCLER", b"System Volume Information",
        b"lost+found", b"__MACOSX", b"Thumbs.db", b"desktop.ini",
    }
)  # fmt: skip
_SEPARATOR = os.fsencode(os.sep)
INODE_BITS = (1 << 63) - 1
"""What SQLite can store; some network and pooled file systems use more."""


class SeenFile(NamedTuple):
    """A file as the file system shows it; ``path`` is relative to the folder, as the system's bytes."""

    path: bytes
    size: int
    mtime_ns: int
    inode: int


@dataclass(slots=True)
class Walk:
    """What a walk found."""

    files: dict[bytes, SeenFile] = field(default_factory=dict)
    unreadable: list[bytes] = field(default_factory=list)
    """Sub-folders that could not be listed; nothing is known of what lies below them."""
    linked: list[Path] = field(default_factory=list)
    """Folders that links below the folder lead to; a watch on the folder does not reach them."""


def is_away(folder: Path) -> bool:
    """Whether the folder itself cannot be listed: unplugged, unmounted, deleted or forbidden."""
    try:
        with os.scandir(folder):
            return False
    except OSError:
        return True


def walk(
    folder: Path,
    suffixes: Iterable[str],
    token: CancelToken,
    excludes: Excludes = NOTHING,
    *,
    without: Path | None = None,
) -> Walk:
    """Lists the files below ``folder`` with one of these suffixes (lower case, with the dot), in any case.

    Hidden files and folders, what operating systems leave behind, and what is excluded are passed over. Links
    to folders are followed, each real folder once, so that a loop ends; a folder that is reached by its own
    path has that one.

    Args:
        folder: where to begin.
        suffixes: ends of the names that are wanted.
        token: calls it off.
        excludes: patterns of what is left out.
        without: a folder that is left out, by whatever path it is reached.

    Raises:
        Cancelled: the token was cancelled.
        OSError: the folder itself cannot be listed.
    """
    wanted = frozenset(map(os.fsencode, suffixes))
    found = Walk()
    visited: set[tuple[int, int]] = set()
    if without is not None:
        with suppress(OSError):
            facts = without.stat()
            visited.add((facts.st_dev, facts.st_ino))
    below, links = [b""], list[bytes]()
    while below or links:
        token.check()
        relative = below.pop() if below else links.pop()
        here = Path(folder, os.fsdecode(relative))
        try:
            facts = here.stat()
            if (facts.st_dev, facts.st_ino) in visited:
                continue
            visited.add((facts.st_dev, facts.st_ino))
            with os.scandir(os.fsencode(here)) as entries:
                _sort(entries, relative, wanted, excludes, found, below, links)
        except OSError:
            if not relative:
                raise
            found.unreadable.append(relative)
    return found


def _sort(
    entries: "Iterable[os.DirEntry[bytes]]",
    relative: bytes,
    wanted: frozenset[bytes],
    excludes: Excludes,
    found: Walk,
    below: list[bytes],
    links: list[bytes],
) -> None:
    """Takes what one folder holds; it is in this loop that a look at many files spends its time."""
    files, before = found.files, relative + _SEPARATOR if relative else b""
    for entry in entries:
        name = entry.name
        if name.startswith(b".") or name in _LITTER:
            continue
        path = before + name
        try:
            if entry.is_dir():
                if not excludes or not excludes.leaves_out(_spoken(path), is_folder=True):
                    if entry.is_symlink():
                        links.append(path)
                        found.linked.append(Path(os.fsdecode(os.path.realpath(entry.path))))
                    else:
                        below.append(path)
                continue
            if name[name.rfind(b".") :].lower() not in wanted:
                continue
            if excludes and excludes.leaves_out(_spoken(path), is_folder=False):
                continue
            facts = entry.stat()
        except OSError:
            # A dangling link, or gone since it was listed.
            continue
        if stat.S_ISREG(facts.st_mode):
            # On Windows a listing carries no inode; 0 then stands for "unknown".
            fields = (path, facts.st_size, facts.st_mtime_ns, facts.st_ino & INODE_BITS)
            files[path] = tuple.__new__(SeenFile, fields)  # in half the time that SeenFile(...) takes


def _spoken(path: bytes) -> str:
    """A path as patterns speak of it."""
    return os.fsdecode(path).replace(os.sep, "/")

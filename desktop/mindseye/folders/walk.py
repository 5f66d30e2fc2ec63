"""Walking a folder for picture files, without opening any."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mindseye.folders.excludes import NOTHING, Excludes
from mindseye.tasks import CancelToken

_LITTER = frozenset(
    {
        "@eaDir", "#recycle", "#snapshot", "$RECYCLE.BIN", "RECYCLER", "System Volume Information",
        "lost+found", "__MACOSX", "Thumbs.db", "desktop.ini",
    }
)  # fmt: skip
_SEPARATOR = os.fsencode(os.sep)
INODE_BITS = (1 << 63) - 1
"""What SQLite can store; some network and pooled file systems use more."""


@dataclass(frozen=True, slots=True)
class SeenFile:
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
    folder: Path, wanted: Callable[[str], bool], token: CancelToken, excludes: Excludes = NOTHING
) -> Walk:
    """Lists the files below ``folder`` whose name is ``wanted``.

    Hidden files and folders, what operating systems leave behind, and what is excluded are passed over. Links
    to folders are followed, each real folder once, so that a loop ends.

    Raises:
        Cancelled: the token was cancelled.
        OSError: the folder itself cannot be listed.
    """
    found = Walk()
    visited: set[tuple[int, int]] = set()
    below = [b""]
    while below:
        token.check()
        relative = below.pop()
        here = Path(folder, os.fsdecode(relative))
        try:
            facts = here.stat()
            if (facts.st_dev, facts.st_ino) in visited:
                continue
            visited.add((facts.st_dev, facts.st_ino))
            with os.scandir(os.fsencode(here)) as entries:
                for entry in entries:
                    _sort(entry, relative, wanted, excludes, found, below)
        except OSError:
            if not relative:
                raise
            found.unreadable.append(relative)
    return found


def _sort(
    entry: "os.DirEntry[bytes]",
    relative: bytes,
    wanted: Callable[[str], bool],
    excludes: Excludes,
    found: Walk,
    below: list[bytes],
) -> None:
    name = os.fsdecode(entry.name)
    if name.startswith(".") or name in _LITTER:
        return
    path = relative + _SEPARATOR + entry.name if relative else entry.name
    try:
        if entry.is_dir():
            if not excludes or not excludes.leaves_out(_spoken(path), is_folder=True):
                below.append(path)
                if entry.is_symlink():
                    found.linked.append(Path(os.fsdecode(os.path.realpath(entry.path))))
            return
        if not wanted(name) or (excludes and excludes.leaves_out(_spoken(path), is_folder=False)):
            return
        facts = entry.stat()
    except OSError:
        # A dangling link, or gone since it was listed.
        return
    if stat.S_ISREG(facts.st_mode):
        # On Windows a listing carries no inode; 0 then stands for "unknown".
        found.files[path] = SeenFile(path, facts.st_size, facts.st_mtime_ns, facts.st_ino & INODE_BITS)


def _spoken(path: bytes) -> str:
    """A path as patterns speak of it."""
    return os.fsdecode(path).replace(os.sep, "/")

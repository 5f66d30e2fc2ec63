"""Taking files out of the trash again, where the system keeps one that says where they came from.

On Linux that is the trash of freedesktop.org (Trash specification 1.0): beside each file lies a note with the
path that it had. Windows and macOS have no such thing for programs; there the user takes files out by hand.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from mindseye.library import Library

_NOTE = ".trashinfo"


@dataclass(frozen=True, slots=True)
class PutBack:
    """What is where it was, and what is not."""

    back: tuple[Path, ...]
    left: tuple[Path, ...]
    """Files that are no longer in the trash, or whose place is taken."""


def can_put_back() -> bool:
    """Whether this system's trash tells where its files came from."""
    return sys.platform.startswith(("linux", "freebsd"))


def put_back(library: Library, paths: Sequence[Path]) -> PutBack:
    """Moves files from the trash to where they were, and lets the indexer look; nothing is embedded anew.

    A file whose place is taken by another meanwhile stays in the trash.
    """
    back = [path for path in paths if _put_back(path)]
    if back:
        library.indexer.look()
    return PutBack(tuple(back), tuple(path for path in paths if path not in back))


def _put_back(path: Path) -> bool:
    if path.exists():
        return False
    for note, file in _candidates(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(file, path)
            note.unlink(missing_ok=True)
        except OSError:
            continue
        return True
    return False


def _candidates(path: Path) -> Iterator[tuple[Path, Path]]:
    """What was thrown away from a path: its note and the file itself, the latest first."""
    found: list[tuple[float, Path, Path]] = []
    for trash, top in _trashes(path):
        for note in _listed(trash / "info"):
            file = trash / "files" / note.name.removesuffix(_NOTE)
            if note.name.endswith(_NOTE) and _origin(note, top) == path and os.path.lexists(file):
                found.append((note.stat().st_mtime, note, file))
    yield from ((note, file) for _, note, file in sorted(found, reverse=True))


def _trashes(path: Path) -> Iterator[tuple[Path, Path]]:
    """The trashes that a file may be in, and what the paths of their notes are relative to."""
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    yield home / "Trash", Path("/")
    top = path.parent
    while not os.path.ismount(top) and top != top.parent:
        top = top.parent
    user = os.getuid() if hasattr(os, "getuid") else 0
    yield top / ".Trash" / str(user), top
    yield top / f".Trash-{user}", top


def _listed(folder: Path) -> Iterable[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return ()


def _origin(note: Path, top: Path) -> Path | None:
    try:
        lines = note.read_bytes().splitlines()
    except OSError:
        return None
    for line in lines:
        if line.startswith(b"Path="):
            return top / os.fsdecode(unquote(line[5:].decode("ascii", "replace"), errors="surrogateescape"))
    return None

"""Putting files into the system's trash. Nothing is ever deleted outright."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mindseye.catalog import beside, copies, files
from mindseye.catalog.copies import PlacedFile
from mindseye.events import PhotosChanged
from mindseye.library import Library

PutAway = Callable[[Path], None]
"""Moves one file to the trash, or raises OSError."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that stays where it is, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Trashed:
    """What went to the trash, and what did not."""

    moved: tuple[Path, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """Of files that are nearly the same: which one certainly stays, and which go."""

    keep: int
    """The id of a file."""
    spare: tuple[int, ...]
    """Ids of files."""


def put_away(path: Path) -> None:
    """Moves a file to the system's trash.

    Raises:
        OSError: it is not there, or there is no trash for its drive.
    """
    # Imported when it is needed: it looks for parts of the desktop.
    from send2trash import send2trash

    send2trash(path)


def files_of(library: Library, photo_ids: Sequence[int]) -> list[PlacedFile]:
    """Every file of these photos in a folder that is there, in the order of the photos."""
    with library.catalog.read() as connection:
        placed = copies.of_photos(connection, photo_ids)
    return [file for each in photo_ids if each in placed for file in placed[each].files if file.online]


def move_to_trash(library: Library, file_ids: Sequence[int], *, put: PutAway = put_away) -> Trashed:
    """Puts files of the library into the trash; the library forgets them at once.

    A raw file that is one item with one of them goes along.

    A file that changed since it was looked at, or is not there, stays and is told of.

    Raises:
        CatalogError: the library cannot be written; what went to the trash is found missing at the next look.
    """
    with library.catalog.read() as connection:
        going = [*file_ids, *beside.raw_files(connection, file_ids)]
        known = copies.files(connection, going)
    return _move(library, [known[each] for each in dict.fromkeys(going) if each in known], [], put)


def clear_duplicates(library: Library, decisions: Iterable[Decision], *, put: PutAway = put_away) -> Trashed:
    """Puts the spare files of groups into the trash, each group only if the file that stays is really there.

    Raises:
        CatalogError: the library cannot be written; what went to the trash is found missing at the next look.
    """
    decided = list(decisions)
    concerned = [each for decision in decided for each in (decision.keep, *decision.spare)]
    with library.catalog.read() as connection:
        known = copies.files(connection, concerned)
    going: list[PlacedFile] = []
    refused: list[Refusal] = []
    for decision in decided:
        spare = [known[each] for each in decision.spare if each in known and each != decision.keep]
        kept = known.get(decision.keep)
        reason = "the one to keep is not known any more" if kept is None else _trouble(kept)
        if reason:
            refused += [Refusal(file.path, f"It stays, since {_of_kept(kept, reason)}.") for file in spare]
        else:
            going += spare
    return _move(library, going, refused, put)


def _of_kept(kept: PlacedFile | None, reason: str) -> str:
    return reason if kept is None else f"{kept.path.name}, which was to be kept, {reason}"


def _move(library: Library, going: Sequence[PlacedFile], refused: list[Refusal], put: PutAway) -> Trashed:
    moved: list[PlacedFile] = []
    try:
        for file in going:
            reason = _trouble(file)
            if reason:
                refused.append(Refusal(file.path, f"It {reason}."))
                continue
            try:
                put(file.path)
            except OSError as error:
                refused.append(Refusal(file.path, f"The trash did not take it ({error.strerror or error})."))
            else:
                moved.append(file)
    finally:
        if moved:
            library.catalog.write(lambda connection: files.remove(connection, [file.id for file in moved]))
            library.sync_index()
            library.events.publish(PhotosChanged(other=True))
    return Trashed(tuple(file.path for file in moved), tuple(refused))


def _trouble(file: PlacedFile) -> str:
    """Why a file is not what the library knows; empty when it is."""
    try:
        facts = file.path.stat()
    except OSError:
        return "is not there now"
    if (facts.st_size, facts.st_mtime_ns) != (file.size, file.mtime_ns):
        return "changed since it was looked at"
    return ""

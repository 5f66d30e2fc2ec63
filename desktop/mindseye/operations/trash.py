"""Putting files into the system's trash. Nothing is ever deleted outright."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mindseye.catalog import beside, copies, files
from mindseye.catalog.copies import PlacedFile
from mindseye.events import PhotosChanged
from mindseye.library import Library
from mindseye.phrases import Phrase
from mindseye.tasks import CancelToken

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
    wanted = [known[each] for each in dict.fromkeys(going) if each in known]
    return move_files(library, wanted, put=put, token=CancelToken(), report=lambda _: None)


def move_files(
    library: Library,
    going: Sequence[PlacedFile],
    *,
    put: PutAway,
    token: CancelToken,
    report: Callable[[float], None],
) -> Trashed:
    """Puts known files into the trash one after the other; the library forgets at once which went.

    Args:
        library: where they are known.
        going: the files as they were when they were looked at; one that is not like that any more stays.
        put: moves one of them.
        token: ends it between two files; what went by then is told.
        report: told which share is done, 0 to 1.

    Raises:
        CatalogError: the library cannot be written; what went is found missing at the next look.
    """
    moved: list[PlacedFile] = []
    refused: list[Refusal] = []
    try:
        for number, file in enumerate(going):
            if token.cancelled:
                break
            report(number / len(going))
            reason = trouble(file)
            if reason:
                refused.append(Refusal(file.path, Phrase("It {reason}.", reason=reason)))
                continue
            try:
                put(file.path)
            except OSError as error:
                refused.append(
                    Refusal(
                        file.path,
                        Phrase("The trash did not take it ({error}).", error=error.strerror or error),
                    )
                )
            else:
                moved.append(file)
    finally:
        if moved:
            library.catalog.write(lambda connection: files.remove(connection, [file.id for file in moved]))
            library.sync_index()
            library.events.publish(PhotosChanged(other=True))
    return Trashed(tuple(file.path for file in moved), tuple(refused))


def trouble(file: PlacedFile) -> str:
    """Why a file is not what the library knows, as it follows its name; empty when it is."""
    try:
        facts = file.path.stat()
    except OSError:
        return Phrase("is not there now", "a file")
    if (facts.st_size, facts.st_mtime_ns) != (file.size, file.mtime_ns):
        return Phrase("changed since it was looked at", "a file")
    return ""

"""Adding folders to a library and taking them away."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from mindseye.catalog import Connection, folders
from mindseye.catalog.folders import Folder
from mindseye.errors import InputError
from mindseye.events import FoldersChanged, PhotosChanged
from mindseye.folders import excludes
from mindseye.folders.polling import Polled
from mindseye.library import Library
from mindseye.phrases import Phrase


def list_folders(library: Library) -> list[Folder]:
    """The watched folders, by path."""
    with library.catalog.read() as connection:
        return folders.all_folders(connection)


def check_folders(given: Sequence[Path]) -> list[Path]:
    """The real, absolute paths of folders that can be added; needs no library.

    Raises:
        InputError: one of them is no folder, or cannot be listed.
    """
    return [_checked(path) for path in given]


def add_folders(library: Library, given: Sequence[Path]) -> list[Folder]:
    """Watches folders from now on; gives those that hold them (a folder may lie in a watched one).

    A folder that holds watched ones takes over their files, so nothing is indexed again. The indexer
    is not asked to look; the caller does that.

    Raises:
        InputError: one of them is no folder, or cannot be listed; none is added then.
    """
    wanted = check_folders(given)

    def store(connection: Connection) -> list[Folder]:
        for path in wanted:
            _add(connection, path)
        # Asked for last: a folder of the list may hold one that stands before it.
        watched = folders.all_folders(connection)
        return [next(each for each in watched if path.is_relative_to(each.path)) for path in wanted]

    added = library.catalog.write(store)
    library.events.publish(FoldersChanged())
    return added


def remove_folder(library: Library, folder_id: int) -> None:
    """Stops watching a folder. Its photos leave the library; no file is touched."""
    library.catalog.write(lambda connection: folders.remove(connection, folder_id))
    library.sync_index()
    library.events.publish(FoldersChanged())
    library.events.publish(PhotosChanged(other=True))


def set_excludes(library: Library, folder_id: int, patterns: Iterable[str]) -> tuple[str, ...]:
    """Leaves out what these patterns name (``folders.excludes``) and nothing else; gives those that count.

    Photos that are left out cannot be found any more, and cost nothing when they are let in again. The
    indexer is asked to look.

    Raises:
        InputError: one of them is no pattern that this version understands.
        CatalogError: the library cannot be written.
    """
    kept = excludes.clean(patterns)
    library.catalog.write(lambda connection: folders.set_excludes(connection, folder_id, kept))
    library.events.publish(FoldersChanged())
    library.indexer.look()
    return kept


def folder_at(library: Library, path: Path) -> Folder:
    """The watched folder that is this path.

    Raises:
        InputError: the library watches no such folder.
    """
    wanted = path.expanduser().absolute()
    for folder in list_folders(library):
        if folder.path in {wanted, Path(os.path.realpath(wanted))}:
            return folder
    raise InputError(
        Phrase("The library has no folder {path}. See those it has: mindseye folders", path=path), path=path
    )


def polled_folders(library: Library) -> dict[Path, Polled]:
    """The folders that are looked at by the clock, or would be where nobody watches: how often, why."""
    return library.indexer.polled


def _checked(path: Path) -> Path:
    try:
        resolved = path.expanduser().resolve()
        there = resolved.exists()
    except (OSError, RuntimeError) as error:  # a name that is too long, links in a circle, no such user
        raise InputError(Phrase("There is no folder {path}.", path=path), path=path) from error
    if not there:
        raise InputError(Phrase("There is no folder {path}.", path=path), path=path)
    if not resolved.is_dir():
        raise InputError(Phrase("{path} is a file, not a folder.", path=path), path=path)
    if not os.access(resolved, os.R_OK | os.X_OK):
        raise InputError(
            Phrase("The folder {path} cannot be read: its permissions forbid it.", path=path), path=path
        )
    return resolved


def _add(connection: Connection, path: Path) -> None:
    watched = folders.all_folders(connection)
    if any(path.is_relative_to(folder.path) for folder in watched):
        return
    added = folders.add(connection, path)
    for folder in watched:
        if folder.path.is_relative_to(path):
            folders.absorb(connection, added, folder)

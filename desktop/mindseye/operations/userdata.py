"""Everything people said of photos, out into one JSON file and in again: nothing is locked in."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mindseye import __version__
from mindseye.catalog import Connection, history, userdata
from mindseye.catalog.history import Entry
from mindseye.catalog.userdata import MalformedError, Merge
from mindseye.errors import InputError
from mindseye.events import PhotosChanged
from mindseye.library import Library
from mindseye.whole_files import replacing

FORMAT = "mindseye-userdata"
VERSION = 1
"""Of the form; a file of a newer one is refused."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to, or would come to."""

    merge: Merge
    rows: int
    """What changes in the catalog."""
    entry: Entry | None
    """Undoes all of it; None where nothing changed, or it was tried only."""


class _OnlyTriedError(Exception):
    """Rolls an import back that was to be tried only."""


def export_userdata(library: Library, path: Path) -> int:
    """Writes everything people said into a file; gives how many photos something is said of.

    Raises:
        InputError: the file cannot be written.
        CatalogError: the library cannot be read.
    """
    with library.catalog.read() as connection:
        said = userdata.collect(connection)
    value = {"format": FORMAT, "version": VERSION, "program": f"Mindseye {__version__}"} | said
    try:
        with replacing(path) as temporary, temporary.open("w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, indent=1)
            file.write("\n")
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.", path=path) from error
    return len(said["photos"])


def import_userdata(
    library: Library, path: Path, *, theirs_first: bool = False, only_try: bool = False
) -> Imported:
    """Merges a file's word into the library as one entry of its history.

    What is not said here is added. Where the library says something else it stays so, or the file's word
    stands when it goes ``theirs_first``; nothing is taken away. Photos that the library does not hold are
    passed over: import the file again when they are there.

    Raises:
        InputError: the file cannot be read, or is no such file, or of a newer Mindseye; nothing changes then.
        CatalogError: the library cannot be written.
    """
    value = _read(path)
    merged: list[Merge] = []
    entries: list[Entry | None] = []

    def merge(connection: Connection) -> None:
        merged.append(userdata.merge(connection, value, theirs_first=theirs_first))

    def store(connection: Connection) -> None:
        words = f"importing {path.name}"
        entries.append(history.record(connection, merge, lambda _: words))
        if only_try:
            raise _OnlyTriedError

    try:
        library.catalog.write(store)
    except _OnlyTriedError:
        (tried,) = entries
        return Imported(merged[0], 0 if tried is None else tried.rows, None)
    except MalformedError as error:
        raise InputError(f"{path} is damaged: {error}.", path=path) from error
    (entry,) = entries
    if entry is not None:
        library.events.publish(PhotosChanged(other=True))
    return Imported(merged[0], 0 if entry is None else entry.rows, entry)


def _read(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", path=path) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is no JSON file ({error}).", path=path) from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise InputError(f"{path} was not written by: mindseye userdata export", path=path)
    version = value.get("version")
    if type(version) is not int or version < 1:
        raise InputError(f"{path} is damaged: it does not say its version.", path=path)
    if version > VERSION:
        raise InputError(f"{path} was written by a newer Mindseye. Update this one.", path=path)
    return value

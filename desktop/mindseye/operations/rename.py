"""Giving a photo's file another name. Everything said of the photo stays, and nothing is embedded anew."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from mindseye.catalog import Connection, files, folders, sidecars
from mindseye.errors import InputError
from mindseye.events import PhotosChanged
from mindseye.library import Library
from mindseye.phrases import Phrase

_FORBIDDEN = '<>:"|?*' if sys.platform == "win32" else ""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A file under its new name."""

    before: Path
    after: Path


def rename_photo(library: Library, path: Path, name: str) -> Renamed:
    """Renames a file of the library where it lies, and the sidecars that belong to it.

    Args:
        library: where the file is known.
        path: the file.
        name: the new name; the suffix may be left out, and cannot be changed.

    Raises:
        InputError: the name cannot be used, is taken, or the file cannot be renamed; all is as it was.
        CatalogError: the library cannot be written; all is as it was.
    """
    after = path.with_name(_checked(path, name))
    if after == path:
        return Renamed(path, path)
    with library.catalog.read() as connection:
        watched = folders.all_folders(connection)
        folder = next((each for each in watched if path.is_relative_to(each.path)), None)
        known = None
        if folder is not None:
            known = files.id_at(connection, folder.id, os.fsencode(path.relative_to(folder.path)))
    if folder is None or known is None:
        raise InputError(Phrase("{name} is not in the library any more.", name=path.name), path=path)
    moves = [(path, after), *_sidecars(path, after)]
    done: list[tuple[Path, Path]] = []
    try:
        for old, new in moves:
            _rename(old, new)
            done.append((old, new))

        def store(connection: Connection) -> None:
            place = os.fsencode(after.relative_to(folder.path))
            gone = files.id_at(connection, folder.id, place)
            if gone is not None and gone != known:  # not yet found missing
                files.remove(connection, [gone])
            files.move(connection, [(known, place)])
            for old, new in moves[1:]:
                sidecar = sidecars.at(connection, folder.id, os.fsencode(old.relative_to(folder.path)))
                if sidecar is not None:
                    sidecars.move(connection, [(sidecar.id, os.fsencode(new.relative_to(folder.path)))])

        library.catalog.write(store)
    except BaseException:
        for old, new in reversed(done):
            new.rename(old)
        raise
    library.events.publish(PhotosChanged(other=True))
    return Renamed(path, after)


def _checked(path: Path, name: str) -> str:
    name = name.strip()
    if not name.casefold().endswith(path.suffix.casefold()):
        name += path.suffix
    stem = name[: len(name) - len(path.suffix)]
    if not stem.strip(". ") or any(each in name for each in ("/", "\\", "\0", *_FORBIDDEN)):
        raise InputError(
            Phrase("“{name}” cannot be the name of a file. Choose one without / and \\.", name=name),
            path=path,
        )
    return name


def _sidecars(path: Path, after: Path) -> list[tuple[Path, Path]]:
    """The sidecars that go with a file: its own, and one of its name without suffix that is nobody else's."""
    found: list[tuple[Path, Path]] = []
    for suffix in (".xmp", ".XMP"):
        own = path.with_name(path.name + suffix)
        if own.exists():
            found.append((own, after.with_name(after.name + suffix)))
        shared = path.with_suffix(suffix)
        ours = (path, shared, own)
        others = [each for each in path.parent.glob(f"{_literal(path.stem)}.*") if each not in ours]
        if shared.exists() and not others:
            found.append((shared, after.with_suffix(suffix)))
    return found


def _literal(name: str) -> str:
    return "".join(f"[{each}]" if each in "*?[" else each for each in name)


def _rename(old: Path, new: Path) -> None:
    # On a file system that takes no heed of case, another spelling of the same name is the same file.
    if new.exists() and not new.samefile(old):
        raise InputError(
            Phrase("There is a file called {name} already. Choose another name.", name=new.name), path=new
        )
    try:
        old.rename(new)
    except FileNotFoundError as error:
        away = Phrase(
            "{name} is not there now. It can be renamed when its drive or folder is back.", name=old.name
        )
        raise InputError(away, path=old) from error
    except OSError as error:
        raise InputError(
            Phrase("{name} cannot be renamed ({error}).", name=old.name, error=error.strerror), path=old
        ) from error

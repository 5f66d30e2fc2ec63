"""Taking over what sidecars say of photos: those that are new or have changed since they were read."""

import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mindseye import xmp
from mindseye.catalog import Catalog, Connection, file_labels, files, folders, sidecars
from mindseye.catalog.files import KnownFile
from mindseye.catalog.folders import Folder
from mindseye.imaging import RAW_SUFFIXES
from mindseye.metadata import FileLabels

log = logging.getLogger(__name__)

_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class _Due:
    """A sidecar that is to be read for some photos."""

    file: KnownFile
    photo_ids: list[int]


@dataclass(frozen=True, slots=True)
class _Read:
    """What a sidecar says, or why it cannot be read."""

    due: _Due
    labels: FileLabels | None
    problem: str = ""


def read_sidecars(catalog: Catalog, folder_ids: Sequence[int]) -> int:
    """Reads the sidecars of some folders that have news for a photo; gives how many.

    Nothing is embedded again. A sidecar that is damaged is set aside until it changes.

    Raises:
        CatalogError: the library cannot be written.
    """
    done = 0
    with catalog.read() as connection:
        watched = [each for each in folders.all_folders(connection) if each.id in folder_ids and each.online]
    for folder in watched:
        with catalog.read() as connection:
            due = list(_due(connection, folder))
        for start in range(0, len(due), _AT_ONCE):
            tried = (_read(folder.path, each) for each in due[start : start + _AT_ONCE])
            read = [found for found in tried if found is not None]
            catalog.write(partial(_store, read=read))
            done += len(read)
    return done


def owners(known_files: dict[bytes, int | None], known: Iterable[bytes]) -> dict[bytes, list[int]]:
    """The photos that each sidecar of a folder belongs to.

    Args:
        known_files: the photo of each picture file, by path.
        known: the paths of the sidecars.
    """
    found: dict[bytes, list[int]] = {path: [] for path in known}
    places: dict[str, tuple[list[str], list[str]]] = {}
    for path in known:
        where, name = os.path.split(os.fsdecode(path))
        places.setdefault(where, ([], []))[1].append(name)
    for path in known_files:
        where, name = os.path.split(os.fsdecode(path))
        if where in places:
            places[where][0].append(name)
    for where, (pictures, names) in places.items():
        for picture, its in xmp.sidecar_names(pictures, names, RAW_SUFFIXES).items():
            photo_id = known_files[os.fsencode(Path(where, picture))]
            if photo_id is not None:
                for name in its:
                    found[os.fsencode(Path(where, name))].append(photo_id)
    return {path: list(dict.fromkeys(photo_ids)) for path, photo_ids in found.items()}


def _due(connection: Connection, folder: Folder) -> Iterator[_Due]:
    known = sidecars.known(connection, folder.id)
    if not known:
        return
    belongs = owners(files.photos_of_folder(connection, folder.id), known)
    read = sidecars.last_read(connection, folder.id)
    refused = sidecars.refused(connection, folder.id)
    for path, file in known.items():
        now = (file.size, file.mtime_ns)
        waiting = [photo_id for photo_id in belongs[path] if read.get((file.id, photo_id)) != now]
        if waiting and file.id not in refused:
            yield _Due(file, waiting)


def _read(folder: Path, due: _Due) -> _Read | None:
    """None where the file cannot be read now, or is being written; a later pass takes it."""
    path = folder / os.fsdecode(due.file.path)
    try:
        if path.stat().st_size > xmp.LARGEST:
            return _Read(due, None, "too large")
        data = path.read_bytes()
    except OSError:
        return None
    if len(data) != due.file.size:
        return None
    try:
        return _Read(due, xmp.read(data))
    except xmp.PacketError as error:
        log.info("%s is not read: %s", path, error.message)
        return _Read(due, None, error.message)


def _store(connection: Connection, *, read: Sequence[_Read]) -> None:
    for each in read:
        file = each.due.file
        if each.labels is None:
            sidecars.refuse(connection, file.id, each.problem)
            continue
        before = sidecars.readings(connection, file.id)
        for photo_id in each.due.photo_ids:
            last = before.get(photo_id)
            file_labels.merge(connection, photo_id, each.labels, None if last is None else last.labels)
            sidecars.remember(
                connection, file.id, photo_id, each.labels, size=file.size, mtime_ns=file.mtime_ns
            )

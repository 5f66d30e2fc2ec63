"""Which raw files belong to a picture of the same shot, by their names: the camera wrote both."""

import os
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from mindseye.catalog import Catalog, Connection, beside, folders
from mindseye.imaging import RAW_SUFFIXES

_WRITTEN_BESIDE = (".jpg", ".jpeg", ".heic", ".heif", ".hif", ".jpe")
"""What cameras write together with a raw file, the likeliest first."""


def pairs(paths: Iterable[bytes]) -> dict[bytes, bytes]:
    """The raw files that have a picture beside them, and which.

    Both lie in one folder and are called the same but for the suffix, in any letter case, as cameras and
    phones write them.
    """
    raws: dict[tuple[str, str], list[bytes]] = {}
    pictures: dict[tuple[str, str], list[tuple[int, bytes]]] = {}
    for path in paths:
        name = PurePath(os.fsdecode(path))
        suffix, shot = name.suffix.lower(), (str(name.parent), name.stem.casefold())
        if suffix in RAW_SUFFIXES:
            raws.setdefault(shot, []).append(path)
        elif suffix in _WRITTEN_BESIDE:
            pictures.setdefault(shot, []).append((_WRITTEN_BESIDE.index(suffix), path))
    both = raws.keys() & pictures.keys()
    return {raw: min(pictures[shot])[1] for shot in both for raw in raws[shot]}


def follow(connection: Connection, folder_id: int) -> None:
    """Makes one item of each raw file of a folder and its picture, if that is wished; parts the others."""
    if beside.wished(connection):
        readable = beside.readable(connection, folder_id)
        found = pairs(readable)
        wanted: Mapping[int, int] = {readable[raw]: readable[picture] for raw, picture in found.items()}
        beside.put(connection, folder_id, wanted)


def follow_all(catalog: Catalog, *, together: bool) -> None:
    """Makes one item, or two, of the raw file and the picture of each shot from now on.

    Raises:
        CatalogError: the library cannot be written.
    """

    def store(connection: Connection) -> None:
        beside.wish(connection, together=together)
        for folder in folders.all_folders(connection):
            if together:
                follow(connection, folder.id)
            else:
                beside.put(connection, folder.id, {})

    catalog.write(store)

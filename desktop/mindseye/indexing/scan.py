"""Bringing the catalog's files of one folder in line with the disk; no file is opened."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from mindseye import paths
from mindseye.catalog import Catalog, Connection, files, folders, sidecars
from mindseye.catalog.folders import Folder
from mindseye.folders.excludes import Excludes
from mindseye.folders.polling import differ
from mindseye.folders.reconcile import Plan, reconcile
from mindseye.folders.walk import Walk, is_away, walk
from mindseye.imaging import PICTURE_SUFFIXES
from mindseye.indexing import shots
from mindseye.tasks import CancelToken
from mindseye.xmp import SUFFIX as XMP_SUFFIX

SUFFIXES = PICTURE_SUFFIXES | {XMP_SUFFIX}
"""Ends of the names of files that matter, in lower case."""

_XMP = os.fsencode(XMP_SUFFIX)


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan of one folder changed."""

    plan: Plan
    """What became of the picture files."""
    sidecars: bool
    """Whether something became of sidecars."""
    online: bool
    turned: bool
    """Whether the folder went away or came back."""
    linked: tuple[Path, ...] = ()
    """Folders elsewhere that links in it lead to."""
    took: float = 0.0
    """Seconds that the walk took."""


def scan(catalog: Catalog, folder: Folder, token: CancelToken) -> Scan:
    """Walks a folder and stores what is new, changed, moved and gone.

    A folder that cannot be listed is marked as away; nothing in it is believed gone.

    Raises:
        Cancelled: the token was cancelled; nothing was stored.
    """
    if is_away(folder.path):
        return _away(catalog, folder)
    began = time.monotonic()
    try:
        seen = walk(
            folder.path, SUFFIXES, token, Excludes.of(folder.excludes),
            without=paths.kept_pictures(catalog.path.parent),
        )  # fmt: skip
    except OSError:  # pulled out while being walked
        return _away(catalog, folder)
    took = time.monotonic() - began
    slower = differ(took, folder.walk_seconds)
    with catalog.read() as connection:
        pictures, beside = _parted(seen)
        plan = reconcile(files.known(connection, folder.id), pictures)
        beside_plan = reconcile(sidecars.known(connection, folder.id), beside)

    def store(connection: Connection) -> bool:
        files.remove(connection, plan.gone)
        files.move(connection, plan.moved)
        files.restat(
            connection,
            ((file_id, file.size, file.mtime_ns, file.inode) for file_id, file in plan.changed),
        )
        files.add(
            connection,
            folder.id,
            ((file.path, file.size, file.mtime_ns, file.inode) for file in plan.new),
        )
        _store_sidecars(connection, folder.id, beside_plan)
        if not plan.empty:
            shots.follow(connection, folder.id)
        if slower:
            folders.set_walk_seconds(connection, folder.id, took)
        return folders.set_online(connection, folder.id, online=True)

    news = slower or not (plan.empty and beside_plan.empty and folder.online)
    turned = catalog.write(store) if news else False
    return Scan(
        plan,
        sidecars=not beside_plan.empty,
        online=True,
        turned=turned,
        linked=tuple(seen.linked),
        took=took,
    )


def _parted(seen: Walk) -> tuple[Walk, Walk]:
    """The picture files of a walk, and the sidecars."""
    beside = {path: file for path, file in seen.files.items() if path[-len(_XMP) :].lower() == _XMP}
    pictures = (
        {path: file for path, file in seen.files.items() if path not in beside} if beside else seen.files
    )
    return Walk(pictures, seen.unreadable), Walk(beside, seen.unreadable)


def _store_sidecars(connection: Connection, folder_id: int, plan: Plan) -> None:
    sidecars.remove(connection, plan.gone)
    sidecars.move(connection, plan.moved)
    there = [*plan.new, *(file for _, file in plan.changed)]
    sidecars.put(connection, folder_id, ((file.path, file.size, file.mtime_ns, file.inode) for file in there))


def _away(catalog: Catalog, folder: Folder) -> Scan:
    turned = catalog.write(lambda connection: folders.set_online(connection, folder.id, online=False))
    return Scan(Plan(), sidecars=False, online=False, turned=turned)

"""Bringing the catalog's files of one folder in line with the disk; no file is opened."""

from dataclasses import dataclass

from mindseye.catalog import Catalog, Connection, files, folders
from mindseye.catalog.folders import Folder
from mindseye.folders.reconcile import Plan, reconcile
from mindseye.folders.walk import is_away, walk
from mindseye.imaging import is_picture_name
from mindseye.tasks import CancelToken


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan of one folder changed."""

    plan: Plan
    online: bool
    turned: bool
    """Whether the folder went away or came back."""


def scan(catalog: Catalog, folder: Folder, token: CancelToken) -> Scan:
    """Walks a folder and stores what is new, changed, moved and gone.

    A folder that cannot be listed is marked as away; nothing in it is believed gone.

    Raises:
        Cancelled: the token was cancelled; nothing was stored.
    """
    if is_away(folder.path):
        return _away(catalog, folder)
    try:
        seen = walk(folder.path, is_picture_name, token)
    except OSError:  # pulled out while being walked
        return _away(catalog, folder)
    with catalog.read() as connection:
        plan = reconcile(files.known(connection, folder.id), seen)

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
        return folders.set_online(connection, folder.id, online=True)

    turned = catalog.write(store) if not plan.empty or not folder.online else False
    return Scan(plan, online=True, turned=turned)


def _away(catalog: Catalog, folder: Folder) -> Scan:
    turned = catalog.write(lambda connection: folders.set_online(connection, folder.id, online=False))
    return Scan(Plan(), online=False, turned=turned)

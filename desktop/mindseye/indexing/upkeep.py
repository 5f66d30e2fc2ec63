"""What keeps a library safe between passes: a copy of the catalog from time to time, and room on the disk."""

import logging
import shutil
import time
from pathlib import Path

from mindseye.catalog import Catalog, backups
from mindseye.catalog.rescue import mark_damaged
from mindseye.errors import CatalogError, DamagedCatalogError
from mindseye.tasks import CancelToken

log = logging.getLogger(__name__)

ROOM = 64 << 20
"""Free bytes from which on work that ended for want of room is taken up again."""


def back_up(catalog: Catalog, token: CancelToken) -> None:
    """Copies the catalog if a copy is due; what hinders it is told and stops nothing.

    Raises:
        Cancelled: called off meanwhile.
    """
    try:
        if backups.is_due(catalog.path, time.time()) and _has_room_for_copy(catalog.path):
            backups.make(catalog.path, lambda: token.cancelled)
    except DamagedCatalogError as error:
        mark_damaged(catalog.path)
        log.warning("%s", error.message)
    except CatalogError as error:
        log.warning("The catalog is not backed up now: %s", error.message)


def has_room(folder: Path) -> bool:
    """Whether the disk of a folder has room to go on."""
    try:
        return shutil.disk_usage(folder).free >= ROOM
    except OSError:
        return False


def _has_room_for_copy(catalog: Path) -> bool:
    """Whether a copy leaves room for the work that goes on."""
    try:
        return shutil.disk_usage(catalog.parent).free >= catalog.stat().st_size + ROOM
    except OSError:
        return False

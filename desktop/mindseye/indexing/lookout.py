"""When to look at the folders of a library: something was told of, their time has come, or they came back."""

import logging
import time
from collections.abc import Callable, Collection
from pathlib import Path

from mindseye.catalog import Catalog, folders
from mindseye.folders.limits import can_watch_more
from mindseye.folders.mounts import is_remote
from mindseye.folders.polling import Polled, Rounds, interval
from mindseye.folders.walk import is_away
from mindseye.folders.watch import NO_WATCHES, Watcher
from mindseye.indexing.scan import SUFFIXES
from mindseye.phrases import Phrase

log = logging.getLogger(__name__)

_REMOTE = Phrase("it lies on a drive whose changes are not told")


class Lookout:
    """Has the folders of a library watched, and knows by the clock which of them are to be looked at."""

    def __init__(self, catalog: Catalog, look: Callable[[], None]) -> None:
        """Prepares it.

        Args:
            catalog: knows the folders.
            look: called on another thread when something below a watched folder may have changed.
        """
        self._catalog = catalog
        self._look = look
        self._watcher: Watcher | None = None
        self._rounds = Rounds()
        self._linked: dict[Path, tuple[Path, ...]] = {}

    def start(self) -> None:
        """Begins to watch; which folders, ``follow`` says."""
        self._watcher = Watcher(lambda _: self._look(), SUFFIXES)

    def close(self) -> None:
        """Stops watching; ``look`` is not called any more once this returns."""
        if self._watcher is not None:
            self._watcher.close()

    @property
    def polled(self) -> dict[Path, Polled]:
        """The folders that are looked at by the clock, since nothing tells of changes: how often, why.

        Before ``start`` it says which would be, from where they lie and how long they took to walk last.
        """
        return self._foreseen() if self._watcher is None else self._rounds.polled

    def looked(self, folder: Path, *, linked: tuple[Path, ...], took: float) -> None:
        """Takes note that a folder was walked just now, where links in it lead, and how long it took."""
        self._linked[folder] = linked
        self._rounds.looked(folder, now=time.monotonic(), took=took)

    def due(self) -> set[Path]:
        """The folders that nothing was told of for so long that they are to be looked at."""
        return self._rounds.due(time.monotonic())

    def turned(self) -> bool:
        """Whether a folder went away or came back since it was looked at."""
        return any(is_away(folder.path) == folder.online for folder in self._folders())

    def follow(self) -> bool:
        """Watches the folders that are there now, and where links in them lead.

        What came back is watched before it is walked, so that nothing slips in between.

        Returns:
            Whether other folders than before are looked at by the clock, or for other reasons.
        """
        assert self._watcher is not None
        here = [folder.path for folder in self._folders() if not is_away(folder.path)]
        for gone in self._linked.keys() - set(here):
            del self._linked[gone]
        leads = {path: owner for owner, paths in self._linked.items() for path in paths}
        refused = self._watcher.watch([*here, *(path for path in leads if not _holds(here, path))])
        reasons: dict[Path, str] = {path: _REMOTE for path in here if is_remote(path)}
        reasons |= {leads.get(path, path): reason for path, reason in refused.items()}
        self._rounds.keep(here)
        news = self._rounds.cannot_watch(reasons)
        if news:
            for path, reason in reasons.items():
                log.info("%s is looked at by the clock: %s", path, reason)
        return news

    def _foreseen(self) -> dict[Path, Polled]:
        found: dict[Path, Polled] = {}
        for folder in self._folders():
            if is_remote(folder.path):
                found[folder.path] = Polled(interval(folder.walk_seconds), _REMOTE)
            elif folder.online and not can_watch_more(folder.path):
                found[folder.path] = Polled(interval(folder.walk_seconds), NO_WATCHES)
        return found

    def _folders(self) -> list[folders.Folder]:
        with self._catalog.read() as connection:
            return folders.all_folders(connection)


def _holds(folders: Collection[Path], path: Path) -> bool:
    """Whether one of the folders is the path or holds it."""
    return any(path.is_relative_to(folder) for folder in folders)

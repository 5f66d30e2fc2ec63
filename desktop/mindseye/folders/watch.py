"""Watching folders: says "look here" when something below one may have changed, and nothing more."""

import errno
import logging
import os
import threading
import time
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

from watchdog.events import EVENT_TYPE_MODIFIED, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from mindseye.folders.limits import can_watch_more
from mindseye.phrases import Phrase

QUIET_SECONDS = 0.4
"""A burst is over when nothing happened for so long; what was being copied in is written by then."""

LONGEST_SECONDS = 3.0
"""A burst that does not end is told in pieces of this length."""

_READING = frozenset({"opened", "closed_no_write"})
"""Events that our own reading causes; to answer them would never end."""

_NO_MORE = frozenset({errno.ENOSPC, errno.EMFILE, errno.ENFILE})
"""What the system says when it has no watches left."""

NO_WATCHES = Phrase("the system watches no more folders")
"""Why a folder is not watched, as a part of a sentence."""

_TELLING = ("watchdog.observers.inotify_c", "watchdog.observers.inotify")
"""Where watchdog says that the system's queue overflowed, which it does in no other way."""

# watchdog calls it an error when a change comes in while it is being stopped.
logging.getLogger("watchdog.observers.inotify").addFilter(
    lambda record: "thread is inactive" not in record.getMessage()
)

# It warns of a new folder that it found twice, by an event and by a look, which is as it should be.
warnings.filterwarnings("ignore", r"Callback with id .* already exists for watch", RuntimeWarning)

_RETRY_SECONDS = 600.0
"""How long the system is not asked again to watch a folder it refused: each try goes through all of it."""


class Watcher:
    """Watches folders with all that lies below them and tells of each burst of changes once.

    ``look`` is called with the folders concerned, on the thread ``watcher``.
    """

    def __init__(self, look: Callable[[frozenset[Path]], None], suffixes: Iterable[str]) -> None:
        """Watches nothing yet.

        Args:
            look: told of each burst.
            suffixes: ends (lower case, with the dot) of the names of files that matter; what happens to other
                files, such as the catalogs of this and other programs, is not told.
        """
        self._look = look
        self._suffixes = frozenset(suffixes)
        self._watches: dict[Path, ObservedWatch] = {}
        self._condition = threading.Condition()
        self._touched: set[Path] = set()
        self._last_touch = 0.0
        self._refused: dict[Path, float] = {}
        """When the system had no watch for a folder."""
        self._incomplete: dict[Path, float] = {}
        """Since when a folder is watched in part only."""
        self._closed = False
        self._observer: BaseObserver = Observer()
        self._gatherer = threading.Thread(target=self._gather, name="watcher", daemon=True)
        for name in _TELLING:
            logging.getLogger(name).addFilter(self._hear_of_loss)
        self._observer.start()
        self._gatherer.start()

    def watch(self, folders: Iterable[Path]) -> dict[Path, str]:
        """Watches exactly these folders from now on; tells for which that failed, in whole or in part.

        The reason is a part of a sentence: "the system watches no more folders".
        """
        wanted = set(folders)
        failed: dict[Path, str] = {}
        self._drop_lost()
        for folder in set(self._watches) - wanted:
            self._drop(folder)
        for folder in sorted(wanted - set(self._watches)):
            if time.monotonic() - self._refused.get(folder, -_RETRY_SECONDS) < _RETRY_SECONDS:
                failed[folder] = NO_WATCHES
                continue
            try:
                self._watches[folder] = self._observer.schedule(
                    _Toucher(folder, self._touch, self._suffixes), str(folder), recursive=True
                )
            except OSError as error:
                failed[folder] = _why(error)
                if error.errno in _NO_MORE:
                    self._refused[folder] = time.monotonic()
        self._find_incomplete()
        return failed | dict.fromkeys(self._incomplete, NO_WATCHES)

    def _find_incomplete(self) -> None:
        """Takes note of the folders that may have sub-folders for which there was no watch."""
        if self._watches and not can_watch_more(next(iter(self._watches))):
            now = time.monotonic()
            self._incomplete |= {folder: now for folder in self._watches if folder not in self._incomplete}

    def _drop_lost(self) -> None:
        """Gives up watches whose thread ended, since the folder went, and those worth another try."""
        living = {emitter.watch for emitter in self._observer.emitters if emitter.is_alive()}
        for folder in [each for each, watch in self._watches.items() if watch not in living]:
            self._drop(folder)
            self._touch(folder)
        long_ago = time.monotonic() - _RETRY_SECONDS
        for folder in [each for each, since in self._incomplete.items() if since <= long_ago]:
            if can_watch_more(folder):
                self._drop(folder)
                self._touch(folder)  # for what happened in between
            else:
                self._incomplete[folder] = time.monotonic()

    def _drop(self, folder: Path) -> None:
        self._observer.unschedule(self._watches.pop(folder))
        self._incomplete.pop(folder, None)

    def _hear_of_loss(self, record: logging.LogRecord) -> bool:
        """Has all folders looked at when watchdog says that the system told it not of everything."""
        lost = "overflow" in str(record.msg)
        for folder in list(self._watches) if lost else ():
            self._touch(folder)
        return not lost

    def close(self) -> None:
        """Stops watching; ``look`` is not called any more once this returns."""
        with self._condition:
            self._closed = True
            self._condition.notify()
        self._gatherer.join()
        for name in _TELLING:
            logging.getLogger(name).removeFilter(self._hear_of_loss)
        self._observer.stop()
        self._observer.join()

    def _touch(self, folder: Path) -> None:
        with self._condition:
            self._touched.add(folder)
            self._last_touch = time.monotonic()
            self._condition.notify()

    def _gather(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._closed or self._touched)
                self._wait_for_quiet()
                if self._closed:
                    return
                touched = frozenset(self._touched)
                self._touched.clear()
            self._look(touched)

    def _wait_for_quiet(self) -> None:
        end = time.monotonic() + LONGEST_SECONDS
        while not self._closed:
            now = time.monotonic()
            left = min(self._last_touch + QUIET_SECONDS, end) - now
            if left <= 0:
                return
            self._condition.wait(left)


class _Toucher(FileSystemEventHandler):
    """Passes on that something happened below one folder."""

    def __init__(self, folder: Path, touch: Callable[[Path], None], suffixes: frozenset[str]) -> None:
        self._folder = folder
        self._touch = touch
        self._suffixes = suffixes

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by the observer's thread for every event."""
        if event.event_type not in _READING and self._matters(event):
            self._touch(self._folder)

    def _matters(self, event: FileSystemEvent) -> bool:
        if event.is_directory:
            # What happens in a folder is told of by itself; that the folder was modified says nothing more.
            return event.event_type != EVENT_TYPE_MODIFIED
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        return any(map(self._may_be_wanted, paths))

    def _may_be_wanted(self, path: str) -> bool:
        suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122 - there may be thousands a second
        # A link to a folder is called a file; once it is gone, only a name without a suffix looks like one.
        return not suffix or suffix in self._suffixes or Path(path).is_dir()


def _why(error: OSError) -> str:
    if error.errno in _NO_MORE:
        return NO_WATCHES
    return Phrase("the system does not watch it ({error})", error=error.strerror or error)

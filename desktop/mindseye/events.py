"""What happened, told to whoever asked to hear of it.

Publishing calls the listeners at once, in the publisher's thread; a listener that belongs to another
thread (the window) carries the event over itself. Listeners must be quick and must not raise.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

E = TypeVar("E", bound="Event")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in an open library."""


@dataclass(frozen=True, slots=True)
class PhotosChanged(Event):
    """Photos came, went, moved or got other tags; views ask the catalog again."""

    added: tuple[int, ...] = ()
    """Photo ids that can be shown and searched from now on."""
    other: bool = False
    """Something else about photos changed (moved, gone, tagged)."""


@dataclass(frozen=True, slots=True)
class FoldersChanged(Event):
    """A watched folder was added, removed, went away or came back."""


@dataclass(frozen=True, slots=True)
class ModelChanged(Event):
    """Another model answers from now on."""

    model: str
    """Its name, or its folder where it is not among the installed ones."""
    title: str
    missing: int = 0
    """Photos that the model before could find and this one cannot yet: their files are away or unreadable."""


@dataclass(frozen=True, slots=True)
class SwitchChanged(Event):
    """A change of model was begun or called off."""

    preparing: str
    """The title of the model that is being prepared; empty when none is any more."""


@dataclass(frozen=True, slots=True)
class ProcessorFailed(Event):
    """A processor that a model was to run on is not used any more; the CPU takes its place."""

    sentence: str


class Slowed(Enum):
    """Why the indexer does not work at full speed."""

    BATTERY = "battery"  # the computer runs on its battery
    BUSY = "busy"  # others keep it busy


class Phase(Enum):
    """What the indexer is doing."""

    IDLE = "idle"
    LOOKING = "looking"  # walking folders
    INDEXING = "indexing"  # reading and embedding files
    WAITING = "waiting"  # another process is indexing this library
    PAUSED = "paused"
    RESTING = "resting"  # until the computer has mains power, or is less busy: ``slowed`` says which
    FULL = "full"  # the disk has no room; it goes on by itself when there is
    READ_ONLY = "read-only"  # the library can be searched but not changed
    FAILED = "failed"  # ``IndexingProgress.message`` says why; the next change tries again


@dataclass(frozen=True, slots=True)
class IndexingProgress(Event):
    """How far the indexer is."""

    phase: Phase
    done: int = 0
    """Files finished (embedded, linked to a known photo, or refused) in this run."""
    total: int = 0
    """Files to be finished in this run, as far as is known."""
    failed: int = 0
    """Files refused in this run."""
    per_second: float = 0.0
    """Files a second, averaged over the run."""
    seconds_left: float | None = None
    message: str = ""
    slowed: Slowed | None = None
    """Why it works gently or, ``RESTING``, not at all."""
    preparing: str = ""
    """The title of the model that files are embedded with for a change of model; empty in other passes."""


class Events:
    """The listeners of one library, by type of event."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[object, tuple[type[Event], Callable[[Any], None]]] = {}

    def subscribe(self, kind: type[E], listener: Callable[[E], None]) -> Callable[[], None]:
        """Calls ``listener`` for each event of this kind until the returned function is called."""
        key = object()
        with self._lock:
            self._listeners[key] = (kind, listener)

        def unsubscribe() -> None:
            with self._lock:
                self._listeners.pop(key, None)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Tells every listener of this kind of event."""
        with self._lock:
            listeners = [listener for kind, listener in self._listeners.values() if isinstance(event, kind)]
        for listener in listeners:
            listener(event)

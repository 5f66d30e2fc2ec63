"""What a test wants to know of a library at work: what was embedded, and what was told."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from mindseye.events import Event, Events
from tests.support.fake_model import FakeSession

E = TypeVar("E", bound=Event)

PATIENCE = 15.0
"""Seconds to wait for what must happen."""


class CountingLoader:
    """Loads fake sessions and knows how many pictures and texts went through them."""

    def __init__(self) -> None:
        self.sessions: list[FakeSession] = []

    def __call__(self, path: Path) -> FakeSession:
        self.sessions.append(FakeSession(path))
        return self.sessions[-1]

    @property
    def pictures(self) -> int:
        """Pictures embedded so far."""
        return sum(sum(session.runs) for session in self.sessions if session.is_image)


class Heard:
    """Collects the events of a library."""

    def __init__(self, events: Events) -> None:
        self._condition = threading.Condition()
        self._all: list[Event] = []
        events.subscribe(Event, self._add)

    def _add(self, event: Event) -> None:
        with self._condition:
            self._all.append(event)
            self._condition.notify_all()

    def of(self, kind: type[E]) -> list[E]:
        """The events of one kind so far."""
        with self._condition:
            return [event for event in self._all if isinstance(event, kind)]

    def wait_for(self, kind: type[E], fits: Callable[[E], bool] = lambda _: True) -> E:
        """Waits for an event that fits, from the beginning or the last ``forget`` on."""
        with self._condition:
            found: list[E] = []

            def there() -> bool:
                found[:] = [event for event in self._all if isinstance(event, kind) and fits(event)]
                return bool(found)

            assert self._condition.wait_for(there, PATIENCE), f"never happened; heard {self._all}"
            return found[0]

    def forget(self) -> None:
        """Forgets what was heard."""
        with self._condition:
            self._all.clear()

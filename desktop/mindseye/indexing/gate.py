"""Where a pass is held, by a person or by the rules for battery and busy computers; and what it tells."""

import threading
from dataclasses import replace

from mindseye.events import Events, IndexingProgress, Phase
from mindseye.indexing.pace import Pacer
from mindseye.indexing.run import RunSummary
from mindseye.tasks import CancelToken

_ENOUGH_FOR_ESTIMATE = 32
"""Files that must be done before the time left is guessed."""

_LOOK_SECONDS = 0.5
"""How soon waiting work notices that it may go on."""


class Gate:
    """Every pass of an indexer goes through it, file by file."""

    def __init__(self, events: Events, token: CancelToken) -> None:
        self._events = events
        self._token = token
        self._running = threading.Event()
        self._running.set()
        self._progress = IndexingProgress(Phase.IDLE)
        self.pacer = Pacer()
        """The rules, for passes that keep to them."""
        self._by_rules = False

    def begin(self, *, by_rules: bool) -> None:
        """A pass begins, which keeps to the rules or not."""
        self._by_rules = by_rules
        self.pacer.go_on()

    def pause(self) -> None:
        """Holds the work at the next file, until ``resume``."""
        self._running.clear()

    def resume(self) -> None:
        """Goes on after ``pause``."""
        self._running.set()

    @property
    def paused(self) -> bool:
        """Whether the work is held by a person."""
        return not self._running.is_set()

    def check(self) -> None:
        """Waits while the work is held.

        Raises:
            Cancelled: it was called off.
        """
        if self.paused:
            self._hold(Phase.PAUSED)
            self._running.wait()
            self._go_on()
        if self._by_rules and self.pacer.now().rule == "wait":
            self._hold(Phase.RESTING)
            while self.pacer.now().rule == "wait" and not self.paused:
                if self._token.wait(_LOOK_SECONDS):
                    break
            self._go_on()
        self._token.check()

    def breathe(self) -> None:
        """Takes a rest where the rules ask for gentle work."""
        if self._by_rules and self.pacer.now().rule == "gently":
            self.pacer.rest(self._token)
        else:
            self.pacer.go_on()

    def tell(self, summary: RunSummary, *, before: int = 0, preparing: str = "") -> None:
        """Tells how far the pass is.

        Args:
            summary: what it did.
            before: photos that were done before it began, and count.
            preparing: the title of the model that is being prepared; empty in other passes.
        """
        rate = summary.done / summary.seconds if summary.seconds > 0 else 0.0
        left = (
            (summary.total - summary.done) / rate if rate and summary.done >= _ENOUGH_FOR_ESTIMATE else None
        )
        self._progress = IndexingProgress(
            Phase.INDEXING,
            done=before + summary.done,
            total=before + summary.total,
            failed=summary.failed,
            per_second=rate,
            seconds_left=left,
            preparing=preparing,
            slowed=self.pacer.now().reason if self._by_rules else None,
        )
        self._events.publish(self._progress)

    def _hold(self, phase: Phase) -> None:
        reason = self.pacer.now().reason if phase is Phase.RESTING else None
        self._events.publish(replace(self._progress, phase=phase, seconds_left=None, slowed=reason))

    def _go_on(self) -> None:
        self.pacer.go_on()
        self._events.publish(self._progress)

"""When what is shown is read anew, in a library that may change all the time."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject

from mindseye.ui.parts import single_shot


class Renewal:
    """Has something read anew soon after news, but rests between: the longer, the longer reading takes."""

    def __init__(
        self,
        parent: QObject,
        read: Callable[[], object],
        *,
        least: float,
        patience: float,
        soonest: float = 0.02,
    ) -> None:
        """Waits for news.

        Args:
            parent: ends it.
            read: reads anew, on a worker; tells :meth:`begin` and :meth:`end` of it.
            least: seconds from the beginning of one reading to the next, at least.
            patience: it rests at least this many times as long as the reading before took.
            soonest: seconds in which news is gathered, at least.
        """
        self._timer = single_shot(parent, 0, read)
        self._least, self._patience, self._soonest = least, patience, soonest
        self._began = float("-inf")
        self.rest = least
        """Seconds from the beginning of the last reading to the next, at least."""

    @property
    def waiting(self) -> bool:
        """Whether it is to be read anew."""
        return self._timer.isActive()

    def soon(self) -> None:
        """There is news."""
        if not self._timer.isActive():
            since = time.monotonic() - self._began
            self._timer.start(round(1000 * max(self.rest - since, self._soonest)))

    def at_once(self) -> None:
        """Reads anew without a rest."""
        self._timer.start(0)

    def stop(self) -> None:
        """Nothing more is to be read."""
        self._timer.stop()

    def begin(self) -> None:
        """Reading begins."""
        self._began = time.monotonic()

    def end(self, began: float | None = None) -> None:
        """What was read is there; ``began``, by ``time.monotonic``, is for a reading that was not told of."""
        took = time.monotonic() - (self._began if began is None else began)
        self.rest = max(self._least, self._patience * took)

"""The one door from worker threads to the window: every result, error and event passes it.

Work is asked for in the window's thread and runs on named workers; what comes of it arrives by one
queued signal and is handed to a callback in the window's thread. Waiting requests are kept on this
side, so asking never blocks, and those that are called off never reach a worker.
"""

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from mindseye.errors import Cancelled, MindseyeError
from mindseye.events import Event, Events
from mindseye.phrases import Phrase
from mindseye.tasks import CancelToken, Worker
from mindseye.ui.translating import translated

log = logging.getLogger(__name__)

T = TypeVar("T")
E = TypeVar("E", bound=Event)

Work = Callable[[CancelToken], T]
Failed = Callable[[MindseyeError], None]

BUG = Phrase(
    "Something went wrong because of an error in Mindseye. What is stored is safe; see the log for details."
)


@dataclass(slots=True, eq=False)
class Request(Generic[T]):
    """Something that was asked for and may be called off until its callback runs."""

    work: Work[T]
    then: Callable[[T], None]
    failed: Failed | None
    token: CancelToken = field(default_factory=CancelToken)

    def cancel(self) -> None:
        """Calls it off: neither callback will run."""
        self.token.cancel()


@dataclass(frozen=True, slots=True)
class _Arrival:
    """What a worker hands over: a request with its outcome."""

    request: Request[Any]
    result: Any = None
    error: BaseException | None = None


class Door(QObject):
    """A few threads of one name that work for the window.

    A worker's result goes to ``then``; an error of the world goes to ``failed`` of the request, or
    to the signal ``went_wrong`` where it has none; a bug is logged with its traceback and told by
    ``went_wrong`` as one.
    """

    went_wrong = Signal(str)
    _arrived = Signal(object)
    _happened = Signal(object)

    def __init__(self, name: str, *, threads: int = 1, newest_first: bool = False) -> None:
        super().__init__()
        self._room = 2 * threads
        self._worker = Worker(name, threads=threads, pending=2 * self._room)
        self._newest_first = newest_first
        self._waiting: deque[Request[Any]] = deque()
        self._running: set[Request[Any]] = set()
        self._unsubscribe: list[Callable[[], None]] = []
        self._closed = False
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._happened.connect(_hear, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether nothing is asked for that has not been answered."""
        return not self._waiting and not self._running

    def ask(self, work: Work[T], then: Callable[[T], None], failed: Failed | None = None) -> Request[T]:
        """Runs ``work(token)`` on a worker and gives its result to ``then`` in the window's thread."""
        request = Request(work, then, failed)
        if not self._closed:
            self._waiting.append(request)
            self._hand_out()
        return request

    def listen(self, events: Events, kind: type[E], listener: Callable[[E], None]) -> None:
        """Calls ``listener`` in the window's thread for each event of this kind, until the door closes."""
        self._unsubscribe.append(
            events.subscribe(kind, lambda event: self._happened.emit((self, listener, event)))
        )

    def close(self) -> None:
        """Calls everything off and waits for what is running; no callback runs any more."""
        self._closed = True
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        for request in (*self._waiting, *self._running):
            request.cancel()
        self._waiting.clear()
        self._worker.close()

    @property
    def closed(self) -> bool:
        """Whether ``close`` was called."""
        return self._closed

    def _hand_out(self) -> None:
        while self._waiting and len(self._running) < self._room:
            request = self._waiting.pop() if self._newest_first else self._waiting.popleft()
            if request.token.cancelled:
                continue
            self._running.add(request)
            self._worker.submit(_do, request).add_done_callback(self._hand_over)

    def _hand_over(self, future: Future[_Arrival]) -> None:
        """In the worker's thread, or in the closing one for work that never began."""
        if not future.cancelled():
            self._arrived.emit(future.result())

    def _take(self, arrival: _Arrival) -> None:
        self._running.discard(arrival.request)
        if self._closed:
            return
        self._hand_out()
        if arrival.request.token.cancelled:
            return
        match arrival.error:
            case None:
                arrival.request.then(arrival.result)
            case MindseyeError() as error if arrival.request.failed is not None:
                arrival.request.failed(error)
            case MindseyeError() as error:
                self.went_wrong.emit(translated(error.message))
            case _:
                self.went_wrong.emit(translated(BUG))


class Newest:
    """Requests of which only the newest counts: asking again calls the one before off."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._request: Request[Any] | None = None

    def ask(self, work: Work[T], then: Callable[[T], None], failed: Failed | None = None) -> None:
        """As ``Door.ask``; answers to earlier requests are dropped from now on."""
        self.cancel()
        self._request = self._door.ask(work, then, failed)

    def cancel(self) -> None:
        """Calls the newest request off."""
        if self._request is not None:
            self._request.cancel()
            self._request = None


def _do(request: Request[Any]) -> _Arrival:
    """On a worker: runs the work unless it was called off; no exception leaves."""
    try:
        request.token.check()
        result = request.work(request.token)
        request.token.check()
    except Cancelled:
        request.cancel()
        return _Arrival(request)
    except MindseyeError as error:
        return _Arrival(request, error=error)
    except Exception as error:
        if not request.token.cancelled:
            log.exception("Work for the window failed")
        return _Arrival(request, error=error)
    return _Arrival(request, result)


def _hear(happening: tuple[Door, Callable[[Any], None], Event]) -> None:
    door, listener, event = happening
    if not door.closed:
        listener(event)

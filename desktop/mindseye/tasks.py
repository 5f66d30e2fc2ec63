"""Threads with names and reasons: workers with bounded queues, and a way to call work off."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from mindseye.errors import Cancelled

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R")


class Pulse:
    """Says that it is time, but not too often: for reports of what goes on fast."""

    def __init__(self, seconds: float) -> None:
        """``seconds`` lie between two times, at least."""
        self._seconds = seconds
        self._last = float("-inf")

    def is_time(self, *, anyway: bool = False) -> bool:
        """Whether to report now; ``anyway`` where this report may not be left out."""
        now = time.monotonic()
        if now - self._last < self._seconds and not anyway:
            return False
        self._last = now
        return True


class CancelToken:
    """Says once, to everybody who holds it, that the work is no longer wanted."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._listeners: list[Callable[[], None]] = []

    def cancel(self) -> None:
        with self._lock:
            self._event.set()
            listeners = list(self._listeners)
        for listener in listeners:
            listener()

    def tell(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Calls ``listener``, which must be quick, when the work is called off, at once where it was already.

        Returns:
            Ends that.
        """
        with self._lock:
            self._listeners.append(listener)
            late = self._event.is_set()
        if late:
            listener()

        def forget() -> None:
            with self._lock:
                self._listeners.remove(listener)

        return forget

    @property
    def cancelled(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raises :class:`Cancelled` when the work was called off."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> bool:
        """Sleeps until called off or the time is over; says whether it was called off."""
        return self._event.wait(seconds)


class Worker:
    """A few threads of one name that do one kind of work, and take in no more than they can hold.

    ``submit`` blocks while ``pending`` jobs are waiting or running, so a fast producer cannot fill
    the memory.
    """

    def __init__(self, name: str, *, threads: int = 1, pending: int = 64) -> None:
        self._executor = ThreadPoolExecutor(max_workers=threads, thread_name_prefix=name)
        self._room = threading.BoundedSemaphore(pending)

    def submit(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Queues the work; waits for room first.

        Raises:
            RuntimeError: the worker is closed.
        """
        self._room.acquire()
        try:
            future = self._executor.submit(work, *args, **kwargs)
        except BaseException:
            self._room.release()
            raise
        future.add_done_callback(lambda _: self._room.release())
        return future

    def map_in_order(self, work: Callable[[T], R], items: Iterable[T], *, window: int) -> Iterator[R]:
        """Results in the order of the items, with at most ``window`` items under way.

        Closing the generator early waits for what is running and drops the rest.
        """
        running: list[Future[R]] = []
        try:
            for item in items:
                running.append(self.submit(work, item))
                if len(running) >= window:
                    yield running.pop(0).result()
            while running:
                yield running.pop(0).result()
        finally:
            wait([future for future in running if not future.cancel()])

    def close(self, *, finish: bool = False) -> None:
        """Drops what has not begun (unless it is to ``finish`` all), and waits for what has."""
        self._executor.shutdown(wait=True, cancel_futures=not finish)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

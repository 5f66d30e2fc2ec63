"""Calling network work off at once: a silent network must not keep anybody waiting for its timeout."""

import logging
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from contextlib import suppress
from typing import Any, TypeVar

from mindseye.errors import Cancelled
from mindseye.tasks import CancelToken

log = logging.getLogger(__name__)

R = TypeVar("R")

GRACE_SECONDS = 1.0
"""How long work whose connections were cut may take to end by itself."""


class Connections:
    """The connections of an HTTP client, to be cut from another thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._cut = False

    def follow(self, client: Any) -> None:
        """Hears of every connection that an httpx client opens from now on."""
        hooks = client.event_hooks
        client.event_hooks = {**hooks, "request": [*hooks.get("request", []), self._trace]}

    def cut(self) -> None:
        """Ends every connection, and those that are still being made as soon as they are there."""
        with self._lock:
            self._cut = True
            sockets = list(self._sockets)
        for each in sockets:
            _end(each)

    def _trace(self, request: Any) -> None:
        request.extensions["trace"] = self._hear

    def _hear(self, event: str, info: dict[str, Any]) -> None:
        # The plain connection will do: TLS over it ends with it, in the middle of its handshake too.
        if event.endswith("connect_tcp.complete"):
            found = info["return_value"].get_extra_info("socket")
            with self._lock:
                self._sockets.append(found)
                cut = self._cut
            if cut:
                _end(found)


def until_called_off(work: Callable[[], R], token: CancelToken, connections: Connections) -> R:
    """Runs the work on a thread of its own, and waits for it no longer than until it is called off.

    The work must look at the token before it touches anything that others may touch: where it hangs in a
    look-up of a name or in connecting, which nothing can cut, it is left behind and ends by itself.

    Raises:
        Cancelled: it was called off.
    """
    token.check()
    future: Future[R] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except Exception as error:  # noqa: BLE001 - raised again for who waits
            future.set_exception(error)

    ended = threading.Event()
    future.add_done_callback(lambda _: ended.set())
    forget = token.tell(ended.set)
    threading.Thread(target=run, name="download", daemon=True).start()
    try:
        ended.wait()
        if not future.done():
            connections.cut()
            wait_for([future], GRACE_SECONDS)
    finally:
        forget()
    if not future.done():
        log.info("Work that was called off hangs in the network and is left behind")
    if token.cancelled:
        raise Cancelled
    return future.result()


def _end(connection: socket.socket) -> None:
    with suppress(OSError):  # it has ended already
        # Not close: that would not wake a thread that reads. TLS's own goodbye would wait for the other side.
        socket.socket.shutdown(connection, socket.SHUT_RDWR)

"""One window a library: a second start hands what it was given to the window that is there, and ends."""

import json
import logging
import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout
from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)

_ANSWER_SECONDS = 5.0
"""How long a window that is there has for its answer before it is taken to hang."""

_TAKEN = b"taken"


class FirstWindow(QObject):
    """The right to be the window of a library, and the ear for later starts.

    The lock says who is first, also after a crash; a small file beside it says where the ear is, and holds
    the key without which it does not listen.
    """

    called = Signal(object)
    """Another start: the paths that it was given, none where it was given nothing."""

    def __init__(self, lock: FileLock | None, listener: Listener | None) -> None:
        super().__init__()
        self._lock, self._listener = lock, listener
        self._closing = False
        self._thread = threading.Thread(target=self._listen, name="second-start", daemon=True)
        if listener is not None:
            self._thread.start()

    @classmethod
    def claim(cls, library: Path, given: Sequence[Path]) -> Self | None:
        """Becomes the window of a library; None where there is one, which has taken what was given.

        Where the folder cannot be written, or the window that is there does not answer, this start goes on
        by itself.

        Args:
            library: the folder of the library; made where there is none.
            given: what this start was asked to open.
        """
        lock = FileLock(library / "window.lock")
        try:
            library.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=0)
        except Timeout:
            return None if _hand_over(library, given) else cls(None, None)
        except OSError:
            return cls(None, None)
        key = os.urandom(32)
        try:
            listener = Listener(authkey=key)
            _write(library, {"address": listener.address, "key": key.hex()})
        except OSError as error:
            log.warning("Another start of the program cannot be heard: %s", error)
            return cls(lock, None)
        return cls(lock, listener)

    def close(self) -> None:
        """Hears no more; the next start is the first."""
        self._closing = True
        if self._listener is not None:
            self._wake(self._listener)
            self._thread.join()
            self._listener.close()
        if self._lock is not None:
            self._lock.release()

    def _wake(self, listener: Listener) -> None:
        """Lets the thread that waits see that it is to end; where it has seen it already, nobody answers."""
        with suppress(OSError), Client(listener.address):
            pass

    def _listen(self) -> None:
        assert self._listener is not None
        while not self._closing:
            try:
                connection = self._listener.accept()
            except (OSError, EOFError, AuthenticationError):
                continue
            with connection:
                self._take(connection)

    def _take(self, connection: "Connection") -> None:
        try:
            if connection.poll(_ANSWER_SECONDS):
                given = json.loads(connection.recv_bytes(1 << 20))
                connection.send_bytes(_TAKEN)
                self.called.emit([Path(each) for each in given])
        except (OSError, EOFError, ValueError, TypeError) as error:
            log.warning("Another start of the program could not be understood: %s", error)


def _hand_over(library: Path, given: Sequence[Path]) -> bool:
    try:
        ear = json.loads((library / "window.json").read_text(encoding="utf-8"))
        with Client(ear["address"], authkey=bytes.fromhex(ear["key"])) as connection:
            connection.send_bytes(json.dumps([os.fspath(path.absolute()) for path in given]).encode())
            return connection.poll(_ANSWER_SECONDS) and connection.recv_bytes(64) == _TAKEN
    except (OSError, EOFError, ValueError, KeyError, TypeError, AuthenticationError):
        return False


def _write(library: Path, ear: dict[str, object]) -> None:
    file, temporary = library / "window.json", library / "window.json.part"
    temporary.unlink(missing_ok=True)
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as written:
        json.dump(ear, written)
    temporary.replace(file)

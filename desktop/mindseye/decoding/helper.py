"""One decoding process, seen from the program."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

from mindseye.decoding.wire import BEGUN, Answer, Request, receive_answer, send_request
from mindseye.decoding.worker import FLAG

_GRACE_SECONDS = 5.0
"""What the process has beyond its own bound before it is killed from here."""

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Several files are decoded at once; a decoder that starts threads of its own only takes memory."""


class NotBegunError(Exception):
    """The process had ended before it saw the file, as an idle one does."""


class CrashedError(Exception):
    """The process ended while it decoded the file."""


class TookTooLongError(CrashedError):
    """The process was ended because its time was over."""


def worker_command(seconds: float) -> list[str]:
    """How a decoding process is started that takes ``seconds`` for a file at most."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG, f"{seconds:g}"]
    return [sys.executable, "-m", "mindseye.decoding.worker", f"{seconds:g}"]


class Helper:
    """A running process; one thread at a time uses it."""

    def __init__(self, command: Sequence[str], seconds: float) -> None:
        """Starts it.

        Raises:
            OSError: the system does not start another process.
        """
        self._seconds = seconds
        self._process = subprocess.Popen(  # noqa: S603 - the program itself
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | _ONE_THREAD,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def decode(self, request: Request) -> Answer:
        """What the process makes of a file.

        Raises:
            NotBegunError: it had ended before; another may be asked the same.
            TookTooLongError: it was ended because its time was over.
            CrashedError: it ended by itself. After any of these it is gone.
        """
        pipe_in, pipe_out = self._pipes
        late = threading.Event()

        def end() -> None:
            late.set()
            self._process.kill()

        patience = threading.Timer(self._seconds + _GRACE_SECONDS, end)
        patience.daemon = True
        patience.start()
        try:
            try:
                send_request(pipe_in, request)
                begun = pipe_out.read(1) == BEGUN
            except OSError:
                begun = False
            answer = receive_answer(pipe_out) if begun else None
        finally:
            patience.cancel()
            patience.join()
        if answer is not None:
            return answer
        status = self._ended()
        if not begun and not late.is_set():  # its own alarm ends an idle one, too
            raise NotBegunError
        if late.is_set() or (sys.platform != "win32" and status == -signal.SIGALRM):
            raise TookTooLongError
        raise CrashedError

    def kill(self) -> None:
        """Ends the process under the hands of the thread that uses it."""
        self._process.kill()

    def close(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._ended()

    def _ended(self) -> int:
        """The exit status of a process that is about to end."""
        for pipe in self._pipes:
            with suppress(OSError):  # what was still to be written
                pipe.close()
        try:
            return self._process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()

    @property
    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        return self._process.stdin, self._process.stdout

"""Decodes any file without danger to the program: a few processes, each within its bounds."""

import os
import threading
from collections.abc import Sequence
from dataclasses import replace

from mindseye.decoding.helper import CrashedError, Helper, NotBegunError, TookTooLongError, worker_command
from mindseye.decoding.wire import Answer, Refusal, Request
from mindseye.errors import Cancelled, UnreadablePictureError
from mindseye.imaging import Frames, Picture
from mindseye.phrases import Phrase

SECONDS = 60.0
"""What decoding one file may take."""

MEMORY = 768 * 1024**2
"""Bytes that decoding may take in each process at a time."""

LARGE_MEMORY = 3 * 1024**3
"""Bytes for a file that needs more than ``MEMORY``; one file at a time has them."""

PROCESSES = 4

_ATTEMPTS_TO_BEGIN = 3

CRASHED = Phrase("The decoder crashed on this file, twice.")

_AGAIN = Refusal(CRASHED, out_of_memory=True)
"""After a first crash: for all that is known it was memory."""


class Decoder:
    """The decoding processes of a library; they start when they are needed and end when they are not.

    Safe to use from several threads.
    """

    def __init__(
        self,
        *,
        command: Sequence[str] | None = None,
        seconds: float = SECONDS,
        memory: int = MEMORY,
        large_memory: int = LARGE_MEMORY,
    ) -> None:
        """Starts nothing yet.

        Args:
            command: starts a decoding process; by default the program itself.
            seconds: what decoding one file may take.
            memory: bytes that decoding may take.
            large_memory: bytes for a file that failed with ``memory``.
        """
        self._command = list(command or worker_command(seconds))
        self._seconds = seconds
        self._memory = memory
        self._large_memory = max(memory, min(large_memory, _half_of_ram()))
        self._lock = threading.Lock()
        self._room = threading.BoundedSemaphore(min(PROCESSES, os.cpu_count() or 1))
        self._large = threading.Lock()
        self._idle: list[Helper] = []
        self._busy: set[Helper] = set()
        self._closed = False

    def decode(self, data: bytes, *, shortest: int) -> Picture:
        """Decodes a picture file as ``imaging.decode`` does.

        A file that crashes the process, or needs more memory than it has, is tried once more, alone and
        with more memory.

        Raises:
            UnreadablePictureError: as ``imaging.decode``, and for what crashes, takes too long or too much.
            Cancelled: the decoder was closed.
        """
        answer = self._decode(Request(data, shortest, self._memory))
        assert isinstance(answer, Picture)
        return answer

    def decode_frames(self, data: bytes, *, shortest: int) -> Frames:
        """Decodes the pictures of an animation as ``imaging.decode_frames`` does, within the same bounds.

        Raises:
            UnreadablePictureError: as ``imaging.decode_frames``, and as ``decode``.
            Cancelled: the decoder was closed.
        """
        answer = self._decode(Request(data, shortest, self._memory, frames=True))
        assert isinstance(answer, Frames)
        return answer

    def close(self) -> None:
        """Ends every process; what they were decoding counts as crashed."""
        with self._lock:
            self._closed = True
            idle, busy, self._idle = self._idle, list(self._busy), []
        for helper in idle:
            helper.close()
        for helper in busy:
            helper.kill()

    def _decode(self, request: Request) -> Answer:
        try:
            answer = self._ask(request)
        except CrashedError:
            answer = _AGAIN
        if isinstance(answer, Refusal) and answer.out_of_memory:
            with self._large:
                try:
                    answer = self._ask(replace(request, memory=self._large_memory))
                except CrashedError:
                    answer = Refusal(CRASHED)
        if isinstance(answer, Refusal):
            if self._closed:  # it was this that ended the process
                raise Cancelled
            raise UnreadablePictureError(answer.reason)
        return answer

    def _ask(self, request: Request) -> Answer:
        with self._room:
            for _ in range(_ATTEMPTS_TO_BEGIN):
                try:
                    return self._use_one(request)
                except NotBegunError:  # it had just ended because nobody had asked for long
                    continue
                except TookTooLongError:
                    return Refusal(
                        Phrase(
                            "Decoding took longer than {seconds:.0f} s and was given up.",
                            seconds=self._seconds,
                        )
                    )
                except OSError as error:
                    return Refusal(
                        Phrase("No process to decode it could be started: {error}.", error=error.strerror)
                    )
        return Refusal(Phrase("The process that is to decode it does not start."))

    def _use_one(self, request: Request) -> Answer:
        with self._lock:
            if self._closed:
                raise Cancelled
            helper = self._idle.pop() if self._idle else Helper(self._command, self._seconds)
            self._busy.add(helper)
        keep = False
        try:
            answer = helper.decode(request)
            keep = request.memory == self._memory  # what a large file took is given back at once
        finally:
            with self._lock:
                self._busy.discard(helper)
                keep = keep and not self._closed
                if keep:
                    self._idle.append(helper)
            if not keep:
                helper.close()
        return answer


def _half_of_ram() -> int:
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (AttributeError, ValueError, OSError):  # Windows
        return LARGE_MEMORY

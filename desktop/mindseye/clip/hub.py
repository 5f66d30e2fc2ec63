"""Fetching files from a model hub. The only home of huggingface_hub and of the network.

No token, no telemetry, nothing in the user's cache of other programs. ``HF_ENDPOINT`` names a mirror,
``HF_HUB_OFFLINE`` forbids all of it, the usual proxy variables are honoured.
"""

import errno
import logging
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from mindseye.clip.calling_off import Connections, until_called_off
from mindseye.errors import Cancelled, ModelError
from mindseye.phrases import Phrase
from mindseye.tasks import CancelToken

PUBLIC_HUB = "https://huggingface.co"

TRIES = 5
"""Attempts in a row that bring no byte before giving up; less for a mere question."""

_QUESTION_TRIES = 3

LONGEST_WAIT = 60.0
"""Seconds; a hub that asks for more is told to the user instead of waited for."""

_TRUE = {"1", "ON", "YES", "TRUE"}
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file in a repository at a revision."""

    repository: str
    revision: str
    path: str


@dataclass(frozen=True, slots=True)
class HubFacts:
    """What the hub says of a file before it is fetched; None where it says nothing."""

    size: int | None
    sha256: str | None
    revision: str | None
    """The commit that the asked revision stands for."""


class Hub:
    """A hub that is open for fetching; use it as a context manager."""

    def __init__(
        self, endpoint: str | None = None, *, patience: float = 1.0, token: CancelToken | None = None
    ) -> None:
        """Opens nothing yet.

        Args:
            endpoint: the hub's address; by default ``HF_ENDPOINT`` or the public one.
            patience: seconds to wait before the first further attempt; each next one waits twice as long.
            token: calls everything off at once, whatever the network does; without one only Ctrl-C does.

        Raises:
            ModelError: the user forbids the network.
        """
        _forbid_offline()
        self.endpoint = (endpoint or os.environ.get("HF_ENDPOINT") or PUBLIC_HUB).rstrip("/")
        self._patience = patience
        self._token = token
        self._library, self._errors = _import_libraries()
        self._connections = Connections()
        if token is not None:
            self._connections.follow(self._library.get_session())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._library.close_session()

    def facts(self, file: HubFile) -> HubFacts:
        """What the hub says of a file.

        Raises:
            ModelError: there is no network, no such file, or the hub refuses.
            Cancelled: it was called off.
        """
        _forbid_offline()
        found = self._insist(
            file,
            lambda: self._library.get_hf_file_metadata(
                self._url(file), token=False, timeout=20, library_name="mindseye"
            ),
            tries=_QUESTION_TRIES,
        )
        etag = found.etag or ""
        return HubFacts(found.size, etag if _SHA256.fullmatch(etag) else None, found.commit_hash)

    def fetch(
        self, file: HubFile, target: Path, *, size: int | None, progress: Callable[[int], None]
    ) -> None:
        """Fetches a file, going on where an earlier attempt was cut off.

        Args:
            file: what to fetch.
            target: where to; what is there already counts as the beginning of the file.
            size: its bytes, where known.
            progress: told after every piece how many bytes are there.

        Raises:
            ModelError: the network or the hub gave up, or the disk is full. What came is kept.
            Cancelled: it was called off; what came is kept.
        """
        _forbid_offline()
        if size is not None and target.is_file():
            if target.stat().st_size == size:
                progress(size)
                return
            if target.stat().st_size > size:
                target.unlink()
        self._insist(file, lambda: self._stream(file, target, size, progress), grows=target)

    def _stream(self, file: HubFile, target: Path, size: int | None, progress: Callable[[int], None]) -> None:
        here = target.stat().st_size if target.is_file() else 0
        headers = self._library.utils.build_hf_headers(token=False, library_name="mindseye")
        headers["Accept-Encoding"] = "identity"  # so that a position in the stream is one in the file
        if here:
            headers["Range"] = f"bytes={here}-"
        with (
            self._library.get_session().stream("GET", self._url(file), headers=headers, timeout=30) as answer,
            _writing(target),
        ):
            self._check()
            if answer.status_code == 416:  # what is here is no beginning of that file
                target.unlink(missing_ok=True)
                raise self._errors.TransportError("the hub has less of the file than this computer")
            self._library.utils.hf_raise_for_status(answer)
            with target.open("r+b" if answer.status_code == 206 and here else "wb") as output:
                output.seek(0, os.SEEK_END)
                self._copy(answer, output, size, progress)

    def _copy(
        self, answer: Any, output: IO[bytes], size: int | None, progress: Callable[[int], None]
    ) -> None:
        for piece in answer.iter_bytes():  # as they come, so that a cut loses nothing
            output.write(piece)
            progress(output.tell())
            if size is not None and output.tell() > size:
                raise ModelError(
                    Phrase("The hub sends more bytes than the file has; another file lies there.")
                )
        output.flush()
        os.fsync(output.fileno())
        if size is not None and output.tell() < size:
            raise self._errors.TransportError("the connection ended early")

    def _insist(
        self, file: HubFile, work: Callable[[], Any], *, grows: Path | None = None, tries: int = TRIES
    ) -> Any:
        """Does the work, again when the network fails; bytes that came in between start the count anew."""
        attempt, reached = 0, _size(grows)
        while True:
            try:
                return self._do(work)
            except self._library.errors.HfHubHTTPError as error:
                wait = self._wait_for(error, file)
                problem: Exception = error
            except self._errors.RequestError as error:
                wait, problem = 0.0, error
            now = _size(grows)
            attempt, reached = (0 if now > reached else attempt + 1), now
            if attempt >= tries:
                raise ModelError(_trouble(self.endpoint, problem)) from problem
            self._rest(max(wait, self._patience * 2 ** max(attempt - 1, 0)))

    def _do(self, work: Callable[[], Any]) -> Any:
        return work() if self._token is None else until_called_off(work, self._token, self._connections)

    def _rest(self, seconds: float) -> None:
        if self._token is None:
            time.sleep(seconds)
        elif self._token.wait(seconds):
            raise Cancelled

    def _check(self) -> None:
        if self._token is not None:
            self._token.check()

    def _wait_for(self, error: Any, file: HubFile) -> float:
        """Seconds to wait after an answer that may be better later; other answers end it."""
        status = error.response.status_code
        if status == 429:
            asked = error.response.headers.get("Retry-After", "")
            seconds = float(asked) if asked.isdigit() else 0.0
            if seconds > LONGEST_WAIT:
                raise ModelError(
                    Phrase(
                        "{endpoint} is asked too much (429) and wants {seconds:.0f} seconds of peace. Try "
                        "again later; what was fetched is kept.",
                        endpoint=self.endpoint,
                        seconds=seconds,
                    )
                ) from error
            return seconds
        if status in {408, 500, 502, 503, 504}:
            return 0.0
        raise self._refusal(error, status, file) from error

    def _refusal(self, error: Exception, status: int, file: HubFile) -> ModelError:
        facts = {
            "endpoint": self.endpoint,
            "path": file.path,
            "repository": file.repository,
            "revision": file.revision[:12],
            "status": str(status),
        }
        if isinstance(error, self._library.errors.GatedRepoError) or status in {401, 403}:
            return ModelError(
                Phrase(
                    "{endpoint} does not give out {path} of {repository} at {revision} ({status}).", **facts
                )
            )
        return ModelError(
            Phrase("{endpoint} does not have {path} of {repository} at {revision} ({status}).", **facts)
        )

    def _url(self, file: HubFile) -> str:
        address: str = self._library.hf_hub_url(
            file.repository, file.path, revision=file.revision, endpoint=self.endpoint
        )
        return address


def _forbid_offline() -> None:
    # Asked before the library is imported, which would keep the answer for the life of the process.
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        if os.environ.get(name, "").upper() in _TRUE:
            raise ModelError(
                Phrase("{name} is set, so nothing is fetched. Unset it, or import a folder.", name=name)
            )


def _import_libraries() -> tuple[Any, Any]:
    """huggingface_hub and its HTTP library.

    The first is told beforehand to keep to itself; both are imported late, as that takes a while.
    """
    for name in ("HF_HUB_DISABLE_TELEMETRY", "HF_HUB_DISABLE_IMPLICIT_TOKEN", "HF_HUB_DISABLE_XET"):
        os.environ.setdefault(name, "1")
    import httpx2
    import huggingface_hub
    import huggingface_hub.errors
    import huggingface_hub.utils

    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)
    return huggingface_hub, httpx2


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    """Turns a full or failing disk into one sentence."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        if error.errno is None:  # the hub's answers are of this class too, and no matter of the disk
            raise
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        reason = Phrase("the disk is full") if full else error.strerror
        raise ModelError(
            Phrase(
                "{target} cannot be written: {reason}. What was fetched is kept.",
                target=target,
                reason=reason,
            ),
            path=target,
        ) from error


def _trouble(endpoint: str, error: Exception) -> Phrase:
    status = getattr(getattr(error, "response", None), "status_code", None)
    if status is not None:
        return Phrase(
            "{endpoint} is too busy and answers {status} each time. Try again later; what was fetched is "
            "kept, and the next attempt goes on from there.",
            endpoint=endpoint,
            status=str(status),
        )
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return Phrase(
        "{endpoint} cannot be reached ({reason}). Check the network connection; what was fetched is kept, "
        "and the next attempt goes on from there.",
        endpoint=endpoint,
        reason=lines[0].rstrip("."),
    )


def _size(path: Path | None) -> int:
    return path.stat().st_size if path is not None and path.is_file() else 0

"""A model hub on the loopback: the endpoints huggingface_hub calls, with every accident on order."""

import hashlib
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

COMMIT = "c0ffee" + "0" * 34


class Request(NamedTuple):
    """What was asked."""

    method: str
    path: str
    range: str | None
    headers: dict[str, str]


class LocalHub:
    """Serves ``files`` ("owner/repository/path" to bytes) at any revision, which all mean ``COMMIT``."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.sent: dict[str, bytes] = {}
        """Other bytes than the ones that are announced."""
        self.cuts: dict[str, list[int]] = defaultdict(list)
        """For each coming GET: after how many bytes the connection ends."""
        self.statuses: dict[str, list[int]] = defaultdict(list)
        """For each coming request of this method and file ("GET owner/..."): an answer instead of it."""
        self.stalls: dict[str, list[int]] = defaultdict(list)
        """For each coming answer: after how many bytes the connection falls silent; -1 before it begins."""
        self.resumed = threading.Event()
        """Ends all silences."""
        self.silences = threading.Semaphore(0)
        """Is released whenever a connection falls silent."""
        self.retry_after = ""
        self.ranges = True
        """Whether a part of a file can be asked for."""
        self.silent = False
        """Whether size, hash and commit are kept quiet, as simple mirrors do."""
        self.elsewhere = True
        """Whether files lie at another address, as on the real hub."""
        self.requests: list[Request] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = False

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def asked(self, method: str, ending: str) -> list[Request]:
        return [item for item in self.requests if item.method == method and item.path.endswith(ending)]


@contextmanager
def local_hub() -> Iterator[LocalHub]:
    """A hub that runs until the end of the block."""
    hub = LocalHub()
    thread = threading.Thread(target=hub.server.serve_forever, args=(0.01,), name="local hub")
    thread.start()
    try:
        yield hub
    finally:
        hub.resumed.set()
        hub.server.shutdown()
        hub.server.server_close()
        thread.join()


def _handler(hub: LocalHub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self._answer()

        def do_GET(self) -> None:
            self._answer()

        def _answer(self) -> None:
            wanted = self.headers.get("Range")
            hub.requests.append(Request(self.command, self.path, wanted, dict(self.headers)))
            name = self._name()
            if hub.stalls[name][:1] == [-1]:
                hub.stalls[name].pop(0)
                self._fall_silent()
            elif hub.statuses[f"{self.command} {name}"]:
                self._refuse(hub.statuses[f"{self.command} {name}"].pop(0))
            elif name not in hub.files:
                self._refuse(404, "EntryNotFound")
            elif self.path.startswith("/storage/"):
                self._send(name, wanted)
            elif hub.elsewhere:
                self.send_response(302)
                self._facts(name)
                self.send_header(
                    "Location", f"/storage/{name}" if self.command == "GET" else self._away(name)
                )
                self.send_header("Content-Length", "0")
                self.end_headers()
            else:
                self._send(name, wanted)

        def _fall_silent(self) -> None:
            hub.silences.release()
            hub.resumed.wait()
            self.close_connection = True

        def _away(self, name: str) -> str:
            # Another host: the client must take the facts from this answer and not go there.
            return f"http://localhost:{hub.server.server_address[1]}/storage/{name}"

        def _name(self) -> str:
            path = self.path.split("?")[0]
            if path.startswith("/storage/"):
                return path.removeprefix("/storage/")
            repository, _, rest = path.strip("/").partition("/resolve/")
            return f"{repository}/{rest.partition('/')[2]}"

        def _facts(self, name: str) -> None:
            if not hub.silent:
                self.send_header("X-Repo-Commit", COMMIT)
                self.send_header("X-Linked-Size", str(len(hub.files[name])))
                self.send_header("X-Linked-Etag", f'"{hashlib.sha256(hub.files[name]).hexdigest()}"')

        def _refuse(self, status: int, code: str = "") -> None:
            self.send_response(status)
            if code:
                self.send_header("X-Error-Code", code)
            if hub.retry_after:
                self.send_header("Retry-After", hub.retry_after)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _send(self, name: str, wanted: str | None) -> None:
            content = hub.sent.get(name, hub.files[name])
            start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and hub.ranges else 0
            if start and start >= len(content):
                self._refuse(416)
                return
            self.send_response(206 if start else 200)
            self._facts(name)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
            self.send_header("Content-Length", str(len(content) - start))
            self.end_headers()
            if self.command == "HEAD":
                return
            if hub.stalls[name]:
                self.wfile.write(content[start : start + hub.stalls[name].pop(0)])
                self._fall_silent()
                return
            cut = hub.cuts[name].pop(0) if hub.cuts[name] else None
            self.wfile.write(content[start:] if cut is None else content[start : start + cut])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            pass

    return Handler

"""A download that is called off ends at once, whatever the network does, and keeps what came."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mindseye.clip import calling_off
from mindseye.clip.calling_off import Connections, until_called_off
from mindseye.clip.hub import Hub, HubFile
from mindseye.errors import Cancelled, ModelError
from mindseye.tasks import CancelToken
from tests.support.local_hub import COMMIT, LocalHub

NAME = "somebody/colours/big.bin"
FILE = HubFile("somebody/colours", COMMIT, "big.bin")
CONTENT = bytes(range(256)) * 4096
SOON = 5.0
"""Seconds; a sixth of the network's timeout."""


@pytest.fixture
def token() -> CancelToken:
    return CancelToken()


@pytest.fixture
def hub(remote: LocalHub, token: CancelToken, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setattr(calling_off, "GRACE_SECONDS", 20 * SOON)  # nothing here is to be left behind
    remote.files[NAME] = CONTENT
    with Hub(patience=0.001, token=token) as client:
        yield client


def called_off(remote: LocalHub, token: CancelToken, work: Callable[[], object]) -> float:
    """Calls the work off when the hub falls silent; the seconds until it ended."""

    def cancel() -> None:
        remote.silences.acquire()
        token.cancel()

    canceller = threading.Thread(target=cancel)
    canceller.start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        work()
    seconds = time.monotonic() - began
    canceller.join()
    return seconds


def test_a_file_comes_whole_with_a_token_too(hub: Hub, tmp_path: Path) -> None:
    told: list[int] = []
    hub.fetch(FILE, tmp_path / "big", size=len(CONTENT), progress=told.append)
    assert (tmp_path / "big").read_bytes() == CONTENT
    assert told[-1] == len(CONTENT)


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_silent_download_ends_at_once_and_can_be_taken_up(
    hub: Hub, remote: LocalHub, token: CancelToken, tmp_path: Path, elsewhere: bool
) -> None:
    remote.elsewhere = elsewhere
    remote.stalls[NAME] = [300_000]
    target = tmp_path / "big"

    def work() -> None:
        hub.fetch(FILE, target, size=len(CONTENT), progress=lambda _: None)

    assert called_off(remote, token, work) < SOON
    assert not target.exists() or CONTENT.startswith(target.read_bytes())
    with Hub(token=CancelToken()) as again:
        again.fetch(FILE, target, size=len(CONTENT), progress=lambda _: None)
    assert target.read_bytes() == CONTENT


def test_a_hub_that_never_answers_keeps_nobody(
    hub: Hub, remote: LocalHub, token: CancelToken, tmp_path: Path
) -> None:
    remote.stalls[NAME] = [-1]
    assert called_off(remote, token, lambda: hub.facts(FILE)) < SOON


def test_the_wait_for_another_attempt_ends_too(
    hub: Hub, remote: LocalHub, token: CancelToken, tmp_path: Path
) -> None:
    remote.statuses[f"HEAD {NAME}"], remote.retry_after = [429] * 3, "50"
    threading.Timer(0.2, token.cancel).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        hub.facts(FILE)
    assert time.monotonic() - began < SOON


def test_what_was_called_off_before_does_not_begin(hub: Hub, remote: LocalHub, token: CancelToken) -> None:
    token.cancel()
    with pytest.raises(Cancelled):
        hub.facts(FILE)
    assert not remote.requests


def test_errors_of_the_work_come_through(hub: Hub, remote: LocalHub) -> None:
    with pytest.raises(ModelError, match="404"):
        hub.facts(HubFile("somebody/colours", COMMIT, "nothing.bin"))


def test_work_that_nothing_can_cut_is_left_behind(
    token: CancelToken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling_off, "GRACE_SECONDS", 0.01)
    begun, looked_up, over = threading.Event(), threading.Event(), threading.Event()

    def look_a_name_up() -> None:
        begun.set()
        looked_up.wait()
        over.set()

    def cancel() -> None:
        begun.wait()
        token.cancel()

    canceller = threading.Thread(target=cancel)
    canceller.start()
    with pytest.raises(Cancelled):
        until_called_off(look_a_name_up, token, Connections())
    canceller.join()
    looked_up.set()
    assert over.wait(SOON)
    for thread in threading.enumerate():
        if thread.name == "download":
            thread.join()

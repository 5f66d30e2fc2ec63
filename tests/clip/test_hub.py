"""The real client of the hub against a hub on the loopback, with every accident."""

import os
import shutil
from pathlib import Path

import pytest

from mindseye.clip.hub import Hub, HubFile
from mindseye.errors import ModelError
from tests.support.local_hub import COMMIT, LocalHub

NAME = "somebody/colours/big.bin"
FILE = HubFile("somebody/colours", COMMIT, "big.bin")
CONTENT = bytes(range(256)) * 4096


@pytest.fixture(autouse=True)
def big_file(remote: LocalHub) -> None:
    remote.files[NAME] = CONTENT


def fetch(hub: Hub, target: Path, *, size: int | None = len(CONTENT)) -> list[int]:
    told: list[int] = []
    hub.fetch(FILE, target, size=size, progress=told.append)
    return told


def test_a_file_comes_whole(hub: Hub, tmp_path: Path) -> None:
    told = fetch(hub, tmp_path / "big")
    assert (tmp_path / "big").read_bytes() == CONTENT
    assert told == sorted(told)
    assert told[-1] == len(CONTENT)


def test_what_the_hub_says_of_a_file(hub: Hub, remote: LocalHub) -> None:
    facts = hub.facts(FILE)
    assert facts.size == len(CONTENT)
    assert facts.revision == COMMIT
    assert facts.sha256 is not None
    assert [request.method for request in remote.requests] == ["HEAD"], "and only asks"


def test_a_mirror_that_says_nothing_serves_too(hub: Hub, remote: LocalHub, tmp_path: Path) -> None:
    remote.silent, remote.elsewhere = True, False
    facts = hub.facts(FILE)
    assert (facts.sha256, facts.revision) == (None, None)
    fetch(hub, tmp_path / "big", size=None)
    assert (tmp_path / "big").read_bytes() == CONTENT


def test_a_cut_connection_goes_on_where_it_was(hub: Hub, remote: LocalHub, tmp_path: Path) -> None:
    remote.cuts[NAME] = [300_000, 1, 400_000]
    fetch(hub, tmp_path / "big")
    assert (tmp_path / "big").read_bytes() == CONTENT
    assert [request.range for request in remote.asked("GET", f"storage/{NAME}")] == [
        None, "bytes=300000-", "bytes=300001-", "bytes=700001-",
    ]  # fmt: skip


def test_an_earlier_beginning_is_used(hub: Hub, remote: LocalHub, tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(CONTENT[:1000])
    fetch(hub, tmp_path / "big")
    assert (tmp_path / "big").read_bytes() == CONTENT
    assert remote.asked("GET", f"storage/{NAME}")[0].range == "bytes=1000-"


def test_a_whole_file_is_not_asked_for_again(hub: Hub, remote: LocalHub, tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(CONTENT)
    assert fetch(hub, tmp_path / "big") == [len(CONTENT)]
    assert not remote.requests


def test_a_hub_without_ranges_begins_anew(hub: Hub, remote: LocalHub, tmp_path: Path) -> None:
    remote.ranges = False
    (tmp_path / "big").write_bytes(b"x" * 1000)
    fetch(hub, tmp_path / "big")
    assert (tmp_path / "big").read_bytes() == CONTENT


def test_a_beginning_longer_than_the_file_is_dropped(hub: Hub, tmp_path: Path) -> None:
    for known in (len(CONTENT), None):
        (tmp_path / "big").write_bytes(CONTENT + b"more")
        fetch(hub, tmp_path / "big", size=known)
        assert (tmp_path / "big").read_bytes() == CONTENT


def test_more_bytes_than_expected_are_refused(hub: Hub, remote: LocalHub, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="more bytes"):
        fetch(hub, tmp_path / "big", size=1000)


def test_a_connection_that_brings_nothing_is_given_up(hub: Hub, remote: LocalHub, tmp_path: Path) -> None:
    remote.cuts[NAME] = [500_000] + [0] * 20
    with pytest.raises(ModelError, match=r"cannot be reached .* what was fetched is kept"):
        fetch(hub, tmp_path / "big")
    assert (tmp_path / "big").stat().st_size == 500_000
    assert len(remote.asked("GET", f"storage/{NAME}")) == 6


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_hub_is_asked_again(hub: Hub, remote: LocalHub, tmp_path: Path, status: int) -> None:
    remote.statuses[f"GET {NAME}"] = [status, status]
    remote.statuses[f"HEAD {NAME}"] = [status]
    hub.facts(FILE)
    fetch(hub, tmp_path / "big")
    assert (tmp_path / "big").read_bytes() == CONTENT


@pytest.mark.parametrize("status", [429, 503])
def test_a_hub_that_stays_busy_is_given_up(hub: Hub, remote: LocalHub, tmp_path: Path, status: int) -> None:
    remote.statuses[f"GET {NAME}"] = [status] * 20
    with pytest.raises(ModelError, match=f"too busy and answers {status} each time"):
        fetch(hub, tmp_path / "big")
    remote.statuses[f"HEAD {NAME}"] = [status] * 20
    with pytest.raises(ModelError, match=f"answers {status} each time"):
        hub.facts(FILE)


def test_a_hub_that_wants_long_peace_is_believed(hub: Hub, remote: LocalHub, tmp_path: Path) -> None:
    remote.statuses[f"GET {NAME}"], remote.retry_after = [429], "3600"
    with pytest.raises(ModelError, match=r"429.*3600 seconds.*Try again later"):
        fetch(hub, tmp_path / "big")


def test_a_missing_file_is_named(hub: Hub, tmp_path: Path) -> None:
    missing = HubFile("somebody/colours", COMMIT, "nothing.bin")
    with pytest.raises(ModelError, match=r"does not have nothing.bin of somebody/colours .*404"):
        hub.facts(missing)
    with pytest.raises(ModelError, match=r"404"):
        hub.fetch(missing, tmp_path / "x", size=None, progress=lambda _: None)
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("status", [401, 403])
def test_a_closed_repository_is_named(hub: Hub, remote: LocalHub, status: int) -> None:
    remote.statuses[f"HEAD {NAME}"] = [status]
    with pytest.raises(ModelError, match=f"does not give out big.bin .*{status}"):
        hub.facts(FILE)


def test_without_a_network_there_is_one_sentence(tmp_path: Path) -> None:
    with Hub("http://127.0.0.1:1", patience=0.001) as nowhere:
        with pytest.raises(ModelError, match=r"127.0.0.1:1 cannot be reached .*Check the network"):
            nowhere.facts(FILE)
        with pytest.raises(ModelError, match="cannot be reached"):
            nowhere.fetch(FILE, tmp_path / "x", size=None, progress=lambda _: None)


def test_offline_is_honoured(
    hub: Hub, remote: LocalHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE"):
        hub.facts(FILE)
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE"):
        fetch(hub, tmp_path / "big")
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE"):
        Hub()
    assert not remote.requests


def test_a_full_disk_keeps_what_came(hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ModelError, match="the disk is full"):
        fetch(hub, tmp_path / "big")
    assert (tmp_path / "big").is_file()


def test_a_call_to_stop_keeps_what_came(hub: Hub, tmp_path: Path) -> None:
    def stop(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        hub.fetch(FILE, tmp_path / "big", size=len(CONTENT), progress=stop)
    assert 0 < (tmp_path / "big").stat().st_size < len(CONTENT)
    fetch(hub, tmp_path / "big")
    assert (tmp_path / "big").read_bytes() == CONTENT


def test_no_token_and_no_telemetry(
    hub: Hub, remote: LocalHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    home = tmp_path / "hf"
    monkeypatch.setenv("HF_HOME", str(home))
    hub.facts(FILE)
    fetch(hub, tmp_path / "big")
    assert all("secret" not in str(request.headers) for request in remote.requests)
    assert all("/api/" not in request.path for request in remote.requests)
    assert not home.exists(), "the cache of other programs is left alone"
    shutil.rmtree(home, ignore_errors=True)

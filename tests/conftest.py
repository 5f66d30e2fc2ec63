"""Rules for every test: a home of its own, no network, no threads left behind, no unexpected log lines."""

import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts

from mindseye.clip import ModelManifest
from mindseye.library import Library
from tests.support.counting import CountingLoader
from tests.support.fake_model import write_fake_model

_PATIENCE = 5.0
"""Seconds that threads which are ending may take to be gone."""


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keeps the user's own library, settings and models out of the tests."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("MINDSEYE_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def no_network() -> None:
    """Only this computer can be reached; a file socket is no network."""
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    """Every thread that a test starts ends with it."""
    before = set(threading.enumerate())
    yield
    end = time.monotonic() + _PATIENCE
    for thread in set(threading.enumerate()) - before:
        thread.join(max(end - time.monotonic(), 0))
    left = [thread.name for thread in set(threading.enumerate()) - before]
    assert not left, f"threads left behind: {left}"


@pytest.fixture(autouse=True)
def calm_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests run at full speed, whatever the computer does beside them."""
    monkeypatch.setattr("mindseye.machine.on_battery", lambda: False)
    monkeypatch.setattr("mindseye.machine.OthersLoad.share", lambda self: 0.0)


@pytest.fixture
def expected_logs() -> list[str]:
    """A test adds the beginnings of the warnings it expects."""
    return []


@pytest.fixture(autouse=True)
def no_unexpected_logs(caplog: pytest.LogCaptureFixture, expected_logs: list[str]) -> Iterator[None]:
    """A warning or an error in the log fails a test that does not expect it."""
    yield
    unexpected = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING
        and not any(record.getMessage().startswith(start) for start in expected_logs)
    ]
    assert not unexpected, f"unexpected log lines: {unexpected}"


@pytest.fixture(scope="session")
def photographs() -> Path:
    """The folder of real photographs and recorded vectors; not part of the repository."""
    named = os.environ.get("MINDSEYE_TEST_DATA")
    if not named:
        pytest.skip("MINDSEYE_TEST_DATA names no folder of photographs")
    folder = Path(named).resolve()  # as the library names it, whatever links lead there
    if not folder.is_dir():
        pytest.skip(f"MINDSEYE_TEST_DATA names {folder}, which is not there")
    return folder


@pytest.fixture
def manifest(tmp_path: Path) -> ModelManifest:
    """The description of the model that knows colours."""
    return write_fake_model(tmp_path / "model")


@pytest.fixture
def loader() -> CountingLoader:
    """Counts what is embedded."""
    return CountingLoader()


@pytest.fixture
def library(tmp_path: Path, manifest: ModelManifest, loader: CountingLoader) -> Iterator[Library]:
    """An empty open library with the model that knows colours."""
    with Library.open(tmp_path / "library", manifest, load_session=loader) as opened:
        yield opened

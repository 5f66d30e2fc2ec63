"""The watcher says "look here" once a burst, for what others do and not for our own reading."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent

from mindseye.folders import watch
from mindseye.folders.watch import Watcher

PATIENCE = 10.0


class Looks:
    """Collects what a watcher tells."""

    def __init__(self) -> None:
        self.told: list[frozenset[Path]] = []
        self._condition = threading.Condition()

    def __call__(self, folders: frozenset[Path]) -> None:
        with self._condition:
            self.told.append(folders)
            self._condition.notify_all()

    def wait_for(self, count: int) -> None:
        with self._condition:
            assert self._condition.wait_for(lambda: len(self.told) >= count, PATIENCE), self.told


@pytest.fixture(autouse=True)
def _short_bursts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "QUIET_SECONDS", 0.1)


@pytest.fixture
def looks() -> Looks:
    """What the watcher told."""
    return Looks()


@pytest.fixture
def watcher(looks: Looks) -> Iterator[Watcher]:
    """A watcher that watches nothing yet."""
    opened = Watcher(looks, [".jpg"])
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    made = tmp_path / "photos"
    made.mkdir()
    return made


CHANGES: dict[str, Callable[[Path], object]] = {
    "a new file": lambda folder: (folder / "new.jpg").write_bytes(b"1"),
    "a new file far below": lambda folder: (folder / "x" / "y" / "new.jpg").write_bytes(b"1"),
    "a file that is written": lambda folder: (folder / "old.jpg").write_bytes(b"22"),
    "a file that goes": lambda folder: (folder / "old.jpg").unlink(),
    "a file that is renamed": lambda folder: (folder / "old.jpg").rename(folder / "x" / "new.jpg"),
    "a folder that is renamed": lambda folder: (folder / "x").rename(folder / "z"),
    "a file that gets its name when it is whole": lambda folder: _write_whole(folder / "new.JPG"),
    "a link to a folder": lambda folder: (folder / "more.2024").symlink_to(folder / "x"),
    "a link that goes": lambda folder: (folder / "link").unlink(),
}


def _write_whole(path: Path) -> None:
    path.with_suffix(".part").write_bytes(b"1")
    path.with_suffix(".part").rename(path)


@pytest.mark.parametrize("change", CHANGES)
def test_every_kind_of_change_is_told(folder: Path, watcher: Watcher, looks: Looks, change: str) -> None:
    (folder / "x" / "y").mkdir(parents=True)
    (folder / "old.jpg").write_bytes(b"1")
    (folder / "link").symlink_to(folder / "x")
    assert watcher.watch([folder]) == {}
    CHANGES[change](folder)
    looks.wait_for(1)
    assert looks.told[0] == {folder}


def test_a_file_that_is_written_in_many_pieces_is_told_once(
    folder: Path, watcher: Watcher, looks: Looks
) -> None:
    watcher.watch([folder])
    with (folder / "new.jpg").open("wb", buffering=0) as file:
        for _ in range(50):
            file.write(b"x" * 1000)
    looks.wait_for(1)
    (folder / "again.jpg").touch()
    looks.wait_for(2)
    assert len(looks.told) == 2


def test_a_burst_that_does_not_end_is_told_in_pieces(
    folder: Path, watcher: Watcher, looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "QUIET_SECONDS", 60.0)
    monkeypatch.setattr(watch, "LONGEST_SECONDS", 0.2)
    watcher.watch([folder])
    (folder / "new.jpg").touch()
    looks.wait_for(1)
    (folder / "other.jpg").touch()
    looks.wait_for(2)


def test_our_own_reading_is_not_told(
    folder: Path, watcher: Watcher, looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "old.jpg"
    path.write_bytes(b"1")
    heard, touched = set[str](), set[str]()
    original = watch._Toucher.on_any_event

    def listen(self: watch._Toucher, event: FileSystemEvent) -> None:
        heard.add(os.fsdecode(event.src_path))
        before, self._touch = self._touch, lambda folder: touched.add(os.fsdecode(event.src_path))
        original(self, event)
        self._touch = before
        if event.src_path == str(folder / "mark.jpg"):
            before(folder)

    monkeypatch.setattr(watch._Toucher, "on_any_event", listen)
    watcher.watch([folder])
    for _ in range(20):
        path.read_bytes()
        list(folder.iterdir())
    # The events come in order: when this change is told, those of the reading are through.
    (folder / "mark.jpg").touch()
    looks.wait_for(1)
    assert str(path) in heard
    assert str(path) not in touched


def test_what_programs_keep_beside_photos_is_not_told(tmp_path: Path, watcher: Watcher, looks: Looks) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    (one / "library").mkdir(parents=True)
    two.mkdir()
    watcher.watch([one, two])
    for name in ("catalog.sqlite", "catalog.sqlite-wal", "library/decoding.journal"):
        (one / name).write_bytes(b"1")
        (one / name).write_bytes(b"22")
        (one / name).unlink()
    # The system tells of one folder after the other: had the first mattered, both would be told together.
    (two / "a.jpg").touch()
    looks.wait_for(1)
    assert looks.told == [{two}]


def test_only_the_folders_that_changed_are_told(tmp_path: Path, watcher: Watcher, looks: Looks) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for each in (one, two):
        each.mkdir()
    watcher.watch([one, two])
    (two / "a.jpg").touch()
    looks.wait_for(1)
    assert looks.told == [{two}]


def test_a_folder_that_is_no_longer_wanted_is_not_told(
    tmp_path: Path, watcher: Watcher, looks: Looks
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for each in (one, two):
        each.mkdir()
    watcher.watch([one, two])
    watcher.watch([two])
    (one / "a.jpg").touch()
    (two / "a.jpg").touch()
    looks.wait_for(1)
    assert looks.told == [{two}]
    watcher.watch([one, two])
    (one / "b.jpg").touch()
    looks.wait_for(2)
    assert looks.told[1] == {one}


def test_a_folder_that_cannot_be_watched_is_told_with_the_reason(
    tmp_path: Path, folder: Path, watcher: Watcher, looks: Looks
) -> None:
    missing = tmp_path / "nowhere"
    failed = watcher.watch([folder, missing])
    assert set(failed) == {missing}
    assert failed[missing]
    (folder / "a.jpg").touch()
    looks.wait_for(1)
    missing.mkdir()
    assert watcher.watch([folder, missing]) == {}
    (missing / "a.jpg").touch()
    looks.wait_for(2)


def test_nothing_is_told_once_the_watcher_is_closed(folder: Path) -> None:
    looks = Looks()
    watcher = Watcher(looks, [".jpg"])
    watcher.watch([folder])
    (folder / "a.jpg").touch()
    watcher.close()
    told = len(looks.told)
    (folder / "b.jpg").touch()
    assert len(looks.told) == told
    assert not [thread.name for thread in threading.enumerate() if thread.name == "watcher"]


def test_closing_in_the_middle_of_a_burst_takes_no_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "QUIET_SECONDS", 60.0)
    monkeypatch.setattr(watch, "LONGEST_SECONDS", 60.0)
    watcher = Watcher(Looks(), [".jpg"])
    watcher.watch([folder])
    (folder / "a.jpg").touch()
    began = time.monotonic()
    watcher.close()
    assert time.monotonic() - began < 5


@pytest.mark.skipif(sys.platform != "linux", reason="it is inotify's queue")
def test_after_an_overflow_every_folder_is_told(tmp_path: Path, watcher: Watcher, looks: Looks) -> None:
    from watchdog.observers.inotify_c import InotifyConstants, InotifyEvent

    folders = {tmp_path / name for name in ("one", "two")}
    for each in folders:
        each.mkdir()
    watcher.watch(folders)
    # As the kernel puts it: no watch, no name.
    watcher._observer._inotify_fd.handle_event(  # type: ignore[attr-defined]
        InotifyEvent(-1, InotifyConstants.IN_Q_OVERFLOW, 0, b"")
    )
    looks.wait_for(1)
    assert looks.told == [folders]
    # And it goes on watching.
    (tmp_path / "two" / "a.jpg").touch()
    looks.wait_for(2)
    assert looks.told[1] == {tmp_path / "two"}


def test_a_folder_that_goes_and_comes_back_is_told_and_watched_again(
    folder: Path, watcher: Watcher, looks: Looks
) -> None:
    watcher.watch([folder])
    folder.rename(folder.with_name("away"))
    folder.with_name("away").rmdir()
    looks.wait_for(1)
    watcher.watch([])
    folder.mkdir()
    assert watcher.watch([folder]) == {}
    (folder / "a.jpg").touch()
    looks.wait_for(2)
    assert looks.told[-1] == {folder}


FEW_WATCHES = """
import sys, time
from pathlib import Path
from mindseye.folders import watch
folder = Path(sys.argv[1])
few, many = Path("/proc/sys/user/max_inotify_watches"), 10_000
watcher = watch.Watcher(lambda _: None, [".jpg"])
few.write_text("20")
print(*watcher.watch([folder]).values())
few.write_text(str(many))
print(*watcher.watch([folder]).values())
watch._RETRY_SECONDS = 0.0
print(*watcher.watch([folder]).values(), "all")
few.write_text("64")
for number in range(60):
    (folder / f"more{number}").mkdir()
time.sleep(2)
print(*watcher.watch([folder]).values())
watcher.close()
"""


@pytest.mark.skipif(not hasattr(os, "fork") or shutil.which("unshare") is None, reason="needs unshare(1)")
def test_sub_folders_that_the_system_has_no_watches_for_are_noticed(folder: Path) -> None:
    for number in range(40):
        (folder / str(number)).mkdir()
    ended = subprocess.run(
        ["unshare", "-Ur", sys.executable, "-c", FEW_WATCHES, str(folder)],
        check=False, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    if "unshare" in ended.stderr:
        pytest.skip("no user namespaces here")
    no_more = "the system watches no more folders"
    assert ended.stdout.splitlines() == [no_more, no_more, "all", no_more], ended.stderr


def test_watchdog_says_nothing_of_folders_that_it_finds_twice() -> None:
    # In a process of its own, since pytest goes by other filters.
    program = (
        "import warnings; import mindseye.folders.watch;"
        "warnings.warn(\"Callback with id '3' already exists for watch x.\", RuntimeWarning);"
        "warnings.warn('another', RuntimeWarning)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "another" in done.stderr
    assert "Callback" not in done.stderr

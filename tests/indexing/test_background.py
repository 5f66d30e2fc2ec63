"""The library keeps itself in line with its folders while it is open."""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.contents import names
from tests.support.counting import CountingLoader, Heard
from tests.support.pictures import write_picture, write_pictures

from mindseye.errors import Cancelled, CatalogError
from mindseye.events import FoldersChanged, IndexingProgress, Phase, PhotosChanged
from mindseye.folders import watch
from mindseye.indexing import RunSummary, indexer
from mindseye.indexing.lookout import Lookout
from mindseye.library import Library
from mindseye.operations.watched_folders import add_folders, list_folders


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "QUIET_SECONDS", 0.05)
    monkeypatch.setattr(indexer, "PRESENCE_SECONDS", 0.1)


def idle(event: IndexingProgress) -> bool:
    return event.phase is Phase.IDLE


def added(event: PhotosChanged) -> bool:
    return bool(event.added)


def settle(library: Library, heard: Heard) -> None:
    """Starts the indexer and waits until it has nothing to do."""
    library.indexer.start()
    heard.wait_for(IndexingProgress, idle)
    heard.forget()


def test_what_is_there_is_indexed_when_it_starts(library: Library, folder: Path, heard: Heard) -> None:
    write_pictures(folder, 5)
    add_folders(library, [folder])
    settle(library, heard)
    assert len(names(library)) == 5


def test_a_new_file_appears_by_itself(library: Library, folder: Path, heard: Heard) -> None:
    add_folders(library, [folder])
    settle(library, heard)
    write_picture(folder / "new.jpg")
    heard.wait_for(PhotosChanged, added)
    heard.wait_for(IndexingProgress, idle)
    assert names(library) == {"new.jpg"}


def test_a_folder_that_is_added_later_is_watched_too(library: Library, folder: Path, heard: Heard) -> None:
    settle(library, heard)
    write_picture(folder / "first.jpg")
    add_folders(library, [folder])
    library.indexer.look()
    heard.wait_for(PhotosChanged, added)
    heard.wait_for(IndexingProgress, idle)
    heard.forget()
    write_picture(folder / "x" / "second.jpg", seed=1)
    heard.wait_for(PhotosChanged, added)
    assert names(library) == {"first.jpg", "second.jpg"}


def test_a_file_that_is_deleted_vanishes_by_itself(library: Library, folder: Path, heard: Heard) -> None:
    path = write_picture(folder / "a.jpg")
    add_folders(library, [folder])
    settle(library, heard)
    path.unlink()
    heard.wait_for(PhotosChanged)
    assert names(library) == set()


@pytest.mark.parametrize("holds_library", [False, True])
def test_it_rests_when_nothing_happens(
    library: Library, folder: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch, holds_library: bool
) -> None:
    write_pictures(folder, 3)
    add_folders(library, [library.directory.parent if holds_library else folder])
    library.indexer.index()  # makes folders in the library, which are news where that is watched
    settle(library, heard)
    looked = threading.Semaphore(0)
    real = Lookout.turned

    def count(self: Lookout) -> bool:
        looked.release()
        return real(self)

    monkeypatch.setattr(Lookout, "turned", count)
    for path in folder.iterdir():
        path.read_bytes()
    # Three rounds of its waiting: our reading, and its own, were not taken for changes.
    for _ in range(3):
        assert looked.acquire(timeout=15)
    assert heard.of(IndexingProgress) == []


def test_a_folder_that_goes_away_and_comes_back_is_noticed_and_watched_again(
    library: Library, folder: Path, heard: Heard, loader: CountingLoader
) -> None:
    write_picture(folder / "a.jpg")
    add_folders(library, [folder])
    settle(library, heard)
    away = folder.rename(folder.with_name("away"))
    heard.wait_for(FoldersChanged)
    assert not list_folders(library)[0].online
    assert names(library) == {"a.jpg"}
    heard.wait_for(IndexingProgress, idle)
    heard.forget()

    away.rename(folder)
    heard.wait_for(FoldersChanged)
    write_picture(folder / "b.jpg", seed=1)
    heard.wait_for(PhotosChanged, added)
    assert names(library) == {"a.jpg", "b.jpg"}
    assert loader.pictures == 2


def test_pausing_holds_the_work_and_resuming_finishes_it(
    library: Library, folder: Path, heard: Heard, loader: CountingLoader
) -> None:
    write_pictures(folder, 30)
    add_folders(library, [folder])
    library.indexer.pause()
    assert library.indexer.paused
    library.indexer.start()
    held = heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.PAUSED)
    assert (held.done, held.seconds_left) == (0, None)
    assert loader.pictures == 0
    library.indexer.resume()
    assert not library.indexer.paused
    heard.wait_for(IndexingProgress, idle)
    assert loader.pictures == 30
    assert len(names(library)) == 30


def test_closing_ends_paused_work(library: Library, folder: Path, heard: Heard) -> None:
    write_pictures(folder, 5)
    add_folders(library, [folder])
    library.indexer.pause()
    library.indexer.start()
    heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.PAUSED)
    library.indexer.close()
    assert names(library) == set()


def test_closing_while_it_indexes_is_quick_and_keeps_what_was_done(
    open_library: Callable[[], Library], folder: Path, loader: CountingLoader
) -> None:
    write_pictures(folder, 200)
    with open_library() as library:
        heard = Heard(library.events)
        add_folders(library, [folder])
        library.indexer.start()
        heard.wait_for(PhotosChanged, added)
        began = time.monotonic()
    assert time.monotonic() - began < 5
    done = loader.pictures
    assert done < 200
    with open_library() as library:
        library.indexer.index()
        assert len(names(library)) == 200
    assert loader.pictures == 200


def test_closing_twice_and_closing_what_never_started_is_harmless(library: Library, heard: Heard) -> None:
    library.indexer.close()
    library.indexer.close()


def test_an_error_of_the_world_is_told_and_the_next_change_tries_again(
    library: Library,
    folder: Path,
    heard: Heard,
    monkeypatch: pytest.MonkeyPatch,
    expected_logs: list[str],
) -> None:
    expected_logs.append("Indexing stopped: The disk is full.")
    add_folders(library, [folder])
    settle(library, heard)

    def fail(*arguments: object) -> RunSummary:
        raise CatalogError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(indexer.IndexingRun, "execute", fail)
        write_picture(folder / "a.jpg")
        failed = heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.FAILED)
        assert failed.message == "The disk is full."
    heard.forget()
    write_picture(folder / "b.jpg", seed=1)
    heard.wait_for(PhotosChanged, added)
    heard.wait_for(IndexingProgress, idle)
    assert names(library) == {"a.jpg", "b.jpg"}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_ends_the_thread_and_is_told(
    library: Library, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> RunSummary:
        raise ZeroDivisionError

    monkeypatch.setattr(indexer.IndexingRun, "execute", fail)
    library.indexer.start()
    failed = heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.FAILED)
    assert "error in Mindseye" in failed.message
    library.indexer.close()


def test_a_folder_that_cannot_be_watched_is_indexed_all_the_same(
    library: Library,
    folder: Path,
    heard: Heard,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def too_many(*arguments: object, **options: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.api.BaseObserver.schedule", too_many)
    caplog.set_level(logging.INFO, "mindseye")
    write_picture(folder / "a.jpg")
    add_folders(library, [folder])
    settle(library, heard)
    assert names(library) == {"a.jpg"}
    assert "the system watches no more folders" in caplog.text


def test_the_estimate_of_the_time_left_waits_for_some_experience(
    library: Library, folder: Path, heard: Heard
) -> None:
    write_pictures(folder, 64)
    add_folders(library, [folder])
    library.indexer.index()
    counted = [event for event in heard.of(IndexingProgress) if event.phase is Phase.INDEXING]
    assert [event.seconds_left is None for event in counted] == [event.done < 32 for event in counted]
    assert counted[-1].seconds_left == 0


def test_a_pass_of_its_own_and_one_that_is_asked_for_do_not_meet(
    library: Library, folder: Path, heard: Heard, loader: CountingLoader
) -> None:
    write_pictures(folder, 30)
    add_folders(library, [folder])
    library.indexer.start()
    try:
        library.indexer.index()
    except Cancelled:
        pytest.fail("the library is open")
    heard.wait_for(IndexingProgress, idle)
    assert loader.pictures == 30


def test_what_another_process_does_is_noticed_and_found(
    library: Library, folder: Path, heard: Heard, open_library: Callable[[], Library]
) -> None:
    add_folders(library, [folder])
    settle(library, heard)
    elsewhere = folder.parent / "elsewhere"
    write_pictures(elsewhere, 3)
    with open_library() as other:
        add_folders(other, [elsewhere])
        other.indexer.index()
    heard.wait_for(FoldersChanged)
    heard.wait_for(PhotosChanged)
    heard.wait_for(IndexingProgress, lambda event: idle(event) and len(library.spaces.active.index) == 3)
    assert len(names(library)) == 3


def test_what_this_process_does_is_not_taken_for_another(library: Library, folder: Path) -> None:
    write_pictures(folder, 2)
    add_folders(library, [folder])
    library.indexer.index()
    assert not library.catalog.changed_elsewhere()

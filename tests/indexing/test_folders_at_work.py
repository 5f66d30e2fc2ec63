"""What a library makes of its folders: left out, edited, linked, still being written, or not watched."""

import errno
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from tests.support.contents import names, problems
from tests.support.counting import CountingLoader, Heard
from tests.support.pictures import write_picture, write_pictures

from mindseye.catalog import Connection
from mindseye.events import FoldersChanged, IndexingProgress, Phase
from mindseye.folders.watch import Watcher
from mindseye.indexing import RunSummary, indexer, prepare
from mindseye.indexing.scan import scan
from mindseye.library import Library
from mindseye.operations.watched_folders import add_folders, list_folders, polled_folders, set_excludes
from mindseye.tasks import CancelToken

Index = Callable[[], RunSummary]


def is_idle(progress: IndexingProgress) -> bool:
    return progress.phase is Phase.IDLE


def say_of(library: Library, name: str, label: str) -> None:
    """Confirms a tag of the photo in a file."""

    def store(connection: Connection) -> None:
        (photo_id,) = connection.execute(
            "SELECT photo_id FROM files WHERE path = ?", (os.fsencode(name),)
        ).fetchone()
        connection.execute("INSERT INTO tags VALUES (?, '', ?, 'user', 'confirmed')", (photo_id, label))
        connection.execute("INSERT INTO ratings VALUES (?, 4, 'user')", (photo_id,))
        connection.execute("INSERT INTO captions VALUES (?, 'at the lake', 'user')", (photo_id,))

    library.catalog.write(store)


def said_of(library: Library, name: str) -> list[tuple[object, ...]]:
    """Tags, rating and caption of the photo in a file."""
    with library.catalog.read() as connection:
        return [
            tuple(row)
            for row in connection.execute(
                "SELECT label, state, rating, caption FROM files LEFT JOIN tags USING (photo_id)"
                " LEFT JOIN ratings USING (photo_id) LEFT JOIN captions USING (photo_id)"
                " WHERE path = ? AND coalesce(category, '') = ''",
                (os.fsencode(name),),
            )
        ]


SAID = [("boat", "confirmed", 4, "at the lake")]


def test_a_file_that_is_edited_in_place_keeps_what_people_said(
    library: Library, folder: Path, index: Index
) -> None:
    write_pictures(folder, 3)
    write_picture(folder / "a.jpg", "red")
    index()
    say_of(library, "a.jpg", "boat")
    write_picture(folder / "a.jpg", "blue", seed=99)
    assert index().embedded == 1
    assert said_of(library, "a.jpg") == SAID
    # Saved by way of a broken state, as a program that is slow does it.
    (folder / "a.jpg").write_bytes(b"\xff\xd8\xff")
    os.utime(folder / "a.jpg", (1, 1))
    index()
    write_picture(folder / "a.jpg", "green", seed=100)
    index()
    assert said_of(library, "a.jpg") == SAID


def test_files_that_swap_their_names_do_not_swap_what_people_said(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    for number, name in enumerate("ab"):
        write_picture(folder / f"{name}.jpg", "red", seed=number, size=(96 + 8 * number, 64))
    index()
    say_of(library, "a.jpg", "boat")
    first, second = (folder / "a.jpg").read_bytes(), (folder / "b.jpg").read_bytes()
    (folder / "a.jpg").write_bytes(second)
    (folder / "b.jpg").write_bytes(first)
    index()
    assert loader.pictures == 2
    assert said_of(library, "b.jpg") == SAID
    assert said_of(library, "a.jpg") == [(None, None, None, None)]


def test_of_two_copies_the_one_that_is_edited_takes_along_what_was_said(
    library: Library, folder: Path, index: Index
) -> None:
    write_picture(folder / "a.jpg", "red")
    shutil.copy(folder / "a.jpg", folder / "b.jpg")
    index()
    say_of(library, "a.jpg", "boat")
    write_picture(folder / "b.jpg", "blue", seed=9)
    index()
    assert said_of(library, "a.jpg") == said_of(library, "b.jpg") == SAID


def test_an_edit_that_is_taken_back_brings_along_what_was_said_meanwhile(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    before = write_picture(folder / "a.jpg", "red").read_bytes()
    index()
    write_picture(folder / "a.jpg", "blue", seed=9)
    index()
    say_of(library, "a.jpg", "boat")
    (folder / "a.jpg").write_bytes(before)
    index()
    assert loader.pictures == 2
    assert said_of(library, "a.jpg") == SAID


def test_a_move_between_watched_folders_embeds_nothing_and_loses_no_tag(
    library: Library, tmp_path: Path, loader: CountingLoader
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    write_pictures(one, 4)
    two.mkdir()
    write_picture(one / "a.jpg", "red", seed=50)
    add_folders(library, [one, two])
    library.indexer.index()
    say_of(library, "a.jpg", "boat")
    shutil.move(one / "a.jpg", two / "b.jpg")
    library.indexer.index()
    assert loader.pictures == 5
    assert said_of(library, "b.jpg") == SAID


def test_a_name_that_only_changes_its_case_is_a_move(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    write_picture(folder / "Lake.JPG".lower(), "red")
    index()
    (folder / "lake.jpg").rename(folder / "Lake.JPG")
    index()
    assert loader.pictures == 1
    assert names(library) == {"Lake.JPG"}


def test_what_is_left_out_is_not_found_and_costs_nothing_when_it_is_let_in_again(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    write_pictures(folder, 3)
    write_picture(folder / "old" / "a.jpg", seed=60)
    write_picture(folder / "b.png", seed=61)
    index()
    (watched,) = list_folders(library)
    assert set_excludes(library, watched.id, ["old/", "", "*.png"]) == ("old/", "*.png")
    index()
    assert len(names(library)) == 3
    assert list_folders(library)[0].excludes == ("old/", "*.png")
    set_excludes(library, watched.id, [])
    index()
    assert len(names(library)) == 5
    assert loader.pictures == 5


def test_a_file_that_is_still_being_written_is_waited_for(
    library: Library, folder: Path, heard: Heard
) -> None:
    whole = write_picture(folder / "a.jpg", size=(640, 480)).read_bytes()
    (folder / "a.jpg").write_bytes(whole[: len(whole) // 2])
    add_folders(library, [folder])
    library.indexer.start()
    heard.wait_for(IndexingProgress, is_idle)
    assert problems(library) == {}
    (folder / "a.jpg").write_bytes(whole)
    heard.wait_for(IndexingProgress, lambda _: bool(names(library)))


def test_a_file_that_stays_half_is_refused_in_the_end(
    library: Library, folder: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare, "SETTLING_SECONDS", 0.5)
    whole = write_picture(folder / "a.jpg", size=(640, 480)).read_bytes()
    (folder / "a.jpg").write_bytes(whole[: len(whole) // 2])
    add_folders(library, [folder])
    library.indexer.start()
    heard.wait_for(IndexingProgress, lambda event: event.failed == 1)
    assert set(problems(library)) == {"a.jpg"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_folder_that_a_link_leads_to_is_watched(
    library: Library, folder: Path, tmp_path: Path, heard: Heard
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / "link").symlink_to(elsewhere)
    write_picture(folder / "a.jpg")
    add_folders(library, [folder])
    library.indexer.start()
    heard.wait_for(IndexingProgress, is_idle)
    heard.forget()
    write_picture(elsewhere / "b.jpg", "blue", seed=7)
    heard.wait_for(IndexingProgress, lambda _: len(names(library)) == 2)


def test_a_folder_that_the_system_does_not_watch_is_looked_at_by_the_clock(
    library: Library, folder: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhausted(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(indexer, "PRESENCE_SECONDS", 0.05)
    monkeypatch.setattr("mindseye.folders.polling.SHORTEST_SECONDS", 0.1)
    opened = Watcher.__init__

    def without_watches(
        self: Watcher, look: Callable[[frozenset[Path]], None], suffixes: Iterable[str]
    ) -> None:
        opened(self, look, suffixes)
        monkeypatch.setattr(self._observer, "schedule", exhausted)

    monkeypatch.setattr(Watcher, "__init__", without_watches)
    write_picture(folder / "a.jpg")
    add_folders(library, [folder])
    library.indexer.start()
    heard.wait_for(FoldersChanged, lambda _: bool(polled_folders(library)))
    (polled,) = polled_folders(library).values()
    assert polled.reason == "the system watches no more folders"
    heard.wait_for(IndexingProgress, is_idle)
    write_picture(folder / "b.jpg", "blue", seed=8)
    heard.wait_for(IndexingProgress, lambda _: len(names(library)) == 2)


def test_a_path_longer_than_the_system_takes_stops_nothing(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    write_picture(folder / "a.jpg")
    write_picture(folder / ("n" * 250 + ".jpg"), seed=1)
    write_picture(folder / "日本語 🦉 e\u0301.jpg", seed=2)
    # Deeper than a path may be long; it can only be made step by step.
    here = os.open(folder, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("d" * 250, dir_fd=here)
        below = os.open("d" * 250, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    assert index().embedded == 3
    assert index().total == 0
    assert loader.pictures == 3


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_half_a_million_files_in_one_folder_are_walked_and_compared(library: Library, folder: Path) -> None:
    count = 500_000
    for number in range(count):
        os.close(os.open(folder / f"{number}.jpg", os.O_CREAT | os.O_WRONLY))
    (watched,) = add_folders(library, [folder])
    token = CancelToken()
    assert len(scan(library.catalog, watched, token).plan.new) == count
    again = scan(library.catalog, list_folders(library)[0], token).plan
    assert (again.unchanged, again.empty) == (count, True)
    folder.joinpath("0.jpg").rename(folder / "moved.jpg")
    folder.joinpath("1.jpg").unlink()
    third = scan(library.catalog, list_folders(library)[0], token).plan
    assert (len(third.moved), len(third.gone), third.unchanged) == (1, 1, count - 2)
    shutil.rmtree(folder)  # pytest would keep it for some sessions

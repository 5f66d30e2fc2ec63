"""What was committed is never done again: after a stop, a lost index, other categories, another process."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.contents import labels, names
from tests.support.counting import CountingLoader, Heard
from tests.support.fake_model import FakeSession
from tests.support.pictures import write_picture, write_pictures

from mindseye import paths
from mindseye.catalog import Connection
from mindseye.clip import ModelManifest
from mindseye.errors import Cancelled, CatalogError, ModelError
from mindseye.events import IndexingProgress, Phase, PhotosChanged
from mindseye.indexing import RunSummary, run
from mindseye.library import Library
from mindseye.operations.browse import all_tiles
from mindseye.operations.watched_folders import add_folders
from mindseye.search import Query, SimilarTo
from mindseye.vectors import sketch_file, store

Open = Callable[[], Library]


def index_all(open_library: Open, folder: Path) -> RunSummary:
    """Opens, does one pass, and closes."""
    with open_library() as library:
        add_folders(library, [folder])
        return library.indexer.index()


def index_file(tmp_path: Path) -> Path:
    (found,) = (tmp_path / "library" / "index").glob("*.usearch")
    return found


def test_a_pass_that_was_called_off_is_completed_without_embedding_anything_twice(
    open_library: Open, folder: Path, loader: CountingLoader
) -> None:
    write_pictures(folder, 60)
    with open_library() as library:
        add_folders(library, [folder])

        def stop(progress: IndexingProgress) -> None:
            if progress.done:
                library.indexer.close()

        library.events.subscribe(IndexingProgress, stop)
        with pytest.raises(Cancelled):
            library.indexer.index()
        kept = len(all_tiles(library))
        assert names(library) == {path.name for path in _shown(library)}
    assert 0 < kept < 60
    assert loader.pictures == kept

    summary = index_all(open_library, folder)
    assert summary.embedded == 60 - kept
    assert loader.pictures == 60


def _shown(library: Library) -> set[Path]:
    with library.catalog.read() as connection:
        return set(run.photos.first_paths(connection, [tile.id for tile in all_tiles(library)]).values())


def test_a_closed_indexer_begins_nothing(library: Library) -> None:
    library.indexer.close()
    with pytest.raises(Cancelled):
        library.indexer.index()


def test_a_model_that_fails_loses_nothing_that_was_committed(
    tmp_path: Path, manifest: ModelManifest, folder: Path, loader: CountingLoader
) -> None:
    write_pictures(folder, 40)

    class FailsLater(FakeSession):
        def run(self, inputs):  # type: ignore[no-untyped-def]
            if self.is_image and len(self.runs) == 1:
                raise ModelError("The graphics card is gone.")
            return super().run(inputs)

    with Library.open(tmp_path / "library", manifest, load_session=FailsLater) as library:
        add_folders(library, [folder])
        with pytest.raises(ModelError, match="graphics card"):
            library.indexer.index()
        assert len(names(library)) == 16
    with Library.open(tmp_path / "library", manifest, load_session=loader) as library:
        assert library.indexer.index().embedded == 24
    assert loader.pictures == 24


def test_a_full_disk_loses_nothing_that_was_committed(
    library: Library, folder: Path, loader: CountingLoader
) -> None:
    for number in range(140):
        write_picture(folder / f"{number}.png", seed=number, size=(24, 24))
    add_folders(library, [folder])

    def limit_pages(connection: Connection) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    def fill_disk(progress: IndexingProgress) -> None:
        if progress.done == 16:
            library.catalog.write(limit_pages)

    unsubscribe = library.events.subscribe(IndexingProgress, fill_disk)
    with pytest.raises(CatalogError, match="is full"):
        library.indexer.index()
    unsubscribe()
    kept = len(all_tiles(library))
    assert 16 <= kept < 140
    assert len(names(library)) == kept

    library.catalog.write(lambda connection: connection.execute("PRAGMA max_page_count = 1000000"))
    assert library.indexer.index().embedded == 140 - kept
    assert len(names(library)) == 140


@pytest.mark.parametrize("damage", ["deleted", "cut", "flipped"])
def test_an_index_that_was_lost_is_made_again_from_the_catalog(
    open_library: Open,
    folder: Path,
    loader: CountingLoader,
    tmp_path: Path,
    damage: str,
    expected_logs: list[str],
) -> None:
    if damage != "deleted":
        expected_logs.append("The search index was damaged")
    write_pictures(folder, 20)
    index_all(open_library, folder)
    path = index_file(tmp_path)
    content = bytearray(path.read_bytes())
    if damage == "deleted":
        path.unlink()
    elif damage == "cut":
        path.write_bytes(content[: len(content) // 3])
    else:
        content[500] ^= 1
        path.write_bytes(content)

    with open_library() as library:
        assert library.indexer.index().total == 0
        assert len(names(library)) == 20
        for tile in all_tiles(library):
            hits = library.engine.search(Query((SimilarTo(tile.id),)), 20)
            (itself,) = [hit for hit in hits if hit.photo_id == tile.id]
            assert itself.score == pytest.approx(1, abs=1e-3)
    assert loader.pictures == 20
    with open_library() as library:
        assert len(names(library)) == 20


def test_the_codes_of_a_large_index_are_made_by_a_pass_and_made_again_when_lost(
    open_library: Open, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "EXACT_UP_TO", 10)
    write_pictures(folder, 20)
    index_all(open_library, folder)
    codes = sketch_file(index_file(tmp_path))
    made = codes.read_bytes()
    codes.unlink()
    with open_library() as library:
        assert not library.spaces.active.index.has_codes
        library.indexer.index()
        assert library.spaces.active.index.has_codes
        assert codes.read_bytes() == made
        assert len(names(library)) == 20


def test_an_index_that_missed_the_last_photos_gets_them(
    open_library: Open, folder: Path, loader: CountingLoader, tmp_path: Path
) -> None:
    write_pictures(folder / "a", 5)
    index_all(open_library, folder)
    old = index_file(tmp_path).read_bytes()
    write_picture(folder / "late.jpg", seed=77)
    index_all(open_library, folder)
    index_file(tmp_path).write_bytes(old)
    with open_library() as library:
        library.indexer.index()
        assert "late.jpg" in names(library)
    assert loader.pictures == 6


def test_an_index_that_cannot_be_saved_stops_nothing(
    open_library: Open, folder: Path, tmp_path: Path, expected_logs: list[str]
) -> None:
    expected_logs.append("The search index")
    write_pictures(folder, 5)
    (tmp_path / "library").mkdir()
    with open_library() as library:
        (tmp_path / "library" / "index").touch()
        add_folders(library, [folder])
        assert library.indexer.index().embedded == 5
        assert len(library.spaces.active.index) == 5
    (tmp_path / "library" / "index").unlink()
    with open_library() as library:
        assert library.indexer.index().total == 0
        assert len(names(library)) == 5


def test_other_categories_are_judged_without_embedding_pictures_again(
    open_library: Open,
    folder: Path,
    loader: CountingLoader,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_picture(folder / "red.png", "red")
    write_picture(folder / "green.png", "green")
    index_all(open_library, folder)

    mine = tmp_path / "mine.toml"
    mine.write_text(
        '[[category]]\nname = "colour"\ncertain_from = 0.6\n'
        '[[category.label]]\nname = "warm"\nprompts = ["red"]\n'
        '[[category.label]]\nname = "cold"\nprompts = ["green"]\n',
        encoding="utf-8",
    )
    shipped = paths.resource
    monkeypatch.setattr(
        paths, "resource", lambda *parts: mine if parts == ("categories.toml",) else shipped(*parts)
    )
    with open_library() as library:
        heard = Heard(library.events)
        library.indexer.index()
        assert labels(library) == {"red.png": {("colour", "warm")}, "green.png": {("colour", "cold")}}
        assert heard.of(PhotosChanged) == [PhotosChanged(other=True)]
        heard.forget()
        library.indexer.index()
        assert heard.of(PhotosChanged) == []
    assert loader.pictures == 2


def test_another_vision_tower_embeds_anew_and_going_back_costs_nothing(
    tmp_path: Path, manifest: ModelManifest, folder: Path, loader: CountingLoader
) -> None:
    write_pictures(folder, 6)
    with Library.open(tmp_path / "library", manifest, load_session=loader) as library:
        add_folders(library, [folder])
        library.indexer.index()
    other = _with_another_mean(manifest)
    assert other.fingerprint != manifest.fingerprint
    with Library.open(tmp_path / "library", other, load_session=loader) as library:
        assert names(library) == set()
        assert library.indexer.index().embedded == 6
        assert len(names(library)) == 6
    assert loader.pictures == 12
    with Library.open(tmp_path / "library", manifest, load_session=loader) as library:
        assert len(names(library)) == 6
        assert library.indexer.index().total == 0
    assert loader.pictures == 12


def _with_another_mean(manifest: ModelManifest) -> ModelManifest:
    description = manifest.folder / "model.toml"
    text = description.read_text(encoding="utf-8").replace("mean = [0.5, 0.5, 0.5]", "mean = [0.4, 0.4, 0.4]")
    description.write_text(text, encoding="utf-8")
    return ModelManifest.load(manifest.folder)


@pytest.mark.timeout(60)
def test_it_waits_for_another_process_that_indexes_and_then_goes_on(
    library: Library, folder: Path, heard: Heard
) -> None:
    write_pictures(folder, 3)
    add_folders(library, [folder])
    hold = (
        "import sys, filelock\n"
        "with filelock.FileLock(sys.argv[1]):\n"
        "    print('held', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(library.directory / "indexing.lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        done: list[RunSummary] = []
        thread = threading.Thread(target=lambda: done.append(library.indexer.index()))
        thread.start()
        heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.WAITING)
        assert not done
        other.communicate(b"")
        thread.join()
    assert done[0].embedded == 3
    assert [event.phase for event in heard.of(IndexingProgress)].count(Phase.WAITING) == 1


def test_two_threads_of_one_process_take_turns(library: Library, folder: Path, heard: Heard) -> None:
    write_pictures(folder, 3)
    add_folders(library, [folder])
    may_go_on = threading.Event()

    def hold(event: PhotosChanged) -> None:
        if event.added:
            assert may_go_on.wait(15)

    library.events.subscribe(PhotosChanged, hold)
    done: list[RunSummary] = []
    threads = [threading.Thread(target=lambda: done.append(library.indexer.index())) for _ in range(2)]
    for thread in threads:
        thread.start()
    heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.WAITING)
    may_go_on.set()
    for thread in threads:
        thread.join()
    assert sorted(summary.embedded for summary in done) == [0, 3]


def test_waiting_for_another_process_can_be_called_off(library: Library, heard: Heard) -> None:
    begun, may_go_on = threading.Event(), threading.Event()

    def hold(event: IndexingProgress) -> None:
        if event.phase is Phase.LOOKING:
            begun.set()
            assert may_go_on.wait(15)

    library.events.subscribe(IndexingProgress, hold)
    ended: list[BaseException] = []

    def index() -> None:
        try:
            library.indexer.index()
        except Cancelled as error:
            ended.append(error)

    first = threading.Thread(target=index)
    first.start()
    assert begun.wait(15)
    second = threading.Thread(target=index)
    second.start()
    heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.WAITING)
    library.indexer.close()
    second.join()
    assert len(ended) == 1
    may_go_on.set()
    first.join()

"""One pass over a folder: what is embedded, what is only noted, and what is never done twice."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.support.contents import labels, names, problems
from tests.support.counting import CountingLoader, Heard
from tests.support.pictures import COLOURS, write_picture, write_pictures

from mindseye.catalog import photos as catalog_photos
from mindseye.catalog import tiles
from mindseye.catalog.files import WaitingFile
from mindseye.clip import ModelManifest
from mindseye.decoding import Decoder
from mindseye.events import FoldersChanged, IndexingProgress, Phase, PhotosChanged
from mindseye.indexing import RunSummary, prepare, run
from mindseye.indexing.careful import CarefulDecoder
from mindseye.indexing.journal import Journal
from mindseye.indexing.prepare import Outcome, Prepared, Refused, Unsettled
from mindseye.library import Library
from mindseye.operations.browse import all_tiles, thumbnail
from mindseye.operations.watched_folders import add_folders, list_folders, remove_folder
from mindseye.search import Query, SimilarTo, Words

Index = Callable[[], RunSummary]


def at(path: Path, second: int) -> Path:
    """Gives a file a time of change."""
    os.utime(path, (second, second))
    return path


def test_photos_can_be_found_by_what_they_show(library: Library, folder: Path, index: Index) -> None:
    write_pictures(folder, 12)
    summary = index()
    assert (summary.total, summary.embedded, summary.copies, summary.failed) == (12, 12, 0, 0)
    assert summary.done == 12
    for colour in ("red", "green", "blue"):
        hits = library.engine.search(Query((Words(colour),)), 3)
        with library.catalog.read() as connection:
            found = catalog_photos.first_paths(connection, [hit.photo_id for hit in hits])
        assert {path.stem[4:] for path in found.values()} == {colour}


def test_every_photo_has_its_thumbnail_and_facts(library: Library, folder: Path, index: Index) -> None:
    write_picture(folder / "a.png", size=(90, 60))
    index()
    (tile,) = all_tiles(library)
    assert (tile.width, tile.height) == (90, 60)
    made = thumbnail(library, tile.id)
    assert made is not None
    assert made.startswith(b"\xff\xd8")


def test_pictures_are_embedded_in_batches(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    write_pictures(folder, 40)
    index()
    (session,) = [each for each in loader.sessions if each.is_image]
    assert session.runs == [16, 16, 8]


def test_a_second_pass_embeds_nothing(
    library: Library, folder: Path, index: Index, loader: CountingLoader, heard: Heard
) -> None:
    write_pictures(folder, 5)
    index()
    heard.forget()
    summary = index()
    assert summary.total == 0
    assert loader.pictures == 5
    assert heard.of(PhotosChanged) == []


def test_copies_within_a_batch_are_embedded_once(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    one = write_picture(folder / "one.jpg")
    for number in range(5):
        shutil.copy(one, folder / f"copy-{number}.jpg")
    summary = index()
    assert (summary.embedded, summary.copies) == (1, 5)
    assert loader.pictures == 1
    (tile,) = all_tiles(library)
    with library.catalog.read() as connection:
        photo = catalog_photos.get(connection, tile.id)
    assert photo is not None
    assert len(photo.paths) == 6


def test_copies_that_were_decoded_long_before_the_first_was_stored_are_embedded_once(
    library: Library,
    folder: Path,
    index: Index,
    loader: CountingLoader,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    firsts = [at(path, 9000 - number) for number, path in enumerate(write_pictures(folder / "a", 32))]
    for number, path in enumerate(firsts[:16]):
        at(Path(shutil.copy(path, folder / path.name)), 8000 - number)
    monkeypatch.setattr(run, "usable_cores", lambda: 16)
    all_prepared, prepared = threading.Event(), []
    real_prepare, real_embed = run.prepare, library.model.embed_images

    def counted(*arguments: object) -> Outcome:
        outcome = real_prepare(*arguments)  # type: ignore[arg-type]
        prepared.append(outcome)
        if len(prepared) == 48:
            all_prepared.set()
        return outcome

    def late(pixels: list[object]) -> object:
        assert all_prepared.wait(15)
        return real_embed(pixels)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "prepare", counted)
    monkeypatch.setattr(type(library.model), "embed_images", lambda self, pixels: late(pixels))
    summary = index()
    assert sum(isinstance(outcome, Prepared) for outcome in prepared) == 48
    assert (summary.embedded, summary.copies) == (32, 16)
    assert loader.pictures == 32


def test_a_copy_that_comes_later_is_not_decoded(
    library: Library, folder: Path, index: Index, loader: CountingLoader, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = write_picture(folder / "one.jpg")
    index()
    shutil.copy(one, folder / "two.jpg")

    def never(*arguments: object, **options: object) -> None:
        raise AssertionError("a known photo was decoded")

    monkeypatch.setattr(prepare.imaging, "decode", never)
    summary = index()
    assert (summary.embedded, summary.copies) == (0, 1)
    assert loader.pictures == 1


def test_a_file_that_is_no_picture_is_set_aside_until_it_changes(
    library: Library, folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pictures(folder, 2)
    broken = folder / "broken.jpg"
    broken.write_bytes(b"no picture at all")
    summary = index()
    assert (summary.embedded, summary.failed) == (2, 1)
    assert list(problems(library)) == ["broken.jpg"]
    assert problems(library)["broken.jpg"].endswith(".")

    read: list[Path] = []
    real_prepare = run.prepare
    monkeypatch.setattr(
        run, "prepare", lambda file, *rest: read.append(file.full_path) or real_prepare(file, *rest)
    )  # type: ignore[func-returns-value]
    assert index().total == 0
    assert read == []

    write_picture(broken, seed=9)
    summary = index()
    assert (summary.embedded, summary.failed) == (1, 0)
    assert read == [broken]
    assert problems(library) == {}
    assert "broken.jpg" in names(library)


def test_a_picture_that_breaks_is_no_longer_found(library: Library, folder: Path, index: Index) -> None:
    path = write_picture(folder / "a.jpg")
    write_picture(folder / "b.jpg", seed=1)
    index()
    path.write_bytes(path.read_bytes()[:300])
    index()
    assert names(library) == {"b.jpg"}
    assert list(problems(library)) == ["a.jpg"]


def test_a_moved_or_renamed_file_costs_nothing_and_keeps_its_photo(
    library: Library, folder: Path, index: Index, loader: CountingLoader, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pictures(folder / "old", 4)
    index()
    before = {tile.id for tile in all_tiles(library)}
    (folder / "old").rename(folder / "new")
    (folder / "new" / "000-red.jpg").rename(folder / "renamed.jpg")
    monkeypatch.setattr(run, "prepare", lambda *_: pytest.fail("a moved file was read"))
    assert index().total == 0
    assert loader.pictures == 4
    assert {tile.id for tile in all_tiles(library)} == before
    assert "renamed.jpg" in names(library)


def test_an_edited_file_is_embedded_again_and_becomes_another_photo(
    library: Library, folder: Path, index: Index, loader: CountingLoader, heard: Heard
) -> None:
    path = write_picture(folder / "a.jpg", "red")
    write_picture(folder / "b.jpg", "green")
    index()
    before = {tile.id for tile in all_tiles(library)}
    write_picture(path, "blue")
    heard.forget()
    assert index().embedded == 1
    assert loader.pictures == 3
    assert len({tile.id for tile in all_tiles(library)} - before) == 1
    assert names(library) == {"a.jpg", "b.jpg"}
    (added,) = [event.added for event in heard.of(PhotosChanged) if event.added]
    assert set(added) == {tile.id for tile in all_tiles(library)} - before


def test_a_file_that_was_only_touched_is_not_embedded_and_stays_found(
    library: Library, folder: Path, index: Index, loader: CountingLoader, heard: Heard
) -> None:
    path = write_picture(folder / "a.jpg")
    index()
    heard.forget()
    at(path, 1_000_000)
    assert index().copies == 1
    assert loader.pictures == 1
    assert names(library) == {"a.jpg"}
    assert heard.of(PhotosChanged)


def test_a_removed_file_vanishes_and_comes_back_for_free(
    library: Library, folder: Path, index: Index, loader: CountingLoader, heard: Heard, tmp_path: Path
) -> None:
    path = write_picture(folder / "a.jpg")
    write_picture(folder / "b.jpg", seed=1)
    index()
    ids = {tile.id for tile in all_tiles(library)}
    shutil.move(path, tmp_path / "a.jpg")
    heard.forget()
    index()
    assert names(library) == {"b.jpg"}
    assert heard.of(PhotosChanged) == [PhotosChanged(other=True)]

    heard.forget()
    shutil.copy(tmp_path / "a.jpg", path)
    assert index().copies == 1
    assert names(library) == {"a.jpg", "b.jpg"}
    assert {tile.id for tile in all_tiles(library)} == ids
    assert loader.pictures == 2
    assert heard.of(PhotosChanged), "nobody was told that the photo is back"


def test_a_folder_that_is_removed_and_added_again_costs_nothing(
    library: Library, folder: Path, index: Index, loader: CountingLoader, heard: Heard
) -> None:
    write_pictures(folder, 5)
    index()
    (watched,) = list_folders(library)
    remove_folder(library, watched.id)
    library.indexer.index()
    assert names(library) == set()
    heard.forget()
    summary = index()
    assert (summary.embedded, summary.copies) == (0, 5)
    assert len(names(library)) == 5
    assert loader.pictures == 5
    assert heard.of(PhotosChanged)


def test_a_folder_that_is_away_stays_searchable_and_comes_back(
    library: Library, folder: Path, index: Index, loader: CountingLoader, heard: Heard
) -> None:
    paths = write_pictures(folder, 5)
    index()
    heard.forget()
    away = folder.rename(folder.with_name("away"))
    library.indexer.index()
    assert [each.online for each in list_folders(library)] == [False]
    assert heard.of(FoldersChanged)
    assert names(library) == {path.name for path in paths}
    assert thumbnail(library, all_tiles(library)[0].id) is not None
    library.engine.search(Query((SimilarTo(all_tiles(library)[0].id),)), 5)

    heard.forget()
    away.rename(folder)
    summary = library.indexer.index()
    assert summary.total == 0
    assert [each.online for each in list_folders(library)] == [True]
    assert heard.of(FoldersChanged)
    assert loader.pictures == 5


def test_what_waits_in_a_folder_that_is_away_is_done_when_it_is_back(
    library: Library, folder: Path, loader: CountingLoader
) -> None:
    write_pictures(folder, 3)
    add_folders(library, [folder])
    away = folder.rename(folder.with_name("away"))
    assert library.indexer.index().total == 0
    away.rename(folder)
    assert library.indexer.index().embedded == 3


def test_a_pass_can_be_limited_to_some_folders(library: Library, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_picture(tmp_path / name / f"{name}.jpg", seed=ord(name[0]))
    add_folders(library, [tmp_path / "one", tmp_path / "two"])
    library.indexer.index({tmp_path / "two"})
    assert names(library) == {"two.jpg"}


def test_a_file_that_is_still_being_written_is_taken_by_the_next_pass(
    library: Library, folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_picture(folder / "a.jpg")
    whole = path.read_bytes()
    path.write_bytes(whole[:200])
    real_prepare = run.prepare

    def meanwhile(*arguments: object) -> Outcome:
        path.write_bytes(whole)
        return real_prepare(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(run, "prepare", meanwhile)
        summary = index()
    assert (summary.embedded, summary.failed, summary.unsettled) == (0, 0, 1)
    assert problems(library) == {}
    assert index().embedded == 1


def test_progress_ends_with_everything_done(
    library: Library, folder: Path, index: Index, heard: Heard
) -> None:
    write_pictures(folder, 20)
    (folder / "broken.jpg").write_bytes(b"broken")
    index()
    told = heard.of(IndexingProgress)
    assert told[0].phase is Phase.LOOKING
    counted = [event for event in told if event.phase is Phase.INDEXING]
    assert [event.done for event in counted] == sorted(event.done for event in counted)
    assert {event.total for event in counted} == {21}
    assert (counted[-1].done, counted[-1].failed) == (21, 1)
    assert counted[-1].per_second > 0
    added = [each for event in heard.of(PhotosChanged) for each in event.added]
    assert len(added) == len(set(added)) == 20


def test_photos_are_announced_only_when_they_can_be_found(
    library: Library, folder: Path, index: Index
) -> None:
    write_pictures(folder, 20)
    missing: list[int] = []

    def check(event: PhotosChanged) -> None:
        with library.catalog.read() as connection:
            shown = {tile.id for tile in tiles.tiles(connection)}
        found = {hit.photo_id for hit in library.engine.search(Query((Words("red"),)), 100)}
        missing.extend(set(event.added) - (shown & found))

    library.events.subscribe(PhotosChanged, check)
    index()
    assert missing == []


def test_names_that_are_no_utf_8_are_indexed(library: Library, folder: Path, index: Index) -> None:
    source = write_picture(folder / "a.jpg")
    source.rename(folder / os.fsdecode(b"caf\xe9 \xff.jpg"))
    assert index().embedded == 1
    assert names(library) == {os.fsdecode(b"caf\xe9 \xff.jpg")}


def test_photos_get_the_labels_of_the_categories(
    library: Library, folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(COLOURS, "white", (240, 240, 240))
    monkeypatch.setitem(COLOURS, "black", (15, 15, 15))
    for colour in ("white", "black"):
        write_picture(folder / f"{colour}.png", colour)
    index()
    found = labels(library)
    assert ("time of day", "day") in found["white.png"]
    assert ("time of day", "night") in found["black.png"]


@pytest.fixture
def decoder(tmp_path: Path) -> Iterator[CarefulDecoder]:
    """Decodes as a pass does."""
    processes = Decoder()
    with Journal(tmp_path / "journal") as journal:
        yield CarefulDecoder(processes, journal, {})
    processes.close()


def waiting(path: Path, size: int | None = None) -> WaitingFile:
    facts = path.stat()
    return WaitingFile(1, path.parent, os.fsencode(path.name), facts.st_size if size is None else size, 0)


def test_a_file_that_vanished_is_unsettled(
    folder: Path, manifest: ModelManifest, decoder: CarefulDecoder
) -> None:
    file = waiting(write_picture(folder / "a.jpg"))
    (folder / "a.jpg").unlink()
    made = prepare.prepare(file, manifest.image.preprocessing, lambda _: False, decoder)
    assert made == Unsettled(file)


def test_a_file_that_is_too_large_is_not_read(
    folder: Path, manifest: ModelManifest, decoder: CarefulDecoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_picture(folder / "a.jpg")
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it was read"))
    made = prepare.prepare(waiting(path, 3 * 1024**3), manifest.image.preprocessing, lambda _: False, decoder)
    assert isinstance(made, Refused)
    assert made.reason == "Too large: 3.0 GB; the limit is 2 GB"


def test_a_file_that_must_not_be_read_is_refused_with_the_reason(
    folder: Path, manifest: ModelManifest, decoder: CarefulDecoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_picture(folder / "a.jpg")

    def forbidden(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    made = prepare.prepare(waiting(path), manifest.image.preprocessing, lambda _: False, decoder)
    assert made == Refused(waiting(path), "Cannot be read: Permission denied", passing=True)


def test_a_picture_is_prepared_as_the_network_wants_it(
    folder: Path, manifest: ModelManifest, decoder: CarefulDecoder
) -> None:
    path = write_picture(folder / "a.jpg", size=(640, 480))
    made = prepare.prepare(waiting(path), manifest.image.preprocessing, lambda _: False, decoder)
    assert isinstance(made, Prepared)
    size = manifest.image.preprocessing.size
    assert [(square.shape, square.dtype) for square in made.squares] == [((size, size, 3), "uint8")]
    assert (made.facts.width, made.facts.height, made.facts.format) == (640, 480, "JPEG")
    assert len(made.content_hash) == 16

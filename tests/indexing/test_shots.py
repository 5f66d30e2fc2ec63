"""The raw file and the JPEG of one shot are one item where that is wished."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.contents import names, problems
from tests.support.counting import CountingLoader
from tests.support.pictures import scene, write_picture

from mindseye.catalog import Connection, copies, files
from mindseye.catalog import photos as catalog_photos
from mindseye.indexing import RunSummary
from mindseye.indexing.shots import pairs
from mindseye.library import Library
from mindseye.operations.browse import all_tiles
from mindseye.operations.labelling import photos_with_free_tag
from mindseye.operations.shots import are_together, set_together
from mindseye.operations.trash import move_to_trash

Index = Callable[[], RunSummary]


def write_raw(path: Path, seed: int = 0) -> Path:
    """A file with the name of a raw file that decodes: a TIFF by its content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scene(seed, (96, 64)).save(path, "TIFF")
    return path


def write_shot(folder: Path, name: str, seed: int = 0) -> None:
    write_picture(folder / f"{name}.JPG", seed=seed)
    write_raw(folder / f"{name}.NEF", seed)


def said(library: Library, name: str, label: str) -> None:
    def store(connection: Connection) -> None:
        (photo_id,) = connection.execute(
            "SELECT photo_id FROM files WHERE path = ?", (os.fsencode(name),)
        ).fetchone()
        connection.execute("INSERT INTO tags VALUES (?, '', ?, 'user', 'confirmed')", (photo_id, label))

    library.catalog.write(store)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ([b"a.jpg", b"a.nef"], {b"a.nef": b"a.jpg"}),
        ([b"A.JPG", b"a.nef", b"a.dng"], {b"a.nef": b"A.JPG", b"a.dng": b"A.JPG"}),
        ([b"a.heic", b"a.jpeg", b"a.cr3"], {b"a.cr3": b"a.jpeg"}),
        ([b"x/a.jpg", b"y/a.nef"], {}),
        ([b"a.png", b"a.nef"], {}),
        ([b"a.jpg", b"a.1.nef", b"b.nef"], {}),
        ([b"\xff.jpg", b"\xff.arw"], {b"\xff.arw": b"\xff.jpg"}),
    ],
)
def test_what_a_camera_wrote_together_belongs_together(
    paths: list[bytes], expected: dict[bytes, bytes]
) -> None:
    assert pairs(paths) == expected


FILES = st.tuples(
    st.sampled_from(["", "x/"]),
    st.sampled_from("abc"),
    st.sampled_from([".jpg", ".NEF", ".heic", ".dng", ".png"]),
).map(lambda parts: "".join(parts).encode())


@given(st.lists(FILES, unique=True))
def test_no_picture_belongs_to_another_file(paths: list[bytes]) -> None:
    found = pairs(paths)
    assert not found.keys() & set(found.values())
    assert all(raw.rpartition(b".")[0] == picture.rpartition(b".")[0] for raw, picture in found.items())


def test_as_it_comes_they_are_two_items(library: Library, folder: Path, index: Index) -> None:
    write_shot(folder, "a")
    index()
    assert not are_together(library)
    assert names(library) == {"a.JPG", "a.NEF"}


def test_together_the_raw_file_is_not_even_read(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    set_together(library, together=True)
    write_shot(folder, "a")
    write_raw(folder / "alone.NEF", 7)
    assert index().embedded == 2
    assert loader.pictures == 2
    assert names(library) == {"a.JPG", "alone.NEF"}
    with library.catalog.read() as connection:
        shown = [catalog_photos.get(connection, tile.id) for tile in all_tiles(library)]
    assert sorted([path.name for path in photo.paths] for photo in shown if photo is not None) == [
        ["a.JPG", "a.NEF"], ["alone.NEF"],
    ]  # fmt: skip
    with library.catalog.read() as connection:
        assert len(files.photos_named(connection, ["a.nef"])) == 1
        assert files.counts(connection, [1]).waiting == 0


def test_the_choice_can_be_changed_and_embeds_nothing_twice(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    write_shot(folder, "a")
    index()
    said(library, "a.NEF", "boat")
    set_together(library, together=True)
    assert names(library) == {"a.JPG"}
    library.indexer.index()
    assert list(photos_with_free_tag(library, "boat")) == [tile.id for tile in all_tiles(library)]
    set_together(library, together=False)
    library.indexer.index()
    assert names(library) == {"a.JPG", "a.NEF"}
    assert loader.pictures == 2
    assert len(photos_with_free_tag(library, "boat")) == 2


def test_a_tag_that_was_taken_away_does_not_come_back_from_the_raw_file(
    library: Library, folder: Path, index: Index
) -> None:
    write_raw(folder / "a.NEF")
    index()
    said(library, "a.NEF", "boat")
    set_together(library, together=True)
    write_picture(folder / "a.JPG", seed=3)
    index()
    assert len(photos_with_free_tag(library, "boat")) == 1
    library.catalog.write(lambda connection: connection.execute("DELETE FROM tags WHERE label = 'boat'"))
    os.utime(folder / "a.JPG", (1, 1))
    index()
    assert photos_with_free_tag(library, "boat") == []


def test_when_the_picture_goes_or_breaks_the_raw_file_is_there(
    library: Library, folder: Path, index: Index
) -> None:
    set_together(library, together=True)
    write_shot(folder, "a", 1)
    write_shot(folder, "b", 2)
    index()
    (folder / "a.JPG").unlink()
    (folder / "b.JPG").write_bytes(b"no picture")
    index()
    index()
    assert names(library) == {"a.NEF", "b.NEF"}
    assert set(problems(library)) == {"b.JPG"}


def tagged(library: Library) -> set[str]:
    """The names of the files that a photo tagged "boat" lies in first."""
    with library.catalog.read() as connection:
        places = catalog_photos.first_paths(connection, photos_with_free_tag(library, "boat"))
    return {path.name for path in places.values()}


def test_what_was_said_of_one_item_stays_with_both_when_they_are_two(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    set_together(library, together=True)
    write_shot(folder, "a")
    index()
    said(library, "a.JPG", "boat")
    for _ in range(2):
        set_together(library, together=False)
        library.indexer.index()
        assert names(library) == tagged(library) == {"a.JPG", "a.NEF"}
        set_together(library, together=True)
        library.indexer.index()
        assert names(library) == tagged(library) == {"a.JPG"}
    assert loader.pictures == 2


def test_a_raw_file_that_is_left_alone_keeps_what_was_said_of_the_shot(
    library: Library, folder: Path, index: Index
) -> None:
    set_together(library, together=True)
    for name, seed in (("gone", 1), ("broken", 2)):
        write_shot(folder, name, seed)
    index()
    for name in ("gone.JPG", "broken.JPG"):
        said(library, name, "boat")
    (folder / "gone.JPG").unlink()
    (folder / "broken.JPG").write_bytes(b"no picture")
    index()
    index()
    assert names(library) == tagged(library) == {"gone.NEF", "broken.NEF"}


def test_a_shot_is_parted_and_joined_as_its_files_move(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    set_together(library, together=True)
    write_shot(folder, "a")
    index()
    said(library, "a.JPG", "boat")
    (folder / "below").mkdir()
    for name in ("a.JPG", "a.NEF"):
        (folder / name).rename(folder / "below" / name)
    index()
    assert names(library) == tagged(library) == {"a.JPG"}
    assert loader.pictures == 1  # both went together: the raw file is still not read
    (folder / "below" / "a.JPG").rename(folder / "a.JPG")
    index()
    assert names(library) == tagged(library) == {"a.JPG", "a.NEF"}
    (folder / "below" / "a.NEF").rename(folder / "A.nef")
    index()
    assert names(library) == tagged(library) == {"a.JPG"}
    assert loader.pictures == 2


def test_raw_files_join_a_picture_whenever_they_come_and_however_many(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    set_together(library, together=True)
    write_picture(folder / "a.jpg", seed=1)
    index()
    write_raw(folder / "a.NEF", 1)
    write_raw(folder / "A.DNG", 2)
    index()
    assert names(library) == {"a.jpg"}
    (tile,) = all_tiles(library)
    with library.catalog.read() as connection:
        photo = catalog_photos.get(connection, tile.id)
    assert photo is not None
    assert {path.name for path in photo.paths} == {"a.jpg", "a.NEF", "A.DNG"}
    assert loader.pictures == 1
    (folder / "a.jpg").rename(folder / "b.jpg")
    index()
    assert names(library) == {"b.jpg", "a.NEF", "A.DNG"}


def test_a_shot_goes_to_the_trash_whole(library: Library, folder: Path, index: Index, tmp_path: Path) -> None:
    set_together(library, together=True)
    write_shot(folder, "a")
    index()
    with library.catalog.read() as connection:
        (file_id,) = [
            row[0] for row in connection.execute("SELECT id FROM files WHERE path = ?", (b"a.JPG",))
        ]
    trashed = move_to_trash(library, [file_id], put=Path.unlink)
    assert {path.name for path in trashed.moved} == {"a.JPG", "a.NEF"}
    assert list(folder.iterdir()) == []
    library.indexer.index()
    assert names(library) == set()


def test_the_raw_file_of_a_shot_is_no_duplicate(library: Library, folder: Path, index: Index) -> None:
    set_together(library, together=True)
    write_shot(folder, "a")
    index()
    with library.catalog.read() as connection:
        (tile,) = all_tiles(library)
        assert len(copies.files(connection, [1, 2])) == 2
        rows = connection.execute("SELECT photo_id FROM files WHERE photo_id = ?", (tile.id,)).fetchall()
    assert len(rows) == 1


def test_the_folder_that_is_looked_at_comes_first(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mindseye.indexing import run
    from mindseye.operations.watched_folders import add_folders

    old, new = tmp_path / "old", tmp_path / "new"
    for number in range(6):
        os.utime(write_picture(old / f"{number}.jpg", seed=number), (1000 + number, 1000 + number))
        os.utime(write_picture(new / f"{number}.jpg", seed=50 + number), (9000 + number, 9000 + number))
    add_folders(library, [old, new])
    order: list[str] = []
    real = run.IndexingRun._in_order

    def noted(self: run.IndexingRun, waiting: list[run.WaitingFile]) -> object:
        for file in real(self, waiting):
            order.append(file.full_path.parent.name)
            if len(order) == 3:
                library.indexer.looked_at = None
            yield file

    monkeypatch.setattr(run.IndexingRun, "_in_order", noted)
    library.indexer.looked_at = old
    library.indexer.index()
    assert order == ["old"] * 3 + ["new"] * 6 + ["old"] * 3

"""Opening a library brings its index up to date by what has changed, whatever happened in between."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from tests.support.contents import names
from tests.support.counting import CountingLoader
from tests.support.pictures import write_picture, write_pictures

from mindseye.catalog import Connection, changes, vectors
from mindseye.indexing import projection
from mindseye.library import Library
from mindseye.operations.watched_folders import add_folders
from mindseye.vectors import store

Open = Callable[[], Library]


@pytest.fixture
def comparisons(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Notes each time that all that is in the catalog is compared with all that is in an index."""
    made: list[int] = []
    original = vectors.searchable

    def counted(connection: Connection, space_id: int) -> np.ndarray:
        made.append(space_id)
        return original(connection, space_id)

    monkeypatch.setattr(projection.vectors, "searchable", counted)
    return made


@pytest.fixture
def unsaved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets nothing be worth writing the index file anew."""
    monkeypatch.setattr(store.KeyedVectors, "worth_saving", False)


def indexed(open_library: Open, folder: Path, count: int) -> None:
    write_pictures(folder, count)
    with open_library() as library:
        add_folders(library, [folder])
        library.indexer.index()


def test_opening_compares_nothing_but_what_changed(
    open_library: Open, folder: Path, comparisons: list[int]
) -> None:
    indexed(open_library, folder, 30)
    comparisons.clear()
    with open_library() as library:
        assert len(names(library)) == 30
        library.indexer.index()
    assert comparisons == []


@pytest.mark.usefixtures("unsaved")
def test_what_came_and_went_since_the_file_was_written_is_replayed(
    open_library: Open, folder: Path, comparisons: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(store.KeyedVectors, "worth_saving", True)
        indexed(open_library, folder, 30)
    comparisons.clear()
    for number in range(5):
        next(folder.glob(f"00{number}-*")).unlink()
    write_picture(folder / "late.jpg", seed=77)
    write_picture(folder / "wide.jpg", seed=78, size=(400, 60))
    with open_library() as library:
        library.indexer.index()
        library.sync_index()
    for _ in range(2):
        with open_library() as library:
            assert len(names(library)) == 27
            assert {"late.jpg", "wide.jpg"} <= names(library)
            active = library.spaces.active
            assert len(active.index.keys()) > 27  # crops too
            assert projection.sync_index(library.catalog, active.space_id, active.index) == 0
    assert comparisons == []


def test_a_catalog_put_back_from_an_older_copy_is_compared_whole(
    open_library: Open, folder: Path, comparisons: list[int], tmp_path: Path, loader: CountingLoader
) -> None:
    indexed(open_library, folder, 20)
    catalog = tmp_path / "library" / "catalog.sqlite"
    old = catalog.read_bytes()
    for file in sorted(folder.iterdir())[:10]:
        file.unlink()
    with open_library() as library:
        library.indexer.index()
        assert len(names(library)) == 10
    catalog.write_bytes(old)
    comparisons.clear()
    with open_library() as library:
        assert len(names(library)) == 20
        assert comparisons
        library.indexer.index()
        assert len(names(library)) == 10
    assert loader.pictures == 20


def test_a_file_of_another_catalog_is_compared_whole(
    open_library: Open, folder: Path, comparisons: list[int]
) -> None:
    indexed(open_library, folder, 8)
    with open_library() as library:
        library.catalog.write(
            lambda connection: changes.set_file_token(connection, library.space_id, b"x" * 16)
        )
    comparisons.clear()
    with open_library() as library:
        assert len(names(library)) == 8
    assert comparisons


def test_a_vector_that_changed_after_a_file_that_the_catalog_does_not_know_is_found_again(
    open_library: Open, folder: Path, comparisons: list[int]
) -> None:
    """As after two kills: before a file was noted in the catalog, and before the next one was written."""
    indexed(open_library, folder, 8)
    with open_library() as library:
        active = library.spaces.active
        library.catalog.write(lambda connection: changes.forget_file(connection, active.space_id))
        changed = int(active.index.ids()[3])
        another = np.eye(1, active.index.dimension, dtype=np.float16)
        library.catalog.write(
            lambda connection: connection.execute(
                "UPDATE vectors SET vector = ? WHERE photo_id = ?", (another.tobytes(), changed)
            )
        )
    with open_library() as library:
        assert library.spaces.active.index.holds(np.array([changed]), another).all()
        library.indexer.index()
    comparisons.clear()
    with open_library() as library:
        assert library.spaces.active.index.holds(np.array([changed]), another).all()
    assert comparisons == [], "the file was written anew"


def test_the_index_is_written_during_a_long_pass(
    open_library: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "CHANGES_KEPT", 40)
    write_pictures(folder, 150)
    with open_library() as library:
        add_folders(library, [folder])
        sizes: list[int] = []
        original = store.write_sealed

        def written(path: Path, write: Callable[[Path], None], seal: store.Seal) -> None:
            sizes.append(seal.count)
            original(path, write, seal)

        monkeypatch.setattr(store, "write_sealed", written)
        library.indexer.index()
        assert len(sizes) >= 3
        assert sizes == sorted(sizes)
        assert sizes[-1] >= 120
        assert len(names(library)) == 150


def test_damage_found_in_a_large_file_later_is_told_and_mended(
    open_library: Open,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    expected_logs: list[str],
) -> None:
    monkeypatch.setattr(store, "_WHOLE_AT_ONCE", 0)
    monkeypatch.setattr("mindseye.vectors.checked_file._PIECE", 256)
    indexed(open_library, folder, 60)
    (file,) = (tmp_path / "library" / "index").glob("*.usearch")
    with file.open("r+b") as opened:
        opened.seek(8 + 30 * 16)
        opened.write(b"\xff\xff\xff\xff")
    expected_logs.append("The search index was damaged")
    with open_library() as library:
        assert not library.spaces.active.index.was_damaged
        library.indexer.index()
        assert library.spaces.active.index.was_damaged
        assert len(names(library)) == 60
    with open_library() as library:
        library.indexer.index()
        assert not library.spaces.active.index.was_damaged
        assert len(names(library)) == 60

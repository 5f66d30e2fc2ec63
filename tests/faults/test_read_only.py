"""A library that cannot be written: opens, is searched, says what it is, and is not touched."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mindseye.catalog import Catalog, backups, migrations
from mindseye.catalog.tiles import PhotoTiles
from mindseye.errors import CatalogError, ReadOnlyError
from mindseye.events import IndexingProgress, Phase
from mindseye.library import Library
from mindseye.operations import browse, diagnose
from mindseye.operations.watched_folders import add_folders, remove_folder
from tests.e2e.conftest import Program
from tests.faults.conftest import Open, SmallDisk
from tests.support.contents import names
from tests.support.counting import Heard
from tests.support.fake_model import FakeSession, write_fake_model
from tests.support.ordinary_user import open_to_everybody, ordinary_user
from tests.support.pictures import write_pictures
from tests.support.sound import assert_all_committed_is_found


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def made(open_at: Open, directory: Path, photos: Path) -> PhotoTiles:
    write_pictures(photos, 12)
    with open_at(directory) as library:
        add_folders(library, [photos])
        library.indexer.index()
        return browse.all_tiles(library)


def assert_looks_and_finds(library: Library, tiles: PhotoTiles) -> None:
    assert library.read_only
    assert len(names(library)) == 12
    assert assert_all_committed_is_found(library) == 12
    assert sorted(tile.id for tile in browse.all_tiles(library)) == sorted(tile.id for tile in tiles)
    assert browse.thumbnail(library, tiles[0].id) is not None
    with pytest.raises(ReadOnlyError, match="searched but not changed"):
        library.indexer.index()
    with pytest.raises(ReadOnlyError):
        remove_folder(library, 1)
    heard = Heard(library.events)
    library.indexer.start()
    heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.READ_ONLY)


def test_read_only_media(disk: SmallDisk, tmp_path: Path, open_at: Open) -> None:
    library_folder = disk.path / "library"
    tiles = made(open_at, library_folder, tmp_path / "photos")
    before = contents(library_folder)
    disk.set_read_only(True)
    with open_at(library_folder) as library:
        assert_looks_and_finds(library, tiles)
    assert backups.is_whole(library_folder / "catalog.sqlite", thorough=True)
    disk.set_read_only(False)
    assert contents(library_folder) == before


@pytest.mark.parametrize("with_log", [False, True])
def test_a_library_on_read_only_media_is_diagnosed(
    disk: SmallDisk, tmp_path: Path, open_at: Open, monkeypatch: pytest.MonkeyPatch, with_log: bool
) -> None:
    original = tmp_path / "library"
    made(open_at, original, tmp_path / "photos")
    with open_at(original) as library:
        if with_log:
            library.catalog.write(lambda connection: connection.execute("UPDATE files SET size = 77"))
            shutil.copytree(original, disk.path / "library", ignore=shutil.ignore_patterns("*-shm"))
    if not with_log:
        shutil.copytree(original, disk.path / "library")
    monkeypatch.setattr(diagnose, "open_library", lambda directory, **_: open_at(directory))
    disk.set_read_only(True)
    report = diagnose.diagnose(disk.path / "library")
    disk.set_read_only(False)
    assert isinstance(report["library"], dict)
    assert report["library"]["state"] == "read-only"
    assert isinstance(report["advice"], list)
    assert report["advice"][0].startswith("The library can be searched, not changed")
    assert report["library"]["photos"] == report["library"]["searchable"] == 12
    assert report["library"]["catalog"] == report["library"]["search_index"] == "whole"


def test_media_that_were_copied_with_a_log_left_behind(
    disk: SmallDisk, tmp_path: Path, open_at: Open
) -> None:
    original = tmp_path / "library"
    tiles = made(open_at, original, tmp_path / "photos")
    with open_at(original) as library:
        library.catalog.write(lambda connection: connection.execute("UPDATE files SET size = 77"))
        assert (original / "catalog.sqlite-wal").stat().st_size > 0
        shutil.copytree(original, disk.path / "library", ignore=shutil.ignore_patterns("*-shm"))
    disk.set_read_only(True)
    with open_at(disk.path / "library") as library:
        with library.catalog.read() as connection:
            assert connection.execute("SELECT DISTINCT size FROM files").fetchall()[0][0] == 77
        assert_looks_and_finds(library, tiles)
    disk.set_read_only(False)


def test_files_that_belong_to_somebody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_to_everybody() as shared:
        monkeypatch.setenv("MINDSEYE_HOME", str(shared / "home"))
        manifest = write_fake_model(shared / "model")

        def opened(directory: Path) -> Library:
            return Library.open(directory, manifest, load_session=FakeSession)

        tiles = made(opened, shared / "library", tmp_path / "photos")
        for path in (shared / "library", *(shared / "library").rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        before = contents(shared / "library")
        with ordinary_user(), opened(shared / "library") as library:
            assert_looks_and_finds(library, tiles)
        assert contents(shared / "library") == before


def test_a_library_of_an_older_version_says_that_it_must_be_copied(
    disk: SmallDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = disk.path / "catalog.sqlite"
    with monkeypatch.context() as older:
        older.setattr(migrations, "STEPS", migrations.STEPS[:-1])
        Catalog(path).close()
    disk.set_read_only(True)
    with pytest.raises(CatalogError, match="Copy it to another disk"):
        Catalog(path)
    disk.set_read_only(False)


@pytest.fixture
def on_media(disk: SmallDisk, program: Program, samples: Path) -> Iterator[Path]:
    """A library with the sample pictures on read-only media."""
    program.json("index", samples, "--library", disk.path / "library")
    disk.set_read_only(True)
    yield disk.path / "library"
    disk.set_read_only(False)


def test_the_command_line_searches_it_and_refuses_to_index_it(
    on_media: Path, program: Program, samples: Path
) -> None:
    assert program.json("search", "a mountain", "--library", on_media)
    refused = program.run("index", samples, "--library", on_media, status=1)
    assert "can be searched but not changed" in refused.stderr

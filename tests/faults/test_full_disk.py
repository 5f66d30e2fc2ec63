"""A full disk: a sentence, nothing lost, nothing done twice, and on it goes when there is room."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from mindseye.catalog import Catalog, ThumbnailCache, backups, folders, migrations
from mindseye.clip.hub import Hub, HubFile
from mindseye.errors import CatalogError, DiskFullError, ModelError
from mindseye.events import IndexingProgress, Phase
from mindseye.indexing import indexer, upkeep
from mindseye.indexing.batch import PHOTOS
from mindseye.operations.watched_folders import add_folders
from tests.e2e.conftest import Program
from tests.faults.conftest import Open, SmallDisk
from tests.support.counting import CountingLoader, Heard
from tests.support.local_hub import COMMIT, local_hub
from tests.support.pictures import write_pictures
from tests.support.sound import assert_all_committed_is_found, assert_catalog_whole


def test_indexing_stops_with_a_sentence_and_goes_on_when_there_is_room(
    disk: SmallDisk, tmp_path: Path, open_at: Open, loader: CountingLoader, expected_logs: list[str]
) -> None:
    expected_logs.append("The search index")
    write_pictures(tmp_path / "photos", 200)
    with open_at(disk.path / "library") as library:
        add_folders(library, [tmp_path / "photos"])
        disk.fill(leave=600_000)
        with pytest.raises(DiskFullError, match="nothing that was stored is lost"):
            library.indexer.index()
        committed = assert_all_committed_is_found(library)
        assert committed < 200
        disk.make_room()
        library.indexer.index()
        assert assert_all_committed_is_found(library) == 200
    assert_catalog_whole(disk.path / "library")
    # The batch that found no room, and the one behind it, were embedded for nothing.
    assert 200 <= loader.pictures <= 200 + 2 * PHOTOS


def test_in_the_background_it_waits_for_room_and_says_so(
    disk: SmallDisk, tmp_path: Path, open_at: Open, monkeypatch: pytest.MonkeyPatch, expected_logs: list[str]
) -> None:
    expected_logs += ["Indexing waits for room", "The search index", "The catalog is not backed up now"]
    monkeypatch.setattr(indexer, "PRESENCE_SECONDS", 0.1)
    monkeypatch.setattr(upkeep, "ROOM", 4 << 20)
    write_pictures(tmp_path / "photos", 60)
    with open_at(disk.path / "library") as library:
        heard = Heard(library.events)
        add_folders(library, [tmp_path / "photos"])
        disk.fill(leave=20_000)
        library.indexer.start()
        told = heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.FULL)
        assert "is full" in told.message
        heard.forget()
        disk.make_room()
        heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.IDLE)
        assert assert_all_committed_is_found(library) == 60
    assert_catalog_whole(disk.path / "library")


def test_a_search_index_that_finds_no_room_is_made_again(
    disk: SmallDisk, tmp_path: Path, open_at: Open, expected_logs: list[str]
) -> None:
    expected_logs.append("The search index")
    write_pictures(tmp_path / "photos", 30)
    library_folder = disk.path / "library"
    with open_at(library_folder) as library:
        add_folders(library, [tmp_path / "photos"])
        library.indexer.index()
        active = library.spaces.active
        disk.fill()
        active.index.remove(active.index.ids()[:5])
        with pytest.raises(CatalogError, match="Make room"):
            active.index.save()
        assert not list(library_folder.rglob("*.part"))
    disk.make_room()
    with open_at(library_folder) as library:
        assert assert_all_committed_is_found(library) == 30


def test_thumbnails_that_find_no_room_leave_those_that_are_there(disk: SmallDisk) -> None:
    cache = ThumbnailCache(disk.path / "thumbnails.sqlite")
    cache.put([(b"first", b"x" * 1000)])
    disk.fill()
    with pytest.raises(DiskFullError, match="is full"):
        cache.put([(bytes([number]), b"y" * 50_000) for number in range(20)])
    assert cache.get(b"first") == b"x" * 1000
    disk.make_room()
    cache.put([(b"second", b"z")])
    assert cache.get(b"second") == b"z"
    cache.close()


def test_a_migration_that_finds_no_room_leaves_the_catalog_as_it_was(
    disk: SmallDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = disk.path / "catalog.sqlite"
    with monkeypatch.context() as older:
        older.setattr(migrations, "STEPS", migrations.STEPS[:-1])
        catalog = Catalog(path)
        catalog.write(lambda connection: folders.add(connection, Path("/photos")))
        catalog.close()
    disk.fill(leave=30_000)
    with pytest.raises(DiskFullError, match="is full"):
        Catalog(path)
    assert not list(disk.path.glob("*.part"))
    disk.make_room()
    catalog = Catalog(path)
    with catalog.read() as connection:
        assert [folder.path for folder in folders.all_folders(connection)] == [Path("/photos")]
    catalog.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_backup_that_finds_no_room_leaves_the_one_before(disk: SmallDisk) -> None:
    path = disk.path / "catalog.sqlite"
    catalog = Catalog(path)
    first = backups.make(path, lambda: False)
    disk.fill(leave=20_000)
    with pytest.raises(DiskFullError):
        backups.make(path, lambda: False)
    assert backups.existing(path) == [first]
    assert backups.is_whole(first)
    assert [each.name for each in first.parent.iterdir()] == [first.name]
    catalog.close()


def test_a_download_that_finds_no_room_goes_on_where_it_was(
    disk: SmallDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytes(range(256)) * 8192
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    with local_hub() as remote:
        monkeypatch.setenv("HF_ENDPOINT", remote.address)
        remote.files["somebody/colours/big.bin"] = content
        file = HubFile("somebody/colours", COMMIT, "big.bin")
        disk.fill(leave=700_000)
        with Hub(patience=0.001) as hub:
            with pytest.raises(ModelError, match="the disk is full"):
                hub.fetch(file, disk.path / "big", size=len(content), progress=lambda _: None)
            came = (disk.path / "big").stat().st_size
            assert 0 < came < len(content)
            disk.make_room()
            hub.fetch(file, disk.path / "big", size=len(content), progress=lambda _: None)
        assert (disk.path / "big").read_bytes() == content
        assert remote.asked("GET", "storage/somebody/colours/big.bin")[-1].range == f"bytes={came}-"


def test_a_process_that_may_not_write_large_files_ends_with_a_sentence(
    program: Program, tmp_path: Path, samples: Path
) -> None:
    library = tmp_path / "library"
    program.json("index", samples, "--library", library)
    write_pictures(tmp_path / "photos", 250)
    limited = subprocess.run(
        ["bash", "-c", 'ulimit -f 500; exec "$@"', "bash",
         *program.command("index", tmp_path / "photos", "--library", library)],
        env=program.variables(), capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip
    assert limited.returncode == 1, limited.stderr
    assert "Traceback" not in limited.stderr
    assert "Check drive and room" in limited.stderr
    assert_catalog_whole(library)
    assert program.json("index", tmp_path / "photos", "--library", library)["failed"] == 0

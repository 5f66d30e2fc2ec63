"""A damaged catalog: a good backup takes its place, people are told, what came since is found again."""

import os
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from mindseye.catalog import Catalog, backups, meta, rescue
from mindseye.errors import Cancelled, CatalogError, DamagedCatalogError
from mindseye.library import Library
from mindseye.operations.watched_folders import add_folders
from tests.faults.conftest import Open
from tests.support.contents import names
from tests.support.counting import CountingLoader
from tests.support.pictures import write_picture, write_pictures
from tests.support.sound import assert_all_committed_is_found, assert_catalog_whole

DAY = 24 * 3600.0


def indexed(open_at: Open, tmp_path: Path, count: int = 12) -> Path:
    """A library with a backup of itself."""
    write_pictures(tmp_path / "photos", count)
    with open_at(tmp_path / "library") as library:
        add_folders(library, [tmp_path / "photos"])
        library.indexer.index()
    assert len(backups.existing(tmp_path / "library" / "catalog.sqlite")) == 1
    return tmp_path / "library" / "catalog.sqlite"


def overwrite(path: Path, start: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(content)


def read_all(library: Library) -> None:
    for table in ("photos", "files", "vectors"):
        with library.catalog.read() as connection:
            connection.execute(f"SELECT * FROM {table}").fetchall()


@pytest.mark.parametrize("damage", ["emptied", "no database", "cut", "pages", "zeroed"])
def test_the_backup_takes_its_place_and_what_came_since_is_found_again(
    tmp_path: Path, open_at: Open, loader: CountingLoader, expected_logs: list[str], damage: str
) -> None:
    expected_logs += ["The catalog was damaged", "The catalog"]
    catalog = indexed(open_at, tmp_path)
    write_picture(tmp_path / "photos" / "late.jpg", seed=99)
    with open_at(tmp_path / "library") as library:
        library.indexer.index()
    size = catalog.stat().st_size
    match damage:
        case "emptied":
            catalog.write_bytes(b"")
        case "no database":
            catalog.write_bytes(b"no database" * 1000)
        case "cut":
            os.truncate(catalog, size // 2)
        case "pages":
            overwrite(catalog, 4096, os.urandom(size - 4096))
        case "zeroed":
            overwrite(catalog, 4096, bytes(size - 4096))
    spoiled = catalog.read_bytes()

    def opened() -> Library:
        try:
            return open_at(tmp_path / "library")
        except CatalogError:
            # Damage behind a good beginning shows only when it is read; it is noted then.
            assert damage in {"cut", "pages", "zeroed"}
            return open_at(tmp_path / "library")

    with opened() as library:
        assert library.rescue is not None
        assert "backup of" in library.rescue.sentence
        assert library.rescue.put_aside.read_bytes()[:100] == spoiled[:100]
        assert len(names(library)) == 12
        library.indexer.index()
        assert "late.jpg" in names(library)
        assert assert_all_committed_is_found(library) == 13
    assert_catalog_whole(tmp_path / "library")
    assert loader.pictures == 14  # the one that came since, once more
    with open_at(tmp_path / "library") as library:
        assert library.rescue is None


def test_damage_that_is_met_while_it_is_open_is_mended_at_the_next_start(
    tmp_path: Path, open_at: Open, expected_logs: list[str]
) -> None:
    expected_logs.append("The catalog was damaged")
    catalog = indexed(open_at, tmp_path, 300)
    size = catalog.stat().st_size
    with open_at(tmp_path / "library") as library:
        overwrite(catalog, 40_960, b"\xa5" * (size - 40_960))
        with pytest.raises(DamagedCatalogError, match="Start Mindseye again"):
            read_all(library)
    with open_at(tmp_path / "library") as library:
        assert library.rescue is not None
        assert assert_all_committed_is_found(library) == 300


def test_a_backup_that_is_damaged_itself_gives_way_to_the_one_before(
    tmp_path: Path, open_at: Open, expected_logs: list[str]
) -> None:
    expected_logs.append("The catalog was damaged")
    catalog = indexed(open_at, tmp_path)
    newest = backups.make(catalog, lambda: False)
    newest.write_bytes(newest.read_bytes()[:5000])
    catalog.write_bytes(b"")
    with open_at(tmp_path / "library") as library:
        assert library.rescue is not None
        assert assert_all_committed_is_found(library) == 12


def test_without_a_backup_it_is_told_and_left_alone(tmp_path: Path, open_at: Open) -> None:
    catalog = indexed(open_at, tmp_path)
    for backup in backups.existing(catalog):
        backup.unlink()
    catalog.write_bytes(b"no database" * 1000)
    with pytest.raises(CatalogError, match="is damaged"):
        open_at(tmp_path / "library")
    assert catalog.read_bytes() == b"no database" * 1000


def test_a_killed_process_leaves_a_catalog_that_is_looked_through_and_kept(
    tmp_path: Path, open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = indexed(open_at, tmp_path)
    left = open_at(tmp_path / "library")
    left.catalog.write(lambda connection: meta.put(connection, "only", "in the log"))
    log = catalog.with_name("catalog.sqlite-wal").read_bytes()
    whole = catalog.read_bytes()
    left.close()
    catalog.write_bytes(whole)
    catalog.with_name("catalog.sqlite-wal").write_bytes(log)  # as a kill leaves them
    looked: list[Path] = []
    original = backups.is_whole

    def counted(path: Path, *, thorough: bool = False) -> bool:
        looked.append(path)
        return original(path, thorough=thorough)

    monkeypatch.setattr(rescue.backups, "is_whole", counted)
    with open_at(tmp_path / "library") as library:
        assert looked == [catalog]
        assert library.rescue is None
        with library.catalog.read() as connection:
            assert meta.get(connection, "only") == "in the log"
        # Another that opens it meanwhile does not take the log for one that was left behind.
        with open_at(tmp_path / "library"):
            assert looked == [catalog]


def test_backups_are_made_once_a_day_when_something_changed_and_stay_few(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite"
    catalog = Catalog(path)
    now = time.time()
    assert backups.is_due(path, now)
    for number in range(1, 5):
        catalog.write(lambda connection, number=number: meta.put(connection, "round", str(number)))
        made = backups.make(path, lambda: False)
        assert made.name == f"catalog-{number:06}.sqlite"
        assert not backups.is_due(path, now)
        os.utime(made, (now - 2 * DAY, now - 2 * DAY))
        assert backups.is_due(path, now)
    assert [each.name for each in backups.existing(path)] == [
        "catalog-000004.sqlite",
        "catalog-000003.sqlite",
    ]
    restored = Catalog(backups.existing(path)[0])
    with restored.read() as connection:
        assert meta.get(connection, "round") == "4"
    restored.close()
    catalog.close()
    os.utime(path, (now - 3 * DAY, now - 3 * DAY))
    assert not backups.is_due(path, now)


def test_a_clock_that_was_put_back_hinders_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite"
    Catalog(path).close()
    now = time.time()
    made = backups.make(path, lambda: False)
    os.utime(made, (now + 400 * DAY, now + 400 * DAY))
    assert backups.is_due(path, now)
    again = backups.make(path, lambda: False)
    assert backups.existing(path)[0] == again


def test_a_backup_is_made_while_others_write_and_can_be_called_off(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite"
    catalog = Catalog(path)
    catalog.write(
        lambda connection: [meta.put(connection, f"{number:05}", "x" * 900) for number in range(20_000)]
    )
    stop = threading.Event()

    def keep_writing() -> None:
        number = 0
        while not stop.is_set():
            catalog.write(lambda connection, number=number: meta.put(connection, "now", str(number)))
            number += 1

    writer = threading.Thread(target=keep_writing)
    writer.start()
    asked: list[bool] = []

    def after_a_while() -> bool:
        asked.append(True)
        return len(asked) > 5

    try:
        made = backups.make(path, lambda: False)
        assert backups.is_whole(made, thorough=True)
        with pytest.raises(Cancelled):
            backups.make(path, after_a_while)
    finally:
        stop.set()
        writer.join()
    assert backups.existing(path) == [made]
    assert len(list(made.parent.iterdir())) == 1
    catalog.close()


def test_a_damaged_catalog_never_replaces_a_good_backup(tmp_path: Path, open_at: Open) -> None:
    catalog = indexed(open_at, tmp_path, 100)
    before = backups.existing(catalog)
    size = catalog.stat().st_size
    overwrite(catalog, 20_480, np.random.default_rng(0).bytes(size - 20_480))
    with pytest.raises(DamagedCatalogError):
        backups.make(catalog, lambda: False)
    assert backups.existing(catalog) == before

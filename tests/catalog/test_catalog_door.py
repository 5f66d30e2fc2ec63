"""One thread writes in transactions, any thread reads, and the world's errors are sentences."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from tests.support.ordinary_user import open_to_everybody, ordinary_user

from mindseye.catalog import Catalog, Connection, folders, meta
from mindseye.errors import CatalogError


def value(catalog: Catalog, key: str = "key") -> str | None:
    with catalog.read() as connection:
        return meta.get(connection, key)


def test_a_write_gives_what_its_work_returned(catalog: Catalog) -> None:
    folder = catalog.write(lambda connection: folders.add(connection, Path("/photos")))
    with catalog.read() as connection:
        assert folders.all_folders(connection) == [folder]


def test_writes_run_on_the_writing_thread(catalog: Catalog) -> None:
    name = catalog.write(lambda connection: threading.current_thread().name)
    assert name.startswith("catalog-writer")


def test_a_write_that_fails_stores_nothing_and_the_next_one_works(catalog: Catalog) -> None:
    def fail(connection: Connection) -> None:
        meta.put(connection, "key", "half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        catalog.write(fail)
    assert value(catalog) is None
    catalog.write(lambda connection: meta.put(connection, "key", "whole"))
    assert value(catalog) == "whole"


def test_a_statement_of_ours_that_is_wrong_is_a_bug_and_not_a_sentence(catalog: Catalog) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        catalog.write(lambda connection: connection.execute("INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(sqlite3.IntegrityError):
        catalog.write(lambda connection: connection.execute("INSERT INTO vectors VALUES (1, 1, x'00')"))


def test_an_error_that_sqlite_did_not_number_stays_what_it_is(catalog: Catalog) -> None:
    with pytest.raises(sqlite3.OperationalError, match="UTF-8"), catalog.read() as connection:
        connection.execute("SELECT CAST(x'ff' AS TEXT)").fetchone()


def test_readers_see_the_last_commit_while_a_write_is_under_way(catalog: Catalog) -> None:
    catalog.write(lambda connection: meta.put(connection, "key", "old"))
    written, may_end = threading.Event(), threading.Event()

    def slow(connection: Connection) -> None:
        meta.put(connection, "key", "new")
        written.set()
        assert may_end.wait(10)

    pending = catalog.write_later(slow)
    assert written.wait(10)
    assert value(catalog) == "old"
    may_end.set()
    pending.result(10)
    assert value(catalog) == "new"


def test_a_lent_connection_cannot_write(catalog: Catalog) -> None:
    with pytest.raises(CatalogError, match="cannot be written"), catalog.read() as connection:
        meta.put(connection, "key", "value")


def test_readers_in_many_threads_get_a_connection_each(catalog: Catalog) -> None:
    together = threading.Barrier(4)
    lent: list[int] = []

    def read() -> None:
        with catalog.read() as connection:
            lent.append(id(connection))
            together.wait(10)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(lent)) == 4


def test_closing_finishes_the_writes_that_were_queued(path: Path) -> None:
    catalog = Catalog(path)
    begun, may_end = threading.Event(), threading.Event()

    def slow(connection: Connection) -> None:
        begun.set()
        assert may_end.wait(10)

    catalog.write_later(slow)
    later = catalog.write_later(lambda connection: meta.put(connection, "key", "kept"))
    assert begun.wait(10)
    closing_thread = threading.Thread(target=catalog.close)
    closing_thread.start()
    may_end.set()
    closing_thread.join(10)
    assert later.done()
    reopened = Catalog(path)
    assert value(reopened) == "kept"
    reopened.close()


def test_reading_from_a_closed_catalog_is_refused_with_a_sentence(path: Path) -> None:
    catalog = Catalog(path)
    catalog.close()
    with pytest.raises(CatalogError, match="is closed"), catalog.read():
        pass


def test_a_reader_that_is_at_work_while_the_catalog_closes_can_end_its_work(path: Path) -> None:
    catalog = Catalog(path)
    catalog.write(lambda connection: meta.put(connection, "key", "value"))
    with catalog.read() as connection:
        catalog.close()
        assert meta.get(connection, "key") == "value"
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")


@pytest.mark.parametrize(
    "content", [b"this is no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4000]
)
def test_a_file_that_is_no_catalog_is_refused_with_a_sentence_and_kept(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(CatalogError, match="is damaged") as caught:
        Catalog(path)
    assert caught.value.path == path
    assert path.read_bytes() == content


def test_damage_that_shows_later_is_told_in_a_sentence(path: Path) -> None:
    catalog = Catalog(path)
    catalog.write(
        lambda connection: [meta.put(connection, f"{number:05}", "x" * 500) for number in range(500)]
    )
    catalog.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xa5" * 40_000)
    damaged = Catalog(path)
    with pytest.raises(CatalogError, match="is damaged"), damaged.read() as connection:
        connection.execute("SELECT sum(length(value)) FROM meta").fetchone()
    damaged.close()


def test_a_full_disk_is_told_in_a_sentence_and_loses_nothing(catalog: Catalog) -> None:
    catalog.write(lambda connection: meta.put(connection, "key", "kept"))

    def fill_disk(connection: Connection) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    catalog.write(fill_disk)
    with pytest.raises(CatalogError, match="is full"):
        catalog.write(lambda connection: meta.put(connection, "large", "x" * 100_000))
    assert value(catalog) == "kept"
    catalog.write(lambda connection: connection.execute("PRAGMA max_page_count = 1000000"))
    catalog.write(lambda connection: meta.put(connection, "large", "x" * 100_000))


def test_a_library_busy_in_another_program_is_told_in_a_sentence(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mindseye.catalog.connection.BUSY_SECONDS", 0.05)
    catalog = Catalog(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CatalogError, match="busy in another program"):
            catalog.write(lambda connection: meta.put(connection, "key", "value"))
        other.execute("ROLLBACK")
    catalog.write(lambda connection: meta.put(connection, "key", "value"))
    catalog.close()


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CatalogError, match="cannot be made"):
        Catalog(tmp_path / "file" / "library" / "catalog.sqlite")


def test_a_folder_that_must_not_be_written_is_told_in_a_sentence() -> None:
    with open_to_everybody() as folder:
        library = folder / "library"
        library.mkdir()
        library.chmod(0o555)
        with ordinary_user(), pytest.raises(CatalogError, match="cannot be opened"):
            Catalog(library / "catalog.sqlite")
        assert not list(library.iterdir())


def test_a_catalog_that_must_not_be_written_is_told_in_a_sentence() -> None:
    with open_to_everybody() as folder:
        path = folder / "catalog.sqlite"
        Catalog(path).close()
        path.chmod(0o444)
        with ordinary_user(), pytest.raises(CatalogError, match="cannot be written"):
            _write_once(path)


def _write_once(path: Path) -> None:
    catalog = Catalog(path)
    try:
        catalog.write(lambda connection: meta.put(connection, "key", "value"))
    finally:
        catalog.close()


@pytest.mark.parametrize("name", ["a#b", "a?b", "a%20b", "a b", "ä", "mode=ro"])
def test_a_library_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    catalog = Catalog(tmp_path / name / "catalog.sqlite")
    catalog.write(lambda connection: meta.put(connection, "key", "value"))
    assert value(catalog) == "value"
    catalog.close()
    assert (tmp_path / name / "catalog.sqlite").is_file()


def test_facts_can_be_replaced(catalog: Catalog) -> None:
    catalog.write(lambda connection: meta.put(connection, "key", "old"))
    catalog.write(lambda connection: meta.put(connection, "key", "new"))
    assert value(catalog) == "new"
    assert value(catalog, "other") is None

"""From any earlier catalog to today's, and never back."""

import multiprocessing
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from mindseye.catalog import Catalog, folders, meta, migrations
from mindseye.errors import CatalogError

NOW = len(migrations.STEPS)
NEXT = "CREATE TABLE later_albums (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;\n"


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def tables_of(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def with_a_folder(path: Path) -> None:
    """A catalog of today that holds something."""
    catalog = Catalog(path)
    catalog.write(lambda connection: folders.add(connection, Path("/photos")))
    catalog.close()


def test_an_empty_file_gets_the_newest_schema_and_no_backup(path: Path) -> None:
    path.touch()
    Catalog(path).close()
    assert version_of(path) == len(migrations.STEPS)
    assert {"files", "photos", "vectors", "tags", "folders", "meta", "spaces"} <= tables_of(path)
    assert not list(path.parent.glob("*before*"))


def test_the_catalog_is_kept_in_wal_mode(path: Path) -> None:
    Catalog(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_opening_again_changes_nothing(path: Path) -> None:
    with_a_folder(path)
    before = tables_of(path)
    catalog = Catalog(path)
    with catalog.read() as connection:
        assert [folder.path for folder in folders.all_folders(connection)] == [Path("/photos")]
    catalog.close()
    assert tables_of(path) == before


def test_a_newer_catalog_is_refused_with_a_sentence_and_left_alone(path: Path) -> None:
    with_a_folder(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(CatalogError, match="made by a newer Mindseye") as caught:
        Catalog(path)
    assert caught.value.path == path
    assert str(path.parent) in caught.value.message
    assert version_of(path) == 999
    assert not list(path.parent.glob("*before*"))


def test_a_later_step_keeps_what_is_there_and_copies_the_old_file_first(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_folder(path)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, NEXT))
    Catalog(path).close()

    assert version_of(path) == NOW + 1
    assert "later_albums" in tables_of(path)
    (backup,) = path.parent.glob("*before*")
    assert backup.name == f"catalog-before-{NOW + 1}.sqlite"
    assert version_of(backup) == NOW
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT path FROM folders").fetchall() == [(b"/photos",)]
    assert not list(path.parent.glob("*.part"))


def test_what_is_only_in_the_log_of_a_killed_process_is_in_the_backup_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_folder(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute("INSERT INTO meta VALUES ('written', 'late')")
        monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, NEXT))
        Catalog(path).close()
    backup = Catalog(path.with_name(f"catalog-before-{NOW + 1}.sqlite"))
    with backup.read() as connection:
        assert meta.get(connection, "written") == "late"
    backup.close()


@pytest.mark.parametrize(
    "failing",
    [
        pytest.param("CREATE TABLE half (id INTEGER);\nINSERT INTO nowhere VALUES (1);\n", id="second-line"),
        pytest.param("CREATE TABLE half (id INTEGER);\nROLLBACK;\nnonsense;\n", id="rolled-back-by-itself"),
    ],
)
def test_a_step_that_fails_leaves_the_catalog_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    with_a_folder(path)
    steps = migrations.STEPS
    monkeypatch.setattr(migrations, "STEPS", (*steps, failing))
    with pytest.raises(sqlite3.OperationalError, match=r"nowhere|nonsense"):
        Catalog(path)
    assert version_of(path) == NOW
    assert "half" not in tables_of(path)
    monkeypatch.setattr(migrations, "STEPS", steps)
    Catalog(path).close()


def test_the_step_before_a_failing_one_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_a_folder(path)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, NEXT, "nonsense;\n"))
    with pytest.raises(sqlite3.OperationalError, match="nonsense"):
        Catalog(path)
    assert version_of(path) == NOW + 1


def test_a_backup_never_holds_what_another_process_migrated_meanwhile(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_folder(path)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, NEXT))
    original = migrations._back_up

    def late(*arguments: object) -> None:
        # Another process is faster: it has taken the step, and made its backup, when ours begins.
        monkeypatch.setattr(migrations, "_back_up", original)
        Catalog(path).close()
        original(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(migrations, "_back_up", late)
    Catalog(path).close()
    assert version_of(path.with_name(f"catalog-before-{NOW + 1}.sqlite")) == NOW


def test_a_statement_may_hold_semicolons_and_comments() -> None:
    script = (
        "CREATE TABLE a (t TEXT DEFAULT ';'); -- one; two\n"
        "CREATE TRIGGER b AFTER INSERT ON a BEGIN\n"
        "  SELECT 1;\n"
        "END;\n"
    )
    assert len(migrations._statements(script)) == 2
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in migrations._statements(script):
            connection.execute(statement)


def _open_and_add(path: Path, name: str, together: object) -> None:
    together.wait()  # type: ignore[attr-defined]
    catalog = Catalog(path)
    catalog.write(lambda connection: meta.put(connection, name, "here"))
    catalog.close()


@pytest.mark.timeout(60)
def test_threads_that_open_a_new_catalog_at_once_all_get_it(path: Path) -> None:
    together = threading.Barrier(6)
    names = [str(number) for number in range(6)]
    threads = [threading.Thread(target=_open_and_add, args=(path, name, together)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _names(path) == set(names)


@pytest.mark.timeout(60)
def test_processes_that_open_a_new_catalog_at_once_all_get_it(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    together = context.Barrier(3)
    names = [str(number) for number in range(3)]
    processes = [context.Process(target=_open_and_add, args=(path, name, together)) for name in names]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert _names(path) == set(names)


def _names(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT key FROM meta")}

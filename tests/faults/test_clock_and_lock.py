"""The clock goes backwards, and another process has the catalog: nothing is lost, nothing is done twice."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from mindseye.catalog import meta
from mindseye.errors import CatalogError
from mindseye.operations.watched_folders import add_folders
from tests.e2e.conftest import Program
from tests.faults.conftest import Open
from tests.support.contents import names
from tests.support.counting import CountingLoader
from tests.support.pictures import write_picture, write_pictures
from tests.support.sound import assert_all_committed_is_found

_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def test_files_from_the_future_and_the_past_are_indexed_once(
    tmp_path: Path, open_at: Open, loader: CountingLoader, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = write_pictures(tmp_path / "photos", 6)
    for picture, when in zip(pictures, (0, -(10**9), 4 * 10**9, 1, 10**9, 2**33), strict=True):
        os.utime(picture, (when, when))
    real, real_monotonic = time.time, time.monotonic
    with open_at(tmp_path / "library") as library:
        add_folders(library, [tmp_path / "photos"])
        library.indexer.index()
        monkeypatch.setattr(time, "time", lambda: real() - 10 * 365 * 86400)
        assert library.indexer.index().total == 0
        # Edited while the clock is wrong: another time, even an earlier one, is a change.
        write_picture(pictures[3], "blue", seed=70)
        os.utime(pictures[3], (-5, -5))
        assert library.indexer.index().embedded == 1
        write_picture(tmp_path / "photos" / "new.jpg", seed=71)
        assert library.indexer.index().embedded == 1
    with open_at(tmp_path / "library") as library:
        assert library.indexer.index().total == 0
        assert len(names(library)) == 7
    assert loader.pictures == 8
    assert time.monotonic is real_monotonic


def test_a_catalog_that_another_process_writes_can_be_read_and_is_waited_for(
    tmp_path: Path, open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pictures(tmp_path / "photos", 6)
    with open_at(tmp_path / "library") as library:
        add_folders(library, [tmp_path / "photos"])
        library.indexer.index()
        with subprocess.Popen(
            [sys.executable, "-c", _HOLD, str(library.catalog.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == b"held\n"
            with open_at(tmp_path / "library") as second:  # opening needs no write
                assert len(names(second)) == 6
            waiting = library.catalog.write_later(lambda connection: meta.put(connection, "key", "kept"))
            assert len(names(library)) == 6
            assert not waiting.done()
            other.communicate(b"")
            waiting.result(20)
        monkeypatch.setattr("mindseye.catalog.connection.BUSY_SECONDS", 0.05)
    with (
        open_at(tmp_path / "library") as library,
        closing(sqlite3.connect(library.catalog.path, isolation_level=None)) as other_connection,
    ):
        other_connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(CatalogError, match="busy in another program"):
            library.catalog.write(lambda connection: meta.put(connection, "key", "late"))
        other_connection.execute("ROLLBACK")
        assert assert_all_committed_is_found(library) == 6


@pytest.mark.timeout(120)
def test_the_command_line_searches_and_indexes_beside_an_open_library(
    program: Program, tmp_path: Path, samples: Path
) -> None:
    library = tmp_path / "library"
    write_pictures(tmp_path / "photos", 120)
    with program.start("index", tmp_path / "photos", "--library", library) as running:
        ended = threading.Event()
        threading.Thread(target=lambda: (running.wait(), ended.set())).start()
        while not (library / "catalog.sqlite").exists():
            assert not ended.wait(0.05)
        found = 0
        while not ended.is_set():
            found = len(program.json("search", "red", "--limit", 400, "--library", library))
        errors = running.communicate()[1]
    assert running.returncode == 0, errors
    assert found <= 120
    assert program.json("index", samples, "--library", library)["failed"] == 0
    assert len(program.json("search", "red", "--limit", 400, "--library", library)) > 120

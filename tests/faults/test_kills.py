"""SIGKILL at random moments of indexing, tagging and saving the index: what was committed is there, once."""

import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import time
from contextlib import closing
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from mindseye.clip import ModelManifest
from mindseye.indexing.batch import PHOTOS
from mindseye.library import Library
from tests.faults.victim import work
from tests.support.fake_model import FakeSession, write_fake_model
from tests.support.pictures import write_pictures
from tests.support.sound import assert_all_committed_is_found, assert_catalog_whole

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")

PICTURES = 160
TIMES = [5, pytest.param(100, marks=[pytest.mark.soak, pytest.mark.timeout(1800)])]
LONGEST = 0.6
"""Seconds until a kill, at most."""


@pytest.fixture(scope="module")
def starter() -> ForkServerContext:
    """Starts processes that have everything imported: milliseconds from the start to the work."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.victim"])
    return context


@pytest.fixture
def random_moments(request: pytest.FixtureRequest) -> random.Random:
    """Random delays, from a seed that a failure shows."""
    seed = random.randrange(2**32)
    print(f"seed of the moments: {seed}")
    return random.Random(seed)


def kill_at_a_moment(
    starter: ForkServerContext, kind: str, folder: Path, delay: float, *, after: str = ""
) -> list[str]:
    """Lets a victim work, kills it after ``delay`` seconds of its work; gives what it noted."""
    paper = folder / "paper"
    paper.unlink(missing_ok=True)
    victim = starter.Process(target=work, args=(kind, folder, paper))
    victim.start()
    ends = time.monotonic() + 30
    while after and victim.is_alive() and time.monotonic() < ends:
        if paper.exists() and after in paper.read_text():
            break
        time.sleep(0.001)
    victim.join(delay)
    assert victim.pid is not None
    if victim.is_alive():
        os.kill(victim.pid, signal.SIGKILL)
    victim.join()
    assert victim.exitcode in {0, -signal.SIGKILL}
    return paper.read_text().splitlines() if paper.exists() else []


def opened(folder: Path) -> Library:
    return Library.open(folder / "library", ModelManifest.load(folder / "model"), load_session=FakeSession)


@pytest.mark.parametrize("times", TIMES)
def test_of_indexing(
    tmp_path: Path, starter: ForkServerContext, random_moments: random.Random, times: int
) -> None:
    write_fake_model(tmp_path / "model")
    write_pictures(tmp_path / "photos", PICTURES)
    embedded = kills = 0
    for _ in range(times):
        noted = kill_at_a_moment(starter, "index", tmp_path, random_moments.uniform(0, LONGEST))
        embedded += sum(int(line.split()[1]) for line in noted if line.startswith("embedded"))
        kills += "indexed" not in noted
        if not (tmp_path / "library" / "catalog.sqlite").exists():
            continue
        with opened(tmp_path) as library:
            committed = assert_all_committed_is_found(library)
            assert library.rescue is None
        assert_catalog_whole(tmp_path / "library")
        # A batch being stored and the one behind it: no more is lost by a kill, and nothing else done twice.
        assert committed <= embedded <= committed + 2 * PHOTOS * kills
        if committed == PICTURES:
            shutil.rmtree(tmp_path / "library")
            embedded = kills = 0
    kill_at_a_moment(starter, "index", tmp_path, 60)
    with opened(tmp_path) as library:
        assert assert_all_committed_is_found(library) == PICTURES


@pytest.mark.parametrize("times", TIMES)
def test_of_tagging(
    tmp_path: Path, starter: ForkServerContext, random_moments: random.Random, times: int
) -> None:
    indexed(tmp_path, starter)
    for _ in range(times):
        noted = kill_at_a_moment(
            starter, "tag", tmp_path, random_moments.uniform(0, LONGEST / 2), after="given"
        )
        said: dict[tuple[int, str], str] = {}
        for line in noted:
            word, photo_id, turn = line.split()
            said[int(photo_id), f"tag {turn}"] = {"given": "confirmed", "rejected": "rejected"}[word]
        assert said
        assert_catalog_whole(tmp_path / "library")
        with closing(sqlite3.connect(tmp_path / "library" / "catalog.sqlite")) as connection:
            rows = connection.execute("SELECT photo_id, label, state FROM tags").fetchall()
            entries = connection.execute("SELECT count(*) FROM history").fetchone()[0]
            stored = {(row[0], row[1]): row[2] for row in rows}
            # Of the last thing it did the note may be missing, not the thing.
            wrong = {key for key, state in said.items() if stored.get(key) != state}
            assert wrong <= {max(said, key=lambda key: int(key[1].split()[1]))}
            assert all(stored[key] == "rejected" for key in wrong)
            assert len(noted) <= entries <= len(noted) + 1
            connection.execute("DELETE FROM tags")
            connection.execute("DELETE FROM history")
            connection.commit()


@pytest.mark.parametrize("times", TIMES)
def test_of_saving_the_index(
    tmp_path: Path, starter: ForkServerContext, random_moments: random.Random, times: int
) -> None:
    indexed(tmp_path, starter)
    saves = 0
    for _ in range(times):
        noted = kill_at_a_moment(
            starter, "save", tmp_path, random_moments.uniform(0, LONGEST / 4), after="saved"
        )
        saves += noted.count("saved")
        with opened(tmp_path) as library:
            assert not library.spaces.active.index.was_damaged
            assert assert_all_committed_is_found(library) == PICTURES
    assert saves > times
    assert_catalog_whole(tmp_path / "library")


def indexed(folder: Path, starter: ForkServerContext) -> None:
    write_fake_model(folder / "model")
    write_pictures(folder / "photos", PICTURES)
    assert kill_at_a_moment(starter, "index", folder, 60)[-1] == "indexed"

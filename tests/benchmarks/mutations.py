"""Odd files and mutations of good ones, indexed as a folder of them would be: each a photo or a reason.

The program runs in a process of its own; when it crashes or nothing moves for a minute it is started again
and goes on where it was, as a person would do.
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from mindseye import paths
from mindseye.clip import ModelManifest
from mindseye.imaging import is_picture_name
from mindseye.library import Library
from mindseye.operations.watched_folders import add_folders
from tests.benchmarks.frame import CannotMeasureError, Figure, Skipped, recorded_data
from tests.support.fake_model import FakeSession, write_fake_model

_LARGEST = 2 << 20
_STUCK_SECONDS = 60.0
_STARTS = 200


def measure(*, mutations: int = 10_000, seed: int = 1) -> Iterator[Figure | Skipped]:
    """The odd files as they are, and mutations of those and of the sample pictures."""
    good = sorted(paths.resource("samples", "pictures").glob("*.jpg"))
    odd: list[Path] = []
    try:
        found = (recorded_data() / "odd-files").rglob("*")
        odd = sorted(path for path in found if path.is_file() and is_picture_name(path.name))
    except CannotMeasureError as reason:
        yield Skipped("odd files, and mutations of other formats than JPEG", str(reason))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_fake_model(folder / "model")
        (folder / "photos").mkdir()
        for number, path in enumerate(odd):
            shutil.copyfile(path, folder / "photos" / f"odd-{number:04}{path.suffix.lower()}")
        originals = [*good, *_as_jpeg_xl(folder, good), *odd]
        _write_mutations(folder / "photos", originals, mutations, random.Random(seed))
        yield from _index(folder, len(odd), mutations)


def _as_jpeg_xl(folder: Path, photos: list[Path]) -> list[Path]:
    """The same pictures in that format, where it can be written here."""
    try:
        import pylibjxl
    except ImportError:
        return []
    made = [folder / f"{photo.stem}.jxl" for photo in photos]
    for photo, target in zip(photos, made, strict=True):
        target.write_bytes(pylibjxl.jpeg_to_jxl(photo.read_bytes()))
    return made


def _write_mutations(folder: Path, originals: list[Path], count: int, dice: random.Random) -> None:
    small = [path for path in originals if 0 < path.stat().st_size <= _LARGEST]
    for number in range(count):
        path = small[number % len(small)]
        content = _mutated(path.read_bytes(), dice)
        (folder / f"mutation-{number:05}{path.suffix.lower()}").write_bytes(content)


def _mutated(content: bytes, dice: random.Random) -> bytes:
    """Flips bits, writes odd numbers, cuts, doubles or swaps pieces; more often near the beginning."""
    data = bytearray(content)
    for _ in range(dice.choice([1, 1, 2, 4, 16, 64])):
        place = int(len(data) * dice.random() ** dice.choice([1, 3, 6])) if data else 0
        match dice.randrange(6):
            case 0 | 1 if data:
                data[place] ^= 1 << dice.randrange(8)
            case 2 if data:
                data[place : place + 4] = dice.choice(
                    [b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", dice.randbytes(4)]
                )
            case 3:
                del data[place : place + dice.randrange(1, 200)]
            case 4:
                data[place:place] = data[place : place + dice.randrange(1, 200)]
            case 5 if dice.random() < 0.2:
                del data[place:]
    return bytes(data)


def _index(folder: Path, odd: int, mutations: int) -> Iterator[Figure]:
    crashes = hangs = 0
    began = time.perf_counter()
    for _ in range(_STARTS):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.mutations", str(folder)], stderr=subprocess.DEVNULL
        ) as running:
            stuck = _is_stuck(running, folder)
            if stuck:
                running.kill()
        hangs += stuck
        crashes += not stuck and running.returncode != 0
        if running.returncode == 0:
            break
    took = time.perf_counter() - began
    with closing(sqlite3.connect(folder / "library" / "catalog.sqlite")) as connection:
        files, shown, refused, without = connection.execute(
            "SELECT count(*), count(photo_id), count(*) FILTER (WHERE length(problem) > 15),"
            " count(*) FILTER (WHERE photo_id IS NULL AND (problem IS NULL OR length(problem) <= 15))"
            " FROM files"
        ).fetchone()
    yield Figure("odd files, and mutations of good ones", files, "files", note=f"{odd:,} and {mutations:,}")
    yield Figure("of them shown", shown, "files")
    yield Figure("of them refused with a reason", refused, "files")
    yield Figure("neither", without, "files", aim=0)
    yield Figure("crashes of the program", crashes, "times", aim=0)
    yield Figure("hangs", hangs, "times", aim=0)
    yield Figure("files a second", files / took, "files/s")


def _is_stuck(running: "subprocess.Popen[bytes]", folder: Path) -> bool:
    """Waits until it ends, or for a minute in which no file was finished."""
    done, since = -1, time.monotonic()
    while running.poll() is None:
        time.sleep(0.5)
        now = _finished(folder)
        if now != done:
            done, since = now, time.monotonic()
        elif time.monotonic() - since > _STUCK_SECONDS:
            return True
    return False


def _finished(folder: Path) -> int:
    try:
        with closing(sqlite3.connect(folder / "library" / "catalog.sqlite", timeout=5)) as connection:
            count = connection.execute(
                "SELECT count(*) FROM files WHERE photo_id IS NOT NULL OR problem IS NOT NULL"
            ).fetchone()[0]
            return int(count)
    except sqlite3.OperationalError:
        return -1


def _work(folder: Path) -> None:
    manifest = ModelManifest.load(folder / "model")
    with Library.open(folder / "library", manifest, load_session=FakeSession) as library:
        add_folders(library, [folder / "photos"])
        library.indexer.index()


if __name__ == "__main__":
    os.environ.setdefault("MINDSEYE_HOME", str(Path(sys.argv[1], "home")))
    _work(Path(sys.argv[1]))

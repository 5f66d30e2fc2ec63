"""A second look at folders in which nothing changed, against `find`; and many files moved at once.

No file may be opened by either: an audit hook of the interpreter counts the files that are.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from mindseye.catalog import Connection, folders, photos, vectors
from mindseye.indexing.scan import scan
from mindseye.library import Library
from mindseye.metadata import Metadata
from mindseye.operations.watched_folders import add_folders
from mindseye.tasks import CancelToken
from tests.benchmarks.frame import Figure, Skipped, median_ratio, median_seconds, seconds
from tests.support.counting import CountingLoader
from tests.support.fake_model import DIMENSION, write_fake_model

_A_FOLDER = 500


class _Opened:
    """Counts the files below a folder that this process opens."""

    def __init__(self, folder: Path) -> None:
        self._prefix = os.fspath(folder) + os.sep
        self.count = 0
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[0], (str, bytes)):
            self.count += os.fsdecode(arguments[0]).startswith(self._prefix)


def measure(*, files: int = 100_000, moves: int = 10_000, repeats: int = 5) -> Iterator[Figure | Skipped]:
    """A tree of small files that the library knows already."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        tree = root / "tree"
        _make_tree(tree, files)
        loader = CountingLoader()
        manifest = write_fake_model(root / "model")
        with Library.open(root / "library", manifest, load_session=loader) as library:
            add_folders(library, [tree])
            _learn(library, tree)
            opened = _Opened(tree)
            yield from _second_look(library, tree, files, repeats)
            yield Figure("files opened by a second look", opened.count, "files", aim=0)
            yield from _moves(library, tree, moves, loader)
            yield Figure("files opened by a look after the moves", opened.count, "files", aim=0)


def _make_tree(tree: Path, files: int) -> None:
    for number in range(files):
        folder = tree / f"{number // _A_FOLDER:04}"
        if number % _A_FOLDER == 0:
            folder.mkdir(parents=True)
        (folder / f"IMG_{number:06}.jpg").write_bytes(b"%d" % number)


def _learn(library: Library, tree: Path) -> None:
    """Scans the tree, and gives each file a photo and a vector as if it had been read."""
    with library.catalog.read() as connection:
        (watched,) = folders.all_folders(connection)
    scan(library.catalog, watched, CancelToken())

    def store(connection: Connection) -> None:
        rows = connection.execute("SELECT id FROM files").fetchall()
        facts = Metadata(640, 480, "JPEG")
        for row in rows:
            photo_id = photos.add(connection, row[0].to_bytes(16, "big"), facts)
            connection.execute("UPDATE files SET photo_id = ? WHERE id = ?", (photo_id, row[0]))
            vector = np.full(DIMENSION, 0.1, dtype=np.float32)
            vector[row[0] % DIMENSION] = 0.9
            vectors.add(connection, library.space_id, [(photo_id, vector)])

    library.catalog.write(store)
    library.sync_index()
    library.indexer.index()


def _second_look(library: Library, tree: Path, files: int, repeats: int) -> Iterator[Figure | Skipped]:
    def look() -> None:
        summary = library.indexer.index()
        assert summary.total == 0

    ours = median_seconds(look, repeats=repeats)
    yield Figure(f"a second look at {files:,} files", ours, "s")
    if shutil.which("find") is None:
        yield Skipped("against find", "there is no find on this system")
        return

    def find() -> None:
        subprocess.run(
            ["find", str(tree), "-printf", "%p %s %T@ %i\n"], stdout=subprocess.DEVNULL, check=True
        )

    yield Figure("find -printf over them", median_seconds(find, repeats=repeats), "s")
    ratio = median_ratio(look, find, repeats=repeats)
    yield Figure("a second look, against find", ratio, "times", aim=4.0)


def _moves(library: Library, tree: Path, moves: int, loader: CountingLoader) -> Iterator[Figure]:
    target = tree / "moved"
    target.mkdir()
    moved = 0
    for folder in sorted(tree.iterdir()):
        if folder == target or moved >= moves:
            continue
        for file in list(folder.iterdir())[: moves - moved]:
            file.rename(target / file.name)
            moved += 1
    took = seconds(library.indexer.index)
    with library.catalog.read() as connection:
        right = connection.execute(
            "SELECT count(*) FROM files WHERE CAST(path AS TEXT) LIKE 'moved/%' AND photo_id IS NOT NULL"
        ).fetchone()[0]
    assert right == moved, f"{right} of {moved} files are known where they are now"
    yield Figure(f"{moved:,} moves until the catalog is right", took, "s", aim=30.0)
    yield Figure("pictures embedded for them", loader.pictures, "photos", aim=0)

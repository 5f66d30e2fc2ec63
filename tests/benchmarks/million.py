"""A library of a million photographs that never were: from opening it to the first page, and its memory."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from mindseye.operations import browse
from mindseye.ui.grid.tiles import Tiles
from tests.benchmarks.big_library import big_library, open_big
from tests.benchmarks.frame import ROOT, Figure, peak_mib, resident_mib

_PAGE = 1000
_SEARCHES = 20
_A_PERSON = 1.5
"""Seconds between the searches of somebody who looks at what was found."""


def measure(*, photos: int = 1_000_000, repeats: int = 5) -> Iterator[Figure]:
    """Opens the library in processes of their own, so that nothing is warm but the system's file cache."""
    folder = big_library(photos)
    with open_big(folder) as library:  # brings an older one up to date
        library.spaces.active.index.make_codes()
    core = _middle([_in_a_process("core", folder) for _ in range(repeats)])
    yield Figure("from opening to the first page", core["page"], "s", aim=1.5)
    yield Figure("of that, opening", core["open"], "s")
    yield Figure("until all photos stand in order", core["all"], "s")
    yield Figure("first search after opening", core["first search"] * 1000, "ms")
    yield Figure("a search, after a pause", core["search"] * 1000, "ms")
    yield Figure("a search, in a row", core["row search"] * 1000, "ms")
    yield Figure("resident after the first page", core["page memory"], "MiB")
    yield Figure("resident between searches, index viewed, at most", core["search memory"], "MiB", aim=700.0)
    yield Figure("of that, not pages of files", core["own memory"], "MiB")
    yield Figure("resident with all photos in order", core["all memory"], "MiB", aim=700.0)
    yield Figure("while searching in a row, at most", core["row memory"], "MiB", aim=700.0)
    window = _middle([_in_a_process("window", folder) for _ in range(repeats)])
    yield Figure("window: from opening to the first page painted", window["page"], "s", aim=1.5)
    yield Figure("window: until all photos stand in order", window["all"], "s")
    yield Figure("window: resident with all photos in order", window["all memory"], "MiB", aim=700.0)
    yield Figure("window: resident when all is quiet", window["quiet memory"], "MiB", aim=700.0)
    yield Figure("of that, not pages of files", window["own memory"], "MiB")
    yield Figure("window: the most that was ever resident", window["peak memory"], "MiB", aim=700.0)


def _middle(runs: list[dict[str, float]]) -> dict[str, float]:
    return {key: float(np.median([run[key] for run in runs])) for key in runs[0]}


def _in_a_process(what: str, folder: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.million", what, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=ROOT,
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _open(folder: Path) -> dict[str, float]:
    told: dict[str, float] = {}
    began = time.perf_counter()
    with open_big(folder) as library:
        told["open"] = time.perf_counter() - began
        assert len(browse.first_tiles(library, _PAGE)) == _PAGE
        told["page"] = time.perf_counter() - began
        told["page memory"] = resident_mib()
        index = library.spaces.active.index
        directions = np.random.default_rng(5).normal(size=(_SEARCHES, index.dimension)).astype(np.float32)

        def search(pause: float) -> tuple[list[float], float]:
            times, memory = [], []
            for direction in directions:
                start = time.perf_counter()
                assert len(index.search(direction, 100).ids) == 100
                times.append(time.perf_counter() - start)
                if not pause:
                    memory.append(resident_mib())
                if pause:
                    time.sleep(pause)
                    memory.append(resident_mib())
            return times, max(memory)

        times, told["search memory"] = search(_A_PERSON)
        told["first search"], told["search"] = times[0], float(np.median(times))
        told["own memory"] = resident_mib(file_pages=False)
        began = time.perf_counter()
        tiles = Tiles.of(browse.all_tiles(library))
        told["all"] = time.perf_counter() - began
        told["all memory"] = resident_mib()
        assert len(tiles) >= _PAGE
        times, told["row memory"] = search(0.0)
        told["row search"] = float(np.median(times))
    return told


def _open_window(folder: Path) -> dict[str, float]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from mindseye.settings import Settings
    from mindseye.ui.application import OpenWindow, make_application
    from mindseye.ui.places import Page

    told: dict[str, float] = {}
    application = make_application()
    began = time.perf_counter()
    opened = OpenWindow(application, Settings(), lambda: open_big(folder), start_indexer=False)
    opened.window.show()
    while opened.showing.page is not Page.PHOTOS:
        application.processEvents()
    opened.window.grid.viewport().repaint()
    told["page"] = time.perf_counter() - began
    assert opened.wait_until_shown(seconds=300)
    told["all"] = time.perf_counter() - began
    told["all memory"] = resident_mib()
    assert len(opened.showing.tiles) > _PAGE
    rested = time.monotonic() + _A_PERSON
    while time.monotonic() < rested or not opened.showing.searching.idle:
        application.processEvents()
        time.sleep(0.01)
    told["quiet memory"], told["own memory"] = resident_mib(), resident_mib(file_pages=False)
    told["peak memory"] = peak_mib()
    opened.close()
    return told


if __name__ == "__main__":
    print(json.dumps({"core": _open, "window": _open_window}[sys.argv[1]](Path(sys.argv[2]))))

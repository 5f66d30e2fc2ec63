"""The map of meaning: how long it takes, how true it is to the vectors, and how fast it is painted."""

import gc
import os
import time
from collections.abc import Callable, Generator, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from mindseye.clip import ClipModel
from mindseye.clip.installed import open_manifest
from mindseye.semantic_map import Reduced, Words, beside_neighbours, lay_out, name_regions, reduce
from mindseye.semantic_map.regions import BLURS, crowds
from tests.benchmarks.alike_vectors import alike
from tests.benchmarks.duplicates import _read, embedded
from tests.benchmarks.frame import Figure, recorded_data, seconds
from tests.benchmarks.recorded_vectors import Recorded, load
from tests.semantic_map.quality import kept_neighbours, trustworthiness
from tests.semantic_map.sources import Source

NEIGHBOURS = 10
SIZE = (1400, 900)
FRAMES = 120

Vectors = NDArray[np.float32]


def measure(*, photos: int = 100_000) -> Iterator[Figure]:
    """Yields quality on recorded and starter vectors, times by size, and frames of a map of ``photos``."""
    recorded = load(recorded_data())
    yield from quality("recorded ViT-B/32", recorded.photos)
    pictures = _read(recorded_data() / "unsplash" / "photos")
    yield from quality("starter", embedded(ClipModel(open_manifest("starter")), pictures))
    yield from names(recorded)
    places = np.empty((0, 2), np.float32)
    for count in sorted({500, 10_000, photos}):
        vectors = np.concatenate(list(alike(recorded.photos, count, seed=1)))
        places = yield from times(vectors)
    yield from frames(places)


def quality(name: str, vectors: Vectors) -> Iterator[Figure]:
    """How true both maps are."""
    source = Source(vectors)
    reduced = reduce(source, source.ids)
    for what, places in (("components", reduced.plane), ("neighbours", lay_out(reduced.points))):
        trust = trustworthiness(vectors, places, NEIGHBOURS)
        yield Figure(f"{name}, by {what}: trustworthiness", trust, better="more")
        yield Figure(f"{name}, by {what}: neighbours kept", kept_neighbours(vectors, places, NEIGHBOURS))


def names(recorded: Recorded) -> Iterator[Figure]:
    """How many crowds are named, and how many of the names stand twice as often in their descriptions."""
    source = Source(recorded.photos)
    places = lay_out(reduce(source, source.ids).points)
    words = Words(recorded.nouns, recorded.texts)
    regions = name_regions(source, source.ids, places, words)
    fitting = 0
    for region in regions:
        level = crowds(places, BLURS[region.level])
        own = level[((places - (region.x, region.y)) ** 2).sum(axis=1).argmin()]
        shown = recorded.shown[recorded.nouns.index(region.name)]
        fitting += shown[level == own].mean() > 2 * shown.mean()
    yield Figure("crowds named by one of 1,374 nouns", len(regions))
    yield Figure("of these, described by it twice as often", fitting / max(len(regions), 1), better="more")


def times(vectors: NDArray[np.float16]) -> Generator[Figure, None, Vectors]:
    """How long the map of so many takes; gives the places of the better one."""
    source, count = Source(vectors), len(vectors)
    found: list[Reduced] = []
    took = seconds(lambda: found.append(reduce(source, source.ids)))
    yield Figure(f"{count:,} photos: components", took, "s")
    made: list[Vectors] = []
    took = seconds(lambda: made.append(lay_out(found[0].points)))
    yield Figure(f"{count:,} photos: by neighbours", took, "s")
    old = source.ids[:-100]
    took = seconds(lambda: beside_neighbours(source, source.ids[-100:], old, made[0][:-100]))
    yield Figure(f"{count:,} photos: 100 new ones put beside theirs", took, "s")
    if count <= 10_000:
        full = vectors.astype(np.float32)
        for what, places in (("components", found[0].plane), ("neighbours", made[0])):
            kept = kept_neighbours(full, places, NEIGHBOURS)
            yield Figure(f"{count:,} photos, by {what}: neighbours kept", kept)
    return made[0]


def _of_this_thread(work: Callable[[], object]) -> float:
    """Seconds of processor time: what else the machine does counts for nothing."""
    gc.disable()
    try:
        began = time.thread_time()
        work()
        return time.thread_time() - began
    finally:
        gc.enable()


def frames(places: Vectors) -> Iterator[Figure]:
    """The processor time of a frame while the map is moved over and zoomed into, thumbnails at hand."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from mindseye.ui.door import Door
    from mindseye.ui.grid.captions import Captions
    from mindseye.ui.meaning_map.scene import Scene
    from mindseye.ui.meaning_map.view import MapView
    from mindseye.ui.theme import Theme
    from tests.benchmarks.grid import _AtOnce

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    door = Door("benchmark-map")
    view = MapView(Theme(application, "dark"), _AtOnce(door), Captions(door), lambda: False)
    view.resize(*SIZE)
    view.show()
    application.processEvents()
    aspects = np.random.default_rng(0).choice([1.5, 0.67, 1.33], len(places)).astype(np.float32)
    scene = Scene(np.arange(1, len(places) + 1, dtype=np.int64), places, aspects)
    yield Figure(
        f"{len(places):,} photos: shown", seconds(lambda: (view.show_scene(scene), view.grab())), "s"
    )

    def frame(change: Sequence[float]) -> float:
        def paint() -> None:
            view.move_by(change[0], change[1])
            view.repaint()

        view._wish()
        return _of_this_thread(paint)

    for steps in (0, 4, 10, 18):
        view.fit()
        view.zoom_by(steps)
        took = sorted(frame((6.0 if turn % 20 < 10 else -6.0, 2.0)) for turn in range(FRAMES))
        name = f"frame at {view.nearness:.1f} times fitted, p95"
        yield Figure(name, took[int(0.95 * FRAMES)] * 1000, "ms", aim=16)
    view.choose_all()
    view.fit()
    took = sorted(frame((6.0 if turn % 20 < 10 else -6.0, 2.0)) for turn in range(FRAMES))
    yield Figure("frame with all selected, p95", took[int(0.95 * FRAMES)] * 1000, "ms", aim=16)
    view.hide()
    view.deleteLater()
    door.close()
    application.processEvents()

"""The grid with a million photographs: shown, laid out anew, scrolled; against QListView in the same run."""

import itertools
import os
import statistics
import tracemalloc
from collections.abc import Generator, Iterator, Sequence

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView

from mindseye.ui.door import Door
from mindseye.ui.grid.captions import Captions
from mindseye.ui.grid.headings import Grouping
from mindseye.ui.grid.painting import GridColours
from mindseye.ui.grid.thumbnails import Thumbnail, Thumbnails, Wish
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.grid.view import PhotoGrid
from tests.benchmarks.frame import Figure, seconds

SIZE = QSize(1400, 900)
FRAMES = 200


class _AtOnce(Thumbnails):
    """Thumbnails that are there as soon as they are wished for, so that painting alone is measured."""

    def __init__(self, door: Door) -> None:
        super().__init__(door)
        self._made: dict[int, Thumbnail] = {}

    def want(self, wishes: Sequence[Wish]) -> None:
        for photo_id, size in wishes:
            if photo_id not in self._made:
                image = QImage(size, QImage.Format.Format_RGB32)
                image.fill(QColor("steelblue"))
                self._made[photo_id] = Thumbnail(QPixmap.fromImage(image), 0.0)

    def get(self, photo_id: int) -> Thumbnail | None:
        return self._made.get(photo_id)


class _Icons(QAbstractListModel):
    """What a QListView in icon mode asks for."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count
        self._pixmap = QPixmap(180, 180)
        self._pixmap.fill(QColor("steelblue"))

    def rowCount(  # noqa: N802 - Qt names it
        self, parent: QModelIndex | QPersistentModelIndex | None = None
    ) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        return self._pixmap if role == Qt.ItemDataRole.DecorationRole else None


def measure(*, photos: int = 1_000_000) -> Iterator[Figure]:
    """Yields the figures of a grid of this many photographs."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    random = np.random.default_rng(1)
    tiles = Tiles(
        np.arange(1, photos + 1, dtype=np.int64),
        random.choice([1.5, 0.67, 1.33, 0.75, 1.78], photos).astype(np.float32),
        np.sort(random.integers(14_000, 20_000, photos).astype(np.int32))[::-1].copy(),
    )
    door = Door("benchmark-thumbnails")
    try:
        shown = yield from _grid(tiles, door)
        yield from _list_view(photos, shown)
    finally:
        door.close()
        application.processEvents()


def _grid(tiles: Tiles, door: Door) -> Generator[Figure, None, float]:
    grid = PhotoGrid(_AtOnce(door), Captions(door), GridColours(*[QColor("grey")] * 7))
    grid.set_grouping(Grouping.DAY)
    grid.resize(SIZE)
    grid.show()
    QApplication.processEvents()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    grid.show_tiles(tiles, in_time=True)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    first = seconds(lambda: (grid.show_tiles(tiles.first(len(tiles) - 1), in_time=True), grid.grab()))
    own = sum(part.nbytes for part in (tiles.ids, tiles.aspects, tiles.days))
    yield Figure("show, with a heading for each day", first * 1000, "ms", aim=300)
    yield Figure("memory for each photograph", (held - before + own) / len(tiles), "bytes", aim=100)
    widths = itertools.cycle((1390, 1400))
    layouts = [seconds(lambda: grid._lay_out(None)) for _ in range(3)]
    for width in itertools.islice(widths, 11):
        grid.resize(width, SIZE.height())
        layouts.append(seconds(lambda: grid._lay_out(grid._anchor())))
    yield Figure("layout anew at another width, median", statistics.median(layouts) * 1000, "ms", aim=16)
    bar = grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    frames = sorted(_frame(grid, bar.value() + 60) for _ in range(FRAMES))
    yield Figure("scroll frame, p95", frames[int(0.95 * len(frames))] * 1000, "ms", aim=16)
    grid.hide()
    grid.deleteLater()
    return first


def _frame(grid: PhotoGrid, place: int) -> float:
    grid._wish()

    def scroll_and_paint() -> None:
        grid.verticalScrollBar().setValue(place)
        grid.viewport().repaint()

    return seconds(scroll_and_paint)


def _list_view(photos: int, shown: float) -> Iterator[Figure]:
    model = _Icons(photos)
    view = QListView()
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setUniformItemSizes(True)
    view.setIconSize(QSize(180, 180))
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.resize(SIZE)

    def show() -> None:
        view.setModel(model)
        view.show()
        view.grab()

    took = seconds(show)
    yield Figure("QListView: show", took * 1000, "ms")
    yield Figure("show, ratio to QListView", shown / took)

    def lay_out() -> None:
        view.resize(SIZE.width() - 200, SIZE.height())
        view.doItemsLayout()
        view.grab()

    yield Figure("QListView: layout anew", seconds(lay_out) * 1000, "ms")
    view.hide()
    view.deleteLater()

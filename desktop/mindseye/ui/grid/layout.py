"""Justified rows: where every photograph of a grid lies, by arithmetic alone.

The photographs of a section are thought of as one long strip of the wanted height that is cut
every ``width`` pixels; each goes to the row its centre falls in, and the row is then scaled to
fill the width. All of it is a few passes over arrays, and nothing here knows Qt.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

GAP = 4
"""Pixels between photographs."""

MARGIN = 12
"""Pixels around the grid."""

NARROWEST, WIDEST = 0.3, 6.0
"""Aspect ratios beyond these get a cell of this ratio and lie inside it, whole."""

TALLEST = 1.75
"""A row that cannot be filled is at most this many times the wanted height; it ends early then."""

Rect = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Section:
    """Photographs from ``start`` to the next section, below a heading of some height in pixels."""

    start: int
    heading: int = 0


class Strip:
    """Photographs side by side at height 1: what a layout needs of them, worked out once."""

    def __init__(self, aspects: NDArray[np.float32]) -> None:
        """Takes the aspect ratios, float32 [n], width / height of each."""
        ratios = np.clip(aspects, NARROWEST, WIDEST).astype(np.float64)
        self.edges = np.concatenate(([0.0], np.cumsum(ratios)))
        """float64 [n + 1]: where each photograph begins and the last one ends."""
        self.centres = self.edges[1:] - ratios / 2
        self.places = np.arange(len(ratios), dtype=np.float64)

    def __len__(self) -> int:
        return len(self.centres)


class Rows:
    """The layout of photographs in device-independent pixels; y counts from the top of the content.

    Rows are kept, photographs are not: where one lies in its row is worked out when it is asked for.
    """

    def __init__(
        self, strip: Strip, width: int, row_height: int, sections: tuple[Section, ...] = (Section(0),)
    ) -> None:
        """Lays the photographs out.

        Args:
            strip: the photographs.
            width: of the whole content, margins included.
            row_height: the wanted one; rows come out a little lower or higher.
            sections: in order, the first starting at 0.
        """
        self.width = width
        self._strip = strip
        self._inner = max(width - 2 * MARGIN, 16)
        self.heading_tops: list[int] = []
        starts: list[NDArray[np.int64]] = []
        tops: list[NDArray[np.int64]] = []
        scales: list[NDArray[np.float64]] = []
        y = MARGIN
        ends = [section.start for section in sections[1:]] + [len(strip)]
        for section, end in zip(sections, ends, strict=True):
            self.heading_tops.append(y)
            y += section.heading
            if end > section.start:
                of_section, exact = self._fill(section.start, end, row_height)
                steps = _whole(exact) + GAP
                starts.append(of_section)
                tops.append(y + np.cumsum(steps) - steps)
                scales.append(exact)
                y += int(steps.sum())
        self._starts = np.concatenate(starts or [np.empty(0, dtype=np.int64)])
        self._tops = np.concatenate(tops or [np.empty(0, dtype=np.int64)])
        self._scales = np.concatenate(scales or [np.empty(0)])
        self._bottoms = self._tops + _whole(self._scales)
        self.height = y - (GAP if len(strip) else 0) + MARGIN

    def __len__(self) -> int:
        return len(self._strip)

    def rect(self, item: int) -> Rect:
        """x, y, width and height of a photograph's cell."""
        row = self._row_of(item)
        left, right = self._sides(row, item)
        return left, int(self._tops[row]), right - left, int(self._bottoms[row] - self._tops[row])

    def at(self, x: int, y: int) -> int | None:
        """The photograph at a point; None in a gap or outside."""
        row = int(np.searchsorted(self._tops, y, side="right")) - 1
        if row < 0 or y >= self._bottoms[row]:
            return None
        for item in self._span(row):
            left, right = self._sides(row, item)
            if left <= x < right:
                return item
        return None

    def between(self, top: int, bottom: int) -> range:
        """The photographs whose rows touch the band from ``top`` to ``bottom`` (exclusive)."""
        first = int(np.searchsorted(self._bottoms, top, side="right"))
        last = int(np.searchsorted(self._tops, bottom, side="left")) - 1
        if bottom <= top or last < first:
            return range(0)
        return range(int(self._starts[first]), self._span(last).stop)

    def beside(self, item: int, rows: int) -> int:
        """The photograph ``rows`` rows further down (or up, when negative) that lies nearest to the item."""
        row = self._row_of(item)
        target = min(max(row + rows, 0), len(self._starts) - 1)
        if target == row:
            return item
        centre = sum(self._sides(row, item))
        return min(self._span(target), key=lambda other: abs(sum(self._sides(target, other)) - centre))

    def rows_within(self, height: int) -> int:
        """How many rows of average height fit into a height; at least 1."""
        if not len(self._scales):
            return 1
        return max(int(height / (float(self._scales.mean()) + GAP)), 1)

    def _row_of(self, item: int) -> int:
        return int(np.searchsorted(self._starts, item, side="right")) - 1

    def _span(self, row: int) -> range:
        end = int(self._starts[row + 1]) if row + 1 < len(self._starts) else len(self._strip)
        return range(int(self._starts[row]), end)

    def _sides(self, row: int, item: int) -> tuple[int, int]:
        start = int(self._starts[row])
        edges, scale = self._strip.edges, float(self._scales[row])
        before = MARGIN + GAP * (item - start)
        left = round((float(edges[item]) - float(edges[start])) * scale)
        right = round((float(edges[item + 1]) - float(edges[start])) * scale)
        return before + left, before + max(right, left + 1)

    def _fill(self, start: int, end: int, row_height: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Cuts a section into rows: where each starts, and its exact height."""
        strip = self._strip
        along = (strip.centres[start:end] - strip.edges[start]) * row_height
        along += (strip.places[start:end] - start) * GAP
        cut = (along / (self._inner + GAP)).astype(np.int32)
        starts = np.concatenate(([start], np.flatnonzero(cut[1:] != cut[:-1]) + start + 1))
        ends = np.append(starts[1:], end)
        room = self._inner - GAP * (ends - starts - 1)
        exact = np.minimum(room / (strip.edges[ends] - strip.edges[starts]), TALLEST * row_height)
        # The last row is not blown up to fill the width.
        exact[-1] = min(exact[-1], float(row_height))
        return starts, np.maximum(exact, 1.0)


def _whole(heights: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.maximum(np.rint(heights), 1).astype(np.int64)

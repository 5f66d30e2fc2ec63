"""Justified rows: where every photograph of a grid lies, by arithmetic alone.

The photographs of a section are thought of as one long strip of the wanted height that is cut
every ``width`` pixels; each goes to the row its centre falls in, and the row is then scaled to
fill the width. All of it is a few passes over arrays, and nothing here knows Qt.
"""

from dataclasses import dataclass
from typing import Self

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


_BLOCK = 32_768
"""Photographs that are looked at together: what is worked out of them stays in the processor's cache."""


class Strip:
    """Photographs side by side at height 1: what a layout needs of them, worked out once.

    Holds the memory that layouts work in as well: a grid of a million is laid out at each step of a resize.
    """

    def __init__(self, aspects: NDArray[np.float32]) -> None:
        """Takes the aspect ratios, float32 [n], width / height of each."""
        ratios = np.clip(aspects, NARROWEST, WIDEST).astype(np.float64)
        self.edges = np.concatenate(([0.0], np.cumsum(ratios)))
        """float64 [n + 1]: where each photograph begins and the last one ends."""
        self.centres = self.edges[1:] - ratios / 2
        self.gaps = np.arange(len(ratios), dtype=np.float64) * GAP
        """float64 [n]: pixels of gaps before each photograph."""
        self.cut = np.empty(len(ratios), dtype=np.int32)
        self.begins = np.empty(len(ratios), dtype=np.bool_)

    def __len__(self) -> int:
        return len(self.centres)


@dataclass(frozen=True, slots=True, eq=False)
class Sections:
    """Where sections begin: each with its photographs below a heading."""

    starts: NDArray[np.int64]
    """[k], ascending, the first 0; a section without photographs starts where the next one does."""
    headings: NDArray[np.int64]
    """[k]: the height of each heading in pixels, 0 for none."""
    of_items: NDArray[np.int32]
    """[n]: the section of each photograph."""

    @classmethod
    def at(cls, starts: NDArray[np.int64], headings: NDArray[np.int64], count: int) -> Self:
        """Sections of ``count`` photographs."""
        sizes = np.diff(starts, append=count)
        return cls(starts, headings, np.repeat(np.arange(len(starts), dtype=np.int32), sizes))

    @classmethod
    def of(cls, *sections: tuple[int, int], count: int) -> Self:
        """Sections of ``count`` photographs, given as pairs of start and height of the heading."""
        pairs = np.array(sections, dtype=np.int64).reshape(-1, 2)
        return cls.at(pairs[:, 0].copy(), pairs[:, 1].copy(), count)


def square_height(width: int, row_height: int) -> float:
    """The height near the wanted one at which whole squares fill a row of the content's width."""
    inner = max(width - 2 * MARGIN, 16) + GAP
    return inner / max(round(inner / (row_height + GAP)), 1) - GAP


class Rows:
    """The layout of photographs in device-independent pixels; y counts from the top of the content.

    Rows are kept, photographs are not: where one lies in its row is worked out when it is asked for.
    """

    def __init__(self, strip: Strip, width: int, row_height: float, sections: Sections | None = None) -> None:
        """Lays the photographs out.

        Args:
            strip: the photographs.
            width: of the whole content, margins included.
            row_height: the wanted one; rows come out a little lower or higher.
            sections: where headings stand; by default there are none.
        """
        self.width = width
        self._strip = strip
        self._inner = max(width - 2 * MARGIN, 16)
        sections = sections or Sections.of((0, 0), count=len(strip))
        self._starts = self._cut(row_height, sections)
        self._scales = self._fill(row_height, sections.starts)
        heights = _whole(self._scales)
        # What stands above a row: the rows before it, and the headings up to its own section's.
        above = np.concatenate(([0], np.cumsum(heights + GAP)))
        headings = np.concatenate(([0], np.cumsum(sections.headings)))
        of_section = np.searchsorted(sections.starts, self._starts, side="right")
        self._tops = MARGIN + above[:-1] + headings[of_section]
        self._bottoms = self._tops + heights
        before = np.searchsorted(self._starts, sections.starts, side="left")
        self.heading_tops: NDArray[np.int64] = MARGIN + above[before] + headings[:-1]
        """[k]: where each section's heading begins."""
        self.height = int(2 * MARGIN + above[-1] + headings[-1]) - (GAP if len(strip) else 0)

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

    def _cut(self, row_height: float, sections: Sections) -> NDArray[np.int64]:
        """Where each row starts: the strip of each section is cut every ``width`` pixels."""
        strip, count = self._strip, len(self._strip)
        if not count:
            return np.empty(0, dtype=np.int64)
        origins = strip.edges[sections.starts] * row_height + sections.starts * GAP
        along, origin = np.empty(_BLOCK), np.empty(_BLOCK)
        for first in range(0, count, _BLOCK):
            block = slice(first, min(first + _BLOCK, count))
            here, begin = along[: block.stop - first], origin[: block.stop - first]
            np.multiply(strip.centres[block], row_height, out=here)
            here += strip.gaps[block]
            here -= np.take(origins, sections.of_items[block], out=begin, mode="clip")
            here *= 1 / (self._inner + GAP)
            np.copyto(strip.cut[block], here, casting="unsafe")
        np.not_equal(strip.cut[1:], strip.cut[:-1], out=strip.begins[1:])
        strip.begins[sections.starts[sections.starts < count]] = True
        return np.flatnonzero(strip.begins)

    def _fill(self, row_height: float, sections: NDArray[np.int64]) -> NDArray[np.float64]:
        """The exact height at which each row fills the width."""
        starts, strip = self._starts, self._strip
        ends = np.append(starts[1:], len(strip))[: len(starts)]
        room = self._inner - GAP * (ends - starts - 1)
        exact: NDArray[np.float64] = np.minimum(
            room / (strip.edges[ends] - strip.edges[starts]), TALLEST * row_height
        )
        # The last row of a section is not blown up to fill the width.
        last = np.searchsorted(starts, np.append(sections[1:], len(strip)), side="left") - 1
        last = last[last >= 0]
        exact[last] = np.minimum(exact[last], row_height)
        exact[exact < 1] = 1
        return exact


def _whole(heights: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.maximum(np.rint(heights), 1).astype(np.int64)

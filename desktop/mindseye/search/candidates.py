"""The nearest photos to a direction among those that the conditions of a query leave."""

import numpy as np
from numpy.typing import NDArray

from mindseye.search.conditions import Selection
from mindseye.vectors import Neighbours, VectorIndex

_SPARE = 1.3
"""Results asked of the graph for each that is expected to be left by the filter."""


def nearest(
    index: VectorIndex, direction: NDArray[np.float32], count: int, selection: Selection
) -> Neighbours:
    """The ``count`` best of the selected photos, best first.

    The photos of a narrow selection are compared; else the best of all are filtered afterwards: those of
    them that are selected are the best of the selection. `make bench NAME=search` shows which is faster.
    """
    if selection.everything:
        return index.search(direction, count)
    total = len(index)
    left = total if selection.within is None else len(selection.within)
    if selection.within is not None and left <= index.compares_up_to:
        return index.search_within(direction, selection.within, count)
    asked = int(_SPARE * count * max(total, 1) / max(left, 1)) + len(selection.without[:count])
    while True:
        found = index.search(direction, min(asked, total))
        kept = selection.keeps(found.ids)
        if kept.sum() >= count or asked >= total:
            return Neighbours(found.ids[kept][:count], found.scores[kept][:count])
        asked *= 4

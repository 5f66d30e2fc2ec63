"""The nearest photos to a direction among those that the conditions of a query leave."""

import numpy as np
from numpy.typing import NDArray

from mindseye.search.conditions import Selection
from mindseye.vectors import Neighbours, VectorIndex

EXACT_SUBSET = 60_000
"""Up to so many photos that a filter leaves every one is compared; `make bench NAME=search` shows
where the graph with its results filtered afterwards becomes faster."""

_SPARE = 1.3
"""Results asked of the graph for each that is expected to be left by the filter."""


def nearest(
    index: VectorIndex, direction: NDArray[np.float32], count: int, selection: Selection
) -> Neighbours:
    """The ``count`` best of the selected photos, best first.

    What the graph gives is filtered afterwards: of its best results, all that are selected are the best of
    the selection, so its recall is that of the graph.
    """
    if selection.everything:
        return index.search(direction, count)
    total = len(index)
    left = total if selection.within is None else len(selection.within)
    if selection.within is not None and left <= EXACT_SUBSET:
        return index.search_within(direction, selection.within, count)
    asked = int(_SPARE * count * max(total, 1) / max(left, 1)) + len(selection.without[:count])
    while True:
        found = index.search(direction, min(asked, total))
        kept = selection.keeps(found.ids)
        if kept.sum() >= count or asked >= total:
            return Neighbours(found.ids[kept][:count], found.scores[kept][:count])
        asked *= 4

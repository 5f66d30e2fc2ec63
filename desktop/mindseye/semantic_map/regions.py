"""The crowds of a map: where photos lie close together, found coarsely and finely."""

import numpy as np
from numpy.typing import NDArray

from mindseye.semantic_map.components import Points

BLURS = (0.055, 0.028, 0.014)
"""How far photos are seen as one crowd at each level, as a part of the width of the map; coarsest first."""

_CELLS = 192
"""Cells along a side that photos are counted in."""

Numbers = NDArray[np.int64]


def crowds(places: Points, blur: float) -> Numbers:
    """The crowd of each photo [n] of a map [n, 2], numbered from 0.

    Photos are counted in the cells of a square; the counts are blurred, and every cell belongs to the peak
    that the steepest way up from it leads to (the modes of the density, as mean shift finds them: Comaniciu
    and Meer, 2002).

    Args:
        places: at least one.
        blur: as in ``BLURS``; one standard deviation.
    """
    low = places.min(axis=0)
    # Of the longer side for both, so that a cell is as wide as it is high; of one place alone it is nought.
    width = float(np.max(np.ptp(places, axis=0))) or 1.0
    cells = np.minimum(((places - low) / width * _CELLS).astype(np.int64), _CELLS - 1)
    flat = cells[:, 0] * _CELLS + cells[:, 1]
    counts = np.bincount(flat, minlength=_CELLS**2).reshape(_CELLS, _CELLS).astype(np.float64)
    smooth = _blurring(blur * _CELLS)
    density = smooth @ counts @ smooth.T
    return np.unique(_peaks(density)[flat], return_inverse=True)[1].astype(np.int64)


def _blurring(deviation: float) -> NDArray[np.float64]:
    apart = np.arange(_CELLS)[:, np.newaxis] - np.arange(_CELLS)
    matrix: NDArray[np.float64] = np.exp(-0.5 * (apart / deviation) ** 2)
    return matrix


def _peaks(density: NDArray[np.float64]) -> Numbers:
    """The cell at the end of the way up from each cell, flat."""
    side = len(density)
    padded = np.pad(density, 1, constant_values=-1.0)
    rows, columns = np.mgrid[0:side, 0:side]
    best, way = density.copy(), rows * side + columns
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            seen = padded[1 + down : 1 + down + side, 1 + right : 1 + right + side]
            higher = seen > best
            best = np.where(higher, seen, best)
            way = np.where(higher, (rows + down) * side + columns + right, way)
    peaks: Numbers = way.ravel().astype(np.int64)
    while not np.array_equal(peaks[peaks], peaks):
        peaks = peaks[peaks]
    return peaks

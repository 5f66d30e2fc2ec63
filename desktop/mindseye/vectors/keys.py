"""The keys of the index: a photo's id, and for an extra crop of it the crop's number above that.

A photo whose shape the network's square cuts much off has one vector for the middle and one for each extra
crop. The middle's key is the photo's id itself, so an index without crops is keyed by photos.
"""

import numpy as np
from numpy.typing import NDArray

_CROP_SHIFT = 48
_PHOTO_BITS = (1 << _CROP_SHIFT) - 1


def crop_keys(photo_ids: NDArray[np.int64], crops: NDArray[np.int64]) -> NDArray[np.int64]:
    """Keys [n] of crops [n] of photos [n]; crop 0 is the middle, the others count from 1."""
    return photo_ids | (crops << _CROP_SHIFT)


def photos_of(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """The photo ids [n] that keys [n] speak of."""
    return keys & _PHOTO_BITS


def crops_of(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers [n] of the crops that keys [n] speak of; 0 is the middle."""
    return keys >> _CROP_SHIFT


def is_crop(keys: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the keys [n] are extra crops."""
    return keys > _PHOTO_BITS


def best_of_each(ids: NDArray[np.int64], scores: NDArray[np.float32]) -> NDArray[np.intp]:
    """Positions of every photo's best score, best first, of photo ids [n] that may repeat and scores [n]."""
    order = np.argsort(-scores, kind="stable")
    first = np.sort(np.unique(ids[order], return_index=True)[1])
    positions: NDArray[np.intp] = order[first]
    return positions

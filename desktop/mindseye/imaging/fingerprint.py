"""What a picture looks like in 256 bits: the same for a smaller, recompressed or slightly edited copy."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

FINGERPRINT_BYTES = 32

_SIDE = 64
_KEPT, _COARSE = 16, 8
_PLAIN = 2.0
"""Standard deviation, in grey levels, below which there is nothing to tell a picture by."""

_FREQUENCIES = np.arange(_KEPT)[:, None]
_COSINES: NDArray[np.float32] = np.cos(
    np.pi * (2 * np.arange(_SIDE)[None, :] + 1) * _FREQUENCIES / (2 * _SIDE)
).astype(np.float32)
_FINE = np.ones((_KEPT, _KEPT), dtype=np.bool_)
_FINE[:_COARSE, :_COARSE] = False


def fingerprint(pixels: Image.Image) -> bytes | None:
    """The perceptual hash of a picture of any size (Zauner 2010, "pHash", with a finer second part).

    The picture is made grey and 64 pixels square, and its 256 lowest cosine frequencies are taken: a bit is
    set where one exceeds the median of its part. The first eight bytes are the 63 coarsest (the mean, which
    a change of brightness moves, is left out), the other 24 are finer. Bits that differ are counted.

    Gives None for a picture so plain that noise would decide.
    """
    grey = pixels.convert("L")
    kernel = Image.Resampling.BOX if min(grey.size) >= 3 * _SIDE else Image.Resampling.LANCZOS
    square = np.asarray(grey.resize((_SIDE, _SIDE), kernel), dtype=np.float32)
    if square.std() < _PLAIN:
        return None
    waves = _COSINES @ square @ _COSINES.T
    coarse, fine = waves[:_COARSE, :_COARSE].ravel()[1:], waves[_FINE]
    bits = np.concatenate([[False], coarse > np.median(coarse), fine > np.median(fine)])
    return np.packbits(bits).tobytes()

"""A picture's bytes to its embedding, the way the indexer does it; of the whole picture or of a region."""

from math import ceil

import numpy as np
from numpy.typing import NDArray

from mindseye import imaging
from mindseye.clip import ClipModel
from mindseye.search.query import Box

_MOST_ENLARGED = 8
"""A region is decoded at most so many times as large as the whole would be; more would cost memory."""


def embed_picture(model: ClipModel, data: bytes, box: Box | None = None) -> NDArray[np.float32]:
    """Embeds the bytes of one picture file, or a region of it: float32 [dimension], unit length.

    Raises:
        UnreadablePictureError: the bytes are no picture that can be read.
        ModelError: the model cannot be run.
    """
    prepare = model.manifest.image.preprocessing
    share = 1.0 if box is None else min(box.right - box.left, box.bottom - box.top)
    shortest = ceil(prepare.size / max(share, 1 / _MOST_ENLARGED))
    pixels = imaging.decode(data, shortest=shortest).pixels
    if box is not None:
        pixels = pixels.crop(_pixels_of(box, *pixels.size))
    square = imaging.square_pixels(
        pixels, prepare.size, resize=prepare.resize, interpolation=prepare.interpolation
    )
    embedding: NDArray[np.float32] = model.embed_images([square])[0]
    return embedding


def _pixels_of(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    """The region in whole pixels, at least one of them."""
    left, top = int(box.left * width), int(box.top * height)
    return left, top, max(ceil(box.right * width), left + 1), max(ceil(box.bottom * height), top + 1)

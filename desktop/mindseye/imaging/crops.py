"""Where the network looks besides the middle: along pictures whose ends a central square cuts off."""

from math import ceil

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from mindseye.imaging.square import Interpolation, square_pixels

CROPPED_FROM = 2.0
"""Longer by shorter side from which extra crops pay; see ``tests/benchmarks/README.md``."""

MOST_CROPS = 5


def extra_crops(width: int, height: int) -> int:
    """How many crops a picture gets besides its middle: as many squares as cover it, or none."""
    longer, shorter = max(width, height), min(width, height)
    return 0 if longer < CROPPED_FROM * shorter else min(ceil(longer / shorter), MOST_CROPS)


def crop_pixels(
    pixels: Image.Image, size: int, count: int, *, interpolation: Interpolation = "bicubic"
) -> list[NDArray[np.uint8]]:
    """``count`` squares of the shorter side's length, from one end of ``pixels`` to the other, evenly apart.

    Each is scaled to uint8 ``[size, size, 3]`` as :func:`square_pixels` does it.
    """
    width, height = pixels.size
    side, spare = min(width, height), abs(width - height)
    squares = []
    for number in range(count):
        start = round(number * spare / max(count - 1, 1))
        left, top = (start, 0) if width >= height else (0, start)
        part = pixels.crop((left, top, left + side, top + side))
        squares.append(square_pixels(part, size, interpolation=interpolation))
    return squares

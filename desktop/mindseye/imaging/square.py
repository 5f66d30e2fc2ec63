"""The network's view of a picture: a square of pixels, cut the way CLIP was trained."""

from math import ceil, floor
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Resize = Literal["shortest", "squash"]
Interpolation = Literal["bicubic", "bilinear", "lanczos"]

_FILTERS: dict[Interpolation, Image.Resampling] = {
    "bicubic": Image.Resampling.BICUBIC,
    "bilinear": Image.Resampling.BILINEAR,
    "lanczos": Image.Resampling.LANCZOS,
}

# How far each filter looks, in pixels of the coarser of the two grids.
_REACH: dict[Interpolation, int] = {"bicubic": 2, "bilinear": 1, "lanczos": 3}


def square_pixels(
    pixels: Image.Image,
    size: int,
    *,
    resize: Resize = "shortest",
    interpolation: Interpolation = "bicubic",
) -> NDArray[np.uint8]:
    """Scale and cut ``pixels`` (mode RGB) to a square.

    ``"shortest"`` is the official CLIP recipe, torchvision's ``Resize(size)`` then
    ``CenterCrop(size)``: the shorter side becomes ``size``, the aspect stays, the middle is cut
    out. ``"squash"`` gives up the aspect instead and keeps the borders (SigLIP).

    Returns uint8 ``[size, size, 3]``, rows first, red green blue, 0 to 255, writable.
    """
    width, height = pixels.size
    left, top, right, bottom = 0.0, 0.0, float(width), float(height)
    if resize == "shortest":
        left, top, right, bottom = _central_box(width, height, size)
    kernel = _FILTERS[interpolation]
    # Columns first, then rows, as Pillow did when the models were trained; since Pillow 13 it goes
    # by the shape, and rounding between the passes then moves single pixels. Only the rows that the
    # square sees are touched: 1 x 5,000 pixels cost no intermediate of 224 x 1,120,000.
    reach = ceil(_REACH[interpolation] * max(1.0, (bottom - top) / size)) + 1
    first, last = max(0, floor(top) - reach), min(height, ceil(bottom) + reach)
    rows = pixels.crop((0, first, width, last))
    narrowed = rows.resize((size, last - first), kernel, box=(left, 0, right, last - first))
    square = narrowed.resize((size, size), kernel, box=(0, top - first, size, bottom - first))
    return np.array(square, dtype=np.uint8)


def _central_box(width: int, height: int, size: int) -> tuple[float, float, float, float]:
    """The part of the source that lands in the square: left, top, right, bottom in its pixels.

    Resizing only this part gives the same pixels as resizing all and cropping, because Pillow's
    filters look past the box.
    """
    shorter = min(width, height)
    # Rounded as torchvision does it: down for the length, half to even for the crop.
    scaled_width, scaled_height = int(size * width / shorter), int(size * height / shorter)
    left, top = round((scaled_width - size) / 2), round((scaled_height - size) / 2)
    across, down = width / scaled_width, height / scaled_height
    # The last edge may pass the border by a rounding error, which Pillow would refuse.
    return (
        left * across,
        top * down,
        min((left + size) * across, width),
        min((top + size) * down, height),
    )

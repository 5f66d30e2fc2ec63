"""JPEG XL: a file's size, pixels and metadata, by libjxl.

It comes with pylibjxl, of which there are wheels for most systems only; elsewhere a file is refused with
that reason.
"""

from typing import Any

import numpy as np
from PIL import Image

from mindseye.errors import UnreadablePictureError

_NAKED, _BOXED = b"\xff\x0a", b"\0\0\0\x0cJXL \r\n\x87\n"

_NOT_HERE = "JPEG XL cannot be read on this kind of computer."

_BYTES_A_PIXEL = 16
"""What libjxl takes: up to 48 million pixels were decoded with 12."""


def is_jxl(data: bytes) -> bool:
    """Whether a file begins as a JPEG XL file does: bare, or in its container."""
    return data.startswith((_NAKED, _BOXED))


def jxl_size(data: bytes) -> tuple[int, int]:
    """Upright width and height of the picture; nothing is decoded.

    Raises whatever a broken file makes libjxl raise, and UnreadablePictureError where there is no libjxl.
    """
    with _codec() as codec:
        facts = codec.probe(data)
    return int(facts["width"]), int(facts["height"])


def read_jxl(data: bytes) -> Image.Image:
    """The picture (of an animation the first), upright; colour profile, EXIF and XMP in its ``info``.

    libjxl has turned it already, so the orientation in its EXIF says nothing. Raises as ``jxl_size``, and
    MemoryError.
    """
    with _codec() as codec:
        try:
            pixels, written = codec.decode(data, metadata=True)
        except RuntimeError:
            # libjxl tells of damage where it got no memory, too.
            width, height = jxl_size(data)
            np.empty(width * height * _BYTES_A_PIXEL, np.uint8)
            raise
    image = Image.fromarray(pixels)
    for name, key in (("icc", "icc_profile"), ("exif", "exif"), ("xmp", "xmp")):
        if name in written:
            image.info[key] = bytes(written[name])
    return image


def _codec() -> Any:
    try:
        import pylibjxl
    except ImportError as error:
        raise UnreadablePictureError(_NOT_HERE) from error
    # One thread: several files are decoded at once, and each thread would take memory of its own.
    return pylibjxl.JXL(threads=1, pool_size=1)

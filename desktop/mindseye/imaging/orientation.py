"""Turning a picture upright: the eight orientations of EXIF."""

from PIL import Image

UPRIGHT = 1
"""The orientation of a picture that is stored as it should be seen."""

# What undoes each orientation (EXIF 2.32, tag 0x0112); Pillow's rotations are counter-clockwise.
_UNDO = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def upright(image: Image.Image, orientation: int) -> Image.Image:
    """``image`` as it should be seen; values outside 1 to 8 mean that it already is."""
    undo = _UNDO.get(orientation)
    return image if undo is None else image.transpose(undo)


def upright_size(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """Width and height, in pixels, after :func:`upright`."""
    width, height = size
    return (height, width) if 5 <= orientation <= 8 else (width, height)

"""Camera raw files: the preview the camera put in, or else a quick development at half size."""

import struct
from dataclasses import dataclass
from io import BytesIO

import rawpy
from PIL import Image

from mindseye.errors import UnreadablePictureError
from mindseye.imaging.failures import DECODER_ERRORS
from mindseye.imaging.metadata import Shot
from mindseye.phrases import Phrase

# Raw formats that do not look like a TIFF: Fujifilm, Olympus, Panasonic, Canon CR3 and CRW,
# Minolta, Sigma.
_MAGIC = (b"FUJIFILMCCD-RAW", b"IIRO", b"IIRS", b"MMOR", b"IIU\0", b"\0MRM", b"FOVb")
_TIFF_MAGIC = {b"II*\0": "<", b"MM\0*": ">"}

_PHOTOMETRIC, _SUB_DIRECTORIES, _DNG_VERSION = 262, 330, 50_706
_SENSOR_DATA = {32_803, 34_892}  # photometric: colour filter array, and linear raw
_MOST_DIRECTORIES = 32

# Half a bit for each pixel: less than compressed raw data can be expected to need.
_MOST_PIXELS_A_BYTE = 16

# LibRaw's "flip", and the EXIF orientation that means the same.
_FLIP_TO_ORIENTATION = {3: 3, 5: 8, 6: 6}


@dataclass(frozen=True, slots=True)
class RawPicture:
    """What a raw file gives: one picture that can be shown, and what LibRaw knows about it."""

    preview: bytes | None
    """The embedded JPEG, when it is large enough."""
    developed: Image.Image | None
    """Mode RGB, upright, sRGB; set where there is no such preview."""
    orientation: int
    """EXIF orientation of the preview's pixels."""
    size: tuple[int, int]
    """Upright width and height of the whole photograph, in pixels."""
    exif: Image.Exif
    shot: Shot | None
    """Time, ISO, exposure, aperture and focal length, wherever the maker keeps them."""


def is_raw(data: bytes) -> bool:
    """Whether the bytes are a camera raw file; a TIFF is one if it holds sensor data."""
    head = data[:16]
    if head.startswith(_MAGIC) or head[4:12] == b"ftypcrx " or head[6:14] == b"HEAPCCDR":
        return True
    order = _TIFF_MAGIC.get(head[:4])
    if order is None:
        return False
    if head[8:10] == b"CR" or head[8:12] == b"IIII":  # Canon CR2, Phase One
        return True
    try:
        return _holds_sensor_data(data, order)
    except struct.error:
        return False


def _holds_sensor_data(data: bytes, order: str) -> bool:
    """Look through a TIFF's first directory and those below it."""
    waiting = list(struct.unpack_from(order + "I", data, 4))
    for _ in range(_MOST_DIRECTORIES):
        if not waiting:
            break
        start = waiting.pop()
        (count,) = struct.unpack_from(order + "H", data, start)
        for entry in range(start + 2, start + 2 + 12 * count, 12):
            tag, kind, length = struct.unpack_from(order + "HHI", data, entry)
            if tag == _DNG_VERSION:
                return True
            if tag == _PHOTOMETRIC and kind == 3:
                if struct.unpack_from(order + "H", data, entry + 8)[0] in _SENSOR_DATA:
                    return True
            elif tag == _SUB_DIRECTORIES and length <= _MOST_DIRECTORIES:
                (where,) = struct.unpack_from(order + "I", data, entry + 8)
                place = entry + 8 if length == 1 else where
                waiting += struct.unpack_from(f"{order}{length}I", data, place)
    return False


def open_raw(data: bytes, *, shortest: int, pixel_limit: int) -> RawPicture:
    """Take the embedded JPEG if its shorter side has ``shortest`` pixels, else develop the data.

    Raises :class:`UnreadablePictureError` beyond ``pixel_limit``, and any of ``DECODER_ERRORS``.
    """
    with rawpy.imread(BytesIO(data)) as raw:
        sizes = raw.sizes
        if sizes.raw_width * sizes.raw_height > pixel_limit:
            raise UnreadablePictureError(
                Phrase(
                    "Too large: {width} x {height} pixels of camera raw data.",
                    width=sizes.raw_width,
                    height=sizes.raw_height,
                )
            )
        stored = (sizes.width, sizes.height)
        if 0 < sizes.crop_width <= sizes.width and 0 < sizes.crop_height <= sizes.height:
            stored = (sizes.crop_width, sizes.crop_height)
        turned = sizes.flip in {5, 6}
        preview, preview_size = _embedded_jpeg(raw)
        # Some cameras turn the preview and leave the sensor data lying: the shapes give it away.
        already = turned and (preview_size[0] < preview_size[1]) != (stored[0] < stored[1])
        developed = None
        if preview is None or min(preview_size) < min(shortest, *stored):
            developed = _develop(raw, length=len(data), needed=preview is None)
        return RawPicture(
            preview=preview if developed is None else None,
            developed=developed,
            orientation=1 if already else _FLIP_TO_ORIENTATION.get(sizes.flip, 1),
            size=(stored[1], stored[0]) if turned else stored,
            exif=_exif(data),
            shot=_shot(raw),
        )


def _embedded_jpeg(raw: rawpy.RawPy) -> tuple[bytes | None, tuple[int, int]]:
    """The largest preview and its stored width and height; bitmaps are stamps, and left alone."""
    try:
        thumb = raw.extract_thumb()
        if thumb.format != rawpy.ThumbFormat.JPEG:
            return None, (0, 0)
        data = bytes(thumb.data)
        with Image.open(BytesIO(data), formats=("JPEG",)) as image:
            return data, image.size
    except DECODER_ERRORS:
        return None, (0, 0)


def _develop(raw: rawpy.RawPy, *, length: int, needed: bool) -> Image.Image | None:
    """Half size, the camera's white balance, upright; ``None`` if a preview covers a failure.

    ``length`` is that of the file in bytes.
    """
    try:
        # Where compressed data ends early LibRaw goes on, and shows what happened to be in memory.
        if raw.sizes.raw_width * raw.sizes.raw_height > length * _MOST_PIXELS_A_BYTE:
            raise EOFError("too short for the number of pixels it claims")
        return Image.fromarray(raw.postprocess(half_size=True, use_camera_wb=True, output_bps=8))
    except DECODER_ERRORS:
        if needed:
            raise
        return None


def _shot(raw: rawpy.RawPy) -> Shot | None:
    try:
        # rawpy 0.25, the last for Macs with Intel processors, does not tell.
        shot: Shot | None = getattr(raw, "other", None)
    except DECODER_ERRORS:  # a time that no calendar has
        return None
    # Where LibRaw finds nothing it leaves nought for the ISO, but one for aperture and exposure.
    return shot if shot is not None and shot.iso_speed > 0 else None


def _exif(data: bytes) -> Image.Exif:
    """The EXIF of raw files built like a TIFF; two makers only changed its first bytes."""
    exif = Image.Exif()
    if data[:4] in {b"IIRO", b"IIRS", b"IIU\0"}:
        data = b"II*\0" + data[4:]
    if data[:4] in _TIFF_MAGIC:
        try:
            exif.load(data)
        except DECODER_ERRORS:
            return Image.Exif()
    return exif

"""One picture file to pixels, thumbnail, metadata and identity; no state.

The only home of Pillow, pi_heif, pylibjxl and rawpy. The pipeline reads a file's bytes once and asks, in
turn, for :func:`content_hash`, :func:`decode`, :func:`encode_thumbnail`,
:func:`fingerprint` and :func:`square_pixels`.
"""

from mindseye.imaging.animation import MOVING_FORMATS, Frames, decode_frames
from mindseye.imaging.crops import CROPPED_FROM, crop_pixels, extra_crops
from mindseye.imaging.decode import PIXEL_LIMIT, Picture, decode
from mindseye.imaging.failures import NO_MEMORY
from mindseye.imaging.fingerprint import fingerprint
from mindseye.imaging.formats import PICTURE_SUFFIXES, RAW_SUFFIXES, is_picture_name
from mindseye.imaging.histogram import histogram
from mindseye.imaging.identity import content_hash
from mindseye.imaging.ordinary import decoding_bytes
from mindseye.imaging.square import square_pixels
from mindseye.imaging.thumbnail import THUMBNAIL_SIDE, encode_thumbnail
from mindseye.metadata import Metadata

__all__ = [
    "CROPPED_FROM",
    "MOVING_FORMATS",
    "NO_MEMORY",
    "PICTURE_SUFFIXES",
    "PIXEL_LIMIT",
    "RAW_SUFFIXES",
    "THUMBNAIL_SIDE",
    "Frames",
    "Metadata",
    "Picture",
    "content_hash",
    "crop_pixels",
    "decode",
    "decode_frames",
    "decoding_bytes",
    "encode_thumbnail",
    "extra_crops",
    "fingerprint",
    "histogram",
    "is_picture_name",
    "square_pixels",
]

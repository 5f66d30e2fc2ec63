"""Reading one file: its bytes once, and from them identity, metadata, thumbnail and network input."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from mindseye import imaging
from mindseye.catalog.files import WaitingFile
from mindseye.clip.manifest import Preprocessing
from mindseye.errors import UnreadablePictureError
from mindseye.indexing.careful import CarefulDecoder
from mindseye.metadata import Metadata
from mindseye.phrases import Phrase

LARGEST_FILE = 2 * 1024**3
"""Bytes; nothing that is larger is read."""

SETTLING_SECONDS = 5.0
"""A file that is no picture is given so long after its last change before that is believed."""

_SHORTEST_SIDE = imaging.THUMBNAIL_SIDE * 2 // 3
"""Pixels to decode to, so that the thumbnail of a 3:2 photo need not be scaled up."""


def decoded_side(preprocessing: Preprocessing) -> int:
    """The shorter side, in pixels, that a picture is decoded to at least before it is embedded."""
    return max(preprocessing.size, _SHORTEST_SIDE)


def network_squares(picture: imaging.Picture, preprocessing: Preprocessing) -> list[NDArray[np.uint8]]:
    """What the vision tower is given of a picture that was decoded to :func:`decoded_side`.

    Returns:
        uint8 [size, size, 3] each, RGB: the middle, and the extra crops of a long or tall picture.
    """
    size, interpolation = preprocessing.size, preprocessing.interpolation
    middle = imaging.square_pixels(
        picture.pixels, size, resize=preprocessing.resize, interpolation=interpolation
    )
    count = imaging.extra_crops(picture.metadata.width, picture.metadata.height)
    return [middle, *imaging.crop_pixels(picture.pixels, size, count, interpolation=interpolation)]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture that is to be embedded."""

    file: WaitingFile
    content_hash: bytes
    facts: Metadata
    thumbnail: bytes
    """JPEG"""
    squares: list[NDArray[np.uint8]]
    """[size, size, 3] each, RGB: the middle, and the extra crops of a long or tall picture."""
    fingerprint: bytes | None
    """What it looks like; None where it is too plain to be told by."""


@dataclass(frozen=True, slots=True)
class AlreadyKnown:
    """A copy or a moved file: its content was embedded before."""

    file: WaitingFile
    content_hash: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is no picture or cannot be read, and why."""

    file: WaitingFile
    reason: str
    passing: bool = False
    """Whether it may be readable at another time, without having changed."""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A file that vanished or is being written; the next scan will speak of it."""

    file: WaitingFile


Outcome: TypeAlias = Prepared | AlreadyKnown | Refused | Unsettled


def prepare(
    file: WaitingFile,
    preprocessing: Preprocessing,
    is_embedded: Callable[[bytes], bool],
    decoder: CarefulDecoder,
) -> Outcome:
    """Reads a file and makes everything of it that indexing needs.

    Args:
        file: the file.
        preprocessing: what the vision tower wants.
        is_embedded: whether the content with this hash has its vector already.
        decoder: decodes, and says how much may be in memory.
    """
    if file.size > LARGEST_FILE:
        return Refused(
            file,
            Phrase(
                "Too large: {size:.1f} GB; the limit is {most} GB",
                size=file.size / 1024**3,
                most=LARGEST_FILE // 1024**3,
            ),
        )
    with decoder.files.hold(file.size):
        return _read(file, preprocessing, is_embedded, decoder)


def _read(
    file: WaitingFile,
    preprocessing: Preprocessing,
    is_embedded: Callable[[bytes], bool],
    decoder: CarefulDecoder,
) -> Outcome:
    try:
        data = file.full_path.read_bytes()
    except FileNotFoundError:
        return Unsettled(file)
    except OSError as error:
        return Refused(file, Phrase("Cannot be read: {error}", error=error.strerror), passing=True)
    if len(data) != file.size:
        return Unsettled(file)
    content_hash = imaging.content_hash(data)
    if is_embedded(content_hash):
        return AlreadyKnown(file, content_hash)
    try:
        picture = decoder.decode(data, content_hash, shortest=decoded_side(preprocessing))
        thumbnail = imaging.encode_thumbnail(picture.pixels)
        squares = network_squares(picture, preprocessing)
        looks = imaging.fingerprint(picture.pixels)
    except UnreadablePictureError as error:
        return Refused(file, error.message)
    return Prepared(file, content_hash, picture.metadata, thumbnail, squares, looks)


def is_being_written(file: WaitingFile) -> bool:
    """Whether a file was changed so lately, or is gone, that more may be to come."""
    try:
        changed = file.full_path.stat().st_mtime
    except OSError:
        return True
    return 0 <= time.time() - changed < SETTLING_SECONDS

"""The pictures of an animation (GIF, WebP, APNG), as many and as large as fit into a bound."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Self

from PIL import GifImagePlugin, Image, PngImagePlugin, WebPImagePlugin

from mindseye.errors import UnreadablePictureError
from mindseye.imaging.colour import eight_bit, to_srgb
from mindseye.imaging.failures import decoder_failures, silence_decoder_warnings
from mindseye.phrases import Phrase

MOVING_FORMATS = frozenset({"GIF", "PNG", "WEBP"})
"""The formats of files that may hold an animation."""

MOST_FRAMES = 600
ROOM = 32_000_000
"""Pixels of all frames together."""

_TOO_SHORT, _INSTEAD = 20, 100
_FORMATS = (
    GifImagePlugin.GifImageFile.format,
    PngImagePlugin.PngImageFile.format,
    WebPImagePlugin.WebPImageFile.format,
)


@dataclass(frozen=True, slots=True)
class Frames:
    """An animation's frames, one below the other."""

    strip: Image.Image
    """Mode RGB, sRGB, nothing transparent; its height is a multiple of the number of frames."""
    milliseconds: tuple[int, ...]
    """How long each frame is shown; at least one frame."""

    @classmethod
    def of_rgb(cls, raw: bytes, size: Sequence[int], milliseconds: Sequence[int]) -> Self:
        """Frames from packed RGB bytes; raises ValueError when there are too few or too many."""
        width, height = size
        if not milliseconds or height % len(milliseconds):
            raise ValueError(f"{height} rows are not {len(milliseconds)} frames")
        return cls(Image.frombytes("RGB", (width, height), raw), tuple(int(each) for each in milliseconds))


def decode_frames(data: bytes, *, shortest: int) -> Frames:
    """Decodes the frames of an animation; a still picture is one of a single frame.

    The shorter side is at least ``shortest`` pixels where there are that many and all frames fit into
    ``ROOM``; of more than ``MOST_FRAMES`` the first are given. Frames that ask for less than 20 ms
    are shown for 100 ms, as browsers do, because authors of such files did not mean it.

    Raises:
        UnreadablePictureError: the file is no such picture, is damaged, or is too large.
    """
    if shortest < 1:
        raise ValueError(f"shortest is a number of pixels, not {shortest}")
    silence_decoder_warnings()
    with decoder_failures(data):
        image = Image.open(BytesIO(data), formats=_FORMATS)
        count = min(int(getattr(image, "n_frames", 1)), MOST_FRAMES)
        if image.width * image.height > ROOM:
            raise UnreadablePictureError(Phrase("Too large to be shown moving."))
        needed = math.sqrt(count * image.width * image.height / ROOM)
        factor = max(math.ceil(needed), min(image.size) // shortest, 1)
        profile = image.info.get("icc_profile")
        strip = Image.new("RGB", (1, 1))
        milliseconds: list[int] = []
        for number in range(count):
            image.seek(number)
            image.load()
            frame = eight_bit(image)
            frame = to_srgb(frame.reduce(factor) if factor > 1 else frame, profile)
            if not number:
                strip = Image.new("RGB", (frame.width, frame.height * count))
            # At once: it may be the very picture that the next frame is drawn into.
            strip.paste(frame, (0, number * frame.height))
            asked = round(float(image.info.get("duration", 0) or 0))
            milliseconds.append(asked if asked >= _TOO_SHORT else _INSTEAD)
    return Frames(strip, tuple(milliseconds))

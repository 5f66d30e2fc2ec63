"""Thumbnails: bounded, never enlarged, the same picture."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from mindseye.imaging import THUMBNAIL_SIDE, encode_thumbnail


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1200, 800), (512, 341)),
        ((800, 1200), (341, 512)),
        ((512, 512), (512, 512)),
        ((200, 100), (200, 100)),
        ((1, 1), (1, 1)),
        ((1, 5000), (1, 512)),
        ((9000, 3), (512, 1)),
    ],
)
def test_size(size: tuple[int, int], expected: tuple[int, int]) -> None:
    thumbnail = Image.open(BytesIO(encode_thumbnail(Image.new("RGB", size, "teal"))))
    assert thumbnail.format == "JPEG"
    assert thumbnail.size == expected
    assert max(thumbnail.size) <= THUMBNAIL_SIDE


def test_content(scene: Image.Image, difference: Callable[..., float]) -> None:
    large = scene.resize((1920, 1280), Image.Resampling.BICUBIC)
    thumbnail = Image.open(BytesIO(encode_thumbnail(large)))
    assert difference(thumbnail, scene.resize(thumbnail.size, Image.Resampling.BICUBIC)) < 3

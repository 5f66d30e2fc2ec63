"""Pictures to try the decoder on: made here, or lent by the folder MINDSEYE_TEST_DATA names."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image


@pytest.fixture(scope="session")
def odd_files() -> Path:
    """The folder of files decoders meet in the wild."""
    root = os.environ.get("MINDSEYE_TEST_DATA")
    if not root:
        pytest.skip("MINDSEYE_TEST_DATA names no folder of test pictures")
    return Path(root) / "odd-files"


@pytest.fixture(scope="session")
def scene() -> Image.Image:
    """RGB, 96 x 64, smooth, no two corners alike."""
    x, y = np.meshgrid(np.linspace(0, 1, 96), np.linspace(0, 1, 64))
    channels = np.stack([220 * x, 220 * y, 120 + 60 * np.sin(7 * x * y)], axis=-1)
    return Image.fromarray(channels.astype(np.uint8))


@pytest.fixture(scope="session")
def encoded() -> Callable[..., bytes]:
    """``encoded(image, format, **options)``: the bytes Pillow writes."""

    def encode(image: Image.Image, format: str, **options: object) -> bytes:  # noqa: A002
        output = BytesIO()
        image.save(output, format, **options)
        return output.getvalue()

    return encode


@pytest.fixture(scope="session")
def difference() -> Callable[[Image.Image, Image.Image], float]:
    """Mean absolute difference of two pictures of one size, in levels of 255."""

    def compare(one: Image.Image, other: Image.Image) -> float:
        assert one.size == other.size
        return float(np.abs(np.asarray(one, float) - np.asarray(other, float)).mean())

    return compare

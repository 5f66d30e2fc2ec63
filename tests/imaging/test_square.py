"""The network's square: the official CLIP geometry, pixel for pixel."""

import time
from typing import Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from mindseye.imaging import square_pixels

_FILTERS = {
    "bicubic": Image.Resampling.BICUBIC,
    "bilinear": Image.Resampling.BILINEAR,
    "lanczos": Image.Resampling.LANCZOS,
}


def noise(width: int, height: int) -> Image.Image:
    values = np.random.default_rng(width * 7919 + height).integers(0, 256, (height, width, 3))
    return Image.fromarray(values.astype(np.uint8))


def official(image: Image.Image, size: int, interpolation: str) -> NDArray[np.uint8]:
    """What torchvision's Resize and CenterCrop make of a Pillow image."""
    width, height = image.size
    shorter = min(width, height)
    scaled = (int(size * width / shorter), int(size * height / shorter))
    # In this order, whatever Pillow does by itself: see square_pixels.
    image = image.resize((scaled[0], height), _FILTERS[interpolation])
    image = image.resize(scaled, _FILTERS[interpolation])
    top, left = round((scaled[1] - size) / 2.0), round((scaled[0] - size) / 2.0)
    return np.array(image.crop((left, top, left + size, top + size)))


@settings(max_examples=150, deadline=None)
@given(
    width=st.integers(1, 500),
    height=st.integers(1, 500),
    size=st.sampled_from([64, 224]),
    interpolation=st.sampled_from(["bicubic", "bilinear", "lanczos"]),
)
def test_equals_the_official_recipe(
    width: int, height: int, size: int, interpolation: Literal["bicubic", "bilinear", "lanczos"]
) -> None:
    image = noise(width, height)
    found = square_pixels(image, size, resize="shortest", interpolation=interpolation)
    expected = official(image, size, interpolation)
    assert found.shape == (size, size, 3)
    assert found.dtype == np.uint8
    # Pillow keeps boxes in single precision. Enlarging noise can double the one level that costs.
    allowed = 1 if min(width, height) >= size else 2
    assert np.abs(found.astype(int) - expected).max() <= allowed


def test_a_plain_resize_and_crop_agree(scene: Image.Image) -> None:
    image = scene.resize((640, 480), Image.Resampling.BICUBIC)
    whole = image.resize((298, 224), Image.Resampling.BICUBIC).crop((37, 0, 261, 224))
    assert np.abs(square_pixels(image, 224).astype(int) - np.array(whole)).max() <= 1


@pytest.mark.parametrize("size", [(1, 5000), (5000, 1), (2, 60_000)])
def test_a_thread_costs_no_more_than_a_square(size: tuple[int, int]) -> None:
    started = time.perf_counter()
    found = square_pixels(noise(*size), 224)
    assert time.perf_counter() - started < 2
    assert found.shape == (224, 224, 3)


def test_a_thread_shows_its_middle() -> None:
    values = np.zeros((5001, 1, 3), np.uint8)
    values[2495:2506] = 200
    found = square_pixels(Image.fromarray(values), 32)
    assert found.min() == 200


def test_squash_keeps_the_borders() -> None:
    image = Image.new("RGB", (300, 100), "black")
    image.paste((255, 255, 255), (0, 0, 60, 100))
    found = square_pixels(image, 50, resize="squash")
    assert found[:, :8].min() > 250
    assert np.array_equal(found, np.array(image.resize((50, 50), Image.Resampling.BICUBIC)))


def test_the_result_may_be_written() -> None:
    found = square_pixels(noise(30, 20), 16)
    found[:] = 0
    assert found.flags["C_CONTIGUOUS"]

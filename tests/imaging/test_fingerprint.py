"""A picture's fingerprint: the same for what a person calls the same picture."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageEnhance
from tests.support.pictures import scene

from mindseye import imaging
from mindseye.imaging.fingerprint import FINGERPRINT_BYTES, fingerprint


def apart(one: Image.Image, other: Image.Image) -> int:
    first, second = fingerprint(one), fingerprint(other)
    assert first is not None
    assert second is not None
    assert len(first) == FINGERPRINT_BYTES
    return int(np.bitwise_count(np.frombuffer(first, np.uint8) ^ np.frombuffer(second, np.uint8)).sum())


def compressed(picture: Image.Image, quality: int) -> Image.Image:
    data = BytesIO()
    picture.save(data, "JPEG", quality=quality)
    return Image.open(data)


@pytest.mark.parametrize("seed", range(3))
def test_size_compression_brightness_and_colour_hardly_matter(seed: int) -> None:
    picture = scene(seed)
    assert apart(picture, picture.resize((160, 107))) <= 12
    assert apart(picture, picture.resize((960, 640), Image.Resampling.BICUBIC)) <= 12
    assert apart(picture, compressed(picture, 40)) <= 12
    assert apart(picture, ImageEnhance.Brightness(picture).enhance(0.7)) <= 12
    assert apart(picture, picture.convert("L")) == 0


def test_other_pictures_differ_in_about_half_of_the_bits() -> None:
    apart_of = [apart(scene(one), scene(other)) for one in range(6) for other in range(one)]
    assert min(apart_of) > 80
    assert 100 < np.mean(apart_of) < 150


def test_a_plain_picture_has_none() -> None:
    assert fingerprint(Image.new("RGB", (300, 200), "black")) is None
    assert fingerprint(Image.new("RGB", (20, 20), (200, 210, 220))) is None


def test_the_smallest_picture_can_be_looked_at() -> None:
    assert fingerprint(Image.new("RGB", (1, 1))) is None
    assert fingerprint(scene(0).resize((2, 900))) is not None


def test_a_thumbnail_looks_like_its_photo(photographs: Path) -> None:
    far = 0
    files = sorted((photographs / "unsplash" / "photos").iterdir())[:24]
    for file in files:
        picture = imaging.decode(file.read_bytes(), shortest=341).pixels
        small = imaging.decode(imaging.encode_thumbnail(picture), shortest=192).pixels
        far += apart(picture, small) > 8
    assert not far

"""Orientation: all eight ways to store a picture show the same picture."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from mindseye.imaging import decode

Encode = Callable[..., bytes]
Compare = Callable[[Image.Image, Image.Image], float]

# How an upright picture has to be turned to be stored under each orientation.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
@pytest.mark.parametrize("orientation", STORED)
def test_every_orientation_once_and_only_once(
    name: str, orientation: int, scene: Image.Image, encoded: Encode, difference: Compare
) -> None:
    turn = STORED[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(scene if turn is None else scene.transpose(turn), name, exif=exif)
    picture = decode(data, shortest=64)
    assert (picture.metadata.width, picture.metadata.height) == scene.size
    assert difference(picture.pixels, scene) < 4


@pytest.mark.parametrize("orientation", [0, 9, 65_535])
def test_impossible_orientations_mean_upright(
    orientation: int, scene: Image.Image, encoded: Encode, difference: Compare
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = decode(encoded(scene, "JPEG", exif=exif), shortest=64)
    assert difference(picture.pixels, scene) < 4


@pytest.mark.data
@pytest.mark.parametrize("series", ["orientation/Portrait_", "strange/Portrait_", "strange/Landscape_"])
def test_photographs(series: str, odd_files: Path) -> None:
    # Each carries its number as a large digit, so they are alike but not equal.
    shown = []
    for orientation in range(1, 9):
        data = (odd_files / f"{series}{orientation}.jpg").read_bytes()
        shown.append(decode(data, shortest=384).pixels)
    assert len({image.size for image in shown}) == 1
    first = shown[0].resize((24, 24), Image.Resampling.BOX)
    flipped = first.transpose(Image.Transpose.ROTATE_180)
    for image in shown:
        small = image.resize((24, 24), Image.Resampling.BOX)
        assert _distance(small, first) < 6 < _distance(small, flipped)


@pytest.mark.data
def test_containers_that_turn_themselves(odd_files: Path, difference: Compare) -> None:
    mirrored, rotated = (
        decode((odd_files / "avif" / name).read_bytes(), shortest=384)
        for name in ("kimono.mirror-horizontal.avif", "kimono.rotate270.avif")
    )
    assert (mirrored.metadata.width, mirrored.metadata.height) == (722, 1024)
    assert difference(mirrored.pixels, rotated.pixels) < 4


def _distance(one: Image.Image, other: Image.Image) -> float:
    pairs = zip(one.tobytes(), other.tobytes(), strict=True)
    return sum(abs(a - b) for a, b in pairs) / len(one.tobytes())

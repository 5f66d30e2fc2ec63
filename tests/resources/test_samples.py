"""The sample pictures open, are small, are dated, and come from the script beside them."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
PICTURES = sorted((SAMPLES / "pictures").glob("*.jpg"))
EXIF, MAKE, MODEL, DATE_ORIGINAL = 0x8769, 0x010F, 0x0110, 0x9003
MOST_BYTES = 2_500_000


def taken(path: Path) -> datetime:
    with Image.open(path) as image:
        text = image.getexif().get_ifd(EXIF)[DATE_ORIGINAL]
    return datetime.strptime(text, "%Y:%m:%d %H:%M:%S")


def test_there_are_enough() -> None:
    assert len(PICTURES) >= 30


def test_they_are_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES) <= MOST_BYTES


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_picture_opens_and_says_where_it_is_from(path: Path) -> None:
    with Image.open(path) as image:
        image.load()
        assert image.format == "JPEG"
        assert image.mode == "RGB"
        assert 800 <= max(image.size) <= 1280
        exif = image.getexif()
        assert (exif[MAKE], exif[MODEL]) == ("Mindseye", "Sample renderer")
    assert 2015 <= taken(path).year <= 2024


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_picture_shows_something(path: Path) -> None:
    with Image.open(path) as image:
        assert max(ImageStat.Stat(image).stddev) > 12


def test_they_are_spread_over_years_and_shapes() -> None:
    assert len({taken(path).year for path in PICTURES}) >= 4
    shapes = set()
    for path in PICTURES:
        with Image.open(path) as image:
            shapes.add(round(image.width / image.height, 1))
    assert len(shapes) >= 4


@pytest.mark.skipif(importlib.util.find_spec("numpy") is None, reason="the renderer needs numpy")
def test_the_script_makes_the_same_picture_again(tmp_path: Path) -> None:
    command = [sys.executable, str(SAMPLES / "render.py"), "--out", str(tmp_path), "program-window"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with (
        Image.open(tmp_path / "program-window.jpg") as again,
        Image.open(SAMPLES / "pictures" / "program-window.jpg") as kept,
    ):
        assert again.size == kept.size
        # Another version of the JPEG library or of the font renderer may round otherwise.
        difference = ImageStat.Stat(ImageChops.difference(again, kept))
    assert max(difference.mean) < 1.0


def test_the_script_refuses_a_name_it_does_not_know(tmp_path: Path) -> None:
    command = [sys.executable, str(SAMPLES / "render.py"), "--out", str(tmp_path), "unicorn"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "unicorn" in done.stderr

"""Colour: 16 bits, CMYK, transparency and profiles all end as the right 8-bit sRGB."""

import struct
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageCms

from mindseye.imaging import decode

Encode = Callable[..., bytes]
Compare = Callable[[Image.Image, Image.Image], float]


def first_pixel(data: bytes) -> tuple[int, int, int]:
    return decode(data, shortest=1000).pixels.getpixel((0, 0))  # type: ignore[return-value]


def adobe_rgb() -> bytes:
    """An Adobe RGB (1998) profile: primaries adapted to D50, one gamma of 2.2."""

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))

    gamma = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    bodies = {
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(0.60974, 0.31111, 0.01947),
        b"gXYZ": xyz(0.20528, 0.62567, 0.06087),
        b"bXYZ": xyz(0.14919, 0.06322, 0.74457),
        b"rTRC": gamma,
        b"gTRC": gamma,
        b"bTRC": gamma,
    }
    place = 128 + 4 + 12 * len(bodies)
    table, content = struct.pack(">I", len(bodies)), b""
    for tag, body in bodies.items():
        table += tag + struct.pack(">II", place + len(content), len(body))
        content += body
    size = place + len(content)
    header = struct.pack(">I4sI4s4s4s12x4s", size, b"test", 0x02400000, b"mntr", b"RGB ", b"XYZ ", b"acsp")
    white = struct.pack(">3i", round(0.9642 * 65536), 65536, round(0.8249 * 65536))
    return (header.ljust(68, b"\0") + white).ljust(128, b"\0") + table + content


@pytest.mark.parametrize("name", ["PNG", "TIFF"])
def test_16_bit_grey_is_scaled_not_clipped(name: str, encoded: Encode) -> None:
    ramp = np.linspace(0, 65_535, 256).astype(np.uint16)[None, :].repeat(8, axis=0)
    pixels = np.asarray(decode(encoded(Image.fromarray(ramp), name), shortest=64).pixels)
    assert np.abs(pixels[0, :, 1].astype(int) - np.arange(256)).max() <= 1


@pytest.mark.parametrize(
    ("values", "kind"),
    [([0, 0.5, 1], np.float32), ([0, 400, 800], np.float32), ([0, 32_768, 65_535], np.int32)],
)
def test_32_bit_grey(values: list[float], kind: type[np.float32 | np.int32], encoded: Encode) -> None:
    data = encoded(Image.fromarray(np.array([values] * 3, kind)), "TIFF")
    row = np.asarray(decode(data, shortest=64).pixels)[0, :, 0]
    assert row[0] == 0
    assert abs(int(row[1]) - 127) <= 1
    assert row[2] == 255


def test_fractions_without_a_value(encoded: Encode) -> None:
    image = Image.fromarray(np.array([[np.nan, 1.0, np.inf]], np.float32))
    assert np.asarray(decode(encoded(image, "TIFF"), shortest=9).pixels)[0, 1, 0] == 255


@pytest.mark.parametrize("name", ["JPEG", "TIFF"])
@pytest.mark.parametrize(
    ("ink", "seen"),
    [((0, 255, 255, 0), (255, 0, 0)), ((0, 0, 0, 0), (255, 255, 255)), ((0, 0, 0, 255), (0, 0, 0))],
)
def test_cmyk(name: str, ink: tuple[int, ...], seen: tuple[int, ...], encoded: Encode) -> None:
    found = first_pixel(encoded(Image.new("CMYK", (16, 16), ink), name))
    assert max(abs(a - b) for a, b in zip(found, seen, strict=True)) < 12


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_transparent_is_white(mode: str, encoded: Encode) -> None:
    assert first_pixel(encoded(Image.new(mode, (8, 8), 0), "PNG")) == (255, 255, 255)


def test_transparent_palette_and_key(encoded: Encode) -> None:
    for image in (Image.new("P", (8, 8), 0), Image.new("L", (8, 8), 0)):
        assert first_pixel(encoded(image, "PNG", transparency=0)) == (255, 255, 255)


def test_half_transparent_keeps_its_colour_when_scaled(encoded: Encode) -> None:
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 201, 400))
    pixels = np.asarray(decode(encoded(image, "PNG"), shortest=40).pixels)
    # No dark seam: what lies under full transparency does not bleed in.
    assert pixels[:, :, 0].min() == 255


def test_wide_gamut_is_brought_to_srgb(encoded: Encode) -> None:
    # The red of sRGB is (219, 0, 0) in Adobe RGB.
    flat = Image.new("RGB", (16, 16), (219, 0, 0))
    red, green, blue = first_pixel(encoded(flat, "PNG", icc_profile=adobe_rgb()))
    assert red >= 252
    assert max(green, blue) <= 6
    assert first_pixel(encoded(flat, "PNG")) == (219, 0, 0)


def test_grey_stays_grey_through_a_profile(encoded: Encode) -> None:
    flat = Image.new("RGB", (16, 16), (128, 128, 128))
    red, green, blue = first_pixel(encoded(flat, "PNG", icc_profile=adobe_rgb()))
    assert max(red, green, blue) - min(red, green, blue) <= 1
    assert abs(red - 128) <= 2


@pytest.mark.parametrize("keep", [0, 40, 200])
def test_a_broken_profile_is_passed_over(
    keep: int, scene: Image.Image, encoded: Encode, difference: Compare
) -> None:
    profile = adobe_rgb()[:keep] or b"nonsense"
    picture = decode(encoded(scene, "PNG", icc_profile=profile), shortest=64)
    assert difference(picture.pixels, scene) == 0


def test_an_srgb_profile_changes_nothing(scene: Image.Image, encoded: Encode, difference: Compare) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert difference(decode(encoded(scene, "PNG", icc_profile=profile), shortest=64).pixels, scene) == 0


def test_a_profile_for_another_mode_is_passed_over(encoded: Encode) -> None:
    flat = Image.new("L", (8, 8), 90)
    assert first_pixel(encoded(flat, "PNG", icc_profile=adobe_rgb())) == (90, 90, 90)

"""Decoding: every format, the promised size, first frames, refusals, threads."""

import logging
import struct
import sys
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from mindseye.errors import UnreadablePictureError
from mindseye.imaging import decode

Encode = Callable[..., bytes]
Compare = Callable[[Image.Image, Image.Image], float]


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadablePictureError) as caught:
        decode(data, shortest=64)
    assert caught.value.message.endswith(".")
    assert "\n" not in caught.value.message
    return caught.value.message


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF", "JPEG2000", "MPO"])
def test_each_format(name: str, scene: Image.Image, encoded: Encode, difference: Compare) -> None:
    picture = decode(encoded(scene, name), shortest=64)
    assert picture.pixels.mode == "RGB"
    assert picture.metadata.format == ("JPEG" if name == "MPO" else name)
    assert (picture.metadata.width, picture.metadata.height) == scene.size
    assert difference(picture.pixels, scene) < 4


@pytest.mark.parametrize("name", ["JPEG", "PNG"])
@pytest.mark.parametrize("size", [(3000, 2000), (2000, 2001), (767, 900), (5000, 400), (500, 383)])
def test_shorter_side_is_within_the_promise(
    name: str, size: tuple[int, int], scene: Image.Image, encoded: Encode
) -> None:
    picture = decode(encoded(scene.resize(size), name), shortest=384)
    shorter = min(picture.pixels.size)
    assert (384 <= shorter < 768) if min(size) >= 384 else (shorter == min(size))
    assert (picture.metadata.width, picture.metadata.height) == size
    assert picture.pixels.width / picture.pixels.height == pytest.approx(size[0] / size[1], rel=0.01)


def test_scaled_decoding_shows_the_same_picture(
    scene: Image.Image, encoded: Encode, difference: Compare
) -> None:
    large = scene.resize((1600, 1200), Image.Resampling.BICUBIC)
    data = encoded(large, "JPEG", quality=92)
    scaled = decode(data, shortest=150).pixels
    whole = decode(data, shortest=1200).pixels
    assert scaled.size == (200, 150)
    assert whole.size == (1600, 1200)
    assert difference(scaled, whole.resize((200, 150), Image.Resampling.BOX)) < 1


@pytest.mark.parametrize("name", ["GIF", "WEBP", "PNG", "AVIF", "TIFF"])
def test_first_frame_of_an_animation(name: str, encoded: Encode) -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("#c02020", "#20c020", "#2020c0")]
    data = encoded(frames[0], name, save_all=True, append_images=frames[1:])
    red, green, blue = decode(data, shortest=30).pixels.resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
    assert red > 180
    assert max(green, blue) < 60


def test_empty() -> None:
    assert refusal(b"") == "The file is empty."


@pytest.mark.parametrize("data", [b"hello\n" * 50, b"\0" * 4096, b"%!PS-Adobe-3.0 EPSF-3.0\n" * 9])
def test_not_a_picture(data: bytes) -> None:
    assert refusal(data) == "Not a picture this version can read."


@pytest.mark.parametrize("name", ["JPEG", "PNG", "TIFF", "BMP", "WEBP"])
def test_cut_short_is_refused(name: str, scene: Image.Image, encoded: Encode) -> None:
    data = encoded(scene, name)
    assert refusal(data[: len(data) * 2 // 3]).startswith("The file ")


def test_a_cut_photograph_says_so(scene: Image.Image, encoded: Encode) -> None:
    for name in ("JPEG", "PNG"):
        data = encoded(scene, name)
        assert refusal(data[: len(data) * 2 // 3]).startswith("The file is cut short: ")


def test_a_bomb_is_refused_before_it_is_decoded() -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    assert refusal(data).startswith("Too large: ")


def test_the_limit_counts_what_is_decoded(
    scene: Image.Image, encoded: Encode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["mindseye.imaging.decode"], "PIXEL_LIMIT", 5000)
    assert refusal(encoded(scene, "PNG")).startswith("Too large: 96 x 64 pixels; ")
    # A JPEG comes out at an eighth; a progressive one is held in memory as a whole all the same.
    assert decode(encoded(scene, "JPEG"), shortest=8).pixels.size == (12, 8)
    assert refusal(encoded(scene, "JPEG", progressive=True)).startswith("Too large: ")


def test_a_bitmap_of_promises_is_refused(encoded: Encode) -> None:
    # Run-length coded, 16,000 x 16,000 pixels, and not one of them there.
    data = bytearray(encoded(Image.new("P", (4, 4)), "BMP"))
    struct.pack_into("<iiHHI", data, 18, 16_000, 16_000, 1, 8, 1)
    assert refusal(bytes(data)).startswith("The file is cut short: ")


def test_long_text_does_not_spoil_a_png(scene: Image.Image, encoded: Encode) -> None:
    text = PngImagePlugin.PngInfo()
    text.add_itxt("workflow", "lorem ipsum " * 200_000, zip=True)
    assert decode(encoded(scene, "PNG", pnginfo=text), shortest=64).pixels.size == scene.size


def test_broken_exif_spoils_nothing(scene: Image.Image, encoded: Encode) -> None:
    for exif in (
        b"Exif\0\0garbage",
        b"Exif\0\0II*\0\x08\0\0\0\xff\xff",
        b"Exif\0\0MM\0*\0\0\xff\xff",
    ):
        for name in ("JPEG", "PNG", "WEBP"):
            picture = decode(encoded(scene, name, exif=exif), shortest=64)
            assert picture.pixels.size == scene.size
            assert picture.metadata.taken_at is None


def test_shortest_must_be_positive() -> None:
    with pytest.raises(ValueError, match="pixels"):
        decode(b"x", shortest=0)


def _specimens() -> list[bytes]:
    """A small file of each family, to be damaged."""
    image = Image.fromarray(np.arange(24 * 16 * 3, dtype=np.uint8).reshape(16, 24, 3))
    exif = Image.Exif()
    exif[0x010F], exif[0x0112], exif[0x0132] = "Maker", 6, "2020:01:02 03:04:05"
    found = []
    for name in ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP", "AVIF", "JPEG2000"):
        output = BytesIO()
        image.save(output, name, exif=exif)
        found.append(output.getvalue())
    return found


def test_what_pillow_logs_of_a_broken_file_is_not_passed_on(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("PIL.TiffImagePlugin").error("More samples per pixel than can be decoded: 57091")
    assert not caplog.records


@settings(max_examples=300, deadline=None)
@given(
    data=st.sampled_from(_specimens()),
    changes=st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=12),
    length=st.integers(0, 3000),
)
def test_damage_gives_a_picture_or_a_reason(data: bytes, changes: list[tuple[int, int]], length: int) -> None:
    damaged = bytearray(data)
    for place, value in changes:
        damaged[place % len(damaged)] = value
    with suppress(UnreadablePictureError):
        assert decode(bytes(damaged[:length]), shortest=8).pixels.mode == "RGB"


def test_several_threads(scene: Image.Image, encoded: Encode) -> None:
    files = [
        encoded(scene.rotate(7 * turn).resize((640, 480)), name)
        for turn in range(4)
        for name in ("JPEG", "PNG", "WEBP", "AVIF")
    ]
    expected = [decode(data, shortest=100).pixels.tobytes() for data in files]
    with ThreadPoolExecutor(4) as pool:
        for _ in range(3):
            pictures = pool.map(lambda data: decode(data, shortest=100), files)
            assert [picture.pixels.tobytes() for picture in pictures] == expected

"""Ordinary files are told from others by their headers, and what they take is bounded."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mindseye.imaging import decoding_bytes


def encoded(kind: str, size: tuple[int, int] = (60, 40), **choices: object) -> bytes:
    output = BytesIO()
    Image.new("RGB", size).save(output, kind, **choices)
    return output.getvalue()


@pytest.mark.parametrize(
    ("kind", "choices"),
    [("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {}), ("GIF", {}), ("WEBP", {}),
     ("WEBP", {"lossless": True}), ("JPEG", {"exif": b"Exif\0\0" + bytes(60_000)})],
)  # fmt: skip
def test_photographs_of_the_usual_kinds_are_ordinary(kind: str, choices: dict[str, object]) -> None:
    needed = decoding_bytes(encoded(kind, **choices))
    assert needed is not None
    assert needed < 20 * 1024**2


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "JPEG2000", "AVIF"])
def test_rare_kinds_are_not(kind: str) -> None:
    assert decoding_bytes(encoded(kind)) is None


def resized(data: bytes, width: int, height: int) -> bytes:
    """The same file with another size in its header."""
    if data.startswith(b"\x89PNG"):
        return data[:16] + struct.pack(">II", width, height) + data[24:]
    if data.startswith(b"GIF"):
        return data[:6] + struct.pack("<HH", width, height) + data[10:]
    frame = max(data.find(b"\xff\xc0"), data.find(b"\xff\xc2"))
    return data[: frame + 5] + struct.pack(">HH", height, width) + data[frame + 9 :]


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG"])
def test_the_size_in_the_header_counts(kind: str) -> None:
    data = encoded(kind, progressive=True)
    assert decoding_bytes(resized(data, 6000, 5000)) == pytest.approx(8 * 30_000_000, rel=0.1)
    assert decoding_bytes(resized(data, 8000, 6000)) is None
    assert decoding_bytes(resized(data, 0, 6000)) is None


def test_a_jpeg_that_is_scaled_while_it_is_decoded_may_be_large() -> None:
    needed = decoding_bytes(resized(encoded("JPEG"), 12_000, 10_000))
    assert needed is not None
    assert needed < 20 * 1024**2
    assert decoding_bytes(resized(encoded("JPEG"), 60_000, 10_000)) is None


def test_a_progressive_picture_of_very_many_passes_is_not_ordinary() -> None:
    data = encoded("JPEG", progressive=True)
    assert decoding_bytes(data[:-2] + b"\xff\xda" * 200 + data[-2:]) is None


@pytest.mark.data
def test_the_photographs_are_ordinary(photographs: Path) -> None:
    for path in sorted((photographs / "unsplash" / "photos").iterdir())[:100]:
        assert decoding_bytes(path.read_bytes()) is not None, path


@given(st.binary(max_size=200))
def test_any_bytes_get_an_answer(data: bytes) -> None:
    for start in (b"", b"\xff\xd8\xff", b"RIFF    WEBPVP8 ", b"\x89PNG\r\n\x1a\n    IHDR", b"GIF89a"):
        decoding_bytes(start + data)

"""Which files can be decoded within known bounds, told from their first bytes alone."""

import struct

LARGEST_WHOLE = 32_000_000
"""Pixels of a picture that is decoded as a whole; Pillow then takes 128 MB."""

LARGEST_JPEG = 300_000_000
"""Pixels of a JPEG that is scaled while it is decoded, and never in memory as a whole."""

_MOST_SCANS = 100
"""Passes of a progressive JPEG; cameras and editors write about ten, and each goes over all of it again."""

_MOST_SEGMENTS = 2_000

_SCALED = 16 * 1024**2
"""Bytes that scaled pixels take at most, with what is made of them."""

_BYTES_A_PIXEL = 8
"""Pixels as Pillow keeps them, with a converted copy; and the coefficients of a progressive JPEG."""

# Baseline and extended sequential; the others are progressive, lossless or hierarchical.
_SEQUENTIAL_FRAMES = {0xC0, 0xC1}
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_STANDALONE = {0x01, *range(0xD0, 0xD8)}


def decoding_bytes(data: bytes) -> int | None:
    """The memory that decoding an ordinary file takes at most, in bytes; None for every other file.

    Of ordinary files the header bounds time and memory: JPEG, PNG, GIF and WebP of the size of photographs.
    Everything else, and everything odd about those, is for a process of its own: camera raw, HEIF, AVIF,
    TIFF, JPEG 2000, BMP, and what is very large.
    """
    try:
        if data[:3] == b"\xff\xd8\xff":
            return _jpeg(data)
        size = _size(data)
    except (struct.error, IndexError):
        return None
    return None if size is None else _whole(*size)


def _whole(width: int, height: int) -> int | None:
    pixels = width * height
    return _SCALED + pixels * _BYTES_A_PIXEL if 0 < pixels <= LARGEST_WHOLE else None


def _size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF or WebP."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and data[12:16] == b"IHDR":
        return _two(">II", data, 16)
    if data[:6] in {b"GIF87a", b"GIF89a"}:
        return _two("<HH", data, 6)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp_size(data)
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    match data[12:16]:
        case b"VP8X":
            width = int.from_bytes(data[24:27], "little") + 1
            height = int.from_bytes(data[27:30], "little") + 1
            return width, height
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width, height = _two("<HH", data, 26)
            return width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg(data: bytes) -> int | None:
    at = 2
    for _ in range(_MOST_SEGMENTS):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:  # padding
            at += 1
        elif marker in _STANDALONE:
            at += 2
        elif marker in _FRAMES:
            height, width = _two(">HH", data, at + 5)
            if marker in _SEQUENTIAL_FRAMES:
                return _SCALED if 0 < width * height <= LARGEST_JPEG else None
            # All its coefficients are in memory until its end.
            return _whole(width, height) if data.count(b"\xff\xda", at) <= _MOST_SCANS else None
        else:
            (length,) = struct.unpack_from(">H", data, at + 2)
            at += 2 + length
    return None


def _two(form: str, data: bytes, at: int) -> tuple[int, int]:
    first, second = struct.unpack_from(form, data, at)
    return int(first), int(second)

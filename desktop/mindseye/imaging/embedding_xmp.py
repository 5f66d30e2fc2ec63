"""An XMP packet put into a picture's own file by ExifTool, and the proof that nothing else of it changed.

The proof decodes nothing: a JPEG is taken apart into its segments and a PNG into its chunks, the packet's
own are left out, and what remains (coded picture, tables, colour profile, EXIF, IPTC) has to be the same,
byte by byte.
"""

import shutil
import struct
import subprocess
import tempfile
from pathlib import Path

from mindseye.errors import MindseyeError
from mindseye.phrases import Phrase

SUFFIXES = frozenset({".jpg", ".jpeg", ".png"})
"""Endings of the pictures that can be written, in lower case."""

_PATIENCE = 60.0
_PNG = b"\x89PNG\r\n\x1a\n"
_IN_JPEG = b"http://ns.adobe.com/xap/1.0/\0"
_EXTENDED = b"http://ns.adobe.com/xmp/extension/\0"
_IN_PNG = b"XML:com.adobe.xmp\0"
_PNG_TEXT_HEAD = len(_IN_PNG) + 4  # two flags, and the ends of two empty names


class UnwritableError(MindseyeError):
    """The picture cannot be written; ``message`` says why. Its file is as it was."""


def program() -> str | None:
    """Where ExifTool is; None where it is not installed."""
    return shutil.which("exiftool")


def packet_in(data: bytes) -> bytes | None:
    """The packet that a JPEG or PNG holds; None where it holds none.

    Raises:
        UnwritableError: it is neither, is damaged, or holds a packet in several parts.
    """
    packets = [packet for _, packet in _pieces(data) if packet is not None]
    if len(packets) > 1:
        raise UnwritableError(Phrase("it holds more than one XMP packet"))
    return packets[0] if packets else None


def with_packet(data: bytes, packet: bytes, exiftool: str) -> bytes:
    """The same picture with another packet.

    Args:
        data: the file.
        packet: what it is to hold.
        exiftool: the program.

    Raises:
        UnwritableError: ExifTool cannot write it, or would have changed more than the packet.
    """
    rest = [piece for piece, inside in _pieces(data) if inside is None]
    suffix = ".png" if data.startswith(_PNG) else ".jpg"
    with tempfile.TemporaryDirectory() as place:
        source, target = Path(place, f"in{suffix}"), Path(place, f"out{suffix}")
        inside = Path(place, "new.xmp")
        source.write_bytes(data)
        inside.write_bytes(packet)
        command = [exiftool, "-q", f"-XMP<={inside}", "-o", str(target), str(source)]
        try:
            # A program found by name, and files that were just written here.
            done = subprocess.run(  # noqa: S603
                command, capture_output=True, text=True, timeout=_PATIENCE, check=False
            )
            written = target.read_bytes()
        except (OSError, subprocess.TimeoutExpired) as error:
            raise UnwritableError(Phrase("ExifTool did not write it")) from error
    if done.returncode or packet_in(written) is None:
        raise UnwritableError(Phrase("ExifTool did not write it"))
    if rest != [piece for piece, packet in _pieces(written) if packet is None]:
        raise UnwritableError(
            Phrase("ExifTool would have changed more than the keywords, so it stays as it is")
        )
    return written


def _pieces(data: bytes) -> list[tuple[bytes, bytes | None]]:
    """What the file is made of, in order, each with the packet that it holds."""
    try:
        if data.startswith(_PNG):
            return _chunks(data)
        if data.startswith(b"\xff\xd8\xff"):
            return _segments(data)
    except (struct.error, IndexError) as error:
        raise UnwritableError(Phrase("it is damaged")) from error
    raise UnwritableError(Phrase("only JPEG and PNG files can be written"))


def _segments(data: bytes) -> list[tuple[bytes, bytes | None]]:
    found: list[tuple[bytes, bytes | None]] = []
    at = 2
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        (length,) = struct.unpack_from(">H", data, at + 2)
        piece = data[at : at + 2 + length]
        content = piece[4:]
        if content.startswith(_EXTENDED):
            raise UnwritableError(Phrase("its XMP is in several parts"))
        of_packet = data[at + 1] == 0xE1 and content.startswith(_IN_JPEG)
        found.append((piece, content[len(_IN_JPEG) :] if of_packet else None))
        at += 2 + length
    if data[at] != 0xFF:
        raise UnwritableError(Phrase("it is damaged"))
    found.append((data[at:], None))
    return found


def _chunks(data: bytes) -> list[tuple[bytes, bytes | None]]:
    found: list[tuple[bytes, bytes | None]] = []
    at = len(_PNG)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        piece = data[at : at + 12 + length]
        content = piece[8:-4]
        of_packet = piece[4:8] == b"iTXt" and content.startswith(_IN_PNG)
        if of_packet and content[len(_IN_PNG) : _PNG_TEXT_HEAD] != b"\0" * 4:
            raise UnwritableError(Phrase("its XMP is compressed"))
        found.append((piece, content[_PNG_TEXT_HEAD:] if of_packet else None))
        at += 12 + length
    return found

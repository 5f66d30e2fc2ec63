"""What people wrote into a picture file: keywords, rating, caption; from XMP, else IPTC, else EXIF."""

from collections.abc import Mapping

from PIL import Image, IptcImagePlugin, JpegImagePlugin, TiffImagePlugin

from mindseye import xmp
from mindseye.imaging.failures import DECODER_ERRORS
from mindseye.metadata import FileLabels

_XMP_TAG, _RATING_TAG = 700, 0x4746
_CHARSET, _KEYWORDS, _CAPTION = (1, 90), (2, 25), (2, 120)
_UTF8 = b"\x1b%G"


def read_labels(image: Image.Image, exif: Image.Exif) -> FileLabels:
    """What the file of an opened picture says; what is broken says nothing."""
    written = _from_packet(image.info.get("xmp") or exif.get(_XMP_TAG))
    iptc = _iptc(image)
    decoded = [_text(value, iptc) for value in _values(iptc, _KEYWORDS)]
    captions = [_text(value, iptc) for value in _values(iptc, _CAPTION)]
    return FileLabels(
        written.keywords or tuple(dict.fromkeys(word for word in decoded if word)),
        written.rating or _rating(exif),
        written.caption or (captions[0] if captions else ""),
    )


def read_labels_of_raw(exif: Image.Exif) -> FileLabels:
    """What a camera raw file built like a TIFF says."""
    written = _from_packet(exif.get(_XMP_TAG))
    return FileLabels(written.keywords, written.rating or _rating(exif), written.caption)


def _from_packet(packet: object) -> FileLabels:
    if isinstance(packet, str):
        packet = packet.encode()
    if isinstance(packet, tuple) and all(isinstance(each, int) and 0 <= each < 256 for each in packet):
        packet = bytes(packet)
    if not isinstance(packet, bytes):
        return FileLabels()
    try:
        return xmp.read(packet)
    except xmp.PacketError:
        return FileLabels()


def _iptc(image: Image.Image) -> Mapping[tuple[int, int], object]:
    if not isinstance(image, JpegImagePlugin.JpegImageFile | TiffImagePlugin.TiffImageFile):
        return {}
    try:
        return IptcImagePlugin.getiptcinfo(image) or {}
    except DECODER_ERRORS:
        return {}


def _values(iptc: Mapping[tuple[int, int], object], field: tuple[int, int]) -> list[bytes]:
    value = iptc.get(field, [])
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, bytes)]


def _text(value: bytes, iptc: Mapping[tuple[int, int], object]) -> str:
    """UTF-8 where the file says so or the bytes are; else what was written before that: Latin-1."""
    strict = "replace" if iptc.get(_CHARSET) == _UTF8 else "strict"
    try:
        text = value.decode("utf-8", strict)
    except UnicodeDecodeError:
        text = value.decode("latin-1")
    return " ".join(text.replace("\0", " ").split())


def _rating(exif: Image.Exif) -> int:
    rating = exif.get(_RATING_TAG, 0)
    return rating if isinstance(rating, int) and 1 <= rating <= 5 else 0

"""One file's bytes to one picture: upright, sRGB, and scaled while it is decoded."""

from dataclasses import dataclass, replace
from io import BytesIO
from typing import Self

import pi_heif
from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageFile,
    Jpeg2KImagePlugin,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from mindseye.errors import UnreadablePictureError
from mindseye.imaging.colour import eight_bit, to_srgb
from mindseye.imaging.failures import (
    DECODER_ERRORS,
    decoder_failures,
    silence_decoder_warnings,
)
from mindseye.imaging.jxl import is_jxl, jxl_size, read_jxl
from mindseye.imaging.labels import read_labels, read_labels_of_raw
from mindseye.imaging.metadata import read_metadata, with_shot
from mindseye.imaging.orientation import UPRIGHT, upright, upright_size
from mindseye.imaging.raw import is_raw, open_raw
from mindseye.metadata import Metadata
from mindseye.phrases import Phrase

PIXEL_LIMIT = 300_000_000
"""The most pixels that are ever decoded: 1.2 GB in Pillow's memory."""

# Pillow refuses twice this number when it opens a file, tiles and frames included. Between the two
# only a JPEG passes, which can be decoded at an eighth; its own default would refuse phones' 200
# megapixels.
Image.MAX_IMAGE_PIXELS = PIXEL_LIMIT

# A PNG may carry more text than Pillow's one megabyte: an edit history, the recipe of a generated
# picture. That is no reason to refuse it.
PngImagePlugin.MAX_TEXT_CHUNK = 32 * 1024 * 1024

pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)

# The formats opened, and no others: no PostScript (runs Ghostscript), no PDF, no game textures.
# Naming the classes also loads their modules, so that Pillow does not load all of its forty when it
# meets a stranger. HEIF stands before AVIF because the two share container brands and only AVIF's
# reader is sure to notice.
_FORMATS: tuple[str, ...] = (
    JpegImagePlugin.JpegImageFile.format,
    PngImagePlugin.PngImageFile.format,
    WebPImagePlugin.WebPImageFile.format,
    pi_heif.HeifImageFile.format,
    AvifImagePlugin.AvifImageFile.format,
    GifImagePlugin.GifImageFile.format,
    TiffImagePlugin.TiffImageFile.format,
    BmpImagePlugin.BmpImageFile.format,
    Jpeg2KImagePlugin.Jpeg2KImageFile.format,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture and what its file says about it."""

    pixels: Image.Image
    """Mode RGB, sRGB, upright, nothing transparent; scaled down, see :func:`decode`."""
    metadata: Metadata

    @classmethod
    def of_rgb(cls, raw: bytes, size: tuple[int, int], metadata: Metadata) -> Self:
        """A picture from packed RGB bytes; raises ValueError when there are too few or too many."""
        return cls(Image.frombytes("RGB", size, raw), metadata)


def decode(data: bytes, *, shortest: int) -> Picture:
    """Decode a picture file; of an animation or a burst, the first picture.

    The pixels' shorter side is at least ``shortest`` and, where the original is that large, less
    than twice it. A picture that is smaller keeps its size. Safe to call from several threads at
    once.

    Raises :class:`UnreadablePictureError`, its message one sentence, for everything that cannot be
    shown: no picture, damaged, cut short (a part of a photo is not shown as if it were the whole),
    or too large. Nothing else comes out, whatever the bytes are.
    """
    if shortest < 1:
        raise ValueError(f"shortest is a number of pixels, not {shortest}")
    if not data:
        raise UnreadablePictureError(Phrase("The file is empty."))
    silence_decoder_warnings()
    with decoder_failures(data):
        if is_raw(data):
            return _decode_raw(data, shortest)
        if is_jxl(data):
            return _decode_jxl(data, shortest)
        image, size = _load(data, shortest)
        exif = _exif(image)
        orientation = _orientation(exif)
        kind = "JPEG" if image.format == "MPO" else str(image.format)
        return Picture(
            pixels=_finished(image, orientation, shortest),
            metadata=replace(
                read_metadata(exif, size=upright_size(size, orientation), format=kind),
                labels=read_labels(image, exif),
            ),
        )


def _load(data: bytes, shortest: int) -> tuple[ImageFile.ImageFile, tuple[int, int]]:
    """Open and decode: the image, scaled if its decoder can, and its full size as stored."""
    image = Image.open(BytesIO(data), formats=_FORMATS)
    full = image.size
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        image.draft(None, (shortest, shortest))
        # A progressive JPEG keeps every coefficient in memory until its end, however small it comes
        # out.
        _refuse_beyond_limit(full if "progressive" in image.info else image.size, full)
        image.load()
        return image, full
    _refuse_beyond_limit(full, full)
    if isinstance(image, BmpImagePlugin.BmpImageFile) and full[0] * full[1] > 256 * len(data):
        # Its run-length decoder is written in Python, and would paint 300 million pixels from a
        # header alone. A byte makes 128 pixels at most.
        raise UnreadablePictureError(Phrase("The file is cut short: a part of the picture is missing."))
    image.load()
    # HEIF may find its true size only now, and TIFF has turned itself upright.
    return image, image.size


def _refuse_beyond_limit(decoded: tuple[int, int], full: tuple[int, int]) -> None:
    if decoded[0] * decoded[1] > PIXEL_LIMIT:
        raise UnreadablePictureError(
            Phrase(
                "Too large: {width} x {height} pixels; the limit is {most} megapixels.",
                width=full[0],
                height=full[1],
                most=PIXEL_LIMIT // 1_000_000,
            )
        )


def _finished(image: Image.Image, orientation: int, shortest: int) -> Image.Image:
    """Scale down first, by averaging whole pixels: everything after it then costs a fraction."""
    profile = image.info.get("icc_profile")
    small = eight_bit(image, bits=_grey_bits(image))
    factor = min(small.size) // shortest
    if factor > 1:
        small = small.reduce(factor)
    return to_srgb(upright(small, orientation), profile)


def _grey_bits(image: Image.Image) -> int:
    """How many of 16 bits a grey TIFF uses; other formats fill them all."""
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return 16
    bits = image.tag_v2.get(TiffImagePlugin.BITSPERSAMPLE, (16,))
    return min(16, max(8, bits[0] if isinstance(bits, tuple) else 16))


def _exif(image: Image.Image) -> Image.Exif:
    """The picture's EXIF, empty where it is broken."""
    try:
        return image.getexif()
    except DECODER_ERRORS:
        return Image.Exif()


def _orientation(exif: Image.Exif) -> int:
    """How the *loaded* pixels lie; TIFF and HEIF have turned themselves and dropped the tag."""
    try:
        value = exif.get(0x0112, UPRIGHT)
    except DECODER_ERRORS:
        return UPRIGHT
    return value if isinstance(value, int) else UPRIGHT


def _decode_jxl(data: bytes, shortest: int) -> Picture:
    size = jxl_size(data)
    _refuse_beyond_limit(size, size)
    image = read_jxl(data)
    exif = _exif(image)
    return Picture(
        pixels=_finished(image, UPRIGHT, shortest),
        metadata=replace(read_metadata(exif, size=image.size, format="JXL"), labels=read_labels(image, exif)),
    )


def _decode_raw(data: bytes, shortest: int) -> Picture:
    raw = open_raw(data, shortest=shortest, pixel_limit=PIXEL_LIMIT)
    metadata = read_metadata(raw.exif, size=raw.size, format="RAW")
    labels = read_labels_of_raw(raw.exif)
    if raw.preview is None:
        assert raw.developed is not None
        facts = replace(with_shot(metadata, raw.shot), labels=labels)
        return Picture(_finished(raw.developed, UPRIGHT, shortest), facts)
    image, _ = _load(raw.preview, shortest)
    if metadata.taken_at is None and metadata.camera is None:
        # Fujifilm and Canon's CR3 keep the EXIF with the preview.
        metadata = read_metadata(_exif(image), size=raw.size, format="RAW")
        labels = read_labels(image, _exif(image))
    facts = replace(with_shot(metadata, raw.shot), labels=labels)
    return Picture(_finished(image, raw.orientation, shortest), facts)

"""What decoders throw at broken files, and the plain sentence each becomes."""

import logging
import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import rawpy
from PIL import Image, ImageCms, UnidentifiedImageError

from mindseye.errors import UnreadablePictureError
from mindseye.phrases import Phrase

# Pillow, pi_heif and LibRaw document few of their exceptions. Tens of thousands of damaged files
# gave OSError (cut short, broken streams, a codec's refusal), ValueError (impossible headers,
# libheif), SyntaxError (PNG chunks, EXIF), RuntimeError (libavif, libheif), DecompressionBombError
# and LibRaw's own. The others are what their code can raise from a lying header: divisions and
# sizes from nought, missing tags and wrong types, a failed allocation, an assertion of Pillow's.
DECODER_ERRORS: tuple[type[Exception], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    Image.DecompressionBombError,
    ImageCms.PyCMSError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    rawpy.LibRawError,
    rawpy.NotSupportedError,
    struct.error,
    zlib.error,
)

NOT_A_PICTURE = Phrase("Not a picture this version can read.")
UNREADABLE_HEADER = Phrase("The file begins like a picture, but this version cannot read its header.")

NO_MEMORY = Phrase("Too large: there is not enough memory to decode it.")

_SENTENCES: tuple[tuple[type[Exception], str], ...] = (
    (Image.DecompressionBombError, Phrase("Too large: it claims more pixels than any photograph has.")),
    (MemoryError, NO_MEMORY),
    (rawpy.LibRawUnsufficientMemoryError, NO_MEMORY),
    (rawpy.LibRawFileUnsupportedError, Phrase("A camera raw format this version cannot read.")),
    (rawpy.LibRawIOError, Phrase("The file is cut short: a part of the camera raw data is missing.")),
)

# Pillow also logs what it finds wrong with a file; the reason says it already.
logging.getLogger("PIL").setLevel(logging.CRITICAL)

_DECODER_MODULES = re.compile(r"(PIL|pi_heif)\.")
_SIGNS_OF_TRUNCATION = re.compile(r"truncated|not enough|premature|end of file|eof", re.IGNORECASE)
_PICTURE_MAGIC = re.compile(
    rb"\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|II\*\0|MM\0\*|BM|\xff\x4f\xff\x51|\0\0\0\x0cjP"
    rb"|....ftyp(?:avi|hei|hev|mif1|msf1)",
    re.DOTALL,
)


def silence_decoder_warnings() -> None:
    """Drop what Pillow and pi_heif warn about: a bad file is told by its reason, no other way.

    ``warnings.catch_warnings`` would be undone in the wrong order when two threads decode; one
    standing filter, put back when somebody reset the list, is safe. Warnings about *our* use of
    Pillow carry our module's name and still show.
    """
    if not any(entry[3] == _DECODER_MODULES for entry in warnings.filters):
        warnings.filterwarnings("ignore", module=_DECODER_MODULES.pattern)


@contextmanager
def decoder_failures(data: bytes) -> Iterator[None]:
    """Turn what a decoder raises inside into :class:`UnreadablePictureError`, cause attached."""
    try:
        yield
    except DECODER_ERRORS as error:
        raise UnreadablePictureError(_reason(error, data)) from error


def _reason(error: Exception, data: bytes) -> str:
    """One sentence for a person; what the decoder itself said stands in brackets."""
    for kind, sentence in _SENTENCES:
        if isinstance(error, kind):
            return sentence
    detail = _one_line(error)
    if isinstance(error, UnidentifiedImageError):
        return UNREADABLE_HEADER if _PICTURE_MAGIC.match(data) else NOT_A_PICTURE
    if isinstance(error, EOFError) or _SIGNS_OF_TRUNCATION.search(detail):
        return Phrase("The file is cut short: a part of the picture is missing ({detail}).", detail=detail)
    return Phrase("The file is damaged: its picture cannot be decoded ({detail}).", detail=detail)


def _one_line(error: Exception) -> str:
    argument = error.args[0] if error.args else ""
    text = argument.decode("utf-8", "replace") if isinstance(argument, bytes) else str(argument)
    return " ".join(text.split()).rstrip(".")[:160] or type(error).__name__

"""Which file names are pictures: the suffixes this program opens."""

import os

_SEPARATORS = frozenset({os.sep, os.altsep})

RAW_SUFFIXES: frozenset[str] = frozenset(
    {
        ".3fr", ".arw", ".cr2", ".cr3", ".crw", ".dcr", ".dng", ".erf", ".iiq", ".kdc", ".mef",
        ".mos", ".mrw", ".nef", ".nrw", ".orf", ".pef", ".raf", ".raw", ".rw2", ".rwl", ".sr2",
        ".srf", ".srw", ".x3f",
    }
)  # fmt: skip
"""Lower-case suffixes, with the dot, of camera raw files."""

# No ".ico" and no ".svg": they are parts of programs and pages, and fill a library with noise.
PICTURE_SUFFIXES: frozenset[str] = RAW_SUFFIXES | frozenset(
    {
        ".apng", ".avif", ".avifs", ".bmp", ".gif", ".heic", ".heics", ".heif", ".heifs", ".hif",
        ".j2c", ".j2k", ".jfif", ".jp2", ".jpc", ".jpe", ".jpeg", ".jpf", ".jpg", ".jpx", ".jxl", ".mpo",
        ".png", ".tif", ".tiff", ".webp",
    }
)  # fmt: skip
"""Lower-case suffixes, with the dot, of every file that is worth opening, raw files included."""


def is_picture_name(name: str) -> bool:
    """Whether a file of this name is worth opening, by its suffix alone, in any letter case.

    ``name`` may be a bare name or a path. Hidden files and the litter of operating systems are the
    walker's business: ``._photo.jpg`` is a picture's name here.
    """
    dot = name.rfind(".")
    return dot > 0 and name[dot:].lower() in PICTURE_SUFFIXES and name[dot - 1] not in _SEPARATORS

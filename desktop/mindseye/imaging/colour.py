"""Any mode and colour space to the one the program works in: 8-bit sRGB without transparency."""

from io import BytesIO

import numpy as np
from PIL import Image, ImageCms

_PROFILE_MODES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK"}
"""ICC colour spaces, and the Pillow mode whose pixels they describe."""

_WIDENED = {"P": "RGB", "1": "L"}
"""Modes whose values are no brightness, and what holds the same picture in bytes."""

_PROFILE_ERRORS = (ImageCms.PyCMSError, OSError, ValueError, TypeError)


def eight_bit(image: Image.Image, *, bits: int = 16) -> Image.Image:
    """Give ``image`` a mode whose channels are bytes and can be averaged: L, RGB, RGBA, CMYK ...

    ``bits`` says how many bits of a 16-bit grey picture are used (12 for many scanners). Integers
    are scaled from their whole range, not stretched to what the picture holds; 32-bit values, whose
    range nothing tells, are.
    """
    if image.mode.startswith("I;16"):
        # The upper byte, as Pillow itself takes it for 16-bit colour.
        return Image.fromarray((np.asarray(image) >> (bits - 8)).clip(0, 255).astype(np.uint8))
    if image.mode in {"I", "F"}:
        return _stretched(image)
    if "transparency" in image.info or image.mode == "PA":
        # A colour that stands for transparency is gone once it has been averaged with others.
        return image.convert("RGBA")
    if image.mode in _WIDENED:
        return image.convert(_WIDENED[image.mode])
    if image.mode == "LAB":
        # Its a and b are signed, so they have to go before anything averages them.
        return ImageCms.profileToProfile(
            image, ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), outputMode="RGB"
        ) or image.convert("L")
    return image


def _stretched(image: Image.Image) -> Image.Image:
    """32-bit grey: 0 to 1 for fractions, 0 to 65,535 where that fits, else lowest to highest."""
    values = np.nan_to_num(np.asarray(image, dtype=np.float32), posinf=0.0, neginf=0.0)
    low, high = min(0.0, float(values.min())), float(values.max())
    if low == 0:
        high = max(high, 1.0) if image.mode == "F" else max(high, 65_535.0)
    scaled = (values - low) * (255.0 / max(high - low, 1e-6))
    return Image.fromarray(scaled.clip(0, 255).astype(np.uint8))


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Mode RGB, sRGB, transparent parts on white.

    ``image`` has been through :func:`eight_bit`; ``profile`` is its ICC profile as found in the
    file. A profile that is broken, or made for another mode, is passed over. Do this after scaling
    down: the time it takes follows the number of pixels.
    """
    alpha = None
    if image.has_transparency_data:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
        image = image.convert("RGB")
    if profile:
        image = _through_profile(image, profile)
    if image.mode != "RGB":
        image = image.convert("RGB")
    if alpha is not None and alpha.getextrema() != (255, 255):
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=alpha)
        return paper
    return image


def _through_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """``image`` in sRGB; as it is where its profile is sRGB already, or of no use."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if _PROFILE_MODES.get(source.profile.xcolor_space) != image.mode or _is_srgb(source):
            return image
        converted = ImageCms.profileToProfile(
            image,
            source,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except _PROFILE_ERRORS:
        return image
    return converted or image


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    return "srgb" in (profile.profile.profile_description or "").casefold()

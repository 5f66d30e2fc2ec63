"""What a picture's EXIF says: when, where and with what it was taken."""

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from mindseye.imaging.failures import DECODER_ERRORS
from mindseye.metadata import Metadata

Tags = Mapping[int, object]


class Shot(Protocol):
    """What LibRaw reads of a shot from the maker's own tags (``rawpy.Other``)."""

    timestamp: datetime
    iso_speed: float
    aperture: float
    shutter_speed: float
    focal_length: float


def read_metadata(exif: Image.Exif, *, size: tuple[int, int], format: str) -> Metadata:  # noqa: A002
    """Read ``exif``; ``size`` is the upright width and height. Broken tags give ``None``."""
    main = _directory(exif, None)
    photo = _directory(exif, IFD.Exif)
    latitude, longitude = _position(_directory(exif, IFD.GPSInfo))
    return Metadata(
        width=size[0],
        height=size[1],
        format=format,
        taken_at=_taken_at(main, photo),
        camera=_camera(_text(main.get(Base.Make)), _text(main.get(Base.Model))),
        lens=_text(photo.get(Base.LensModel)),
        latitude=latitude,
        longitude=longitude,
        iso=_iso(photo),
        aperture=_positive(photo.get(Base.FNumber)),
        exposure_seconds=_positive(photo.get(Base.ExposureTime)),
        focal_length_mm=_positive(photo.get(Base.FocalLength)),
    )


def with_shot(metadata: Metadata, shot: Shot | None) -> Metadata:
    """Fill what the EXIF left open with what LibRaw read from the maker's own tags."""
    if shot is None:
        return metadata
    # LibRaw's unknown time is the beginning of 1970.
    known = shot.timestamp.year > 1970 and _is_plausible(shot.timestamp)
    iso = _positive(shot.iso_speed)
    return replace(
        metadata,
        taken_at=metadata.taken_at or (shot.timestamp if known else None),
        iso=metadata.iso or (None if iso is None else int(iso)),
        aperture=metadata.aperture or _positive(shot.aperture),
        exposure_seconds=metadata.exposure_seconds or _positive(shot.shutter_speed),
        focal_length_mm=metadata.focal_length_mm or _positive(shot.focal_length),
    )


def _directory(exif: Image.Exif, tag: IFD | None) -> Tags:
    """One EXIF directory, or an empty one where it cannot be read."""
    try:
        return dict(exif) if tag is None else exif.get_ifd(tag)
    except DECODER_ERRORS:
        return {}


def _text(value: object) -> str | None:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return None
    # Cameras pad with NULs, and leave what was in memory behind the first one.
    cleaned = " ".join("".join(c if c.isprintable() else " " for c in value.split("\0")[0]).split())
    # "----" is what several makers write for a lens without a chip.
    return cleaned if cleaned.strip("-. ") else None


def _camera(make: str | None, model: str | None) -> str | None:
    if make is None or model is None:
        return model or make
    # "Canon" + "Canon EOS 5D", and "NIKON CORPORATION" + "NIKON D70": the first word tells the
    # maker.
    if model.casefold().split()[0] == make.casefold().split()[0]:
        return model
    return f"{make} {model}"


_DATE = re.compile(r"\s*(\d{4})[:\-/.](\d\d)[:\-/.](\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?")
_BEFORE_PHOTOGRAPHY = datetime(1826, 1, 1)
_CLOCK_TOLERANCE = timedelta(days=1)  # a camera set to the other side of the date line


def _taken_at(main: Tags, photo: Tags) -> datetime | None:
    for value in (
        photo.get(Base.DateTimeOriginal),
        photo.get(Base.DateTimeDigitized),
        main.get(Base.DateTimeOriginal),
        main.get(Base.DateTime),
    ):
        moment = _moment(_text(value))
        if moment is not None:
            return moment
    return None


def _moment(text: str | None) -> datetime | None:
    """An EXIF date such as ``2009:08:29 13:18:08``; ``None`` for zeros, blanks, and the future."""
    match = _DATE.match(text or "")
    if match is None:
        return None
    try:
        moment = datetime(*(int(part or 0) for part in match.groups()))  # type: ignore[arg-type]
    except ValueError:
        return None
    return moment if _is_plausible(moment) else None


def _is_plausible(moment: datetime) -> bool:
    return _BEFORE_PHOTOGRAPHY <= moment <= datetime.now() + _CLOCK_TOLERANCE


def _number(value: object) -> float | None:
    """A finite number from a tag's value: a number, a rational, or a tuple's first item."""
    if isinstance(value, tuple):
        value = value[0] if value else None
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, ArithmeticError):
        return None
    return number if math.isfinite(number) else None


def _positive(value: object) -> float | None:
    number = _number(value)
    return number if number is not None and number > 0 else None


def _iso(photo: Tags) -> int | None:
    # 65535 in the old 16-bit tag means "more than fits": the newer tag then has the number.
    for tag in (Base.ISOSpeedRatings, Base.RecommendedExposureIndex):
        number = _positive(photo.get(tag))
        if number is not None and 1 <= number != 65_535:
            return int(number)
    return None


def _position(gps: Tags) -> tuple[float, float] | tuple[None, None]:
    latitude = _degrees(gps.get(GPS.GPSLatitude), gps.get(GPS.GPSLatitudeRef), "NS", limit=90)
    longitude = _degrees(gps.get(GPS.GPSLongitude), gps.get(GPS.GPSLongitudeRef), "EW", limit=180)
    # Exactly nought and nought is a receiver that had no fix, not a photo taken in the Gulf of
    # Guinea.
    if latitude is None or longitude is None or (latitude == 0 and longitude == 0):
        return None, None
    return latitude, longitude


def _degrees(value: object, reference: object, letters: str, *, limit: float) -> float | None:
    """Degrees from degrees, minutes, seconds; negative for the second of ``letters``."""
    letter = (_text(reference) or "").upper()[:1]
    parts = [_number(part) for part in (value if isinstance(value, tuple) else (value,))]
    if not letter or letter not in letters or not 1 <= len(parts) <= 3:
        return None
    degrees = 0.0
    for power, part in enumerate(parts):
        if part is None or part < 0:
            return None
        degrees += part / 60**power
    if degrees > limit:
        return None
    return -degrees if letter == letters[1] else degrees

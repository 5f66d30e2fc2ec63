"""The fields a query can be narrowed by: their names, what may stand after the colon, how that is read.

A value is read into plain ranges and numbers here, without a library, so that a mistake shows while it is
typed; `conditions.py` turns them into SQL.
"""

import calendar
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import TypeAlias

from mindseye.phrases import Phrase


class UnreadableValueError(ValueError):
    """A filter's value says nothing that its field knows; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers from ``low`` to ``high``; None is open."""

    low: float | None
    high: float | None
    with_low: bool = True
    with_high: bool = True


@dataclass(frozen=True, slots=True)
class Days:
    """From the beginning of ``first`` to the end of ``last``; None is open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Circle:
    """The places at most ``metres`` from a point, in degrees north and east."""

    latitude: float
    longitude: float
    metres: float


@dataclass(frozen=True, slots=True)
class FileBytes:
    """How large the file is, in bytes."""

    size: Interval


@dataclass(frozen=True, slots=True)
class Pixels:
    """How many pixels the picture has."""

    count: Interval


@dataclass(frozen=True, slots=True)
class Sides:
    """How many pixels the longer and the shorter side have."""

    longer: Interval
    shorter: Interval


@dataclass(frozen=True, slots=True)
class Nothing:
    """The photo has no such fact at all."""


Value: TypeAlias = str | Interval | Days | Circle | FileBytes | Pixels | Sides | Nothing


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the language."""

    name: str
    meaning: str
    """What it narrows by, for people."""
    expected: str
    """What may stand after the colon, for people."""
    examples: tuple[str, ...]
    read: Callable[[str], Value]
    """Reads one value; raises ``UnreadableValueError``."""


NOTHING = "none"
"""The value that stands for photos without any: ``date:none``, ``album:none``."""

DEFAULT_METRES = 5_000.0
"""How far "near" reaches when it is not said."""

STATES = MappingProxyType(
    {
        "portrait": Phrase("taller than wide"),
        "landscape": Phrase("wider than tall"),
        "square": Phrase("as wide as tall"),
        "panorama": Phrase("more than twice as long as high"),
        "tagged": Phrase("a person gave or confirmed a tag"),
        "rated": Phrase("has a rating"),
        "captioned": Phrase("has a caption"),
        "located": Phrase("knows where it was taken"),
        "duplicate": Phrase("lies in more than one place"),
        "away": Phrase("on a drive that is not connected"),
    }
)
"""What may stand after ``is:``."""

FORMATS = MappingProxyType(
    {
        "jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "tif": "TIFF",
        "tiff": "TIFF", "heic": "HEIF", "heif": "HEIF", "avif": "AVIF", "jxl": "JXL", "raw": "RAW",
        "bmp": "BMP", "jp2": "JPEG2000",
    }
)  # fmt: skip
"""What may stand after ``type:``, and the format it means."""

_BYTES = {"kb": 1e3, "mb": 1e6, "gb": 1e9}
_METRES = {"m": 1.0, "km": 1e3, "mi": 1609.344}


def check_value(field: str, value: str) -> None:
    """Does nothing where the field exists and knows the value.

    Raises:
        UnreadableValueError: it does not; also a ``ValueError``.
    """
    if field not in FIELDS:
        raise UnreadableValueError(f"there is no filter {field}")
    FIELDS[field].read(value)


def _text(value: str) -> Value:
    if not value.strip():
        raise UnreadableValueError("nothing")
    return value


def _text_or_nothing(value: str) -> Value:
    return Nothing() if value.casefold() == NOTHING else _text(value)


def _one_of(known: MappingProxyType[str, str]) -> Callable[[str], Value]:
    def read(value: str) -> Value:
        if value.casefold() not in known:
            raise UnreadableValueError(value)
        return value.casefold()

    return read


def _date(value: str) -> Value:
    if value.casefold() == NOTHING:
        return Nothing()
    first, dots, last = value.partition("..")
    if not dots:
        return _days(value)
    begins, ends = (_days(each) if each else Days(None, None) for each in (first, last))
    if not first and not last:
        raise UnreadableValueError(value)
    if begins.first is not None and ends.last is not None and begins.first > ends.last:
        raise UnreadableValueError(f"{value} ends before it begins")
    return Days(begins.first, ends.last)


def _days(value: str) -> Days:
    """A year, a month, a day, or the last few days, months or years."""
    today = datetime.now().date()
    word = value.casefold()
    if word in {"today", "yesterday"}:
        day = today - timedelta(days=word == "yesterday")
        return Days(day, day)
    if ago := re.fullmatch(r"(\d{1,4})([dwmy])", word):
        return Days(_back(today, int(ago[1]), ago[2]), today)
    if not (read := re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", word, re.ASCII)):
        raise UnreadableValueError(value)
    year, month, day_of_month = (None if each is None else int(each) for each in read.groups())
    try:
        if year is not None and month is not None and day_of_month is not None:
            exact = date(year, month, day_of_month)
            return Days(exact, exact)
        assert year is not None
        last_month = month or 12
        return Days(
            date(year, month or 1, 1), date(year, last_month, calendar.monthrange(year, last_month)[1])
        )
    except ValueError as error:  # the 31st of February, month 13
        raise UnreadableValueError(value) from error


def _back(day: date, count: int, unit: str) -> date:
    try:
        if unit in "dw":
            return day - timedelta(days=count * (7 if unit == "w" else 1) - 1)
        months = day.year * 12 + day.month - 1 - count * (12 if unit == "y" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError) as error:  # before the year 1
        raise UnreadableValueError(f"{count}{unit}") from error


def _near(value: str) -> Value:
    if value.casefold() == NOTHING:
        return Nothing()
    number = r"\s*(-?\d{1,3}(?:\.\d{1,12})?)\s*"
    read = re.fullmatch(
        rf"{number},{number}(?:,\s*(\d{{1,5}}(?:\.\d{{1,6}})?)\s*(m|km|mi)\s*)?",
        value,
        re.ASCII | re.IGNORECASE,
    )
    if not read:
        raise UnreadableValueError(value)
    latitude, longitude = float(read[1]), float(read[2])
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise UnreadableValueError(value)
    metres = float(read[3]) * _METRES[read[4].lower()] if read[3] else DEFAULT_METRES
    return Circle(latitude, longitude, metres)


def _rating(value: str) -> Value:
    if value.casefold() == NOTHING:
        return Nothing()
    return _interval(value, lambda each: float(each) if re.fullmatch("[0-5]", each) else None)


def _size(value: str) -> Value:
    word = value.casefold().replace(" ", "").replace("\N{MULTIPLICATION SIGN}", "x")
    if "x" in word:
        return _sides(word, value)
    if "mp" in word:
        return Pixels(_interval(word, lambda each: _amount(each, {"mp": 1e6}), about=5e5))
    return FileBytes(_interval(word, lambda each: _amount(each, _BYTES), about=None))


def _sides(word: str, value: str) -> Sides:
    read = re.fullmatch(r"(>=|<=|)(\d{1,6})x(\d{1,6})", word, re.ASCII)
    if not read:
        raise UnreadableValueError(value)
    longer, shorter = sorted((int(read[2]), int(read[3])), reverse=True)
    low, high = read[1] != "<=", read[1] != ">="
    return Sides(
        Interval(longer if low else None, longer if high else None),
        Interval(shorter if low else None, shorter if high else None),
    )


def _amount(text: str, units: dict[str, float]) -> float | None:
    read = re.fullmatch(r"(\d{1,9}(?:\.\d{1,6})?)([a-z]+)", text, re.ASCII)
    if not read or read[2] not in units:
        return None
    return float(read[1]) * units[read[2]]


def _interval(text: str, number: Callable[[str], float | None], *, about: float | None = 0.0) -> Interval:
    """``3``, ``>3``, ``>=3``, ``<3``, ``<=3``, ``2..4``, ``2..``, ``..4``.

    A bare number means that number, give or take ``about``; with None it has to be one of the others.
    """
    low, dots, high = text.partition("..")
    if dots:
        ends = [number(each) if each else None for each in (low, high)]
        known = [each for each in ends if each is not None]
        wrong = len(known) != bool(low) + bool(high) or not known or known != sorted(known)
        if wrong:
            raise UnreadableValueError(text)
        return Interval(ends[0], ends[1])
    read = re.fullmatch("(>=|<=|>|<|)(.*)", text, re.DOTALL)
    value = number(read[2]) if read else None
    if read is None or value is None or not math.isfinite(value) or (not read[1] and about is None):
        raise UnreadableValueError(text)
    match read[1]:
        case ">=" | ">":
            return Interval(value, None, with_low=read[1] == ">=")
        case "<=" | "<":
            return Interval(None, value, with_high=read[1] == "<=")
        case _:
            around = about or 0.0
            return Interval(value - around, value + around)


_FIELDS = (
    Field(
        "date",
        Phrase("when it was taken"),
        Phrase("a year, a month, a day or a range: 2022, 2022-06, 2022..2023-06, 30d"),
        ("2022", "2022-06", "2022-06-14", "2021..2022", "..2019", "30d", "yesterday", "none"),
        _date,
    ),
    Field(
        "folder",
        Phrase("where the file lies"),
        Phrase("a folder's name or path"),
        ("Holidays", '"Summer 2022"', '"/home/me/Pictures"'),
        _text,
    ),
    Field(
        "camera",
        Phrase("the camera"),
        Phrase("a part of the camera's name"),
        ("X-T3", "none"),
        _text_or_nothing,
    ),
    Field(
        "lens", Phrase("the lens"), Phrase("a part of the lens's name"), ('"50mm"', "none"), _text_or_nothing
    ),
    Field(
        "tag",
        Phrase("a tag, confirmed or suggested"),
        Phrase("a tag's name"),
        ("beach", '"time of day/night"', "none"),
        _text_or_nothing,
    ),
    Field("album", Phrase("an album"), Phrase("an album's name"), ("Best", "none"), _text_or_nothing),
    Field(
        "type",
        Phrase("the kind of file"),
        Phrase("a kind of file: {names}", names=", ".join(FORMATS)),
        ("raw", "jpg,heic"),
        _one_of(FORMATS),
    ),
    Field(
        "rating",
        Phrase("the stars"),
        Phrase("0 to 5 stars or a range: 4, >=3, 2..4"),
        ("5", ">=3", "2..4", "none"),
        _rating,
    ),
    Field(
        "is",
        Phrase("a state of the photo"),
        Phrase("one of {names}", names=", ".join(STATES)),
        ("portrait", "located"),
        _one_of(STATES),
    ),
    Field(
        "size",
        Phrase("pixels, or bytes of the file"),
        Phrase("pixels or bytes: 12MP, >=1920x1080, >10MB, 2MB..8MB"),
        (">10MB", "12MP", ">=1920x1080"),
        _size,
    ),
    Field(
        "near",
        Phrase("where it was taken"),
        Phrase("degrees north and east, and a distance: 52.52,13.40,5km"),
        ("52.52,13.40", "52.52,13.40,500m", "none"),
        _near,
    ),
)

FIELDS: MappingProxyType[str, Field] = MappingProxyType({field.name: field for field in _FIELDS})
"""Every filter by its name."""

"""Metadata: when, where and with what, and nothing where the file talks nonsense."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from mindseye.imaging import Metadata, decode

Encode = Callable[..., bytes]


@pytest.fixture
def read(encoded: Encode) -> Callable[..., Metadata]:
    """``read(main, photo, gps)``: what a JPEG with these EXIF directories tells."""

    def metadata(
        main: dict[int, object] | None = None,
        photo: dict[int, object] | None = None,
        gps: dict[int, object] | None = None,
    ) -> Metadata:
        exif = Image.Exif()
        exif.update(main or {})
        for tag, directory in ((IFD.Exif, photo), (IFD.GPSInfo, gps)):
            if directory:
                exif.get_ifd(tag).update(directory)
        return decode(encoded(Image.new("RGB", (30, 20)), "JPEG", exif=exif), shortest=9).metadata

    return metadata


def test_nothing_known(read: Callable[..., Metadata]) -> None:
    assert read() == Metadata(width=30, height=20, format="JPEG")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2009:08:29 13:18:08", datetime(2009, 8, 29, 13, 18, 8)),
        ("2009-08-29 13:18:08.25", datetime(2009, 8, 29, 13, 18, 8)),
        ("2009:08:29T13:18", datetime(2009, 8, 29, 13, 18)),
        ("2009:08:29 13:18:08\0\0", datetime(2009, 8, 29, 13, 18, 8)),
        ("1839:01:01 00:00:00", datetime(1839, 1, 1)),
        ("0000:00:00 00:00:00", None),
        ("    :  :     :  :  ", None),
        ("2009:13:29 13:18:08", None),
        ("1825:12:31 13:18:08", None),
        ("9999:01:01 00:00:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates(text: str, moment: datetime | None, read: Callable[..., Metadata]) -> None:
    assert read(photo={Base.DateTimeOriginal: text}).taken_at == moment


def test_the_earliest_reliable_date_wins(read: Callable[..., Metadata]) -> None:
    original, digitized, changed = (
        "2001:01:01 01:01:01",
        "2002:02:02 02:02:02",
        "2003:03:03 03:03:03",
    )
    main = {Base.DateTime: changed}
    both = {Base.DateTimeOriginal: original, Base.DateTimeDigitized: digitized}
    assert read(main, both).taken_at == datetime(2001, 1, 1, 1, 1, 1)
    both[Base.DateTimeOriginal] = "0000:00:00 00:00:00"
    assert read(main, both).taken_at == datetime(2002, 2, 2, 2, 2, 2)
    assert read(main).taken_at == datetime(2003, 3, 3, 3, 3, 3)


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("Canon", "Canon EOS 5D", "Canon EOS 5D"),
        ("NIKON CORPORATION", "NIKON D70", "NIKON D70"),
        ("SONY", "ILCE-7M3", "SONY ILCE-7M3"),
        ("Apple\0junk", "iPhone 7 \0", "Apple iPhone 7"),
        ("   ", "X100", "X100"),
        ("FUJIFILM", "", "FUJIFILM"),
        ("", "", None),
    ],
)
def test_cameras(make: str, model: str, camera: str | None, read: Callable[..., Metadata]) -> None:
    assert read({Base.Make: make, Base.Model: model}).camera == camera


def test_the_shot(read: Callable[..., Metadata]) -> None:
    found = read(
        photo={
            Base.ISOSpeedRatings: 400,
            Base.FNumber: 2.8,
            Base.ExposureTime: 0.004,
            Base.FocalLength: 35.0,
            Base.LensModel: "EF35mm f/2 IS USM",
        }
    )
    assert (found.iso, found.lens) == (400, "EF35mm f/2 IS USM")
    assert found.aperture == pytest.approx(2.8)
    assert found.exposure_seconds == pytest.approx(0.004)
    assert found.focal_length_mm == pytest.approx(35)


def test_nonsense_about_the_shot(read: Callable[..., Metadata]) -> None:
    found = read(photo={Base.ISOSpeedRatings: 0, Base.FNumber: 0.0, Base.LensModel: "----"})
    assert (found.iso, found.aperture, found.lens) == (None, None, None)
    assert read(photo={Base.ISOSpeedRatings: 65_535, 34_866: 102_400}).iso == 102_400


def place(latitude: object, north: str, longitude: object, east: str) -> dict[int, object]:
    return {
        GPS.GPSLatitude: latitude,
        GPS.GPSLatitudeRef: north,
        GPS.GPSLongitude: longitude,
        GPS.GPSLongitudeRef: east,
    }


def test_position(read: Callable[..., Metadata]) -> None:
    found = read(gps=place((33.0, 30.0, 0.0), "S", (70.0, 36.0, 36.0), "W"))
    assert found.latitude == pytest.approx(-33.5)
    assert found.longitude == pytest.approx(-70.61)


@pytest.mark.parametrize(
    "gps",
    [
        place((0.0, 0.0, 0.0), "N", (0.0, 0.0, 0.0), "E"),
        place((91.0, 0.0, 0.0), "N", (10.0, 0.0, 0.0), "E"),
        place((45.0, 0.0, 0.0), "\0", (10.0, 0.0, 0.0), "\0"),
        {GPS.GPSLatitude: (45.0, 0.0, 0.0), GPS.GPSLatitudeRef: "N"},
    ],
)
def test_no_position(gps: dict[int, object], read: Callable[..., Metadata]) -> None:
    found = read(gps=gps)
    assert (found.latitude, found.longitude) == (None, None)


@pytest.mark.data
def test_known_files(odd_files: Path) -> None:
    def metadata(name: str) -> Metadata:
        return decode((odd_files / name).read_bytes(), shortest=384).metadata

    phone = metadata("heic/IMG_2682.heic")
    assert phone.camera == "Apple iPhone 7"
    assert phone.lens == "iPhone 7 back camera 3.99mm f/1.8"
    assert phone.taken_at == datetime(2019, 3, 21, 11, 4, 22)
    assert (phone.width, phone.height, phone.format) == (4032, 3024, "HEIF")
    assert phone.latitude == pytest.approx(41.2203)
    assert phone.longitude == pytest.approx(-96.071625)

    assert metadata("metadata/empty_gps.jpg").latitude is None
    assert metadata("metadata/empty_gps.jpg").iso == 234
    assert metadata("metadata/mongolels.jpg").taken_at == datetime(2009, 8, 29, 13, 18, 8)
    assert metadata("metadata/time-created.jpg").camera == "Canon EOS R5"
    assert metadata("metadata/thompson-springs.jpg").longitude == pytest.approx(-108.400968, abs=1e-5)
    assert metadata("metadata/portrait-orientation-6.jpg").width == 840

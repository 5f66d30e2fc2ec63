"""JPEG XL: pixels, orientation, colour and metadata as of any picture, and a reason where there are none."""

import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from mindseye.decoding import Decoder
from mindseye.errors import UnreadablePictureError
from mindseye.imaging import NO_MEMORY, decode, decoding_bytes, jxl

codec = pytest.importorskip("pylibjxl", reason="there is no wheel of libjxl for this system")

Encode = Callable[..., bytes]
Compare = Callable[[Image.Image, Image.Image], float]

LABELS = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag><rdf:li>boat</rdf:li></rdf:Bag>
</dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>"""


def made(image: Image.Image, **choices: object) -> bytes:
    return bytes(codec.encode(np.asarray(image), lossless=True, distance=0.0, effort=1, **choices))


@pytest.fixture
def decoder() -> Iterator[Decoder]:
    """Decoding processes."""
    opened = Decoder()
    yield opened
    opened.close()


@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA"])
def test_pixels_come_as_they_were_written(scene: Image.Image, difference: Compare, mode: str) -> None:
    picture = decode(made(scene.convert(mode)), shortest=64)
    assert (picture.metadata.width, picture.metadata.height, picture.metadata.format) == (96, 64, "JXL")
    assert difference(picture.pixels, scene.convert(mode).convert("RGB")) == 0


def test_a_large_picture_is_scaled_down(scene: Image.Image) -> None:
    picture = decode(made(scene.resize((960, 640))), shortest=100)
    assert picture.pixels.size == (160, 107)
    assert picture.metadata.width == 960


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_of_a_camera_is_turned_once(
    scene: Image.Image, encoded: Encode, difference: Compare, orientation: int
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    photo = encoded(scene, "JPEG", exif=exif, quality=95)
    upright, kept = decode(photo, shortest=64), decode(codec.jpeg_to_jxl(photo), shortest=64)
    assert kept.metadata.width == upright.metadata.width
    assert difference(kept.pixels, upright.pixels) < 2


def test_what_the_camera_and_people_wrote_is_read(scene: Image.Image) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Maker", "Model"
    exif.get_ifd(0x8769)[0x9003] = "2020:01:02 03:04:05"
    facts = decode(made(scene, exif=exif.tobytes(), xmp=LABELS), shortest=64).metadata
    assert facts.taken_at is not None
    assert facts.taken_at.isoformat() == "2020-01-02T03:04:05"
    assert facts.camera == "Maker Model"
    assert facts.labels.keywords == ("boat",)


def test_another_colour_space_becomes_srgb(odd_files: Path, encoded: Encode, difference: Compare) -> None:
    with Image.open(odd_files / "strange" / "Landscape_3.jpg") as image:
        profile, photo = image.info["icc_profile"], image.convert("RGB").resize((60, 40))
    assert "sRGB" not in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile)))
    expected = decode(encoded(photo, "PNG", icc_profile=profile), shortest=40).pixels
    assert difference(expected, photo) > 1
    assert difference(decode(made(photo, icc=profile), shortest=40).pixels, expected) < 0.1


def test_it_is_decoded_in_a_process_of_its_own(scene: Image.Image, decoder: Decoder) -> None:
    data = made(scene)
    assert decoding_bytes(data) is None
    assert decoder.decode(data, shortest=64).pixels.size == (96, 64)


@pytest.mark.parametrize("boxed", [False, True])
def test_a_damaged_file_is_refused_with_a_reason(scene: Image.Image, boxed: bool) -> None:
    data = made(scene, xmp=LABELS) if boxed else made(scene)
    assert data.startswith(b"\0\0\0\x0cJXL " if boxed else b"\xff\x0a")
    dice = np.random.default_rng(7)
    for number in range(60):
        broken = bytearray(data[: len(data) * number // 60] if number % 2 else data)
        for place in dice.integers(2, max(len(broken), 3), 3):
            if place < len(broken):
                broken[place] = dice.integers(256)
        try:
            decode(bytes(broken), shortest=64)
        except UnreadablePictureError as error:
            assert error.message.endswith(".")  # noqa: PT017 - some are still pictures


def test_a_picture_that_is_too_large_is_not_decoded(
    scene: Image.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["mindseye.imaging.decode"], "PIXEL_LIMIT", 6_000)
    with pytest.raises(UnreadablePictureError, match="Too large: 96 x 64 pixels"):
        decode(made(scene), shortest=64)


def test_want_of_memory_is_told_from_damage(scene: Image.Image, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = made(scene)[:-20]
    with pytest.raises(UnreadablePictureError, match="damaged"):
        decode(broken, shortest=64)
    monkeypatch.setattr(jxl, "_BYTES_A_PIXEL", 1 << 44)
    with pytest.raises(UnreadablePictureError, match=NO_MEMORY):
        decode(broken, shortest=64)


def test_without_libjxl_that_is_the_reason(scene: Image.Image, monkeypatch: pytest.MonkeyPatch) -> None:
    data = made(scene)
    monkeypatch.setitem(sys.modules, "pylibjxl", None)
    with pytest.raises(UnreadablePictureError, match="cannot be read on this kind of computer"):
        decode(data, shortest=64)

"""Camera raw files: told from other TIFFs by content, developed or previewed, upright."""

import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image

from mindseye.errors import UnreadablePictureError
from mindseye.imaging import decode, raw
from mindseye.imaging.raw import is_raw


def tiff(order: str, photometric: int, *, in_sub_directory: bool = False) -> bytes:
    """The directories of a TIFF, and nothing else."""
    kind = struct.pack(order + "HHIHH", 262, 3, 1, photometric, 0)
    directory = struct.pack(order + "H", 1) + kind + b"\0\0\0\0"
    if in_sub_directory:
        pointer = struct.pack(order + "HHII", 330, 4, 1, 8 + 18)
        directory = struct.pack(order + "H", 1) + pointer + b"\0\0\0\0" + directory
    magic = b"II*\0" if order == "<" else b"MM\0*"
    return magic + struct.pack(order + "I", 8) + directory


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("in_sub_directory", [False, True])
def test_a_tiff_with_sensor_data_is_raw(order: str, in_sub_directory: bool) -> None:
    assert is_raw(tiff(order, 32_803, in_sub_directory=in_sub_directory))
    assert not is_raw(tiff(order, 2, in_sub_directory=in_sub_directory))


def test_other_files_are_not_raw(scene: Image.Image, encoded: Callable[..., bytes]) -> None:
    for name in ("TIFF", "JPEG", "PNG"):
        assert not is_raw(encoded(scene, name))
    for data in (b"", b"II*\0", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff"):
        assert not is_raw(data)


@pytest.mark.parametrize("magic", [b"FUJIFILMCCD-RAW ", b"IIRO\x08\0\0\0", b"\0\0\0\x18ftypcrx "])
def test_a_stub_of_a_raw_file_is_refused(magic: bytes) -> None:
    assert is_raw(magic)
    with pytest.raises(UnreadablePictureError, match=r"raw"):
        decode(magic.ljust(4096, b"\0"), shortest=64)


@pytest.mark.data
def test_development_without_a_preview(odd_files: Path) -> None:
    data = (odd_files / "raw" / "colorchart.dng").read_bytes()
    picture = decode(data, shortest=384)
    assert picture.metadata.format == "RAW"
    assert (picture.metadata.width, picture.metadata.height) == (1734, 1156)
    assert picture.metadata.camera == "Canon EOS Kiss X4"
    assert picture.metadata.iso is None
    assert min(picture.pixels.size) == 578


@pytest.mark.data
def test_a_raw_file_without_data_is_refused(odd_files: Path) -> None:
    with pytest.raises(UnreadablePictureError, match="cut short"):
        decode((odd_files / "raw" / "DNG.dng").read_bytes(), shortest=384)
    data = (odd_files / "raw" / "colorchart.dng").read_bytes()
    with pytest.raises(UnreadablePictureError, match="cut short"):
        decode(data[: len(data) // 2], shortest=384)


@pytest.mark.data
@pytest.mark.parametrize(
    ("flip", "stored", "size"),
    [
        (0, (60, 40), (60, 40)),
        (6, (60, 40), (40, 60)),
        (6, (40, 60), (40, 60)),
        (3, (60, 40), (60, 40)),
    ],
)
def test_previews_are_turned_once(
    flip: int,
    stored: tuple[int, int],
    size: tuple[int, int],
    odd_files: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No raw file with a preview is at hand, so LibRaw's answer is put in its place."""
    output = BytesIO()
    Image.new("RGB", stored, "teal").save(output, "JPEG")
    monkeypatch.setattr("mindseye.imaging.raw.rawpy.imread", lambda _: _Camera(flip, output.getvalue()))
    data = (odd_files / "raw" / "colorchart.dng").read_bytes()
    picture = decode(data, shortest=40)
    assert picture.pixels.size == size
    assert (picture.metadata.width > picture.metadata.height) == (size[0] > size[1])


class _Camera:
    """Stands in for rawpy's open file: sensor data of 600 x 400 and one JPEG."""

    def __init__(self, flip: int, preview: bytes) -> None:
        self.sizes = type(
            "Sizes",
            (),
            {
                "raw_width": 600, "raw_height": 400, "width": 600, "height": 400,
                "crop_width": 0, "crop_height": 0, "flip": flip,
            },
        )  # fmt: skip
        self._preview = preview

    def __enter__(self) -> "_Camera":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def extract_thumb(self) -> object:
        import rawpy

        return rawpy.Thumbnail(rawpy.ThumbFormat.JPEG, self._preview)

    @property
    def other(self) -> object:
        raise OverflowError("a time that no calendar has")


def test_an_older_library_that_tells_nothing_of_the_shot_is_enough() -> None:
    assert raw._shot(SimpleNamespace()) is None
    told = SimpleNamespace(iso_speed=200.0)
    assert raw._shot(SimpleNamespace(other=told)) is told

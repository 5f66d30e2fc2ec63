"""Pictures of every kind that is promised, through the real program."""

from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.conftest import Program, paths_of


def test_what_pillow_writes_is_indexed_and_finds_itself(
    program: Program, samples: Path, tmp_path: Path
) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    endings = ("jpg", "png", "webp", "tiff", "gif", "bmp", "avif", "jp2")
    for ending, source in zip(endings, sorted(samples.iterdir()), strict=False):
        with Image.open(source) as picture:
            picture.convert("RGB").resize((320, 240)).save(photos / f"picture.{ending}")
    report = program.json("index", photos, "--library", tmp_path / "library")
    assert (report["photos"], report["failed"]) == (len(endings), 0)
    for ending in endings:
        picture = photos / f"picture.{ending}"
        found = program.json("search", "--image", picture, "--library", tmp_path / "library", "--limit", "1")
        assert paths_of(found) == [picture]


@pytest.mark.data
def test_what_cameras_and_phones_write_is_indexed(
    program: Program, photographs: Path, tmp_path: Path
) -> None:
    odd = photographs / "odd-files"
    chosen = {
        "heic": odd / "heic" / "IMG_2682.heic",
        "avif": odd / "avif" / "fox.profile0.10bpc.yuv420.monochrome.avif",
        "dng": odd / "raw" / "colorchart.dng",
    }
    if not all(path.is_file() for path in chosen.values()):
        pytest.skip("the odd files are not among the data")
    photos = tmp_path / "photos"
    photos.mkdir()
    for ending, path in chosen.items():
        (photos / f"picture.{ending}").write_bytes(path.read_bytes())
    report = program.json("index", photos, "--library", tmp_path / "library")
    assert (report["photos"], report["failed"]) == (3, 0)
    assert program.json("problems", "--library", tmp_path / "library") == []

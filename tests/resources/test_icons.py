"""The icons are one family: the same square, the same stroke, and no colour of their own."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

ICONS = Path(__file__).parents[2] / "resources" / "icons"
DRAWINGS = sorted(path for path in ICONS.glob("*.svg") if path.stem != "mindseye")
NEEDED = {
    "search", "folder", "folder-add", "folder-away", "photo", "photos", "similar", "image-search",
    "close", "pause", "play", "check", "warning", "problem", "info", "settings", "sun", "moon",
    "tag", "album", "recent", "chevron-right", "chevron-down", "menu", "zoom-in", "zoom-out",
    "grid", "rows", "details", "trash", "undo", "copy", "reveal", "keyboard",
}  # fmt: skip


def test_no_icon_is_missing() -> None:
    assert {path.stem for path in DRAWINGS} >= NEEDED


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_icon_is_one_of_the_family(path: Path) -> None:
    root = ElementTree.parse(path).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("viewBox") == "0 0 20 20"
    assert (root.get("width"), root.get("height")) == ("20", "20")
    assert root.get("stroke-width") == "1.6"
    assert (root.get("stroke"), root.get("fill")) == ("currentColor", "none")
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"
    for element in list(root.iter())[1:]:
        assert not {"stroke", "fill", "style", "stroke-width", "class"} & element.attrib.keys()


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_icon_has_no_colour_of_its_own(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3}|rgb\(", text)
    assert text.count("currentColor") == 1


def test_program_icon_draws_without_clips_or_filters() -> None:
    """Qt draws SVG Tiny, which has neither."""
    root = ElementTree.parse(ICONS / "mindseye.svg").getroot()
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not tags & {"clipPath", "mask", "filter"}


@pytest.mark.parametrize("size", [256, 512])
def test_program_icon_as_png(size: int) -> None:
    with Image.open(ICONS / f"mindseye-{size}.png") as image:
        assert image.size == (size, size)
        assert image.mode == "RGBA"
        assert image.getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_program_icon_for_windows_holds_every_size() -> None:
    with Image.open(ICONS / "mindseye.ico") as image:
        assert image.info["sizes"] >= {(n, n) for n in (16, 24, 32, 48, 64, 128, 256)}
        image.load()


def test_program_icon_for_macos_is_whole() -> None:
    data = (ICONS / "mindseye.icns").read_bytes()
    assert data[:4] == b"icns"
    assert struct.unpack(">I", data[4:8])[0] == len(data)
    with Image.open(ICONS / "mindseye.icns") as image:
        assert (512, 512, 2) in image.info["sizes"]

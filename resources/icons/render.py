"""Render mindseye.svg to PNG, ICO and ICNS: `python render.py [--out DIR]`."""

from __future__ import annotations

import argparse
import io
import os
import struct
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
# Apple's names for the sizes; those at 2x share pixels with the next size up.
ICNS_KINDS = (
    ("icp4", 16), ("icp5", 32), ("ic07", 128), ("ic08", 256), ("ic09", 512), ("ic10", 1024),
    ("ic11", 32), ("ic12", 64), ("ic13", 256), ("ic14", 512),
)  # fmt: skip


def rasterize(drawing: Path, size: int) -> bytes:
    """The drawing as a PNG of size by size pixels.

    Raises OSError when Qt cannot read the drawing.
    """
    reader = QImageReader(str(drawing))
    reader.setScaledSize(QSize(size, size))
    image = reader.read()
    if image.isNull():
        raise OSError(f"{drawing}: {reader.errorString()}")
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    # Pillow packs the same pixels tighter, and writes no date into the file.
    packed = io.BytesIO()
    Image.open(io.BytesIO(data.data())).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon holding PNG pictures by size."""
    # Made by hand: each size keeps its own rendering instead of a reduction of the largest.
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    table = b""
    for size, data in pictures.items():
        side = size % 256
        table += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return head + table + b"".join(pictures.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """A macOS icon holding PNG pictures by size."""
    body = b""
    for kind, size in ICNS_KINDS:
        data = pictures[size]
        body += kind.encode() + struct.pack(">I", len(data) + 8) + data
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> None:
    """Write the icon in each form beside the drawing, or elsewhere."""
    here = Path(__file__).parent
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=here, help="folder to write to")
    out: Path = parser.parse_args().out
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    drawing = here / "mindseye.svg"
    sizes = sorted({*ICO_SIZES, *(size for _, size in ICNS_KINDS)})
    pictures = {size: rasterize(drawing, size) for size in sizes}
    out.mkdir(parents=True, exist_ok=True)
    (out / "mindseye-256.png").write_bytes(pictures[256])
    (out / "mindseye-512.png").write_bytes(pictures[512])
    (out / "mindseye.ico").write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))
    (out / "mindseye.icns").write_bytes(icns(pictures))
    application.quit()


if __name__ == "__main__":
    main()

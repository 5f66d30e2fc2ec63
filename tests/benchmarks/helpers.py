"""What decoding in a process of its own costs a photo, against decoding in a thread.

Everything the pipeline makes of a file is counted: decoding, thumbnail, the network's square. CPU seconds are
those of this process and of the decoding process together.
"""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image

from mindseye import imaging
from mindseye.decoding import Decoder
from tests.benchmarks.frame import CannotMeasureError, Figure, recorded_data

_SHORTEST = 341
_NETWORK = 224

Decode = Callable[..., imaging.Picture]


def measure(*, photos: int = 60, rounds: int = 5) -> Iterator[Figure]:
    """CPU milliseconds a photo, in turns, for ordinary photographs of two sizes and for rare formats."""
    paths = sorted((recorded_data() / "unsplash" / "photos").iterdir())[:photos]
    small = [path.read_bytes() for path in paths]
    large = [_enlarged(data) for data in small[: photos // 3]]
    sets = {
        "720-pixel JPEG": small,
        "12-megapixel JPEG": large,
        "12-megapixel TIFF": [_as(data, "TIFF") for data in large[:4]],
        "12-megapixel AVIF": [_as(data, "AVIF") for data in large[:4]],
    }
    odd = recorded_data() / "odd-files"
    sets["12-megapixel HEIC"] = [(odd / "heic" / "IMG_2682.heic").read_bytes()]
    sets["camera raw (DNG, 4 MB)"] = [(odd / "raw" / "colorchart.dng").read_bytes()]
    decoder = Decoder()
    began = time.perf_counter()
    decoder.decode(small[0], shortest=_SHORTEST)
    yield Figure("until the first picture of a new process", time.perf_counter() - began, "s")
    for name, files in sets.items():
        here, there = [], []
        for _ in range(rounds):
            here.append(_cpu(imaging.decode, files))
            there.append(_cpu(decoder.decode, files))
        yield Figure(f"{name}, in a thread", statistics.median(here) * 1e3, "ms CPU")
        yield Figure(f"{name}, in a process", statistics.median(there) * 1e3, "ms CPU")
        ratios = [process / thread for process, thread in zip(there, here, strict=True)]
        yield Figure(f"{name}, process against thread", statistics.median(ratios), "times")
    decoder.close()


def _cpu(decode: Decode, files: list[bytes]) -> float:
    """CPU seconds a photo, children included."""
    before = _spent()
    for data in files:
        pixels = decode(data, shortest=_SHORTEST).pixels
        imaging.encode_thumbnail(pixels)
        imaging.square_pixels(pixels, _NETWORK)
    return (_spent() - before) / len(files)


def _spent() -> float:
    """CPU seconds of this process and of the living ones that it started (Linux)."""
    ticks = os.sysconf("SC_CLK_TCK")
    listed = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    children = [pid for file in listed for pid in file.read_text(encoding="ascii").split()]
    if not Path("/proc/self/stat").exists():
        raise CannotMeasureError("this system does not tell a process's time in /proc")
    total = time.process_time()
    for pid in children:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        total += (int(fields[11]) + int(fields[12])) / ticks
    return total


def _enlarged(data: bytes) -> bytes:
    return _saved(Image.open(BytesIO(data)).convert("RGB").resize((4000, 3000)), "JPEG", quality=88)


def _as(data: bytes, kind: str) -> bytes:
    return _saved(Image.open(BytesIO(data)), kind)


def _saved(picture: Image.Image, kind: str, **options: int) -> bytes:
    output = BytesIO()
    picture.save(output, kind, **options)
    return output.getvalue()

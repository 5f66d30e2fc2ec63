"""Memory while large photographs are indexed with the model that ships: it must not grow."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from tests.benchmarks.frame import CannotMeasureError, Figure

_SIZES = ((4000, 3000), (6000, 4000), (7360, 4912), (8660, 5774))
"""12, 24, 36 and 50 megapixels."""

_SAMPLE_SECONDS = 0.25


def measure(*, photos: int = 5_000) -> Iterator[Figure]:
    """Samples the memory of ``mindseye index`` and its helpers."""
    if not Path("/proc").is_dir():
        raise CannotMeasureError("this system does not tell processes' memory in /proc")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_photos(folder / "photos", photos)
        home = {"MINDSEYE_HOME": str(folder / "home")}
        command = [sys.executable, "-m", "mindseye", "index", str(folder / "photos")]
        began = time.perf_counter()
        with subprocess.Popen(
            command, env=os.environ | home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as running:
            samples = []
            while running.poll() is None:
                samples.append(_resident_mib(running.pid))
                time.sleep(_SAMPLE_SECONDS)
        assert running.returncode == 0
        took = time.perf_counter() - began
    quarters = np.array_split(np.array(samples), 4)
    second, last = float(np.max(quarters[1])), float(np.max(quarters[3]))
    yield Figure(f"{photos:,} photos of 12 to 50 megapixels", photos / took, "photos/s")
    yield Figure("highest in the second quarter", second, "MiB")
    yield Figure("highest in the last quarter", last, "MiB")
    yield Figure("last against second quarter", last / second, "times", aim=1.1)


def _write_photos(folder: Path, count: int) -> None:
    """Smooth pictures, each another content by some bytes behind its end, which decoders pass over."""
    folder.mkdir()
    originals = []
    for number, (width, height) in enumerate(_SIZES):
        across = np.linspace(0, 255, width, dtype=np.float32)[None, :, None]
        down = np.linspace(0, 255, height, dtype=np.float32)[:, None, None]
        pixels = (across * [1, 0.5, 0.2] + down * [0.1, 0.4, 0.7]).clip(0, 255).astype(np.uint8)
        path = folder.parent / f"{number}.jpg"
        Image.fromarray(pixels).save(path, quality=60)
        originals.append(path.read_bytes())
        path.unlink()
    for number in range(count):
        content = originals[number % len(originals)] + number.to_bytes(8, "big")
        (folder / f"{number:05}.jpg").write_bytes(content)


def _resident_mib(pid: int) -> float:
    """Of a process and its children."""
    total = 0.0
    for each in (pid, *_children(pid)):
        try:
            lines = Path(f"/proc/{each}/status").read_text(encoding="ascii").splitlines()
        except OSError:
            continue  # it ended
        total += sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
    return total


def _children(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []

"""What a pass holds in memory has a ceiling, however many large pictures wait and threads decode."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from tests.support.fake_model import write_fake_model

from mindseye.indexing.careful import FILE_BYTES, PIXEL_BYTES

PASS = """
import resource, sys
from pathlib import Path
from mindseye.clip import ModelManifest
from mindseye.indexing import run
from mindseye.library import Library
from mindseye.operations.watched_folders import add_folders
from tests.support.fake_model import FakeSession

run.usable_cores = lambda: 8
home = Path(sys.argv[1])

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

with Library.open(home / "library", ModelManifest.load(home / "model"), load_session=FakeSession) as library:
    add_folders(library, [home / "small"])
    library.indexer.index()
    before = peak()
    add_folders(library, [home / "large"])
    print(library.indexer.index().embedded, peak() - before)
"""

ALLOWANCE = 96 * 1024**2
"""For what scaled pictures, batches and the allocator take besides."""


def run_pass(home: Path) -> tuple[int, int]:
    """Photos embedded, and bytes that the peak grew by for the large ones."""
    write_fake_model(home / "model")
    (home / "small").mkdir()
    Image.new("RGB", (96, 64), "red").save(home / "small" / "a.png")
    told = subprocess.run(
        [sys.executable, "-c", PASS, str(home)], check=True, timeout=110, capture_output=True, text=True
    ).stdout.split()
    return int(told[0]), int(told[1])


def write_copies(folder: Path, whole: bytes, suffix: str, count: int) -> None:
    """Files with the same picture and other bytes behind its end."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}{suffix}").write_bytes(whole + bytes([number]))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory otherwise")
def test_pixels_that_are_being_decoded_have_a_ceiling(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    Image.new("RGB", (5000, 4000), (200, 30, 30)).save(path, compress_level=1)
    write_copies(tmp_path / "large", path.read_bytes(), ".png", 10)
    embedded, grown = run_pass(tmp_path)
    assert embedded == 10
    assert grown < PIXEL_BYTES + ALLOWANCE


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory otherwise")
def test_files_that_were_read_have_a_ceiling(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    Image.new("RGB", (96, 64), (30, 200, 40)).save(path)
    # As a phone appends its film to the photo.
    write_copies(tmp_path / "large", path.read_bytes() + bytes(60 * 1024**2), ".jpg", 9)
    embedded, grown = run_pass(tmp_path)
    assert embedded == 9
    assert grown < FILE_BYTES + ALLOWANCE

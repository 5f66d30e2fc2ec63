"""Disks that are small, full or read-only, for real; and libraries on them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from mindseye import paths
from mindseye.clip import ModelManifest
from mindseye.library import Library
from tests.e2e.conftest import Program
from tests.support.counting import CountingLoader

Open = Callable[[Path], Library]
Mounting = Callable[[int], AbstractContextManager["SmallDisk"]]


class SmallDisk:
    """A file system of a few megabytes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._filler = path / "filler"

    @property
    def free(self) -> int:
        return shutil.disk_usage(self.path).free

    def fill(self, *, leave: int = 0) -> None:
        """Takes all the room but ``leave`` bytes."""
        self.make_room()
        with self._filler.open("wb", buffering=0) as file:
            block = b"\0" * 4096
            try:
                while self.free > leave:
                    file.write(block)
            except OSError:
                return

    def make_room(self) -> None:
        """Gives the room back."""
        self._filler.unlink(missing_ok=True)

    def set_read_only(self, read_only: bool) -> None:
        """Mounts it as read-only media, or back."""
        _mount("-o", f"remount,{'ro' if read_only else 'rw'}", str(self.path))


def _mount(*arguments: str) -> None:
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"file systems cannot be mounted here ({done.stderr.strip()})")


@contextmanager
def _small_disk(path: Path, megabytes: int) -> Iterator[SmallDisk]:
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only the superuser of a Linux can mount a small file system")
    path.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(path))
    try:
        yield SmallDisk(path)
    finally:
        subprocess.run(["umount", "-l", str(path)], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk of 8 MB."""
    with _small_disk(tmp_path / "disk", 8) as mounted:
        yield mounted


@pytest.fixture
def open_at(manifest: ModelManifest, loader: CountingLoader) -> Open:
    """Opens a library in a folder; the test closes it."""
    return lambda directory: Library.open(directory, manifest, load_session=loader)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program as it is in this checkout."""
    return Program(tmp_path / "home")


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample pictures that ship with the program."""
    return paths.resource("samples", "pictures")

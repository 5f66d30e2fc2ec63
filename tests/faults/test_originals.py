"""Originals are never written: not a byte, not a time, not by whatever is done with a library."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mindseye.__main__ import main as mindseye
from tests.support.pictures import write_pictures

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGING = frozenset(
    {
        "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.setxattr",
        "os.removexattr", "os.symlink", "os.truncate", "os.utime", "shutil.move", "shutil.rmtree",
    }
)  # fmt: skip


class Guard:
    """Hears what this process does to files below a folder; the hook stays, but hears nothing later."""

    def __init__(self, folder: Path) -> None:
        self._prefix = os.fspath(folder)
        self.heard: list[str] = []
        self.on = True
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.on:
            return
        if event == "open":
            path, mode, flags = arguments
            writes = isinstance(flags, int) and flags & _WRITING
            if writes and isinstance(path, str | bytes) and self._is_below(path):
                self.heard.append(f"open {path!r} {mode}")
        elif event in _CHANGING:
            below = [each for each in arguments if isinstance(each, str | bytes) and self._is_below(each)]
            if below:
                self.heard.append(f"{event} {below}")

    def _is_below(self, path: str | bytes) -> bool:
        return os.fsdecode(path).startswith(self._prefix)


def facts(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """The bytes, mode and time of everything below a folder."""
    return {
        str(path.relative_to(folder)): (
            path.read_bytes() if path.is_file() else b"", path.stat().st_mode, path.stat().st_mtime_ns
        )
        for path in sorted(folder.rglob("*"))
    }  # fmt: skip


@pytest.fixture
def guard(tmp_path: Path, samples: Path) -> Iterator[Guard]:
    """A folder of pictures, good ones, broken ones, and a sidecar."""
    photos = tmp_path / "photos"
    for sample in sorted(samples.glob("*.jpg"))[:6]:
        photos.mkdir(exist_ok=True)
        shutil.copyfile(sample, photos / sample.name)
    write_pictures(photos / "more", 3, suffix=".png")
    write_pictures(photos / "more", 2, suffix=".tif", seed=30)
    (photos / "broken.jpg").write_bytes(b"\xff\xd8\xff and no more")
    (photos / "more" / "000-red.xmp").write_text("no packet", encoding="utf-8")
    made = Guard(photos)
    yield made
    made.on = False


def test_whatever_is_done_with_a_library(guard: Guard, tmp_path: Path) -> None:
    photos, library = tmp_path / "photos", tmp_path / "library"
    before = facts(photos)
    picture = str(next(iter(photos.glob("*.jpg"))))
    for command in (
        ["index", str(photos)],
        ["search", "a mountain"],
        ["search", f'picture:"{picture}"'],
        ["tags", picture],
        ["label", str(photos), "--tag", "Places/Norway", "--rating", "4"],
        ["tags"],
        ["xmp", "preview", str(photos)],
        ["userdata", "export", str(tmp_path / "said.json")],
        ["export", "a mountain", "--less-likely", "--to", str(tmp_path / "copies")],
        ["duplicates"],
        ["undo"],
        ["redo"],
        ["index", str(photos)],
        ["doctor"],
    ):
        assert mindseye([*command, "--library", str(library)]) == 0, command
    assert list((tmp_path / "copies").iterdir())
    assert guard.heard == []
    assert facts(photos) == before

"""A sealed file is whole, or is known not to be."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindseye.vectors import checked_file
from mindseye.vectors.checked_file import sealed_count, write_sealed

CONTENT = bytes(range(256)) * 20


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies, in a folder that is not there yet."""
    return tmp_path / "index" / "space.usearch"


def write(path: Path, content: bytes = CONTENT, count: int = 42) -> None:
    write_sealed(path, lambda temporary: temporary.write_bytes(content) and None, count=count)


def test_a_whole_file_tells_its_count(path: Path) -> None:
    write(path)
    assert sealed_count(path) == 42
    assert path.read_bytes().startswith(CONTENT)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_is_sealed_may_be_empty(path: Path) -> None:
    write(path, b"", 0)
    assert sealed_count(path) == 0


def test_a_missing_file_and_one_that_was_never_sealed_are_not_whole(path: Path) -> None:
    assert sealed_count(path) is None
    path.parent.mkdir()
    for content in (b"", b"short", CONTENT):
        path.write_bytes(content)
        assert sealed_count(path) is None


@pytest.mark.parametrize("left", [0, 1, 28, 29, 30, 1000, len(CONTENT), len(CONTENT) + 28])
def test_a_file_that_was_cut_is_not_whole(path: Path, left: int) -> None:
    write(path)
    os.truncate(path, left)
    assert sealed_count(path) is None


def test_a_file_that_was_added_to_is_not_whole(path: Path) -> None:
    write(path)
    with path.open("ab") as file:
        file.write(b"\0")
    assert sealed_count(path) is None


def test_a_file_of_several_chunks_is_read_to_its_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked_file, "_CHUNK", 1000)
    write(path)
    assert sealed_count(path) == 42
    with path.open("r+b") as file:
        file.seek(len(CONTENT) - 1)
        file.write(b"\0")
    assert sealed_count(path) is None


@given(position=st.integers(0, len(CONTENT) - 1), bit=st.integers(0, 7))
def test_a_bit_that_flipped_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, position: int, bit: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "flipped.usearch"
    write(path)
    content = bytearray(path.read_bytes())
    content[position] ^= 1 << bit
    path.write_bytes(content)
    assert sealed_count(path) is None


def test_a_write_that_fails_leaves_the_old_file(path: Path) -> None:
    write(path)

    def fail(temporary: Path) -> None:
        temporary.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_sealed(path, fail, count=7)
    assert sealed_count(path) == 42
    write(path, b"new", 8)
    assert sealed_count(path) == 8
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_data_is_on_the_disk_before_the_name_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    original = Path.replace
    monkeypatch.setattr(checked_file.os, "fsync", lambda descriptor: steps.append("sync"))

    def replace(self: Path, target: Path) -> Path:
        steps.append("rename")
        return original(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    write(path)
    assert steps == ["sync", "rename", "sync"]

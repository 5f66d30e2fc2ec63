"""A sealed file is whole, or is known not to be."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindseye.vectors import checked_file
from mindseye.vectors.checked_file import Seal, SealedFile, write_sealed

CONTENT = bytes(range(256)) * 20
SEALED_LENGTH = len(CONTENT) + 16 + 69
"""With one checksum and the seal."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies, in a folder that is not there yet."""
    return tmp_path / "index" / "space.usearch"


def write(path: Path, content: bytes = CONTENT, count: int = 42) -> None:
    write_sealed(path, lambda temporary: temporary.write_bytes(content) and None, Seal(count))


def sealed_count(path: Path) -> int | None:
    """The count in the seal of a file that is there and whole."""
    sealed = SealedFile(path)
    return sealed.seal.count if sealed.seal is not None and sealed.is_whole() else None


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


@pytest.mark.parametrize("left", [0, 1, 28, 29, 30, 1000, len(CONTENT), len(CONTENT) + 28, -1])
def test_a_file_that_was_cut_is_not_whole(path: Path, left: int) -> None:
    write(path)
    os.truncate(path, left % path.stat().st_size)
    assert sealed_count(path) is None


def test_a_file_that_was_added_to_is_not_whole(path: Path) -> None:
    write(path)
    with path.open("ab") as file:
        file.write(b"\0")
    assert sealed_count(path) is None


def test_a_file_of_several_chunks_is_read_to_its_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked_file, "_PIECE", 1000)
    write(path)
    assert sealed_count(path) == 42
    with path.open("r+b") as file:
        file.seek(len(CONTENT) - 1)
        file.write(b"\0")
    assert sealed_count(path) is None


def test_a_part_of_a_file_can_be_checked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked_file, "_PIECE", 1000)
    write(path)
    with path.open("r+b") as file:
        file.seek(2500)
        file.write(b"xyz")
    sealed = SealedFile(path)
    assert sealed.seal is not None
    assert sealed.is_whole(0, 2000)
    assert sealed.is_whole(3000)
    assert not sealed.is_whole(2999)
    assert not sealed.is_whole(0, 2001)
    assert not sealed.is_whole()


def test_a_seal_tells_what_was_written_with_it(path: Path) -> None:
    seal = Seal(7, bytes(range(16)), sequence=2**40, churn=5)
    write_sealed(path, lambda temporary: temporary.write_bytes(CONTENT) and None, seal)
    assert SealedFile(path).seal == seal
    assert SealedFile(path).length == len(CONTENT)


@given(position=st.integers(0, SEALED_LENGTH - 1), bit=st.integers(0, 7))
def test_a_bit_that_flipped_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, position: int, bit: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "flipped.usearch"
    write(path)
    content = bytearray(path.read_bytes())
    assert len(content) == SEALED_LENGTH
    content[position] ^= 1 << bit
    path.write_bytes(content)
    assert sealed_count(path) is None


def test_a_write_that_fails_leaves_the_old_file(path: Path) -> None:
    write(path)

    def fail(temporary: Path) -> None:
        temporary.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_sealed(path, fail, Seal(7))
    assert [each.name for each in path.parent.iterdir()] == [path.name]
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

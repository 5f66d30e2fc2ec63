"""A file read in place does not stay in the process's memory for ever."""

import sys
from pathlib import Path

import pytest

from mindseye.vectors import mapped_file
from mindseye.vectors.mapped_file import MappedFile

MIB = 1 << 20


def touch(mapped: MappedFile) -> int:
    """Reads a byte of each page."""
    return sum(mapped.memory[at] for at in range(0, len(mapped.memory), 4096))


def resident() -> int:
    """Bytes of files in this process's memory."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssFile"))


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large"
    path.write_bytes(bytes([7]) * (48 * MIB))
    return path


def wait(mapped: MappedFile) -> None:
    """Until nothing is about to be let go of."""
    while (timer := mapped._timer) is not None:
        timer.join()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells and lets go")
def test_pages_are_let_go_of_when_they_became_many(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapped_file, "PAGES_KEPT", 16 * MIB)
    mapped = MappedFile(large)
    before = resident()
    mapped.memory[: 8 * MIB]
    mapped.keep_small()
    assert resident() >= before + 6 * MIB  # few are kept
    for _ in range(3):
        assert touch(mapped) == 7 * 48 * MIB // 4096
        assert resident() >= before + 40 * MIB
        mapped.keep_small()
        assert resident() < before + 16 * MIB
    mapped.memory[: 8 * MIB]
    mapped.let_go()
    assert resident() < before + 4 * MIB
    assert mapped._timer is None
    mapped.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells and lets go")
def test_searches_in_a_row_do_not_pay_for_a_file_that_is_read_whole(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapped_file, "QUIET_SECONDS", 3600.0)
    mapped = MappedFile(large, whole=True)
    before = resident()
    for _ in range(3):
        touch(mapped)
        mapped.keep_small()
    assert resident() >= before + 40 * MIB
    mapped.close()  # waits for nothing


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells and lets go")
def test_all_of_a_file_that_is_read_whole_goes_when_all_is_quiet(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapped_file, "QUIET_SECONDS", 0.05)
    whole = MappedFile(large, whole=True)
    before = resident()
    touch(whole)
    whole.keep_small()
    wait(whole)
    assert resident() < before + 8 * MIB
    whole.close()


def test_a_small_file_is_never_let_go_of(large: Path) -> None:
    mapped = MappedFile(large)
    touch(mapped)
    mapped.keep_small()
    assert mapped._timer is None
    mapped.close()


def test_an_empty_or_missing_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(ValueError, match="empty"):
        MappedFile(tmp_path / "empty")
    with pytest.raises(FileNotFoundError):
        MappedFile(tmp_path / "missing")

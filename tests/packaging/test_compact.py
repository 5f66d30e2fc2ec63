"""Libraries without holes: smaller, and the loader takes them as before."""

import ctypes
import importlib
import struct
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def compact() -> ModuleType:
    return importlib.import_module("compact")


def openmp() -> Path:
    """The library of threads in a wheel, with two megabytes of nothing in it."""
    files = distribution("numkong").files or ()
    found = [Path(file.locate()) for file in files if "libgomp" in file.name]
    if sys.platform != "linux" or not found or found[0].read_bytes()[18:20] != struct.pack("<H", 62):
        pytest.skip("wheels for Linux on x86-64 are at hand")
    return found[0]


def loaded_segments(library: bytes) -> list[tuple[int, bytes]]:
    table, count = struct.unpack_from("<Q", library, 32)[0], struct.unpack_from("<H", library, 56)[0]
    segments = [struct.unpack_from("<IIQQQQQQ", library, table + 56 * each) for each in range(count)]
    return [(each[3], library[each[2] : each[2] + each[5]]) for each in segments if each[0] == 1]


def test_holes_go_and_every_loaded_byte_stays(compact: ModuleType) -> None:
    library = openmp().read_bytes()
    made = compact.compacted(library)
    assert len(made) < len(library) / 4
    # The table of segments lies in the first of them, and is what was changed.
    before, after = loaded_segments(library), loaded_segments(made)
    assert [address for address, _ in before] == [address for address, _ in after]
    table_end = 64 + 56 * struct.unpack_from("<H", library, 56)[0]
    for (_, old), (_, new) in zip(before, after, strict=True):
        start = table_end if old.startswith(b"\x7fELF") else 0
        assert old[start:] == new[start:]
    assert compact.compacted(made) == made


def test_what_came_of_it_can_be_loaded_and_called(compact: ModuleType, tmp_path: Path) -> None:
    target = tmp_path / "deeper" / "libgomp.so.1"
    compact.write_compacted(openmp(), target)
    program = f"import ctypes; print(ctypes.CDLL({str(target)!r}).omp_get_num_procs())"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(done.stdout) == ctypes.CDLL(str(openmp())).omp_get_num_procs() >= 1


def test_tools_still_read_what_a_library_needs(compact: ModuleType, tmp_path: Path) -> None:
    compact.write_compacted(openmp(), tmp_path / "libgomp.so.1")

    def needed(library: Path) -> set[str]:
        done = subprocess.run(["objdump", "-p", library], capture_output=True, text=True, check=True)
        return {line.split()[1] for line in done.stdout.splitlines() if line.split()[:1] == ["NEEDED"]}

    assert needed(tmp_path / "libgomp.so.1") == needed(openmp()) != set()


def test_other_files_are_left_as_they_are(compact: ModuleType) -> None:
    for library in (b"\xcf\xfa\xed\xfe" + bytes(100), b"\x7fELF\x02\x01" + bytes(100)):
        assert compact.compacted(library) == library

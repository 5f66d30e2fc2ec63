"""The data of ICU: what is read comes out again, and only what Qt needs stays."""

import importlib
import struct
from types import ModuleType

import pytest

HEAD = struct.pack("<HBB", 32, 0xDA, 0x27) + b"\x14\0\0\0\0\0\2\0CmnD\1\0\0\0\3\0\0\0"


@pytest.fixture
def icu() -> ModuleType:
    return importlib.import_module("icu_data")


@pytest.fixture
def package(icu: ModuleType) -> bytes:
    contents = {
        "icudt73l/brkitr/cjdict.dict": b"c" * 50,
        "icudt73l/brkitr/word.brk": b"w" * 33,
        "icudt73l/coll/sv.res": b"s" * 20,
        "icudt73l/coll/ucadata.icu": b"u" * 16,
        "icudt73l/curr/de.res": b"d" * 7,
        "icudt73l/de.res": b"d" * 9,
        "icudt73l/ibm-37_P100-1995.cnv": b"i" * 11,
        "icudt73l/root.res": b"r" * 5,
        "icudt73l/unames.icu": b"n" * 64,
    }
    return bytes(icu.with_items(HEAD.ljust(32, b"\0"), contents))


def test_items_are_found_again(icu: ModuleType, package: bytes) -> None:
    found = icu.items(package)
    assert len(found) == 9
    assert found["icudt73l/coll/sv.res"].rstrip(b"\0") == b"s" * 20
    assert found["icudt73l/unames.icu"] == b"n" * 64


def test_languages_can_still_be_compared(icu: ModuleType, package: bytes) -> None:
    kept = icu.items(icu.trimmed(package))
    assert [name.partition("/")[2] for name in kept] == [
        "brkitr/word.brk", "coll/sv.res", "coll/ucadata.icu", "root.res",
    ]  # fmt: skip
    assert kept["icudt73l/coll/ucadata.icu"] == b"u" * 16


def test_every_item_lies_at_a_multiple_of_sixteen(icu: ModuleType, package: bytes) -> None:
    contents = icu.trimmed(package)[32:]
    (count,) = struct.unpack_from("<I", contents)
    assert all(struct.unpack_from("<I", contents, 8 + 8 * number)[0] % 16 == 0 for number in range(count))


def test_the_package_is_found_in_a_library(icu: ModuleType, package: bytes) -> None:
    assert icu.package_in(b"\x7fELF" + bytes(4092) + package) == package
    with pytest.raises(ValueError, match="no ICU data"):
        icu.package_in(b"\x7fELF" + bytes(4092))

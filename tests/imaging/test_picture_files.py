"""Names and identity: which files are pictures, and which are the same picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindseye.imaging import PICTURE_SUFFIXES, RAW_SUFFIXES, content_hash, is_picture_name


@pytest.mark.parametrize(
    "name",
    ["a.jpg", "A.JPG", "holiday.Jpeg", "x.heic", "x.HIF", "a.b.webp", "IMG_1.CR3", "d/e.dng"],
)
def test_pictures(name: str) -> None:
    assert is_picture_name(name)


@pytest.mark.parametrize("name", ["", "jpg", ".jpg", "a.txt", "a.xmp", "a.jpg.xmp", "a.mp4", "a.ico"])
def test_other_files(name: str) -> None:
    assert not is_picture_name(name)


def test_suffixes_are_written_one_way() -> None:
    assert RAW_SUFFIXES < PICTURE_SUFFIXES
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in PICTURE_SUFFIXES)


def test_the_hash_is_the_published_one() -> None:
    # From the xxHash repository's sanity checks: XXH3-128 of nothing, seed nought.
    assert content_hash(b"").hex() == "99aa06d3014798d86001c324468d497f"


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_the_hash_tells_contents_apart(one: bytes, other: bytes) -> None:
    assert len(content_hash(one)) == 16
    assert (content_hash(one) == content_hash(other)) == (one == other)

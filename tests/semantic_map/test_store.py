"""A map on disk: whole or not at all."""

from pathlib import Path

import numpy as np
import pytest

from mindseye.errors import CatalogError
from mindseye.semantic_map import StoredMap, load_map, save_map


@pytest.fixture
def made() -> StoredMap:
    ids = np.array([3, 5, 9], np.int64)
    return StoredMap(ids, np.array([[0, 1], [2, 3], [4, 5]], np.float32), laid_out=2)


def test_a_map_comes_back_as_it_was(made: StoredMap, tmp_path: Path) -> None:
    path = tmp_path / "index" / "space.map.npz"
    save_map(path, made)
    found = load_map(path)
    assert found is not None
    np.testing.assert_array_equal(found.ids, made.ids)
    np.testing.assert_array_equal(found.places, made.places)
    assert found.laid_out == 2
    assert [each.name for each in path.parent.iterdir()] == ["space.map.npz"]


def test_a_missing_or_damaged_map_is_none(made: StoredMap, tmp_path: Path) -> None:
    path = tmp_path / "space.map.npz"
    assert load_map(path) is None
    save_map(path, made)
    whole = path.read_bytes()
    for length in (0, 1, 10, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:length])
        assert load_map(path) is None
    for at in range(0, len(whole), 7):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        found = load_map(path)
        assert found is None or np.isfinite(found.places).all()


def test_what_cannot_be_a_map_is_none(made: StoredMap, tmp_path: Path) -> None:
    path = tmp_path / "space.map.npz"
    for ids, places in (
        (made.ids[::-1], made.places),
        (made.ids, made.places[:2]),
        (made.ids, np.full((3, 2), np.nan, np.float32)),
        (made.ids.astype(np.int32), made.places),
    ):
        save_map(path, StoredMap(ids, places, 3))  # type: ignore[arg-type]
        assert load_map(path) is None
    np.savez(path, format=0, ids=made.ids, places=made.places, laid_out=3)
    assert load_map(path) is None


def test_where_it_cannot_be_written_the_sentence_says_so(made: StoredMap, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CatalogError, match=r"space\.map\.npz cannot be written"):
        save_map(tmp_path / "file" / "space.map.npz", made)

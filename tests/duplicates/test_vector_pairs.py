"""Pairs by vector: what comparing each with each finds, where fingerprints or times agree."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from mindseye.duplicates.vector_pairs import ALIKE, taken_together, very_alike
from mindseye.vectors import VectorIndex

COUNT = 900


@pytest.fixture
def vectors() -> NDArray[np.float32]:
    """In bunches as photos are; every third has a neighbour near the border."""
    random = np.random.default_rng(5)
    bunches = random.standard_normal((30, 64))
    found = bunches[random.integers(0, 30, COUNT)] + 0.7 * random.standard_normal((COUNT, 64))
    found[1::3] = found[::3] + 0.33 * random.standard_normal((COUNT // 3, 64))
    return (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float16).astype(np.float32)


@pytest.fixture
def index(tmp_path: Path, vectors: NDArray[np.float32]) -> VectorIndex:
    index = VectorIndex(tmp_path / "index.usearch", dimension=64)
    ids = 5 + 2 * np.arange(COUNT, dtype=np.int64)
    index.add(ids, vectors.astype(np.float16))
    return index


def pairs_of(found: object) -> set[tuple[int, int]]:
    return set(zip(found.left.tolist(), found.right.tolist(), strict=True))  # type: ignore[attr-defined]


def never(left: NDArray[np.int64], _right: NDArray[np.int64]) -> NDArray[np.bool_]:
    return np.zeros(len(left), np.bool_)


def test_nearly_all_near_pairs_are_found_and_no_others(
    index: VectorIndex, vectors: NDArray[np.float32]
) -> None:
    ids = index.ids()
    found = pairs_of(very_alike(index, ids, np.zeros((COUNT, 32), np.uint8), never))
    cosines = vectors @ vectors.T
    exact = {(a, b) for a, b in np.argwhere(cosines >= ALIKE).tolist() if a < b}
    assert 100 < len(exact) < 2 * COUNT
    assert found <= {(a, b) for a, b in np.argwhere(cosines >= ALIKE - 1e-3).tolist() if a < b}
    assert len(found & exact) >= 0.97 * len(exact)


def test_other_fingerprints_part_a_pair_unless_both_were_taken_in_one_go(
    index: VectorIndex, vectors: NDArray[np.float32]
) -> None:
    ids = index.ids()
    bits = np.random.default_rng(1).integers(0, 256, (COUNT, 32), dtype=np.uint8)
    bits[:300] = 0  # these look the same
    times: dict[int, tuple[float, str | None]] = {
        int(photo_id): (1_000.0 * (place // 3), "X-T3" if place % 9 else None)
        for place, photo_id in enumerate(ids)
    }
    found = pairs_of(very_alike(index, ids, bits, taken_together(times, 10)))
    beyond = {pair for pair in found if pair[1] >= 300}
    assert len(found) > len(beyond) > 50
    assert all(a // 3 == b // 3 and a % 9 and b % 9 for a, b in beyond)


def test_photos_without_a_vector_and_small_libraries_are_no_trouble(
    index: VectorIndex, tmp_path: Path
) -> None:
    index.remove(np.arange(0, 400, dtype=np.int64))
    ids = 5 + 2 * np.arange(COUNT, dtype=np.int64)
    bits = np.zeros((COUNT, 32), np.uint8)
    assert min(min(pair) for pair in pairs_of(very_alike(index, ids, bits, never))) >= 198
    for few in (0, 1, 2):
        assert not pairs_of(very_alike(index, ids[-few:] if few else ids[:0], bits[:few], never)) - {(0, 1)}
    empty = VectorIndex(tmp_path / "other.usearch", dimension=64)
    assert not pairs_of(very_alike(empty, ids, bits, never))


def test_it_tells_how_far_it_is(index: VectorIndex) -> None:
    shares: list[float] = []
    very_alike(index, index.ids(), np.zeros((COUNT, 32), np.uint8), never, shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert 0.9 < shares[-1] < 1

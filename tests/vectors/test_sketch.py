"""Searches by the codes beside a large index file find what comparing everything would, come what may."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from mindseye.errors import CatalogError
from mindseye.vectors import (
    Neighbours,
    VectorIndex,
    crop_keys,
    index,
    mapped_file,
    photos_of,
    sketch,
    sketch_file,
    store,
)

DIMENSION = 48
COUNT = 6000


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets few vectors be many, and codes hold a part of each."""
    monkeypatch.setattr(store, "EXACT_UP_TO", 100)
    monkeypatch.setattr(sketch, "COMPONENTS", 24)
    monkeypatch.setattr(sketch, "_CHUNK", 500)
    monkeypatch.setattr(index, "_READ_INSTEAD", 50)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the index lies."""
    return tmp_path / "space.usearch"


def clustered(count: int, *, seed: int = 0) -> NDArray[np.float16]:
    """Vectors in clusters about one side of the sphere, most of their differences in a few directions."""
    dice = np.random.default_rng(seed)
    strength = 0.88 ** np.arange(DIMENSION)
    centres = np.random.default_rng(1).normal(size=(40, DIMENSION)) * strength
    values = (
        2.0 + centres[dice.integers(0, 40, count)] + 0.4 * dice.normal(size=(count, DIMENSION)) * strength
    )
    return (values / np.linalg.norm(values, axis=1, keepdims=True)).astype(np.float16)


def apart(count: int) -> NDArray[np.float32]:
    """Directions that lie apart from all vectors, as those of words do."""
    values = np.random.default_rng(9).normal(size=(count, DIMENSION))
    values -= values.mean(axis=1, keepdims=True)
    return (values / np.linalg.norm(values, axis=1, keepdims=True)).astype(np.float32)


def made(path: Path, count: int = COUNT) -> tuple[VectorIndex, NDArray[np.int64], NDArray[np.float16]]:
    """An index of which all lies in the file, with its codes."""
    opened = VectorIndex(path, dimension=DIMENSION)
    ids, vectors = np.arange(count, dtype=np.int64) * 3 + 1, clustered(count)
    opened.add(ids, vectors)
    opened.save()
    assert not opened.has_codes
    assert opened.make_codes()
    assert opened.has_codes
    return opened, ids, vectors


def share_found(
    found: Neighbours, keys: NDArray[np.int64], vectors: NDArray[np.float16], direction: NDArray[np.float32]
) -> float:
    """Of the best that comparing everything gives, the share that was found; all scores must be true."""
    scores: dict[int, float] = {}
    cosines = vectors.astype(np.float32) @ direction
    for photo, score in zip(photos_of(keys).tolist(), cosines.tolist(), strict=True):
        scores[photo] = max(score, scores.get(photo, -2.0))
    np.testing.assert_allclose(found.scores, [scores[each] for each in found.ids.tolist()], atol=2e-3)
    assert (np.diff(found.scores) <= 0).all()
    assert len(set(found.ids.tolist())) == len(found.ids)
    line = sorted(scores.values(), reverse=True)[len(found.ids) - 1]
    return float(np.mean([scores[each] >= line - 1e-3 for each in found.ids.tolist()]))


def test_words_find_what_comparing_everything_does(path: Path) -> None:
    opened, ids, vectors = made(path)
    for count in (1, 50, 100):
        shares = [
            share_found(opened.search(direction, count), ids, vectors, direction) for direction in apart(20)
        ]
        assert np.mean(shares) >= 0.99
    assert len(opened.search(apart(1)[0], COUNT + 5).ids) == COUNT
    opened.close()


@pytest.mark.parametrize("share", [0.005, 0.1, 0.6])
def test_a_filter_is_searched_by_codes_too(path: Path, share: float) -> None:
    opened, ids, vectors = made(path)
    owners = ids[::7]
    crops = clustered(len(owners), seed=4)
    opened.add(crop_keys(owners, np.ones_like(owners)), crops)
    opened.remove(ids[5::50])
    keys = np.concatenate([np.delete(ids, np.s_[5::50]), crop_keys(owners, np.ones_like(owners))])
    stored = np.concatenate([np.delete(vectors, np.s_[5::50], axis=0), crops])
    for saved in (False, True):
        if saved:
            opened.save()
            opened.make_codes()
        within = np.sort(np.random.default_rng(2).choice(ids, int(share * len(ids)), replace=False))
        inside = np.isin(photos_of(keys), within)
        shares = []
        for direction in apart(10):
            found = opened.search_within(direction, within, 25)
            assert len(found.ids) == 25
            assert np.isin(found.ids, within).all()
            shares.append(share_found(found, keys[inside], stored[inside], direction))
        assert np.mean(shares) >= 0.99
    everything = opened.search_within(apart(1)[0], within, 10 * COUNT)
    assert sorted(everything.ids.tolist()) == sorted(set(photos_of(keys[inside]).tolist()))
    opened.close()


def test_what_came_and_went_since_is_known(path: Path) -> None:
    opened, ids, vectors = made(path)
    direction = apart(1)[0]
    best = opened.search(direction, 100).ids
    opened.remove(best)
    left = ~np.isin(ids, best)
    found = opened.search(direction, 100)
    assert not np.isin(found.ids, best).any()
    assert share_found(found, ids[left], vectors[left], direction) >= 0.99
    again = np.arange(COUNT // 2, dtype=np.int64) * 3 + 1
    others = clustered(len(again), seed=8)  # replaced, or back with another vector
    opened.add(again, others)
    opened.add(np.array([2]), direction[np.newaxis].astype(np.float16))
    gone = best[~np.isin(best, again)]
    keys = np.setdiff1d(ids, gone)
    now = vectors[(keys - 1) // 3].copy()
    now[np.isin(keys, again)] = others[np.searchsorted(again, keys[np.isin(keys, again)])]
    found = opened.search(direction, 100)
    assert found.ids[0] == 2
    everything = np.append(keys, 2), np.concatenate([now, direction[np.newaxis].astype(np.float16)])
    assert share_found(found, *everything, direction) >= 0.99
    opened.close()


def test_codes_are_used_again_after_opening_and_made_once(path: Path) -> None:
    made(path)[0].close()
    before = sketch_file(path).stat().st_mtime_ns
    opened = VectorIndex(path, dimension=DIMENSION)
    assert opened.has_codes
    assert not opened.make_codes()
    assert not opened.make_codes()
    assert sketch_file(path).stat().st_mtime_ns == before
    opened.close()


def test_a_search_after_letting_go_finds_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapped_file, "QUIET_SECONDS", 0.0)
    opened, ids, vectors = made(path)
    direction = apart(1)[0]
    before = opened.search(direction, 50)
    for _ in range(200):
        after = opened.search(direction, 50)
        assert after.ids.tolist() == before.ids.tolist()
    assert share_found(after, ids, vectors, direction) >= 0.98
    opened.close()


def test_few_vectors_have_no_codes(path: Path) -> None:
    opened = VectorIndex(path, dimension=DIMENSION)
    opened.add(np.arange(100), clustered(100))
    assert not opened.make_codes()
    opened.save()
    assert not opened.make_codes()
    assert not sketch_file(path).exists()
    opened.close()


def test_codes_of_another_file_are_not_used(path: Path) -> None:
    opened, ids, vectors = made(path)
    old = sketch_file(path).read_bytes()
    opened.remove(ids[:1000])
    opened.save()
    assert not opened.has_codes
    direction = apart(1)[0]
    assert not np.isin(opened.search(direction, 50).ids, ids[:1000]).any()
    opened.close()
    opened = VectorIndex(path, dimension=DIMENSION)
    assert not opened.has_codes
    assert opened.make_codes()
    assert sketch_file(path).read_bytes() != old
    assert share_found(opened.search(direction, 50), ids[1000:], vectors[1000:], direction) >= 0.98
    opened.close()


def test_lost_codes_are_made_again(path: Path) -> None:
    opened, ids, vectors = made(path)
    opened.close()
    sketch_file(path).unlink()
    opened = VectorIndex(path, dimension=DIMENSION)
    assert not opened.has_codes
    assert len(opened.search(apart(1)[0], 50).ids) == 50
    assert opened.make_codes()
    direction = apart(1)[0]
    assert share_found(opened.search(direction, 50), ids, vectors, direction) >= 0.98
    opened.close()


@pytest.mark.parametrize("length", [0, 10, 5000, -1])
def test_codes_cut_short_are_not_used(path: Path, length: int) -> None:
    made(path)[0].close()
    whole = sketch_file(path).read_bytes()
    sketch_file(path).write_bytes(whole[:length])
    opened = VectorIndex(path, dimension=DIMENSION)
    assert not opened.has_codes
    assert opened.make_codes()
    opened.close()


def test_damaged_codes_make_no_wrong_results_and_are_made_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mindseye.vectors.checked_file._PIECE", 1000)
    opened, ids, vectors = made(path)
    opened.close()
    whole = sketch_file(path).read_bytes()
    codes = 4 * DIMENSION * sketch.COMPONENTS + 8 * COUNT
    dice = np.random.default_rng(6)
    for _ in range(20):
        changed = bytearray(whole)
        place = int(dice.integers(0, codes))
        changed[place] ^= 1 << (place % 8)
        sketch_file(path).write_bytes(changed)
        opened = VectorIndex(path, dimension=DIMENSION)
        assert not opened.has_codes, place
        opened.close()
    changed = bytearray(whole)
    changed[codes + 10_000 : codes + 30_000] = dice.bytes(20_000)
    sketch_file(path).write_bytes(changed)
    opened = VectorIndex(path, dimension=DIMENSION)
    assert opened.has_codes  # what they say is compared exactly, so they can be read through later
    direction = apart(1)[0]
    share_found(opened.search(direction, 50), ids, vectors, direction)
    assert opened.make_codes()
    assert sketch_file(path).read_bytes() == whole
    assert share_found(opened.search(direction, 50), ids, vectors, direction) >= 0.98
    opened.close()


def test_searches_go_on_when_codes_cannot_be_written(path: Path) -> None:
    sketch_file(path).with_suffix(".part").mkdir()
    opened = VectorIndex(path, dimension=DIMENSION)
    opened.add(np.arange(COUNT), clustered(COUNT))
    opened.save()
    with pytest.raises(CatalogError, match="searches go on"):
        opened.make_codes()
    assert len(opened.search(apart(1)[0], 50).ids) == 50
    assert not opened.make_codes()  # told once
    sketch_file(path).with_suffix(".part").rmdir()
    opened.remove(np.array([1]))
    opened.save()
    assert opened.make_codes()
    opened.close()


def test_codes_that_another_process_made_are_taken_over(path: Path) -> None:
    opened, ids, _ = made(path)
    other = VectorIndex(path, dimension=DIMENSION)
    other.remove(ids[:500])
    other.save()
    other.make_codes()
    assert opened.follow_file()
    assert opened.has_codes
    assert not np.isin(opened.search(apart(1)[0], 100).ids, ids[:500]).any()
    other.remove(ids[500:900])
    other.save()
    assert opened.follow_file()
    assert not opened.has_codes
    other.make_codes()
    assert not opened.make_codes()
    assert opened.has_codes
    opened.close()
    other.close()


def test_equal_vectors_have_codes(path: Path) -> None:
    opened = VectorIndex(path, dimension=DIMENSION)
    opened.add(np.arange(COUNT), np.repeat(clustered(1), COUNT, axis=0))
    opened.save()
    assert opened.make_codes()
    assert len(opened.search(apart(1)[0], 50).ids) == 50
    assert len(opened.search(np.zeros(DIMENSION, np.float32), 50).ids) == 50
    opened.close()

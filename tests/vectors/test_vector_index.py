"""The index gives what comparing every vector would give, and outlives sessions, damage and full disks."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from mindseye.errors import CatalogError
from mindseye.vectors import VectorIndex, crop_keys, index, store

DIMENSION = 24


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the index lies."""
    return tmp_path / "index" / "space.usearch"


@pytest.fixture
def empty(path: Path) -> Iterator[VectorIndex]:
    """An index without vectors."""
    opened = VectorIndex(path, dimension=DIMENSION)
    yield opened
    opened.close()


def unit_vectors(count: int, *, seed: int = 0) -> NDArray[np.float16]:
    values = np.random.default_rng(seed).normal(size=(count, DIMENSION))
    return (values / np.linalg.norm(values, axis=1, keepdims=True)).astype(np.float16)


def filled(path: Path, count: int = 200) -> tuple[VectorIndex, NDArray[np.int64], NDArray[np.float16]]:
    opened = VectorIndex(path, dimension=DIMENSION)
    ids, vectors = np.arange(count, dtype=np.int64) * 3 + 1, unit_vectors(count)
    opened.add(ids, vectors)
    return opened, ids, vectors


def saved(path: Path, count: int = 200) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
    opened, ids, vectors = filled(path, count)
    opened.save()
    opened.close()
    return ids, vectors


def assert_exact(opened: VectorIndex, ids: NDArray[np.int64], vectors: NDArray[np.float16]) -> None:
    """The index holds just these vectors and ranks them as numpy does."""
    assert opened.ids().tolist() == sorted(ids.tolist())
    assert len(opened) == len(ids)
    for direction in unit_vectors(5, seed=99).astype(np.float32):
        scores = dict(zip(ids.tolist(), (vectors.astype(np.float32) @ direction).tolist(), strict=True))
        found = opened.search(direction, len(ids) + 10)
        assert sorted(found.ids.tolist()) == sorted(ids.tolist())
        np.testing.assert_allclose(found.scores, [scores[each] for each in found.ids.tolist()], atol=2e-3)
        assert (np.diff(found.scores) <= 0).all()


def test_an_empty_index_finds_nothing(empty: VectorIndex) -> None:
    found = empty.search(np.ones(DIMENSION, np.float32), 5)
    assert (found.ids.shape, found.ids.dtype) == ((0,), np.int64)
    assert (found.scores.shape, found.scores.dtype) == ((0,), np.float32)
    assert len(empty) == 0
    assert empty.ids().tolist() == []
    assert empty.sample().shape == (0, DIMENSION)
    assert not empty.was_damaged


def test_a_search_ranks_as_comparing_every_vector_does(path: Path) -> None:
    opened, ids, vectors = filled(path)
    assert_exact(opened, ids, vectors)
    opened.close()


def test_a_search_gives_as_many_as_were_asked_for(path: Path) -> None:
    opened, _, vectors = filled(path)
    direction = vectors[17].astype(np.float32)
    assert opened.search(direction, 1).ids.tolist() == [17 * 3 + 1]
    assert opened.search(direction, 7).ids.shape == (7,)
    assert opened.search(direction, 0).ids.shape == (0,)
    opened.close()


@pytest.mark.parametrize("length", [0.05, 40.0])
def test_the_length_of_a_direction_does_not_matter(path: Path, length: float) -> None:
    opened, ids, vectors = filled(path)
    direction = vectors[3].astype(np.float32)
    scores = vectors.astype(np.float32) @ direction
    found = opened.search(direction * length, len(ids))
    np.testing.assert_allclose(found.scores, np.sort(scores)[::-1], atol=2e-3)
    assert found.ids[0] == ids[3]
    opened.close()


def test_removed_vectors_are_not_found(path: Path) -> None:
    opened, ids, vectors = filled(path)
    opened.remove(ids[::3])
    keep = np.ones(len(ids), bool)
    keep[::3] = False
    assert_exact(opened, ids[keep], vectors[keep])
    opened.remove(np.array([5, 6, 999_999]))
    opened.remove(np.empty(0, np.int64))
    assert_exact(opened, ids[keep], vectors[keep])
    opened.close()


def test_a_vector_that_is_added_again_is_replaced(path: Path) -> None:
    opened, ids, vectors = filled(path)
    changed = unit_vectors(len(ids), seed=7)
    opened.add(ids[:50], changed[:50])
    assert_exact(opened, ids, np.concatenate([changed[:50], vectors[50:]]))
    opened.close()


def test_an_index_can_be_emptied_and_filled_again(path: Path) -> None:
    opened, ids, vectors = filled(path)
    opened.remove(ids)
    assert len(opened) == 0
    assert opened.search(np.ones(DIMENSION, np.float32), 5).ids.shape == (0,)
    opened.add(ids[:10], vectors[:10])
    assert_exact(opened, ids[:10], vectors[:10])
    opened.close()


def test_large_ids_come_back(empty: VectorIndex) -> None:
    ids = np.array([2**40, 2**48 - 1], np.int64)
    empty.add(ids, unit_vectors(2))
    assert empty.ids().tolist() == ids.tolist()


def test_a_saved_index_comes_back_and_can_be_changed(path: Path) -> None:
    ids, vectors = saved(path)
    opened = VectorIndex(path, dimension=DIMENSION)
    assert not opened.was_damaged
    assert_exact(opened, ids, vectors)
    opened.remove(ids[:20])
    opened.add(np.array([1_000_000]), vectors[:1])
    opened.save()
    opened.close()
    again = VectorIndex(path, dimension=DIMENSION)
    assert_exact(again, np.append(ids[20:], 1_000_000), np.concatenate([vectors[20:], vectors[:1]]))
    again.close()


def test_an_index_that_did_not_change_is_not_written(path: Path) -> None:
    saved(path)
    before = path.stat().st_mtime_ns, path.stat().st_ino
    opened = VectorIndex(path, dimension=DIMENSION)
    opened.search(np.ones(DIMENSION, np.float32), 5)
    opened.remove(np.array([2]))
    opened.add(np.empty(0, np.int64), np.empty((0, DIMENSION), np.float16))
    opened.save()
    opened.close()
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_an_open_index_outlives_the_replacement_of_its_file(path: Path) -> None:
    ids, vectors = saved(path)
    opened = VectorIndex(path, dimension=DIMENSION)
    saved(path, count=3)
    assert_exact(opened, ids, vectors)
    opened.close()


@pytest.mark.parametrize(
    "damage", ["cut", "flipped", "emptied", "zeroed", "zeros in the middle", "overwritten"]
)
def test_a_damaged_file_gives_an_empty_index_that_says_so(path: Path, damage: str) -> None:
    ids, vectors = saved(path)
    content = bytearray(path.read_bytes())
    match damage:
        case "cut":
            del content[len(content) // 2 :]
        case "flipped":
            content[len(content) // 2] ^= 4
        case "emptied":
            content.clear()
        case "zeroed":
            content[:] = bytes(len(content))
        case "zeros in the middle":  # as a power cut leaves blocks that never reached the disk
            content[len(content) // 3 : len(content) // 2] = bytes(len(content) // 2 - len(content) // 3)
        case "overwritten":
            content[:] = os.urandom(len(content))
    path.write_bytes(content)
    opened = VectorIndex(path, dimension=DIMENSION)
    assert opened.was_damaged
    assert len(opened) == 0
    opened.add(ids, vectors)
    assert_exact(opened, ids, vectors)
    opened.save()
    opened.close()
    mended = VectorIndex(path, dimension=DIMENSION)
    assert not mended.was_damaged
    assert len(mended) == len(ids)
    mended.close()


def test_an_index_of_another_dimension_counts_as_damaged(path: Path) -> None:
    saved(path)
    opened = VectorIndex(path, dimension=DIMENSION * 2)
    assert opened.was_damaged
    assert len(opened) == 0
    opened.close()


def test_a_disk_that_fails_while_saving_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids, vectors = saved(path)
    opened = VectorIndex(path, dimension=DIMENSION)
    opened.add(np.array([2]), vectors[:1])

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("mindseye.vectors.checked_file.os.fsync", full)
        with pytest.raises(CatalogError, match="cannot be written") as caught:
            opened.save()
    assert caught.value.path == path
    old = VectorIndex(path, dimension=DIMENSION)
    assert_exact(old, ids, vectors)
    old.close()
    opened.save()
    opened.close()
    new = VectorIndex(path, dimension=DIMENSION)
    assert len(new) == len(ids) + 1
    new.close()


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "index").touch()
    opened, _, _ = filled(tmp_path / "index" / "space.usearch")
    with pytest.raises(CatalogError, match="cannot be written"):
        opened.save()
    opened.close()


def test_a_write_of_the_index_library_that_fails_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "space.usearch"
    (tmp_path / "space.part").mkdir()
    opened, _, _ = filled(path)
    with pytest.raises(CatalogError, match="cannot be written"):
        opened.save()
    assert not path.exists()
    opened.close()


def test_the_graph_finds_nearly_all_that_an_exact_search_would(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "EXACT_UP_TO", 100)
    ids, vectors = saved(path, 3000)
    opened = VectorIndex(path, dimension=DIMENSION)
    opened.remove(ids[::10])
    left = np.flatnonzero(np.arange(len(ids)) % 10)
    found, wanted = 0, 0
    for direction in unit_vectors(20, seed=5).astype(np.float32):
        scores = vectors[left].astype(np.float32) @ direction
        best = set(ids[left][np.argsort(-scores)[:50]].tolist())
        found += len(best & set(opened.search(direction, 50).ids.tolist()))
        wanted += 50
    assert found / wanted >= 0.95
    assert not set(opened.search(direction, 2700).ids.tolist()) & set(ids[::10].tolist())
    opened.close()


def test_the_sample_is_all_of_a_small_index(path: Path) -> None:
    opened, _, vectors = filled(path)
    sample = opened.sample()
    assert (sample.shape, sample.dtype) == (vectors.shape, np.float32)
    np.testing.assert_allclose(np.sort(sample[:, 0]), np.sort(vectors[:, 0].astype(np.float32)), atol=2e-3)
    np.testing.assert_allclose(np.linalg.norm(sample, axis=1), 1, atol=1e-6)
    opened.close()


def test_the_sample_of_a_large_index_is_bounded_and_stays_until_a_change(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "SAMPLE_SIZE", 50)
    opened, _, vectors = filled(path)
    sample = opened.sample()
    assert sample.shape == (50, DIMENSION)
    assert opened.sample() is sample
    opened.add(np.array([2]), vectors[:1])
    assert opened.sample() is not sample
    opened.close()


@pytest.mark.timeout(30)
def test_searching_while_vectors_are_added_and_saved_is_safe(path: Path) -> None:
    ids, vectors = saved(path, 300)
    opened = VectorIndex(path, dimension=DIMENSION)
    failures: list[BaseException] = []
    stop = threading.Event()

    def search() -> None:
        try:
            while not stop.is_set():
                found = opened.search(vectors[0].astype(np.float32), 5)
                assert found.ids[0] == ids[0]
                assert opened.sample().shape[1] == DIMENSION
        except BaseException as error:  # noqa: BLE001 - the test tells it
            failures.append(error)

    threads = [threading.Thread(target=search) for _ in range(2)]
    for thread in threads:
        thread.start()
    more = unit_vectors(320, seed=3)
    for number in range(20):
        part = slice(number * 16, number * 16 + 16)
        opened.add(np.arange(10_000, 10_320)[part], more[part])
        opened.save()
        opened.remove(np.arange(10_000, 10_320)[part][:4])
    stop.set()
    for thread in threads:
        thread.join()
    assert not failures
    assert len(opened) == 300 + 320 - 80
    opened.close()


def with_crops(path: Path) -> tuple[VectorIndex, NDArray[np.int64], NDArray[np.float16]]:
    """An index in which every third photo has three extra crops."""
    opened, ids, vectors = filled(path, 90)
    owners = np.repeat(ids[::3], 3)
    crops = unit_vectors(len(owners), seed=5)
    opened.add(crop_keys(owners, np.tile(np.arange(1, 4), len(ids[::3]))), crops)
    return opened, np.concatenate([ids, owners]), np.concatenate([vectors, crops])


def test_a_photo_with_extra_crops_is_found_once_by_its_best_one(path: Path) -> None:
    opened, owners, vectors = with_crops(path)
    assert len(opened) == 90
    assert opened.ids().tolist() == sorted(set(owners.tolist()))
    assert len(opened.keys()) == 180
    for direction in unit_vectors(5, seed=99).astype(np.float32):
        best: dict[int, float] = {}
        for owner, score in zip(owners.tolist(), (vectors @ direction).tolist(), strict=True):
            best[owner] = max(best.get(owner, -1.0), score)
        for count in (1, 10, 60, 90, 500):
            found = opened.search(direction, count)
            expected = sorted(best.values(), reverse=True)[:count]
            assert len(set(found.ids.tolist())) == len(found.ids) == min(count, 90)
            np.testing.assert_allclose(found.scores, expected, atol=2e-3)
    opened.close()


def test_the_vectors_of_a_photo_are_its_middle_and_its_crops(path: Path) -> None:
    opened, owners, vectors = with_crops(path)
    ids, found = opened.vectors(np.array([1, 4, 999], dtype=np.int64))
    assert sorted(ids.tolist()) == [1, 1, 1, 1, 4]
    np.testing.assert_allclose(
        np.sort(found[ids == 1], axis=0), np.sort(vectors[owners == 1].astype(np.float32), axis=0), atol=2e-3
    )
    opened.remove(crop_keys(np.array([1, 1, 1]), np.array([1, 2, 3])))
    assert opened.vectors(np.array([1], dtype=np.int64))[0].tolist() == [1]
    opened.close()

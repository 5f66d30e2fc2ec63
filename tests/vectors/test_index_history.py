"""Whatever is done to an index in whatever order, it holds and finds what a dictionary would."""

import shutil
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from numpy.typing import NDArray

from mindseye.vectors import VectorIndex, crop_keys, photos_of, store

DIMENSION = 8
KEYS = st.lists(st.integers(1, 30), min_size=1, max_size=8, unique=True)


def vectors_for(count: int, seed: int) -> NDArray[np.float16]:
    values = np.random.default_rng(seed).normal(size=(count, DIMENSION))
    return (values / np.linalg.norm(values, axis=1, keepdims=True)).astype(np.float16)


class IndexHistory(RuleBasedStateMachine):
    """Adds, removes, saves, kills, opens; one other process may write the same file."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "space.usearch"
        self.index = VectorIndex(self.path, dimension=DIMENSION)
        self.held: dict[int, NDArray[np.float16]] = {}
        self.in_file: dict[int, NDArray[np.float16]] = {}

    @initialize(seed=st.integers(0, 99))
    def begin(self, seed: int) -> None:
        self.add(list(range(1, 25)), 0, seed)
        self.save()

    @rule(keys=KEYS, crop=st.integers(0, 1), seed=st.integers(0, 99))
    def add(self, keys: list[int], crop: int, seed: int) -> None:
        full = crop_keys(np.array(keys, np.int64), np.full(len(keys), crop, np.int64))
        vectors = vectors_for(len(keys), seed)
        self.index.add(full, vectors)
        self.held |= dict(zip(full.tolist(), vectors, strict=True))

    @rule(keys=KEYS, crop=st.integers(0, 1))
    def remove(self, keys: list[int], crop: int) -> None:
        full = crop_keys(np.array(keys, np.int64), np.full(len(keys), crop, np.int64))
        self.index.remove(full)
        for key in full.tolist():
            self.held.pop(key, None)

    @rule()
    def save(self) -> None:
        self.index.save()
        self.in_file = dict(self.held)

    @rule()
    def kill_and_open(self) -> None:
        self.index.close()
        self.index = VectorIndex(self.path, dimension=DIMENSION)
        self.held = dict(self.in_file)
        assert not self.index.was_damaged

    @rule(keys=KEYS, seed=st.integers(0, 99))
    def another_process_writes(self, keys: list[int], seed: int) -> None:
        other = VectorIndex(self.path, dimension=DIMENSION)
        vectors = vectors_for(len(keys), seed)
        other.add(np.array(keys, np.int64), vectors)
        other.save()
        other.close()
        self.in_file |= dict(zip(keys, vectors, strict=True))
        assert self.index.follow_file()
        assert not self.index.follow_file()
        self.held = dict(self.in_file)

    @invariant()
    def holds_what_it_should(self) -> None:
        keys = np.array(list(self.held), np.int64)
        assert sorted(self.index.keys().tolist()) == sorted(self.held)
        assert len(self.index) == len(self.index.ids()) == sum(key < 1 << 48 for key in self.held)
        if not len(keys):
            return
        stored = np.stack(list(self.held.values()))
        assert self.index.holds(keys, stored).all()
        direction = vectors_for(1, 1000)[0].astype(np.float32)
        best: dict[int, float] = {}
        for photo, score in zip(
            photos_of(keys).tolist(), (stored.astype(np.float32) @ direction).tolist(), strict=True
        ):
            best[photo] = max(score, best.get(photo, -2))
        for count in (1, 5, 100):
            found = self.index.search(direction, count)
            wanted = sorted(best.values(), reverse=True)[:count]
            np.testing.assert_allclose(found.scores, wanted, atol=4e-3)
            np.testing.assert_allclose([best[each] for each in found.ids.tolist()], wanted, atol=4e-3)

    def teardown(self) -> None:
        self.index.close()
        shutil.rmtree(self.folder)


TestIndexHistory = IndexHistory.TestCase
TestIndexHistory.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)


@pytest.mark.soak
class TestIndexHistoryLong(IndexHistory.TestCase):  # type: ignore[name-defined,misc]
    settings = settings(max_examples=3000, stateful_step_count=50, deadline=None)


def saved(path: Path, count: int) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
    keys, vectors = np.arange(1, count + 1, dtype=np.int64), vectors_for(count, 1)
    opened = VectorIndex(path, dimension=DIMENSION)
    opened.add(keys, vectors)
    opened.save()
    opened.close()
    return keys, vectors


def test_what_changes_while_the_file_is_written_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "space.usearch"
    _, vectors = saved(path, 100)
    opened = VectorIndex(path, dimension=DIMENSION)
    other = vectors_for(4, 7)
    opened.add(np.array([101, 102, 103]), other[:3])
    opened.remove(np.array([1]))
    original = store.write_sealed

    def meanwhile(*arguments: object) -> None:
        opened.remove(np.array([2, 101]))
        opened.add(np.array([102, 1]), other[[3, 0]])
        assert len(opened.search(vectors[5].astype(np.float32), 3).ids) == 3
        original(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(store, "write_sealed", meanwhile)
        opened.save()
    expected = set(range(1, 104)) - {2, 101}
    assert set(opened.keys().tolist()) == expected
    assert opened.holds(np.array([102, 1, 103]), other[[3, 0, 2]]).all()
    assert opened.save()
    opened.close()
    again = VectorIndex(path, dimension=DIMENSION)
    assert set(again.keys().tolist()) == expected
    assert again.holds(np.array([102, 1, 103]), other[[3, 0, 2]]).all()
    again.close()


def test_a_graph_that_lost_many_is_built_anew(tmp_path: Path) -> None:
    path = tmp_path / "space.usearch"
    keys, vectors = saved(path, 200)
    churns = []
    for start in range(0, 100, 20):
        opened = VectorIndex(path, dimension=DIMENSION)
        opened.remove(keys[start : start + 20])
        opened.save()
        churns.append(opened._churn)
        opened.close()
    assert churns == [20, 40, 0, 20, 0]
    left = VectorIndex(path, dimension=DIMENSION)
    assert left.holds(keys[100:], vectors[100:]).all()
    assert len(left) == 100
    left.close()


def test_a_large_file_is_checked_where_it_matters_at_once_and_wholly_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_WHOLE_AT_ONCE", 0)
    monkeypatch.setattr("mindseye.vectors.checked_file._PIECE", 1000)
    path = tmp_path / "space.usearch"
    keys, vectors = saved(path, 400)
    opened = VectorIndex(path, dimension=DIMENSION)
    assert opened.check()
    opened.close()
    whole = path.read_bytes()
    in_vectors, in_graph = 8 + 200 * DIMENSION * 2, 8 + 400 * DIMENSION * 2 + 3000

    path.write_bytes(flipped(whole, in_graph))
    opened = VectorIndex(path, dimension=DIMENSION)
    assert opened.was_damaged
    assert len(opened) == 0
    opened.close()

    path.write_bytes(flipped(whole, in_vectors))
    opened = VectorIndex(path, dimension=DIMENSION)
    opened.add(np.array([500]), vectors[:1])
    assert not opened.was_damaged
    assert len(opened) == 401
    assert not opened.check()
    assert opened.was_damaged
    assert not opened.in_step
    assert opened.keys().tolist() == [500]
    assert opened.check()  # told once
    assert not opened.follow_file()
    opened.add(keys, vectors)
    opened.save()
    opened.close()
    mended = VectorIndex(path, dimension=DIMENSION)
    assert mended.check()
    assert len(mended) == 401
    mended.close()


def test_a_file_that_another_process_replaced_is_no_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_WHOLE_AT_ONCE", 0)
    path = tmp_path / "space.usearch"
    saved(path, 50)
    opened = VectorIndex(path, dimension=DIMENSION)
    path.unlink()
    saved(path, 60)
    assert opened.check()
    assert len(opened) == 50
    opened.close()


def flipped(content: bytes, position: int) -> bytes:
    changed = bytearray(content)
    changed[position] ^= 1 << (position % 8)
    return bytes(changed)


@pytest.mark.parametrize("times", [60, pytest.param(5000, marks=pytest.mark.soak)])
def test_no_flipped_bit_anywhere_is_overlooked(tmp_path: Path, times: int) -> None:
    path = tmp_path / "space.usearch"
    saved(path, 300)
    whole = path.read_bytes()
    for position in np.random.default_rng(3).integers(0, len(whole), times).tolist():
        path.write_bytes(flipped(whole, position))
        opened = VectorIndex(path, dimension=DIMENSION)
        assert opened.was_damaged, position
        assert len(opened) == 0
        opened.close()


def test_writing_that_failed_is_not_tried_again_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "CHANGES_KEPT", 10)
    (tmp_path / "index").touch()
    opened = VectorIndex(tmp_path / "index" / "space.usearch", dimension=DIMENSION)
    vectors = vectors_for(40, 0)
    for number in range(9):
        opened.add(np.array([number]), vectors[number : number + 1])
    assert not opened.crowded
    opened.add(np.array([9]), vectors[9:10])
    assert opened.crowded
    with pytest.raises(store.CatalogError, match="cannot be written"):
        opened.save()
    assert not opened.crowded
    opened.add(np.arange(10, 20), vectors[10:20])
    assert opened.crowded
    assert len(opened) == 20
    opened.close()

"""The crowds of a map and what they are called."""

import numpy as np
from numpy.typing import NDArray
from tests.semantic_map.sources import Source, crowds_of

from mindseye.semantic_map import Words, lay_out, name_regions, reduce
from mindseye.semantic_map.regions import crowds

DIMENSION = 24


def words_for(vectors: NDArray[np.float32], crowd: NDArray[np.int64], *, nonsense: int = 60) -> Words:
    """A word that fits each crowd, and many that fit none."""
    fitting = [vectors[crowd == number].mean(axis=0) for number in range(int(crowd.max()) + 1)]
    random = np.random.default_rng(5).normal(size=(nonsense, vectors.shape[1])) / 5 + vectors.mean(axis=0)
    both = np.concatenate([np.stack(fitting), random])
    unit = both / np.linalg.norm(both, axis=1, keepdims=True)
    names = [f"crowd {number}" for number in range(len(fitting))] + [f"word {n}" for n in range(nonsense)]
    return Words(names, unit.astype(np.float32))


def test_each_heap_is_a_crowd_of_its_own() -> None:
    random = np.random.default_rng(0)
    heaps = random.permutation(np.repeat(np.arange(5), 60))
    middles = np.array([[0, 0], [10, 0], [0, 10], [10, 10], [5, 5]])
    places = (middles[heaps] + random.normal(scale=0.5, size=(300, 2))).astype(np.float32)
    found = crowds(places, 0.055)
    assert found.max() == 4
    for number in range(5):
        assert len(np.unique(found[heaps == number])) == 1


def test_finer_levels_have_at_least_as_many_crowds() -> None:
    places = np.random.default_rng(0).normal(size=(2_000, 2)).astype(np.float32)
    counts = [int(crowds(places, blur).max()) + 1 for blur in (0.1, 0.05, 0.02)]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_one_photo_and_photos_at_one_place_are_one_crowd() -> None:
    assert crowds(np.zeros((1, 2), np.float32), 0.05).tolist() == [0]
    assert set(crowds(np.ones((9, 2), np.float32), 0.05).tolist()) == {0}


def test_a_crowd_is_called_by_the_word_that_fits_it() -> None:
    vectors, crowd = crowds_of([80, 70, 60, 50, 40])
    source = Source(vectors)
    places = lay_out(reduce(source, source.ids).points)
    regions = name_regions(source, source.ids, places, words_for(vectors, crowd))
    coarse = [region for region in regions if region.level == 0]
    assert {region.name for region in coarse} == {f"crowd {number}" for number in range(5)}
    assert [region.photos for region in coarse] == sorted((r.photos for r in coarse), reverse=True)
    for region in regions:
        nearest = ((places - (region.x, region.y)) ** 2).sum(axis=1).argmin()
        assert region.name == f"crowd {crowd[nearest]}"


def test_nothing_is_named_where_no_word_stands_out() -> None:
    vectors, crowd = crowds_of([80, 70, 60, 50, 40])
    source = Source(vectors)
    places = lay_out(reduce(source, source.ids).points)
    words = words_for(vectors, crowd)
    nonsense = Words(words.names[5:], words.vectors[5:])
    random_places = np.random.default_rng(3).normal(size=places.shape).astype(np.float32)
    assert name_regions(source, source.ids, random_places, words) == []
    assert len(name_regions(source, source.ids, places, nonsense)) <= 1


def test_a_word_is_given_once_on_a_level() -> None:
    vectors, crowd = crowds_of([60] * 8)
    source = Source(vectors)
    # Two heaps of one crowd.
    places = np.stack([crowd * 10.0, np.arange(len(crowd)) % 2 * 10.0], axis=1).astype(np.float32)
    regions = name_regions(source, source.ids, places, words_for(vectors, crowd))
    for level in range(3):
        names = [region.name for region in regions if region.level == level]
        assert len(names) == len(set(names))
    assert {region.name for region in regions} == {f"crowd {number}" for number in range(8)}


def test_too_few_photos_and_no_words_give_no_names() -> None:
    vectors, crowd = crowds_of([4, 3])
    source = Source(vectors)
    assert name_regions(source, source.ids, vectors[:, :2], words_for(vectors, crowd)) == []
    vectors, _ = crowds_of([40, 30])
    source = Source(vectors)
    nothing = Words([], np.empty((0, DIMENSION), np.float32))
    assert name_regions(source, source.ids, vectors[:, :2], nothing) == []

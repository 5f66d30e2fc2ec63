"""Names for the crowds of a map: the everyday word that their photos resemble more than the library does."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mindseye.semantic_map.components import Checkpoint, Ids, Points, VectorSource, chunks
from mindseye.semantic_map.regions import BLURS, crowds

STANDS_OUT = 1.5
"""Standard deviations by which a crowd must resemble a word more than the library does to be called by it."""

OF_POSSIBLE = 0.8
"""The same as a part of what is possible: one deviation for a word that half of a library shows."""

NEXT_BEST = 0.8
"""A word that a clearer crowd has taken is replaced by the next one that reaches this part of it."""

SMALLEST = 4
"""Photos of a crowd that gets a name, at least."""

_SAMPLE = 2_000


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Words with what a model makes of them."""

    names: Sequence[str]
    vectors: NDArray[np.float32]
    """[words, dimension], in the space of the photos"""


@dataclass(frozen=True, slots=True)
class Region:
    """A crowd of the map with its name."""

    name: str
    x: float
    y: float
    """The middle of it, a place where photos are."""
    photos: int
    level: int
    """0 for the coarsest."""
    clearness: float
    """By how many standard deviations it resembles the word more than the library does."""


def name_regions(
    source: VectorSource,
    ids: Ids,
    places: Points,
    words: Words,
    *,
    checkpoint: Checkpoint = lambda _: None,
) -> list[Region]:
    """The crowds for which a word stands out, coarse ones first and of each level the largest first.

    A word's mean over all words is taken off it, as searching does (``search/bank``). A crowd is called by
    the word that its mean resembles most, counted in the standard deviations of that word over the library;
    on each level a word is given once, to the crowd that it fits best.

    Args:
        source: where the vectors of the photos are.
        ids: photo ids [n], ascending.
        places: theirs on the map [n, 2].
        words: what may be a name.
        checkpoint: told how far it is.
    """
    if len(ids) < 2 * SMALLEST or not len(words.names):
        return []
    levels = [crowds(places, blur) for blur in BLURS]
    sums = [np.zeros((int(level.max()) + 1, words.vectors.shape[1]), np.float64) for level in levels]
    sizes = [np.zeros(len(each), np.int64) for each in sums]
    every = max(len(ids) // _SAMPLE, 1)
    sample: list[NDArray[np.float32]] = []
    done = 0
    for there, vectors in chunks(source, ids):
        checkpoint(done / len(ids))
        done += len(there)
        sample.append(vectors[::every])
        rows = np.searchsorted(ids, there)
        for level, total, size in zip(levels, sums, sizes, strict=True):
            order = np.argsort(level[rows], kind="stable")
            numbers, first = np.unique(level[rows][order], return_index=True)
            total[numbers] += np.add.reduceat(vectors[order], first, axis=0)
            size[numbers] += np.diff(np.append(first, len(order)))
    directions = words.vectors - words.vectors.mean(axis=0)
    directions /= np.maximum(np.linalg.norm(directions, axis=1, keepdims=True), 1e-6)
    scores = np.concatenate(sample) @ directions.T
    mean, deviation = scores.mean(axis=0), np.maximum(scores.std(axis=0), 1e-6)
    found: list[Region] = []
    for number, (level, total, size) in enumerate(zip(levels, sums, sizes, strict=True)):
        means = total / np.maximum(size, 1)[:, np.newaxis]
        clearness = ((means @ directions.T) - mean) / deviation
        clearness[size < SMALLEST] = -np.inf
        for crowd, word in _given(clearness, size):
            x, y = _middle(places[level == crowd])
            name, clear = words.names[word], float(clearness[crowd, word])
            found.append(Region(name, x, y, int(size[crowd]), number, clear))
    return sorted(found, key=lambda region: (region.level, -region.photos))


def _given(clearness: NDArray[np.float64], sizes: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Which crowd gets which word, of how clear words are for crowds [crowds, words] of sizes [crowds].

    The best of many words stands out a little from any few photos; more than that is asked for.
    """
    given: list[tuple[int, int]] = []
    taken: set[int] = set()
    best = clearness.max(axis=1)
    share = np.clip(sizes / max(int(sizes.sum()), 1), 1e-6, 1 - 1e-6)
    by_chance = np.sqrt(2 * np.log(max(clearness.shape[1], 2)) / np.maximum(sizes, 1))
    possible = np.sqrt((1 - share) / share)
    stands_out = np.maximum(np.minimum(STANDS_OUT + by_chance, OF_POSSIBLE * possible), by_chance)
    for crowd in np.argsort(-best, kind="stable"):
        enough = max(stands_out[crowd], NEXT_BEST * best[crowd])
        for word in np.argsort(-clearness[crowd], kind="stable"):
            if clearness[crowd, word] < enough:
                break
            if int(word) not in taken:
                taken.add(int(word))
                given.append((int(crowd), int(word)))
                break
    return given


def _middle(places: Points) -> tuple[float, float]:
    """The photo's place that is nearest to the median of them all."""
    middle = np.median(places, axis=0)
    x, y = places[((places - middle) ** 2).sum(axis=1).argmin()]
    return float(x), float(y)

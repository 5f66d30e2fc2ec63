"""Pairs of pictures whose fingerprints differ in few bits, found without comparing each with each."""

from collections.abc import Callable, Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from mindseye.duplicates.groups import Pairs

SAME_COARSE = 10
"""Of the 63 coarsest bits, at most so many differ between two files of the same picture."""

SAME = 48
"""Of all 255 bits, at most so many; `python -m tests.benchmarks.duplicates` shows what these two reach."""

_WORDS = 4
_WORD_BITS = 16
_AT_ONCE = 4_000_000
"""Candidates compared at once, which bounds the memory."""

_POSITIONS = np.argsort(np.arange(_WORDS * _WORD_BITS) % _WORDS, kind="stable")
"""Neighbouring frequencies go to different words, so that none of the words is much alike in all photos."""


def same_picture(bits: NDArray[np.uint8], checkpoint: Callable[[float], None] = lambda _: None) -> Pairs:
    """The pairs of fingerprints [n, 32] that tell of one and the same picture.

    Multi-index hashing (Norouzi, Punjani, Fleet 2012): the 64 coarse bits are parted into four words of
    16. Where no more than ten bits differ in all, no more than two differ in one of the words, so only
    photos whose word is that near are compared.

    Args:
        bits: the fingerprints.
        checkpoint: called now and then with the share that is done, 0 to 1; may raise to end it.

    Returns:
        places in ``bits``, the smaller first, each pair once.
    """
    count = len(bits)
    numbers = np.ascontiguousarray(bits).view(np.uint64)
    coarse, fine = numbers[:, 0].copy(), numbers[:, 1:].copy()
    words = _words(bits[:, : _WORDS * 2])
    found: list[NDArray[np.int64]] = [np.empty(0, np.int64)]
    flips = list(_flips(SAME_COARSE // _WORDS))
    for number in range(_WORDS):
        word = words[:, number]
        order = np.argsort(word, kind="stable")
        ends = np.cumsum(np.bincount(word, minlength=1 << _WORD_BITS))
        sizes = np.diff(ends, prepend=0)
        for turn, flip in enumerate(flips):
            checkpoint((number * len(flips) + turn) / (_WORDS * len(flips)))
            beside = word ^ flip
            for left, right in _candidates(order, ends[beside] - sizes[beside], sizes[beside]):
                found.append(_near(coarse, fine, left, right))
    pairs = np.unique(np.concatenate(found))
    return Pairs(pairs // count, pairs % count) if count else Pairs.none()


def _near(
    coarse: NDArray[np.uint64], fine: NDArray[np.uint64], left: NDArray[np.int64], right: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The pairs among candidates [k] that are near enough, each as one number."""
    chosen = left < right
    chosen[chosen] = np.bitwise_count(coarse[left[chosen]] ^ coarse[right[chosen]]) <= SAME_COARSE
    one, other = left[chosen], right[chosen]
    apart = np.bitwise_count(coarse[one] ^ coarse[other])
    apart += np.bitwise_count(fine[one] ^ fine[other]).sum(axis=1, dtype=np.uint8)
    pairs: NDArray[np.int64] = (one * len(coarse) + other)[apart <= SAME]
    return pairs


def bits_apart(
    bits: NDArray[np.uint8], left: NDArray[np.int64], right: NDArray[np.int64]
) -> NDArray[np.int64]:
    """In how many bits the fingerprints at some places [k] of ``bits`` [n, 32] differ from others [k]."""
    apart: NDArray[np.int64] = np.bitwise_count(bits[left] ^ bits[right]).sum(axis=1, dtype=np.int64)
    return apart


def _words(coarse: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The coarse bytes [n, 8] as four words of 16 bits [n, 4]."""
    mixed = np.packbits(np.unpackbits(coarse, axis=1)[:, _POSITIONS], axis=1)
    return np.ascontiguousarray(mixed).view(np.uint16).astype(np.int64)


def _flips(most: int) -> Iterator[int]:
    """Every way to change up to ``most`` bits of a word."""
    for number in range(most + 1):
        for places in combinations(range(_WORD_BITS), number):
            yield sum(1 << place for place in places)


def _candidates(
    order: NDArray[np.int64], starts: NDArray[np.int64], sizes: NDArray[np.int64]
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Each photo with each in the bucket [start, start + size) of ``order``, a bounded number at once."""
    ends = np.cumsum(sizes)
    first = 0
    while first < len(sizes):
        before = ends[first - 1] if first else 0
        last = max(int(np.searchsorted(ends, before + _AT_ONCE, side="right")), first + 1)
        many = sizes[first:last]
        left = np.repeat(np.arange(first, last), many)
        within = np.arange(len(left)) - np.repeat(np.cumsum(many) - many, many)
        yield left, order[np.repeat(starts[first:last], many) + within]
        first = last

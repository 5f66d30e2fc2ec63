"""Vectors to be laid out: crowds about a few directions, as an index would give them."""

import numpy as np
from numpy.typing import NDArray


class Source:
    """Gives vectors in no particular order, and none for keys that it does not have."""

    def __init__(self, vectors: NDArray[np.floating], first: int = 1) -> None:
        self.vectors = vectors.astype(np.float16)
        self.ids = np.arange(first, first + len(vectors), dtype=np.int64)
        self._first = first

    def get(self, keys: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
        there = keys[np.isin(keys, self.ids)][::-1]
        return there, self.vectors[there - self._first]


def crowds_of(
    sizes: list[int], *, dimension: int = 24, noise: float = 0.25, seed: int = 0
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Unit vectors about one direction each crowd, mixed, and the crowd of each."""
    random = np.random.default_rng(seed)
    directions = np.linalg.qr(random.normal(size=(dimension, dimension)))[0][: len(sizes)]
    crowd = random.permutation(np.repeat(np.arange(len(sizes)), sizes))
    vectors = directions[crowd] + 0.5 + noise * random.normal(size=(len(crowd), dimension)) / 2
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32), crowd

"""The parts of a query as directions in the embedding space, each with what is common to all taken off.

Every photo resembles every other a little, and some texts are close to whatever they are compared with.
From a phrase the mean of the bank of neutral words is taken, from a picture the mean of the library; what
is left is what this part says and others do not. Each part is then of unit length, so that words and a
picture weigh the same. `tests/benchmarks/README.md` has the figures that chose this.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mindseye.errors import InputError
from mindseye.phrases import Phrase

_FEW = 20
"""Photos below which their mean says little; it counts half at this number and more above it."""

_NO_LENGTH = 1e-6
"""Below this a sum of unit vectors points nowhere."""


def library_mean(sample: NDArray[np.float32]) -> NDArray[np.float32]:
    """What the photos of a library have in common: the mean of unit vectors [n, dimension], less for few."""
    total: NDArray[np.float32] = sample.sum(axis=0) / (len(sample) + _FEW)
    return total


def centred(vectors: NDArray[np.float32], mean: NDArray[np.float32]) -> NDArray[np.float32]:
    """Unit vectors [n, dimension] less a mean [dimension], unit length again."""
    rest = vectors - mean
    unit: NDArray[np.float32] = rest / np.maximum(np.linalg.norm(rest, axis=1, keepdims=True), _NO_LENGTH)
    return unit


def cosines(vectors: NDArray[np.float32], direction: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cosines [n] of unit vectors [n, dimension] and a direction [dimension].

    For some thousand vectors: a BLAS library spreads such a product over threads, and to wake those takes
    many times as long as the product itself (`make bench NAME=search`).
    """
    scores: NDArray[np.float32] = np.einsum("ij,j->i", vectors, direction)
    return scores


def weighted_sum(directions: NDArray[np.float32], weights: Sequence[float]) -> NDArray[np.float32]:
    """Directions [n, dimension] added up by weight, unit length [dimension].

    Raises:
        InputError: they cancel one another out.
    """
    total = np.asarray(weights, dtype=np.float32) @ directions
    length = np.linalg.norm(total)
    if length < _NO_LENGTH:
        raise InputError(
            Phrase("The parts of the query cancel one another out: take one away or weigh it less.")
        )
    unit: NDArray[np.float32] = total / length
    return unit

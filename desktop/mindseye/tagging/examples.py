"""Tags learnt from examples: L2-regularised logistic regression that starts at a prompt's direction.

The penalty holds the weights near those of the prompt instead of near zero: a Gaussian prior with another
mean. Without examples the tag is the prompt, with many it is a classifier; the curve of both stands in
`tests/benchmarks/README.md`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

PULL = 300.0
"""Strength of the penalty, on weights of cosines in units of the model's temperature."""

_OFFSET_PULL = 1e-6
"""The offset is held as well, hardly, so that examples of one kind alone still have a solution."""

_FACTOR_PULL = 0.01
"""The factor of a calibration is held near one, hardly, so that few examples do not say how sure to be."""

_LEAST_FACTOR = 1e-3
_STEPS = 50
_CLOSE = 1e-8
_LEAST = 1e-3
_FAST = 0.3
_CHUNK = 512


@dataclass(frozen=True, slots=True)
class Linear:
    """What turns a photo's vector into evidence: weights . vector + offset, a logit."""

    weights: NDArray[np.float32]
    """[dimension]"""
    offset: float

    def logits(self, photos: NDArray[np.floating]) -> NDArray[np.float32]:
        """Of photos [n, dimension]."""
        if photos.dtype == np.float16:
            chunks = range(0, len(photos), _CHUNK)
            parts = [_times(photos[start : start + _CHUNK], self.weights) for start in chunks]
            evidence = np.concatenate(parts) if parts else np.empty(0, np.float32)
        else:
            evidence = photos.astype(np.float32, copy=False) @ self.weights
        logits: NDArray[np.float32] = evidence + np.float32(self.offset)
        return logits

    def probabilities(self, photos: NDArray[np.floating]) -> NDArray[np.float32]:
        """Of photos [n, dimension], 0 to 1."""
        probabilities: NDArray[np.float32] = 0.5 * (1 + np.tanh(0.5 * self.logits(photos)))
        return probabilities


def _times(halves: NDArray[np.floating], weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Float16 [n, dimension] times float32 [dimension], some times as fast as numpy makes singles of halves.

    A half's bits at a single's place are that number less 112 powers of two.
    """
    bits = np.ascontiguousarray(halves).view(np.uint16).astype(np.uint32)
    singles = ((bits & 0x8000) << 16) | ((bits & 0x7FFF) << 13)
    products: NDArray[np.float32] = singles.view(np.float32) @ (weights * np.float32(2.0**112))
    return products


@dataclass(frozen=True, slots=True)
class Fit:
    """A solution, and what it would say of each example had it not been shown it."""

    linear: Linear
    left_out: Floats
    """Logits [n] of the examples, each by the solution without it and with both kinds weighing what they did.

    One Newton step from the solution with it (Rad and Maleki 2020).
    """


def fit(
    photos: NDArray[np.floating],
    fits: NDArray[np.bool_],
    weights: NDArray[np.floating],
    start: Linear,
    *,
    temperature: float,
    pull: float = PULL,
) -> Fit:
    """The weights and offset of least penalised loss, by Newton's method.

    Args:
        photos: [n, dimension], unit length.
        fits: [n], whether the tag fits.
        weights: [n], what each photo counts.
        start: where the penalty pulls to.
        temperature: the model's; it gives the penalty its scale.
        pull: the strength of the penalty.
    """
    inputs = photos.astype(np.float64) / temperature
    # The solution less the start is a mixture of the photos: fewer photos than dimensions span where it lies.
    basis = np.linalg.qr(inputs.T)[0] if len(inputs) < inputs.shape[1] else None
    design = np.column_stack([inputs if basis is None else inputs @ basis, np.ones(len(inputs))])
    penalty = np.append(np.full(design.shape[1] - 1, pull), _OFFSET_PULL)
    known = inputs @ (start.weights.astype(np.float64) * temperature) + start.offset
    signs = np.where(fits, 1.0, -1.0)
    counted = weights.astype(np.float64)
    moved, inverse = _newton(design, known, signs, counted, penalty)
    turned = moved[:-1] if basis is None else basis @ moved[:-1]
    linear = Linear(
        (start.weights + turned / temperature).astype(np.float32), start.offset + float(moved[-1])
    )
    logits = known + design @ moved
    return Fit(linear, _left_out(logits, design, signs, counted, inverse))


def calibrated(
    left_out: Floats, fits: NDArray[np.bool_], weights: NDArray[np.floating]
) -> tuple[float, float]:
    """Factor and offset that make honest probabilities of left-out logits [n] (Platt 1999)."""
    # Two imagined examples at either side keep the factor finite where all are told apart.
    known = np.append(left_out, [left_out.max(), left_out.min()])
    design = np.column_stack([known, np.ones(len(known))])
    signs = np.append(np.where(fits, 1.0, -1.0), [-1.0, 1.0])
    counted = np.append(weights, np.full(2, weights.sum() / len(known) / 2))
    (more, offset), _ = _newton(design, known, signs, counted, np.array([_FACTOR_PULL, _OFFSET_PULL]))
    return max(1 + float(more), _LEAST_FACTOR), float(offset)


def _left_out(
    logits: Floats, design: Floats, signs: Floats, weights: Floats, inverse: NDArray[np.float32]
) -> Floats:
    wrong = 0.5 * (1 - np.tanh(0.5 * signs * logits))
    slope = weights * signs * wrong
    rough = design.astype(np.float32)
    reached = rough @ inverse
    reach = (rough * reached).sum(axis=1, dtype=np.float64)
    moved = slope * reach
    for sign in (-1.0, 1.0):
        kind = signs == sign
        if kind.sum() > 1:
            # Those of its kind that are left take over what it weighed, lest the balance tells the answer.
            over = weights[kind] / (weights[kind].sum() - weights[kind])
            of_all = reached[kind].astype(np.float64) @ (design[kind].T @ slope[kind])
            moved[kind] += over * (moved[kind] - of_all)
    left: Floats = logits - moved / (1 - np.minimum(weights * wrong * (1 - wrong) * reach, 0.99))
    return left


def _newton(
    design: Floats, known: Floats, signs: Floats, weights: Floats, penalty: Floats
) -> tuple[Floats, NDArray[np.float32]]:
    """Minimises sum w log(1 + exp(-s (known + design m))) + m' diag(penalty) m / 2.

    Gives m and the inverse of the curvature there. Single precision is enough for the curvature, and an older
    one does while it leads down fast: the gradient alone says where the end is.
    """
    solution = np.zeros(design.shape[1])
    rough = design.astype(np.float32)

    def wrongness(of: Floats) -> Floats:
        wrong: Floats = 0.5 * (1 - np.tanh(0.5 * signs * (known + design @ of)))
        return wrong

    def curvature_inverse(wrong: Floats) -> NDArray[np.float32]:
        root = rough * np.sqrt(weights * wrong * (1 - wrong)).astype(np.float32)[:, np.newaxis]
        curvature: NDArray[np.float32] = root.T @ root
        curvature[np.diag_indices_from(curvature)] += penalty.astype(np.float32)
        return np.asarray(np.linalg.inv(curvature), dtype=np.float32)

    def loss(of: Floats) -> float:
        margins = signs * (known + design @ of)
        return float(weights @ np.logaddexp(0, -margins) + 0.5 * (penalty * of) @ of)

    wrong = wrongness(solution)
    inverse, age, now, before = curvature_inverse(wrong), 0, loss(solution), np.inf
    for _ in range(_STEPS):
        gradient = penalty * solution - design.T @ (weights * signs * wrong)
        step = inverse @ gradient.astype(np.float32)
        promised = float(gradient @ step)
        if age and promised > _FAST * before:
            inverse, age = curvature_inverse(wrong), 0
            step = inverse @ gradient.astype(np.float32)
            promised = float(gradient @ step)
        if promised < _CLOSE:
            break
        size, following = 1.0, loss(solution - step)
        while following > now and size > _LEAST:
            size /= 2
            following = loss(solution - size * step)
        solution, now, before, age = solution - size * step, following, promised, age + 1
        wrong = wrongness(solution)
    return solution, curvature_inverse(wrong) if age else inverse

"""Fits what turns cosines into probabilities: one logistic regression a category or label (Platt 1999)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEAST_SLOPE = 0.5
"""Of the logit by the cosine: below it the largest difference of two cosines decides next to nothing."""


def exclusive_fit(cosines: NDArray[np.floating], truth: NDArray[np.int64]) -> tuple[float, Floats] | None:
    """Temperature and biases of a softmax over (cosine + bias) / temperature, all labels weighing the same.

    Args:
        cosines: [n, labels].
        truth: [n], the index of the right label.

    Returns:
        The temperature and the biases [labels], the last of them 0; None where the cosines say nothing of it.
    """
    count, labels = cosines.shape
    weights = (1 / (labels * np.bincount(truth, minlength=labels)))[truth]
    # One weight for the cosine, one offset for each label but the last.
    inputs = np.zeros((count, labels, labels))
    inputs[:, :, 0] = cosines
    inputs[:, np.arange(labels - 1), np.arange(1, labels)] = 1.0
    target = np.eye(labels)[truth]
    solution = np.zeros(labels)

    def loss(of: Floats) -> float:
        logits = inputs @ of
        top = logits.max(axis=1, keepdims=True)
        chosen = (logits * target).sum(axis=1)
        return float(weights @ (np.log(np.exp(logits - top).sum(axis=1)) + top[:, 0] - chosen))

    for _ in range(100):
        logits = inputs @ solution
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares = powers / powers.sum(axis=1, keepdims=True)
        gradient = np.einsum("n,nl,nlk->k", weights, shares - target, inputs) + 1e-6 * solution
        mean = np.einsum("nl,nlk->nk", shares, inputs)
        curvature = np.einsum("n,nl,nlk,nlj->kj", weights, shares, inputs, inputs) - np.einsum(
            "n,nk,nj->kj", weights, mean, mean
        )
        step = np.linalg.solve(curvature + 1e-6 * np.eye(labels), gradient)
        size = 1.0
        while size > 1e-6 and loss(solution - size * step) > loss(solution):
            size /= 2
        solution -= size * step
        if np.abs(size * step).max() < 1e-8:
            break
    slope = float(solution[0])
    if slope <= LEAST_SLOPE:
        return None
    return 1 / slope, np.append(solution[1:], 0.0) / slope


def independent_fit(
    scores: NDArray[np.floating], truth: NDArray[np.bool_], *, prior: float
) -> tuple[float, float] | None:
    """Temperature and bias of a sigmoid over (score + bias) / temperature.

    Args:
        scores: [n].
        truth: [n], whether the label fits.
        prior: the share of photos that the label is taken to fit, whatever it is among these.

    Returns:
        Temperature and bias; None where the scores say nothing of it.
    """
    two = np.stack([scores, np.zeros_like(scores)], axis=1).astype(np.float64)
    fit = exclusive_fit(two, np.where(truth, 0, 1))
    if fit is None:
        return None
    temperature, biases = fit
    # Fitted with both answers alike; the prior moves the border.
    return temperature, float(biases[0] + temperature * np.log(prior / (1 - prior)))

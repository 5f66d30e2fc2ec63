"""The losses of the training: softmax contrast with several positives and with unknowns left out."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def contrast(logits: Tensor, truth: Tensor, smoothing: float = 0.0, balanced: bool = False) -> Tensor:
    """Cross-entropy along rows of float32 [r, c] logits against int8 [r, c] truth (1 yes, 0 no, -1 unknown).

    Each row's target is spread over its positives; unknown cells take no part; a row without a
    positive or a negative is skipped. `smoothing` moves that share of the target to all known cells.
    `balanced` lets all first positives of rows weigh the same in sum, however often each comes.
    """
    positive, known = truth == 1, truth >= 0
    useful = positive.any(dim=1) & (truth == 0).any(dim=1)
    if not bool(useful.any()):
        return logits.sum() * 0.0
    logits, positive, known = logits[useful], positive[useful], known[useful]
    log_p = functional.log_softmax(logits.masked_fill(~known, -1e4), dim=1)
    target = positive / positive.sum(dim=1, keepdim=True)
    if smoothing > 0:
        target = (1 - smoothing) * target + smoothing * known / known.sum(dim=1, keepdim=True)
    each = -(target * log_p.masked_fill(~known, 0.0)).sum(dim=1)
    if not balanced:
        return each.mean()
    first = positive.int().argmax(dim=1)
    weights = 1.0 / torch.bincount(first, minlength=positive.shape[1]).float()[first]
    return (each * weights).sum() / weights.sum()


def both_ways(logits: Tensor, truth: Tensor, smoothing: float = 0.0, balanced: bool = False) -> Tensor:
    """Mean of picture-to-word and word-to-picture contrast."""
    return (contrast(logits, truth, smoothing, balanced) + contrast(logits.T, truth.T, smoothing)) / 2


def recital(spoken: Tensor, recorded: Tensor) -> Tensor:
    """Mean of 1 - cosine between float32 [n, d] answers and recorded unit vectors."""
    return (
        (1 - functional.cosine_similarity(spoken, recorded, dim=1)).mean() if len(spoken) else torch.zeros(())
    )


def pairs(one: Tensor, other: Tensor, scale: Tensor) -> Tensor:
    """Contrast of unit vectors float32 [n, d] that belong together row by row, both ways."""
    if not len(one):
        return torch.zeros(())
    logits, own = scale * one @ other.T, torch.arange(len(one), device=one.device)
    return (functional.cross_entropy(logits, own) + functional.cross_entropy(logits.T, own)) / 2

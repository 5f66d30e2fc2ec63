"""The one loss of the training: softmax contrast with several positives and with unknowns left out."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def contrast(logits: Tensor, truth: Tensor, smoothing: float = 0.0) -> Tensor:
    """Cross-entropy along rows of float32 [r, c] logits against int8 [r, c] truth (1 yes, 0 no, -1 unknown).

    Each row's target is spread over its positives; unknown cells take no part; a row without a
    positive or a negative is skipped. `smoothing` moves that share of the target to all known cells.
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
    return -(target * log_p.masked_fill(~known, 0.0)).sum(dim=1).mean()


def both_ways(logits: Tensor, truth: Tensor, smoothing: float = 0.0) -> Tensor:
    """Mean of picture-to-word and word-to-picture contrast."""
    return (contrast(logits, truth, smoothing) + contrast(logits.T, truth.T, smoothing)) / 2


def recital(spoken: Tensor, recorded: Tensor) -> Tensor:
    """Mean of 1 - cosine between float32 [n, d] answers and recorded unit vectors."""
    return (
        (1 - functional.cosine_similarity(spoken, recorded, dim=1)).mean() if len(spoken) else torch.zeros(())
    )

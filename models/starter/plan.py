"""What fixes a training run: budget, rates, picture sizes, the mix of a batch, weights of the losses."""

from __future__ import annotations

import math
from dataclasses import dataclass

SIZES = ((0.50, 40), (0.82, 48), (1.01, 64))
"""Share of the budget until which photos are shown at that many pixels: small first, as it is cheap."""

COUNTS = {"objects": 136, "captions": 56, "scenes": 28, "sheets": 12, "pets": 8, "small": 16}
"""Photos of each source in a batch."""

WEIGHTS = {
    "objects": 1.0,
    "scenes": 0.3,
    "sheets": 0.1,
    "light": 0.2,
    "place": 0.15,
    "words": 0.35,
    "captions": 0.5,
    "guesses": 0.5,
    "agree": 0.2,
    "anchors": 0.5,
}
"""What each part counts; where few names are to be told apart it is small."""

PRELUDE = 150
"""Steps in which the words learn alone, from captions of one photo and from recorded vectors."""


@dataclass(frozen=True)
class Plan:
    """What fixes a run; `minutes` of computing time or, for repeatable runs, `steps`."""

    seed: int = 0
    minutes: float = 60.0
    steps: int | None = None
    prelude: int = PRELUDE
    rate: float = 2.5e-3
    text_share: float = 0.4
    decay: float = 0.05
    average: float = 0.998


def share_done(plan: Plan, step: int, seconds: float) -> float:
    """How much of the budget is spent, 0..1; the schedules follow it, so they end with it."""
    return min(1.0, step / plan.steps if plan.steps else seconds / (plan.minutes * 60))


def rate_at(plan: Plan, share: float) -> float:
    """Learning rate: a short rise, then half a cosine down to almost nothing."""
    if share < 0.03:
        return plan.rate * (0.02 + share / 0.03)
    return plan.rate * (0.002 + 0.5 * (1 + math.cos(math.pi * (share - 0.03) / 0.97)))


def size_at(share: float) -> int:
    """Pixels a side of the pictures."""
    return next(size for until, size in SIZES if share < until)

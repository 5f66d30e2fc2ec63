"""What fixes a training run: budget, rates, picture sizes, the mix of a batch, weights of the losses."""

from __future__ import annotations

import math
from dataclasses import dataclass

SIZES = ((0.60, 40), (0.90, 56), (1.01, 72))
"""Share of the budget until which photos are shown at that many pixels: small first, as it is cheap."""

COUNTS = {"objects": 96, "captions": 48, "scenes": 16}
"""Photos of each source in a batch."""


WEIGHTS = {"objects": 1.0, "scenes": 0.25, "words": 0.5, "captions": 0.5, "guesses": 1.0, "anchors": 0.5}
"""What each part counts; the scenes' is small because they have only six names."""


@dataclass(frozen=True)
class Plan:
    """What fixes a run; `minutes` of computing time or, for repeatable runs, `steps`."""

    seed: int = 0
    minutes: float = 60.0
    steps: int | None = None
    rate: float = 1.2e-3
    text_share: float = 0.5
    decay: float = 0.05
    average: float = 0.996


def share_done(plan: Plan, step: int, seconds: float) -> float:
    """How much of the budget is spent, 0..1; the schedules follow it, so they end with it."""
    return min(1.0, step / plan.steps if plan.steps else seconds / (plan.minutes * 60))


def rate_at(plan: Plan, share: float) -> float:
    """Learning rate: a short rise, then half a cosine down to almost nothing."""
    if share < 0.03:
        return plan.rate * (0.02 + share / 0.03)
    return plan.rate * (0.002 + 0.5 * (1 + math.cos(math.pi * (share - 0.03) / 0.97)))

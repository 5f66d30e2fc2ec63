"""What fixes a training run: budget, rates, picture sizes, the mix of a batch, weights of the losses."""

from __future__ import annotations

import math
from dataclasses import dataclass

SIZES = ((0.50, 40), (0.82, 48), (1.0, 64), (1.5, 48), (2.01, 64))
"""How far the run is until which photos are shown at that many pixels: small first, as it is cheap."""

AGAIN = 0.45
"""Share of the rate at which a second part begins."""

SHIPPED = 80
"""Pixels a side of the shipped picture tower: more than in training, as whole photos show things smaller."""

SETTLING = 1 << 40
"""Number of the first batch on which the shipped statistics are measured; no step has it."""

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
    """What fixes a run: minutes of computing time or, for repeatable runs, steps.

    A run may have a second part, in which the rate rises once more and falls anew (Loshchilov & Hutter 2017);
    it may be added to a run that has ended.
    """

    seed: int = 0
    minutes: float = 60.0
    minutes_again: float = 0.0
    steps: int | None = None
    steps_again: int = 0
    prelude: int = PRELUDE
    rate: float = 2.5e-3
    text_share: float = 0.4
    decay: float = 0.05
    average: float = 0.998

    @property
    def end(self) -> float:
        """What `share_done` says when the budget is spent."""
        return 2.0 if (self.steps_again if self.steps else self.minutes_again) else 1.0


def share_done(plan: Plan, step: int, seconds: float) -> float:
    """How far the run is: 0..1 in its first part, 1..2 in a second one; the schedules follow it."""
    done, first, again = (
        (step, plan.steps, plan.steps_again)
        if plan.steps
        else (seconds, plan.minutes * 60, plan.minutes_again * 60)
    )
    if done < first or not again:
        return min(1.0, done / first)
    return min(2.0, 1.0 + (done - first) / again)


def rate_at(plan: Plan, share: float) -> float:
    """Learning rate: in each part a short rise, then half a cosine down to almost nothing."""
    peak, share = (plan.rate, share) if share < 1 or plan.end == 1 else (AGAIN * plan.rate, share - 1)
    if share < 0.03:
        return peak * (0.02 + share / 0.03)
    return peak * (0.002 + 0.5 * (1 + math.cos(math.pi * (share - 0.03) / 0.97)))


def size_at(share: float) -> int:
    """Pixels a side of the pictures."""
    return next(size for until, size in SIZES if share < until)

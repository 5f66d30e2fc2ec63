"""Queries "A without B" on the recorded CLIP vectors: as the app has them, and plain subtraction."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from mindseye.search.directions import centred
from mindseye.search.engine import NEGATIVE_MARGIN, NEGATIVE_SHARE
from mindseye.search.relevance import WORDS, likely
from tests.benchmarks.frame import Figure, recorded_data
from tests.benchmarks.ranking import Scores, average_precision
from tests.benchmarks.recorded_vectors import load

_REMOVED = 10.0


def measure() -> Iterator[Figure]:
    """Yields the figures: photos that show A and not B, by what their descriptions say."""
    recorded = load(recorded_data())
    shown, present = recorded.shown, recorded.present
    neutral = recorded.bank.mean(axis=0)
    directions = centred(recorded.texts, neutral)
    bank = (centred(recorded.bank, neutral) @ recorded.photos.T).max(axis=1)
    pairs = [
        (a, b)
        for a in present
        for b in present
        if a != b and (shown[a] & ~shown[b]).sum() >= 2 and (shown[a] & shown[b]).any()
    ]
    line = replace(WORDS, margin=NEGATIVE_MARGIN)

    def subtracted(share: float) -> Callable[[int, int], Scores]:
        def scores(a: int, b: int) -> Scores:
            direction = directions[a] - share * directions[b]
            found: Scores = recorded.photos @ (direction / np.linalg.norm(direction))
            return found

        return scores

    def as_in_the_app(a: int, b: int) -> Scores:
        unwanted = recorded.photos @ directions[b]
        removed = likely(unwanted, unwanted, line, bank_best=bank)
        scores: Scores = subtracted(NEGATIVE_SHARE)(a, b) - _REMOVED * removed.astype(np.float32)
        return scores

    ways = {
        "negative part left out": subtracted(0.0),
        "plain subtraction": subtracted(1.0),
        f"{NEGATIVE_SHARE:.0%} subtracted": subtracted(NEGATIVE_SHARE),
        f"{NEGATIVE_SHARE:.0%} subtracted, clear matches removed (the app)": as_in_the_app,
    }
    for name, way in ways.items():
        precisions, first_ten, unwanted = [], [], []
        for a, b in pairs:
            scores = way(a, b)
            best = np.argsort(-scores)[:10]
            precisions.append(average_precision(scores, shown[a] & ~shown[b]))
            first_ten.append((shown[a] & ~shown[b])[best].mean())
            unwanted.append((shown[a] & shown[b])[best].mean())
        yield Figure(f"mAP, {name}", float(np.mean(precisions)), better="more", note=f"{len(pairs)} pairs")
        yield Figure(f"right among the first ten, {name}", float(np.mean(first_ten)), better="more")
        yield Figure(f"showing B among the first ten, {name}", float(np.mean(unwanted)))

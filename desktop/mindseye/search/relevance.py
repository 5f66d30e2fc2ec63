"""The relevance line: which results are likely what was asked for.

Similarities have no fixed scale: it differs by model and by query. So a score is told in robust deviations
from the median of the library's own scores for that query (median and median absolute deviation describe
the library as it would be without the matches), and beside it as its share of the way to the best score. A
result is likely where a logistic model of both says so; it was fitted on recorded vectors, with what
descriptions say as truth (`make bench NAME=line`). In a larger library chance alone reaches further, and the
line moves out with it.

Whether there is such a photo at all is another question: then the best score is compared with the best scores
that the words of the neutral bank reach in the same library.
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Line:
    """Where the line lies.

    With z deviations and r the share of the way, a result is likely where
    ``constant + distance * z + reach * r + both * z * r >= 0``.
    """

    constant: float
    distance: float
    reach: float
    both: float
    least_share: float
    """Share of the way below which nothing is likely; in a library of look-alikes any z is reached."""
    growth: float
    """Share by which the largest z that chance gives in a larger library than ``_USUAL`` moves the line."""
    margin: float = 0.0
    """Deviations that a result must reach beyond this, for another model."""
    presence: float | None = None
    """Least strength of an answer (see :func:`strength`) for any result to be likely."""


WORDS = Line(
    constant=-5.05, distance=0.271, reach=2.65, both=0.462, least_share=0.4, growth=0.5, presence=-0.5
)
"""Fitted by `make bench NAME=line`, which also scores it on nouns it was not fitted on."""

PICTURES = Line(constant=-2.54, distance=1.0, reach=0.0, both=0.0, least_share=0.0, growth=1.0)
"""For look-alikes, of which the best is often the picture itself and says nothing of the others."""

_USUAL = 500
"""Photos of the library that the line was fitted in."""

_LEAST_SPREAD = 0.004
"""Of cosines: in a library of look-alikes, differences below this are noise of rounding and compression."""

_MAD_TO_SIGMA = 1.4826
"""Makes the median absolute deviation of a normal distribution its standard deviation."""

_FEW = 10
"""Photos below which the library's scores have no distribution to speak of."""


def likely(
    scores: NDArray[np.float32],
    library: NDArray[np.float32],
    line: Line,
    *,
    size: int | None = None,
    bank_best: NDArray[np.float32] | None = None,
) -> NDArray[np.bool_]:
    """Which of the scores [k], among them the best, lie above the line that ``library`` sets.

    Args:
        scores: the scores of the results.
        library: the scores of all photos, or of a sample of them, for the same query.
        line: where the line lies.
        size: how many photos there are, where ``library`` is a sample.
        bank_best: the best scores of neutral words in the same library [words], where these can be compared.
    """
    if not len(scores) or len(library) < 2:
        return np.ones(len(scores), dtype=np.bool_)
    middle, spread = _robust(library)
    spread = max(spread, _LEAST_SPREAD)
    pushed = line.margin + line.growth * (
        _largest_by_chance(size or len(library)) - _largest_by_chance(_USUAL)
    )
    far = (scores - middle) / spread - pushed
    best = float(far.max())
    share = far / best if best > 0 else np.full_like(far, -1.0)
    above: NDArray[np.bool_] = (
        line.constant + line.distance * far + line.reach * share + line.both * far * share >= 0
    ) & (share >= max(line.least_share, 0.0))
    if line.presence is not None and bank_best is not None and len(library) >= _FEW:
        found = strength(float(scores.max()), bank_best)
        above &= found is None or found >= line.presence
    return above


def strength(best: float, bank_best: NDArray[np.float32]) -> float | None:
    """How far the best score of an answer lies above those of neutral words [n], in their robust deviations.

    None where the words are all alike to the model, so that they tell nothing.
    """
    middle, spread = _robust(bank_best)
    return None if spread < _LEAST_SPREAD else (best - middle) / spread


def _robust(values: NDArray[np.float32]) -> tuple[float, float]:
    middle = float(np.median(values))
    return middle, _MAD_TO_SIGMA * float(np.median(np.abs(values - middle)))


def _largest_by_chance(count: int) -> float:
    """The largest of ``count`` draws from a normal distribution, expected, in deviations (Blom 1958)."""
    return NormalDist().inv_cdf((count - 0.375) / (count + 0.25))

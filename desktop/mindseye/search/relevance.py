"""The relevance line: which results are likely what was asked for.

Similarities have no fixed scale: it differs by model and by query. What matches have in common is that
they stand out of the library's own scores for that query further than the largest of so many would by
chance, and come near the best. Median and median absolute deviation describe the library as it would be
without the matches, so the line holds for a word that one photo answers and for one that a third of the
library answers.
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Line:
    """Where the line lies; a likely result is above both marks."""

    margin: float
    """Robust standard deviations beyond the largest that chance would give."""
    reach: float
    """Share of the way from the library's median to the best score, 0 to 1."""


WORDS = Line(margin=0.5, reach=0.65)
"""Chosen with `python -m tests.benchmarks.ranking`, which also scores it on nouns it was not chosen on."""

PICTURES = Line(margin=-0.5, reach=0.0)
"""For look-alikes, of which the best is often the picture itself and says nothing of the others."""

_LEAST_SPREAD = 0.004
"""Of cosines: in a library of look-alikes, differences below this are noise of rounding and compression."""

_MAD_TO_SIGMA = 1.4826
"""Makes the median absolute deviation of a normal distribution its standard deviation."""


def likely(scores: NDArray[np.float32], library: NDArray[np.float32], line: Line) -> NDArray[np.bool_]:
    """Which of the scores [k], among them the best, lie above the line that ``library`` sets.

    Args:
        scores: the scores of the results.
        library: the scores of all photos, or of a sample of them, for the same query.
        line: where the line lies.
    """
    if len(library) < 2 or not len(scores):
        return np.ones(len(scores), dtype=np.bool_)
    middle = float(np.median(library))
    spread = _MAD_TO_SIGMA * float(np.median(np.abs(library - middle)))
    apart = (_largest_by_chance(len(library)) + line.margin) * max(spread, _LEAST_SPREAD)
    mark = max(apart, line.reach * (float(scores.max()) - middle))
    above: NDArray[np.bool_] = (scores - middle) >= mark
    return above


def _largest_by_chance(count: int) -> float:
    """The largest of ``count`` draws from a normal distribution, expected, in deviations (Blom 1958)."""
    return NormalDist().inv_cdf((count - 0.375) / (count + 0.25))

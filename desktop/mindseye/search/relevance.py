"""The relevance line: which results are likely what was asked for.

Similarities have no fixed scale: it differs by model and by query. What a match has in common is that
it stands out of the library's own scores for that query. Median and median absolute deviation describe
the library as it would be without the matches, so the line holds for a word that one photo answers and
for one that a third of the library answers.
"""

import numpy as np
from numpy.typing import NDArray

WORDS_LINE = 4.0
"""Robust standard deviations above the library's median from which on a photo is likely what words say."""

PICTURE_LINE = 2.5
"""The same for photos that resemble a picture: there is no end to what may be called alike."""

_LEAST_SPREAD = 0.004
"""Of cosines: in a library of look-alikes, differences below this are noise of rounding and compression."""

_MAD_TO_SIGMA = 1.4826
"""Makes the median absolute deviation of a normal distribution its standard deviation."""


def likely(scores: NDArray[np.float32], library: NDArray[np.float32], *, line: float) -> NDArray[np.bool_]:
    """Which of the scores [k] lie above the line that ``library`` sets.

    Args:
        scores: the scores of the results.
        library: the scores of all photos, or of a sample of them, for the same query.
        line: how many robust standard deviations above the median it lies.
    """
    if len(library) < 2:
        return np.ones(len(scores), dtype=np.bool_)
    middle = float(np.median(library))
    spread = _MAD_TO_SIGMA * float(np.median(np.abs(library - middle)))
    above: NDArray[np.bool_] = (scores - middle) >= line * max(spread, _LEAST_SPREAD)
    return above

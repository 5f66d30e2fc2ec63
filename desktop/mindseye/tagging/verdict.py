"""What a question says of photos: a probability for each label, and which labels are given."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog.suggestions import Given, Question


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a category says of one photo."""

    category: str
    label: str | None
    """None where the photo is undecided."""
    probability: float
    """Of the most probable label, 0 to 1, whether it is certain enough or not."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one question says of n photos."""

    question: Question
    probabilities: NDArray[np.float32]
    """[n, labels], 0 to 1"""
    certain: NDArray[np.bool_]
    """[n, labels]: which labels are given"""

    def given(self, photo_ids: NDArray[np.int64]) -> dict[str, Given]:
        """The photos [n] that are given each label, with their probabilities."""
        columns = zip(self.question.labels, self.certain.T, self.probabilities.T, strict=True)
        return {label: (photo_ids[certain], column[certain]) for label, certain, column in columns}

    def judgements(self, row: int) -> list[Judgement]:
        """What is said of one of the photos: the labels it is given, or that it is undecided."""
        category, labels = self.question.category, self.question.labels
        given = [
            Judgement(category, labels[index], float(self.probabilities[row, index]))
            for index in np.flatnonzero(self.certain[row])
        ]
        return given or [Judgement(category, None, float(self.probabilities[row].max()))]


def judgements(verdicts: list[Verdict], count: int) -> list[list[Judgement]]:
    """What all questions say of each of n photos."""
    return [[each for verdict in verdicts for each in verdict.judgements(row)] for row in range(count)]

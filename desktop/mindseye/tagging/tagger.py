"""Everything that is asked of the photos of one space."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog.suggestions import Question
from mindseye.clip import ClipModel
from mindseye.tagging.categories import Category
from mindseye.tagging.verdict import Verdict
from mindseye.tagging.zero_shot import Neutral, ZeroShot


class Tagger:
    """Judges photos by the categories that are switched on. Safe to use from several threads."""

    def __init__(self, model: ClipModel, categories: Sequence[Category], neutral: Neutral) -> None:
        self.zero_shot = ZeroShot(model, neutral)
        self.categories = tuple(categories)

    def ask(self, categories: Sequence[Category]) -> None:
        """Asks for other categories from now on; what was embedded for the old ones is kept."""
        self.categories = tuple(categories)

    def questions(self) -> list[Question]:
        """What is asked."""
        return [self.zero_shot.question(category) for category in self._enabled()]

    def judge(
        self, embeddings: NDArray[np.floating], only: Collection[Question] | None = None
    ) -> list[Verdict]:
        """Judges photos by their embeddings [n, dimension]: a verdict a question (or those of ``only``).

        Raises:
            ModelError: the text tower cannot be run.
        """
        photos = embeddings.astype(np.float32)
        return [
            self.zero_shot.judge(category, photos)
            for category in self._enabled()
            if only is None or self.zero_shot.question(category) in only
        ]

    def _enabled(self) -> list[Category]:
        return [category for category in self.categories if category.enabled]

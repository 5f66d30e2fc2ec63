"""Everything that is asked of the photos of one space: categories, and tags that were taught."""

import hashlib
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog.suggestions import Question
from mindseye.catalog.tags import OWN
from mindseye.clip import ClipModel
from mindseye.tagging.categories import Category
from mindseye.tagging.examples import Linear
from mindseye.tagging.lesson import CERTAIN_FROM
from mindseye.tagging.verdict import Verdict
from mindseye.tagging.zero_shot import Neutral, ZeroShot


class Tagger:
    """Judges photos by the categories that are switched on and by taught tags. Safe for several threads."""

    def __init__(self, model: ClipModel, categories: Sequence[Category], neutral: Neutral) -> None:
        self.zero_shot = ZeroShot(model, neutral)
        self.categories = tuple(categories)
        self._taught: Mapping[str, Linear] = {}

    def know(self, taught: Mapping[str, Linear]) -> None:
        """Judges by these taught tags, by name, from now on."""
        self._taught = dict(taught)

    def ask(self, categories: Sequence[Category]) -> None:
        """Asks for other categories from now on; what was embedded for the old ones is kept."""
        self.categories = tuple(categories)

    def questions(self) -> list[Question]:
        """What is asked."""
        of_categories = [self.zero_shot.question(category) for category in self._enabled()]
        return of_categories + [_question(name, linear) for name, linear in self._taught.items()]

    def judge(
        self, embeddings: NDArray[np.floating], only: Collection[Question] | None = None
    ) -> list[Verdict]:
        """Judges photos by their embeddings [n, dimension]: a verdict a question (or those of ``only``).

        Raises:
            ModelError: the text tower cannot be run.
        """
        photos = embeddings.astype(np.float32)
        verdicts = [
            self.zero_shot.judge(category, photos)
            for category in self._enabled()
            if only is None or self.zero_shot.question(category) in only
        ]
        for name, linear in self._taught.items():
            question = _question(name, linear)
            if only is None or question in only:
                probabilities = linear.probabilities(photos)[:, np.newaxis]
                verdicts.append(Verdict(question, probabilities, probabilities >= CERTAIN_FROM))
        return verdicts

    def _enabled(self) -> list[Category]:
        return [category for category in self.categories if category.enabled]


def _question(name: str, linear: Linear) -> Question:
    text = linear.weights.tobytes() + f"{linear.offset} {CERTAIN_FROM}".encode()
    return Question(OWN, (name,), "examples", exclusive=False, fingerprint=hashlib.sha256(text).hexdigest())

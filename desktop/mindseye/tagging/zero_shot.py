"""Zero-shot classification with prompt ensembles (Radford et al. 2021, section 3.1.4)."""

import hashlib
import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog.suggestions import Question
from mindseye.clip import ClipModel
from mindseye.tagging.categories import Category, digest
from mindseye.tagging.verdict import Verdict


class ZeroShotTagger:
    """Judges photos by categories. Safe to use from several threads."""

    def __init__(self, model: ClipModel, categories: Sequence[Category]) -> None:
        self.categories = tuple(categories)
        self._model = model
        self._lock = threading.Lock()
        self._directions: list[NDArray[np.float32]] | None = None

    def questions(self) -> list[Question]:
        """The categories as questions; their fingerprints change with the prompts and the text tower."""
        return [self._question(category) for category in self.categories]

    def judge(self, embeddings: NDArray[np.floating]) -> list[Verdict]:
        """Judges photos by their embeddings [n, dimension]: a verdict a category.

        Raises:
            ModelError: the text tower cannot be run.
        """
        vectors = embeddings.astype(np.float32)
        return [
            self._judge(category, vectors @ directions.T)
            for category, directions in zip(self.categories, self._label_directions(), strict=True)
        ]

    def _judge(self, category: Category, cosines: NDArray[np.float32]) -> Verdict:
        probabilities = self._probabilities(category, cosines)
        best = np.arange(len(category.labels)) == probabilities.argmax(axis=1)[:, np.newaxis]
        return Verdict(
            self._question(category), probabilities, best & (probabilities >= category.certain_from)
        )

    def _question(self, category: Category) -> Question:
        manifest = self._model.manifest
        key = digest([category])
        known = manifest.calibration.categories.get(key)
        text = f"{key} {manifest.text.sha256} {manifest.temperature} {known}"
        fingerprint = hashlib.sha256(text.encode()).hexdigest()
        labels = tuple(label.name for label in category.labels)
        return Question(category.name, labels, "category", exclusive=True, fingerprint=fingerprint)

    def _probabilities(self, category: Category, cosines: NDArray[np.float32]) -> NDArray[np.float32]:
        """Of each label [n, labels], as far as the model is calibrated for the category."""
        manifest = self._model.manifest
        known = manifest.calibration.categories.get(digest([category]))
        if known is None:
            return _softmax(cosines / manifest.temperature)
        biases = np.array([known.biases.get(label.name, 0.0) for label in category.labels], dtype=np.float32)
        return _softmax((cosines + biases) / known.temperature)

    def _label_directions(self) -> list[NDArray[np.float32]]:
        """One unit vector a label, [labels, dimension] for each category."""
        with self._lock:
            if self._directions is None:
                self._directions = [self._embed(category) for category in self.categories]
            return self._directions

    def _embed(self, category: Category) -> NDArray[np.float32]:
        means = np.stack([self._model.embed_texts(label.prompts).mean(axis=0) for label in category.labels])
        directions: NDArray[np.float32] = means / np.linalg.norm(means, axis=1, keepdims=True)
        return directions


def _softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    probabilities: NDArray[np.float32] = powers / powers.sum(axis=1, keepdims=True)
    return probabilities

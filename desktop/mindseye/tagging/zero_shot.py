"""Zero-shot classification with prompt ensembles (Radford et al. 2021, section 3.1.4)."""

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mindseye.clip import ClipModel
from mindseye.tagging.categories import Category, digest


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a category says of one photo."""

    category: str
    label: str | None
    """None where the photo is undecided."""
    probability: float
    """Of the most probable label, 0 to 1, whether it is certain enough or not."""


class ZeroShotTagger:
    """Judges photos by categories. Safe to use from several threads."""

    def __init__(self, model: ClipModel, categories: Sequence[Category]) -> None:
        self.categories = tuple(categories)
        self._model = model
        self._lock = threading.Lock()
        self._directions: list[NDArray[np.float32]] | None = None

    @property
    def fingerprint(self) -> str:
        """Changes when other judgements are to be expected: other categories, text tower or temperature."""
        manifest = self._model.manifest
        text = (
            f"{digest(self.categories)} {manifest.text.sha256} {manifest.temperature} {manifest.calibration}"
        )
        return hashlib.sha256(text.encode()).hexdigest()

    def judge(self, embeddings: NDArray[np.floating]) -> list[list[Judgement]]:
        """Judges photos by their embeddings [n, dimension]: for each photo one judgement a category.

        Raises:
            ModelError: the text tower cannot be run.
        """
        judgements: list[list[Judgement]] = [[] for _ in embeddings]
        vectors = embeddings.astype(np.float32)
        for category, directions in zip(self.categories, self._label_directions(), strict=True):
            probabilities = self._probabilities(category, vectors @ directions.T)
            best = probabilities.argmax(axis=1)
            for row, (index, of_photo) in enumerate(zip(best, judgements, strict=True)):
                probability = float(probabilities[row, index])
                certain = probability >= category.certain_from
                label = category.labels[index].name if certain else None
                of_photo.append(Judgement(category.name, label, probability))
        return judgements

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

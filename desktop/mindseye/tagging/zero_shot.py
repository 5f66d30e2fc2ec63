"""Zero-shot classification with prompt ensembles (Radford et al. 2021, section 3.1.4).

Labels that exclude one another share a softmax. A label that is judged for itself is compared with what any
photo resembles: the mean of the neutral words is taken off its direction, as off a query's, and what is left
of the cosine has to lie beyond a line. `tests/benchmarks/README.md` has the figures that chose this.
"""

import hashlib
import threading
from collections.abc import Callable
from dataclasses import astuple

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog.suggestions import Question
from mindseye.clip import ClipModel
from mindseye.tagging.categories import Category, digest
from mindseye.tagging.verdict import Verdict

Neutral = Callable[[], NDArray[np.float32]]
"""Gives the mean text embedding [dimension] of the neutral words."""

LINE = 9.0
"""Where an uncalibrated label is as likely as not: this many temperatures above the neutral."""

WIDTH = 1.5
"""The temperature there, in those of the model."""

_NO_LENGTH = 1e-6

_NEVER = np.float32(-1e6)
"""Makes a label as good as impossible, and is still a number when there is no other."""


class ZeroShot:
    """Judges photos by categories in the space of one model. Safe to use from several threads."""

    def __init__(self, model: ClipModel, neutral: Neutral) -> None:
        self._model = model
        self._neutral = neutral
        self._lock = threading.Lock()
        self._known: dict[tuple[str, ...], NDArray[np.float32]] = {}

    @property
    def temperature(self) -> float:
        """The model's: what a cosine is divided by."""
        return self._model.manifest.temperature

    @property
    def dimension(self) -> int:
        """Numbers of an embedding."""
        return self._model.manifest.dimension

    def direction(self, phrases: tuple[str, ...]) -> NDArray[np.float32]:
        """The mean of phrases, unit length [dimension].

        Raises:
            ModelError: the text tower cannot be run.
        """
        with self._lock:
            if phrases not in self._known:
                self._known[phrases] = _unit(self._model.embed_texts(phrases).mean(axis=0))
            return self._known[phrases]

    def standing_out(self, phrases: tuple[str, ...]) -> NDArray[np.float32]:
        """The same less the neutral mean, unit length: what these phrases say and others do not."""
        return _unit(self.direction(phrases) - self._neutral())

    def question(self, category: Category) -> Question:
        """A category as a question; its fingerprint changes with all that its suggestions depend on."""
        manifest = self._model.manifest
        known = manifest.calibration.categories.get(digest([category]))
        text = f"{astuple(category)} {manifest.text.sha256} {manifest.temperature} {known} {LINE} {WIDTH}"
        fingerprint = hashlib.sha256(text.encode()).hexdigest()
        labels = tuple(label.name for label in category.labels)
        return Question(category.name, labels, "category", category.exclusive, fingerprint)

    def judge(self, category: Category, photos: NDArray[np.float32]) -> Verdict:
        """What a category says of photos [n, dimension].

        Raises:
            ModelError: the text tower cannot be run.
        """
        probabilities = self.probabilities(category, photos)
        certain = probabilities >= category.certain_from
        if category.exclusive:
            certain &= np.arange(len(category.labels)) == probabilities.argmax(axis=1)[:, np.newaxis]
        return Verdict(self.question(category), probabilities, certain)

    def probabilities(self, category: Category, photos: NDArray[np.float32]) -> NDArray[np.float32]:
        """Of each label [n, labels], as far as the model is calibrated for the category."""
        embed = self.direction if category.exclusive else self.standing_out
        directions = np.stack([embed(category.phrases(label)) for label in category.labels])
        logits = self._logits(category, photos @ directions.T)
        return _softmax(logits) if category.exclusive else _sigmoid(logits)

    def _logits(self, category: Category, cosines: NDArray[np.float32]) -> NDArray[np.float32]:
        manifest = self._model.manifest
        known = manifest.calibration.categories.get(digest([category]))
        if known is None:
            if category.exclusive:
                return cosines / manifest.temperature
            return (cosines / manifest.temperature - LINE) / WIDTH
        names = [label.name for label in category.labels]
        # A label that calibration left out is one that this model cannot tell.
        told = np.array([name in known.biases for name in names])
        biases = np.array([known.biases.get(name, 0.0) for name in names], dtype=np.float32)
        temperatures = np.array([known.temperature_of(name) for name in names], dtype=np.float32)
        return np.where(told, (cosines + biases) / temperatures, _NEVER)


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    unit: NDArray[np.float32] = vector / max(float(np.linalg.norm(vector)), _NO_LENGTH)
    return unit


def _softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    probabilities: NDArray[np.float32] = powers / powers.sum(axis=1, keepdims=True)
    return probabilities


def _sigmoid(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    # Half the hyperbolic tangent: no overflow at either end.
    probabilities: NDArray[np.float32] = 0.5 * (1 + np.tanh(0.5 * logits))
    return probabilities

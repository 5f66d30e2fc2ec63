"""What the program's own categories, with the model's calibration, decide of photos whose answer is known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye import paths
from mindseye.clip import ClipModel, ModelManifest
from mindseye.search.bank import TEMPLATE, read_words
from mindseye.tagging import Category, load_categories
from mindseye.tagging.zero_shot import ZeroShot


class Decider:
    """Asks the shipped categories in the space of one model folder."""

    def __init__(self, folder: Path) -> None:
        model = ClipModel(ModelManifest.load(folder))
        words = read_words(paths.resource("neutral-words.txt"))
        neutral = model.embed_texts([TEMPLATE.format(word) for word in words]).mean(axis=0)
        self._judge = ZeroShot(model, lambda: neutral)
        self._categories: dict[str, Category] = {
            category.name: category for category in load_categories(paths.resource("categories.toml"))
        }

    def ask(
        self, category: str, photos: NDArray[np.float32], truth: Sequence[str]
    ) -> tuple[float, float, int]:
        """(share right of those decided, share decided, how many are decided) of photos [n, d].

        Only answers that occur in `truth` count as decided; another answer (dusk, a close-up) is neither
        right nor wrong.
        """
        verdict = self._judge.judge(self._categories[category], photos)
        labels = np.array(verdict.question.labels)
        possible = verdict.certain & np.isin(labels, list(set(truth)))
        right = (possible & (labels == np.array(truth)[:, np.newaxis])).any(axis=1)
        decided = possible.any(axis=1)
        count = int(decided.sum())
        return float(right.sum() / max(1, count)), float(decided.mean()), count

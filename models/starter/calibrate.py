"""Measures what the starter's cosines mean, on captions, and writes it into model.toml.

    python -m starter.calibrate --data DIR        from models/, with the program itself installed

Cosines with different texts have different zero points: nearly every photo is closer to "night" than a
photo taken by day should be. For each shipped category two lists of caption words say which training
photos surely carry which label; a logistic regression on the difference of the two cosines, with both
labels weighing the same, gives the category's temperature and bias (Platt 1999). The margin of the
relevance line is the one with the best F0.5 (precision counts double) for words of held-out captions.
"""

from __future__ import annotations

import argparse
import os
import re
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluate.sets import table
from evaluate.splits import flickr_split
from mindseye import paths
from mindseye.clip import ClipModel, ModelManifest
from mindseye.search.bank import TEMPLATE, read_words
from mindseye.search.directions import centred
from mindseye.search.embed import embed_picture
from mindseye.search.relevance import WORDS, Line, likely
from mindseye.tagging import Category, load_categories
from mindseye.tagging.categories import digest

SURE_WORDS = {
    "day": "sunny|sunlight|sunshine|sunlit|daytime|blue sky|clear day",
    "night": "night|nighttime|night-time|in the dark|after dark",
    "indoors": "inside|indoors?|room|kitchen|couch|sofa|bed|bedroom|restaurant|gym|office|carpet|hallway",
    "outdoors": "outside|outdoors?|beach|ocean|snow|mountains?|field|grass|street|park|lake|trail|forest",
}
"""Regular expressions of words after which a caption's photo surely carries the label."""

FEW = 8
"""Photos that must show a word before it is used to place the relevance line."""

Vectors = NDArray[np.float32]
Truth = NDArray[np.bool_]


def logistic(differences: Vectors, truth: Truth, *, steps: int = 100) -> tuple[float, float]:
    """Weight and offset of P(first label | difference [n]), the labels weighing the same (by Newton)."""
    weights = np.where(truth, 0.5 / truth.sum(), 0.5 / (~truth).sum())
    inputs = np.stack([differences, np.ones_like(differences)], axis=1).astype(np.float64)
    solution = np.zeros(2)
    for _ in range(steps):
        probability = 1 / (1 + np.exp(-inputs @ solution))
        gradient = inputs.T @ (weights * (probability - truth)) + 1e-6 * solution
        curvature = (inputs * (weights * probability * (1 - probability))[:, None]).T @ inputs
        solution -= np.linalg.solve(curvature + 1e-6 * np.eye(2), gradient)
    return float(solution[0]), float(solution[1])


def calibrate_category(model: ClipModel, category: Category, photos: Vectors, captions: list[str]) -> str:
    """The TOML table of one category of two labels; photos [n, d] with their captions."""
    first, second = category.labels
    says = [
        np.array([bool(re.search(rf"\b({SURE_WORDS[label.name]})\b", text)) for text in captions])
        for label in category.labels
    ]
    sure = says[0] ^ says[1]
    means = np.stack([model.embed_texts(label.prompts).mean(axis=0) for label in category.labels])
    directions = means / np.linalg.norm(means, axis=1, keepdims=True)
    difference = photos[sure] @ (directions[0] - directions[1])
    weight, offset = logistic(difference, says[0][sure])
    right = ((weight * difference + offset > 0) == says[0][sure]).mean()
    print(
        f"{category.name}: {says[0][sure].sum()} {first.name}, {says[1][sure].sum()} {second.name};"
        f" temperature {1 / weight:.4f}, bias {offset / weight:+.4f}; right on these {right:.1%}"
    )
    return (
        f"# {category.name}\n[calibration.categories.{digest([category])}]\n"
        f"temperature = {1 / weight:.5f}\n"
        f"biases = {{ {first.name} = {offset / weight:.5f}, {second.name} = 0.0 }}\n"
    )


def line_margin(model: ClipModel, photos: Vectors, captions: list[str]) -> float:
    """The margin of the relevance line with the best mean F0.5 for the words of the captions."""
    words_of = [set(re.findall("[a-z]{4,}", text)) for text in captions]
    counts = Counter(word for words in words_of for word in words)
    words = sorted(word for word, count in counts.items() if FEW <= count <= len(photos) // 10)
    neutral = model.embed_texts([TEMPLATE.format(w) for w in read_words(paths.resource("neutral-words.txt"))])
    scores = centred(model.embed_texts(words), neutral.mean(axis=0)) @ photos.T
    shown = np.array([[word in of_photo for of_photo in words_of] for word in words])
    margins = np.arange(-3, 1.1, 0.25)
    reached = [
        np.mean(
            [
                _f_half(likely(row, row, Line(float(margin), WORDS.reach)), truth)
                for row, truth in zip(scores, shown, strict=True)
            ]
        )
        for margin in margins
    ]
    best = int(np.argmax(reached))
    print(f"line: {len(words)} words; margin {margins[best]:+.2f} gives F0.5 {reached[best]:.3f}")
    return float(margins[best])


def _f_half(chosen: Truth, truth: Truth) -> float:
    return float(1.25 * (chosen & truth).sum() / max(chosen.sum() + 0.25 * truth.sum(), 1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("MINDSEYE_TEST_DATA"))
    parser.add_argument("--model", type=Path, default=Path(__file__).parent)
    arguments = parser.parse_args()
    if arguments.data is None:
        parser.error("name --data or set MINDSEYE_TEST_DATA")
    columns = table(arguments.data / "flickr8k-train.parquet")
    training, held_out = flickr_split(len(columns["image"]))
    model = ClipModel(ModelManifest.load(arguments.model))

    def read(rows: list[int]) -> tuple[Vectors, list[str]]:
        photos = np.stack([embed_picture(model, columns["image"][row]) for row in rows])
        return photos, [" ".join(columns["captions"][row]).lower() for row in rows]

    photos, captions = read(training)
    tables = [
        calibrate_category(model, category, photos, captions)
        for category in load_categories(paths.resource("categories.toml"))
        if len(category.labels) == 2
    ]
    margin = line_margin(model, *read(held_out))
    description = arguments.model / "model.toml"
    kept = description.read_text(encoding="utf-8").split("\n# Measured on captions", maxsplit=1)[0].rstrip()
    heading = "\n# Measured on captions by `python -m starter.calibrate`.\n[calibration]\n"
    description.write_text(
        f"{kept}\n{heading}line_margin = {margin}\n\n" + "\n".join(tables), encoding="utf-8"
    )


if __name__ == "__main__":
    main()

"""Measures what the starter's cosines mean, on captions, and writes it into model.toml.

    python -m starter.calibrate --data DIR        from models/, with the program itself installed

Cosines with different texts have different zero points: nearly every photo is closer to "night" than a
photo taken by day should be. For each shipped category the words of captions say which training photos surely
carry which label (`category_truth.py`), and a logistic regression gives temperature and biases (`platt.py`).
A label that too few captions speak of is left out: this model does not give it. Documents are every other of
the scanned receipts, and sheets drawn as for the training, but other ones; so are screenshots. Nothing speaks
of drawings. The margin of the relevance line is the one with the best F0.5 (precision counts double) for the
words of held-out captions.
"""

from __future__ import annotations

import argparse
import io
import os
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from evaluate.sets import files, table
from evaluate.splits import flickr_split
from mindseye import paths
from mindseye.clip import ClipModel, ModelManifest
from mindseye.search.bank import TEMPLATE, read_words
from mindseye.search.directions import centred
from mindseye.search.embed import embed_picture
from mindseye.search.relevance import WORDS, likely
from mindseye.tagging import Category, load_categories
from mindseye.tagging.categories import digest
from mindseye.tagging.zero_shot import ZeroShot
from starter.category_truth import said
from starter.gather import decode
from starter.papers import draw_sheets
from starter.platt import exclusive_fit, independent_fit

FEW = 8
"""Photos that must show a word before it is used to place the relevance line, or a label to be told."""

ENOUGH = 60
"""Photos that must show a label of an exclusive category before it takes part: a label that is badly placed
takes photos from all the others."""

RELIABLE = 0.8
"""The share, all labels weighing the same, of sure photos that an exclusive category must get right without a
band. Below it no band helps enough: what is given would be wrong too often, so nothing is."""

PRIOR = 0.15
"""The share of photos that a label judged for itself is taken to fit; low, so that what is given is right."""

SHEETS, DRAWN, DRAWN_ANEW, GROUNDS = 320, 224, 1, 100
"""How many sheets are drawn, their pixels a side, a seed that the training did not use, photos to lie on."""

Vectors = NDArray[np.float32]
Truth = NDArray[np.bool_]


def calibrate_category(judge: ZeroShot, category: Category, photos: Vectors, truth: dict[str, Truth]) -> str:
    """The TOML table of one category; photos [n, d] and which of them each label is true of [n]."""
    least = ENOUGH if category.exclusive and category.name != "kind" else FEW
    told = [label for label in category.labels if label.name in truth and truth[label.name].sum() >= least]
    if len(told) < 1 + category.exclusive:
        print(f"{category.name}: too few photos say anything of it; no label is given")
        return _table(category, 1.0, {}, {})
    embed = judge.direction if category.exclusive else judge.standing_out
    scores = photos @ np.stack([embed(category.phrases(label)) for label in told]).T
    if category.exclusive:
        says = np.stack([truth[label.name] for label in told], axis=1)
        sure = says.sum(axis=1) == 1
        right = says[sure].argmax(axis=1)
        fit = exclusive_fit(scores[sure], right)
        if fit is None:
            print(f"{category.name}: the cosines say nothing of it; no label is given")
            return _table(category, 1.0, {}, {})
        temperature, biases = fit
        answers = ((scores[sure] + biases) / temperature).argmax(axis=1)
        reached = float(np.mean([(answers[right == at] == at).mean() for at in range(len(told))]))
        counts = ", ".join(f"{n} {label.name}" for n, label in zip(np.bincount(right), told, strict=True))
        print(f"{category.name}: {counts}; temperature {temperature:.4f}; right on these {reached:.1%}")
        if reached < RELIABLE:
            print(f"{category.name}: not reliable enough; no label is given")
            return _table(category, 1.0, {}, {})
        return _table(category, temperature, {x.name: b for x, b in zip(told, biases, strict=True)}, {})
    fits: dict[str, tuple[float, float]] = {}
    for at, label in enumerate(told):
        alone = independent_fit(scores[:, at], truth[label.name], prior=PRIOR)
        if alone is None:
            print(f"{category.name}, {label.name}: the cosines say nothing of it")
            continue
        fits[label.name] = alone
        print(f"{category.name}, {label.name}: {truth[label.name].sum()} photos; T {alone[0]:.4f}")
    widths = {name: temperature for name, (temperature, _) in fits.items()}
    return _table(category, 1.0, {name: bias for name, (_, bias) in fits.items()}, widths)


def _table(
    category: Category, temperature: float, biases: dict[str, float], temperatures: dict[str, float]
) -> str:
    def row(values: dict[str, float]) -> str:
        inside = ", ".join(f'"{name}" = {value:.5f}' for name, value in values.items())
        return f"{{ {inside} }}" if inside else "{}"

    lines = [
        f"# {category.name}",
        f"[calibration.categories.{digest([category])}]",
        f"temperature = {temperature:.5f}",
        f"biases = {row(biases)}",
    ]
    if temperatures:
        lines.append(f"temperatures = {row(temperatures)}")
    return "\n".join(lines) + "\n"


def line_margin(model: ClipModel, photos: Vectors, captions: list[str]) -> float:
    """The margin of the relevance line with the best mean F0.5 for the words of the captions."""
    words_of = [set(re.findall("[a-z]{4,}", text)) for text in captions]
    counts = Counter(word for words in words_of for word in words)
    words = sorted(word for word, count in counts.items() if FEW <= count <= len(photos) // 10)
    neutral = model.embed_texts([TEMPLATE.format(w) for w in read_words(paths.resource("neutral-words.txt"))])
    scores = centred(model.embed_texts(words), neutral.mean(axis=0)) @ photos.T
    bank_best = (centred(neutral, neutral.mean(axis=0)) @ photos.T).max(axis=1)
    shown = np.array([[word in of_photo for of_photo in words_of] for word in words])
    margins = np.arange(-3, 1.1, 0.25)
    reached = [
        np.mean(
            [
                _f_half(likely(row, row, replace(WORDS, margin=float(margin)), bank_best=bank_best), truth)
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


def sheets(data: Path, grounds: list[bytes]) -> tuple[list[bytes], list[str]]:
    """Encoded pictures that are no photographs, and the label of each: half the scans, and drawn sheets."""
    scans = [path.read_bytes() for path in files(data / "documents")[::2]]
    pixels = np.stack([decode(ground, DRAWN) for ground in grounds])
    drawn, kinds = draw_sheets(pixels, SHEETS, DRAWN, seed=DRAWN_ANEW)
    shown = {"document": "document", "receipt": "document", "screenshot": "screenshot"}
    kept = [(_encoded(sheet), shown[kind]) for sheet, kind in zip(drawn, kinds, strict=True) if kind in shown]
    return scans + [picture for picture, _ in kept], ["document"] * len(scans) + [label for _, label in kept]


def _encoded(pixels: NDArray[np.uint8]) -> bytes:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


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
    pictures, kinds = sheets(arguments.data, [columns["image"][row] for row in training[:GROUNDS]])
    everything = np.concatenate([photos, np.stack([embed_picture(model, picture) for picture in pictures])])
    labels = np.array(["photograph"] * len(photos) + kinds)
    words = read_words(paths.resource("neutral-words.txt"))
    neutral = model.embed_texts([TEMPLATE.format(word) for word in words]).mean(axis=0)
    judge = ZeroShot(model, lambda: neutral)
    tables = []
    for category in load_categories(paths.resource("categories.toml")):
        if not category.enabled:
            continue
        if category.name == "kind":
            truth = {label: labels == label for label in ("photograph", "document", "screenshot")}
            tables.append(calibrate_category(judge, category, everything, truth))
        else:
            tables.append(calibrate_category(judge, category, photos, said(category, captions)))
    margin = line_margin(model, *read(held_out))
    description = arguments.model / "model.toml"
    kept = description.read_text(encoding="utf-8").split("\n# Measured on captions", maxsplit=1)[0].rstrip()
    heading = "\n# Measured on captions by `python -m starter.calibrate`.\n[calibration]\n"
    description.write_text(
        f"{kept}\n{heading}line_margin = {margin}\n\n" + "\n".join(tables), encoding="utf-8"
    )


if __name__ == "__main__":
    main()

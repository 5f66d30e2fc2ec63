"""Ranking and the relevance line on the recorded CLIP vectors.

MINDSEYE_TEST_DATA=FOLDER python -m tests.benchmarks.ranking [--json]
"""

import argparse
import json
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from mindseye.search.directions import centred, library_mean
from mindseye.search.relevance import PICTURES, WORDS, likely
from tests.benchmarks.frame import Figure, recorded_data
from tests.benchmarks.recorded_vectors import Recorded, load

Scores = NDArray[np.float32]
Truth = NDArray[np.bool_]


def average_precision(scores: Scores, truth: Truth) -> float:
    """The mean of the precisions at each true item; scores and truth [n]."""
    ranked = truth[np.argsort(-scores, kind="stable")]
    precisions = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precisions[ranked].mean())


def f1(chosen: Truth, truth: Truth) -> float:
    """The harmonic mean of precision and recall of a choice."""
    return float(2 * (chosen & truth).sum() / max(chosen.sum() + truth.sum(), 1))


def best_f1(scores: Scores, truth: Truth) -> float:
    """The F1 of the best cut that this ranking allows."""
    found = np.cumsum(truth[np.argsort(-scores, kind="stable")])
    return float((2 * found / (np.arange(1, len(truth) + 1) + truth.sum())).max())


def area_under_curve(positive: Scores, negative: Scores) -> float:
    """The chance that a positive score exceeds a negative one."""
    return float(
        (positive[:, None] > negative[None]).mean() + (positive[:, None] == negative[None]).mean() / 2
    )


def words_table(recorded: Recorded) -> dict[str, dict[str, float]]:
    """Nouns against photos: the bare cosine, and with the neutral mean taken off as the app does."""
    corrected = centred(recorded.texts, recorded.bank.mean(axis=0))
    return {
        "bare cosine": _words(recorded, recorded.texts @ recorded.photos.T, None),
        "neutral mean taken off": _words(
            recorded,
            corrected @ recorded.photos.T,
            (centred(recorded.bank, recorded.bank.mean(axis=0)) @ recorded.photos.T).max(axis=1),
        ),
    }


def _words(recorded: Recorded, scores: Scores, bank_best: Scores | None) -> dict[str, float]:
    present, shown = recorded.present, recorded.shown
    at_line = np.mean(
        [f1(likely(scores[n], scores[n], WORDS, bank_best=bank_best), shown[n]) for n in present]
    )
    best = np.mean([best_f1(scores[n], shown[n]) for n in present])
    strongest = scores.max(axis=1)
    return {
        "mAP": float(np.mean([average_precision(scores[n], shown[n]) for n in present])),
        "F1 at the line": float(at_line),
        "F1 of the best cut": float(best),
        "AUC present or absent": area_under_curve(strongest[present], strongest[recorded.absent]),
    }


def pictures_table(recorded: Recorded) -> dict[str, dict[str, float]]:
    """Photos against photos: alike are those whose descriptions share one of the nouns."""
    shown = recorded.shown[recorded.present]
    alike = (shown.T.astype(int) @ shown.astype(int)) > 0
    without = centred(recorded.photos, library_mean(recorded.photos))
    return {
        "bare cosine": _pictures(alike, recorded.photos @ recorded.photos.T),
        "library mean taken off": _pictures(alike, without @ without.T),
    }


def _pictures(alike: Truth, scores: Scores) -> dict[str, float]:
    precisions, at_line, best = [], [], []
    for number, (row, truth) in enumerate(zip(scores, alike, strict=True)):
        others, wanted = np.delete(row, number), np.delete(truth, number)
        if wanted.any():
            precisions.append(average_precision(others, wanted))
            at_line.append(f1(likely(others, others, PICTURES), wanted))
            best.append(best_f1(others, wanted))
    return {
        "mAP": float(np.mean(precisions)),
        "F1 at the line": float(np.mean(at_line)),
        "F1 of the best cut": float(np.mean(best)),
    }


Tables = dict[str, dict[str, dict[str, float]]]


def tables(recorded: Recorded) -> Tables:
    """What is measured, by subject and method."""
    return {
        "words": words_table(recorded),
        "pictures": pictures_table(recorded),
    }


def measure() -> Iterator[Figure]:
    """The tables as figures."""
    for subject, table in tables(load(recorded_data())).items():
        for method, figures in table.items():
            for key, value in figures.items():
                yield Figure(f"{subject}, {method}: {key}", value, better="more")


def main() -> None:
    """Prints both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    recorded = load(recorded_data())
    found = tables(recorded)
    if options.json:
        print(json.dumps(found, indent=2))
        return
    print(
        f"{len(recorded.present)} nouns present, {len(recorded.absent)} absent,"
        f" {len(recorded.bank)} in the bank"
    )
    for name, table in found.items():
        for method, figures in table.items():
            print(f"{name:9}{method:24}" + "".join(f"  {key} {value:.3f}" for key, value in figures.items()))


if __name__ == "__main__":
    main()

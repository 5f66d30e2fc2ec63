"""The relevance line on the recorded CLIP vectors: scored on nouns it was not fitted on; and at other sizes.

The constants of ``mindseye.search.relevance.WORDS`` come from here. "Fitted on other nouns" is five folds,
drawn six times.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mindseye.search.directions import centred
from mindseye.search.relevance import WORDS, Line, likely
from tests.benchmarks.frame import Figure, recorded_data
from tests.benchmarks.ranking import Scores, Truth, area_under_curve, best_f1, f1
from tests.benchmarks.recorded_vectors import Recorded, load

_RIDGE = 1e-3
_THRESHOLDS = np.arange(-3, 3, 0.1)


@dataclass(frozen=True, slots=True)
class Case:
    """One noun: its scores of the photos, and which show it."""

    scores: Scores
    shown: Truth


def deviations(scores: Scores) -> NDArray[np.float64]:
    """The features [n, 3] of the line's model: z, r and their product."""
    middle = np.median(scores)
    z = (scores - middle) / (1.4826 * np.median(np.abs(scores - middle)))
    share = z / z.max()
    return np.stack([z, share, z * share], axis=1)


def fit(cases: Sequence[Case]) -> Line:
    """The line of a logistic regression, each noun's matches weighing the same, cut where F1 is best."""
    features = np.concatenate([deviations(case.scores) for case in cases])
    truth = np.concatenate([case.shown for case in cases]).astype(float)
    weights = np.concatenate([np.full(len(case.shown), 1 / case.shown.sum()) for case in cases])
    middle, spread = features.mean(axis=0), features.std(axis=0)
    inputs = np.column_stack([(features - middle) / spread, np.ones(len(features))])
    ridge = np.diag([*[_RIDGE * weights.sum()] * 3, 0.0])
    found = np.zeros(4)
    for _ in range(40):  # Newton's method
        chance = 1 / (1 + np.exp(-inputs @ found))
        slope = inputs.T @ (weights * (chance - truth)) + ridge @ found
        curve = (inputs * (weights * chance * (1 - chance))[:, None]).T @ inputs + ridge
        found -= np.linalg.solve(curve, slope)
    distance, reach, both = found[:3] / spread
    constant = float(found[3] - (found[:3] / spread * middle).sum())
    model = replace(
        WORDS,
        constant=constant,
        distance=float(distance),
        reach=float(reach),
        both=float(both),
        presence=None,
    )
    lines = [replace(model, constant=constant - threshold) for threshold in _THRESHOLDS]
    reached = [np.mean([at(line, case) for case in cases]) for line in lines]
    smooth = np.convolve(np.pad(reached, 2, mode="edge"), np.full(5, 0.2), "valid")
    return lines[int(smooth.argmax())]


def at(line: Line, case: Case, bank_best: Scores | None = None) -> float:
    """F1 of what lies above the line."""
    return f1(likely(case.scores, case.scores, line, bank_best=bank_best), case.shown)


def on_others(cases: Sequence[Case], *, folds: int = 5, draws: int = 6) -> tuple[list[float], list[Line]]:
    """Macro F1 of each draw at lines fitted on other nouns, and the line that each noun had in the last."""
    means: list[float] = []
    lines = [WORDS] * len(cases)
    for draw in range(draws):
        fold = np.random.default_rng(draw).permutation(len(cases)) % folds
        for part in range(folds):
            line = fit([case for case, own in zip(cases, fold, strict=True) if own != part])
            for number in np.flatnonzero(fold == part):
                lines[number] = line
        means.append(float(np.mean([at(line, case) for line, case in zip(lines, cases, strict=True)])))
    return means, lines


def cases_of(
    recorded: Recorded, photos: NDArray[np.int64] | None = None
) -> tuple[list[Case], list[Case], Scores]:
    """The nouns that are shown (by two photos or more), those that are absent, and the bank's best scores."""
    chosen = np.arange(len(recorded.photos)) if photos is None else photos
    neutral = recorded.bank.mean(axis=0)
    scores = centred(recorded.texts, neutral) @ recorded.photos[chosen].T
    bank = (centred(recorded.bank, neutral) @ recorded.photos[chosen].T).max(axis=1)
    shown = recorded.shown[:, chosen]
    present = [Case(scores[n], shown[n]) for n in recorded.present if shown[n].any()]
    return present, [Case(scores[n], shown[n]) for n in recorded.absent], bank


def measure() -> Iterator[Figure]:
    """Yields the figures."""
    recorded = load(recorded_data())
    present, absent, bank = cases_of(recorded)
    best = float(np.mean([best_f1(case.scores, case.shown) for case in present]))
    fitted = fit(present)
    numbers = ", ".join(f"{getattr(fitted, name):.3f}" for name in ("constant", "distance", "reach", "both"))
    yield Figure("F1 of the best cut a noun", best, better="more", note=f"fitted on all: {numbers}")
    means, lines = on_others(present)
    share = float(np.mean(means)) / best
    yield Figure("F1 at the line, fitted on other nouns", float(np.mean(means)), better="more")
    yield Figure("share of the best cut", share, aim=0.85, better="more", note=f"±{np.std(means) / best:.3f}")
    asking = [replace(line, presence=WORDS.presence) for line in lines]
    with_presence = [at(line, case, bank) for line, case in zip(asking, present, strict=True)]
    yield Figure("share of the best cut, with the question of presence", float(np.mean(with_presence)) / best,
                 better="more")  # fmt: skip
    strongest = [np.array([case.scores.max() for case in cases]) for cases in (present, absent)]
    yield Figure("AUC: is it there at all", area_under_curve(*strongest), aim=0.78, better="more")
    for name, line in (("without", replace(WORDS, presence=None)), ("with", WORDS)):
        for kind, cases in (("absent", absent), ("shown", present)):
            some = np.mean([likely(case.scores, case.scores, line, bank_best=bank).any() for case in cases])
            yield Figure(f"{kind} nouns with a likely photo, {name} the question of presence", float(some),
                         better="less" if kind == "absent" else "more")  # fmt: skip
    for size in (20, 50, 100, 250):
        yield Figure(f"share of the best cut among {size} photos", _at_size(recorded, size), better="more")


def _at_size(recorded: Recorded, size: int, *, draws: int = 8) -> float:
    """The share at libraries of so many of the photos; the constants are those of all."""
    line = replace(WORDS, presence=None)
    reached: list[float] = []
    best: list[float] = []
    for draw in range(draws):
        photos = np.random.default_rng(draw).permutation(len(recorded.photos))[:size]
        present, _, _ = cases_of(recorded, photos)
        reached += [at(line, case) for case in present]
        best += [best_f1(case.scores, case.shown) for case in present]
    return float(np.mean(reached) / np.mean(best))

"""What a tag is taught from, and what came of it: examples, counter-examples, photos taken at random."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mindseye.tagging.examples import Linear, calibrated, fit
from mindseye.tagging.zero_shot import LINE, WIDTH

CERTAIN_FROM = 0.5
"""The probability from which on a taught tag is suggested."""

LEAST_CERTAIN = 0.2
"""The probability below which no tag is suggested, however hard it is to tell."""

BACKGROUND = 200
"""Photos of the library that nothing was said of, which count as counter-examples, each for little."""

PRIOR = 0.2
"""The share of photos that a tag is taken to fit, whatever it is among the examples."""

_SLOPE = 0.5
"""Of the prompt's cosine in temperatures: what it says before there are examples."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is known of a tag in one space."""

    photos: NDArray[np.floating]
    """[n, dimension] the examples and counter-examples"""
    fits: NDArray[np.bool_]
    """[n] which of them are examples"""
    background: NDArray[np.floating]
    """[m, dimension] photos that nothing was said of"""
    prompt: NDArray[np.float32] | None
    """[dimension] what the prompt says and others do not, unit length; None without one"""
    temperature: float
    """The model's."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """A taught tag, and how good it is on examples that it was not shown (leave-one-out)."""

    linear: Linear
    """Its logits are those of probabilities, less the logit from which on the tag is worth suggesting."""
    found: int
    """Examples that it gives when they are left out."""
    examples: int
    mistaken: int
    """Counter-examples that it gives when they are left out."""
    counter_examples: int

    @property
    def recall(self) -> float | None:
        """The share of examples that it finds; None without any."""
        return self.found / self.examples if self.examples else None

    @property
    def precision(self) -> float | None:
        """The share of right ones among what it gives of what was said; None where nothing tells it."""
        given = self.found + self.mistaken
        return self.found / given if given and self.counter_examples else None


def learn(lesson: Lesson) -> Learnt:
    """Bends the prompt by the examples; with none it is the prompt as categories judge it."""
    dimension = lesson.photos.shape[1]
    count, examples = len(lesson.photos), int(lesson.fits.sum())
    if lesson.prompt is not None:
        weights = lesson.prompt * np.float32(1 / (WIDTH * lesson.temperature))
        if not examples:
            return Learnt(Linear(weights, -LINE / WIDTH), 0, 0, 0, count)
        start = Linear(lesson.prompt * np.float32(_SLOPE / lesson.temperature), -LINE * _SLOPE)
    else:
        start = Linear(np.zeros(dimension, np.float32), 0.0)
    photos = np.concatenate([lesson.photos, lesson.background]).astype(np.float32)
    fits = np.append(lesson.fits, np.zeros(len(lesson.background), np.bool_))
    balanced = _weights(lesson, examples)
    solution = fit(photos, fits, balanced, start, temperature=lesson.temperature)
    rarely = balanced * np.where(fits, PRIOR, 1 - PRIOR)
    factor, offset = calibrated(solution.left_out, fits, rarely)
    logits = factor * solution.left_out + offset
    border = _border(logits, fits, rarely)
    linear = Linear(
        solution.linear.weights * np.float32(factor), solution.linear.offset * factor + offset - border
    )
    given = logits[:count] >= border
    return Learnt(
        linear,
        int((given & lesson.fits).sum()),
        examples,
        int((given & ~lesson.fits).sum()),
        count - examples,
    )


def _border(logits: NDArray[np.float64], fits: NDArray[np.bool_], weights: NDArray[np.float64]) -> float:
    """The logit from which on giving the tag has the best F1 among photos that were left out.

    It is where the probability is half that F1 (Lipton et al. 2014): at one half where all are told apart,
    and at less for a tag that is hard to tell, which would be suggested for nothing otherwise.
    """
    order = np.argsort(-logits, kind="stable")
    right = np.cumsum(weights[order] * fits[order])
    best = (2 * right / (np.cumsum(weights[order]) + weights[fits].sum())).max()
    share = float(np.clip(best / 2, LEAST_CERTAIN, CERTAIN_FROM))
    return float(np.log(share / (1 - share)))


def _weights(lesson: Lesson, examples: int) -> NDArray[np.float64]:
    """Both kinds weigh the same; counter-examples of a person and all the background share theirs."""
    counter = len(lesson.photos) - examples
    background = len(lesson.background)
    shares = (counter > 0) + (background > 0)
    each = examples / max(shares, 1)
    said = np.where(lesson.fits, 1.0, each / max(counter, 1))
    return np.append(said, np.full(background, each / max(background, 1)))


def most_doubtful(
    probabilities: NDArray[np.float32],
    photos: NDArray[np.floating],
    count: int,
    open_ones: NDArray[np.bool_] | None = None,
) -> NDArray[np.int64]:
    """The photos [n, dimension] that are worth asking about, most doubtful first, no two much alike.

    Args:
        probabilities: [n], of the tag.
        photos: their vectors.
        count: how many at most.
        open_ones: [n], which of them may be asked about; all without it.
    """
    doubt = -np.abs(probabilities - CERTAIN_FROM)
    order = highest(doubt, 8 * count, open_ones)
    candidates = photos[order].astype(np.float32)
    centred = candidates - candidates.mean(axis=0)
    unit = centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-6)
    chosen: list[int] = []
    passed: list[int] = []
    for at in range(len(order)):
        if len(chosen) == count:
            break
        alike = chosen and float((unit[chosen] @ unit[at]).max()) > _ALIKE
        (passed if alike else chosen).append(at)
    return order[(chosen + passed)[:count]]


def highest(
    scores: NDArray[np.float32], count: int, open_ones: NDArray[np.bool_] | None = None
) -> NDArray[np.int64]:
    """Where the highest scores [n] are, highest first, of those that are open or of all."""
    kept = np.arange(len(scores)) if open_ones is None else np.flatnonzero(open_ones)
    if count < len(kept):
        kept = kept[np.argpartition(scores[kept], -count)[-count:]]
        kept.sort()
    best: NDArray[np.int64] = kept[np.argsort(-scores[kept], kind="stable")]
    return best


_ALIKE = 0.8
"""The cosine, less what the candidates have in common, from which on two photos ask the same."""

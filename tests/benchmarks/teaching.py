"""Tags from examples: how few of them rank the rest better than words alone, or than their own mean.

Recorded CLIP vectors, so the machine does not matter. A word is taught with photos whose descriptions show
it, drawn at random again and again; scored are the photos that it was not shown. Counter-examples are drawn
at random as well: of those that words rank high without a description that says so, most do show it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye.search.directions import centred
from mindseye.tagging.lesson import BACKGROUND, Lesson, learn
from tests.benchmarks.frame import Figure, Skipped, recorded_data
from tests.benchmarks.ranking import average_precision, f1
from tests.benchmarks.recorded_vectors import Recorded, load
from tests.benchmarks.tags import CLIP_TEMPERATURE, described

Truth = NDArray[np.bool_]

LEFT = 5
"""A word is asked of where at least so many of its photos are left when the examples are taken away."""

SHOWS = {
    "person": r"man|men|woman|women|person|people|girls?|boys?|lady|child|children|kids?|baby|couple",
    "flower": r"flowers?|petal\w*|roses?|blossoms?|tulips?|sunflowers?",
    "dog": r"dogs?|pupp(?:y|ies)",
    "cat": r"cats?|kittens?",
    "bird": r"birds?|owls?|eagles?|parrots?|pelicans?|gulls?|seagulls?|ducks?|penguins?|flamingos?",
    "fish": r"fish|jellyfish|sharks?|whales?|turtles?|dolphins?",
    "deer": r"deer|antelopes?|elk|moose|gazelles?",
    "lamp": r"lamps?|lights?|lanterns?",
    "fruit juice": r"fruits?|strawberr\w*|oranges?|cherr\w*|apples?|berries|pineapples?",
}
"""Nouns whose text was recorded, and the words of a description that say the same or a kind of it."""

SCENES = (
    "mountain", "water", "sea", "ocean", "beach", "forest", "tree", "sky", "snow", "night", "building",
    "street", "road", "grass", "rock", "cloud", "sunset", "river", "lake", "leaf", "field", "island",
    "aerial", "city",
)  # fmt: skip
"""Words of descriptions of which no text was recorded: for tags without any words to start from."""

WAYS = ("the words alone", "mean of the examples", "taught", "taught without words")


def measure(*, draws: int = 10) -> Iterator[Figure | Skipped]:
    """The curve over the number of examples."""
    data = recorded_data()
    recorded = load(data)
    yield from _with_words(recorded, data, draws)
    yield from _without_words(recorded, data, draws)


def _with_words(recorded: Recorded, data: Path, draws: int) -> Iterator[Figure]:
    shown = {noun: described(data, pattern) for noun, pattern in SHOWS.items()}
    for noun in recorded.present:
        shown.setdefault(recorded.nouns[noun], recorded.shown[noun])
    for count in (3, 10, 30):
        asked = [noun for noun, truth in shown.items() if truth.sum() >= count + LEFT]
        for counters in (0, count):
            found = np.array(
                [
                    _scores(recorded, _words(recorded, noun), shown[noun], (count, counters, draw))
                    for noun in asked
                    for draw in range(draws)
                ]
            ).mean(axis=0)
            what = f"{count} examples" + (f", {counters} counter-examples" if counters else "")
            for way, value in zip(WAYS, found, strict=False):
                yield Figure(f"{what}: mAP, {way}", value, better="more", note=f"{len(asked)} words")
            best = float(max(found[:2]))
            yield Figure(
                f"{what}: mAP, taught, against the better of the first two", found[2], aim=best, better="more"
            )
            yield Figure(f"{what}: F1 of what is suggested", found[4], better="more")


def _without_words(recorded: Recorded, data: Path, draws: int) -> Iterator[Figure]:
    shown = {word: described(data, rf"{word}(?:s|es)?") for word in SCENES}
    for count in (3, 10, 30):
        asked = [truth for truth in shown.values() if truth.sum() >= count + LEFT]
        found = np.array(
            [_scores(recorded, None, truth, (count, 0, draw)) for truth in asked for draw in range(draws)]
        ).mean(axis=0)
        what = f"{count} examples and no words"
        note = f"{len(asked)} words"
        yield Figure(f"{what}: mAP, mean of the examples", found[1], better="more", note=note)
        yield Figure(f"{what}: mAP, taught", found[3], aim=float(found[1]), better="more")


def _words(recorded: Recorded, noun: str) -> NDArray[np.float32]:
    text = recorded.texts[recorded.nouns.index(noun)]
    direction: NDArray[np.float32] = centred(text[np.newaxis], recorded.bank.mean(axis=0))[0]
    return direction


def _scores(
    recorded: Recorded, words: NDArray[np.float32] | None, shown: Truth, sizes: Sequence[int]
) -> list[float]:
    """The average precision of each way on photos that were not shown, and the F1 of what is suggested."""
    count, counters, draw = sizes
    random = np.random.default_rng([int(shown.sum()), count, draw])
    right = random.permutation(np.flatnonzero(shown))[:count]
    wrong = random.permutation(np.flatnonzero(~shown))[:counters]
    said = np.concatenate([right, wrong])
    left = np.setdiff1d(np.arange(len(shown)), said)
    lesson = Lesson(
        recorded.photos[said],
        np.append(np.ones(count, np.bool_), np.zeros(counters, np.bool_)),
        recorded.photos[random.choice(left, BACKGROUND, replace=False)],
        words,
        CLIP_TEMPERATURE,
    )
    photos, truth = recorded.photos[left], shown[left]
    # Without the library's mean the examples' own would mostly say what a photograph is.
    mean = photos @ (recorded.photos[right].mean(axis=0) - recorded.photos.mean(axis=0))
    taught = learn(lesson).linear.logits(photos)
    wordless = taught if words is None else learn(replace(lesson, prompt=None)).linear.logits(photos)
    ways = (mean if words is None else photos @ words, mean, taught, wordless)
    return [*(average_precision(each, truth) for each in ways), f1(taught >= 0, truth)]

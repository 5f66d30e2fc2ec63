"""Learning from examples agrees with others' logistic regression, and with its own full leave-one-out."""

import numpy as np
import pytest
from numpy.typing import NDArray

from mindseye.tagging.examples import Linear, fit
from mindseye.tagging.lesson import Lesson, learn, most_doubtful

TEMPERATURE = 0.05
Vectors = NDArray[np.float32]


def unit(vectors: NDArray[np.floating]) -> Vectors:
    return (vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)).astype(np.float32)


def clouds(count: int, dimension: int, seed: int = 0) -> tuple[Vectors, NDArray[np.bool_]]:
    """Photos of two kinds that overlap a little."""
    random = np.random.default_rng(seed)
    fits = random.random(count) < 0.4
    middle = random.normal(size=dimension) / np.sqrt(dimension)
    return unit(random.normal(size=(count, dimension)) / np.sqrt(dimension) + fits[:, None] * middle), fits


def start(dimension: int) -> Linear:
    direction = unit(np.random.default_rng(7).normal(size=dimension))
    return Linear(direction / np.float32(TEMPERATURE), -2.0)


@pytest.mark.parametrize(("count", "dimension"), [(12, 40), (300, 24)])
@pytest.mark.parametrize("pull", [0.5, 30.0])
def test_the_solution_is_that_of_scikit_learn(count: int, dimension: int, pull: float) -> None:
    linear_model = pytest.importorskip("sklearn.linear_model")
    photos, fits = clouds(count, dimension)
    weights = np.where(fits, 1.0, 0.3)
    ours = fit(photos, fits, weights, Linear(np.zeros(dimension, np.float32), 0.0),
               temperature=TEMPERATURE, pull=pull).linear  # fmt: skip
    theirs = linear_model.LogisticRegression(C=1 / pull, tol=1e-10, max_iter=10_000)
    theirs.fit(photos.astype(np.float64) / TEMPERATURE, fits, sample_weight=weights)
    np.testing.assert_allclose(ours.weights * TEMPERATURE, theirs.coef_[0], atol=2e-3, rtol=2e-3)
    assert ours.offset == pytest.approx(theirs.intercept_[0], abs=5e-3)


@pytest.mark.parametrize(("count", "dimension"), [(12, 40), (300, 24)])
def test_the_gradient_of_the_penalised_loss_is_zero_at_the_solution(count: int, dimension: int) -> None:
    photos, fits = clouds(count, dimension)
    first, weights, pull = start(dimension), np.linspace(0.5, 1.5, count), 3.0
    found = fit(photos, fits, weights, first, temperature=TEMPERATURE, pull=pull).linear
    signs = np.where(fits, 1.0, -1.0)
    wrong = 1 / (1 + np.exp(signs * found.logits(photos).astype(np.float64)))
    inputs = photos.astype(np.float64) / TEMPERATURE
    moved = (found.weights - first.weights).astype(np.float64) * TEMPERATURE
    np.testing.assert_allclose(inputs.T @ (weights * signs * wrong), pull * moved, atol=0.02)


def test_a_hard_pull_stays_at_the_start() -> None:
    photos, fits = clouds(30, 16)
    first = start(16)
    found = fit(photos, fits, np.ones(30), first, temperature=TEMPERATURE, pull=1e9).linear
    np.testing.assert_allclose(found.weights, first.weights, atol=1e-3)


def test_what_is_left_out_is_judged_as_if_it_had_not_been_shown() -> None:
    photos, fits = clouds(40, 16)
    weights = np.linspace(0.5, 1.5, 40)
    found = fit(photos, fits, weights, start(16), temperature=TEMPERATURE)
    as_if, exact = [], []
    for at in range(0, 40, 3):
        others = np.arange(40) != at
        kind = fits == fits[at]
        balanced = np.where(kind, weights * weights[kind].sum() / (weights[kind & others].sum()), weights)
        without = fit(photos[others], fits[others], balanced[others], start(16), temperature=TEMPERATURE)
        exact.append(float(without.linear.logits(photos[at : at + 1])[0]))
        as_if.append(found.left_out[at])
    np.testing.assert_allclose(as_if, exact, atol=0.1)
    shown = found.linear.logits(photos[::3])
    assert np.abs(shown - exact).mean() > 10 * np.abs(np.array(as_if) - exact).mean()


def test_halves_are_judged_like_singles() -> None:
    halves = clouds(700, 48)[0].astype(np.float16)
    halves[0, :4] = [0.0, -0.0, 6e-8, -3e-5]
    singles = halves.astype(np.float32)
    np.testing.assert_allclose(start(48).logits(halves), start(48).logits(singles), atol=1e-4)
    assert start(48).logits(halves[:0]).shape == (0,)


def lesson(photos: Vectors, fits: NDArray[np.bool_], background: Vectors, prompt: Vectors | None) -> Lesson:
    return Lesson(photos, fits, background, prompt, TEMPERATURE)


def test_without_examples_the_prompt_speaks_and_without_a_prompt_the_examples() -> None:
    photos, fits = clouds(400, 32, seed=3)
    none = np.empty((0, 32), np.float32)
    prompt = unit(photos[fits].mean(axis=0) - photos[~fits].mean(axis=0))
    by_prompt = learn(lesson(none, np.empty(0, np.bool_), none, prompt)).linear
    np.testing.assert_allclose(unit(by_prompt.weights), prompt, atol=1e-6)
    some = np.flatnonzero(fits)[:20]
    by_examples = learn(lesson(photos[some], np.ones(20, np.bool_), photos[200:], None)).linear.logits(photos)
    assert by_examples[fits].mean() > by_examples[~fits].mean() + 1


def test_counter_examples_push_away_what_is_like_them() -> None:
    random = np.random.default_rng(5)
    common, apart = random.normal(size=(2, 16))
    noise = 0.3 * random.normal(size=(60, 16))
    right, wrong = unit(noise[:10] + common + apart), unit(noise[10:20] + common - apart)
    rest = unit(noise[20:])
    alone = learn(lesson(right[:5], np.ones(5, np.bool_), rest, None))
    fits = np.array([True] * 5 + [False] * 5)
    both = learn(lesson(np.concatenate([right[:5], wrong[:5]]), fits, rest, None))
    before, after = (each.linear.probabilities(wrong[5:]) for each in (alone, both))
    assert (after < 0.3 * before).all()
    assert both.linear.probabilities(right[5:]).min() > 0.8
    assert (both.found, both.mistaken, both.counter_examples) == (5, 0, 5)
    assert (both.precision, alone.precision) == (1.0, None)


def test_probabilities_are_careful_where_the_examples_cannot_be_told_from_the_rest() -> None:
    photos, _ = clouds(300, 16, seed=9)
    learnt = learn(lesson(photos[:10], np.ones(10, np.bool_), photos[10:210], None))
    assert (learnt.linear.probabilities(photos[210:]) >= 0.5).mean() < 0.1


def test_a_tag_that_is_hard_to_tell_is_suggested_all_the_same() -> None:
    photos, fits = clouds(900, 24, seed=3)
    photos = unit(photos + 3 * np.random.default_rng(4).normal(size=photos.shape).astype(np.float32) / 5)
    shown = np.concatenate([np.flatnonzero(fits)[:15], np.flatnonzero(~fits)[:15]])
    learnt = learn(lesson(photos[shown], fits[shown], photos[~fits][50:250], None))
    others = np.setdiff1d(np.arange(len(photos)), shown)
    given = learnt.linear.logits(photos[others]) >= 0
    assert learnt.recall is not None
    assert learnt.recall >= 0.4
    assert (given & fits[others]).sum() >= 0.4 * fits[others].sum()
    assert (given & fits[others]).sum() > (given & ~fits[others]).sum()


def test_doubtful_ones_are_near_the_border_and_not_all_alike() -> None:
    photos, _ = clouds(200, 32, seed=2)
    photos[:50] = photos[0]
    probabilities = np.concatenate([np.full(50, 0.5), np.linspace(0.3, 0.99, 150)]).astype(np.float32)
    chosen = most_doubtful(probabilities, photos, 10)
    assert len(set(chosen.tolist())) == 10
    assert sum(each < 50 for each in chosen.tolist()) == 1
    assert (np.abs(probabilities[chosen] - 0.5) < 0.3).all()
    assert most_doubtful(probabilities[:3], photos[:3], 10).tolist() == [0, 1, 2]

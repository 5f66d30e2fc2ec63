"""The fit that turns cosines into probabilities finds what made them."""

import numpy as np
import pytest

from starter.platt import exclusive_fit, independent_fit


def test_temperature_and_biases_come_back() -> None:
    random = np.random.default_rng(1)
    cosines = random.normal(0, 0.1, (60_000, 3))
    biases, temperature = np.array([0.05, -0.1, 0.0]), 0.05
    # What makes the labels is the fitted model itself (Gumbel's trick draws from a softmax).
    noise = random.gumbel(size=cosines.shape)
    truth = ((cosines + biases) / temperature + noise).argmax(axis=1)
    fit = exclusive_fit(cosines, truth)
    assert fit is not None
    assert fit[0] == pytest.approx(temperature, rel=0.05)
    # All labels weigh the same in the fit, whatever their number: that moves each bias by its logarithm.
    moved = biases - temperature * np.log(np.bincount(truth) / len(truth))
    np.testing.assert_allclose(fit[1], moved - moved[-1], atol=0.01)


def test_cosines_that_say_nothing_or_the_contrary_give_no_fit() -> None:
    random = np.random.default_rng(2)
    truth = np.arange(2000) % 2
    contrary = np.stack([truth, 1 - truth], axis=1) + random.normal(0, 0.5, (2000, 2))
    assert exclusive_fit(contrary, truth) is None
    assert independent_fit(random.normal(0, 0.1, 2000) - 0.1 * truth, truth.astype(bool), prior=0.2) is None


def test_a_lower_prior_gives_a_label_more_seldom() -> None:
    random = np.random.default_rng(3)
    truth = random.random(4000) < 0.3
    scores = random.normal(0, 0.05, 4000) + 0.1 * truth
    fits = [independent_fit(scores, truth, prior=prior) for prior in (0.5, 0.1)]
    assert fits[0] is not None
    assert fits[1] is not None
    assert fits[0][0] == fits[1][0]
    shares = [((scores + bias) / temperature > 0).mean() for temperature, bias in fits]  # type: ignore[misc]
    assert shares[0] > shares[1] > 0

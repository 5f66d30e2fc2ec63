"""Pairs by fingerprint: the fast way finds exactly what comparing each with each finds."""

import numpy as np
import pytest
from numpy.typing import NDArray

from mindseye.duplicates.fingerprint_pairs import SAME, SAME_COARSE, bits_apart, same_picture


def fingerprints(count: int, seed: int) -> NDArray[np.uint8]:
    """Random ones, a third of them altered copies of others, as near to the border as it gets."""
    random = np.random.default_rng(seed)
    bits = random.random((count, 256)) < 0.5
    bits[:, 0] = False
    for place in range(0, count - 1, 3):
        bits[place + 1] = bits[place]
        coarse = random.integers(0, SAME_COARSE + 4)
        fine = random.integers(0, SAME - SAME_COARSE + 8)
        flipped = [
            *random.choice(63, coarse, replace=False) + 1,
            *random.choice(192, fine, replace=False) + 64,
        ]
        bits[place + 1, flipped] ^= True
    return np.packbits(bits, axis=1)


@pytest.mark.parametrize("seed", range(4))
def test_the_pairs_are_those_of_comparing_each_with_each(seed: int) -> None:
    bits = fingerprints(240, seed)
    found = same_picture(bits)
    left, right = np.triu_indices(len(bits), 1)
    coarse = bits_apart(bits[:, :8], left, right) <= SAME_COARSE
    wanted = coarse & (bits_apart(bits, left, right) <= SAME)
    assert wanted.sum() > 20
    assert (~coarse | ~wanted)[bits_apart(bits, left, right) < 70].any()  # some lie just beyond
    pairs = set(zip(found.left.tolist(), found.right.tolist(), strict=True))
    assert pairs == set(zip(left[wanted].tolist(), right[wanted].tolist(), strict=True))
    assert len(pairs) == len(found.left)


def test_few_photos_have_few_pairs() -> None:
    for count in (0, 1):
        assert not len(same_picture(np.zeros((count, 32), np.uint8)).left)
    twins = same_picture(np.full((3, 32), 170, np.uint8))
    assert list(zip(twins.left.tolist(), twins.right.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2)]


def test_it_can_be_called_off_and_tells_how_far_it_is() -> None:
    shares: list[float] = []
    same_picture(fingerprints(30, 0), shares.append)
    assert shares == sorted(shares)
    assert 0 == shares[0] < shares[-1] < 1

    def stop(share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        same_picture(fingerprints(30, 0), stop)

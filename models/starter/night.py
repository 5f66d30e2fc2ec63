"""Makes pictures by night out of pictures by day, as captions name only a few photos taken in the dark."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]

CASTS = ((0.75, 0.9, 1.35), (0.9, 0.95, 1.15), (1.3, 1.0, 0.65), (1.15, 1.0, 0.8), (1.0, 1.0, 1.0))
"""Colours of moonlight, dusk, sodium lamps, windows and of none, as factors of red, green and blue."""


def _lights(side: int, rng: np.random.Generator) -> Floats:
    """float32 [side, side, 3]: lamps and lit windows with their glow, mostly warm."""
    across = np.linspace(0.0, 1.0, side, dtype=np.float32)
    out = np.zeros((side, side, 3), np.float32)
    for _ in range(int(rng.integers(0, 14))):
        x, y = rng.uniform(0, 1), rng.uniform(0.1, 0.95)
        wide, tall = rng.uniform(0.006, 0.035, 2)
        row, column = np.abs(across - y), np.abs(across - x)
        if rng.random() < 0.4:
            spot = np.outer(row < tall, column < wide).astype(np.float32)
        else:
            spot = np.outer(np.exp(-((row / tall) ** 2)), np.exp(-((column / tall) ** 2)))
        halo = rng.uniform(3, 8) * tall
        spot = spot + rng.uniform(0.1, 0.4) * np.outer(
            np.exp(-((row / halo) ** 2)), np.exp(-((column / halo) ** 2))
        )
        warm = rng.uniform(0.35, 1.0)
        colour = np.array([1.0, 0.5 + 0.5 * warm, warm * rng.uniform(0.3, 1.1)], np.float32)
        if rng.random() < 0.12:
            colour = rng.uniform(0.1, 1.0, 3).astype(np.float32)
        out += spot[:, :, None].astype(np.float32) * colour * np.float32(rng.uniform(120, 300))
    return out


def darkened(photo: Pixels, rng: np.random.Generator) -> Pixels:
    """uint8 [s, s, 3] -> the same scene as if taken at night: dark sky, a cast, lights, noise."""
    side = photo.shape[0]
    x = photo.astype(np.float32) / 255.0
    x = np.clip(x, 0, 1) ** np.float32(rng.uniform(1.0, 2.2))
    grey = x.mean(axis=2, keepdims=True)
    x = grey + (x - grey) * np.float32(rng.uniform(0.2, 0.9))
    # The sky is what is bright by day and darkest by night; the ground keeps some of the lamps' light.
    across = np.linspace(0.0, 1.0, side, dtype=np.float32)[:, None, None]
    horizon = rng.uniform(0.25, 0.7)
    sky = 1 / (1 + np.exp((across - horizon) * 12))
    x = x * (1 - np.float32(rng.uniform(0.3, 0.95)) * sky * np.clip(grey * 1.6, 0, 1))
    x = x * (np.float32(rng.uniform(0.15, 0.75)) * np.asarray(CASTS[rng.integers(len(CASTS))], np.float32))
    if rng.random() < 0.5:
        # A lamp near by lights a part of the scene.
        down, right = np.meshgrid(across[:, 0, 0], across[:, 0, 0], indexing="ij")
        distance = (down - rng.uniform(0.3, 1)) ** 2 + (right - rng.uniform(0, 1)) ** 2
        pool = np.exp(-distance / rng.uniform(0.02, 0.2))[:, :, None].astype(np.float32)
        x = x * (1 + pool * np.asarray((2.6, 2.0, 1.1), np.float32) * np.float32(rng.uniform(0.4, 1.6)))
    out = x * 255.0 + rng.uniform(0, 18) * np.asarray((0.6, 0.7, 1.0), np.float32)
    out = out + _lights(side, rng)
    out = out + rng.normal(0, rng.uniform(0, 7), (side, side, 1)).astype(np.float32)
    return np.clip(out, 0, 255).astype(np.uint8)

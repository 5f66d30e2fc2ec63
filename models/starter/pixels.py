"""Random crops, slight changes of colour, and the scaling of pixels that the image tower expects."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from starter.data import Pixels

MEAN = (0.480, 0.448, 0.398)
STD = (0.277, 0.269, 0.282)


def crop(photo: Pixels, size: int, rng: np.random.Generator, least: float) -> Pixels:
    """A random part (area `least`..1, aspect 2:3 to 3:2, as some sets were squashed), maybe mirrored."""
    side = photo.shape[0]
    area, aspect = rng.uniform(least, 1.0), np.exp(rng.uniform(-0.4, 0.4))
    width = min(side, side * float(np.sqrt(area * aspect)))
    height = min(side, side * float(np.sqrt(area / aspect)))
    left, top = rng.uniform(0, side - width), rng.uniform(0, side - height)
    resized = Image.fromarray(photo).resize(
        (size, size), Image.Resampling.BICUBIC, box=(left, top, left + width, top + height)
    )
    out = np.asarray(resized)
    return out[:, ::-1] if rng.random() < 0.5 else out


def normalise(photos: NDArray[np.uint8]) -> NDArray[np.float32]:
    """uint8 [n, s, s, 3] -> float32 [n, 3, s, s] by the model's mean and deviation."""
    scaled = (photos.astype(np.float32) / 255.0 - np.asarray(MEAN, np.float32)) / np.asarray(STD, np.float32)
    return np.ascontiguousarray(scaled.transpose(0, 3, 1, 2))


def jitter(photos: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Slight changes of brightness, contrast and colour; night must stay night, so +-15 % at most."""
    n = len(photos)
    x = photos.astype(np.float32)
    grey = x.mean(axis=3, keepdims=True)
    x = grey + (x - grey) * rng.uniform(0.7, 1.3, (n, 1, 1, 1)).astype(np.float32)
    mean = x.mean(axis=(1, 2, 3), keepdims=True)
    x = mean + (x - mean) * rng.uniform(0.8, 1.2, (n, 1, 1, 1)).astype(np.float32)
    x *= rng.uniform(0.85, 1.15, (n, 1, 1, 1)).astype(np.float32)
    return np.asarray(np.clip(x, 0, 255), np.uint8)

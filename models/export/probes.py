"""Inputs to compare networks on: pictures of structured noise, photographs if given, and rows of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from export.failure import ExportError
from export.original import Original
from mindseye.clip.manifest import Interpolation, Preprocessing
from mindseye.clip.pixels import PixelBatch

_RESAMPLING: dict[Interpolation, Image.Resampling] = {
    "bicubic": Image.Resampling.BICUBIC,
    "bilinear": Image.Resampling.BILINEAR,
    "lanczos": Image.Resampling.LANCZOS,
}
_PHOTOS = {".jpg", ".jpeg", ".png", ".webp"}


def noise(count: int, preprocessing: Preprocessing, seed: int = 0) -> NDArray[np.float32]:
    """Pictures of waves, edges and grain in random colours, float32 [count, 3, s, s], normalised."""
    random = np.random.default_rng(seed)
    return _as_input([_picture(preprocessing.size, random) for _ in range(count)], preprocessing)


def photographs(folder: Path, most: int, preprocessing: Preprocessing) -> NDArray[np.float32]:
    """Photographs of a folder, evenly picked, as the program prepares them, float32 [n, 3, s, s].

    Raises:
        ExportError: there is none, or one cannot be read.
    """
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _PHOTOS)
    if not paths:
        raise ExportError(f"{folder} holds no photographs.")
    picked = paths[:: max(1, -(-len(paths) // most))]
    return _as_input([_square(path, preprocessing) for path in picked], preprocessing)


def token_rows(count: int, length: int, original: Original, seed: int = 0) -> NDArray[np.int64]:
    """Random words, an end token and filling, int64 [count, length]; each row of another number of words."""
    random = np.random.default_rng(seed)
    end = original.vocabulary - 1 if original.end is None else original.end
    rows = np.full((count, length), end, dtype=np.int64)
    for row in rows:
        words = int(random.integers(1, length - 1))
        drawn = random.integers(0, original.vocabulary - 1, words)
        row[:words] = drawn + (drawn >= end)  # every token but the end token
    return rows


def _picture(size: int, random: np.random.Generator) -> NDArray[np.uint8]:
    down, across = np.mgrid[0 : 1 : size * 1j, 0 : 1 : size * 1j]
    picture = np.full((size, size, 3), random.uniform(40, 215, 3))
    for _ in range(int(random.integers(2, 6))):
        angle, pitch, phase = random.uniform(0, np.pi), 2 ** random.uniform(0, 5), random.uniform(0, 6.3)
        wave = np.sin(2 * np.pi * pitch * (across * np.cos(angle) + down * np.sin(angle)) + phase)
        if random.random() < 0.5:
            wave = np.sign(wave)
        window = np.exp(
            -((across - random.random()) ** 2 + (down - random.random()) ** 2) / random.uniform(0.02, 1)
        )
        picture += (wave * window)[..., None] * random.uniform(-90, 90, 3)
    picture += random.standard_normal(picture.shape) * random.uniform(0, 25)
    found: NDArray[np.uint8] = np.clip(picture, 0, 255).astype(np.uint8)
    return found


def _square(path: Path, preprocessing: Preprocessing) -> NDArray[np.uint8]:
    side, how = preprocessing.size, _RESAMPLING[preprocessing.interpolation]
    try:
        with Image.open(path) as opened:
            photo = opened.convert("RGB")
    except (OSError, UnidentifiedImageError) as error:
        raise ExportError(f"The photograph {path} cannot be read.") from error
    if preprocessing.resize == "shortest":
        scale = side / min(photo.size)
        photo = photo.resize(
            (max(side, round(photo.width * scale)), max(side, round(photo.height * scale))), how
        )
        left, top = (photo.width - side) // 2, (photo.height - side) // 2
        photo = photo.crop((left, top, left + side, top + side))
    return np.asarray(photo.resize((side, side), how))


def _as_input(squares: Sequence[NDArray[np.uint8]], preprocessing: Preprocessing) -> NDArray[np.float32]:
    return PixelBatch(preprocessing).fill(squares)

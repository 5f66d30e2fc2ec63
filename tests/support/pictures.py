"""Small picture files that tests make themselves."""

from pathlib import Path

import numpy as np
from PIL import Image

COLOURS = {"red": (220, 30, 30), "green": (30, 200, 40), "blue": (30, 40, 220), "grey": (128, 128, 128)}


def write_picture(
    path: Path, colour: str = "red", *, seed: int = 0, size: tuple[int, int] = (96, 64)
) -> Path:
    """Writes a picture of one colour with noise, so that each seed is another content."""
    noise = np.random.default_rng(seed).integers(-12, 13, size=(size[1], size[0], 3))
    pixels = np.clip(np.array(COLOURS[colour]) + noise, 0, 255).astype(np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)
    return path


def write_pictures(folder: Path, count: int, *, suffix: str = ".jpg", seed: int = 0) -> list[Path]:
    """Writes ``count`` pictures in turning colours, each another content than those of other seeds."""
    colours = list(COLOURS)
    return [
        write_picture(folder / f"{number:03}-{colours[number % len(colours)]}{suffix}",
                      colours[number % len(colours)], seed=seed + number)
        for number in range(count)
    ]  # fmt: skip


def scene(seed: int, size: tuple[int, int] = (480, 320)) -> Image.Image:
    """Soft shapes of many sizes, as in photographs."""
    random = np.random.default_rng(seed)
    layers = [
        np.asarray(
            Image.fromarray(random.integers(0, 256, (side, side, 3), dtype=np.uint8)).resize(
                size, Image.Resampling.BICUBIC
            ),
            dtype=np.float32,
        )
        * weight
        for side, weight in ((3, 0.5), (6, 0.25), (12, 0.15), (40, 0.1))
    ]
    return Image.fromarray(np.clip(sum(layers), 0, 255).astype(np.uint8))

"""Puts models/ on the path and draws a tiny data folder of coloured shapes in the form of the real one."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

MODELS = Path(__file__).parents[2] / "models"
sys.path.insert(0, str(MODELS))

COLOURS = {"goldfish": (230, 120, 20), "lemon": (240, 230, 40), "school bus, bus": (250, 180, 0)}
SCENES = {"forest": (20, 110, 30), "sea": (30, 60, 200), "street": (110, 110, 110)}


def encoded(colour: tuple[int, int, int], side: int, seed: int) -> bytes:
    """A noisy picture of one colour as PNG bytes."""
    noise = np.random.default_rng(seed).integers(-20, 20, (side, side, 3))
    pixels = np.clip(np.array(colour) + noise, 0, 255).astype(np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


def write(path: Path, columns: dict[str, list[object]]) -> None:
    """A parquet file of columns."""
    pyarrow = pytest.importorskip("pyarrow", reason="training dependencies are not installed")
    from pyarrow import parquet

    parquet.write_table(pyarrow.table(columns), path)


@pytest.fixture(scope="session")
def starter_folder() -> Path:
    """The shipped starter model."""
    return MODELS / "starter"


@pytest.fixture(scope="session")
def tiny_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with 24 objects, 20 captioned photos, 15 scenes and 4 recorded words."""
    folder = tmp_path_factory.mktemp("data")
    names = [list(COLOURS)[i % 3] for i in range(24)]
    write(
        folder / "tiny-imagenet-train.parquet",
        {"image": [encoded(COLOURS[n], 64, i) for i, n in enumerate(names)], "names": list(names)},
    )
    dark = [i % 2 == 0 for i in range(20)]
    write(
        folder / "flickr8k-train.parquet",
        {
            "image": [encoded((15, 15, 40) if d else (200, 220, 250), 112, i) for i, d in enumerate(dark)],
            "captions": [
                ["A man stands in the city at night .", "Someone in the dark"]
                if d
                else ["Two dogs run on a sunny day .", "Dogs outside under a blue sky"]
                for d in dark
            ],
        },
    )
    labels = [list(SCENES)[i % 3] for i in range(15)]
    write(
        folder / "intel-scenes-train.parquet",
        {"image": [encoded(SCENES[s], 100, i) for i, s in enumerate(labels)], "label": list(labels)},
    )
    (folder / "clip-words").mkdir()
    (folder / "clip-words" / "lvis-names.txt").write_text("lemon\nbus\nlamp\nstove\n", encoding="utf-8")
    vectors = np.random.default_rng(0).standard_normal((4, 512)).astype(np.float16)
    np.save(folder / "clip-words" / "lvis-vit-b32.npy", vectors)
    return folder

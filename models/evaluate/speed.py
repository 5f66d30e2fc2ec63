"""Times picture towers beside each other: all in one run, in turn, with the same settings."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from evaluate.model import session

ROUNDS, PHOTOS = 5, 8


def photos_per_second(
    towers: dict[str, onnxruntime.InferenceSession], sides: dict[str, int], rounds: int = ROUNDS
) -> dict[str, float]:
    """Photos that each tower encodes per second of processor time, pixels ready: the median of the rounds."""
    rng = np.random.default_rng(0)
    given: dict[str, dict[str, Any]] = {}
    for name, tower in towers.items():
        pixels = rng.standard_normal((PHOTOS, 3, sides[name], sides[name])).astype(np.float32)
        given[name] = {tower.get_inputs()[0].name: pixels}
        tower.run(None, given[name])
    spent: dict[str, list[float]] = {name: [] for name in towers}
    for _ in range(rounds):
        for name, tower in towers.items():
            begun = time.process_time()
            tower.run(None, given[name])
            spent[name].append(time.process_time() - begun)
    return {name: PHOTOS / max(1e-9, float(np.median(seconds))) for name, seconds in spent.items()}


def write_vit_b_32(path: Path) -> int:
    """Writes the picture tower of CLIP ViT-B/32 with random weights, which take as long as trained ones.

    Needs PyTorch and transformers. Returns the pixels a side of its input.
    """
    import torch

    from export.graph import write_tower
    from export.random_models import random_vit_b_32

    original = random_vit_b_32()
    write_tower(
        original.image, torch.zeros(2, 3, original.side, original.side), path, "pixel_values", {0: "n"}
    )
    return int(original.side)


def beside_vit_b_32(image: Path, side: int, folder: Path) -> dict[str, float]:
    """Photos per second of processor time of a picture tower and of ViT-B/32, one thread each."""
    vit = folder / "vit-b-32.onnx"
    sides = {"this": side, "ViT-B/32": write_vit_b_32(vit)}
    return photos_per_second({"this": session(image, 1), "ViT-B/32": session(vit, 1)}, sides)

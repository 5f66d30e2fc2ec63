"""Measures a model folder: `python -m evaluate --model starter --data DIR` from models/."""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path

import numpy as np

from evaluate.model import Model
from evaluate.tasks import TASKS, Figure


def photos_per_second(model: Model, count: int = 64, batch: int = 8) -> float:
    """Photos the image tower encodes per second of processor time (pixels ready, no decoding)."""
    size = int(model.picture["size"])
    pixels = np.random.default_rng(0).standard_normal((batch, 3, size, size)).astype(np.float32)
    model.image.run(None, {"pixel_values": pixels})
    begun = time.process_time()
    for _ in range(count // batch):
        model.image.run(None, {"pixel_values": pixels})
    return count / max(1e-9, time.process_time() - begun)


def measure(model: Model, data: Path, names: list[str]) -> list[Figure]:
    """All figures of the named tasks."""
    return [figure for name in names for figure in TASKS[name](model, data)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="folder with model.toml")
    parser.add_argument(
        "--data", type=Path, default=os.environ.get("MINDSEYE_TEST_DATA"), help="folder of the sets"
    )
    parser.add_argument(
        "--task", action="append", choices=sorted(TASKS), help="only this one; may be repeated"
    )
    parser.add_argument("--threads", type=int, default=1, help="processor threads")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    arguments = parser.parse_args()
    if arguments.data is None:
        parser.error("name --data or set MINDSEYE_TEST_DATA")
    model = Model(arguments.model, arguments.threads)
    figures = measure(model, Path(arguments.data), arguments.task or list(TASKS))
    speed = photos_per_second(model)
    if arguments.json:
        shown = {
            f.name: {"value": round(f.value, 4), "chance": round(f.chance, 4), "count": f.count}
            for f in figures
        }
        print(
            json.dumps(
                {"model": model.settings["name"], "figures": shown, "photos_per_second": round(speed, 1)}
            )
        )
        return
    print(f"| {'measure':<44} | value | chance | count |\n| {'-' * 44} | ----: | -----: | ----: |")
    for f in figures:
        print(f"| {f.name:<44} | {f.value:5.1%} | {f.chance:6.1%} | {f.count:5d} |")
    print(f"\nimage tower: {speed:.0f} photos per processor second")


if __name__ == "__main__":
    main()

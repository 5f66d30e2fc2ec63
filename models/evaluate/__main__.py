"""Measures a model folder: `python -m evaluate --model starter --data DIR` from models/."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path

from evaluate.model import Model, session
from evaluate.speed import beside_vit_b_32, photos_per_second
from evaluate.tasks import TASKS, Figure


def measure(model: Model, data: Path, names: list[str]) -> list[Figure]:
    """All figures of the named tasks."""
    return [figure for name in names for figure in TASKS[name](model, data)]


def _speeds(model: Model, beside_vit: bool) -> dict[str, float]:
    side, path = int(model.picture["size"]), model.folder / model.picture["file"]
    if beside_vit:
        with tempfile.TemporaryDirectory() as folder:
            return beside_vit_b_32(path, side, Path(folder))
    return photos_per_second({"this": session(path, 1)}, {"this": side})


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
    parser.add_argument(
        "--beside-vit",
        action="store_true",
        help="time ViT-B/32 (random weights) in the same run; needs PyTorch",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    arguments = parser.parse_args()
    if arguments.data is None:
        parser.error("name --data or set MINDSEYE_TEST_DATA")
    model = Model(arguments.model, arguments.threads)
    figures = measure(model, Path(arguments.data), arguments.task or list(TASKS))
    speeds = _speeds(model, arguments.beside_vit)
    if arguments.json:
        shown = {
            f.name: {"value": round(f.value, 4), "chance": round(f.chance, 4), "count": f.count}
            for f in figures
        }
        print(
            json.dumps(
                {
                    "model": model.settings["name"],
                    "figures": shown,
                    "photos_per_second": {name: round(speed, 1) for name, speed in speeds.items()},
                    "bytes": model.size,
                }
            )
        )
        return
    print(f"| {'measure':<44} | value | chance | count |\n| {'-' * 44} | ----: | -----: | ----: |")
    for f in figures:
        print(f"| {f.name:<44} | {f.value:5.1%} | {f.chance:6.1%} | {f.count:5d} |")
    told = ", ".join(f"{name} {speed:.1f}" for name, speed in speeds.items())
    print(f"\nphotos per processor second: {told}; both towers {model.size / 1e6:.1f} MB")
    if "ViT-B/32" in speeds:
        print(f"{speeds['this'] / speeds['ViT-B/32']:.1f} times as fast as ViT-B/32")


if __name__ == "__main__":
    main()

"""Writes a model folder from a checkpoint: `python -m starter.export --work DIR --out DIR` from models/."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from starter.onnx_files import drift, fold, write_tower
from starter.pixels import MEAN, STD
from starter.plan import SHIPPED
from starter.towers import Shape, Towers
from starter.vocabulary import CONTEXT_LENGTH, PAD, pad_id

LICENCE = "MIT for the files; trained on research-only photographs, see README.md before any commercial use"


def load(checkpoint: Path, pad: int) -> tuple[Towers, dict[str, Any]]:
    """The averaged towers of a checkpoint, and the checkpoint."""
    state: dict[str, Any] = torch.load(checkpoint, map_location="cpu", weights_only=True)
    towers = Towers(Shape(**state["shape"]), pad).eval()
    towers.load_state_dict(state["mean"])
    return towers, state


def describe(out: Path, dimension: int, temperature: float, size: int) -> str:
    """The text of model.toml for the files in `out`."""
    digest = {
        name: hashlib.sha256((out / name).read_bytes()).hexdigest()
        for name in ("image.onnx", "text.onnx", "tokenizer.json", "vocabulary.txt")
    }
    return f"""name = "starter"
title = "Mindseye starter"
licence = "{LICENCE}"
languages = ["en"]
dimension = {dimension}
temperature = {temperature:.5f}

[image]
file = "image.onnx"
sha256 = "{digest["image.onnx"]}"
size = {size}
resize = "shortest"
interpolation = "bicubic"
mean = {list(MEAN)}
std = {list(STD)}

[text]
file = "text.onnx"
sha256 = "{digest["text.onnx"]}"
tokenizer = "tokenizer.json"
tokenizer_sha256 = "{digest["tokenizer.json"]}"
context_length = {CONTEXT_LENGTH}
pad_token = "{PAD}"

[extra_files]
"vocabulary.txt" = "{digest["vocabulary.txt"]}"
"""


def thin(log: Path, most: int = 150) -> str:
    """Evenly spread lines of a training log, the last, and all that tell of watched photographs."""
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.strip()]
    watched = [at for at, line in enumerate(lines) if any(name.startswith("watched") for name in line)]
    step = max(1, -(-len(lines) // most))
    kept = sorted({*range(0, len(lines), step), *watched, len(lines) - 1})
    return "".join(json.dumps(lines[at]) + "\n" for at in kept)


def export(work: Path, out: Path, size: int = SHIPPED) -> float:
    """Writes the whole model folder and returns the largest drift of its vectors from the trained ones."""
    out.mkdir(parents=True, exist_ok=True)
    for name in ("tokenizer.json", "vocabulary.txt"):
        shutil.copyfile(work / name, out / name)
    pad = pad_id(Tokenizer.from_file(str(out / "tokenizer.json")))
    towers, _ = load(work / "checkpoint.pt", pad)
    image, text = fold(towers.image), towers.text
    pixels, ids = torch.randn(2, 3, size, size), torch.randint(4, 100, (3, 7))
    ids[1, 4:] = pad
    write_tower(image, pixels, out / "image.onnx", "pixel_values", {0: "n"})
    write_tower(text, ids, out / "text.onnx", "input_ids", {0: "n", 1: "l"})
    long = torch.randint(4, 100, (2, CONTEXT_LENGTH))
    worst = max(
        drift(towers.image, [pixels, torch.randn(1, 3, size, size)], out / "image.onnx"),
        drift(text, [ids, long, long[:1, :3]], out / "text.onnx"),
    )
    temperature = 1.0 / float(towers.scale().detach())
    (out / "model.toml").write_text(
        describe(out, towers.image.head.out_features, temperature, size), encoding="utf-8"
    )
    if (work / "log.jsonl").is_file():
        (out / "training-log.jsonl").write_text(thin(work / "log.jsonl"), encoding="utf-8")
    return worst


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--work", type=Path, default=Path(__file__).parent / "work", help="folder of the checkpoint"
    )
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="model folder to write")
    parser.add_argument("--size", type=int, default=SHIPPED, help="pixels of the image input")
    arguments = parser.parse_args()
    worst = export(arguments.work, arguments.out, arguments.size)
    if worst > 1e-3:
        raise SystemExit(f"the exported vectors differ by {worst:.2e}")
    print(f"written to {arguments.out}; largest difference {worst:.2e}")


if __name__ == "__main__":
    main()

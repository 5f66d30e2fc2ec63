"""`make bench-models`: every figure of the models from one command, as tables and as JSON.

The starter on real photographs beside what it is to reach, the processors of this machine, what a short text
costs beside a padded one, how exact an export of ViT-B/32 size is (random weights: nothing is downloaded).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from export.bench_lengths import measure_vit_b_32
from export.model_folder import export_model
from export.random_models import as_source, random_vit_b_32
from mindseye.clip.bench import bench
from mindseye.clip.manifest import ModelManifest
from mindseye.clip.session import runtime_version, usable_cores

HERE = Path(__file__).parent

AIMS = {
    "day/night (in daylight, at night)": 0.97,
    "six scenes": 0.85,
    "tiny-imagenet top-1": 0.45,
    "tiny-imagenet top-5": 0.72,
    "flickr8k text to photo R@1": 0.12,
    "flickr8k text to photo R@10": 0.45,
    "receipts above photos": 0.99,
    "place, right of those decided": 0.92,
}
"""What the starter is to reach, by a figure's name or its beginning."""

TIMES_VIT_B_32 = 8.0
MEGABYTES = 25.0


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    return {
        "date": date.today().isoformat(),  # noqa: DTZ011 - the day where it was measured
        "processor": _processor(),
        "cores": str(usable_cores()),
        "load": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "",
        "onnxruntime": runtime_version(),
    }


def starter(data: str) -> dict[str, Any]:
    """What `evaluate` measures of the shipped model, timed beside ViT-B/32 in the same run."""
    command = [sys.executable, "-m", "evaluate", "--model", "starter", "--data", data]
    command += ["--beside-vit", "--json"]
    done = subprocess.run(command, cwd=HERE, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def processors(seconds: float = 2.0) -> list[dict[str, Any]]:
    """The starter on every provider of this machine."""
    return [asdict(row) for row in bench(ModelManifest.load(HERE / "starter"), seconds=seconds)]


def text_lengths(rounds: int) -> list[dict[str, Any]]:
    """One text of each length through a text tower of ViT-B/32 size."""
    return [asdict(cost) for cost in measure_vit_b_32(rounds=rounds, threads=usable_cores())]


def parity() -> list[dict[str, Any]]:
    """An export of ViT-B/32 size beside PyTorch, beside itself in other batches and with padded texts."""
    source = as_source(random_vit_b_32(), "random ViT-B/32")
    with tempfile.TemporaryDirectory() as folder:
        report = export_model(source, Path(folder) / "out", name="random", variant="float32", photos=None)
        return [asdict(one) for one in report.agreements]


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown."""
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    lines += [f"| {' | '.join(str(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)


def starter_table(found: dict[str, Any]) -> str:
    """The starter's figures beside what it is to reach."""
    rows: list[Sequence[object]] = []
    for name, figure in found["figures"].items():
        aim = AIMS.get(name) or next((aim for start, aim in AIMS.items() if name.startswith(start)), None)
        rows.append(_line(name, figure["value"], aim, f"{figure['chance']:.1%}", figure["count"]))
    speeds = found["photos_per_second"]
    times, size = speeds["this"] / speeds["ViT-B/32"], found["bytes"] / 1e6
    rows += [
        ("photos per processor second", f"{speeds['this']:.0f}", "", "", ""),
        ("the same of ViT-B/32", f"{speeds['ViT-B/32']:.1f}", "", "", ""),
        ("times as fast as ViT-B/32", f"{times:.1f}", *_beside(times >= TIMES_VIT_B_32, ">= 8"), ""),
        ("both towers, MB", f"{size:.1f}", *_beside(size <= MEGABYTES, "<= 25"), ""),
    ]
    return table(("measure", "value", "aim", "chance", "count"), rows)


def show(found: dict[str, Any]) -> str:
    """Everything that was measured."""
    about = found["machine"]
    where = f"{about['processor']}, {about['cores']} cores at load {about['load']}"
    parts = [f"{about['date']}, {where}, ONNX Runtime {about['onnxruntime']}"]
    if "starter" in found:
        parts += ["Starter", starter_table(found["starter"])]
    else:
        parts.append("The starter is not measured: MINDSEYE_TEST_DATA names no photographs.")
    rows = [
        (
            row["provider"],
            f"{row['images_per_second']:.0f}",
            f"{row['text_short_ms'] or 0:.2f}",
            f"{row['text_full_ms'] or 0:.2f}",
            f"{row['cosine'] or 0:.4f}",
            row["error"] or ("chosen" if row["chosen"] else ""),
        )
        for row in found["processors"]
    ]
    heads = ("provider", "images/s", "2 words, ms", "full context, ms", "cosine with the CPU", "")
    parts += ["Processors, starter", table(heads, rows)]
    full = found["text_lengths"][-1]["seconds"]
    lengths = [
        (
            cost["length"],
            f"{cost['seconds'] * 1e3:.1f}",
            f"{cost['seconds'] / full:.2f}",
            f"{cost['max_abs']:.0e}",
        )
        for cost in found["text_lengths"]
    ]
    heads = ("tokens", "ms", "of 77 tokens", "max abs against padded")
    parts += ["Text lengths, ViT-B/32 size", table(heads, lengths)]
    agreements = [
        (one["tower"], one["against"], one["batch"], one["length"] or "", f"{one['max_abs']:.1e}",
         f"{one['min_cosine']:.7f}") for one in found["parity"]
    ]  # fmt: skip
    heads = ("tower", "against", "batch", "tokens", "max abs", "least cosine")
    parts += ["Export beside PyTorch, ViT-B/32 size", table(heads, agreements)]
    return "\n\n".join(parts)


def _line(name: str, value: float, aim: float | None, chance: str, count: int) -> Sequence[object]:
    beside = "" if aim is None else f"{'met' if value >= aim else 'not met'}, >= {aim:.0%}"
    return (name, f"{value:.1%}", beside, chance, count)


def _beside(met: bool, aim: str) -> tuple[str, str]:
    return f"{'met' if met else 'not met'}, {aim}", ""


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything there as well")
    parser.add_argument("--rounds", type=int, default=40, help="runs of each text length (40)")
    parser.add_argument(
        "--data", default=os.environ.get("MINDSEYE_TEST_DATA"), help="folder of the photographs"
    )
    given = parser.parse_args()
    found: dict[str, Any] = {"machine": machine()}
    if given.data:
        found["starter"] = starter(given.data)
    found |= {
        "processors": processors(),
        "text_lengths": text_lengths(given.rounds),
        "parity": parity(),
    }
    print(show(found))
    if given.json is not None:
        given.json.parent.mkdir(parents=True, exist_ok=True)
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

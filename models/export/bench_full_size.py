"""`python -m export.bench_full_size`, from models/: a whole export at ViT-B/32 size with random weights.

Says what the export costs, how exact it is and how fast the files run; not how well a trained model ranks
in eight bits, which only trained weights can say.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from export import probes
from export.failure import ExportError
from export.model_folder import IMAGE, export_model
from export.random_models import as_source, random_vit_b_32
from export.source import Source
from export.variants import VARIANTS
from mindseye.clip.session import OnnxSession

_ROUNDS = 8


def images_a_second(
    paths: Mapping[str, Path], source: Source, *, batch: int, threads: int
) -> dict[str, float]:
    """How many pictures each vision tower takes: the best of a few runs, taken in turn.

    Args:
        paths: the towers by variant.
        source: the model, for its preprocessing.
        batch: pictures in one run.
        threads: processor threads.
    """
    sessions = {variant: OnnxSession(path, threads=threads) for variant, path in paths.items()}
    pixels = probes.noise(batch, source.preprocessing)
    best = dict.fromkeys(sessions, float("inf"))
    for _ in range(_ROUNDS):
        for variant, session in sessions.items():
            start = time.perf_counter()
            session.run({"pixel_values": pixels})
            best[variant] = min(best[variant], time.perf_counter() - start)
    return {variant: batch / seconds for variant, seconds in best.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--photos", type=Path, help="photographs to compare rankings on as well")
    given = parser.parse_args()
    source = as_source(random_vit_b_32(), "random ViT-B/32")
    with tempfile.TemporaryDirectory() as folder:
        made: dict[str, Path] = {}
        for variant in ("float32", *VARIANTS):
            print(f"\n{variant}")
            out = Path(folder) / variant
            start = time.perf_counter()
            try:
                report = export_model(source, out, name="random", variant=variant, photos=given.photos)
            except ExportError as error:
                print(f"refused after {time.perf_counter() - start:.0f} s: {error}")
                continue
            print(f"exported and compared in {time.perf_counter() - start:.0f} s")
            print("\n".join(report.lines()))
            made[variant] = out / IMAGE
        print()
        for batch in (1, 8):
            speeds = images_a_second(made, source, batch=batch, threads=given.threads)
            told = ", ".join(f"{variant} {speed:.1f}" for variant, speed in speeds.items())
            print(f"batch {batch}, {given.threads} threads, images/s: {told}")


if __name__ == "__main__":
    main()

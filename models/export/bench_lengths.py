"""`python -m export.bench_lengths`, from models/: what a short text costs beside one padded to 77 tokens."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from export import probes
from export.graph import write_tower
from export.random_models import random_vit_b_32
from mindseye.clip.session import OnnxSession

LENGTHS = (5, 8, 16, 32, 77)
"""Tokens with start and end: "dog" is 3, "a photo of a dog" 7, a long sentence 30."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one length costs."""

    length: int
    seconds: float
    """Median of a run with one text."""
    max_abs: float
    """Largest difference from the same text padded to the whole context."""


def measure(path: Path, ids: NDArray[np.int64], *, rounds: int, threads: int) -> list[Cost]:
    """Times one row of tokens [1, 77] cut to every length, each with its end token.

    Args:
        path: the text tower.
        ids: a text as long as the context; the last token is the end.
        rounds: runs of each length, taken in turn so that other work on the machine hits all alike.
        threads: processor threads.
    """
    session = OnnxSession(path, threads=threads)
    whole = ids.shape[1]
    cut = {length: np.concatenate((ids[:, : length - 1], ids[:, -1:]), axis=1) for length in LENGTHS}
    times: dict[int, list[float]] = {length: [] for length in LENGTHS}
    found = {length: session.run({"input_ids": given}) for length, given in cut.items()}
    for _ in range(rounds):
        for length, given in cut.items():
            start = time.perf_counter()
            session.run({"input_ids": given})
            times[length].append(time.perf_counter() - start)
    costs = []
    for length, given in cut.items():
        padded = np.full((1, whole), given[0, -1], dtype=np.int64)
        padded[:, :length] = given
        difference = np.abs(session.run({"input_ids": padded}) - found[length]).max()
        costs.append(Cost(length, statistics.median(times[length]), float(difference)))
    return costs


def measure_vit_b_32(*, rounds: int, threads: int) -> list[Cost]:
    """What each length costs in a text tower of ViT-B/32 size with random weights."""
    original = random_vit_b_32()
    ids = probes.token_rows(1, original.context_length, original)
    ids[0, :-1] = np.random.default_rng(1).integers(0, original.vocabulary - 2, original.context_length - 1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.onnx"
        write_tower(original.text, torch.from_numpy(ids).repeat(2, 1), path, "input_ids", {0: "n", 1: "l"})
        return measure(path, ids, rounds=rounds, threads=threads)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    costs = measure_vit_b_32(rounds=given.rounds, threads=given.threads)
    padded = costs[-1].seconds
    print(f"text tower of ViT-B/32 size, one text, {given.threads} threads, median of {given.rounds}")
    for cost in costs:
        print(
            f"{cost.length:3} tokens  {cost.seconds * 1e3:7.2f} ms  {cost.seconds / padded:5.2f} of 77  "
            f"max abs against padded {cost.max_abs:.1e}"
        )


if __name__ == "__main__":
    main()

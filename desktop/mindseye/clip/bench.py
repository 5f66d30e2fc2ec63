"""Timing a model on every processor of this machine."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from mindseye.clip.manifest import ModelManifest
from mindseye.clip.model import TRIAL_PICTURES, example_pixels
from mindseye.clip.providers import Example, Trial, fastest, try_providers
from mindseye.clip.session import CPU_PROVIDER, OnnxSession, Session, available_providers
from mindseye.clip.tokenizer import Tokenizer
from mindseye.errors import ModelError

SHORT = "a dog"
BATCHES = (1, 4, 16, 32)
"""Pictures given at once; the indexer gives 16."""

LONG = " ".join(["a dog that runs through the snow beside a lake under a grey sky"] * 8)
"""More words than any context takes."""


@dataclass(frozen=True, slots=True)
class Row:
    """How a model does on one processor."""

    provider: str
    images_per_second: float
    text_short_ms: float | None
    """One query of two words."""
    text_full_ms: float | None
    """One query that fills the context."""
    load_seconds: float
    """Of the vision tower, its first run included where it is not the CPU."""
    cosine: float | None
    """Least cosine similarity between its picture vectors and the CPU's."""
    chosen: bool
    error: str | None = None
    by_batch: Mapping[int, float] = field(default_factory=dict)
    """Pictures a second by how many are given at once."""


def bench(manifest: ModelManifest, *, seconds: float = 2.0) -> list[Row]:
    """Times both towers on each provider, about ``seconds`` for each tower and for the sizes of batches.

    Raises:
        ModelError: not even the CPU can run the model.
    """
    path = manifest.folder / manifest.image.file
    pictures = Example(
        {manifest.image.input: example_pixels(manifest, TRIAL_PICTURES)}, manifest.image.output
    )
    trials = try_providers(
        available_providers(),
        lambda name: OnnxSession(path, provider=name, only=manifest.cut_at(manifest.image)),
        pictures,
        seconds=seconds,
    )
    chosen = fastest(trials)
    return [_row(manifest, trial, seconds, chosen=trial.provider == chosen) for trial in trials]


def _row(manifest: ModelManifest, trial: Trial, seconds: float, *, chosen: bool) -> Row:
    error = trial.error
    by_batch: dict[int, float] = {}
    times: tuple[float | None, float | None] = (None, None)
    if error is None:
        try:
            times = _text_times(manifest, trial.provider, seconds)
            by_batch = _by_batch(manifest, trial.provider, seconds)
        except ModelError as failure:
            if trial.provider == CPU_PROVIDER:
                raise
            error = failure.message
    return Row(
        provider=trial.provider,
        images_per_second=trial.per_second,
        text_short_ms=times[0],
        text_full_ms=times[1],
        load_seconds=trial.load_seconds,
        cosine=trial.cosine,
        chosen=chosen,
        error=error,
        by_batch=by_batch,
    )


def _by_batch(manifest: ModelManifest, provider: str, seconds: float) -> dict[int, float]:
    """Pictures a second for each size of batch: the median of rounds in which the sizes take turns."""
    image = manifest.image
    session = OnnxSession(manifest.folder / image.file, provider=provider, only=manifest.cut_at(image))
    examples = {
        count: Example({image.input: example_pixels(manifest, count)}, image.output) for count in BATCHES
    }
    taken: dict[int, list[float]] = {count: [] for count in BATCHES}
    for example in examples.values():
        example.run(session)
    end = time.perf_counter() + seconds
    while not taken[BATCHES[-1]] or time.perf_counter() < end:
        for count, example in examples.items():
            began = time.perf_counter()
            example.run(session)
            taken[count].append(time.perf_counter() - began)
    return {count: count / float(np.median(each)) for count, each in taken.items()}


def _text_times(manifest: ModelManifest, provider: str, seconds: float) -> tuple[float | None, float | None]:
    text = manifest.text
    session = OnnxSession(manifest.folder / text.file, provider=provider, only=manifest.cut_at(text))
    tokenizer = Tokenizer.of(manifest)
    times = []
    for words in (SHORT, LONG):
        ids, mask = tokenizer.encode([words])
        example = Example({text.input: ids, "attention_mask": mask}, text.output)
        times.append(_median_ms(session, example, seconds / 2))
    return times[0], times[1]


def _median_ms(session: Session, example: Example, seconds: float) -> float:
    example.run(session)
    taken: list[float] = []
    end = time.perf_counter() + seconds
    while not taken or time.perf_counter() < end:
        began = time.perf_counter()
        example.run(session)
        taken.append(time.perf_counter() - began)
    return float(np.median(taken)) * 1000

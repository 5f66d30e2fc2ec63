"""Whether exported towers say what the original says: largest difference and least cosine, batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from export import probes
from export.failure import ExportError
from export.original import Original
from mindseye.clip.manifest import Preprocessing
from mindseye.clip.session import OnnxSession

BATCHES = (1, 3, 8)
LEAST_COSINE = 0.9999
"""What a float32 export must reach on every embedding."""
MOST_DIFFERENCE = 1e-4
"""And how far any number of it may be off: one layer with the wrong GELU can leave the cosine at 0.99995."""
_SHORT = 9
"""Tokens of a short text: a handful of words with start and end."""
_AGAINST = {"original": "PyTorch", "padded": "the same padded", "alone": "each alone"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """One comparison of embeddings."""

    tower: str
    """"image" or "text"."""
    against: str
    """"original": the PyTorch model; "padded": the same file with the texts filled up to the context;
    "alone": the same file with one picture at a time."""
    batch: int
    length: int | None
    """Tokens of each text; None for pictures."""
    max_abs: float
    """Largest difference of any number."""
    min_cosine: float

    def line(self) -> str:
        """One line of the report."""
        tokens = "" if self.length is None else f"{self.length} tokens, "
        return (
            f"{self.tower:5}  batch {self.batch}, {tokens}against {_AGAINST[self.against]}: "
            f"max abs {self.max_abs:.2e}, min cosine {self.min_cosine:.7f}"
        )


def compare(
    original: Original, preprocessing: Preprocessing, image: Path, text: Path
) -> tuple[Agreement, ...]:
    """Runs both files and the original on the same probes.

    Args:
        original: the model that was exported.
        preprocessing: how pictures become its input.
        image: the ONNX file of the vision tower.
        text: that of the text tower.
    """
    return (*_images(original, preprocessing, image), *_texts(original, text))


def refuse_drift(agreements: tuple[Agreement, ...]) -> None:
    """Lets only a faithful float32 export pass.

    Raises:
        ExportError: an embedding points elsewhere than the original's.
    """
    for one in agreements:
        # Not the other way round: what is no number must not pass.
        if not (one.min_cosine >= LEAST_COSINE and one.max_abs <= MOST_DIFFERENCE):
            raise ExportError(
                f"The exported {one.tower} tower does not say what the original says: least cosine "
                f"{one.min_cosine:.6f} (>= {LEAST_COSINE}), largest difference {one.max_abs:.1e} "
                f"(<= {MOST_DIFFERENCE:.0e}) at batch {one.batch} against {_AGAINST[one.against]}."
            )


def agreement(
    tower: str, against: str, length: int | None, wanted: NDArray[np.float32], got: NDArray[np.float32]
) -> Agreement:
    """Compares embeddings [n, d] row by row."""
    wide, other = wanted.astype(np.float64), got.astype(np.float64)
    cosines = (wide * other).sum(1) / (np.linalg.norm(wide, axis=1) * np.linalg.norm(other, axis=1))
    return Agreement(
        tower, against, len(wanted), length, float(np.abs(wide - other).max()), float(cosines.min())
    )


def _images(original: Original, preprocessing: Preprocessing, path: Path) -> Iterator[Agreement]:
    session = OnnxSession(path)
    for batch in BATCHES:
        pixels = probes.noise(batch, preprocessing, seed=batch)
        got = session.run({"pixel_values": pixels})
        yield agreement("image", "original", None, _asked(original.embed_images, pixels), got)
    alone = np.concatenate([session.run({"pixel_values": one[None]}) for one in pixels])
    yield agreement("image", "alone", None, alone, got)


def _texts(original: Original, path: Path) -> Iterator[Agreement]:
    session, whole = OnnxSession(path), original.context_length
    for batch in BATCHES:
        for length in (min(_SHORT, whole), whole) if original.causal else (whole,):
            ids = probes.token_rows(batch, length, original, seed=batch)
            got = session.run({"input_ids": ids})
            yield agreement("text", "original", length, _asked(original.embed_texts, ids), got)
            if length < whole:
                # Filled with a word, not with the end token: whatever comes after the end must not matter.
                padded = np.zeros((batch, whole), dtype=np.int64)
                padded[:, :length] = ids
                yield agreement("text", "padded", length, session.run({"input_ids": padded}), got)


def _asked(
    embed: Callable[[Tensor], Tensor], given: NDArray[np.float32] | NDArray[np.int64]
) -> NDArray[np.float32]:
    with torch.inference_mode():
        return embed(torch.from_numpy(given)).numpy()

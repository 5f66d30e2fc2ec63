"""Whether a smaller variant still ranks as the float32 towers do: the only thing that a search shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from export.failure import ExportError
from mindseye.clip.session import OnnxSession

LEAST_SPEARMAN = 0.98
"""Mean rank correlation of whole rankings with those of float32."""
LEAST_OVERLAP = 0.90
"""Mean share of float32's first ten that are among the variant's first ten."""
FIRST = 10
PROBES = 64
"""Pictures, and texts; among fewer the first ten say little."""
_BATCH = 8


@dataclass(frozen=True, slots=True)
class Ranking:
    """How alike the rankings of two pairs of towers are."""

    queries: str
    """"texts": each text ranks the pictures; "pictures": each picture ranks the others."""
    count: int
    """Queries."""
    among: int
    """What each ranks."""
    spearman: float
    overlap: float

    @property
    def holds(self) -> bool:
        """Whether both figures reach what is asked for."""
        return self.spearman >= LEAST_SPEARMAN and self.overlap >= LEAST_OVERLAP

    def line(self) -> str:
        """One line of the report."""
        return (
            f"ranking by {self.count} {self.queries} among {self.among}: Spearman {self.spearman:.4f} "
            f"(>= {LEAST_SPEARMAN}), first ten kept {self.overlap:.1%} (>= {LEAST_OVERLAP:.0%})"
        )


@dataclass(frozen=True, slots=True)
class Embedded:
    """What a pair of towers makes of the probes."""

    pictures: NDArray[np.float32]
    """[n, d], unit length."""
    texts: NDArray[np.float32]
    """[m, d], unit length."""


def embed_probes(image: Path, text: Path, pixels: NDArray[np.float32], ids: NDArray[np.int64]) -> Embedded:
    """Runs both towers in batches, as indexing does; [n, 3, s, s] and [m, l] in."""
    return Embedded(_in_batches(image, "pixel_values", pixels), _in_batches(text, "input_ids", ids))


def compare_rankings(exact: Embedded, variant: Embedded) -> tuple[Ranking, ...]:
    """Ranks the same probes with both: texts against pictures, pictures against pictures."""
    by_text = _alike("texts", exact.texts @ exact.pictures.T, variant.texts @ variant.pictures.T)
    by_picture = _alike(
        "pictures", _others(exact.pictures @ exact.pictures.T), _others(variant.pictures @ variant.pictures.T)
    )
    return by_text, by_picture


def refuse_disorder(name: str, rankings: tuple[Ranking, ...]) -> None:
    """Lets only a variant pass whose rankings hold.

    Raises:
        ExportError: one does not; the figures are told.
    """
    broken = [ranking.line() for ranking in rankings if not ranking.holds]
    if broken:
        raise ExportError(f"The {name} variant does not rank as float32 does: {'; '.join(broken)}.")


def _alike(queries: str, exact: NDArray[np.float32], variant: NDArray[np.float32]) -> Ranking:
    a, b = _ranks(exact), _ranks(variant)
    count, among = exact.shape
    middle = (among - 1) / 2
    spread = float(((np.arange(among) - middle) ** 2).sum())
    spearman = ((a - middle) * (b - middle)).sum(axis=1) / spread
    first = min(FIRST, among)
    overlap = ((a < first) & (b < first)).sum(axis=1) / first
    finite = bool(np.isfinite(variant).all())
    return Ranking(
        queries,
        count,
        among,
        float(spearman.mean()) if finite else 0.0,
        float(overlap.mean()) if finite else 0.0,
    )


def _ranks(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """The place of every column in its row, the highest score first: [q, n] -> [q, n]."""
    return np.argsort(np.argsort(-scores, axis=1, kind="stable"), axis=1, kind="stable")


def _others(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """[n, n] without the diagonal, [n, n - 1]: nobody searches for the picture that he has."""
    n = len(scores)
    return scores[~np.eye(n, dtype=bool)].reshape(n, n - 1)


def _in_batches(
    path: Path, given: str, inputs: NDArray[np.float32] | NDArray[np.int64]
) -> NDArray[np.float32]:
    session = OnnxSession(path)
    return np.concatenate(
        [session.run({given: inputs[start : start + _BATCH]}) for start in range(0, len(inputs), _BATCH)]
    )

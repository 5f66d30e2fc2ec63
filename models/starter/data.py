"""Opens what `gather` left in the work folder, and the recorded vectors of nouns."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from starter.papers import draw_sheets

Pixels = NDArray[np.uint8]

SHEETS, SHEET_SIDE = 4000, 112
"""How many sheets are drawn, and their pixels a side."""

WATCHED = 64
"""One photograph in so many is kept out of training to watch the run; no published figure is taken on it."""


@dataclass
class Source:
    """One labelled set: pixels uint8 [n, side, side, 3] and, row by row, what is said of each photo."""

    name: str
    pixels: Pixels
    labels: list[str] = field(default_factory=list)
    captions: list[list[str]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.pixels)

    def some(self, rows: NDArray[np.int64]) -> Source:
        """The source of these rows only."""
        return Source(
            self.name,
            self.pixels[rows],
            [self.labels[row] for row in rows] if self.labels else [],
            [self.captions[row] for row in rows] if self.captions else [],
        )


@dataclass
class Anchors:
    """Recorded text vectors of a larger model: float32 [n, 512], centred, unit length; and their names."""

    names: list[str]
    vectors: NDArray[np.float32]


def load(work: Path, name: str) -> Source:
    """One gathered set."""
    said = json.loads((work / f"{name}.json").read_text(encoding="utf-8"))
    pixels = np.load(work / f"{name}.npy", mmap_mode="r")
    spoken = bool(said) and isinstance(said[0], list)
    return Source(name, pixels, [] if spoken else said, said if spoken else [])


def _sheets(work: Path, grounds: Pixels, count: int, seed: int) -> Source:
    """Drawn sheets; they are drawn once and kept."""
    if not (work / "sheets.npy").is_file():
        pixels, kinds = draw_sheets(grounds, count, SHEET_SIDE, seed)
        np.save(work / "sheets.npy", pixels)
        (work / "sheets.json").write_text(json.dumps(kinds), encoding="utf-8")
    return load(work, "sheets")


def load_sources(
    work: Path, seed: int, sheets: int = SHEETS, each: int = WATCHED
) -> tuple[dict[str, Source], dict[str, Source]]:
    """(training sets, watched sets) by name: objects, captions, scenes, pets, small, and sheets to train on.

    One photograph in `each` is watched. Raises FileNotFoundError where `starter.gather` has not run.
    """
    sources = {name: load(work, name) for name in ("objects", "captions", "scenes", "pets", "small")}
    training, watched = {}, {}
    for name, source in sources.items():
        rows = np.arange(len(source))
        # Copied into memory: rows are drawn in random order.
        training[name] = source.some(rows[rows % each != each - 1])
        watched[name] = source.some(rows[rows % each == each - 1])
    training["sheets"] = _sheets(work, training["captions"].pixels, sheets, seed)
    return training, watched


def load_anchors(data: Path) -> Anchors:
    """The nouns of clip-words/ and their vectors, less the mean, as CLIP's text vectors lie in a cone."""
    names: list[str] = []
    blocks: list[NDArray[np.float32]] = []
    for stem in ("lvis", "objects365"):
        file = data / "clip-words" / f"{stem}-names.txt"
        if not file.is_file():
            continue
        listed = file.read_text(encoding="utf-8").split("\n")
        listed = [name.strip().lower() for name in listed if name.strip()]
        vectors = np.load(data / "clip-words" / f"{stem}-vit-b32.npy").astype(np.float32)
        if len(listed) != len(vectors):
            raise ValueError(f"{file}: {len(listed)} names for {len(vectors)} vectors")
        names += listed
        blocks.append(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    if not blocks:
        return Anchors([], np.zeros((0, 512), np.float32))
    joined = np.concatenate(blocks)
    joined = joined - joined.mean(axis=0)
    return Anchors(names, (joined / np.linalg.norm(joined, axis=1, keepdims=True)).astype(np.float32))

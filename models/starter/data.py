"""Reads the training sets once, decodes them to uint8 arrays and keeps those in the work folder."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from evaluate.splits import flickr_split, scenes_split

Pixels = NDArray[np.uint8]


@dataclass
class Source:
    """One labelled set: pixels uint8 [n, side, side, 3] and, row by row, what is said of each photo."""

    name: str
    pixels: Pixels
    labels: list[str] = field(default_factory=list)
    captions: list[list[str]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.pixels)


@dataclass
class Anchors:
    """Recorded text vectors of a larger model: float32 [n, 512], centred, unit length; and their names."""

    names: list[str]
    vectors: NDArray[np.float32]


def read_parquet(path: Path, columns: list[str]) -> dict[str, list[Any]]:
    """Columns of a parquet file as lists (images are encoded bytes)."""
    from pyarrow import parquet  # type: ignore[import-untyped]

    table = parquet.read_table(path, columns=columns)
    return {name: table[name].to_pylist() for name in columns}


def decode(encoded: list[bytes], side: int) -> Pixels:
    """Decodes images to uint8 [n, side, side, 3]; another size is resized (the sets are square already)."""
    out = np.empty((len(encoded), side, side, 3), np.uint8)
    for row, data in enumerate(encoded):
        image = Image.open(io.BytesIO(data)).convert("RGB")
        if image.size != (side, side):
            image = image.resize((side, side), Image.Resampling.BICUBIC)
        out[row] = np.asarray(image)
    return out


def _cached(
    work: Path, name: str, path: Path, side: int, columns: list[str]
) -> tuple[Pixels, dict[str, list[Any]]]:
    """Decoded pixels and the other columns, from the work folder when they lie there already."""
    pixels_file, columns_file = work / f"{name}.npy", work / f"{name}.json"
    if not (pixels_file.is_file() and columns_file.is_file()):
        work.mkdir(parents=True, exist_ok=True)
        table = read_parquet(path, ["image", *columns])
        np.save(pixels_file, decode(table.pop("image"), side))
        columns_file.write_text(json.dumps(table), encoding="utf-8")
    table = json.loads(columns_file.read_text(encoding="utf-8"))
    return np.load(pixels_file, mmap_mode="r"), table


def load_sources(data: Path, work: Path) -> dict[str, Source]:
    """The three training sets without any held-out row: objects, captions, scenes."""
    pixels, table = _cached(work, "objects", data / "tiny-imagenet-train.parquet", 64, ["names"])
    objects = Source("objects", pixels, labels=table["names"])

    pixels, table = _cached(work, "captions", data / "flickr8k-train.parquet", 112, ["captions"])
    rows = flickr_split(len(pixels))[0]
    captions = Source(
        "captions", np.ascontiguousarray(pixels[rows]), captions=[table["captions"][r] for r in rows]
    )

    pixels, table = _cached(work, "scenes", data / "intel-scenes-train.parquet", 100, ["label"])
    rows = scenes_split(len(pixels))[0]
    scenes = Source("scenes", np.ascontiguousarray(pixels[rows]), labels=[table["label"][r] for r in rows])
    return {source.name: source for source in (objects, captions, scenes)}


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

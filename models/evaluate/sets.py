"""Opens the photographs that models are measured on; only the parquet sets need pyarrow."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image


def table(path: Path) -> dict[str, list[Any]]:
    """A parquet file as lists by column."""
    from pyarrow import parquet  # type: ignore[import-untyped]

    read = parquet.read_table(path)
    return {name: read[name].to_pylist() for name in read.column_names}


def opened(encoded: list[bytes]) -> Iterator[Image.Image]:
    """RGB photos from encoded bytes."""
    for data in encoded:
        yield Image.open(io.BytesIO(data)).convert("RGB")


def files(folder: Path) -> list[Path]:
    """Photo files of a folder in the order of their names."""
    return sorted(p for p in folder.iterdir() if p.suffix.lower() in {".jpg", ".jpeg", ".png", ".webp"})


def photos(paths: list[Path]) -> Iterator[Image.Image]:
    """RGB photos from files, decoded at a reduced size where the format can."""
    for path in paths:
        with Image.open(path) as image:
            image.draft("RGB", (256, 256))
            yield image.convert("RGB")


def unsplash(data: Path) -> tuple[list[Path], list[str]]:
    """Photo files and the words of a person and of a machine about each (lower case, may be empty)."""
    with (data / "unsplash" / "photos.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    have = {p.stem: p for p in files(data / "unsplash" / "photos")}
    kept = [row for row in rows if row["photo_id"] in have]
    texts = [
        f"{row['photo_description'] or ''} {row['ai_description'] or ''}".strip().lower() for row in kept
    ]
    return [have[row["photo_id"]] for row in kept], texts


def places(data: Path) -> tuple[Iterator[Image.Image], list[str]]:
    """The photos labelled by eye and, for each, "indoors" or "outdoors"."""
    with (Path(__file__).parent / "place-labels.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    folders = {"coco": data / "coco", "unsplash": data / "unsplash" / "photos"}
    captioned = table(data / "flickr8k-train.parquet")["image"]

    def opened_one(row: dict[str, str]) -> Image.Image:
        if row["set"] in folders:
            return next(photos([folders[row["set"]] / row["file"]]))
        return next(opened([captioned[int(row["file"])]]))

    return map(opened_one, rows), [row["label"] for row in rows]

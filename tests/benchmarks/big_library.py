"""A library of many photographs that never were: catalog, vectors and index as the program leaves them.

Made once and kept in ``build/bench``; a million take some twenty minutes and 4 GB.
"""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import Connection, photos, vectors
from mindseye.clip import ModelManifest
from mindseye.indexing.projection import save_index, sync_index
from mindseye.library import Library
from mindseye.metadata import Metadata
from tests.benchmarks.alike_vectors import alike
from tests.benchmarks.frame import CACHE, recorded_data
from tests.benchmarks.recorded_vectors import load
from tests.support.fake_model import write_fake_model

DIMENSION = 512
_CHUNK = 20_000
_SHAPES = ((4000, 3000), (3000, 4000), (6000, 4000), (4032, 3024), (1920, 1080))
_A_FOLDER = 500


class StandInSession:
    """Either tower: a vector that depends on the input and means nothing."""

    provider = "StandInExecutionProvider"

    def __init__(self, path: Path) -> None:
        self.input_names = ("pixel_values",) if path.name == "image.onnx" else ("input_ids",)

    def run(self, inputs: Mapping[str, NDArray[Any]]) -> NDArray[np.float32]:
        """Vectors [n, 512]."""
        batch = inputs[self.input_names[0]]
        seeds = [int(abs(float(np.sum(item, dtype=np.float64))) * 1000) for item in batch]
        return np.stack([np.random.default_rng(seed).normal(size=DIMENSION) for seed in seeds]).astype(
            np.float32
        )


def stand_in_model(folder: Path) -> ModelManifest:
    """The description of a model of the size of CLIP ViT-B/32 without a network."""
    write_fake_model(folder)
    description = folder / "model.toml"
    text = description.read_text(encoding="utf-8").replace("dimension = 8", f"dimension = {DIMENSION}")
    description.write_text(text, encoding="utf-8")
    return ModelManifest.load(folder)


def open_big(folder: Path) -> Library:
    """Opens a library that ``big_library`` made."""
    return Library.open(folder / "library", ModelManifest.load(folder / "model"), load_session=StandInSession)


def big_library(count: int) -> Path:
    """The folder with a library of ``count`` photographs and its model, made when it is not there."""
    folder = CACHE / f"photos-{count}"
    if (folder / "made").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    manifest = stand_in_model(folder / "model")
    recorded = load(recorded_data()).photos
    with Library.open(folder / "library", manifest, load_session=StandInSession) as library:
        folder_id = library.catalog.write(_add_folder)
        first = 0
        for chunk in alike(recorded, count, seed=1):
            library.catalog.write(
                lambda connection, first=first, chunk=chunk: _fill(  # type: ignore[misc]
                    connection, library.space_id, folder_id, first, chunk
                )
            )
            first += len(chunk)
        active = library.spaces.active
        sync_index(library.catalog, active.space_id, active.index)
        save_index(library.catalog, active.space_id, active.index)
    (folder / "made").touch()
    return folder


def _add_folder(connection: Connection) -> int:
    cursor = connection.execute("INSERT INTO folders (path) VALUES (?)", (b"/nowhere/photos",))
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _fill(
    connection: Connection, space_id: int, folder_id: int, first: int, chunk: NDArray[np.float16]
) -> None:
    """Stores photographs of ten years, each with a file and a vector."""
    generator = np.random.default_rng(first)
    ids = [photos.add(connection, generator.bytes(16), facts) for facts in _facts(first, first + len(chunk))]
    connection.executemany(
        "INSERT INTO files (folder_id, path, size, mtime_ns, inode, photo_id) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                folder_id,
                f"{number // _A_FOLDER:05}/IMG_{number:07}.jpg".encode(),
                4_000_000 + number,
                1_400_000_000_000_000_000 + number * 315_000_000_000,
                number + 1,
                photo_id,
            )
            for number, photo_id in enumerate(ids, start=first)
        ),
    )
    vectors.add(connection, space_id, zip(ids, chunk, strict=True))


def _facts(start: int, stop: int) -> Iterator[Metadata]:
    for number in range(start, stop):
        width, height = _SHAPES[number % len(_SHAPES)]
        taken = np.datetime64("2014-05-01T00:00:00", "s") + number * 315
        yield Metadata(
            width, height, "JPEG", None if number % 10 == 0 else taken.item(), "A camera", "A lens"
        )

"""Photographs a second and processor time a photograph, beside the bare work and beside rclip's own indexer.

rclip (https://github.com/yurijmikhalevich/rclip, MIT) is measured where version 3 can be imported, with its
model swapped for the tower that Mindseye is given here: ViT-B/32 at rclip's 256 pixels, random weights. Each
measurement is a process of its own, and they take turns.
"""

import importlib.metadata
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import numpy as np
from PIL import Image

from mindseye import imaging
from mindseye.clip import ClipModel, ModelManifest
from mindseye.clip.installed import open_manifest
from mindseye.clip.session import OnnxSession, Session
from mindseye.indexing.batch import PHOTOS
from mindseye.library import Library
from mindseye.operations.watched_folders import add_folders
from tests.benchmarks.big_library import StandInSession, stand_in_model
from tests.benchmarks.frame import CACHE, ROOT, Figure, Skipped, recorded_data
from tests.benchmarks.vit_tower import INPUT, save_vit

_SIDE = 256
_KINDS = {"12-megapixel": 2.5, "720-px": 1.0}
_GRAIN = 6.0
"""Grey levels of noise in the large photographs, which then weigh about four megabytes, as a camera's do."""

_TIGHT = 1.10

Spent = dict[str, float]
T = TypeVar("T")


def measure(*, large: int = 96, small: int = 240, repeats: int = 3) -> Iterator[Figure | Skipped]:
    """Indexes photographs of both sizes with everybody in turn."""
    counts = dict(zip(_KINDS, (large, small), strict=True))
    folders = {kind: _photos(kind, count) for kind, count in counts.items()}
    _vit()
    who = ["bare", "mindseye"]
    version = _rclip_version()
    if version.startswith("3."):
        who.append("rclip")
    else:
        yield Skipped("against rclip", f"rclip 3 is not installed{version and f', but {version}'}")
    for kind, folder in folders.items():
        runs: dict[str, list[Spent]] = {each: [] for each in who}
        for _ in range(repeats):
            for each in who:
                runs[each].append(_in_a_process(each, folder))
        yield from _figures(kind, runs)
    runs = {"bare": [], "mindseye": []}
    for _ in range(repeats):
        for each, of_each in runs.items():
            of_each.append(_in_a_process(each, folders["720-px"], "starter"))
    yield from _cpu("720-px, starter", runs, None)


def _figures(kind: str, runs: dict[str, list[Spent]]) -> Iterator[Figure]:
    yield from _cpu(kind, runs, _TIGHT)
    for who, of_who in runs.items():
        key = "tower" if who == "bare" else "rate"
        name = "the bare tower" if who == "bare" else who
        yield Figure(f"{kind}: {name}", statistics.median(run[key] for run in of_who), "photos/s")
    if "rclip" in runs:
        turns = zip(runs["mindseye"], runs["rclip"], strict=True)
        ratio = statistics.median(ours["rate"] / theirs["rate"] for ours, theirs in turns)
        yield Figure(f"{kind}: Mindseye against rclip", ratio, "times", aim=_KINDS[kind], better="more")
        turns = zip(runs["rclip"], runs["bare"], strict=True)
        ratio = statistics.median(theirs["rate"] / bare["tower"] for theirs, bare in turns)
        yield Figure(f"{kind}: rclip against the bare tower", ratio, "times")
        turns = zip(runs["rclip"], runs["mindseye"], strict=True)
        ratio = statistics.median(theirs["cpu"] / ours["cpu"] for theirs, ours in turns)
        yield Figure(f"{kind}: processor time of rclip against Mindseye", ratio, "times")


def _cpu(kind: str, runs: dict[str, list[Spent]], aim: float | None) -> Iterator[Figure]:
    parts = ("read", "decode", "run")
    for part in parts:
        middle = statistics.median(run[part] for run in runs["bare"])
        yield Figure(f"{kind}: processor time, bare {part}", 1000 * middle, "ms/photo")
    ours = statistics.median(run["cpu"] for run in runs["mindseye"])
    yield Figure(f"{kind}: processor time, indexing", 1000 * ours, "ms/photo")
    turns = zip(runs["mindseye"], runs["bare"], strict=True)
    ratio = statistics.median(run["cpu"] / sum(bare[part] for part in parts) for run, bare in turns)
    yield Figure(f"{kind}: indexing against the bare parts", ratio, "times", aim=aim)


def _rclip_version() -> str:
    try:
        return importlib.metadata.version("rclip")
    except importlib.metadata.PackageNotFoundError:
        return ""


def _photos(kind: str, count: int) -> Path:
    """Copies of recorded photographs, or those made as large as a camera's."""
    folder = CACHE / f"{kind}-{count}"
    if (folder.parent / f"{folder.name}.made").exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    originals = sorted((recorded_data() / "unsplash" / "photos").glob("*.jpg"))[:count]
    dice = np.random.default_rng(2)
    for path in originals:
        if kind == "720-px":
            (folder / path.name).write_bytes(path.read_bytes())
            continue
        with Image.open(path) as image:
            turned = image.width < image.height
            size = (3000, 4000) if turned else (4000, 3000)
            pixels = np.asarray(image.convert("RGB").resize(size, Image.Resampling.LANCZOS), np.float32)
        grain = dice.standard_normal(pixels.shape[:2], dtype=np.float32)[:, :, None] * _GRAIN
        large = Image.fromarray((pixels + grain).clip(0, 255).astype(np.uint8))
        large.save(folder / path.name, quality=90)
    (folder.parent / f"{folder.name}.made").touch()
    return folder


def _vit() -> ModelManifest:
    """The tower in a model folder; words are left to a stand-in."""
    folder = CACHE / "vit-b-32"
    if not (folder / "made").exists():
        stand_in_model(folder)
        save_vit(folder / "image.onnx", side=_SIDE)
        description = folder / "model.toml"
        text = description.read_text(encoding="utf-8").replace(
            "size = 16", f'size = {_SIDE}\ninput = "{INPUT}"'
        )
        description.write_text(text, encoding="utf-8")
        (folder / "made").touch()
    return ModelManifest.load(folder)


def _load(path: Path) -> Session:
    return OnnxSession(path) if path.name == "image.onnx" else StandInSession(path)


def _in_a_process(who: str, folder: Path, model: str = "vit") -> Spent:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.throughput", who, str(folder), model],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    told: Spent = json.loads(done.stdout.splitlines()[-1])
    return told


def _bare(folder: Path, model: str) -> Spent:
    """Reading, scaled decoding and the tower, each alone."""
    manifest = _vit() if model == "vit" else open_manifest(model)
    size = manifest.image.preprocessing.size
    paths = sorted(folder.iterdir())
    session = OnnxSession(manifest.folder / manifest.image.file)
    batch = np.random.default_rng(1).standard_normal((PHOTOS, 3, size, size)).astype(np.float32)
    fed = {manifest.image.input: batch}
    session.run(fed)
    rounds = max(2, len(paths) // PHOTOS)
    contents, read = _spent(lambda: [path.read_bytes() for path in paths])
    _, decode = _spent(lambda: [imaging.decode(content, shortest=size) for content in contents])
    began = time.perf_counter()
    _, run = _spent(lambda: [session.run(fed) for _ in range(rounds)])
    rate = rounds * PHOTOS / (time.perf_counter() - began)
    return {
        "read": read / len(paths),
        "decode": decode / len(paths),
        "run": run / (rounds * PHOTOS),
        "tower": rate,
    }


def _spent(work: Callable[[], T]) -> tuple[T, float]:
    """What it gives, and the processor seconds it took in all threads."""
    began = time.process_time()
    return work(), time.process_time() - began


def _mindseye(folder: Path, model: str) -> Spent:
    manifest = _vit() if model == "vit" else open_manifest(model)
    with tempfile.TemporaryDirectory() as name:
        if model == "vit":
            library = Library.open(Path(name), manifest, load_session=_load)
        else:
            library = Library.open(Path(name), manifest)
        with library:
            add_folders(library, [folder])
            _warm(library.model)
            return _timed(lambda: library.indexer.index().embedded)


def _warm(model: ClipModel) -> None:
    size = model.manifest.image.preprocessing.size
    model.embed_images([np.zeros((size, size, 3), np.uint8)] * PHOTOS)


def _rclip(folder: Path, _: str) -> Spent:
    from rclip import db, main, model, model_download  # type: ignore[import-not-found]

    loaded = model.Model()
    loaded._session_visual_var = model_download._load_onnx_session(str(_vit().folder / "image.onnx"))
    loaded.compute_preprocessed_image_features([np.zeros((3, _SIDE, _SIDE), np.float32)] * 8)
    with tempfile.TemporaryDirectory() as name:
        database = db.DB(Path(name, "db.sqlite3"))
        indexer = main.RClip(loaded, database, 8, None)  # 8 is its default

        def index() -> int:
            indexer.ensure_index(str(folder))
            return len(indexer._get_features(str(folder))[0])

        try:
            return _timed(index)
        finally:
            indexer.close()
            database.close()


def _timed(index: Callable[[], int]) -> Spent:
    began = time.perf_counter()
    count, cpu = _spent(index)
    return {"rate": count / (time.perf_counter() - began), "cpu": cpu / count, "count": count}


if __name__ == "__main__":
    _, chosen, photographs, tower = sys.argv
    works = {"bare": _bare, "mindseye": _mindseye, "rclip": _rclip}
    print(json.dumps(works[chosen](Path(photographs), tower)))

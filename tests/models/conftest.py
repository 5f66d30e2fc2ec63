"""Puts models/ on the path and draws a tiny data folder of coloured shapes in the form of the real one."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

MODELS = Path(__file__).parents[2] / "models"
sys.path.insert(0, str(MODELS))

COLOURS = {"goldfish": (230, 120, 20), "lemon": (240, 230, 40), "school bus, bus": (250, 180, 0)}
SCENES = {"forest": (20, 110, 30), "sea": (30, 60, 200), "street": (110, 110, 110)}


def encoded(colour: tuple[int, int, int], side: int, seed: int) -> bytes:
    """A noisy picture of one colour as PNG bytes."""
    noise = np.random.default_rng(seed).integers(-20, 20, (side, side, 3))
    pixels = np.clip(np.array(colour) + noise, 0, 255).astype(np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


def write(path: Path, columns: dict[str, list[object]]) -> None:
    """A parquet file of columns."""
    pyarrow = pytest.importorskip("pyarrow", reason="training dependencies are not installed")
    from pyarrow import parquet

    parquet.write_table(pyarrow.table(columns), path)


@pytest.fixture(scope="session")
def starter_folder() -> Path:
    """The shipped starter model."""
    return MODELS / "starter"


@pytest.fixture(scope="session")
def tiny_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with 24 objects, 20 captioned photos, 15 scenes and 4 recorded words."""
    folder = tmp_path_factory.mktemp("data")
    names = [list(COLOURS)[i % 3] for i in range(24)]
    write(
        folder / "tiny-imagenet-train.parquet",
        {
            "image": [encoded(COLOURS[n], 64, i) for i, n in enumerate(names)],
            "wnid": [f"n{list(COLOURS).index(n)}" for n in names],
            "names": list(names),
        },
    )
    write(
        folder / "tiny-imagenet-val.parquet",
        {"image": [encoded((0, 0, 0), 64, 900)], "names": ["lemon"]},
    )
    dark = [i % 2 == 0 for i in range(20)]
    write(
        folder / "flickr8k-train.parquet",
        {
            "image": [encoded((15, 15, 40) if d else (200, 220, 250), 112, i) for i, d in enumerate(dark)],
            "captions": [
                ["A man stands in the city at night .", "Someone in the dark"]
                if d
                else ["Two dogs run on a sunny day .", "Dogs outside under a blue sky"]
                for d in dark
            ],
        },
    )
    labels = [list(SCENES)[i % 3] for i in range(15)]
    write(
        folder / "intel-scenes-train.parquet",
        {"image": [encoded(SCENES[s], 100, i) for i, s in enumerate(labels)], "label": list(labels)},
    )
    (folder / "clip-words").mkdir()
    (folder / "clip-words" / "lvis-names.txt").write_text("lemon\nbus\nlamp\nstove\n", encoding="utf-8")
    vectors = np.random.default_rng(0).standard_normal((4, 512)).astype(np.float16)
    np.save(folder / "clip-words" / "lvis-vit-b32.npy", vectors)
    return folder


@pytest.fixture(scope="session")
def collections(tmp_path_factory: pytest.TempPathFactory, tiny_data: Path) -> dict[str, Path]:
    """Bare repositories in the form of the public collections, by the name under which they are gathered."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = tmp_path_factory.mktemp("collections")
    files: dict[str, dict[str, bytes]] = {
        "objects": {
            f"tiny-imagenet-200/train/n{i % 3}/images/n{i % 3}_{i}.png": encoded(
                list(COLOURS.values())[i % 3], 64, 100 + i
            )
            for i in range(24)
        },
        "scenes": {
            f"train/{list(SCENES)[i % 3]}/{i}.png": encoded(list(SCENES.values())[i % 3], 150, 200 + i)
            for i in range(12)
        },
        "pets": {
            f"dataset/training_set/{kind}s/{kind}.{i}.png": encoded((120, 80, 40), 90, 300 + i)
            for i, kind in enumerate(["cat", "dog"] * 4)
        },
        "small": {
            f"train/{kind}/{i}.png": encoded((90, 140, 220), 32, 400 + i)
            for i, kind in enumerate(["airplane", "horse", "frog"] * 4)
        },
    }
    breeds = "dataset/breed_dataset"
    files["pets"] |= {
        f"{breeds}/cat_breeds/train/Cat1.png": encoded((200, 190, 180), 90, 350),
        f"{breeds}/cat_breeds/cat_labels.csv": b"id,breed\nCat1.png,Birman\n",
        f"{breeds}/dog_breeds/train/0a.png": encoded((60, 50, 40), 90, 351),
        f"{breeds}/dog_breeds/labels.csv": b"id,breed\n0a,border_collie\n",
    }
    files["objects"]["tiny-imagenet-200/train/n1/images/n1_held.png"] = encoded((0, 0, 0), 64, 900)
    files["objects"]["tiny-imagenet-200/val/images/val_0.png"] = encoded((1, 2, 3), 64, 901)
    return {name: _repository(folder / name, held) for name, held in files.items()}


def _repository(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "photos", "--no-gpg-sign"]):
        subprocess.run([*git, *command], check=True)
    return folder / ".git"


@pytest.fixture(scope="session")
def gathered(tmp_path_factory: pytest.TempPathFactory, tiny_data: Path, collections: dict[str, Path]) -> Path:
    """A work folder with every tiny set gathered."""
    from starter.gather import gather

    work = tmp_path_factory.mktemp("gathered")
    gather(tiny_data, work, collections)
    return work

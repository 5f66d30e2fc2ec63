"""Reads every training photograph once and keeps them, decoded, in the work folder.

    python -m starter.gather --data DIR --objects REPO --scenes REPO --pets REPO --small REPO --work DIR

from models/. The repositories are git directories of public collections (see README.md); only the folders
named here are read, and photographs that are, perhaps encoded anew, among the measured ones are left out.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import subprocess
import tarfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from evaluate.sets import table
from evaluate.splits import flickr_split, scenes_split

Pixels = NDArray[np.uint8]

SIDES = {"objects": 64, "captions": 112, "scenes": 100, "pets": 100, "small": 32}
"""Pixels a side at which the photographs of each set are kept."""

THUMB = 12
ALIKE = 0.995
"""Correlation of grey thumbnails from which two photographs count as the same one."""


def decode(data: bytes, side: int) -> Pixels:
    """uint8 [side, side, 3]; another size is squashed, as most of the sets were."""
    with Image.open(io.BytesIO(data)) as opened:
        image = opened.convert("RGB")
    if image.size != (side, side):
        image = image.resize((side, side), Image.Resampling.BICUBIC)
    return np.asarray(image)


def archived(repository: Path, folders: list[str], revision: str = "HEAD") -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of the files below the folders of one commit, read without a work tree.

    Raises ValueError where git cannot read them.
    """
    command = ["git", "--git-dir", str(repository), "archive", "--format=tar", revision, *folders]
    refused = f"git could not read {', '.join(folders)} of {repository}"
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            with tarfile.open(fileobj=process.stdout, mode="r|") as tar:
                for member in tar:
                    stream = tar.extractfile(member) if member.isfile() else None
                    if stream is not None:
                        yield member.name, stream.read()
        except tarfile.ReadError as error:
            raise ValueError(refused) from error
    if process.returncode:
        raise ValueError(refused)


def photos_of(files: Iterator[tuple[str, bytes]], side: int) -> tuple[list[str], Pixels]:
    """Paths and decoded pixels of the photographs among the files."""
    names: list[str] = []
    rows: list[Pixels] = []
    for name, data in files:
        if name.lower().endswith((".jpg", ".jpeg", ".png")):
            names.append(name)
            rows.append(decode(data, side))
    return names, np.stack(rows)


def thumbnails(photos: Pixels) -> NDArray[np.float32]:
    """float32 [n, THUMB²]: tiny grey copies, less their mean, of unit length."""

    def tiny(photo: Pixels) -> NDArray[np.float32]:
        grey = Image.fromarray(photo).convert("L").resize((THUMB, THUMB), Image.Resampling.BOX)
        return np.asarray(grey, np.float32).ravel()

    with ThreadPoolExecutor(2) as pool:
        rows = np.stack(list(pool.map(tiny, photos)))
    rows -= rows.mean(axis=1, keepdims=True)
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-3), np.float32)


def strangers(photos: Pixels, others: Pixels) -> NDArray[np.bool_]:
    """Which of the photographs are none of the others, bool [n]."""
    known, out = thumbnails(others), np.ones(len(photos), bool)
    for at in range(0, len(photos), 4096):
        out[at : at + 4096] = (thumbnails(photos[at : at + 4096]) @ known.T).max(axis=1) < ALIKE
    return out


def keep(work: Path, name: str, photos: Pixels, said: list[object]) -> None:
    """Writes one set; `said` is, photo by photo, a label or a list of captions."""
    np.save(work / f"{name}.npy", photos)
    (work / f"{name}.json").write_text(json.dumps(said), encoding="utf-8")
    print(f"{name}: {len(photos)} photographs", flush=True)


def gather_objects(data: Path, repository: Path, work: Path) -> None:
    """The 200 kinds of things of Tiny-ImageNet, less what its validation part shows too."""
    columns = table(data / "tiny-imagenet-train.parquet")
    names = dict(zip(columns["wnid"], columns["names"], strict=True))
    paths, photos = photos_of(archived(repository, ["tiny-imagenet-200/train"]), SIDES["objects"])
    held = table(data / "tiny-imagenet-val.parquet")["image"]
    new = strangers(photos, np.stack([decode(image, SIDES["objects"]) for image in held]))
    labels = [names[path.split("/")[2]] for path in paths]
    keep(work, "objects", photos[new], [label for label, kept in zip(labels, new, strict=True) if kept])


def gather_captions(data: Path, work: Path) -> None:
    """The captioned photographs that are not held out."""
    columns = table(data / "flickr8k-train.parquet")
    rows = flickr_split(len(columns["image"]))[0]
    photos = np.stack([decode(columns["image"][row], SIDES["captions"]) for row in rows])
    keep(work, "captions", photos, [columns["captions"][row] for row in rows])


def gather_scenes(data: Path, repository: Path, work: Path) -> None:
    """Six scenes: the rows that are not held out, and those of the repository that are none of the rows."""
    columns, side = table(data / "intel-scenes-train.parquet"), SIDES["scenes"]
    every = np.stack([decode(image, side) for image in columns["image"]])
    rows = scenes_split(len(every))[0]
    paths, photos = photos_of(archived(repository, ["train"]), side)
    new = strangers(photos, every)
    labels = [columns["label"][row] for row in rows]
    labels += [path.split("/")[1] for path, kept in zip(paths, new, strict=True) if kept]
    keep(work, "scenes", np.concatenate([every[rows], photos[new]]), labels)


def gather_pets(repository: Path, work: Path) -> None:
    """Cats and dogs, with the breed where the repository's tables tell it."""
    by_breed = "dataset/breed_dataset"
    folders = [
        "dataset/training_set",
        f"{by_breed}/cat_breeds/train",
        f"{by_breed}/cat_breeds/cat_labels.csv",
    ]
    folders += [f"{by_breed}/dog_breeds/train", f"{by_breed}/dog_breeds/labels.csv"]
    breeds: dict[str, str] = {}
    chosen: list[tuple[str, bytes]] = []
    for path, content in archived(repository, folders):
        if path.endswith(".csv"):
            for row in csv.reader(io.StringIO(content.decode("utf-8", "replace"))):
                if len(row) >= 2:
                    breeds[row[0].strip()] = row[1].strip().replace("_", " ").lower()
        else:
            chosen.append((path, content))
    paths, photos = photos_of(iter(chosen), SIDES["pets"])
    said = []
    for path in paths:
        kind = "cat" if "/cat" in path else "dog"
        breed = breeds.get(Path(path).stem) or breeds.get(Path(path).name) or ""
        said.append(f"{kind},{breed}" if breed else kind)
    keep(work, "pets", photos, said)


def gather_small(repository: Path, work: Path) -> None:
    """Ten kinds of vehicles and animals at 32 pixels; the larger sets lack aeroplanes, horses and ships."""
    paths, photos = photos_of(archived(repository, ["train"]), SIDES["small"])
    keep(work, "small", photos, [path.split("/")[1] for path in paths])


def gather(data: Path, work: Path, repositories: dict[str, Path]) -> None:
    """Reads every set into the work folder; the repositories by name: objects, scenes, pets, small."""
    work.mkdir(parents=True, exist_ok=True)
    gather_captions(data, work)
    gather_scenes(data, repositories["scenes"], work)
    gather_pets(repositories["pets"], work)
    gather_objects(data, repositories["objects"], work)
    gather_small(repositories["small"], work)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=os.environ.get("MINDSEYE_TEST_DATA"), help="folder of the sets"
    )
    parser.add_argument(
        "--work", type=Path, default=Path(__file__).parent / "work", help="folder to keep them in"
    )
    names = ("objects", "scenes", "pets", "small")
    for name in names:
        parser.add_argument(f"--{name}", type=Path, required=True, help="git directory of the collection")
    arguments = parser.parse_args()
    if arguments.data is None:
        parser.error("name --data or set MINDSEYE_TEST_DATA")
    gather(Path(arguments.data), arguments.work, {name: getattr(arguments, name) for name in names})


if __name__ == "__main__":
    main()

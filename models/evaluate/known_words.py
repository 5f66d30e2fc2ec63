"""`python -m evaluate.known_words`, from models/: how well words rank, by the photos of the training.

Each word of the held-out captions of Flickr8k ranks the held-out photos; a photo is said to show it when a
caption holds it. The areas under the curve, averaged over the words of a kind, say from how many photos on
a word is known: `FEWEST_PHOTOS` of the program is chosen by it. 0.5 is chance.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluate import sets
from evaluate.model import Model
from evaluate.splits import flickr_split

_BOUNDS = (0, 1, 2, 3, 5, 10, 30, 100)
"""Where the kinds of words begin."""

_COMMON = 5
"""A word that more than one photo in this many shows says little."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Words that about as many photos of the training showed."""

    photos: str
    words: int
    area: float
    """Mean area under the curve."""


def area_under_curve(scores: NDArray[np.float32], shown: NDArray[np.bool_]) -> float:
    """The chance that a photo that shows the word scores above one that does not (Mann and Whitney 1947)."""
    ranks = scores.argsort().argsort() + 1
    n = int(shown.sum())
    return float((ranks[shown].sum() - n * (n + 1) / 2) / (n * (len(shown) - n)))


def by_photos(model: Model, data: Path) -> list[Kind]:
    """The kinds of words, those of no list first."""
    table = sets.table(data / "flickr8k-train.parquet")
    rows = flickr_split(len(table["image"]))[1]
    photos = model.see(sets.opened([table["image"][row] for row in rows]))
    shown: dict[str, set[int]] = defaultdict(set)
    for place, row in enumerate(rows):
        for word in re.findall("[a-z]{3,}", " ".join(table["captions"][row]).lower()):
            shown[word].add(place)
    words = [word for word, places in shown.items() if len(places) < len(rows) / _COMMON]
    texts = model.read([f"a photo of a {word}" for word in words])
    scores = (texts - texts.mean(0)) @ (photos - photos.mean(0)).T
    listed = (model.folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    counts = {word: int(count) for word, count in (line.split("\t") for line in listed)}
    areas: dict[int, list[float]] = defaultdict(list)
    for word, of_word in zip(words, scores, strict=True):
        kind = -1 if word not in counts else max(bound for bound in _BOUNDS if bound <= counts[word])
        here = np.isin(np.arange(len(rows)), list(shown[word]))
        areas[kind].append(area_under_curve(of_word, here))
    return [Kind(_name(kind), len(found), float(np.mean(found))) for kind, found in sorted(areas.items())]


def _name(kind: int) -> str:
    if kind < 0:
        return "not listed"
    after = [bound for bound in _BOUNDS if bound > kind]
    if not after:
        return f"{kind} and more"
    return str(kind) if after[0] == kind + 1 else f"{kind} to {after[0] - 1}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path("starter"), help="folder with model.toml")
    parser.add_argument("--data", type=Path, default=os.environ.get("MINDSEYE_TEST_DATA"))
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if given.data is None:
        parser.error("name --data or set MINDSEYE_TEST_DATA")
    kinds = by_photos(Model(given.model, 2), Path(given.data))
    if given.json:
        print(json.dumps([asdict(kind) for kind in kinds]))
        return
    for kind in kinds:
        print(f"{kind.photos:14} {kind.words:5} words  {kind.area:.3f}")


if __name__ == "__main__":
    main()
